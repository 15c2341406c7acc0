//! The classes of errors besides `Error`.

use prickle_heap::{Array, Attributes, Cx, ErrorKind, JsResult, Object, Value};

use super::error::new_error;
use super::object::NOT_ITERABLE;
use crate::operations::WordedOperations;

/// The classes that differ from `Error` by their name only.
macro_rules! native_errors {
    ($($(#[$doc:meta])* $module:ident: $kind:ident;)+) => { $(
        $(#[$doc])*
        pub mod $module {
            use super::*;

            /// NativeError ( message [ , options ] ) (ECMA-262 §20.5.6.1.1)
            pub fn call<'h>(cx: Cx<'h>, message: Option<Value<'h>>, options: Option<Value<'h>>) -> JsResult<'h, Object<'h>> {
                Ok(new_error(cx, ErrorKind::$kind, message, options)?.object())
            }

            pub use call as construct;
        }
    )+ };
}

native_errors! {
    /// `EvalError`
    eval_error: Eval;
    /// `RangeError`
    range_error: Range;
    /// `ReferenceError`
    reference_error: Reference;
    /// `SyntaxError`
    syntax_error: Syntax;
    /// `TypeError`
    type_error: Type;
    /// `URIError`
    uri_error: Uri;
}

/// `AggregateError`
pub mod aggregate_error {
    use super::*;

    /// AggregateError ( errors, message [ , options ] ) (ECMA-262 §20.5.7.1.1)
    pub fn call<'h>(
        cx: Cx<'h>,
        errors: Value<'h>,
        message: Option<Value<'h>>,
        options: Option<Value<'h>>,
    ) -> JsResult<'h, Object<'h>> {
        let error = new_error(cx, ErrorKind::Aggregate, message, options)?;
        let list = Array::with_capacity(cx, 0);
        for item in errors.iterate_worded(cx, NOT_ITERABLE)? {
            cx.checkpoint()?;
            list.push(cx, item?)?;
        }
        error.object().define_own(cx, "errors", list.into(), Attributes::HIDDEN)?;
        Ok(error.object())
    }

    pub use call as construct;
}
