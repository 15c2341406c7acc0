//! Which services of the host a plugin uses, and what makes two runs of it differ.
//!
//! Uses are counted by rows: of known callees, and of builtins that are taken as values (`const now = Date.now`), which may
//! be called anywhere.

use super::infer::Types;
use super::walk::{Visitor, walk_expr, walk_program};
use super::{Access, Callee, KeyUses};
use crate::ir::{Argument, BinaryOp, Expr, ExprKind, MemberKey, Program};
use prickle_spec::{Builtin, Capability, Effect, Kind, class_of_global, lookup};
use std::collections::BTreeSet;

/// What the plugin uses of the world outside its values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Services {
    /// Host services.
    pub capabilities: BTreeSet<Capability>,
    /// Keys of `meta.storage`: `get` reads, `set` writes, `del` deletes.
    pub storage: KeyUses,
    /// It reads a clock.
    pub reads_clock: bool,
    /// It takes random numbers.
    pub random: bool,
}

/// Looks through the whole program.
#[must_use]
pub fn services(program: &Program, types: &Types) -> Services {
    let mut finder = Finder { types, services: Services::default() };
    walk_program(&mut finder, program);
    finder.services
}

struct Finder<'a> {
    types: &'a Types,
    services: Services,
}

impl Finder<'_> {
    /// `arguments` is `None` where nobody knows them.
    fn uses(&mut self, row: &Builtin, arguments: Option<&[Argument]>) {
        for effect in row.effects {
            match effect {
                Effect::Host(capability) => {
                    self.services.capabilities.insert(*capability);
                    if *capability == Capability::Storage {
                        self.storage(row, arguments);
                    }
                }
                Effect::ReadsClock => self.services.reads_clock = true,
                Effect::ReadsClockByDefault => {
                    let given = arguments.and_then(<[Argument]>::first).is_some_and(|first| first.spread.is_none());
                    self.services.reads_clock |= !given;
                }
                Effect::Random => self.services.random = true,
                Effect::Pure
                | Effect::Cached
                | Effect::Alloc
                | Effect::Throws
                | Effect::MutatesReceiver
                | Effect::MutatesArgument
                | Effect::ReadsHeap
                | Effect::CallsBack
                | Effect::Async => {}
            }
        }
    }

    fn storage(&mut self, row: &Builtin, arguments: Option<&[Argument]>) {
        let key = arguments.and_then(<[Argument]>::first).and_then(|first| match &first.value.kind {
            ExprKind::String(key) if first.spread.is_none() => Some(key),
            _ => None,
        });
        let entry = match key {
            Some(key) => self.services.storage.named.entry(key.display()).or_default(),
            None => &mut self.services.storage.dynamic,
        };
        match row.name {
            "get" => entry.read = true,
            "set" => entry.written = true,
            "del" => entry.deleted = true,
            _ => *entry = Access { read: true, written: true, deleted: true },
        }
    }

    /// A builtin that is used as a value.
    fn global(&mut self, name: &str) {
        if let Some(row) = lookup("globalThis", Kind::Static, name) {
            self.uses(row, None);
        }
        for row in class_of_global(name).map_or(&[][..], |class| class.rows) {
            match row.kind {
                Kind::Static | Kind::Call | Kind::Construct => self.uses(row, None),
                Kind::Method | Kind::Getter | Kind::Setter | Kind::Constant => {}
            }
        }
    }

    /// What a call, a `new` or a read names, where no row is known for all of it.
    fn named(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Member { object, key: MemberKey::Static(key, _), optional: _ } => {
                match (global(object), key.as_str()) {
                    (Some(name), Some(key)) => {
                        if let Some(row) = class_of_global(name).and_then(|class| class.row(Kind::Static, key)) {
                            self.uses(row, None);
                        }
                    }
                    _ => walk_expr(self, expr),
                }
            }
            _ => walk_expr(self, expr),
        }
    }

    /// What stands left of the arguments of a call whose row is known.
    fn callee(&mut self, callee: &Expr) {
        match &callee.kind {
            ExprKind::Global(_) => {}
            ExprKind::Member { object, key: MemberKey::Static(..), optional: _ } if global(object).is_some() => {}
            _ => self.expr(callee),
        }
    }
}

/// The builtin object that the expression names; what is destructured counts too.
fn global(expr: &Expr) -> Option<&str> {
    match &expr.kind {
        ExprKind::Global(name) => Some(name),
        ExprKind::RequireObject { value, message: _ } => global(value),
        _ => None,
    }
}

impl Visitor for Finder<'_> {
    fn expr(&mut self, expr: &Expr) {
        let row = match self.types.callees.get(&expr.id) {
            Some(Callee::Builtin(row)) => Some(*row),
            Some(Callee::Function(_)) | None => None,
        };
        match (&expr.kind, row) {
            (ExprKind::Call { callee, arguments, .. } | ExprKind::New { callee, arguments, .. }, Some(row)) => {
                self.uses(row, Some(arguments));
                self.callee(callee);
                for argument in arguments {
                    self.expr(&argument.value);
                }
            }
            (ExprKind::Global(name), _) => self.global(name),
            // The class is asked for, not called.
            (ExprKind::Binary { op: BinaryOp::Instanceof, left, right }, _) if global(right).is_some() => {
                self.expr(left)
            }
            _ => self.named(expr),
        }
    }
}
