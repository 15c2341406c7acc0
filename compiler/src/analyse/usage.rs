//! Who mentions which binding, and whether that may happen before its declaration has run.

use super::mentions::Mentions;
use super::walk::Visitor;
use crate::base::IndexVec;
use crate::ir::{BindingId, BindingKind, FunctionId, Program, Scope, Stmt, StmtKind};
use std::collections::BTreeSet;

/// How a binding is used.
#[derive(Clone, Debug)]
pub struct BindingUsage {
    /// Mentions that read it.
    pub reads: u32,
    /// Assignments besides the one declaration; for a `var` also the declarations that may run again.
    pub writes: u32,
    /// Assignments elsewhere than in the update part of the `for` that declares it.
    pub writes_outside_update: u32,
    /// Mentioned by a function other than its owner.
    pub captured: bool,
    /// Assigned by a function other than its owner.
    pub written_by_other: bool,
    /// A mention may be reached before the declaration has run.
    pub early: bool,
    /// A function object that captures it may be made before the declaration has run.
    pub captured_early: bool,
    /// Its declaration stands directly in the body of its owner, not in a loop or a branch.
    pub declared_at_top: bool,
    /// The function expression that its declaration stores.
    pub init_function: Option<FunctionId>,
    /// It is declared in a loop, so each iteration has one of its own.
    pub in_loop: bool,
    /// It is an iteration variable of a `for` with a fresh copy per iteration.
    pub per_iteration: bool,
    /// The positions between which the case of a `switch` lies that declares it: other cases may run without its declaration.
    pub case: Option<(u32, u32)>,
    /// The position behind its declaration.
    pub declared_at: Option<u32>,
    first_mention: u32,
}

/// How a function is used.
#[derive(Clone, Debug, Default)]
pub struct FunctionUsage {
    /// Function-level bindings from outside that it or a function in it mentions, in order of first mention.
    pub captures: Vec<BindingId>,
    /// Of those, the ones that it or a function in it assigns.
    pub assigned_captures: BTreeSet<BindingId>,
    /// All bindings that its own body mentions.
    pub mentions: BTreeSet<BindingId>,
    /// Functions in its own body, without those in them.
    pub inner: Vec<FunctionId>,
    /// Where its function object is made.
    pub created_at: u32,
}

/// The result.
#[derive(Clone, Debug)]
pub struct Usage {
    /// By binding.
    pub bindings: IndexVec<BindingId, BindingUsage>,
    /// By function.
    pub functions: IndexVec<FunctionId, FunctionUsage>,
}

/// Something that happens at a position of a body.
#[derive(Clone, Copy, Debug)]
pub enum Event {
    /// A binding is read or written.
    Mention(BindingId),
    /// A function expression that is more than the initial value of a variable: it may be called from here on.
    Function(FunctionId),
}

/// Collects the usage of everything in `program`.
pub fn collect(program: &Program) -> Usage {
    let usage = Usage {
        bindings: IndexVec::filled(
            program.bindings.len(),
            BindingUsage {
                reads: 0,
                writes: 0,
                writes_outside_update: 0,
                captured: false,
                written_by_other: false,
                early: false,
                captured_early: false,
                declared_at_top: false,
                init_function: None,
                in_loop: false,
                per_iteration: false,
                case: None,
                declared_at: None,
                first_mention: u32::MAX,
            },
        ),
        functions: IndexVec::filled(program.functions.len(), FunctionUsage::default()),
    };
    let mut collector = Mentions::new(program, usage);
    // Bodies of all modules are one sequence: an import may name a binding of a module that runs later (cycles).
    let mut module_events = Vec::new();
    for (id, module) in program.modules.iter() {
        collector.owner = Scope::Module(id);
        collector.stmts(&module.body);
        module_events.append(&mut collector.events);
    }
    for hook in &program.exports.hooks {
        if let crate::ir::ExportTarget::Value(value) = &hook.target {
            collector.expr(value);
        }
    }
    module_events.append(&mut collector.events);
    let mut function_events = Vec::new();
    for (id, function) in program.functions.iter() {
        collector.owner = Scope::Function(id);
        collector.position = 1;
        for param in &function.params {
            collector.usage.bindings[param.binding].declared_at = Some(0);
        }
        for binding in [function.rest, function.arguments].into_iter().flatten() {
            collector.usage.bindings[binding].declared_at = Some(0);
        }
        collector.stmts(&function.body);
        function_events.push(std::mem::take(&mut collector.events));
    }
    let mut usage = collector.usage;
    propagate_captures(program, &mut usage);
    let mut reached = IndexVec::filled(program.functions.len(), u32::MAX);
    mark_first_mentions(program, &mut usage, &module_events, None, &mut reached);
    for (id, events) in program.functions.ids().zip(&function_events) {
        mark_first_mentions(program, &mut usage, events, Some(id), &mut reached);
    }
    for id in program.bindings.ids() {
        let binding = &mut usage.bindings[id];
        binding.early |= binding.declared_at.is_some_and(|at| binding.first_mention < at);
    }
    mark_captured_early(program, &mut usage);
    usage
}

/// A function in another function: what the inner one captures from further out, the outer one captures too.
fn propagate_captures(program: &Program, usage: &mut Usage) {
    // Inner functions have larger ids only by accident, so walk up from each mention instead of relying on order.
    for id in program.functions.ids() {
        let mentions: Vec<BindingId> = usage.functions[id].mentions.iter().copied().collect();
        for binding in mentions {
            let owner = match program.bindings[binding].scope {
                Scope::Function(owner) => Some(owner),
                // Top-level variables are in the instance, but not those of which there are many.
                Scope::Module(_) if usage.bindings[binding].in_loop => None,
                Scope::Module(_) => continue,
            };
            let mut current = id;
            while Some(current) != owner {
                let captures = &mut usage.functions[current].captures;
                if captures.contains(&binding) {
                    break;
                }
                captures.push(binding);
                let Scope::Function(parent) = program.functions[current].parent else { break };
                current = parent;
            }
        }
        let assigned: Vec<BindingId> = usage.functions[id].assigned_captures.iter().copied().collect();
        for binding in assigned {
            let owner = match program.bindings[binding].scope {
                Scope::Function(owner) => Some(owner),
                Scope::Module(_) => None,
            };
            let mut current = id;
            while let Scope::Function(parent) = program.functions[current].parent {
                if Some(parent) == owner {
                    break;
                }
                usage.functions[parent].assigned_captures.insert(binding);
                current = parent;
            }
        }
    }
}

/// Sets `first_mention` of the bindings of one body (`None`: of all modules): the position from which on a function
/// that mentions them may run.
fn mark_first_mentions(
    program: &Program,
    usage: &mut Usage,
    events: &[(u32, Event)],
    owner: Option<FunctionId>,
    reached: &mut IndexVec<FunctionId, u32>,
) {
    let stamp = owner.map_or(0, |id| id.0 + 1);
    let mut stack = Vec::new();
    for &(position, event) in events {
        match event {
            Event::Mention(binding) => mention(program, usage, binding, position, owner, &mut stack),
            Event::Function(function) => stack.push(function),
        }
        while let Some(function) = stack.pop() {
            let inside = owner.is_none_or(|owner| is_inside(program, function, owner));
            if reached[function] == stamp || !inside {
                continue;
            }
            reached[function] = stamp;
            let mentions: Vec<BindingId> = usage.functions[function].mentions.iter().copied().collect();
            for binding in mentions {
                mention(program, usage, binding, position, owner, &mut stack);
            }
            stack.extend(usage.functions[function].inner.iter().copied());
        }
    }
}

fn mention(
    program: &Program,
    usage: &mut Usage,
    binding: BindingId,
    position: u32,
    owner: Option<FunctionId>,
    stack: &mut Vec<FunctionId>,
) {
    let declared = &program.bindings[binding];
    let owned = match declared.scope {
        Scope::Module(_) => owner.is_none(),
        Scope::Function(function) => owner == Some(function),
    };
    let usage = &mut usage.bindings[binding];
    if owned {
        usage.first_mention = usage.first_mention.min(position);
    }
    match declared.kind {
        BindingKind::Function(function) | BindingKind::FunctionSelf(function) => stack.push(function),
        BindingKind::Var
        | BindingKind::Let
        | BindingKind::Const
        | BindingKind::Class
        | BindingKind::Param
        | BindingKind::Catch
        | BindingKind::Synthetic
        | BindingKind::Temp => stack.extend(usage.init_function),
    }
}

fn is_inside(program: &Program, function: FunctionId, owner: FunctionId) -> bool {
    let mut scope = program.functions[function].parent;
    loop {
        match scope {
            Scope::Module(_) => return false,
            Scope::Function(parent) if parent == owner => return true,
            Scope::Function(parent) => scope = program.functions[parent].parent,
        }
    }
}

fn mark_captured_early(program: &Program, usage: &mut Usage) {
    for (id, function) in program.functions.iter() {
        let created_at = usage.functions[id].created_at;
        for binding in usage.functions[id].captures.clone() {
            if program.bindings[binding].scope != function.parent {
                continue;
            }
            let binding = &mut usage.bindings[binding];
            if binding.declared_at.is_none_or(|at| created_at < at) {
                binding.captured_early = true;
            }
            if binding.case.is_some_and(|(start, end)| created_at < start || created_at > end) {
                binding.early = true;
            }
        }
    }
}

/// Bindings that statements declare in their own scope, groups included.
pub fn direct_declarations(stmts: &[Stmt], found: &mut Vec<BindingId>) {
    for stmt in stmts {
        match &stmt.kind {
            StmtKind::Let { binding, init: _ } => found.push(*binding),
            StmtKind::Group(group) => direct_declarations(group, found),
            StmtKind::Expr(_)
            | StmtKind::Function(_)
            | StmtKind::Return(_)
            | StmtKind::If { .. }
            | StmtKind::Switch { .. }
            | StmtKind::While { .. }
            | StmtKind::DoWhile { .. }
            | StmtKind::For { .. }
            | StmtKind::ForOf { .. }
            | StmtKind::ForIn { .. }
            | StmtKind::Block(_)
            | StmtKind::Labeled { .. }
            | StmtKind::Break(_)
            | StmtKind::Continue(_)
            | StmtKind::Throw(_)
            | StmtKind::Try { .. }
            | StmtKind::Error => {}
        }
    }
}

/// Functions that statements declare in their own scope, groups included.
pub fn direct_functions(stmts: &[Stmt]) -> Vec<FunctionId> {
    let mut found = Vec::new();
    for stmt in stmts {
        if let StmtKind::Function(id) = stmt.kind {
            found.push(id);
        } else if let StmtKind::Group(group) = &stmt.kind {
            found.extend(direct_functions(group));
        }
    }
    found
}

/// The binding of each declared function.
pub fn declared_functions(program: &Program) -> IndexVec<FunctionId, Option<BindingId>> {
    let mut declared = IndexVec::filled(program.functions.len(), None);
    for (binding, facts) in program.bindings.iter() {
        if let BindingKind::Function(function) = facts.kind {
            declared[function] = Some(binding);
        }
    }
    declared
}
