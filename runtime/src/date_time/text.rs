//! Dates as text, in the forms of `Date.prototype` that no locale changes.

use super::Zone;
use super::calendar::Fields;

const WEEKDAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The year with at least four digits.
fn year_text(year: i32) -> String {
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{:04}", year.unsigned_abs())
}

/// DateString (ECMA-262 §21.4.4.41.2) of a finite time value.
#[must_use]
pub fn date_text(zone: &Zone, time: f64) -> String {
    let Fields { year, month, day, weekday, .. } = Fields::of(zone.local_time(time));
    let (weekday, month) = (WEEKDAYS[usize::from(weekday)], MONTHS[usize::from(month)]);
    format!("{weekday} {month} {day:02} {}", year_text(year))
}

/// TimeString and TimeZoneString (ECMA-262 §21.4.4.41.1, §21.4.4.41.3) of a finite time value.
#[must_use]
pub fn time_text(zone: &Zone, time: f64) -> String {
    let local = zone.local_time(time);
    let Fields { hour, minute, second, .. } = Fields::of(local);
    let offset = ((local - time) / 60_000.0) as i32;
    let sign = if offset < 0 { '-' } else { '+' };
    let (offset_hours, offset_minutes) = (offset.abs() / 60, offset.abs() % 60);
    let name = zone.display_name(time);
    format!("{hour:02}:{minute:02}:{second:02} GMT{sign}{offset_hours:02}{offset_minutes:02} ({name})")
}

/// `Date.prototype.toUTCString` (ECMA-262 §21.4.4.43) of a finite time value.
#[must_use]
pub fn utc_text(time: f64) -> String {
    let Fields { year, month, day, weekday, hour, minute, second, .. } = Fields::of(time);
    let (weekday, month) = (WEEKDAYS[usize::from(weekday)], MONTHS[usize::from(month)]);
    format!("{weekday}, {day:02} {month} {} {hour:02}:{minute:02}:{second:02} GMT", year_text(year))
}

/// `Date.prototype.toISOString` (ECMA-262 §21.4.4.36) of a finite time value.
#[must_use]
pub fn iso_text(time: f64) -> String {
    let Fields { year, month, day, hour, minute, second, millisecond, .. } = Fields::of(time);
    let year = match year {
        0..=9999 => format!("{year:04}"),
        _ => format!("{year:+07}"),
    };
    format!("{year}-{:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{millisecond:03}Z", month + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expected: Node with `TZ=UTC`.
    #[test]
    fn texts_of_node() {
        let utc = Zone::utc();
        assert_eq!(date_text(&utc, -8.64e15), "Tue Apr 20 -271821");
        assert_eq!(date_text(&utc, -62_198_755_200_000.0), "Fri Jan 01 -0001");
        assert_eq!(time_text(&utc, -1.0), "23:59:59 GMT+0000 (Coordinated Universal Time)");
        assert_eq!(utc_text(8.64e15), "Sat, 13 Sep 275760 00:00:00 GMT");
        assert_eq!(iso_text(8.64e15), "+275760-09-13T00:00:00.000Z");
        assert_eq!(iso_text(-62_198_755_200_001.0), "-000002-12-31T23:59:59.999Z");
        assert_eq!(iso_text(-62_167_219_200_000.0), "0000-01-01T00:00:00.000Z");
    }
}
