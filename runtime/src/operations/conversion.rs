//! Type conversion (ECMA-262 §7.1).

use prickle_heap::{Cx, ErrorKind, JsResult, JsStr, Kind, Object, PropertyKey, Symbol, Value, number};

use super::call::method;
use super::{Operations, big_integer};
use crate::errors::{call_site, throw_error};

pub use prickle_heap::number::{to_int32, to_uint32};

/// The preferred type of ToPrimitive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// `default`
    Default,
    /// `string`
    String,
    /// `number`
    Number,
    /// `number`, where nothing but ToNumber follows.
    Numeric,
}

/// ToPrimitive (ECMA-262 §7.1.1).
#[inline]
pub fn to_primitive<'h>(cx: Cx<'h>, value: Value<'h>, hint: Hint) -> JsResult<'h> {
    match value {
        Value::Object(object) => object_to_primitive(cx, object, hint),
        primitive => Ok(primitive),
    }
}

/// ToPrimitive (ECMA-262 §7.1.1) of an object.
#[cold]
fn object_to_primitive<'h>(cx: Cx<'h>, object: Object<'h>, hint: Hint) -> JsResult<'h> {
    let exotic = method(cx, object.into(), Symbol::TO_PRIMITIVE)?;
    if exotic.is_nullish() {
        return ordinary_to_primitive(cx, object, hint);
    }
    if !exotic.is_callable() {
        let found = call_site(cx, object.get(cx, Symbol::TO_PRIMITIVE)?);
        return Err(throw_error(cx, ErrorKind::Type, cx.string(&format!("{found} is not a function"))));
    }
    let hint = match hint {
        Hint::Default => "default",
        Hint::String => "string",
        Hint::Number | Hint::Numeric => "number",
    };
    match exotic.call_worded(cx, "Symbol.toPrimitive", &[hint.into()])? {
        Value::Object(_) => Err(throw_error(cx, ErrorKind::Type, "Cannot convert object to primitive value")),
        primitive => Ok(primitive),
    }
}

/// OrdinaryToPrimitive (ECMA-262 §7.1.1.1).
pub(crate) fn ordinary_to_primitive<'h>(cx: Cx<'h>, object: Object<'h>, hint: Hint) -> JsResult<'h> {
    let names = match hint {
        Hint::String => ["toString", "valueOf"],
        Hint::Number | Hint::Numeric | Hint::Default => ["valueOf", "toString"],
    };
    for name in names {
        let found = method(cx, object.into(), name)?;
        if hint == Hint::Numeric && name == "toString" && found.gives_source_text(cx) {
            // Nobody knows it here, but no source text of a function is a number.
            return Ok(f64::NAN.into());
        }
        if found.is_callable() {
            let result = found.call_worded(cx, name, &[])?;
            if !result.is_object() {
                return Ok(result);
            }
        }
    }
    Err(throw_error(cx, ErrorKind::Type, "Cannot convert object to primitive value"))
}

/// ToNumber (ECMA-262 §7.1.4).
#[inline(always)]
pub fn to_number<'h>(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, f64> {
    if let Value::Number(number) = value { Ok(number) } else { convert_to_number(cx, value) }
}

/// ToNumber of what is rarely a number.
#[inline(never)]
fn convert_to_number<'h>(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, f64> {
    match value {
        Value::Number(number) => Ok(number),
        Value::Undefined => Ok(f64::NAN),
        Value::Null | Value::Bool(false) => Ok(0.0),
        Value::Bool(true) => Ok(1.0),
        Value::String(text) => Ok(number::string_to_number(text)),
        Value::Symbol(_) => Err(throw_error(cx, ErrorKind::Type, "Cannot convert a Symbol value to a number")),
        Value::BigInt(_) => Err(throw_error(cx, ErrorKind::Type, "Cannot convert a BigInt value to a number")),
        Value::Object(object) => {
            let primitive = object_to_primitive(cx, object, Hint::Numeric)?;
            convert_to_number(cx, primitive)
        }
    }
}

/// ToString (ECMA-262 §7.1.17).
#[inline(always)]
pub fn to_js_string<'h>(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, JsStr<'h>> {
    if let Value::String(text) = value { Ok(text) } else { convert_to_js_string(cx, value) }
}

/// ToString of what is rarely a string.
#[inline(never)]
fn convert_to_js_string<'h>(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, JsStr<'h>> {
    match value {
        Value::String(text) => Ok(text),
        Value::Undefined => Ok("undefined".into()),
        Value::Null => Ok("null".into()),
        Value::Bool(true) => Ok("true".into()),
        Value::Bool(false) => Ok("false".into()),
        Value::Number(value) => Ok(number::to_js_str(cx, value)),
        Value::BigInt(value) => Ok(cx.string(&big_integer::to_text(value, 10))),
        Value::Symbol(_) => Err(throw_error(cx, ErrorKind::Type, "Cannot convert a Symbol value to a string")),
        Value::Object(object) => {
            let primitive = object_to_primitive(cx, object, Hint::String)?;
            convert_to_js_string(cx, primitive)
        }
    }
}

/// ToPropertyKey (ECMA-262 §7.1.19).
#[inline]
pub fn to_property_key<'h>(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, PropertyKey<'h>> {
    match value {
        Value::String(text) => Ok(text.into()),
        Value::Number(number) => Ok(number_to_key(cx, number)),
        Value::Symbol(symbol) => Ok(symbol.into()),
        other => match to_primitive(cx, other, Hint::String)? {
            Value::Symbol(symbol) => Ok(symbol.into()),
            primitive => Ok(to_js_string(cx, primitive)?.into()),
        },
    }
}

/// The property key that a number denotes.
#[inline]
pub(crate) fn number_to_key<'h>(cx: Cx<'h>, number: f64) -> PropertyKey<'h> {
    match number::to_index(number) {
        Some(index) => index.into(),
        None => number::to_js_str(cx, number).into(),
    }
}

/// ToObject (ECMA-262 §7.1.18).
pub fn to_object<'h>(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, Object<'h>> {
    match value {
        Value::Object(object) => Ok(object),
        Value::Undefined | Value::Null => {
            Err(throw_error(cx, ErrorKind::Type, "Cannot convert undefined or null to object"))
        }
        Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Symbol(_) | Value::BigInt(_) => {
            Ok(Object::with_slots(cx, Kind::Boxed, &[value]))
        }
    }
}

/// ToIntegerOrInfinity (ECMA-262 §7.1.5) of a number.
#[inline]
pub fn to_integer_or_infinity(number: f64) -> f64 {
    // The sum makes -0 to 0.
    if number.is_nan() { 0.0 } else { number.trunc() + 0.0 }
}

/// ToLength (ECMA-262 §7.1.20) of a number.
#[inline]
pub fn to_length(number: f64) -> f64 {
    to_integer_or_infinity(number).clamp(0.0, 9_007_199_254_740_991.0)
}
