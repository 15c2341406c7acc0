//! How V8 prints values in its error messages, which never runs code of the program.

use prickle_heap::{Cx, Kind, Object, Value, number};

use crate::intrinsics;
use crate::operations::{big_integer, peek};

/// How V8 prints a value.
pub(crate) fn display<'h>(cx: Cx<'h>, value: Value<'h>) -> String {
    try_display(cx, value).unwrap_or_else(|| match value {
        Value::Object(object) => format!("[object {}]", builtin_tag(object)),
        _ => String::new(),
    })
}

/// How V8 prints a value; `None` for objects whose `toString` it would have to call.
pub(crate) fn try_display<'h>(cx: Cx<'h>, value: Value<'h>) -> Option<String> {
    Some(match value {
        Value::Undefined => "undefined".to_owned(),
        Value::Null => "null".to_owned(),
        Value::Bool(boolean) => boolean.to_string(),
        Value::Number(number) => number::to_js_str(cx, number).to_string_lossy(),
        Value::String(text) => text.to_message_part(),
        Value::Symbol(symbol) => symbol.to_descriptive_string(),
        Value::BigInt(number) => big_integer::to_text(number, 10),
        Value::Object(object) => return display_object(cx, object),
    })
}

fn display_object<'h>(cx: Cx<'h>, object: Object<'h>) -> Option<String> {
    if let Some(function) = object.as_function() {
        return Some(format!("function {}() {{ [native code] }}", function.name().to_message_part()));
    }
    if object.kind() == Kind::Global {
        return Some("[object global]".to_owned());
    }
    let text = |key| match peek(cx, object, key) {
        Some(Value::Undefined) | None => None,
        Some(value) => try_display(cx, value),
    };
    if object.kind() == Kind::Error {
        let (name, message) = (text("name").unwrap_or_else(|| "Error".to_owned()), text("message").unwrap_or_default());
        return Some(match (name.is_empty(), message.is_empty()) {
            (true, _) => message,
            (_, true) => name,
            (false, false) => format!("{name}: {message}"),
        });
    }
    if object.kind() == Kind::Generator {
        return Some("[object Generator]".to_owned());
    }
    if object.kind() == Kind::AsyncGenerator {
        return Some("[object AsyncGenerator]".to_owned());
    }
    let to_string = peek(cx, object, "toString")?.as_function()?;
    if !intrinsics::is_object_to_string(to_string) {
        return None;
    }
    let constructor = peek(cx, object, "constructor")?.as_function()?.name().to_message_part();
    if constructor.is_empty() { None } else { Some(format!("#<{constructor}>")) }
}

fn builtin_tag(object: Object<'_>) -> &'static str {
    match object.kind() {
        Kind::Array => "Array",
        Kind::Function => "Function",
        Kind::Error => "Error",
        Kind::Date => "Date",
        Kind::RegExp => "RegExp",
        Kind::Boxed => match object.slot(0) {
            Value::String(_) => "String",
            Value::Bool(_) => "Boolean",
            Value::Symbol(_) => "Symbol",
            Value::BigInt(_) => "BigInt",
            _ => "Number",
        },
        _ => "Object",
    }
}

/// How V8 prints a value where it has no source text for it.
pub(crate) fn call_site<'h>(cx: Cx<'h>, value: Value<'h>) -> String {
    let kind = value.type_of();
    match value {
        Value::Undefined | Value::Object(_) | Value::Symbol(_) | Value::BigInt(_) => kind.to_owned(),
        Value::String(text) => format!("{kind} \"{}\"", text.to_message_part()),
        Value::Null | Value::Bool(_) | Value::Number(_) => format!("{kind} {}", display(cx, value)),
    }
}
