//! One property: its key with all that is known about it, and its value.

use std::cell::Cell;
use std::marker::PhantomData;
use std::ptr::NonNull;

use super::index::Index;
use super::private::PRIVATE_MARK;
use super::{Attributes, array_index};
use crate::Value;
use crate::hash::{hash_bytes, is_equal};
use crate::string::JsStr;
use crate::symbol;

/// The key of an entry with all that is known about it, packed into sixteen bytes.
#[derive(Clone, Copy)]
pub(crate) struct Key<'h> {
    bytes: NonNull<u8>,
    length: u32,
    /// From the top: part of the hash (16 bits), which lets a probe skip most keys without looking at their bytes; one mark;
    /// what is known about the string (4 bits); attributes (3 bits) and the other marks below. One word, so that it is stored and loaded as one.
    info: u32,
    lifetime: PhantomData<&'h [u8]>,
}

/// The value is an accessor pair.
const ACCESSOR: u32 = 8;
/// The key is an array index.
const INDEX: u32 = 16;
/// The property was deleted.
const VACANT: u32 = 32;
/// The key is a private name: its first byte is none that a string can have.
const PRIVATE: u32 = 128;
/// The key is a symbol: its text is the symbol's name.
const SYMBOL: u32 = 64;
/// The property is as it stands in the input: see [`Key::in_place`].
const IN_PLACE: u32 = 1 << 12;

impl<'h> Key<'h> {
    /// The key of an entry that is not in use.
    pub(crate) const NONE: Key<'static> =
        Key { bytes: NonNull::dangling(), length: 0, info: VACANT, lifetime: PhantomData };

    #[inline(always)]
    pub(crate) fn new(text: JsStr<'h>, hash: u32, attributes: Attributes) -> Key<'h> {
        let bytes = text.as_bytes();
        let mark = match bytes.first() {
            Some(b'0'..=b'9') if array_index(bytes).is_some() => INDEX,
            Some(&PRIVATE_MARK) => PRIVATE,
            Some(&symbol::MARK) => SYMBOL,
            _ => 0,
        };
        let plain = Key::plain(text, hash, attributes);
        Key { info: plain.info | mark, ..plain }
    }

    /// The key of a string that is known to be neither an array index nor a private name.
    #[inline(always)]
    pub(crate) fn plain(text: JsStr<'h>, hash: u32, attributes: Attributes) -> Key<'h> {
        let bytes = text.as_bytes();
        Key {
            bytes: NonNull::from(bytes).cast(),
            length: bytes.len() as u32,
            info: hash & 0xffff_0000 | u32::from(text.trait_bits()) << 8 | u32::from(attributes.bits()),
            lifetime: PhantomData,
        }
    }

    #[inline(always)]
    pub(crate) fn text(self) -> JsStr<'h> {
        // SAFETY: pointer and length came from the slice of a `JsStr<'h>` in `new` (or are the empty dangling slice of `NONE`).
        let bytes = unsafe { std::slice::from_raw_parts(self.bytes.as_ptr().cast_const(), self.length as usize) };
        JsStr::from_trait_bits(bytes, (self.info >> 8) as u8)
    }

    /// The same key with its bytes somewhere else.
    pub(crate) fn with_text(self, text: JsStr<'h>) -> Key<'h> {
        let moved = Key::new(text, 0, Attributes::NONE);
        Key { info: self.info & 0xffff_00ff | moved.info & 0xff00, ..moved }
    }

    #[inline(always)]
    pub(crate) fn attributes(self) -> Attributes {
        Attributes::from_bits(self.info as u8)
    }

    #[inline(always)]
    pub(crate) fn is_accessor(self) -> bool {
        self.info & ACCESSOR != 0
    }

    /// Whether the entry is in use, enumerable, and not an accessor.
    #[inline(always)]
    pub(crate) fn is_enumerable_data(self) -> bool {
        let enumerable = u32::from(Attributes::ENUMERABLE.bits());
        self.info & (VACANT | ACCESSOR | SYMBOL | enumerable) == enumerable
    }

    /// The key of a property that stands in the input of the event exactly as JSON.stringify writes it, and is followed there by a
    /// comma and the key of the next entry of the table. The mark is lost with any change to that.
    #[inline(always)]
    pub(crate) fn in_place(self) -> Key<'h> {
        Key { info: self.info | IN_PLACE, ..self }
    }

    /// The key without that mark.
    #[inline(always)]
    pub(super) fn set_apart(self) -> Key<'h> {
        Key { info: self.info & !IN_PLACE, ..self }
    }

    /// Whether the property is enumerable and stands [in place](Key::in_place).
    #[inline(always)]
    pub(crate) fn is_in_place(self) -> bool {
        let wanted = IN_PLACE | u32::from(Attributes::ENUMERABLE.bits());
        self.info & (VACANT | ACCESSOR | wanted) == wanted
    }

    /// Where the bytes start.
    #[inline(always)]
    pub(crate) fn address(self) -> usize {
        self.bytes.addr().get()
    }

    #[inline(always)]
    pub(crate) fn is_index(self) -> bool {
        self.info & INDEX != 0
    }

    /// Whether the entry is in use, and its key a string that the program may see.
    #[inline(always)]
    pub(crate) fn is_live_string(self) -> bool {
        self.info & (VACANT | SYMBOL | PRIVATE) == 0
    }

    #[inline(always)]
    pub(crate) fn is_symbol(self) -> bool {
        self.info & SYMBOL != 0
    }

    #[inline(always)]
    pub(crate) fn is_private(self) -> bool {
        self.info & PRIVATE != 0
    }

    #[inline(always)]
    pub(crate) fn is_vacant(self) -> bool {
        self.info & VACANT != 0
    }

    #[inline(always)]
    pub(super) fn hash_part(self) -> u32 {
        self.info >> 16
    }

    /// The hash as far as it is kept: only the upper half means anything.
    #[inline(always)]
    pub(super) fn partial_hash(self) -> u32 {
        self.info
    }

    /// What an index sorts this key by: the part of the hash that is kept suffices for a small one.
    #[inline(always)]
    pub(super) fn full_hash(self, index: Index<'_>) -> u32 {
        if index.is_large() { hash_bytes(self.text().as_bytes()) } else { self.info }
    }

    #[inline(always)]
    pub(super) fn is_equal(self, other: Key<'h>) -> bool {
        self.hash_part() == other.hash_part()
            && self.length == other.length
            && self.text().as_bytes() == other.text().as_bytes()
    }

    #[inline(always)]
    pub(super) fn matches(self, bytes: &[u8], hash: u32) -> bool {
        self.hash_part() == hash >> 16
            && self.length as usize == bytes.len()
            && !self.is_vacant()
            && is_equal(self.text().as_bytes(), bytes)
    }
}

/// One property.
pub(crate) struct Entry<'h> {
    pub(super) key: Cell<Key<'h>>,
    value: Cell<Value<'h>>,
}

const _: () = assert!(size_of::<Entry<'static>>() == 32);

impl<'h> Entry<'h> {
    pub(crate) fn new(key: Key<'h>, value: Value<'h>) -> Entry<'h> {
        Entry { key: Cell::new(key), value: Cell::new(value) }
    }

    pub(super) fn vacant() -> Entry<'h> {
        Entry::new(Key::NONE, Value::Undefined)
    }

    #[inline(always)]
    pub(crate) fn key(&self) -> Key<'h> {
        self.key.get()
    }

    #[inline(always)]
    pub(crate) fn value(&self) -> Value<'h> {
        self.value.get()
    }

    /// Makes a property of an entry that is not in use.
    #[inline(always)]
    pub(super) fn fill(&self, key: Key<'h>, value: Value<'h>) {
        self.key.set(key);
        self.value.set(value);
    }

    /// Overwrites the value. The property is no longer what stands in the input.
    #[inline(always)]
    pub(crate) fn set_value(&self, value: Value<'h>) {
        self.set_apart();
        self.value.set(value);
    }

    /// Takes the mark of [`Key::in_place`] away.
    #[inline(always)]
    pub(super) fn set_apart(&self) {
        self.key.set(self.key.get().set_apart());
    }

    /// Marks the property as deleted. Its key stays.
    pub(super) fn set_vacant(&self) {
        let key = self.key.get();
        self.key.set(Key { info: key.info | VACANT, ..key });
    }

    pub(crate) fn set_key_text(&self, text: JsStr<'h>) {
        self.key.set(self.key.get().with_text(text));
    }

    pub(crate) fn set_attributes(&self, attributes: Attributes) {
        let key = self.key.get();
        self.key.set(Key { info: key.info & !7 | u32::from(attributes.bits()), ..key });
    }

    pub(crate) fn set_accessor(&self, is_accessor: bool) {
        let key = self.key.get();
        self.key.set(Key { info: if is_accessor { key.info | ACCESSOR } else { key.info & !ACCESSOR }, ..key });
    }
}
