//! The order that people of a locale expect.

use std::cmp::Ordering;
use std::sync::LazyLock;

use icu_collator::options::{AlternateHandling, CaseLevel, CollatorOptions, Strength};
use icu_collator::preferences::{CollationCaseFirst, CollationNumericOrdering};
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::Locale;
use prickle_heap::{Cx, JsResult, JsStr, Value};

use crate::builtins::error::throw_type_error;
use crate::intl::locale;
use crate::intl::option::Options;

/// Languages whose order is the same here and in Node.
const LANGUAGES: [&str; 13] = ["cs", "de", "en", "es", "fi", "fr", "it", "nb", "nl", "pl", "pt", "sv", "tr"];

/// The order of the default locale.
static DEFAULT: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| {
    CollatorBorrowed::try_new(CollatorPreferences::default(), CollatorOptions::default())
        .expect("the root collation is compiled in")
});

/// `String.prototype.localeCompare(that, locales, options)` (ECMA-402 §20.1.1).
pub fn locale_compare<'h>(
    cx: Cx<'h>,
    this: JsStr<'h>,
    that: JsStr<'h>,
    locales: Value<'h>,
    options: Value<'h>,
) -> JsResult<'h, f64> {
    let ordering = if locales.is_undefined() && options.is_undefined() {
        compare(&DEFAULT, this, that)
    } else {
        compare(&collator(cx, locales, options)?, this, that)
    };
    Ok(match ordering {
        Ordering::Less => -1.0,
        Ordering::Equal => 0.0,
        Ordering::Greater => 1.0,
    })
}

fn compare(collator: &CollatorBorrowed<'_>, left: JsStr<'_>, right: JsStr<'_>) -> Ordering {
    match (left.to_str(), right.to_str()) {
        (Some(left), Some(right)) => collator.compare(left, right),
        _ => {
            let [left, right] = [left, right].map(|text| text.code_units().collect::<Vec<_>>());
            collator.compare_utf16(&left, &right)
        }
    }
}

/// InitializeCollator (ECMA-402 §10.1.2)
fn collator<'h>(cx: Cx<'h>, locales: Value<'h>, options: Value<'h>) -> JsResult<'h, CollatorBorrowed<'static>> {
    let service = "String.prototype.localeCompare";
    let tag = locale::requested(cx, locales)?;
    if options.is_null() {
        return Err(throw_type_error(cx, "String.prototype.localeCompare called on null or undefined"));
    }
    let options = Options { values: options, service };
    let is_search = options.choice(cx, "usage", &[("sort", false), ("search", true)])?;
    options.locale_matcher(cx)?;
    options.absent(cx, "collation", "comparing texts by a collation")?;
    let numeric = options.flag(cx, "numeric")?;
    let case_first = [
        ("upper", CollationCaseFirst::Upper),
        ("lower", CollationCaseFirst::Lower),
        ("false", CollationCaseFirst::False),
    ];
    let case_first = options.choice(cx, "caseFirst", &case_first)?;
    let sensitivity = [
        ("base", (Strength::Primary, CaseLevel::Off)),
        ("accent", (Strength::Secondary, CaseLevel::Off)),
        ("case", (Strength::Primary, CaseLevel::On)),
        ("variant", (Strength::Tertiary, CaseLevel::Off)),
    ];
    let sensitivity = options.choice(cx, "sensitivity", &sensitivity)?;
    let ignores_punctuation = options.flag(cx, "ignorePunctuation")?;
    let language = tag.split('-').next().unwrap_or_default();
    if !LANGUAGES.contains(&language) || tag == "fr-CA" || is_search == Some(true) {
        return Err(cx.unsupported("comparing texts by the rules of this locale"));
    }
    let mut preferences =
        Locale::try_from_str(&tag).map(|locale| CollatorPreferences::from(&locale)).unwrap_or_default();
    preferences.numeric_ordering = numeric.map(|numeric| match numeric {
        true => CollationNumericOrdering::True,
        false => CollationNumericOrdering::False,
    });
    preferences.case_first = case_first;
    let mut collator_options = CollatorOptions::default();
    if let Some((strength, case_level)) = sensitivity {
        collator_options.strength = Some(strength);
        collator_options.case_level = Some(case_level);
    }
    if ignores_punctuation == Some(true) {
        collator_options.alternate_handling = Some(AlternateHandling::Shifted);
    }
    CollatorBorrowed::try_new(preferences, collator_options)
        .map_err(|_| cx.unsupported("comparing texts by the rules of this locale"))
}
