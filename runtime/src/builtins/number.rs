//! `Number` (ECMA-262 §21.1).

mod format;

pub(crate) use format::shortest_digits;

use prickle_heap::{Cx, ErrorKind, JsResult, JsStr, Kind, Object, Value, number};

use crate::errors::throw_error;
use crate::intl::number_format::NumberFormat;
use crate::operations::{Hint, Operations, big_integer, to_int32, to_integer_or_infinity, to_primitive};

/// `Number.EPSILON` (ECMA-262 §21.1.2.1).
pub const EPSILON: f64 = f64::EPSILON;
/// `Number.MAX_SAFE_INTEGER` (ECMA-262 §21.1.2.6).
pub const MAX_SAFE_INTEGER: f64 = 9_007_199_254_740_991.0;
/// `Number.MAX_VALUE` (ECMA-262 §21.1.2.7).
pub const MAX_VALUE: f64 = f64::MAX;
/// `Number.MIN_SAFE_INTEGER` (ECMA-262 §21.1.2.8).
pub const MIN_SAFE_INTEGER: f64 = -9_007_199_254_740_991.0;
/// `Number.MIN_VALUE` (ECMA-262 §21.1.2.9).
pub const MIN_VALUE: f64 = 5e-324;
/// `Number.NaN` (ECMA-262 §21.1.2.10).
pub const NAN: f64 = f64::NAN;
/// `Number.NEGATIVE_INFINITY` (ECMA-262 §21.1.2.11).
pub const NEGATIVE_INFINITY: f64 = f64::NEG_INFINITY;
/// `Number.POSITIVE_INFINITY` (ECMA-262 §21.1.2.14).
pub const POSITIVE_INFINITY: f64 = f64::INFINITY;

/// `Number(value)` (ECMA-262 §21.1.1.1).
pub fn call<'h>(cx: Cx<'h>, value: Option<Value<'h>>) -> JsResult<'h, f64> {
    let Some(value) = value else { return Ok(0.0) };
    match to_primitive(cx, value, Hint::Numeric)? {
        Value::BigInt(value) => Ok(big_integer::to_number(value)),
        primitive => primitive.to_number(cx),
    }
}

/// `new Number(value)` (ECMA-262 §21.1.1.1).
pub fn construct<'h>(cx: Cx<'h>, value: Option<Value<'h>>) -> JsResult<'h, Object<'h>> {
    let number = call(cx, value)?;
    Ok(Object::with_slots(cx, Kind::Boxed, &[number.into()]))
}

/// `Number.isFinite(number)` (ECMA-262 §21.1.2.2).
pub fn is_finite(number: Value<'_>) -> bool {
    number.as_number().is_some_and(f64::is_finite)
}

/// `Number.isInteger(number)` (ECMA-262 §21.1.2.3).
pub fn is_integer(number: Value<'_>) -> bool {
    number.as_number().is_some_and(|number| number.is_finite() && number.trunc() == number)
}

/// `Number.isNaN(number)` (ECMA-262 §21.1.2.4).
pub fn is_nan(number: Value<'_>) -> bool {
    number.as_number().is_some_and(f64::is_nan)
}

/// `Number.isSafeInteger(number)` (ECMA-262 §21.1.2.5).
pub fn is_safe_integer(number: Value<'_>) -> bool {
    is_integer(number) && number.as_number().is_some_and(|number| number.abs() <= MAX_SAFE_INTEGER)
}

/// `parseFloat(string)` (ECMA-262 §19.2.4).
pub fn parse_float(string: JsStr<'_>) -> f64 {
    number::parse_float(string)
}

/// `parseInt(string, radix)` (ECMA-262 §19.2.5).
pub fn parse_int(string: JsStr<'_>, radix: f64) -> f64 {
    number::parse_int(string, to_int32(radix))
}

/// A number of digits from `least` to 100, or a RangeError.
fn digits<'h>(cx: Cx<'h>, number: f64, least: f64, what: &'static str) -> JsResult<'h, usize> {
    let number = to_integer_or_infinity(number);
    if (least..=100.0).contains(&number) {
        return Ok(number as usize);
    }
    Err(throw_error(cx, ErrorKind::Range, what))
}

/// `Number.prototype.toExponential(fractionDigits)` (ECMA-262 §21.1.3.2).
pub fn to_exponential<'h>(cx: Cx<'h>, this: f64, fraction_digits: Option<f64>) -> JsResult<'h, JsStr<'h>> {
    if !this.is_finite() {
        return Ok(number::to_js_str(cx, this));
    }
    let message = "toExponential() argument must be between 0 and 100";
    let count = fraction_digits.map(|count| digits(cx, count, 0.0, message)).transpose()?;
    Ok(cx.string(&format::exponential(this, count)))
}

/// `Number.prototype.toFixed(fractionDigits)` (ECMA-262 §21.1.3.3).
pub fn to_fixed<'h>(cx: Cx<'h>, this: f64, fraction_digits: f64) -> JsResult<'h, JsStr<'h>> {
    let count = digits(cx, fraction_digits, 0.0, "toFixed() digits argument must be between 0 and 100")?;
    if !this.is_finite() || this.abs() >= 1e21 {
        return Ok(number::to_js_str(cx, this));
    }
    Ok(cx.string(&format::fixed(this, count)))
}

/// `Number.prototype.toLocaleString(locales, options)` (ECMA-402 §18.2.1).
pub fn to_locale_string<'h>(cx: Cx<'h>, this: f64, locales: Value<'h>, options: Value<'h>) -> JsResult<'h, JsStr<'h>> {
    let format = NumberFormat::new(cx, locales, options, "Number.prototype.toLocaleString")?;
    Ok(cx.string(&format.format(this)))
}

/// `Number.prototype.toPrecision(precision)` (ECMA-262 §21.1.3.5).
pub fn to_precision<'h>(cx: Cx<'h>, this: f64, precision: Option<f64>) -> JsResult<'h, JsStr<'h>> {
    let Some(precision) = precision else { return Ok(number::to_js_str(cx, this)) };
    if !this.is_finite() {
        return Ok(number::to_js_str(cx, this));
    }
    let count = digits(cx, precision, 1.0, "toPrecision() argument must be between 1 and 100")?;
    Ok(cx.string(&format::precision(this, count)))
}

/// `Number.prototype.toString(radix)` (ECMA-262 §21.1.3.6).
pub fn to_string<'h>(cx: Cx<'h>, this: f64, radix: Option<f64>) -> JsResult<'h, JsStr<'h>> {
    let radix = radix.map_or(10.0, to_integer_or_infinity);
    if !(2.0..=36.0).contains(&radix) {
        return Err(throw_error(cx, ErrorKind::Range, "toString() radix argument must be between 2 and 36"));
    }
    if radix == 10.0 || !this.is_finite() {
        return Ok(number::to_js_str(cx, this));
    }
    Ok(cx.string(&format::radix(this, radix as u32)))
}

/// `Number.prototype.valueOf()` (ECMA-262 §21.1.3.7).
pub fn value_of(this: f64) -> f64 {
    this
}
