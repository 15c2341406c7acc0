//! Appending short pieces of text to a buffer.

use crate::short_copy::copy_short;

/// Appends the pieces in a row, with one check for room.
#[inline(always)]
pub(super) fn append<const N: usize>(out: &mut Vec<u8>, pieces: [&[u8]; N]) {
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
