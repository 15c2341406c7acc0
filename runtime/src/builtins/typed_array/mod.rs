//! `%TypedArray%` and its subclasses. What array methods do to any array-like object they do to typed arrays.

mod classes;
mod create;

pub(crate) use classes::{
    float32_array, float64_array, int8_array, int16_array, int32_array, uint8_array, uint8_clamped_array, uint16_array,
    uint32_array,
};

use prickle_heap::{Bytes, Cx, ErrorKind, JsResult, Object, Value};

use crate::builtins::array;
use crate::builtins::error::throw_type_error;
use crate::builtins::table::ClassId;
use crate::errors::throw_error;
use crate::intrinsics;
use crate::operations::{Callback, Operations, to_integer_or_infinity, to_length};

pub use array::values as iterator;
pub use array::{
    at, copy_within, entries, every, find, find_index, find_last, find_last_index, for_each, includes, index_of, join,
    keys, last_index_of, reduce, reduce_right, reverse, some, to_locale_string, to_string, values,
};

/// The receiver, which the row has checked.
#[inline]
pub(super) fn view<'h>(array: Object<'h>) -> Bytes<'h> {
    Bytes::from_value(array.into()).expect("the receiver is checked before the call")
}

/// A relative index (negative: from the end) within a length.
pub(super) fn relative<'h>(cx: Cx<'h>, index: Value<'h>, length: usize) -> JsResult<'h, usize> {
    let index = to_integer_or_infinity(index.to_number(cx)?);
    let from_start = if index < 0.0 { index + length as f64 } else { index };
    Ok(from_start.clamp(0.0, length as f64) as usize)
}

/// Start and end of a part; the end is that of the array unless given.
pub(super) fn range<'h>(
    cx: Cx<'h>,
    start: Value<'h>,
    end: Option<Value<'h>>,
    length: usize,
) -> JsResult<'h, (usize, usize)> {
    let start = relative(cx, start, length)?;
    let end = match end {
        Some(end) => relative(cx, end, length)?,
        None => length,
    };
    Ok((start, end.max(start)))
}

/// TypedArraySpeciesCreate (ECMA-262 §23.2.4.1): only arrays of the builtin classes can be made.
pub(super) fn check_species<'h>(cx: Cx<'h>, object: Object<'h>) -> JsResult<'h, ()> {
    if object.unextended_kind().is_some() {
        return Ok(());
    }
    let usual = intrinsics::class_object(cx, ClassId::of_object(object));
    match object.get(cx, "constructor")? {
        Value::Undefined => Ok(()),
        Value::Object(constructor) if constructor.is_same(usual) => Ok(()),
        _ => Err(cx.unsupported("a method of a typed array or ArrayBuffer with a constructor of its own")),
    }
}

/// A typed array of the same class with these elements.
fn like<'h>(cx: Cx<'h>, array: Bytes<'h>, elements: impl ExactSizeIterator<Item = f64>) -> Object<'h> {
    let copy = Bytes::zeroed(cx, array.element(), elements.len());
    for (index, element) in elements.enumerate() {
        copy.set(index, element);
    }
    copy.object()
}

fn elements(array: Bytes<'_>) -> Vec<f64> {
    (0..array.length()).filter_map(|index| array.get(index)).collect()
}

/// %TypedArray% ( ) (ECMA-262 §23.2.1.1)
pub fn call<'h>(cx: Cx<'h>, _items: &[Value<'h>]) -> JsResult<'h, Object<'h>> {
    Err(throw_type_error(cx, "Abstract class TypedArray not directly constructable"))
}

pub use call as construct;

/// %TypedArray%.from (ECMA-262 §23.2.2.1) with the abstract class itself as its receiver; others are told apart before.
pub fn from<'h>(cx: Cx<'h>, _source: Value<'h>, _mapper: Option<impl Callback<'h>>) -> JsResult<'h, Object<'h>> {
    call(cx, &[])
}

/// %TypedArray%.of (ECMA-262 §23.2.2.2) with the abstract class itself as its receiver; others are told apart before.
pub fn of<'h>(cx: Cx<'h>, items: &[Value<'h>]) -> JsResult<'h, Object<'h>> {
    call(cx, items)
}

/// What Node would have cut out of a pool has a buffer and an offset that depend on what ran before.
fn refuse_pooled<'h>(cx: Cx<'h>, array: Bytes<'h>) -> JsResult<'h, ()> {
    if array.is_pooled() { Err(cx.unsupported("the ArrayBuffer behind a pooled Buffer")) } else { Ok(()) }
}

/// get %TypedArray%.prototype.buffer (ECMA-262 §23.2.3.2)
pub fn buffer<'h>(cx: Cx<'h>, array: Object<'h>) -> JsResult<'h, Object<'h>> {
    refuse_pooled(cx, view(array))?;
    Ok(view(array).buffer().object())
}

/// get %TypedArray%.prototype.byteLength (ECMA-262 §23.2.3.3)
pub fn byte_length<'h>(_cx: Cx<'h>, array: Object<'h>) -> f64 {
    view(array).byte_length() as f64
}

/// get %TypedArray%.prototype.byteOffset (ECMA-262 §23.2.3.4)
pub fn byte_offset<'h>(cx: Cx<'h>, array: Object<'h>) -> JsResult<'h, f64> {
    refuse_pooled(cx, view(array))?;
    Ok(view(array).byte_offset() as f64)
}

/// get %TypedArray%.prototype.length (ECMA-262 §23.2.3.21)
pub fn length<'h>(_cx: Cx<'h>, array: Object<'h>) -> f64 {
    view(array).length() as f64
}

/// %TypedArray%.prototype.fill (ECMA-262 §23.2.3.9)
pub fn fill<'h>(
    cx: Cx<'h>,
    array: Object<'h>,
    value: Value<'h>,
    start: Option<Value<'h>>,
    end: Option<Value<'h>>,
) -> JsResult<'h, Object<'h>> {
    let value = value.to_number(cx)?;
    let (start, end) = range(cx, start.unwrap_or_default(), end, view(array).length())?;
    for index in start..end {
        view(array).set(index, value);
    }
    Ok(array)
}

/// %TypedArray%.prototype.filter (ECMA-262 §23.2.3.10)
pub fn filter<'h>(cx: Cx<'h>, array: Object<'h>, callback: impl Callback<'h>) -> JsResult<'h, Object<'h>> {
    check_species(cx, array)?;
    let mut kept = Vec::new();
    for index in 0..view(array).length() {
        cx.checkpoint()?;
        let element = view(array).get(index).unwrap_or_default();
        if callback(cx, &[element.into(), (index as f64).into(), array.into()])?.truthy() {
            kept.push(element);
        }
    }
    Ok(like(cx, view(array), kept.into_iter()))
}

/// %TypedArray%.prototype.map (ECMA-262 §23.2.3.22)
pub fn map<'h>(cx: Cx<'h>, array: Object<'h>, callback: impl Callback<'h>) -> JsResult<'h, Object<'h>> {
    check_species(cx, array)?;
    cx.check_memory(view(array).byte_length())?;
    let mapped = Bytes::zeroed(cx, view(array).element(), view(array).length());
    for index in 0..view(array).length() {
        cx.checkpoint()?;
        let element = view(array).get(index).unwrap_or_default();
        let value = callback(cx, &[element.into(), (index as f64).into(), array.into()])?;
        mapped.set(index, value.to_number(cx)?);
    }
    Ok(mapped.object())
}

/// %TypedArray%.prototype.set (ECMA-262 §23.2.3.26)
pub fn set<'h>(cx: Cx<'h>, array: Object<'h>, source: Value<'h>, offset: Option<Value<'h>>) -> JsResult<'h, ()> {
    let out_of_bounds = || throw_error(cx, ErrorKind::Range, "offset is out of bounds");
    let offset = match offset {
        Some(offset) => to_integer_or_infinity(offset.to_number(cx)?),
        None => 0.0,
    };
    if offset < 0.0 {
        return Err(out_of_bounds());
    }
    let fits = |length: f64| offset + length <= view(array).length() as f64;
    if let Some(source) = Bytes::from_value(source) {
        // Both may show the same memory: all is read before something is written.
        let values = elements(source);
        if !fits(values.len() as f64) {
            return Err(out_of_bounds());
        }
        for (index, value) in values.into_iter().enumerate() {
            view(array).set(offset as usize + index, value);
        }
        return Ok(());
    }
    let source = source.to_object(cx)?;
    let length = to_length(source.get(cx, "length")?.to_number(cx)?);
    if !fits(length) {
        return Err(out_of_bounds());
    }
    for index in 0..length as u32 {
        cx.checkpoint()?;
        let value = source.get(cx, index)?.to_number(cx)?;
        view(array).set(offset as usize + index as usize, value);
    }
    Ok(())
}

/// %TypedArray%.prototype.slice (ECMA-262 §23.2.3.27)
pub fn slice<'h>(cx: Cx<'h>, array: Object<'h>, start: Value<'h>, end: Option<Value<'h>>) -> JsResult<'h, Object<'h>> {
    let (start, end) = range(cx, start, end, view(array).length())?;
    check_species(cx, array)?;
    cx.check_memory((end - start) * view(array).element().size())?;
    let values: Vec<f64> = (start..end).filter_map(|index| view(array).get(index)).collect();
    Ok(like(cx, view(array), values.into_iter()))
}

/// %TypedArray%.prototype.subarray (ECMA-262 §23.2.3.30)
pub fn subarray<'h>(
    cx: Cx<'h>,
    array: Object<'h>,
    begin: Value<'h>,
    end: Option<Value<'h>>,
) -> JsResult<'h, Object<'h>> {
    let (start, end) = range(cx, begin, end, view(array).length())?;
    check_species(cx, array)?;
    Ok(view(array).subarray(cx, start, end).object())
}

/// Sorts numbers: -0 before 0, NaN last; or as a comparator says, for which NaN is 0.
fn sorted<'h>(cx: Cx<'h>, array: Object<'h>, comparator: Option<impl Callback<'h>>) -> JsResult<'h, Vec<f64>> {
    let mut values = elements(view(array));
    let Some(comparator) = comparator else {
        values.sort_by(|left, right| match (left.is_nan(), right.is_nan()) {
            (false, false) => left.total_cmp(right),
            (left, right) => left.cmp(&right),
        });
        return Ok(values);
    };
    let list = cx.array_from(values.into_iter().map(Value::from)).object();
    let list = array::sort(cx, list, Some(comparator))?;
    let list = list.as_array().expect("sorting gives the array back");
    Ok((0..list.length()).filter_map(|index| list.at(index).as_number()).collect())
}

/// %TypedArray%.prototype.sort (ECMA-262 §23.2.3.29)
pub fn sort<'h>(cx: Cx<'h>, array: Object<'h>, comparator: Option<impl Callback<'h>>) -> JsResult<'h, Object<'h>> {
    for (index, value) in sorted(cx, array, comparator)?.into_iter().enumerate() {
        view(array).set(index, value);
    }
    Ok(array)
}

/// %TypedArray%.prototype.toReversed (ECMA-262 §23.2.3.32)
pub fn to_reversed<'h>(cx: Cx<'h>, array: Object<'h>) -> Object<'h> {
    let mut values = elements(view(array));
    values.reverse();
    plain(cx, array, values)
}

/// TypedArrayCreateSameType (ECMA-262 §23.2.4.4) of elements: Buffers are Uint8Arrays to it.
fn plain<'h>(cx: Cx<'h>, array: Object<'h>, values: Vec<f64>) -> Object<'h> {
    let copy = Bytes::zeroed(cx, view(array).element().without_buffer(), values.len());
    for (index, value) in values.into_iter().enumerate() {
        copy.set(index, value);
    }
    copy.object()
}

/// %TypedArray%.prototype.toSorted (ECMA-262 §23.2.3.33)
pub fn to_sorted<'h>(cx: Cx<'h>, array: Object<'h>, comparator: Option<impl Callback<'h>>) -> JsResult<'h, Object<'h>> {
    let values = sorted(cx, array, comparator)?;
    Ok(plain(cx, array, values))
}

/// %TypedArray%.prototype.with (ECMA-262 §23.2.3.36)
pub fn with<'h>(cx: Cx<'h>, array: Object<'h>, index: Value<'h>, value: Value<'h>) -> JsResult<'h, Object<'h>> {
    let length = view(array).length() as f64;
    let index = to_integer_or_infinity(index.to_number(cx)?);
    let index = if index < 0.0 { index + length } else { index };
    let value = value.to_number(cx)?;
    if !(0.0..length).contains(&index) {
        return Err(throw_error(cx, ErrorKind::Range, "Invalid typed array index"));
    }
    let mut values = elements(view(array));
    values[index as usize] = value;
    Ok(plain(cx, array, values))
}
