//! Sine, cosine, tangent and their inverses.

use super::reduction::reduce;
use super::words::{double, high, horner};

use std::f64::consts::{FRAC_PI_2, FRAC_PI_4, PI};

const PI_LOW: f64 = 1.224_646_799_147_353_2e-16;

/// The sine.
pub fn sin(x: f64) -> f64 {
    if !x.is_finite() {
        return f64::NAN;
    }
    let (quadrant, head, tail) = reduce(x);
    match quadrant & 3 {
        0 => sine(head, tail),
        1 => cosine(head, tail),
        2 => -sine(head, tail),
        _ => -cosine(head, tail),
    }
}

/// The cosine.
pub fn cos(x: f64) -> f64 {
    if !x.is_finite() {
        return f64::NAN;
    }
    let (quadrant, head, tail) = reduce(x);
    match quadrant & 3 {
        0 => cosine(head, tail),
        1 => -sine(head, tail),
        2 => -cosine(head, tail),
        _ => sine(head, tail),
    }
}

/// The tangent.
pub fn tan(x: f64) -> f64 {
    libm::tan(x)
}

/// The inverse sine.
pub fn asin(x: f64) -> f64 {
    libm::asin(x)
}

/// The inverse cosine.
pub fn acos(x: f64) -> f64 {
    libm::acos(x)
}

/// The inverse tangent.
pub fn atan(x: f64) -> f64 {
    libm::atan(x)
}

/// The angle of the point (x, y).
pub fn atan2(y: f64, x: f64) -> f64 {
    if x.is_nan() || y.is_nan() {
        return f64::NAN;
    }
    if x == 1.0 {
        return atan(y);
    }
    let signed = |angle: f64| if y.is_sign_negative() { -angle } else { angle };
    if y == 0.0 {
        return if x.is_sign_negative() { signed(PI) } else { y };
    }
    if x == 0.0 {
        return signed(FRAC_PI_2);
    }
    if x.is_infinite() {
        return signed(match (y.is_infinite(), x > 0.0) {
            (true, true) => FRAC_PI_4,
            (true, false) => 3.0 * FRAC_PI_4,
            (false, true) => 0.0,
            (false, false) => PI,
        });
    }
    if y.is_infinite() {
        return signed(FRAC_PI_2);
    }
    let exponents = ((high(y) & 0x7fff_ffff) - (high(x) & 0x7fff_ffff)) >> 20;
    if exponents > 60 {
        return signed(FRAC_PI_2 + 0.5 * PI_LOW);
    }
    let z = if x < 0.0 && exponents < -60 { 0.0 } else { atan((y / x).abs()) };
    match (x > 0.0, y > 0.0) {
        (true, _) => signed(z),
        (false, true) => PI - (z - PI_LOW),
        (false, false) => (z - PI_LOW) - PI,
    }
}

/// The sine of `x + tail` between -pi/4 and pi/4.
fn sine(x: f64, tail: f64) -> f64 {
    const FIRST: f64 = -1.666_666_666_666_663_2e-1;
    const REST: [f64; 5] = [
        8.333_333_333_322_49e-3,
        -1.984_126_982_985_795e-4,
        2.755_731_370_707_006_8e-6,
        -2.505_076_025_340_686_3e-8,
        1.589_690_995_211_55e-10,
    ];
    if high(x) & 0x7fff_ffff < 0x3e40_0000 {
        return x;
    }
    let square = x * x;
    let cube = square * x;
    let r = horner(square, &REST);
    if tail == 0.0 {
        x + cube * (FIRST + square * r)
    } else {
        x - ((square * (0.5 * tail - cube * r) - tail) - cube * FIRST)
    }
}

/// The cosine of `x + tail` between -pi/4 and pi/4.
fn cosine(x: f64, tail: f64) -> f64 {
    const COEFFICIENTS: [f64; 6] = [
        4.166_666_666_666_66e-2,
        -1.388_888_888_887_411e-3,
        2.480_158_728_947_673e-5,
        -2.755_731_435_139_066_3e-7,
        2.087_572_321_298_175e-9,
        -1.135_964_755_778_819_5e-11,
    ];
    let magnitude = high(x) & 0x7fff_ffff;
    if magnitude < 0x3e40_0000 {
        return 1.0;
    }
    let square = x * x;
    let r = square * horner(square, &COEFFICIENTS);
    if magnitude < 0x3fd3_3333 {
        return 1.0 - (0.5 * square - (square * r - x * tail));
    }
    let quarter = if magnitude > 0x3fe9_0000 { 0.28125 } else { double(magnitude - 0x0020_0000, 0) };
    let half_square = 0.5 * square - quarter;
    (1.0 - quarter) - (half_square - (square * r - x * tail))
}
