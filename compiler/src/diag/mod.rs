//! Diagnostics: what is said about a plugin, collected by every stage and shown by `cli`.

mod closest;
mod code;
pub mod codes;
mod diagnostic;
mod reporter;

pub use closest::closest;
pub use code::{Code, CodeRow};
pub use diagnostic::{Diagnostic, Help, Label, Severity};
pub use reporter::Reporter;
