//! Async iteration (ECMA-262 §7.4, §27.1.4): `for await`, and `yield*` in async generators.

use prickle_heap::{Cx, ErrorKind, Function, FunctionKind, JsResult, JsStr, Object, Symbol, Throw, Value, located};

use super::function::when_settled;
use super::{Handler, Promise, promise_resolve};
use crate::errors::{call_site, fill_message, throw_error};
use crate::operations::generator::iteration_result;
use crate::operations::iterator_record::result_object;
use crate::operations::{Operations, WordedOperations};

/// An iterator whose results are awaited.
#[derive(Clone, Copy)]
pub struct AsyncIteration<'h> {
    iterator: Object<'h>,
    next: Value<'h>,
    /// The values of an ordinary iterator are awaited one by one (ECMA-262 §27.1.4.1).
    is_sync: bool,
}

/// GetIterator (ECMA-262 §7.4.3) for `for await`. `message` is V8's, for what cannot be iterated; empty where nobody knows it.
///
/// # Errors
/// What looking for the iterator throws.
#[track_caller]
pub fn iterate_async<'h>(
    cx: Cx<'h>,
    iterable: impl Into<Value<'h>>,
    message: &str,
) -> JsResult<'h, AsyncIteration<'h>> {
    let iterable = iterable.into();
    let not_iterable = |_| match message {
        // V8 prints there what came before it in the function.
        "" => None,
        message => Some(fill_message(cx, message, iterable)),
    };
    located(AsyncIteration::of(cx, iterable, not_iterable))
}

impl<'h> AsyncIteration<'h> {
    /// `not_iterable` gives V8's message where the method that should make the iterator is this value, which cannot be called; `None` if
    /// nobody knows the message.
    pub(super) fn of(
        cx: Cx<'h>,
        iterable: Value<'h>,
        not_iterable: impl FnOnce(Value<'h>) -> Option<JsStr<'h>>,
    ) -> JsResult<'h, AsyncIteration<'h>> {
        let method = iterable.get(cx, Symbol::ASYNC_ITERATOR)?;
        let (method, is_sync) =
            if method.is_nullish() { (iterable.get(cx, Symbol::ITERATOR)?, true) } else { (method, false) };
        if !method.is_callable() {
            return Err(match not_iterable(method) {
                Some(message) => throw_error(cx, ErrorKind::Type, message),
                None => cx.unsupported("this error: that a value is not async iterable"),
            });
        }
        let Value::Object(iterator) = method.call_with_this_worded(cx, iterable, "Symbol.asyncIterator", &[])? else {
            let name = if is_sync { "iterator" } else { "asyncIterator" };
            let message = format!("Result of the Symbol.{name} method is not an object");
            return Err(throw_error(cx, ErrorKind::Type, cx.string(&message)));
        };
        let next = iterator.get(cx, "next")?;
        Ok(AsyncIteration { iterator, next, is_sync })
    }

    /// The next item, awaited. `None` at the end.
    ///
    /// # Errors
    /// What the iterator throws or rejects with.
    pub async fn next(&self, cx: Cx<'h>) -> JsResult<'h, Option<Value<'h>>> {
        let result = self.step(cx, &[]).await?;
        if result.get(cx, "done")?.truthy() { Ok(None) } else { result.get(cx, "value").map(Some) }
    }

    /// `iterator.next(value)`, awaited.
    pub(super) async fn send(&self, cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, Object<'h>> {
        self.step(cx, &[value]).await
    }

    async fn step(&self, cx: Cx<'h>, arguments: &[Value<'h>]) -> JsResult<'h, Object<'h>> {
        let result = match self.next.as_function() {
            Some(next) => next.call(cx, self.iterator.into(), arguments),
            None => {
                let message = format!("{} is not a function", call_site(cx, self.next));
                Err(throw_error(cx, ErrorKind::Type, cx.string(&message)))
            }
        };
        self.awaited(cx, result).await
    }

    /// `iterator.return(value)`, awaited. `None` if there is no such method.
    pub(super) async fn send_return(&self, cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, Option<Object<'h>>> {
        match self.method(cx, "return")? {
            Some(method) => {
                let result = method.call_with_this_worded(cx, self.iterator, "return", &[value]);
                self.awaited(cx, result).await.map(Some)
            }
            None if self.is_sync => {
                self.closed(cx).await?;
                Ok(Some(iteration_result(cx, value, true)))
            }
            None => Ok(None),
        }
    }

    /// `iterator.throw(reason)`, awaited.
    pub(super) async fn send_throw(&self, cx: Cx<'h>, reason: Value<'h>) -> JsResult<'h, Object<'h>> {
        match self.method(cx, "throw")? {
            Some(method) => {
                let result = method.call_with_this_worded(cx, self.iterator, "throw", &[reason]);
                self.awaited(cx, result).await
            }
            // Until 2023 the standard rejected with the reason itself, and did not close the iterator.
            None if self.is_sync => self.awaited(cx, Err(cx.throw(reason))).await,
            None => {
                self.close(cx).await?;
                Err(throw_error(cx, ErrorKind::Type, "The iterator does not provide a 'throw' method."))
            }
        }
    }

    /// AsyncIteratorClose (ECMA-262 §7.4.13) with a completion that is no exception.
    ///
    /// # Errors
    /// What the method `return` throws or rejects with.
    pub async fn close(&self, cx: Cx<'h>) -> JsResult<'h, ()> {
        let Some(method) = self.method(cx, "return")? else {
            return if self.is_sync { self.closed(cx).await } else { Ok(()) };
        };
        let result = method.call_with_this_worded(cx, self.iterator, "return", &[]);
        self.awaited(cx, result).await.map(|_| ())
    }

    /// AsyncIteratorClose (ECMA-262 §7.4.13) with an exception, which hides what the method `return` throws.
    pub async fn close_after(&self, cx: Cx<'h>, exception: Value<'h>) -> Throw<'h> {
        match self.close(cx).await {
            Err(throw) if throw.exception().is_none() => throw,
            _ => cx.throw(exception),
        }
    }

    /// What async iterators of ordinary iterators do for a missing method `return` (ECMA-262 §27.1.4.2.2): a promise that is resolved.
    async fn closed(&self, cx: Cx<'h>) -> JsResult<'h, ()> {
        when_settled(cx, Value::Undefined).await.map(|_| ())
    }

    fn method(&self, cx: Cx<'h>, key: &'static str) -> JsResult<'h, Option<Value<'h>>> {
        let method = self.iterator.get(cx, key)?;
        if method.is_nullish() {
            return Ok(None);
        }
        if !method.is_callable() {
            let message = format!("{} is not a function", call_site(cx, method));
            return Err(throw_error(cx, ErrorKind::Type, cx.string(&message)));
        }
        Ok(Some(method))
    }

    /// The result of a method, which must be an object.
    async fn awaited(&self, cx: Cx<'h>, result: JsResult<'h>) -> JsResult<'h, Object<'h>> {
        let result = if self.is_sync { continuation(cx, result)?.object().into() } else { result? };
        result_object(cx, when_settled(cx, result).await?)
    }
}

/// AsyncFromSyncIteratorContinuation (ECMA-262 §27.1.4.4): the promise of a result whose value has been awaited.
fn continuation<'h>(cx: Cx<'h>, result: JsResult<'h>) -> JsResult<'h, Promise<'h>> {
    let promise = Promise::pending(cx);
    let parts = || {
        let result = result_object(cx, result?)?;
        let done = result.get(cx, "done")?.truthy();
        let value = result.get(cx, "value")?;
        Ok((promise_resolve(cx, value)?, done))
    };
    match parts() {
        Ok((value, done)) => {
            let unwrap = Function::new(cx, FunctionKind::Builtin, "", 1, &[done.into()], |cx, call| {
                Ok(iteration_result(cx, call.arg(0), call.captured(0).truthy()).into())
            });
            let on_fulfilled = unwrap.object().into();
            value.then(cx, Handler::Call { on_fulfilled, on_rejected: Value::Undefined, derived: Some(promise) });
        }
        Err(throw) => promise.complete(cx, Err(throw))?,
    }
    Ok(promise)
}
