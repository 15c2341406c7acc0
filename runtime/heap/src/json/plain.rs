//! The short way through the members of an object, which nearly all of an event take: keys plain ASCII, values plain ASCII strings,
//! numbers and words, without white space or with one space behind colons and commas, as some libraries write. It has no case for
//! anything else, so that all it needs stays in registers.

use super::known_keys::KnownKeys;
use super::literal::{self, plain_integer};
use super::scan::Chunks;
use super::tight::Tight;
use crate::hash::{hash_bytes, hash_chunk};
use crate::object::{Entry, Key};
use crate::string::{JsStr, Traits};
use crate::{Attributes, Value};

/// What the short way does beside reading members.
pub(super) mod mode {
    /// There is no white space.
    pub(in super::super) const DENSE: u8 = 0;
    /// There may be spaces.
    pub(in super::super) const SPACED: u8 = 1;
    /// There may be spaces, and the members are copied without them.
    pub(in super::super) const TIGHTEN: u8 = 2;
}

/// Where the short way ended.
pub(super) enum Stop<'h> {
    /// Before a member that has to go the long way.
    Member,
    /// After the colon of a member with this plain key, whose value has to go the long way.
    Value(Key<'h>),
    /// After a value that no further member follows.
    End,
}

/// Reads members, of which the first is at `at`, and leaves `at` where it stopped.
#[inline(never)]
pub(super) fn members<'h, const MODE: u8>(
    chunks: Chunks<'h>,
    at: &mut usize,
    traits: Traits,
    is_event: bool,
    entries: &mut Vec<Entry<'h>>,
    known: &mut KnownKeys,
    tight: &mut Tight<'h>,
) -> Stop<'h> {
    let is_spaced = MODE != mode::DENSE;
    let tightens = MODE == mode::TIGHTEN;
    let mut start = *at;
    let mut copy = *tight;
    let stop = loop {
        let (length, hash) = match chunks.wide(start) {
            Some(&bytes) if let Some(key) = known.recognise(&bytes) => {
                if tightens {
                    // SAFETY: see below.
                    unsafe { copy.copy(&bytes, start) };
                }
                (key.length, key.hash)
            }
            _ => match new_key(chunks, start, known) {
                Some((length, hash)) => {
                    if tightens {
                        // SAFETY: see below. `new_key` has seen a chunk at the colon.
                        unsafe { copy.copy_chunks(chunks, start, length) };
                    }
                    (length, hash)
                }
                None => break Stop::Member,
            },
        };
        // SAFETY: key, quotes and colon were seen in the input, `length` bytes in all, and at least three. For the copies: in this mode
        // there is memory; `start` and `value_at` only grow, and what was given out as a slice ends before them.
        let name =
            unsafe { if tightens { copy.slice(start + 1, length - 3) } else { chunks.part(start + 1, length - 3) } };
        let key = Key::plain(JsStr::with_traits(name, traits), hash, Attributes::ALL);
        start += length;
        let Some([first, second, ..]) = chunks.get(start) else { break Stop::Value(key) };
        let has_space = is_spaced && *first == b' ';
        let value_at = start + usize::from(has_space);
        if tightens {
            copy.leave_out(usize::from(has_space));
        }
        let (value, end, is_canonical) = match if has_space { *second } else { *first } {
            b'"' => {
                let see = |bytes: &[u8; 16], at| {
                    if tightens {
                        // SAFETY: see above.
                        unsafe { copy.copy(bytes, at) };
                    }
                };
                let Some(mut text) = chunks.plain_ascii(value_at + 1, see) else { break Stop::Value(key) };
                if tightens {
                    // SAFETY: see above. All bytes of the text were copied while it was scanned.
                    unsafe {
                        copy.copy(b"\"", value_at);
                        text = copy.slice(value_at + 1, text.len());
                    }
                }
                (Value::String(JsStr::with_traits(text, traits)), value_at + 2 + text.len(), true)
            }
            b'{' | b'[' => break Stop::Value(key),
            _ => {
                let Some((value, length, is_canonical)) = word(chunks, value_at) else { break Stop::Value(key) };
                if tightens {
                    // SAFETY: see above. `word` has seen chunks from its start to its end.
                    unsafe { copy.copy_chunks(chunks, value_at, length) };
                }
                (value, value_at + length, is_canonical)
            }
        };
        let marked = if is_canonical && (tightens || is_event && !has_space) { key.in_place() } else { key };
        match chunks.get(end) {
            Some([b',', b'"', ..]) => {
                entries.push(Entry::new(marked, value));
                if tightens {
                    // SAFETY: see above.
                    unsafe { copy.copy(b",", end) };
                }
                start = end + 1;
            }
            Some([b',', b' ', b'"', ..]) if is_spaced => {
                entries.push(Entry::new(if tightens { marked } else { key }, value));
                if tightens {
                    // SAFETY: see above.
                    unsafe { copy.copy(b",", end) };
                    copy.leave_out(1);
                }
                start = end + 2;
            }
            _ => {
                entries.push(Entry::new(key, value));
                start = end;
                break Stop::End;
            }
        }
    };
    *at = start;
    *tight = copy;
    stop
}

/// A key that was not to be expected, and all that is known about it: the bytes of key, quotes and colon, and its hash.
#[cold]
#[inline(never)]
fn new_key(chunks: Chunks<'_>, start: usize, known: &mut KnownKeys) -> Option<(usize, u32)> {
    let Some([b'"', first, ..]) = chunks.get(start) else { return None };
    // What may be an array index needs a closer look.
    if first.is_ascii_digit() {
        return None;
    }
    let name = chunks.plain_ascii(start + 1, |_, _| {})?;
    let hash = match chunks.get(start + 1) {
        Some(chunk) if name.len() < 16 => hash_chunk(chunk, name.len()),
        _ => hash_bytes(name),
    };
    let Some([b':', ..]) = chunks.get(start + name.len() + 2) else { return None };
    known.learn(name, hash);
    Some((name.len() + 3, hash))
}

/// A value that is neither string nor container, its length (all of it in chunks), and whether it stands in the input as JSON.stringify writes it.
#[inline(never)]
fn word<'h>(chunks: Chunks<'h>, at: usize) -> Option<(Value<'h>, usize, bool)> {
    let chunk = chunks.get(at)?;
    match chunk {
        [b'0'..=b'9', ..] => match plain_integer(chunk) {
            Some((number, length)) => Some((Value::Number(number), length, true)),
            None => decimal(chunks, at),
        },
        [b'-', ..] => decimal(chunks, at),
        [b't', b'r', b'u', b'e', ..] => Some((Value::Bool(true), 4, true)),
        [b'f', b'a', b'l', b's', b'e', ..] => Some((Value::Bool(false), 5, true)),
        [b'n', b'u', b'l', b'l', ..] => Some((Value::Null, 4, true)),
        _ => None,
    }
}

/// Any number.
#[inline(never)]
fn decimal<'h>(chunks: Chunks<'h>, at: usize) -> Option<(Value<'h>, usize, bool)> {
    let literal = literal::number(chunks.bytes(), at).ok()?;
    // Chunks are copied.
    chunks.get(literal.end)?;
    Some((Value::Number(literal.value), literal.end - at, literal.is_canonical))
}
