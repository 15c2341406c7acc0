//! Functions and values of the global object (ECMA-262 §19.1, §19.2).

pub use super::number::{parse_float, parse_int};
pub use super::structured_clone::structured_clone;
pub use super::uri::{decode_uri, decode_uri_component, encode_uri, encode_uri_component, escape, unescape};

/// `Infinity` (ECMA-262 §19.1.2).
pub const INFINITY: f64 = f64::INFINITY;

/// `NaN` (ECMA-262 §19.1.3).
pub const NAN: f64 = f64::NAN;

/// `isFinite(number)` (ECMA-262 §19.2.2).
pub fn is_finite(number: f64) -> bool {
    number.is_finite()
}

/// `isNaN(number)` (ECMA-262 §19.2.3).
pub fn is_nan(number: f64) -> bool {
    number.is_nan()
}
