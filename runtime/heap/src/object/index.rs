//! The hash index of a property table: open addressing over positions in the entry list.

use std::cell::Cell;

use crate::arena::Arena;

/// Tables with more entries than this have an index.
pub(super) const LINEAR: usize = 8;
/// The most entries that byte-sized slots can number, 0 being taken.
const SMALL: usize = 255;

/// An empty slot; others hold the position plus one.
const EMPTY: u32 = 0;

/// Maps hashes to positions. Capacity is a power of two, at least twice the number of entries.
#[derive(Clone, Copy)]
pub(super) enum Index<'h> {
    None,
    Small(&'h [Cell<u8>]),
    Large(&'h [Cell<u32>]),
}

impl<'h> Index<'h> {
    /// An empty index for up to `entries` entries.
    pub(super) fn new(arena: &'h Arena, entries: usize) -> Index<'h> {
        if entries <= LINEAR {
            return Index::None;
        }
        let slots = slots_for(entries);
        if entries <= SMALL {
            Index::Small(arena.alloc_slice(slots, |_| Cell::new(EMPTY as u8)))
        } else {
            Index::Large(arena.alloc_slice(slots, |_| Cell::new(EMPTY)))
        }
    }

    /// An empty index for few entries, which do without one elsewhere.
    pub(super) fn of_few(arena: &'h Arena) -> Index<'h> {
        Index::Small(arena.alloc_slice(LINEAR * 4, |_| Cell::new(EMPTY as u8)))
    }

    /// The position with this hash that satisfies `is_match`, or the slot where such an entry belongs.
    #[inline]
    pub(super) fn find(self, hash: u32, mut is_match: impl FnMut(usize) -> bool) -> Result<usize, usize> {
        match self {
            Index::None => Err(0),
            // Sixteen bits are plenty here, and they are the ones that entries keep.
            Index::Small(slots) => probe(slots, hash >> 16, &mut is_match),
            Index::Large(slots) => probe_large(slots, hash, &mut is_match),
        }
    }

    /// Enters all positions of these items, by the part of their hashes that entries keep where that suffices. Stops and gives false
    /// if two of them are equal; `is_equal` is asked about the position of one and the other.
    #[inline]
    pub(super) fn fill_all<T>(
        self,
        items: &[T],
        hash_part: impl Fn(&T) -> u32,
        hash: impl Fn(&T) -> u32,
        is_equal: impl Fn(usize, &T) -> bool,
    ) -> bool {
        match self {
            Index::None => true,
            Index::Small(slots) => fill_all(slots, items, |item| hash_part(item) >> 16, is_equal),
            Index::Large(slots) => fill_all(slots, items, hash, is_equal),
        }
    }

    /// Fills a slot that `find` gave.
    #[inline]
    pub(super) fn fill(self, slot: usize, position: usize) {
        match self {
            Index::None => {}
            Index::Small(slots) => slots[slot].set((position + 1) as u8),
            Index::Large(slots) => slots[slot].set(position as u32 + 1),
        }
    }

    pub(super) fn is_large(self) -> bool {
        matches!(self, Index::Large(_))
    }

    /// Whether this index is of the size that `new` gives for so many entries.
    pub(super) fn fits(self, entries: usize) -> bool {
        let slots = match self {
            Index::None => return false,
            Index::Small(slots) if entries <= SMALL => slots.len(),
            Index::Large(slots) if entries > SMALL => slots.len(),
            _ => return false,
        };
        slots == slots_for(entries)
    }

    /// Empties all slots.
    pub(super) fn clear(self) {
        match self {
            Index::None => {}
            Index::Small(slots) => slots.iter().for_each(|slot| slot.set(EMPTY as u8)),
            Index::Large(slots) => slots.iter().for_each(|slot| slot.set(EMPTY)),
        }
    }
}

/// How many slots an index for so many entries has. Where they are bytes, empty ones cost less than keys that meet in one.
fn slots_for(entries: usize) -> usize {
    (entries * if entries <= SMALL { 4 } else { 2 }).next_power_of_two()
}

trait Slot: Copy {
    fn get(self) -> u32;
    fn new(number: usize) -> Self;
}

impl Slot for u8 {
    #[inline(always)]
    fn get(self) -> u32 {
        u32::from(self)
    }
    #[inline(always)]
    fn new(number: usize) -> u8 {
        number as u8
    }
}

impl Slot for u32 {
    #[inline(always)]
    fn get(self) -> u32 {
        self
    }
    #[inline(always)]
    fn new(number: usize) -> u32 {
        number as u32
    }
}

#[inline(always)]
fn fill_all<S: Slot, T>(
    slots: &[Cell<S>],
    items: &[T],
    hash: impl Fn(&T) -> u32,
    is_equal: impl Fn(usize, &T) -> bool,
) -> bool {
    for (position, item) in items.iter().enumerate() {
        match probe(slots, hash(item), &mut |other| is_equal(other, item)) {
            Ok(_) => return false,
            Err(slot) => slots[slot].set(S::new(position + 1)),
        }
    }
    true
}

/// Apart from the rest, so that what every small table does is inlined in one place.
#[cold]
#[inline(never)]
fn probe_large(slots: &[Cell<u32>], hash: u32, is_match: &mut dyn FnMut(usize) -> bool) -> Result<usize, usize> {
    probe(slots, hash, &mut |position| is_match(position))
}

#[inline(always)]
fn probe<S: Slot>(slots: &[Cell<S>], hash: u32, is_match: &mut impl FnMut(usize) -> bool) -> Result<usize, usize> {
    let mask = slots.len() - 1;
    let mut slot = hash as usize & mask;
    // A table never has more entries, vacant ones included, than half the slots, so an empty one ends the loop.
    loop {
        match slots[slot].get().get() {
            EMPTY => return Err(slot),
            number => {
                let position = (number - 1) as usize;
                if is_match(position) {
                    return Ok(position);
                }
            }
        }
        slot = (slot + 1) & mask;
    }
}
