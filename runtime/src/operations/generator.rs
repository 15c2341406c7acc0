//! Generators (ECMA-262 §27.5). The body of a generator function is a Rust future that nobody but the generator's caller polls.

use std::future::{Future, poll_fn};
use std::task::Poll;

use prickle_heap::{Call, CoroutineId, Cx, ErrorKind, JsResult, Kind, Object, Prototype, Symbol, Value};

use super::Operations;
use super::iterator_record::{IteratorRecord, abandon, result_object};
use crate::errors::{display, fill_message, throw_error};

// Slots of generator objects.
const STATE: usize = 0;
/// Where the body is: its index, and in two numbers its turn.
const BODY: usize = 1;
/// What the caller sent, and how.
const SENT: usize = 4;
const SENT_KIND: usize = 5;
/// What the body has yielded, and whether that is the result object already.
const YIELDED: usize = 6;
const IS_RESULT: usize = 7;
const SLOTS: usize = 8;

/// The `[[GeneratorState]]` of a generator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    SuspendedStart,
    SuspendedYield,
    Executing,
    Completed,
}

/// How a caller resumes a generator: by one of its three methods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Resume {
    /// `next(value)`
    Next,
    /// `throw(value)`
    Throw,
    /// `return(value)`
    Return,
}

/// How a generator goes on behind a `yield`, unless that throws.
#[derive(Clone, Copy, Debug)]
pub enum Resumption<'h> {
    /// With the value of `next(value)`.
    Next(Value<'h>),
    /// With the `return` of `return(value)`.
    Return(Value<'h>),
}

/// A generator object.
#[derive(Clone, Copy)]
pub struct Generator<'h>(Object<'h>);

/// `yield value` (ECMA-262 §15.5.5). Ends the function, or the `try` block around, if the caller wants the generator to return; iterations that are
/// open there are closed first.
#[macro_export]
macro_rules! yield_ {
    ($cx:ident, $generator:ident, $value:expr $(, $open:ident)* $(,)?) => {
        match $generator.yield_($cx, $value).await? {
            $crate::operations::Resumption::Next(value) => value,
            $crate::operations::Resumption::Return(value) => {
                $( $open.close($cx)?; )*
                return Ok(value.into());
            }
        }
    };
}

/// `yield* value` (ECMA-262 §15.5.5), with V8's message for what cannot be iterated where that is not the usual one.
#[macro_export]
macro_rules! yield_from {
    ($cx:ident, $generator:ident, $value:expr $(, $open:ident)* $(,)?) => {
        $crate::yield_from!(
            $cx,
            $generator,
            $value,
            "{callsite} is not iterable (cannot read property Symbol(Symbol.iterator))"
            $(, $open)*
        )
    };
    ($cx:ident, $generator:ident, $value:expr, $message:literal $(, $open:ident)* $(,)?) => {
        match $generator.yield_from($cx, $value, $message).await? {
            $crate::operations::Resumption::Next(value) => value,
            $crate::operations::Resumption::Return(value) => {
                $( $open.close($cx)?; )*
                return Ok(value.into());
            }
        }
    };
}

impl<'h> Generator<'h> {
    /// The generator of a call of a generator function (ECMA-262 §15.5.2), without its body.
    pub fn new(cx: Cx<'h>, call: &Call<'h, '_>) -> JsResult<'h, Generator<'h>> {
        let object = Object::with_slots(cx, Kind::Generator, &[Value::Undefined; SLOTS]);
        // OrdinaryCreateFromConstructor: %GeneratorPrototype% stands in for what is no object.
        if let Value::Object(prototype) = call.function().object().get(cx, "prototype")? {
            object.set_prototype(cx, Prototype::Object(prototype));
        }
        Ok(Generator(object))
    }

    /// Gives the generator its body, which runs from the first `next` on.
    pub fn start(self, cx: Cx<'h>, body: impl Future<Output = JsResult<'h>> + 'h) -> JsResult<'h> {
        cx.check_memory(size_of_val(&body))?;
        let id = cx.add_coroutine(body);
        self.set_state(cx, State::SuspendedStart);
        self.0.set_slot(cx, BODY, id.index.into());
        self.0.set_slot(cx, BODY + 1, ((id.turn >> 32) as u32).into());
        self.0.set_slot(cx, BODY + 2, (id.turn as u32).into());
        Ok(self.0.into())
    }

    /// The view, if the value is a generator.
    pub(crate) fn from_value(value: Value<'h>) -> Option<Generator<'h>> {
        value.as_kind(Kind::Generator).filter(|object| object.slot_count() == SLOTS).map(Generator)
    }

    fn number(self, slot: usize) -> u32 {
        self.0.slot(slot).as_number().unwrap_or_default() as u32
    }

    fn state(self) -> State {
        match self.number(STATE) {
            0 => State::SuspendedStart,
            1 => State::SuspendedYield,
            2 => State::Executing,
            _ => State::Completed,
        }
    }

    fn set_state(self, cx: Cx<'h>, state: State) {
        self.0.set_slot(cx, STATE, (state as u32).into());
    }

    fn body(self) -> CoroutineId {
        let turn = u64::from(self.number(BODY + 1)) << 32 | u64::from(self.number(BODY + 2));
        CoroutineId { index: self.number(BODY), turn }
    }

    /// GeneratorResume and GeneratorResumeAbrupt (ECMA-262 §27.5.3.3, §27.5.3.4).
    pub(crate) fn resume(self, cx: Cx<'h>, how: Resume, value: Value<'h>) -> JsResult<'h, Object<'h>> {
        match (self.state(), how) {
            (State::Executing, _) => {
                return Err(throw_error(cx, ErrorKind::Type, "Generator is already running"));
            }
            (State::SuspendedStart, Resume::Throw | Resume::Return) => {
                // Nothing has run that could notice.
                abandon(|| cx.drop_coroutine(self.body()));
                self.set_state(cx, State::Completed);
                return self.resume(cx, how, value);
            }
            (State::Completed, Resume::Next) => return Ok(iteration_result(cx, Value::Undefined, true)),
            (State::Completed, Resume::Throw) => return Err(cx.throw(value)),
            (State::Completed, Resume::Return) => return Ok(iteration_result(cx, value, true)),
            (State::SuspendedStart, Resume::Next) | (State::SuspendedYield, _) => {}
        }
        cx.check_stack()?;
        cx.checkpoint()?;
        self.0.set_slot(cx, SENT, value);
        self.0.set_slot(cx, SENT_KIND, (how as u32).into());
        self.set_state(cx, State::Executing);
        let Some(step) = cx.resume_coroutine(self.body()) else {
            self.set_state(cx, State::Completed);
            return Err(cx.unsupported("resuming a generator of an earlier event"));
        };
        match step {
            Poll::Pending => {
                self.set_state(cx, State::SuspendedYield);
                let yielded = self.0.slot(YIELDED);
                match yielded {
                    Value::Object(result) if self.0.slot(IS_RESULT).truthy() => Ok(result),
                    value => Ok(iteration_result(cx, value, false)),
                }
            }
            Poll::Ready(result) => {
                self.set_state(cx, State::Completed);
                result.map(|value| iteration_result(cx, value, true))
            }
        }
    }

    /// GeneratorYield (ECMA-262 §27.5.3.7) with a value or a result object; what the caller sends then.
    async fn suspend(self, cx: Cx<'h>, value: Value<'h>, is_result: bool) -> (Resume, Value<'h>) {
        self.0.set_slot(cx, YIELDED, value);
        self.0.set_slot(cx, IS_RESULT, is_result.into());
        let mut is_suspended = false;
        poll_fn(|_| if std::mem::replace(&mut is_suspended, true) { Poll::Ready(()) } else { Poll::Pending }).await;
        let how = match self.number(SENT_KIND) {
            0 => Resume::Next,
            1 => Resume::Throw,
            _ => Resume::Return,
        };
        (how, self.0.slot(SENT))
    }

    /// `yield value`
    pub async fn yield_(self, cx: Cx<'h>, value: impl Into<Value<'h>>) -> JsResult<'h, Resumption<'h>> {
        match self.suspend(cx, value.into(), false).await {
            (Resume::Next, value) => Ok(Resumption::Next(value)),
            (Resume::Throw, value) => Err(cx.throw(value)),
            (Resume::Return, value) => Ok(Resumption::Return(value)),
        }
    }

    /// `yield* iterable`. `message` is V8's, for what cannot be iterated.
    pub async fn yield_from(
        self,
        cx: Cx<'h>,
        iterable: impl Into<Value<'h>>,
        message: &str,
    ) -> JsResult<'h, Resumption<'h>> {
        let mut record = iterator_of(cx, iterable.into(), message)?;
        // Its end is the business of whoever resumes this generator.
        record.finish();
        let (mut how, mut value) = (Resume::Next, Value::Undefined);
        loop {
            cx.checkpoint()?;
            let result = match how {
                Resume::Next => record.next(cx, &[value])?,
                Resume::Throw => match record.method(cx, "throw")? {
                    Some(method) => result_object(cx, method.call(cx, "throw", &[value])?)?,
                    None => {
                        record.close(cx)?;
                        let message = "The iterator does not provide a 'throw' method.";
                        return Err(throw_error(cx, ErrorKind::Type, message));
                    }
                },
                Resume::Return => match record.method(cx, "return")? {
                    Some(method) => result_object(cx, method.call(cx, "return", &[value])?)?,
                    None => return Ok(Resumption::Return(value)),
                },
            };
            if result.get(cx, "done")?.truthy() {
                let value = result.get(cx, "value")?;
                return Ok(if how == Resume::Return { Resumption::Return(value) } else { Resumption::Next(value) });
            }
            (how, value) = self.suspend(cx, result.into(), true).await;
        }
    }
}

/// The end of a turn: generators that have not ended are forgotten, and nothing of them runs any more.
pub(crate) fn abandon_generators(cx: Cx<'_>) {
    if cx.has_coroutines() {
        abandon(|| cx.abandon_coroutines());
    }
}

/// The iterator of a value, as an object.
fn iterator_of<'h>(cx: Cx<'h>, value: Value<'h>, message: &str) -> JsResult<'h, IteratorRecord<'h>> {
    let method = if value.is_nullish() { Value::Undefined } else { value.get(cx, Symbol::ITERATOR)? };
    match method.as_function() {
        Some(method) => IteratorRecord::of(cx, method.call(cx, value, &[])?),
        None => Err(throw_error(cx, ErrorKind::Type, fill_message(cx, message, value))),
    }
}

/// CreateIterResultObject (ECMA-262 §7.4.14).
pub(crate) fn iteration_result<'h>(cx: Cx<'h>, value: Value<'h>, done: bool) -> Object<'h> {
    cx.object([("value", value), ("done", done.into())])
}

/// The generator that a method of generators is called on.
pub(crate) fn this_generator<'h>(cx: Cx<'h>, this: Value<'h>, name: &str) -> JsResult<'h, Generator<'h>> {
    Generator::from_value(this).ok_or_else(|| {
        let message =
            format!("Method [Generator].prototype.{name} called on incompatible receiver {}", display(cx, this));
        throw_error(cx, ErrorKind::Type, cx.string(&message))
    })
}
