//! `exec` and `test` (ECMA-262 §22.2.7): one match, and the array that describes it.

use prickle_heap::{Cx, ErrorKind, JsResult, JsStr, Object, Prototype, RegExpObject, Throw, Value};
use prickle_regexp::{Flags, Regexp, Scratch};

use super::compiled::{compiled, find, flags_of};
use super::{is_plain, view};
use crate::builtins::table::ClassId;
use crate::errors::{display, throw_error};
use crate::intrinsics;
use crate::operations::{Operations, to_length};

/// RegExp.prototype.exec ( string ) (ECMA-262 §22.2.6.2)
pub fn exec<'h>(cx: Cx<'h>, this: Object<'h>, string: JsStr<'h>) -> JsResult<'h> {
    match view(this) {
        Some(regexp) => builtin_exec(cx, regexp, string),
        None => Ok(Value::Null),
    }
}

/// RegExp.prototype.test ( string ) (ECMA-262 §22.2.6.16)
pub fn test<'h>(cx: Cx<'h>, this: Object<'h>, string: JsStr<'h>) -> JsResult<'h, bool> {
    match view(this) {
        Some(regexp) if is_plain(cx, regexp) => {
            let found = next_match(cx, regexp, string, |_, scratch| end_of(scratch))?;
            Ok(found.is_some())
        }
        _ => Ok(!regexp_exec(cx, this, string)?.is_null()),
    }
}

/// RegExpExec (ECMA-262 §22.2.7.1): by whatever the property `exec` is.
pub(super) fn regexp_exec<'h>(cx: Cx<'h>, this: Object<'h>, text: JsStr<'h>) -> JsResult<'h> {
    if let Some(regexp) = view(this).filter(|regexp| is_plain(cx, *regexp)) {
        return builtin_exec(cx, regexp, text);
    }
    let method = this.get(cx, "exec")?;
    let builtin =
        ClassId::REGEXP.member(prickle_spec::Kind::Method, "exec").map(|member| intrinsics::function(cx, member));
    match (method.as_function(), view(this)) {
        (Some(function), Some(regexp)) if builtin.is_some_and(|builtin| builtin.is_same(function.object())) => {
            builtin_exec(cx, regexp, text)
        }
        (Some(function), _) => {
            let result = function.call(cx, this.into(), &[text.into()])?;
            if result.is_null() || result.is_object() {
                return Ok(result);
            }
            let message = "RegExp exec method returned something other than an Object or null";
            Err(throw_error(cx, ErrorKind::Type, message))
        }
        (None, Some(regexp)) => builtin_exec(cx, regexp, text),
        (None, None) => {
            let receiver = display(cx, this.into());
            let message = format!("Method RegExp.prototype.exec called on incompatible receiver {receiver}");
            Err(throw_error(cx, ErrorKind::Type, cx.string(&message)))
        }
    }
}

fn builtin_exec<'h>(cx: Cx<'h>, regexp: RegExpObject<'h>, text: JsStr<'h>) -> JsResult<'h> {
    let result = next_match(cx, regexp, text, |compiled, scratch| {
        (end_of(scratch), result_array(cx, compiled, flags_of(regexp), text, scratch))
    })?;
    Ok(result.map(|(_, array)| array).map_or(Value::Null, Value::from))
}

/// The end of the whole match, in bytes.
pub(super) fn end_of(scratch: &Scratch) -> (usize, usize) {
    scratch.group(0).unwrap_or_default()
}

/// What reads a match: at least where it ends.
pub(super) trait Ends {
    fn end(&self) -> usize;
}

impl Ends for (usize, usize) {
    fn end(&self) -> usize {
        self.1
    }
}

impl<T> Ends for ((usize, usize), T) {
    fn end(&self) -> usize {
        self.0.1
    }
}

/// RegExpBuiltinExec (ECMA-262 §22.2.7.2) up to the array: goes on from `lastIndex` and sets it with the flags `g` and `y`.
pub(super) fn next_match<'h, T: Ends>(
    cx: Cx<'h>,
    regexp: RegExpObject<'h>,
    text: JsStr<'h>,
    take: impl FnOnce(&Regexp, &Scratch) -> T,
) -> JsResult<'h, Option<T>> {
    let flags = flags_of(regexp);
    let last_index = match regexp.last_index(cx) {
        Value::Number(0.0) => 0.0,
        value => to_length(value.to_number(cx)?),
    };
    if flags.starts_anywhere() {
        let compiled = compiled(cx, regexp);
        return find(cx, &compiled, text, 0, false, |scratch| take(&compiled, scratch));
    }
    let is_sticky = flags.has(Flags::STICKY);
    if last_index > 0.0 && last_index > text.length(cx) as f64 {
        set_last_index(cx, regexp, 0)?;
        return Ok(None);
    }
    let compiled = compiled(cx, regexp);
    let start = text.byte_position(cx, last_index as usize);
    let found = find(cx, &compiled, text, start, is_sticky, |scratch| take(&compiled, scratch))?;
    let end = found.as_ref().map_or(0, |found| text.unit_position(cx, found.end()));
    set_last_index(cx, regexp, end)?;
    Ok(found)
}

/// Sets `lastIndex`, which must be writable (ECMA-262 §22.2.7.2).
pub(super) fn set_last_index<'h>(cx: Cx<'h>, regexp: RegExpObject<'h>, index: usize) -> JsResult<'h, ()> {
    if regexp.set_last_index(cx, (index as f64).into()) { Ok(()) } else { Err(read_only(cx)) }
}

#[cold]
fn read_only(cx: Cx<'_>) -> Throw<'_> {
    throw_error(cx, ErrorKind::Type, "Cannot assign to read only property 'lastIndex' of object '[object RegExp]'")
}

/// The text of a group; `undefined` if it did not take part.
#[inline]
pub(super) fn group<'h>(cx: Cx<'h>, text: JsStr<'h>, scratch: &Scratch, index: usize) -> Value<'h> {
    scratch.group(index).map_or(Value::Undefined, |(start, end)| text.part(cx, start, end).into())
}

/// An object with a property for each named group, without prototype; `undefined` if there are none.
pub(super) fn named_groups<'h>(cx: Cx<'h>, compiled: &Regexp, value: impl Fn(usize) -> Value<'h>) -> Value<'h> {
    if compiled.names().next().is_none() {
        return Value::Undefined;
    }
    let groups = Object::plain(cx);
    groups.set_prototype(cx, Prototype::Null);
    for (name, index) in compiled.names() {
        define(cx, groups, cx.string(name), value(index));
    }
    groups.into()
}

fn define<'h>(cx: Cx<'h>, object: Object<'h>, key: JsStr<'h>, value: Value<'h>) {
    // The object is new and has no such property. Only an array index far beyond the end can fail.
    let _ = object.add(cx, key, value);
}

/// The array that `exec` returns (ECMA-262 §22.2.7.2 step 20 and following).
pub(super) fn result_array<'h>(
    cx: Cx<'h>,
    compiled: &Regexp,
    flags: Flags,
    text: JsStr<'h>,
    scratch: &Scratch,
) -> Object<'h> {
    let array = cx.array_from((0..compiled.groups()).map(|index| group(cx, text, scratch, index))).object();
    let start = text.unit_position(cx, end_of(scratch).0);
    define(cx, array, "index".into(), (start as f64).into());
    define(cx, array, "input".into(), text.into());
    let groups = named_groups(cx, compiled, |index| group(cx, text, scratch, index));
    define(cx, array, "groups".into(), groups);
    if flags.has(Flags::HAS_INDICES) {
        let range = |index| match scratch.group(index) {
            Some((start, end)) => {
                let [start, end] = [start, end].map(|byte| (text.unit_position(cx, byte) as f64).into());
                cx.array([start, end]).into()
            }
            None => Value::Undefined,
        };
        let indices = cx.array_from((0..compiled.groups()).map(range)).object();
        define(cx, indices, "groups".into(), named_groups(cx, compiled, range));
        define(cx, array, "indices".into(), indices.into());
    }
    array
}

/// AdvanceStringIndex (ECMA-262 §22.2.7.3), on byte positions; behind the end it is one more than the length.
pub(super) fn advance(text: JsStr<'_>, position: usize, unicode: bool) -> usize {
    let Some(&first) = text.as_bytes().get(position) else { return position + 1 };
    position
        + match first {
            0..0x80 => 1,
            // The second half of a pair.
            0x80..0xc0 => 2,
            0xc0..0xe0 => 2,
            0xe0..0xf0 => 3,
            _ if unicode => 4,
            _ => 2,
        }
}
