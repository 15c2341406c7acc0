//! `match`, `matchAll` and `search` of strings (ECMA-262 §22.1.3.13, §22.1.3.14, §22.1.3.21).

use prickle_heap::{Array, Cx, ErrorKind, JsResult, JsStr, Object, RegExpObject, Value};
use prickle_regexp::Flags;

use super::compiled::{compiled, find, flags_of};
use super::exec::{advance, end_of, regexp_exec, set_last_index};
use super::{copy, create, is_plain};
use crate::errors::throw_error;
use crate::operations::{Operations, create_regexp_string_iterator, to_length};

/// The regular expression that an argument is or that is made of it.
fn pattern_of<'h>(cx: Cx<'h>, value: Value<'h>, flags: Flags) -> JsResult<'h, RegExpObject<'h>> {
    match RegExpObject::from_value(value) {
        Some(regexp) => Ok(regexp),
        None if value.is_undefined() => create(cx, JsStr::EMPTY, flags),
        None => create(cx, value.to_js_string(cx)?, flags),
    }
}

/// String.prototype.match ( regexp ) and RegExp.prototype [ @@match ] ( string ) (ECMA-262 §22.2.6.8)
pub fn match_pattern<'h>(cx: Cx<'h>, text: JsStr<'h>, regexp: Value<'h>) -> JsResult<'h> {
    let regexp = pattern_of(cx, regexp, Flags::NONE)?;
    let flags = flags_of(regexp);
    if !flags.has(Flags::GLOBAL) {
        return regexp_exec(cx, regexp.object(), text);
    }
    if !is_plain(cx, regexp) {
        return match_with_exec(cx, regexp, text);
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

/// `match` with an `exec` that the program may have replaced.
fn match_with_exec<'h>(cx: Cx<'h>, regexp: RegExpObject<'h>, text: JsStr<'h>) -> JsResult<'h> {
    set_last_index(cx, regexp, 0)?;
    let found = Array::of(cx, &[]);
    loop {
        cx.checkpoint()?;
        let result = regexp_exec(cx, regexp.object(), text)?;
        if result.is_null() {
            return Ok(if found.length() == 0 { Value::Null } else { found.into() });
        }
        let matched = result.get(cx, 0u32)?.to_js_string(cx)?;
        found.push(cx, matched.into())?;
        if matched.is_empty() {
            skip_empty(cx, regexp, text)?;
        }
    }
}

/// Moves `lastIndex` on behind an empty match.
pub(super) fn skip_empty<'h>(cx: Cx<'h>, regexp: RegExpObject<'h>, text: JsStr<'h>) -> JsResult<'h, ()> {
    let index = to_length(regexp.last_index(cx).to_number(cx)?);
    let is_pair = flags_of(regexp).is_unicode()
        && index < text.length(cx) as f64
        && text.code_point_at(cx, index as usize).is_some_and(|point| point > 0xffff);
    set_last_index(cx, regexp, index as usize + if is_pair { 2 } else { 1 })
}

/// String.prototype.search ( regexp ) and RegExp.prototype [ @@search ] ( string ) (ECMA-262 §22.2.6.12)
pub fn search_pattern<'h>(cx: Cx<'h>, text: JsStr<'h>, regexp: Value<'h>) -> JsResult<'h, f64> {
    let regexp = pattern_of(cx, regexp, Flags::NONE)?;
    if !is_plain(cx, regexp) {
        return search_with_exec(cx, regexp, text);
    }
    let is_sticky = flags_of(regexp).has(Flags::STICKY);
    let found = find(cx, &compiled(cx, regexp), text, 0, is_sticky, end_of)?;
    Ok(found.map_or(-1.0, |(start, _)| text.unit_position(cx, start) as f64))
}

fn search_with_exec<'h>(cx: Cx<'h>, regexp: RegExpObject<'h>, text: JsStr<'h>) -> JsResult<'h, f64> {
    let previous = regexp.last_index(cx);
    if !previous.same_value(0.0.into()) {
        set_last_index(cx, regexp, 0)?;
    }
    let result = regexp_exec(cx, regexp.object(), text)?;
    if !regexp.last_index(cx).same_value(previous) && !regexp.set_last_index(cx, previous) {
        set_last_index(cx, regexp, 0)?;
    }
    if result.is_null() { Ok(-1.0) } else { result.get(cx, "index")?.to_number(cx) }
}

/// String.prototype.matchAll ( regexp ) and RegExp.prototype [ @@matchAll ] ( string ) (ECMA-262 §22.2.6.9)
pub fn match_all<'h>(cx: Cx<'h>, text: JsStr<'h>, regexp: Value<'h>) -> JsResult<'h, Object<'h>> {
    let matcher = match RegExpObject::from_value(regexp) {
        Some(regexp) if !flags_of(regexp).has(Flags::GLOBAL) => {
            let message = "String.prototype.matchAll called with a non-global RegExp argument";
            return Err(throw_error(cx, ErrorKind::Type, message));
        }
        Some(regexp) => {
            let matcher = copy(cx, regexp);
            let last_index = to_length(regexp.last_index(cx).to_number(cx)?);
            matcher.set_last_index(cx, last_index.into());
            matcher
        }
        None => pattern_of(cx, regexp, Flags::GLOBAL)?,
    };
    Ok(create_regexp_string_iterator(cx, matcher, text))
}

/// One step of the iterator of `matchAll`.
pub(crate) fn advance_match_iterator<'h>(
    cx: Cx<'h>,
    regexp: RegExpObject<'h>,
    text: JsStr<'h>,
) -> JsResult<'h, Option<Value<'h>>> {
    let result = regexp_exec(cx, regexp.object(), text)?;
    if result.is_null() {
        return Ok(None);
    }
    if result.get(cx, 0u32)?.to_js_string(cx)?.is_empty() {
        skip_empty(cx, regexp, text)?;
    }
    Ok(Some(result))
}
