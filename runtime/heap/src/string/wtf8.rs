//! WTF-8: UTF-8 that may also encode surrogates which have no partner beside them.

use std::cmp::Ordering;

/// The first byte of every three-byte sequence for U+D000 to U+DFFF; a second byte of at least 0xA0 makes it a surrogate.
const SURROGATE_LEAD: u8 = 0xed;

/// The surrogate encoded at the start of the bytes, if there is one.
#[inline]
pub(crate) fn leading_surrogate(bytes: &[u8]) -> Option<u16> {
    match bytes {
        [SURROGATE_LEAD, second @ 0xa0..=0xbf, third, ..] => {
            Some(0xd000 | u16::from(second & 0x3f) << 6 | u16::from(third & 0x3f))
        }
        _ => None,
    }
}

/// The surrogate encoded at the end of the bytes, if there is one.
#[inline]
pub(crate) fn trailing_surrogate(bytes: &[u8]) -> Option<u16> {
    leading_surrogate(bytes.get(bytes.len().checked_sub(3)?..)?)
}

#[inline]
pub(crate) fn is_high(unit: u16) -> bool {
    unit & 0xfc00 == 0xd800
}

#[inline]
pub(crate) fn is_low(unit: u16) -> bool {
    unit & 0xfc00 == 0xdc00
}

/// The code point of a surrogate pair.
#[inline]
pub(crate) fn join(high: u16, low: u16) -> u32 {
    0x10000 + ((u32::from(high) & 0x3ff) << 10) + (u32::from(low) & 0x3ff)
}

/// The surrogate pair of a code point above U+FFFF.
#[inline]
pub(crate) fn split(code_point: u32) -> (u16, u16) {
    let offset = code_point - 0x10000;
    (0xd800 | (offset >> 10) as u16, 0xdc00 | (offset & 0x3ff) as u16)
}

/// Length of the sequence that starts with this byte.
#[inline(always)]
pub(crate) fn sequence_length(first: u8) -> usize {
    match first {
        0..=0x7f => 1,
        0x80..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0.. => 4,
    }
}

/// The code point at the start of non-empty WTF-8, and the length of its sequence.
#[inline]
pub(crate) fn decode(bytes: &[u8]) -> (u32, usize) {
    let low = |index: usize| u32::from(bytes[index] & 0x3f);
    let first = u32::from(bytes[0]);
    match sequence_length(bytes[0]) {
        1 => (first, 1),
        2 => ((first & 0x1f) << 6 | low(1), 2),
        3 => ((first & 0x0f) << 12 | low(1) << 6 | low(2), 3),
        _ => ((first & 0x07) << 18 | low(1) << 12 | low(2) << 6 | low(3), 4),
    }
}

/// The WTF-8 sequence of a code point, surrogates included.
#[inline]
pub(crate) fn encode(code_point: u32) -> ([u8; 4], usize) {
    let low = |shift: u32| 0x80 | (code_point >> shift & 0x3f) as u8;
    match code_point {
        0..=0x7f => ([code_point as u8, 0, 0, 0], 1),
        0x80..=0x7ff => ([0xc0 | (code_point >> 6) as u8, low(0), 0, 0], 2),
        0x800..=0xffff => ([0xe0 | (code_point >> 12) as u8, low(6), low(0), 0], 3),
        _ => ([0xf0 | (code_point >> 18) as u8, low(12), low(6), low(0)], 4),
    }
}

/// Appends a code point; a low surrogate joins a high one that ends the buffer.
pub(crate) fn push(buffer: &mut Vec<u8>, code_point: u32) {
    if let Ok(unit) = u16::try_from(code_point)
        && is_low(unit)
        && let Some(high) = trailing_surrogate(buffer)
        && is_high(high)
    {
        buffer.truncate(buffer.len() - 3);
        push(buffer, join(high, unit));
        return;
    }
    let (sequence, length) = encode(code_point);
    buffer.extend_from_slice(&sequence[..length]);
}

/// Appends canonical WTF-8; surrogate halves that meet are joined.
#[inline]
pub(crate) fn push_run(buffer: &mut Vec<u8>, run: &[u8]) {
    match leading_surrogate(run) {
        Some(low) if is_low(low) => {
            push(buffer, u32::from(low));
            buffer.extend_from_slice(&run[3..]);
        }
        _ => buffer.extend_from_slice(run),
    }
}

/// The code unit that starts at a byte offset: the first half of a pair.
pub(crate) fn code_unit_at(bytes: &[u8], at: usize) -> u16 {
    let (code_point, _) = decode(&bytes[at..]);
    u16::try_from(code_point).unwrap_or_else(|_| split(code_point).0)
}

/// Whether the bytes are WTF-8 without surrogate pairs.
pub(crate) fn is_canonical(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    let mut after_high = false;
    loop {
        match std::str::from_utf8(rest) {
            Ok(_) => return true,
            Err(error) => {
                let valid = error.valid_up_to();
                after_high = after_high && valid == 0;
                let Some(unit) = leading_surrogate(&rest[valid..]) else { return false };
                if rest.len() < valid + 3 || rest[valid + 2] & 0xc0 != 0x80 || (after_high && is_low(unit)) {
                    return false;
                }
                after_high = is_high(unit);
                rest = &rest[valid + 3..];
            }
        }
    }
}

/// UTF-8 with U+FFFD for every lone surrogate.
pub(crate) fn to_utf8_lossy(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut rest = bytes;
    loop {
        match std::str::from_utf8(rest) {
            Ok(valid) => {
                text.push_str(valid);
                return text;
            }
            Err(error) => {
                let (valid, after) = rest.split_at(error.valid_up_to());
                text.push_str(std::str::from_utf8(valid).expect("checked up to here"));
                text.push(char::REPLACEMENT_CHARACTER);
                // What is not UTF-8 in canonical WTF-8 is a surrogate, three bytes.
                rest = &after[3..];
            }
        }
    }
}

/// Compares by UTF-16 code units. This differs from the order of the bytes only where a code point above U+FFFF (a pair, so 0xD800
/// and up) meets one from U+E000 to U+FFFF.
pub(crate) fn compare_code_units(a: &[u8], b: &[u8]) -> Ordering {
    let Some(at) = a.iter().zip(b).position(|(x, y)| x != y) else { return a.len().cmp(&b.len()) };
    let (x, y) = (a[at], b[at]);
    // Only first bytes can disagree with the order of code units: within a sequence both have the same lead.
    let pair = |byte: u8| byte >= 0xf0;
    let above_surrogates = |byte: u8| byte == 0xee || byte == 0xef;
    if pair(x) && above_surrogates(y) {
        Ordering::Less
    } else if above_surrogates(x) && pair(y) {
        Ordering::Greater
    } else {
        match (x, y) {
            // A pair against a lone surrogate: the high half of the pair decides, and if that is equal, the pair is the longer.
            (0xf0.., SURROGATE_LEAD) if leading_surrogate(&b[at..]).is_some() => compare_pair(&a[at..], &b[at..]),
            (SURROGATE_LEAD, 0xf0..) if leading_surrogate(&a[at..]).is_some() => {
                compare_pair(&b[at..], &a[at..]).reverse()
            }
            _ => x.cmp(&y),
        }
    }
}

/// Compares a code point above U+FFFF at the start of `a` with a lone surrogate at the start of `b`.
fn compare_pair(a: &[u8], b: &[u8]) -> Ordering {
    let (high, low) = split(decode(a).0);
    let lone = leading_surrogate(b).expect("checked by the caller");
    high.cmp(&lone).then_with(|| {
        // The unit after the lone surrogate is not a low surrogate (they would have been joined).
        let next = b.get(3..).filter(|rest| !rest.is_empty()).map(|rest| decode(rest).0);
        match next {
            None => Ordering::Greater,
            Some(next) if next > 0xffff => low.cmp(&split(next).0),
            Some(next) => u32::from(low).cmp(&next),
        }
    })
}
