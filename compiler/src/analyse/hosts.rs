//! Which hosts a plugin contacts: the `url` of the requests that `composeWebhook` returns.

use super::walk::{Visitor, walk_expr, walk_program};
use crate::ir::{Expr, ExprKind, ObjectMember, ObjectMemberKey, Program};
use std::collections::BTreeSet;

/// The hosts that URLs of the plugin name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hosts {
    /// Hosts that stand in source, with the port where one is given.
    pub named: BTreeSet<String>,
    /// Some host is computed, or comes from the config.
    pub computed: bool,
}

/// Looks through the whole program.
#[must_use]
pub fn hosts(program: &Program) -> Hosts {
    let mut finder = Finder(Hosts::default());
    if !program.exports.hooks.iter().any(|hook| hook.name == "composeWebhook") {
        return finder.0;
    }
    walk_program(&mut finder, program);
    // A request that is put together in another way.
    finder.0.computed |= finder.0.named.is_empty();
    finder.0
}

struct Finder(Hosts);

impl Visitor for Finder {
    fn expr(&mut self, expr: &Expr) {
        if let ExprKind::Object(members) = &expr.kind {
            for member in members {
                if let ObjectMember::Property { key: ObjectMemberKey::Static(key), value } = member
                    && key.as_str() == Some("url")
                {
                    match host_of(value) {
                        Some(host) => drop(self.0.named.insert(host)),
                        None => self.0.computed = true,
                    }
                }
            }
        }
        walk_expr(self, expr);
    }
}

/// The host of a URL whose beginning, up to the path, stands in source.
fn host_of(url: &Expr) -> Option<String> {
    let (text, whole) = match &url.kind {
        ExprKind::String(text) => (text.as_str()?, true),
        ExprKind::Template { quasis, values } => (quasis.first()?.as_str()?, values.is_empty()),
        _ => return None,
    };
    let (_, rest) = text.split_once("://")?;
    match rest.find(['/', '?', '#']) {
        Some(end) => Some(rest[..end].to_owned()),
        None => whole.then(|| rest.to_owned()),
    }
}
