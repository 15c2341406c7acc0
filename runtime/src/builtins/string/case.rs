//! Upper and lower case, by the locale-independent mappings of Unicode.

use prickle_heap::{Cx, ErrorKind, JsResult, JsStr, StringBuilder, Value};

use crate::errors::throw_error;

/// `String.prototype.toLowerCase()` (ECMA-262 §22.1.3.28).
pub fn to_lower_case<'h>(cx: Cx<'h>, this: JsStr<'h>) -> JsStr<'h> {
    if this.is_ascii() && !this.as_bytes().iter().any(u8::is_ascii_uppercase) {
        return this;
    }
    convert(cx, this, str::to_lowercase)
}

/// `String.prototype.toUpperCase()` (ECMA-262 §22.1.3.30).
pub fn to_upper_case<'h>(cx: Cx<'h>, this: JsStr<'h>) -> JsStr<'h> {
    if this.is_ascii() && !this.as_bytes().iter().any(u8::is_ascii_lowercase) {
        return this;
    }
    convert(cx, this, str::to_uppercase)
}

/// `String.prototype.toLocaleLowerCase(locales)` (ECMA-402 §20.1.2).
pub fn to_locale_lower_case<'h>(cx: Cx<'h>, this: JsStr<'h>, locales: Option<Value<'h>>) -> JsResult<'h, JsStr<'h>> {
    require_general_rules(cx, locales)?;
    Ok(to_lower_case(cx, this))
}

/// `String.prototype.toLocaleUpperCase(locales)` (ECMA-402 §20.1.3).
pub fn to_locale_upper_case<'h>(cx: Cx<'h>, this: JsStr<'h>, locales: Option<Value<'h>>) -> JsResult<'h, JsStr<'h>> {
    require_general_rules(cx, locales)?;
    Ok(to_upper_case(cx, this))
}

/// Languages that map some letters in their own way.
const SPECIAL_LANGUAGES: [&str; 5] = ["az", "el", "hy", "lt", "tr"];

/// Throws for what is no locale, and ends the turn for a locale whose rules are not the general ones.
fn require_general_rules<'h>(cx: Cx<'h>, locales: Option<Value<'h>>) -> JsResult<'h, ()> {
    let unsupported = || cx.unsupported("changing case by the rules of a locale");
    let locale = match locales {
        None => return Ok(()),
        Some(Value::String(locale)) => locale.to_string_lossy().to_ascii_lowercase(),
        Some(_) => return Err(unsupported()),
    };
    let mut subtags = locale.split('-');
    let language = subtags.next().unwrap_or_default();
    let is_language =
        matches!(language.len(), 2..=3 | 5..=8) && language.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_subtag = |tag: &str| (2..=8).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !is_language || !subtags.all(is_subtag) {
        return Err(throw_error(cx, ErrorKind::Range, "Incorrect locale information provided"));
    }
    if SPECIAL_LANGUAGES.contains(&language) { Err(unsupported()) } else { Ok(()) }
}

/// Converts the well-formed parts; halves of surrogate pairs stay as they are.
fn convert<'h>(cx: Cx<'h>, this: JsStr<'h>, convert: impl Fn(&str) -> String) -> JsStr<'h> {
    if let Some(text) = this.to_str() {
        return cx.string(&convert(text));
    }
    let mut out = StringBuilder::with_capacity(this.byte_len());
    let mut part = String::new();
    for (point, text) in this.code_points() {
        match char::from_u32(point) {
            Some(character) => part.push(character),
            None => {
                out.push_str(&convert(&std::mem::take(&mut part)));
                out.push(text);
            }
        }
    }
    out.push_str(&convert(&part));
    out.finish(cx)
}
