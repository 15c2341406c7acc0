//! `String` (ECMA-262 §22.1). Positions count UTF-16 code units.

mod case;
mod collate;
mod html;
mod normalize;
mod replace;
mod search;
mod slice;

pub use crate::builtins::regexp::{match_all, match_pattern, search_pattern};
pub use case::{to_locale_lower_case, to_locale_upper_case, to_lower_case, to_upper_case};
pub use collate::locale_compare;
pub use html::{anchor, big, blink, bold, fixed, fontcolor, fontsize, italics, link, small, strike, sub, sup};
pub use normalize::normalize;
pub(crate) use replace::{Replacement, Substitution};
pub use replace::{replace, replace_all};
pub use search::{ends_with, includes, index_of, last_index_of, split, starts_with};
pub use slice::{at, char_at, char_code_at, code_point_at, slice, substr, substring, trim, trim_end, trim_start};
pub use slice::{trim_end as trim_right, trim_start as trim_left};

use prickle_heap::{Cx, ErrorKind, JsResult, JsStr, Kind, MAX_LENGTH, Object, Throw, Value, number};

use crate::errors::{display, throw_error};
use crate::operations::{Operations, create_string_iterator, to_integer_or_infinity, to_length, to_uint32};

/// `String(value)` (ECMA-262 §22.1.1.1).
pub fn call<'h>(cx: Cx<'h>, value: Option<Value<'h>>) -> JsResult<'h, JsStr<'h>> {
    match value {
        None => Ok(JsStr::EMPTY),
        Some(Value::Symbol(symbol)) => Ok(cx.message(&symbol.to_descriptive_string())),
        Some(value) => value.to_js_string(cx),
    }
}

/// `new String(value)` (ECMA-262 §22.1.1.1).
pub fn construct<'h>(cx: Cx<'h>, value: Option<Value<'h>>) -> JsResult<'h, Object<'h>> {
    let text = value.map_or(Ok(JsStr::EMPTY), |value| value.to_js_string(cx))?;
    Ok(Object::with_slots(cx, Kind::Boxed, &[text.into()]))
}

/// `String.raw(template, ...substitutions)` (ECMA-262 §22.1.2.4).
pub fn raw<'h>(cx: Cx<'h>, template: Value<'h>, substitutions: &[Value<'h>]) -> JsResult<'h, JsStr<'h>> {
    let literals = template.to_object(cx)?.get(cx, "raw")?.to_object(cx)?;
    let length = to_length(literals.get(cx, "length")?.to_number(cx)?);
    let mut text = JsStr::EMPTY;
    let mut append = |part: JsStr<'h>| match text.concat(cx, part) {
        Ok(joined) => {
            text = joined;
            Ok(())
        }
        Err(_) => Err(throw_error(cx, ErrorKind::Range, "Invalid string length")),
    };
    let mut index = 0.0;
    while index < length {
        cx.checkpoint()?;
        append(literals.get(cx, index)?.to_js_string(cx)?)?;
        if index + 1.0 < length
            && let Some(substitution) = substitutions.get(index as usize)
        {
            append(substitution.to_js_string(cx)?)?;
        }
        index += 1.0;
    }
    Ok(text)
}

/// `String.prototype[@@iterator]()` (ECMA-262 §22.1.3.36).
pub fn iterator<'h>(cx: Cx<'h>, this: JsStr<'h>) -> Object<'h> {
    create_string_iterator(cx, this)
}

/// `String.fromCharCode(...codeUnits)` (ECMA-262 §22.1.2.1).
pub fn from_char_code<'h>(cx: Cx<'h>, code_units: &[f64]) -> JsStr<'h> {
    cx.string_from_code_units(code_units.iter().map(|unit| to_uint32(*unit) as u16))
}

/// `String.fromCodePoint(...codePoints)` (ECMA-262 §22.1.2.2).
pub fn from_code_point<'h>(cx: Cx<'h>, code_points: &[Value<'h>]) -> JsResult<'h, JsStr<'h>> {
    let mut units = Vec::with_capacity(code_points.len());
    for value in code_points {
        let point = value.to_number(cx)?;
        if !(0.0..=1_114_111.0).contains(&point) || point.trunc() != point {
            let message = format!("Invalid code point {}", number::to_js_str(cx, point));
            return Err(throw_error(cx, ErrorKind::Range, cx.string(&message)));
        }
        match char::from_u32(point as u32) {
            Some(character) => units.extend_from_slice(character.encode_utf16(&mut [0; 2])),
            // Half of a surrogate pair.
            None => units.push(point as u16),
        }
    }
    Ok(cx.string_from_code_units(units))
}

/// `length` (ECMA-262 §22.1.4.1).
#[inline]
pub fn length<'h>(cx: Cx<'h>, this: JsStr<'h>) -> f64 {
    this.length(cx) as f64
}

/// `String.prototype.concat(...strings)` (ECMA-262 §22.1.3.5).
pub fn concat<'h>(cx: Cx<'h>, this: JsStr<'h>, strings: &[JsStr<'h>]) -> JsResult<'h, JsStr<'h>> {
    let pieces: Vec<_> = [this].iter().chain(strings).copied().collect();
    cx.concat_all(&pieces).map_err(|_| too_long(cx))
}

#[cold]
pub(crate) fn too_long(cx: Cx<'_>) -> Throw<'_> {
    throw_error(cx, ErrorKind::Range, "Invalid string length")
}

/// `String.prototype.isWellFormed()` (ECMA-262 §22.1.3.10).
pub fn is_well_formed(this: JsStr<'_>) -> bool {
    this.to_str().is_some()
}

/// `String.prototype.toWellFormed()` (ECMA-262 §22.1.3.31).
pub fn to_well_formed<'h>(cx: Cx<'h>, this: JsStr<'h>) -> JsStr<'h> {
    if is_well_formed(this) { this } else { cx.string(&this.to_string_lossy()) }
}

/// `String.prototype.padEnd(maxLength, fillString)` (ECMA-262 §22.1.3.16).
pub fn pad_end<'h>(
    cx: Cx<'h>,
    this: JsStr<'h>,
    max_length: f64,
    fill_string: Option<Value<'h>>,
) -> JsResult<'h, JsStr<'h>> {
    let filler = padding(cx, this, max_length, fill_string)?;
    this.concat(cx, filler).map_err(|_| too_long(cx))
}

/// `String.prototype.padStart(maxLength, fillString)` (ECMA-262 §22.1.3.17).
pub fn pad_start<'h>(
    cx: Cx<'h>,
    this: JsStr<'h>,
    max_length: f64,
    fill_string: Option<Value<'h>>,
) -> JsResult<'h, JsStr<'h>> {
    let filler = padding(cx, this, max_length, fill_string)?;
    filler.concat(cx, this).map_err(|_| too_long(cx))
}

/// StringPad (ECMA-262 §22.1.3.17.1): what is added.
fn padding<'h>(
    cx: Cx<'h>,
    this: JsStr<'h>,
    max_length: f64,
    fill_string: Option<Value<'h>>,
) -> JsResult<'h, JsStr<'h>> {
    let missing = to_length(max_length) - this.length(cx) as f64;
    // What is not used is not made a string.
    if missing <= 0.0 {
        return Ok(JsStr::EMPTY);
    }
    let filler = fill_string.map_or(Ok(" ".into()), |fill| fill.to_js_string(cx))?;
    if filler.is_empty() {
        return Ok(JsStr::EMPTY);
    }
    if missing + this.length(cx) as f64 > MAX_LENGTH as f64 {
        return Err(too_long(cx));
    }
    let missing = missing as usize;
    let unit = filler.length(cx);
    let repeated = repeat_pieces(cx, filler, missing / unit + 1)?;
    Ok(repeated.slice(cx, 0, missing))
}

/// `String.prototype.repeat(count)` (ECMA-262 §22.1.3.18).
pub fn repeat<'h>(cx: Cx<'h>, this: JsStr<'h>, count: Value<'h>) -> JsResult<'h, JsStr<'h>> {
    let times = to_integer_or_infinity(count.to_number(cx)?);
    if times < 0.0 || times.is_infinite() {
        // The message shows the argument as it was given.
        let message = format!("Invalid count value: {}", display(cx, count));
        return Err(throw_error(cx, ErrorKind::Range, cx.string(&message)));
    }
    if times == 0.0 || this.is_empty() {
        return Ok(JsStr::EMPTY);
    }
    if times * this.length(cx) as f64 > MAX_LENGTH as f64 {
        return Err(too_long(cx));
    }
    repeat_pieces(cx, this, times as usize)
}

/// The text that many times; the result is known not to be too long for a string, but may be for the event.
fn repeat_pieces<'h>(cx: Cx<'h>, text: JsStr<'h>, times: usize) -> JsResult<'h, JsStr<'h>> {
    cx.check_memory(text.byte_len().saturating_mul(times))?;
    cx.concat_all(&vec![text; times]).map_err(|_| too_long(cx))
}

/// `String.prototype.toString()` (ECMA-262 §22.1.3.29).
pub fn to_string(this: JsStr<'_>) -> JsStr<'_> {
    this
}

/// `String.prototype.valueOf()` (ECMA-262 §22.1.3.35).
pub fn value_of(this: JsStr<'_>) -> JsStr<'_> {
    this
}
