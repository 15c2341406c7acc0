//! `Promise` (ECMA-262 §27.2).

mod combinators;

use prickle_heap::{Cx, ErrorKind, Function, FunctionKind, JsResult, Object, Value};

use crate::builtins::error::throw_type_error;
use crate::builtins::table::ClassId;
use crate::errors::{display, throw_error};
use crate::intrinsics;
use crate::operations::promises::{Handler, Promise, check_species, promise_resolve};
use crate::operations::{Operations, WordedOperations};

pub use combinators::{all, all_settled, any, race};

/// Promise ( executor ) without `new` (ECMA-262 §27.2.3.1)
pub fn call<'h>(cx: Cx<'h>, _: &[Value<'h>]) -> JsResult<'h> {
    Err(throw_type_error(cx, "Promise constructor cannot be invoked without 'new'"))
}

/// Promise ( executor ) (ECMA-262 §27.2.3.1)
pub fn construct<'h>(cx: Cx<'h>, executor: Value<'h>) -> JsResult<'h, Object<'h>> {
    let Some(executor) = executor.as_function() else {
        let message = format!("Promise resolver {} is not a function", display(cx, executor));
        return Err(throw_error(cx, ErrorKind::Type, cx.string(&message)));
    };
    let promise = Promise::pending(cx);
    let [resolve, reject] = promise.resolving_functions(cx);
    if let Err(throw) = executor.call(cx, Value::Undefined, &[resolve, reject]) {
        let Some(reason) = throw.exception() else { return Err(throw) };
        reject.call_worded(cx, "reject", &[reason])?;
    }
    Ok(promise.object())
}

/// Promise.resolve ( x ) (ECMA-262 §27.2.4.7)
pub fn resolve<'h>(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, Object<'h>> {
    promise_resolve(cx, value).map(Promise::object)
}

/// Promise.reject ( r ) (ECMA-262 §27.2.4.6)
pub fn reject<'h>(cx: Cx<'h>, reason: Value<'h>) -> Object<'h> {
    let promise = Promise::pending(cx);
    promise.reject(cx, reason);
    promise.object()
}

/// Promise.prototype.then (ECMA-262 §27.2.5.4)
pub fn then<'h>(
    cx: Cx<'h>,
    this: Object<'h>,
    on_fulfilled: Value<'h>,
    on_rejected: Value<'h>,
) -> JsResult<'h, Object<'h>> {
    let promise = Promise::from_value(this.into()).expect("the receiver is checked before the call");
    check_species(cx, promise)?;
    let derived = Promise::pending(cx);
    promise.then(cx, Handler::Call { on_fulfilled, on_rejected, derived: Some(derived) });
    Ok(derived.object())
}

/// Promise.prototype.catch (ECMA-262 §27.2.5.1)
pub fn catch<'h>(cx: Cx<'h>, this: Object<'h>, on_rejected: Value<'h>) -> JsResult<'h> {
    invoke_then(cx, this.into(), [Value::Undefined, on_rejected])
}

/// Promise.prototype.finally (ECMA-262 §27.2.5.3)
pub fn finally<'h>(cx: Cx<'h>, this: Object<'h>, on_finally: Value<'h>) -> JsResult<'h> {
    match Promise::from_value(this.into()) {
        Some(promise) => check_species(cx, promise)?,
        None if this.get(cx, "constructor")?.is_undefined() => {}
        None => return Err(cx.unsupported("Promise.prototype.finally of what is no promise")),
    }
    if !on_finally.is_callable() {
        return invoke_then(cx, this.into(), [on_finally, on_finally]);
    }
    let then_finally = Function::new(cx, FunctionKind::Builtin, "", 1, &[on_finally], |cx, call| {
        let promise = resolve(cx, call.captured(0).call_worded(cx, "onFinally", &[])?)?;
        let value = Function::new(cx, FunctionKind::Builtin, "", 0, &[call.arg(0)], |_, call| Ok(call.captured(0)));
        promise.call_method_worded(cx, "then", "then", &[value.object().into()])
    });
    let catch_finally = Function::new(cx, FunctionKind::Builtin, "", 1, &[on_finally], |cx, call| {
        let promise = resolve(cx, call.captured(0).call_worded(cx, "onFinally", &[])?)?;
        let thrower =
            Function::new(cx, FunctionKind::Builtin, "", 0, &[call.arg(0)], |cx, call| Err(cx.throw(call.captured(0))));
        promise.call_method_worded(cx, "then", "then", &[thrower.object().into()])
    });
    invoke_then(cx, this.into(), [then_finally.object().into(), catch_finally.object().into()])
}

/// Invoke(value, "then", arguments) in a builtin.
fn invoke_then<'h>(cx: Cx<'h>, value: Value<'h>, arguments: [Value<'h>; 2]) -> JsResult<'h> {
    let then = value.get(cx, "then")?;
    if !then.is_callable() {
        let message = format!("{} is not a function", crate::errors::call_site(cx, then));
        return Err(throw_error(cx, ErrorKind::Type, cx.string(&message)));
    }
    then.call_with_this_worded(cx, value, "then", &arguments)
}

/// The promise of something that is done already: what a method of `console` returns.
pub(crate) fn settled<'h>(cx: Cx<'h>, completion: JsResult<'h>) -> JsResult<'h, Object<'h>> {
    let promise = Promise::pending(cx);
    promise.complete(cx, completion)?;
    Ok(promise.object())
}

/// What the static methods want of their receiver, which must be the constructor of promises.
///
/// # Errors
/// V8's TypeError for what is no object; the end of the turn for other constructors.
pub(crate) fn check_constructor<'h>(cx: Cx<'h>, this: Value<'h>, name: &str) -> JsResult<'h, ()> {
    let Value::Object(object) = this else {
        let name = match name {
            "resolve" => "PromiseResolve",
            "reject" => "PromiseReject",
            name => &format!("Promise.{name}"),
        };
        return Err(throw_error(cx, ErrorKind::Type, cx.string(&format!("{name} called on non-object"))));
    };
    let constructor = intrinsics::existing_class_object(cx, ClassId::PROMISE);
    if constructor.is_some_and(|constructor| constructor.is_same(object)) {
        return Ok(());
    }
    Err(cx.unsupported("a static method of Promise on another constructor"))
}
