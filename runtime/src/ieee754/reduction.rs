//! Argument reduction for sine and cosine.

use super::words::high;

/// pi/2 in three steps of 33 bits, each with what the steps up to it leave out.
const STEPS: [(f64, f64); 3] = [
    (1.570_796_326_734_125_6, 6.077_100_506_506_192e-11),
    (6.077_100_506_303_966e-11, 2.022_266_248_795_950_6e-21),
    (2.022_266_248_711_166_5e-21, 8.478_427_660_368_9e-32),
];

/// `x = quadrant * pi/2 + head + tail` with the remainder between -pi/4 and pi/4. Only the last two bits of the quadrant count.
pub(super) fn reduce(x: f64) -> (i32, f64, f64) {
    let magnitude = high(x) & 0x7fff_ffff;
    if magnitude <= 0x3fe9_21fb {
        return (0, x, 0.0);
    }
    let (quadrant, head, tail) = if magnitude <= 0x4139_21fb { reduce_medium(x.abs()) } else { reduce_large(x.abs()) };
    if x < 0.0 { (-quadrant, -head, -tail) } else { (quadrant, head, tail) }
}

/// Cody and Waite's reduction for arguments up to about 2^20.
fn reduce_medium(x: f64) -> (i32, f64, f64) {
    let exponent = |x: f64| (high(x) >> 20) & 0x7ff;
    let quadrant = if high(x) < 0x4002_d97c { 1 } else { (x * std::f64::consts::FRAC_2_PI + 0.5) as i32 };
    let multiple = f64::from(quadrant);
    let mut rest = x - multiple * STEPS[0].0;
    let mut missing = multiple * STEPS[0].1;
    let mut head = rest - missing;
    for (limit, (step, left_out)) in [16, 49].into_iter().zip([STEPS[1], STEPS[2]]) {
        // Too many bits cancelled: subtract the next part of pi/2.
        if exponent(x) - exponent(head) <= limit {
            break;
        }
        let before = rest;
        let part = multiple * step;
        rest = before - part;
        missing = multiple * left_out - ((before - rest) - part);
        head = rest - missing;
    }
    (quadrant, head, (rest - head) - missing)
}

/// 2/pi after the binary point, 64 bits a word.
const TWO_OVER_PI: [u64; 20] = [
    0xA2F9_836E_4E44_1529,
    0xFC27_57D1_F534_DDC0,
    0xDB62_9599_3C43_9041,
    0xFE51_63AB_DEBB_C561,
    0xB724_6E3A_424D_D2E0,
    0x0649_2EEA_09D1_921C,
    0xFE1D_EB1C_B129_A73E,
    0xE882_35F5_2EBB_4484,
    0xE99C_7026_B45F_7E41,
    0x3991_D639_8353_39F4,
    0x9C84_5F8B_BDF9_283B,
    0x1FF8_97FF_DE05_980F,
    0xEF2F_118B_5A0A_6D1F,
    0x6D36_7ECF_27CB_09B7,
    0x4F46_3F66_9E5F_EA2D,
    0x7527_BAC7_EBE5_F17B,
    0x3D07_39F7_8A52_92EA,
    0x6BFB_5FB1_1F8D_5D08,
    0x5603_3046_FC7B_6BAB,
    0xF0CF_BC20_9AF4_361D,
];

/// pi/2 in parts of 24 bits.
const HALF_PI: [f64; 5] = [
    1.570_796_251_296_997,
    7.549_789_415_861_596e-8,
    5.390_302_529_957_765e-15,
    3.282_003_415_807_913e-22,
    1.270_655_753_080_676e-29,
];

/// Payne and Hanek's reduction: multiplies with the bits of 2/pi that matter, in integers.
fn reduce_large(x: f64) -> (i32, f64, f64) {
    let mantissa = (x.to_bits() & 0x000f_ffff_ffff_ffff) | 0x0010_0000_0000_0000;
    let exponent = (x.to_bits() >> 52) as i32 - 1075;
    // Bits of 2/pi whose product with the mantissa is a multiple of 4 turn the circle fully and are skipped.
    let first = exponent - 2;
    let word = |index: i32| {
        let from = first + 64 * index;
        let at = |word: i32| usize::try_from(word).map_or(0, |word| TWO_OVER_PI[word]);
        let pair = (u128::from(at(from.div_euclid(64))) << 64) | u128::from(at(from.div_euclid(64) + 1));
        (pair >> (64 - from.rem_euclid(64))) as u64
    };
    // Four words of the product, modulo 4: two bits of quadrant, then the fraction.
    let mut product = [0u64; 4];
    let mut carry = 0u128;
    for index in (0..4).rev() {
        let part = u128::from(word(index as i32)) * u128::from(mantissa) + carry;
        product[index] = part as u64;
        carry = part >> 64;
    }
    let quadrant = (product[0] >> 62) as i32;
    // To the nearest multiple of pi/2: a fraction of at least 1/2 becomes negative.
    let negative = product[0] >> 61 & 1 == 1;
    // fdlibm works in digits of 24 bits and keeps `count` of them below a first one of up to 21 bits. The digits decide how the
    // sums below round.
    let exponent = exponent + 52 - 23;
    let first_digit = exponent - 24 * ((exponent - 3) / 24 + 1);
    let digits_of = |count: i32| {
        let width = (24 * count - first_digit) as u32;
        let bits = fraction_bits(&product, width);
        if negative { bits.wrapping_neg() & (u128::MAX >> 128u32.saturating_sub(width)) } else { bits }
    };
    let mut count = 4;
    loop {
        let bits = digits_of(count);
        let significant = (128 - bits.leading_zeros() as i32 + 23) / 24;
        if significant > 4 {
            break;
        }
        count += 5 - significant;
    }
    let bits = digits_of(count);
    // Digits from the most significant one on, scaled.
    let leading = (128 - bits.leading_zeros() as i32 + 23) / 24;
    let digit = |index: i32| {
        let position = leading - 1 - index;
        let value = (bits >> (24 * position)) & 0xff_ffff;
        value as f64 * 2f64.powi(24 * position - (24 * count - first_digit))
    };
    let terms: Vec<f64> = (0..leading)
        .map(|last| {
            (0..=last.min(4)).map(|part| HALF_PI[part as usize] * digit(last - part)).fold(0.0, |sum, term| sum + term)
        })
        .collect();
    let head = terms.iter().rev().fold(0.0, |sum, term| sum + term);
    let tail = terms[1..].iter().fold(terms[0] - head, |sum, term| sum + term);
    if negative { (quadrant + 1, -head, -tail) } else { (quadrant, head, tail) }
}

/// The first `count` bits behind the binary point of a product whose first two bits are the quadrant; of those, the last 128.
fn fraction_bits(product: &[u64; 4], count: u32) -> u128 {
    let high = (u128::from(product[0] & (u64::MAX >> 2)) << 64) | u128::from(product[1]);
    let low = (u128::from(product[2]) << 64) | u128::from(product[3]);
    match 254 - count {
        shift @ 0 => low >> shift,
        shift @ 1..=127 => (high << (128 - shift)) | (low >> shift),
        shift => high >> (shift - 128),
    }
}
