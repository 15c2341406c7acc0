//! Upper and lower case, by the general mappings of Unicode and those of a few languages.

use icu_casemap::CaseMapper;
use icu_locale_core::LanguageIdentifier;
use prickle_heap::{Cx, JsResult, JsStr, StringBuilder, Value};

use crate::intl::locale;

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
    Ok(match special_language(cx, locales)? {
        Some(language) => convert(cx, this, |text| CaseMapper::new().lowercase_to_string(text, &language).into_owned()),
        None => to_lower_case(cx, this),
    })
}

/// `String.prototype.toLocaleUpperCase(locales)` (ECMA-402 §20.1.3).
pub fn to_locale_upper_case<'h>(cx: Cx<'h>, this: JsStr<'h>, locales: Option<Value<'h>>) -> JsResult<'h, JsStr<'h>> {
    Ok(match special_language(cx, locales)? {
        Some(language) => convert(cx, this, |text| CaseMapper::new().uppercase_to_string(text, &language).into_owned()),
        None => to_upper_case(cx, this),
    })
}

/// Languages that map some letters in their own way.
const SPECIAL_LANGUAGES: [&str; 4] = ["az", "el", "lt", "tr"];

/// The language that is asked for, if its rules are not the general ones.
fn special_language<'h>(cx: Cx<'h>, locales: Option<Value<'h>>) -> JsResult<'h, Option<LanguageIdentifier>> {
    let Some(locales) = locales else { return Ok(None) };
    let tag = locale::requested(cx, locales)?;
    let language = tag.split('-').next().filter(|language| SPECIAL_LANGUAGES.contains(language));
    Ok(language.and_then(|language| LanguageIdentifier::try_from_str(language).ok()))
}

/// Converts the well-formed parts; halves of surrogate pairs stay as they are.
pub(super) fn convert<'h>(cx: Cx<'h>, this: JsStr<'h>, convert: impl Fn(&str) -> String) -> JsStr<'h> {
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
