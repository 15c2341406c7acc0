//! The two halves of a double.

/// Sign, exponent and the upper 20 bits of the fraction.
pub(super) fn high(x: f64) -> i32 {
    (x.to_bits() >> 32) as i32
}

/// The lower 32 bits of the fraction.
pub(super) fn low(x: f64) -> u32 {
    x.to_bits() as u32
}

/// `x` with another upper half.
pub(super) fn with_high(x: f64, high: i32) -> f64 {
    f64::from_bits((u64::from(high as u32) << 32) | u64::from(low(x)))
}

/// `x` with its lower half cleared.
pub(super) fn without_low(x: f64) -> f64 {
    f64::from_bits(x.to_bits() & 0xffff_ffff_0000_0000)
}

/// The double of these halves.
pub(super) fn double(high: i32, low: u32) -> f64 {
    f64::from_bits((u64::from(high as u32) << 32) | u64::from(low))
}

/// `a[0] + x * (a[1] + x * (…))`, evaluated from the inside.
pub(super) fn horner(x: f64, coefficients: &[f64]) -> f64 {
    let (last, rest) = coefficients.split_last().expect("a polynomial has coefficients");
    rest.iter().rev().fold(*last, |sum, coefficient| coefficient + x * sum)
}
