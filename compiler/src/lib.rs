//! The Prickle compiler as a library. See `ARCHITECTURE.md` for the rooms.

#![forbid(unsafe_code)]

pub mod analyse;
pub mod base;
pub mod check;
pub mod cli;
pub mod diag;
pub mod emit;
pub mod ir;
pub mod load;
pub mod lower;
pub mod parse;
pub mod pipeline;
