//! Time values and the Date Time String Format (ECMA-262 §21.4.1).

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

/// The days from 1970-01-01 to a day of the proleptic Gregorian calendar; `month` counts from 1.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    // Years that begin in March make the leap day the last one.
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The year, month (from 1) and day that is `days` after 1970-01-01.
fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

/// Takes digits, signs and separators from the front of a text.
struct Scanner<'a> {
    rest: &'a [u8],
}

impl Scanner<'_> {
    fn eat(&mut self, allowed: &[u8]) -> Option<u8> {
        let (&first, rest) = self.rest.split_first()?;
        if !allowed.contains(&first) {
            return None;
        }
        self.rest = rest;
        Some(first)
    }

    /// A number of exactly `digits` digits, at most `max`.
    fn number(&mut self, digits: usize, max: i64) -> Option<i64> {
        let (number, rest) = self.rest.split_at_checked(digits)?;
        let number = number
            .iter()
            .try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + i64::from(digit - b'0')))?;
        self.rest = rest;
        (number <= max).then_some(number)
    }

    /// The digits of a fraction of a second, cut after the milliseconds.
    fn milliseconds(&mut self) -> Option<i64> {
        let count = self.rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (digits, rest) = self.rest.split_at(count);
        self.rest = rest;
        let padded = digits.iter().copied().chain([b'0', b'0']).take(3);
        (count > 0).then(|| padded.fold(0, |number, digit| number * 10 + i64::from(digit - b'0')))
    }
}

/// `Date.parse` for the Date Time String Format (§21.4.1.32), with a space allowed in place of the `T`. Date-times
/// without an offset are UTC. `None` for every other text, which a JavaScript engine may still understand.
#[must_use]
pub fn parse_iso(text: &[u8]) -> Option<f64> {
    let mut scanner = Scanner { rest: text };
    let year = match scanner.eat(b"+-") {
        Some(sign) => {
            let year = scanner.number(6, 999_999)?;
            match (sign, year) {
                (b'-', 0) => return None,
                (b'-', year) => -year,
                (_, year) => year,
            }
        }
        None => scanner.number(4, 9999)?,
    };
    let (mut month, mut day) = (1, 1);
    if scanner.eat(b"-").is_some() {
        month = scanner.number(2, 12)?;
        if scanner.eat(b"-").is_some() {
            day = scanner.number(2, 31)?;
        }
    }
    if month == 0 || day == 0 {
        return None;
    }
    let mut time = 0;
    if scanner.eat(b"Tt ").is_some() {
        let hour = scanner.number(2, 24)?;
        scanner.eat(b":")?;
        let minute = scanner.number(2, 59)?;
        let mut milliseconds = 0;
        if scanner.eat(b":").is_some() {
            milliseconds = scanner.number(2, 59)? * 1000;
            if scanner.eat(b".").is_some() {
                milliseconds += scanner.milliseconds()?;
            }
        }
        time = (hour * 60 + minute) * 60_000 + milliseconds;
        if time > DAY {
            return None;
        }
        if let Some(sign) = scanner.eat(b"Zz+-").filter(|sign| sign.is_ascii_punctuation()) {
            let hours = scanner.number(2, 23)?;
            scanner.eat(b":");
            let offset = (hours * 60 + scanner.number(2, 59)?) * 60_000;
            time += if sign == b'-' { offset } else { -offset };
        }
    }
    let value = (days_from_civil(year, month, day) * DAY + time) as f64;
    (scanner.rest.is_empty() && value.abs() <= 8.64e15).then_some(value)
}

/// `Date.prototype.toISOString` (§21.4.4.36) of a finite time value.
#[must_use]
pub fn to_iso_string(time: f64) -> String {
    let time = time as i64;
    let (year, month, day) = civil_from_days(time.div_euclid(DAY));
    let in_day = time.rem_euclid(DAY);
    let (hour, minute, second, milliseconds) =
        (in_day / 3_600_000, in_day / 60_000 % 60, in_day / 1000 % 60, in_day % 1000);
    let year = match year {
        0..=9999 => format!("{year:04}"),
        _ => format!("{year:+07}"),
    };
    format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milliseconds:03}Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expected: `new Date(text).toISOString()` under Node with `TZ=UTC`.
    #[test]
    fn reads_and_writes_as_node_does() {
        for (text, expected) in [
            ("2024-02-29T23:59:59.9876+01:30", "2024-02-29T22:29:59.987Z"),
            ("2024-01-31 10:20:30", "2024-01-31T10:20:30.000Z"),
            ("2024-02-30", "2024-03-01T00:00:00.000Z"),
            ("2024-01-01T24:00Z", "2024-01-02T00:00:00.000Z"),
            ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
            ("0000-01-01", "0000-01-01T00:00:00.000Z"),
            ("-000001-12-31T00:00:00.5Z", "-000001-12-31T00:00:00.500Z"),
            ("+275760-09-13T00:00:00.000Z", "+275760-09-13T00:00:00.000Z"),
            ("2024-06", "2024-06-01T00:00:00.000Z"),
            ("2100-03-01", "2100-03-01T00:00:00.000Z"),
        ] {
            assert_eq!(parse_iso(text.as_bytes()).map(to_iso_string).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn leaves_other_texts_alone() {
        for text in [
            "",
            "soon",
            "2024-13-01",
            "2024-01-01T25:00Z",
            "2024-01-01T10",
            "-000000-01-01",
            "2024-01-01T24:01Z",
            "+275760-09-13T00:00:00.001Z",
        ] {
            assert_eq!(parse_iso(text.as_bytes()), None, "{text}");
        }
    }
}
