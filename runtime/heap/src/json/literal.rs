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

/// A number literal of at most eight digits and nothing else, which most of them are.
#[inline(always)]
fn small_integer(bytes: &[u8], start: usize) -> Option<(f64, usize)> {
    let chunk = bytes.get(start..start + 9)?;
    let mut value = 0u32;
    let mut length = 0;
    while let digit @ 0..=9 = chunk[length].wrapping_sub(b'0') {
        value = value * 10 + u32::from(digit);
        length += 1;
        if length == 9 {
            return None;
        }
    }
    let is_whole = !matches!(chunk[length], b'.' | b'e' | b'E');
    // A leading zero must be the only digit; a minus sign has none before it.
    (is_whole && length > 0 && (length == 1 || chunk[0] != b'0')).then_some((f64::from(value), start + length))
}

/// The number literal at `start` (a digit or a minus sign), and where it ends.
#[inline]
pub(super) fn number(bytes: &[u8], start: usize) -> Result<(f64, usize), SyntaxError> {
    if let Some(result) = small_integer(bytes, start) {
        return Ok(result);
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
    Ok((if negative { -magnitude } else { magnitude }, at))
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
