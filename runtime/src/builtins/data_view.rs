//! `DataView`.

use num_bigint::BigInt as Integer;
use num_traits::ToPrimitive;
use prickle_heap::{ByteBuffer, Cx, ElementType, ErrorKind, JsResult, Kind, Object, Value};

use crate::builtins::error::throw_type_error;
use crate::errors::{display, throw_error};
use crate::operations::big_integer::{from_integer, integer, to_bigint};
use crate::operations::{Operations, to_integer_or_infinity};

/// Slots: the buffer, and where the view begins and how long it is.
const BUFFER: usize = 0;
const OFFSET: usize = 1;
const LENGTH: usize = 2;

/// Without `new`
pub fn call<'h>(cx: Cx<'h>, _items: &[Value<'h>]) -> JsResult<'h, Object<'h>> {
    Err(throw_type_error(cx, "Constructor DataView requires 'new'"))
}

/// DataView ( buffer [ , byteOffset [ , byteLength ] ] ) (ECMA-262 §25.3.2.1)
pub fn construct<'h>(
    cx: Cx<'h>,
    buffer: Value<'h>,
    byte_offset: Option<Value<'h>>,
    byte_length: Option<Value<'h>>,
) -> JsResult<'h, Object<'h>> {
    let Some(memory) = ByteBuffer::from_value(buffer) else {
        return Err(throw_type_error(cx, "First argument to DataView constructor must be an ArrayBuffer"));
    };
    let range = |message: String| Err(throw_error(cx, ErrorKind::Range, cx.string(&message)));
    let given = byte_offset.unwrap_or(Value::Number(0.0));
    let offset = to_integer_or_infinity(given.to_number(cx)?);
    let bytes = memory.cells().len() as f64;
    if !(0.0..=bytes).contains(&offset) {
        return range(format!("Start offset {} is outside the bounds of the buffer", display(cx, given)));
    }
    let length = match byte_length {
        Some(given) => {
            let length = to_integer_or_infinity(given.to_number(cx)?);
            if length < 0.0 || offset + length > bytes {
                return range(format!("Invalid DataView length {}", display(cx, given)));
            }
            length
        }
        None => bytes - offset,
    };
    Ok(Object::with_slots(cx, Kind::DataView, &[buffer, offset.into(), length.into()]))
}

fn number(view: Object<'_>, slot: usize) -> f64 {
    view.slot(slot).as_number().unwrap_or_default()
}

/// The bytes that the view shows.
pub(super) fn bytes(view: Object<'_>) -> Vec<u8> {
    let (start, length) = (number(view, OFFSET) as usize, number(view, LENGTH) as usize);
    let memory = ByteBuffer::from_value(view.slot(BUFFER)).map(ByteBuffer::cells).unwrap_or_default();
    memory[start..start + length].iter().map(std::cell::Cell::get).collect()
}

/// get DataView.prototype.buffer (ECMA-262 §25.3.4.1)
pub fn buffer<'h>(_cx: Cx<'h>, view: Object<'h>) -> Object<'h> {
    view.slot(BUFFER).as_object().expect("the first slot is the buffer")
}

/// get DataView.prototype.byteLength (ECMA-262 §25.3.4.2)
pub fn byte_length<'h>(_cx: Cx<'h>, view: Object<'h>) -> f64 {
    number(view, LENGTH)
}

/// get DataView.prototype.byteOffset (ECMA-262 §25.3.4.3)
pub fn byte_offset<'h>(_cx: Cx<'h>, view: Object<'h>) -> f64 {
    number(view, OFFSET)
}

/// The first byte that an access touches, in the buffer; throws where the view does not reach that far.
fn place<'h>(cx: Cx<'h>, view: Object<'h>, offset: f64, size: usize) -> JsResult<'h, usize> {
    if offset + size as f64 > number(view, LENGTH) {
        return Err(outside(cx));
    }
    Ok((number(view, OFFSET) + offset) as usize)
}

fn outside<'h>(cx: Cx<'h>) -> prickle_heap::Throw<'h> {
    throw_error(cx, ErrorKind::Range, "Offset is outside the bounds of the DataView")
}

/// ToIndex (ECMA-262 §7.1.22)
fn to_index<'h>(cx: Cx<'h>, offset: Value<'h>) -> JsResult<'h, f64> {
    let index = to_integer_or_infinity(offset.to_number(cx)?);
    if (0.0..=9_007_199_254_740_991.0).contains(&index) { Ok(index) } else { Err(outside(cx)) }
}

/// GetViewValue (ECMA-262 §25.3.1.5)
fn get<'h>(
    cx: Cx<'h>,
    view: Object<'h>,
    element: ElementType,
    offset: Value<'h>,
    little_endian: Option<Value<'h>>,
) -> JsResult<'h, f64> {
    let offset = to_index(cx, offset)?;
    let start = place(cx, view, offset, element.size())?;
    let memory = ByteBuffer::from_value(view.slot(BUFFER)).map(ByteBuffer::cells).unwrap_or_default();
    let mut cells: Vec<_> = memory[start..start + element.size()].to_vec();
    if !little_endian.is_some_and(Value::truthy) {
        cells.reverse();
    }
    Ok(element.read(&cells))
}

/// SetViewValue (ECMA-262 §25.3.1.6)
fn set<'h>(
    cx: Cx<'h>,
    view: Object<'h>,
    element: ElementType,
    offset: Value<'h>,
    value: Value<'h>,
    little_endian: Option<Value<'h>>,
) -> JsResult<'h, ()> {
    let offset = to_index(cx, offset)?;
    let value = value.to_number(cx)?;
    let start = place(cx, view, offset, element.size())?;
    let memory = ByteBuffer::from_value(view.slot(BUFFER)).map(ByteBuffer::cells).unwrap_or_default();
    let cells: Vec<_> = (0..element.size()).map(|_| std::cell::Cell::new(0)).collect();
    element.write(&cells, value);
    for (index, cell) in cells.iter().enumerate() {
        let at = if little_endian.is_some_and(Value::truthy) { index } else { element.size() - 1 - index };
        memory[start + at].set(cell.get());
    }
    Ok(())
}

/// Defines the pair of methods of an element type of several bytes.
macro_rules! accessors {
    ($( $get:ident $set:ident $element:ident ),*) => { $(
        #[doc = concat!("Gets a number of type ", stringify!($element), " (ECMA-262 §25.3.4).")]
        pub fn $get<'h>(
            cx: Cx<'h>,
            view: Object<'h>,
            offset: Value<'h>,
            little_endian: Option<Value<'h>>,
        ) -> JsResult<'h, f64> {
            get(cx, view, ElementType::$element, offset, little_endian)
        }

        #[doc = concat!("Sets a number of type ", stringify!($element), " (ECMA-262 §25.3.4).")]
        pub fn $set<'h>(
            cx: Cx<'h>,
            view: Object<'h>,
            offset: Value<'h>,
            value: Value<'h>,
            little_endian: Option<Value<'h>>,
        ) -> JsResult<'h, ()> {
            set(cx, view, ElementType::$element, offset, value, little_endian)
        }
    )* };
}
accessors! {
    get_float32 set_float32 Float32, get_float64 set_float64 Float64, get_int16 set_int16 Int16, get_int32 set_int32 Int32,
    get_uint16 set_uint16 Uint16, get_uint32 set_uint32 Uint32
}

/// DataView.prototype.getInt8 (ECMA-262 §25.3.4.9)
pub fn get_int8<'h>(cx: Cx<'h>, view: Object<'h>, offset: Value<'h>) -> JsResult<'h, f64> {
    get(cx, view, ElementType::Int8, offset, None)
}

/// DataView.prototype.getUint8 (ECMA-262 §25.3.4.12)
pub fn get_uint8<'h>(cx: Cx<'h>, view: Object<'h>, offset: Value<'h>) -> JsResult<'h, f64> {
    get(cx, view, ElementType::Uint8, offset, None)
}

/// DataView.prototype.setInt8 (ECMA-262 §25.3.4.19)
pub fn set_int8<'h>(cx: Cx<'h>, view: Object<'h>, offset: Value<'h>, value: Value<'h>) -> JsResult<'h, ()> {
    set(cx, view, ElementType::Int8, offset, value, None)
}

/// DataView.prototype.setUint8 (ECMA-262 §25.3.4.22)
pub fn set_uint8<'h>(cx: Cx<'h>, view: Object<'h>, offset: Value<'h>, value: Value<'h>) -> JsResult<'h, ()> {
    set(cx, view, ElementType::Uint8, offset, value, None)
}

/// Bytes of a 64-bit integer.
const INT64: usize = 8;

fn read_int64<'h>(cx: Cx<'h>, view: Object<'h>, offset: Value<'h>, little: Option<Value<'h>>) -> JsResult<'h, u64> {
    let offset = to_index(cx, offset)?;
    let start = place(cx, view, offset, INT64)?;
    let memory = ByteBuffer::from_value(view.slot(BUFFER)).map(ByteBuffer::cells).unwrap_or_default();
    let bytes = std::array::from_fn(|index| memory[start + index].get());
    Ok(if little.is_some_and(Value::truthy) { u64::from_le_bytes(bytes) } else { u64::from_be_bytes(bytes) })
}

/// DataView.prototype.getBigInt64 (ECMA-262 §25.3.4.5)
pub fn get_big_int64<'h>(
    cx: Cx<'h>,
    view: Object<'h>,
    offset: Value<'h>,
    little_endian: Option<Value<'h>>,
) -> JsResult<'h> {
    let bits = read_int64(cx, view, offset, little_endian)?;
    from_integer(cx, &Integer::from(bits as i64)).map(Value::from)
}

/// DataView.prototype.getBigUint64 (ECMA-262 §25.3.4.6)
pub fn get_big_uint64<'h>(
    cx: Cx<'h>,
    view: Object<'h>,
    offset: Value<'h>,
    little_endian: Option<Value<'h>>,
) -> JsResult<'h> {
    let bits = read_int64(cx, view, offset, little_endian)?;
    from_integer(cx, &Integer::from(bits)).map(Value::from)
}

/// DataView.prototype.setBigInt64 (ECMA-262 §25.3.4.15)
pub fn set_big_int64<'h>(
    cx: Cx<'h>,
    view: Object<'h>,
    offset: Value<'h>,
    value: Value<'h>,
    little_endian: Option<Value<'h>>,
) -> JsResult<'h, ()> {
    let offset = to_index(cx, offset)?;
    // ToBigInt64 (ECMA-262 §7.1.15): modulo 2^64, which is what both methods write.
    let value = integer(to_bigint(cx, value)?) & Integer::from(u64::MAX);
    let bits = value.to_u64().unwrap_or_default();
    let start = place(cx, view, offset, INT64)?;
    let memory = ByteBuffer::from_value(view.slot(BUFFER)).map(ByteBuffer::cells).unwrap_or_default();
    let bytes = if little_endian.is_some_and(Value::truthy) { bits.to_le_bytes() } else { bits.to_be_bytes() };
    for (index, byte) in bytes.into_iter().enumerate() {
        memory[start + index].set(byte);
    }
    Ok(())
}

pub use set_big_int64 as set_big_uint64;
