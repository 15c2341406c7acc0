//! Async functions: every call of one is awaited where it stands, so that no promise is ever seen.

use super::Checker;
use crate::analyse::{Callee, FunctionRole, Visitor, walk_expr, walk_stmt};
use crate::base::Span;
use crate::diag::{Diagnostic, codes};
use crate::ir::{ExportTarget, Expr, ExprKind, FunctionId, LogicalOp, MemberKey, Stmt, StmtKind, UnaryOp};

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

impl Checker<'_> {
    /// Checks all async functions and their calls.
    pub fn promises(&mut self) {
        let program = self.program;
        let hooks: Vec<FunctionId> = program
            .exports
            .hooks
            .iter()
            .filter_map(|hook| match hook.target {
                ExportTarget::Function(function) => Some(function),
                ExportTarget::Value(_) => None,
            })
            .collect();
        for (id, function) in program.functions.iter() {
            if self.facts.functions[id].suspends && self.facts.functions[id].role != FunctionRole::Item {
                self.suspending_closure(function.span);
            }
        }
        let mut uses = Uses { checker: self, hooks, function: None, try_depth: 0, reported: Vec::new() };
        for (_, module) in program.modules.iter() {
            uses.stmts(&module.body);
        }
        for (id, function) in program.functions.iter() {
            uses.function = Some(id);
            uses.stmts(&function.body);
        }
        uses.function = None;
        for hook in &program.exports.hooks {
            if let ExportTarget::Value(value) = &hook.target {
                uses.value(value, Use::Value);
            }
        }
    }

    /// The function is async: by its own word, or because it is a builtin that suspends.
    pub fn is_async_call(&self, expr: &Expr) -> bool {
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

    fn suspending_closure(&mut self, span: Span) {
        self.reporter.report(
            Diagnostic::error(
                codes::ASYNC_FUNCTION_AS_VALUE,
                "a function that waits for the host must be called by its name",
            )
            .primary(span, "this one is a value, or uses variables of the function around it")
            .help("declare it at the top level of the file, and pass it what it needs as arguments")
            .note("promises that a plugin can hold come with the asynchronous host services"),
        );
    }

    fn async_value(&mut self, span: Span) {
        self.reporter.report(
            Diagnostic::error(codes::ASYNC_FUNCTION_AS_VALUE, "an async function is used as a value")
                .primary(span, "whoever calls it gets a promise")
                .help("call it directly and await it: in a `for` loop instead of `map` or `forEach`")
                .note("promises that a plugin can hold come with the asynchronous host services"),
        );
    }

    fn misused(&mut self, expr: &Expr, how: Use) {
        let text = self.text(expr.span).to_owned();
        let short = text.lines().next().unwrap_or_default().to_owned();
        let diagnostic = match how {
            Use::Dropped => Diagnostic::error(codes::UNAWAITED_CALL, "an async call is not awaited")
                .primary(expr.span, "what follows would run before it has finished")
                .suggest(expr.span, format!("await {text}"), "await it"),
            Use::Awaited | Use::Returned | Use::Passed | Use::Value => {
                Diagnostic::error(codes::PROMISE_AS_VALUE, "a promise is used as a value")
                    .primary(expr.span, format!("`{short}` is a promise, not its result"))
                    .help(format!("write `await {short}`, in an async function"))
            }
        };
        self.reporter
            .report(diagnostic.note("promises that a plugin can hold come with the asynchronous host services"));
    }
}

struct Uses<'c, 'a> {
    checker: &'c mut Checker<'a>,
    hooks: Vec<FunctionId>,
    /// Whose body it is; `None` for a module.
    function: Option<FunctionId>,
    try_depth: u32,
    reported: Vec<FunctionId>,
}

impl Uses<'_, '_> {
    fn value(&mut self, expr: &Expr, how: Use) {
        if self.checker.is_async_call(expr) {
            match how {
                Use::Awaited => {}
                Use::Returned if self.try_depth == 0 => {}
                Use::Returned => {
                    let text = self.checker.text(expr.span).to_owned();
                    self.checker.reporter.report(
                        Diagnostic::error(codes::RETURN_WITHOUT_AWAIT, "a promise is returned out of a `try`")
                            .primary(expr.span, "if it rejects, this `catch` does not see it")
                            .suggest(expr.span, format!("await {text}"), "await it here"),
                    );
                }
                Use::Dropped | Use::Passed | Use::Value => self.checker.misused(expr, how),
            }
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
                if let Some(function) = self.checker.facts.bindings[*binding].function
                    && self.checker.program.functions[function].is_async
                {
                    self.checker.async_value(expr.span);
                }
            }
            ExprKind::Call { callee, arguments, .. } => {
                // The server's console returns promises too.
                if how == Use::Value
                    && let Some(Callee::Builtin(row)) = self.checker.facts.callees.get(&expr.id)
                    && row.class == "console"
                {
                    self.checker.misused(expr, how);
                }
                // A known function may be called by its name; that is no use as a value.
                if !matches!(callee.kind, ExprKind::Binding(_)) {
                    self.value(callee, Use::Value);
                }
                for argument in arguments {
                    self.value(&argument.value, Use::Value);
                }
            }
            _ => walk_expr(self, expr),
        }
    }
}

impl Visitor for Uses<'_, '_> {
    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Expr(expr) => self.value(expr, Use::Dropped),
            StmtKind::Return(Some(value)) => {
                let awaits = self.function.is_some_and(|function| {
                    self.checker.program.functions[function].is_async || self.hooks.contains(&function)
                });
                self.value(value, if awaits { Use::Returned } else { Use::Passed });
            }
            StmtKind::Let { binding, init: Some(Expr { kind: ExprKind::Function(function), .. }) }
                if self.checker.facts.bindings[*binding].function == Some(*function) => {}
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
            _ => walk_stmt(self, stmt),
        }
    }

    fn expr(&mut self, expr: &Expr) {
        self.value(expr, Use::Value);
    }

    fn function(&mut self, id: FunctionId) {
        let function = &self.checker.program.functions[id];
        let is_declared = function.form == crate::ir::FunctionForm::Declaration;
        let facts = &self.checker.facts.functions[id];
        // Reported already.
        let waits = facts.suspends && facts.role != FunctionRole::Item;
        if function.is_async && !waits && !is_declared && !self.hooks.contains(&id) && !self.reported.contains(&id) {
            self.reported.push(id);
            let span = function.span;
            self.checker.async_value(span);
        }
    }
}
