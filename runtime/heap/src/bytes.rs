//! Byte arrays: Uint8Array and Buffer.

use std::cell::Cell;

use crate::object::Payload;
use crate::{Cx, Kind, Object, Value};

/// What an object of kind [`Kind::Bytes`] sees: a part of a buffer, which other views may share.
#[derive(Clone)]
pub(crate) struct ByteData<'h> {
    buffer: Cell<Object<'h>>,
    offset: usize,
    length: usize,
}

impl<'h> ByteData<'h> {
    pub(crate) fn buffer(&self) -> &Cell<Object<'h>> {
        &self.buffer
    }

    pub(crate) fn cells(&self) -> &'h [Cell<u8>] {
        match self.buffer.get().payload() {
            Payload::Buffer(bytes) => &bytes[self.offset..self.offset + self.length],
            _ => &[],
        }
    }

    pub(crate) fn get(&self, index: usize) -> Option<u8> {
        self.cells().get(index).map(Cell::get)
    }

    pub(crate) fn set(&self, index: usize, byte: u8) {
        if let Some(cell) = self.cells().get(index) {
            cell.set(byte);
        }
    }

    pub(crate) fn length(&self) -> usize {
        self.length
    }
}

/// A typed view of an object of kind [`Kind::Bytes`].
#[derive(Clone, Copy, Debug)]
pub struct Bytes<'h>(Object<'h>);

impl<'h> Bytes<'h> {
    /// A new byte array with a copy of these bytes.
    pub fn new(cx: Cx<'h>, bytes: &[u8]) -> Bytes<'h> {
        let cells = cx.event_arena().alloc_slice(bytes.len(), |at| Cell::new(bytes[at]));
        let buffer = Object::new(cx, Kind::ByteBuffer, Payload::Buffer(cells));
        Bytes::view(cx, buffer, 0, bytes.len())
    }

    fn view(cx: Cx<'h>, buffer: Object<'h>, offset: usize, length: usize) -> Bytes<'h> {
        let data = cx.event_arena().alloc(ByteData { buffer: Cell::new(buffer), offset, length });
        Bytes(Object::new(cx, Kind::Bytes, Payload::Bytes(data)))
    }

    /// The view, if the value is a byte array.
    pub fn from_value(value: Value<'h>) -> Option<Bytes<'h>> {
        value.as_kind(Kind::Bytes).map(Bytes)
    }

    /// The object.
    pub fn object(self) -> Object<'h> {
        self.0
    }

    fn data(self) -> &'h ByteData<'h> {
        match self.0.payload() {
            Payload::Bytes(data) => data,
            _ => unreachable!("the view is only made for byte arrays"),
        }
    }

    /// Number of bytes.
    pub fn length(self) -> usize {
        self.data().length()
    }

    /// The byte at an index.
    pub fn get(self, index: usize) -> Option<u8> {
        self.data().get(index)
    }

    /// Sets a byte; does nothing beyond the end.
    pub fn set(self, index: usize, byte: u8) {
        self.data().set(index, byte);
    }

    /// A copy of the bytes.
    pub fn to_vec(self) -> Vec<u8> {
        self.data().cells().iter().map(Cell::get).collect()
    }

    /// A byte array that shares the bytes from `start` to `end`, which must satisfy `start <= end <= length`.
    pub fn subarray(self, cx: Cx<'h>, start: usize, end: usize) -> Bytes<'h> {
        let data = self.data();
        assert!(start <= end && end <= data.length, "a view lies within its buffer");
        Bytes::view(cx, data.buffer.get(), data.offset + start, end - start)
    }
}

impl<'h> From<Bytes<'h>> for Value<'h> {
    fn from(bytes: Bytes<'h>) -> Self {
        Value::Object(bytes.0)
    }
}
