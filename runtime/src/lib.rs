//! The runtime that generated plugin crates are written against.

#![forbid(unsafe_code)]

pub mod executor;
pub mod host;
pub mod manifest;
pub mod plugin;
mod timestamp;
