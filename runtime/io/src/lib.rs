//! Sources, sinks and host services behind the runtime's traits, and the native program that runs a chain.

#![forbid(unsafe_code)]

pub mod plan;
