//! The patterns and names of the locales: facts that Node printed (`tests/intl/facts.mjs`).

use std::collections::HashMap;
use std::sync::LazyLock;

use super::options::HourCycle;

/// The patterns of a locale.
pub(crate) struct LocaleData {
    /// The hour cycle without a wish, and those of `hour12: true` and `hour12: false`.
    pub(super) cycles: [HourCycle; 3],
    /// Lists of names, by the field that takes them: `M0`, `E2`.
    texts: HashMap<&'static str, Vec<&'static str>>,
    /// Patterns by kind and key.
    patterns: HashMap<(&'static str, &'static str), &'static str>,
    /// The names of time zones.
    pub(super) zones: ZoneNames,
}

/// The names of time zones in a locale.
pub(super) struct ZoneNames {
    /// What stands before an offset, and the minus sign.
    pub(super) offset: [&'static str; 2],
    /// Short and long names.
    names: Vec<[&'static str; 2]>,
    /// By zone: in standard and in daylight saving time, from which second on which name.
    zones: HashMap<&'static str, [&'static str; 2]>,
}

macro_rules! locales {
    ($( $name:literal ),*) => {
        static LOCALES: [(&str, LazyLock<LocaleData>); [$($name),*].len()] = [$(
            ($name, LazyLock::new(|| {
                LocaleData::read(
                    include_str!(concat!("../data/", $name, ".tsv")),
                    include_str!(concat!("../data/", $name, ".zones.tsv")),
                )
            }))
        ),*];
    };
}
locales!["de-DE", "en-GB", "en-US", "es-ES", "fr-FR"];

/// The data of a locale, which a language without region has too.
pub(crate) fn locale_data(tag: &str) -> Option<&'static LocaleData> {
    let tag = match tag {
        "de" => "de-DE",
        "en" => "en-US",
        "es" => "es-ES",
        "fr" => "fr-FR",
        other => other,
    };
    LOCALES.iter().find(|(name, _)| *name == tag).map(|(_, data)| &**data)
}

impl LocaleData {
    fn read(patterns: &'static str, zones: &'static str) -> LocaleData {
        let mut data = LocaleData {
            cycles: [HourCycle::H23; 3],
            texts: HashMap::new(),
            patterns: HashMap::new(),
            zones: ZoneNames::read(zones),
        };
        for line in patterns.lines() {
            match line.split('\t').collect::<Vec<_>>()[..] {
                ["cycle", usual, on, off] => data.cycles = [usual, on, off].map(HourCycle::named),
                ["text", field, list] => drop(data.texts.insert(field, list.split('|').collect())),
                [kind, key, pattern] => drop(data.patterns.insert((kind, key), pattern)),
                _ => {}
            }
        }
        data
    }

    /// The pattern of a kind with a key.
    pub(super) fn pattern(&self, kind: &'static str, key: &str) -> Option<&'static str> {
        self.patterns.get(&(kind, key)).copied()
    }

    /// A name from a list.
    pub(super) fn text(&self, field: &str, index: usize) -> &'static str {
        self.texts.get(field).and_then(|list| list.get(index)).copied().unwrap_or_default()
    }
}

impl ZoneNames {
    fn read(text: &'static str) -> ZoneNames {
        let mut data = ZoneNames { offset: ["GMT", "-"], names: Vec::new(), zones: HashMap::new() };
        for line in text.lines() {
            match line.split('\t').collect::<Vec<_>>()[..] {
                ["offset", gmt, minus] => data.offset = [gmt, minus],
                ["name", _, short, long] => data.names.push([short, long]),
                ["zone", zone, standard, daylight] => drop(data.zones.insert(zone, [standard, daylight])),
                ["zone", zone, same] => {
                    let same = data.zones.get(same.trim_start_matches('=')).copied().unwrap_or_default();
                    data.zones.insert(zone, same);
                }
                _ => {}
            }
        }
        data
    }

    /// The short and long name of a zone at a second since 1970; empty where an offset stands for it. `None` where nothing is known.
    pub(super) fn get(&self, zone: &str, second: i64, is_daylight: bool) -> Option<[&'static str; 2]> {
        let names = self.zones.get(zone)?[usize::from(is_daylight)];
        let mut entries = names.split(',').filter_map(|entry| entry.split_once(':'));
        let entry = entries.rfind(|(from, _)| from.parse().is_ok_and(|from: i64| from <= second))?;
        self.names.get(entry.1.parse::<usize>().ok()?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compiler_knows_which_locales_are_there() {
        for tag in prickle_spec::FORMAT_LOCALES {
            assert!(locale_data(tag).is_some_and(|data| data.pattern("style", "---ss").is_some()), "{tag}");
        }
        assert!(locale_data("ja-JP").is_none());
    }
}
