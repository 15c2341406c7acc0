//! `Reflect` (ECMA-262 §28.1).

use prickle_heap::{Array, Cx, Function, JsResult, Object, PropertyKey, Value};

use super::error::throw_type_error;
use super::function::list_from_array_like;
use super::object;
use crate::builtin_members::check_listed;
use crate::errors::display;
use crate::operations::{Operations, construct_as, is_constructor, ordinary_set, prototype_of, set_with_receiver};

/// The target, which must be an object.
fn object_of<'h>(cx: Cx<'h>, target: Value<'h>, name: &str) -> JsResult<'h, Object<'h>> {
    match target {
        Value::Object(object) => Ok(object),
        _ => Err(throw_type_error(cx, &format!("Reflect.{name} called on non-object"))),
    }
}

/// The elements of an array-like object.
fn list_of<'h>(cx: Cx<'h>, arguments: Value<'h>) -> JsResult<'h, Vec<Value<'h>>> {
    match arguments {
        Value::Object(list) => list_from_array_like(cx, list),
        _ => Err(throw_type_error(cx, "CreateListFromArrayLike called on non-object")),
    }
}

/// Whether something happened that throws where it does not.
fn succeeds<'h, T>(result: JsResult<'h, T>) -> JsResult<'h, bool> {
    match result {
        Ok(_) => Ok(true),
        Err(throw) => match throw.exception().and_then(Value::as_object).and_then(Object::as_error) {
            Some(error) if error.kind() == prickle_heap::ErrorKind::Type => Ok(false),
            _ => Err(throw),
        },
    }
}

/// Reflect.apply (ECMA-262 §28.1.1)
pub fn apply<'h>(cx: Cx<'h>, target: Value<'h>, this_argument: Value<'h>, arguments: Value<'h>) -> JsResult<'h> {
    let Some(function) = target.as_function() else {
        return Err(cannot_apply(cx, target));
    };
    function.call(cx, this_argument, &list_of(cx, arguments)?)
}

/// V8's error for what `Reflect.apply` cannot call.
#[cold]
pub(crate) fn cannot_apply<'h>(cx: Cx<'h>, target: Value<'h>) -> prickle_heap::Throw<'h> {
    let (shown, kind) = (display(cx, target), super::arguments::article(target));
    let message = format!("Function.prototype.apply was called on {shown}, which is {kind} and not a function");
    throw_type_error(cx, &message)
}

/// Reflect.construct (ECMA-262 §28.1.2)
pub fn construct_target<'h>(
    cx: Cx<'h>,
    target: Value<'h>,
    arguments: Value<'h>,
    new_target: Option<Value<'h>>,
) -> JsResult<'h> {
    let function = constructor_of(cx, target)?;
    let new_target = constructor_of(cx, new_target.unwrap_or(target))?;
    construct_as(cx, function, &list_of(cx, arguments)?, new_target.object())
}

fn constructor_of<'h>(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, Function<'h>> {
    match value.as_function().filter(|function| is_constructor(*function)) {
        Some(function) => Ok(function),
        None => Err(throw_type_error(cx, &format!("{} is not a constructor", display(cx, value)))),
    }
}

/// Reflect.defineProperty (ECMA-262 §28.1.3)
pub fn define_property<'h>(cx: Cx<'h>, target: Value<'h>, key: Value<'h>, attributes: Value<'h>) -> JsResult<'h, bool> {
    let target = object_of(cx, target, "defineProperty")?;
    let key = key.to_property_key(cx)?;
    let descriptor = object::descriptor_of(cx, attributes)?;
    succeeds(object::define_descriptor(cx, target, key, descriptor))
}

/// Reflect.deleteProperty (ECMA-262 §28.1.4)
pub fn delete_property<'h>(cx: Cx<'h>, target: Value<'h>, key: Value<'h>) -> JsResult<'h, bool> {
    let target = object_of(cx, target, "deleteProperty")?;
    target.delete(cx, key)
}

/// Reflect.get (ECMA-262 §28.1.5)
pub fn get<'h>(cx: Cx<'h>, target: Value<'h>, key: Value<'h>, receiver: Option<Value<'h>>) -> JsResult<'h> {
    let target = object_of(cx, target, "get")?;
    let key = key.to_property_key(cx)?;
    match receiver {
        Some(receiver) => crate::operations::get_with_receiver(cx, target, key, receiver),
        None => target.get(cx, key),
    }
}

/// Reflect.getOwnPropertyDescriptor (ECMA-262 §28.1.6)
pub fn get_own_property_descriptor<'h>(cx: Cx<'h>, target: Value<'h>, key: Value<'h>) -> JsResult<'h> {
    let target = object_of(cx, target, "getOwnPropertyDescriptor")?;
    object::get_own_property_descriptor(cx, target.into(), key)
}

/// Reflect.getPrototypeOf (ECMA-262 §28.1.7)
pub fn get_prototype_of<'h>(cx: Cx<'h>, target: Value<'h>) -> JsResult<'h> {
    let target = object_of(cx, target, "getPrototypeOf")?;
    Ok(prototype_of(cx, target.into()).map_or(Value::Null, Value::Object))
}

/// Reflect.has (ECMA-262 §28.1.8)
pub fn has<'h>(cx: Cx<'h>, target: Value<'h>, key: Value<'h>) -> JsResult<'h, bool> {
    let target = object_of(cx, target, "has")?;
    crate::operations::has_property(cx, key, target)
}

/// Reflect.isExtensible (ECMA-262 §28.1.9)
pub fn is_extensible<'h>(cx: Cx<'h>, target: Value<'h>) -> JsResult<'h, bool> {
    Ok(object_of(cx, target, "isExtensible")?.is_extensible())
}

/// Reflect.ownKeys (ECMA-262 §28.1.10)
pub fn own_keys<'h>(cx: Cx<'h>, target: Value<'h>) -> JsResult<'h, Object<'h>> {
    let target = object_of(cx, target, "ownKeys")?;
    check_listed(cx, target)?;
    let keys: Vec<Value<'h>> =
        target.own_keys(cx).iter().chain(&target.own_symbols(cx)).map(|key| PropertyKey::to_value(*key, cx)).collect();
    Ok(Array::of(cx, &keys).object())
}

/// Reflect.preventExtensions (ECMA-262 §28.1.11)
pub fn prevent_extensions<'h>(cx: Cx<'h>, target: Value<'h>) -> JsResult<'h, bool> {
    object_of(cx, target, "preventExtensions")?.prevent_extensions();
    Ok(true)
}

/// Reflect.set (ECMA-262 §28.1.12)
pub fn set<'h>(
    cx: Cx<'h>,
    target: Value<'h>,
    key: Value<'h>,
    value: Value<'h>,
    receiver: Option<Value<'h>>,
) -> JsResult<'h, bool> {
    let target = object_of(cx, target, "set")?;
    let key = key.to_property_key(cx)?;
    match receiver {
        Some(receiver) if !receiver.as_object().is_some_and(|receiver| receiver.is_same(target)) => {
            set_with_receiver(cx, target, key, value, receiver)
        }
        Some(_) | None => ordinary_set(cx, target, key, value),
    }
}

/// Reflect.setPrototypeOf (ECMA-262 §28.1.13)
pub fn set_prototype_of<'h>(cx: Cx<'h>, target: Value<'h>, prototype: Value<'h>) -> JsResult<'h, bool> {
    let target = object_of(cx, target, "setPrototypeOf")?;
    let prototype = object::prototype_from(cx, prototype)?;
    succeeds(crate::operations::set_prototype_of(cx, target, prototype))
}
