//! Whether anybody can tell that `arguments` stand for the parameters (ECMA-262 §10.4.4).

use super::usage::Usage;
use super::walk::{Visitor, walk_expr, walk_stmt};
use crate::ir::{BindingId, Expr, ExprKind, FunctionForm, FunctionId, MemberKey, Program, Stmt, StmtKind};

/// The function is sloppy, has plain parameters, and either one of them is assigned or `arguments` go where they could be.
pub fn is_mapped(program: &Program, usage: &Usage, id: FunctionId) -> bool {
    let function = &program.functions[id];
    let Some(arguments) = function.arguments else { return false };
    if function.is_strict || !function.has_simple_params || function.params.is_empty() {
        return false;
    }
    if function.params.iter().any(|param| usage.bindings[param.binding].writes > 0) {
        return true;
    }
    let mut escapes = Escapes { program, arguments, found: usage.bindings[arguments].writes > 0 };
    escapes.stmts(&function.body);
    escapes.found
}

/// Finds uses of `arguments` through which they could be changed.
struct Escapes<'a> {
    program: &'a Program,
    arguments: BindingId,
    found: bool,
}

impl Escapes<'_> {
    fn is_arguments(&self, expr: &Expr) -> bool {
        matches!(expr.kind, ExprKind::Binding(binding) if binding == self.arguments)
    }

    /// `f.apply(x, arguments)` and `slice.call(arguments)`: builtins that only read them.
    fn only_reads(callee: &Expr, index: usize) -> bool {
        let ExprKind::Member { object, key: MemberKey::Static(key, _), .. } = &callee.kind else { return false };
        match (key.as_str(), index) {
            (Some("apply"), 1) => true,
            (Some("from"), 0) => matches!(&object.kind, ExprKind::Global(name) if name == "Array"),
            (Some("call"), 0) => match &object.kind {
                ExprKind::Member { key: MemberKey::Static(method, _), .. } => {
                    matches!(
                        method.as_str(),
                        Some("slice" | "concat" | "join" | "toString" | "indexOf" | "hasOwnProperty")
                    )
                }
                _ => false,
            },
            _ => false,
        }
    }
}

impl Visitor for Escapes<'_> {
    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::ForOf { iterable, body, .. } if self.is_arguments(iterable) => self.stmts(body),
            _ => walk_stmt(self, stmt),
        }
    }

    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Binding(_) => self.found |= self.is_arguments(expr),
            ExprKind::Member { object, key, optional: _ } if self.is_arguments(object) => {
                if let MemberKey::Computed(key) = key {
                    self.expr(key);
                }
            }
            ExprKind::Call { callee, arguments, .. } => {
                // `arguments[0]()` passes them as `this`.
                if let ExprKind::Member { object, .. } = &callee.kind {
                    self.found |= self.is_arguments(object);
                }
                self.expr(callee);
                for (index, argument) in arguments.iter().enumerate() {
                    let reads = argument.spread.is_some() || Self::only_reads(callee, index);
                    if !(reads && self.is_arguments(&argument.value)) {
                        self.expr(&argument.value);
                    }
                }
            }
            _ => walk_expr(self, expr),
        }
    }

    fn function(&mut self, id: FunctionId) {
        let function = &self.program.functions[id];
        if function.form == FunctionForm::Arrow {
            self.stmts(&function.body);
        }
    }
}
