//! The own properties of an object as arrays.

use prickle_heap::{Array, Cx, JsResult, Object, PropertyKey, Value};

use crate::builtin_members::check_listed;
use crate::operations::Operations;

/// Object.keys (ECMA-262 §20.1.2.18)
pub fn keys<'h>(cx: Cx<'h>, object: Value<'h>) -> JsResult<'h, Object<'h>> {
    let object = object.to_object(cx)?;
    if let Some(properties) = object.simple_properties(cx) {
        return simple_list(cx, properties, |(key, _)| key.to_value(cx));
    }
    list(cx, object, object.own_enumerable_keys(cx), |key| Ok(key.to_value(cx)))
}

/// Object.values (ECMA-262 §20.1.2.23)
pub fn values<'h>(cx: Cx<'h>, object: Value<'h>) -> JsResult<'h, Object<'h>> {
    let object = object.to_object(cx)?;
    if let Some(properties) = object.simple_properties(cx) {
        return simple_list(cx, properties, |(_, value)| value);
    }
    list(cx, object, object.own_enumerable_keys(cx), |key| object.get(cx, key))
}

/// Object.entries (ECMA-262 §20.1.2.5)
pub fn entries<'h>(cx: Cx<'h>, object: Value<'h>) -> JsResult<'h, Object<'h>> {
    let object = object.to_object(cx)?;
    if let Some(properties) = object.simple_properties(cx) {
        return simple_list(cx, properties, |(key, value)| cx.array([key.to_value(cx), value]).into());
    }
    list(cx, object, object.own_enumerable_keys(cx), |key| {
        Ok(cx.array([key.to_value(cx), object.get(cx, key)?]).into())
    })
}

/// Object.getOwnPropertyNames (ECMA-262 §20.1.2.10)
pub fn get_own_property_names<'h>(cx: Cx<'h>, object: Value<'h>) -> JsResult<'h, Object<'h>> {
    let object = object.to_object(cx)?;
    list(cx, object, object.own_keys(cx), |key| Ok(key.to_value(cx)))
}

/// Object.getOwnPropertySymbols (ECMA-262 §20.1.2.11)
pub fn get_own_property_symbols<'h>(cx: Cx<'h>, object: Value<'h>) -> JsResult<'h, Object<'h>> {
    let object = object.to_object(cx)?;
    list(cx, object, &object.own_symbols(cx), |key| Ok(key.to_value(cx)))
}

/// The array of what `element` makes of each property. Nothing in there runs code of the plugin.
#[inline]
fn simple_list<'h>(
    cx: Cx<'h>,
    properties: impl Iterator<Item = (PropertyKey<'h>, Value<'h>)> + Clone,
    element: impl Fn((PropertyKey<'h>, Value<'h>)) -> Value<'h>,
) -> JsResult<'h, Object<'h>> {
    cx.checkpoint()?;
    let length = properties.clone().count();
    let mut elements = properties.map(element);
    Ok(Array::from_fn(cx, length, |_| elements.next().unwrap_or_default()).object())
}

/// The array of what `element` makes of each key.
fn list<'h>(
    cx: Cx<'h>,
    object: Object<'h>,
    keys: &[PropertyKey<'h>],
    mut element: impl FnMut(PropertyKey<'h>) -> JsResult<'h>,
) -> JsResult<'h, Object<'h>> {
    check_listed(cx, object)?;
    let array = Array::with_capacity(cx, keys.len());
    for &key in keys {
        cx.checkpoint()?;
        array.push(cx, element(key)?)?;
    }
    Ok(array.object())
}
