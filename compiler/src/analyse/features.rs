//! Rare parts of the language, which only programs that use them should pay for.

use super::walk::{Visitor, walk_expr, walk_program};
use crate::ir::{Expr, ExprKind, MemberKey, Program};

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
    let has_generators = program.functions.iter().any(|(_, function)| function.is_generator);
    let mut finder = Finder(Features { closable_iterators: has_generators, ..Features::default() });
    walk_program(&mut finder, program);
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
