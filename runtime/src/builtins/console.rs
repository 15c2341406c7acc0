//! `console`, formatted as the plugin server did.

use prickle_heap::{Cx, JsResult, JsStr, Object, StringBuilder, Thrown, Value};

use crate::builtins::{json, promise, string};
use crate::host::Level;
use crate::turn;

/// Entries of more UTF-16 code units than this were dropped by the server.
const LONGEST_ENTRY: usize = 50_000;

/// `console.debug`
pub fn debug<'h>(cx: Cx<'h>, data: &[Value<'h>]) -> JsResult<'h, ()> {
    write(cx, Level::Debug, data)
}

/// `console.error`
pub fn error<'h>(cx: Cx<'h>, data: &[Value<'h>]) -> JsResult<'h, ()> {
    write(cx, Level::Error, data)
}

/// `console.info`
pub fn info<'h>(cx: Cx<'h>, data: &[Value<'h>]) -> JsResult<'h, ()> {
    write(cx, Level::Info, data)
}

/// `console.log`
pub fn log<'h>(cx: Cx<'h>, data: &[Value<'h>]) -> JsResult<'h, ()> {
    write(cx, Level::Log, data)
}

/// `console.warn`
pub fn warn<'h>(cx: Cx<'h>, data: &[Value<'h>]) -> JsResult<'h, ()> {
    write(cx, Level::Warn, data)
}

/// Writes an entry. Where formatting throws, nothing is logged: the promise that the method returns is rejected, which nobody
/// notices here.
fn write<'h>(cx: Cx<'h>, level: Level, data: &[Value<'h>]) -> JsResult<'h, ()> {
    try_write(cx, level, data).or_else(|throw| match throw.thrown() {
        Thrown::Exception(_) => Ok(()),
        Thrown::Terminated(_) => Err(throw),
    })
}

fn try_write<'h>(cx: Cx<'h>, level: Level, data: &[Value<'h>]) -> JsResult<'h, ()> {
    let message = format(cx, data)?;
    if message.length(cx) <= LONGEST_ENTRY {
        turn::console(cx, level, message);
    }
    Ok(())
}

/// The method of this name where its result matters: a promise, which is rejected where formatting throws.
pub(crate) fn promise<'h>(cx: Cx<'h>, name: &str, data: &[Value<'h>]) -> JsResult<'h, Object<'h>> {
    let level = match name {
        "debug" => Level::Debug,
        "error" => Level::Error,
        "info" => Level::Info,
        "warn" => Level::Warn,
        _ => Level::Log,
    };
    promise::settled(cx, try_write(cx, level, data).map(|()| Value::Undefined))
}

fn format<'h>(cx: Cx<'h>, data: &[Value<'h>]) -> JsResult<'h, JsStr<'h>> {
    let mut message = StringBuilder::with_capacity(0);
    for (index, &value) in data.iter().enumerate() {
        if index > 0 {
            message.push(JsStr::from_static(" "));
        }
        message.push(format_argument(cx, value)?);
    }
    Ok(message.finish(cx))
}

/// The string of an argument; the JSON text of arrays and of what has no better string.
fn format_argument<'h>(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, JsStr<'h>> {
    let text = string::call(cx, Some(value))?;
    if text != "[object Object]" && value.as_array().is_none() {
        return Ok(text);
    }
    // `undefined`, from a `toJSON`, is nothing between the spaces.
    Ok(json::stringify(cx, value, None, None)?.unwrap_or(JsStr::EMPTY))
}

#[cfg(test)]
mod tests {
    use prickle_heap::{Array, ErrorKind, ErrorObject, MapObject, Object, Prototype};

    use super::*;
    use crate::builtins::testing::{in_turn, show, value};

    #[test]
    fn arguments_are_joined_by_spaces() {
        in_turn(|cx| {
            let error = ErrorObject::new(cx, ErrorKind::Type, Some("m".into()));
            let data = [
                "a".into(),
                Value::Undefined,
                Value::Null,
                f64::NAN.into(),
                (-0.0).into(),
                value(cx, r#"{"a":[1]}"#),
                Array::of_holey(cx, &[Some(1.0.into()), None]).into(),
                error.into(),
                MapObject::new(cx).into(),
            ];
            let text = r#""a undefined null NaN 0 {\"a\":[1]} [1,null] TypeError: m [object Map]""#;
            assert_eq!(show(cx, format(cx, &data)), text);
            assert_eq!(show(cx, format(cx, &[])), r#""""#);
        });
    }

    #[test]
    fn what_cannot_be_formatted_throws_inside() {
        in_turn(|cx| {
            let bare = Object::plain(cx);
            bare.set_prototype(cx, Prototype::Null);
            assert_eq!(
                show(cx, format(cx, &[bare.into()])),
                "throws TypeError: Cannot convert object to primitive value"
            );
        });
    }
}
