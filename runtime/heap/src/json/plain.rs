//! The short way through the members of an object, which nearly all of an event take: keys and values plain ASCII strings, integers
//! and words, without white space or with one space behind colons and commas, as some libraries write. It has no case for anything else, so that all it needs stays in registers.

use super::literal::plain_integer;
use super::scan::Chunks;
use crate::hash::{hash_bytes, hash_chunk};
use crate::object::{Entry, Key};
use crate::string::{JsStr, Traits};
use crate::{Attributes, Value};

/// Reads members, of which the first is at `at`, and leaves `at` at the place after a value that no further member follows (true),
/// or at a member that has to go the long way (false). `SPACED`: there may be spaces.
#[inline(never)]
pub(super) fn members<'h, const SPACED: bool>(
    chunks: Chunks<'h>,
    at: &mut usize,
    traits: Traits,
    is_event: bool,
    entries: &mut Vec<Entry<'h>>,
) -> bool {
    let mut start = *at;
    let after_value = loop {
        let Some([b'"', first, ..]) = chunks.get(start) else { break false };
        // What may be an array index needs a closer look.
        if first.is_ascii_digit() {
            break false;
        }
        let Some((name, hash)) = key(chunks, start + 1) else { break false };
        let colon = start + name.len() + 2;
        let Some(after_key @ [b':', ..]) = chunks.get(colon) else { break false };
        let has_space = SPACED && after_key[1] == b' ';
        let at = colon + 1 + usize::from(has_space);
        let (value, end) = match after_key[1 + usize::from(has_space)] {
            b'"' => {
                let Some(text) = chunks.plain_ascii(at + 1) else { break false };
                (Value::String(JsStr::with_traits(text, traits)), at + 2 + text.len())
            }
            _ => {
                let Some((value, length)) = chunks.get(at).and_then(word) else { break false };
                (value, at + length)
            }
        };
        let key = Key::plain(JsStr::with_traits(name, traits), hash, Attributes::ALL);
        match chunks.get(end) {
            Some([b',', b'"', ..]) => {
                entries.push(Entry::new(if is_event && !has_space { key.in_place() } else { key }, value));
                start = end + 1;
            }
            Some([b',', b' ', b'"', ..]) if SPACED => {
                entries.push(Entry::new(key, value));
                start = end + 2;
            }
            _ => {
                entries.push(Entry::new(key, value));
                start = end;
                break true;
            }
        }
    };
    *at = start;
    after_value
}

/// The contents of a key, which start at `start`, and their hash.
#[inline(always)]
fn key<'h>(chunks: Chunks<'h>, start: usize) -> Option<(&'h [u8], u32)> {
    let name = chunks.plain_ascii(start)?;
    let hash = match chunks.get(start) {
        Some(chunk) if name.len() < 16 => hash_chunk(chunk, name.len()),
        _ => hash_bytes(name),
    };
    Some((name, hash))
}

/// A value that is neither string nor container, and its length.
#[inline(never)]
fn word<'h>(chunk: &[u8; 16]) -> Option<(Value<'h>, usize)> {
    match chunk {
        [b'0'..=b'9', ..] => plain_integer(chunk).map(|(number, length)| (Value::Number(number), length)),
        [b't', b'r', b'u', b'e', ..] => Some((Value::Bool(true), 4)),
        [b'f', b'a', b'l', b's', b'e', ..] => Some((Value::Bool(false), 5)),
        [b'n', b'u', b'l', b'l', ..] => Some((Value::Null, 4)),
        _ => None,
    }
}
