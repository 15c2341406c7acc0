//! Arguments as generated closures take them.

use prickle_heap::{Array, Call, Cx, Object, Value};

/// The arguments of a callback.
pub trait CallbackArguments<'h> {
    /// The argument at an index, `undefined` where none was passed.
    fn arg(&self, index: usize) -> Value<'h>;
    /// The first arguments, `undefined` where none was passed.
    fn parameters<const N: usize>(&self) -> [Value<'h>; N];
    /// The arguments from an index on as a new array: a rest parameter.
    fn rest(&self, cx: Cx<'h>, from: usize) -> Object<'h>;
}

impl<'h> CallbackArguments<'h> for [Value<'h>] {
    #[inline]
    fn arg(&self, index: usize) -> Value<'h> {
        self.get(index).copied().unwrap_or_default()
    }

    #[inline]
    fn parameters<const N: usize>(&self) -> [Value<'h>; N] {
        std::array::from_fn(|index| self.arg(index))
    }

    fn rest(&self, cx: Cx<'h>, from: usize) -> Object<'h> {
        Array::of(cx, self.get(from..).unwrap_or_default()).object()
    }
}

/// The receiver of a sloppy-mode function.
pub trait SloppyThis<'h> {
    /// OrdinaryCallBindThis (ECMA-262 §10.2.1.2): the global object stands in for `undefined` and `null`.
    fn this_or_global(&self, cx: Cx<'h>) -> Value<'h>;
}

impl<'h> SloppyThis<'h> for Call<'h, '_> {
    fn this_or_global(&self, cx: Cx<'h>) -> Value<'h> {
        match self.this() {
            Value::Undefined | Value::Null => cx.global_object().into(),
            // A receiver that is no object becomes one.
            primitive
            @ (Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Symbol(_) | Value::BigInt(_)) => {
                super::to_object(cx, primitive).map_or(primitive, Value::from)
            }
            object @ Value::Object(_) => object,
        }
    }
}
