//! Arrays as strings.

use std::cell::RefCell;

use prickle_heap::{Cx, JsResult, JsStr, MAX_LENGTH as MAX_STRING_LENGTH, Object, StringBuilder, Value};

use super::access::{element, length, plain_to_read};
use crate::builtins::error::too_long;
use crate::operations::{Operations, WordedOperations};

thread_local! {
    /// The arrays that are being joined right now. An array inside itself is the empty string, as in V8. Joining never suspends, so
    /// entries of different turns do not mix.
    static JOINING: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
}

/// Marks an array as being joined until dropped.
struct Joining;

impl Joining {
    /// `None` if the array is being joined already.
    fn enter<'h>(cx: Cx<'h>, array: Object<'h>) -> Option<Joining> {
        let identity = array.identity(cx);
        JOINING.with_borrow_mut(|joining| {
            if joining.contains(&identity) {
                return None;
            }
            joining.push(identity);
            Some(Joining)
        })
    }
}

impl Drop for Joining {
    fn drop(&mut self) {
        JOINING.with_borrow_mut(Vec::pop);
    }
}

/// So many elements are joined without asking the allocator.
const FEW: u64 = 32;

/// Joins a short array that has only primitive elements: no code of the plugin runs, and no array can be inside itself.
fn join_primitives<'h>(
    cx: Cx<'h>,
    array: Object<'h>,
    length: u64,
    separator: JsStr<'h>,
) -> JsResult<'h, Option<JsStr<'h>>> {
    let Some(array) = plain_to_read(cx, array).filter(|_| length <= FEW) else { return Ok(None) };
    let mut pieces = [JsStr::EMPTY; FEW as usize];
    let pieces = &mut pieces[..length as usize];
    for (index, piece) in (0..).zip(pieces.iter_mut()) {
        *piece = match array.at(index) {
            Value::Undefined | Value::Null => JsStr::EMPTY,
            Value::Object(_) => return Ok(None),
            primitive => primitive.to_js_string(cx)?,
        };
    }
    cx.join(pieces, separator).map(Some).map_err(|_| too_long(cx))
}

/// Joins what `piece` makes of each element.
fn join_with<'h>(
    cx: Cx<'h>,
    array: Object<'h>,
    length: u64,
    separator: JsStr<'h>,
    mut piece: impl FnMut(Value<'h>) -> JsResult<'h, JsStr<'h>>,
) -> JsResult<'h, JsStr<'h>> {
    let Some(_joining) = Joining::enter(cx, array) else { return Ok(JsStr::EMPTY) };
    cx.check_stack()?;
    if length.saturating_sub(1).saturating_mul(separator.length(cx) as u64) > MAX_STRING_LENGTH as u64 {
        return Err(too_long(cx));
    }
    let mut text = StringBuilder::with_capacity(0);
    let mut unchecked = 1 << 16;
    let guard = cx.loop_guard(0, 0);
    for index in 0..length {
        guard.check(cx)?;
        if index > 0 {
            text.push(separator);
        }
        let value = element(cx, array, index)?;
        if !value.is_nullish() {
            text.push(piece(value)?);
        }
        if text.byte_len() > unchecked {
            // Three bytes are at least one code unit.
            if text.byte_len() / 3 > MAX_STRING_LENGTH {
                return Err(too_long(cx));
            }
            cx.check_memory(text.byte_len() * 2)?;
            unchecked = text.byte_len() * 2;
        }
    }
    let text = text.finish(cx);
    if text.byte_len() > MAX_STRING_LENGTH && text.length(cx) > MAX_STRING_LENGTH {
        return Err(too_long(cx));
    }
    Ok(text)
}

/// Array.prototype.join (ECMA-262 §23.1.3.18)
pub fn join<'h>(cx: Cx<'h>, array: Object<'h>, separator: Option<Value<'h>>) -> JsResult<'h, JsStr<'h>> {
    let length = length(cx, array)?;
    let separator = match separator {
        Some(separator) => separator.to_js_string(cx)?,
        None => JsStr::from_static(","),
    };
    match join_primitives(cx, array, length, separator)? {
        Some(text) => Ok(text),
        None => join_with(cx, array, length, separator, |value| value.to_js_string(cx)),
    }
}

/// Array.prototype.toString (ECMA-262 §23.1.3.36)
pub fn to_string<'h>(cx: Cx<'h>, array: Object<'h>) -> JsResult<'h> {
    let join = array.get(cx, "join")?;
    match join.as_function() {
        Some(join) => join.call(cx, array.into(), &[]),
        None => crate::builtins::object::to_string(cx, array.into()).map(Value::from),
    }
}

/// Array.prototype.toLocaleString (ECMA-402 §20.5.1)
pub fn to_locale_string<'h>(
    cx: Cx<'h>,
    array: Object<'h>,
    locales: Option<Value<'h>>,
    options: Option<Value<'h>>,
) -> JsResult<'h, JsStr<'h>> {
    let length = length(cx, array)?;
    let arguments = [locales.unwrap_or_default(), options.unwrap_or_default()];
    join_with(cx, array, length, JsStr::from_static(","), |value| {
        value.call_method_worded(cx, "toLocaleString", "value.toLocaleString", &arguments)?.to_js_string(cx)
    })
}
