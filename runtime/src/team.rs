//! The guard of `event.team_id`.

use prickle_heap::{Cx, JsStr, Kind, Object, Stored, Value};

use crate::operations::Operations;

/// The team that an event belongs to.
pub(crate) fn of<'h>(cx: Cx<'h>, event: Value<'h>) -> Value<'h> {
    event.get(cx, "team_id").unwrap_or_default()
}

/// Gives the event of another team back to its own. Fails with the text of the error that PostHog's server records.
pub(crate) fn keep<'h>(cx: Cx<'h>, event: Value<'h>, team: Value<'h>) -> Result<(), JsStr<'h>> {
    // The usual case, in one step.
    let own = event.as_object().and_then(|object| object.get_literal("team_id"));
    if own.unwrap_or_else(|| of(cx, event)).strict_equals(team) {
        return Ok(());
    }
    let Some(object) = event.as_object() else {
        let text = event.to_js_string(cx).map(|text| text.to_string_lossy()).unwrap_or_default();
        let message = format!("TypeError: Cannot create property 'team_id' on {} '{text}'", event.type_of());
        return Err(cx.string(&message));
    };
    restore(cx, object, team)?;
    Err(JsStr::from("IllegalOperationError: Plugin tried to change event.team_id"))
}

/// `event.team_id = team` in the strict code of the server.
fn restore<'h>(cx: Cx<'h>, event: Object<'h>, team: Value<'h>) -> Result<(), JsStr<'h>> {
    let stored = match event.store(cx, "team_id", team) {
        Stored::Absent => event.add(cx, "team_id", team).unwrap_or(Stored::Done),
        stored => stored,
    };
    if matches!(stored, Stored::Done) {
        return Ok(());
    }
    if event.has_own(cx, "team_id") {
        // As V8 prints an object of another realm: the server is outside of the plugin's.
        let printed = if event.kind() == Kind::Array { "[object Array]" } else { "[object Object]" };
        Err(cx.string(&format!("TypeError: Cannot assign to read only property 'team_id' of object '{printed}'")))
    } else {
        Err(JsStr::from("TypeError: Cannot add property team_id, object is not extensible"))
    }
}
