//! The property table: entries in insertion order, tombstones for what was deleted, an index once there are many.

use std::cell::Cell;

use super::Attributes;
use super::entry::{Entry, Key};
use super::index::{Index, LINEAR};
use crate::Value;
use crate::arena::Arena;
use crate::hash::hash_bytes;
use crate::string::JsStr;

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

    /// A table of what the parser found, in which keys may repeat. Leaves some room for what plugins add. `may_have_index_keys`: it
    /// may be that some of the keys are array indices.
    pub(crate) fn of_parsed(arena: &'h Arena, parsed: &[Entry<'h>], may_have_index_keys: bool) -> Table<'h> {
        let capacity = parsed.len() + if parsed.len() > LINEAR { parsed.len() / 4 + 8 } else { 1 };
        let table = Table::new();
        // SAFETY: an entry is two cells of plain data, which may be read as bytes as long as nobody writes them at the same time.
        table.entries.set(unsafe { arena.alloc_copies(parsed, capacity, Entry::vacant) });
        table.length.set(parsed.len() as u32);
        table.has_index_keys.set(may_have_index_keys && parsed.iter().any(|entry| entry.key().is_index()));
        if !table.index_parsed(arena) {
            table.length.set(0);
            table.has_index_keys.set(false);
            table.index.set(Index::None);
            for entry in parsed {
                table.put(arena, entry.key(), entry.value());
            }
        }
        table
    }

    /// Builds the index of a fresh table. False if a key repeats.
    #[inline]
    fn index_parsed(&self, arena: &'h Arena) -> bool {
        let entries = self.entries();
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
            entries,
            |entry| entry.key().partial_hash(),
            |entry| hash_bytes(entry.key().text().as_bytes()),
            |a, b| entries[a].key().is_equal(b.key()),
        )
    }

    /// Sets a property, adding it if it is absent.
    fn put(&self, arena: &'h Arena, key: Key<'h>, value: Value<'h>) {
        let text = key.text();
        let hash = hash_bytes(text.as_bytes());
        match self.find(text.as_bytes(), hash) {
            Some(entry) => entry.set_value(value),
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
    #[inline(always)]
    pub(crate) fn find(&self, bytes: &[u8], hash: u32) -> Option<&'h Entry<'h>> {
        // Most keys stand in their first slot, or their first slot is empty.
        if let Index::Small(slots) = self.index.get() {
            let number = slots[(hash >> 16) as usize & (slots.len() - 1)].get();
            let entry = &self.entries()[usize::from(number).checked_sub(1)?];
            if entry.key().matches(bytes, hash) {
                return Some(entry);
            }
        }
        self.find_further(bytes, hash)
    }

    #[inline(always)]
    fn find_further(&self, bytes: &[u8], hash: u32) -> Option<&'h Entry<'h>> {
        match self.index.get() {
            Index::None => self.find_in_order(bytes, hash),
            Index::Small(slots) => find_after_first_slot(self.entries(), slots, bytes, hash),
            Index::Large(_) => self.find_among_many(bytes, hash),
        }
    }

    #[inline(never)]
    fn find_in_order(&self, bytes: &[u8], hash: u32) -> Option<&'h Entry<'h>> {
        self.entries().iter().find(|entry| entry.key().matches(bytes, hash))
    }

    #[cold]
    #[inline(never)]
    fn find_among_many(&self, bytes: &[u8], hash: u32) -> Option<&'h Entry<'h>> {
        let entries = self.entries();
        self.index.get().find(hash, |at| entries[at].key().matches(bytes, hash)).ok().map(|at| &entries[at])
    }

    /// The value of the data property with this key. Looks at the first slot itself and leaves the rest to another function at its
    /// end, so that it needs no stack.
    #[inline(never)]
    pub(crate) fn get_data(&self, bytes: &[u8], hash: u32) -> Option<Value<'h>> {
        if let Index::Small(slots) = self.index.get() {
            let number = slots[(hash >> 16) as usize & (slots.len() - 1)].get();
            let entry = &self.entries()[usize::from(number).checked_sub(1)?];
            if entry.key().matches(bytes, hash) {
                return data_of(entry);
            }
        }
        self.get_data_further(bytes, hash)
    }

    #[inline(never)]
    fn get_data_further(&self, bytes: &[u8], hash: u32) -> Option<Value<'h>> {
        self.find_further(bytes, hash).and_then(data_of)
    }

    /// Adds a property whose key is known to be absent.
    #[inline(always)]
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
        entry.fill(key, value);
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
        entry.set_value(Value::Undefined);
        if std::ptr::eq(entry, &entries[last]) && matches!(self.index.get(), Index::None) {
            entry.key.set(Key::NONE);
            self.length.set(last as u32);
            if let Some(before) = last.checked_sub(1) {
                entries[before].set_apart();
            }
            return;
        }
        // The key stays in place, so that the index slot goes on pointing at something that no lookup matches.
        entry.set_vacant();
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
            Some(entry) => Entry::new(entry.key(), entry.value()),
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
                entries[kept].set_value(entry.value());
                kept += 1;
            }
        }
        for entry in &entries[kept..] {
            entry.key.set(Key::NONE);
            entry.set_value(Value::Undefined);
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
        self.enter_all(index);
    }

    /// Enters all entries into an empty index, which becomes that of the table.
    fn enter_all(&self, index: Index<'h>) {
        for (position, entry) in self.entries().iter().enumerate() {
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
            Some(entry) => Entry::new(entry.key().set_apart(), entry.value()),
            None => Entry::vacant(),
        });
        self.entries.set(entries);
        self.length.set(entries.len() as u32);
        self.vacant.set(0);
        self.has_index_keys.set(other.has_index_keys.get());
        // What outlives the turn is looked at by many: `meta`, `global`, the config.
        if entries.len() <= LINEAR { self.enter_all(Index::of_few(arena)) } else { self.rebuild_index(arena) }
    }
}

/// What follows the first slot of a key, in a small index.
#[inline(never)]
fn find_after_first_slot<'h>(
    entries: &'h [Entry<'h>],
    slots: &[Cell<u8>],
    bytes: &[u8],
    hash: u32,
) -> Option<&'h Entry<'h>> {
    let mask = slots.len() - 1;
    let mut slot = (hash >> 16) as usize & mask;
    loop {
        slot = (slot + 1) & mask;
        let entry = &entries[usize::from(slots[slot].get()).checked_sub(1)?];
        if entry.key().matches(bytes, hash) {
            return Some(entry);
        }
    }
}

/// The value, unless the property is an accessor.
#[inline(always)]
fn data_of<'h>(entry: &Entry<'h>) -> Option<Value<'h>> {
    if entry.key().is_accessor() { None } else { Some(entry.value()) }
}
