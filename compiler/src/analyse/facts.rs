//! The side tables.

use super::features::Features;
use super::hosts::Hosts;
use super::services::Services;
use super::{Int32, Type};
use crate::base::IndexVec;
use crate::ir::{BindingId, Expr, ExprId, FunctionId, Program};
use prickle_spec::Builtin;
use std::collections::BTreeMap;

/// Everything that the analyses found out.
#[derive(Clone, Debug)]
pub struct Facts {
    /// By binding.
    pub bindings: IndexVec<BindingId, BindingFacts>,
    /// By function.
    pub functions: IndexVec<FunctionId, FunctionFacts>,
    /// The proven type of each expression's value.
    pub types: IndexVec<ExprId, Type>,
    /// What calls, `new`s and reads of builtin members mean, where that is known.
    pub callees: BTreeMap<ExprId, Callee>,
    /// What holds 32-bit integers only.
    pub int32: Int32,
    /// Bindings that live in the instance, in the order of their slots.
    pub slots: Vec<BindingId>,
    /// What the plugin reads and writes, for `inspect` and for doc comments.
    pub properties: PropertySets,
    /// What the plugin uses of the host, and what makes two runs of it differ.
    pub services: Services,
    /// Which hosts it contacts.
    pub hosts: Hosts,
    /// Rare parts of the language that the plugin uses.
    pub features: Features,
}

/// Where a binding lives in generated code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Storage {
    /// Nowhere: nothing reads or writes it.
    Unused,
    /// A function that is only ever called directly: its Rust function is enough.
    Item,
    /// A module-level constant literal: a Rust `const`.
    Constant,
    /// A Rust local variable.
    Local,
    /// A cell, because closures share it with assignments.
    Cell,
    /// A slot of the plugin instance, with its index.
    Slot(u32),
}

/// What is known about a binding.
#[derive(Clone, Debug)]
pub struct BindingFacts {
    /// How often it is read.
    pub reads: u32,
    /// How often it is assigned after its declaration.
    pub writes: u32,
    /// Some function other than its owner mentions it.
    pub captured: bool,
    /// A use may run before its declaration has: reads throw a ReferenceError then.
    pub needs_tdz_check: bool,
    /// It must exist before its declaration runs: an early use, a hoisted `var`, or a closure made before.
    pub predeclared: bool,
    /// An iteration variable of a `for`, fresh in each iteration.
    pub per_iteration: bool,
    /// Where it lives.
    pub storage: Storage,
    /// Its type, over all that is ever stored in it.
    pub ty: Type,
    /// The function that it always holds.
    pub function: Option<FunctionId>,
}

/// How a function appears in generated code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FunctionRole {
    /// A Rust function; what it needs from outside are module-level bindings at most.
    Item,
    /// A function object, made where the expression stands.
    Closure,
    /// A Rust closure, handed to a builtin that calls it and forgets it.
    Callback,
}

/// What is known about a function.
#[derive(Clone, Debug)]
pub struct FunctionFacts {
    /// How it appears in generated code.
    pub role: FunctionRole,
    /// Function-level bindings from outside that its function object must hold, in order of first mention.
    pub captures: Vec<BindingId>,
    /// The binding that always holds it.
    pub binding: Option<BindingId>,
    /// Its function object is needed (not only direct calls).
    pub used_as_value: bool,
    /// Some call names it directly.
    pub called_directly: bool,
    /// Its `arguments` stand for its parameters, and that can be seen.
    pub maps_arguments: bool,
    /// It waits for the host, itself or through a function that it calls.
    pub suspends: bool,
    /// It can reach itself through direct calls, or through calls of unknown functions.
    pub recursive: bool,
    /// The join of everything that it returns.
    pub returns: Type,
    /// What its own body reads and writes.
    pub properties: PropertySets,
}

/// What a call means.
#[derive(Clone, Copy, Debug)]
pub enum Callee {
    /// Always this function of the plugin.
    Function(FunctionId),
    /// A builtin, by its row.
    Builtin(&'static Builtin),
}

/// How a property is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Access {
    /// It is read.
    pub read: bool,
    /// It is written.
    pub written: bool,
    /// It is deleted.
    pub deleted: bool,
}

/// Uses of the properties of one object, or of the entries of a store, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyUses {
    /// Properties named in source.
    pub named: BTreeMap<String, Access>,
    /// Properties whose names are computed, or uses of the whole object.
    pub dynamic: Access,
}

/// What the plugin touches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PropertySets {
    /// `event.…`
    pub event: KeyUses,
    /// `event.properties.…`
    pub event_properties: KeyUses,
    /// `meta.config.…`
    pub config: KeyUses,
    /// `meta.…`
    pub meta: KeyUses,
}

impl Facts {
    /// Tables of the right sizes that claim nothing.
    #[must_use]
    pub fn unknown(program: &Program) -> Self {
        Self {
            bindings: IndexVec::filled(
                program.bindings.len(),
                BindingFacts {
                    reads: 0,
                    writes: 0,
                    captured: false,
                    needs_tdz_check: false,
                    predeclared: false,
                    per_iteration: false,
                    storage: Storage::Unused,
                    ty: Type::Never,
                    function: None,
                },
            ),
            functions: IndexVec::filled(
                program.functions.len(),
                FunctionFacts {
                    role: FunctionRole::Closure,
                    captures: Vec::new(),
                    binding: None,
                    used_as_value: false,
                    called_directly: false,
                    maps_arguments: false,
                    suspends: false,
                    recursive: false,
                    returns: Type::Never,
                    properties: PropertySets::default(),
                },
            ),
            types: IndexVec::filled(program.expr_count as usize, Type::Never),
            callees: BTreeMap::new(),
            int32: Int32::default(),
            slots: Vec::new(),
            properties: PropertySets::default(),
            services: Services::default(),
            hosts: Hosts::default(),
            features: Features::default(),
        }
    }

    /// The proven type of an expression.
    #[must_use]
    pub fn type_of(&self, expr: &Expr) -> Type {
        self.types[expr.id]
    }

    /// The function that a call of this expression always calls.
    #[must_use]
    pub fn called_function(&self, call: &Expr) -> Option<FunctionId> {
        match self.callees.get(&call.id) {
            Some(Callee::Function(id)) => Some(*id),
            Some(Callee::Builtin(_)) | None => None,
        }
    }
}
