//! Writing into Buffers: `alloc`, `write`, `fill`, `copy`, `concat`.

use prickle_heap::{Bytes, Cx, ElementType, ErrorKind, JsResult, JsStr, Object, Throw, Value};

use super::encoding::Encoding;
use super::{MAX_BYTES, bytes_of_uint8, validate_offset, view};
use crate::builtins::node_error::{self, invalid_argument, out_of_range, unknown_encoding};
use crate::operations::Operations;

/// A size that is given as a number within what there can be.
pub(super) fn size_of<'h>(cx: Cx<'h>, size: Value<'h>) -> JsResult<'h, usize> {
    let Value::Number(size) = size else {
        return Err(invalid_argument(cx, "The \"size\" argument must be of type number.", size));
    };
    // NaN is in no range.
    if !(0.0..=MAX_BYTES).contains(&size) {
        return Err(out_of_range(cx, "size", ">= 0 && <= 4294967296", size));
    }
    cx.check_memory(size as usize)?;
    Ok(size as usize)
}

/// Buffer.alloc
pub fn alloc<'h>(
    cx: Cx<'h>,
    size: Value<'h>,
    fill: Option<Value<'h>>,
    encoding: Option<Value<'h>>,
) -> JsResult<'h, Object<'h>> {
    let size = size_of(cx, size)?;
    let buffer = Bytes::zeroed(cx, ElementType::Buffer, size).object();
    match fill {
        Some(value) if !value.strict_equals(0.0) && size > 0 => fill_range(cx, buffer, value, 0, size, encoding),
        _ => Ok(buffer),
    }
}

/// Buffer.allocUnsafe: what is in it is anybody's guess, so it may be zeros.
pub fn alloc_unsafe<'h>(cx: Cx<'h>, size: Value<'h>) -> JsResult<'h, Object<'h>> {
    let size = size_of(cx, size)?;
    Ok(Bytes::new(cx, &vec![0; size]).object())
}

/// Buffer.allocUnsafeSlow
pub fn alloc_unsafe_slow<'h>(cx: Cx<'h>, size: Value<'h>) -> JsResult<'h, Object<'h>> {
    let size = size_of(cx, size)?;
    Ok(Bytes::zeroed(cx, ElementType::Buffer, size).object())
}

/// Buffer.concat
pub fn concat<'h>(cx: Cx<'h>, list: Value<'h>, total: Option<Value<'h>>) -> JsResult<'h, Object<'h>> {
    let Some(list) = list.as_array() else {
        return Err(invalid_argument(cx, "The \"list\" argument must be an instance of Array.", list));
    };
    let mut bytes = Vec::new();
    let total = match total {
        Some(total) => Some(validate_offset(cx, total, "length", None)?),
        None => None,
    };
    for index in 0..list.length() {
        cx.checkpoint()?;
        let item = list.object().get(cx, index)?;
        let Some(part) = bytes_of_uint8(item) else {
            let expected = format!("The \"list[{index}]\" argument must be an instance of Buffer or Uint8Array.");
            return Err(invalid_argument(cx, &expected, item));
        };
        cx.check_memory(bytes.len() + part.length())?;
        bytes.extend(part.cells().iter().map(std::cell::Cell::get));
    }
    if let Some(total) = total {
        cx.check_memory(total)?;
        bytes.resize(total, 0);
    }
    Ok(Bytes::new(cx, &bytes).object())
}

/// Copies bytes into a Buffer at a place that has room for them.
fn put(buffer: Object<'_>, start: usize, bytes: &[u8]) {
    for (cell, byte) in view(buffer).cells()[start..].iter().zip(bytes) {
        cell.set(*byte);
    }
}

/// Buffer.prototype.write
pub fn write<'h>(
    cx: Cx<'h>,
    buffer: Object<'h>,
    text: Value<'h>,
    offset: Option<Value<'h>>,
    length: Option<Value<'h>>,
    encoding: Option<Value<'h>>,
) -> JsResult<'h, f64> {
    let available = view(buffer).length();
    let (start, room, encoding) = match (offset, length) {
        (None, _) => (0, available, None),
        (Some(encoding @ Value::String(_)), None) => (0, available, Some(encoding)),
        (Some(offset), length) => {
            let start = validate_offset(cx, offset, "offset", Some(available))?;
            let remaining = available - start;
            match length {
                None => (start, remaining, encoding),
                Some(encoding @ Value::String(_)) => (start, remaining, Some(encoding)),
                Some(length) => {
                    (start, validate_offset(cx, length, "length", Some(available))?.min(remaining), encoding)
                }
            }
        }
    };
    let encoding = match encoding.filter(|encoding| encoding.truthy()) {
        None => Encoding::Utf8,
        Some(name) => name.as_string().and_then(Encoding::of).ok_or_else(|| unknown_encoding(cx, name))?,
    };
    let Value::String(text) = text else {
        let message = "argument must be a string";
        return Err(node_error::throw_natively(cx, ErrorKind::Type, "ERR_INVALID_ARG_TYPE", message));
    };
    let bytes = encoding.bytes_of(text);
    let count = encoding.whole_characters(&bytes, room);
    put(buffer, start, &bytes[..count]);
    Ok(count as f64)
}

/// An encoding that `fill` is given: unlike elsewhere a wrong type is an error of its own.
fn encoding_of<'h>(cx: Cx<'h>, encoding: Option<Value<'h>>) -> JsResult<'h, Encoding> {
    match encoding {
        None | Some(Value::Null) => Ok(Encoding::Utf8),
        Some(Value::String(name)) if name.is_empty() => Ok(Encoding::Utf8),
        Some(Value::String(name)) => Encoding::of(name).ok_or_else(|| unknown_encoding(cx, name.into())),
        Some(other) => Err(invalid_argument(cx, "The \"encoding\" argument must be of type string.", other)),
    }
}

fn fill_range<'h>(
    cx: Cx<'h>,
    buffer: Object<'h>,
    value: Value<'h>,
    start: usize,
    end: usize,
    encoding: Option<Value<'h>>,
) -> JsResult<'h, Object<'h>> {
    let pattern = match value {
        Value::String(text) => {
            let encoding = encoding_of(cx, encoding)?;
            let bytes = encoding.bytes_of(text);
            if text.is_empty() {
                vec![0]
            } else if bytes.is_empty() {
                return Err(invalid_value(cx, &format!("'{}'", text.to_string_lossy())));
            } else {
                bytes
            }
        }
        value => match bytes_of_uint8(value) {
            Some(bytes) if bytes.length() == 0 && bytes.element() == ElementType::Buffer => {
                return Err(invalid_value(cx, "<Buffer >"));
            }
            Some(bytes) if bytes.length() == 0 => return Err(invalid_value(cx, "Uint8Array(0) []")),
            Some(bytes) => bytes.to_vec(),
            None => match value {
                Value::Number(_) | Value::Bool(_) => vec![value.to_uint32(cx)? as u8],
                Value::Undefined | Value::Null => vec![0],
                Value::String(_) => Vec::new(),
                _ => vec![value.to_uint32(cx)? as u8],
            },
        },
    };
    for (index, cell) in view(buffer).cells()[start..end].iter().enumerate() {
        cell.set(pattern[index % pattern.len()]);
    }
    Ok(buffer)
}

fn invalid_value<'h>(cx: Cx<'h>, shown: &str) -> Throw<'h> {
    let message = format!("The argument 'value' is invalid. Received {shown}");
    node_error::throw(cx, ErrorKind::Type, "ERR_INVALID_ARG_VALUE", &message)
}

/// Buffer.prototype.fill
pub fn fill<'h>(
    cx: Cx<'h>,
    buffer: Object<'h>,
    value: Value<'h>,
    offset: Option<Value<'h>>,
    end: Option<Value<'h>>,
    encoding: Option<Value<'h>>,
) -> JsResult<'h, Object<'h>> {
    let length = view(buffer).length();
    let is_text = value.is_string();
    let (offset, end, encoding) = match (offset, end) {
        (None | Some(Value::String(_)), _) if is_text => (None, None, offset),
        (offset, end @ Some(Value::String(_))) if is_text => (offset, None, end),
        (offset, end) => (offset, end, encoding),
    };
    if is_text {
        encoding_of(cx, encoding)?;
    }
    let Some(offset) = offset else { return fill_range(cx, buffer, value, 0, length, encoding) };
    let start = validate_offset(cx, offset, "offset", None)?;
    let end = match end {
        Some(end) => validate_offset(cx, end, "end", Some(length))?,
        None => length,
    };
    if start >= end {
        return Ok(buffer);
    }
    fill_range(cx, buffer, value, start, end, encoding)
}

/// Buffer.prototype.copy
pub fn copy<'h>(
    cx: Cx<'h>,
    buffer: Object<'h>,
    target: Value<'h>,
    target_start: Option<Value<'h>>,
    source_start: Option<Value<'h>>,
    source_end: Option<Value<'h>>,
) -> JsResult<'h, f64> {
    let Some(target) = bytes_of_uint8(target) else {
        let expected = "The \"target\" argument must be an instance of Buffer or Uint8Array.";
        return Err(invalid_argument(cx, expected, target));
    };
    let integer = |value: Value<'h>| -> JsResult<'h, f64> {
        let number = value.to_number(cx)?;
        Ok(if number.abs() <= 9_007_199_254_740_991.0 { number.floor() } else { 0.0 })
    };
    let length = view(buffer).length();
    let target_start = match target_start {
        Some(start) => integer(start)?,
        None => 0.0,
    };
    if target_start < 0.0 {
        return Err(out_of_range(cx, "targetStart", ">= 0", target_start));
    }
    let source_start = match source_start {
        Some(start) => integer(start)?,
        None => 0.0,
    };
    if !(0.0..=length as f64).contains(&source_start) {
        return Err(out_of_range(cx, "sourceStart", &format!(">= 0 && <= {length}"), source_start));
    }
    let source_end = match source_end {
        Some(end) => integer(end)?,
        None => length as f64,
    };
    if source_end < 0.0 {
        return Err(out_of_range(cx, "sourceEnd", ">= 0", source_end));
    }
    let room = target.length() as f64 - target_start;
    if room <= 0.0 || source_start >= source_end {
        return Ok(0.0);
    }
    let count = (source_end - source_start).min(room).min(length as f64 - source_start) as usize;
    let start = source_start as usize;
    // Both may show the same memory: all is read before something is written.
    let bytes: Vec<u8> = view(buffer).cells()[start..start + count].iter().map(std::cell::Cell::get).collect();
    put(target.object(), target_start as usize, &bytes);
    Ok(count as f64)
}

/// Buffer.prototype.toLocaleString: the same as `toString`.
pub fn to_locale_string<'h>(
    cx: Cx<'h>,
    buffer: Object<'h>,
    encoding: Option<Value<'h>>,
    start: Option<Value<'h>>,
    end: Option<Value<'h>>,
) -> JsResult<'h, JsStr<'h>> {
    super::to_string(cx, buffer, encoding, start, end)
}
