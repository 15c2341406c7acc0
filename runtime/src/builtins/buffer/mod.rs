//! Node's `Buffer`.

mod encoding;

use prickle_heap::{Array, Bytes, Cx, ErrorKind, JsResult, JsStr, Kind, Object, Throw, Value};

pub(super) use self::encoding::Encoding;
use super::node_error::{invalid_argument, out_of_range, unknown_encoding};
use crate::operations::{Operations, to_integer_or_infinity};

/// The longest `Uint8Array` that V8 makes.
const MAX_BYTES: f64 = 4_294_967_296.0;

/// The receiver, which the row has checked.
#[inline]
fn view<'h>(buffer: Object<'h>) -> Bytes<'h> {
    Bytes::from_value(buffer.into()).expect("the receiver is checked before the call")
}

/// The bytes that an ArrayBufferView shows.
pub(super) fn bytes_of_view(value: Value<'_>) -> Option<Vec<u8>> {
    Bytes::from_value(value).map(Bytes::to_vec)
}

/// The bytes of a BufferSource.
pub(super) fn bytes_of_source(value: Value<'_>) -> Option<Vec<u8>> {
    bytes_of_view(value)
}

/// A Buffer with these bytes.
pub(super) fn new_buffer<'h>(cx: Cx<'h>, bytes: &[u8]) -> Object<'h> {
    Bytes::new(cx, bytes).object()
}

/// Buffer ( value, encoding ), which Node calls deprecated
pub fn call<'h>(cx: Cx<'h>, value: Value<'h>, encoding: Option<Value<'h>>) -> JsResult<'h, Object<'h>> {
    let Value::Number(size) = value else { return from(cx, value, encoding) };
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

pub use call as construct;

/// Buffer.from
pub fn from<'h>(cx: Cx<'h>, value: Value<'h>, encoding: Option<Value<'h>>) -> JsResult<'h, Object<'h>> {
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
        Value::Object(object) if object.as_function().is_none() => {
            // Boxed strings, and objects that stand for others.
            let value_of = value.get(cx, "valueOf")?;
            if value_of.truthy() {
                let inner = value_of.call_with_this(cx, value, "value.valueOf", &[])?;
                let stands_for_other = match inner {
                    Value::String(_) => true,
                    Value::Object(inner) => inner.as_function().is_none() && !inner.is_same(object),
                    _ => false,
                };
                if stands_for_other {
                    cx.check_stack()?;
                    return from(cx, inner, encoding);
                }
            }
            Ok(from_object(cx, object)?.object())
        }
        _ => Err(not_bytes(cx, value)),
    }
}

fn not_bytes<'h>(cx: Cx<'h>, value: Value<'h>) -> Throw<'h> {
    let expected = "The first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object.";
    invalid_argument(cx, expected, value)
}

/// Bytes from an array, an array-like object, another buffer, or the JSON form of a buffer.
fn from_object<'h>(cx: Cx<'h>, object: Object<'h>) -> JsResult<'h, Bytes<'h>> {
    if let Some(bytes) = Bytes::from_value(object.into()) {
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
        return match Bytes::from_value(string) {
            Some(bytes) => Ok(bytes.length() as f64),
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
    value.as_kind(Kind::Bytes).is_some()
}

/// Buffer.isEncoding
pub fn is_encoding<'h>(_cx: Cx<'h>, encoding: Value<'h>) -> bool {
    encoding.as_string().is_some_and(|name| Encoding::of(name).is_some())
}

/// `byteLength` of a buffer
pub fn byte_length_of<'h>(_cx: Cx<'h>, buffer: Object<'h>) -> f64 {
    view(buffer).length() as f64
}

/// `length` of a buffer
pub fn length<'h>(_cx: Cx<'h>, buffer: Object<'h>) -> f64 {
    view(buffer).length() as f64
}

/// Buffer.prototype.equals
pub fn equals<'h>(cx: Cx<'h>, buffer: Object<'h>, other: Value<'h>) -> JsResult<'h, bool> {
    match Bytes::from_value(other) {
        Some(other) => Ok(view(buffer).to_vec() == other.to_vec()),
        None => {
            let expected = "The \"otherBuffer\" argument must be an instance of Buffer or Uint8Array.";
            Err(invalid_argument(cx, expected, other))
        }
    }
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
