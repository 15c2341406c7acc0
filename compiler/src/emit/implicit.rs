//! What a function has without declaring it: `this`, `new.target`, and what `super` needs.

use super::Crate;
use crate::analyse::{Visitor, walk_expr, walk_stmt};
use crate::ir::{Expr, ExprKind, Function, FunctionForm, FunctionId, Place, Stmt, StmtKind};
use proc_macro2::TokenStream;
use quote::quote;

/// What a function and the arrow functions in it mention.
#[derive(Clone, Copy, Debug, Default)]
pub struct Implicit {
    this: bool,
    new_target: bool,
    home_object: bool,
    active_function: bool,
}

impl Implicit {
    /// Looks through a function.
    pub fn of(krate: &Crate<'_>, function: &Function) -> Self {
        let mut finder = Finder { krate, found: Self::default() };
        finder.stmts(&function.body);
        finder.found
    }

    /// The variables, with where a function that is no arrow has them from.
    pub fn variables(self, is_strict: bool) -> Vec<(TokenStream, TokenStream)> {
        let this = if is_strict { quote!(call.this()) } else { quote!(call.this_or_global(cx)) };
        let all = [
            (self.this, quote!(this), this),
            (self.new_target, quote!(new_target), quote!(call.new_target_value())),
            (self.home_object, quote!(home_object), quote!(call.function().home())),
            (self.active_function, quote!(active_function), quote!(Value::from(call.function()))),
        ];
        all.into_iter().filter(|(is_used, ..)| *is_used).map(|(_, name, source)| (name, source)).collect()
    }
}

struct Finder<'a, 'b> {
    krate: &'a Crate<'b>,
    found: Implicit,
}

impl Visitor for Finder<'_, '_> {
    fn stmt(&mut self, stmt: &Stmt) {
        if let StmtKind::Function(_) = stmt.kind {
            return;
        }
        walk_stmt(self, stmt);
    }

    fn expr(&mut self, expr: &Expr) {
        match expr.kind {
            ExprKind::This => self.found.this = true,
            ExprKind::NewTarget => self.found.new_target = true,
            ExprKind::SuperMember { .. } => self.found.home_object = true,
            ExprKind::SuperCall { .. } => {
                self.found.new_target = true;
                self.found.active_function = true;
            }
            _ => {}
        }
        walk_expr(self, expr);
    }

    fn place(&mut self, place: &Place) {
        self.found.home_object |= matches!(place, Place::Super { .. });
        crate::analyse::walk_place(self, place);
    }

    fn function(&mut self, id: FunctionId) {
        let function = &self.krate.program.functions[id];
        if function.form == FunctionForm::Arrow {
            self.stmts(&function.body);
        }
    }
}
