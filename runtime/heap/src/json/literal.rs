//! Number literals and escapes.

use super::error::{Problem, SyntaxError};
use crate::string::push_code_point;

/// Integers of that many digits fit 64 bits, and 15 digits are exact in a double.
const FAST_DIGITS: usize = 19;
const EXACT: u64 = 1 << 53;

/// The powers of ten that are exact in a double.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];

fn byte(bytes: &[u8], at: usize) -> u8 {
    bytes.get(at).copied().unwrap_or(0)
}

/// A number literal.
#[derive(Clone, Copy)]
pub(super) struct NumberLiteral {
    pub(super) value: f64,
    /// The place after it.
    pub(super) end: usize,
    /// It is known to be what Number::toString gives for the value.
    pub(super) is_canonical: bool,
}

/// A number literal of at most fifteen digits and nothing else, which most of them are: its value and length.
#[inline(always)]
pub(super) fn plain_integer(chunk: &[u8; 16]) -> Option<(f64, usize)> {
    let word = u64::from_le_bytes(*chunk.first_chunk().expect("eight bytes"));
    let (digits, others) = digits_of(word);
    if others == 0 {
        return long_integer(chunk);
    }
    let length = others.trailing_zeros() as usize / 8;
    end_of_integer(chunk, digits_before(digits, length), length)
}

/// The number of the first `length` digits, up to seven, given as their values in eight bytes.
#[inline(always)]
fn digits_before(digits: u64, length: usize) -> u64 {
    // Zeros in front make it eight digits.
    eight_digits(digits << 8 << (56 - 8 * length))
}

/// The number of eight digits, given as their values.
#[inline(always)]
fn eight_digits(digits: u64) -> u64 {
    // Neighbours are put together, three times.
    let pairs = digits.wrapping_mul(10 << 8 | 1) >> 8 & 0x00ff_00ff_00ff_00ff;
    let fours = pairs.wrapping_mul(100 << 16 | 1) >> 16 & 0x0000_ffff_0000_ffff;
    fours.wrapping_mul(10_000 << 32 | 1) >> 32
}

/// The values of eight digits, and the high bit of each byte that is none; above the lowest such byte it may be wrong.
#[inline(always)]
fn digits_of(word: u64) -> (u64, u64) {
    let digits = word ^ 0x3030_3030_3030_3030;
    (digits, (digits.wrapping_add(0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080)
}

/// As `plain_integer`, for more than seven digits.
#[inline(never)]
fn long_integer(chunk: &[u8; 16]) -> Option<(f64, usize)> {
    let half = |at: usize| u64::from_le_bytes(chunk[at..at + 8].try_into().expect("eight bytes"));
    let (first, _) = digits_of(half(0));
    let (second, others) = digits_of(half(8));
    if others == 0 {
        return None;
    }
    let length = others.trailing_zeros() as usize / 8;
    let power = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000][length];
    end_of_integer(chunk, eight_digits(first) * power + digits_before(second, length), 8 + length)
}

#[inline(always)]
fn end_of_integer(chunk: &[u8; 16], value: u64, length: usize) -> Option<(f64, usize)> {
    let is_whole = !matches!(chunk[length], b'.' | b'e' | b'E');
    // A leading zero must be the only digit; a minus sign has none before it.
    (is_whole && length > 0 && (length == 1 || chunk[0] != b'0')).then_some((value as f64, length))
}

/// The number literal at `start` (a digit or a minus sign).
#[inline]
pub(super) fn number(bytes: &[u8], start: usize) -> Result<NumberLiteral, SyntaxError> {
    if let Some((value, length)) = bytes.get(start..).and_then(<[u8]>::first_chunk).and_then(plain_integer) {
        return Ok(NumberLiteral { value, end: start + length, is_canonical: true });
    }
    let fail = |problem, at| Err(SyntaxError { problem, at });
    let negative = bytes[start] == b'-';
    let first = start + usize::from(negative);
    let mut at = first;
    let mut value = 0u64;
    let mut digit = byte(bytes, at).wrapping_sub(b'0');
    if digit > 9 {
        return fail(Problem::MinusSign, at);
    }
    if digit == 0 {
        at += 1;
        if byte(bytes, at).is_ascii_digit() {
            return fail(Problem::Unexpected, at);
        }
    } else {
        while digit <= 9 {
            value = value.wrapping_mul(10).wrapping_add(u64::from(digit));
            at += 1;
            digit = byte(bytes, at).wrapping_sub(b'0');
        }
    }
    let mut digits = at - first;
    let mut fraction = 0;
    let mut has_exponent = false;
    if byte(bytes, at) == b'.' {
        at += 1;
        let from = at;
        let mut digit = byte(bytes, at).wrapping_sub(b'0');
        while digit <= 9 {
            value = value.wrapping_mul(10).wrapping_add(u64::from(digit));
            at += 1;
            digit = byte(bytes, at).wrapping_sub(b'0');
        }
        fraction = at - from;
        if fraction == 0 {
            return fail(Problem::Fraction, at);
        }
        digits += fraction;
    }
    if let b'e' | b'E' = byte(bytes, at) {
        has_exponent = true;
        at += 1;
        at += usize::from(matches!(byte(bytes, at), b'+' | b'-'));
        let from = at;
        while byte(bytes, at).is_ascii_digit() {
            at += 1;
        }
        if at == from {
            return fail(Problem::Exponent, at);
        }
    }
    // An exact integer divided by an exact power of ten is rounded once, as it should be.
    let magnitude = if digits <= 15 && fraction == 0 && !has_exponent {
        value as f64
    } else if digits <= FAST_DIGITS && value <= EXACT && fraction < POWERS.len() && !has_exponent {
        value as f64 / POWERS[fraction]
    } else {
        fast_float2::parse(&bytes[first..at]).unwrap_or(f64::NAN)
    };
    // No two decimals of up to fifteen digits mean the same double, so a double is printed as the one that it came from.
    let is_canonical = digits <= 15
        && !has_exponent
        && if fraction == 0 { !negative || magnitude != 0.0 } else { bytes[at - 1] != b'0' && magnitude >= 1e-6 };
    Ok(NumberLiteral { value: if negative { -magnitude } else { magnitude }, end: at, is_canonical })
}

/// Decodes the escape whose backslash is at `at` onto `out`; gives the place after it.
pub(super) fn escape(bytes: &[u8], at: usize, out: &mut Vec<u8>) -> Result<usize, SyntaxError> {
    let plain = match bytes.get(at + 1) {
        None => return Err(SyntaxError { problem: Problem::Unexpected, at: at + 1 }),
        Some(&byte @ (b'"' | b'\\' | b'/')) => byte,
        Some(b'b') => 0x08,
        Some(b'f') => 0x0c,
        Some(b'n') => b'\n',
        Some(b'r') => b'\r',
        Some(b't') => b'\t',
        Some(b'u') => {
            let mut unit = 0;
            for place in at + 2..at + 6 {
                let digit = bytes.get(place).and_then(|&byte| (byte as char).to_digit(16));
                unit = unit << 4 | digit.ok_or(SyntaxError { problem: Problem::UnicodeEscape, at: place })?;
            }
            push_code_point(out, unit);
            return Ok(at + 6);
        }
        // V8 tells these apart: only characters up to U+00FF can be bad escapes.
        Some(..0xc4) => return Err(SyntaxError { problem: Problem::Escape, at: at + 1 }),
        Some(_) => return Err(SyntaxError { problem: Problem::Unexpected, at: at + 1 }),
    };
    out.push(plain);
    Ok(at + 2)
}
