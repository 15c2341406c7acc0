//! ToInt32 and ToUint32.

/// ToInt32 (ECMA-262 §7.1.6).
#[inline]
pub fn to_int32(number: f64) -> i32 {
    to_uint32(number) as i32
}

/// ToUint32 (ECMA-262 §7.1.7).
#[inline]
pub fn to_uint32(number: f64) -> u32 {
    match truncate(number) {
        i64::MIN => modulo_2_32(number),
        exact => exact as u32,
    }
}

/// The integer that a number is, if it fits 32 bits without sign. An array index, mostly.
#[inline]
pub fn to_index(number: f64) -> Option<u32> {
    let index = truncate(number) as u32;
    (f64::from(index) == number).then_some(index)
}

/// The number as an integer below 2^53, if it is one.
#[inline]
pub(super) fn exact_integer(number: f64) -> Option<i64> {
    let integer = truncate(number);
    (integer.unsigned_abs() < 1 << 53 && integer as f64 == number).then_some(integer)
}

/// The integer part, or `i64::MIN` where 64 bits do not hold it.
#[inline(always)]
fn truncate(number: f64) -> i64 {
    #[cfg(target_arch = "x86_64")]
    {
        use std::arch::x86_64::{_mm_cvttsd_si64, _mm_set_sd};
        // SAFETY: the intrinsics compute on registers and are part of SSE2, which is always there on this architecture. The
        // conversion gives the "integer indefinite value", which is `i64::MIN`, for NaN and for what does not fit.
        unsafe { _mm_cvttsd_si64(_mm_set_sd(number)) }
    }
    #[cfg(not(target_arch = "x86_64"))]
    {
        match number as i64 {
            i64::MAX => i64::MIN,
            0 if number.is_nan() => i64::MIN,
            exact => exact,
        }
    }
}

/// The integer part modulo 2^32, zero for what is not finite.
#[cold]
fn modulo_2_32(number: f64) -> u32 {
    let bits = number.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as i32 - 1075;
    let significand = bits & ((1 << 52) - 1) | 1 << 52;
    // The number is `significand * 2^exponent`. Exponents of 32 and more leave no bit below 2^32 (NaN and infinities are among
    // them), and those of -53 and less leave no integer part.
    let magnitude = match exponent {
        0..32 => (significand << exponent) as u32,
        -52..0 => (significand >> -exponent) as u32,
        _ => 0,
    };
    if number.is_sign_negative() { magnitude.wrapping_neg() } else { magnitude }
}
