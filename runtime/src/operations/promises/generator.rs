//! Async generators (ECMA-262 §27.6): their methods return promises, and calls that come too early wait in a queue.

use std::future::Future;

use prickle_heap::{Call, Cx, JsResult, Kind, Object, Prototype, Value};

use super::function::{Frame, step, suspend, when_settled};
use super::iteration::AsyncIteration;
use super::{Handler, Promise, promise_resolve};
use crate::errors::fill_message;
use crate::operations::Operations;
use crate::operations::generator::{Resume, Resumption, iteration_result};

// Slots of async generators.
const STATE: usize = 0;
/// The first and the last of the requests, a list linked by their slot `NEXT`.
const FIRST_REQUEST: usize = 1;
const LAST_REQUEST: usize = 2;
/// The record of the body.
const FRAME: usize = 3;
const SLOTS: usize = 4;

// Slots of the record of a request (ECMA-262 §27.6.3.1).
const RESUME: usize = 0;
const VALUE: usize = 1;
const PROMISE: usize = 2;
const NEXT: usize = 3;

/// The `[[AsyncGeneratorState]]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    SuspendedStart,
    SuspendedYield,
    Executing,
    AwaitingReturn,
    Completed,
}

/// An async generator object.
#[derive(Clone, Copy)]
pub struct AsyncGenerator<'h>(Object<'h>);

/// A call of one of the three methods that has not been answered yet.
#[derive(Clone, Copy)]
struct Request<'h>(Object<'h>);

impl<'h> Request<'h> {
    fn resume(self) -> Resume {
        match self.0.slot(RESUME).as_number().unwrap_or_default() as u32 {
            0 => Resume::Next,
            1 => Resume::Throw,
            _ => Resume::Return,
        }
    }

    fn value(self) -> Value<'h> {
        self.0.slot(VALUE)
    }

    /// The request as a completion; `return` counts as normal.
    fn completion(self, cx: Cx<'h>) -> JsResult<'h> {
        if self.resume() == Resume::Throw { Err(cx.throw(self.value())) } else { Ok(self.value()) }
    }
}

impl<'h> AsyncGenerator<'h> {
    /// The generator of a call of an async generator function (ECMA-262 §15.6.2), without its body.
    pub fn new(cx: Cx<'h>, call: &Call<'h, '_>) -> JsResult<'h, AsyncGenerator<'h>> {
        let object = Object::with_slots(cx, Kind::AsyncGenerator, &[Value::Undefined; SLOTS]);
        // OrdinaryCreateFromConstructor: %AsyncGeneratorPrototype% stands in for what is no object.
        if let Value::Object(prototype) = call.function().object().get(cx, "prototype")? {
            object.set_prototype(cx, Prototype::Object(prototype));
        }
        Ok(AsyncGenerator(object))
    }

    /// Gives the generator its body, which runs from the first `next` on.
    pub fn start(self, cx: Cx<'h>, body: impl Future<Output = JsResult<'h>> + 'h) -> JsResult<'h> {
        cx.check_memory(size_of_val(&body))?;
        let body = cx.add_coroutine(body);
        self.set_state(cx, State::SuspendedStart);
        self.0.set_slot(cx, FRAME, Frame::of_body(cx, body, self.0).record().into());
        Ok(self.0.into())
    }

    /// The view, if the value is an async generator.
    pub(crate) fn from_value(value: Value<'h>) -> Option<AsyncGenerator<'h>> {
        value.as_kind(Kind::AsyncGenerator).filter(|object| object.slot_count() == SLOTS).map(AsyncGenerator)
    }

    fn state(self) -> State {
        match self.0.slot(STATE).as_number().unwrap_or_default() as u32 {
            0 => State::SuspendedStart,
            1 => State::SuspendedYield,
            2 => State::Executing,
            3 => State::AwaitingReturn,
            _ => State::Completed,
        }
    }

    fn set_state(self, cx: Cx<'h>, state: State) {
        self.0.set_slot(cx, STATE, (state as u32).into());
    }

    fn first_request(self) -> Option<Request<'h>> {
        self.0.slot(FIRST_REQUEST).as_object().map(Request)
    }

    /// AsyncGeneratorEnqueue (ECMA-262 §27.6.3.4).
    fn enqueue(self, cx: Cx<'h>, how: Resume, value: Value<'h>, promise: Promise<'h>) {
        let slots = [(how as u32).into(), value, promise.object().into(), Value::Undefined];
        let request = Object::with_slots(cx, Kind::Record, &slots);
        match self.0.slot(LAST_REQUEST) {
            Value::Object(last) => last.set_slot(cx, NEXT, request.into()),
            _ => self.0.set_slot(cx, FIRST_REQUEST, request.into()),
        }
        self.0.set_slot(cx, LAST_REQUEST, request.into());
    }

    /// `next`, `throw` and `return` (ECMA-262 §27.6.1.2 to §27.6.1.4).
    ///
    /// # Errors
    /// Only the end of the turn.
    pub(crate) fn request(self, cx: Cx<'h>, how: Resume, value: Value<'h>) -> JsResult<'h, Object<'h>> {
        let promise = Promise::pending(cx);
        if how == Resume::Throw && self.state() == State::SuspendedStart {
            self.set_state(cx, State::Completed);
        }
        match (how, self.state()) {
            (Resume::Next, State::Completed) => {
                promise.resolve(cx, iteration_result(cx, Value::Undefined, true).into())?;
            }
            (Resume::Throw, State::Completed) => promise.reject(cx, value),
            (Resume::Return, State::SuspendedStart | State::Completed) => {
                self.enqueue(cx, how, value, promise);
                self.await_return(cx)?;
            }
            (_, State::SuspendedStart | State::SuspendedYield) => {
                self.enqueue(cx, how, value, promise);
                self.resume(cx)?;
            }
            (_, State::Executing | State::AwaitingReturn) => self.enqueue(cx, how, value, promise),
        }
        Ok(promise.object())
    }

    /// AsyncGeneratorResume (ECMA-262 §27.6.3.6) with the first request, which the body looks at itself.
    fn resume(self, cx: Cx<'h>) -> JsResult<'h, ()> {
        cx.check_stack()?;
        let has_begun = self.state() == State::SuspendedYield;
        self.set_state(cx, State::Executing);
        match self.0.slot(FRAME) {
            Value::Object(frame) if has_begun => super::resume_frame(cx, frame, Ok(Value::Undefined)),
            Value::Object(frame) => step(cx, Frame::of_record(frame)),
            _ => Ok(()),
        }
    }

    /// The end of the body (ECMA-262 §27.6.3.2, AsyncGeneratorStart).
    pub(super) fn complete(self, cx: Cx<'h>, completion: JsResult<'h>) -> JsResult<'h, ()> {
        self.set_state(cx, State::Completed);
        self.answer(cx, completion, true)?;
        self.drain(cx)
    }

    /// AsyncGeneratorCompleteStep (ECMA-262 §27.6.3.5).
    fn answer(self, cx: Cx<'h>, completion: JsResult<'h>, done: bool) -> JsResult<'h, ()> {
        let Some(request) = self.first_request() else { return Ok(()) };
        let next = request.0.slot(NEXT);
        self.0.set_slot(cx, FIRST_REQUEST, next);
        if next.is_undefined() {
            self.0.set_slot(cx, LAST_REQUEST, Value::Undefined);
        }
        let Some(promise) = Promise::from_value(request.0.slot(PROMISE)) else { return Ok(()) };
        promise.complete(cx, completion.map(|value| iteration_result(cx, value, done).into()))
    }

    /// AsyncGeneratorDrainQueue (ECMA-262 §27.6.3.10).
    fn drain(self, cx: Cx<'h>) -> JsResult<'h, ()> {
        while let Some(request) = self.first_request() {
            match request.resume() {
                Resume::Return => return self.await_return(cx),
                Resume::Next => self.answer(cx, Ok(Value::Undefined), true)?,
                Resume::Throw => self.answer(cx, request.completion(cx), true)?,
            }
        }
        Ok(())
    }

    /// AsyncGeneratorAwaitReturn (ECMA-262 §27.6.3.9).
    fn await_return(self, cx: Cx<'h>) -> JsResult<'h, ()> {
        self.set_state(cx, State::AwaitingReturn);
        let Some(request) = self.first_request() else { return Ok(()) };
        let generator = self;
        match promise_resolve(cx, request.value()) {
            Ok(promise) => {
                let body = cx.add_coroutine(async move {
                    let completion = suspend(cx, |_| ()).await;
                    generator.complete(cx, completion)?;
                    Ok(Value::Undefined)
                });
                let frame = Frame::of_body(cx, body, self.0);
                frame.forget_owner(cx);
                // Runs up to where it waits.
                frame.run(cx)?;
                promise.then(cx, Handler::Resume(frame.record()));
                Ok(())
            }
            Err(throw) if throw.exception().is_none() => Err(throw),
            Err(throw) => self.complete(cx, Err(throw)),
        }
    }

    /// `yield value` (ECMA-262 §15.5.5): awaits the value, answers the request, and goes on with the next one.
    ///
    /// # Errors
    /// What is thrown into the generator, and the reason of what it awaits.
    pub async fn yield_(self, cx: Cx<'h>, value: impl Into<Value<'h>>) -> JsResult<'h, Resumption<'h>> {
        let value = when_settled(cx, value.into()).await?;
        self.yield_awaited(cx, value).await
    }

    /// AsyncGeneratorYield (ECMA-262 §27.6.3.8).
    async fn yield_awaited(self, cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, Resumption<'h>> {
        self.answer(cx, Ok(value), false)?;
        if self.first_request().is_none() {
            self.set_state(cx, State::SuspendedYield);
            suspend(cx, |_| ()).await?;
        }
        let Some(request) = self.first_request() else { return Ok(Resumption::Next(Value::Undefined)) };
        match request.resume() {
            Resume::Next => Ok(Resumption::Next(request.value())),
            Resume::Throw => Err(cx.throw(request.value())),
            // AsyncGeneratorUnwrapYieldResumption (ECMA-262 §27.6.3.7).
            Resume::Return => when_settled(cx, request.value()).await.map(Resumption::Return),
        }
    }

    /// `yield* iterable` (ECMA-262 §15.5.5).
    ///
    /// # Errors
    /// What is thrown into the generator or by the iterator.
    pub async fn yield_from(
        self,
        cx: Cx<'h>,
        iterable: impl Into<Value<'h>>,
        message: &str,
    ) -> JsResult<'h, Resumption<'h>> {
        let iterator = AsyncIteration::of(cx, iterable.into(), |method| {
            // Where V8 shows the value of an ordinary `yield*`, it shows the method here.
            message.starts_with("{callsite}").then(|| fill_message(cx, "{callsite} is not a function", method))
        })?;
        let mut received: JsResult<'h, Resumption<'h>> = Ok(Resumption::Next(Value::Undefined));
        loop {
            cx.checkpoint()?;
            let (result, is_return) = match received {
                Ok(Resumption::Next(value)) => (iterator.send(cx, value).await?, false),
                Ok(Resumption::Return(value)) => match iterator.send_return(cx, value).await? {
                    Some(result) => (result, true),
                    None => return when_settled(cx, value).await.map(Resumption::Return),
                },
                Err(throw) => match throw.exception() {
                    Some(reason) => (iterator.send_throw(cx, reason).await?, false),
                    None => return Err(throw),
                },
            };
            let is_done = result.get(cx, "done")?.truthy();
            let value = result.get(cx, "value")?;
            if is_done {
                return Ok(if is_return { Resumption::Return(value) } else { Resumption::Next(value) });
            }
            received = self.yield_awaited(cx, value).await;
        }
    }
}
