//! The messages of V8's JSON parser, as Node 20 words them.

use crate::string::{StringBuilder, wtf8_code_unit_at};
use crate::{Cx, JsStr};

/// What the parser met and could not use. A whole word, because results of the parser that hold either this or half a value are
/// copied word by word then, and not in pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u64)]
pub(super) enum Problem {
    /// A character that no value can start or go on with; the end of input among them.
    Unexpected,
    AfterValue,
    Colon,
    PropertyName,
    PropertyNameAfterComma,
    CommaOrBracket,
    CommaOrBrace,
    Unterminated,
    ControlCharacter,
    Escape,
    UnicodeEscape,
    MinusSign,
    Fraction,
    Exponent,
    /// Not a syntax error: the input has to be decoded first.
    InvalidUtf8,
}

/// A syntax error at a byte offset of the input.
#[derive(Clone, Copy, Debug)]
pub(super) struct SyntaxError {
    pub(super) problem: Problem,
    pub(super) at: usize,
}

/// Code units of context on either side of an unexpected token.
const CONTEXT: usize = 10;

/// V8 shows these texts whole: they are what people pass by mistake.
const SPECIAL: [&str; 4] = ["NaN", "Infinity", "undefined", "[object Object]"];

impl SyntaxError {
    pub(super) fn message<'h>(self, cx: Cx<'h>, input: JsStr<'h>) -> JsStr<'h> {
        let text = match self.problem {
            Problem::Unexpected | Problem::InvalidUtf8 => return self.unexpected(cx, input),
            Problem::AfterValue => "Unexpected non-whitespace character after JSON",
            Problem::Colon => "Expected ':' after property name in JSON",
            Problem::PropertyName => "Expected property name or '}' in JSON",
            Problem::PropertyNameAfterComma => "Expected double-quoted property name in JSON",
            Problem::CommaOrBracket => "Expected ',' or ']' after array element in JSON",
            Problem::CommaOrBrace => "Expected ',' or '}' after property value in JSON",
            Problem::Unterminated => "Unterminated string in JSON",
            Problem::ControlCharacter => "Bad control character in string literal in JSON",
            Problem::Escape => "Bad escaped character in JSON",
            Problem::UnicodeEscape => "Bad Unicode escape in JSON",
            Problem::MinusSign => "No number after minus sign in JSON",
            Problem::Fraction => "Unterminated fractional number in JSON",
            Problem::Exponent => "Exponent part is missing a number in JSON",
        };
        let position = input.unit_of_byte(cx, self.at);
        cx.string(&format!("{text} at position {position}"))
    }

    fn unexpected<'h>(self, cx: Cx<'h>, input: JsStr<'h>) -> JsStr<'h> {
        let position = input.unit_of_byte(cx, self.at);
        let what = match input.as_bytes().get(self.at) {
            None => return "Unexpected end of JSON input".into(),
            Some(b'"') => "string",
            Some(b'-' | b'0'..=b'9') => "number",
            Some(_) => return self.unexpected_token(cx, input, position),
        };
        cx.string(&format!("Unexpected {what} in JSON at position {position}"))
    }

    fn unexpected_token<'h>(self, cx: Cx<'h>, input: JsStr<'h>, position: usize) -> JsStr<'h> {
        let mut message = StringBuilder::with_capacity(80);
        if SPECIAL.iter().any(|special| input == *special) {
            message.push_str("\"");
            message.push(input);
            message.push_str("\" is not valid JSON");
            return message.finish(cx);
        }
        message.push_str("Unexpected token '");
        message.push_code_point(wtf8_code_unit_at(input.as_bytes(), self.at).into());
        message.push_str("', ");
        let length = input.length(cx);
        let is_short = length <= 2 * CONTEXT;
        // Even if the cut is at the very start: V8 looks at the position only.
        let cut_before = !is_short && position >= CONTEXT;
        let cut_after = !is_short && position < length - CONTEXT;
        let start = if cut_before { position - CONTEXT } else { 0 };
        let end = if cut_after { position + CONTEXT } else { length };
        message.push_str(if cut_before { "...\"" } else { "\"" });
        message.push(input.slice(cx, start, end));
        message.push_str(if cut_after { "\"... is not valid JSON" } else { "\" is not valid JSON" });
        message.finish(cx)
    }
}
