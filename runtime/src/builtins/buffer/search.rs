//! Comparing Buffers, and finding bytes in them.

use std::cell::Cell;
use std::cmp::Ordering;

use prickle_heap::{Bytes, Cx, JsResult, Object, Value};

use super::encoding::Encoding;
use super::{bytes_of_uint8, validate_offset, view};
use crate::builtins::node_error::{invalid_argument, unknown_encoding};
use crate::operations::Operations;

/// A Buffer or Uint8Array; the message names the argument.
fn uint8<'h>(cx: Cx<'h>, name: &str, value: Value<'h>) -> JsResult<'h, Bytes<'h>> {
    bytes_of_uint8(value).ok_or_else(|| {
        let expected = format!("The \"{name}\" argument must be an instance of Buffer or Uint8Array.");
        invalid_argument(cx, &expected, value)
    })
}

fn sign(order: Ordering) -> f64 {
    f64::from(order as i8)
}

fn compare_cells(left: &[Cell<u8>], right: &[Cell<u8>]) -> f64 {
    sign(left.iter().map(Cell::get).cmp(right.iter().map(Cell::get)))
}

/// Buffer.compare
pub fn compare_buffers<'h>(cx: Cx<'h>, left: Value<'h>, right: Value<'h>) -> JsResult<'h, f64> {
    let (left, right) = (uint8(cx, "buf1", left)?, uint8(cx, "buf2", right)?);
    Ok(compare_cells(left.cells(), right.cells()))
}

/// Buffer.prototype.equals
pub fn equals<'h>(cx: Cx<'h>, buffer: Object<'h>, other: Value<'h>) -> JsResult<'h, bool> {
    let other = uint8(cx, "otherBuffer", other)?;
    Ok(compare_cells(view(buffer).cells(), other.cells()) == 0.0)
}

/// Buffer.prototype.compare
pub fn compare<'h>(
    cx: Cx<'h>,
    buffer: Object<'h>,
    target: Value<'h>,
    target_start: Option<Value<'h>>,
    target_end: Option<Value<'h>>,
    source_start: Option<Value<'h>>,
    source_end: Option<Value<'h>>,
) -> JsResult<'h, f64> {
    let target = uint8(cx, "target", target)?;
    let (length, target_length) = (view(buffer).length(), target.length());
    let offset = |value: Option<Value<'h>>, name: &str, default: usize, max: Option<usize>| match value {
        Some(value) => validate_offset(cx, value, name, max),
        None => Ok(default),
    };
    let target_start = offset(target_start, "targetStart", 0, None)?;
    let target_end = offset(target_end, "targetEnd", target_length, Some(target_length))?;
    let source_start = offset(source_start, "sourceStart", 0, None)?;
    let source_end = offset(source_end, "sourceEnd", length, Some(length))?;
    if source_start >= source_end {
        return Ok(if target_start >= target_end { 0.0 } else { -1.0 });
    }
    if target_start >= target_end {
        return Ok(1.0);
    }
    Ok(compare_cells(&view(buffer).cells()[source_start..source_end], &target.cells()[target_start..target_end]))
}

/// Where a search begins; `None` where nothing can be found.
fn start_of(length: usize, offset: f64, needle: usize, forward: bool) -> Option<usize> {
    let offset = offset as i64;
    let length = length as i64;
    let start = if offset < 0 {
        if offset + length >= 0 {
            offset + length
        } else if forward || needle == 0 {
            0
        } else {
            return None;
        }
    } else if offset + needle as i64 <= length {
        offset
    } else if needle == 0 {
        length
    } else if forward {
        return None;
    } else {
        length - 1
    };
    usize::try_from(start).ok()
}

/// The first place of a needle from a start on, or the last up to it, `step` bytes apart.
fn find(haystack: &[u8], needle: &[u8], start: usize, forward: bool, step: usize) -> Option<usize> {
    let last = haystack.len().checked_sub(needle.len())?;
    let start = start - start % step;
    let is_there = |at: &usize| haystack[*at..].starts_with(needle);
    if forward {
        (start..=last).step_by(step).find(is_there)
    } else {
        (0..=last.min(start)).rev().filter(|at| at % step == 0).find(is_there)
    }
}

fn search<'h>(
    cx: Cx<'h>,
    buffer: Object<'h>,
    value: Value<'h>,
    offset: Option<Value<'h>>,
    encoding: Option<Value<'h>>,
    forward: bool,
) -> JsResult<'h, f64> {
    let (offset, encoding) = match offset {
        Some(encoding @ Value::String(_)) => (f64::NAN, Some(encoding)),
        Some(offset) => (offset.to_number(cx)?, encoding),
        None => (f64::NAN, encoding),
    };
    let haystack = view(buffer).to_vec();
    let offset = if offset.is_nan() && !forward { haystack.len() as f64 } else { offset };
    // NaN becomes 0 on the way to an integer.
    let offset = offset.clamp(-2_147_483_648.0, 2_147_483_647.0);
    let known = match encoding {
        None => Some(Encoding::Utf8),
        Some(name) => name.as_string().and_then(Encoding::of),
    };
    let (needle, step) = match value {
        Value::Number(number) => (vec![prickle_heap::number::to_uint32(number) as u8], 1),
        Value::String(text) => {
            let Some(known) = known else { return Err(unknown_encoding(cx, encoding.unwrap_or_default())) };
            (known.bytes_of(text), if known == Encoding::Utf16Le { 2 } else { 1 })
        }
        value => match bytes_of_uint8(value) {
            Some(bytes) => (bytes.to_vec(), if known == Some(Encoding::Utf16Le) { 2 } else { 1 }),
            None => {
                let expected = "The \"value\" argument must be one of type number or string or an instance of Buffer or Uint8Array.";
                return Err(invalid_argument(cx, expected, value));
            }
        },
    };
    let Some(start) = start_of(haystack.len(), offset, needle.len(), forward) else { return Ok(-1.0) };
    if needle.is_empty() {
        return Ok(start as f64);
    }
    Ok(find(&haystack, &needle, start, forward, step).map_or(-1.0, |at| at as f64))
}

/// Buffer.prototype.indexOf
pub fn index_of<'h>(
    cx: Cx<'h>,
    buffer: Object<'h>,
    value: Value<'h>,
    offset: Option<Value<'h>>,
    encoding: Option<Value<'h>>,
) -> JsResult<'h, f64> {
    search(cx, buffer, value, offset, encoding, true)
}

/// Buffer.prototype.lastIndexOf
pub fn last_index_of<'h>(
    cx: Cx<'h>,
    buffer: Object<'h>,
    value: Value<'h>,
    offset: Option<Value<'h>>,
    encoding: Option<Value<'h>>,
) -> JsResult<'h, f64> {
    search(cx, buffer, value, offset, encoding, false)
}

/// Buffer.prototype.includes
pub fn includes<'h>(
    cx: Cx<'h>,
    buffer: Object<'h>,
    value: Value<'h>,
    offset: Option<Value<'h>>,
    encoding: Option<Value<'h>>,
) -> JsResult<'h, bool> {
    Ok(search(cx, buffer, value, offset, encoding, true)? >= 0.0)
}
