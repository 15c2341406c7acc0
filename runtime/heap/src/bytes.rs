//! Typed arrays and the memory that they show (ECMA-262 §23.2, §25.1): ArrayBuffer, Uint8Array and the others, and Node's Buffer.

use std::cell::Cell;

use crate::object::Payload;
use crate::{Cx, Kind, Object, Value};

/// Node cuts buffers of fewer bytes out of a pool.
const POOLED: usize = 4096;

/// The class of a typed array, which says how its elements are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum ElementType {
    /// Node's Buffer: bytes.
    Buffer,
    /// Uint8Array
    Uint8,
    /// Uint8ClampedArray
    Uint8Clamped,
    /// Int8Array
    Int8,
    /// Uint16Array
    Uint16,
    /// Int16Array
    Int16,
    /// Uint32Array
    Uint32,
    /// Int32Array
    Int32,
    /// Float32Array
    Float32,
    /// Float64Array
    Float64,
}

impl ElementType {
    /// Bytes per element.
    pub const fn size(self) -> usize {
        match self {
            ElementType::Buffer | ElementType::Uint8 | ElementType::Uint8Clamped | ElementType::Int8 => 1,
            ElementType::Uint16 | ElementType::Int16 => 2,
            ElementType::Uint32 | ElementType::Int32 | ElementType::Float32 => 4,
            ElementType::Float64 => 8,
        }
    }

    /// Uint8Array for Buffer, itself for others.
    pub fn without_buffer(self) -> ElementType {
        if self == ElementType::Buffer { ElementType::Uint8 } else { self }
    }

    /// RawBytesToNumeric (ECMA-262 §25.1.3.14), little-endian.
    #[inline]
    pub fn read(self, bytes: &[Cell<u8>]) -> f64 {
        fn raw<const N: usize>(bytes: &[Cell<u8>]) -> [u8; N] {
            std::array::from_fn(|index| bytes[index].get())
        }
        match self {
            ElementType::Buffer | ElementType::Uint8 | ElementType::Uint8Clamped => bytes[0].get().into(),
            ElementType::Int8 => (bytes[0].get() as i8).into(),
            ElementType::Uint16 => u16::from_le_bytes(raw(bytes)).into(),
            ElementType::Int16 => i16::from_le_bytes(raw(bytes)).into(),
            ElementType::Uint32 => u32::from_le_bytes(raw(bytes)).into(),
            ElementType::Int32 => i32::from_le_bytes(raw(bytes)).into(),
            ElementType::Float32 => f32::from_le_bytes(raw(bytes)).into(),
            ElementType::Float64 => f64::from_le_bytes(raw(bytes)),
        }
    }

    /// NumericToRawBytes (ECMA-262 §25.1.3.16), little-endian.
    #[inline]
    pub fn write(self, bytes: &[Cell<u8>], number: f64) {
        fn store(bytes: &[Cell<u8>], raw: &[u8]) {
            for (cell, byte) in bytes.iter().zip(raw) {
                cell.set(*byte);
            }
        }
        let integer = || crate::number::to_uint32(number);
        match self {
            ElementType::Buffer | ElementType::Uint8 | ElementType::Int8 => bytes[0].set(integer() as u8),
            // ToUint8Clamp (ECMA-262 §7.1.12): ties go to even; NaN to zero.
            ElementType::Uint8Clamped => bytes[0].set(number.round_ties_even() as u8),
            ElementType::Uint16 | ElementType::Int16 => store(bytes, &(integer() as u16).to_le_bytes()),
            ElementType::Uint32 | ElementType::Int32 => store(bytes, &integer().to_le_bytes()),
            ElementType::Float32 => store(bytes, &(number as f32).to_le_bytes()),
            ElementType::Float64 => store(bytes, &number.to_le_bytes()),
        }
    }
}

/// What an object of kind [`Kind::Bytes`] sees: a part of a buffer, which other views may share.
#[derive(Clone)]
pub(crate) struct ByteData<'h> {
    buffer: Cell<Object<'h>>,
    element: ElementType,
    /// The buffer is one that Node would have cut out of a pool: its own length and the offset in it mean nothing.
    is_pooled: bool,
    offset: usize,
    /// In elements.
    length: usize,
}

impl<'h> ByteData<'h> {
    pub(crate) fn buffer(&self) -> &Cell<Object<'h>> {
        &self.buffer
    }

    fn cells(&self) -> &'h [Cell<u8>] {
        let cells = memory(self.buffer.get());
        &cells[self.offset..self.offset + self.length * self.element.size()]
    }

    #[inline]
    fn element_cells(&self, index: usize) -> Option<&'h [Cell<u8>]> {
        let size = self.element.size();
        (index < self.length).then(|| &self.cells()[index * size..(index + 1) * size])
    }

    pub(crate) fn get(&self, index: usize) -> Option<f64> {
        self.element_cells(index).map(|cells| self.element.read(cells))
    }

    pub(crate) fn set(&self, index: usize, number: f64) {
        if let Some(cells) = self.element_cells(index) {
            self.element.write(cells, number);
        }
    }

    pub(crate) fn length(&self) -> usize {
        self.length
    }
}

/// The bytes of an ArrayBuffer.
fn memory<'h>(buffer: Object<'h>) -> &'h [Cell<u8>] {
    match buffer.payload() {
        Payload::Buffer(bytes) => bytes,
        _ => &[],
    }
}

/// A typed view of an ArrayBuffer, an object of kind [`Kind::ByteBuffer`].
#[derive(Clone, Copy, Debug)]
pub struct ByteBuffer<'h>(Object<'h>);

impl<'h> ByteBuffer<'h> {
    /// A new buffer of that many bytes, which `make` gives by index.
    pub fn new(cx: Cx<'h>, length: usize, make: impl Fn(usize) -> u8) -> ByteBuffer<'h> {
        let cells = cx.event_arena().alloc_slice(length, |at| Cell::new(make(at)));
        ByteBuffer(Object::new(cx, Kind::ByteBuffer, Payload::Buffer(cells)))
    }

    /// The view, if the value is an ArrayBuffer.
    pub fn from_value(value: Value<'h>) -> Option<ByteBuffer<'h>> {
        value.as_kind(Kind::ByteBuffer).map(ByteBuffer)
    }

    /// The object.
    pub fn object(self) -> Object<'h> {
        self.0
    }

    /// Its bytes. Storing something in an object of the worker heap can move them: use them before that.
    pub fn cells(self) -> &'h [Cell<u8>] {
        memory(self.0)
    }
}

/// A typed view of a typed array.
#[derive(Clone, Copy, Debug)]
pub struct Bytes<'h>(Object<'h>);

impl<'h> Bytes<'h> {
    /// A new Buffer with a copy of these bytes, as Node cuts them out of a pool.
    pub fn new(cx: Cx<'h>, bytes: &[u8]) -> Bytes<'h> {
        let buffer = ByteBuffer::new(cx, bytes.len(), |at| bytes[at]);
        let is_pooled = (1..POOLED).contains(&bytes.len());
        Bytes::with_data(cx, buffer, ElementType::Buffer, is_pooled, 0, bytes.len())
    }

    /// A new typed array of zeros with a buffer of its own.
    pub fn zeroed(cx: Cx<'h>, element: ElementType, length: usize) -> Bytes<'h> {
        Bytes::view(cx, ByteBuffer::new(cx, length * element.size(), |_| 0), element, 0, length)
    }

    /// A typed array that shows `length` elements of a buffer, which must have them.
    pub fn view(cx: Cx<'h>, buffer: ByteBuffer<'h>, element: ElementType, offset: usize, length: usize) -> Bytes<'h> {
        Bytes::with_data(cx, buffer, element, false, offset, length)
    }

    fn with_data(
        cx: Cx<'h>,
        buffer: ByteBuffer<'h>,
        element: ElementType,
        is_pooled: bool,
        offset: usize,
        length: usize,
    ) -> Bytes<'h> {
        let end = length.checked_mul(element.size()).and_then(|bytes| bytes.checked_add(offset));
        assert!(end.is_some_and(|end| end <= buffer.cells().len()), "a view lies within its buffer");
        let buffer = Cell::new(buffer.0);
        let data = cx.event_arena().alloc(ByteData { buffer, element, is_pooled, offset, length });
        Bytes(Object::new(cx, Kind::Bytes, Payload::Bytes(data)))
    }

    /// The view, if the value is a typed array.
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
            _ => unreachable!("the view is only made for typed arrays"),
        }
    }

    /// The class of its elements.
    pub fn element(self) -> ElementType {
        self.data().element
    }

    /// Number of elements.
    pub fn length(self) -> usize {
        self.data().length()
    }

    /// Number of bytes.
    pub fn byte_length(self) -> usize {
        self.data().length * self.element().size()
    }

    /// Where it begins in its buffer.
    pub fn byte_offset(self) -> usize {
        self.data().offset
    }

    /// The buffer whose bytes it shows.
    pub fn buffer(self) -> ByteBuffer<'h> {
        ByteBuffer(self.data().buffer.get())
    }

    /// Node would have cut it out of a pool: its buffer and its place in that are not to be seen.
    pub fn is_pooled(self) -> bool {
        self.data().is_pooled
    }

    /// The element at an index.
    pub fn get(self, index: usize) -> Option<f64> {
        self.data().get(index)
    }

    /// Sets an element; does nothing beyond the end.
    pub fn set(self, index: usize, number: f64) {
        self.data().set(index, number);
    }

    /// The bytes that it shows. Storing something in an object of the worker heap can move them: use them before that.
    pub fn cells(self) -> &'h [Cell<u8>] {
        self.data().cells()
    }

    /// A copy of the bytes.
    pub fn to_vec(self) -> Vec<u8> {
        self.data().cells().iter().map(Cell::get).collect()
    }

    /// A typed array that shares the elements from `start` to `end`, which must satisfy `start <= end <= length`.
    pub fn subarray(self, cx: Cx<'h>, start: usize, end: usize) -> Bytes<'h> {
        let data = self.data();
        assert!(start <= end && end <= data.length, "a view lies within its buffer");
        let offset = data.offset + start * data.element.size();
        Bytes::with_data(cx, self.buffer(), data.element, data.is_pooled, offset, end - start)
    }
}

impl<'h> From<Bytes<'h>> for Value<'h> {
    fn from(bytes: Bytes<'h>) -> Self {
        Value::Object(bytes.0)
    }
}
