//! What `composeWebhook` gets and what becomes of its result.

use prickle_heap::{Cx, JsResult, JsStr, Object, Value};

use crate::builtins::{date, string};
use crate::instance::Instance;
use crate::operations::Operations;
use crate::serialize::write_json;
use crate::turn::turn_state;

/// The members of an event that `composeWebhook` sees, taken from a copy of the event.
///
/// `timestamp` is a Date where the event has a text that is one.
pub(crate) fn event<'h>(cx: Cx<'h>, copy: Value<'h>) -> Value<'h> {
    let member = |name: &'static str| copy.get(cx, name).unwrap_or_default();
    let timestamp = member("timestamp");
    let time = timestamp.as_string().map(|text| date::parse(cx, text)).filter(|time| !time.is_nan());
    let timestamp = time.map_or(timestamp, |time| date::new_date(cx, time).into());
    let event = cx.object([
        ("uuid", member("uuid")),
        ("event", member("event")),
        ("team_id", member("team_id")),
        ("distinct_id", member("distinct_id")),
        ("properties", member("properties")),
        ("timestamp", timestamp),
    ]);
    event.into()
}

/// Hands the request that a plugin composed to the host. What is falsy is no request.
pub(crate) fn send<'h>(cx: Cx<'h>, instance: &'h Instance, webhook: Value<'h>) -> JsResult<'h, ()> {
    let effects = turn_state(cx).effects();
    // Requests are not sent yet: only a trace shows them.
    if !webhook.truthy() || !effects.is_recording() {
        return Ok(());
    }
    let or_null = |value: Value<'h>| if value.is_undefined() { Value::Null } else { value };
    let method = webhook.get(cx, "method")?;
    let headers = webhook.get(cx, "headers")?;
    let entry = cx.object([
        ("plugin", JsStr::from_borrowed(instance.name()).into()),
        ("via", "webhook".into()),
        ("method", if method.truthy() { method } else { "POST".into() }),
        ("url", or_null(webhook.get(cx, "url")?)),
        ("headers", lower_case_names(cx, headers)?.into()),
        ("body", or_null(webhook.get(cx, "body")?)),
    ]);
    let mut text = Vec::new();
    write_json(cx, entry.into(), &mut text)?;
    effects.request(text);
    Ok(())
}

fn lower_case_names<'h>(cx: Cx<'h>, headers: Value<'h>) -> JsResult<'h, Object<'h>> {
    let named = Object::plain(cx);
    if headers.is_nullish() {
        return Ok(named);
    }
    let headers = headers.to_object(cx)?;
    for &key in headers.own_enumerable_keys(cx) {
        if let Some(name) = key.to_js_str(cx) {
            named.set(cx, string::to_lower_case(cx, name), headers.get(cx, key)?)?;
        }
    }
    Ok(named)
}
