//! Async generators (ECMA-262 §27.6), and what all async iterators inherit (§27.1.3).

use prickle_heap::{Cx, ErrorKind, JsResult, Object, Value};

use super::promise::settled;
use crate::errors::{display, throw_error};
use crate::operations::{AsyncGenerator, Resume};

/// `%AsyncGeneratorPrototype%.next(value)` (ECMA-262 §27.6.1.2).
pub fn next<'h>(cx: Cx<'h>, this: Value<'h>, value: Value<'h>) -> JsResult<'h, Object<'h>> {
    request(cx, this, "next", Resume::Next, value)
}

/// `%AsyncGeneratorPrototype%.return(value)` (ECMA-262 §27.6.1.3).
pub fn return_<'h>(cx: Cx<'h>, this: Value<'h>, value: Value<'h>) -> JsResult<'h, Object<'h>> {
    request(cx, this, "return", Resume::Return, value)
}

/// `%AsyncGeneratorPrototype%.throw(exception)` (ECMA-262 §27.6.1.4).
pub fn throw<'h>(cx: Cx<'h>, this: Value<'h>, exception: Value<'h>) -> JsResult<'h, Object<'h>> {
    request(cx, this, "throw", Resume::Throw, exception)
}

fn request<'h>(cx: Cx<'h>, this: Value<'h>, name: &str, how: Resume, value: Value<'h>) -> JsResult<'h, Object<'h>> {
    if let Some(generator) = AsyncGenerator::from_value(this) {
        return generator.request(cx, how, value);
    }
    let message =
        format!("Method [AsyncGenerator].prototype.{name} called on incompatible receiver {}", display(cx, this));
    settled(cx, Err(throw_error(cx, ErrorKind::Type, cx.string(&message))))
}

/// `%AsyncIteratorPrototype%`
pub mod async_iterator {
    use prickle_heap::Value;

    /// `%AsyncIteratorPrototype%[@@asyncIterator]()` (ECMA-262 §27.1.3.1).
    pub fn async_iterator<'h>(this: Value<'h>) -> Value<'h> {
        this
    }
}
