//! Reads a plugin folder into memory. The only stage that touches the file system.

mod json;
mod manifest;
mod resolve;
mod source;

pub use json::{Json, JsonKind, JsonMember};
pub use manifest::{ConfigField, FieldKind, Manifest};
pub use resolve::Unresolved;
pub use source::PluginSource;
