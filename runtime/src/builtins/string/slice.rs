//! Parts of strings.

use prickle_heap::{Cx, JsStr, number};

use crate::operations::to_integer_or_infinity;

/// The code unit at an integer position.
fn unit_at<'h>(cx: Cx<'h>, this: JsStr<'h>, position: f64) -> Option<JsStr<'h>> {
    let length = this.length(cx) as f64;
    (position >= 0.0 && position < length).then(|| this.slice(cx, position as usize, position as usize + 1))
}

/// `String.prototype.at(index)` (ECMA-262 §22.1.3.1).
pub fn at<'h>(cx: Cx<'h>, this: JsStr<'h>, index: f64) -> Option<JsStr<'h>> {
    let index = to_integer_or_infinity(index);
    unit_at(cx, this, if index < 0.0 { this.length(cx) as f64 + index } else { index })
}

/// `String.prototype.charAt(pos)` (ECMA-262 §22.1.3.2).
pub fn char_at<'h>(cx: Cx<'h>, this: JsStr<'h>, pos: f64) -> JsStr<'h> {
    unit_at(cx, this, to_integer_or_infinity(pos)).unwrap_or(JsStr::EMPTY)
}

/// `String.prototype.charCodeAt(pos)` (ECMA-262 §22.1.3.3).
#[inline]
pub fn char_code_at<'h>(cx: Cx<'h>, this: JsStr<'h>, pos: f64) -> f64 {
    if let Some(index) = number::to_index(pos) {
        return this.code_unit_at(cx, index as usize).map_or(f64::NAN, f64::from);
    }
    let position = to_integer_or_infinity(pos);
    if position < 0.0 {
        return f64::NAN;
    }
    this.code_unit_at(cx, position as usize).map_or(f64::NAN, f64::from)
}

/// `String.prototype.codePointAt(pos)` (ECMA-262 §22.1.3.4).
pub fn code_point_at<'h>(cx: Cx<'h>, this: JsStr<'h>, pos: f64) -> Option<f64> {
    let position = to_integer_or_infinity(pos);
    if position < 0.0 {
        return None;
    }
    this.code_point_at(cx, position as usize).map(f64::from)
}

/// A position that may count from the end, as one between 0 and `length`.
fn relative(position: f64, length: usize) -> usize {
    let position = to_integer_or_infinity(position);
    let length = length as f64;
    if position < 0.0 { (length + position).max(0.0) as usize } else { position.min(length) as usize }
}

/// `String.prototype.slice(start, end)` (ECMA-262 §22.1.3.22).
pub fn slice<'h>(cx: Cx<'h>, this: JsStr<'h>, start: f64, end: Option<f64>) -> JsStr<'h> {
    let length = this.length(cx);
    let (from, to) = (relative(start, length), end.map_or(length, |end| relative(end, length)));
    if from >= to { JsStr::EMPTY } else { this.slice(cx, from, to) }
}

/// `String.prototype.substring(start, end)` (ECMA-262 §22.1.3.25).
pub fn substring<'h>(cx: Cx<'h>, this: JsStr<'h>, start: f64, end: Option<f64>) -> JsStr<'h> {
    let length = this.length(cx);
    let clamp = |position: f64| to_integer_or_infinity(position).clamp(0.0, length as f64) as usize;
    let (start, end) = (clamp(start), end.map_or(length, clamp));
    this.slice(cx, start.min(end), start.max(end))
}

/// `String.prototype.substr(start, length)` (ECMA-262 §B.2.2.1).
pub fn substr<'h>(cx: Cx<'h>, this: JsStr<'h>, start: f64, length: Option<f64>) -> JsStr<'h> {
    let size = this.length(cx);
    let start = relative(start, size);
    let length = length.map_or(size as f64, to_integer_or_infinity).clamp(0.0, (size - start) as f64);
    this.slice(cx, start, start + length as usize)
}

/// `String.prototype.trim()` (ECMA-262 §22.1.3.32).
pub fn trim(this: JsStr<'_>) -> JsStr<'_> {
    number::trim(this)
}

/// `String.prototype.trimEnd()` (ECMA-262 §22.1.3.33).
pub fn trim_end(this: JsStr<'_>) -> JsStr<'_> {
    number::trim_end(this)
}

/// `String.prototype.trimStart()` (ECMA-262 §22.1.3.34).
pub fn trim_start(this: JsStr<'_>) -> JsStr<'_> {
    number::trim_start(this)
}
