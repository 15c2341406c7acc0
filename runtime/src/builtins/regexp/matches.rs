//! `match`, `matchAll` and `search` of strings (ECMA-262 §22.1.3.13, §22.1.3.14, §22.1.3.21).

use prickle_heap::{Array, Cx, ErrorKind, JsResult, JsStr, Object, RegExpObject, Symbol, Value};
use prickle_regexp::Flags;

use super::compiled::{compiled, find, flags_of};
use super::exec::{advance, end_of, regexp_exec, set_last_index};
use super::protocol::{call_method_of, is_regexp, method_of, promised, skip_empty};
use super::{copy, create, is_plain};
use crate::errors::throw_error;
use crate::operations::{Operations, WordedOperations, create_regexp_string_iterator, to_length};

/// The regular expression that an argument is or that is made of it.
fn pattern_of<'h>(cx: Cx<'h>, value: Value<'h>, flags: Flags) -> JsResult<'h, RegExpObject<'h>> {
    match RegExpObject::from_value(value).filter(|regexp| is_plain(cx, *regexp)) {
        Some(regexp) => Ok(regexp),
        None if value.is_undefined() => create(cx, JsStr::EMPTY, flags),
        None => create(cx, value.to_js_string(cx)?, flags),
    }
}

/// Invoke (ECMA-262 §7.3.21) with a new regular expression, whose prototype the program may have changed.
fn invoke<'h>(cx: Cx<'h>, regexp: RegExpObject<'h>, symbol: Symbol<'static>, text: JsStr<'h>) -> JsResult<'h> {
    regexp.object().call_method_worded(cx, symbol, "rx[symbol]", &[text.into()])
}

/// String.prototype.match ( regexp ) (ECMA-262 §22.1.3.13) and RegExp.prototype [ @@match ] ( string ) (§22.2.6.8)
pub fn match_pattern<'h>(cx: Cx<'h>, text: JsStr<'h>, regexp: Value<'h>) -> JsResult<'h> {
    if let Some(method) = method_of(cx, regexp, Symbol::MATCH)? {
        return call_method_of(cx, method, regexp, text, &[]);
    }
    let regexp = pattern_of(cx, regexp, Flags::NONE)?;
    let flags = flags_of(regexp);
    if !is_plain(cx, regexp) {
        return invoke(cx, regexp, Symbol::MATCH, text);
    }
    if !flags.has(Flags::GLOBAL) {
        return regexp_exec(cx, regexp.object(), text);
    }
    set_last_index(cx, regexp, 0)?;
    let compiled = compiled(cx, regexp);
    let found = Array::of(cx, &[]);
    let mut position = 0;
    while position <= text.byte_len() {
        cx.checkpoint()?;
        let Some((start, end)) = find(cx, &compiled, text, position, flags.has(Flags::STICKY), end_of)? else { break };
        found.push(cx, text.part(cx, start, end).into())?;
        position = if start == end { advance(text, end, flags.is_unicode()) } else { end };
    }
    Ok(if found.length() == 0 { Value::Null } else { found.into() })
}

/// String.prototype.search ( regexp ) (ECMA-262 §22.1.3.21) and RegExp.prototype [ @@search ] ( string ) (§22.2.6.12)
pub fn search_pattern<'h>(cx: Cx<'h>, text: JsStr<'h>, regexp: Value<'h>) -> JsResult<'h, f64> {
    if let Some(method) = method_of(cx, regexp, Symbol::SEARCH)? {
        return promised(cx, call_method_of(cx, method, regexp, text, &[])?, Value::as_number);
    }
    let regexp = pattern_of(cx, regexp, Flags::NONE)?;
    if !is_plain(cx, regexp) {
        return promised(cx, invoke(cx, regexp, Symbol::SEARCH, text)?, Value::as_number);
    }
    let is_sticky = flags_of(regexp).has(Flags::STICKY);
    let found = find(cx, &compiled(cx, regexp), text, 0, is_sticky, end_of)?;
    Ok(found.map_or(-1.0, |(start, _)| text.unit_position(cx, start) as f64))
}

/// String.prototype.matchAll ( regexp ) (ECMA-262 §22.1.3.14)
pub fn match_all<'h>(cx: Cx<'h>, text: JsStr<'h>, regexp: Value<'h>) -> JsResult<'h, Object<'h>> {
    if is_regexp(cx, regexp)? && !shows_global(cx, regexp)? {
        let message = "String.prototype.matchAll called with a non-global RegExp argument";
        return Err(throw_error(cx, ErrorKind::Type, message));
    }
    if let Some(method) = method_of(cx, regexp, Symbol::MATCH_ALL)? {
        return promised(cx, call_method_of(cx, method, regexp, text, &[])?, Value::as_object);
    }
    let matcher = match RegExpObject::from_value(regexp).filter(|regexp| is_plain(cx, *regexp)) {
        Some(regexp) => {
            let matcher = copy(cx, regexp);
            let last_index = to_length(regexp.last_index(cx).to_number(cx)?);
            matcher.set_last_index(cx, last_index.into());
            matcher
        }
        None => {
            let source = if regexp.is_undefined() { JsStr::EMPTY } else { regexp.to_js_string(cx)? };
            create(cx, source, Flags::GLOBAL)?
        }
    };
    if !is_plain(cx, matcher) {
        return promised(cx, invoke(cx, matcher, Symbol::MATCH_ALL, text)?, Value::as_object);
    }
    Ok(create_regexp_string_iterator(cx, matcher, text, true, flags_of(matcher).is_unicode()))
}

/// Whether the flags of a pattern have a `g`.
pub(crate) fn shows_global<'h>(cx: Cx<'h>, regexp: Value<'h>) -> JsResult<'h, bool> {
    if let Some(regexp) = RegExpObject::from_value(regexp).filter(|regexp| is_plain(cx, *regexp)) {
        return Ok(flags_of(regexp).has(Flags::GLOBAL));
    }
    let flags = regexp.get(cx, "flags")?;
    if flags.is_nullish() {
        return Err(cx.unsupported("a pattern whose flags are undefined"));
    }
    Ok(flags.to_js_string(cx)?.as_bytes().contains(&b'g'))
}

/// One step of the iterator of `matchAll`.
pub(crate) fn advance_match_iterator<'h>(
    cx: Cx<'h>,
    regexp: RegExpObject<'h>,
    text: JsStr<'h>,
    is_unicode: bool,
    is_global: bool,
) -> JsResult<'h, Option<Value<'h>>> {
    let result = regexp_exec(cx, regexp.object(), text)?;
    if result.is_null() {
        return Ok(None);
    }
    if is_global && result.get(cx, 0u32)?.to_js_string(cx)?.is_empty() {
        skip_empty(cx, regexp.object(), text, is_unicode)?;
    }
    Ok(Some(result))
}
