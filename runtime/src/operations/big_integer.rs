//! BigInts (ECMA-262 §6.1.6.2, §7.1.13, §7.1.14). The arithmetic is that of the package num-bigint.

use std::cmp::Ordering;

use num_bigint::{BigInt as Integer, Sign};
use num_traits::{FromPrimitive, Num, Signed, ToPrimitive, Zero};
use prickle_heap::{BigInt, Cx, ErrorKind, JsResult, JsStr, Throw, Value, number};

use super::conversion::{Hint, to_primitive};
use crate::errors::{display, throw_error};

/// V8's longest BigInt has 2^30 bits. Operations on such take minutes during which nothing can interrupt them, so the limit here is lower, and
/// ends the turn.
const MAX_BITS: u64 = 1 << 20;

/// The number of a BigInt.
pub(crate) fn integer(value: BigInt<'_>) -> Integer {
    let sign = if value.is_negative() { Sign::Minus } else { Sign::Plus };
    Integer::from_slice(sign, value.digits())
}

/// The BigInt of a number.
pub(crate) fn from_integer<'h>(cx: Cx<'h>, integer: &Integer) -> JsResult<'h, BigInt<'h>> {
    check_bits(cx, integer.bits())?;
    let (sign, digits) = integer.to_u32_digits();
    Ok(BigInt::new(cx, sign == Sign::Minus, &digits))
}

fn check_bits<'h>(cx: Cx<'h>, bits: u64) -> JsResult<'h, ()> {
    if bits > MAX_BITS { Err(too_long(cx)) } else { Ok(()) }
}

#[cold]
fn too_long<'h>(cx: Cx<'h>) -> Throw<'h> {
    cx.unsupported("a BigInt of more than a million bits")
}

/// BigInt::toString (ECMA-262 §6.1.6.2.23).
pub(crate) fn to_text(value: BigInt<'_>, radix: u32) -> String {
    integer(value).to_str_radix(radix)
}

/// StringToBigInt (ECMA-262 §7.1.14).
pub(crate) fn parse(text: JsStr<'_>) -> Option<Integer> {
    let text = text.to_str()?;
    let digits = text.trim_matches(|point| number::is_js_whitespace(point as u32));
    let unsigned = |digits: &str, radix| {
        let is_digit = |digit: char| digit.is_digit(radix);
        (!digits.is_empty() && digits.chars().all(is_digit)).then(|| Integer::from_str_radix(digits, radix).ok())?
    };
    match digits.get(..2) {
        Some("0x" | "0X") => unsigned(&digits[2..], 16),
        Some("0o" | "0O") => unsigned(&digits[2..], 8),
        Some("0b" | "0B") => unsigned(&digits[2..], 2),
        _ if digits.is_empty() => Some(Integer::zero()),
        _ => match digits.strip_prefix('-') {
            Some(digits) => unsigned(digits, 10).map(|integer| -integer),
            None => unsigned(digits.strip_prefix('+').unwrap_or(digits), 10),
        },
    }
}

/// A literal, whose decimal digits the compiler has written.
pub fn bigint_literal<'h>(cx: Cx<'h>, digits: &'static str) -> JsResult<'h> {
    let integer = Integer::from_str_radix(digits, 10).unwrap_or_default();
    from_integer(cx, &integer).map(Value::from)
}

/// ToBigInt (ECMA-262 §7.1.13).
pub(crate) fn to_bigint<'h>(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, BigInt<'h>> {
    match to_primitive(cx, value, Hint::Number)? {
        Value::BigInt(value) => Ok(value),
        Value::Bool(value) => from_integer(cx, &Integer::from(u8::from(value))),
        Value::String(text) => match parse(text) {
            Some(integer) => from_integer(cx, &integer),
            None => {
                let message = cx.string(&format!("Cannot convert {text} to a BigInt"));
                Err(throw_error(cx, ErrorKind::Syntax, message))
            }
        },
        other @ (Value::Undefined | Value::Null | Value::Number(_) | Value::Symbol(_) | Value::Object(_)) => {
            let message = cx.string(&format!("Cannot convert {} to a BigInt", display(cx, other)));
            Err(throw_error(cx, ErrorKind::Type, message))
        }
    }
}

/// NumberToBigInt (ECMA-262 §21.2.1.1.1).
pub(crate) fn from_number<'h>(cx: Cx<'h>, value: f64) -> JsResult<'h, BigInt<'h>> {
    match Integer::from_f64(value).filter(|_| value.trunc() == value) {
        Some(integer) => from_integer(cx, &integer),
        None => {
            let shown = display(cx, value.into());
            let message = format!("The number {shown} cannot be converted to a BigInt because it is not an integer");
            Err(throw_error(cx, ErrorKind::Range, cx.string(&message)))
        }
    }
}

/// `Number(value)` of a BigInt: the nearest number, ties to even.
pub(crate) fn to_number(value: BigInt<'_>) -> f64 {
    let integer = integer(value);
    let bits = integer.bits();
    let magnitude = integer.magnitude();
    // What is beyond 64 bits is only looked at for whether there is anything, so that rounding happens once.
    let rounded = if bits <= 64 {
        magnitude.to_u64().unwrap_or_default() as f64
    } else {
        let shift = bits - 64;
        let top = (magnitude >> shift).to_u64().unwrap_or_default();
        let has_rest = magnitude.trailing_zeros().is_some_and(|zeros| zeros < shift);
        let scaled = (top | u64::from(has_rest)) as f64;
        if bits > 1024 { f64::INFINITY } else { scaled * 2f64.powi(shift as i32) }
    };
    if integer.is_negative() { -rounded } else { rounded }
}

/// How a BigInt compares to a number; `None` if that is NaN.
pub(crate) fn compare_with_number(left: BigInt<'_>, right: f64) -> Option<Ordering> {
    if right.is_nan() {
        return None;
    }
    match Integer::from_f64(right.trunc()) {
        Some(whole) => {
            let fraction = right - right.trunc();
            let ordering = integer(left).cmp(&whole);
            Some(ordering.then_with(|| 0.0.partial_cmp(&fraction).unwrap_or(Ordering::Equal)))
        }
        None => Some(if right > 0.0 { Ordering::Less } else { Ordering::Greater }),
    }
}

/// An operator on BigInts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Exponentiate,
    And,
    Or,
    Xor,
    ShiftLeft,
    ShiftRight,
    ShiftRightUnsigned,
}

/// ApplyStringOrNumericBinaryOperator (ECMA-262 §13.15.4) on two BigInts.
pub(crate) fn apply<'h>(cx: Cx<'h>, operator: Operator, left: BigInt<'h>, right: BigInt<'h>) -> JsResult<'h> {
    let (a, b) = (integer(left), integer(right));
    let division_by_zero = || Err(throw_error(cx, ErrorKind::Range, "Division by zero"));
    let result = match operator {
        Operator::Add => a + b,
        Operator::Subtract => a - b,
        Operator::Multiply => {
            check_bits(cx, a.bits() + b.bits())?;
            a * b
        }
        Operator::Divide if b.is_zero() => return division_by_zero(),
        Operator::Divide => a / b,
        Operator::Remainder if b.is_zero() => return division_by_zero(),
        Operator::Remainder => a % b,
        Operator::Exponentiate => return power(cx, &a, &b),
        Operator::And => a & b,
        Operator::Or => a | b,
        Operator::Xor => a ^ b,
        Operator::ShiftLeft => return shift(cx, &a, &b),
        Operator::ShiftRight => return shift(cx, &a, &-b),
        Operator::ShiftRightUnsigned => {
            let message = "BigInts have no unsigned right shift, use >> instead";
            return Err(throw_error(cx, ErrorKind::Type, message));
        }
    };
    from_integer(cx, &result).map(Value::from)
}

/// BigInt::exponentiate (ECMA-262 §6.1.6.2.3).
fn power<'h>(cx: Cx<'h>, base: &Integer, exponent: &Integer) -> JsResult<'h> {
    if exponent.is_negative() {
        return Err(throw_error(cx, ErrorKind::Range, "undefined must be positive"));
    }
    let is_unit = base.bits() <= 1;
    let exponent = match exponent.to_u32() {
        Some(exponent) if is_unit || u64::from(exponent).saturating_mul(base.bits() - 1) <= MAX_BITS => exponent,
        // Zero, one and minus one: only the last bit of the exponent counts.
        _ if is_unit => 2 + u32::from(exponent.bit(0)),
        _ => return Err(too_long(cx)),
    };
    from_integer(cx, &base.pow(exponent)).map(Value::from)
}

/// BigInt::leftShift (ECMA-262 §6.1.6.2.9); by less than zero it shifts to the right, and rounds down.
fn shift<'h>(cx: Cx<'h>, value: &Integer, bits: &Integer) -> JsResult<'h> {
    let result = match (bits.is_negative(), bits.magnitude().to_u64()) {
        _ if value.is_zero() => Integer::zero(),
        (false, Some(bits)) => {
            check_bits(cx, value.bits().saturating_add(bits))?;
            value << bits
        }
        (false, None) => return Err(too_long(cx)),
        (true, Some(bits)) => value >> bits,
        (true, None) => Integer::from(if value.is_negative() { -1 } else { 0 }),
    };
    from_integer(cx, &result).map(Value::from)
}

/// The TypeError for a BigInt and something else.
#[cold]
pub(crate) fn cannot_mix<'h>(cx: Cx<'h>) -> Throw<'h> {
    throw_error(cx, ErrorKind::Type, "Cannot mix BigInt and other types, use explicit conversions")
}
