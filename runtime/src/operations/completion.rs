//! Completions: `throw`, `try`, and jumps out of a `try`.

use prickle_heap::{JsResult, Throw, Value};

/// How the body of a `try` ended, if it did not throw.
#[derive(Clone, Copy, Debug)]
pub enum Flow<'h> {
    /// It ran to its end.
    Next,
    /// `return value`
    Return(Value<'h>),
    /// A `break` or `continue` to a place outside, by the number that the compiler gave to the jump.
    Break(u32),
}

/// Runs the body of a `try` (ECMA-262 §14.15). A function of its own so that `?` in the body ends only the body.
#[inline]
pub fn attempt<'h>(body: impl FnOnce() -> JsResult<'h, Flow<'h>>) -> JsResult<'h, Flow<'h>> {
    body()
}

/// The throw completion of `throw value` (ECMA-262 §14.14).
#[inline]
pub fn throw<'h, T>(value: impl Into<Value<'h>>) -> JsResult<'h, T> {
    Err(Throw::Exception(value.into()))
}
