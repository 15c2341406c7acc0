//! `ArrayBuffer`.

use prickle_heap::{ByteBuffer, Bytes, Cx, ErrorKind, JsResult, Kind, Object, Value};

use super::typed_array::{check_species, range};
use crate::builtins::error::throw_type_error;
use crate::errors::throw_error;
use crate::operations::{Operations, to_integer_or_infinity};

/// The receiver, which the row has checked.
fn view<'h>(buffer: Object<'h>) -> ByteBuffer<'h> {
    ByteBuffer::from_value(buffer.into()).expect("the receiver is checked before the call")
}

/// Without `new`
pub fn call<'h>(cx: Cx<'h>, _items: &[Value<'h>]) -> JsResult<'h, Object<'h>> {
    Err(throw_type_error(cx, "Constructor ArrayBuffer requires 'new'"))
}

/// ArrayBuffer ( length [ , options ] ) (ECMA-262 §25.1.4.1)
pub fn construct<'h>(cx: Cx<'h>, length: Value<'h>, options: Option<Value<'h>>) -> JsResult<'h, Object<'h>> {
    let length = to_integer_or_infinity(length.to_number(cx)?);
    if options.is_some_and(Value::is_object) {
        return Err(cx.unsupported("an ArrayBuffer that can be resized"));
    }
    if !(0.0..=9_007_199_254_740_991.0).contains(&length) {
        return Err(throw_error(cx, ErrorKind::Range, "Invalid array buffer length"));
    }
    cx.check_memory(length as usize)?;
    Ok(ByteBuffer::new(cx, length as usize, |_| 0).object())
}

/// ArrayBuffer.isView (ECMA-262 §25.1.5.1)
pub fn is_view<'h>(_cx: Cx<'h>, value: Value<'h>) -> bool {
    Bytes::from_value(value).is_some() || value.as_kind(Kind::DataView).is_some()
}

/// get ArrayBuffer.prototype.byteLength (ECMA-262 §25.1.6.1)
pub fn byte_length<'h>(_cx: Cx<'h>, buffer: Object<'h>) -> f64 {
    view(buffer).cells().len() as f64
}

/// get ArrayBuffer.prototype.maxByteLength (ECMA-262 §25.1.6.4)
pub use byte_length as max_byte_length;

/// get ArrayBuffer.prototype.resizable (ECMA-262 §25.1.6.5)
pub fn resizable<'h>(_cx: Cx<'h>, _buffer: Object<'h>) -> bool {
    false
}

/// ArrayBuffer.prototype.resize (ECMA-262 §25.1.6.6)
pub fn resize<'h>(cx: Cx<'h>, _buffer: Object<'h>, _new_length: Value<'h>) -> JsResult<'h, ()> {
    let message = "Method ArrayBuffer.prototype.resize called on incompatible receiver #<ArrayBuffer>";
    Err(throw_type_error(cx, message))
}

/// ArrayBuffer.prototype.slice (ECMA-262 §25.1.6.7)
pub fn slice<'h>(cx: Cx<'h>, buffer: Object<'h>, start: Value<'h>, end: Option<Value<'h>>) -> JsResult<'h, Object<'h>> {
    let (start, end) = range(cx, start, end, view(buffer).cells().len())?;
    check_species(cx, buffer)?;
    cx.check_memory(end - start)?;
    let cells = view(buffer).cells();
    Ok(ByteBuffer::new(cx, end - start, |index| cells[start + index].get()).object())
}
