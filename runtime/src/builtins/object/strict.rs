//! Writes that throw where they fail, with V8's messages. Builtins write like this; assignments of sloppy code do not.

use prickle_heap::{Attributes, Cx, ErrorKind, JsResult, Kind, Object, PropertyKey, Throw, Value};

use crate::builtins::error::throw_type_error;
use crate::errors::display;
use crate::operations::{may_delete, ordinary_set, prototype_of};

/// Set ( O, P, V, true ) (ECMA-262 §7.3.4)
#[inline]
pub(crate) fn set_or_throw<'h>(
    cx: Cx<'h>,
    object: Object<'h>,
    key: impl Into<PropertyKey<'h>>,
    value: Value<'h>,
) -> JsResult<'h, ()> {
    let key = key.into();
    if ordinary_set(cx, object, key, value)? { Ok(()) } else { Err(cannot_set(cx, object, key)) }
}

#[cold]
fn cannot_set<'h>(cx: Cx<'h>, object: Object<'h>, key: PropertyKey<'h>) -> Throw<'h> {
    // V8 prints the source text of the function.
    let in_the_way = inherited_accessor(cx, object, key);
    if object.kind() == Kind::Function && in_the_way.is_none() {
        return cx.unsupported("the message of a TypeError that shows the source text of a function");
    }
    let owner = display(cx, object.into());
    throw_type_error(
        cx,
        &match object.get_own(cx, key) {
            Some(property) if property.value().is_none() => {
                format!("Cannot set property {key} of {owner} which has only a getter")
            }
            // Of the writable ones only `length` can fail: sealed elements do not go.
            Some(property) if property.attributes.writable() => {
                let last = object.as_array().map_or(0, |array| array.length().saturating_sub(1));
                format!("Cannot delete property '{last}' of {owner}")
            }
            Some(_) => format!("Cannot assign to read only property '{key}' of object '{owner}'"),
            // V8 shows the prototype then.
            None if in_the_way.is_some() => {
                let holder = in_the_way.map(Value::from).unwrap_or_default();
                format!("Cannot set property {key} of {} which has only a getter", display(cx, holder))
            }
            None if object.is_extensible() && object.as_array().is_some() => {
                let is_fixed = object.get_own(cx, "length").is_some_and(|length| !length.attributes.writable());
                if is_fixed && matches!(key, PropertyKey::Index(_)) {
                    format!("Cannot assign to read only property 'length' of object '{owner}'")
                } else {
                    format!("Cannot assign to read only property '{key}' of object '{owner}'")
                }
            }
            None if object.is_extensible() => {
                format!("Cannot assign to read only property '{key}' of object '{owner}'")
            }
            None => format!("Cannot add property {key}, object is not extensible"),
        },
    )
}

/// The prototype that has an accessor under the key, if that is what stands in the way.
fn inherited_accessor<'h>(cx: Cx<'h>, object: Object<'h>, key: PropertyKey<'h>) -> Option<Object<'h>> {
    let mut holder = prototype_of(cx, object.into());
    while let Some(current) = holder {
        if let Some(property) = current.get_own(cx, key) {
            return property.value().is_none().then_some(current);
        }
        holder = prototype_of(cx, current.into());
    }
    None
}

/// DeletePropertyOrThrow (ECMA-262 §7.3.9)
#[inline]
pub(crate) fn delete_or_throw<'h>(cx: Cx<'h>, object: Object<'h>, key: impl Into<PropertyKey<'h>>) -> JsResult<'h, ()> {
    let key = key.into();
    if may_delete(cx, object, key)? && object.remove_own(cx, key) {
        return Ok(());
    }
    Err(throw_type_error(cx, &format!("Cannot delete property '{key}' of {}", display(cx, object.into()))))
}

/// CreateDataPropertyOrThrow (ECMA-262 §7.3.7) on an object of which only builtins know.
pub(crate) fn create_data_property<'h>(
    cx: Cx<'h>,
    object: Object<'h>,
    key: impl Into<PropertyKey<'h>>,
    value: Value<'h>,
) -> JsResult<'h, ()> {
    object.define_own(cx, key, value, Attributes::ALL)
}

/// CreateDataPropertyOrThrow (ECMA-262 §7.3.7)
pub(crate) fn create_data_property_or_throw<'h>(
    cx: Cx<'h>,
    object: Object<'h>,
    key: PropertyKey<'h>,
    value: Value<'h>,
) -> JsResult<'h, ()> {
    super::descriptor::define_data_property(cx, object, key, value)
}

/// ArraySetLength (ECMA-262 §10.4.2.4), its first steps: the length that a value stands for.
pub(crate) fn to_array_length<'h>(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, u32> {
    use crate::operations::Operations;
    let length = value.to_uint32(cx)?;
    if f64::from(length) == value.to_number(cx)? {
        Ok(length)
    } else {
        Err(cx.throw_error(ErrorKind::Range, "Invalid array length"))
    }
}
