//! Upper and lower case, by the locale-independent mappings of Unicode.

use prickle_heap::{Cx, JsStr, StringBuilder};

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

/// `String.prototype.toLocaleLowerCase()` (ECMA-262 §22.1.3.26) in the default locale, which has no mappings of its own.
pub fn to_locale_lower_case<'h>(cx: Cx<'h>, this: JsStr<'h>) -> JsStr<'h> {
    to_lower_case(cx, this)
}

/// `String.prototype.toLocaleUpperCase()` (ECMA-262 §22.1.3.27) in the default locale, which has no mappings of its own.
pub fn to_locale_upper_case<'h>(cx: Cx<'h>, this: JsStr<'h>) -> JsStr<'h> {
    to_upper_case(cx, this)
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
