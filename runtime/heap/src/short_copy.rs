//! Copying short pieces of text, for which a call of `memcpy` would cost more than the copy.

use std::ptr::copy_nonoverlapping;

/// Appends the pieces in a row, with one check for room.
#[inline(always)]
pub(crate) fn append<const N: usize>(out: &mut Vec<u8>, pieces: [&[u8]; N]) {
    let total: usize = pieces.iter().map(|piece| piece.len()).sum();
    out.reserve(total);
    let length = out.len();
    let mut target = out.spare_capacity_mut().as_mut_ptr().cast::<u8>();
    for piece in pieces {
        // SAFETY: `reserve` has made room for all pieces after `length`, and `target` advances by what was copied. The pieces are
        // borrowed, so they cannot lie in the buffer, which is borrowed mutably.
        unsafe {
            copy_short(piece, target);
            target = target.add(piece.len());
        }
    }
    // SAFETY: the pieces have initialised the `total` bytes after `length`.
    unsafe { out.set_len(length + total) };
}

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

#[cfg(test)]
mod tests {
    use super::append;

    #[test]
    fn pieces_of_all_lengths() {
        let source: Vec<u8> = (0..100).collect();
        for length in 0..100 {
            let mut out = vec![1, 2, 3];
            append(&mut out, [&source[..length], b"x", &source[100 - length..]]);
            let expected = [&[1, 2, 3], &source[..length], b"x", &source[100 - length..]].concat();
            assert_eq!(out, expected);
        }
    }
}
