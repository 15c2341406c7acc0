//! Promises (ECMA-262 §27.2): objects, reactions and jobs. The rows of `Promise` are in `builtins/promise`.

mod function;
mod generator;
mod host;
mod iteration;
mod job;

use function::resume_frame;
pub use function::start_async;
pub(crate) use function::when_settled;
pub use generator::AsyncGenerator;
pub use host::host_promise;
pub(crate) use host::{drain, host_call, host_call_batch, outcome};
pub use iteration::{AsyncIteration, iterate_async};

use prickle_heap::{Cx, ErrorKind, Function, FunctionKind, JsResult, Kind, Object, Thrown, Value};

use super::Operations;
use crate::builtins::table::ClassId;
use crate::errors::throw_error;
use crate::intrinsics;

// Slots of promises.
const STATE: usize = 0;
/// The value or the reason.
const RESULT: usize = 1;
/// The first and the last of the reactions that wait for it, a list linked by their slot `NEXT`.
const FIRST_REACTION: usize = 2;
const LAST_REACTION: usize = 3;
const SLOTS: usize = 4;

/// `[[PromiseState]]`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Nothing is known yet.
    Pending,
    /// It has a value.
    Fulfilled,
    /// It has a reason.
    Rejected,
}

/// A promise.
#[derive(Clone, Copy)]
pub(crate) struct Promise<'h>(Object<'h>);

/// What is to happen when a promise is settled: the handlers of `then`, or a function of ours.
#[derive(Clone, Copy)]
pub(crate) enum Handler<'h> {
    /// Calls one of the two, where they are functions, and settles the derived promise with what comes of it.
    Call {
        /// `onFulfilled`
        on_fulfilled: Value<'h>,
        /// `onRejected`
        on_rejected: Value<'h>,
        /// The promise that `then` returned.
        derived: Option<Promise<'h>>,
    },
    /// Resumes what waits, see [`Frame`].
    Resume(Object<'h>),
}

impl<'h> Promise<'h> {
    /// A new promise, pending.
    pub(crate) fn pending(cx: Cx<'h>) -> Promise<'h> {
        Promise(Object::with_slots(
            cx,
            Kind::Promise,
            &[0.0.into(), Value::Undefined, Value::Undefined, Value::Undefined],
        ))
    }

    /// The view, if the value is a promise.
    pub(crate) fn from_value(value: Value<'h>) -> Option<Promise<'h>> {
        value.as_kind(Kind::Promise).filter(|object| object.slot_count() == SLOTS).map(Promise)
    }

    /// The object.
    pub(crate) fn object(self) -> Object<'h> {
        self.0
    }

    /// `[[PromiseState]]`
    pub(crate) fn state(self) -> State {
        match self.0.slot(STATE).as_number().unwrap_or_default() as u32 {
            0 => State::Pending,
            1 => State::Fulfilled,
            _ => State::Rejected,
        }
    }

    /// `[[PromiseResult]]`
    pub(crate) fn result(self) -> Value<'h> {
        self.0.slot(RESULT)
    }

    /// The steps of a promise resolve function (ECMA-262 §27.2.1.3.2) that come after the look at `[[AlreadyResolved]]`.
    ///
    /// # Errors
    /// Only the end of the turn.
    pub(crate) fn resolve(self, cx: Cx<'h>, resolution: Value<'h>) -> JsResult<'h, ()> {
        let Value::Object(object) = resolution else {
            self.settle(cx, State::Fulfilled, resolution);
            return Ok(());
        };
        if object.is_same(self.0) {
            let error = throw_error(cx, ErrorKind::Type, "Chaining cycle detected for promise #<Promise>");
            return self.complete(cx, Err(error));
        }
        let then = match object.get(cx, "then") {
            Ok(then) => then,
            Err(throw) => return self.complete(cx, Err(throw)),
        };
        if then.is_callable() {
            job::resolve_thenable(cx, self, resolution, then);
        } else {
            self.settle(cx, State::Fulfilled, resolution);
        }
        Ok(())
    }

    /// RejectPromise (ECMA-262 §27.2.1.7).
    pub(crate) fn reject(self, cx: Cx<'h>, reason: Value<'h>) {
        self.settle(cx, State::Rejected, reason);
    }

    /// Settles the promise with the end of a function.
    ///
    /// # Errors
    /// Only the end of the turn.
    pub(crate) fn complete(self, cx: Cx<'h>, completion: JsResult<'h>) -> JsResult<'h, ()> {
        match completion {
            Ok(value) => self.resolve(cx, value),
            Err(throw) => match throw.thrown() {
                Thrown::Exception(reason) => {
                    self.reject(cx, reason);
                    Ok(())
                }
                Thrown::Terminated(_) => Err(throw),
            },
        }
    }

    /// FulfillPromise, RejectPromise and TriggerPromiseReactions (ECMA-262 §27.2.1.4, §27.2.1.7, §27.2.1.8).
    fn settle(self, cx: Cx<'h>, state: State, result: Value<'h>) {
        self.0.set_slot(cx, STATE, (state as u32).into());
        self.0.set_slot(cx, RESULT, result);
        let mut next = self.0.slot(FIRST_REACTION);
        self.0.set_slot(cx, FIRST_REACTION, Value::Undefined);
        self.0.set_slot(cx, LAST_REACTION, Value::Undefined);
        while let Value::Object(reaction) = next {
            next = reaction.slot(job::NEXT);
            job::react(cx, reaction, state, self.0.slot(RESULT));
        }
    }

    /// PerformPromiseThen (ECMA-262 §27.2.5.4.1).
    pub(crate) fn then(self, cx: Cx<'h>, handler: Handler<'h>) {
        let reaction = job::reaction(cx, handler);
        match self.state() {
            State::Pending => {
                if let Value::Object(last) = self.0.slot(LAST_REACTION) {
                    last.set_slot(cx, job::NEXT, reaction.into());
                } else {
                    self.0.set_slot(cx, FIRST_REACTION, reaction.into());
                }
                self.0.set_slot(cx, LAST_REACTION, reaction.into());
            }
            state => job::react(cx, reaction, state, self.result()),
        }
    }

    /// CreateResolvingFunctions (ECMA-262 §27.2.1.3).
    pub(crate) fn resolving_functions(self, cx: Cx<'h>) -> [Value<'h>; 2] {
        // `[[AlreadyResolved]]`, which the two share.
        let already_resolved = Object::with_slots(cx, Kind::Record, &[false.into()]);
        let captures = [self.0.into(), already_resolved.into()];
        let resolve = Function::new(cx, FunctionKind::Builtin, "", 1, &captures, |cx, call| {
            if let Some(promise) = unresolved(cx, call.captures()) {
                promise.resolve(cx, call.arg(0))?;
            }
            Ok(Value::Undefined)
        });
        let reject = Function::new(cx, FunctionKind::Builtin, "", 1, &captures, |cx, call| {
            if let Some(promise) = unresolved(cx, call.captures()) {
                promise.reject(cx, call.arg(0));
            }
            Ok(Value::Undefined)
        });
        [resolve.object().into(), reject.object().into()]
    }
}

/// The promise of a resolving function, unless it has been resolved; from now on it has.
fn unresolved<'h>(cx: Cx<'h>, [promise, already_resolved]: [Value<'h>; 2]) -> Option<Promise<'h>> {
    let record = already_resolved.as_object()?;
    if record.slot(0).truthy() {
        return None;
    }
    record.set_slot(cx, 0, true.into());
    Promise::from_value(promise)
}

/// PromiseResolve (ECMA-262 §27.2.4.7.1) with %Promise% as the constructor.
pub(crate) fn promise_resolve<'h>(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, Promise<'h>> {
    if let Some(promise) = Promise::from_value(value)
        && has_own_constructor(cx, promise)?
    {
        return Ok(promise);
    }
    let promise = Promise::pending(cx);
    promise.resolve(cx, value)?;
    Ok(promise)
}

/// The property `constructor` of the promise is %Promise%.
fn has_own_constructor<'h>(cx: Cx<'h>, promise: Promise<'h>) -> JsResult<'h, bool> {
    if promise.0.unextended_kind() == Some(Kind::Promise) && !intrinsics::has_prototype(cx, ClassId::PROMISE) {
        return Ok(true);
    }
    let constructor = promise.0.get(cx, "constructor")?;
    Ok(constructor.as_object().is_some_and(|object| object.is_same(intrinsics::class_object(cx, ClassId::PROMISE))))
}

/// SpeciesConstructor (ECMA-262 §7.3.23) of a promise, which must be %Promise%: no other class makes promises here.
///
/// # Errors
/// Where the program has given the promise another constructor.
pub(crate) fn check_species<'h>(cx: Cx<'h>, promise: Promise<'h>) -> JsResult<'h, ()> {
    if has_own_constructor(cx, promise)? {
        Ok(())
    } else {
        Err(cx.unsupported("a promise with a constructor of its own"))
    }
}
