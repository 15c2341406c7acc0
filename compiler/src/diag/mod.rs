//! Diagnostics: what is said about a plugin, collected by every stage and shown by `cli`.

mod closest;
mod code;
pub mod codes;
mod diagnostic;
mod json;
mod render;
mod reporter;

pub use closest::closest;
pub use code::{Code, CodeRow};
pub use diagnostic::{Diagnostic, Help, Label, Severity};
pub use json::json_line;
pub use render::{Sources, render};
pub use reporter::Reporter;
