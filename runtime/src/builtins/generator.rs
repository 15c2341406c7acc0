//! Methods of generators (ECMA-262 §27.5.1).

use prickle_heap::{Cx, JsResult, Object, Value};

use crate::operations::{Resume, this_generator};

/// `%GeneratorPrototype%.next(value)` (ECMA-262 §27.5.1.2).
pub fn next<'h>(cx: Cx<'h>, this: Value<'h>, value: Value<'h>) -> JsResult<'h, Object<'h>> {
    this_generator(cx, this, "next")?.resume(cx, Resume::Next, value)
}

/// `%GeneratorPrototype%.return(value)` (ECMA-262 §27.5.1.3).
pub fn return_<'h>(cx: Cx<'h>, this: Value<'h>, value: Value<'h>) -> JsResult<'h, Object<'h>> {
    this_generator(cx, this, "return")?.resume(cx, Resume::Return, value)
}

/// `%GeneratorPrototype%.throw(exception)` (ECMA-262 §27.5.1.4).
pub fn throw<'h>(cx: Cx<'h>, this: Value<'h>, exception: Value<'h>) -> JsResult<'h, Object<'h>> {
    this_generator(cx, this, "throw")?.resume(cx, Resume::Throw, exception)
}
