//! Array methods that call back for each element.
//!
//! All of them see what the callback does to the array: each element is read when its turn comes, and the length is the one from
//! the start.

use prickle_heap::{Array, Cx, ErrorKind, JsResult, Object, Value};

use super::access::{Steps, element, holey_array, length, present};
use super::copy::flatten_into;
use super::species::Species;
use crate::operations::Callback;

/// The index as the callback gets it.
fn number<'h>(index: u64) -> Value<'h> {
    Value::Number(index as f64)
}

/// Array.prototype.every (ECMA-262 §23.1.3.6)
pub fn every<'h>(cx: Cx<'h>, array: Object<'h>, callback: impl Callback<'h>) -> JsResult<'h, bool> {
    let length = length(cx, array)?;
    let mut steps = Steps::new(cx);
    for index in 0..length {
        steps.next()?;
        if let Some(value) = present(cx, array, index)?
            && !callback(cx, &[value, number(index), array.into()])?.truthy()
        {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Array.prototype.some (ECMA-262 §23.1.3.29)
pub fn some<'h>(cx: Cx<'h>, array: Object<'h>, callback: impl Callback<'h>) -> JsResult<'h, bool> {
    let length = length(cx, array)?;
    let mut steps = Steps::new(cx);
    for index in 0..length {
        steps.next()?;
        if let Some(value) = present(cx, array, index)?
            && callback(cx, &[value, number(index), array.into()])?.truthy()
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Array.prototype.forEach (ECMA-262 §23.1.3.15)
pub fn for_each<'h>(cx: Cx<'h>, array: Object<'h>, callback: impl Callback<'h>) -> JsResult<'h, ()> {
    let length = length(cx, array)?;
    let mut steps = Steps::new(cx);
    for index in 0..length {
        steps.next()?;
        if let Some(value) = present(cx, array, index)? {
            callback(cx, &[value, number(index), array.into()])?;
        }
    }
    Ok(())
}

/// Array.prototype.map (ECMA-262 §23.1.3.21)
pub fn map<'h>(cx: Cx<'h>, array: Object<'h>, callback: impl Callback<'h>) -> JsResult<'h, Object<'h>> {
    let length = length(cx, array)?;
    let species = Species::of(cx, array, length)?;
    let mapped = holey_array(cx, length)?;
    let mut steps = Steps::new(cx);
    for index in 0..length {
        steps.next()?;
        if let Some(value) = present(cx, array, index)? {
            let value = callback(cx, &[value, number(index), array.into()])?;
            mapped.set(cx, index as u32, value)?;
        }
    }
    species.fill(cx, mapped, false)
}

/// Array.prototype.filter (ECMA-262 §23.1.3.8)
pub fn filter<'h>(cx: Cx<'h>, array: Object<'h>, callback: impl Callback<'h>) -> JsResult<'h, Object<'h>> {
    let length = length(cx, array)?;
    let species = Species::of(cx, array, 0)?;
    let kept = Array::with_capacity(cx, 0);
    let mut steps = Steps::new(cx);
    for index in 0..length {
        steps.next()?;
        if let Some(value) = present(cx, array, index)?
            && callback(cx, &[value, number(index), array.into()])?.truthy()
        {
            kept.push(cx, value)?;
        }
    }
    species.fill(cx, kept, false)
}

/// Array.prototype.flatMap (ECMA-262 §23.1.3.14)
pub fn flat_map<'h>(cx: Cx<'h>, array: Object<'h>, callback: impl Callback<'h>) -> JsResult<'h, Object<'h>> {
    let length = length(cx, array)?;
    let species = Species::of(cx, array, 0)?;
    let flat = Array::with_capacity(cx, 0);
    let mut steps = Steps::new(cx);
    for index in 0..length {
        steps.next()?;
        if let Some(value) = present(cx, array, index)? {
            let value = callback(cx, &[value, number(index), array.into()])?;
            match value.as_array() {
                Some(inner) => flatten_into(cx, flat, inner.object(), 0.0)?,
                None => flat.push(cx, value)?,
            }
        }
    }
    species.fill(cx, flat, false)
}

/// FindViaPredicate (ECMA-262 §23.1.3.12.1): holes are visited as `undefined`.
fn find_via_predicate<'h>(
    cx: Cx<'h>,
    array: Object<'h>,
    indices: impl Iterator<Item = u64>,
    predicate: impl Callback<'h>,
) -> JsResult<'h, Option<(u64, Value<'h>)>> {
    let mut steps = Steps::new(cx);
    for index in indices {
        steps.next()?;
        let value = element(cx, array, index)?;
        if predicate(cx, &[value, number(index), array.into()])?.truthy() {
            return Ok(Some((index, value)));
        }
    }
    Ok(None)
}

/// Array.prototype.find (ECMA-262 §23.1.3.9)
pub fn find<'h>(cx: Cx<'h>, array: Object<'h>, callback: impl Callback<'h>) -> JsResult<'h> {
    let length = length(cx, array)?;
    Ok(find_via_predicate(cx, array, 0..length, callback)?.map_or(Value::Undefined, |(_, value)| value))
}

/// Array.prototype.findIndex (ECMA-262 §23.1.3.10)
pub fn find_index<'h>(cx: Cx<'h>, array: Object<'h>, callback: impl Callback<'h>) -> JsResult<'h, f64> {
    let length = length(cx, array)?;
    Ok(find_via_predicate(cx, array, 0..length, callback)?.map_or(-1.0, |(index, _)| index as f64))
}

/// Array.prototype.findLast (ECMA-262 §23.1.3.11)
pub fn find_last<'h>(cx: Cx<'h>, array: Object<'h>, callback: impl Callback<'h>) -> JsResult<'h> {
    let length = length(cx, array)?;
    Ok(find_via_predicate(cx, array, (0..length).rev(), callback)?.map_or(Value::Undefined, |(_, value)| value))
}

/// Array.prototype.findLastIndex (ECMA-262 §23.1.3.12)
pub fn find_last_index<'h>(cx: Cx<'h>, array: Object<'h>, callback: impl Callback<'h>) -> JsResult<'h, f64> {
    let length = length(cx, array)?;
    Ok(find_via_predicate(cx, array, (0..length).rev(), callback)?.map_or(-1.0, |(index, _)| index as f64))
}

/// The loop of `reduce` and `reduceRight`.
fn reduce_over<'h>(
    cx: Cx<'h>,
    array: Object<'h>,
    indices: impl Iterator<Item = u64>,
    callback: impl Callback<'h>,
    initial: Option<Value<'h>>,
) -> JsResult<'h> {
    let mut accumulator = initial;
    let mut steps = Steps::new(cx);
    for index in indices {
        steps.next()?;
        if let Some(value) = present(cx, array, index)? {
            accumulator = Some(match accumulator {
                Some(accumulator) => callback(cx, &[accumulator, value, number(index), array.into()])?,
                None => value,
            });
        }
    }
    accumulator.ok_or_else(|| cx.throw_error(ErrorKind::Type, "Reduce of empty array with no initial value"))
}

/// Array.prototype.reduce (ECMA-262 §23.1.3.24)
pub fn reduce<'h>(
    cx: Cx<'h>,
    array: Object<'h>,
    callback: impl Callback<'h>,
    initial: Option<Value<'h>>,
) -> JsResult<'h> {
    let length = length(cx, array)?;
    reduce_over(cx, array, 0..length, callback, initial)
}

/// Array.prototype.reduceRight (ECMA-262 §23.1.3.25)
pub fn reduce_right<'h>(
    cx: Cx<'h>,
    array: Object<'h>,
    callback: impl Callback<'h>,
    initial: Option<Value<'h>>,
) -> JsResult<'h> {
    let length = length(cx, array)?;
    reduce_over(cx, array, (0..length).rev(), callback, initial)
}
