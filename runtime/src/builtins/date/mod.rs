//! `Date` (ECMA-262 §21.4).

mod get;
mod set;
mod text;

use prickle_heap::{Cx, JsResult, JsStr, Kind, Object, Value};

pub use get::{
    get_date, get_day, get_full_year, get_hours, get_milliseconds, get_minutes, get_month, get_seconds, get_time,
    get_timezone_offset, get_utc_date, get_utc_day, get_utc_full_year, get_utc_hours, get_utc_milliseconds,
    get_utc_minutes, get_utc_month, get_utc_seconds, get_year, value_of,
};
pub use set::{
    set_date, set_full_year, set_hours, set_milliseconds, set_minutes, set_month, set_seconds, set_time, set_utc_date,
    set_utc_full_year, set_utc_hours, set_utc_milliseconds, set_utc_minutes, set_utc_month, set_utc_seconds, set_year,
};
pub use text::{
    to_date_string, to_gmt_string, to_iso_string, to_json, to_locale_date_string, to_locale_string,
    to_locale_time_string, to_primitive, to_string, to_time_string, to_utc_string,
};

use crate::date_time::calendar::{make_date, make_day, make_full_year, make_time, time_clip};
use crate::date_time::{self, Zone};
use crate::operations::{self, Hint, Operations};
use crate::turn::turn_state;

/// The local time zone.
fn zone<'h>(cx: Cx<'h>) -> &'h Zone {
    &turn_state(cx).services().zone
}

/// A new date with a time value.
pub(crate) fn new_date<'h>(cx: Cx<'h>, time: f64) -> Object<'h> {
    Object::with_slots(cx, Kind::Date, &[time.into()])
}

/// The time value of a date.
fn time_value(date: Object<'_>) -> f64 {
    date.slot(0).as_number().unwrap_or(f64::NAN)
}

/// `Date()` as a function (ECMA-262 §21.4.2.1).
pub fn call<'h>(cx: Cx<'h>, _arguments: &[Value<'h>]) -> JsStr<'h> {
    text::date_time_string(cx, now(cx))
}

/// `new Date(…)` (ECMA-262 §21.4.2.1).
pub fn construct<'h>(cx: Cx<'h>, arguments: &[Value<'h>]) -> JsResult<'h, Object<'h>> {
    let time = match *arguments {
        [] => now(cx),
        [Value::Object(date)] if date.kind() == Kind::Date => time_value(date),
        [value] => match operations::to_primitive(cx, value, Hint::Default)? {
            Value::String(text) => parse(cx, text),
            primitive => time_clip(primitive.to_number(cx)?),
        },
        _ => time_clip(zone(cx).utc_time(time_of_parts(cx, arguments)?)),
    };
    Ok(new_date(cx, time))
}

/// The time of year, month, day, hour, minute, second and millisecond, as far as they are given.
fn time_of_parts<'h>(cx: Cx<'h>, arguments: &[Value<'h>]) -> JsResult<'h, f64> {
    let mut parts = [f64::NAN, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0];
    for (part, argument) in parts.iter_mut().zip(arguments) {
        *part = argument.to_number(cx)?;
    }
    let [year, month, day, hour, minute, second, millisecond] = parts;
    let day = make_day(make_full_year(year), month, day);
    Ok(make_date(day, make_time(hour, minute, second, millisecond)))
}

/// `Date.now()` (ECMA-262 §21.4.3.1).
pub fn now(cx: Cx<'_>) -> f64 {
    turn_state(cx).services().clock.now()
}

/// `Date.parse(string)` (ECMA-262 §21.4.3.2).
pub fn parse<'h>(cx: Cx<'h>, string: JsStr<'h>) -> f64 {
    date_time::parse(zone(cx), string.as_bytes())
}

/// `Date.UTC(…)` (ECMA-262 §21.4.3.4).
pub fn utc<'h>(cx: Cx<'h>, arguments: &[Value<'h>]) -> JsResult<'h, f64> {
    Ok(time_clip(time_of_parts(cx, arguments)?))
}
