//! `BigInt` (ECMA-262 §21.2).

use num_bigint::BigInt as Integer;
use num_traits::{One, Signed};
use prickle_heap::{BigInt, Cx, ErrorKind, JsResult, JsStr, Kind, Value};

use crate::errors::throw_error;
use crate::operations::big_integer::{from_integer, from_number, integer, to_bigint, to_text};
use crate::operations::{Hint, Operations, to_integer_or_infinity, to_primitive};

/// `BigInt(value)` (ECMA-262 §21.2.1.1).
pub fn call<'h>(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h> {
    match to_primitive(cx, value, Hint::Number)? {
        Value::Number(number) => from_number(cx, number).map(Value::from),
        primitive => to_bigint(cx, primitive).map(Value::from),
    }
}

/// `new BigInt()` (ECMA-262 §21.2.1.1).
pub fn construct<'h>(cx: Cx<'h>, _: &[Value<'h>]) -> JsResult<'h> {
    Err(throw_error(cx, ErrorKind::Type, "BigInt is not a constructor"))
}

/// ToIndex (ECMA-262 §7.1.22) of a number of bits.
fn to_bits<'h>(cx: Cx<'h>, bits: Value<'h>) -> JsResult<'h, f64> {
    let bits = to_integer_or_infinity(bits.to_number(cx)?);
    if (0.0..=9_007_199_254_740_991.0).contains(&bits) {
        Ok(bits)
    } else {
        Err(throw_error(cx, ErrorKind::Range, "Invalid value: not (convertible to) a safe integer"))
    }
}

/// `BigInt.asIntN(bits, bigint)` (ECMA-262 §21.2.2.1).
pub fn as_int_n<'h>(cx: Cx<'h>, bits: Value<'h>, bigint: Value<'h>) -> JsResult<'h> {
    let bits = to_bits(cx, bits)?;
    let value = integer(to_bigint(cx, bigint)?);
    if bits == 0.0 {
        return from_integer(cx, &Integer::ZERO).map(Value::from);
    }
    // One more bit than the magnitude has holds any value unchanged.
    if bits > value.bits() as f64 {
        return from_integer(cx, &value).map(Value::from);
    }
    let modulus = Integer::one() << bits as u64;
    let mut rest = modulo(&value, &modulus);
    if rest >= (&modulus >> 1u32) {
        rest -= modulus;
    }
    from_integer(cx, &rest).map(Value::from)
}

/// `BigInt.asUintN(bits, bigint)` (ECMA-262 §21.2.2.2).
pub fn as_uint_n<'h>(cx: Cx<'h>, bits: Value<'h>, bigint: Value<'h>) -> JsResult<'h> {
    let bits = to_bits(cx, bits)?;
    let value = integer(to_bigint(cx, bigint)?);
    if !value.is_negative() && bits >= value.bits() as f64 {
        return from_integer(cx, &value).map(Value::from);
    }
    if bits > f64::from(1 << 20) {
        return Err(cx.unsupported("a BigInt of more than a million bits"));
    }
    from_integer(cx, &modulo(&value, &(Integer::one() << bits as u64))).map(Value::from)
}

/// The remainder that is not negative.
fn modulo(value: &Integer, modulus: &Integer) -> Integer {
    let rest = value % modulus;
    if rest.is_negative() { rest + modulus } else { rest }
}

/// ThisBigIntValue (ECMA-262 §21.2.3.4.1).
fn this_value<'h>(cx: Cx<'h>, this: Value<'h>, method: &str) -> JsResult<'h, BigInt<'h>> {
    let value = match this {
        Value::Object(object) if object.kind() == Kind::Boxed => object.slot(0),
        value => value,
    };
    value.as_bigint().ok_or_else(|| {
        let message = format!("BigInt.prototype.{method} requires that 'this' be a BigInt");
        throw_error(cx, ErrorKind::Type, cx.string(&message))
    })
}

/// `BigInt.prototype.toString(radix)` (ECMA-262 §21.2.3.3).
pub fn to_string<'h>(cx: Cx<'h>, this: Value<'h>, radix: Value<'h>) -> JsResult<'h, JsStr<'h>> {
    let value = this_value(cx, this, "toString")?;
    let radix = match radix {
        Value::Undefined => 10.0,
        radix => to_integer_or_infinity(radix.to_number(cx)?),
    };
    if !(2.0..=36.0).contains(&radix) {
        return Err(throw_error(cx, ErrorKind::Range, "toString() radix argument must be between 2 and 36"));
    }
    Ok(cx.string(&to_text(value, radix as u32)))
}

/// `BigInt.prototype.toLocaleString()` (ECMA-402 §19.3.1).
pub fn to_locale_string<'h>(cx: Cx<'h>, this: Value<'h>, _: &[Value<'h>]) -> JsResult<'h, JsStr<'h>> {
    this_value(cx, this, "toLocaleString")?;
    Err(cx.unsupported("BigInt.prototype.toLocaleString"))
}

/// `BigInt.prototype.valueOf()` (ECMA-262 §21.2.3.4).
pub fn value_of<'h>(cx: Cx<'h>, this: Value<'h>) -> JsResult<'h> {
    this_value(cx, this, "valueOf").map(Value::from)
}
