//! Rare parts of the language, which only programs that use them should pay for.

use super::walk::{Visitor, walk_expr};
use crate::ir::{ExportTarget, Expr, ExprKind, MemberKey, Program};

/// What values a program can make.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Features {
    /// Iterators with a `return` method: generators, and objects with a `Symbol.iterator` of their own.
    pub closable_iterators: bool,
    /// Promises that the program can get hold of: see `promises.rs`.
    pub promises: bool,
    /// BigInts.
    pub bigints: bool,
}

/// Looks through the whole program.
#[must_use]
pub fn features(program: &Program) -> Features {
    let mut finder = Finder(Features::default());
    for (_, module) in program.modules.iter() {
        finder.stmts(&module.body);
    }
    for (_, function) in program.functions.iter() {
        finder.0.closable_iterators |= function.is_generator;
        finder.stmts(&function.body);
    }
    for hook in &program.exports.hooks {
        if let ExportTarget::Value(value) = &hook.target {
            finder.expr(value);
        }
    }
    finder.0
}

struct Finder(Features);

impl Visitor for Finder {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Global(name) if name == "Symbol" => self.0.closable_iterators = true,
            ExprKind::Global(name) if name.starts_with("Big") => self.0.bigints = true,
            ExprKind::BigInt(_) => self.0.bigints = true,
            // `buffer.readBigInt64LE()`, `view.getBigUint64(0)`
            ExprKind::Member { object: _, key: MemberKey::Static(key, _), optional: _ } => {
                self.0.bigints |= key.as_str().is_some_and(|key| key.contains("Big"));
            }
            _ => {}
        }
        walk_expr(self, expr);
    }
}
