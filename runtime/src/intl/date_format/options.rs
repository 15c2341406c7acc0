//! The options of date formats (ECMA-402 §11.1.1, §19.4), in the order in which V8 reads them.

use prickle_heap::{Cx, ErrorKind, JsResult, Value};

use crate::date_time::Zone;
use crate::errors::throw_error;
use crate::intl::option::Options;
use crate::operations::Operations;
use crate::turn::turn_state;

/// How hours are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HourCycle {
    /// 0 to 11.
    H11,
    /// 1 to 12.
    H12,
    /// 0 to 23.
    H23,
    /// 1 to 24.
    H24,
}

impl HourCycle {
    pub(super) fn named(name: &str) -> HourCycle {
        match name {
            "h11" => HourCycle::H11,
            "h12" => HourCycle::H12,
            "h24" => HourCycle::H24,
            _ => HourCycle::H23,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            HourCycle::H11 => "h11",
            HourCycle::H12 => "h12",
            HourCycle::H23 => "h23",
            HourCycle::H24 => "h24",
        }
    }
}

/// Which parts a method is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Parts {
    /// The date.
    Date,
    /// The time.
    Time,
    /// Both: what is required may be of either.
    All,
}

/// What the options say. Widths are the letters that keys of patterns are made of; `-` is absence.
#[derive(Clone, Debug)]
pub(crate) struct Wishes {
    /// Weekday, era, year, month, day.
    pub(super) date: [char; 5],
    /// Hour, minute, second, fraction of a second, name of the time zone.
    pub(super) time: [char; 5],
    /// `dateStyle` and `timeStyle`.
    pub(super) styles: [char; 2],
    /// `hour12`
    pub(super) hour12: Option<bool>,
    /// `hourCycle`
    pub(super) cycle: Option<HourCycle>,
    /// The time zone.
    pub(super) zone: Zone,
}

const TEXT: [(&str, char); 3] = [("narrow", 'n'), ("short", 's'), ("long", 'l')];
const NUMBER: [(&str, char); 2] = [("2-digit", '2'), ("numeric", '1')];
const MONTH: [(&str, char); 5] = [("2-digit", '2'), ("numeric", '1'), TEXT[0], TEXT[1], TEXT[2]];
const STYLE: [(&str, char); 4] = [("full", 'f'), ("long", 'l'), ("medium", 'm'), ("short", 's')];
#[rustfmt::skip]
const ZONE_NAME: [(&str, Option<char>); 6] = [
    ("long", Some('l')), ("short", Some('s')), ("longOffset", Some('O')), ("shortOffset", Some('o')), ("longGeneric", None), ("shortGeneric", None),
];

const DATE_DEFAULTS: [&str; 3] = ["year", "month", "day"];
const TIME_DEFAULTS: [&str; 3] = ["hour", "minute", "second"];

/// The options with what was put in where nothing was asked for.
pub(super) struct Reader<'h> {
    options: Options<'h>,
    defaults: Vec<&'static str>,
}

impl<'h> Reader<'h> {
    /// The options as a method of dates fills them in: which parts it requires and puts in.
    pub(super) fn new(
        cx: Cx<'h>,
        values: Value<'h>,
        service: &'static str,
        method: Option<(Parts, Parts)>,
    ) -> JsResult<'h, Reader<'h>> {
        let values = if values.is_undefined() { values } else { values.to_object(cx)?.into() };
        let mut reader = Reader { options: Options { values, service }, defaults: Vec::new() };
        if let Some((required, defaults)) = method {
            reader.fill_in(cx, required, defaults)?;
        }
        Ok(reader)
    }

    /// Reads the options of a format.
    pub(super) fn read(mut self, cx: Cx<'h>) -> JsResult<'h, Wishes> {
        self.fill_in(cx, Parts::All, Parts::Date)?;
        let options = self.options;
        options.locale_matcher(cx)?;
        only(cx, options, "calendar", "gregory", "a calendar other than the Gregorian")?;
        only(cx, options, "numberingSystem", "latn", "digits other than 0 to 9")?;
        let hour12 = options.flag(cx, "hour12")?;
        let cycles =
            [HourCycle::H11, HourCycle::H12, HourCycle::H23, HourCycle::H24].map(|cycle| (cycle.name(), cycle));
        let cycle = options.choice(cx, "hourCycle", &cycles)?;
        let zone = time_zone(cx, options)?;
        let weekday = self.width(cx, "weekday", &TEXT)?;
        let era = self.width(cx, "era", &TEXT)?;
        let year = self.width(cx, "year", &NUMBER)?;
        let month = self.width(cx, "month", &MONTH)?;
        let day = self.width(cx, "day", &NUMBER)?;
        options.absent(cx, "dayPeriod", "the option `dayPeriod`")?;
        let hour = self.width(cx, "hour", &NUMBER)?;
        let minute = self.width(cx, "minute", &NUMBER)?;
        let second = self.width(cx, "second", &NUMBER)?;
        let fraction =
            options.number(cx, "fractionalSecondDigits", 1, 3)?.map_or('-', |digits| char::from(b'0' + digits));
        let zone_name = match options.choice(cx, "timeZoneName", &ZONE_NAME)? {
            None => '-',
            Some(Some(name)) => name,
            Some(None) => return Err(cx.unsupported("generic names of time zones")),
        };
        options.choice(cx, "formatMatcher", &[("best fit", ()), ("basic", ())])?;
        let date_style = options.choice(cx, "dateStyle", &STYLE)?;
        let time_style = options.choice(cx, "timeStyle", &STYLE)?;
        let date = [weekday, era, year, month, day];
        let time = [hour, minute, second, fraction, zone_name];
        if date_style.is_some() || time_style.is_some() {
            no_parts(cx, date, time, if date_style.is_some() { "dateStyle" } else { "timeStyle" })?;
        }
        let styles = [date_style, time_style].map(|style| style.unwrap_or('-'));
        Ok(Wishes { date, time, styles, hour12, cycle, zone })
    }

    fn is_there(&self, cx: Cx<'h>, name: &'static str) -> JsResult<'h, bool> {
        Ok(self.defaults.contains(&name) || !self.options.get(cx, name)?.is_undefined())
    }

    fn width(&self, cx: Cx<'h>, name: &'static str, allowed: &[(&'static str, char)]) -> JsResult<'h, char> {
        if self.defaults.contains(&name) {
            return Ok('1');
        }
        Ok(self.options.choice(cx, name, allowed)?.unwrap_or('-'))
    }

    /// ToDateTimeOptions (ECMA-402 §11.1.2 of 2022).
    fn fill_in(&mut self, cx: Cx<'h>, required: Parts, defaults: Parts) -> JsResult<'h, ()> {
        let mut is_missing = true;
        if required != Parts::Time {
            for name in ["weekday", "year", "month", "day"] {
                is_missing &= !self.is_there(cx, name)?;
            }
        }
        if required != Parts::Date {
            for name in ["dayPeriod", "hour", "minute", "second", "fractionalSecondDigits"] {
                is_missing &= !self.is_there(cx, name)?;
            }
        }
        let has_date_style = self.is_there(cx, "dateStyle")?;
        let has_time_style = self.is_there(cx, "timeStyle")?;
        if required == Parts::Date && has_time_style {
            return Err(throw_error(cx, ErrorKind::Type, "Invalid option : timeStyle"));
        }
        if required == Parts::Time && has_date_style {
            return Err(throw_error(cx, ErrorKind::Type, "Invalid option : dateStyle"));
        }
        if is_missing && !has_date_style && !has_time_style {
            if defaults != Parts::Time {
                self.defaults.extend(DATE_DEFAULTS);
            }
            if defaults != Parts::Date {
                self.defaults.extend(TIME_DEFAULTS);
            }
        }
        Ok(())
    }
}

/// An option that may only say what is so anyway.
fn only<'h>(cx: Cx<'h>, options: Options<'h>, name: &'static str, usual: &str, what: &'static str) -> JsResult<'h, ()> {
    match options.text(cx, name)? {
        Some(text) if text != usual => Err(cx.unsupported(what)),
        Some(_) | None => Ok(()),
    }
}

fn time_zone<'h>(cx: Cx<'h>, options: Options<'h>) -> JsResult<'h, Zone> {
    let Some(name) = options.text(cx, "timeZone")? else { return Ok(turn_state(cx).services().zone.clone()) };
    match Zone::of_any_case(&name) {
        Some(zone) => Ok(zone),
        None if is_name_of_icu(&name.to_ascii_lowercase()) => Err(cx.unsupported("the name of this time zone")),
        None => {
            let message = format!("Invalid time zone specified: {name}");
            Err(throw_error(cx, ErrorKind::Range, cx.string(&message)))
        }
    }
}

/// Whether ICU knows a time zone, by a name in small letters that the database has not.
#[rustfmt::skip]
fn is_name_of_icu(name: &str) -> bool {
    const NAMES: [&str; 28] = [
        "act", "aet", "agt", "art", "ast", "bet", "bst", "cat", "cnt", "cst", "ctt", "eat", "ect", "eire", "iet", "ist", "jst", "mit", "net", "nst",
        "plt", "pnt", "prt", "pst", "sst", "vst", "us/pacific-new", "canada/east-saskatchewan",
    ];
    NAMES.contains(&name) || name.starts_with("systemv/")
}

fn no_parts<'h>(cx: Cx<'h>, date: [char; 5], time: [char; 5], style: &str) -> JsResult<'h, ()> {
    let names = ["weekday", "era", "year", "month", "day"]
        .into_iter()
        .zip(date)
        .chain(["hour", "minute", "second", "fractionalSecondDigits", "timeZoneName"].into_iter().zip(time));
    for (name, width) in names {
        if width != '-' {
            let message = format!("Can't set option {name} when {style} is used");
            return Err(throw_error(cx, ErrorKind::Type, cx.string(&message)));
        }
    }
    Ok(())
}
