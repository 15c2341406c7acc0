//! Copying short pieces of text, for which a call of `memcpy` would cost more than the copy.

use std::ptr::copy_nonoverlapping;

/// Copies a piece to `target`. Up to thirty-two bytes are two loads and two stores that may overlap.
///
/// # Safety
/// `target` must be valid for writes of the length of the piece and not overlap it.
#[inline(always)]
pub(crate) unsafe fn copy_short(piece: &[u8], target: *mut u8) {
    let (source, length) = (piece.as_ptr(), piece.len());
    // SAFETY: in every branch both copies lie within the first `length` bytes of source and target, because `length` is at least
    // the size of one copy.
    unsafe {
        match length {
            0 => {}
            1..4 => {
                *target = *source;
                *target.add(length / 2) = *source.add(length / 2);
                *target.add(length - 1) = *source.add(length - 1);
            }
            4..8 => copy_ends::<4>(source, target, length),
            8..=16 => copy_ends::<8>(source, target, length),
            17..=32 => copy_ends::<16>(source, target, length),
            _ => copy_nonoverlapping(source, target, length),
        }
    }
}

/// Copies the first and the last `SIZE` bytes.
///
/// # Safety
/// As for `copy_short`, with a length of at least `SIZE`.
#[inline(always)]
unsafe fn copy_ends<const SIZE: usize>(source: *const u8, target: *mut u8, length: usize) {
    // SAFETY: `SIZE <= length`, so that both ranges lie within the `length` bytes that the caller vouches for.
    unsafe {
        let last = length - SIZE;
        let head = source.cast::<[u8; SIZE]>().read();
        let tail = source.add(last).cast::<[u8; SIZE]>().read();
        target.cast::<[u8; SIZE]>().write(head);
        target.add(last).cast::<[u8; SIZE]>().write(tail);
    }
}
