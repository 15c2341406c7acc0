//! `Boolean` (ECMA-262 §20.3).

use prickle_heap::{Cx, JsStr, Kind, Object, Value};

/// `Boolean(value)` (ECMA-262 §20.3.1.1).
pub fn call(value: Value<'_>) -> bool {
    value.truthy()
}

/// `new Boolean(value)` (ECMA-262 §20.3.1.1).
pub fn construct<'h>(cx: Cx<'h>, value: Value<'h>) -> Object<'h> {
    Object::with_slots(cx, Kind::Boxed, &[value.truthy().into()])
}

/// `Boolean.prototype.toString()` (ECMA-262 §20.3.3.2).
pub fn to_string<'h>(this: bool) -> JsStr<'h> {
    if this { "true".into() } else { "false".into() }
}

/// `Boolean.prototype.valueOf()` (ECMA-262 §20.3.3.3).
pub fn value_of(this: bool) -> bool {
    this
}
