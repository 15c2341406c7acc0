//! Three views of a text: ASCII, code units and code points. A position is an offset in bytes; between the two halves of a pair
//! (which are one sequence of four bytes) it is the offset of the third byte. V8 looks there for matches even with the flag `u`, but finds
//! no character in either direction.

use crate::charset::LAST;
use crate::wtf8;

/// What code points there are inside a pair: none.
const NO_CHARACTER: u32 = LAST + 1;

/// How the matcher reads.
pub(super) trait View {
    /// Every byte is a character.
    const ASCII: bool;
    /// There is nothing to read inside a pair.
    const POINTS: bool;

    /// The character at a position before the end, and the position behind it.
    fn read(text: &[u8], at: usize) -> (u32, usize);

    /// The character before a position behind the start, and the position before it.
    fn read_back(text: &[u8], at: usize) -> (u32, usize);
}

pub(super) struct Ascii;
pub(super) struct Units;
pub(super) struct Points;

impl View for Ascii {
    const ASCII: bool = true;
    const POINTS: bool = false;

    #[inline(always)]
    fn read(text: &[u8], at: usize) -> (u32, usize) {
        (u32::from(text[at]), at + 1)
    }

    #[inline(always)]
    fn read_back(text: &[u8], at: usize) -> (u32, usize) {
        (u32::from(text[at - 1]), at - 1)
    }
}

#[inline(always)]
fn is_inside(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}

/// Whether a position is between the halves of a pair.
#[inline(always)]
pub(super) fn is_inside_pair(text: &[u8], at: usize) -> bool {
    text.get(at).is_some_and(|byte| is_inside(*byte))
}

/// The code point before a position that is not inside a pair, and where it begins.
fn decode_back(text: &[u8], at: usize) -> (u32, usize) {
    let mut start = at - 1;
    while start > 0 && is_inside(text[start]) {
        start -= 1;
    }
    (wtf8::decode(&text[start..]).0, start)
}

impl View for Points {
    const ASCII: bool = false;
    const POINTS: bool = true;

    #[inline(always)]
    fn read(text: &[u8], at: usize) -> (u32, usize) {
        let first = text[at];
        if first < 0x80 {
            return (u32::from(first), at + 1);
        }
        if is_inside(first) {
            return (NO_CHARACTER, at + 2);
        }
        let (point, length) = wtf8::decode(&text[at..]);
        (point, at + length)
    }

    #[inline(always)]
    fn read_back(text: &[u8], at: usize) -> (u32, usize) {
        if is_inside_pair(text, at) { (NO_CHARACTER, at - 2) } else { decode_back(text, at) }
    }
}

impl View for Units {
    const ASCII: bool = false;
    const POINTS: bool = false;

    #[inline(always)]
    fn read(text: &[u8], at: usize) -> (u32, usize) {
        let first = text[at];
        if first < 0x80 {
            return (u32::from(first), at + 1);
        }
        if is_inside(first) {
            let (point, _) = wtf8::decode(&text[at - 2..]);
            return (wtf8::split(point).map_or(0, |pair| pair.1), at + 2);
        }
        let (point, length) = wtf8::decode(&text[at..]);
        match wtf8::split(point) {
            Some((high, _)) => (high, at + 2),
            None => (point, at + length),
        }
    }

    #[inline(always)]
    fn read_back(text: &[u8], at: usize) -> (u32, usize) {
        if is_inside_pair(text, at) {
            let (point, _) = wtf8::decode(&text[at - 2..]);
            return (wtf8::split(point).map_or(0, |pair| pair.0), at - 2);
        }
        let (point, start) = decode_back(text, at);
        match wtf8::split(point) {
            Some((_, low)) => (low, at - 2),
            None => (point, start),
        }
    }
}
