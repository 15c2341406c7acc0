//! The Prickle compiler as a library. See `ARCHITECTURE.md` for the rooms.

pub mod base;
pub mod ir;
