//! The signs of numbers in the locales: facts that Node printed (`tests/intl/facts.mjs`).

use std::collections::HashMap;
use std::sync::LazyLock;

/// What stands between, before and after digits in a locale.
#[derive(Default)]
pub(super) struct Signs {
    pub(super) decimal: &'static str,
    pub(super) group: &'static str,
    pub(super) minus: &'static str,
    pub(super) plus: &'static str,
    pub(super) nan: &'static str,
    pub(super) infinity: &'static str,
    /// How many digits there must be before the first separator.
    pub(super) least_grouped: usize,
    /// By `percent`, or currency and how it is shown.
    around: HashMap<&'static str, [&'static str; 2]>,
    /// The usual fraction digits of currencies.
    digits: HashMap<&'static str, u8>,
}

macro_rules! locales {
    ($( $name:literal ),*) => {
        static LOCALES: [(&str, LazyLock<Signs>); [$($name),*].len()] = [$(
            ($name, LazyLock::new(|| Signs::read(include_str!(concat!("../data/", $name, ".numbers.tsv")))))
        ),*];
    };
}
locales!["de-DE", "en-GB", "en-US", "es-ES", "fr-FR"];

/// The signs of a locale, which a language without region has too.
pub(super) fn signs(tag: &str) -> Option<&'static Signs> {
    let tag = match tag {
        "de" => "de-DE",
        "en" => "en-US",
        "es" => "es-ES",
        "fr" => "fr-FR",
        other => other,
    };
    LOCALES.iter().find(|(name, _)| *name == tag).map(|(_, signs)| &**signs)
}

impl Signs {
    fn read(text: &'static str) -> Signs {
        let mut signs = Signs::default();
        for line in text.lines() {
            match line.split('\t').collect::<Vec<_>>()[..] {
                ["signs", decimal, group, minus, plus, nan, infinity, least] => {
                    let least_grouped = least.parse().unwrap_or(1);
                    signs = Signs { decimal, group, minus, plus, nan, infinity, least_grouped, ..signs };
                }
                ["around", key, before, after] => drop(signs.around.insert(key, [before, after])),
                ["digits", currency, digits] => drop(signs.digits.insert(currency, digits.parse().unwrap_or(2))),
                _ => {}
            }
        }
        signs
    }

    pub(super) fn around(&self, key: &str) -> Option<[&'static str; 2]> {
        self.around.get(key).copied()
    }

    pub(super) fn digits(&self, currency: &str) -> Option<u8> {
        self.digits.get(currency).copied()
    }
}
