//! JSON.parse (ECMA-262 §25.5.1) without reviver: text to values in the event heap.
//!
//! Iterative, so that depth costs no stack. Strings without escapes borrow from the input.

use super::error::{Problem, SyntaxError};
use super::known_keys::KnownKeys;
use super::plain::{self, Stop, mode};
use super::scan::Chunks;
use super::scratch::{Container, ParseScratch};
use super::source::Source;
use super::tight::Tight;
use super::{literal, scan};
use crate::array::Array;
use crate::hash::{hash_bytes, hash_chunk};
use crate::object::{Entry, Key, Object};
use crate::string::{Facts, Home, JsStr, Traits, push_run};
use crate::{Attributes, Cx, Value};

/// What is known about the input before its strings are looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Encoding {
    /// Any bytes. Outside of strings, what is not ASCII is a syntax error anyway, so strings check themselves.
    Unchecked,
    /// Canonical WTF-8.
    Wtf8,
}

/// Parses UTF-8. Ill-formed sequences count as U+FFFD, as when Node decodes the input. The error is V8's message.
pub fn parse<'h>(cx: Cx<'h>, input: &'h [u8]) -> Result<Value<'h>, JsStr<'h>> {
    cx.set_source(Source::of_input(input));
    run(cx, input, Encoding::Unchecked, Home::Event).or_else(|error| match std::str::from_utf8(input) {
        Ok(text) => Err(error.message(cx, JsStr::from_borrowed(text))),
        Err(_) => parse_str(cx, cx.string_from_utf8_lossy(input)),
    })
}

/// Parses a JavaScript string. The error is V8's message.
pub fn parse_str<'h>(cx: Cx<'h>, input: JsStr<'h>) -> Result<Value<'h>, JsStr<'h>> {
    run(cx, input.as_bytes(), Encoding::Wtf8, input.home()).map_err(|error| error.message(cx, input))
}

fn run<'h>(cx: Cx<'h>, bytes: &'h [u8], encoding: Encoding, home: Home) -> Result<Value<'h>, SyntaxError> {
    // Nothing in the parser calls back into JavaScript, so the buffers are there.
    let mut scratch = cx.event_heap().parse_scratch().take().recycle();
    let mut known = scratch.known.take().unwrap_or_else(KnownKeys::new);
    known.begin();
    let mut parser = Parser {
        cx,
        bytes,
        encoding,
        home,
        plain: Traits::new(Facts::ALL, home),
        chunks: Chunks::new(bytes),
        scratch,
        known,
        tight: Tight::NONE,
        end: 0,
        is_canonical: false,
        is_spaced: false,
        has_index_keys: false,
        error: SyntaxError { problem: Problem::Unexpected, at: 0 },
    };
    let result = parser.document();
    parser.scratch.known = Some(parser.known);
    cx.event_heap().parse_scratch().set(parser.scratch.recycle());
    result
}

struct Parser<'h> {
    cx: Cx<'h>,
    bytes: &'h [u8],
    chunks: Chunks<'h>,
    encoding: Encoding,
    /// Where the input lives, and with it every string that borrows from it.
    home: Home,
    /// What a plain ASCII string that borrows from the input is known to be.
    plain: Traits,
    scratch: ParseScratch<'h>,
    known: Box<KnownKeys>,
    /// A copy of the members, where they stand too far apart in the text of an event.
    tight: Tight<'h>,
    /// Where the value ended that `scalar` or `string_slow` gave. They give values in registers and leave the rest here: values
    /// that go through memory in pieces and come back whole cost the processor more than the parsing does.
    end: usize,
    /// Whether the value that `scalar` gave is known to stand in the input as JSON.stringify writes it.
    is_canonical: bool,
    /// There was white space before a value.
    is_spaced: bool,
    /// There was a key that is an array index.
    has_index_keys: bool,
    /// Why they gave none.
    error: SyntaxError,
}

/// How far a container was parsed, and the place in the input where it stopped.
enum Step<'h> {
    /// The container is complete.
    Closed(Object<'h>, usize),
    /// Another container begins at its bracket, as the value of this key if this one is an object.
    Nested(Key<'h>, usize),
}

/// Where in a container to go on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Right after the opening bracket of a container that is not empty.
    First,
    /// After a value.
    AfterValue,
}

fn fail<T>(problem: Problem, at: usize) -> Result<T, SyntaxError> {
    Err(SyntaxError { problem, at })
}

impl<'h> Parser<'h> {
    /// The byte at a place, zero at the end of input.
    #[inline(always)]
    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    #[inline(always)]
    fn skip_whitespace(&self, at: usize) -> usize {
        if self.byte(at) > b' ' { at } else { self.skip_whitespace_slow(at) }
    }

    fn skip_whitespace_slow(&self, mut at: usize) -> usize {
        while let b' ' | b'\n' | b'\r' | b'\t' = self.byte(at) {
            at += 1;
        }
        at
    }

    fn document(&mut self) -> Result<Value<'h>, SyntaxError> {
        let at = self.skip_whitespace(0);
        let (value, at) = match self.byte(at) {
            b'{' | b'[' => {
                let (object, at) = self.container(at)?;
                (Value::Object(object), at)
            }
            _ => {
                let Some(value) = self.scalar(at) else { return Err(self.error) };
                (value, self.end)
            }
        };
        let at = self.skip_whitespace(at);
        if at == self.bytes.len() { Ok(value) } else { fail(Problem::AfterValue, at) }
    }

    /// The object or array whose bracket is at `at`, and the place after it.
    fn container(&mut self, at: usize) -> Result<(Object<'h>, usize), SyntaxError> {
        let mut step = self.open(at)?;
        loop {
            step = match step {
                Step::Nested(key, at) => {
                    if let Some(container) = self.scratch.open.last_mut() {
                        container.set_key(key);
                    }
                    self.open(at)?
                }
                Step::Closed(object, at) => match self.scratch.open.last() {
                    None => return Ok((object, at)),
                    Some(&Container::Object { from, key }) => {
                        self.scratch.entries.push(Entry::new(key, Value::Object(object)));
                        self.members(from, Place::AfterValue, at)?
                    }
                    Some(&Container::Array { from }) => {
                        self.scratch.elements.push(Value::Object(object));
                        self.elements(from, Place::AfterValue, at)?
                    }
                },
            };
        }
    }

    /// Starts the container whose bracket is at `at`.
    fn open(&mut self, at: usize) -> Result<Step<'h>, SyntaxError> {
        let is_object = self.bytes[at] == b'{';
        let at = self.skip_whitespace(at + 1);
        if is_object {
            if self.byte(at) == b'}' {
                return Ok(Step::Closed(Object::plain(self.cx), at + 1));
            }
            let from = self.scratch.entries.len();
            self.scratch.open.push(Container::Object { from, key: Key::NONE });
            self.members(from, Place::First, at)
        } else {
            if self.byte(at) == b']' {
                return Ok(Step::Closed(Array::of(self.cx, &[]).object(), at + 1));
            }
            let from = self.scratch.elements.len();
            self.scratch.open.push(Container::Array { from });
            self.elements(from, Place::First, at)
        }
    }

    /// Properties of the innermost container, up to its end or to a container among the values.
    fn members(&mut self, from: usize, place: Place, mut at: usize) -> Result<Step<'h>, SyntaxError> {
        let chunks = self.chunks;
        // Places in other texts than that of the event are nobody's business.
        let is_event = self.encoding == Encoding::Unchecked;
        let mut is_first = place == Place::First;
        loop {
            if !is_first {
                if chunks.has(at, b",\"") {
                    at += 1;
                } else {
                    at = self.skip_whitespace(at);
                    match self.byte(at) {
                        b',' => at = self.skip_whitespace(at + 1),
                        b'}' => return Ok(self.close_object(from, at)),
                        _ => return fail(Problem::CommaOrBrace, at),
                    }
                }
            }
            let from = at;
            let stop = self.plain_members(&mut at, is_event);
            is_first &= at == from;
            let (mut key, has_plain_key) = match stop {
                Stop::End => continue,
                Stop::Value(key) => (key, is_event),
                Stop::Member => {
                    let (key, is_plain, end) = self.key(at, is_first)?;
                    at = end;
                    (key, is_plain && is_event)
                }
            };
            let after_colon = at;
            at = self.skip_whitespace(at);
            if at != after_colon {
                self.note_space(is_event);
            }
            let value_at = at;
            let (value, is_canonical) = match self.byte(at) {
                b'"' => {
                    let Some((text, end)) = self.string(at) else { return Err(self.error) };
                    // What had an escape is longer in the input.
                    let is_plain = text.byte_len() + 2 == end - at && text.facts().has(Facts::PLAIN_JSON);
                    at = end;
                    (Value::String(text), is_plain)
                }
                b'{' | b'[' => return Ok(Step::Nested(key, at)),
                _ => {
                    let Some(value) = self.scalar(at) else { return Err(self.error) };
                    at = self.end;
                    (value, self.is_canonical)
                }
            };
            if has_plain_key && is_canonical && value_at == after_colon && !self.is_spaced && chunks.has(at, b",\"") {
                key = key.in_place();
            }
            self.scratch.entries.push(Entry::new(key, value));
            is_first = false;
        }
    }

    /// Members that can go the short way.
    #[inline(always)]
    fn plain_members(&mut self, at: &mut usize, is_event: bool) -> Stop<'h> {
        let members = match (self.is_spaced, self.tight.is_wanted()) {
            (false, _) => plain::members::<{ mode::DENSE }>,
            (true, false) => plain::members::<{ mode::SPACED }>,
            (true, true) => plain::members::<{ mode::TIGHTEN }>,
        };
        let entries = &mut self.scratch.entries;
        members(self.chunks, at, self.plain, is_event, entries, &mut self.known, &mut self.tight)
    }

    /// There is white space: from now on members with spaces go the short way too.
    fn note_space(&mut self, is_event: bool) {
        self.is_spaced = true;
        if is_event && !self.tight.is_wanted() {
            self.tight = Tight::new(self.cx, self.bytes.len());
        }
    }

    /// The key at `at`, whether it stands there as it is, and the place after its colon.
    fn key(&mut self, at: usize, is_first: bool) -> Result<(Key<'h>, bool, usize), SyntaxError> {
        if self.byte(at) != b'"' {
            return fail(if is_first { Problem::PropertyName } else { Problem::PropertyNameAfterComma }, at);
        }
        let Some((mut name, end)) = self.string(at) else { return Err(self.error) };
        let hash = match self.chunks.get(at + 1) {
            // The bytes are at hand, unless there was an escape.
            Some(chunk) if name.byte_len() < 16 && name.byte_len() + 2 == end - at => {
                hash_chunk(chunk, name.byte_len())
            }
            _ => hash_bytes(name.as_bytes()),
        };
        let is_plain = name.byte_len() + 2 == end - at;
        if is_plain && self.tight.is_wanted() {
            // So that the text of what stands before it ends here.
            // SAFETY: the key stands in the input, after everything that was copied before.
            let copied = unsafe {
                self.tight.copy_slice(&self.bytes[at..end], at);
                self.tight.slice(at + 1, name.byte_len())
            };
            name = JsStr::from_trait_bits(copied, name.trait_bits());
        }
        let colon = self.skip_whitespace(end);
        if self.byte(colon) != b':' {
            // V8 words a missing colon only for the first property.
            return fail(if is_first { Problem::Colon } else { Problem::Unexpected }, colon);
        }
        if colon != end {
            self.is_spaced = true;
        }
        let key = Key::new(name, hash, Attributes::ALL);
        self.has_index_keys |= key.is_index();
        Ok((key, is_plain && colon == end, colon + 1))
    }

    /// The object whose properties start at `from` and whose closing brace is at `at`.
    fn close_object(&mut self, from: usize, at: usize) -> Step<'h> {
        self.scratch.open.pop();
        let object = Object::of_parsed(self.cx, &self.scratch.entries[from..], self.has_index_keys);
        self.scratch.entries.truncate(from);
        Step::Closed(object, at + 1)
    }

    /// Elements of the innermost container, up to its end or to a container among them.
    fn elements(&mut self, from: usize, place: Place, mut at: usize) -> Result<Step<'h>, SyntaxError> {
        let mut after_value = place == Place::AfterValue;
        loop {
            if after_value {
                at = self.skip_whitespace(at);
                match self.byte(at) {
                    b',' => at = self.skip_whitespace(at + 1),
                    b']' => {
                        self.scratch.open.pop();
                        let array = Array::of(self.cx, &self.scratch.elements[from..]).object();
                        self.scratch.elements.truncate(from);
                        return Ok(Step::Closed(array, at + 1));
                    }
                    _ => return fail(Problem::CommaOrBracket, at),
                }
            }
            if let b'{' | b'[' = self.byte(at) {
                return Ok(Step::Nested(Key::NONE, at));
            }
            let Some(value) = self.scalar(at) else { return Err(self.error) };
            at = self.end;
            self.scratch.elements.push(value);
            after_value = true;
        }
    }

    /// A value that is not a container. Sets `end` or `error`.
    fn scalar(&mut self, at: usize) -> Option<Value<'h>> {
        match self.byte(at) {
            b'"' => {
                let (text, end) = self.string(at)?;
                self.end = end;
                Some(Value::String(text))
            }
            b'-' | b'0'..=b'9' => match literal::number(self.bytes, at) {
                Ok(literal) => {
                    self.end = literal.end;
                    self.is_canonical = literal.is_canonical;
                    Some(Value::Number(literal.value))
                }
                Err(error) => {
                    self.error = error;
                    None
                }
            },
            b't' => self.word(at, b"true", Value::Bool(true)),
            b'f' => self.word(at, b"false", Value::Bool(false)),
            b'n' => self.word(at, b"null", Value::Null),
            _ => self.refuse(Problem::Unexpected, at),
        }
    }

    #[cold]
    fn refuse<T>(&mut self, problem: Problem, at: usize) -> Option<T> {
        self.error = SyntaxError { problem, at };
        None
    }

    fn word(&mut self, at: usize, word: &[u8], value: Value<'h>) -> Option<Value<'h>> {
        let rest = &self.bytes[at..];
        if rest.starts_with(word) {
            self.end = at + word.len();
            self.is_canonical = true;
            return Some(value);
        }
        let matching = rest.iter().zip(word).take_while(|(a, b)| a == b).count();
        self.refuse(Problem::Unexpected, at + matching)
    }

    /// The string literal whose quote is at `at`, and the place after it. Sets `error`.
    #[inline(always)]
    fn string(&mut self, at: usize) -> Option<(JsStr<'h>, usize)> {
        let start = at + 1;
        if let Some(text) = self.chunks.plain_ascii(start, |_, _| {}) {
            return Some((JsStr::with_traits(text, self.plain), start + text.len() + 1));
        }
        let text = self.string_slow(start)?;
        Some((text, self.end))
    }

    /// A string literal with escapes, or with bytes that are not ASCII, or near the end of the input. Sets `end` or `error`.
    #[inline(never)]
    fn string_slow(&mut self, start: usize) -> Option<JsStr<'h>> {
        let run = scan::plain_run(self.bytes, start);
        let text = if self.byte(run.end) == b'"' {
            self.end = run.end + 1;
            let bytes = &self.bytes[start..run.end];
            let facts = if run.ascii { Ok(Facts::ALL) } else { self.check(bytes, start) };
            facts.map(|facts| JsStr::from_parts(bytes, facts, self.home))
        } else {
            self.string_with_escapes(start, run)
        };
        text.map_err(|error| self.error = error).ok()
    }

    /// What is known about a run with bytes that are not ASCII.
    fn check(&self, bytes: &[u8], at: usize) -> Result<Facts, SyntaxError> {
        match std::str::from_utf8(bytes) {
            Ok(_) => Ok(Facts::PLAIN_JSON),
            // Lone surrogates have to be escaped on output.
            Err(_) if self.encoding == Encoding::Wtf8 => Ok(Facts::NONE),
            Err(_) => fail(Problem::InvalidUtf8, at),
        }
    }

    fn string_with_escapes(&mut self, start: usize, first: scan::Run) -> Result<JsStr<'h>, SyntaxError> {
        let mut text = std::mem::take(&mut self.scratch.text);
        text.clear();
        let (mut from, mut run) = (start, first);
        let result = loop {
            let bytes = &self.bytes[from..run.end];
            if !run.ascii
                && let Err(failure) = self.check(bytes, from)
            {
                break Err(failure);
            }
            push_run(&mut text, bytes);
            match self.bytes.get(run.end) {
                Some(b'"') => {
                    self.end = run.end + 1;
                    break Ok(self.cx.string_from_wtf8_vec(&text));
                }
                Some(b'\\') => match literal::escape(self.bytes, run.end, &mut text) {
                    Ok(end) => from = end,
                    Err(error) => break Err(error),
                },
                Some(_) => break fail(Problem::ControlCharacter, run.end),
                None => break fail(Problem::Unterminated, run.end),
            }
            run = scan::plain_run(self.bytes, from);
        };
        self.scratch.text = text;
        result
    }
}
