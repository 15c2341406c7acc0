//! The Prickle compiler as a library. See `ARCHITECTURE.md` for the rooms.

pub mod base;
pub mod diag;
pub mod ir;
pub mod load;
