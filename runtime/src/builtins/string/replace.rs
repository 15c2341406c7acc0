//! `replace` and `replaceAll`.

use prickle_heap::{Cx, ErrorKind, JsResult, JsStr, RegExpObject, StringBuilder, Symbol, Value};

use super::too_long;
use crate::builtins::regexp;
use crate::errors::throw_error;
use crate::operations::{Operations, WordedOperations};

/// What takes the place of a match.
pub(crate) enum Replacement<'h> {
    Function(Value<'h>),
    /// A template without `$`.
    Text(JsStr<'h>),
    Template(JsStr<'h>),
}

impl<'h> Replacement<'h> {
    pub(crate) fn of(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, Self> {
        if value.is_callable() {
            Ok(Replacement::Function(value))
        } else {
            let template = value.to_js_string(cx)?;
            let is_text = !template.as_bytes().contains(&b'$');
            Ok(if is_text { Replacement::Text(template) } else { Replacement::Template(template) })
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
                let result = function.call_worded(cx, "replaceValue", &arguments)?.to_js_string(cx)?;
                out.push(result);
            }
            Replacement::Text(replacement) => out.push(*replacement),
            Replacement::Template(template) => {
                let substitution = Substitution {
                    before: text.slice(cx, 0, position),
                    matched,
                    after: text.slice(cx, position + matched.length(cx), text.length(cx)),
                    groups: 0,
                    group: &|_| Value::Undefined,
                    named: &|_| None,
                };
                substitution.append(cx, out, *template);
            }
        }
        Ok(())
    }
}

/// What a template can refer to.
pub(crate) struct Substitution<'h, 's> {
    /// `` $` ``
    pub(crate) before: JsStr<'h>,
    /// `$&`
    pub(crate) matched: JsStr<'h>,
    /// `$'`
    pub(crate) after: JsStr<'h>,
    /// Number of groups.
    pub(crate) groups: usize,
    /// `$1`, a string or `undefined`.
    pub(crate) group: &'s dyn Fn(usize) -> Value<'h>,
    /// `$<name>`; `None` where there are no named groups at all.
    pub(crate) named: &'s dyn Fn(JsStr<'h>) -> Option<Value<'h>>,
}

impl<'h> Substitution<'h, '_> {
    /// GetSubstitution (ECMA-262 §22.1.3.19.1).
    pub(crate) fn append(&self, cx: Cx<'h>, out: &mut StringBuilder, template: JsStr<'h>) {
        let dollar = JsStr::from("$");
        let length = template.length(cx);
        let mut at = 0;
        while let Some(found) = template.index_of(cx, dollar, at) {
            out.push(template.slice(cx, at, found));
            at = found + self.reference(cx, out, template, found);
        }
        out.push(template.slice(cx, at, length));
    }

    /// Appends what the reference at `start` means; its length.
    fn reference(&self, cx: Cx<'h>, out: &mut StringBuilder, template: JsStr<'h>, start: usize) -> usize {
        let code = |offset: usize| template.code_unit_at(cx, start + offset).and_then(|unit| u8::try_from(unit).ok());
        match code(1) {
            Some(b'$') => out.push("$".into()),
            Some(b'&') => out.push(self.matched),
            Some(b'`') => out.push(self.before),
            Some(b'\'') => out.push(self.after),
            Some(first @ b'0'..=b'9') => {
                let first = usize::from(first - b'0');
                let both = code(2).filter(u8::is_ascii_digit).map(|second| first * 10 + usize::from(second - b'0'));
                let (index, length) = match both {
                    Some(both) if (1..=self.groups).contains(&both) => (both, 3),
                    _ => (first, 2),
                };
                if !(1..=self.groups).contains(&index) {
                    out.push("$".into());
                    return 1;
                }
                push_group(out, (self.group)(index));
                return length;
            }
            Some(b'<') => {
                let end = template.index_of(cx, ">".into(), start + 2);
                let value = end.and_then(|end| (self.named)(template.slice(cx, start + 2, end)));
                let (Some(end), Some(value)) = (end, value) else {
                    out.push("$".into());
                    return 1;
                };
                push_group(out, value);
                return end + 1 - start;
            }
            _ => {
                out.push("$".into());
                return 1;
            }
        }
        2
    }
}

fn push_group(out: &mut StringBuilder, value: Value<'_>) {
    if let Value::String(text) = value {
        out.push(text);
    }
}

/// `String.prototype.replace(searchValue, replaceValue)` (ECMA-262 §22.1.3.19).
pub fn replace<'h>(
    cx: Cx<'h>,
    this: JsStr<'h>,
    search_value: Value<'h>,
    replace_value: Value<'h>,
) -> JsResult<'h, JsStr<'h>> {
    if let Some(text) = replace_by_pattern(cx, this, search_value, replace_value)? {
        return Ok(text);
    }
    let pattern = search_value.to_js_string(cx)?;
    let replacement = Replacement::of(cx, replace_value)?;
    let Some(position) = this.index_of(cx, pattern, 0) else { return Ok(this) };
    let mut out = StringBuilder::with_capacity(this.byte_len());
    out.push(this.slice(cx, 0, position));
    replacement.append(cx, &mut out, this, pattern, position)?;
    out.push(this.slice(cx, position + pattern.length(cx), this.length(cx)));
    finish(cx, out)
}

/// What a pattern that is no text makes of it.
#[inline]
fn replace_by_pattern<'h>(
    cx: Cx<'h>,
    text: JsStr<'h>,
    pattern: Value<'h>,
    replace_value: Value<'h>,
) -> JsResult<'h, Option<JsStr<'h>>> {
    if let Some(method) = regexp::method_of(cx, pattern, Symbol::REPLACE)? {
        let result = regexp::call_method_of(cx, method, pattern, text, &[replace_value])?;
        return regexp::promised(cx, result, Value::as_string).map(Some);
    }
    match RegExpObject::from_value(pattern).filter(|regexp| regexp::is_plain(cx, *regexp)) {
        Some(pattern) => regexp::replace(cx, text, pattern, replace_value).map(Some),
        None => Ok(None),
    }
}

/// `String.prototype.replaceAll(searchValue, replaceValue)` (ECMA-262 §22.1.3.20).
pub fn replace_all<'h>(
    cx: Cx<'h>,
    this: JsStr<'h>,
    search_value: Value<'h>,
    replace_value: Value<'h>,
) -> JsResult<'h, JsStr<'h>> {
    if regexp::is_regexp(cx, search_value)? && !regexp::shows_global(cx, search_value)? {
        let message = "String.prototype.replaceAll called with a non-global RegExp argument";
        return Err(throw_error(cx, ErrorKind::Type, message));
    }
    if let Some(text) = replace_by_pattern(cx, this, search_value, replace_value)? {
        return Ok(text);
    }
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
