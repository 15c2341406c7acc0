//! The getters of `Date.prototype` (ECMA-262 §21.4.4.2 to §21.4.4.19, §B.2.3.1).

use prickle_heap::{Cx, Object};

use super::{time_value, zone};
use crate::date_time::Fields;

/// The local time; `None` for an invalid date.
fn local_fields<'h>(cx: Cx<'h>, date: Object<'h>) -> Option<Fields> {
    let time = time_value(date);
    (!time.is_nan()).then(|| Fields::of(zone(cx).local_time(time)))
}

fn utc_fields(date: Object<'_>) -> Option<Fields> {
    let time = time_value(date);
    (!time.is_nan()).then(|| Fields::of(time))
}

macro_rules! getters {
    ($( $field:ident: $local:ident $utc:ident, $doc:literal; )*) => { $(
        #[doc = concat!("The ", $doc, " of the local time.")]
        pub fn $local<'h>(cx: Cx<'h>, date: Object<'h>) -> f64 {
            local_fields(cx, date).map_or(f64::NAN, |fields| f64::from(fields.$field))
        }

        #[doc = concat!("The ", $doc, " of the time in UTC.")]
        pub fn $utc(date: Object<'_>) -> f64 {
            utc_fields(date).map_or(f64::NAN, |fields| f64::from(fields.$field))
        }
    )* };
}

getters! {
    day: get_date get_utc_date, "day of the month";
    weekday: get_day get_utc_day, "day of the week";
    year: get_full_year get_utc_full_year, "year";
    hour: get_hours get_utc_hours, "hour";
    millisecond: get_milliseconds get_utc_milliseconds, "millisecond";
    minute: get_minutes get_utc_minutes, "minute";
    month: get_month get_utc_month, "month";
    second: get_seconds get_utc_seconds, "second";
}

/// `Date.prototype.getTime()` (ECMA-262 §21.4.4.10).
pub fn get_time(date: Object<'_>) -> f64 {
    time_value(date)
}

/// `Date.prototype.valueOf()` (ECMA-262 §21.4.4.44).
pub fn value_of(date: Object<'_>) -> f64 {
    time_value(date)
}

/// `Date.prototype.getTimezoneOffset()` (ECMA-262 §21.4.4.11); V8 cuts the seconds off that some old offsets have.
pub fn get_timezone_offset<'h>(cx: Cx<'h>, date: Object<'h>) -> f64 {
    let time = time_value(date);
    if time.is_nan() {
        return f64::NAN;
    }
    // The sum makes -0 to 0.
    ((time - zone(cx).local_time(time)) / 60_000.0).trunc() + 0.0
}

/// `Date.prototype.getYear()` (ECMA-262 §B.2.3.1).
pub fn get_year<'h>(cx: Cx<'h>, date: Object<'h>) -> f64 {
    get_full_year(cx, date) - 1900.0
}
