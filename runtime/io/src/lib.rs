//! Sources, sinks and host services behind the runtime's traits, and the native program that runs a chain.

#![forbid(unsafe_code)]

mod clock;
mod input;
mod output;
pub mod plan;
mod report;
mod target;
