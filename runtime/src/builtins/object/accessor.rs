//! The older methods that define and find accessors (ECMA-262 §B.2.2).

use prickle_heap::{Cx, JsResult, Property, Slot, Value};

use super::descriptor::{Descriptor, define_or_throw};
use crate::builtins::error::throw_type_error;
use crate::operations::{Operations, get_own, prototype_of};

/// Object.prototype.__defineGetter__ (ECMA-262 §B.2.2.2)
pub fn define_getter<'h>(cx: Cx<'h>, this: Value<'h>, key: Value<'h>, getter: Value<'h>) -> JsResult<'h, ()> {
    define(cx, this, key, getter, "__defineGetter__", Descriptor::getter(getter))
}

/// Object.prototype.__defineSetter__ (ECMA-262 §B.2.2.3)
pub fn define_setter<'h>(cx: Cx<'h>, this: Value<'h>, key: Value<'h>, setter: Value<'h>) -> JsResult<'h, ()> {
    define(cx, this, key, setter, "__defineSetter__", Descriptor::setter(setter))
}

fn define<'h>(
    cx: Cx<'h>,
    this: Value<'h>,
    key: Value<'h>,
    function: Value<'h>,
    name: &str,
    descriptor: Descriptor<'h>,
) -> JsResult<'h, ()> {
    let object = this.to_object(cx)?;
    if !function.is_callable() {
        return Err(throw_type_error(cx, &format!("Object.prototype.{name}: Expecting function")));
    }
    let key = key.to_property_key(cx)?;
    define_or_throw(cx, object, key, descriptor)
}

/// Object.prototype.__lookupGetter__ (ECMA-262 §B.2.2.4)
pub fn lookup_getter<'h>(cx: Cx<'h>, this: Value<'h>, key: Value<'h>) -> JsResult<'h> {
    find(cx, this, key, |get, _| get)
}

/// Object.prototype.__lookupSetter__ (ECMA-262 §B.2.2.5)
pub fn lookup_setter<'h>(cx: Cx<'h>, this: Value<'h>, key: Value<'h>) -> JsResult<'h> {
    find(cx, this, key, |_, set| set)
}

fn find<'h>(
    cx: Cx<'h>,
    this: Value<'h>,
    key: Value<'h>,
    half: impl Fn(Value<'h>, Value<'h>) -> Value<'h>,
) -> JsResult<'h> {
    let mut object = this.to_object(cx)?;
    let key = key.to_property_key(cx)?;
    loop {
        match get_own(cx, object, key) {
            Some(Property { slot: Slot::Accessor { get, set }, .. }) => return Ok(half(get, set)),
            Some(_) => return Ok(Value::Undefined),
            None => match prototype_of(cx, object.into()) {
                Some(parent) => object = parent,
                None => return Ok(Value::Undefined),
            },
        }
    }
}
