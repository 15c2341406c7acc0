//! Array methods that return a new array without calling back.

use prickle_heap::{Array, Cx, ErrorKind, JsResult, Object, Symbol, Value};

use super::access::{
    MAX_LENGTH, MAX_SAFE_LENGTH, Steps, element, from_end, holey_array, length, present, relative_index,
};
use super::mutate::splice_range;
use super::species::Species;
use crate::builtins::error::throw_type_error;
use crate::errors::display;
use crate::operations::{Operations, to_integer_or_infinity};

/// Array.prototype.slice (ECMA-262 §23.1.3.28)
pub fn slice<'h>(cx: Cx<'h>, array: Object<'h>, start: Value<'h>, end: Option<Value<'h>>) -> JsResult<'h, Object<'h>> {
    let length = length(cx, array)?;
    let start = relative_index(cx, start, length)?;
    let end = match end {
        Some(end) => relative_index(cx, end, length)?,
        None => length,
    };
    if Species::is_usual(cx, array)
        && let Some(array) = array.as_array()
        && start <= end
        && end <= u64::from(array.length())
    {
        cx.check_memory((end - start) as usize * size_of::<Value<'h>>())?;
        return Ok(array.slice(cx, start as u32, end as u32).object());
    }
    let species = Species::of(cx, array, end.saturating_sub(start))?;
    let copy = holey_array(cx, end.saturating_sub(start))?;
    let mut steps = Steps::new(cx);
    for index in start..end {
        steps.next()?;
        if let Some(value) = present(cx, array, index)? {
            copy.set(cx, (index - start) as u32, value)?;
        }
    }
    species.fill(cx, copy, true)
}

/// Array.prototype.concat (ECMA-262 §23.1.3.2)
pub fn concat<'h>(cx: Cx<'h>, array: Object<'h>, items: &[Value<'h>]) -> JsResult<'h, Object<'h>> {
    let species = Species::of(cx, array, 0)?;
    let parts = std::iter::once(array.into()).chain(items.iter().copied());
    let capacity: usize = parts.map(|item: Value<'h>| item.as_array().map_or(1, |part| part.length() as usize)).sum();
    let joined = Array::with_capacity(cx, capacity.min(1 << 14));
    let mut next = 0;
    for item in std::iter::once(array.into()).chain(items.iter().copied()) {
        match spreadable(cx, item)? {
            Some(part) => {
                let part_length = length(cx, part)?;
                // Where V8 takes its slow path it makes holes; lengths beyond 2^32 - 1 cannot be arrays at all.
                if next + part_length > MAX_LENGTH {
                    return Err(cx.throw_error(ErrorKind::Range, "Invalid array length"));
                }
                let mut steps = Steps::new(cx);
                for index in 0..part_length {
                    steps.next()?;
                    if let Some(value) = present(cx, part, index)? {
                        joined.set(cx, (next + index) as u32, value)?;
                    }
                }
                next += part_length;
            }
            None => {
                joined.set(cx, next as u32, item)?;
                next += 1;
            }
        }
    }
    joined.set_length(next as u32);
    species.fill(cx, joined, true)
}

/// IsConcatSpreadable (ECMA-262 §23.1.3.2.1): the object whose elements are taken.
fn spreadable<'h>(cx: Cx<'h>, item: Value<'h>) -> JsResult<'h, Option<Object<'h>>> {
    let Value::Object(object) = item else { return Ok(None) };
    let is_spreadable = match object.get(cx, Symbol::IS_CONCAT_SPREADABLE)? {
        Value::Undefined => object.as_array().is_some(),
        value => value.truthy(),
    };
    Ok(is_spreadable.then_some(object))
}

/// Array.prototype.flat (ECMA-262 §23.1.3.13)
pub fn flat<'h>(cx: Cx<'h>, array: Object<'h>, depth: Option<Value<'h>>) -> JsResult<'h, Object<'h>> {
    let depth = match depth {
        Some(depth) => to_integer_or_infinity(depth.to_number(cx)?),
        None => 1.0,
    };
    let species = Species::of(cx, array, 0)?;
    let flat = Array::with_capacity(cx, 0);
    flatten_into(cx, flat, array, depth)?;
    species.fill(cx, flat, false)
}

/// FlattenIntoArray (ECMA-262 §23.1.3.13.1) without mapper.
pub(super) fn flatten_into<'h>(cx: Cx<'h>, target: Array<'h>, source: Object<'h>, depth: f64) -> JsResult<'h, ()> {
    cx.check_stack()?;
    let length = length(cx, source)?;
    let mut steps = Steps::new(cx);
    for index in 0..length {
        steps.next()?;
        if let Some(value) = present(cx, source, index)? {
            match value.as_array() {
                Some(inner) if depth > 0.0 => flatten_into(cx, target, inner.object(), depth - 1.0)?,
                _ => target.push(cx, value)?,
            }
        }
    }
    Ok(())
}

/// Array.prototype.toReversed (ECMA-262 §23.1.3.33)
pub fn to_reversed<'h>(cx: Cx<'h>, array: Object<'h>) -> JsResult<'h, Object<'h>> {
    let length = length(cx, array)?;
    let copy = holey_array(cx, length)?;
    let mut steps = Steps::new(cx);
    for index in 0..length {
        steps.next()?;
        copy.set(cx, index as u32, element(cx, array, length - 1 - index)?)?;
    }
    Ok(copy.object())
}

/// Array.prototype.toSpliced (ECMA-262 §23.1.3.35)
pub fn to_spliced<'h>(
    cx: Cx<'h>,
    array: Object<'h>,
    start: Option<Value<'h>>,
    skip_count: Option<Value<'h>>,
    items: &[Value<'h>],
) -> JsResult<'h, Object<'h>> {
    let length = length(cx, array)?;
    let (start, skipped) = splice_range(cx, length, start, skip_count)?;
    let total = length - skipped + items.len() as u64;
    if total > MAX_SAFE_LENGTH {
        return Err(throw_type_error(cx, "Invalid array length"));
    }
    let copy = holey_array(cx, total)?;
    let mut steps = Steps::new(cx);
    for index in 0..start {
        steps.next()?;
        copy.set(cx, index as u32, element(cx, array, index)?)?;
    }
    for (index, &item) in (start as u32..).zip(items) {
        copy.set(cx, index, item)?;
    }
    for index in start + skipped..length {
        steps.next()?;
        copy.set(cx, (index - skipped) as u32 + items.len() as u32, element(cx, array, index)?)?;
    }
    Ok(copy.object())
}

/// Array.prototype.with (ECMA-262 §23.1.3.39)
pub fn with<'h>(cx: Cx<'h>, array: Object<'h>, index: Value<'h>, value: Value<'h>) -> JsResult<'h, Object<'h>> {
    let length = length(cx, array)?;
    let relative = to_integer_or_infinity(index.to_number(cx)?);
    let Some(replaced) = from_end(relative, length) else {
        let shown = display(cx, index);
        return Err(cx.throw_error(ErrorKind::Range, cx.string(&format!("Invalid index : {shown}"))));
    };
    let copy = holey_array(cx, length)?;
    let mut steps = Steps::new(cx);
    for index in 0..length {
        steps.next()?;
        let value = if index == replaced { value } else { element(cx, array, index)? };
        copy.set(cx, index as u32, value)?;
    }
    Ok(copy.object())
}
