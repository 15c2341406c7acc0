//! The instant of `--clock`.

/// Reads an RFC 3339 date and time as milliseconds since 1970 began in UTC.
///
/// # Errors
/// When the text is something else.
pub fn parse(text: &str) -> Result<f64, String> {
    instant(text).ok_or_else(|| "an RFC 3339 date and time is needed, such as 2024-01-31T12:00:00.000Z".to_owned())
}

fn instant(text: &str) -> Option<f64> {
    let (date, rest) = (text.get(..10)?, text.get(10..)?);
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    let (time, rest) = (rest.get(..8)?, rest.get(8..)?);
    let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
    let [hour, minute, second] = numbers(time, ':', [2, 2, 2])?;
    let digits = rest.strip_prefix('.').map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
    let (fraction, zone) = if rest.starts_with('.') { rest.split_at(1 + digits) } else { ("", rest) };
    let valid = (1..=12).contains(&month)
        && (1..=days_in_month(year, month)).contains(&day)
        && hour < 24
        && minute < 60
        && second < 60
        && (fraction.is_empty() || digits > 0);
    if !valid {
        return None;
    }
    let milliseconds: i64 = format!("{:0<3.3}", fraction.trim_start_matches('.')).parse().ok()?;
    let seconds = ((days_before(year, month) + day - 1) * 24 + hour) * 3600 + minute * 60 + second - offset(zone)?;
    #[expect(clippy::cast_precision_loss, reason = "four-digit years stay far below 2^53 milliseconds")]
    Some((seconds * 1000 + milliseconds) as f64)
}

/// Numbers of fixed widths between separators.
fn numbers(text: &str, separator: char, widths: [usize; 3]) -> Option<[i64; 3]> {
    let mut parts = text.split(separator);
    let mut number = |width| {
        let part = parts.next().filter(|part| part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit()))?;
        part.parse().ok()
    };
    let found = [number(widths[0])?, number(widths[1])?, number(widths[2])?];
    parts.next().is_none().then_some(found)
}

/// The seconds that a zone such as `+01:30` is ahead of UTC.
fn offset(zone: &str) -> Option<i64> {
    if zone.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let sign = match zone.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let [hours, minutes, _] = numbers(&format!("{}:00", &zone[1..]), ':', [2, 2, 2])?;
    (hours < 24 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 => 28 + i64::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1970-01-01 to the first of the month.
fn days_before(year: i64, month: i64) -> i64 {
    let leap_days = |year: i64| (year - 1).div_euclid(4) - (year - 1).div_euclid(100) + (year - 1).div_euclid(400);
    (year - 1970) * 365 + leap_days(year) - leap_days(1970)
        + (1..month).map(|month| days_in_month(year, month)).sum::<i64>()
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn instants_are_those_of_date_parse() {
        for (text, milliseconds) in [
            ("1970-01-01T00:00:00Z", 0.0),
            ("2024-02-29T12:34:56.789Z", 1_709_210_096_789.0),
            ("2024-01-01T00:00:00.5+01:30", 1_704_061_800_500.0),
            ("1969-12-31T23:59:59.9999Z", -1.0),
            ("0001-01-01T00:00:00Z", -62_135_596_800_000.0),
            ("9999-12-31T23:59:59-00:01", 253_402_300_859_000.0),
        ] {
            assert_eq!(parse(text), Ok(milliseconds), "{text}");
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "2024-01-01",
            "2024-13-01T00:00:00Z",
            "2023-02-29T00:00:00Z",
            "2024-01-01T00:00:00",
            "2024-01-01T00:00:00.Z",
            "2024-01-01T24:00:00Z",
            "2024-01-01T00:00:00+1:00",
            "é024-01-01T00:00:00Z",
        ] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
