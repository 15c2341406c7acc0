//! Writes the crate. Total: whatever it could not express was refused before.
//!
//! A plugin becomes `Cargo.toml`, `src/lib.rs` for the main file and one Rust module per further file. Code is built as
//! tokens, parsed by syn and laid out by [`print`].

mod assignments;
mod body;
mod calls;
mod classes;
mod code;
mod comments;
mod effects;
mod expressions;
mod functions;
mod globals;
mod implicit;
mod int32;
mod loops;
mod members;
mod modules;
mod names;
mod operators;
mod patterns;
mod places;
mod print;
mod source_map;
mod statements;
mod switch;
mod tries;
mod uses;
mod words;

use crate::analyse::{Facts, Storage};
use crate::base::IndexVec;
use crate::ir::{BindingId, BindingKind, FunctionId, ModuleId, Program};
use crate::load::PluginSource;
use names::Names;
use source_map::Marks;

/// A generated crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmittedCrate {
    /// Package and folder name.
    pub name: String,
    /// Paths relative to the crate's folder, and texts.
    pub files: Vec<(String, String)>,
}

/// Writes the crate of a checked plugin.
#[must_use]
pub fn emit(source: &PluginSource, program: &Program, facts: &Facts) -> EmittedCrate {
    let mut declared = IndexVec::filled(program.functions.len(), None);
    let mut self_names = IndexVec::filled(program.functions.len(), None);
    for (id, binding) in program.bindings.iter() {
        match binding.kind {
            BindingKind::Function(function) => declared[function] = Some(id),
            BindingKind::FunctionSelf(function) => self_names[function] = Some(id),
            BindingKind::Var
            | BindingKind::Let
            | BindingKind::Const
            | BindingKind::Class
            | BindingKind::Param
            | BindingKind::Catch
            | BindingKind::Synthetic
            | BindingKind::Temp => {}
        }
    }
    let names = Names::new(program, facts);
    let marks = Marks::new(program);
    Crate { source, program, facts, names, declared, self_names, marks }.write()
}

/// A crate being written.
pub struct Crate<'a> {
    source: &'a PluginSource,
    program: &'a Program,
    facts: &'a Facts,
    names: Names,
    /// The bindings of declared functions.
    declared: IndexVec<FunctionId, Option<BindingId>>,
    /// The bindings of function expressions' own names.
    self_names: IndexVec<FunctionId, Option<BindingId>>,
    /// Where in the source tokens come from.
    marks: Marks,
}

impl Crate<'_> {
    /// A function object of a file that another file, which runs before it, already mentions: made before any file runs.
    fn is_linked_early(&self, binding: BindingId) -> bool {
        let facts = &self.facts.bindings[binding];
        facts.predeclared && matches!(facts.storage, Storage::Slot(_))
    }

    /// The module of the main file.
    fn main_module(&self) -> ModuleId {
        ModuleId(u32::try_from(self.program.modules.len().saturating_sub(1)).unwrap_or(0))
    }
}
