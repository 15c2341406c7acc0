//! Callbacks of builtins.

use prickle_heap::{Cx, ErrorKind, JsResult, Value};

use crate::errors::{call_site, display, throw_error};

/// What builtins call back: Rust closures that the compiler writes for inline functions, and function values by [`to_callback`].
pub trait Callback<'h>: Fn(Cx<'h>, &[Value<'h>]) -> JsResult<'h> {}

impl<'h, F: Fn(Cx<'h>, &[Value<'h>]) -> JsResult<'h>> Callback<'h> for F {}

/// An inline function as callback, where the place alone does not say so: `Some(callback(|cx, args| …))`.
#[inline]
pub fn callback<'h, F: Fn(Cx<'h>, &[Value<'h>]) -> JsResult<'h>>(function: F) -> F {
    function
}

/// What a builtin wants the callback for. Decides V8's message for what cannot be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallbackRole {
    /// Most callbacks: rows with `Callback` and `CallbackWithThis`.
    Function,
    /// The comparison of `sort`.
    Comparator,
    /// The function of `flatMap`.
    Mapper,
    /// The function of `forEach` of Map and Set.
    Visitor,
}

/// A value as callback; `this` is what it gets as receiver. A TypeError for what cannot be called.
pub fn to_callback<'h>(
    cx: Cx<'h>,
    value: Value<'h>,
    this: Value<'h>,
    role: CallbackRole,
) -> JsResult<'h, impl Callback<'h> + use<'h>> {
    let Some(function) = value.as_function() else {
        let message = match role {
            CallbackRole::Function => format!("{} is not a function", display(cx, value)),
            CallbackRole::Comparator => "The comparison function must be either a function or undefined".to_owned(),
            CallbackRole::Mapper => "flatMap mapper function is not callable".to_owned(),
            CallbackRole::Visitor => format!("{} is not a function", call_site(cx, value)),
        };
        return Err(throw_error(cx, ErrorKind::Type, cx.string(&message)));
    };
    Ok(move |cx: Cx<'h>, arguments: &[Value<'h>]| function.call(cx, this, arguments))
}
