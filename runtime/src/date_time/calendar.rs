//! Time values and the proleptic Gregorian calendar (ECMA-262 §21.4.1), in doubles as the language has it.

/// Milliseconds of a day (§21.4.1.3).
pub const MS_PER_DAY: f64 = 86_400_000.0;
/// Milliseconds of an hour.
pub const MS_PER_HOUR: f64 = 3_600_000.0;
/// Milliseconds of a minute.
pub const MS_PER_MINUTE: f64 = 60_000.0;
/// Milliseconds of a second.
pub const MS_PER_SECOND: f64 = 1000.0;
/// The greatest time value (§21.4.1.1).
pub const MAX_TIME: f64 = 8.64e15;
/// Local times beyond this are no time value in any zone, so V8 does not look for their offset.
const MAX_LOCAL_TIME: f64 = MAX_TIME + 30.0 * MS_PER_DAY;

/// An instant, or a local time, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fields {
    /// The year; 0 is 1 BC.
    pub year: i32,
    /// The month, from 0.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
    /// The day of the week, 0 for Sunday.
    pub weekday: u8,
    /// The hour.
    pub hour: u8,
    /// The minute.
    pub minute: u8,
    /// The second.
    pub second: u8,
    /// The millisecond.
    pub millisecond: u16,
}

/// ToIntegerOrInfinity (§7.1.5), with NaN as it is.
fn integer(number: f64) -> f64 {
    // The sum makes -0 to 0.
    number.trunc() + 0.0
}

/// The days from 1970-01-01 to the first day of a month; `month` counts from 0.
fn days_from_month(year: i64, month: i64) -> i64 {
    // Years that begin in March make the leap day the last one.
    let year = if month < 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 10) % 12) + 2) / 5;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The year, month (from 0) and day (from 1) that is `days` after 1970-01-01.
fn year_month_day(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = (shifted_month + 2) % 12;
    (year_of_era + era * 400 + i64::from(month < 2), month, day)
}

/// MakeDay (§21.4.1.28): days from 1970-01-01.
#[must_use]
pub fn make_day(year: f64, month: f64, date: f64) -> f64 {
    // V8's limits: nothing beyond them can be a time value.
    let in_range = year.abs() <= 1_000_000.0 && month.abs() <= 10_000_000.0 && date.is_finite();
    if !in_range {
        return f64::NAN;
    }
    let (year, month) = (integer(year) as i64, integer(month) as i64);
    let first = days_from_month(year + month.div_euclid(12), month.rem_euclid(12));
    (first - 1) as f64 + integer(date)
}

/// MakeTime (§21.4.1.27): milliseconds from the start of the day.
#[must_use]
pub fn make_time(hour: f64, minute: f64, second: f64, millisecond: f64) -> f64 {
    if ![hour, minute, second, millisecond].iter().all(|part| part.is_finite()) {
        return f64::NAN;
    }
    integer(hour) * MS_PER_HOUR
        + integer(minute) * MS_PER_MINUTE
        + integer(second) * MS_PER_SECOND
        + integer(millisecond)
}

/// MakeDate (§21.4.1.29)
#[must_use]
pub fn make_date(day: f64, time: f64) -> f64 {
    if day.is_finite() && time.is_finite() { time + day * MS_PER_DAY } else { f64::NAN }
}

/// MakeFullYear (§21.4.1.30): two digits stand for the twentieth century.
#[must_use]
pub fn make_full_year(year: f64) -> f64 {
    let whole = integer(year);
    if (0.0..=99.0).contains(&whole) { 1900.0 + whole } else { year }
}

/// TimeClip (§21.4.1.31)
#[must_use]
pub fn time_clip(time: f64) -> f64 {
    if time.abs() <= MAX_TIME { integer(time) } else { f64::NAN }
}

/// The local time, if an instant can have it.
pub(super) fn local_time(time: f64) -> Option<i64> {
    (time.abs() <= MAX_LOCAL_TIME).then_some(time as i64)
}

/// Day (§21.4.1.3): the number of the day in which the time lies.
#[must_use]
pub fn day(time: f64) -> f64 {
    (time / MS_PER_DAY).floor()
}

/// TimeWithinDay (§21.4.1.3)
#[must_use]
pub fn time_within_day(time: f64) -> f64 {
    time.rem_euclid(MS_PER_DAY)
}

impl Fields {
    /// The fields of a finite time.
    #[must_use]
    pub fn of(time: f64) -> Fields {
        let time = time as i64;
        let (days, in_day) = (time.div_euclid(86_400_000), time.rem_euclid(86_400_000));
        let (year, month, day) = year_month_day(days);
        Fields {
            year: year as i32,
            month: month as u8,
            day: day as u8,
            weekday: (days + 4).rem_euclid(7) as u8,
            hour: (in_day / 3_600_000) as u8,
            minute: (in_day / 60_000 % 60) as u8,
            second: (in_day / 1000 % 60) as u8,
            millisecond: (in_day % 1000) as u16,
        }
    }
}

/// A time with the same fields but in a year from 2008 to 2035 of the same length that begins with the same day of the week: where
/// V8 looks for the name of the time zone of a time that does not fit into 31 bits of seconds.
pub(super) fn equivalent_time(time: i64) -> i64 {
    if (0..=0x7fff_ffff * 1000).contains(&time) {
        return time;
    }
    let (days, in_day) = (time.div_euclid(86_400_000), time.rem_euclid(86_400_000));
    let (year, month, day) = year_month_day(days);
    let weekday = (days_from_month(year, 0) + 4).rem_euclid(7);
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let recent = if is_leap { 1956 } else { 1967 } + weekday * 12 % 28;
    let year = 2008 + (recent + 3 * 28 - 2008) % 28;
    (days_from_month(year, month) + day - 1) * 86_400_000 + in_day
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_are_inverse() {
        for days in (-100_100_000..100_100_000).step_by(997) {
            let (year, month, day) = year_month_day(days);
            assert_eq!(days_from_month(year, month) + day - 1, days);
        }
        assert_eq!(year_month_day(0), (1970, 0, 1));
        assert_eq!(year_month_day(-719_528), (0, 0, 1));
        assert_eq!(year_month_day(11_016), (2000, 1, 29));
    }

    #[test]
    fn fields_of_the_limits() {
        let fields = |time| {
            let Fields { year, month, day, weekday, hour, minute, second, millisecond } = Fields::of(time);
            (year, month, day, weekday, hour, minute, second, millisecond)
        };
        assert_eq!(fields(8.64e15), (275_760, 8, 13, 6, 0, 0, 0, 0));
        assert_eq!(fields(-8.64e15), (-271_821, 3, 20, 2, 0, 0, 0, 0));
        assert_eq!(fields(-1.0), (1969, 11, 31, 3, 23, 59, 59, 999));
    }

    #[test]
    fn what_is_out_of_range_is_not_a_number() {
        assert_eq!(make_day(1970.0, 14.9, 1.9), 424.0);
        assert!(make_day(f64::NAN, 0.0, 1.0).is_nan() && make_day(1e7, 0.0, 1.0).is_nan());
        assert!(make_time(f64::INFINITY, 0.0, 0.0, 0.0).is_nan() && make_date(f64::NAN, 0.0).is_nan());
        assert!(time_clip(8.640_000_000_000_001e15).is_nan());
        assert!(time_clip(-0.0).is_sign_positive());
    }
}
