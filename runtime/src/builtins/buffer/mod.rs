//! Node's `Buffer`.

mod encoding;
mod numbers;
mod search;
mod write;

use prickle_heap::{Array, ByteBuffer, Bytes, Cx, ElementType, ErrorKind, JsResult, JsStr, Kind, Object, Throw, Value};

pub(super) use self::encoding::Encoding;
use super::node_error::{invalid_argument, out_of_range, throw, unknown_encoding};
use crate::operations::{Operations, WordedOperations, to_integer_or_infinity};

/// The longest `Uint8Array` that V8 makes.
const MAX_BYTES: f64 = 4_294_967_296.0;

/// The receiver, which the row has checked.
#[inline]
fn view<'h>(buffer: Object<'h>) -> Bytes<'h> {
    Bytes::from_value(buffer.into()).expect("the receiver is checked before the call")
}

/// What Node takes its pool from at a time.
pub const POOL_SIZE: f64 = 8192.0;

/// The bytes that an ArrayBufferView shows.
pub(super) fn bytes_of_view(value: Value<'_>) -> Option<Vec<u8>> {
    match value.as_kind(Kind::DataView) {
        Some(view) => Some(super::data_view::bytes(view)),
        None => Bytes::from_value(value).map(Bytes::to_vec),
    }
}

/// The bytes of a BufferSource.
pub(super) fn bytes_of_source(value: Value<'_>) -> Option<Vec<u8>> {
    match ByteBuffer::from_value(value) {
        Some(buffer) => Some(buffer.cells().iter().map(std::cell::Cell::get).collect()),
        None => bytes_of_view(value),
    }
}

/// A Buffer or Uint8Array.
fn bytes_of_uint8(value: Value<'_>) -> Option<Bytes<'_>> {
    Bytes::from_value(value).filter(|bytes| matches!(bytes.element(), ElementType::Buffer | ElementType::Uint8))
}

/// An integer from 0 to `max`, or to the longest buffer.
fn validate_offset<'h>(cx: Cx<'h>, value: Value<'h>, name: &str, max: Option<usize>) -> JsResult<'h, usize> {
    let Value::Number(number) = value else {
        return Err(invalid_argument(cx, &format!("The \"{name}\" argument must be of type number."), value));
    };
    if number.fract() != 0.0 {
        return Err(out_of_range(cx, name, "an integer", number));
    }
    let max = max.map_or(MAX_BYTES, |max| max as f64);
    if !(0.0..=max).contains(&number) {
        return Err(out_of_range(cx, name, &format!(">= 0 && <= {max}"), number));
    }
    Ok(number as usize)
}

/// A Buffer with these bytes.
pub(super) fn new_buffer<'h>(cx: Cx<'h>, bytes: &[u8]) -> Object<'h> {
    Bytes::new(cx, bytes).object()
}

/// Buffer ( value, encoding ), which Node calls deprecated
pub fn call<'h>(cx: Cx<'h>, value: Value<'h>, encoding: Option<Value<'h>>) -> JsResult<'h, Object<'h>> {
    let Value::Number(size) = value else { return from(cx, value, encoding, None) };
    if encoding.is_some_and(Value::is_string) {
        return Err(invalid_argument(cx, "The \"string\" argument must be of type string.", value));
    }
    // NaN is in no range.
    if !(0.0..=MAX_BYTES).contains(&size) {
        return Err(out_of_range(cx, "size", ">= 0 && <= 4294967296", size));
    }
    cx.check_memory(size as usize)?;
    Ok(Bytes::new(cx, &vec![0; size as usize]).object())
}

pub use super::typed_array::{subarray, subarray as slice};
pub use call as construct;
pub use numbers::{
    read_double_be, read_double_le, read_float_be, read_float_le, read_int_be, read_int_le, read_int8, read_int16_be,
    read_int16_le, read_int32_be, read_int32_le, read_uint_be, read_uint_le, read_uint8, read_uint16_be,
    read_uint16_le, read_uint32_be, read_uint32_le, swap16, swap32, swap64, write_double_be, write_double_le,
    write_float_be, write_float_le, write_int_be, write_int_le, write_int8, write_int16_be, write_int16_le,
    write_int32_be, write_int32_le, write_uint_be, write_uint_le, write_uint8, write_uint16_be, write_uint16_le,
    write_uint32_be, write_uint32_le,
};
// `readUint8` and the like are younger names of `readUInt8` and the like.
pub use numbers::{
    read_uint_be as read_u_int_be, read_uint_le as read_u_int_le, read_uint8 as read_u_int8,
    read_uint16_be as read_u_int16_be, read_uint16_le as read_u_int16_le, read_uint32_be as read_u_int32_be,
    read_uint32_le as read_u_int32_le, write_uint_be as write_u_int_be, write_uint_le as write_u_int_le,
    write_uint8 as write_u_int8, write_uint16_be as write_u_int16_be, write_uint16_le as write_u_int16_le,
    write_uint32_be as write_u_int32_be, write_uint32_le as write_u_int32_le,
};
pub use search::{compare, compare_buffers, equals, includes, index_of, last_index_of};
pub use write::{alloc, alloc_unsafe, alloc_unsafe_slow, concat, copy, fill, to_locale_string, write};

/// Buffer.from
pub fn from<'h>(
    cx: Cx<'h>,
    value: Value<'h>,
    encoding: Option<Value<'h>>,
    length: Option<Value<'h>>,
) -> JsResult<'h, Object<'h>> {
    match value {
        Value::String(text) => {
            let encoding = match encoding {
                Some(Value::String(name)) if !name.is_empty() => {
                    Encoding::of(name).ok_or_else(|| unknown_encoding(cx, name.into()))?
                }
                _ => Encoding::Utf8,
            };
            Ok(Bytes::new(cx, &encoding.bytes_of(text)).object())
        }
        Value::Object(object) if object.kind() == Kind::ByteBuffer => from_array_buffer(cx, value, encoding, length),
        Value::Object(object) if object.as_function().is_none() => {
            // Boxed strings, and objects that stand for others.
            let value_of = value.get(cx, "valueOf")?;
            if value_of.truthy() {
                let inner = value_of.call_with_this_worded(cx, value, "value.valueOf", &[])?;
                let stands_for_other = match inner {
                    Value::String(_) => true,
                    Value::Object(inner) => inner.as_function().is_none() && !inner.is_same(object),
                    _ => false,
                };
                if stands_for_other {
                    cx.check_stack()?;
                    return from(cx, inner, encoding, length);
                }
            }
            Ok(from_object(cx, object)?.object())
        }
        _ => Err(not_bytes(cx, value)),
    }
}

/// A Buffer that shares the memory of an ArrayBuffer.
fn from_array_buffer<'h>(
    cx: Cx<'h>,
    buffer: Value<'h>,
    offset: Option<Value<'h>>,
    length: Option<Value<'h>>,
) -> JsResult<'h, Object<'h>> {
    let Some(buffer) = ByteBuffer::from_value(buffer) else { return Err(not_bytes(cx, buffer)) };
    let outside = |what: &str| {
        let message = format!("\"{what}\" is outside of buffer bounds");
        throw(cx, ErrorKind::Range, "ERR_BUFFER_OUT_OF_BOUNDS", &message)
    };
    let number = |value: Option<Value<'h>>| -> JsResult<'h, Option<f64>> {
        match value {
            Some(value) => value.to_number(cx).map(Some),
            None => Ok(None),
        }
    };
    let offset = number(offset)?.filter(|offset| !offset.is_nan()).unwrap_or(0.0);
    let available = buffer.cells().len() as f64 - offset;
    if available < 0.0 {
        return Err(outside("offset"));
    }
    let length = match number(length)? {
        None => available,
        Some(length) if length > available => return Err(outside("length")),
        Some(length) => length.max(0.0),
    };
    if offset < 0.0 {
        let message = format!("Start offset {offset} is outside the bounds of the buffer");
        return Err(cx.throw_error(ErrorKind::Range, cx.string(&message)));
    }
    let (offset, length) = (offset as usize, length as usize);
    Ok(Bytes::view(cx, buffer, ElementType::Buffer, offset, length).object())
}

fn not_bytes<'h>(cx: Cx<'h>, value: Value<'h>) -> Throw<'h> {
    let expected = "The first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object.";
    invalid_argument(cx, expected, value)
}

/// Bytes from an array, an array-like object, another buffer, or the JSON form of a buffer.
fn from_object<'h>(cx: Cx<'h>, object: Object<'h>) -> JsResult<'h, Bytes<'h>> {
    if let Some(bytes) = bytes_of_uint8(object.into()) {
        return Ok(Bytes::new(cx, &bytes.to_vec()));
    }
    let length = object.get(cx, "length")?;
    if !length.is_undefined() {
        return match length {
            Value::Number(length) => from_array_like(cx, object, length),
            _ => Ok(Bytes::new(cx, &[])),
        };
    }
    if object.get(cx, "type")?.strict_equals("Buffer")
        && let Some(data) = object.get(cx, "data")?.as_array()
    {
        return from_array_like(cx, data.object(), f64::from(data.length()));
    }
    Err(not_bytes(cx, object.into()))
}

fn from_array_like<'h>(cx: Cx<'h>, object: Object<'h>, length: f64) -> JsResult<'h, Bytes<'h>> {
    let length = to_integer_or_infinity(length).clamp(0.0, 9_007_199_254_740_991.0);
    if length > MAX_BYTES {
        let message = cx.string(&format!("Invalid typed array length: {length}"));
        return Err(cx.throw_error(ErrorKind::Range, message));
    }
    cx.check_memory(length as usize * 2)?;
    let mut bytes = Vec::with_capacity(length as usize);
    let guard = cx.loop_guard(0, 0);
    for index in 0..length as u64 {
        guard.check(cx)?;
        // ToUint8: modulo 256.
        bytes.push(object.get(cx, index as f64)?.to_uint32(cx)? as u8);
    }
    Ok(Bytes::new(cx, &bytes))
}

/// Buffer.byteLength
pub fn byte_length<'h>(cx: Cx<'h>, string: Value<'h>, encoding: Option<Value<'h>>) -> JsResult<'h, f64> {
    let Value::String(text) = string else {
        return match bytes_of_source(string) {
            Some(bytes) => Ok(bytes.len() as f64),
            None => {
                let expected =
                    "The \"string\" argument must be of type string or an instance of Buffer or ArrayBuffer.";
                Err(invalid_argument(cx, expected, string))
            }
        };
    };
    let encoding = match encoding.filter(|encoding| encoding.truthy()) {
        // What is no encoding counts as UTF-8.
        Some(encoding) => Encoding::of(encoding.to_js_string(cx)?).unwrap_or(Encoding::Utf8),
        None => Encoding::Utf8,
    };
    Ok(encoding.byte_length(cx, text) as f64)
}

/// Buffer.isBuffer
pub fn is_buffer<'h>(_cx: Cx<'h>, value: Value<'h>) -> bool {
    Bytes::from_value(value).is_some_and(|bytes| bytes.element() == ElementType::Buffer)
}

/// Buffer.isEncoding
pub fn is_encoding<'h>(_cx: Cx<'h>, encoding: Value<'h>) -> bool {
    encoding.as_string().is_some_and(|name| Encoding::of(name).is_some())
}

/// Buffer.of
pub fn of<'h>(cx: Cx<'h>, items: &[Value<'h>]) -> JsResult<'h, Object<'h>> {
    let mut bytes = Vec::with_capacity(items.len());
    for item in items {
        bytes.push(item.to_uint32(cx)? as u8);
    }
    Ok(Bytes::new(cx, &bytes).object())
}

/// Buffer.prototype.toJSON
pub fn to_json<'h>(cx: Cx<'h>, buffer: Object<'h>) -> Object<'h> {
    let data: Vec<Value<'h>> = view(buffer).to_vec().into_iter().map(Value::from).collect();
    cx.object([("type", "Buffer".into()), ("data", Array::of(cx, &data).into())])
}

/// Buffer.prototype.toString
pub fn to_string<'h>(
    cx: Cx<'h>,
    buffer: Object<'h>,
    encoding: Option<Value<'h>>,
    start: Option<Value<'h>>,
    end: Option<Value<'h>>,
) -> JsResult<'h, JsStr<'h>> {
    let length = view(buffer).length();
    let offset = |value: Value<'h>| Ok(to_integer_or_infinity(value.to_number(cx)?).clamp(0.0, length as f64) as usize);
    let start = start.map_or(Ok(0), offset)?;
    // Node does not look at the rest then, not even at the name of the encoding.
    if start >= length && length > 0 {
        return Ok(JsStr::EMPTY);
    }
    let end = end.map_or(Ok(length), offset)?;
    if end <= start {
        return Ok(JsStr::EMPTY);
    }
    let encoding = match encoding {
        None | Some(Value::Undefined) => Encoding::Utf8,
        Some(name) => Encoding::of(name.to_js_string(cx)?).ok_or_else(|| unknown_encoding(cx, name))?,
    };
    cx.check_memory((end - start) * 4)?;
    Ok(encoding.text_of(cx, &view(buffer).to_vec()[start..end]))
}

#[cfg(test)]
mod tests;
