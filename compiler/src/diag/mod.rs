//! Diagnostics: what is said about a plugin, collected by every stage and shown by `cli`.

mod code;
pub mod codes;
mod diagnostic;
mod reporter;

pub use code::Code;
pub use diagnostic::{Diagnostic, Help, Label, Severity};
pub use reporter::Reporter;
