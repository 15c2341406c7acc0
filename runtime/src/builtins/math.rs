//! `Math` (ECMA-262 §21.3). Functions whose precision ECMA-262 leaves open give V8's bits.

use std::f64::consts;

use prickle_heap::Cx;

use crate::operations::{to_int32, to_uint32};

pub use crate::ieee754::{
    acos, acosh, asin, asinh, atan, atan2, atanh, cbrt, cos, cosh, exp, expm1, hypot, log, log1p, log2, log10, pow,
    sin, sinh, tan, tanh,
};

/// `Math.E` (ECMA-262 §21.3.1.1).
pub const E: f64 = consts::E;
/// `Math.LN10` (ECMA-262 §21.3.1.2).
pub const LN10: f64 = consts::LN_10;
/// `Math.LN2` (ECMA-262 §21.3.1.3).
pub const LN2: f64 = consts::LN_2;
/// `Math.LOG10E` (ECMA-262 §21.3.1.4).
pub const LOG10E: f64 = consts::LOG10_E;
/// `Math.LOG2E` (ECMA-262 §21.3.1.5).
pub const LOG2E: f64 = consts::LOG2_E;
/// `Math.PI` (ECMA-262 §21.3.1.6).
pub const PI: f64 = consts::PI;
/// `Math.SQRT1_2` (ECMA-262 §21.3.1.7).
pub const SQRT1_2: f64 = consts::FRAC_1_SQRT_2;
/// `Math.SQRT2` (ECMA-262 §21.3.1.8).
pub const SQRT2: f64 = consts::SQRT_2;

/// `Math.abs(x)` (ECMA-262 §21.3.2.1).
pub fn abs(x: f64) -> f64 {
    x.abs()
}

/// `Math.ceil(x)` (ECMA-262 §21.3.2.10).
pub fn ceil(x: f64) -> f64 {
    x.ceil()
}

/// `Math.clz32(x)` (ECMA-262 §21.3.2.11).
pub fn clz32(x: f64) -> f64 {
    to_uint32(x).leading_zeros().into()
}

/// `Math.floor(x)` (ECMA-262 §21.3.2.16).
pub fn floor(x: f64) -> f64 {
    x.floor()
}

/// `Math.fround(x)` (ECMA-262 §21.3.2.17).
pub fn fround(x: f64) -> f64 {
    f64::from(x as f32)
}

/// `Math.imul(x, y)` (ECMA-262 §21.3.2.19).
pub fn imul(x: f64, y: f64) -> f64 {
    to_int32(x).wrapping_mul(to_int32(y)).into()
}

/// `Math.max(...values)` (ECMA-262 §21.3.2.24). 0 is larger than -0.
pub fn max(values: &[f64]) -> f64 {
    values.iter().fold(f64::NEG_INFINITY, |highest, &value| {
        if highest.is_nan() || value.is_nan() {
            f64::NAN
        } else if value > highest || (value == 0.0 && highest == 0.0 && highest.is_sign_negative()) {
            value
        } else {
            highest
        }
    })
}

/// `Math.min(...values)` (ECMA-262 §21.3.2.25). -0 is smaller than 0.
pub fn min(values: &[f64]) -> f64 {
    values.iter().fold(f64::INFINITY, |lowest, &value| {
        if lowest.is_nan() || value.is_nan() {
            f64::NAN
        } else if value < lowest || (value == 0.0 && lowest == 0.0 && value.is_sign_negative()) {
            value
        } else {
            lowest
        }
    })
}

/// `Math.random()` (ECMA-262 §21.3.2.27), from the host's generator.
pub fn random(cx: Cx<'_>) -> f64 {
    crate::host::random(cx)
}

/// `Math.round(x)` (ECMA-262 §21.3.2.28): halves go up.
pub fn round(x: f64) -> f64 {
    // Adding 1/2 would round 0.49999999999999994 up, so compare the fraction instead.
    let below = x.floor();
    let rounded = if x - below >= 0.5 { below + 1.0 } else { below };
    rounded.copysign(x)
}

/// `Math.sign(x)` (ECMA-262 §21.3.2.29).
pub fn sign(x: f64) -> f64 {
    if x == 0.0 || x.is_nan() { x } else { x.signum() }
}

/// `Math.sqrt(x)` (ECMA-262 §21.3.2.32).
pub fn sqrt(x: f64) -> f64 {
    x.sqrt()
}

/// `Math.trunc(x)` (ECMA-262 §21.3.2.35).
pub fn trunc(x: f64) -> f64 {
    x.trunc()
}
