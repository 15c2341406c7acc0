//! Errors as Node's own modules make them: with a `code`, which `toString` shows too.

use prickle_heap::{
    Attributes, Cx, ErrorKind, ErrorObject, Function, FunctionKind, JsResult, Object, Prototype, Throw, Value,
};

use crate::builtins::error::too_long;
use crate::errors::display;
use crate::operations::{Operations, has_property, prototype_of};

/// An error with a code.
fn with_code<'h>(
    cx: Cx<'h>,
    kind: ErrorKind,
    code: &'static str,
    details: &[(&'static str, Value<'h>)],
    message: &str,
) -> JsResult<'h, ErrorObject<'h>> {
    let error = ErrorObject::new(cx, kind, None);
    let object = error.object();
    object.define_own(cx, "code", code.into(), Attributes::ALL)?;
    for &(name, value) in details {
        object.define_own(cx, name, value, Attributes::ALL)?;
    }
    object.define_own(cx, "message", cx.message(message).into(), Attributes::HIDDEN)?;
    error.set_stack(cx, cx.message(&format!("{} [{code}]: {message}\n    at <anonymous>", kind.name())));

    let prototype = Object::plain(cx);
    prototype.set_prototype(cx, prototype_of(cx, object.into()).map_or(Prototype::Null, Prototype::Object));
    let to_string = Function::new(cx, FunctionKind::Builtin, "toString", 0, &[code.into()], |cx, call| {
        let name = call.this().get(cx, "name")?.to_js_string(cx)?;
        let code = call.captured(0).to_js_string(cx)?;
        let message = call.this().get(cx, "message")?.to_js_string(cx)?;
        let text = cx.concat_all(&[name, " [".into(), code, "]: ".into(), message]);
        text.map(Value::String).map_err(|_| too_long(cx))
    });
    prototype.define_own(cx, "toString", to_string.into(), Attributes::HIDDEN)?;
    object.set_prototype(cx, Prototype::Object(prototype));
    Ok(error)
}

fn thrown<'h>(cx: Cx<'h>, error: JsResult<'h, ErrorObject<'h>>) -> Throw<'h> {
    match error {
        Ok(error) => cx.throw(error.into()),
        Err(throw) => throw,
    }
}

/// Throws an error with a code.
pub(super) fn throw<'h>(cx: Cx<'h>, kind: ErrorKind, code: &'static str, message: &str) -> Throw<'h> {
    throw_with(cx, kind, code, &[], message)
}

/// Throws an error with a code and other properties.
pub(super) fn throw_with<'h>(
    cx: Cx<'h>,
    kind: ErrorKind,
    code: &'static str,
    details: &[(&'static str, Value<'h>)],
    message: &str,
) -> Throw<'h> {
    thrown(cx, with_code(cx, kind, code, details, message))
}

/// Throws an error as the native half of Node makes them: the code is a property and shown nowhere.
pub(super) fn throw_natively<'h>(cx: Cx<'h>, kind: ErrorKind, code: &'static str, message: &str) -> Throw<'h> {
    let error = ErrorObject::new(cx, kind, Some(cx.message(message)));
    match error.object().define_own(cx, "code", code.into(), Attributes::ALL) {
        Ok(()) => cx.throw(error.into()),
        Err(throw) => throw,
    }
}

/// `ERR_MISSING_ARGS`
#[cold]
pub(super) fn missing_arguments<'h>(cx: Cx<'h>, names: &[&str]) -> Throw<'h> {
    let arguments = if names.len() == 1 { "argument" } else { "arguments" };
    let names = names.join("\" and \"");
    let message = format!("The \"{names}\" {arguments} must be specified");
    throw(cx, ErrorKind::Type, "ERR_MISSING_ARGS", &message)
}

/// Throws an error as Node's native code makes them: the code is a property, and no part of the text.
pub(super) fn throw_native<'h>(cx: Cx<'h>, kind: ErrorKind, code: &'static str, message: &str) -> Throw<'h> {
    let error = ErrorObject::new(cx, kind, Some(cx.message(message)));
    let defined = error.object().define_own(cx, "code", code.into(), Attributes::ALL);
    thrown(cx, defined.map(|_| error))
}

/// `ERR_INVALID_ARG_TYPE`; `expected` says what the argument must be.
pub(super) fn invalid_argument<'h>(cx: Cx<'h>, expected: &str, received: Value<'h>) -> Throw<'h> {
    thrown(
        cx,
        describe(cx, received).and_then(|received| {
            with_code(cx, ErrorKind::Type, "ERR_INVALID_ARG_TYPE", &[], &format!("{expected} Received {received}"))
        }),
    )
}

/// `ERR_OUT_OF_RANGE`
pub(super) fn out_of_range<'h>(cx: Cx<'h>, name: &str, range: &str, received: f64) -> Throw<'h> {
    let shown = display(cx, received.into());
    // Node groups the digits of large integers.
    let shown = if received.fract() == 0.0 && received.abs() > 4_294_967_296.0 { grouped(&shown) } else { shown };
    let message = format!("The value of \"{name}\" is out of range. It must be {range}. Received {shown}");
    throw(cx, ErrorKind::Range, "ERR_OUT_OF_RANGE", &message)
}

/// Underscores between groups of three digits.
fn grouped(digits: &str) -> String {
    let first = usize::from(digits.starts_with('-'));
    let mut end = digits.len();
    let mut groups = Vec::new();
    while end >= first + 4 {
        groups.push(&digits[end - 3..end]);
        end -= 3;
    }
    groups.push(&digits[..end]);
    groups.reverse();
    groups.join("_")
}

/// `ERR_UNKNOWN_ENCODING`
pub(super) fn unknown_encoding<'h>(cx: Cx<'h>, name: Value<'h>) -> Throw<'h> {
    let shown = if is_negative_zero(name) { "-0".to_owned() } else { display(cx, name) };
    thrown(cx, with_code(cx, ErrorKind::Type, "ERR_UNKNOWN_ENCODING", &[], &format!("Unknown encoding: {shown}")))
}

fn is_negative_zero(value: Value<'_>) -> bool {
    matches!(value, Value::Number(number) if number == 0.0 && number.is_sign_negative())
}

/// What Node says it received.
fn describe<'h>(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, String> {
    Ok(match value {
        Value::Undefined | Value::Null => display(cx, value),
        Value::Bool(_) => format!("type boolean ({})", display(cx, value)),
        Value::Number(_) if is_negative_zero(value) => "type number (-0)".to_owned(),
        Value::Number(_) => format!("type number ({})", display(cx, value)),
        Value::Symbol(_) => format!("type symbol ({})", display(cx, value)),
        Value::BigInt(_) => format!("type bigint ({}n)", display(cx, value)),
        Value::String(text) => {
            // Long strings are cut.
            let shown =
                if text.length(cx) > 28 { format!("{}...", text.slice(cx, 0, 25)) } else { text.to_message_part() };
            if shown.contains('\'') {
                let mut json = Vec::new();
                prickle_heap::json::write_string(&mut json, cx.string(&shown));
                format!("type string ({})", String::from_utf8_lossy(&json))
            } else {
                format!("type string ('{shown}')")
            }
        }
        Value::Object(object) if object.as_function().is_some() => {
            format!("function {}", object.get(cx, "name")?.to_js_string(cx)?)
        }
        Value::Object(object) => {
            let constructor = object.get(cx, "constructor")?;
            // `'name' in constructor` throws for an event that has a text or a number there.
            if constructor.truthy() && has_property(cx, "name", constructor)? {
                let name = constructor.get(cx, "name")?.to_js_string(cx)?;
                return Ok(format!("an instance of {name}"));
            }
            let any = if object.own_enumerable_keys(cx).is_empty() { " {}" } else { "" };
            match prototype_of(cx, object.into()) {
                None => format!("[Object: null prototype]{any}"),
                Some(_) if any.is_empty() => "[Object]".to_owned(),
                Some(_) => "{}".to_owned(),
            }
        }
    })
}
