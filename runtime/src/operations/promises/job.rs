//! Jobs and reactions (ECMA-262 §27.2.2).

use prickle_heap::{Cx, JsResult, Kind, Object, Value};

use super::function::resume_frame;
use super::{Handler, Promise, State};
use crate::operations::WordedOperations;

// Slots of the record of a reaction (ECMA-262 §27.2.1.2), which becomes that of its job.
const ON_FULFILLED: usize = 0;
const ON_REJECTED: usize = 1;
/// The promise that `then` returned; what waits, if the reaction resumes something; or the promise that a thenable settles.
const TARGET: usize = 2;
/// Of a promise: the next of its reactions.
pub(super) const NEXT: usize = 3;
/// Of a job: the value or reason, or the thenable.
const ARGUMENT: usize = 4;
/// Of a job: a [`Task`].
const TASK: usize = 5;
const SLOTS: usize = 6;

/// What a job does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Task {
    /// NewPromiseReactionJob of a fulfilled promise.
    Fulfilled,
    /// NewPromiseReactionJob of a rejected promise.
    Rejected,
    /// NewPromiseResolveThenableJob: calls the method `then`, which is in the slot of `onFulfilled`.
    ResolveThenable,
}

/// The record of a reaction.
pub(super) fn reaction<'h>(cx: Cx<'h>, handler: Handler<'h>) -> Object<'h> {
    let mut slots = [Value::Undefined; SLOTS];
    match handler {
        Handler::Call { on_fulfilled, on_rejected, derived } => {
            slots[ON_FULFILLED] = on_fulfilled;
            slots[ON_REJECTED] = on_rejected;
            slots[TARGET] = derived.map_or(Value::Undefined, |derived| derived.object().into());
        }
        Handler::Resume(frame) => slots[TARGET] = frame.into(),
    }
    Object::with_slots(cx, Kind::Record, &slots)
}

/// Enqueues the job of a reaction whose promise is settled.
pub(super) fn react<'h>(cx: Cx<'h>, reaction: Object<'h>, state: State, argument: Value<'h>) {
    let task = if state == State::Fulfilled { Task::Fulfilled } else { Task::Rejected };
    reaction.set_slot(cx, NEXT, Value::Undefined);
    reaction.set_slot(cx, ARGUMENT, argument);
    reaction.set_slot(cx, TASK, (task as u32).into());
    cx.enqueue_job(reaction);
}

/// Enqueues a NewPromiseResolveThenableJob (ECMA-262 §27.2.2.2).
pub(super) fn resolve_thenable<'h>(cx: Cx<'h>, promise: Promise<'h>, thenable: Value<'h>, then: Value<'h>) {
    let handler = Handler::Call { on_fulfilled: then, on_rejected: Value::Undefined, derived: Some(promise) };
    let job = reaction(cx, handler);
    job.set_slot(cx, ARGUMENT, thenable);
    job.set_slot(cx, TASK, (Task::ResolveThenable as u32).into());
    cx.enqueue_job(job);
}

/// Runs a job.
///
/// # Errors
/// Only the end of the turn.
pub(super) fn run<'h>(cx: Cx<'h>, job: Object<'h>) -> JsResult<'h, ()> {
    cx.checkpoint()?;
    let argument = job.slot(ARGUMENT);
    let target = job.slot(TARGET);
    let task = job.slot(TASK).as_number().unwrap_or_default() as u32;
    if task == Task::ResolveThenable as u32 {
        let Some(promise) = Promise::from_value(target) else { return Ok(()) };
        let [resolve, reject] = promise.resolving_functions(cx);
        return match job.slot(ON_FULFILLED).call_with_this_worded(cx, argument, "then", &[resolve, reject]) {
            Ok(_) => Ok(()),
            Err(throw) => match throw.exception() {
                Some(reason) => reject.call_worded(cx, "reject", &[reason]).map(|_| ()),
                None => Err(throw),
            },
        };
    }
    let is_fulfilled = task == Task::Fulfilled as u32;
    if let Some(frame) = target.as_kind(Kind::Record) {
        return resume_frame(cx, frame, if is_fulfilled { Ok(argument) } else { Err(cx.throw(argument)) });
    }
    let handler = job.slot(if is_fulfilled { ON_FULFILLED } else { ON_REJECTED });
    let completion = match handler.as_function() {
        Some(handler) => handler.call(cx, Value::Undefined, &[argument]),
        None if is_fulfilled => Ok(argument),
        None => Err(cx.throw(argument)),
    };
    match Promise::from_value(target) {
        Some(derived) => derived.complete(cx, completion),
        None => match completion {
            Err(throw) if throw.exception().is_none() => Err(throw),
            _ => Ok(()),
        },
    }
}
