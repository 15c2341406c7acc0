//! exp, expm1 and the logarithms.

use super::words::{double, high, horner, low, with_high};

const LN2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;
const TWO_54: f64 = 18_014_398_509_481_984.0;

/// Coefficients of exp on [0, ln2 / 2].
pub(super) const EXP_COEFFICIENTS: [f64; 5] = [
    1.666_666_666_666_660_2e-1,
    -2.777_777_777_701_559_3e-3,
    6.613_756_321_437_934e-5,
    -1.653_390_220_546_525_2e-6,
    4.138_136_797_057_238_5e-8,
];

/// Coefficients of the logarithms around 1.
const LOG_COEFFICIENTS: [f64; 7] = [
    6.666_666_666_666_735e-1,
    3.999_999_999_940_942e-1,
    2.857_142_874_366_239e-1,
    2.222_219_843_214_978_4e-1,
    1.818_357_216_161_805e-1,
    1.531_383_769_920_937_3e-1,
    1.479_819_860_511_658_6e-1,
];

/// e to the power of `x`.
pub fn exp(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    if x > 7.097_827_128_933_84e2 {
        return f64::INFINITY;
    }
    if x < -7.451_332_191_019_411e2 {
        return 0.0;
    }
    let magnitude = high(x) & 0x7fff_ffff;
    let negative = x < 0.0;
    // x = k * ln2 + (upper - lower)
    let (k, upper, lower) = if magnitude > 0x3fd6_2e42 {
        if magnitude < 0x3ff0_a2b2 {
            if x == 1.0 {
                return std::f64::consts::E;
            }
            if negative { (-1, x + LN2_HIGH, -LN2_LOW) } else { (1, x - LN2_HIGH, LN2_LOW) }
        } else {
            let k = (std::f64::consts::LOG2_E * x + if negative { -0.5 } else { 0.5 }) as i32;
            (k, x - f64::from(k) * LN2_HIGH, f64::from(k) * LN2_LOW)
        }
    } else if magnitude < 0x3e30_0000 {
        return 1.0 + x;
    } else {
        (0, x, 0.0)
    };
    let x = upper - lower;
    let square = x * x;
    let c = x - square * horner(square, &EXP_COEFFICIENTS);
    if k == 0 {
        return 1.0 - ((x * c) / (c - 2.0) - x);
    }
    let y = 1.0 - ((lower - (x * c) / (2.0 - c)) - upper);
    if k == 1024 {
        y * 2.0 * double(0x7fe0_0000, 0)
    } else if k >= -1021 {
        y * double(0x3ff0_0000 + (k << 20), 0)
    } else {
        y * double(0x3ff0_0000 + ((k + 1000) << 20), 0) * double(0x3ff0_0000 - (1000 << 20), 0)
    }
}

/// e to the power of `x`, minus 1.
pub fn expm1(x: f64) -> f64 {
    libm::expm1(x)
}

/// The natural logarithm.
pub fn log(x: f64) -> f64 {
    if x == 0.0 {
        return f64::NEG_INFINITY;
    }
    if x < 0.0 {
        return f64::NAN;
    }
    if !x.is_finite() {
        return x;
    }
    let (x, mut k) = if high(x) < 0x0010_0000 { (x * TWO_54, -54) } else { (x, 0) };
    let fraction = high(x) & 0x000f_ffff;
    k += (high(x) >> 20) - 1023;
    // Scale to between sqrt(2)/2 and sqrt(2).
    let carry = (fraction + 0x95f64) & 0x10_0000;
    k += carry >> 20;
    let f = with_high(x, fraction | (carry ^ 0x3ff0_0000)) - 1.0;
    let dk = f64::from(k);
    if 0x000f_ffff & (2 + fraction) < 3 {
        if f == 0.0 {
            return if k == 0 { 0.0 } else { dk * LN2_HIGH + dk * LN2_LOW };
        }
        let r = f * f * (0.5 - 1.0 / 3.0 * f);
        return if k == 0 { f - r } else { dk * LN2_HIGH - ((r - dk * LN2_LOW) - f) };
    }
    let s = f / (2.0 + f);
    let z = s * s;
    let w = z * z;
    let [a, b, c, d, e, g, h] = LOG_COEFFICIENTS;
    let r = z * horner(w, &[a, c, e, h]) + w * horner(w, &[b, d, g]);
    if ((fraction - 0x6147a) | (0x6b851 - fraction)) > 0 {
        let half_square = 0.5 * f * f;
        if k == 0 {
            f - (half_square - s * (half_square + r))
        } else {
            dk * LN2_HIGH - ((half_square - (s * (half_square + r) + dk * LN2_LOW)) - f)
        }
    } else if k == 0 {
        f - s * (f - r)
    } else {
        dk * LN2_HIGH - ((s * (f - r) - dk * LN2_LOW) - f)
    }
}

/// The natural logarithm of `1 + x`.
pub fn log1p(x: f64) -> f64 {
    if x == -1.0 {
        return f64::NEG_INFINITY;
    }
    if x < -1.0 || x.is_nan() {
        return f64::NAN;
    }
    if x == f64::INFINITY {
        return x;
    }
    let upper = high(x);
    let magnitude = upper & 0x7fff_ffff;
    if magnitude < 0x3e20_0000 {
        return if magnitude < 0x3c90_0000 { x } else { x - x * x * 0.5 };
    }
    // 1 + x lies between sqrt(2)/2 and sqrt(2): no scaling.
    let near_one = upper < 0x3fda_827a && (upper > 0 || upper <= 0xbfd2_bec4_u32 as i32);
    let (k, f, fraction, correction) = if near_one {
        (0, x, 1, 0.0)
    } else {
        let (u, rounding) = if upper < 0x4340_0000 {
            let u = 1.0 + x;
            let k = (high(u) >> 20) - 1023;
            let lost = if k > 0 { 1.0 - (u - x) } else { x - (u - 1.0) };
            (u, lost / u)
        } else {
            (x, 0.0)
        };
        let k = (high(u) >> 20) - 1023;
        let fraction = high(u) & 0x000f_ffff;
        if fraction < 0x6a09e {
            (k, with_high(u, fraction | 0x3ff0_0000) - 1.0, fraction, rounding)
        } else {
            (k + 1, with_high(u, fraction | 0x3fe0_0000) - 1.0, (0x0010_0000 - fraction) >> 2, rounding)
        }
    };
    let dk = f64::from(k);
    let half_square = 0.5 * f * f;
    if fraction == 0 {
        if f == 0.0 {
            return if k == 0 { 0.0 } else { dk * LN2_HIGH + (correction + dk * LN2_LOW) };
        }
        let r = half_square * (1.0 - 2.0 / 3.0 * f);
        return if k == 0 { f - r } else { dk * LN2_HIGH - ((r - (dk * LN2_LOW + correction)) - f) };
    }
    let s = f / (2.0 + f);
    let z = s * s;
    let r = z * horner(z, &LOG_COEFFICIENTS);
    if k == 0 {
        f - (half_square - s * (half_square + r))
    } else {
        dk * LN2_HIGH - ((half_square - (s * (half_square + r) + (dk * LN2_LOW + correction))) - f)
    }
}

/// The base-2 logarithm.
pub fn log2(x: f64) -> f64 {
    libm::log2(x)
}

/// The base-10 logarithm.
pub fn log10(x: f64) -> f64 {
    const LOG10_2_HIGH: f64 = 3.010_299_956_636_117_7e-1;
    const LOG10_2_LOW: f64 = 3.694_239_077_158_931e-13;
    if x == 0.0 {
        return f64::NEG_INFINITY;
    }
    if x < 0.0 {
        return f64::NAN;
    }
    if !x.is_finite() {
        return x;
    }
    if x == 1.0 {
        return 0.0;
    }
    let (x, mut k) = if high(x) < 0x0010_0000 { (x * TWO_54, -54) } else { (x, 0) };
    k += (high(x) >> 20) - 1023;
    let below_one = i32::from(k < 0);
    let y = f64::from(k + below_one);
    let mantissa = double((high(x) & 0x000f_ffff) | ((0x3ff - below_one) << 20), low(x));
    let z = y * LOG10_2_LOW + std::f64::consts::LOG10_E * log(mantissa);
    z + y * LOG10_2_HIGH
}
