//! The setters of `Date.prototype` (ECMA-262 §21.4.4.20 to §21.4.4.34, §B.2.3.2).
//!
//! As V8 does it, the time value is read when the first argument has been converted, and the setters of parts of an invalid date leave it at
//! that; the standard converts the other arguments even then.

use prickle_heap::{Cx, JsResult, Object, Value};

use super::{time_value, zone};
use crate::date_time::Fields;
use crate::date_time::calendar::{day, make_date, make_day, make_full_year, make_time, time_clip, time_within_day};
use crate::operations::Operations;

/// Which clock the parts are of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Clock {
    Local,
    Utc,
}

impl Clock {
    /// What the clock shows at an instant.
    fn read(self, cx: Cx<'_>, time: f64) -> f64 {
        if self == Clock::Local { zone(cx).local_time(time) } else { time }
    }

    /// Sets a date to what the clock shows; the new time value.
    fn set<'h>(self, cx: Cx<'h>, date: Object<'h>, shown: f64) -> f64 {
        let time = time_clip(if self == Clock::Local { zone(cx).utc_time(shown) } else { shown });
        date.set_slot(cx, 0, time.into());
        time
    }
}

/// An argument, or what the part is where there is none.
fn or_old<'h>(cx: Cx<'h>, argument: Option<Value<'h>>, old: impl Into<f64>) -> JsResult<'h, f64> {
    argument.map_or_else(|| Ok(old.into()), |argument| argument.to_number(cx))
}

fn milliseconds<'h>(cx: Cx<'h>, date: Object<'h>, clock: Clock, ms: f64) -> f64 {
    let shown = clock.read(cx, time_value(date));
    if shown.is_nan() {
        return f64::NAN;
    }
    let old = Fields::of(shown);
    let time = make_time(old.hour.into(), old.minute.into(), old.second.into(), ms);
    clock.set(cx, date, make_date(day(shown), time))
}

fn seconds<'h>(cx: Cx<'h>, date: Object<'h>, clock: Clock, sec: f64, ms: Option<Value<'h>>) -> JsResult<'h, f64> {
    let shown = clock.read(cx, time_value(date));
    if shown.is_nan() {
        return Ok(f64::NAN);
    }
    let old = Fields::of(shown);
    let ms = or_old(cx, ms, old.millisecond)?;
    let time = make_time(old.hour.into(), old.minute.into(), sec, ms);
    Ok(clock.set(cx, date, make_date(day(shown), time)))
}

fn minutes<'h>(
    cx: Cx<'h>,
    date: Object<'h>,
    clock: Clock,
    min: f64,
    rest: [Option<Value<'h>>; 2],
) -> JsResult<'h, f64> {
    let shown = clock.read(cx, time_value(date));
    if shown.is_nan() {
        return Ok(f64::NAN);
    }
    let (old, [sec, ms]) = (Fields::of(shown), rest);
    let sec = or_old(cx, sec, old.second)?;
    let ms = or_old(cx, ms, old.millisecond)?;
    Ok(clock.set(cx, date, make_date(day(shown), make_time(old.hour.into(), min, sec, ms))))
}

fn hours<'h>(cx: Cx<'h>, date: Object<'h>, clock: Clock, hour: f64, rest: [Option<Value<'h>>; 3]) -> JsResult<'h, f64> {
    let shown = clock.read(cx, time_value(date));
    if shown.is_nan() {
        return Ok(f64::NAN);
    }
    let (old, [min, sec, ms]) = (Fields::of(shown), rest);
    let min = or_old(cx, min, old.minute)?;
    let sec = or_old(cx, sec, old.second)?;
    let ms = or_old(cx, ms, old.millisecond)?;
    Ok(clock.set(cx, date, make_date(day(shown), make_time(hour, min, sec, ms))))
}

fn day_of_month<'h>(cx: Cx<'h>, date: Object<'h>, clock: Clock, day: f64) -> f64 {
    let shown = clock.read(cx, time_value(date));
    if shown.is_nan() {
        return f64::NAN;
    }
    let old = Fields::of(shown);
    let day = make_day(old.year.into(), old.month.into(), day);
    clock.set(cx, date, make_date(day, time_within_day(shown)))
}

fn month<'h>(cx: Cx<'h>, date: Object<'h>, clock: Clock, month: f64, day: Option<Value<'h>>) -> JsResult<'h, f64> {
    let shown = clock.read(cx, time_value(date));
    if shown.is_nan() {
        return Ok(f64::NAN);
    }
    let old = Fields::of(shown);
    let day = or_old(cx, day, old.day)?;
    Ok(clock.set(cx, date, make_date(make_day(old.year.into(), month, day), time_within_day(shown))))
}

/// An invalid date begins with the start of the year.
fn year<'h>(cx: Cx<'h>, date: Object<'h>, clock: Clock, year: f64, rest: [Option<Value<'h>>; 2]) -> JsResult<'h, f64> {
    let time = time_value(date);
    let shown = if time.is_nan() { 0.0 } else { clock.read(cx, time) };
    let (old, [month, day]) = (Fields::of(shown), rest);
    let month = or_old(cx, month, old.month)?;
    let day = or_old(cx, day, old.day)?;
    Ok(clock.set(cx, date, make_date(make_day(year, month, day), time_within_day(shown))))
}

macro_rules! setters {
    (@one $name:literal $clock:ident $function:ident $parts:ident ($first:ident)) => {
        #[doc = concat!("`Date.prototype.", $name, "`")]
        pub fn $function<'h>(cx: Cx<'h>, date: Object<'h>, $first: f64) -> JsResult<'h, f64> {
            Ok($parts(cx, date, Clock::$clock, $first))
        }
    };
    (@one $name:literal $clock:ident $function:ident $parts:ident ($first:ident, $second:ident)) => {
        #[doc = concat!("`Date.prototype.", $name, "`")]
        pub fn $function<'h>(
            cx: Cx<'h>,
            date: Object<'h>,
            $first: f64,
            $second: Option<Value<'h>>,
        ) -> JsResult<'h, f64> {
            $parts(cx, date, Clock::$clock, $first, $second)
        }
    };
    (@one $name:literal $clock:ident $function:ident $parts:ident ($first:ident, $($rest:ident),+)) => {
        #[doc = concat!("`Date.prototype.", $name, "`")]
        pub fn $function<'h>(
            cx: Cx<'h>,
            date: Object<'h>,
            $first: f64,
            $($rest: Option<Value<'h>>),+
        ) -> JsResult<'h, f64> {
            $parts(cx, date, Clock::$clock, $first, [$($rest),+])
        }
    };
    ($( $name:literal $clock:ident => $function:ident, $parts:ident $arguments:tt; )*) => {
        $( setters!(@one $name $clock $function $parts $arguments); )*
    };
}

setters! {
    "setDate" Local => set_date, day_of_month(day);
    "setFullYear" Local => set_full_year, year(full_year, month, day);
    "setHours" Local => set_hours, hours(hour, min, sec, ms);
    "setMilliseconds" Local => set_milliseconds, milliseconds(ms);
    "setMinutes" Local => set_minutes, minutes(min, sec, ms);
    "setMonth" Local => set_month, month(month_number, day);
    "setSeconds" Local => set_seconds, seconds(sec, ms);
    "setUTCDate" Utc => set_utc_date, day_of_month(day);
    "setUTCFullYear" Utc => set_utc_full_year, year(full_year, month, day);
    "setUTCHours" Utc => set_utc_hours, hours(hour, min, sec, ms);
    "setUTCMilliseconds" Utc => set_utc_milliseconds, milliseconds(ms);
    "setUTCMinutes" Utc => set_utc_minutes, minutes(min, sec, ms);
    "setUTCMonth" Utc => set_utc_month, month(month_number, day);
    "setUTCSeconds" Utc => set_utc_seconds, seconds(sec, ms);
}

/// `Date.prototype.setTime(time)` (ECMA-262 §21.4.4.27).
pub fn set_time<'h>(cx: Cx<'h>, date: Object<'h>, time: f64) -> f64 {
    Clock::Utc.set(cx, date, time)
}

/// `Date.prototype.setYear(year)` (ECMA-262 §B.2.3.2).
pub fn set_year<'h>(cx: Cx<'h>, date: Object<'h>, full_year: f64) -> f64 {
    let time = time_value(date);
    let shown = if time.is_nan() { 0.0 } else { zone(cx).local_time(time) };
    let old = Fields::of(shown);
    let day = make_day(make_full_year(full_year), old.month.into(), old.day.into());
    Clock::Local.set(cx, date, make_date(day, time_within_day(shown)))
}
