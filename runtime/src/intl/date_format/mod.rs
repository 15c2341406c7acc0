//! Dates as people of a locale write them (ECMA-402 §11).

mod data;
mod options;

use prickle_heap::{Cx, JsResult, Value};

use crate::date_time::{Fields, Zone};
use crate::intl::locale;
pub(crate) use data::LocaleData;
pub(crate) use options::Parts;
use options::{Reader, Wishes};

/// How to write dates.
pub(crate) struct DateFormat {
    data: &'static LocaleData,
    pattern: String,
    zone: Zone,
    /// How the zone is named, as in keys of patterns.
    zone_name: char,
}

/// Until here CLDR knows names of time zones.
const LAST_NAMED_SECOND: i64 = 253_402_300_740;

/// A part of a formatted date: its type in `formatToParts`, and its text.
pub(crate) type Part = (&'static str, String);

impl DateFormat {
    /// CreateDateTimeFormat (ECMA-402 §11.1.1 of 2022). `service` is who reads the options, for messages; `method`: what a method of dates
    /// requires and puts in.
    pub(crate) fn new<'h>(
        cx: Cx<'h>,
        locales: Value<'h>,
        options: Value<'h>,
        service: &'static str,
        method: Option<(Parts, Parts)>,
    ) -> JsResult<'h, DateFormat> {
        // The methods of dates look at the options before the locales, and once more behind them.
        let early = method.map(|_| Reader::new(cx, options, service, method)).transpose()?;
        let tag = locale::requested(cx, locales)?;
        let wishes = match early {
            Some(reader) => reader.read(cx)?,
            None => Reader::new(cx, options, service, method)?.read(cx)?,
        };
        let Some(data) = data::locale_data(&tag) else {
            return Err(cx.unsupported("formatting a date for this locale"));
        };
        let Some(pattern) = pattern(data, &wishes) else {
            return Err(cx.unsupported("formatting a date with this combination of options"));
        };
        let zone_name = match wishes.styles[1] {
            'f' => 'l',
            '-' => wishes.time[4],
            _ => 's',
        };
        Ok(DateFormat { data, pattern, zone: wishes.zone, zone_name })
    }

    /// FormatDateTime (ECMA-402 §11.5.7) of a finite time value. V8 writes plain spaces here.
    pub(crate) fn format<'h>(&self, cx: Cx<'h>, time: f64) -> JsResult<'h, String> {
        let parts = self.parts(cx, time)?;
        Ok(parts.into_iter().map(|(_, text)| text.replace('\u{202f}', " ")).collect())
    }

    /// PartitionDateTimePattern (ECMA-402 §11.5.6) of a finite time value.
    pub(crate) fn parts<'h>(&self, cx: Cx<'h>, time: f64) -> JsResult<'h, Vec<Part>> {
        let fields = Fields::of(self.zone.local_time(time));
        let mut parts = Vec::new();
        let mut rest = self.pattern.as_str();
        while let Some((literal, after)) = rest.split_once('{') {
            let (field, after) = after.split_once('}').unwrap_or((after, ""));
            if !literal.is_empty() {
                parts.push(("literal", literal.to_owned()));
            }
            parts.push(if field == "z" {
                ("timeZoneName", self.zone_name_at(cx, time)?)
            } else {
                self.field(field, &fields)
            });
            rest = after;
        }
        if !rest.is_empty() {
            parts.push(("literal", rest.to_owned()));
        }
        Ok(parts)
    }

    fn field(&self, field: &str, fields: &Fields) -> Part {
        let width = field.len();
        let number = |value: i32| format!("{value:0width$}");
        let text = |index: u8| self.data.text(field, usize::from(index)).to_owned();
        // The years before 1 count backwards from 1 BC.
        let year = if fields.year > 0 { fields.year } else { 1 - fields.year };
        let hour = i32::from(fields.hour);
        let month = i32::from(fields.month) + 1;
        match field {
            "yy" => ("year", number(year % 100)),
            "y" => ("year", number(year)),
            "M" | "MM" => ("month", number(month)),
            "d" | "dd" => ("day", number(fields.day.into())),
            "K" | "KK" => ("hour", number(hour % 12)),
            "h" | "hh" => ("hour", number((hour + 11) % 12 + 1)),
            "H" | "HH" => ("hour", number(hour)),
            "k" | "kk" => ("hour", number((hour + 23) % 24 + 1)),
            "m" | "mm" => ("minute", number(fields.minute.into())),
            "s" | "ss" => ("second", number(fields.second.into())),
            "S" | "SS" | "SSS" => ("fractionalSecond", format!("{:03}", fields.millisecond)[..width].to_owned()),
            _ => match field.as_bytes().first() {
                Some(b'M') => ("month", text(fields.month)),
                Some(b'E') => ("weekday", text(fields.weekday)),
                Some(b'G') => ("era", text(u8::from(fields.year <= 0))),
                _ => ("dayPeriod", text(fields.hour)),
            },
        }
    }

    /// The name of the zone's time at an instant.
    fn zone_name_at<'h>(&self, cx: Cx<'h>, time: f64) -> JsResult<'h, String> {
        let names = &self.data.zones;
        let is_long = matches!(self.zone_name, 'l' | 'O');
        if matches!(self.zone_name, 's' | 'l') {
            let second = (time / 1000.0).floor() as i64;
            let is_daylight = self.zone.is_daylight(time);
            let known = names.get(self.zone.name(), second, is_daylight).filter(|_| second < LAST_NAMED_SECOND);
            let Some(pair) = known else {
                return Err(cx.unsupported("the name of a time zone before 1970 or after 9999"));
            };
            let name = pair[usize::from(is_long)];
            if !name.is_empty() {
                return Ok(name.to_owned());
            }
        }
        Ok(offset_text(names.offset, ((self.zone.local_time(time) - time) / 1000.0) as i32, is_long))
    }
}

/// An offset from UTC, in seconds, in the localized form of CLDR.
fn offset_text([gmt, minus]: [&str; 2], seconds: i32, is_long: bool) -> String {
    let sign = if seconds < 0 { minus } else { "+" };
    let seconds = seconds.abs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let mut text = if is_long { format!("{gmt}{sign}{hours:02}") } else { format!("{gmt}{sign}{hours}") };
    if is_long || minutes > 0 || seconds > 0 {
        text += &format!(":{minutes:02}");
    }
    if seconds > 0 {
        text += &format!(":{seconds:02}");
    }
    text
}

/// The pattern that fits the wishes.
fn pattern(data: &LocaleData, wishes: &Wishes) -> Option<String> {
    let cycle = wishes.hour12.map(|hour12| data.cycles[if hour12 { 1 } else { 2 }]).or(wishes.cycle);
    if wishes.styles != ['-'; 2] {
        let cycle = cycle.filter(|_| wishes.styles[1] != '-').map_or("---", options::HourCycle::name);
        let [date, time] = wishes.styles;
        return data.pattern("style", &format!("{cycle}{date}{time}")).map(str::to_owned);
    }
    let date_key: String = wishes.date.iter().collect();
    let has_hour = wishes.time[0] != '-';
    let cycle = if has_hour { cycle.unwrap_or(data.cycles[0]).name() } else { "---" };
    let time_key: String = cycle.chars().chain(wishes.time).collect();
    let has_date = date_key != "-----";
    if !has_date {
        return data.pattern("time", &time_key).map(str::to_owned);
    }
    let date = data.pattern("date", &date_key)?;
    if wishes.time == ['-'; 5] {
        return Some(date.to_owned());
    }
    if let Some(both) = data.pattern("both", &format!("{date_key}{time_key}")) {
        return Some(both.to_owned());
    }
    let time = if wishes.time[..4] == ['-'; 4] { "{z}" } else { data.pattern("time", &time_key)? };
    let hint: String = [if wishes.date[0] == '-' { '-' } else { 'w' }, wishes.date[3]].iter().collect();
    Some(format!("{date}{}{time}", data.pattern("glue", &hint)?))
}
