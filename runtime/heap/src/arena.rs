//! A chunked bump arena.
//!
//! Memory is handed out upwards from `top`, so that what was allocated last can grow in place. `reset` keeps the chunks for the next
//! event, up to a cap: one giant event must not pin its memory for ever.

use std::alloc::{Layout, alloc, dealloc, handle_alloc_error};
use std::cell::{Cell, UnsafeCell};
use std::ptr::NonNull;

use crate::short_copy::copy_short;

/// The first chunk: an ordinary event (2 KB of JSON, its values and what a few plugins add) fits into it.
const FIRST_CHUNK: usize = 64 << 10;
/// Chunks double up to this size; larger single requests get a chunk of their own.
const LARGEST_CHUNK: usize = 8 << 20;
/// `reset` keeps at most this much memory.
const KEPT: usize = 1 << 20;
/// A string of so many bytes that had to be copied to be made longer is probably made longer again.
pub(crate) const LONG_STRING: usize = 512;
/// No more than this is kept free behind a string.
const MOST_ROOM: usize = 1 << 20;
/// Every chunk starts at this alignment, and no type in the arena needs more.
const ALIGNMENT: usize = 16;

struct Chunk {
    start: NonNull<u8>,
    size: usize,
}

impl Chunk {
    fn layout(size: usize) -> Layout {
        Layout::from_size_align(size, ALIGNMENT).expect("an arena chunk is smaller than half the address space")
    }

    fn new(size: usize) -> Chunk {
        let layout = Chunk::layout(size);
        // SAFETY: the size of a chunk is never zero: it is at least `FIRST_CHUNK`.
        let start = unsafe { alloc(layout) };
        let Some(start) = NonNull::new(start) else { handle_alloc_error(layout) };
        Chunk { start, size }
    }
}

impl Drop for Chunk {
    fn drop(&mut self) {
        // SAFETY: `start` came from `alloc` with exactly this layout, and a `Chunk` is dropped once.
        unsafe { dealloc(self.start.as_ptr(), Chunk::layout(self.size)) }
    }
}

/// A bump arena. Allocating takes `&self`; only `&mut self` gives memory back. Nothing in it is ever dropped.
pub(crate) struct Arena {
    /// The first free byte of the chunk in use.
    top: Cell<NonNull<u8>>,
    /// Free bytes after `top` in that chunk.
    free: Cell<usize>,
    /// The end of the string that was last made longer by copying, and how many bytes are kept free for it there.
    growing: Cell<(*const u8, usize)>,
    chunks: UnsafeCell<Vec<Chunk>>,
    /// Chunks up to this index are in use; later ones wait for reuse.
    current: Cell<usize>,
    /// Bytes in the chunks that are full, plus the chunk in use.
    claimed: Cell<usize>,
    /// When `claimed` passes this, `exceeded` becomes true.
    limit: Cell<usize>,
    exceeded: Cell<bool>,
    /// What is left until the guard has to look at clock and memory; here so that passing the limit can set it to zero.
    fuel: Cell<u32>,
}

impl Arena {
    pub(crate) fn new() -> Arena {
        Arena {
            top: Cell::new(NonNull::dangling()),
            free: Cell::new(0),
            growing: Cell::new((std::ptr::null(), 0)),
            chunks: UnsafeCell::new(Vec::new()),
            current: Cell::new(0),
            claimed: Cell::new(0),
            limit: Cell::new(usize::MAX),
            exceeded: Cell::new(false),
            fuel: Cell::new(0),
        }
    }

    #[inline(always)]
    pub(crate) fn fuel(&self) -> &Cell<u32> {
        &self.fuel
    }

    /// Memory handed out so far, unused ends of chunks included.
    pub(crate) fn used(&self) -> usize {
        self.claimed.get() - self.free.get()
    }

    /// Memory held from the operating system.
    pub(crate) fn reserved(&self) -> usize {
        // SAFETY: the vector is only changed inside `grow` and `reset`, neither of which runs user code while holding a reference.
        unsafe { &*self.chunks.get() }.iter().map(|chunk| chunk.size).sum()
    }

    pub(crate) fn set_limit(&self, limit: usize) {
        self.limit.set(limit);
        self.exceeded.set(self.claimed.get() > limit);
    }

    pub(crate) fn limit(&self) -> usize {
        self.limit.get()
    }

    /// Whether more than the limit was handed out.
    #[inline]
    pub(crate) fn exceeded(&self) -> bool {
        self.exceeded.get()
    }

    /// Forgets everything in the arena and keeps some of its chunks.
    pub(crate) fn reset(&mut self) {
        let chunks = self.chunks.get_mut();
        let mut kept = 0;
        chunks.retain(|chunk| {
            kept += chunk.size;
            kept <= KEPT
        });
        self.current.set(0);
        self.exceeded.set(false);
        self.growing.set((std::ptr::null(), 0));
        match chunks.first() {
            Some(first) => {
                self.top.set(first.start);
                self.free.set(first.size);
                self.claimed.set(first.size);
            }
            None => {
                self.top.set(NonNull::dangling());
                self.free.set(0);
                self.claimed.set(0);
            }
        }
    }

    /// Uninitialised memory of that size and alignment, valid as long as the arena is not reset or dropped.
    #[inline]
    fn allocate(&self, size: usize, align: usize) -> NonNull<u8> {
        debug_assert!(align.is_power_of_two() && align <= ALIGNMENT);
        let top = self.top.get();
        let padding = top.as_ptr().align_offset(align);
        let needed = size + padding;
        if needed <= self.free.get() {
            // SAFETY: `padding + size` bytes are free after `top`, so both sums stay within the chunk (or one past its end).
            let (start, end) = unsafe { (top.add(padding), top.add(needed)) };
            self.top.set(end);
            self.free.set(self.free.get() - needed);
            start
        } else {
            self.allocate_in_new_chunk(size)
        }
    }

    #[cold]
    #[inline(never)]
    fn allocate_in_new_chunk(&self, size: usize) -> NonNull<u8> {
        // SAFETY: no other reference to the vector exists: `reserved` and this function do not call out while they hold one, and
        // the arena cannot be shared between threads.
        let chunks = unsafe { &mut *self.chunks.get() };
        let mut next = if chunks.is_empty() { 0 } else { self.current.get() + 1 };
        // Chunks kept from earlier events that are too small for this request are skipped until the next reset.
        while next < chunks.len() && chunks[next].size < size {
            self.claimed.set(self.claimed.get() + chunks[next].size);
            next += 1;
        }
        if next == chunks.len() {
            let doubled = chunks.last().map_or(FIRST_CHUNK, |last| (last.size * 2).min(LARGEST_CHUNK));
            chunks.push(Chunk::new(doubled.max(size.next_multiple_of(ALIGNMENT))));
        }
        let chunk = &chunks[next];
        self.current.set(next);
        self.claimed.set(self.claimed.get() + chunk.size);
        if self.claimed.get() > self.limit.get() {
            self.exceeded.set(true);
            self.fuel.set(0);
        }
        // SAFETY: the chunk is at least `size` bytes long, so the end of the request is within it.
        self.top.set(unsafe { chunk.start.add(size) });
        self.free.set(chunk.size - size);
        chunk.start
    }

    /// Moves a value into the arena. It must not need dropping, because nothing here ever is.
    #[inline]
    pub(crate) fn alloc<T>(&self, value: T) -> &T {
        const { assert!(!std::mem::needs_drop::<T>() && align_of::<T>() <= ALIGNMENT) };
        let place = self.allocate(size_of::<T>(), align_of::<T>()).cast::<T>();
        // SAFETY: `place` is fresh memory of the size and alignment of `T`, disjoint from everything handed out before; it stays
        // valid for the borrow of `self`, since only `&mut self` takes memory back.
        unsafe {
            place.write(value);
            place.as_ref()
        }
    }

    /// A slice of `length` elements made by `make`, called with the index.
    #[inline]
    pub(crate) fn alloc_slice<T>(&self, length: usize, mut make: impl FnMut(usize) -> T) -> &[T] {
        const { assert!(!std::mem::needs_drop::<T>() && align_of::<T>() <= ALIGNMENT) };
        let size = size_of::<T>().checked_mul(length).expect("an arena slice is smaller than the address space");
        let place = self.allocate(size, align_of::<T>()).cast::<T>();
        for index in 0..length {
            let element = make(index);
            // SAFETY: `index < length`, so the element lies within the fresh memory.
            unsafe { place.add(index).write(element) };
        }
        // SAFETY: as in `alloc`; all `length` elements have been written.
        unsafe { std::slice::from_raw_parts(place.as_ptr(), length) }
    }

    /// A slice of `capacity` elements: copies of these, and then what `rest` makes.
    ///
    /// # Safety
    /// It must be harmless that there are two of each element.
    #[inline]
    pub(crate) unsafe fn alloc_copies<T>(&self, elements: &[T], capacity: usize, rest: impl Fn() -> T) -> &[T] {
        const { assert!(!std::mem::needs_drop::<T>() && align_of::<T>() <= ALIGNMENT) };
        let count = elements.len();
        assert!(count <= capacity);
        let size = size_of::<T>().checked_mul(capacity).expect("an arena slice is smaller than the address space");
        let place = self.allocate(size, align_of::<T>()).cast::<T>();
        // SAFETY: the fresh memory has room for `capacity >= count` elements and cannot overlap others. The caller vouches for the
        // copies.
        unsafe { std::ptr::copy_nonoverlapping(elements.as_ptr(), place.as_ptr(), count) };
        for index in count..capacity {
            // SAFETY: `index < capacity`.
            unsafe { place.add(index).write(rest()) };
        }
        // SAFETY: as in `alloc`; all `capacity` elements have been written.
        unsafe { std::slice::from_raw_parts(place.as_ptr(), capacity) }
    }

    /// Copies bytes into the arena.
    #[inline]
    pub(crate) fn alloc_bytes(&self, bytes: &[u8]) -> &[u8] {
        let place = self.allocate(bytes.len(), 1);
        // SAFETY: `place` is fresh memory of that length, so source and target cannot overlap; valid for the borrow of `self`.
        unsafe {
            std::ptr::copy_nonoverlapping(bytes.as_ptr(), place.as_ptr(), bytes.len());
            std::slice::from_raw_parts(place.as_ptr(), bytes.len())
        }
    }

    /// `length` bytes in one run, which `fill` pushes piece by piece.
    ///
    /// # Panics
    /// If `fill` pushes more or fewer.
    #[inline]
    pub(crate) fn alloc_concatenation(&self, length: usize, fill: impl FnOnce(&mut Place)) -> &[u8] {
        let start = self.allocate(length, 1);
        let mut place = Place { next: start, left: length };
        fill(&mut place);
        assert_eq!(place.left, 0, "all bytes of the run are written");
        // SAFETY: `Place` has initialised all `length` bytes; valid for the borrow of `self`.
        unsafe { std::slice::from_raw_parts(start.as_ptr(), length) }
    }

    /// These pieces in one run, `length` bytes in all.
    ///
    /// # Panics
    /// If that is not their length.
    #[inline(always)]
    pub(crate) fn alloc_pieces<const N: usize>(&self, length: usize, pieces: [&[u8]; N]) -> &[u8] {
        assert_eq!(length, pieces.iter().map(|piece| piece.len()).sum(), "the run is as long as its pieces");
        let start = self.allocate(length, 1);
        let mut next = start;
        for piece in pieces {
            // SAFETY: the fresh memory has room for all pieces, which cannot lie in it.
            unsafe {
                copy_short(piece, next.as_ptr());
                next = next.add(piece.len());
            }
        }
        // SAFETY: the pieces have initialised all `length` bytes; valid for the borrow of `self`.
        unsafe { std::slice::from_raw_parts(start.as_ptr(), length) }
    }

    /// Two runs of bytes in a row. If the first is what was allocated last in this arena, only the second is copied: this makes
    /// `text += piece` in a loop linear. So does room for more behind a long string that had to be copied, where the pieces are
    /// made in the loop: `text += a + b`.
    pub(crate) fn concat_bytes<'a>(&'a self, first: &'a [u8], second: &[u8]) -> &'a [u8] {
        let end = first.as_ptr_range().end;
        if !first.is_empty()
            && end == self.top.get().as_ptr().cast_const()
            && second.len() <= self.free.get()
            && self.owns(first)
        {
            let length = first.len() + second.len();
            let top = self.top.get();
            // SAFETY: `second.len()` bytes are free after `top`; nobody refers to free memory, so the copy overlaps nothing.
            // `first` ends at `top` and lies in the same chunk (`owns`), so the bytes from its start to the new top are one
            // initialised run. Its start is computed from `top`, whose provenance covers the chunk.
            unsafe {
                std::ptr::copy_nonoverlapping(second.as_ptr(), top.as_ptr(), second.len());
                self.top.set(top.add(second.len()));
                self.free.set(self.free.get() - second.len());
                std::slice::from_raw_parts(top.as_ptr().sub(first.len()), length)
            }
        } else if first.len() >= LONG_STRING {
            self.extend_long(first, second.len(), |place| place.push(second))
        } else {
            let place = self.allocate(first.len() + second.len(), 1);
            // SAFETY: fresh memory for both runs; valid for the borrow of `self`.
            unsafe {
                std::ptr::copy_nonoverlapping(first.as_ptr(), place.as_ptr(), first.len());
                std::ptr::copy_nonoverlapping(second.as_ptr(), place.as_ptr().add(first.len()), second.len());
                std::slice::from_raw_parts(place.as_ptr(), first.len() + second.len())
            }
        }
    }

    /// A long run of bytes and `more` bytes behind it, which `fill` pushes piece by piece. Where free bytes were kept behind the
    /// run, it is not copied.
    ///
    /// # Panics
    /// If `fill` pushes more or fewer.
    #[cold]
    #[inline(never)]
    pub(crate) fn extend_long<'a>(&'a self, first: &'a [u8], more: usize, fill: impl FnOnce(&mut Place)) -> &'a [u8] {
        let length = first.len() + more;
        let (end, room) = self.growing.get();
        let (end, room) = if end == first.as_ptr_range().end && more <= room {
            // SAFETY: never null, as the end of `first`.
            (unsafe { NonNull::new_unchecked(end.cast_mut()) }, room)
        } else {
            let room = length.min(MOST_ROOM);
            let place = self.allocate(length + room, 1);
            // SAFETY: fresh memory for both runs and `room` bytes more.
            unsafe {
                std::ptr::copy_nonoverlapping(first.as_ptr(), place.as_ptr(), first.len());
                (place.add(first.len()), more + room)
            }
        };
        let mut place = Place { next: end, left: more };
        // A string that `fill` made longer here would overwrite what it has pushed.
        self.growing.set((std::ptr::null(), 0));
        fill(&mut place);
        assert_eq!(place.left, 0, "all bytes of the run are written");
        self.growing.set((place.next.as_ptr(), room - more));
        // SAFETY: `end` is where a string of this arena ends that has `room` free bytes behind it, and `growing` is the only one that
        // knows of them, so nothing was overwritten. `first` ends there too, and no other allocation does: it is that string or its
        // end, so the bytes from its start on are one initialised run. The pointer comes from the allocation, whose provenance
        // covers the chunk.
        unsafe { std::slice::from_raw_parts(end.as_ptr().sub(first.len()), length) }
    }

    /// Whether the slice, which is known to end at `top`, lies wholly in the chunk in use. (Memory that is not ours can end exactly
    /// where our chunk begins.)
    fn owns(&self, bytes: &[u8]) -> bool {
        // SAFETY: as in `reserved`.
        let chunks = unsafe { &*self.chunks.get() };
        chunks.get(self.current.get()).is_some_and(|chunk| chunk.start.as_ptr().cast_const() <= bytes.as_ptr())
    }
}

/// Fresh memory that is being filled.
pub(crate) struct Place {
    next: NonNull<u8>,
    left: usize,
}

impl Place {
    /// Writes the next bytes.
    #[inline]
    pub(crate) fn push(&mut self, bytes: &[u8]) {
        self.left = self.left.checked_sub(bytes.len()).expect("the run is long enough");
        // SAFETY: at least `bytes.len()` bytes were left after `next` in memory that nobody else refers to.
        unsafe {
            copy_short(bytes, self.next.as_ptr());
            self.next = self.next.add(bytes.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_aligned_and_kept_apart() {
        let arena = Arena::new();
        let byte = arena.alloc(7u8);
        let word = arena.alloc(u64::MAX);
        let bytes = arena.alloc_bytes(b"abc");
        let words = arena.alloc_slice(1000, |index| index as u64);
        assert_eq!((*byte, *word, bytes), (7, u64::MAX, &b"abc"[..]));
        assert!(words.iter().enumerate().all(|(index, word)| index as u64 == *word));
        assert_eq!(std::ptr::from_ref(word) as usize % 8, 0);
    }

    #[test]
    fn the_last_bytes_grow_in_place() {
        let arena = Arena::new();
        let first = arena.alloc_bytes(b"ab");
        let longer = arena.concat_bytes(first, b"cd");
        assert_eq!((longer, longer.as_ptr()), (&b"abcd"[..], first.as_ptr()));
        let other = arena.concat_bytes(first, b"xy");
        assert_eq!((other, longer), (&b"abxy"[..], &b"abcd"[..]));
    }

    #[test]
    fn a_giant_event_does_not_pin_its_memory() {
        let mut arena = Arena::new();
        arena.set_limit(1 << 20);
        arena.alloc_bytes(&[1; 100]);
        assert!(!arena.exceeded());
        arena.alloc_bytes(&vec![0; 50 << 20]);
        assert!(arena.exceeded());
        assert!(arena.reserved() > 50 << 20);
        arena.reset();
        assert!(arena.reserved() <= KEPT && arena.reserved() >= FIRST_CHUNK && !arena.exceeded());
        assert_eq!(arena.used(), 0);
    }

    #[test]
    fn long_strings_grow_while_others_are_made() {
        let arena = Arena::new();
        let mut text: &[u8] = arena.alloc_bytes(&[b'a'; LONG_STRING]);
        let mut expected = text.to_vec();
        let mut earlier = Vec::new();
        for index in 0..20_000 {
            let piece = arena.alloc_bytes(format!("{index},").as_bytes());
            expected.extend_from_slice(piece);
            text = arena.concat_bytes(text, piece);
            if index % 1000 == 0 {
                // A second string with the same beginning leaves the first one alone.
                earlier.push((arena.concat_bytes(&text[..text.len() - 1], b"!"), expected.len()));
            }
        }
        assert!(text == expected);
        for (text, length) in earlier {
            assert!(text[..length - 1] == expected[..length - 1] && text[length - 1] == b'!');
        }
        assert!(arena.used() < 40 * expected.len());
    }

    #[test]
    fn chunks_are_reused() {
        let mut arena = Arena::new();
        for _ in 0..10 {
            for _ in 0..100 {
                arena.alloc_bytes(&[1; 2048]);
            }
            let reserved = arena.reserved();
            arena.reset();
            assert_eq!(arena.reserved(), reserved);
        }
    }
}
