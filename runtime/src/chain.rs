//! The rules by which the plugins of a team see an event.

use prickle_heap::{
    Array, Cx, ErrorKind, JsResult, JsStr, Kind, Object, Prototype, Termination, Throw, Thrown, Value, json,
};

use crate::instance::Instance;
use crate::manifest::HookName;
use crate::operations::Operations;
use crate::operations::promises::{drain, host_call, host_call_batch, outcome};
use crate::operations::start_async;
use crate::plugin::{Hook, PendingHook};
use crate::serialize::{assign_status, write_event};
use crate::team;
use crate::turn::{Outcome, turn_state};
use crate::webhook;
use crate::worker::{Fate, Phase};

/// Runs one event through `processEvent` of the chain's plugins in order. `None` if it was dropped.
///
/// - A falsy result drops the event at once.
/// - A plugin that throws is passed over; what it changed before stays changed.
/// - A result with another `team_id` gets the old one back and counts as a failure, but is kept.
///
/// Unlike PostHog's server this survives a thrown `null`, and writes the lists of plugins on the event that comes out
/// rather than on the one that went in.
pub(crate) async fn process_event<'h>(cx: Cx<'h>, chain: &'h [usize], original: Value<'h>) -> Option<Value<'h>> {
    let state = turn_state(cx);
    state.outcomes().borrow_mut().clear();
    let team = team::of(cx, original);
    let mut current = original;
    for &index in chain {
        let instance = &state.instances()[index];
        let hook = HookName::ProcessEvent;
        let result = match begin(cx, instance, hook, current) {
            // What other plugins have left to do goes on meanwhile.
            Hook::Done(result) if cx.has_jobs() => awaited(cx, instance, hook.js_name(), result).await,
            Hook::Done(result) => result,
            Hook::Promise(result) => awaited(cx, instance, hook.js_name(), result).await,
            Hook::Pending(future) => resume(cx, future).await,
            Hook::Absent => match call_batch(cx, instance, current).await {
                Some(result) => result,
                None => continue,
            },
        };
        let failure = match result {
            Ok(result) if !result.truthy() => return None,
            Ok(result) => {
                current = result;
                team::keep(cx, current, team).err()
            }
            Err(error) => Some(error_text(cx, error)),
        };
        if let Some(error) = failure {
            state.failure(instance.name(), error);
        }
        state.outcomes().borrow_mut().push(Outcome { instance: index, succeeded: failure.is_none() });
    }
    Some(current)
}

/// The result of `processEventBatch`, which is called in place of a missing `processEvent`.
async fn call_batch<'h>(cx: Cx<'h>, instance: &Instance, event: Value<'h>) -> Option<JsResult<'h>> {
    if !instance.has(HookName::ProcessEventBatch) {
        return None;
    }
    let events = Array::of(cx, &[event]);
    let hook = HookName::ProcessEventBatch;
    let result = match begin(cx, instance, hook, events.into()) {
        Hook::Absent => return None,
        Hook::Promise(result) => {
            return Some(promised(cx, instance, HookName::ProcessEvent.js_name(), host_call_batch(cx, result)).await);
        }
        Hook::Done(result) => result,
        Hook::Pending(future) => resume(cx, future).await,
    };
    // `result?.[0]`
    Some(result.and_then(|result| if result.is_nullish() { Ok(Value::Undefined) } else { result.get(cx, 0.0) }))
}

/// The server races the hook against the time limit.
fn is_guarded(hook: &str) -> bool {
    matches!(hook, "setupPlugin" | "teardownPlugin" | "onEvent" | "processEvent")
}

/// What the server gets for the result of a hook.
async fn awaited<'h>(cx: Cx<'h>, instance: &Instance, hook: &str, result: JsResult<'h>) -> JsResult<'h> {
    // There is nobody who could see how long it takes.
    if !cx.has_jobs() && result.is_ok_and(|value| is_plain_value(cx, value)) {
        return result;
    }
    promised(cx, instance, hook, host_call(cx, is_guarded(hook), result)).await
}

/// Looking for a method `then` finds none, and runs no code of the plugin.
fn is_plain_value<'h>(cx: Cx<'h>, value: Value<'h>) -> bool {
    match value {
        Value::Object(object) => {
            object.kind() == Kind::Plain
                && matches!(object.prototype(), Prototype::Default)
                && !object.has_own(cx, "then")
        }
        Value::Undefined
        | Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::String(_)
        | Value::Symbol(_)
        | Value::BigInt(_) => true,
    }
}

/// Waits for a promise of the server: see [`host_call`]. Jobs that are due later stay.
async fn promised<'h>(cx: Cx<'h>, instance: &Instance, hook: &str, promise: JsResult<'h, Object<'h>>) -> JsResult<'h> {
    let outcome = match promise {
        Ok(promise) => outcome(cx, promise).await,
        Err(throw) => {
            cx.clear_jobs();
            Some(Err(throw))
        }
    };
    cx.refresh_clock();
    // Nothing is left that could settle it, so that there is no need to wait until the time is over.
    outcome.unwrap_or_else(|| Err(timed_out(cx, instance, hook)))
}

/// The TimeoutError of the server.
fn timed_out<'h>(cx: Cx<'h>, instance: &Instance, hook: &str) -> Throw<'h> {
    let seconds = cx.limits().loop_milliseconds / 1000;
    let plural = if seconds == 1 { "" } else { "s" };
    let (plugin, id) = (instance.plugin_name(), instance.config_id());
    let message = format!(
        "Script execution timed out after promise waited for {seconds} second{plural} ({plugin}, name: {hook}, pluginConfigId: {id})"
    );
    let error = cx.throw_error(ErrorKind::Error, cx.string(&message));
    if let Some(value) = error.exception() {
        // An error object takes the property.
        let _ = value.set(cx, "name", "TimeoutError");
    }
    error
}

/// Runs what plugins have left to do. What ends the turn then is a failure of this plugin.
async fn settle<'h>(cx: Cx<'h>, instance: Option<&Instance>) {
    if let (Err(error), Some(instance)) = (drain(cx).await, instance) {
        turn_state(cx).failure(instance.name(), error_text(cx, error));
    }
}

/// Runs what the plugins have left to do for an event that has been dropped.
pub(crate) async fn settle_dropped<'h>(cx: Cx<'h>, chain: &'h [usize]) {
    settle(cx, chain.last().map(|&index| &turn_state(cx).instances()[index])).await;
}

/// Calls a hook, which may have to wait.
#[inline]
fn begin<'h>(cx: Cx<'h>, instance: &Instance, hook: HookName, argument: Value<'h>) -> Hook<'h> {
    if !instance.is_alive() {
        return Hook::Absent;
    }
    cx.renew_limits();
    instance.call(cx, hook, argument)
}

/// Waits for the end of a hook.
async fn resume<'h>(cx: Cx<'h>, future: PendingHook<'h>) -> JsResult<'h> {
    let result = future.await;
    cx.refresh_clock();
    result
}

/// Calls a hook and waits for its end. `None` if the plugin does not have it.
async fn call<'h>(cx: Cx<'h>, instance: &Instance, hook: HookName, argument: Value<'h>) -> Option<JsResult<'h>> {
    finish(cx, instance, hook.js_name(), begin(cx, instance, hook, argument)).await
}

/// The result of a hook. `None` if the plugin does not have it.
async fn finish<'h>(cx: Cx<'h>, instance: &Instance, name: &str, hook: Hook<'h>) -> Option<JsResult<'h>> {
    match hook {
        Hook::Absent => None,
        Hook::Done(result) => Some(result),
        Hook::Promise(result) => Some(awaited(cx, instance, name, result).await),
        Hook::Pending(future) => Some(resume(cx, future).await),
    }
}

/// Writes the event that came out of the chain to `output`, as JSON text. Then calls `onEvent` of all plugins, then
/// `composeWebhook` of all plugins; each gets a JSON copy of its own.
pub(crate) async fn deliver<'h>(
    cx: Cx<'h>,
    chain: &'h [usize],
    event: Value<'h>,
    plugin_status: bool,
    output: &mut Vec<u8>,
) -> Fate {
    let state = turn_state(cx);
    let start = output.len();
    let last = chain.last().map(|&index| &state.instances()[index]);
    let mut plugin_status = plugin_status;
    if cx.has_jobs() {
        // `return event` of the server's async function takes one more tick.
        if let (true, Some(event)) = (plugin_status, event.as_object()) {
            assign_status(cx, event);
        }
        plugin_status = false;
        if let Some(instance) = last {
            let _ = promised(cx, instance, "processEvent", start_async(cx, async move { Ok(event) })).await;
        }
    }
    let written = write_event(cx, event, plugin_status, output);
    settle(cx, last).await;
    match written {
        Ok(true) => {}
        Ok(false) => return Fate::Dropped,
        Err(error) => {
            output.truncate(start);
            state.failure(&"output".into(), error_text(cx, error));
            return Fate::Dropped;
        }
    }
    let wants_copy = |hook| chain.iter().any(|&index| state.instances()[index].has(hook));
    let (on_event, compose_webhook) = (wants_copy(HookName::OnEvent), wants_copy(HookName::ComposeWebhook));
    if !on_event && !compose_webhook {
        return Fate::Survived;
    }
    let text = cx.string_from_utf8_lossy(&output[start..]);
    if on_event {
        for &index in chain {
            let instance = &state.instances()[index];
            if instance.has(HookName::OnEvent) {
                let result = call(cx, instance, HookName::OnEvent, json_copy(cx, text)).await;
                record(cx, instance, result);
                settle(cx, Some(instance)).await;
            }
        }
    }
    if compose_webhook {
        for &index in chain {
            let instance = &state.instances()[index];
            if instance.has(HookName::ComposeWebhook) {
                let event = webhook::event(cx, json_copy(cx, text));
                let result = call(cx, instance, HookName::ComposeWebhook, event).await;
                let sent = result.map(|result| result.and_then(|webhook| webhook::send(cx, instance, webhook)));
                record(cx, instance, sent);
                settle(cx, Some(instance)).await;
            }
        }
    }
    Fate::Survived
}

/// Runs one instance's part of a phase.
pub(crate) async fn run_phase<'h>(cx: Cx<'h>, instance: &Instance, phase: Phase<'_>) {
    match phase {
        Phase::Setup => {
            let result = match instance.evaluate(cx) {
                Ok(()) => call(cx, instance, HookName::SetupPlugin, Value::Undefined).await,
                Err(error) => Some(Err(error)),
            };
            if matches!(result, Some(Err(_))) {
                instance.disable();
            }
            record(cx, instance, result);
        }
        Phase::Tick(name) => {
            let result = finish(cx, instance, name, instance.tick(cx, name)).await;
            record(cx, instance, result);
        }
        Phase::Teardown => {
            let result = call(cx, instance, HookName::TeardownPlugin, Value::Undefined).await;
            record(cx, instance, result);
        }
    }
    settle(cx, Some(instance)).await;
}

/// Records a failure; what a successful hook returned is ignored.
fn record<'h, T>(cx: Cx<'h>, instance: &Instance, result: Option<JsResult<'h, T>>) {
    if let Some(Err(error)) = result {
        turn_state(cx).failure(instance.name(), error_text(cx, error));
    }
}

/// A fresh copy of the event by way of its JSON text, which was just written and therefore parses.
fn json_copy<'h>(cx: Cx<'h>, text: JsStr<'h>) -> Value<'h> {
    json::parse_str(cx, text).unwrap_or_default()
}

/// `String(error)`, or that of what it throws itself.
pub(crate) fn error_text<'h>(cx: Cx<'h>, error: Throw<'h>) -> JsStr<'h> {
    let mut error = error;
    loop {
        match error.thrown() {
            Thrown::Terminated(termination) => return termination_text(cx, termination),
            Thrown::Exception(value) => match value.to_js_string(cx) {
                Ok(text) => return text,
                Err(inner) => error = inner,
            },
        }
    }
}

/// What the log says of a plugin whose turn the host ended. Node's words for memory; there are no others to follow.
fn termination_text<'h>(cx: Cx<'h>, termination: Termination) -> JsStr<'h> {
    match termination {
        Termination::MemoryLimit { .. } => {
            JsStr::from("Error: Worker terminated due to reaching memory limit: JS heap out of memory")
        }
        Termination::SparseArray { .. } | Termination::Unsupported { .. } => {
            cx.string(&format!("Error: {termination}"))
        }
    }
}
