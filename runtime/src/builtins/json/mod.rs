//! `JSON`.

mod cycle;
mod revive;
mod serialize;

use prickle_heap::json::{self, NeedsFullAlgorithm, Written};
use prickle_heap::{Cx, ErrorKind, JsResult, JsStr, Value};

use crate::intrinsics::are_changed;

/// JSON.parse (ECMA-262 §25.5.1)
pub fn parse<'h>(cx: Cx<'h>, text: JsStr<'h>, reviver: Option<Value<'h>>) -> JsResult<'h> {
    let value = json::parse_str(cx, text).map_err(|message| cx.throw_error(ErrorKind::Syntax, message))?;
    match reviver.and_then(Value::as_function) {
        Some(reviver) => revive::revive(cx, value, reviver),
        None => Ok(value),
    }
}

/// JSON.stringify (ECMA-262 §25.5.2)
pub fn stringify<'h>(
    cx: Cx<'h>,
    value: Value<'h>,
    replacer: Option<Value<'h>>,
    space: Option<Value<'h>>,
) -> JsResult<'h, Option<JsStr<'h>>> {
    if replacer.is_none_or(|replacer| !replacer.is_object()) && space.is_none_or(Value::is_null) && !are_changed(cx) {
        let mut text = Vec::new();
        match json::write(cx, value, &mut text) {
            Ok(Written::Json) => return Ok(Some(cx.string(&String::from_utf8_lossy(&text)))),
            Ok(Written::Undefined) => return Ok(None),
            // Something in there needs a `toJSON`, is a boxed primitive, is cyclic…: nothing has been observed yet.
            Err(NeedsFullAlgorithm) => {}
        }
    }
    serialize::serialize(cx, value, replacer, space)
}

#[cfg(test)]
mod tests;
