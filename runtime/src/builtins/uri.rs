//! URI handling functions (ECMA-262 §19.2.6) and their ancestors (§B.2.1).

use prickle_heap::{Cx, ErrorKind, JsResult, JsStr, MAX_LENGTH, StringBuilder, Throw};

use crate::builtins::error::too_long;
use crate::errors::throw_error;
use crate::url::percent::{EncodeSet, encode_into, escaped_byte, hex_digit};

/// What `encodeURIComponent` leaves as it is.
const UNRESERVED: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()";
/// What has a meaning in URIs.
const RESERVED: &[u8] = b";/?:@&=+$,#";
const COMPONENT: EncodeSet = EncodeSet::ALL.without(UNRESERVED);
const WHOLE: EncodeSet = COMPONENT.without(RESERVED);

fn malformed<'h>(cx: Cx<'h>) -> Throw<'h> {
    throw_error(cx, ErrorKind::Uri, "URI malformed")
}

/// Encode (ECMA-262 §19.2.6.5)
fn encode<'h>(cx: Cx<'h>, text: JsStr<'h>, set: EncodeSet) -> JsResult<'h, JsStr<'h>> {
    if !text.as_bytes().iter().any(|byte| set.contains(*byte)) {
        return Ok(text);
    }
    // A lone surrogate is no character.
    let Some(text) = text.to_str() else { return Err(malformed(cx)) };
    if text.len() > MAX_LENGTH / 3 {
        return Err(too_long(cx));
    }
    cx.check_memory(text.len() * 3)?;
    let mut encoded = String::with_capacity(text.len() * 2);
    encode_into(&mut encoded, text, set);
    Ok(cx.string(&encoded))
}

/// Decode (ECMA-262 §19.2.6.6): escapes of characters in `kept` stay.
fn decode<'h>(cx: Cx<'h>, text: JsStr<'h>, kept: &[u8]) -> JsResult<'h, JsStr<'h>> {
    let bytes = text.as_bytes();
    if !bytes.contains(&b'%') {
        return Ok(text);
    }
    let mut decoded = StringBuilder::with_capacity(bytes.len());
    // Up to `done` everything has been copied; an escape that stays is passed over by `at`.
    let (mut done, mut at) = (0, 0);
    while let Some(run) = bytes[at..].iter().position(|byte| *byte == b'%') {
        at += run;
        let first = escaped_byte(&bytes[at..]).ok_or_else(|| malformed(cx))?;
        if kept.contains(&first) {
            at += 3;
            continue;
        }
        let count = if first < 0x80 { 1 } else { first.leading_ones() as usize };
        let mut sequence = [first; 4];
        // Neither a continuation byte alone nor anything longer than UTF-8 has.
        if (first >= 0x80 && count < 2) || count > 4 {
            return Err(malformed(cx));
        }
        for (index, byte) in sequence.iter_mut().enumerate().take(count).skip(1) {
            let escape = bytes.get(at + index * 3..).and_then(escaped_byte);
            *byte = escape.ok_or_else(|| malformed(cx))?;
        }
        let Ok(character) = std::str::from_utf8(&sequence[..count]) else { return Err(malformed(cx)) };
        decoded.push(text.slice_bytes(done, at));
        decoded.push_str(character);
        at += count * 3;
        done = at;
    }
    decoded.push(text.slice_bytes(done, bytes.len()));
    Ok(decoded.finish(cx))
}

/// decodeURI ( encodedURI ) (ECMA-262 §19.2.6.1)
pub fn decode_uri<'h>(cx: Cx<'h>, text: JsStr<'h>) -> JsResult<'h, JsStr<'h>> {
    decode(cx, text, RESERVED)
}

/// decodeURIComponent ( encodedURIComponent ) (ECMA-262 §19.2.6.2)
pub fn decode_uri_component<'h>(cx: Cx<'h>, text: JsStr<'h>) -> JsResult<'h, JsStr<'h>> {
    decode(cx, text, b"")
}

/// encodeURI ( uri ) (ECMA-262 §19.2.6.3)
pub fn encode_uri<'h>(cx: Cx<'h>, text: JsStr<'h>) -> JsResult<'h, JsStr<'h>> {
    encode(cx, text, WHOLE)
}

/// encodeURIComponent ( uriComponent ) (ECMA-262 §19.2.6.4)
pub fn encode_uri_component<'h>(cx: Cx<'h>, text: JsStr<'h>) -> JsResult<'h, JsStr<'h>> {
    encode(cx, text, COMPONENT)
}

/// escape ( string ) (ECMA-262 §B.2.1.1)
pub fn escape<'h>(cx: Cx<'h>, text: JsStr<'h>) -> JsResult<'h, JsStr<'h>> {
    let length = text.length(cx);
    if length > MAX_LENGTH / 6 {
        return Err(too_long(cx));
    }
    cx.check_memory(length * 6)?;
    let mut escaped = String::with_capacity(length * 2);
    for unit in text.code_units() {
        match u8::try_from(unit) {
            Ok(byte) if byte.is_ascii_alphanumeric() || b"@*_+-./".contains(&byte) => escaped.push(byte.into()),
            Ok(byte) => escaped.push_str(&format!("%{byte:02X}")),
            Err(_) => escaped.push_str(&format!("%u{unit:04X}")),
        }
    }
    Ok(cx.string(&escaped))
}

/// unescape ( string ) (ECMA-262 §B.2.1.2)
pub fn unescape<'h>(cx: Cx<'h>, text: JsStr<'h>) -> JsResult<'h, JsStr<'h>> {
    if !text.as_bytes().contains(&b'%') {
        return Ok(text);
    }
    cx.check_memory(text.byte_len() * 2)?;
    let units: Vec<u16> = text.code_units().collect();
    let digits = |digits: Option<&[u16]>| {
        digits?.iter().try_fold(0u16, |value, unit| Some(value << 4 | u16::from(hex_digit(u8::try_from(*unit).ok()?)?)))
    };
    let mut unescaped = Vec::with_capacity(units.len());
    let mut at = 0;
    while let Some(&unit) = units.get(at) {
        let long =
            || (units.get(at + 1) == Some(&u16::from(b'u'))).then(|| digits(units.get(at + 2..at + 6))).flatten();
        let short = || digits(units.get(at + 1..at + 3));
        let (unit, length) = match unit {
            0x25 => long().map(|unit| (unit, 6)).or_else(|| short().map(|unit| (unit, 3))).unwrap_or((unit, 1)),
            unit => (unit, 1),
        };
        unescaped.push(unit);
        at += length;
    }
    Ok(cx.string_from_code_units(unescaped))
}
