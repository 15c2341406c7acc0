//! Dates as text (ECMA-262 §21.4.4.35 to §21.4.4.43).

use prickle_heap::{Cx, ErrorKind, JsResult, JsStr, Object, Value};

use super::{time_value, zone};
use crate::date_time::{date_text, iso_text, time_text, utc_text};
use crate::errors::{display, throw_error};
use crate::intl::date_format::{DateFormat, Parts};
use crate::operations::{self, Hint, WordedOperations, ordinary_to_primitive};

/// The text of a finite time value, or the text that every invalid date has.
fn text_of<'h>(cx: Cx<'h>, time: f64, text: impl Fn(f64) -> String) -> JsStr<'h> {
    if time.is_nan() { JsStr::from_static("Invalid Date") } else { cx.string(&text(time)) }
}

/// ToDateString (ECMA-262 §21.4.4.41.4)
pub(super) fn date_time_string<'h>(cx: Cx<'h>, time: f64) -> JsStr<'h> {
    let zone = zone(cx);
    text_of(cx, time, |time| format!("{} {}", date_text(zone, time), time_text(zone, time)))
}

/// `Date.prototype.toString()` (ECMA-262 §21.4.4.41).
pub fn to_string<'h>(cx: Cx<'h>, date: Object<'h>) -> JsStr<'h> {
    date_time_string(cx, time_value(date))
}

/// `Date.prototype.toDateString()` (ECMA-262 §21.4.4.35).
pub fn to_date_string<'h>(cx: Cx<'h>, date: Object<'h>) -> JsStr<'h> {
    text_of(cx, time_value(date), |time| date_text(zone(cx), time))
}

/// `Date.prototype.toTimeString()` (ECMA-262 §21.4.4.42).
pub fn to_time_string<'h>(cx: Cx<'h>, date: Object<'h>) -> JsStr<'h> {
    text_of(cx, time_value(date), |time| time_text(zone(cx), time))
}

/// `Date.prototype.toISOString()` (ECMA-262 §21.4.4.36).
pub fn to_iso_string<'h>(cx: Cx<'h>, date: Object<'h>) -> JsResult<'h, JsStr<'h>> {
    let time = time_value(date);
    if time.is_nan() {
        return Err(throw_error(cx, ErrorKind::Range, "Invalid time value"));
    }
    Ok(cx.string(&iso_text(time)))
}

/// `Date.prototype.toUTCString()` (ECMA-262 §21.4.4.43).
pub fn to_utc_string<'h>(cx: Cx<'h>, date: Object<'h>) -> JsStr<'h> {
    text_of(cx, time_value(date), utc_text)
}

/// `Date.prototype.toGMTString()` (ECMA-262 §B.2.3.3), the same function as `toUTCString`.
pub use to_utc_string as to_gmt_string;

/// `Date.prototype[@@toPrimitive](hint)` (ECMA-262 §21.4.4.45).
pub fn to_primitive<'h>(cx: Cx<'h>, this: Object<'h>, hint: Value<'h>) -> JsResult<'h> {
    let hint = match hint {
        Value::String(text) if text == "default" || text == "string" => Hint::String,
        Value::String(text) if text == "number" => Hint::Number,
        other => {
            let message = format!("Invalid hint: {}", display(cx, other));
            return Err(throw_error(cx, ErrorKind::Type, cx.string(&message)));
        }
    };
    ordinary_to_primitive(cx, this, hint)
}

/// `Date.prototype.toJSON(key)` (ECMA-262 §21.4.4.37), for any object.
pub fn to_json<'h>(cx: Cx<'h>, this: Object<'h>, _key: Value<'h>) -> JsResult<'h> {
    match operations::to_primitive(cx, this.into(), Hint::Number)? {
        Value::Number(time) if !time.is_finite() => Ok(Value::Null),
        _ => this.call_method_worded(cx, "toISOString", "toISOString", &[]),
    }
}

macro_rules! locale_texts {
    ($( $(#[$doc:meta])* $function:ident, $name:literal, $parts:ident; )*) => { $(
        $(#[$doc])*
        pub fn $function<'h>(
            cx: Cx<'h>,
            date: Object<'h>,
            locales: Value<'h>,
            options: Value<'h>,
        ) -> JsResult<'h, JsStr<'h>> {
            let time = time_value(date);
            if time.is_nan() {
                return Ok(JsStr::from_static("Invalid Date"));
            }
            let method = Some((Parts::$parts, Parts::$parts));
            let format = DateFormat::new(cx, locales, options, concat!("Date.prototype.", $name), method)?;
            Ok(cx.string(&format.format(cx, time)?))
        }
    )* };
}

locale_texts! {
    /// `Date.prototype.toLocaleString(locales, options)` (ECMA-402 §19.4.1).
    to_locale_string, "toLocaleString", All;
    /// `Date.prototype.toLocaleDateString(locales, options)` (ECMA-402 §19.4.2).
    to_locale_date_string, "toLocaleDateString", Date;
    /// `Date.prototype.toLocaleTimeString(locales, options)` (ECMA-402 §19.4.3).
    to_locale_time_string, "toLocaleTimeString", Time;
}
