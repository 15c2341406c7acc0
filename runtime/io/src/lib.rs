//! Sources, sinks and host services behind the runtime's traits, and the native program that runs a chain.

#![forbid(unsafe_code)]

mod clock;
mod input;
mod output;
pub mod plan;
mod program;
mod read_ahead;
mod report;
mod run;
mod storage;
mod target;
mod trace;

pub use program::main;
