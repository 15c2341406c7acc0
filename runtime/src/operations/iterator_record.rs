//! Iterators of the program (ECMA-262 §7.4).

use std::cell::Cell;

use prickle_heap::{Cx, ErrorKind, JsResult, Object, Throw, Value};

use super::{Operations, WordedOperations};
use crate::errors::{call_site, display, throw_error};

/// An Iterator Record (ECMA-262 §7.4.1): closed when it is dropped before its end, as an exception does it.
pub(crate) struct IteratorRecord<'h> {
    cx: Cx<'h>,
    iterator: Object<'h>,
    next: Value<'h>,
    /// There may be more to come, so that `return` has to be called.
    is_open: bool,
}

impl<'h> IteratorRecord<'h> {
    /// GetIteratorFromMethod (ECMA-262 §7.4.4), behind the call of the method.
    pub(crate) fn of(cx: Cx<'h>, iterator: Value<'h>) -> JsResult<'h, IteratorRecord<'h>> {
        let Value::Object(iterator) = iterator else {
            return Err(throw_error(cx, ErrorKind::Type, "Result of the Symbol.iterator method is not an object"));
        };
        let next = iterator.get(cx, "next")?;
        Ok(IteratorRecord { cx, iterator, next, is_open: true })
    }

    /// The iterator.
    pub(crate) fn iterator(&self) -> Object<'h> {
        self.iterator
    }

    /// Nobody will close the iterator.
    pub(crate) fn finish(&mut self) {
        self.is_open = false;
    }

    /// Whether the iterator has a method `next`.
    pub(crate) fn has_next(&self) -> bool {
        self.next.is_callable()
    }

    /// The iterator, which nobody will close.
    pub(crate) fn release(mut self) -> Object<'h> {
        self.finish();
        self.iterator
    }

    /// IteratorNext (ECMA-262 §7.4.6) with what is sent to the iterator.
    pub(crate) fn next(&self, cx: Cx<'h>, argument: &[Value<'h>]) -> JsResult<'h, Object<'h>> {
        let result = match self.next.as_function() {
            Some(next) => next.call(cx, self.iterator.into(), argument)?,
            None => {
                let message = format!("{} is not a function", call_site(cx, self.next));
                return Err(throw_error(cx, ErrorKind::Type, cx.string(&message)));
            }
        };
        result_object(cx, result)
    }

    /// IteratorStepValue (ECMA-262 §7.4.10).
    pub(crate) fn step_value(&self, cx: Cx<'h>) -> JsResult<'h, Option<Value<'h>>> {
        match self.step(cx)? {
            Some(result) => result.get(cx, "value").map(Some),
            None => Ok(None),
        }
    }

    /// IteratorStep (ECMA-262 §7.4.9): what `next` returned, unless that was the end.
    pub(crate) fn step(&self, cx: Cx<'h>) -> JsResult<'h, Option<Object<'h>>> {
        let result = self.next(cx, &[])?;
        Ok(if result.get(cx, "done")?.truthy() { None } else { Some(result) })
    }

    /// IteratorClose (ECMA-262 §7.4.11) with a completion that is no exception.
    pub(crate) fn close(mut self, cx: Cx<'h>) -> JsResult<'h, ()> {
        self.finish();
        match self.method(cx, "return")? {
            Some(method) => result_object(cx, method.call(cx, "return", &[])?).map(|_| ()),
            None => Ok(()),
        }
    }

    /// GetMethod (ECMA-262 §7.3.11) on the iterator.
    pub(crate) fn method(&self, cx: Cx<'h>, key: &'static str) -> JsResult<'h, Option<IteratorMethod<'h>>> {
        let method = self.iterator.get(cx, key)?;
        if method.is_nullish() {
            return Ok(None);
        }
        if !method.is_callable() {
            let message = format!("{} is not a function", call_site(cx, method));
            return Err(throw_error(cx, ErrorKind::Type, cx.string(&message)));
        }
        Ok(Some(IteratorMethod { iterator: self.iterator, method }))
    }
}

/// IteratorClose (ECMA-262 §7.4.11) of an iterator that has thrown: what this throws is lost.
pub(crate) fn close_failed<'h>(cx: Cx<'h>, iterator: Object<'h>) -> JsResult<'h, ()> {
    match (IteratorRecord { cx, iterator, next: Value::Undefined, is_open: true }).close(cx) {
        Err(throw) if throw.exception().is_none() => Err(throw),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// A method of an iterator.
pub(crate) struct IteratorMethod<'h> {
    iterator: Object<'h>,
    method: Value<'h>,
}

impl<'h> IteratorMethod<'h> {
    /// Call (ECMA-262 §7.3.14).
    pub(crate) fn call(&self, cx: Cx<'h>, name: &str, arguments: &[Value<'h>]) -> JsResult<'h> {
        self.method.call_with_this_worded(cx, self.iterator, name, arguments)
    }
}

/// The result of a method of an iterator, which must be an object.
pub(crate) fn result_object<'h>(cx: Cx<'h>, result: Value<'h>) -> JsResult<'h, Object<'h>> {
    match result {
        Value::Object(result) => Ok(result),
        other => Err(not_an_object(cx, other)),
    }
}

#[cold]
fn not_an_object<'h>(cx: Cx<'h>, result: Value<'h>) -> Throw<'h> {
    let message = format!("Iterator result {} is not an object", display(cx, result));
    throw_error(cx, ErrorKind::Type, cx.string(&message))
}

thread_local! {
    /// Code of the program that waits is being thrown away, which it must not notice.
    static ABANDONING: Cell<bool> = const { Cell::new(false) };
}

/// Runs something that drops open iterators, without closing these.
pub(crate) fn abandon(body: impl FnOnce()) {
    let outer = ABANDONING.replace(true);
    body();
    ABANDONING.set(outer);
}

impl Drop for IteratorRecord<'_> {
    fn drop(&mut self) {
        if !self.is_open || ABANDONING.get() {
            return;
        }
        self.is_open = false;
        // The exception that closes the iterator hides what this may throw.
        if let Ok(Some(method)) = self.method(self.cx, "return") {
            let _ = method.call(self.cx, "return", &[]);
        }
    }
}
