//! Numbers as people of a locale write them (ECMA-402 §15).

mod data;
mod decimal;
mod options;

use prickle_heap::{Cx, JsResult, Value};

use crate::intl::locale;
use data::Signs;
use decimal::Decimal;
use options::{Grouping, Rounding, SignDisplay, Style, Wishes};

/// How to write numbers.
pub(crate) struct NumberFormat {
    signs: &'static Signs,
    wishes: Wishes,
    /// What stands before and after the digits.
    around: [&'static str; 2],
}

impl NumberFormat {
    /// CreateNumberFormat (ECMA-402 §15.1.1). `service` is who reads the options, for messages.
    pub(crate) fn new<'h>(
        cx: Cx<'h>,
        locales: Value<'h>,
        options: Value<'h>,
        service: &'static str,
    ) -> JsResult<'h, NumberFormat> {
        let tag = locale::requested(cx, locales)?;
        let signs = data::signs(&tag);
        let wishes = options::read(cx, options, service, |currency| signs.and_then(|signs| signs.digits(currency)))?;
        let Some(signs) = signs else { return Err(cx.unsupported("formatting a number for this locale")) };
        let around = match &wishes.style {
            Style::Decimal => Some(["", ""]),
            Style::Percent => signs.around("percent"),
            Style::Currency(key) => signs.around(key),
        };
        match around {
            Some(around) => Ok(NumberFormat { signs, wishes, around }),
            None => Err(cx.unsupported("formatting amounts of this currency")),
        }
    }

    /// FormatNumeric (ECMA-402 §15.5.4)
    pub(crate) fn format(&self, number: f64) -> String {
        let magnitude = if number.is_nan() {
            None
        } else if number.is_infinite() {
            Some(self.signs.infinity.to_owned())
        } else {
            let mut decimal = Decimal::of(number.abs());
            if matches!(self.wishes.style, Style::Percent) {
                decimal.shift(2);
            }
            match self.wishes.rounding {
                Rounding::Fraction { least, most } => decimal.round_fraction(least, most),
                Rounding::Significant { least, most } => decimal.round_significant(least, most),
            }
            let is_zero = decimal.is_zero();
            let text = self.digits(&decimal);
            return self.with_sign(number, is_zero, text);
        };
        self.with_sign(number, false, magnitude.unwrap_or_else(|| self.signs.nan.to_owned()))
    }

    fn with_sign(&self, number: f64, is_zero: bool, digits: String) -> String {
        let is_negative = number.is_sign_negative() && !number.is_nan();
        let sign = match self.wishes.sign {
            SignDisplay::Never => "",
            SignDisplay::Auto if is_negative => self.signs.minus,
            SignDisplay::Negative if is_negative && !is_zero => self.signs.minus,
            SignDisplay::Auto | SignDisplay::Negative => "",
            SignDisplay::ExceptZero if is_zero || number.is_nan() => "",
            SignDisplay::Always | SignDisplay::ExceptZero if is_negative => self.signs.minus,
            SignDisplay::Always | SignDisplay::ExceptZero => self.signs.plus,
        };
        let [before, after] = self.around;
        // Only a digit keeps its distance from the letters of a currency.
        let before = if number.is_finite() { before } else { before.trim_end_matches('\u{a0}') };
        format!("{sign}{before}{digits}{after}")
    }

    /// The digits with separators.
    fn digits(&self, decimal: &Decimal) -> String {
        let (whole, fraction) = decimal.digits(self.wishes.least_whole);
        let least = match self.wishes.grouping {
            Grouping::Off => usize::MAX,
            Grouping::Auto => 3 + self.signs.least_grouped,
            Grouping::Always => 4,
            Grouping::Min2 => 5,
        };
        let mut text = String::new();
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && whole.len() >= least && (whole.len() - index).is_multiple_of(3) {
                text += self.signs.group;
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text += self.signs.decimal;
            text += &fraction;
        }
        text
    }
}
