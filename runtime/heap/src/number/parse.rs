//! From text to numbers: StringToNumber, `parseFloat`, `parseInt`.

use crate::JsStr;
use crate::string::decode;

/// WhiteSpace and LineTerminator (ECMA-262 §12.2, §12.3): what `trim` removes.
pub fn is_js_whitespace(code_point: u32) -> bool {
    matches!(
        code_point,
        0x09..=0x0d | 0x20 | 0xa0 | 0x1680 | 0x2000..=0x200a | 0x2028 | 0x2029 | 0x202f | 0x205f | 0x3000 | 0xfeff
    )
}

/// Bytes of white space at the start.
fn leading_whitespace(bytes: &[u8]) -> usize {
    let mut at = 0;
    while at < bytes.len() {
        let (code_point, length) = decode(&bytes[at..]);
        if !is_js_whitespace(code_point) {
            break;
        }
        at += length;
    }
    at
}

/// Where white space at the end begins.
fn trailing_whitespace(bytes: &[u8]) -> usize {
    let mut end = bytes.len();
    while end > 0 {
        let mut start = end - 1;
        while start > 0 && bytes[start] & 0xc0 == 0x80 {
            start -= 1;
        }
        if !is_js_whitespace(decode(&bytes[start..]).0) {
            break;
        }
        end = start;
    }
    end
}

/// `trimStart` (ECMA-262 §22.1.3.34).
pub fn trim_start(text: JsStr<'_>) -> JsStr<'_> {
    text.slice_bytes(leading_whitespace(text.as_bytes()), text.byte_len())
}

/// `trimEnd` (ECMA-262 §22.1.3.33).
pub fn trim_end(text: JsStr<'_>) -> JsStr<'_> {
    text.slice_bytes(0, trailing_whitespace(text.as_bytes()))
}

/// `trim` (ECMA-262 §22.1.3.32).
pub fn trim(text: JsStr<'_>) -> JsStr<'_> {
    trim_end(trim_start(text))
}

fn trimmed(text: JsStr<'_>) -> &[u8] {
    trim(text).as_bytes()
}

/// The longest prefix that is a StrDecimalLiteral without sign and without `Infinity`: digits, optional fraction, optional exponent.
fn decimal_prefix(bytes: &[u8]) -> usize {
    let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let whole = digits(0);
    let mut end = whole;
    let mut fraction = 0;
    if bytes.get(end) == Some(&b'.') {
        fraction = digits(end + 1);
        if whole + fraction > 0 {
            end += 1 + fraction;
        }
    }
    if whole + fraction == 0 {
        return 0;
    }
    if let Some(b'e' | b'E') = bytes.get(end) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        let exponent = if end + 1 + sign <= bytes.len() { digits(end + 1 + sign) } else { 0 };
        if exponent > 0 {
            end += 1 + sign + exponent;
        }
    }
    end
}

/// The value of what `decimal_prefix` accepted.
fn decimal_value(bytes: &[u8]) -> f64 {
    fast_float2::parse(bytes).unwrap_or(f64::NAN)
}

fn split_sign(bytes: &[u8]) -> (f64, &[u8]) {
    match bytes {
        [b'-', rest @ ..] => (-1.0, rest),
        [b'+', rest @ ..] => (1.0, rest),
        _ => (1.0, bytes),
    }
}

/// StringToNumber (ECMA-262 §7.1.4.1.1).
pub fn string_to_number(text: JsStr<'_>) -> f64 {
    let bytes = trimmed(text);
    let radix = match bytes {
        [] => return 0.0,
        [b'0', b'x' | b'X', _, ..] => 16,
        [b'0', b'o' | b'O', _, ..] => 8,
        [b'0', b'b' | b'B', _, ..] => 2,
        _ => 10,
    };
    if radix != 10 {
        let digits = &bytes[2..];
        let valid = digits.iter().all(|&byte| (byte as char).is_digit(radix));
        return if valid { radix_value(digits, radix) } else { f64::NAN };
    }
    let (sign, rest) = split_sign(bytes);
    if rest == b"Infinity" {
        return sign * f64::INFINITY;
    }
    if rest.is_empty() || decimal_prefix(rest) != rest.len() {
        return f64::NAN;
    }
    sign * decimal_value(rest)
}

/// `parseFloat` (ECMA-262 §19.2.4), after ToString.
pub fn parse_float(text: JsStr<'_>) -> f64 {
    let (sign, rest) = split_sign(trimmed(text));
    if rest.starts_with(b"Infinity") {
        return sign * f64::INFINITY;
    }
    match decimal_prefix(rest) {
        0 => f64::NAN,
        length => sign * decimal_value(&rest[..length]),
    }
}

/// `parseInt` (ECMA-262 §19.2.5), after ToString and ToInt32.
pub fn parse_int(text: JsStr<'_>, radix: i32) -> f64 {
    if let Some(value) = small_decimal(text.as_bytes(), radix) {
        return value;
    }
    let (sign, mut rest) = split_sign(trimmed(text));
    let mut radix = match radix {
        0 => None,
        2..=36 => Some(radix as u32),
        _ => return f64::NAN,
    };
    if let (None | Some(16), [b'0', b'x' | b'X', digits @ ..]) = (radix, rest) {
        rest = digits;
        radix = Some(16);
    }
    let radix = radix.unwrap_or(10);
    let length = rest.iter().take_while(|&&byte| (byte as char).is_digit(radix)).count();
    if length == 0 { f64::NAN } else { sign * radix_value(&rest[..length], radix) }
}

/// `parse_int` of what it mostly gets: a few decimal digits.
#[inline]
fn small_decimal(bytes: &[u8], radix: i32) -> Option<f64> {
    if bytes.is_empty() || bytes.len() > 9 || !matches!(radix, 0 | 10) {
        return None;
    }
    let mut value = 0u32;
    for byte in bytes {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        value = value * 10 + u32::from(digit);
    }
    Some(value.into())
}

/// The value of digits that are all valid in the radix, rounded as V8 rounds: exactly for 10 and for powers of two.
fn radix_value(digits: &[u8], radix: u32) -> f64 {
    if radix == 10 {
        return decimal_value(digits);
    }
    if radix.is_power_of_two() {
        return power_of_two_value(digits, radix.trailing_zeros());
    }
    // Parts of digits that fit 32 bits are exact; combining them rounds, at the same places as V8 does, which skips leading zeros.
    let mut value = 0.0;
    let mut rest = &digits[digits.iter().take_while(|&&digit| digit == b'0').count()..];
    while !rest.is_empty() {
        let (mut part, mut multiplier, mut taken) = (0u32, 1u32, 0);
        while taken < rest.len() && multiplier * radix <= u32::MAX / 36 {
            multiplier *= radix;
            part = part * radix + (rest[taken] as char).to_digit(radix).expect("checked by the caller");
            taken += 1;
        }
        value = value * f64::from(multiplier) + f64::from(part);
        rest = &rest[taken..];
    }
    value
}

/// Digits of `bits` bits each, rounded to nearest, ties to even.
fn power_of_two_value(digits: &[u8], bits: u32) -> f64 {
    let mut significand = 0u64;
    let mut exponent = 0u32;
    let mut sticky = false;
    for &digit in digits {
        let digit = u64::from((digit as char).to_digit(1 << bits).expect("checked by the caller"));
        for shift in (0..bits).rev() {
            let bit = digit >> shift & 1;
            if significand >> 62 == 0 {
                significand = significand << 1 | bit;
            } else {
                exponent += 1;
                sticky |= bit != 0;
            }
        }
    }
    // 63 bits are ten more than a double has, so the lost bits matter only as "not exactly half".
    let value = (significand | u64::from(sticky)) as f64;
    if exponent > 1100 && significand != 0 { f64::INFINITY } else { value * 2f64.powi(exponent as i32) }
}
