//! Powers and roots.

use super::exponential::EXP_COEFFICIENTS;
use super::words::{double, high, horner, low, with_high, without_low};

/// The cube root.
pub fn cbrt(x: f64) -> f64 {
    const COEFFICIENTS: [f64; 5] = [
        1.875_951_824_271_77,
        -1.884_979_795_433_771_7,
        1.621_429_720_105_354_5,
        -0.758_397_934_778_766,
        0.145_996_192_886_612_45,
    ];
    if x == 0.0 || !x.is_finite() {
        return x;
    }
    let magnitude = high(x) & 0x7fff_ffff;
    // The exponent divided by three is a first estimate.
    let estimate = if magnitude < 0x0010_0000 {
        double((high(x * 18_014_398_509_481_984.0) & 0x7fff_ffff) / 3 + 696_219_795, 0)
    } else {
        double(magnitude / 3 + 715_094_163, 0)
    };
    let t = if x < 0.0 { -estimate } else { estimate };
    let r = (t * t) * (t / x);
    let [p0, p1, p2, p3, p4] = COEFFICIENTS;
    let t = t * ((p0 + r * (p1 + r * p2)) + ((r * r) * r) * (p3 + r * p4));
    // Few enough bits that the square is exact.
    let t = f64::from_bits(t.to_bits().wrapping_add(0x8000_0000) & 0xffff_ffff_c000_0000);
    let r = x / (t * t);
    let r = (r - t) / ((t + t) + r);
    t + t * r
}

/// The square root of the sum of squares (ECMA-262 §21.3.2.18), with V8's compensated summation.
pub fn hypot(values: &[f64]) -> f64 {
    let mut largest = 0.0_f64;
    let mut has_nan = false;
    for value in values {
        has_nan |= value.is_nan();
        largest = if value.abs() > largest { value.abs() } else { largest };
    }
    if largest == f64::INFINITY {
        return largest;
    }
    if has_nan {
        return f64::NAN;
    }
    if largest == 0.0 {
        return 0.0;
    }
    let (mut sum, mut compensation) = (0.0, 0.0);
    for value in values {
        let scaled = value.abs() / largest;
        let summand = scaled * scaled - compensation;
        let preliminary = sum + summand;
        compensation = (preliminary - sum) - summand;
        sum = preliminary;
    }
    sum.sqrt() * largest
}

/// Whether a double is an integer, and which kind.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Parity {
    Fraction,
    Odd,
    Even,
}

fn parity(y: f64) -> Parity {
    if y.abs() >= 9_007_199_254_740_992.0 {
        Parity::Even
    } else if y.trunc() != y {
        Parity::Fraction
    } else if y % 2.0 == 0.0 {
        Parity::Even
    } else {
        Parity::Odd
    }
}

/// Number::exponentiate (ECMA-262 §6.1.6.1.3).
pub fn pow(x: f64, y: f64) -> f64 {
    if y == 0.0 {
        return 1.0;
    }
    if x.is_nan() || y.is_nan() || (x.abs() == 1.0 && y.is_infinite()) {
        return f64::NAN;
    }
    if y.is_infinite() {
        return if (x.abs() > 1.0) == (y > 0.0) { f64::INFINITY } else { 0.0 };
    }
    if y == 1.0 {
        return x;
    }
    if y == -1.0 {
        return 1.0 / x;
    }
    if y == 2.0 {
        return x * x;
    }
    if y == 0.5 && x.is_sign_positive() {
        return x.sqrt();
    }
    let parity = parity(y);
    let magnitude = x.abs();
    if magnitude == 0.0 || magnitude == 1.0 || magnitude == f64::INFINITY {
        let z = if y < 0.0 { 1.0 / magnitude } else { magnitude };
        return match (x.is_sign_negative(), parity) {
            (true, Parity::Fraction) if magnitude == 1.0 => f64::NAN,
            (true, Parity::Odd) => -z,
            _ => z,
        };
    }
    if x < 0.0 && parity == Parity::Fraction {
        return f64::NAN;
    }
    let sign = if x < 0.0 && parity == Parity::Odd { -1.0 } else { 1.0 };
    sign * pow_positive(magnitude, y)
}

/// `x ** y` for finite positive `x` other than 1 and finite `y`: log2 in double-double, multiplied, exp2.
fn pow_positive(x: f64, y: f64) -> f64 {
    let upper = high(x);
    let exponent_size = high(y) & 0x7fff_ffff;
    let overflow = |up: bool| if up { f64::INFINITY } else { 0.0 };
    let (log_head, log_tail) = if exponent_size > 0x41e0_0000 {
        // |y| > 2^31: either x is very close to 1 or the result leaves the range.
        if exponent_size > 0x43f0_0000 {
            return overflow((upper > 0x3fef_ffff) == (y > 0.0));
        }
        if upper < 0x3fef_ffff {
            return overflow(y < 0.0);
        }
        if upper > 0x3ff0_0000 {
            return overflow(y > 0.0);
        }
        log2_near_one(x)
    } else {
        log2_split(x)
    };
    let y_head = without_low(y);
    let tail = (y - y_head) * log_head + y * log_tail;
    let head = y_head * log_head;
    exp2_split(head, tail)
}

const INVERSE_LN2: f64 = std::f64::consts::LOG2_E;
const INVERSE_LN2_HIGH: f64 = 1.442_695_021_629_333_5;
const INVERSE_LN2_LOW: f64 = 1.925_962_991_126_617_5e-8;

/// log2(x) in two parts, for x within 2^-20 of 1.
fn log2_near_one(x: f64) -> (f64, f64) {
    let t = x - 1.0;
    let w = (t * t) * (0.5 - t * (1.0 / 3.0 - t * 0.25));
    let u = INVERSE_LN2_HIGH * t;
    let v = t * INVERSE_LN2_LOW - w * INVERSE_LN2;
    let head = without_low(u + v);
    (head, v - (head - u))
}

/// log2(x) in two parts.
fn log2_split(x: f64) -> (f64, f64) {
    const COEFFICIENTS: [f64; 6] = [
        5.999_999_999_999_946e-1,
        4.285_714_285_785_502e-1,
        3.333_333_298_183_774_3e-1,
        2.727_281_238_085_34e-1,
        2.306_607_457_755_617_5e-1,
        2.069_750_178_003_384_2e-1,
    ];
    // 2 / (3 ln2) in two parts.
    const SCALE: f64 = 9.617_966_939_259_756e-1;
    const SCALE_HIGH: f64 = 9.617_967_009_544_373e-1;
    const SCALE_LOW: f64 = -7.028_461_650_952_758e-9;
    let (mut x, mut exponent) = if high(x) < 0x0010_0000 { (x * 9_007_199_254_740_992.0, -53) } else { (x, 0) };
    exponent += (high(x) >> 20) - 0x3ff;
    let fraction = high(x) & 0x000f_ffff;
    let mut upper = fraction | 0x3ff0_0000;
    // Compare with 1 or with 1.5, whichever is nearer; base-2 logarithm of 1.5 in two parts.
    let (base, k, base_high, base_low) = if fraction <= 0x3988e {
        (1.0, 0, 0.0, 0.0)
    } else if fraction < 0xbb67a {
        (1.5, 1, 5.849_624_872_207_642e-1, 1.350_039_202_129_749e-8)
    } else {
        exponent += 1;
        upper -= 0x0010_0000;
        (1.0, 0, 0.0, 0.0)
    };
    x = with_high(x, upper);
    let u = x - base;
    let v = 1.0 / (x + base);
    let s = u * v;
    let s_high = without_low(s);
    let t_high = double(((upper >> 1) | 0x2000_0000) + 0x0008_0000 + (k << 18), 0);
    let t_low = x - (t_high - base);
    let s_low = v * ((u - s_high * t_high) - s_high * t_low);
    let square = s * s;
    let r = square * square * horner(square, &COEFFICIENTS) + s_low * (s_high + s);
    let square = s_high * s_high;
    let t_high = without_low(3.0 + square + r);
    let t_low = r - ((t_high - 3.0) - square);
    let u = s_high * t_high;
    let v = s_low * t_high + t_low * s;
    let p_high = without_low(u + v);
    let p_low = v - (p_high - u);
    let z_high = SCALE_HIGH * p_high;
    let z_low = SCALE_LOW * p_high + p_low * SCALE + base_low;
    let exponent = f64::from(exponent);
    let head = without_low(((z_high + z_low) + base_high) + exponent);
    (head, z_low - (((head - exponent) - base_high) - z_high))
}

/// 2 to the power of `head + tail`.
fn exp2_split(head: f64, tail: f64) -> f64 {
    const LN2_HIGH: f64 = 6.931_471_824_645_996e-1;
    const LN2_LOW: f64 = -1.904_654_299_957_768e-9;
    /// -(1024 - log2 of what still rounds to the largest double)
    const OVERFLOW_TAIL: f64 = 8.008_566_259_537_294e-17;
    let z = tail + head;
    let (upper, lower) = (high(z), low(z));
    if upper >= 0x4090_0000 {
        if upper > 0x4090_0000 || lower != 0 || tail + OVERFLOW_TAIL > z - head {
            return f64::INFINITY;
        }
    } else if upper & 0x7fff_ffff >= 0x4090_cc00 && (z < -1075.0 || tail <= z - head) {
        return 0.0;
    }
    let size = upper & 0x7fff_ffff;
    let (mut whole, mut rest) = (0, head);
    if size > 0x3fe0_0000 {
        // |z| > 1/2: split off the nearest integer.
        let k = (size >> 20) - 0x3ff;
        let rounded = upper + (0x0010_0000 >> (k + 1));
        let k = ((rounded & 0x7fff_ffff) >> 20) - 0x3ff;
        let integer = double(rounded & !(0x000f_ffff >> k), 0);
        whole = ((rounded & 0x000f_ffff) | 0x0010_0000) >> (20 - k);
        if upper < 0 {
            whole = -whole;
        }
        rest -= integer;
    }
    let t = without_low(tail + rest);
    let u = t * LN2_HIGH;
    let v = (tail - (t - rest)) * std::f64::consts::LN_2 + t * LN2_LOW;
    let z = u + v;
    let w = v - (z - u);
    let t = z * z;
    let t1 = z - t * horner(t, &EXP_COEFFICIENTS);
    // V8 divides by the whole difference, where fdlibm subtracts afterwards.
    let r = (z * t1) / ((t1 - 2.0) - (w + z * w));
    let z = 1.0 - (r - z);
    let upper = high(z) + (whole << 20);
    if upper >> 20 <= 0 { libm::scalbn(z, whole) } else { with_high(z, upper) }
}
