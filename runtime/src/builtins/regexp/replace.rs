//! `replace` and `replaceAll` with a pattern (ECMA-262 §22.2.6.11).

use prickle_heap::{Cx, JsResult, JsStr, MAX_LENGTH, Object, RegExpObject, StringBuilder, Value};
use prickle_regexp::{Flags, Regexp, Scratch};

use super::compiled::{compiled, find, flags_of};
use super::exec::{advance, end_of, group, named_groups, next_match, regexp_exec, set_last_index};
use crate::builtins::string::{Replacement, Substitution, too_long};
use crate::operations::{Operations, WordedOperations, to_integer_or_infinity};

/// RegExp.prototype [ @@replace ] ( string, replaceValue )
pub(crate) fn replace<'h>(
    cx: Cx<'h>,
    text: JsStr<'h>,
    regexp: RegExpObject<'h>,
    replace_value: Value<'h>,
) -> JsResult<'h, JsStr<'h>> {
    let replacement = Replacement::of(cx, replace_value)?;
    let flags = flags_of(regexp);
    let compiled = compiled(cx, regexp);
    let mut output = Output { cx, text, compiled: &compiled, done: 0, out: None, arguments: Vec::new() };
    if !flags.has(Flags::GLOBAL) {
        if let Some(range) = next_match(cx, regexp, text, |_, scratch| output.take(scratch, &replacement))? {
            output.call(range, &replacement)?;
        }
        return output.finish();
    }
    set_last_index(cx, regexp, 0)?;
    let mut position = 0;
    while position <= text.byte_len() {
        cx.checkpoint()?;
        let taken = find(cx, &compiled, text, position, flags.has(Flags::STICKY), |scratch| {
            output.take(scratch, &replacement)
        })?;
        let Some(range) = taken else { break };
        output.call(range, &replacement)?;
        position = if range.0 == range.1 { advance(text, range.1, flags.is_unicode()) } else { range.1 };
    }
    output.finish()
}

/// The text that is being made.
struct Output<'h, 'c> {
    cx: Cx<'h>,
    text: JsStr<'h>,
    compiled: &'c Regexp,
    /// Up to here the text is in `out`.
    done: usize,
    /// Made with the first match.
    out: Option<StringBuilder>,
    /// For a function, its arguments for the match at hand.
    arguments: Vec<Value<'h>>,
}

impl<'h> Output<'h, '_> {
    fn builder(&mut self) -> &mut StringBuilder {
        let length = self.text.byte_len();
        self.out.get_or_insert_with(|| StringBuilder::with_capacity(length + length / 4))
    }

    /// Copies what stands before a match.
    fn copy_before(&mut self, start: usize) {
        let before = self.text.part(self.cx, self.done, start);
        self.builder().push(before);
    }

    /// Substitutes a template at once. For a function, its arguments, since no code of the program may run here.
    fn take(&mut self, scratch: &Scratch, replacement: &Replacement<'h>) -> (usize, usize) {
        let (cx, text) = (self.cx, self.text);
        let (start, end) = end_of(scratch);
        let named = |index| group(cx, text, scratch, index);
        match replacement {
            Replacement::Text(replacement) => {
                self.copy_before(start);
                self.builder().push(*replacement);
                self.done = end;
            }
            Replacement::Template(template) => {
                self.copy_before(start);
                let compiled = self.compiled;
                let substitution = Substitution {
                    before: text.part(cx, 0, start),
                    matched: text.part(cx, start, end),
                    after: text.part(cx, end, text.byte_len()),
                    groups: compiled.groups() - 1,
                    group: &named,
                    named: &|name: JsStr<'h>| {
                        // Without names, `$<` stands for itself.
                        let mut names = compiled.names().peekable();
                        names.peek()?;
                        let found = names.find(|(known, _)| name.as_bytes() == known.as_bytes());
                        Some(found.map_or(Value::Undefined, |(_, index)| named(index)))
                    },
                };
                let out = self.out.get_or_insert_with(StringBuilder::default);
                substitution.append(cx, out, *template);
                self.done = end;
            }
            Replacement::Function(_) => {
                self.arguments.clear();
                self.arguments.extend((0..self.compiled.groups()).map(named));
                self.arguments.extend([Value::from(text.unit_position(cx, start) as f64), text.into()]);
                let groups = named_groups(cx, self.compiled, named);
                if !groups.is_undefined() {
                    self.arguments.push(groups);
                }
            }
        }
        (start, end)
    }

    /// Calls the function, if it is one.
    fn call(&mut self, (start, end): (usize, usize), replacement: &Replacement<'h>) -> JsResult<'h, ()> {
        let cx = self.cx;
        if let Replacement::Function(function) = replacement {
            let result = function.call_worded(cx, "replaceValue", &self.arguments)?.to_js_string(cx)?;
            self.copy_before(start);
            self.builder().push(result);
            self.done = end;
        }
        let length = self.out.as_ref().map_or(0, StringBuilder::byte_len);
        cx.check_memory(length)
    }

    fn finish(mut self) -> JsResult<'h, JsStr<'h>> {
        if self.out.is_none() {
            return Ok(self.text);
        }
        self.copy_before(self.text.byte_len());
        let Some(out) = self.out else { return Ok(self.text) };
        let text = out.finish(self.cx);
        if text.byte_len() > MAX_LENGTH && text.length(self.cx) > MAX_LENGTH {
            Err(too_long(self.cx))
        } else {
            Ok(text)
        }
    }
}

/// `replace` with an `exec` that the program may have replaced: by its results alone. `unicode` says how to pass over empty matches where all are
/// replaced.
pub(super) fn replace_with_exec<'h>(
    cx: Cx<'h>,
    text: JsStr<'h>,
    this: Object<'h>,
    replacement: &Replacement<'h>,
    unicode: Option<bool>,
) -> JsResult<'h, JsStr<'h>> {
    let mut results = Vec::new();
    loop {
        cx.checkpoint()?;
        let result = regexp_exec(cx, this, text)?;
        if result.is_null() {
            break;
        }
        results.push(result);
        let Some(is_unicode) = unicode else { break };
        if result.get(cx, 0u32)?.to_js_string(cx)?.is_empty() {
            super::protocol::skip_empty(cx, this, text, is_unicode)?;
        }
    }
    let length = text.length(cx);
    let mut out = StringBuilder::with_capacity(text.byte_len());
    let mut done = 0;
    for result in results {
        let count = (crate::operations::to_length(result.get(cx, "length")?.to_number(cx)?) as usize).max(1);
        let matched = result.get(cx, 0u32)?.to_js_string(cx)?;
        let position =
            to_integer_or_infinity(result.get(cx, "index")?.to_number(cx)?).clamp(0.0, length as f64) as usize;
        let mut captures = Vec::new();
        for index in 1..count {
            cx.checkpoint()?;
            let capture = result.get(cx, index as u32)?;
            captures.push(if capture.is_undefined() { capture } else { capture.to_js_string(cx)?.into() });
        }
        let groups = result.get(cx, "groups")?;
        let mut piece = StringBuilder::default();
        match replacement {
            Replacement::Text(replacement) => piece.push(*replacement),
            Replacement::Function(function) => {
                let mut arguments = vec![matched.into()];
                arguments.extend(&captures);
                arguments.extend([Value::from(position as f64), text.into()]);
                if !groups.is_undefined() {
                    arguments.push(groups);
                }
                piece.push(function.call_worded(cx, "replaceValue", &arguments)?.to_js_string(cx)?);
            }
            Replacement::Template(template) => {
                let end = (position + matched.length(cx)).min(length);
                Substitution {
                    before: text.slice(cx, 0, position),
                    matched,
                    after: text.slice(cx, end, length),
                    groups: captures.len(),
                    group: &|index| captures.get(index - 1).copied().unwrap_or_default(),
                    named: &|name: JsStr<'h>| {
                        groups.as_object().map(|groups| groups.get_own_data(cx, name).unwrap_or_default())
                    },
                }
                .append(cx, &mut piece, *template);
            }
        }
        if position >= done {
            out.push(text.slice(cx, done, position));
            out.push(piece.finish(cx));
            done = (position + matched.length(cx)).min(length);
        }
    }
    out.push(text.slice(cx, done, length));
    Ok(out.finish(cx))
}
