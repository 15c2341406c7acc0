//! The text in which properties of the event may stand as JSON.stringify writes them.

use std::cell::Cell;
use std::marker::PhantomData;
use std::mem::MaybeUninit;
use std::ptr;

use crate::object::Key;

/// The input of the event, or the copy of its members without spaces, in which there are gaps.
#[derive(Clone, Copy)]
pub(crate) struct Source<'h> {
    start: *const u8,
    length: usize,
    lifetime: PhantomData<&'h [u8]>,
}

impl<'h> Source<'h> {
    pub(crate) const NONE: Source<'static> = Source { start: ptr::null(), length: 0, lifetime: PhantomData };

    pub(super) fn of_input(input: &'h [u8]) -> Source<'h> {
        Source { start: input.as_ptr(), length: input.len(), lifetime: PhantomData }
    }

    /// Memory in which all properties that are marked as standing in place will be written. After it there must be two bytes that are
    /// no key's: else the quote of a key that began there would seem to stand at the end of the text.
    pub(super) fn of_copy(memory: &'h [Cell<MaybeUninit<u8>>]) -> Source<'h> {
        Source { start: memory.as_ptr().cast(), length: memory.len(), lifetime: PhantomData }
    }

    /// The text from the quote before the first of some properties that stand [in place](Key::in_place), one after the other, to the
    /// quote before the key that follows the last of them. `None` where the one or the other key is somewhere else.
    #[inline]
    pub(super) fn between(self, first: Key<'h>, next: Key<'h>) -> Option<&'h [u8]> {
        let place = |key: Key<'h>| key.address().wrapping_sub(self.start.addr()).wrapping_sub(1);
        let (from, to) = (place(first), place(next));
        // SAFETY: both places are in the text. A property in place was written with the comma after it and the quote of the key after
        // that, and nobody writes when parsing is over.
        (from <= to && to <= self.length)
            .then(|| unsafe { std::slice::from_raw_parts(self.start.add(from), to - from) })
    }
}
