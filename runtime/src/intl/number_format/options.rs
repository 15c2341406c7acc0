//! The options of number formats (ECMA-402 §15.1.1 to §15.1.3), in the order in which V8 reads them.

use prickle_heap::{Cx, ErrorKind, JsResult, Value};

use crate::errors::throw_error;
use crate::intl::option::{Options, default_number};
use crate::operations::Operations;

/// What the number counts.
pub(super) enum Style {
    Decimal,
    Percent,
    /// Currency and how it is shown: `USD code`.
    Currency(String),
}

/// Where separators stand.
#[derive(Clone, Copy)]
pub(super) enum Grouping {
    Off,
    Auto,
    Always,
    Min2,
}

/// Which numbers have a sign.
#[derive(Clone, Copy)]
pub(super) enum SignDisplay {
    Auto,
    Never,
    Always,
    ExceptZero,
    Negative,
}

/// Which digits stay.
#[derive(Clone, Copy)]
pub(super) enum Rounding {
    Fraction { least: u8, most: u8 },
    Significant { least: u8, most: u8 },
}

/// What the options say.
pub(super) struct Wishes {
    pub(super) style: Style,
    pub(super) grouping: Grouping,
    pub(super) sign: SignDisplay,
    pub(super) least_whole: u8,
    pub(super) rounding: Rounding,
}

const GROUPING: [(&str, Grouping); 5] = [
    ("min2", Grouping::Min2),
    ("auto", Grouping::Auto),
    ("always", Grouping::Always),
    ("true", Grouping::Auto),
    ("false", Grouping::Auto),
];
const SIGN: [(&str, SignDisplay); 5] = [
    ("auto", SignDisplay::Auto),
    ("never", SignDisplay::Never),
    ("always", SignDisplay::Always),
    ("exceptZero", SignDisplay::ExceptZero),
    ("negative", SignDisplay::Negative),
];

/// Reads the options. `digits_of` knows how many fraction digits a currency has.
pub(super) fn read<'h>(
    cx: Cx<'h>,
    values: Value<'h>,
    service: &'static str,
    digits_of: impl Fn(&str) -> Option<u8>,
) -> JsResult<'h, Wishes> {
    if values.is_null() {
        let message = format!("{service} called on null or undefined");
        return Err(throw_error(cx, ErrorKind::Type, cx.string(&message)));
    }
    let options = Options { values, service };
    options.locale_matcher(cx)?;
    if options.text(cx, "numberingSystem")?.is_some_and(|system| system != "latn") {
        return Err(cx.unsupported("digits other than 0 to 9"));
    }
    let (style, usual) = style(cx, options, digits_of)?;
    options.absent(cx, "roundingIncrement", "the option `roundingIncrement`")?;
    only(cx, options, "notation", &["standard"], &["scientific", "engineering", "compact"])?;
    let least_whole = options.number(cx, "minimumIntegerDigits", 1, 21)?.unwrap_or(1);
    let rounding = rounding(cx, options, usual)?;
    only(cx, options, "trailingZeroDisplay", &["auto"], &["stripIfInteger"])?;
    options.choice(cx, "compactDisplay", &[("short", ()), ("long", ())])?;
    let grouping = grouping(cx, options)?;
    let sign = options.choice(cx, "signDisplay", &SIGN)?.unwrap_or(SignDisplay::Auto);
    let others = ["ceil", "floor", "expand", "trunc", "halfCeil", "halfFloor", "halfTrunc", "halfEven"];
    only(cx, options, "roundingMode", &["halfExpand"], &others)?;
    Ok(Wishes { style, grouping, sign, least_whole, rounding })
}

/// A choice of which only some are supported.
fn only<'h>(
    cx: Cx<'h>,
    options: Options<'h>,
    name: &'static str,
    supported: &[&'static str],
    others: &[&'static str],
) -> JsResult<'h, ()> {
    let allowed: Vec<_> =
        supported.iter().map(|text| (*text, true)).chain(others.iter().map(|text| (*text, false))).collect();
    match options.choice(cx, name, &allowed)? {
        Some(false) => Err(cx.unsupported("formatting a number with these options")),
        Some(true) | None => Ok(()),
    }
}

/// SetNumberFormatUnitOptions (ECMA-402 §15.1.3); and the usual least and most fraction digits.
fn style<'h>(
    cx: Cx<'h>,
    options: Options<'h>,
    digits_of: impl Fn(&str) -> Option<u8>,
) -> JsResult<'h, (Style, [u8; 2])> {
    let styles = [("decimal", 'd'), ("percent", 'p'), ("currency", 'c'), ("unit", 'u')];
    let style = options.choice(cx, "style", &styles)?.unwrap_or('d');
    let currency = options.text(cx, "currency")?;
    if let Some(code) =
        currency.as_ref().filter(|code| code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_alphabetic()))
    {
        let message = format!("Invalid currency code : {code}");
        return Err(throw_error(cx, ErrorKind::Range, cx.string(&message)));
    }
    if style == 'c' && currency.is_none() {
        return Err(throw_error(cx, ErrorKind::Type, "Currency code is required with currency style."));
    }
    let displays = [("code", "code"), ("symbol", "symbol"), ("narrowSymbol", "narrowSymbol"), ("name", "name")];
    let display = options.choice(cx, "currencyDisplay", &displays)?.unwrap_or("symbol");
    let is_accounting = options.choice(cx, "currencySign", &[("standard", false), ("accounting", true)])?;
    options.absent(cx, "unit", "formatting a number with a unit")?;
    options.choice(cx, "unitDisplay", &[("short", ()), ("narrow", ()), ("long", ())])?;
    match (style, currency) {
        ('p', _) => Ok((Style::Percent, [0, 0])),
        ('c', Some(currency)) => {
            let currency = currency.to_ascii_uppercase();
            if display == "name" || is_accounting == Some(true) {
                return Err(cx.unsupported("amounts of money with the name of the currency, or in parentheses"));
            }
            let digits = digits_of(&currency).unwrap_or(2);
            Ok((Style::Currency(format!("{currency} {display}")), [digits, digits]))
        }
        ('u', _) => Err(cx.unsupported("formatting a number with a unit")),
        _ => Ok((Style::Decimal, [0, 3])),
    }
}

/// SetNumberFormatDigitOptions (ECMA-402 §15.1.2 of 2023)
fn rounding<'h>(cx: Cx<'h>, options: Options<'h>, [usual_least, usual_most]: [u8; 2]) -> JsResult<'h, Rounding> {
    let least_fraction = options.get(cx, "minimumFractionDigits")?;
    let most_fraction = options.get(cx, "maximumFractionDigits")?;
    let least_significant = options.get(cx, "minimumSignificantDigits")?;
    let most_significant = options.get(cx, "maximumSignificantDigits")?;
    let options = Options { service: "SetNumberFormatDigitOptions", ..options };
    only(cx, options, "roundingPriority", &["auto"], &["morePrecision", "lessPrecision"])?;
    if !least_significant.is_undefined() || !most_significant.is_undefined() {
        let least = default_number(cx, least_significant, "minimumSignificantDigits", 1, 21)?.unwrap_or(1);
        let most = default_number(cx, most_significant, "maximumSignificantDigits", least, 21)?.unwrap_or(21);
        return Ok(Rounding::Significant { least, most });
    }
    let least = default_number(cx, least_fraction, "minimumFractionDigits", 0, 20)?;
    let most = default_number(cx, most_fraction, "maximumFractionDigits", 0, 20)?;
    let (least, most) = match (least, most) {
        (None, None) => (usual_least, usual_most),
        (None, Some(most)) => (usual_least.min(most), most),
        (Some(least), None) => (least, usual_most.max(least)),
        (Some(least), Some(most)) if least > most => {
            return Err(throw_error(cx, ErrorKind::Range, "maximumFractionDigits value is out of range."));
        }
        (Some(least), Some(most)) => (least, most),
    };
    Ok(Rounding::Fraction { least, most })
}

/// GetBooleanOrStringNumberFormatOption (ECMA-402 §9.2.13) of `useGrouping`.
fn grouping<'h>(cx: Cx<'h>, options: Options<'h>) -> JsResult<'h, Grouping> {
    let value = options.get(cx, "useGrouping")?;
    match value {
        Value::Undefined => Ok(Grouping::Auto),
        Value::Bool(true) => Ok(Grouping::Always),
        value if !value.truthy() => Ok(Grouping::Off),
        value => {
            let text: Value<'h> = value.to_js_string(cx)?.into();
            let named = Options { values: cx.object([("useGrouping", text)]).into(), service: options.service };
            Ok(named.choice(cx, "useGrouping", &GROUPING)?.unwrap_or(Grouping::Auto))
        }
    }
}
