//! Searching: StringIndexOf (ECMA-262 §6.1.4.1) and its relatives, on code units.

use super::find::{FEW, find, find_byte, places_of};
use super::{Facts, JsStr, wtf8};
use crate::{Array, Cx, Value};

/// Whether a byte search could miss a match or cut a pair: only if the needle begins with a low or ends with a high surrogate.
fn has_open_ends(needle: &[u8]) -> bool {
    wtf8::leading_surrogate(needle).is_some_and(wtf8::is_low)
        || wtf8::trailing_surrogate(needle).is_some_and(wtf8::is_high)
}

fn units(text: JsStr<'_>) -> Vec<u16> {
    text.code_units().collect()
}

impl<'h> JsStr<'h> {
    /// The code unit index of the first occurrence of `needle` at or after index `from` (at most the length).
    pub fn index_of(self, cx: Cx<'h>, needle: JsStr<'h>, from: usize) -> Option<usize> {
        if needle.is_empty() {
            return Some(from);
        }
        if !needle.facts().has(Facts::ASCII) && has_open_ends(needle.as_bytes()) {
            let (haystack, needle) = (units(self), units(needle));
            return haystack.get(from..)?.windows(needle.len()).position(|window| window == needle).map(|at| at + from);
        }
        let (mut byte, inside_pair) = self.byte_of_unit(cx, from);
        if inside_pair {
            byte += 4;
        }
        find(self.as_bytes(), needle.as_bytes(), byte).map(|at| self.unit_of_byte(cx, at))
    }

    /// The code unit index of the last occurrence of `needle` that starts at or before index `from`.
    pub fn last_index_of(self, cx: Cx<'h>, needle: JsStr<'h>, from: usize) -> Option<usize> {
        let length = self.length(cx);
        let needle_length = needle.length(cx);
        let last = length.checked_sub(needle_length)?.min(from);
        if needle.facts().has(Facts::ASCII) && self.facts().has(Facts::ASCII) {
            let (haystack, needle) = (self.as_bytes(), needle.as_bytes());
            return (0..=last).rev().find(|&at| &haystack[at..at + needle.len()] == needle);
        }
        let (haystack, needle) = (units(self), units(needle));
        (0..=last).rev().find(|&at| haystack[at..at + needle.len()] == needle[..])
    }

    /// Whether `needle` occurs at exactly this code unit index.
    pub fn matches_at(self, cx: Cx<'h>, needle: JsStr<'h>, index: usize) -> bool {
        let end = index + needle.length(cx);
        if end > self.length(cx) {
            return false;
        }
        if self.facts().has(Facts::ASCII) {
            return &self.as_bytes()[index..end] == needle.as_bytes();
        }
        self.slice(cx, index, end) == needle
    }

    /// Splits at every occurrence of a non-empty separator (the string branch of `String.prototype.split`, without limit). The
    /// pieces borrow.
    pub fn split(self, cx: Cx<'h>, separator: JsStr<'h>) -> Split<'h> {
        assert!(!separator.is_empty(), "splitting at the empty string is splitting into code units");
        let by_units = !separator.facts().has(Facts::ASCII) && has_open_ends(separator.as_bytes());
        Split { cx, text: self, separator, at: Some(0), by_units }
    }
}

impl<'h> JsStr<'h> {
    /// The pieces between the occurrences of an ASCII byte, for a string that is known to be ASCII.
    fn split_at_byte(self, byte: u8) -> impl Iterator<Item = JsStr<'h>> {
        let (bytes, traits) = (self.as_bytes(), self.traits);
        let mut start = Some(0);
        std::iter::from_fn(move || {
            let from = start?;
            let end = find_byte(bytes, byte, from);
            start = end.map(|end| end + 1);
            Some(JsStr::with_traits(&bytes[from..end.unwrap_or(bytes.len())], traits))
        })
    }
}

impl<'h> Cx<'h> {
    /// The array of what [`JsStr::split`] gives, up to so many pieces.
    pub fn split(self, text: JsStr<'h>, separator: JsStr<'h>, limit: usize) -> Array<'h> {
        match separator.as_bytes() {
            [byte @ ..0x80] if text.facts().has(Facts::ASCII) && text.byte_len() <= FEW => {
                let bytes = text.as_bytes();
                let mut places = places_of(bytes, *byte);
                let mut from = 0;
                Array::from_fn(self, limit.min(places.count_ones() as usize + 1), |_| {
                    // No place left is the place 64.
                    let end = bytes.len().min(places.trailing_zeros() as usize);
                    let piece = JsStr::with_traits(&bytes[from..end], text.traits);
                    places &= places.wrapping_sub(1);
                    from = end + 1;
                    Value::String(piece)
                })
            }
            [byte @ ..0x80] if text.facts().has(Facts::ASCII) => {
                self.array_from(text.split_at_byte(*byte).take(limit).map(Value::String))
            }
            _ => self.array_from(text.split(self, separator).take(limit).map(Value::String)),
        }
    }
}

/// Items that an array is made of at once; what follows is appended.
const AT_ONCE: usize = 8;

impl<'h> Cx<'h> {
    /// The array of all items. No list of them is collected before.
    #[inline]
    pub fn array_from(self, mut items: impl Iterator<Item = Value<'h>>) -> Array<'h> {
        let mut first = [Value::Undefined; AT_ONCE];
        let mut count = 0;
        while count < AT_ONCE {
            match items.next() {
                Some(item) => first[count] = item,
                None => return Array::of(self, &first[..count]),
            }
            count += 1;
        }
        let array = Array::of(self, &first);
        items.for_each(|item| array.append_fresh(self, item));
        array
    }
}

/// Iterator of [`JsStr::split`].
pub struct Split<'h> {
    cx: Cx<'h>,
    text: JsStr<'h>,
    separator: JsStr<'h>,
    /// Where the next piece begins: in bytes, or in code units where the separator has a half pair at an end.
    at: Option<usize>,
    by_units: bool,
}

impl<'h> Iterator for Split<'h> {
    type Item = JsStr<'h>;

    #[inline]
    fn next(&mut self) -> Option<JsStr<'h>> {
        let start = self.at?;
        if self.by_units {
            let end = self.text.index_of(self.cx, self.separator, start);
            self.at = end.map(|end| end + self.separator.length(self.cx));
            let end = end.unwrap_or_else(|| self.text.length(self.cx));
            return Some(self.text.slice(self.cx, start, end));
        }
        let end = find(self.text.as_bytes(), self.separator.as_bytes(), start);
        self.at = end.map(|end| end + self.separator.byte_len());
        Some(self.text.slice_bytes(start, end.unwrap_or(self.text.byte_len())))
    }
}
