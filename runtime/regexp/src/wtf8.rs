//! Reading WTF-8: UTF-8 in which a surrogate without its other half is encoded like any other code point.

/// The code point that begins here and its length. The bytes must be WTF-8 and not empty.
#[inline(always)]
pub(crate) fn decode(bytes: &[u8]) -> (u32, usize) {
    let byte = |at: usize| u32::from(bytes.get(at).copied().unwrap_or(0) & 0x3f);
    let first = u32::from(bytes[0]);
    match first {
        0..0x80 => (first, 1),
        0x80..0xe0 => ((first & 0x1f) << 6 | byte(1), 2),
        0xe0..0xf0 => ((first & 0x0f) << 12 | byte(1) << 6 | byte(2), 3),
        _ => ((first & 0x07) << 18 | byte(1) << 12 | byte(2) << 6 | byte(3), 4),
    }
}

/// Appends a code point, which may be a surrogate.
pub(crate) fn push(bytes: &mut Vec<u8>, point: u32) {
    let tail = |shift: u32| 0x80 | (point >> shift & 0x3f) as u8;
    match point {
        0..0x80 => bytes.push(point as u8),
        0x80..0x800 => bytes.extend([0xc0 | (point >> 6) as u8, tail(0)]),
        0x800..0x1_0000 => bytes.extend([0xe0 | (point >> 12) as u8, tail(6), tail(0)]),
        _ => bytes.extend([0xf0 | (point >> 18) as u8, tail(12), tail(6), tail(0)]),
    }
}

/// The two surrogates of a code point that has two.
pub(crate) fn split(point: u32) -> Option<(u32, u32)> {
    let above = point.checked_sub(0x1_0000).filter(|above| *above < 0x10_0000)?;
    Some((0xd800 | above >> 10, 0xdc00 | above & 0x3ff))
}

/// The code point of two surrogates.
pub(crate) fn combine(high: u32, low: u32) -> Option<u32> {
    let is_pair = (0xd800..0xdc00).contains(&high) && (0xdc00..0xe000).contains(&low);
    is_pair.then(|| 0x1_0000 + (((high - 0xd800) << 10) | (low - 0xdc00)))
}

pub(crate) fn is_surrogate(point: u32) -> bool {
    (0xd800..0xe000).contains(&point)
}
