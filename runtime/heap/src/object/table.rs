//! The property table: entries in insertion order, tombstones for what was deleted, an index once there are many.

use std::cell::Cell;
use std::marker::PhantomData;
use std::ptr::NonNull;

use super::index::{Index, LINEAR};
use super::private::PRIVATE_MARK;
use super::{Attributes, array_index};
use crate::Value;
use crate::arena::Arena;
use crate::hash::{hash_bytes, is_equal};
use crate::string::JsStr;

/// The key of an entry with all that is known about it, packed into sixteen bytes.
#[derive(Clone, Copy)]
pub(crate) struct Key<'h> {
    bytes: NonNull<u8>,
    length: u32,
    /// From the top: part of the hash (16 bits), which lets a probe skip most keys without looking at their bytes; what is known
    /// about the string (8 bits); attributes (3 bits) and the marks below. One word, so that it is stored and loaded as one.
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

impl<'h> Key<'h> {
    /// The key of an entry that is not in use.
    pub(crate) const NONE: Key<'static> =
        Key { bytes: NonNull::dangling(), length: 0, info: VACANT, lifetime: PhantomData };

    #[inline(always)]
    pub(crate) fn new(text: JsStr<'h>, hash: u32, attributes: Attributes) -> Key<'h> {
        let bytes = text.as_bytes();
        let index = match bytes.first() {
            Some(b'0'..=b'9') if array_index(bytes).is_some() => INDEX,
            Some(&PRIVATE_MARK) => PRIVATE,
            _ => 0,
        };
        Key {
            bytes: NonNull::from(bytes).cast(),
            length: bytes.len() as u32,
            info: hash & 0xffff_0000 | u32::from(text.trait_bits()) << 8 | u32::from(attributes.bits()) | index,
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
        self.info & (VACANT | ACCESSOR | enumerable) == enumerable
    }

    #[inline(always)]
    pub(crate) fn is_index(self) -> bool {
        self.info & INDEX != 0
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
    fn hash_part(self) -> u32 {
        self.info >> 16
    }

    /// What an index sorts this key by: the part of the hash that is kept suffices for a small one.
    #[inline(always)]
    fn full_hash(self, index: Index<'_>) -> u32 {
        if index.is_large() { hash_bytes(self.text().as_bytes()) } else { self.info }
    }

    #[inline(always)]
    fn is_equal(self, other: Key<'h>) -> bool {
        self.hash_part() == other.hash_part()
            && self.length == other.length
            && self.text().as_bytes() == other.text().as_bytes()
    }

    #[inline(always)]
    fn matches(self, bytes: &[u8], hash: u32) -> bool {
        self.hash_part() == hash >> 16
            && self.length as usize == bytes.len()
            && !self.is_vacant()
            && is_equal(self.text().as_bytes(), bytes)
    }
}

/// One property.
pub(crate) struct Entry<'h> {
    key: Cell<Key<'h>>,
    pub(crate) value: Cell<Value<'h>>,
}

const _: () = assert!(size_of::<Entry<'static>>() == 32);

impl<'h> Entry<'h> {
    pub(crate) fn new(key: Key<'h>, value: Value<'h>) -> Entry<'h> {
        Entry { key: Cell::new(key), value: Cell::new(value) }
    }

    /// An entry of the same contents.
    #[inline(always)]
    fn copied(&self) -> Entry<'h> {
        Entry { key: self.key.clone(), value: self.value.clone() }
    }

    fn vacant() -> Entry<'h> {
        Entry::new(Key::NONE, Value::Undefined)
    }

    #[inline(always)]
    pub(crate) fn key(&self) -> Key<'h> {
        self.key.get()
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

/// The own properties of an object.
pub(crate) struct Table<'h> {
    /// All entries there is room for; those from `length` on are vacant.
    entries: Cell<&'h [Entry<'h>]>,
    length: Cell<u32>,
    vacant: Cell<u32>,
    has_index_keys: Cell<bool>,
    index: Cell<Index<'h>>,
}

impl<'h> Table<'h> {
    pub(crate) const fn new() -> Table<'h> {
        Table {
            entries: Cell::new(&[]),
            length: Cell::new(0),
            vacant: Cell::new(0),
            has_index_keys: Cell::new(false),
            index: Cell::new(Index::None),
        }
    }

    /// A table of what the parser found, in which keys may repeat. Leaves some room for what plugins add.
    pub(crate) fn of_parsed(arena: &'h Arena, parsed: &[Entry<'h>]) -> Table<'h> {
        let capacity = parsed.len() + if parsed.len() > LINEAR { parsed.len() / 4 + 8 } else { 1 };
        let table = Table::new();
        let copy = |at: usize| parsed[at].copied();
        table.entries.set(arena.alloc_slice_from(capacity, parsed.len(), copy, Entry::vacant));
        table.length.set(parsed.len() as u32);
        if !table.index_parsed(arena) {
            table.length.set(0);
            table.index.set(Index::None);
            for entry in parsed {
                table.put(arena, entry.key(), entry.value.get());
            }
        }
        table
    }

    /// Builds the index of a fresh table. False if a key repeats.
    #[inline]
    fn index_parsed(&self, arena: &'h Arena) -> bool {
        let entries = self.entries();
        self.has_index_keys.set(entries.iter().any(|entry| entry.key().is_index()));
        if entries.len() <= LINEAR {
            // One bit per hash: only if two keys share a bit can they be equal.
            let mut seen = 0u64;
            for (position, entry) in entries.iter().enumerate() {
                let key = entry.key();
                let bit = 1 << (key.hash_part() & 63);
                if seen & bit != 0 && entries[..position].iter().any(|other| other.key().is_equal(key)) {
                    return false;
                }
                seen |= bit;
            }
            return true;
        }
        let index = Index::new(arena, self.entries.get().len());
        self.index.set(index);
        index.fill_all(
            entries.len(),
            |position| entries[position].key().info,
            |position| hash_bytes(entries[position].key().text().as_bytes()),
            |a, b| entries[a].key().is_equal(entries[b].key()),
        )
    }

    /// Sets a property, adding it if it is absent.
    fn put(&self, arena: &'h Arena, key: Key<'h>, value: Value<'h>) {
        let text = key.text();
        let hash = hash_bytes(text.as_bytes());
        match self.find(text.as_bytes(), hash) {
            Some(entry) => entry.value.set(value),
            None => {
                self.push(arena, text, hash, value, key.attributes());
            }
        }
    }

    /// Entries in use, vacant ones among them.
    #[inline(always)]
    pub(crate) fn entries(&self) -> &'h [Entry<'h>] {
        &self.entries.get()[..self.length.get() as usize]
    }

    /// Number of properties.
    #[inline]
    pub(crate) fn count(&self) -> usize {
        (self.length.get() - self.vacant.get()) as usize
    }

    #[inline]
    pub(crate) fn has_index_keys(&self) -> bool {
        self.has_index_keys.get()
    }

    /// The entry with this key.
    #[inline]
    pub(crate) fn find(&self, bytes: &[u8], hash: u32) -> Option<&'h Entry<'h>> {
        let entries = self.entries();
        match self.index.get() {
            Index::None => entries.iter().find(|entry| entry.key().matches(bytes, hash)),
            Index::Small(slots) => {
                // As `Index::find` does it, but without leaving this function.
                let mask = slots.len() - 1;
                let mut slot = (hash >> 16) as usize & mask;
                loop {
                    let entry = &entries[(slots[slot].get() as usize).checked_sub(1)?];
                    if entry.key().matches(bytes, hash) {
                        return Some(entry);
                    }
                    slot = (slot + 1) & mask;
                }
            }
            Index::Large(_) => self.find_among_many(bytes, hash),
        }
    }

    #[cold]
    #[inline(never)]
    fn find_among_many(&self, bytes: &[u8], hash: u32) -> Option<&'h Entry<'h>> {
        let entries = self.entries();
        self.index.get().find(hash, |at| entries[at].key().matches(bytes, hash)).ok().map(|at| &entries[at])
    }

    /// The value of the data property with this key.
    pub(crate) fn get_data(&self, bytes: &[u8], hash: u32) -> Option<Value<'h>> {
        let entry = self.find(bytes, hash)?;
        if entry.key().is_accessor() { None } else { Some(entry.value.get()) }
    }

    /// Adds a property whose key is known to be absent.
    pub(crate) fn push(
        &self,
        arena: &'h Arena,
        text: JsStr<'h>,
        hash: u32,
        value: Value<'h>,
        attributes: Attributes,
    ) -> &'h Entry<'h> {
        if self.length.get() as usize == self.entries.get().len() {
            self.make_room(arena);
        }
        let position = self.length.get() as usize;
        self.length.set(position as u32 + 1);
        let key = Key::new(text, hash, attributes);
        if key.is_index() {
            self.has_index_keys.set(true);
        }
        let entry = &self.entries.get()[position];
        entry.key.set(key);
        entry.value.set(value);
        match self.index.get() {
            Index::None if position < LINEAR => {}
            Index::None => self.rebuild_index(arena),
            index => match index.find(hash, |_| false) {
                Ok(slot) | Err(slot) => index.fill(slot, position),
            },
        }
        entry
    }

    /// Removes an entry of this table.
    pub(crate) fn remove(&self, entry: &'h Entry<'h>) {
        let entries = self.entries();
        let last = entries.len() - 1;
        let key = entry.key();
        entry.value.set(Value::Undefined);
        if std::ptr::eq(entry, &entries[last]) && matches!(self.index.get(), Index::None) {
            entry.key.set(Key::NONE);
            self.length.set(last as u32);
            return;
        }
        // The key stays in place, so that the index slot goes on pointing at something that no lookup matches.
        entry.key.set(Key { info: key.info | VACANT, ..key });
        self.vacant.set(self.vacant.get() + 1);
    }

    /// Makes room for `additional` more entries.
    pub(crate) fn reserve(&self, arena: &'h Arena, additional: usize) {
        let needed = self.length.get() as usize + additional;
        if needed > self.entries.get().len() {
            self.resize(arena, needed);
        }
    }

    #[cold]
    #[inline(never)]
    fn make_room(&self, arena: &'h Arena) {
        let length = self.length.get() as usize;
        if self.vacant.get() as usize * 2 > length {
            self.compact(arena);
        } else {
            self.resize(arena, (length * 2).max(4));
        }
    }

    fn resize(&self, arena: &'h Arena, capacity: usize) {
        let old = self.entries.get();
        let entries = arena.alloc_slice(capacity, |at| match old.get(at) {
            Some(entry) => Entry::new(entry.key(), entry.value.get()),
            None => Entry::vacant(),
        });
        self.entries.set(entries);
        self.rebuild_index(arena);
    }

    /// Moves the live entries together.
    fn compact(&self, arena: &'h Arena) {
        let entries = self.entries();
        let mut kept = 0;
        for entry in entries {
            if !entry.key().is_vacant() {
                entries[kept].key.set(entry.key());
                entries[kept].value.set(entry.value.get());
                kept += 1;
            }
        }
        for entry in &entries[kept..] {
            entry.key.set(Key::NONE);
            entry.value.set(Value::Undefined);
        }
        self.length.set(kept as u32);
        self.vacant.set(0);
        self.has_index_keys.set(entries[..kept].iter().any(|entry| entry.key().is_index()));
        self.rebuild_index(arena);
    }

    fn rebuild_index(&self, arena: &'h Arena) {
        let entries = self.entries();
        if entries.len() <= LINEAR {
            // A later rebuild for the same capacity would have to allocate again, but that needs nine entries first.
            self.index.set(Index::None);
            return;
        }
        let index = match self.index.get() {
            index if index.fits(self.entries.get().len()) => {
                index.clear();
                index
            }
            _ => Index::new(arena, self.entries.get().len()),
        };
        for (position, entry) in entries.iter().enumerate() {
            let key = entry.key();
            if !key.is_vacant() {
                match index.find(key.full_hash(index), |_| false) {
                    Ok(slot) | Err(slot) => index.fill(slot, position),
                }
            }
        }
        self.index.set(index);
    }

    /// Replaces the contents by the live entries of another table, in the arena given.
    pub(crate) fn copy_from(&self, arena: &'h Arena, other: &Table<'h>) {
        let mut live = other.entries().iter().filter(|entry| !entry.key().is_vacant());
        let entries = arena.alloc_slice(other.count(), |_| match live.next() {
            Some(entry) => Entry::new(entry.key(), entry.value.get()),
            None => Entry::vacant(),
        });
        self.entries.set(entries);
        self.length.set(entries.len() as u32);
        self.vacant.set(0);
        self.has_index_keys.set(other.has_index_keys.get());
        self.rebuild_index(arena);
    }
}
