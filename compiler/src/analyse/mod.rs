//! Finds out what the IR does not say: types, captures, callees, what suspends, what is read and written.
//!
//! Nothing here reports anything and nothing changes the IR: every analysis fills a side table of [`Facts`].

mod arguments;
mod builtins;
mod completion;
mod facts;
mod features;
mod hosts;
mod infer;
mod int32;
mod known;
mod mentions;
mod promises;
mod properties;
mod roles;
mod services;
mod suspend;
mod types;
mod usage;
pub mod walk;

pub use builtins::class_of;
pub use completion::{any, breaks, completes_normally, continues, stmt_completes};
pub use facts::{Access, BindingFacts, Callee, Facts, FunctionFacts, FunctionRole, KeyUses, PropertySets, Storage};
pub use hosts::Hosts;
pub use int32::{Int32, is_int32, is_int32_operator};
pub use roles::is_callback;
pub use services::Services;
pub use types::Type;
pub use usage::{direct_declarations, direct_functions};
pub use walk::{Visitor, makes_functions, walk_expr, walk_place, walk_program, walk_stmt, walk_stmts};

use crate::base::IndexVec;
use crate::ir::{BindingKind, Program};
use features::Features;

/// Runs all analyses.
#[must_use]
pub fn analyse(program: &Program) -> Facts {
    let features = features::features(program);
    let facts = analyse_with(program, features);
    if promises::has_promises(program, &facts) {
        analyse_with(program, Features { promises: true, ..features })
    } else {
        facts
    }
}

fn analyse_with(program: &Program, features: Features) -> Facts {
    let usage = usage::collect(program);
    let known = known::collect(program, &usage);
    let types = infer::infer(program, &usage, &known, features);
    let roles = roles::roles(program, &known, &types);
    let (storages, slots) = roles::storages(program, &usage, &known, &roles);
    let graph = suspend::call_graph(program, &types.callees);
    // Where there are promises, only these wait.
    let suspends =
        if features.promises { IndexVec::filled(program.functions.len(), false) } else { graph.suspending(&roles) };
    let recursive = graph.recursive();
    let mut facts = Facts::unknown(program);
    for (id, binding) in program.bindings.iter() {
        let uses = &usage.bindings[id];
        facts.bindings[id] = BindingFacts {
            reads: uses.reads,
            writes: uses.writes,
            captured: uses.captured,
            needs_tdz_check: roles::needs_tdz_check(binding.kind, uses.early),
            predeclared: match binding.kind {
                BindingKind::Var => uses.early || uses.captured_early || !uses.declared_at_top,
                BindingKind::Let
                | BindingKind::Const
                | BindingKind::Class
                | BindingKind::Function(_)
                | BindingKind::Temp => uses.early || uses.captured_early,
                BindingKind::Param | BindingKind::Catch | BindingKind::FunctionSelf(_) | BindingKind::Synthetic => {
                    false
                }
            },
            per_iteration: uses.per_iteration,
            storage: storages[id],
            ty: types.bindings[id],
            function: known.function_of[id],
        };
    }
    for id in program.functions.ids() {
        facts.functions[id] = FunctionFacts {
            role: roles[id],
            captures: known.captures[id].clone(),
            binding: known.binding_of[id],
            used_as_value: known.used_as_value[id],
            called_directly: known.called_directly[id],
            maps_arguments: arguments::is_mapped(program, &usage, id),
            suspends: suspends[id],
            recursive: recursive[id],
            returns: if features.promises && program.functions[id].is_async {
                Type::Instance("Promise")
            } else {
                types.returns[id]
            },
            properties: PropertySets::default(),
        };
    }
    let (properties, by_function) = properties::collect(program, &types);
    for (id, sets) in by_function.iter() {
        facts.functions[id].properties = sets.clone();
    }
    facts.properties = properties;
    facts.services = services::services(program, &types);
    facts.hosts = hosts::hosts(program);
    facts.features = features;
    facts.int32 = int32::collect(program, &usage, &types, &storages);
    facts.types = types.exprs;
    facts.callees = types.callees;
    facts.slots = slots;
    facts
}
