//! The locales that a program asks for (ECMA-402 §9.2.1).

use prickle_heap::{Cx, ErrorKind, JsResult, Object, PropertyKey, Value};

use crate::errors::throw_error;
use crate::operations::{Operations, has_property};

/// The locale of a program that asks for none.
pub(crate) const DEFAULT: &str = "en-US";

/// The first locale that is asked for, in canonical spelling; the default where none is.
pub(crate) fn requested<'h>(cx: Cx<'h>, locales: Value<'h>) -> JsResult<'h, String> {
    let mut tags = Vec::new();
    match locales {
        Value::Undefined => {}
        Value::String(_) => tags.push(canonical(cx, locales)?),
        _ => canonicalize_list(cx, locales.to_object(cx)?, &mut tags)?,
    }
    Ok(if tags.is_empty() { DEFAULT.to_owned() } else { tags.swap_remove(0) })
}

/// CanonicalizeLocaleList (ECMA-402 §9.2.1) of an object.
fn canonicalize_list<'h>(cx: Cx<'h>, list: Object<'h>, tags: &mut Vec<String>) -> JsResult<'h, ()> {
    let length = list.get(cx, "length")?.to_number(cx)?;
    let mut index = 0;
    while f64::from(index) < length {
        cx.checkpoint()?;
        let key = PropertyKey::from(index).to_value(cx);
        if has_property(cx, key, list)? {
            let tag = list.get(cx, key)?;
            if !tag.is_string() && !tag.is_object() {
                return Err(throw_error(cx, ErrorKind::Type, "Language ID should be string or object."));
            }
            tags.push(canonical(cx, tag.to_js_string(cx)?.into())?);
        }
        index += 1;
    }
    Ok(())
}

/// CanonicalizeUnicodeLocaleId (ECMA-402 §6.2.3) of a language with or without script and region. What has more ends the turn.
fn canonical<'h>(cx: Cx<'h>, tag: Value<'h>) -> JsResult<'h, String> {
    let text = tag.to_js_string(cx)?.to_string_lossy();
    let invalid = || throw_error(cx, ErrorKind::Range, "Incorrect locale information provided");
    let mut subtags = text.split('-');
    let language = subtags.next().unwrap_or_default();
    let is_alphabetic = |tag: &str| tag.bytes().all(|byte| byte.is_ascii_alphabetic());
    if !matches!(language.len(), 2..=3 | 5..=8)
        || !is_alphabetic(language)
        || text.bytes().any(|byte| !byte.is_ascii_alphanumeric() && byte != b'-')
    {
        return Err(invalid());
    }
    let mut canonical = language.to_ascii_lowercase();
    let mut next = subtags.next();
    if let Some(script) = next.filter(|tag| tag.len() == 4 && is_alphabetic(tag)) {
        canonical += &format!("-{}{}", script[..1].to_ascii_uppercase(), script[1..].to_ascii_lowercase());
        next = subtags.next();
    }
    let is_region = |tag: &&str| {
        (tag.len() == 2 && is_alphabetic(tag)) || (tag.len() == 3 && tag.bytes().all(|byte| byte.is_ascii_digit()))
    };
    if let Some(region) = next.filter(is_region) {
        canonical += &format!("-{}", region.to_ascii_uppercase());
        next = subtags.next();
    }
    match next {
        None => Ok(canonical),
        Some(_) => Err(cx.unsupported("a locale with more than language, script and region")),
    }
}
