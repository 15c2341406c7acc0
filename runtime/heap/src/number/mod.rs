//! Conversions between numbers and strings, and from numbers to integers.

mod format;
mod integer;
mod parse;

pub(crate) use format::IntegerBuffer;
pub use format::{to_js_str, write_number};
pub use integer::{to_index, to_int32, to_uint32};
pub use parse::{is_js_whitespace, parse_float, parse_int, string_to_number, trim, trim_end, trim_start};

#[cfg(test)]
mod tests;
