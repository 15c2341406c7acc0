//! `replace` and `replaceAll` with text patterns.

use prickle_heap::{Cx, JsResult, JsStr, StringBuilder, Value};

use super::too_long;
use crate::operations::Operations;

/// What takes the place of a match.
enum Replacement<'h> {
    Function(Value<'h>),
    Template(JsStr<'h>),
}

impl<'h> Replacement<'h> {
    fn of(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, Self> {
        if value.is_callable() {
            Ok(Replacement::Function(value))
        } else {
            Ok(Replacement::Template(value.to_js_string(cx)?))
        }
    }

    /// Appends what replaces `matched`, which stands at `position` of `text`.
    fn append(
        &self,
        cx: Cx<'h>,
        out: &mut StringBuilder,
        text: JsStr<'h>,
        matched: JsStr<'h>,
        position: usize,
    ) -> JsResult<'h, ()> {
        match self {
            Replacement::Function(function) => {
                let arguments = [matched.into(), (position as f64).into(), text.into()];
                let result = function.call(cx, "replaceValue", &arguments)?.to_js_string(cx)?;
                out.push(result);
            }
            Replacement::Template(template) => append_substitution(cx, out, *template, text, matched, position),
        }
        Ok(())
    }
}

/// GetSubstitution (ECMA-262 §22.1.3.19.1) without captures.
fn append_substitution<'h>(
    cx: Cx<'h>,
    out: &mut StringBuilder,
    template: JsStr<'h>,
    text: JsStr<'h>,
    matched: JsStr<'h>,
    position: usize,
) {
    let dollar = JsStr::from("$");
    let length = template.length(cx);
    let mut at = 0;
    while let Some(found) = template.index_of(cx, dollar, at) {
        out.push(template.slice(cx, at, found));
        let code = template.code_unit_at(cx, found + 1).and_then(|unit| u8::try_from(unit).ok());
        at = found + 2;
        match code {
            Some(b'$') => out.push(dollar),
            Some(b'&') => out.push(matched),
            Some(b'`') => out.push(text.slice(cx, 0, position)),
            Some(b'\'') => out.push(text.slice(cx, position + matched.length(cx), text.length(cx))),
            _ => {
                out.push(dollar);
                at = found + 1;
            }
        }
    }
    out.push(template.slice(cx, at, length));
}

/// `String.prototype.replace(searchValue, replaceValue)` (ECMA-262 §22.1.3.19).
pub fn replace<'h>(
    cx: Cx<'h>,
    this: JsStr<'h>,
    search_value: Value<'h>,
    replace_value: Value<'h>,
) -> JsResult<'h, JsStr<'h>> {
    let pattern = search_value.to_js_string(cx)?;
    let replacement = Replacement::of(cx, replace_value)?;
    let Some(position) = this.index_of(cx, pattern, 0) else { return Ok(this) };
    let mut out = StringBuilder::with_capacity(this.byte_len());
    out.push(this.slice(cx, 0, position));
    replacement.append(cx, &mut out, this, pattern, position)?;
    out.push(this.slice(cx, position + pattern.length(cx), this.length(cx)));
    finish(cx, out)
}

/// `String.prototype.replaceAll(searchValue, replaceValue)` (ECMA-262 §22.1.3.20).
pub fn replace_all<'h>(
    cx: Cx<'h>,
    this: JsStr<'h>,
    search_value: Value<'h>,
    replace_value: Value<'h>,
) -> JsResult<'h, JsStr<'h>> {
    let pattern = search_value.to_js_string(cx)?;
    let replacement = Replacement::of(cx, replace_value)?;
    let (length, step) = (this.length(cx), pattern.length(cx));
    let mut positions = Vec::new();
    let mut next = this.index_of(cx, pattern, 0);
    while let Some(position) = next {
        positions.push(position);
        let from = position + step.max(1);
        next = if from > length { None } else { this.index_of(cx, pattern, from) };
    }
    if positions.is_empty() {
        return Ok(this);
    }
    let mut out = StringBuilder::with_capacity(this.byte_len());
    let mut end = 0;
    for position in positions {
        cx.checkpoint()?;
        cx.check_memory(out.byte_len())?;
        out.push(this.slice(cx, end, position));
        replacement.append(cx, &mut out, this, pattern, position)?;
        end = position + step;
    }
    out.push(this.slice(cx, end, length));
    finish(cx, out)
}

fn finish<'h>(cx: Cx<'h>, out: StringBuilder) -> JsResult<'h, JsStr<'h>> {
    let text = out.finish(cx);
    if text.length(cx) > prickle_heap::MAX_LENGTH { Err(too_long(cx)) } else { Ok(text) }
}
