//! Config keys against plugin.json.

use super::{Checker, similar};
use crate::analyse::{Visitor, walk_expr, walk_program};
use crate::base::Span;
use crate::diag::{Diagnostic, codes};
use crate::ir::{Expr, ExprKind, MemberKey};

impl Checker<'_> {
    /// Keys that the plugin reads and nobody can set.
    pub fn config(&mut self) {
        let fields: Vec<String> = self.source.manifest.config.iter().filter_map(|field| field.key.clone()).collect();
        if fields.is_empty() {
            return;
        }
        let unknown: Vec<String> = self
            .facts
            .properties
            .config
            .named
            .iter()
            .filter(|(name, access)| access.read && !access.written && !fields.contains(name))
            .map(|(name, _)| name.clone())
            .collect();
        for name in unknown {
            let Some(span) = self.first_read(&name) else { continue };
            let mut diagnostic =
                Diagnostic::warning(codes::UNKNOWN_CONFIG_FIELD, format!("plugin.json has no config field `{name}`"))
                    .primary(span, "nobody can set this, so it is always `undefined`");
            if let Some(suggestion) = similar(&name, fields.iter().map(String::as_str)) {
                diagnostic = diagnostic.suggest(span, suggestion, format!("there is a field `{suggestion}`"));
            }
            self.reporter.report(diagnostic);
        }
    }

    fn first_read(&self, name: &str) -> Option<Span> {
        struct Finder<'a>(&'a str, Option<Span>);
        impl Visitor for Finder<'_> {
            fn expr(&mut self, expr: &Expr) {
                if let ExprKind::Member { object: _, key: MemberKey::Static(key, span), optional: _ } = &expr.kind
                    && key.as_str() == Some(self.0)
                    && self.1.is_none()
                {
                    self.1 = Some(*span);
                }
                walk_expr(self, expr);
            }
        }
        let mut finder = Finder(name, None);
        walk_program(&mut finder, self.program);
        finder.1
    }
}
