//! ToInt32 and ToUint32.

/// ToInt32 (ECMA-262 §7.1.6).
#[inline]
pub fn to_int32(number: f64) -> i32 {
    to_uint32(number) as i32
}

/// ToUint32 (ECMA-262 §7.1.7).
#[inline]
pub fn to_uint32(number: f64) -> u32 {
    // The conversion to 64 bits is exact unless it saturates; NaN gives zero.
    match number as i64 {
        i64::MIN | i64::MAX => modulo_2_32(number),
        exact => exact as u32,
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
