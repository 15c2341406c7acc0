//! Async functions (ECMA-262 §27.7): futures that go on when what they await is settled.

use std::future::{Future, poll_fn};
use std::task::{Context, Poll, Waker};

use prickle_heap::{CoroutineId, Cx, JsResult, Kind, Object, Value};

use super::generator::AsyncGenerator;
use super::{Handler, Promise, promise_resolve};

// Slots of the record of what waits: an async function, or the host.
/// Where the body is: its index, and in two numbers its turn. Without an index, the host waits.
const BODY: usize = 0;
/// Whether it has been resumed, and how: a [`Sent`].
const SENT_KIND: usize = 3;
const SENT: usize = 4;
/// The promise of the function, or the async generator.
const OWNER: usize = 5;

/// How a record has been resumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sent {
    Nothing,
    Value,
    Reason,
}

/// The record of something that waits until promises are settled.
#[derive(Clone, Copy)]
pub(crate) struct Frame<'h>(Object<'h>);

impl<'h> Frame<'h> {
    /// The record of a body that has not begun.
    pub(crate) fn of_body(cx: Cx<'h>, body: CoroutineId, owner: Object<'h>) -> Frame<'h> {
        Frame(Object::with_slots(
            cx,
            Kind::Record,
            &[
                body.index.into(),
                ((body.turn >> 32) as u32).into(),
                (body.turn as u32).into(),
                (Sent::Nothing as u32).into(),
                Value::Undefined,
                owner.into(),
            ],
        ))
    }

    /// The record by which the host waits.
    pub(crate) fn of_host(cx: Cx<'h>) -> Frame<'h> {
        let mut slots = [Value::Undefined; OWNER + 1];
        slots[SENT_KIND] = (Sent::Nothing as u32).into();
        Frame(Object::with_slots(cx, Kind::Record, &slots))
    }

    /// The view of a record that was made as one.
    pub(crate) fn of_record(record: Object<'h>) -> Frame<'h> {
        Frame(record)
    }

    /// The record.
    pub(crate) fn record(self) -> Object<'h> {
        self.0
    }

    /// The body; `None` where the host waits.
    fn body(self) -> Option<CoroutineId> {
        let number = |slot| self.0.slot(slot).as_number().map(|number| number as u32);
        let turn = u64::from(number(BODY + 1)?) << 32 | u64::from(number(BODY + 2)?);
        Some(CoroutineId { index: number(BODY)?, turn })
    }

    /// Nobody wants to know how the body ends.
    pub(super) fn forget_owner(self, cx: Cx<'h>) {
        self.0.set_slot(cx, OWNER, Value::Undefined);
    }

    /// The promise that the end of the body settles.
    pub(super) fn promise(self) -> Option<Promise<'h>> {
        Promise::from_value(self.0.slot(OWNER))
    }

    /// Takes what was sent, if something was.
    pub(crate) fn take(self, cx: Cx<'h>) -> Option<JsResult<'h>> {
        let value = self.0.slot(SENT);
        let kind = self.0.slot(SENT_KIND).as_number().unwrap_or_default() as u32;
        if kind == Sent::Nothing as u32 {
            return None;
        }
        self.0.set_slot(cx, SENT_KIND, (Sent::Nothing as u32).into());
        self.0.set_slot(cx, SENT, Value::Undefined);
        Some(if kind == Sent::Value as u32 { Ok(value) } else { Err(cx.throw(value)) })
    }

    fn send(self, cx: Cx<'h>, completion: JsResult<'h>) -> JsResult<'h, ()> {
        let (kind, value) = match completion {
            Ok(value) => (Sent::Value, value),
            Err(throw) => (Sent::Reason, throw.exception().ok_or(throw)?),
        };
        self.0.set_slot(cx, SENT_KIND, (kind as u32).into());
        self.0.set_slot(cx, SENT, value);
        Ok(())
    }

    /// Lets the body run until it waits again or ends. `None`: it waits.
    ///
    /// # Errors
    /// Only the end of the turn.
    pub(crate) fn run(self, cx: Cx<'h>) -> JsResult<'h, Option<JsResult<'h>>> {
        self.poll(cx, &mut Context::from_waker(Waker::noop()))
    }

    /// As [`Frame::run`], for what the host wakes.
    pub(super) fn poll(self, cx: Cx<'h>, context: &mut Context<'_>) -> JsResult<'h, Option<JsResult<'h>>> {
        let Some(body) = self.body() else { return Ok(None) };
        let outer = cx.set_running(Some(self.0));
        let step = cx.poll_coroutine(body, context);
        cx.set_running(outer);
        match step {
            None => Err(cx.unsupported("going on with an async function of an earlier event")),
            Some(Poll::Pending) => Ok(None),
            Some(Poll::Ready(Err(throw))) if throw.exception().is_none() => Err(throw),
            Some(Poll::Ready(completion)) => Ok(Some(completion)),
        }
    }
}

/// AsyncFunctionStart (ECMA-262 §27.7.5.1): runs the body up to its first `await`. The result is the promise of its end.
///
/// # Errors
/// Only the end of the turn.
pub fn start_async<'h>(cx: Cx<'h>, body: impl Future<Output = JsResult<'h>> + 'h) -> JsResult<'h, Object<'h>> {
    cx.check_memory(size_of_val(&body))?;
    let promise = Promise::pending(cx);
    let body = cx.add_coroutine(body);
    step(cx, Frame::of_body(cx, body, promise.object()))?;
    Ok(promise.object())
}

/// Lets the body run, and tells its owner when it ends.
///
/// # Errors
/// Only the end of the turn.
pub(super) fn step<'h>(cx: Cx<'h>, frame: Frame<'h>) -> JsResult<'h, ()> {
    let Some(completion) = frame.run(cx)? else { return Ok(()) };
    let owner = frame.0.slot(OWNER);
    match (Promise::from_value(owner), AsyncGenerator::from_value(owner)) {
        (Some(promise), _) => promise.complete(cx, completion),
        (None, Some(generator)) => generator.complete(cx, completion),
        (None, None) => completion.map(|_| ()),
    }
}

/// Resumes what waits with the value or reason of the promise.
///
/// # Errors
/// Only the end of the turn.
pub(crate) fn resume_frame<'h>(cx: Cx<'h>, record: Object<'h>, completion: JsResult<'h>) -> JsResult<'h, ()> {
    let frame = Frame(record);
    frame.send(cx, completion)?;
    step(cx, frame)
}

/// Await (ECMA-262 §27.7.5.3), in the body of an async function.
///
/// # Errors
/// The reason, if the promise is rejected.
pub(crate) async fn when_settled<'h>(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h> {
    let promise = promise_resolve(cx, value)?;
    suspend(cx, |frame| promise.then(cx, Handler::Resume(frame.record()))).await
}

/// Waits until somebody resumes the body that runs. `before` says to whom it matters.
pub(crate) async fn suspend<'h>(cx: Cx<'h>, before: impl FnOnce(Frame<'h>)) -> JsResult<'h> {
    let Some(frame) = cx.running().map(Frame) else {
        return Err(cx.unsupported("waiting outside of an async function"));
    };
    before(frame);
    poll_fn(|_| frame.take(cx).map_or(Poll::Pending, Poll::Ready)).await
}
