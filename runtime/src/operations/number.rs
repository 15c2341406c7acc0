//! Operators on values that are proven to be numbers, where Rust has none of its own (ECMA-262 §6.1.6.1).

use super::conversion::{to_int32, to_uint32};
use crate::ieee754;
use prickle_heap::number;

/// Bitwise operators and `**` on numbers.
pub trait NumberOperations: Copy {
    /// `self ** exponent`
    fn exponentiate(self, exponent: f64) -> f64;
    /// `self % divisor`
    fn remainder(self, divisor: f64) -> f64;
    /// ToInt32 (ECMA-262 §7.1.6)
    fn int32(self) -> i32;
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
    fn remainder(self, divisor: f64) -> f64 {
        // Nearly always both are small integers, and the hardware's division is much faster than `fmod`.
        match (number::to_index(self), number::to_index(divisor)) {
            (Some(0), Some(1..)) => self,
            (Some(dividend), Some(divisor @ 1..)) => f64::from(dividend % divisor),
            _ => self % divisor,
        }
    }

    #[inline]
    fn int32(self) -> i32 {
        to_int32(self)
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

    #[test]
    fn remainders_are_those_of_fmod() {
        let numbers =
            [0.0, 1.0, 2.5, 3.0, 7.0, 100.0, 4_294_967_294.0, 4_294_967_295.0, 1e300, f64::INFINITY, f64::NAN];
        let signed = numbers.into_iter().flat_map(|number: f64| [number, -number]);
        for (dividend, divisor) in signed.clone().flat_map(|a| signed.clone().map(move |b| (a, b))) {
            let (ours, fmod) = (dividend.remainder(divisor), dividend % divisor);
            assert!(ours.to_bits() == fmod.to_bits() || ours.is_nan() && fmod.is_nan(), "{dividend} % {divisor}");
        }
    }
}
