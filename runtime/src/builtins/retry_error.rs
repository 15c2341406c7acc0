//! `RetryError`, the class of the plugin scaffold.

use prickle_heap::{Attributes, Cx, ErrorKind, ErrorObject, JsResult, Object, Prototype, Value};

use super::error::{throw_type_error, too_long};
use super::table::ClassId;
use crate::intrinsics;
use crate::operations::{Operations, add};

/// A class cannot be called.
pub fn call<'h>(cx: Cx<'h>, _message: Option<Value<'h>>) -> JsResult<'h> {
    Err(throw_type_error(cx, "Class constructor RetryError cannot be invoked without 'new'"))
}

/// `new RetryError(message)`
pub fn construct<'h>(cx: Cx<'h>, message: Option<Value<'h>>) -> JsResult<'h> {
    let message = match message {
        Some(message) => Some(message.to_js_string(cx)?),
        None => None,
    };
    let error = ErrorObject::new(cx, ErrorKind::Error, message);
    error.object().set_prototype(cx, Prototype::Object(intrinsics::prototype(cx, ClassId::named("RetryError"))));
    // The constructor of the class assigns it.
    error.object().define_own(cx, "name", "RetryError".into(), Attributes::ALL)?;
    Ok(error.into())
}

/// `get RetryError.prototype.nameWithAttempts`: `RetryError (attempt 1/5)` once the host has set both numbers.
pub fn name_with_attempts<'h>(cx: Cx<'h>, error: Object<'h>) -> JsResult<'h> {
    let attempt = error.get(cx, "_attempt")?;
    if !attempt.truthy() || !error.get(cx, "_maxAttempts")?.truthy() {
        return error.get(cx, "name");
    }
    let name = error.get(cx, "name")?.to_js_string(cx)?;
    let attempt = attempt.to_js_string(cx)?;
    let most = error.get(cx, "_maxAttempts")?.to_js_string(cx)?;
    let text = cx.concat_all(&[name, " (attempt ".into(), attempt, "/".into(), most, ")".into()]);
    text.map(Value::String).map_err(|_| too_long(cx))
}

/// `RetryError.prototype.toString`
pub fn to_string<'h>(cx: Cx<'h>, error: Object<'h>) -> JsResult<'h> {
    let name = name_with_attempts(cx, error)?;
    let message = error.get(cx, "message")?;
    if !message.truthy() {
        return Ok(name);
    }
    add(cx, add(cx, name, ": ")?, message)
}
