//! Finding bytes in bytes.

/// The first place at or after `from` where `needle`, which is not empty, occurs.
#[inline]
pub(super) fn find(haystack: &[u8], needle: &[u8], from: usize) -> Option<usize> {
    let (&first, rest) = needle.split_first()?;
    if rest.is_empty() {
        return find_byte(haystack, first, from);
    }
    // No occurrence starts later than this.
    let starts = &haystack[..(haystack.len() + 1).saturating_sub(needle.len())];
    let mut at = from;
    loop {
        at = find_byte(starts, first, at)?;
        if &haystack[at + 1..at + needle.len()] == rest {
            return Some(at);
        }
        at += 1;
    }
}

/// The first place at or after `from` of a byte.
#[inline]
pub(super) fn find_byte(haystack: &[u8], byte: u8, from: usize) -> Option<usize> {
    let mut at = from;
    #[cfg(target_arch = "x86_64")]
    while let Some(chunk) = haystack.get(at..at + 16) {
        let equal = equal_mask(chunk.first_chunk().expect("sixteen bytes"), byte);
        if equal != 0 {
            return Some(at + equal.trailing_zeros() as usize);
        }
        at += 16;
    }
    // The last sixteen or eight bytes once more, without those before `at`; what is shorter than eight, one by one.
    #[cfg(target_arch = "x86_64")]
    if let Some(chunk) = haystack.last_chunk() {
        let from = haystack.len() - 16;
        let equal = equal_mask(chunk, byte) & u32::MAX.checked_shl((at - from) as u32).unwrap_or(0);
        return (equal != 0 && at < haystack.len()).then(|| from + equal.trailing_zeros() as usize);
    }
    let rest = haystack.get(at..)?;
    rest.iter().position(|&candidate| candidate == byte).map(|offset| at + offset)
}

/// The most bytes that `places_of` looks at.
pub(super) const FEW: usize = 64;

/// One bit for each place of a byte among up to [`FEW`].
#[inline]
pub(super) fn places_of(haystack: &[u8], byte: u8) -> u64 {
    debug_assert!(haystack.len() <= FEW);
    let Some(last) = haystack.last_chunk() else {
        let places = u64::from(equal_mask(&padded(haystack), byte));
        return places & ((1 << haystack.len()) - 1);
    };
    let mut places = u64::from(equal_mask(last, byte)) << (haystack.len() - 16);
    for (number, chunk) in haystack.as_chunks().0.iter().enumerate() {
        places |= u64::from(equal_mask(chunk, byte)) << (16 * number);
    }
    places
}

/// Fewer than sixteen bytes, filled up with zeros.
#[inline(always)]
fn padded(bytes: &[u8]) -> [u8; 16] {
    let length = bytes.len();
    let word = match length {
        0 => 0,
        1..4 => {
            let byte = |at: usize| u128::from(bytes[at]) << (8 * at);
            byte(0) | byte(length / 2) | byte(length - 1)
        }
        // Two halves that may overlap.
        4..8 => {
            let half = |at: usize| {
                u128::from(u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes"))) << (8 * at)
            };
            half(0) | half(length - 4)
        }
        _ => {
            let half = |at: usize| {
                u128::from(u64::from_le_bytes(bytes[at..at + 8].try_into().expect("eight bytes"))) << (8 * at)
            };
            half(0) | half(length - 8)
        }
    };
    word.to_le_bytes()
}

#[cfg(target_arch = "x86_64")]
use sse2::equal_mask;

/// One bit for each of the bytes that equals `byte`.
#[cfg(not(target_arch = "x86_64"))]
fn equal_mask(bytes: &[u8; 16], byte: u8) -> u32 {
    (0..16).fold(0, |bits, at| bits | u32::from(bytes[at] == byte) << at)
}

/// Sixteen bytes at a time. SSE2 is part of every x86-64 processor.
#[cfg(target_arch = "x86_64")]
mod sse2 {
    use std::arch::x86_64::{__m128i, _mm_cmpeq_epi8, _mm_loadu_si128, _mm_movemask_epi8, _mm_set1_epi8};

    /// One bit for each of the bytes that equals `byte`.
    #[inline(always)]
    pub(super) fn equal_mask(bytes: &[u8; 16], byte: u8) -> u32 {
        // SAFETY: the load reads exactly the sixteen bytes of the reference and needs no alignment. The other intrinsics compute on
        // registers; SSE2, which all of them are part of, is always there on this architecture.
        unsafe {
            let chunk = _mm_loadu_si128(bytes.as_ptr().cast::<__m128i>());
            _mm_movemask_epi8(_mm_cmpeq_epi8(chunk, _mm_set1_epi8(byte as i8))) as u32
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FEW, find, places_of};

    #[test]
    fn all_places_at_once() {
        for length in 0..=FEW {
            for at in 0..length {
                let mut haystack = vec![0; length];
                haystack[at] = b'x';
                assert_eq!(places_of(&haystack, b'x'), 1 << at, "{at} of {length}");
                let others = if length == FEW { u64::MAX } else { (1 << length) - 1 };
                assert_eq!(places_of(&haystack, 0), others & !(1 << at), "{at} of {length}");
            }
        }
    }

    #[test]
    fn every_place_in_every_length() {
        for length in 0..50 {
            let mut haystack = vec![b'.'; length];
            for at in 0..length {
                haystack[at] = b'x';
                for from in 0..length + 2 {
                    assert_eq!(find(&haystack, b"x", from), (from <= at).then_some(at));
                    assert_eq!(find(&haystack, b"x.", from), (from <= at && at + 1 < length).then_some(at));
                }
                haystack[at] = b'.';
            }
        }
        assert_eq!(find(b"aaab", b"aab", 0), Some(1));
        assert_eq!(find(b"a", b"aab", 0), None);
    }
}
