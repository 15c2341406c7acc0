//! The UTF-16 view: lengths, code units and slices by code unit index.

use super::{Facts, Home, JsStr, wtf8};
use crate::Cx;

/// The place in a non-ASCII string that was looked at last. With it, a loop over `s.charCodeAt(i)` or `i < s.length` stays linear.
#[derive(Clone, Copy)]
pub(crate) struct Utf16Cursor {
    start: *const u8,
    byte_length: u32,
    /// Length of the whole string in code units.
    units: u32,
    /// A code point boundary: its offset in bytes and in code units.
    byte: u32,
    unit: u32,
}

impl Utf16Cursor {
    pub(crate) const NONE: Utf16Cursor =
        Utf16Cursor { start: std::ptr::null(), byte_length: 0, units: 0, byte: 0, unit: 0 };
}

/// Number of code units of WTF-8 text: one per sequence, two for sequences of four bytes.
fn count_units(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&byte| u32::from(byte & 0xc0 != 0x80) + u32::from(byte >= 0xf0)).sum()
}

/// The code unit at a position that may lie inside a pair.
#[derive(Clone, Copy)]
struct Position {
    byte: usize,
    /// The position is between the two halves of the code point at `byte`.
    inside_pair: bool,
}

impl<'h> JsStr<'h> {
    /// `length` (ECMA-262 §22.1.4.1): the number of UTF-16 code units.
    #[inline]
    pub fn length(self, cx: Cx<'h>) -> usize {
        if self.facts().has(Facts::ASCII) { self.length as usize } else { self.cursor(cx).units as usize }
    }

    #[inline(never)]
    fn cursor(self, cx: Cx<'h>) -> Utf16Cursor {
        let cursor = cx.utf16_cursor();
        let cached = cursor.get();
        if cached.start == self.bytes.as_ptr().cast_const() && cached.byte_length == self.length {
            return cached;
        }
        let fresh = Utf16Cursor {
            start: self.bytes.as_ptr(),
            byte_length: self.length,
            units: count_units(self.as_bytes()),
            byte: 0,
            unit: 0,
        };
        cursor.set(fresh);
        fresh
    }

    /// Where the code unit with this index is, for `index` up to the length. Moves the cursor of the turn there.
    fn locate(self, cx: Cx<'h>, index: usize) -> Position {
        let mut cursor = self.cursor(cx);
        let bytes = self.as_bytes();
        debug_assert!(index <= cursor.units as usize);
        let target = index as u32;
        if target < cursor.unit / 2 {
            (cursor.byte, cursor.unit) = (0, 0);
        }
        let (mut byte, mut unit) = (cursor.byte as usize, cursor.unit);
        while unit > target {
            byte -= 1;
            while bytes[byte] & 0xc0 == 0x80 {
                byte -= 1;
            }
            unit -= 1 + u32::from(bytes[byte] >= 0xf0);
        }
        let mut inside_pair = false;
        while unit < target {
            let length = wtf8::sequence_length(bytes[byte]);
            if length == 4 && unit + 1 == target {
                inside_pair = true;
                break;
            }
            byte += length;
            unit += 1 + u32::from(length == 4);
        }
        (cursor.byte, cursor.unit) = (byte as u32, unit);
        cx.utf16_cursor().set(cursor);
        Position { byte, inside_pair }
    }

    /// The code unit at an index, `charCodeAt`; `None` beyond the end.
    #[inline]
    pub fn code_unit_at(self, cx: Cx<'h>, index: usize) -> Option<u16> {
        if self.facts().has(Facts::ASCII) {
            self.as_bytes().get(index).map(|&byte| u16::from(byte))
        } else {
            self.code_unit_at_slow(cx, index)
        }
    }

    /// The code unit at an index that is inside of the string, as a number to count with. Zero elsewhere.
    #[inline]
    pub fn code_unit(self, cx: Cx<'h>, index: i32) -> i32 {
        self.code_unit_at(cx, index.cast_unsigned() as usize).map_or(0, i32::from)
    }

    fn code_unit_at_slow(self, cx: Cx<'h>, index: usize) -> Option<u16> {
        if index >= self.length(cx) {
            return None;
        }
        let position = self.locate(cx, index);
        let (code_point, _) = wtf8::decode(&self.as_bytes()[position.byte..]);
        Some(match u16::try_from(code_point) {
            Ok(unit) => unit,
            Err(_) if position.inside_pair => wtf8::split(code_point).1,
            Err(_) => wtf8::split(code_point).0,
        })
    }

    /// The code point at an index (ECMA-262 §11.1.4 CodePointAt); `None` beyond the end.
    pub fn code_point_at(self, cx: Cx<'h>, index: usize) -> Option<u32> {
        if self.facts().has(Facts::ASCII) {
            return self.as_bytes().get(index).map(|&byte| u32::from(byte));
        }
        if index >= self.length(cx) {
            return None;
        }
        let position = self.locate(cx, index);
        let (code_point, _) = wtf8::decode(&self.as_bytes()[position.byte..]);
        Some(if position.inside_pair { u32::from(wtf8::split(code_point).1) } else { code_point })
    }

    /// The code units from `start` to `end`, which must satisfy `start <= end <= length`. Borrows, except where the cut goes through
    /// a surrogate pair.
    #[inline]
    pub fn slice(self, cx: Cx<'h>, start: usize, end: usize) -> JsStr<'h> {
        if self.facts().has(Facts::ASCII) {
            JsStr::from_parts(&self.as_bytes()[start..end], self.facts(), self.home())
        } else {
            self.slice_slow(cx, start, end)
        }
    }

    fn slice_slow(self, cx: Cx<'h>, start: usize, end: usize) -> JsStr<'h> {
        let from = self.locate(cx, start);
        let to = self.locate(cx, end);
        if start == end {
            return JsStr::EMPTY;
        }
        let bytes = self.as_bytes();
        if !from.inside_pair && !to.inside_pair {
            return self.slice_bytes(from.byte, to.byte);
        }
        let mut units = Vec::with_capacity(to.byte - from.byte + 6);
        let mut middle = from.byte;
        if from.inside_pair {
            let (code_point, length) = wtf8::decode(&bytes[from.byte..]);
            wtf8::push(&mut units, u32::from(wtf8::split(code_point).1));
            middle += length;
        }
        units.extend_from_slice(&bytes[middle..to.byte]);
        if to.inside_pair {
            let (code_point, _) = wtf8::decode(&bytes[to.byte..]);
            wtf8::push(&mut units, u32::from(wtf8::split(code_point).0));
        }
        JsStr::from_parts(cx.event_arena().alloc_bytes(&units), Facts::NONE, Home::Event)
    }

    /// A part of the bytes. Both offsets must be code point boundaries.
    #[inline]
    pub fn slice_bytes(self, start: usize, end: usize) -> JsStr<'h> {
        let bytes = &self.as_bytes()[start..end];
        let mut facts = self.facts();
        if !facts.has(Facts::ASCII) && bytes.is_ascii() {
            facts = facts.with(Facts::ASCII);
        }
        JsStr::from_parts(bytes, facts, self.home())
    }

    /// The code unit index of a byte offset, which must be a code point boundary.
    pub(crate) fn unit_of_byte(self, cx: Cx<'h>, byte: usize) -> usize {
        if self.facts().has(Facts::ASCII) {
            return byte;
        }
        let cursor = self.cursor(cx);
        let bytes = self.as_bytes();
        let (known_byte, known_unit) = (cursor.byte as usize, cursor.unit);
        let unit = if known_byte <= byte {
            known_unit + count_units(&bytes[known_byte..byte])
        } else {
            count_units(&bytes[..byte])
        };
        cx.utf16_cursor().set(Utf16Cursor { byte: byte as u32, unit, ..cursor });
        unit as usize
    }

    /// The byte offset of a code unit index and whether the index lies inside the pair there.
    pub(crate) fn byte_of_unit(self, cx: Cx<'h>, index: usize) -> (usize, bool) {
        if self.facts().has(Facts::ASCII) {
            return (index, false);
        }
        let position = self.locate(cx, index);
        (position.byte, position.inside_pair)
    }

    /// The byte offset of a code unit index up to the length; inside a pair, that of its third byte.
    #[inline]
    pub fn byte_position(self, cx: Cx<'h>, index: usize) -> usize {
        let (byte, inside_pair) = self.byte_of_unit(cx, index);
        if inside_pair { byte + 2 } else { byte }
    }

    /// The code unit index of a position as [`JsStr::byte_position`] gives it.
    #[inline]
    pub fn unit_position(self, cx: Cx<'h>, byte: usize) -> usize {
        if self.is_inside_pair(byte) { self.unit_of_byte(cx, byte - 2) + 1 } else { self.unit_of_byte(cx, byte) }
    }

    /// Whether a byte offset is that of the third byte of a sequence, so that it means a place inside a pair.
    fn is_inside_pair(self, byte: usize) -> bool {
        !self.facts().has(Facts::ASCII) && self.as_bytes().get(byte).is_some_and(|byte| byte & 0xc0 == 0x80)
    }

    /// The part between two positions as [`JsStr::byte_position`] gives them.
    #[inline]
    pub fn part(self, cx: Cx<'h>, start: usize, end: usize) -> JsStr<'h> {
        if self.is_inside_pair(start) || self.is_inside_pair(end) {
            self.slice_slow(cx, self.unit_position(cx, start), self.unit_position(cx, end))
        } else {
            self.slice_bytes(start, end)
        }
    }

    /// The code points, lone surrogates as themselves: what the string iterator visits (ECMA-262 §22.1.5).
    pub fn code_points(self) -> CodePoints<'h> {
        CodePoints { text: self, byte: 0 }
    }

    /// All code units.
    pub fn code_units(self) -> impl Iterator<Item = u16> + use<'h> {
        self.code_points().flat_map(|(code_point, _)| {
            let (first, second) = match u16::try_from(code_point) {
                Ok(unit) => (unit, None),
                Err(_) => {
                    let (high, low) = wtf8::split(code_point);
                    (high, Some(low))
                }
            };
            std::iter::once(first).chain(second)
        })
    }
}

/// Iterator over the code points of a string, each with the string that holds just it.
#[derive(Clone)]
pub struct CodePoints<'h> {
    text: JsStr<'h>,
    byte: usize,
}

impl<'h> Iterator for CodePoints<'h> {
    type Item = (u32, JsStr<'h>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let rest = &self.text.as_bytes()[self.byte..];
        if rest.is_empty() {
            return None;
        }
        let (code_point, length) = wtf8::decode(rest);
        let piece = self.text.slice_bytes(self.byte, self.byte + length);
        self.byte += length;
        Some((code_point, piece))
    }
}
