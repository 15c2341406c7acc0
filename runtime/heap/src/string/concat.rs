//! Making strings: from pieces, from code units, from Rust text.

use std::cell::Cell;

use super::{Facts, Home, JsStr, MAX_LENGTH, wtf8};
use crate::Cx;
use crate::arena::LONG_STRING;

/// The result would have more than [`MAX_LENGTH`] code units. JavaScript throws `RangeError: Invalid string length`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StringTooLong;

impl<'h> JsStr<'h> {
    /// The string-concatenation of two strings. Extends the left one in place if it was the last thing allocated.
    #[inline]
    pub fn concat(self, cx: Cx<'h>, other: JsStr<'h>) -> Result<JsStr<'h>, StringTooLong> {
        if other.is_empty() {
            return Ok(self);
        }
        if self.is_empty() {
            return Ok(other);
        }
        let facts = self.facts().and(other.facts());
        // Fewer bytes than this cannot be too many code units.
        if self.byte_len() + other.byte_len() > MAX_LENGTH && self.length(cx) + other.length(cx) > MAX_LENGTH {
            return Err(StringTooLong);
        }
        if !facts.has(Facts::ASCII) && meets_inside_pair(self.as_bytes(), other.as_bytes()) {
            return Ok(self.concat_joining(cx, other));
        }
        let bytes = cx.event_arena().concat_bytes(self.as_bytes(), other.as_bytes());
        Ok(JsStr::from_parts(bytes, facts, Home::Event))
    }

    /// Concatenation where a high surrogate meets a low one.
    #[cold]
    fn concat_joining(self, cx: Cx<'h>, other: JsStr<'h>) -> JsStr<'h> {
        let mut bytes = Vec::with_capacity(self.byte_len() + other.byte_len());
        bytes.extend_from_slice(self.as_bytes());
        let (low, length) = wtf8::decode(other.as_bytes());
        wtf8::push(&mut bytes, low);
        bytes.extend_from_slice(&other.as_bytes()[length..]);
        JsStr::from_parts(cx.event_arena().alloc_bytes(&bytes), Facts::NONE, Home::Event)
    }
}

/// Whether a low surrogate begins one of the strings, so that it could meet its other half.
fn has_halves(pieces: &[JsStr<'_>], separator: JsStr<'_>) -> bool {
    let begins_low = |text: &JsStr<'_>| wtf8::leading_surrogate(text.as_bytes()).is_some_and(wtf8::is_low);
    begins_low(&separator) || pieces.iter().any(begins_low)
}

impl JsStr<'_> {
    /// What is known of a string as part of another one, in which it occurs that often.
    fn facts_if_repeated(self, times: usize) -> Facts {
        if times == 0 { Facts::ALL } else { self.facts() }
    }
}

/// Whether the last code unit of `first` and the first one of `second` form a surrogate pair.
fn meets_inside_pair(first: &[u8], second: &[u8]) -> bool {
    wtf8::leading_surrogate(second).is_some_and(wtf8::is_low)
        && wtf8::trailing_surrogate(first).is_some_and(wtf8::is_high)
}

impl<'h> Cx<'h> {
    /// Copies text into the event heap.
    pub fn string(self, text: &str) -> JsStr<'h> {
        let facts = if text.is_ascii() { Facts::ASCII } else { Facts::NONE };
        JsStr::from_parts(self.event_arena().alloc_bytes(text.as_bytes()), facts, Home::Event)
    }

    /// The string-concatenation of all pieces, in one allocation.
    pub fn concat_all(self, pieces: &[JsStr<'h>]) -> Result<JsStr<'h>, StringTooLong> {
        self.join(pieces, JsStr::EMPTY)
    }

    /// Texts and values by turns, in one allocation: a template literal. There is one text more than there are values.
    pub fn interleave(self, texts: &[JsStr<'h>], values: &[JsStr<'h>]) -> Result<JsStr<'h>, StringTooLong> {
        // Most have one or two values, for which the loops below cost more than what they do.
        let few = match (texts, values) {
            (&[first, last], &[value]) => self.concat_few([first, value, last]),
            (&[first, text, last], &[a, b]) => self.concat_few([first, a, text, b, last]),
            _ => None,
        };
        few.map_or_else(|| self.interleave_many(texts, values), Ok)
    }

    /// The concatenation of short ASCII strings.
    #[inline(always)]
    fn concat_few<const N: usize>(self, pieces: [JsStr<'h>; N]) -> Option<JsStr<'h>> {
        let bytes = pieces.iter().map(|piece| piece.byte_len()).sum();
        let facts = pieces.iter().fold(Facts::ALL, |facts, piece| facts.and(piece.facts()));
        // A piece that is everything is not copied, and a long one grows in place.
        if bytes >= LONG_STRING || !facts.has(Facts::ASCII) || pieces.iter().any(|piece| piece.byte_len() == bytes) {
            return None;
        }
        let bytes = self.event_arena().alloc_pieces(bytes, pieces.map(JsStr::as_bytes));
        Some(JsStr::from_parts(bytes, facts, Home::Event))
    }

    /// `interleave` of any number of texts and values.
    #[inline(never)]
    fn interleave_many(self, texts: &[JsStr<'h>], values: &[JsStr<'h>]) -> Result<JsStr<'h>, StringTooLong> {
        let (mut bytes, mut facts) = (0, Facts::ALL);
        // Two loops: one over a chain of both asks at every step where it is.
        for pieces in [texts, values] {
            for piece in pieces {
                bytes += piece.byte_len();
                facts = facts.and(piece.facts());
            }
        }
        let (Some((first, texts)), Some(value)) = (texts.split_first(), values.first()) else {
            return self.concat_all(texts);
        };
        if bytes == value.byte_len() {
            return Ok(*value);
        }
        if bytes > MAX_LENGTH || !facts.has(Facts::ASCII) {
            return self.interleave_anything(*first, texts, values);
        }
        if value.byte_len() >= LONG_STRING && first.is_empty() {
            let bytes = self.event_arena().extend_long(value.as_bytes(), bytes - value.byte_len(), |place| {
                place.push(texts[0].as_bytes());
                for (value, text) in values.iter().zip(texts).skip(1) {
                    place.push(value.as_bytes());
                    place.push(text.as_bytes());
                }
            });
            return Ok(JsStr::from_parts(bytes, facts, Home::Event));
        }
        let bytes = self.event_arena().alloc_concatenation(bytes, |place| {
            place.push(first.as_bytes());
            for (value, text) in values.iter().zip(texts) {
                place.push(value.as_bytes());
                place.push(text.as_bytes());
            }
        });
        Ok(JsStr::from_parts(bytes, facts, Home::Event))
    }

    /// `interleave` of texts that may be too long or have surrogate halves at their ends.
    #[inline(never)]
    fn interleave_anything(
        self,
        first: JsStr<'h>,
        texts: &[JsStr<'h>],
        values: &[JsStr<'h>],
    ) -> Result<JsStr<'h>, StringTooLong> {
        let mut pieces: Vec<_> = values.iter().zip(texts).flat_map(|(value, text)| [*value, *text]).collect();
        // What a loop adds to is not copied.
        let start = if first.is_empty() { pieces.remove(0) } else { first };
        start.concat(self, self.concat_all(&pieces)?)
    }

    /// The pieces with a separator between them, in one allocation.
    pub fn join(self, pieces: &[JsStr<'h>], separator: JsStr<'h>) -> Result<JsStr<'h>, StringTooLong> {
        let Some((first, rest)) = pieces.split_first() else { return Ok(JsStr::EMPTY) };
        let separators = separator.byte_len().saturating_mul(rest.len());
        let bytes = pieces.iter().map(|piece| piece.byte_len()).fold(separators, usize::saturating_add);
        if bytes > MAX_LENGTH {
            let units = pieces
                .iter()
                .map(|piece| piece.length(self))
                .fold(separator.length(self).saturating_mul(rest.len()), usize::saturating_add);
            if units > MAX_LENGTH {
                return Err(StringTooLong);
            }
        }
        let facts =
            pieces.iter().fold(separator.facts_if_repeated(rest.len()), |facts, piece| facts.and(piece.facts()));
        if !facts.has(Facts::ASCII) && has_halves(pieces, separator) {
            return Ok(self.join_joining(*first, rest, separator));
        }
        let separator = separator.as_bytes();
        let bytes = self.event_arena().alloc_concatenation(bytes, |place| {
            place.push(first.as_bytes());
            for piece in rest {
                place.push(separator);
                place.push(piece.as_bytes());
            }
        });
        Ok(JsStr::from_parts(bytes, facts, Home::Event))
    }

    /// `join` where surrogate halves may meet.
    #[cold]
    fn join_joining(self, first: JsStr<'h>, rest: &[JsStr<'h>], separator: JsStr<'h>) -> JsStr<'h> {
        let mut builder = StringBuilder::with_capacity(0);
        builder.push(first);
        for &piece in rest {
            builder.push(separator);
            builder.push(piece);
        }
        builder.finish(self)
    }

    /// The string with these code units; pairs of surrogates become one code point.
    pub fn string_from_code_units(self, units: impl IntoIterator<Item = u16>) -> JsStr<'h> {
        let mut bytes = Vec::new();
        for unit in units {
            wtf8::push(&mut bytes, u32::from(unit));
        }
        self.string_from_wtf8_vec(&bytes)
    }

    /// The string of one code point (at most 0x10FFFF), which may be a surrogate.
    pub fn string_from_code_point(self, code_point: u32) -> JsStr<'h> {
        debug_assert!(code_point <= 0x10_ffff);
        let (sequence, length) = wtf8::encode(code_point);
        self.string_from_wtf8_vec(&sequence[..length])
    }

    /// Copies bytes that are known to be canonical WTF-8.
    pub(crate) fn string_from_wtf8_vec(self, bytes: &[u8]) -> JsStr<'h> {
        let facts = if bytes.is_ascii() { Facts::ASCII } else { Facts::NONE };
        JsStr::from_parts(self.event_arena().alloc_bytes(bytes), facts, Home::Event)
    }

    /// UTF-8 as `Buffer.toString('utf8')` decodes it: U+FFFD for each maximal part of an ill-formed sequence.
    pub fn string_from_utf8_lossy(self, bytes: &[u8]) -> JsStr<'h> {
        self.string(&String::from_utf8_lossy(bytes))
    }
}

thread_local! {
    /// The buffer of the last builder, for the next one: most strings are made one after the other.
    static SPARE: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Larger buffers are given back.
const LARGEST_SPARE: usize = 64 << 10;

/// Collects pieces outside the heap and copies the result in once.
pub struct StringBuilder {
    bytes: Vec<u8>,
    facts: Facts,
}

impl Default for StringBuilder {
    fn default() -> StringBuilder {
        StringBuilder::with_capacity(0)
    }
}

impl StringBuilder {
    /// An empty builder with room for that many bytes.
    pub fn with_capacity(bytes: usize) -> StringBuilder {
        let mut buffer = SPARE.take();
        buffer.reserve(bytes);
        StringBuilder { bytes: buffer, facts: Facts::ASCII.with(Facts::PLAIN_JSON) }
    }

    /// Appends a string; surrogate halves that meet become one code point.
    #[inline]
    pub fn push(&mut self, piece: JsStr<'_>) {
        let bytes = piece.as_bytes();
        self.facts = self.facts.and(piece.facts());
        if !piece.facts().has(Facts::ASCII) && meets_inside_pair(&self.bytes, bytes) {
            let (low, length) = wtf8::decode(bytes);
            wtf8::push(&mut self.bytes, low);
            self.bytes.extend_from_slice(&bytes[length..]);
        } else {
            self.bytes.extend_from_slice(bytes);
        }
    }

    /// Appends a code point, which may be a surrogate.
    pub fn push_code_point(&mut self, code_point: u32) {
        self.facts = Facts::NONE;
        wtf8::push(&mut self.bytes, code_point);
    }

    /// Appends Rust text.
    pub fn push_str(&mut self, text: &str) {
        self.facts = Facts::NONE;
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// Bytes so far, which bounds the number of code units from above.
    pub fn byte_len(&self) -> usize {
        self.bytes.len()
    }

    /// The string, in the event heap.
    pub fn finish<'h>(self, cx: Cx<'h>) -> JsStr<'h> {
        let mut facts = self.facts;
        if !facts.has(Facts::ASCII) && self.bytes.is_ascii() {
            facts = facts.with(Facts::ASCII);
        }
        JsStr::from_parts(cx.event_arena().alloc_bytes(&self.bytes), facts, Home::Event)
    }
}

impl Drop for StringBuilder {
    fn drop(&mut self) {
        if (1..=LARGEST_SPARE).contains(&self.bytes.capacity()) {
            self.bytes.clear();
            SPARE.set(std::mem::take(&mut self.bytes));
        }
    }
}
