//! `Array` and `Array.prototype`.

mod access;
mod callback;
mod copy;
mod join;
mod mutate;
mod search;
mod sort;
mod species;
mod timsort;

use prickle_heap::{Array, Cx, JsResult, Object, Value};

pub use callback::{
    every, filter, find, find_index, find_last, find_last_index, flat_map, for_each, map, reduce, reduce_right, some,
};
pub use copy::{concat, flat, slice, to_reversed, to_spliced, with};
pub use join::{join, to_locale_string, to_string};
pub use mutate::{copy_within, fill, pop, push, reverse, shift, splice, unshift};
pub use search::{at, includes, index_of, last_index_of};
pub use sort::{sort, to_sorted};

pub(crate) use self::access::plain_array;
use self::access::{Steps, element, holey_array, length};
pub(crate) use self::species::made_by_receiver;
use crate::builtins::object::{NOT_ITERABLE, to_array_length};
use crate::operations::{
    Callback, IterationKind, Operations, WordedOperations, create_array_iterator, iterate_if_iterable,
};

/// Array ( ...values ) (ECMA-262 §23.1.1.1)
pub fn call<'h>(cx: Cx<'h>, items: &[Value<'h>]) -> JsResult<'h, Object<'h>> {
    match items {
        [Value::Number(_)] => Ok(Array::with_length(cx, to_array_length(cx, items[0])?).object()),
        _ => Ok(Array::of(cx, items).object()),
    }
}

pub use call as construct;

/// V8's message for something that is in the place of an iterator method.
const NO_ITERATOR_FUNCTION: &str =
    "%Array%.from requires that the property of the first argument, items[Symbol.iterator], when exists, be a function";

/// Array.from (ECMA-262 §23.1.2.1)
pub fn from<'h>(cx: Cx<'h>, items: Value<'h>, mapper: Option<impl Callback<'h>>) -> JsResult<'h, Object<'h>> {
    let mapped = |value, index: u64| match &mapper {
        Some(mapper) => mapper(cx, &[value, (index as f64).into()]),
        None => Ok(value),
    };
    let iteration = if items.is_nullish() {
        Some(items.iterate_worded(cx, NOT_ITERABLE)?)
    } else {
        iterate_if_iterable(cx, items, NO_ITERATOR_FUNCTION)?
    };
    if let Some(iteration) = iteration {
        let array = Array::with_capacity(cx, 0);
        for (index, item) in (0..).zip(iteration) {
            cx.checkpoint()?;
            array.push(cx, mapped(item?, index)?)?;
        }
        return Ok(array.object());
    }
    let object = items.to_object(cx)?;
    let length = length(cx, object)?;
    let array = holey_array(cx, length)?;
    let mut steps = Steps::new(cx);
    for index in 0..length {
        steps.next()?;
        let value = mapped(element(cx, object, index)?, index)?;
        array.set(cx, index as u32, value)?;
    }
    Ok(array.object())
}

/// Array.isArray (ECMA-262 §23.1.2.2)
#[inline]
pub fn is_array<'h>(_cx: Cx<'h>, value: Value<'h>) -> bool {
    value.as_array().is_some()
}

/// Array.of (ECMA-262 §23.1.2.3)
pub fn of<'h>(cx: Cx<'h>, items: &[Value<'h>]) -> Object<'h> {
    Array::of(cx, items).object()
}

/// Array.prototype.entries (ECMA-262 §23.1.3.5)
pub fn entries<'h>(cx: Cx<'h>, array: Object<'h>) -> Object<'h> {
    create_array_iterator(cx, array, IterationKind::Entries)
}

/// Array.prototype.keys (ECMA-262 §23.1.3.19)
pub fn keys<'h>(cx: Cx<'h>, array: Object<'h>) -> Object<'h> {
    create_array_iterator(cx, array, IterationKind::Keys)
}

/// Array.prototype.values (ECMA-262 §23.1.3.38)
pub fn values<'h>(cx: Cx<'h>, array: Object<'h>) -> Object<'h> {
    create_array_iterator(cx, array, IterationKind::Values)
}

pub use values as iterator;

#[cfg(test)]
mod tests;
