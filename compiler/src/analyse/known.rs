//! Which functions are always called by name, and which need a function object.

use super::usage::Usage;
use super::walk::{Visitor, walk_expr, walk_program, walk_stmt};
use crate::base::IndexVec;
use crate::ir::{BindingId, BindingKind, ExportTarget, Expr, ExprKind, FunctionId, Program, Scope, Stmt, StmtKind};
use std::collections::BTreeSet;

/// What is known about functions before types are.
#[derive(Clone, Debug)]
pub struct Known {
    /// The function that a binding always holds when it is read.
    pub function_of: IndexVec<BindingId, Option<FunctionId>>,
    /// The binding that always holds the function.
    pub binding_of: IndexVec<FunctionId, Option<BindingId>>,
    /// A Rust function is enough to run it: it captures nothing that lives in an outer call.
    pub is_item: IndexVec<FunctionId, bool>,
    /// Its function object is needed.
    pub used_as_value: IndexVec<FunctionId, bool>,
    /// A call names it.
    pub called_directly: IndexVec<FunctionId, bool>,
    /// It is an expression whose body uses the name of that expression.
    pub names_itself: IndexVec<FunctionId, bool>,
    /// What its function object must hold.
    pub captures: IndexVec<FunctionId, Vec<BindingId>>,
}

/// Finds out.
pub fn collect(program: &Program, usage: &Usage) -> Known {
    let mut function_of = IndexVec::filled(program.bindings.len(), None);
    let mut binding_of = IndexVec::filled(program.functions.len(), None);
    let mut names_itself = IndexVec::filled(program.functions.len(), false);
    for (id, binding) in program.bindings.iter() {
        let uses = &usage.bindings[id];
        let function = match binding.kind {
            BindingKind::Function(function) if uses.writes == 0 => Some(function),
            // Assigning to it changes nothing.
            BindingKind::FunctionSelf(function) => {
                names_itself[function] |= uses.reads > 0;
                Some(function)
            }
            BindingKind::Const | BindingKind::Let | BindingKind::Temp | BindingKind::Synthetic
                if uses.writes == 0 && !uses.early =>
            {
                uses.init_function
            }
            BindingKind::Var if uses.writes == 0 && !uses.early && uses.declared_at_top => uses.init_function,
            BindingKind::Function(_)
            | BindingKind::Const
            | BindingKind::Let
            | BindingKind::Temp
            | BindingKind::Synthetic
            | BindingKind::Var
            | BindingKind::Class
            | BindingKind::Param
            | BindingKind::Catch => None,
        };
        // A call of a generator function does not run it: only its function object knows what to do.
        let function = function.filter(|function| !program.functions[*function].is_generator);
        function_of[id] = function;
        if let Some(function) = function
            && !matches!(binding.kind, BindingKind::FunctionSelf(_))
        {
            binding_of[function] = Some(id);
        }
    }
    let mut mentions = Mentions {
        function_of: &function_of,
        current: None,
        used_as_value: IndexVec::filled(program.functions.len(), false),
        called_directly: IndexVec::filled(program.functions.len(), false),
        values: IndexVec::filled(program.functions.len(), BTreeSet::new()),
        wants_itself: IndexVec::filled(program.functions.len(), false),
        program,
    };
    walk_program(&mut mentions, program);
    for hook in &program.exports.hooks {
        match &hook.target {
            ExportTarget::Function(function) => mentions.called_directly[*function] = true,
            ExportTarget::Value(_) => {}
        }
    }
    let Mentions { mut used_as_value, called_directly, mut values, wants_itself, .. } = mentions;
    // What a function in a function takes as a value, the outer one must have as a value.
    for id in program.functions.ids() {
        let mut current = id;
        while let Scope::Function(parent) = program.functions[current].parent {
            let inner = values[id].clone();
            values[parent].extend(inner);
            current = parent;
        }
    }
    // A function is an item as long as all it captures are items that it only calls.
    let mut is_item = IndexVec::filled(program.functions.len(), true);
    for id in program.functions.ids() {
        // A function expression that only its own body names has no place to stand as an item.
        let is_nameless = names_itself[id] && binding_of[id].is_none() && !is_hook(program, id);
        // What its call alone knows, a Rust function would not get.
        let function = &program.functions[id];
        let needs_call = function.uses_this || function.arguments.is_some() || function.is_generator;
        is_item[id] = !wants_itself[id] && !is_nameless && !needs_call;
    }
    let real = |is_item: &IndexVec<FunctionId, bool>, function: FunctionId, binding: BindingId| {
        values[function].contains(&binding) || !function_of[binding].is_some_and(|known: FunctionId| is_item[known])
    };
    loop {
        let mut changed = false;
        for id in program.functions.ids() {
            if is_item[id] && usage.functions[id].captures.iter().any(|binding| real(&is_item, id, *binding)) {
                is_item[id] = false;
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    let mut captures = IndexVec::filled(program.functions.len(), Vec::new());
    for id in program.functions.ids() {
        captures[id] =
            usage.functions[id].captures.iter().copied().filter(|binding| real(&is_item, id, *binding)).collect();
        if !is_item[id] {
            used_as_value[id] = true;
        }
    }
    Known { function_of, binding_of, is_item, used_as_value, called_directly, names_itself, captures }
}

fn is_hook(program: &Program, function: FunctionId) -> bool {
    program.exports.hooks.iter().any(|hook| matches!(hook.target, ExportTarget::Function(target) if target == function))
}

struct Mentions<'a> {
    function_of: &'a IndexVec<BindingId, Option<FunctionId>>,
    current: Option<FunctionId>,
    used_as_value: IndexVec<FunctionId, bool>,
    called_directly: IndexVec<FunctionId, bool>,
    /// Bindings that a function reads other than to call them.
    values: IndexVec<FunctionId, BTreeSet<BindingId>>,
    /// Functions that use the name of their own expression as a value.
    wants_itself: IndexVec<FunctionId, bool>,
    program: &'a Program,
}

impl Visitor for Mentions<'_> {
    fn enter(&mut self, function: Option<FunctionId>) {
        self.current = function;
    }

    fn stmt(&mut self, stmt: &Stmt) {
        if let StmtKind::Let { binding, init: Some(Expr { kind: ExprKind::Function(function), .. }) } = &stmt.kind
            && self.function_of[*binding] == Some(*function)
        {
            return;
        }
        if let StmtKind::Function(_) = stmt.kind {
            return;
        }
        walk_stmt(self, stmt);
    }

    fn expr(&mut self, expr: &Expr) {
        if let ExprKind::Call { callee, arguments, optional: _, callee_text: _ } = &expr.kind
            && let ExprKind::Binding(binding) = callee.kind
            && let Some(function) = self.function_of[binding]
            && arguments.iter().all(|argument| argument.spread.is_none())
        {
            self.called_directly[function] = true;
            for argument in arguments {
                self.expr(&argument.value);
            }
            return;
        }
        if let ExprKind::Binding(binding) = expr.kind {
            if let Some(function) = self.function_of[binding] {
                self.used_as_value[function] = true;
                if let BindingKind::FunctionSelf(_) = self.program.bindings[binding].kind {
                    self.wants_itself[function] = true;
                }
            }
            if let Some(current) = self.current {
                self.values[current].insert(binding);
            }
        }
        walk_expr(self, expr);
    }

    fn function(&mut self, id: FunctionId) {
        self.used_as_value[id] = true;
    }
}
