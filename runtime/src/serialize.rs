//! `JSON.stringify` into a buffer, and the final form of events.

use prickle_heap::json::{self, Written};
use prickle_heap::{Array, Cx, JsResult, JsStr, Kind, Object, Prototype, Value};

use crate::builtins;
use crate::operations::{Literals, Operations};
use crate::turn::{Outcome, turn_state};

/// Appends `JSON.stringify(value)`. False, and nothing appended, where that is `undefined`.
pub(crate) fn write_json<'h>(cx: Cx<'h>, value: Value<'h>, output: &mut Vec<u8>) -> JsResult<'h, bool> {
    let start = output.len();
    match json::write(cx, value, output) {
        Ok(Written::Json) => Ok(true),
        Ok(Written::Undefined) => Ok(false),
        // Something has a `toJSON`, refers to itself or is a boxed primitive.
        Err(json::NeedsFullAlgorithm) => {
            output.truncate(start);
            let text = builtins::json::stringify(cx, value, None, None)?;
            output.extend(text.map(|text| text.as_bytes()).unwrap_or_default());
            Ok(text.is_some())
        }
    }
}

/// Does `event.properties = {...event.properties, $plugins_succeeded, $plugins_failed}` where `plugin_status` is wanted
/// and some plugin has processed the event (nothing where the event is frozen) and appends `JSON.stringify(event)`.
/// False, and nothing appended, where that is `undefined`.
pub(crate) fn write_event<'h>(
    cx: Cx<'h>,
    event: Value<'h>,
    plugin_status: bool,
    output: &mut Vec<u8>,
) -> JsResult<'h, bool> {
    let Some(object) = event.as_object() else { return write_json(cx, event, output) };
    if !plugin_status || turn_state(cx).outcomes().borrow().is_empty() {
        return write_json(cx, event, output);
    }
    let start = output.len();
    // Nobody can look at an event that nothing in the worker heap refers to: its text is enough.
    if !object.is_in_worker_heap() && write_with_status(cx, object, output).is_some() {
        return Ok(true);
    }
    output.truncate(start);
    assign_status(cx, object);
    write_json(cx, event, output)
}

/// Appends the text of the event as if the lists had been assigned. `None` where that takes more than appending them to
/// the text of the properties; what was written is then of no use.
fn write_with_status<'h>(cx: Cx<'h>, event: Object<'h>, output: &mut Vec<u8>) -> Option<()> {
    let attributes = event.get_own(cx, "properties")?.attributes;
    if !attributes.writable() || !attributes.enumerable() || !is_plain(event) || event.has_own(cx, "toJSON") {
        return None;
    }
    let write = |value, output: &mut Vec<u8>| json::write(cx, value, output).ok();
    output.push(b'{');
    for &key in event.own_enumerable_keys(cx) {
        let value = event.get_own_data(cx, key)?;
        let before = output.len();
        if output.last() != Some(&b'{') {
            output.push(b',');
        }
        let name = key.to_js_str(cx)?;
        json::write_string(output, name);
        output.push(b':');
        if write(value, output)? == Written::Undefined {
            output.truncate(before);
        }
        if name == "properties" {
            let properties = value.as_object().filter(|properties| is_plain(*properties))?;
            let has = |name: &'static str| properties.has_own(cx, name);
            if has("$plugins_succeeded") || has("$plugins_failed") || has("toJSON") {
                return None;
            }
            // Opens the object again.
            output.pop();
            if output.last() != Some(&b'{') {
                output.push(b',');
            }
            output.extend_from_slice(b"\"$plugins_succeeded\":");
            write_names(cx, true, output);
            output.extend_from_slice(b",\"$plugins_failed\":");
            write_names(cx, false, output);
            output.push(b'}');
        }
    }
    output.push(b'}');
    Some(())
}

fn is_plain(object: Object<'_>) -> bool {
    object.kind() == Kind::Plain && matches!(object.prototype(), Prototype::Default)
}

/// Appends the names of the plugins that succeeded or failed, as a JSON array.
fn write_names<'h>(cx: Cx<'h>, succeeded: bool, output: &mut Vec<u8>) {
    let state = turn_state(cx);
    output.push(b'[');
    for outcome in state.outcomes().borrow().iter().filter(|outcome| outcome.succeeded == succeeded) {
        if output.last() != Some(&b'[') {
            output.push(b',');
        }
        output.extend_from_slice(state.instances()[outcome.instance].name_json());
    }
    output.push(b']');
}

/// Does `event.properties = {...event.properties, $plugins_succeeded, $plugins_failed}`, where some plugin has processed the event.
pub(crate) fn assign_status<'h>(cx: Cx<'h>, event: Object<'h>) {
    let state = turn_state(cx);
    let names = |succeeded| {
        let outcomes = state.outcomes().borrow();
        let chosen = outcomes.iter().filter(|outcome| outcome.succeeded == succeeded);
        let name = |outcome: &Outcome| JsStr::from_borrowed(state.instances()[outcome.instance].name()).into();
        Array::of(cx, &chosen.map(name).collect::<Vec<_>>())
    };
    let properties = event.get(cx, "properties").and_then(|properties| {
        let builder = cx.object_builder().spread(cx, properties)?;
        Ok(builder.property("$plugins_succeeded", names(true)).property("$plugins_failed", names(false)).build())
    });
    // Spreading data properties and assigning in sloppy code throw only where memory ends, which ends the event later.
    let _ = properties.and_then(|properties| event.set(cx, "properties", properties));
}
