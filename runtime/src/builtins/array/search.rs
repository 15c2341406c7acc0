//! Array methods that look for a value.

use prickle_heap::{Cx, JsResult, Object, Value};

use super::access::{Steps, element, from_end, length, plain_to_read, present, relative_index};
use crate::operations::{Operations, to_integer_or_infinity};

/// Array.prototype.at (ECMA-262 §23.1.3.1)
pub fn at<'h>(cx: Cx<'h>, array: Object<'h>, index: Value<'h>) -> JsResult<'h> {
    let length = length(cx, array)?;
    match from_end(to_integer_or_infinity(index.to_number(cx)?), length) {
        Some(index) => element(cx, array, index),
        None => Ok(Value::Undefined),
    }
}

/// Array.prototype.includes (ECMA-262 §23.1.3.16)
pub fn includes<'h>(cx: Cx<'h>, array: Object<'h>, search: Value<'h>, from: Option<Value<'h>>) -> JsResult<'h, bool> {
    let length = length(cx, array)?;
    if length == 0 {
        return Ok(false);
    }
    let from = relative_index(cx, from.unwrap_or_default(), length)?;
    if let Some(array) = plain_to_read(cx, array) {
        // Converting `from` may have shortened the array: what is missing then is `undefined`, as `at` says.
        return Ok((from as u32..length as u32).any(|index| array.at(index).same_value_zero(search)));
    }
    let mut steps = Steps::new(cx);
    for index in from..length {
        steps.next()?;
        if element(cx, array, index)?.same_value_zero(search) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Array.prototype.indexOf (ECMA-262 §23.1.3.17)
pub fn index_of<'h>(cx: Cx<'h>, array: Object<'h>, search: Value<'h>, from: Option<Value<'h>>) -> JsResult<'h, f64> {
    let length = length(cx, array)?;
    if length == 0 {
        return Ok(-1.0);
    }
    let from = relative_index(cx, from.unwrap_or_default(), length)?;
    if let Some(array) = plain_to_read(cx, array) {
        let mut indices = from as u32..length as u32;
        let found = indices.find(|&index| array.get(index).is_some_and(|value| value.strict_equals(search)));
        return Ok(found.map_or(-1.0, f64::from));
    }
    let mut steps = Steps::new(cx);
    for index in from..length {
        steps.next()?;
        if present(cx, array, index)?.is_some_and(|value| value.strict_equals(search)) {
            return Ok(index as f64);
        }
    }
    Ok(-1.0)
}

/// Array.prototype.lastIndexOf (ECMA-262 §23.1.3.20)
pub fn last_index_of<'h>(
    cx: Cx<'h>,
    array: Object<'h>,
    search: Value<'h>,
    from: Option<Value<'h>>,
) -> JsResult<'h, f64> {
    let length = length(cx, array)?;
    if length == 0 {
        return Ok(-1.0);
    }
    let end = match from {
        Some(from) => {
            let from = to_integer_or_infinity(from.to_number(cx)?);
            if from >= 0.0 { (from as u64).min(length - 1) + 1 } else { (length as f64 + from + 1.0).max(0.0) as u64 }
        }
        None => length,
    };
    let mut steps = Steps::new(cx);
    for index in (0..end).rev() {
        steps.next()?;
        if present(cx, array, index)?.is_some_and(|value| value.strict_equals(search)) {
            return Ok(index as f64);
        }
    }
    Ok(-1.0)
}
