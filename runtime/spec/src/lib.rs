//! Facts that the compiler and the runtime must agree on, declared once.
//!
//! [`builtins`] has one row per builtin of JavaScript and per host service; the grammar of a row is documented there.

#![no_std]

pub mod builtins;
mod row;

pub use builtins::{builtins, class, lookup, methods_named};
pub use row::{Builtin, Capability, Class, Effect, Kind, Need, Param, Ty};
