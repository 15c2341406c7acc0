//! Where promises meet the host: what it does for a plugin, and how it waits for what a hook returned.

use std::future::{Future, poll_fn};
use std::task::{Context, Poll, Waker};

use prickle_heap::{Cx, JsResult, Object, Value};

use super::function::{Frame, when_settled};
use super::{Handler, Promise, job, start_async};
use crate::builtins::arguments::IntoValue;
use crate::operations::Operations;

/// The promise of something that the host does.
///
/// # Errors
/// Only the end of the turn.
pub fn host_promise<'h, T: IntoValue<'h>>(
    cx: Cx<'h>,
    operation: impl Future<Output = JsResult<'h, T>> + 'h,
) -> JsResult<'h, Object<'h>> {
    cx.check_memory(size_of_val(&operation))?;
    let promise = Promise::pending(cx);
    let body = cx.add_coroutine(async move { operation.await.map(IntoValue::into_value) });
    let frame = Frame::of_body(cx, body, promise.object());
    // What is ready at once needs nobody to wake it; the others are asked again.
    if !poll_operation(cx, frame, &mut Context::from_waker(Waker::noop()))? {
        cx.add_waiting(frame.record());
    }
    Ok(promise.object())
}

/// Goes on with something that the host does. Whether it is done.
fn poll_operation<'h>(cx: Cx<'h>, frame: Frame<'h>, context: &mut Context<'_>) -> JsResult<'h, bool> {
    let Some(completion) = frame.poll(cx, context)? else { return Ok(false) };
    if let Some(promise) = frame.promise() {
        promise.complete(cx, completion)?;
    }
    Ok(true)
}

/// Goes on with everything that the host does. Whether something of it is done.
fn poll_operations<'h>(cx: Cx<'h>, context: &mut Context<'_>) -> JsResult<'h, bool> {
    let mut any_done = false;
    for record in cx.take_waiting() {
        let frame = Frame::of_record(record);
        if poll_operation(cx, frame, context)? {
            any_done = true;
        } else {
            cx.add_waiting(record);
        }
    }
    Ok(any_done)
}

/// Runs jobs, and lets the host go on, until `is_done` gives something. `None`: there is nothing left that could run.
async fn run_until<'h, T>(cx: Cx<'h>, mut is_done: impl FnMut() -> Option<T>) -> JsResult<'h, Option<T>> {
    let mut step = move |context: &mut Context<'_>| {
        loop {
            if let Some(done) = is_done() {
                return Ok(Poll::Ready(Some(done)));
            }
            if let Some(job) = cx.next_job() {
                job::run(cx, job)?;
            } else if !poll_operations(cx, context)? {
                return Ok(if cx.has_waiting() { Poll::Pending } else { Poll::Ready(None) });
            }
        }
    };
    poll_fn(|context| match step(context) {
        Ok(Poll::Pending) => Poll::Pending,
        Ok(Poll::Ready(done)) => Poll::Ready(Ok(done)),
        Err(throw) => {
            cx.clear_jobs();
            Poll::Ready(Err(throw))
        }
    })
    .await
}

/// Runs everything that is left to do.
///
/// # Errors
/// Only the end of the turn.
pub(crate) async fn drain<'h>(cx: Cx<'h>) -> JsResult<'h, ()> {
    if cx.has_jobs() || cx.has_waiting() {
        run_until(cx, || None::<()>).await?;
    }
    Ok(())
}

/// What the host's `await` of a promise gives; jobs that are due after that stay in the queue. `None`: the promise is never settled.
pub(crate) async fn outcome<'h>(cx: Cx<'h>, promise: Object<'h>) -> Option<JsResult<'h>> {
    let promise = Promise::from_value(promise.into())?;
    let frame = Frame::of_host(cx);
    promise.then(cx, Handler::Resume(frame.record()));
    run_until(cx, || frame.take(cx)).await.unwrap_or_else(|throw| Some(Err(throw)))
}

/// What the server does with the result of a hook, up to where it awaits the promise that is returned here: `guarded` hooks are
/// raced against the time limit, and what a hook throws rejects the promise.
///
/// ```text
/// async call() { return guarded ? await this.race(method(…)) : await method(…) }
/// ```
///
/// # Errors
/// Only the end of the turn.
pub(crate) fn host_call<'h>(cx: Cx<'h>, guarded: bool, result: JsResult<'h>) -> JsResult<'h, Object<'h>> {
    start_async(cx, async move {
        let value = result?;
        let waited = if guarded { race(cx, value, false)? } else { adopted(cx, value)?.object() };
        when_settled(cx, waited.into()).await
    })
}

/// As [`host_call`], for a `processEventBatch` that stands in for `processEvent`.
///
/// ```text
/// async (event) => (await batch([event]))?.[0]
/// ```
///
/// # Errors
/// Only the end of the turn.
pub(crate) fn host_call_batch<'h>(cx: Cx<'h>, result: JsResult<'h>) -> JsResult<'h, Object<'h>> {
    let first = start_async(cx, async move {
        let events = when_settled(cx, adopted(cx, result?)?.object().into()).await?;
        events.get_optional(cx, 0.0)
    })?;
    start_async(cx, async move { when_settled(cx, race(cx, first.into(), true)?.into()).await })
}

/// ```text
/// async race(result) { return typeof result?.then === 'function' ? await Promise.race([result, late]) : result }
/// ```
fn race<'h>(cx: Cx<'h>, value: Value<'h>, is_of_host: bool) -> JsResult<'h, Object<'h>> {
    start_async(cx, async move {
        if !value.get_optional(cx, "then")?.is_callable() {
            return Ok(value);
        }
        let first = match Promise::from_value(value) {
            Some(promise) if is_of_host => promise,
            Some(_) | None => adopted(cx, value)?,
        };
        let winner = Promise::pending(cx);
        let handler =
            Handler::Call { on_fulfilled: Value::Undefined, on_rejected: Value::Undefined, derived: Some(winner) };
        first.then(cx, handler);
        when_settled(cx, winner.object().into()).await
    })
}

/// The host's own promise for a value of the plugin, whose promises are of another class.
fn adopted<'h>(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, Promise<'h>> {
    let promise = Promise::pending(cx);
    promise.resolve(cx, value)?;
    Ok(promise)
}
