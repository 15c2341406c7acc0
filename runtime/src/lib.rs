//! The runtime that generated plugin crates are written against.

#![forbid(unsafe_code)]

mod builtin_members;
mod builtins;
pub mod chain;
mod changed_builtins;
pub mod date_time;
mod errors;
pub mod executor;
pub mod host;
mod ieee754;
pub mod instance;
mod intl;
mod intrinsics;
pub mod manifest;
mod meta;
pub mod operations;
mod placeholders;
pub mod plugin;
pub mod prelude;
mod serialize;
mod special_properties;
mod team;
mod turn;
mod url;
mod webhook;
pub mod worker;
