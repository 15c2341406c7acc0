//! The reviver of `JSON.parse`.

use prickle_heap::{Attributes, Cx, Function, JsResult, Object, PropertyKey, Value};

use crate::operations::Operations;

/// Steps 7 to 10 of JSON.parse (ECMA-262 §25.5.1).
pub(super) fn revive<'h>(cx: Cx<'h>, value: Value<'h>, reviver: Function<'h>) -> JsResult<'h> {
    let root = cx.object([("", value)]);
    internalize(cx, root, "".into(), reviver)
}

/// InternalizeJSONProperty (ECMA-262 §25.5.1.1)
fn internalize<'h>(cx: Cx<'h>, holder: Object<'h>, key: PropertyKey<'h>, reviver: Function<'h>) -> JsResult<'h> {
    cx.check_stack()?;
    cx.checkpoint()?;
    let value = holder.get(cx, key)?;
    if let Value::Object(object) = value {
        if let Some(array) = object.as_array() {
            for index in 0..array.length() {
                internalize_element(cx, object, index.into(), reviver)?;
            }
        } else {
            for &key in object.own_enumerable_keys(cx) {
                internalize_element(cx, object, key, reviver)?;
            }
        }
    }
    reviver.call(cx, holder.into(), &[key.to_value(cx), value])
}

/// Puts what the reviver makes of a property in its place; `undefined` deletes it. What cannot be changed stays.
fn internalize_element<'h>(
    cx: Cx<'h>,
    object: Object<'h>,
    key: PropertyKey<'h>,
    reviver: Function<'h>,
) -> JsResult<'h, ()> {
    let element = internalize(cx, object, key, reviver)?;
    if element.is_undefined() {
        object.remove_own(cx, key);
        return Ok(());
    }
    match object.get_own(cx, key) {
        Some(property) if !property.attributes.configurable() => Ok(()),
        None if !object.is_extensible() => Ok(()),
        _ => object.define_own(cx, key, element, Attributes::ALL),
    }
}
