//! The text of an event without the spaces between its tokens, written while it is parsed. Where white space keeps properties
//! from standing in the input as JSON.stringify writes them, they stand so here.

use std::cell::Cell;
use std::hint::assert_unchecked;
use std::marker::PhantomData;
use std::mem::MaybeUninit;
use std::ptr;

use super::scan::Chunks;
use super::source::Source;
use crate::Cx;

/// How many bytes there are after the text, see [`Source::of_copy`].
const APART: usize = 2;

/// Memory that is two bytes longer than the input. What stands at a place of the input is written to the same place less the
/// spaces that were left out before it. Not all of the input is written, so that there are gaps.
#[derive(Clone, Copy)]
pub(super) struct Tight<'h> {
    /// Where the first byte of the input would go, had the spaces that were left out stood before it. Null where there is no need for
    /// a copy.
    target: *mut u8,
    memory: PhantomData<&'h [Cell<u8>]>,
}

impl<'h> Tight<'h> {
    pub(super) const NONE: Tight<'static> = Tight { target: ptr::null_mut(), memory: PhantomData };

    /// Memory for an input of that length, which becomes the source of the turn.
    pub(super) fn new(cx: Cx<'h>, length: usize) -> Tight<'h> {
        let memory = cx.event_arena().alloc_slice(length + APART, |_| Cell::new(MaybeUninit::<u8>::uninit()));
        cx.set_source(Source::of_copy(&memory[..length]));
        Tight { target: memory.as_ptr().cast::<u8>().cast_mut(), memory: PhantomData }
    }

    pub(super) fn is_wanted(self) -> bool {
        !self.target.is_null()
    }

    /// So many spaces are left out.
    #[inline(always)]
    pub(super) fn leave_out(&mut self, spaces: usize) {
        self.target = self.target.wrapping_sub(spaces);
    }

    /// Copies bytes that stand at this place of the input.
    ///
    /// # Safety
    /// There must be memory; the bytes must lie in its input, and `at`, less what was left out, must not lie before the end of a slice
    /// that was given out.
    #[inline(always)]
    pub(super) unsafe fn copy<const N: usize>(self, bytes: &[u8; N], at: usize) {
        // SAFETY: the memory is as long as the input, in which there are `at + N` bytes, and what was left out stood before `at`. It
        // consists of cells, so that it may be written through a shared reference.
        unsafe { self.target.wrapping_add(at).cast::<[u8; N]>().write(*bytes) };
    }

    /// Copies a part of the input.
    ///
    /// # Safety
    /// As for `copy`.
    pub(super) unsafe fn copy_slice(self, bytes: &[u8], at: usize) {
        // SAFETY: as in `copy`; the input and the memory are apart.
        unsafe { ptr::copy_nonoverlapping(bytes.as_ptr(), self.target.wrapping_add(at), bytes.len()) };
    }

    /// Copies so many bytes from a place on, and some more. At each of them a chunk must be there.
    ///
    /// # Safety
    /// As for `copy`.
    #[inline(always)]
    pub(super) unsafe fn copy_chunks(self, chunks: Chunks<'_>, at: usize, length: usize) {
        let mut copied = 0;
        while copied < length
            && let Some(chunk) = chunks.get(at + copied)
        {
            // SAFETY: as the caller vouches.
            unsafe { self.copy(chunk, at + copied) };
            copied += 16;
        }
    }

    /// The bytes that were copied from this place on.
    ///
    /// # Safety
    /// So many were copied from there, with no space left out since. From now on nothing may be copied to before their end.
    #[inline(always)]
    pub(super) unsafe fn slice(self, at: usize, length: usize) -> &'h [u8] {
        // SAFETY: they lie in the memory, as in `copy`, were written, and will not be written again. The input is shorter than 4 GB
        // where `Chunks` give anything, and so is what was copied.
        unsafe {
            assert_unchecked(length <= u32::MAX as usize);
            std::slice::from_raw_parts(self.target.wrapping_add(at), length)
        }
    }
}
