//! Lifecycle functions: what a plugin can export for the host to call.

/// An export that the host knows.
#[derive(Debug)]
pub struct Hook {
    /// The exported name.
    pub name: &'static str,
    /// The method of the `Plugin` trait: `process_event`.
    pub rust: &'static str,
    /// What the host passes before `meta`, which always comes last.
    pub arguments: &'static [HookArgument],
    /// What the host does with what it returns.
    pub result: HookResult,
    /// The host awaits it. `composeWebhook` must not suspend.
    pub may_suspend: bool,
    /// First and last version of PostHog's server that knew it.
    pub eras: (Era, Era),
    /// What Prickle does with it.
    pub status: HookStatus,
}

/// An argument of a hook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HookArgument {
    /// An event on its way in: `PluginEvent`.
    Event,
    /// An array of events on their way in.
    Events,
    /// A copy of an event that was stored: `ProcessedPluginEvent`.
    ProcessedEvent,
    /// `{uuid, event, team_id, distinct_id, properties, timestamp}`.
    WebhookEvent,
    /// The action that an event matched.
    Action,
}

/// What the host does with the result of a hook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HookResult {
    /// Nothing.
    Ignored,
    /// It is the event from here on; falsy drops the event.
    Event,
    /// Its first element is the event from here on.
    Events,
    /// `{url, body, headers?, method?}`, sent by the host; falsy sends nothing.
    Webhook,
    /// It is no function: an object whose members the host calls or reads.
    Members,
}

/// Versions of PostHog's plugin server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Era {
    /// The plugin server of 2021, a repository of its own.
    S21,
    /// 2022.
    M22,
    /// 2023.
    M23,
    /// 2024.
    M24,
    /// 2025, the last one that ran plugins in a sandbox.
    M25,
}

/// What Prickle does with a hook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HookStatus {
    /// It is called.
    Called,
    /// No server ever called it or used its result; accepted, never called. The text says why.
    NeverCalled(&'static str),
    /// Refused. The text says why.
    Refused(&'static str),
}

use Era::{M22, M23, M24, M25, S21};
use HookArgument::{Action, Event, Events, ProcessedEvent, WebhookEvent};
use HookResult::{Ignored, Members};
use HookStatus::{Called, NeverCalled, Refused};

/// Shortens the table: one line per hook.
const fn hook(
    name: &'static str,
    rust: &'static str,
    arguments: &'static [HookArgument],
    result: HookResult,
    eras: (Era, Era),
    status: HookStatus,
) -> Hook {
    let may_suspend = !matches!(result, HookResult::Webhook | Members);
    Hook { name, rust, arguments, result, may_suspend, eras, status }
}

/// All hooks, in PostHog's order of names.
#[rustfmt::skip]
pub static HOOKS: &[Hook] = &[
    hook("setupPlugin", "setup_plugin", &[], Ignored, (S21, M25), Called),
    hook("teardownPlugin", "teardown_plugin", &[], Ignored, (S21, M25), Called),
    hook("exportEvents", "export_events", &[Events], Ignored, (S21, M22), Refused("batched export is not there yet")),
    hook("onEvent", "on_event", &[ProcessedEvent], Ignored, (S21, M25), Called),
    hook("onAction", "on_action", &[Action, ProcessedEvent], Ignored, (M22, M22), Refused("actions are evaluated by PostHog, after the events have left this chain")),
    hook("onSnapshot", "on_snapshot", &[ProcessedEvent], Ignored, (S21, M22), Refused("session recordings do not pass through this chain")),
    hook("processEvent", "process_event", &[Event], HookResult::Event, (S21, M25), Called),
    hook("processEventBatch", "process_event_batch", &[Events], HookResult::Events, (S21, M25), Called),
    hook("composeWebhook", "compose_webhook", &[WebhookEvent], HookResult::Webhook, (M23, M25), Called),
    hook("getSettings", "get_settings", &[], Ignored, (M22, M25), NeverCalled("its only setting changed nothing")),
    hook("runEveryMinute", "run_every_minute", &[], Ignored, (S21, M24), Called),
    hook("runEveryHour", "run_every_hour", &[], Ignored, (S21, M24), Called),
    hook("runEveryDay", "run_every_day", &[], Ignored, (S21, M24), Called),
    hook("jobs", "jobs", &[], Members, (S21, M24), Refused("jobs are not there yet")),
    hook("metrics", "metrics", &[], Members, (S21, M22), Refused("metrics are not there yet")),
    hook("filterEvent", "filter_event", &[Event], Ignored, (M24, M25), NeverCalled("only PostHog's type declarations know it")),
    hook("modifyEvent", "modify_event", &[Event], Ignored, (M24, M25), NeverCalled("only PostHog's type declarations know it")),
    hook("onEventWithPostHogEvent", "on_event_with_posthog_event", &[WebhookEvent], Ignored, (M24, M25), NeverCalled("only PostHog's type declarations know it")),
];

/// The hook of this name.
pub fn hook_named(name: &str) -> Option<&'static Hook> {
    HOOKS.iter().find(|hook| hook.name == name)
}
