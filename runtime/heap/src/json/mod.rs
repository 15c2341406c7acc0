//! JSON in and out (ECMA-262 §25.5): JSON.parse in full, and JSON.stringify of plain data.

mod error;
mod known_keys;
mod literal;
mod parse;
mod plain;
mod scan;
mod scratch;
mod source;
mod tight;
mod write;

pub use parse::{parse, parse_str};
pub(crate) use scratch::ScratchCell;
pub(crate) use source::Source;
pub use write::{NeedsFullAlgorithm, Written, write, write_string};

#[cfg(test)]
mod tests;
