//! `Date.parse`: the Date Time String Format (ECMA-262 §21.4.1.32), and where that fails the older forms that V8 understands.
//!
//! V8 tries the standard format on the first tokens and hands what is left, together with what it has gathered, to a forgiving reader
//! of numbers, names of months and zones, and times with colons. Texts that are neither decide themselves by where that reader gives up, so
//! the order of the tests below is V8's.

use super::Zone;
use super::calendar::{make_date, make_day, make_time, time_clip};
use super::scan::{Scanner, Token, Word};

/// The time value of a WTF-8 text; NaN if it is no date.
#[must_use]
pub fn parse(zone: &Zone, text: &[u8]) -> f64 {
    let Some(parsed) = read(text) else { return f64::NAN };
    let [year, month, day] = parsed.date.map(f64::from);
    let [hour, minute, second, millisecond] = parsed.time.map(f64::from);
    let date = make_date(make_day(year, month - 1.0, day), make_time(hour, minute, second, millisecond));
    time_clip(match parsed.offset {
        Some(seconds) => date - f64::from(seconds) * 1000.0,
        None => zone.utc_time(date),
    })
}

/// What a text says.
struct Parsed {
    /// Year, month from 1, day.
    date: [i32; 3],
    /// Hour, minute, second, millisecond.
    time: [i32; 4],
    /// Seconds from UTC.
    offset: Option<i32>,
}

fn read(text: &[u8]) -> Option<Parsed> {
    let mut reader = Reader {
        scanner: Scanner::new(text),
        date: DateParts::default(),
        time: TimeParts::default(),
        zone: ZoneParts::default(),
        has_number: false,
    };
    match reader.standard() {
        Standard::Read => {}
        Standard::Invalid => return None,
        Standard::Continue(token) => reader.forgiving(token)?,
    }
    let Reader { date, time, zone, .. } = reader;
    let (date, time, offset) = (date.finish()?, time.finish()?, zone.finish()?);
    Some(Parsed { date, time, offset })
}

/// What became of the standard format.
enum Standard {
    /// All of the text is read.
    Read,
    /// The text is no date.
    Invalid,
    /// It may be an older form; this token comes next.
    Continue(Token),
}

struct Reader<'a> {
    scanner: Scanner<'a>,
    date: DateParts,
    time: TimeParts,
    zone: ZoneParts,
    has_number: bool,
}

impl Reader<'_> {
    fn standard(&mut self) -> Standard {
        if let Some(sign) = self.scanner.peek().sign() {
            let sign_token = self.scanner.next();
            let Some(year) = self.scanner.peek().number_of(6, 0, 999_999) else {
                return Standard::Continue(sign_token);
            };
            self.scanner.next();
            if sign < 0 && year == 0 {
                return Standard::Continue(sign_token);
            }
            self.date.add(sign * year);
        } else if let Some(year) = self.scanner.peek().number_of(4, 0, 9999) {
            self.scanner.next();
            self.date.add(year);
        } else {
            return Standard::Continue(self.scanner.next());
        }
        for most in [12, 31] {
            if !self.scanner.skip(b'-') {
                break;
            }
            let part = self.scanner.peek().number_of(2, 1, most);
            let token = self.scanner.next();
            let Some(part) = part else { return Standard::Continue(token) };
            self.date.add(part);
        }
        if matches!(self.scanner.peek(), Token::Word { word: Word::TimeFollows, .. }) {
            self.scanner.next();
            if self.standard_time().is_none() {
                return Standard::Invalid;
            }
        } else if self.scanner.peek() != Token::End {
            return Standard::Continue(self.scanner.next());
        }
        if self.zone.hour.is_none() && self.time.count == 0 {
            self.zone.set(0);
        }
        self.date.is_standard = true;
        Standard::Read
    }

    /// A number of two digits.
    fn two_digits(&mut self, most: i32) -> Option<i32> {
        let number = self.scanner.peek().number_of(2, 0, most)?;
        self.scanner.next();
        Some(number)
    }

    /// What follows the `T`. Nothing of it is left to the older forms.
    fn standard_time(&mut self) -> Option<()> {
        let hour = self.two_digits(24)?;
        // Midnight at the end of the day.
        let most = |most| if hour == 24 { 0 } else { most };
        self.time.add(hour);
        self.scanner.skip(b':').then_some(())?;
        let minute = self.two_digits(most(59))?;
        self.time.add(minute);
        if self.scanner.skip(b':') {
            let second = self.two_digits(most(59))?;
            self.time.add(second);
            if self.scanner.skip(b'.') {
                match self.scanner.next() {
                    Token::Number { value, .. } if hour == 24 && value > 0 => return None,
                    Token::Number { value, digits } => self.time.add(milliseconds(value, digits)),
                    _ => return None,
                };
            }
        }
        self.standard_offset()?;
        (self.scanner.peek() == Token::End).then_some(())
    }

    fn standard_offset(&mut self) -> Option<()> {
        if self.scanner.peek().is_zulu() {
            self.scanner.next();
            self.zone.set(0);
        } else if let Some(sign) = self.scanner.peek().sign() {
            self.scanner.next();
            self.zone.sign = Some(sign);
            let (hour, minute) = if let Some(both) = self.scanner.peek().number_of(4, 0, 2359) {
                self.scanner.next();
                (both / 100, both % 100)
            } else {
                let hour = self.two_digits(23)?;
                self.scanner.skip(b':').then_some(())?;
                (hour, self.two_digits(59)?)
            };
            if minute > 59 {
                return None;
            }
            self.zone.hour = Some(hour);
            self.zone.minute = Some(minute);
        }
        Some(())
    }

    /// The older forms. `None`: the text is no date.
    fn forgiving(&mut self, first: Token) -> Option<()> {
        self.has_number = self.date.count > 0;
        let mut token = first;
        while token != Token::End {
            match token {
                Token::Number { value, .. } => self.number(value)?,
                Token::Word { word, .. } => self.word(word)?,
                Token::Symbol(b'+' | b'-') if self.zone.is_utc() || self.time.count > 0 => {
                    self.zone.sign = token.sign();
                    self.offset()?;
                }
                Token::Symbol(b'+' | b'-' | b')') if self.has_number => return None,
                Token::Symbol(_) | Token::Space | Token::Other | Token::End => {}
            }
            token = self.scanner.next();
        }
        Some(())
    }

    fn number(&mut self, number: i32) -> Option<()> {
        self.has_number = true;
        if self.scanner.skip(b':') {
            if self.scanner.skip(b':') {
                // An hour without minutes.
                if self.time.count > 0 {
                    return None;
                }
                self.time.add(number);
                self.time.add(0);
            } else {
                self.time.add(number).then_some(())?;
                if self.scanner.peek() == Token::Symbol(b'.') {
                    self.scanner.next();
                }
            }
        } else if self.scanner.skip(b'.') && self.time.expects(number) {
            self.time.add(number);
            let Token::Number { value, digits } = self.scanner.peek() else { return None };
            self.scanner.next();
            self.time.add_last(milliseconds(value, digits));
        } else if self.zone.expects_minute(number) {
            self.zone.minute = Some(number);
        } else if self.time.expects(number) {
            self.time.add_last(number);
            let next = self.scanner.peek();
            let may_follow = matches!(next, Token::End | Token::Space) || next.is_zulu() || next.sign().is_some();
            may_follow.then_some(())?;
        } else {
            self.date.add(number).then_some(())?;
            self.scanner.skip(b'-');
        }
        Some(())
    }

    fn word(&mut self, word: Word) -> Option<()> {
        match word {
            Word::HalfDay(hours) if self.time.count > 0 => self.time.half_day = Some(hours),
            Word::Month(month) => {
                self.date.named_month = Some(month);
                self.scanner.skip(b'-');
            }
            Word::Zone(hours) if self.has_number => self.zone.set(hours),
            // Before the first number anything may stand, if it does not touch the number.
            Word::HalfDay(_) | Word::Zone(_) | Word::TimeFollows | Word::Unknown => {
                if self.has_number || self.scanner.peek().is_number() {
                    return None;
                }
            }
        }
        Some(())
    }

    /// What follows the sign of an offset from UTC.
    fn offset(&mut self) -> Option<()> {
        let (value, digits) = match self.scanner.peek() {
            Token::Number { value, digits } => {
                self.scanner.next();
                (value, digits)
            }
            _ => (0, 0),
        };
        self.has_number = true;
        let (hour, minute) = match (self.scanner.peek(), digits) {
            (Token::Symbol(b':'), _) => (value, None),
            (_, 1 | 2) => (value, Some(0)),
            (_, 3 | 4) => (value / 100, Some(value % 100)),
            _ => return None,
        };
        self.zone.hour = Some(hour);
        self.zone.minute = minute;
        Some(())
    }
}

/// The first three digits of a fraction of a second.
fn milliseconds(value: i32, digits: usize) -> i32 {
    match digits {
        1 => value * 100,
        2 => value * 10,
        _ => value / 10_i32.pow(digits.clamp(3, 9) as u32 - 3),
    }
}

#[derive(Default)]
struct DateParts {
    parts: [i32; 3],
    count: usize,
    named_month: Option<i32>,
    is_standard: bool,
}

impl DateParts {
    /// False if there is no room.
    fn add(&mut self, part: i32) -> bool {
        let Some(place) = self.parts.get_mut(self.count) else { return false };
        *place = part;
        self.count += 1;
        true
    }

    /// Year, month and day, in whichever order they came.
    fn finish(mut self) -> Option<[i32; 3]> {
        let is_day = |number: i32| (1..=31).contains(&number);
        if self.count == 0 {
            return None;
        }
        while self.add(1) {}
        let [first, second, third] = self.parts;
        let (year, month, day) = match self.named_month {
            None if self.is_standard || !is_day(first) => (first, second, third),
            None => (third, first, second),
            Some(month) if !is_day(first) => (first, month, second),
            Some(month) => (second, month, first),
        };
        let year = match year {
            0..=49 if !self.is_standard => year + 2000,
            50..=99 if !self.is_standard => year + 1900,
            _ => year,
        };
        ((1..=12).contains(&month) && is_day(day)).then_some([year, month, day])
    }
}

#[derive(Default)]
struct TimeParts {
    parts: [i32; 4],
    count: usize,
    /// 0 or 12, after `am` or `pm`.
    half_day: Option<i32>,
}

impl TimeParts {
    /// False if there is no room.
    fn add(&mut self, part: i32) -> bool {
        let Some(place) = self.parts.get_mut(self.count) else { return false };
        *place = part;
        self.count += 1;
        true
    }

    /// Nothing comes after this part.
    fn add_last(&mut self, part: i32) {
        self.add(part);
        self.count = self.parts.len();
    }

    /// A number without a colon can be the next part.
    fn expects(&self, number: i32) -> bool {
        match self.count {
            1 | 2 => (0..=59).contains(&number),
            3 => (0..=999).contains(&number),
            _ => false,
        }
    }

    fn finish(mut self) -> Option<[i32; 4]> {
        if let Some(hours) = self.half_day {
            if !(0..=12).contains(&self.parts[0]) {
                return None;
            }
            self.parts[0] = self.parts[0] % 12 + hours;
        }
        let [hour, minute, second, millisecond] = self.parts;
        let is_time = (0..=23).contains(&hour)
            && (0..=59).contains(&minute)
            && (0..=59).contains(&second)
            && (0..=999).contains(&millisecond);
        (is_time || self.parts == [24, 0, 0, 0]).then_some(self.parts)
    }
}

#[derive(Default)]
struct ZoneParts {
    sign: Option<i32>,
    hour: Option<i32>,
    minute: Option<i32>,
}

impl ZoneParts {
    fn set(&mut self, hours: i32) {
        self.sign = Some(if hours < 0 { -1 } else { 1 });
        self.hour = Some(hours.abs());
        self.minute = Some(0);
    }

    fn is_utc(&self) -> bool {
        self.hour == Some(0) && self.minute == Some(0)
    }

    /// An hour with a colon came before.
    fn expects_minute(&self, number: i32) -> bool {
        self.hour.is_some() && self.minute.is_none() && (0..=59).contains(&number)
    }

    /// Seconds from UTC, none without a sign. The outer `None`: an offset that V8 refuses.
    fn finish(&self) -> Option<Option<i32>> {
        let Some(sign) = self.sign else { return Some(None) };
        // As V8 computes it, in 32 bits without sign.
        let part = |part: Option<i32>, seconds: u32| (part.unwrap_or(0) as u32).wrapping_mul(seconds);
        let seconds = part(self.hour, 3600).wrapping_add(part(self.minute, 60));
        i32::try_from(seconds).ok().map(|seconds| Some(sign * seconds))
    }
}
