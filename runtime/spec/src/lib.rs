//! Facts that the compiler and the runtime must agree on, declared once.
//!
//! [`builtins()`] has one row per builtin of JavaScript and per host service; the grammar of a row is documented in [`mod@builtins`].
//! Hooks, importable packages, global names and the fields of plugin.json have tables of their own.

#![no_std]
#![forbid(unsafe_code)]

pub mod builtins;
pub mod globals;
pub mod hooks;
mod locales;
pub mod manifest;
pub mod missing;
pub mod modules;
mod own_keys;
mod row;
pub mod unsupported;

pub use builtins::{builtins, class, lookup, methods_named};
pub use globals::{Global, MODULE_PREFIX, class_of_global, global, type_of_unsupported};
pub use locales::{FORMAT_LOCALES, FORMAT_METHODS};
pub use missing::{is_missing_member, missing_statics};
pub use own_keys::own_keys;
pub use row::{Builtin, Capability, Class, Effect, Kind, Need, Param, Ty};
