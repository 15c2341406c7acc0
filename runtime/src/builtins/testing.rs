//! A turn for unit tests, and values as text.

use prickle_heap::{Cx, EventHeap, JsResult, Limits, Thrown, Turn, Value, WorkerHeap, json};

use crate::operations::Operations;

/// Runs `body` in a turn and instance of its own.
pub(crate) fn in_turn(body: impl for<'h> FnOnce(Cx<'h>)) {
    let worker = WorkerHeap::new();
    let instance = worker.add_instance(0);
    let mut event = EventHeap::new();
    let turn = Turn::new(&worker, &mut event, &(), Limits::default());
    body(turn.cx().with_instance(instance));
}

/// The value of a JSON text.
pub(crate) fn value<'h>(cx: Cx<'h>, text: &str) -> Value<'h> {
    json::parse_str(cx, cx.string(text)).expect("a test's JSON is valid")
}

/// A value as JSON, with `undefined`, holes (`<hole>`), functions and exceptions visible.
pub(crate) fn show<'h, T: Into<Value<'h>>>(cx: Cx<'h>, result: JsResult<'h, T>) -> String {
    match result {
        Ok(value) => show_value(cx, value.into()),
        Err(throw) => match throw.thrown() {
            Thrown::Exception(error) => format!("throws {}", error.to_js_string(cx).expect("errors have a text")),
            Thrown::Terminated(reason) => format!("ends: {reason}"),
        },
    }
}

fn show_value<'h>(cx: Cx<'h>, value: Value<'h>) -> String {
    if let Some(array) = value.as_array() {
        let items: Vec<_> = (0..array.length())
            .map(|index| array.get(index).map_or("<hole>".to_owned(), |item| show_value(cx, item)))
            .collect();
        return format!("[{}]", items.join(","));
    }
    match value {
        Value::Undefined => "undefined".to_owned(),
        Value::Number(number) if number == 0.0 && number.is_sign_negative() => "-0".to_owned(),
        Value::Number(number) if !number.is_finite() => number.to_string(),
        Value::Object(object) if object.as_function().is_some() => "<function>".to_owned(),
        other => match super::json::stringify(cx, other, None, None) {
            Ok(text) => text.map_or("undefined".to_owned(), |text| text.to_string_lossy()),
            Err(_) => "<not serializable>".to_owned(),
        },
    }
}
