//! The trait that every generated crate implements.

use std::future::Future;
use std::pin::Pin;

use prickle_heap::{Cx, JsResult, Value};

use crate::manifest::Manifest;

/// A call of a hook that has not finished.
pub type PendingHook<'h> = Pin<Box<dyn Future<Output = JsResult<'h>> + 'h>>;

/// What a hook's method returns.
pub enum Hook<'h> {
    /// The plugin has no such function.
    Absent,
    /// The function ran to its end.
    Done(JsResult<'h>),
    /// The function is waiting for its host.
    Pending(PendingHook<'h>),
    /// The function returned something that may be a promise.
    Promise(JsResult<'h>),
}

impl<'h> Hook<'h> {
    /// Wraps what a hook's function returned.
    pub fn done(result: JsResult<'h, impl Into<Value<'h>>>) -> Self {
        Hook::Done(result.map(Into::into))
    }

    /// Wraps what a hook's function returned that returns nothing.
    pub fn ran(result: JsResult<'h, ()>) -> Self {
        Hook::Done(result.map(|()| Value::Undefined))
    }

    /// Wraps what a hook's function returned in a program that has promises.
    pub fn promise(result: JsResult<'h, impl Into<Value<'h>>>) -> Self {
        Hook::Promise(result.map(Into::into))
    }

    /// Wraps the future of an `async` hook.
    pub fn pending(future: impl Future<Output = JsResult<'h>> + 'h) -> Self {
        Hook::Pending(Box::pin(future))
    }
}

/// A compiled plugin: code without state. Everything that changes belongs to an
/// instance, which the context names while the code runs.
///
/// Hooks that are only known after the module body has run (`module.exports = { processEvent: wrap(f) }`) are not
/// methods: the body defines them with `define_hook`.
#[allow(unused_variables)]
pub trait Plugin: Sync {
    /// The plugin's name, hooks and number of bindings.
    fn manifest(&self) -> &'static Manifest;

    /// Whether the program can get hold of promises.
    fn has_promises(&self) -> bool {
        false
    }

    /// Runs the module body, unless there is nothing in it but functions.
    ///
    /// # Errors
    /// What the body throws; the plugin is then out of the chain.
    fn evaluate<'h>(&self, cx: Cx<'h>) -> JsResult<'h, ()> {
        Ok(())
    }

    /// `setupPlugin(meta)`.
    fn setup_plugin<'h>(&self, cx: Cx<'h>, meta: Value<'h>) -> Hook<'h> {
        Hook::Absent
    }

    /// `teardownPlugin(meta)`.
    fn teardown_plugin<'h>(&self, cx: Cx<'h>, meta: Value<'h>) -> Hook<'h> {
        Hook::Absent
    }

    /// `processEvent(event, meta)`.
    fn process_event<'h>(&self, cx: Cx<'h>, event: Value<'h>, meta: Value<'h>) -> Hook<'h> {
        Hook::Absent
    }

    /// `processEventBatch(events, meta)`.
    fn process_event_batch<'h>(&self, cx: Cx<'h>, events: Value<'h>, meta: Value<'h>) -> Hook<'h> {
        Hook::Absent
    }

    /// `onEvent(event, meta)`.
    fn on_event<'h>(&self, cx: Cx<'h>, event: Value<'h>, meta: Value<'h>) -> Hook<'h> {
        Hook::Absent
    }

    /// `composeWebhook(event, meta)`.
    fn compose_webhook<'h>(&self, cx: Cx<'h>, event: Value<'h>, meta: Value<'h>) -> Hook<'h> {
        Hook::Absent
    }

    /// `runEveryMinute(meta)`.
    fn run_every_minute<'h>(&self, cx: Cx<'h>, meta: Value<'h>) -> Hook<'h> {
        Hook::Absent
    }

    /// `runEveryHour(meta)`.
    fn run_every_hour<'h>(&self, cx: Cx<'h>, meta: Value<'h>) -> Hook<'h> {
        Hook::Absent
    }

    /// `runEveryDay(meta)`.
    fn run_every_day<'h>(&self, cx: Cx<'h>, meta: Value<'h>) -> Hook<'h> {
        Hook::Absent
    }

    /// Any other exported function that a host may be told to call by name (`prickle run --tick NAME`).
    fn tick<'h>(&self, cx: Cx<'h>, name: &str, meta: Value<'h>) -> Hook<'h> {
        Hook::Absent
    }
}
