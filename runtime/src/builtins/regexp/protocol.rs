//! What strings ask regular expressions for, by symbols (ECMA-262 §22.2.6): on any object that has `exec` and the flags. Regular expressions that nobody
//! has changed take the short ways of the other files.

use prickle_heap::{Array, Cx, ErrorKind, Function, JsResult, JsStr, Object, RegExpObject, Symbol, Value};

use super::exec::regexp_exec;
use super::replace::replace_with_exec;
use super::{is_plain, matches, replace, split, view};
use crate::builtins::object::set_or_throw;
use crate::builtins::string::Replacement;
use crate::builtins::table::ClassId;
use crate::errors::{display, throw_error};
use crate::intrinsics::{are_changed, class_object};
use crate::operations::{
    Operations, WordedOperations, construct_as, create_regexp_string_iterator, is_constructor, to_length, to_uint32,
};

/// The receiver, if it is a regular expression as it was born.
fn plain<'h>(cx: Cx<'h>, this: Object<'h>) -> Option<RegExpObject<'h>> {
    view(this).filter(|regexp| is_plain(cx, *regexp))
}

/// GetMethod (ECMA-262 §7.3.11) of an argument of a method of strings: what it does instead, if the argument is no regular expression as it was born.
#[inline]
pub(crate) fn method_of<'h>(
    cx: Cx<'h>,
    value: Value<'h>,
    symbol: Symbol<'static>,
) -> JsResult<'h, Option<Function<'h>>> {
    let is_usual = match value {
        Value::Object(object) => plain(cx, object).is_some(),
        Value::Undefined | Value::Null => true,
        Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Symbol(_) | Value::BigInt(_) => !are_changed(cx),
    };
    if is_usual { Ok(None) } else { unusual_method_of(cx, value, symbol) }
}

#[cold]
fn unusual_method_of<'h>(cx: Cx<'h>, value: Value<'h>, symbol: Symbol<'static>) -> JsResult<'h, Option<Function<'h>>> {
    let method = value.get(cx, symbol)?;
    if method.is_nullish() {
        return Ok(None);
    }
    match method.as_function() {
        Some(function) => Ok(Some(function)),
        None => {
            let message = match symbol {
                // V8 looks for these itself.
                symbol if symbol == Symbol::MATCH || symbol == Symbol::SEARCH => format!(
                    "'{}' returned for property '{}' of object '{}' is not a function",
                    display(cx, method),
                    symbol.to_descriptive_string(),
                    display(cx, value)
                ),
                _ => {
                    return Err(
                        cx.unsupported("the message of this TypeError: a method with a symbol that is no function")
                    );
                }
            };
            Err(throw_error(cx, ErrorKind::Type, cx.string(&message)))
        }
    }
}

/// IsRegExp (ECMA-262 §7.2.8)
pub(crate) fn is_regexp<'h>(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, bool> {
    let Value::Object(object) = value else { return Ok(false) };
    if plain(cx, object).is_some() {
        return Ok(true);
    }
    match object.get(cx, Symbol::MATCH)? {
        Value::Undefined => Ok(view(object).is_some()),
        matcher => Ok(matcher.truthy()),
    }
}

/// SpeciesConstructor (ECMA-262 §7.3.23) with %RegExp%.
fn species<'h>(cx: Cx<'h>, this: Object<'h>) -> JsResult<'h, Function<'h>> {
    let usual = || class_object(cx, ClassId::REGEXP).as_function().expect("a constructor is a function");
    let constructor = match this.get(cx, "constructor")? {
        Value::Undefined => return Ok(usual()),
        Value::Object(constructor) => constructor,
        _ => return Err(throw_error(cx, ErrorKind::Type, "The .constructor property is not an object")),
    };
    let species = constructor.get(cx, Symbol::SPECIES)?;
    if species.is_nullish() {
        return Ok(usual());
    }
    species
        .as_function()
        .filter(|function| is_constructor(*function))
        .ok_or_else(|| throw_error(cx, ErrorKind::Type, "object.constructor[Symbol.species] is not a constructor"))
}

fn construct_species<'h>(
    cx: Cx<'h>,
    this: Object<'h>,
    flags: JsStr<'h>,
    species: Function<'h>,
) -> JsResult<'h, Object<'h>> {
    let made = construct_as(cx, species, &[this.into(), flags.into()], species.object())?;
    made.to_object(cx)
}

/// Whether the flags that the object shows are those of code points.
fn shows_unicode<'h>(cx: Cx<'h>, this: Object<'h>) -> JsResult<'h, bool> {
    Ok(this.get(cx, "unicode")?.truthy() || this.get(cx, "unicodeSets")?.truthy())
}

fn last_index<'h>(cx: Cx<'h>, this: Object<'h>) -> JsResult<'h, f64> {
    Ok(to_length(this.get(cx, "lastIndex")?.to_number(cx)?))
}

fn set_last_index<'h>(cx: Cx<'h>, this: Object<'h>, index: f64) -> JsResult<'h, ()> {
    set_or_throw(cx, this, "lastIndex", index.into())
}

/// AdvanceStringIndex (ECMA-262 §22.2.7.3)
fn advance<'h>(cx: Cx<'h>, text: JsStr<'h>, index: f64, is_unicode: bool) -> f64 {
    let is_pair = is_unicode
        && index < text.length(cx) as f64
        && text.code_point_at(cx, index as usize).is_some_and(|point| point > 0xffff);
    index + if is_pair { 2.0 } else { 1.0 }
}

/// Moves `lastIndex` on behind an empty match.
pub(super) fn skip_empty<'h>(cx: Cx<'h>, this: Object<'h>, text: JsStr<'h>, is_unicode: bool) -> JsResult<'h, ()> {
    let index = last_index(cx, this)?;
    set_last_index(cx, this, advance(cx, text, index, is_unicode))
}

/// RegExp.prototype [ @@match ] ( string ) (ECMA-262 §22.2.6.8)
pub fn at_match<'h>(cx: Cx<'h>, this: Object<'h>, string: Value<'h>) -> JsResult<'h> {
    let text = string.to_js_string(cx)?;
    if let Some(regexp) = plain(cx, this) {
        return matches::match_pattern(cx, text, regexp.object().into());
    }
    if !this.get(cx, "global")?.truthy() {
        return regexp_exec(cx, this, text);
    }
    let is_unicode = shows_unicode(cx, this)?;
    set_last_index(cx, this, 0.0)?;
    let found = Array::of(cx, &[]);
    loop {
        cx.checkpoint()?;
        let result = regexp_exec(cx, this, text)?;
        if result.is_null() {
            return Ok(if found.length() == 0 { Value::Null } else { found.into() });
        }
        let matched = result.get(cx, 0u32)?.to_js_string(cx)?;
        found.push(cx, matched.into())?;
        if matched.is_empty() {
            skip_empty(cx, this, text, is_unicode)?;
        }
    }
}

/// RegExp.prototype [ @@matchAll ] ( string ) (ECMA-262 §22.2.6.9)
pub fn at_match_all<'h>(cx: Cx<'h>, this: Object<'h>, string: Value<'h>) -> JsResult<'h, Object<'h>> {
    let text = string.to_js_string(cx)?;
    let species = species(cx, this)?;
    let flags = this.get(cx, "flags")?.to_js_string(cx)?;
    let matcher = construct_species(cx, this, flags, species)?;
    let index = last_index(cx, this)?;
    set_last_index(cx, matcher, index)?;
    let has = |letter: u8| flags.as_bytes().contains(&letter);
    let is_unicode = has(b'u') || has(b'v');
    match view(matcher) {
        Some(regexp) => Ok(create_regexp_string_iterator(cx, regexp, text, has(b'g'), is_unicode)),
        None => Err(cx.unsupported("matchAll with what is no regular expression")),
    }
}

/// RegExp.prototype [ @@replace ] ( string, replaceValue ) (ECMA-262 §22.2.6.11)
pub fn at_replace<'h>(cx: Cx<'h>, this: Object<'h>, string: Value<'h>, replace_value: Value<'h>) -> JsResult<'h> {
    let text = string.to_js_string(cx)?;
    if let Some(regexp) = plain(cx, this) {
        return replace(cx, text, regexp, replace_value).map(Value::from);
    }
    let replacement = Replacement::of(cx, replace_value)?;
    let unicode = if this.get(cx, "global")?.truthy() {
        // V8 does not ask for the flag `v` here.
        let is_unicode = this.get(cx, "unicode")?.truthy();
        set_last_index(cx, this, 0.0)?;
        Some(is_unicode)
    } else {
        None
    };
    replace_with_exec(cx, text, this, &replacement, unicode).map(Value::from)
}

/// RegExp.prototype [ @@search ] ( string ) (ECMA-262 §22.2.6.12)
pub fn at_search<'h>(cx: Cx<'h>, this: Object<'h>, string: Value<'h>) -> JsResult<'h> {
    let text = string.to_js_string(cx)?;
    if let Some(regexp) = plain(cx, this) {
        return matches::search_pattern(cx, text, regexp.object().into()).map(Value::from);
    }
    let previous = this.get(cx, "lastIndex")?;
    if !previous.same_value(0.0.into()) {
        set_last_index(cx, this, 0.0)?;
    }
    let result = regexp_exec(cx, this, text)?;
    if !this.get(cx, "lastIndex")?.same_value(previous) {
        set_or_throw(cx, this, "lastIndex", previous)?;
    }
    if result.is_null() { Ok((-1.0).into()) } else { result.get(cx, "index") }
}

/// RegExp.prototype [ @@split ] ( string, limit ) (ECMA-262 §22.2.6.14)
pub fn at_split<'h>(cx: Cx<'h>, this: Object<'h>, string: Value<'h>, limit: Value<'h>) -> JsResult<'h> {
    let text = string.to_js_string(cx)?;
    let to_limit = || if limit.is_undefined() { Ok(u32::MAX) } else { limit.to_number(cx).map(to_uint32) };
    if let Some(regexp) = plain(cx, this) {
        return split(cx, text, regexp, to_limit()? as usize).map(Value::from);
    }
    let species = species(cx, this)?;
    let flags = this.get(cx, "flags")?.to_js_string(cx)?;
    let has = |letter: u8| flags.as_bytes().contains(&letter);
    let is_unicode = has(b'u') || has(b'v');
    let sticky = if has(b'y') { flags } else { cx.string(&format!("{}y", flags.to_string_lossy())) };
    let splitter = construct_species(cx, this, sticky, species)?;
    let limit = to_limit()?;
    let parts = Array::of(cx, &[]);
    if limit == 0 {
        return Ok(parts.into());
    }
    if text.is_empty() {
        if regexp_exec(cx, splitter, text)?.is_null() {
            parts.push(cx, text.into())?;
        }
        return Ok(parts.into());
    }
    let size = text.length(cx);
    let (mut begin, mut position) = (0, 0.0);
    while position < size as f64 {
        cx.checkpoint()?;
        set_last_index(cx, splitter, position)?;
        let result = regexp_exec(cx, splitter, text)?;
        let end = if result.is_null() { None } else { Some(last_index(cx, splitter)?.min(size as f64) as usize) };
        let Some(end) = end.filter(|end| *end != begin) else {
            position = advance(cx, text, position, is_unicode);
            continue;
        };
        parts.push(cx, text.slice(cx, begin, position as usize).into())?;
        if parts.length() == limit {
            return Ok(parts.into());
        }
        begin = end;
        let groups = to_length(result.get(cx, "length")?.to_number(cx)?) - 1.0;
        let mut index = 1.0;
        while index <= groups {
            cx.checkpoint()?;
            parts.push(cx, result.get(cx, index)?)?;
            if parts.length() == limit {
                return Ok(parts.into());
            }
            index += 1.0;
        }
        position = begin as f64;
    }
    parts.push(cx, text.slice(cx, begin, size).into())?;
    Ok(parts.into())
}

/// The result of a method of the program in place of a method of strings, which promises its type to compiled code.
pub(crate) fn promised<'h, T>(cx: Cx<'h>, result: Value<'h>, view: impl Fn(Value<'h>) -> Option<T>) -> JsResult<'h, T> {
    view(result).ok_or_else(|| cx.unsupported("a method of a pattern that returns something of another type"))
}

/// Calls a method of an argument with the string.
pub(crate) fn call_method_of<'h>(
    cx: Cx<'h>,
    method: Function<'h>,
    pattern: Value<'h>,
    text: JsStr<'h>,
    rest: &[Value<'h>],
) -> JsResult<'h> {
    let arguments: Vec<_> = std::iter::once(text.into()).chain(rest.iter().copied()).collect();
    Value::from(method.object()).call_with_this_worded(cx, pattern, "method", &arguments)
}
