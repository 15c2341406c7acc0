//! Freezing and sealing.

use prickle_heap::{Bytes, Cx, JsResult, Object, Property, PropertyKey, Slot, Value};

use crate::builtins::error::throw_type_error;

/// Object.freeze (ECMA-262 §20.1.2.6)
pub fn freeze<'h>(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h> {
    if Bytes::from_value(value).is_some_and(|bytes| bytes.length() > 0) {
        return Err(throw_type_error(cx, "Cannot freeze array buffer views with elements"));
    }
    if let Value::Object(object) = value {
        object.freeze(cx);
    }
    Ok(value)
}

/// Object.seal (ECMA-262 §20.1.2.22)
pub fn seal<'h>(cx: Cx<'h>, value: Value<'h>) -> Value<'h> {
    if let Value::Object(object) = value {
        object.seal(cx);
    }
    value
}

/// Object.preventExtensions (ECMA-262 §20.1.2.20)
pub fn prevent_extensions<'h>(_cx: Cx<'h>, value: Value<'h>) -> Value<'h> {
    if let Value::Object(object) = value {
        object.prevent_extensions();
    }
    value
}

/// Object.isExtensible (ECMA-262 §20.1.2.16)
pub fn is_extensible<'h>(_cx: Cx<'h>, value: Value<'h>) -> bool {
    matches!(value, Value::Object(object) if object.is_extensible())
}

/// Object.isFrozen (ECMA-262 §20.1.2.17)
pub fn is_frozen<'h>(cx: Cx<'h>, value: Value<'h>) -> bool {
    test_integrity(cx, value, |property| {
        !property.attributes.configurable()
            && (matches!(property.slot, Slot::Accessor { .. }) || !property.attributes.writable())
    })
}

/// Object.isSealed (ECMA-262 §20.1.2.18)
pub fn is_sealed<'h>(cx: Cx<'h>, value: Value<'h>) -> bool {
    test_integrity(cx, value, |property| !property.attributes.configurable())
}

/// TestIntegrityLevel (ECMA-262 §7.3.17), where V8 leaves out the `length` of arrays: `preventExtensions([])` is frozen.
fn test_integrity<'h>(cx: Cx<'h>, value: Value<'h>, test: impl Fn(Property<'h>) -> bool) -> bool {
    let Value::Object(object) = value else { return true };
    !object.is_extensible()
        && object
            .own_keys(cx)
            .iter()
            .chain(&object.own_symbols(cx))
            .filter(|key| !is_length_of_array(object, **key))
            .all(|&key| object.get_own(cx, key).is_none_or(&test))
}

fn is_length_of_array<'h>(object: Object<'h>, key: PropertyKey<'h>) -> bool {
    object.as_array().is_some() && key == PropertyKey::from("length")
}
