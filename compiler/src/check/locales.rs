//! Locales that are written down in the plugin and that there are no facts about.

use super::Checker;
use crate::analyse::{Type, Visitor, walk_expr, walk_program};
use crate::base::Span;
use crate::diag::{Diagnostic, codes};
use crate::ir::{Argument, Expr, ExprKind, MemberKey};
use prickle_spec::{FORMAT_LOCALES, FORMAT_METHODS};

impl Checker<'_> {
    /// Checks the locales of calls that write numbers and dates.
    pub fn locales(&mut self) {
        let program = self.program;
        walk_program(&mut Calls(self), program);
    }

    fn locale(&mut self, tag: &str, span: Span) {
        // What is no tag at all throws a RangeError, which the plugin may expect.
        let is_tag = !tag.is_empty() && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if !is_tag || FORMAT_LOCALES.iter().any(|known| known.eq_ignore_ascii_case(tag)) {
            return;
        }
        let known = FORMAT_LOCALES.iter().filter(|known| known.contains('-')).map(|known| format!("`{known}`"));
        self.reporter.report(
            Diagnostic::error(codes::UNSUPPORTED_LOCALE, format!("the locale `{tag}` is not supported"))
                .primary(span, "Prickle does not know how numbers and dates are written in this locale")
                .help(format!("write one of {}", known.collect::<Vec<_>>().join(", ")))
                .note("a text that differs from Node's would go unnoticed, so the locale is refused"),
        );
    }
}

struct Calls<'c, 'a>(&'c mut Checker<'a>);

impl Visitor for Calls<'_, '_> {
    fn expr(&mut self, expr: &Expr) {
        if let ExprKind::Call { callee, arguments, .. } = &expr.kind
            && let ExprKind::Member { object, key: MemberKey::Static(key, _), optional: _ } = &callee.kind
            && FORMAT_METHODS.contains(&key.display().as_str())
            && matches!(self.0.ty(object), Type::Any | Type::Number | Type::Object | Type::Instance("Date"))
            && let Some(Argument { value, spread: None }) = arguments.first()
            && let ExprKind::String(tag) = &value.kind
        {
            self.0.locale(&tag.display(), value.span);
        }
        walk_expr(self, expr);
    }
}
