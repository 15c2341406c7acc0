//! Errors with V8's messages.

mod display;
mod source_map;
mod words;

use prickle_heap::{Cx, ErrorKind, JsStr, Throw, Value};

pub use source_map::SourceMaps;

pub(crate) use display::{call_site, display, try_display};
pub(crate) use words::Words;

/// What `throw new TypeError(message)` completes with, for the kind given.
#[cold]
#[track_caller]
pub fn throw_error<'h>(cx: Cx<'h>, kind: ErrorKind, message: impl Into<JsStr<'h>>) -> Throw<'h> {
    cx.throw_error(kind, message)
}

/// A message of the compiler with its placeholders filled: `{value}` is `undefined` or `null`, `{callsite}` is how V8 prints a value
/// that it knows no source text for.
#[cold]
pub(crate) fn fill_message<'h>(cx: Cx<'h>, message: impl Words, value: Value<'h>) -> JsStr<'h> {
    let message = message.text(cx).unwrap_or_else(|| "{callsite} is not iterable".to_owned());
    let word = if value.is_null() { "null" } else { "undefined" };
    cx.string(&message.replace("{callsite}", &call_site(cx, value)).replace("{value}", word))
}
