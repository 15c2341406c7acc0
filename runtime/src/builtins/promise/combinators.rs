//! `Promise.all`, `allSettled`, `any` and `race` (ECMA-262 §27.2.4).

use prickle_heap::{
    Array, Attributes, Call, Code, Cx, ErrorKind, ErrorObject, Function, FunctionKind, JsResult, Kind, Object, Value,
};

use crate::builtins::object::NOT_ITERABLE;
use crate::operations::promises::{Promise, promise_resolve};
use crate::operations::{Operations, WordedOperations};

/// Which of them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Combinator {
    All,
    AllSettled,
    Any,
    Race,
}

/// Promise.all ( iterable ) (ECMA-262 §27.2.4.1)
pub fn all<'h>(cx: Cx<'h>, values: Value<'h>) -> JsResult<'h, Object<'h>> {
    combine(cx, Combinator::All, values)
}

/// Promise.allSettled ( iterable ) (ECMA-262 §27.2.4.2)
pub fn all_settled<'h>(cx: Cx<'h>, values: Value<'h>) -> JsResult<'h, Object<'h>> {
    combine(cx, Combinator::AllSettled, values)
}

/// Promise.any ( iterable ) (ECMA-262 §27.2.4.3)
pub fn any<'h>(cx: Cx<'h>, values: Value<'h>) -> JsResult<'h, Object<'h>> {
    combine(cx, Combinator::Any, values)
}

/// Promise.race ( iterable ) (ECMA-262 §27.2.4.5)
pub fn race<'h>(cx: Cx<'h>, values: Value<'h>) -> JsResult<'h, Object<'h>> {
    combine(cx, Combinator::Race, values)
}

fn combine<'h>(cx: Cx<'h>, combinator: Combinator, values: Value<'h>) -> JsResult<'h, Object<'h>> {
    let promise = Promise::pending(cx);
    let [resolve, reject] = promise.resolving_functions(cx);
    // IfAbruptRejectPromise (ECMA-262 §27.2.1.1.1).
    if let Err(throw) = perform(cx, combinator, values, resolve, reject) {
        let Some(reason) = throw.exception() else { return Err(throw) };
        reject.call_worded(cx, "reject", &[reason])?;
    }
    Ok(promise.object())
}

// What the functions for the elements share, as the slots of a record.
/// How many elements are not settled yet, and one for the loop.
const REMAINING: usize = 0;
/// The array of values, or of reasons.
const VALUES: usize = 1;
/// What is called with the array in the end.
const FINISH: usize = 2;
/// Whether `FINISH` wants an AggregateError with the array.
const IS_ANY: usize = 3;

// What a function for an element captures.
const SHARED: usize = 0;
const INDEX: usize = 1;
const ALREADY_CALLED: usize = 2;

fn perform<'h>(
    cx: Cx<'h>,
    combinator: Combinator,
    items: Value<'h>,
    resolve: Value<'h>,
    reject: Value<'h>,
) -> JsResult<'h, ()> {
    let values = Array::with_capacity(cx, 0);
    let is_any = combinator == Combinator::Any;
    let finish = if is_any { reject } else { resolve };
    let shared = Object::with_slots(cx, Kind::Record, &[1.0.into(), values.object().into(), finish, is_any.into()]);
    for (index, item) in items.iterate_worded(cx, NOT_ITERABLE)?.enumerate() {
        cx.checkpoint()?;
        let next = promise_resolve(cx, item?)?.object();
        let handlers = if combinator == Combinator::Race {
            [resolve, reject]
        } else {
            values.push(cx, Value::Undefined)?;
            add_remaining(cx, shared, 1.0);
            let already_called = Object::with_slots(cx, Kind::Record, &[false.into()]);
            let element = |code: Code| {
                let captures = [shared.into(), (index as f64).into(), already_called.into()];
                Value::from(Function::new(cx, FunctionKind::Builtin, "", 1, &captures, code).object())
            };
            match combinator {
                Combinator::All => [element(take_value), reject],
                Combinator::AllSettled => [element(take_fulfilled), element(take_rejected)],
                Combinator::Any | Combinator::Race => [resolve, element(take_value)],
            }
        };
        next.call_method_worded(cx, "then", "then", &handlers)?;
    }
    if combinator == Combinator::Race { Ok(()) } else { one_less(cx, shared) }
}

fn add_remaining<'h>(cx: Cx<'h>, shared: Object<'h>, number: f64) -> f64 {
    let remaining = shared.slot(REMAINING).as_number().unwrap_or_default() + number;
    shared.set_slot(cx, REMAINING, remaining.into());
    remaining
}

/// One element is settled, or all are there. The last one finishes.
fn one_less<'h>(cx: Cx<'h>, shared: Object<'h>) -> JsResult<'h, ()> {
    if add_remaining(cx, shared, -1.0) > 0.0 {
        return Ok(());
    }
    let mut result = shared.slot(VALUES);
    if shared.slot(IS_ANY).truthy() {
        let error = ErrorObject::new(cx, ErrorKind::Aggregate, Some("All promises were rejected".into()));
        error.object().define_own(cx, "errors", result, Attributes::HIDDEN)?;
        result = error.object().into();
    }
    shared.slot(FINISH).call_worded(cx, "resolve", &[result]).map(|_| ())
}

/// Promise.all Resolve Element Functions (ECMA-262 §27.2.4.1.3), Promise.any Reject Element Functions (§27.2.4.3.2).
fn take_value<'h>(cx: Cx<'h>, call: Call<'h, '_>) -> JsResult<'h> {
    take(cx, call, |_, value| value)
}

/// Promise.allSettled Resolve Element Functions (ECMA-262 §27.2.4.2.2).
fn take_fulfilled<'h>(cx: Cx<'h>, call: Call<'h, '_>) -> JsResult<'h> {
    take(cx, call, |cx, value| cx.object([("status", "fulfilled".into()), ("value", value)]).into())
}

/// Promise.allSettled Reject Element Functions (ECMA-262 §27.2.4.2.3).
fn take_rejected<'h>(cx: Cx<'h>, call: Call<'h, '_>) -> JsResult<'h> {
    take(cx, call, |cx, reason| cx.object([("status", "rejected".into()), ("reason", reason)]).into())
}

fn take<'h>(cx: Cx<'h>, call: Call<'h, '_>, entry: impl FnOnce(Cx<'h>, Value<'h>) -> Value<'h>) -> JsResult<'h> {
    let (Value::Object(shared), Value::Object(already_called)) = (call.captured(SHARED), call.captured(ALREADY_CALLED))
    else {
        return Ok(Value::Undefined);
    };
    if already_called.slot(0).truthy() {
        return Ok(Value::Undefined);
    }
    already_called.set_slot(cx, 0, true.into());
    let index = call.captured(INDEX).as_number().unwrap_or_default();
    let value = entry(cx, call.arg(0));
    if let Value::Object(values) = shared.slot(VALUES) {
        values.set(cx, index, value)?;
    }
    one_less(cx, shared)?;
    Ok(Value::Undefined)
}
