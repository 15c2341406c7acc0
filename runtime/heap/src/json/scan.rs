//! Scanning string literals eight bytes at a time.

use std::hint::assert_unchecked;

use super::known_keys::WIDTH;

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// The high bit of every byte that is zero. Bytes above the lowest such one may be marked wrongly.
#[inline(always)]
fn zero_bytes(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word & HIGHS
}

/// The high bit of every byte that ends a run of plain characters: quote, backslash, control character. Only the lowest mark is
/// meaningful.
#[inline(always)]
fn stops(word: u64) -> u64 {
    let quote = zero_bytes(word ^ (ONES * b'"' as u64));
    let backslash = zero_bytes(word ^ (ONES * b'\\' as u64));
    let control = word.wrapping_sub(ONES * 0x20) & !word & HIGHS;
    quote | backslash | control
}

/// The end of a run of plain characters, and whether all of them are ASCII.
#[derive(Clone, Copy)]
pub(super) struct Run {
    pub(super) end: usize,
    pub(super) ascii: bool,
}

/// Bytes with quick access to sixteen of them at once.
#[derive(Clone, Copy)]
pub(super) struct Chunks<'a> {
    bytes: &'a [u8],
    /// From every place before this one, sixteen bytes can be read.
    end: usize,
}

impl<'a> Chunks<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Chunks<'a> {
        // Strings are shorter than 4 GB. In a text that is not, nothing takes the quick way.
        let length = if bytes.len() > u32::MAX as usize { 0 } else { bytes.len() };
        Chunks { bytes, end: length.saturating_sub(15) }
    }

    /// All bytes.
    #[inline(always)]
    pub(super) fn bytes(self) -> &'a [u8] {
        self.bytes
    }

    /// The bytes from a place on that a key may fill, if there are so many.
    #[inline(always)]
    pub(super) fn wide(self, at: usize) -> Option<&'a [u8; WIDTH]> {
        const { assert!(WIDTH == 32) };
        if at + 16 >= self.end {
            return None;
        }
        // SAFETY: `at + 16 < end` and `end` is the length less fifteen, so `at + 32 <= length`. Bytes need no alignment.
        Some(unsafe { &*self.bytes.as_ptr().add(at).cast::<[u8; WIDTH]>() })
    }

    /// So many bytes from a place on.
    ///
    /// # Safety
    /// There must be so many, in a text in which `get` has given something.
    #[inline(always)]
    pub(super) unsafe fn part(self, at: usize, length: usize) -> &'a [u8] {
        debug_assert!(at + length <= self.bytes.len());
        // SAFETY: the caller vouches for both: where `get` gives something, the text is shorter than 4 GB.
        unsafe {
            assert_unchecked(length <= u32::MAX as usize);
            self.bytes.get_unchecked(at..at + length)
        }
    }

    /// The sixteen bytes from a place on, if there are so many.
    #[inline(always)]
    pub(super) fn get(self, at: usize) -> Option<&'a [u8; 16]> {
        if at >= self.end {
            return None;
        }
        // SAFETY: `at < end` and `end` is the length less fifteen, so `at + 16 <= length`. Bytes need no alignment.
        Some(unsafe { &*self.bytes.as_ptr().add(at).cast::<[u8; 16]>() })
    }

    /// Whether these two bytes stand at a place that is not near the end.
    #[inline(always)]
    pub(super) fn has(self, at: usize, two: &[u8; 2]) -> bool {
        self.get(at).is_some_and(|chunk| chunk.first_chunk() == Some(two))
    }

    /// The contents, which start at `start`, of a string of plain ASCII that ends with a quote. `None` may also mean that the input
    /// ends too soon for looking at it in chunks. `see` is given the chunks and their places, the last one with the quote.
    #[cfg(target_arch = "x86_64")]
    #[inline(always)]
    pub(super) fn plain_ascii(self, start: usize, mut see: impl FnMut(&[u8; 16], usize)) -> Option<&'a [u8]> {
        let mut at = start;
        let stop = loop {
            // Nearly all strings end within so many bytes, so that there is little to mispredict. What is read is copied, so that what
            // `see` writes is not thought to change it.
            let Some(&bytes) = self.wide(at) else { return self.plain_ascii_at_end(start, at, see) };
            let halves = bytes.as_chunks().0;
            see(&halves[0], at);
            see(&halves[1], at + 16);
            let stop = sse2::stops_or_beyond_ascii(&halves[0]) | sse2::stops_or_beyond_ascii(&halves[1]) << 16;
            if stop != 0 {
                break stop;
            }
            at += WIDTH;
        };
        // SAFETY: the end is in what was read last.
        unsafe { self.text_up_to(start, opaque(at + (stop.trailing_zeros() as usize & 31))) }
    }

    /// `plain_ascii` where the input ends soon after `at`.
    #[cfg(target_arch = "x86_64")]
    #[cold]
    #[inline(never)]
    fn plain_ascii_at_end(
        self,
        start: usize,
        mut at: usize,
        mut see: impl FnMut(&[u8; 16], usize),
    ) -> Option<&'a [u8]> {
        let stop = loop {
            let chunk = self.get(at)?;
            see(chunk, at);
            let stop = sse2::stops_or_beyond_ascii(chunk);
            if stop != 0 {
                break stop;
            }
            at += 16;
        };
        // SAFETY: the end is in what was read last.
        unsafe { self.text_up_to(start, at + (stop.trailing_zeros() as usize & 15)) }
    }

    /// The bytes between, if what follows is a quote.
    ///
    /// # Safety
    /// `start` must not lie behind `end`, and that in a chunk that was read.
    #[cfg(target_arch = "x86_64")]
    #[inline(always)]
    unsafe fn text_up_to(self, start: usize, end: usize) -> Option<&'a [u8]> {
        // SAFETY: the caller vouches for `end` being in the input, after `start`.
        unsafe { (*self.bytes.get_unchecked(end) == b'"').then(|| self.part(start, end - start)) }
    }

    /// The contents, which start at `start`, of a string of plain ASCII that ends with a quote. `see` is given the chunks and their
    /// places.
    #[cfg(not(target_arch = "x86_64"))]
    pub(super) fn plain_ascii(self, start: usize, mut see: impl FnMut(&[u8; 16], usize)) -> Option<&'a [u8]> {
        let run = plain_run(self.bytes, start);
        let mut at = start;
        while at <= run.end {
            see(self.get(at)?, at);
            at += 16;
        }
        (run.ascii && self.bytes.get(run.end) == Some(&b'"')).then(|| &self.bytes[start..run.end])
    }
}

/// The longest run from `start` without quote, backslash and control character. It may end with the input.
pub(super) fn plain_run(bytes: &[u8], start: usize) -> Run {
    let mut at = start;
    let mut high = false;
    #[cfg(target_arch = "x86_64")]
    while let Some(chunk) = bytes.get(at..at + 16) {
        let (stop, mask) = sse2::masks(chunk.first_chunk().expect("sixteen bytes"));
        if stop != 0 {
            let length = stop.trailing_zeros();
            high |= mask & ((1 << length) - 1) != 0;
            return Run { end: at + length as usize, ascii: !high };
        }
        high |= mask != 0;
        at += 16;
    }
    while let Some(chunk) = bytes.get(at..at + 8) {
        let word = u64::from_le_bytes(*chunk.first_chunk().expect("eight bytes"));
        let stop = stops(word);
        if stop != 0 {
            // The bits below the lowest mark belong to the run.
            high |= word & HIGHS & (stop ^ stop.wrapping_sub(1)) != 0;
            return Run { end: at + stop.trailing_zeros() as usize / 8, ascii: !high };
        }
        high |= word & HIGHS != 0;
        at += 8;
    }
    while let Some(&byte) = bytes.get(at)
        && byte >= 0x20
        && byte != b'"'
        && byte != b'\\'
    {
        high |= byte >= 0x80;
        at += 1;
    }
    Run { end: at, ascii: !high }
}

/// The same number, for the compiler one that it knows nothing about: it would count in four registers at once in the loop above to
/// save one addition after it.
#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn opaque(mut number: usize) -> usize {
    // SAFETY: there is no instruction.
    unsafe { std::arch::asm!("/* {0} */", inout(reg) number, options(pure, nomem, nostack, preserves_flags)) };
    number
}

/// Sixteen bytes at a time. SSE2 is part of every x86-64 processor.
#[cfg(target_arch = "x86_64")]
mod sse2 {
    use std::arch::x86_64::{
        __m128i, _mm_cmpeq_epi8, _mm_cmplt_epi8, _mm_loadu_si128, _mm_min_epu8, _mm_movemask_epi8, _mm_or_si128,
        _mm_set1_epi8,
    };

    /// One bit per byte that ends a run or is not ASCII.
    #[inline(always)]
    pub(super) fn stops_or_beyond_ascii(bytes: &[u8; 16]) -> u32 {
        // SAFETY: as in `masks`.
        unsafe {
            let chunk = _mm_loadu_si128(bytes.as_ptr().cast::<__m128i>());
            let quote = _mm_cmpeq_epi8(chunk, _mm_set1_epi8(b'"' as i8));
            let backslash = _mm_cmpeq_epi8(chunk, _mm_set1_epi8(b'\\' as i8));
            // As signed numbers, control characters and everything beyond ASCII are less than a space.
            let low = _mm_cmplt_epi8(chunk, _mm_set1_epi8(0x20));
            _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quote, backslash), low)) as u32
        }
    }

    /// One bit per byte: for those that end a run, and for those that are not ASCII.
    #[inline(always)]
    pub(super) fn masks(bytes: &[u8; 16]) -> (u32, u32) {
        // SAFETY: the load reads exactly the sixteen bytes of the reference and needs no alignment. The other intrinsics compute on
        // registers; SSE2, which all of them are part of, is always there on this architecture.
        unsafe {
            let chunk = _mm_loadu_si128(bytes.as_ptr().cast::<__m128i>());
            let quote = _mm_cmpeq_epi8(chunk, _mm_set1_epi8(b'"' as i8));
            let backslash = _mm_cmpeq_epi8(chunk, _mm_set1_epi8(b'\\' as i8));
            let control = _mm_cmpeq_epi8(_mm_min_epu8(chunk, _mm_set1_epi8(0x1f)), chunk);
            let stop = _mm_or_si128(_mm_or_si128(quote, backslash), control);
            (_mm_movemask_epi8(stop) as u32, _mm_movemask_epi8(chunk) as u32)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_at_every_place() {
        for length in 0..44 {
            for at in 0..length {
                for byte in 0..=255u8 {
                    let mut bytes = vec![b'a'; length];
                    bytes[at] = byte;
                    let run = plain_run(&bytes, 0);
                    let stops = byte < 0x20 || byte == b'"' || byte == b'\\';
                    assert_eq!(run.end, if stops { at } else { length }, "{byte:#x} at {at} of {length}");
                    assert_eq!(run.ascii, stops || byte < 0x80);
                    bytes.extend_from_slice(b"\" and enough to follow");
                    let plain = (byte == b'"').then_some(at).or((!stops && byte < 0x80).then_some(length));
                    assert_eq!(Chunks::new(&bytes).plain_ascii(0, |_, _| {}), plain.map(|end| &bytes[..end]));
                }
            }
        }
    }

    #[test]
    fn what_follows_the_stop_does_not_count() {
        assert!(plain_run("a\"é and so on".as_bytes(), 0).ascii);
        assert!(!plain_run("é\"a and so on".as_bytes(), 0).ascii);
    }
}
