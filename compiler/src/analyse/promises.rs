//! Whether a program can get hold of a promise.
//!
//! As long as every call of an async function is awaited where it stands, nobody can see that there is a promise, nor in which
//! order jobs run: such a call is a plain call, or an `async fn` of Rust where something waits for the host.

use super::{Callee, Facts, FunctionRole, Visitor, walk_expr, walk_place, walk_program, walk_stmt};
use crate::ir::{
    ClassMember, ExportTarget, Expr, ExprKind, FunctionForm, FunctionId, LogicalOp, MemberKey, ObjectMember,
    ObjectMemberKey, Place, Program, Stmt, StmtKind, UnaryOp,
};

/// Looks through the whole program. `facts` are those of a program without promises.
#[must_use]
pub fn has_promises(program: &Program, facts: &Facts) -> bool {
    let hooks = program
        .exports
        .hooks
        .iter()
        .filter_map(|hook| match hook.target {
            ExportTarget::Function(function) => Some(function),
            ExportTarget::Value(_) => None,
        })
        .collect();
    let mut uses = Uses { program, facts, hooks, function: None, try_depth: 0, found: false };
    for (id, function) in program.functions.iter() {
        uses.found |= facts.functions[id].suspends && facts.functions[id].role != FunctionRole::Item;
        uses.found |= function.is_async && function.is_generator;
    }
    walk_program(&mut uses, program);
    uses.found
}

/// What happens to the value of an expression.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    /// It is awaited right away.
    Awaited,
    /// The host or an async function's caller awaits it.
    Returned,
    /// Whoever called the function has it.
    Passed,
    /// Nobody looks at it.
    Dropped,
    /// Something else.
    Value,
}

struct Uses<'a> {
    program: &'a Program,
    facts: &'a Facts,
    hooks: Vec<FunctionId>,
    /// Whose body it is; `None` for a module.
    function: Option<FunctionId>,
    try_depth: u32,
    found: bool,
}

impl Uses<'_> {
    /// The function is async: by its own word, or because it is a builtin that suspends.
    fn is_async_call(&self, expr: &Expr) -> bool {
        let ExprKind::Call { callee, .. } = &expr.kind else { return false };
        match self.facts.callees.get(&expr.id) {
            Some(Callee::Function(function)) => self.program.functions[*function].is_async,
            Some(Callee::Builtin(row)) => row.is_async(),
            None => match callee.kind {
                ExprKind::Binding(binding) => self.facts.bindings[binding]
                    .function
                    .is_some_and(|function| self.program.functions[function].is_async),
                _ => false,
            },
        }
    }

    fn key(&mut self, name: Option<&str>) {
        // Whatever has a method of this name can be awaited.
        self.found |= name == Some("then");
    }

    fn value(&mut self, expr: &Expr, how: Use) {
        if self.is_async_call(expr) {
            self.found |= match how {
                Use::Awaited => false,
                // The `catch` around it would not see what it rejects with.
                Use::Returned => self.try_depth > 0,
                Use::Dropped | Use::Passed | Use::Value => true,
            };
            let ExprKind::Call { callee, arguments, .. } = &expr.kind else { return };
            if let ExprKind::Member { object, key, optional: _ } = &callee.kind {
                self.value(object, Use::Value);
                if let MemberKey::Computed(key) = key {
                    self.value(key, Use::Value);
                }
            }
            for argument in arguments {
                self.value(&argument.value, Use::Value);
            }
            return;
        }
        match &expr.kind {
            ExprKind::Await(inner) => self.value(inner, Use::Awaited),
            ExprKind::Unary { op: UnaryOp::Void, operand } => self.value(operand, Use::Dropped),
            ExprKind::Conditional { test, then, otherwise } => {
                self.value(test, Use::Value);
                self.value(then, how);
                self.value(otherwise, how);
            }
            ExprKind::Logical { op: LogicalOp::And | LogicalOp::Or | LogicalOp::Nullish, left, right } => {
                self.value(left, Use::Value);
                self.value(right, how);
            }
            ExprKind::Sequence(exprs) => {
                for (index, inner) in exprs.iter().enumerate() {
                    self.value(inner, if index + 1 == exprs.len() { how } else { Use::Dropped });
                }
            }
            ExprKind::Binding(binding) => {
                self.found |= self.facts.bindings[*binding]
                    .function
                    .is_some_and(|function| self.program.functions[function].is_async);
            }
            ExprKind::Call { callee, arguments, .. } => {
                // The server's console returns promises too.
                self.found |= how == Use::Value
                    && matches!(self.facts.callees.get(&expr.id), Some(Callee::Builtin(row)) if row.class == "console");
                // A known function may be called by its name; that is no use as a value.
                match (&callee.kind, self.facts.callees.get(&expr.id)) {
                    (ExprKind::Binding(_), _) => {}
                    (ExprKind::Member { object, .. }, Some(Callee::Builtin(_)))
                        if matches!(object.kind, ExprKind::Global(_)) => {}
                    _ => self.value(callee, Use::Value),
                }
                for argument in arguments {
                    self.value(&argument.value, Use::Value);
                }
            }
            ExprKind::Global(name) => self.found |= matches!(name.as_str(), "Promise" | "console"),
            ExprKind::String(text) => self.key(text.as_str()),
            ExprKind::Member { object: _, key: MemberKey::Static(key, _), optional: _ } => {
                self.key(key.as_str());
                walk_expr(self, expr);
            }
            ExprKind::Object(members) => {
                for member in members {
                    match member {
                        ObjectMember::Property { key: ObjectMemberKey::Static(key), .. }
                        | ObjectMember::Method { key: ObjectMemberKey::Static(key), .. } => self.key(key.as_str()),
                        ObjectMember::Property { .. }
                        | ObjectMember::Method { .. }
                        | ObjectMember::Spread(_)
                        | ObjectMember::Prototype(_) => {}
                    }
                }
                walk_expr(self, expr);
            }
            ExprKind::Class(class) => {
                for member in &class.members {
                    match member {
                        ClassMember::Public { key: MemberKey::Static(key, _), .. } => self.key(key.as_str()),
                        ClassMember::Public { .. }
                        | ClassMember::PrivateMethod { .. }
                        | ClassMember::PrivateAccessor { .. } => {}
                    }
                }
                walk_expr(self, expr);
            }
            _ => walk_expr(self, expr),
        }
    }
}

impl Visitor for Uses<'_> {
    fn enter(&mut self, function: Option<FunctionId>) {
        self.function = function;
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Expr(expr) => self.value(expr, Use::Dropped),
            StmtKind::Return(Some(value)) => {
                let awaits = self.function.is_some_and(|function| {
                    self.program.functions[function].is_async || self.hooks.contains(&function)
                });
                self.value(value, if awaits { Use::Returned } else { Use::Passed });
            }
            StmtKind::Let { binding, init: Some(Expr { kind: ExprKind::Function(function), .. }) }
                if self.facts.bindings[*binding].function == Some(*function) => {}
            StmtKind::Try { block, catch, finally } => {
                self.try_depth += 1;
                self.stmts(block);
                self.try_depth -= u32::from(finally.is_none());
                if let Some(catch) = catch {
                    self.stmts(&catch.body);
                }
                self.try_depth -= u32::from(finally.is_some());
                if let Some(finally) = finally {
                    self.stmts(finally);
                }
            }
            StmtKind::ForOf { is_await: true, .. } => self.found = true,
            _ => walk_stmt(self, stmt),
        }
    }

    fn expr(&mut self, expr: &Expr) {
        self.value(expr, Use::Value);
    }

    fn place(&mut self, place: &Place) {
        if let Place::Member { object: _, key: MemberKey::Static(key, _), span: _ } = place {
            self.key(key.as_str());
        }
        walk_place(self, place);
    }

    fn function(&mut self, id: FunctionId) {
        let function = &self.program.functions[id];
        let is_declared = function.form == FunctionForm::Declaration;
        self.found |= function.is_async && !is_declared && !self.hooks.contains(&id);
    }
}
