//! Top-level functions and `var`s are properties of the global object too (ECMA-262 §9.1.1.4). Here they are not, so a program that could
//! look for them there is told so when it does.

use super::Crate;
use crate::analyse::{Visitor, walk_expr};
use crate::ir::{BindingKind, Expr, ExprKind, FunctionForm, MemberKey, Place, Scope};
use std::collections::BTreeSet;

impl Crate<'_> {
    /// The names of such variables that the program may look for on the global object.
    pub fn global_names(&self) -> Vec<&str> {
        let mut finder = Finder::default();
        let is_method = |form| matches!(form, FunctionForm::Method | FunctionForm::Arrow);
        for (_, module) in self.program.modules.iter() {
            finder.stmts(&module.body);
        }
        for (_, function) in self.program.functions.iter() {
            // A plain call makes `this` the global object.
            finder.is_reachable |= function.uses_this && !function.is_strict && !is_method(function.form);
            finder.stmts(&function.body);
        }
        if !finder.is_reachable {
            return Vec::new();
        }
        let main = Scope::Module(self.main_module());
        let mut names = Vec::new();
        for (_, binding) in self.program.bindings.iter() {
            let is_property = matches!(binding.kind, BindingKind::Var | BindingKind::Function(_));
            if binding.scope == main && is_property && finder.names.contains(&binding.name) {
                names.push(binding.name.as_str());
            }
        }
        names
    }
}

/// Finds property names, and whether the global object is a value somewhere.
#[derive(Default)]
struct Finder {
    is_reachable: bool,
    names: BTreeSet<String>,
}

impl Finder {
    fn key(&mut self, key: &MemberKey) {
        if let MemberKey::Static(name, _) = key {
            self.names.insert(name.display());
        }
    }
}

impl Visitor for Finder {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Global(name) => self.is_reachable |= matches!(name.as_str(), "globalThis" | "global"),
            ExprKind::Member { key, .. } | ExprKind::Delete { key, .. } => self.key(key),
            ExprKind::String(text) => {
                self.names.insert(text.display());
            }
            _ => {}
        }
        walk_expr(self, expr);
    }

    fn place(&mut self, place: &Place) {
        if let Place::Member { key, .. } = place {
            self.key(key);
        }
        crate::analyse::walk_place(self, place);
    }
}
