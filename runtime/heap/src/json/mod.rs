//! JSON in and out (ECMA-262 §25.5): JSON.parse in full, and JSON.stringify of plain data.

mod error;
mod literal;
mod parse;
mod plain;
mod scan;
mod write;

pub(crate) use parse::ScratchCell;
pub use parse::{parse, parse_str};
pub use write::{NeedsFullAlgorithm, Written, write, write_string};

#[cfg(test)]
mod tests;
