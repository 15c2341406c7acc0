//! JSON.parse (ECMA-262 §25.5.1) without reviver: text to values in the event heap.
//!
//! Iterative, so that depth costs no stack. Strings without escapes borrow from the input.

use std::cell::Cell;

use super::error::{Problem, SyntaxError};
use super::{literal, scan};
use crate::array::Array;
use crate::hash::hash_bytes;
use crate::object::{Entry, Key, Object};
use crate::string::{Facts, Home, JsStr, push_run};
use crate::{Attributes, Cx, Value};

/// Buffers of the parser, kept with the event heap so that parsing allocates nothing in the steady state.
#[derive(Default)]
pub(crate) struct ParseScratch<'h> {
    /// Properties of the objects that are open, innermost last.
    entries: Vec<Entry<'h>>,
    /// Elements of the arrays that are open, innermost last.
    elements: Vec<Value<'h>>,
    open: Vec<Container<'h>>,
    /// The string literal that is being decoded.
    text: Vec<u8>,
}

impl<'h> ParseScratch<'h> {
    /// The same buffers, emptied, for another lifetime.
    fn recycle<'g>(self) -> ParseScratch<'g> {
        fn emptied<A, B>(mut buffer: Vec<A>) -> Vec<B> {
            buffer.clear();
            // Collecting in place keeps the allocation, since both types have the same layout.
            buffer.into_iter().map(|_| unreachable!("the buffer is empty")).collect()
        }
        let ParseScratch { entries, elements, open, mut text } = self;
        text.clear();
        ParseScratch { entries: emptied(entries), elements: emptied(elements), open: emptied(open), text }
    }
}

/// A container whose end has not been seen.
enum Container<'h> {
    Array {
        /// Where its elements start.
        from: usize,
    },
    Object {
        /// Where its properties start.
        from: usize,
        /// The key whose value is being parsed.
        key: Key<'h>,
    },
}

/// What is known about the input before its strings are looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Encoding {
    /// Any bytes. Outside of strings, what is not ASCII is a syntax error anyway, so strings check themselves.
    Unchecked,
    /// Canonical WTF-8.
    Wtf8,
}

enum Failure {
    Syntax(SyntaxError),
    InvalidUtf8,
}

impl From<SyntaxError> for Failure {
    fn from(error: SyntaxError) -> Failure {
        Failure::Syntax(error)
    }
}

/// Parses UTF-8. Ill-formed sequences count as U+FFFD, as when Node decodes the input. The error is V8's message.
pub fn parse<'h>(cx: Cx<'h>, input: &'h [u8]) -> Result<Value<'h>, JsStr<'h>> {
    match run(cx, input, Encoding::Unchecked, Home::Event) {
        Ok(value) => Ok(value),
        Err(failure) => match (failure, std::str::from_utf8(input)) {
            (Failure::Syntax(error), Ok(text)) => Err(error.message(cx, JsStr::from_borrowed(text))),
            (Failure::Syntax(_) | Failure::InvalidUtf8, _) => parse_str(cx, cx.string_from_utf8_lossy(input)),
        },
    }
}

/// Parses a JavaScript string. The error is V8's message.
pub fn parse_str<'h>(cx: Cx<'h>, input: JsStr<'h>) -> Result<Value<'h>, JsStr<'h>> {
    match run(cx, input.as_bytes(), Encoding::Wtf8, input.home()) {
        Ok(value) => Ok(value),
        Err(Failure::Syntax(error)) => Err(error.message(cx, input)),
        Err(Failure::InvalidUtf8) => unreachable!("WTF-8 is not checked"),
    }
}

fn run<'h>(cx: Cx<'h>, bytes: &'h [u8], encoding: Encoding, home: Home) -> Result<Value<'h>, Failure> {
    // Nothing in the parser calls back into JavaScript, so the buffers are there.
    let scratch = cx.event_heap().parse_scratch().take().recycle();
    let mut parser = Parser { cx, bytes, at: 0, encoding, home, scratch };
    let result = parser.document();
    cx.event_heap().parse_scratch().set(parser.scratch.recycle());
    result
}

struct Parser<'h> {
    cx: Cx<'h>,
    bytes: &'h [u8],
    at: usize,
    encoding: Encoding,
    /// Where the input lives, and with it every string that borrows from it.
    home: Home,
    scratch: ParseScratch<'h>,
}

impl<'h> Parser<'h> {
    #[inline(always)]
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn fail<T>(&self, problem: Problem) -> Result<T, Failure> {
        Err(Failure::Syntax(SyntaxError { problem, at: self.at }))
    }

    /// Skips white space; gives the byte after it, zero at the end of input.
    #[inline(always)]
    fn skip_whitespace(&mut self) -> u8 {
        loop {
            match self.peek() {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                Some(byte) => return byte,
                None => return 0,
            }
        }
    }

    fn document(&mut self) -> Result<Value<'h>, Failure> {
        let mut next = self.skip_whitespace();
        loop {
            // A value starts here.
            let mut value = match next {
                b'"' => Value::String(self.string()?),
                b'-' | b'0'..=b'9' => {
                    let (number, end) = literal::number(self.bytes, self.at)?;
                    self.at = end;
                    Value::Number(number)
                }
                b'{' => {
                    self.at += 1;
                    if self.skip_whitespace() == b'}' {
                        self.at += 1;
                        Value::Object(Object::plain(self.cx))
                    } else {
                        let from = self.scratch.entries.len();
                        let key = self.key(Problem::PropertyName, Problem::Colon)?;
                        self.scratch.open.push(Container::Object { from, key });
                        next = self.skip_whitespace();
                        continue;
                    }
                }
                b'[' => {
                    self.at += 1;
                    next = self.skip_whitespace();
                    if next == b']' {
                        self.at += 1;
                        Value::Object(Array::of(self.cx, &[]).object())
                    } else {
                        self.scratch.open.push(Container::Array { from: self.scratch.elements.len() });
                        continue;
                    }
                }
                b't' => self.word(b"true", Value::Bool(true))?,
                b'f' => self.word(b"false", Value::Bool(false))?,
                b'n' => self.word(b"null", Value::Null)?,
                _ => return self.fail(Problem::Unexpected),
            };
            // A value ended here: it goes into the innermost container, which may end as well.
            loop {
                next = self.skip_whitespace();
                match self.scratch.open.last_mut() {
                    None if self.at == self.bytes.len() => return Ok(value),
                    None => return self.fail(Problem::AfterValue),
                    Some(Container::Object { from, key }) => {
                        self.scratch.entries.push(Entry::new(*key, value));
                        match next {
                            b',' => {
                                self.at += 1;
                                self.skip_whitespace();
                                let next_key = self.key(Problem::PropertyNameAfterComma, Problem::Unexpected)?;
                                if let Some(Container::Object { key, .. }) = self.scratch.open.last_mut() {
                                    *key = next_key;
                                }
                                next = self.skip_whitespace();
                                break;
                            }
                            b'}' => {
                                self.at += 1;
                                let from = *from;
                                self.scratch.open.pop();
                                value = Value::Object(Object::of_parsed(self.cx, &self.scratch.entries[from..]));
                                self.scratch.entries.truncate(from);
                            }
                            _ => return self.fail(Problem::CommaOrBrace),
                        }
                    }
                    Some(Container::Array { from }) => {
                        self.scratch.elements.push(value);
                        match next {
                            b',' => {
                                self.at += 1;
                                next = self.skip_whitespace();
                                break;
                            }
                            b']' => {
                                self.at += 1;
                                let from = *from;
                                self.scratch.open.pop();
                                value = Value::Object(Array::of(self.cx, &self.scratch.elements[from..]).object());
                                self.scratch.elements.truncate(from);
                            }
                            _ => return self.fail(Problem::CommaOrBracket),
                        }
                    }
                }
            }
        }
    }

    /// A property name and the colon after it, with the problems to report where one is missing.
    #[inline]
    fn key(&mut self, no_name: Problem, no_colon: Problem) -> Result<Key<'h>, Failure> {
        if self.peek() != Some(b'"') {
            return self.fail(no_name);
        }
        let text = self.string()?;
        if self.skip_whitespace() != b':' {
            return self.fail(no_colon);
        }
        self.at += 1;
        Ok(Key::new(text, hash_bytes(text.as_bytes()), Attributes::ALL))
    }

    fn word(&mut self, word: &[u8], value: Value<'h>) -> Result<Value<'h>, Failure> {
        let rest = &self.bytes[self.at..];
        let matching = rest.iter().zip(word).take_while(|(a, b)| a == b).count();
        self.at += matching;
        if matching == word.len() { Ok(value) } else { self.fail(Problem::Unexpected) }
    }

    /// The string literal whose quote is here.
    #[inline]
    fn string(&mut self) -> Result<JsStr<'h>, Failure> {
        let start = self.at + 1;
        let run = scan::plain_run(self.bytes, start);
        self.at = run.end;
        if self.peek() == Some(b'"') {
            self.at += 1;
            let bytes = &self.bytes[start..run.end];
            let facts = if run.ascii { Facts::ASCII.with(Facts::PLAIN_JSON) } else { self.check(bytes)? };
            return Ok(JsStr::from_parts(bytes, facts, self.home));
        }
        self.string_with_escapes(start, run)
    }

    /// What is known about a run with bytes that are not ASCII.
    fn check(&self, bytes: &[u8]) -> Result<Facts, Failure> {
        match std::str::from_utf8(bytes) {
            Ok(_) => Ok(Facts::PLAIN_JSON),
            // Lone surrogates have to be escaped on output.
            Err(_) if self.encoding == Encoding::Wtf8 => Ok(Facts::NONE),
            Err(_) => Err(Failure::InvalidUtf8),
        }
    }

    #[cold]
    #[inline(never)]
    fn string_with_escapes(&mut self, start: usize, first: scan::Run) -> Result<JsStr<'h>, Failure> {
        let mut text = std::mem::take(&mut self.scratch.text);
        text.clear();
        let (mut from, mut run) = (start, first);
        let result = loop {
            let bytes = &self.bytes[from..run.end];
            if !run.ascii
                && let Err(failure) = self.check(bytes)
            {
                break Err(failure);
            }
            push_run(&mut text, bytes);
            self.at = run.end;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    break Ok(self.cx.string_from_wtf8_vec(&text));
                }
                Some(b'\\') => match literal::escape(self.bytes, run.end, &mut text) {
                    Ok(end) => from = end,
                    Err(error) => break Err(Failure::Syntax(error)),
                },
                Some(_) => break self.fail(Problem::ControlCharacter),
                None => break self.fail(Problem::Unterminated),
            }
            run = scan::plain_run(self.bytes, from);
        };
        self.scratch.text = text;
        result
    }
}

/// Buffers in a place that outlives the turns that use them.
pub(crate) type ScratchCell = Cell<ParseScratch<'static>>;
