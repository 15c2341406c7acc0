//! Where V8 says that an error happened: the place in the source that a stack trace names for an operation.

use super::Crate;
use crate::base::Span;
use crate::ir::{AssignOp, Expr, ExprKind, MemberKey, Place};

impl Crate<'_> {
    /// The offset that a stack trace names when the operation of `expr` itself throws.
    pub fn place_of(&self, expr: &Expr) -> u32 {
        let start = expr.span.start;
        match &expr.kind {
            ExprKind::Member { object, key, optional: _ } => self.place_of_member(object.span, key, start),
            ExprKind::Call { callee, .. } => match &callee.kind {
                ExprKind::Member { object, key: key @ MemberKey::Static(..), optional: _ } => {
                    self.place_of_member(object.span, key, start)
                }
                ExprKind::Binding(_) | ExprKind::Global(_) | ExprKind::Function(_) => callee.span.start,
                _ => self.after(callee.span, "(").unwrap_or(start),
            },
            ExprKind::Binary { left, .. } => self.operator_after(left.span).unwrap_or(start),
            ExprKind::Assign { op: AssignOp::Assign, place, .. } => match place {
                Place::Member { span, .. } | Place::Binding(_, span) | Place::Global(_, span) | Place::Error(span) => {
                    self.after(*span, "=").unwrap_or(start)
                }
            },
            ExprKind::Chain(inner) => self.place_of(inner),
            ExprKind::Template { values, .. } => values.first().map_or(start, |value| value.span.start),
            _ => start,
        }
    }

    fn place_of_member(&self, object: Span, key: &MemberKey, start: u32) -> u32 {
        match key {
            MemberKey::Static(_, span) => span.start,
            _ => self.after(object, "[").unwrap_or(start),
        }
    }

    /// The first occurrence of `sign` behind `span`, over blanks and closing parentheses.
    fn after(&self, span: Span, sign: &str) -> Option<u32> {
        let at = self.operator_after(span)?;
        let text = &self.source.files[span.file].text;
        let rest = text.get(at as usize..)?;
        // `?.[` and `?.(`
        let skipped = if rest.starts_with("?.") { 2 } else { 0 };
        rest[skipped..].starts_with(sign).then_some(at + u32::try_from(skipped).ok()?)
    }

    fn operator_after(&self, span: Span) -> Option<u32> {
        let rest = self.source.files[span.file].text.get(span.end as usize..)?;
        let at = rest.find(|c: char| !c.is_whitespace() && c != ')')?;
        Some(span.end + u32::try_from(at).ok()?)
    }
}
