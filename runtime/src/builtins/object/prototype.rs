//! Prototype chains.

use prickle_heap::{Cx, JsResult, Object, Value};

use super::define_properties;
use crate::builtins::error::throw_type_error;
use crate::errors::display;
use crate::operations::{Operations, prototype_of, set_prototype_of as set_prototype_of_object};

/// Object.create (ECMA-262 §20.1.2.2)
pub fn create<'h>(cx: Cx<'h>, prototype: Value<'h>, properties: Option<Value<'h>>) -> JsResult<'h, Object<'h>> {
    let object = Object::plain(cx);
    set_prototype_of_object(cx, object, prototype_from(cx, prototype)?)?;
    if let Some(properties) = properties {
        define_properties(cx, object.into(), properties)?;
    }
    Ok(object)
}

/// Object.getPrototypeOf (ECMA-262 §20.1.2.12)
pub fn get_prototype_of<'h>(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h> {
    Ok(prototype_of(cx, value.to_object(cx)?.into()).map_or(Value::Null, Value::Object))
}

/// Object.setPrototypeOf (ECMA-262 §20.1.2.23)
pub fn set_prototype_of<'h>(cx: Cx<'h>, object: Value<'h>, prototype: Value<'h>) -> JsResult<'h> {
    if object.is_nullish() {
        return Err(throw_type_error(cx, "Object.setPrototypeOf called on null or undefined"));
    }
    let prototype = prototype_from(cx, prototype)?;
    if let Value::Object(object) = object {
        set_prototype_of_object(cx, object, prototype)?;
    }
    Ok(object)
}

/// The prototype that a value stands for.
pub(crate) fn prototype_from<'h>(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, Option<Object<'h>>> {
    match value {
        Value::Null => Ok(None),
        Value::Object(prototype) => Ok(Some(prototype)),
        Value::Undefined
        | Value::Bool(_)
        | Value::Number(_)
        | Value::String(_)
        | Value::Symbol(_)
        | Value::BigInt(_) => {
            let shown = display(cx, value);
            Err(throw_type_error(cx, &format!("Object prototype may only be an Object or null: {shown}")))
        }
    }
}

/// Object.prototype.isPrototypeOf (ECMA-262 §20.1.3.3)
pub fn is_prototype_of<'h>(cx: Cx<'h>, this: Value<'h>, value: Value<'h>) -> JsResult<'h, bool> {
    let Value::Object(object) = value else { return Ok(false) };
    let this = this.to_object(cx)?;
    let mut ancestor = prototype_of(cx, object.into());
    while let Some(link) = ancestor {
        cx.checkpoint()?;
        if link.is_same(this) {
            return Ok(true);
        }
        ancestor = prototype_of(cx, link.into());
    }
    Ok(false)
}
