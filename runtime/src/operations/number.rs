//! Operators on values that are proven to be numbers, where Rust has none of its own (ECMA-262 §6.1.6.1).

use super::conversion::{to_int32, to_uint32};
use crate::ieee754;

/// Bitwise operators and `**` on numbers.
pub trait NumberOperations: Copy {
    /// `self ** exponent`
    fn exponentiate(self, exponent: f64) -> f64;
    /// `self & other`
    fn bit_and(self, other: f64) -> f64;
    /// `self | other`
    fn bit_or(self, other: f64) -> f64;
    /// `self ^ other`
    fn bit_xor(self, other: f64) -> f64;
    /// `~self`
    fn bit_not(self) -> f64;
    /// `self << bits`
    fn shift_left(self, bits: f64) -> f64;
    /// `self >> bits`
    fn shift_right(self, bits: f64) -> f64;
    /// `self >>> bits`
    fn shift_right_unsigned(self, bits: f64) -> f64;
}

impl NumberOperations for f64 {
    #[inline]
    fn exponentiate(self, exponent: f64) -> f64 {
        ieee754::pow(self, exponent)
    }

    #[inline]
    fn bit_and(self, other: f64) -> f64 {
        f64::from(to_int32(self) & to_int32(other))
    }

    #[inline]
    fn bit_or(self, other: f64) -> f64 {
        f64::from(to_int32(self) | to_int32(other))
    }

    #[inline]
    fn bit_xor(self, other: f64) -> f64 {
        f64::from(to_int32(self) ^ to_int32(other))
    }

    #[inline]
    fn bit_not(self) -> f64 {
        f64::from(!to_int32(self))
    }

    #[inline]
    fn shift_left(self, bits: f64) -> f64 {
        f64::from(to_int32(self) << (to_uint32(bits) & 31))
    }

    #[inline]
    fn shift_right(self, bits: f64) -> f64 {
        f64::from(to_int32(self) >> (to_uint32(bits) & 31))
    }

    #[inline]
    fn shift_right_unsigned(self, bits: f64) -> f64 {
        f64::from(to_uint32(self) >> (to_uint32(bits) & 31))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_are_those_of_int32() {
        assert_eq!(4_294_967_296.0_f64.bit_or(0.0), 0.0);
        assert_eq!(2_147_483_648.0_f64.bit_or(0.0), -2_147_483_648.0);
        assert_eq!(f64::NAN.bit_not(), -1.0);
        assert_eq!((-1.0_f64).shift_right_unsigned(0.0), 4_294_967_295.0);
        assert_eq!(1.0_f64.shift_left(33.0), 2.0);
        assert!(1.0_f64.exponentiate(f64::INFINITY).is_nan());
    }
}
