//! Hyperbolic functions and their inverses.

use super::exponential::{exp, expm1, log, log1p};
use super::words::high;

use std::f64::consts::LN_2;

/// Above this, sinh and cosh overflow.
const OVERFLOW: f64 = 710.475_860_073_943_9;
const TWO_28: f64 = 268_435_456.0;

/// The hyperbolic sine.
pub fn sinh(x: f64) -> f64 {
    let half = if x < 0.0 { -0.5 } else { 0.5 };
    let magnitude = x.abs();
    if magnitude < 22.0 {
        if magnitude < 1.0 / TWO_28 {
            return x;
        }
        let t = expm1(magnitude);
        return if magnitude < 1.0 { half * (2.0 * t - t * t / (t + 1.0)) } else { half * (t + t / (t + 1.0)) };
    }
    if magnitude < 709.782_226_563_356_3 {
        return half * exp(magnitude);
    }
    if magnitude <= OVERFLOW {
        let w = exp(0.5 * magnitude);
        return half * w * w;
    }
    x * f64::INFINITY
}

/// The hyperbolic cosine.
pub fn cosh(x: f64) -> f64 {
    let magnitude = x.abs();
    let upper = high(magnitude);
    if upper < 0x3fd6_2e43 {
        let t = expm1(magnitude);
        let w = 1.0 + t;
        return if upper < 0x3c80_0000 { w } else { 1.0 + (t * t) / (w + w) };
    }
    if upper < 0x4036_0000 {
        let t = exp(magnitude);
        return 0.5 * t + 0.5 / t;
    }
    if upper < 0x4086_2e42 {
        return 0.5 * exp(magnitude);
    }
    if magnitude <= OVERFLOW {
        let w = exp(0.5 * magnitude);
        return 0.5 * w * w;
    }
    if x.is_nan() { x } else { f64::INFINITY }
}

/// The hyperbolic tangent.
pub fn tanh(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    let magnitude = x.abs();
    if magnitude < 1.0 / TWO_28 {
        return x;
    }
    let z = if magnitude >= 22.0 {
        1.0
    } else if magnitude >= 1.0 {
        1.0 - 2.0 / (expm1(2.0 * magnitude) + 2.0)
    } else {
        let t = expm1(-2.0 * magnitude);
        -t / (t + 2.0)
    };
    if x < 0.0 { -z } else { z }
}

/// The inverse hyperbolic sine.
pub fn asinh(x: f64) -> f64 {
    let magnitude = x.abs();
    if !x.is_finite() || magnitude < 1.0 / TWO_28 {
        return x;
    }
    let upper = high(magnitude);
    let w = if upper > 0x41b0_0000 {
        log(magnitude) + LN_2
    } else if upper > 0x4000_0000 {
        log(2.0 * magnitude + 1.0 / ((x * x + 1.0).sqrt() + magnitude))
    } else {
        let t = x * x;
        log1p(magnitude + t / (1.0 + (1.0 + t).sqrt()))
    };
    if x > 0.0 { w } else { -w }
}

/// The inverse hyperbolic cosine.
pub fn acosh(x: f64) -> f64 {
    if x < 1.0 || x.is_nan() {
        return f64::NAN;
    }
    let upper = high(x);
    if upper >= 0x41b0_0000 {
        return if x.is_finite() { log(x) + LN_2 } else { x };
    }
    if x == 1.0 {
        return 0.0;
    }
    if upper > 0x4000_0000 {
        let t = x * x;
        return log(2.0 * x - 1.0 / (x + (t - 1.0).sqrt()));
    }
    let t = x - 1.0;
    log1p(t + (2.0 * t + t * t).sqrt())
}

/// The inverse hyperbolic tangent.
pub fn atanh(x: f64) -> f64 {
    let magnitude = x.abs();
    if magnitude > 1.0 || x.is_nan() {
        return f64::NAN;
    }
    if magnitude == 1.0 {
        return x / 0.0;
    }
    if magnitude < 1.0 / TWO_28 {
        return x;
    }
    let t = if magnitude < 0.5 {
        let t = magnitude + magnitude;
        0.5 * log1p(t + t * magnitude / (1.0 - magnitude))
    } else {
        0.5 * log1p((magnitude + magnitude) / (1.0 - magnitude))
    };
    if x < 0.0 { -t } else { t }
}
