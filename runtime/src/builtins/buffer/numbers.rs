//! Numbers in Buffers: `readInt32LE` and the others.

use prickle_heap::{Bytes, Cx, ErrorKind, JsResult, Object, Throw, Value};

use super::view;
use crate::builtins::node_error::{self, invalid_argument, out_of_range};
use crate::operations::Operations;

/// The order of the bytes of a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Little,
    Big,
}

/// How a number is stored.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Unsigned,
    Signed,
    Float,
}

use Format::{Float, Signed, Unsigned};
use Order::{Big, Little};

/// `ERR_BUFFER_OUT_OF_BOUNDS`, or what else is wrong with a place.
#[cold]
fn bounds_error<'h>(cx: Cx<'h>, value: f64, last: f64, name: &str) -> Throw<'h> {
    if value.floor() != value {
        return out_of_range(cx, name, "an integer", value);
    }
    if last < 0.0 {
        let message = "Attempt to access memory outside buffer bounds";
        return node_error::throw(cx, ErrorKind::Range, "ERR_BUFFER_OUT_OF_BOUNDS", message);
    }
    let first = if name == "offset" { 0 } else { 1 };
    out_of_range(cx, name, &format!(">= {first} and <= {last}"), value)
}

/// An offset, which must be a number; 0 where it may be left out.
fn offset_of<'h>(cx: Cx<'h>, offset: Option<Value<'h>>) -> JsResult<'h, f64> {
    match offset {
        None => Ok(0.0),
        Some(Value::Number(offset)) => Ok(offset),
        Some(offset) => Err(invalid_argument(cx, "The \"offset\" argument must be of type number.", offset)),
    }
}

/// Checks that so many bytes are there.
fn place<'h>(cx: Cx<'h>, buffer: Object<'h>, offset: f64, size: usize) -> JsResult<'h, usize> {
    let last = view(buffer).length() as f64 - size as f64;
    if offset.fract() == 0.0 && (0.0..=last).contains(&offset) {
        return Ok(offset as usize);
    }
    Err(bounds_error(cx, offset, last, "offset"))
}

fn read<'h>(
    cx: Cx<'h>,
    buffer: Object<'h>,
    offset: Option<Value<'h>>,
    size: usize,
    format: Format,
    order: Order,
) -> JsResult<'h, f64> {
    let offset = offset_of(cx, offset)?;
    let start = place(cx, buffer, offset, size)?;
    let mut bytes = [0; 8];
    for (index, cell) in view(buffer).cells()[start..start + size].iter().enumerate() {
        bytes[if order == Little { index } else { size - 1 - index }] = cell.get();
    }
    let unsigned = u64::from_le_bytes(bytes);
    Ok(match format {
        Float if size == 4 => f32::from_bits(unsigned as u32).into(),
        Float => f64::from_bits(unsigned),
        Unsigned => unsigned as f64,
        Signed => {
            let unused = 64 - 8 * size as u32;
            (((unsigned << unused) as i64) >> unused) as f64
        }
    })
}

fn write<'h>(
    cx: Cx<'h>,
    buffer: Object<'h>,
    value: Value<'h>,
    offset: Option<Value<'h>>,
    size: usize,
    format: Format,
    order: Order,
) -> JsResult<'h, f64> {
    let value = value.to_number(cx)?;
    let bits = 8 * size as i32;
    let (min, max) = match format {
        Unsigned => (0.0, 2f64.powi(bits) - 1.0),
        Signed => (-(2f64.powi(bits - 1)), 2f64.powi(bits - 1) - 1.0),
        Float => (f64::NEG_INFINITY, f64::INFINITY),
    };
    // Single bytes look at the offset before the value.
    let early = if size == 1 { Some(offset_of(cx, offset)?) } else { None };
    if value < min || value > max {
        let range = match format {
            Unsigned if size > 4 => format!(">= 0 and < 2 ** {bits}"),
            Signed if size > 4 => format!(">= -(2 ** {0}) and < 2 ** {0}", bits - 1),
            _ => format!(">= {min} and <= {max}"),
        };
        return Err(out_of_range(cx, "value", &range, value));
    }
    let offset = match early {
        Some(offset) => offset,
        None => offset_of(cx, offset)?,
    };
    let start = place(cx, buffer, offset, size)?;
    let bytes = match format {
        Float if size == 4 => u64::from((value as f32).to_bits()).to_le_bytes(),
        Float => value.to_bits().to_le_bytes(),
        Unsigned | Signed => (value as i64).to_le_bytes(),
    };
    for (index, cell) in view(buffer).cells()[start..start + size].iter().enumerate() {
        cell.set(bytes[if order == Little { index } else { size - 1 - index }]);
    }
    Ok(offset + size as f64)
}

/// How many bytes an integer of variable length has.
fn size_of<'h>(cx: Cx<'h>, byte_length: Value<'h>) -> JsResult<'h, usize> {
    match byte_length {
        Value::Number(size) if size.fract() == 0.0 && (1.0..=6.0).contains(&size) => Ok(size as usize),
        Value::Number(size) => Err(bounds_error(cx, size, 6.0, "byteLength")),
        other => Err(invalid_argument(cx, "The \"byteLength\" argument must be of type number.", other)),
    }
}

/// Defines the methods for numbers of a fixed size.
macro_rules! fixed {
    ($( $read:ident $write:ident $size:literal $format:ident $order:ident ),* $(,)?) => { $(
        #[doc = concat!("Reads a number of ", $size, " bytes.")]
        pub fn $read<'h>(cx: Cx<'h>, buffer: Object<'h>, offset: Option<Value<'h>>) -> JsResult<'h, f64> {
            read(cx, buffer, offset, $size, $format, $order)
        }

        #[doc = concat!("Writes a number of ", $size, " bytes; the offset behind it.")]
        pub fn $write<'h>(
            cx: Cx<'h>,
            buffer: Object<'h>,
            value: Value<'h>,
            offset: Option<Value<'h>>,
        ) -> JsResult<'h, f64> {
            write(cx, buffer, value, offset, $size, $format, $order)
        }
    )* };
}
fixed! {
    read_uint8 write_uint8 1 Unsigned Little,
    read_int8 write_int8 1 Signed Little,
    read_uint16_le write_uint16_le 2 Unsigned Little,
    read_uint16_be write_uint16_be 2 Unsigned Big,
    read_int16_le write_int16_le 2 Signed Little,
    read_int16_be write_int16_be 2 Signed Big,
    read_uint32_le write_uint32_le 4 Unsigned Little,
    read_uint32_be write_uint32_be 4 Unsigned Big,
    read_int32_le write_int32_le 4 Signed Little,
    read_int32_be write_int32_be 4 Signed Big,
    read_float_le write_float_le 4 Float Little,
    read_float_be write_float_be 4 Float Big,
    read_double_le write_double_le 8 Float Little,
    read_double_be write_double_be 8 Float Big,
}

/// Defines the methods for integers of one to six bytes.
macro_rules! variable {
    ($( $read:ident $write:ident $format:ident $order:ident ),* $(,)?) => { $(
        /// Reads an integer of one to six bytes.
        pub fn $read<'h>(
            cx: Cx<'h>,
            buffer: Object<'h>,
            offset: Value<'h>,
            byte_length: Value<'h>,
        ) -> JsResult<'h, f64> {
            if offset.is_undefined() {
                return Err(invalid_argument(cx, "The \"offset\" argument must be of type number.", offset));
            }
            let size = size_of(cx, byte_length)?;
            read(cx, buffer, Some(offset), size, $format, $order)
        }

        /// Writes an integer of one to six bytes; the offset behind it.
        pub fn $write<'h>(
            cx: Cx<'h>,
            buffer: Object<'h>,
            value: Value<'h>,
            offset: Value<'h>,
            byte_length: Value<'h>,
        ) -> JsResult<'h, f64> {
            let size = size_of(cx, byte_length)?;
            write(cx, buffer, value, Some(offset), size, $format, $order)
        }
    )* };
}
variable! {
    read_uint_le write_uint_le Unsigned Little,
    read_uint_be write_uint_be Unsigned Big,
    read_int_le write_int_le Signed Little,
    read_int_be write_int_be Signed Big,
}

/// Turns the order of the bytes in each group around.
fn swap<'h>(cx: Cx<'h>, buffer: Object<'h>, size: usize) -> JsResult<'h, Object<'h>> {
    let bytes: Bytes<'h> = view(buffer);
    if !bytes.length().is_multiple_of(size) {
        let message = format!("Buffer size must be a multiple of {}-bits", size * 8);
        return Err(node_error::throw(cx, ErrorKind::Range, "ERR_INVALID_BUFFER_SIZE", &message));
    }
    for group in bytes.cells().chunks(size) {
        for index in 0..size / 2 {
            group[index].swap(&group[size - 1 - index]);
        }
    }
    Ok(buffer)
}

/// Buffer.prototype.swap16
pub fn swap16<'h>(cx: Cx<'h>, buffer: Object<'h>) -> JsResult<'h, Object<'h>> {
    swap(cx, buffer, 2)
}

/// Buffer.prototype.swap32
pub fn swap32<'h>(cx: Cx<'h>, buffer: Object<'h>) -> JsResult<'h, Object<'h>> {
    swap(cx, buffer, 4)
}

/// Buffer.prototype.swap64
pub fn swap64<'h>(cx: Cx<'h>, buffer: Object<'h>) -> JsResult<'h, Object<'h>> {
    swap(cx, buffer, 8)
}
