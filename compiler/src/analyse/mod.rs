//! Finds out what the IR does not say: types, captures, callees, what suspends, what is read and written.
//!
//! Nothing here reports anything and nothing changes the IR: every analysis fills a side table of [`Facts`].

mod facts;
mod types;
mod walk;

pub use facts::{
    Access, BindingFacts, Callee, EventProperties, Facts, FunctionFacts, FunctionRole, PropertySets, Storage,
};
pub use types::Type;

use crate::ir::Program;

/// Runs all analyses.
#[must_use]
pub fn analyse(program: &Program) -> Facts {
    Facts::unknown(program)
}
