//! How functions appear in generated code, and where bindings live.

use super::infer::Types;
use super::known::Known;
use super::usage::Usage;
use super::walk::{Visitor, walk_expr, walk_program};
use super::{Callee, FunctionRole, Storage};
use crate::base::IndexVec;
use crate::ir::{
    Argument, BindingId, BindingKind, ExportTarget, Expr, ExprKind, FunctionForm, FunctionId, Program, Scope, Stmt,
    StmtKind,
};
use prickle_spec::{Builtin, Ty};

/// Decides for each function.
pub fn roles(program: &Program, known: &Known, types: &Types) -> IndexVec<FunctionId, FunctionRole> {
    let mut roles = IndexVec::filled(program.functions.len(), FunctionRole::Closure);
    for id in program.functions.ids() {
        if known.is_item[id] && known.binding_of[id].is_some() {
            roles[id] = FunctionRole::Item;
        }
    }
    for hook in &program.exports.hooks {
        if let ExportTarget::Function(function) = hook.target {
            roles[function] = FunctionRole::Item;
        }
    }
    let mut callbacks = Callbacks { program, known, types, roles };
    walk_program(&mut callbacks, program);
    callbacks.roles
}

/// Finds functions that stand right where a builtin takes a callback.
struct Callbacks<'a> {
    program: &'a Program,
    known: &'a Known,
    types: &'a Types,
    roles: IndexVec<FunctionId, FunctionRole>,
}

impl Visitor for Callbacks<'_> {
    fn expr(&mut self, expr: &Expr) {
        if let ExprKind::Call { arguments, .. } | ExprKind::New { arguments, .. } = &expr.kind
            && let Some(Callee::Builtin(row)) = self.types.callees.get(&expr.id)
        {
            self.arguments(row, arguments);
        }
        walk_expr(self, expr);
    }
}

impl Callbacks<'_> {
    fn arguments(&mut self, row: &Builtin, arguments: &[Argument]) {
        // `map(callback, thisArg)` stays with function objects.
        if arguments.len() > row.params.len() {
            return;
        }
        for (index, (argument, param)) in arguments.iter().zip(row.params).enumerate() {
            let ExprKind::Function(id) = argument.value.kind else { continue };
            let function = &self.program.functions[id];
            let others_assign = arguments.iter().skip(index + 1).any(|other| assigns(&other.value));
            let is_arrow = function.form == FunctionForm::Arrow;
            let plain = !self.known.names_itself[id]
                && !function.is_async
                && !function.is_generator
                && (is_arrow || !function.uses_this && function.arguments.is_none());
            if is_callback(param.ty) && argument.spread.is_none() && plain && !others_assign {
                self.roles[id] = FunctionRole::Callback;
            }
        }
    }
}

/// Parameters of this type are functions that the builtin calls and forgets.
#[must_use]
pub fn is_callback(ty: Ty) -> bool {
    matches!(ty, Ty::Callback | Ty::CallbackWithThis | Ty::Comparator | Ty::Mapper | Ty::Visitor)
}

/// The expression stores something in a variable.
fn assigns(expr: &Expr) -> bool {
    struct Assigns(bool);
    impl Visitor for Assigns {
        fn expr(&mut self, expr: &Expr) {
            self.0 |= matches!(expr.kind, ExprKind::Assign { .. } | ExprKind::Update { .. });
            walk_expr(self, expr);
        }
    }
    let mut found = Assigns(false);
    found.expr(expr);
    found.0
}

/// Decides for each binding. Slots are numbered in order of bindings.
pub fn storages(
    program: &Program,
    usage: &Usage,
    known: &Known,
    roles: &IndexVec<FunctionId, FunctionRole>,
) -> (IndexVec<BindingId, Storage>, Vec<BindingId>) {
    let constants = constants(program, usage);
    let mut in_cell = IndexVec::filled(program.bindings.len(), false);
    for id in program.functions.ids() {
        match roles[id] {
            FunctionRole::Item => {}
            FunctionRole::Closure => {
                for &binding in &known.captures[id] {
                    let uses = &usage.bindings[binding];
                    // Each iteration has its own copy, which only the step to the next one changes.
                    let fresh_copy = uses.per_iteration && uses.writes_outside_update == 0;
                    in_cell[binding] |= uses.captured_early || (uses.writes > 0 && !fresh_copy);
                }
                if super::arguments::is_mapped(program, usage, id) {
                    for param in &program.functions[id].params {
                        in_cell[param.binding] = true;
                    }
                }
            }
            FunctionRole::Callback => {
                for &binding in &usage.functions[id].assigned_captures {
                    in_cell[binding] = true;
                }
            }
        }
    }
    let mut slots = Vec::new();
    let mut storages = IndexVec::filled(program.bindings.len(), Storage::Unused);
    for (id, binding) in program.bindings.iter() {
        let uses = &usage.bindings[id];
        let is_item = known.function_of[id]
            .is_some_and(|function| roles[function] == FunctionRole::Item && !known.used_as_value[function]);
        storages[id] = if uses.reads == 0 && uses.writes == 0 && !matches!(binding.kind, BindingKind::Param) {
            Storage::Unused
        } else if is_item {
            Storage::Item
        } else if constants[id] {
            Storage::Constant
        } else {
            match binding.scope {
                Scope::Module(_) if !uses.in_loop && (uses.captured || needs_tdz_check(binding.kind, uses.early)) => {
                    slots.push(id);
                    Storage::Slot(u32::try_from(slots.len() - 1).expect("fewer bindings than 2^32"))
                }
                _ if in_cell[id] || needs_tdz_check(binding.kind, uses.early) => Storage::Cell,
                Scope::Module(_) | Scope::Function(_) => Storage::Local,
            }
        };
    }
    (storages, slots)
}

/// Reading it too early is a ReferenceError.
#[must_use]
pub fn needs_tdz_check(kind: BindingKind, early: bool) -> bool {
    match kind {
        BindingKind::Let | BindingKind::Const | BindingKind::Class => early,
        BindingKind::Var
        | BindingKind::Function(_)
        | BindingKind::Param
        | BindingKind::Catch
        | BindingKind::FunctionSelf(_)
        | BindingKind::Synthetic
        | BindingKind::Temp => false,
    }
}

/// Module-level bindings that always hold one literal.
fn constants(program: &Program, usage: &Usage) -> IndexVec<BindingId, bool> {
    let mut constants = IndexVec::filled(program.bindings.len(), false);
    for (_, module) in program.modules.iter() {
        mark_constants(&module.body, usage, &mut constants);
    }
    constants
}

fn mark_constants(stmts: &[Stmt], usage: &Usage, constants: &mut IndexVec<BindingId, bool>) {
    for stmt in stmts {
        match &stmt.kind {
            StmtKind::Let { binding, init: Some(init) } => {
                let uses = &usage.bindings[*binding];
                let literal = match &init.kind {
                    ExprKind::Bool(_) => true,
                    ExprKind::Number(number) => number.is_finite(),
                    ExprKind::String(text) => text.as_str().is_some(),
                    _ => false,
                };
                constants[*binding] = literal && uses.writes == 0 && !uses.early;
            }
            StmtKind::Group(group) => mark_constants(group, usage, constants),
            _ => {}
        }
    }
}
