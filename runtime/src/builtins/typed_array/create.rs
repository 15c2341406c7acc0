//! Constructing typed arrays (ECMA-262 §23.2.5.1).

use prickle_heap::{ByteBuffer, Bytes, Cx, ElementType, ErrorKind, JsResult, Object, Throw, Value};

use crate::errors::{display, fill_message, throw_error};
use crate::operations::{Callback, Operations, iterate_if_iterable, to_integer_or_infinity, to_length};

/// More elements than V8 allows.
const MAX_LENGTH: f64 = 4_294_967_296.0;

fn invalid_length<'h>(cx: Cx<'h>, length: Value<'h>) -> Throw<'h> {
    let message = format!("Invalid typed array length: {}", display(cx, length));
    throw_error(cx, ErrorKind::Range, cx.string(&message))
}

/// A new array of zeros.
pub(super) fn zeros<'h>(cx: Cx<'h>, element: ElementType, length: f64) -> JsResult<'h, Bytes<'h>> {
    if !(0.0..=MAX_LENGTH).contains(&length) {
        return Err(invalid_length(cx, length.into()));
    }
    cx.check_memory(length as usize * element.size())?;
    Ok(Bytes::zeroed(cx, element, length as usize))
}

/// new TypedArray ( ...args )
pub(super) fn construct<'h>(
    cx: Cx<'h>,
    element: ElementType,
    name: &str,
    arguments: &[Value<'h>],
) -> JsResult<'h, Object<'h>> {
    let argument = |index: usize| arguments.get(index).copied().unwrap_or_default();
    let Value::Object(source) = argument(0) else {
        let length = to_integer_or_infinity(argument(0).to_number(cx)?);
        // The message has the argument as it was given.
        if !(0.0..=MAX_LENGTH).contains(&length) {
            return Err(invalid_length(cx, argument(0)));
        }
        return Ok(zeros(cx, element, length)?.object());
    };
    if let Some(buffer) = ByteBuffer::from_value(source.into()) {
        return view_of_buffer(cx, element, name, buffer, argument(1), argument(2));
    }
    if let Some(source) = Bytes::from_value(source.into()) {
        let copy = zeros(cx, element, source.length() as f64)?;
        for index in 0..source.length() {
            copy.set(index, source.get(index).unwrap_or_default());
        }
        return Ok(copy.object());
    }
    from_values(cx, element, values_of(cx, source.into())?, None::<fn(Cx<'h>, &[Value<'h>]) -> JsResult<'h>>)
}

/// InitializeTypedArrayFromArrayBuffer (ECMA-262 §23.2.5.1.3)
fn view_of_buffer<'h>(
    cx: Cx<'h>,
    element: ElementType,
    name: &str,
    buffer: ByteBuffer<'h>,
    offset: Value<'h>,
    length: Value<'h>,
) -> JsResult<'h, Object<'h>> {
    let range = |message: String| Err(throw_error(cx, ErrorKind::Range, cx.string(&message)));
    let size = element.size() as f64;
    let bytes = buffer.cells().len() as f64;
    let start = to_integer_or_infinity(offset.to_number(cx)?);
    if !(0.0..=9_007_199_254_740_991.0).contains(&start) {
        return range(format!("Start offset {} is outside the bounds of the buffer", display(cx, offset)));
    }
    if start % size != 0.0 {
        return range(format!("start offset of {name} should be a multiple of {size}"));
    }
    let count = if length.is_undefined() {
        if bytes % size != 0.0 {
            return range(format!("byte length of {name} should be a multiple of {size}"));
        }
        if start > bytes {
            return range(format!("Start offset {start} is outside the bounds of the buffer"));
        }
        (bytes - start) / size
    } else {
        let count = to_integer_or_infinity(length.to_number(cx)?);
        if count < 0.0 || start + count * size > bytes {
            return Err(invalid_length(cx, length));
        }
        count
    };
    Ok(Bytes::view(cx, buffer, element, start as usize, count as usize).object())
}

/// The values of an iterable or array-like object.
pub(super) fn values_of<'h>(cx: Cx<'h>, source: Value<'h>) -> JsResult<'h, Vec<Value<'h>>> {
    let mut values = Vec::new();
    if source.is_nullish() {
        let message = "{callsite} is not iterable (cannot read property Symbol(Symbol.iterator))";
        return Err(throw_error(cx, ErrorKind::Type, fill_message(cx, message, source)));
    }
    if let Some(iteration) = iterate_if_iterable(cx, source, "{value} is not iterable")? {
        for value in iteration {
            cx.checkpoint()?;
            values.push(value?);
        }
        return Ok(values);
    }
    let source = source.to_object(cx)?;
    let length = to_length(source.get(cx, "length")?.to_number(cx)?);
    if length > MAX_LENGTH {
        return Err(invalid_length(cx, length.into()));
    }
    cx.check_memory(length as usize)?;
    for index in 0..length as u32 {
        cx.checkpoint()?;
        values.push(source.get(cx, index)?);
    }
    Ok(values)
}

/// A typed array of values, each mapped and then converted.
pub(super) fn from_values<'h>(
    cx: Cx<'h>,
    element: ElementType,
    values: Vec<Value<'h>>,
    mapper: Option<impl Callback<'h>>,
) -> JsResult<'h, Object<'h>> {
    let array = zeros(cx, element, values.len() as f64)?;
    for (index, value) in values.into_iter().enumerate() {
        cx.checkpoint()?;
        let value = match &mapper {
            Some(mapper) => mapper(cx, &[value, (index as f64).into()])?,
            None => value,
        };
        array.set(index, value.to_number(cx)?);
    }
    Ok(array.object())
}
