//! Completions: `throw`, `try`, and jumps out of a `try`.

use std::future::Future;

use prickle_heap::{Cx, JsResult, Thrown, Value};

/// How the body of a `try` ended, if it did not throw and there is more than one way.
#[derive(Clone, Copy, Debug)]
pub enum Flow<'h> {
    /// It ran to its end.
    Next,
    /// `return value`
    Return(Value<'h>),
    /// A `break` or `continue` to a place outside, by the number that the compiler gave to the jump.
    Break(u32),
}

impl<'h> From<Value<'h>> for Flow<'h> {
    /// `return value`
    fn from(value: Value<'h>) -> Self {
        Flow::Return(value)
    }
}

/// Runs the body of a `try` (ECMA-262 §14.15): what it gives, or what it threw. The end of the plugin's turn is neither.
#[inline]
pub fn attempt<'h, T>(body: impl FnOnce() -> JsResult<'h, T>) -> JsResult<'h, Result<T, Value<'h>>> {
    caught(body())
}

/// As [`attempt`], for a body that waits for the host.
#[inline]
pub async fn attempt_async<'h, T>(body: impl Future<Output = JsResult<'h, T>>) -> JsResult<'h, Result<T, Value<'h>>> {
    caught(body.await)
}

fn caught<T>(result: JsResult<'_, T>) -> JsResult<'_, Result<T, Value<'_>>> {
    match result {
        Ok(value) => Ok(Ok(value)),
        Err(throw) => match throw.thrown() {
            Thrown::Exception(value) => Ok(Err(value)),
            Thrown::Terminated(_) => Err(throw),
        },
    }
}

/// The throw completion of `throw value` (ECMA-262 §14.14).
#[inline]
pub fn throw<'h, T>(cx: Cx<'h>, value: impl Into<Value<'h>>) -> JsResult<'h, T> {
    Err(cx.throw(value.into()))
}
