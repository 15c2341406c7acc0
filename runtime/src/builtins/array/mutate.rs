//! Array methods that change the array.

use prickle_heap::{Cx, JsResult, Object, Value};

use super::access::{
    MAX_LENGTH, MAX_SAFE_LENGTH, Steps, delete, holey_array, length, plain_to_write, present, relative_index, set,
    set_length,
};
use super::species::Species;
use crate::builtins::error::throw_type_error;
use crate::operations::{Operations, to_integer_or_infinity};

/// Array.prototype.push (ECMA-262 §23.1.3.23)
pub fn push<'h>(cx: Cx<'h>, array: Object<'h>, items: &[Value<'h>]) -> JsResult<'h, f64> {
    let start = length(cx, array)?;
    let count = items.len() as u64;
    if let Some(array) = plain_to_write(cx, array)
        && start + count <= MAX_LENGTH
    {
        for &item in items {
            array.push(cx, item)?;
        }
        return Ok((start + count) as f64);
    }
    if start + count > MAX_SAFE_LENGTH {
        let message = format!(
            "Pushing {count} elements on an array-like of length {start} is disallowed, as the total surpasses 2**53-1"
        );
        return Err(throw_type_error(cx, &message));
    }
    for (index, &item) in (start..).zip(items) {
        set(cx, array, index, item)?;
    }
    set_length(cx, array, start + count)?;
    Ok((start + count) as f64)
}

/// Array.prototype.pop (ECMA-262 §23.1.3.22)
pub fn pop<'h>(cx: Cx<'h>, array: Object<'h>) -> JsResult<'h> {
    if let Some(array) = plain_to_write(cx, array) {
        return Ok(array.pop().unwrap_or_default());
    }
    let length = length(cx, array)?;
    if length == 0 {
        set_length(cx, array, 0)?;
        return Ok(Value::Undefined);
    }
    let last = present(cx, array, length - 1)?.unwrap_or_default();
    delete(cx, array, length - 1)?;
    set_length(cx, array, length - 1)?;
    Ok(last)
}

/// Moves the element at `from`, which may be a hole, to `to`.
fn shift_element<'h>(cx: Cx<'h>, array: Object<'h>, from: u64, to: u64) -> JsResult<'h, ()> {
    match present(cx, array, from)? {
        Some(value) => set(cx, array, to, value),
        None => delete(cx, array, to),
    }
}

/// Array.prototype.shift (ECMA-262 §23.1.3.27)
pub fn shift<'h>(cx: Cx<'h>, array: Object<'h>) -> JsResult<'h> {
    if let Some(array) = plain_to_write(cx, array) {
        return Ok(array.shift().unwrap_or_default());
    }
    let length = length(cx, array)?;
    if length == 0 {
        set_length(cx, array, 0)?;
        return Ok(Value::Undefined);
    }
    let first = present(cx, array, 0)?.unwrap_or_default();
    let mut steps = Steps::new(cx);
    for index in 1..length {
        steps.next()?;
        shift_element(cx, array, index, index - 1)?;
    }
    delete(cx, array, length - 1)?;
    set_length(cx, array, length - 1)?;
    Ok(first)
}

/// Array.prototype.unshift (ECMA-262 §23.1.3.37)
pub fn unshift<'h>(cx: Cx<'h>, array: Object<'h>, items: &[Value<'h>]) -> JsResult<'h, f64> {
    let length = length(cx, array)?;
    let count = items.len() as u64;
    if let Some(array) = plain_to_write(cx, array)
        && length + count <= MAX_LENGTH
    {
        let items: Vec<_> = items.iter().copied().map(Some).collect();
        array.splice(cx, 0, 0, &items)?;
        return Ok((length + count) as f64);
    }
    if count > 0 {
        if length + count > MAX_SAFE_LENGTH {
            return Err(throw_type_error(cx, "Invalid array length"));
        }
        let mut steps = Steps::new(cx);
        for index in (0..length).rev() {
            steps.next()?;
            shift_element(cx, array, index, index + count)?;
        }
        for (index, &item) in (0..).zip(items) {
            set(cx, array, index, item)?;
        }
    }
    set_length(cx, array, length + count)?;
    Ok((length + count) as f64)
}

/// Array.prototype.splice (ECMA-262 §23.1.3.31)
pub fn splice<'h>(
    cx: Cx<'h>,
    array: Object<'h>,
    start: Option<Value<'h>>,
    delete_count: Option<Value<'h>>,
    items: &[Value<'h>],
) -> JsResult<'h, Object<'h>> {
    let length = length(cx, array)?;
    let (start, removed) = splice_range(cx, length, start, delete_count)?;
    let added = items.len() as u64;
    if length + added - removed > MAX_SAFE_LENGTH {
        return Err(throw_type_error(cx, "Invalid array length"));
    }
    if Species::is_usual(cx, array)
        && let Some(array) = plain_to_write(cx, array)
        && length == u64::from(array.length())
        && length + added - removed <= MAX_LENGTH
    {
        let taken = array.slice(cx, start as u32, (start + removed) as u32);
        let items: Vec<_> = items.iter().copied().map(Some).collect();
        array.splice(cx, start as u32, removed as u32, &items)?;
        return Ok(taken.object());
    }
    let species = Species::of(cx, array, removed)?;
    let taken = holey_array(cx, removed)?;
    let mut steps = Steps::new(cx);
    for offset in 0..removed {
        steps.next()?;
        if let Some(value) = present(cx, array, start + offset)? {
            taken.set(cx, offset as u32, value)?;
        }
    }
    if added < removed {
        for index in start..length - removed {
            steps.next()?;
            shift_element(cx, array, index + removed, index + added)?;
        }
        for index in (length - removed + added..length).rev() {
            steps.next()?;
            delete(cx, array, index)?;
        }
    } else if added > removed {
        for index in (start..length - removed).rev() {
            steps.next()?;
            shift_element(cx, array, index + removed, index + added)?;
        }
    }
    for (index, &item) in (start..).zip(items) {
        set(cx, array, index, item)?;
    }
    set_length(cx, array, length - removed + added)?;
    species.fill(cx, taken, true)
}

/// Where `splice` and `toSpliced` begin and how many elements they leave out.
pub(super) fn splice_range<'h>(
    cx: Cx<'h>,
    length: u64,
    start: Option<Value<'h>>,
    count: Option<Value<'h>>,
) -> JsResult<'h, (u64, u64)> {
    let from = relative_index(cx, start.unwrap_or_default(), length)?;
    let count = match (start, count) {
        (None, _) => 0,
        (Some(_), None) => length - from,
        (Some(_), Some(count)) => {
            to_integer_or_infinity(count.to_number(cx)?).clamp(0.0, (length - from) as f64) as u64
        }
    };
    Ok((from, count))
}

/// Array.prototype.reverse (ECMA-262 §23.1.3.26)
pub fn reverse<'h>(cx: Cx<'h>, array: Object<'h>) -> JsResult<'h, Object<'h>> {
    let length = length(cx, array)?;
    let mut steps = Steps::new(cx);
    for lower in 0..length / 2 {
        steps.next()?;
        let upper = length - 1 - lower;
        let low = present(cx, array, lower)?;
        let high = present(cx, array, upper)?;
        match (low, high) {
            (Some(low), Some(high)) => {
                set(cx, array, lower, high)?;
                set(cx, array, upper, low)?;
            }
            (None, Some(high)) => {
                set(cx, array, lower, high)?;
                delete(cx, array, upper)?;
            }
            (Some(low), None) => {
                delete(cx, array, lower)?;
                set(cx, array, upper, low)?;
            }
            (None, None) => {}
        }
    }
    Ok(array)
}

/// Array.prototype.fill (ECMA-262 §23.1.3.7)
pub fn fill<'h>(
    cx: Cx<'h>,
    array: Object<'h>,
    value: Value<'h>,
    start: Option<Value<'h>>,
    end: Option<Value<'h>>,
) -> JsResult<'h, Object<'h>> {
    let length = length(cx, array)?;
    let start = relative_index(cx, start.unwrap_or_default(), length)?;
    let end = match end {
        Some(end) => relative_index(cx, end, length)?,
        None => length,
    };
    let mut steps = Steps::new(cx);
    for index in start..end {
        steps.next()?;
        set(cx, array, index, value)?;
    }
    Ok(array)
}

/// Array.prototype.copyWithin (ECMA-262 §23.1.3.4)
pub fn copy_within<'h>(
    cx: Cx<'h>,
    array: Object<'h>,
    target: Value<'h>,
    start: Value<'h>,
    end: Option<Value<'h>>,
) -> JsResult<'h, Object<'h>> {
    let length = length(cx, array)?;
    let to = relative_index(cx, target, length)?;
    let from = relative_index(cx, start, length)?;
    let end = match end {
        Some(end) => relative_index(cx, end, length)?,
        None => length,
    };
    let count = end.saturating_sub(from).min(length - to);
    let mut steps = Steps::new(cx);
    let mut copy = |offset: u64| {
        steps.next()?;
        shift_element(cx, array, from + offset, to + offset)
    };
    if from < to && to < from + count {
        (0..count).rev().try_for_each(&mut copy)?
    } else {
        (0..count).try_for_each(&mut copy)?
    }
    Ok(array)
}
