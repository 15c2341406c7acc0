//! The text of an event without the spaces between its tokens, written while it is parsed. Where white space keeps properties
//! from standing in the input as JSON.stringify writes them, they stand so here.

use std::cell::Cell;

use super::scan::Chunks;
use crate::Cx;

/// Memory that is two bytes longer than the input. What stands at a place of the input is written to the same place less the spaces
/// that were left out before it. Not all of the input is written, so that there are gaps.
#[derive(Clone, Copy)]
pub(super) struct Tight<'h> {
    /// Nothing where there is no need for it.
    memory: &'h [Cell<u8>],
    /// How many spaces were left out.
    pub(super) left_out: usize,
}

/// How many bytes there are after the text.
const APART: usize = 2;

impl<'h> Tight<'h> {
    pub(super) const NONE: Tight<'static> = Tight { memory: &[], left_out: 0 };

    /// Memory for an input of that length. The bytes after it keep apart what is allocated next: the quote of a key that
    /// began there would seem to stand at the end of the text.
    pub(super) fn new(cx: Cx<'h>, length: usize) -> Tight<'h> {
        Tight { memory: cx.event_arena().alloc_slice(length + APART, |_| Cell::new(0)), left_out: 0 }
    }

    /// All of the text, if there is any.
    pub(super) fn text(self) -> Option<&'h [u8]> {
        let text = self.memory.get(..self.memory.len().checked_sub(APART)?)?;
        // SAFETY: nobody writes any more: the parser, which owns this, has come to its end.
        Some(unsafe { bytes_of(text) })
    }

    pub(super) fn is_wanted(self) -> bool {
        !self.memory.is_empty()
    }

    /// Copies so many bytes of the input.
    #[inline(always)]
    pub(super) fn copy<const N: usize>(self, bytes: &[u8; N], at: usize) {
        debug_assert!(at + N < self.memory.len() && self.left_out <= at);
        let target = self.memory.as_ptr().cast::<u8>().cast_mut();
        // SAFETY: `bytes` stand in the input at `at`, so `at + N` is at most its length, which is less than that of the memory; and at most `at`
        // spaces were left out before. The memory consists of cells, so that it may be written through a shared reference.
        // Slices that were given out end before: `at` grows, and by at least as much as `left_out` does.
        unsafe { target.add(at - self.left_out).cast::<[u8; N]>().write(*bytes) };
    }

    /// Copies a part of the input.
    pub(super) fn copy_slice(self, bytes: &[u8], at: usize) {
        for (offset, byte) in bytes.iter().enumerate() {
            self.copy(&[*byte], at + offset);
        }
    }

    /// The bytes that were copied from this place on.
    #[inline(always)]
    pub(super) fn slice(self, at: usize, length: usize) -> &'h [u8] {
        debug_assert!(at + length < self.memory.len() && self.left_out <= at);
        // SAFETY: as in `copy`; `at + length` is a place in the input. Later writes begin after these bytes.
        unsafe { bytes_of(self.memory.get_unchecked(at - self.left_out..at - self.left_out + length)) }
    }

    /// Copies all from a place up to another, both of which have sixteen bytes after them.
    #[inline(always)]
    pub(super) fn copy_range(self, chunks: Chunks<'h>, from: usize, to: usize) {
        let mut at = from;
        while at < to
            && let Some(chunk) = chunks.get(at)
        {
            self.copy(chunk, at);
            at += 16;
        }
    }
}

/// The same memory as bytes.
///
/// # Safety
/// Nobody may write these cells any more.
#[inline(always)]
unsafe fn bytes_of(cells: &[Cell<u8>]) -> &[u8] {
    // SAFETY: a cell has the layout of what is in it; the caller vouches for the rest.
    unsafe { std::slice::from_raw_parts(cells.as_ptr().cast::<u8>(), cells.len()) }
}
