//! Prototypes.

use prickle_heap::{Cx, ErrorKind, JsResult, Object, Prototype, Value};

use crate::builtins::table::ClassId;
use crate::errors::{display, throw_error};
use crate::intrinsics;

/// `[[GetPrototypeOf]]` (ECMA-262 §10.1.1) of an object, or of the wrapper that a primitive would get. `undefined` and `null` have none.
pub fn prototype_of<'h>(cx: Cx<'h>, value: Value<'h>) -> Option<Object<'h>> {
    let class = match value {
        Value::Object(object) => match object.prototype() {
            Prototype::Object(parent) => return Some(parent),
            Prototype::Null => return None,
            Prototype::Default => ClassId::of_object(object),
        },
        Value::String(_) => ClassId::STRING,
        Value::Number(_) => ClassId::NUMBER,
        Value::Bool(_) => ClassId::BOOLEAN,
        Value::Symbol(_) => ClassId::SYMBOL,
        Value::BigInt(_) => ClassId::BIGINT,
        Value::Undefined | Value::Null => return None,
    };
    Some(intrinsics::prototype(cx, class))
}

/// `[[SetPrototypeOf]]` (ECMA-262 §10.1.2), with V8's TypeErrors where it fails.
pub fn set_prototype_of<'h>(cx: Cx<'h>, object: Object<'h>, prototype: Option<Object<'h>>) -> JsResult<'h, ()> {
    let same = match (prototype_of(cx, object.into()), prototype) {
        (Some(old), Some(new)) => old.is_same(new),
        (None, None) => true,
        _ => false,
    };
    if same {
        return Ok(());
    }
    if intrinsics::existing_prototype(cx, ClassId::OBJECT).is_some_and(|root| root.is_same(object)) {
        let message = "Immutable prototype object 'Object.prototype' cannot have their prototype set";
        return Err(throw_error(cx, ErrorKind::Type, message));
    }
    if !object.is_extensible() {
        let message = format!("{} is not extensible", display(cx, object.into()));
        return Err(throw_error(cx, ErrorKind::Type, cx.string(&message)));
    }
    let mut ancestor = prototype;
    while let Some(current) = ancestor {
        if current.is_same(object) {
            return Err(throw_error(cx, ErrorKind::Type, "Cyclic __proto__ value"));
        }
        ancestor = match current.prototype() {
            Prototype::Object(parent) => Some(parent),
            // Built-in prototypes have no ordinary object above them.
            Prototype::Default | Prototype::Null => None,
        };
    }
    object.set_prototype(cx, prototype.map_or(Prototype::Null, Prototype::Object));
    Ok(())
}

/// The setter of `Object.prototype.__proto__` (ECMA-262 §B.2.2.1.2).
pub(crate) fn set_prototype_by_accessor<'h>(cx: Cx<'h>, object: Object<'h>, value: Value<'h>) -> JsResult<'h, ()> {
    match value {
        Value::Object(prototype) => set_prototype_of(cx, object, Some(prototype)),
        Value::Null => set_prototype_of(cx, object, None),
        Value::Undefined
        | Value::Bool(_)
        | Value::Number(_)
        | Value::String(_)
        | Value::Symbol(_)
        | Value::BigInt(_) => Ok(()),
    }
}
