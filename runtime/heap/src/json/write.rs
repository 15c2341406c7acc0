//! JSON.stringify (ECMA-262 §25.5.2) of plain data: the fast path for events. Whatever needs the full algorithm makes it give up
//! before anybody can notice.

use super::scan::plain_run;
use crate::number::{IntegerBuffer, write_number};
use crate::object::{Entry, Payload};
use crate::short_copy::append;
use crate::string::{Facts, decode};
use crate::{Cx, JsStr, Kind, Object, Prototype, Value};

/// The value holds something that this writer leaves to the full algorithm: a `toJSON`, an accessor, a prototype, a boxed
/// primitive, a cycle or very deep nesting. Nothing was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NeedsFullAlgorithm;

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// JSON text.
    Json,
    /// Nothing: JSON.stringify gives `undefined` for `undefined`, symbols and functions.
    Undefined,
}

/// Deeper than this, or in a cycle, the full algorithm takes over.
const DEPTH: usize = 400;

/// Appends the JSON text of a value.
pub fn write<'h>(cx: Cx<'h>, value: Value<'h>, out: &mut Vec<u8>) -> Result<Written, NeedsFullAlgorithm> {
    let start = out.len();
    let result = Writer { cx, out }.value(value, DEPTH);
    if result.is_err() {
        out.truncate(start);
    }
    result
}

struct Writer<'h, 'o> {
    cx: Cx<'h>,
    out: &'o mut Vec<u8>,
}

impl<'h> Writer<'h, '_> {
    fn value(&mut self, value: Value<'h>, depth: usize) -> Result<Written, NeedsFullAlgorithm> {
        match value {
            Value::Undefined | Value::Symbol(_) => return Ok(Written::Undefined),
            // It has a `toJSON` or throws.
            Value::BigInt(_) => return Err(NeedsFullAlgorithm),
            Value::Null => self.out.extend_from_slice(b"null"),
            Value::Bool(true) => self.out.extend_from_slice(b"true"),
            Value::Bool(false) => self.out.extend_from_slice(b"false"),
            Value::Number(number) if number.is_finite() => write_number(self.out, number),
            Value::Number(_) => self.out.extend_from_slice(b"null"),
            Value::String(text) => write_string(self.out, text),
            Value::Object(object) => return self.object(object.resolve(), depth),
        }
        Ok(Written::Json)
    }

    fn object(&mut self, object: Object<'h>, depth: usize) -> Result<Written, NeedsFullAlgorithm> {
        if !matches!(object.prototype(), Prototype::Default | Prototype::Null) || depth == 0 {
            return Err(NeedsFullAlgorithm);
        }
        match object.kind() {
            Kind::Plain
            | Kind::Error
            | Kind::Map
            | Kind::Set
            | Kind::WeakMap
            | Kind::WeakSet
            | Kind::UrlSearchParams
            | Kind::ByteBuffer
            | Kind::DataView
            | Kind::Iterator
            | Kind::Generator
            | Kind::AsyncGenerator
            | Kind::Promise => self.properties(object, depth)?,
            Kind::Array => self.elements(object, depth)?,
            Kind::Function if object.0.table.count() == 0 => return Ok(Written::Undefined),
            Kind::Function
            | Kind::Arguments
            | Kind::Url
            | Kind::Hash
            | Kind::Global
            | Kind::Boxed
            | Kind::Date
            | Kind::RegExp
            | Kind::Bytes
            | Kind::Record
            | Kind::Cell
            | Kind::Accessor
            | Kind::Forwarded => return Err(NeedsFullAlgorithm),
        }
        Ok(Written::Json)
    }

    fn properties(&mut self, object: Object<'h>, depth: usize) -> Result<(), NeedsFullAlgorithm> {
        self.out.push(b'{');
        let table = &object.0.table;
        if table.has_index_keys() {
            for &key in object.own_enumerable_keys(self.cx) {
                let text = key.to_js_str(self.cx).ok_or(NeedsFullAlgorithm)?;
                let value = object.get_own_data(self.cx, key).ok_or(NeedsFullAlgorithm)?;
                self.property(text, value, depth)?;
            }
        } else {
            let entries = table.entries();
            let mut at = 0;
            while let Some(entry) = entries.get(at) {
                let key = entry.key();
                if key.is_in_place() {
                    let run = entries[at..].iter().take_while(|entry| entry.key().is_in_place()).count();
                    if let Some(text) = entries.get(at + run).and_then(|next| self.cx.source().between(key, next.key()))
                    {
                        self.out.extend_from_slice(text);
                        at += run;
                        continue;
                    }
                }
                at += 1;
                if key.is_enumerable_data() {
                    self.property(key.text(), entry.value(), depth)?;
                } else if key.is_vacant() || key.is_symbol() || !key.attributes().enumerable() {
                    refuse_hidden_to_json(entry)?;
                } else {
                    return Err(NeedsFullAlgorithm);
                }
            }
        }
        self.close(b'{', b'}');
        Ok(())
    }

    /// Ends a container: the comma after its last item becomes the closing bracket.
    #[inline]
    fn close(&mut self, open: u8, close: u8) {
        match self.out.last_mut() {
            Some(last) if *last != open => *last = close,
            _ => self.out.push(close),
        }
    }

    /// A member with a comma after it.
    #[inline]
    fn property(&mut self, key: JsStr<'h>, value: Value<'h>, depth: usize) -> Result<(), NeedsFullAlgorithm> {
        let before = self.out.len();
        if key.facts().has(Facts::PLAIN_JSON) {
            let mut integer = IntegerBuffer::new();
            let text = match value {
                // The usual property has a string for its value too, and is written in one go.
                Value::String(text) if text.facts().has(Facts::PLAIN_JSON) => {
                    append(self.out, [b"\"", key.as_bytes(), b"\":\"", text.as_bytes(), b"\","]);
                    return Ok(());
                }
                Value::Number(number) => integer.write(number),
                Value::Null => Some(&b"null"[..]),
                Value::Bool(true) => Some(&b"true"[..]),
                Value::Bool(false) => Some(&b"false"[..]),
                Value::Undefined | Value::String(_) | Value::Symbol(_) | Value::BigInt(_) | Value::Object(_) => None,
            };
            if let Some(text) = text {
                append(self.out, [b"\"", key.as_bytes(), b"\":", text, b","]);
                return Ok(());
            }
            append(self.out, [b"\"", key.as_bytes(), b"\":"]);
        } else {
            write_escaped(self.out, key.as_bytes());
            self.out.push(b':');
        }
        if self.value(value, depth - 1)? == Written::Undefined {
            if value.is_object() && key == "toJSON" {
                return Err(NeedsFullAlgorithm);
            }
            self.out.truncate(before);
        } else {
            self.out.push(b',');
        }
        Ok(())
    }

    fn elements(&mut self, array: Object<'h>, depth: usize) -> Result<(), NeedsFullAlgorithm> {
        let Payload::Elements(elements) = array.payload() else { return Err(NeedsFullAlgorithm) };
        if array.0.table.count() != 0 {
            return Err(NeedsFullAlgorithm);
        }
        self.out.push(b'[');
        for element in elements.dense() {
            if self.value(element.get().unwrap_or_default(), depth - 1)? == Written::Undefined {
                self.out.extend_from_slice(b"null");
            }
            self.out.push(b',');
        }
        for _ in elements.dense().len()..elements.length() as usize {
            self.out.extend_from_slice(b"null,");
        }
        self.close(b'[', b']');
        Ok(())
    }
}

/// A `toJSON` counts even where it is not enumerable.
fn refuse_hidden_to_json(entry: &Entry<'_>) -> Result<(), NeedsFullAlgorithm> {
    let key = entry.key();
    if !key.is_vacant() && key.text() == "toJSON" { Err(NeedsFullAlgorithm) } else { Ok(()) }
}

/// QuoteJSONString (ECMA-262 §25.5.2.3).
#[inline]
pub fn write_string(out: &mut Vec<u8>, text: JsStr<'_>) {
    if text.facts().has(Facts::PLAIN_JSON) {
        append(out, [b"\"", text.as_bytes(), b"\""]);
    } else {
        write_escaped(out, text.as_bytes());
    }
}

const HEX: &[u8; 16] = b"0123456789abcdef";

fn write_unicode_escape(out: &mut Vec<u8>, unit: u32) {
    let digit = |shift: u32| HEX[(unit >> shift & 15) as usize];
    out.extend_from_slice(&[b'\\', b'u', digit(12), digit(8), digit(4), digit(0)]);
}

#[inline(never)]
fn write_escaped(out: &mut Vec<u8>, bytes: &[u8]) {
    out.reserve(bytes.len() + 2);
    out.push(b'"');
    let mut at = 0;
    loop {
        let run = plain_run(bytes, at);
        if run.ascii {
            out.extend_from_slice(&bytes[at..run.end]);
        } else {
            write_beyond_ascii(out, &bytes[at..run.end]);
        }
        let Some(&byte) = bytes.get(run.end) else { break };
        match byte {
            b'"' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
            0x08 => out.extend_from_slice(b"\\b"),
            0x0c => out.extend_from_slice(b"\\f"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            _ => write_unicode_escape(out, byte.into()),
        }
        at = run.end + 1;
    }
    out.push(b'"');
}

/// Text without anything to escape except lone surrogates.
fn write_beyond_ascii(out: &mut Vec<u8>, mut bytes: &[u8]) {
    while let Err(error) = std::str::from_utf8(bytes) {
        // What is not UTF-8 in canonical WTF-8 is a surrogate, three bytes.
        let (text, rest) = bytes.split_at(error.valid_up_to());
        out.extend_from_slice(text);
        write_unicode_escape(out, decode(rest).0);
        bytes = &rest[3..];
    }
    out.extend_from_slice(bytes);
}
