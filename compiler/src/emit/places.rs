//! Where V8 says that an error happened: the place in the source that a stack trace names for an operation.

use super::Crate;
use super::body::Body;
use crate::base::Span;
use crate::ir::{ArrayElement, AssignOp, Expr, ExprKind, MemberKey, Place, Stmt, StmtKind};

impl Body<'_> {
    /// What a stack trace names when the statement itself throws.
    pub fn place_of_statement(stmt: &Stmt) -> Span {
        match &stmt.kind {
            StmtKind::ForOf { iterable, .. } => iterable.span,
            StmtKind::ForIn { object, .. } => object.span,
            StmtKind::Let { init: Some(Expr { kind: ExprKind::IteratorOpen { value, .. }, .. }), .. } => value.span,
            _ => stmt.span,
        }
    }
}

impl Crate<'_> {
    /// The offset that a stack trace names when the operation of `expr` itself throws.
    pub fn place_of(&self, expr: &Expr) -> u32 {
        let start = expr.span.start;
        match &expr.kind {
            ExprKind::Member { object, key, optional: _ } => self.place_of_member(object, key, start),
            ExprKind::Call { callee, .. } => match &callee.kind {
                ExprKind::Member { object, key: key @ MemberKey::Static(..), optional: _ } => {
                    self.place_of_member(object, key, start)
                }
                ExprKind::Binding(_) | ExprKind::Global(_) | ExprKind::Function(_) => callee.span.start,
                _ => self.after(callee.span, "(").unwrap_or(start),
            },
            ExprKind::Binary { left, .. } => self.operator_after(left.span).unwrap_or(start),
            ExprKind::Assign { op: AssignOp::Assign, place, .. } => match place {
                Place::Member { span, .. }
                | Place::Super { span, .. }
                | Place::Binding(_, span)
                | Place::Global(_, span)
                | Place::Error(span) => self.after(*span, "=").unwrap_or(start),
            },
            ExprKind::Chain(inner) => self.place_of(inner),
            ExprKind::Template { values, .. } => values.first().map_or(start, |value| self.place_of(value)),
            ExprKind::Array(elements) => elements
                .iter()
                .find_map(|element| match element {
                    ArrayElement::Spread { value, .. } => Some(value.span.start),
                    ArrayElement::Hole | ArrayElement::Value(_) => None,
                })
                .unwrap_or(start),
            _ => start,
        }
    }

    fn place_of_member(&self, object: &Expr, key: &MemberKey, start: u32) -> u32 {
        match key {
            // Behind a call or `?.` V8 counts from the dot.
            MemberKey::Static(_, span) if is_behind_call(object) => {
                let before = self.source.files[span.file].text.get(..span.start as usize);
                let dot = before.and_then(|before| before.rfind('.')).and_then(|at| u32::try_from(at).ok());
                dot.filter(|dot| *dot >= object.span.end).unwrap_or(span.start)
            }
            MemberKey::Static(_, span) => span.start,
            _ => self.after(object.span, "[").unwrap_or(start),
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

/// A call or an optional link stands somewhere to the left.
fn is_behind_call(object: &Expr) -> bool {
    match &object.kind {
        ExprKind::Call { .. } | ExprKind::Chain(_) => true,
        ExprKind::Member { object, optional, .. } => *optional || is_behind_call(object),
        _ => false,
    }
}
