//! `sort` and `toSorted`.

use std::convert::Infallible;

use prickle_heap::{Array, Cx, JsResult, JsStr, Object, Value};

use super::access::{delete, element, holey_array, length, present, set};
use super::timsort;
use crate::operations::{Callback, Operations};

/// Array.prototype.sort (ECMA-262 §23.1.3.30)
pub fn sort<'h>(cx: Cx<'h>, array: Object<'h>, comparator: Option<impl Callback<'h>>) -> JsResult<'h, Object<'h>> {
    let length = length(cx, array)?;
    if length < 2 {
        return Ok(array);
    }
    let guard = cx.loop_guard(0, 0);
    let mut values = Vec::new();
    for index in 0..length {
        guard.check(cx)?;
        values.extend(present(cx, array, index)?);
    }
    let holes_from = values.len() as u64;
    sort_values(cx, &mut values, comparator)?;
    for (index, value) in (0..).zip(values) {
        set(cx, array, index, value)?;
    }
    for index in holes_from..length {
        guard.check(cx)?;
        delete(cx, array, index)?;
    }
    Ok(array)
}

/// Array.prototype.toSorted (ECMA-262 §23.1.3.34)
pub fn to_sorted<'h>(cx: Cx<'h>, array: Object<'h>, comparator: Option<impl Callback<'h>>) -> JsResult<'h, Object<'h>> {
    let length = length(cx, array)?;
    holey_array(cx, length)?;
    let guard = cx.loop_guard(0, 0);
    let mut values = Vec::new();
    for index in 0..length {
        guard.check(cx)?;
        values.push(element(cx, array, index)?);
    }
    sort_values(cx, &mut values, comparator)?;
    Ok(Array::of(cx, &values).object())
}

/// SortIndexedProperties (ECMA-262 §23.1.3.30.1) on values already read: `undefined` goes last and is never compared.
fn sort_values<'h>(cx: Cx<'h>, values: &mut Vec<Value<'h>>, comparator: Option<impl Callback<'h>>) -> JsResult<'h, ()> {
    cx.check_memory(values.len() * 2 * size_of::<Value<'h>>())?;
    let undefined = values.iter().filter(|value| value.is_undefined()).count();
    values.retain(|value| !value.is_undefined());
    match comparator {
        Some(comparator) => timsort::sort(values, &mut |left, right| {
            cx.checkpoint()?;
            // NaN is no order, and no order is equality: both are "not less".
            Ok(comparator(cx, &[left, right])?.to_number(cx)? < 0.0)
        })?,
        None if values.iter().any(|value| value.is_object()) => timsort::sort(values, &mut |left, right| {
            cx.checkpoint()?;
            let left = left.to_js_string(cx)?;
            Ok(left < right.to_js_string(cx)?)
        })?,
        None => sort_primitives(cx, values)?,
    }
    values.extend(std::iter::repeat_n(Value::Undefined, undefined));
    Ok(())
}

/// Sorts by the text of values whose conversion nobody can see, each converted once.
fn sort_primitives<'h>(cx: Cx<'h>, values: &mut [Value<'h>]) -> JsResult<'h, ()> {
    let mut keyed = Vec::with_capacity(values.len());
    for &value in values.iter() {
        cx.checkpoint()?;
        keyed.push((value.to_js_string(cx)?, value));
    }
    let sorted: Result<(), Infallible> =
        timsort::sort(&mut keyed, &mut |left: (JsStr<'h>, _), right: (JsStr<'h>, _)| Ok(left.0 < right.0));
    let Ok(()) = sorted;
    for (slot, (_, value)) in values.iter_mut().zip(keyed) {
        *slot = value;
    }
    Ok(())
}
