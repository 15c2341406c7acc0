//! Searching in strings.

use prickle_heap::{Array, Cx, JsResult, JsStr, Object, RegExpObject, Symbol, Value};

use crate::builtins::regexp;
use crate::operations::{Operations, to_integer_or_infinity, to_uint32};

/// An optional position as one between 0 and the length.
fn position<'h>(cx: Cx<'h>, this: JsStr<'h>, position: Option<f64>) -> usize {
    to_integer_or_infinity(position.unwrap_or(0.0)).clamp(0.0, this.length(cx) as f64) as usize
}

/// `String.prototype.startsWith(searchString, position)` (ECMA-262 §22.1.3.24).
pub fn starts_with<'h>(cx: Cx<'h>, this: JsStr<'h>, search_string: JsStr<'h>, position: Option<f64>) -> bool {
    let start = self::position(cx, this, position);
    this.matches_at(cx, search_string, start)
}

/// `String.prototype.endsWith(searchString, endPosition)` (ECMA-262 §22.1.3.7).
pub fn ends_with<'h>(cx: Cx<'h>, this: JsStr<'h>, search_string: JsStr<'h>, end_position: Option<f64>) -> bool {
    let end = end_position.map_or(this.length(cx), |end| position(cx, this, Some(end)));
    let start = end.checked_sub(search_string.length(cx));
    start.is_some_and(|start| this.matches_at(cx, search_string, start))
}

/// `String.prototype.includes(searchString, position)` (ECMA-262 §22.1.3.8).
pub fn includes<'h>(cx: Cx<'h>, this: JsStr<'h>, search_string: JsStr<'h>, position: Option<f64>) -> bool {
    this.index_of(cx, search_string, self::position(cx, this, position)).is_some()
}

/// `String.prototype.indexOf(searchString, position)` (ECMA-262 §22.1.3.9).
pub fn index_of<'h>(cx: Cx<'h>, this: JsStr<'h>, search_string: JsStr<'h>, position: Option<f64>) -> f64 {
    let start = self::position(cx, this, position);
    this.index_of(cx, search_string, start).map_or(-1.0, |index| index as f64)
}

/// `String.prototype.lastIndexOf(searchString, position)` (ECMA-262 §22.1.3.11).
pub fn last_index_of<'h>(cx: Cx<'h>, this: JsStr<'h>, search_string: JsStr<'h>, position: Option<f64>) -> f64 {
    let start = match position {
        Some(position) if !position.is_nan() => self::position(cx, this, Some(position)),
        _ => this.length(cx),
    };
    this.last_index_of(cx, search_string, start).map_or(-1.0, |index| index as f64)
}

/// `String.prototype.split(separator, limit)` (ECMA-262 §22.1.3.23).
pub fn split<'h>(cx: Cx<'h>, this: JsStr<'h>, separator: Value<'h>, limit: Value<'h>) -> JsResult<'h, Object<'h>> {
    if let Some(method) = regexp::method_of(cx, separator, Symbol::SPLIT)? {
        let result = regexp::call_method_of(cx, method, separator, this, &[limit])?;
        return regexp::promised(cx, result, |result| result.as_array().map(Array::object));
    }
    if let Some(pattern) = RegExpObject::from_value(separator).filter(|regexp| regexp::is_plain(cx, *regexp)) {
        let limit = if limit.is_undefined() { u32::MAX } else { to_uint32(limit.to_number(cx)?) } as usize;
        return regexp::split(cx, this, pattern, limit);
    }
    let limit = if limit.is_undefined() { u32::MAX } else { to_uint32(limit.to_number(cx)?) } as usize;
    let text = separator.to_js_string(cx)?;
    Ok(match separator {
        _ if limit == 0 => cx.array([]),
        Value::Undefined => cx.array([this.into()]),
        _ if text.is_empty() => {
            let parts = (0..this.length(cx).min(limit)).map(|at| this.slice(cx, at, at + 1).into());
            cx.array_from(parts).object()
        }
        _ => cx.split(this, text, limit).object(),
    })
}
