//! The runtime that generated plugin crates are written against.

#![forbid(unsafe_code)]

mod builtins;
mod errors;
pub mod executor;
pub mod host;
mod ieee754;
mod intrinsics;
pub mod manifest;
pub mod operations;
pub mod plugin;
pub mod prelude;
mod timestamp;
