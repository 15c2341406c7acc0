//! Properties of values: own, then along the prototype chain, whose built-in end is the table of builtin rows.

use prickle_heap::{
    Cx, ErrorKind, JsResult, JsStr, Kind, Object, Property, PropertyKey, Prototype, Slot, Stored, Throw, Value,
};

use super::conversion::{to_number, to_uint32};
use super::key::Key;
use super::prototype::set_prototype_by_accessor;
use crate::builtins::error::get_stack;
use crate::builtins::table::{ClassId, Inherited, inherited_member};
use crate::errors::{display, throw_error};
use crate::intrinsics;

/// Where a property was found. Nothing has run yet.
#[derive(Clone, Copy)]
pub(crate) enum Lookup<'h> {
    Absent,
    Data(Value<'h>),
    /// The getter, or `undefined`.
    Accessor(Value<'h>),
    /// Inherited from a built-in prototype that nobody has an object of yet.
    Inherited(Inherited),
}

/// `[[GetOwnProperty]]`, with the characters of String objects (ECMA-262 §10.4.3.5).
pub(crate) fn get_own<'h>(cx: Cx<'h>, object: Object<'h>, key: PropertyKey<'h>) -> Option<Property<'h>> {
    if object.kind() == Kind::Boxed
        && let Value::String(text) = object.slot(0)
        && let Some(value) = get_of_string(cx, text, key)
    {
        let attributes = prickle_heap::Attributes::new(false, matches!(key, PropertyKey::Index(_)), false);
        return Some(Property { slot: Slot::Data(value), attributes });
    }
    object.get_own(cx, key)
}

/// The own properties of a string: its code units and `length`.
pub(crate) fn get_of_string<'h>(cx: Cx<'h>, text: JsStr<'h>, key: PropertyKey<'h>) -> Option<Value<'h>> {
    match key {
        PropertyKey::Index(index) => {
            let index = index as usize;
            (index < text.length(cx)).then(|| text.slice(cx, index, index + 1).into())
        }
        PropertyKey::String(name) if name == "length" => Some((text.length(cx) as f64).into()),
        PropertyKey::String(_) => None,
    }
}

/// Looks along the prototype chain of an object.
fn find<'h>(cx: Cx<'h>, object: Object<'h>, key: PropertyKey<'h>) -> Lookup<'h> {
    let mut current = object;
    loop {
        match get_own(cx, current, key) {
            Some(Property { slot: Slot::Data(value), .. }) => return Lookup::Data(value),
            Some(Property { slot: Slot::Accessor { get, .. }, .. }) => return Lookup::Accessor(get),
            None => {}
        }
        match current.prototype() {
            Prototype::Default => return find_inherited(cx, ClassId::of_object(current), key),
            Prototype::Null => return Lookup::Absent,
            Prototype::Object(parent) => current = parent,
        }
    }
}

/// Looks in a built-in prototype: in its object if the program has got hold of it (and so may have changed it), else in the rows.
fn find_inherited<'h>(cx: Cx<'h>, class: ClassId, key: PropertyKey<'h>) -> Lookup<'h> {
    match intrinsics::existing_prototype(cx, class) {
        Some(prototype) => find(cx, prototype, key),
        None => match key {
            PropertyKey::Index(_) => Lookup::Absent,
            PropertyKey::String(name) => match inherited_member(class, name.as_bytes()) {
                Some(member) => Lookup::Inherited(member),
                None => Lookup::Absent,
            },
        },
    }
}

/// Looks a property of any value up; throws for `undefined` and `null`.
#[inline]
pub(super) fn lookup<'h, K: Key<'h>>(cx: Cx<'h>, base: Value<'h>, key: K) -> JsResult<'h, Lookup<'h>> {
    match base {
        Value::Object(object) => {
            let key = key.to_key(cx)?;
            match object.get_own_data(cx, key) {
                Some(Value::Undefined) => own_undefined(cx, object, key).map(Lookup::Data),
                Some(value) => Ok(Lookup::Data(value)),
                None => Ok(find(cx, object, key)),
            }
        }
        Value::String(text) => {
            let key = key.to_key(cx)?;
            match get_of_string(cx, text, key) {
                Some(value) => Ok(Lookup::Data(value)),
                None => Ok(find_inherited(cx, ClassId::STRING, key)),
            }
        }
        Value::Number(_) => Ok(find_inherited(cx, ClassId::NUMBER, key.to_key(cx)?)),
        Value::Bool(_) => Ok(find_inherited(cx, ClassId::BOOLEAN, key.to_key(cx)?)),
        Value::Undefined | Value::Null => Err(cannot_access(cx, base, key, "read", "reading")),
    }
}

/// The value of an own property that is `undefined`, which may mean that the `stack` of an error has not been formatted yet.
fn own_undefined<'h>(cx: Cx<'h>, object: Object<'h>, key: PropertyKey<'h>) -> JsResult<'h> {
    match object.as_error() {
        Some(error) if error.is_stack_pending() && key == PropertyKey::from("stack") => get_stack(cx, error),
        _ => Ok(Value::Undefined),
    }
}

#[cold]
fn cannot_access<'h, K: Key<'h>>(cx: Cx<'h>, base: Value<'h>, key: K, verb: &str, participle: &str) -> Throw<'h> {
    let base = display(cx, base);
    let message = match key.describe(cx) {
        Some(key) => format!("Cannot {verb} properties of {base} ({participle} '{key}')"),
        None => format!("Cannot {verb} properties of {base}"),
    };
    throw_error(cx, ErrorKind::Type, cx.string(&message))
}

/// The value of what was found; getters run with `receiver`.
pub(super) fn realize<'h>(cx: Cx<'h>, found: Lookup<'h>, receiver: Value<'h>) -> JsResult<'h> {
    match found {
        Lookup::Absent => Ok(Value::Undefined),
        Lookup::Data(value) => Ok(value),
        Lookup::Accessor(getter) => match getter.as_function() {
            Some(getter) => getter.call(cx, receiver, &[]),
            None => Ok(Value::Undefined),
        },
        Lookup::Inherited(member) => intrinsics::inherited_value(cx, member, receiver),
    }
}

/// GetV (ECMA-262 §7.3.3).
#[inline]
pub(super) fn get<'h, K: Key<'h>>(cx: Cx<'h>, base: Value<'h>, key: K) -> JsResult<'h> {
    match lookup(cx, base, key)? {
        Lookup::Data(value) => Ok(value),
        found => realize(cx, found, base),
    }
}

/// The value of a property, if finding it out runs no code of the program.
pub(crate) fn peek<'h>(cx: Cx<'h>, object: Object<'h>, key: &'static str) -> Option<Value<'h>> {
    match find(cx, object, key.into()) {
        Lookup::Data(value) => Some(value),
        Lookup::Inherited(member) => intrinsics::inherited_value(cx, member, object.into()).ok(),
        Lookup::Absent | Lookup::Accessor(_) => None,
    }
}

/// PutValue (ECMA-262 §6.2.5.6) in sloppy mode.
#[inline]
pub(super) fn set<'h, K: Key<'h>>(cx: Cx<'h>, base: Value<'h>, key: K, item: Value<'h>) -> JsResult<'h, ()> {
    match base {
        Value::Object(object) => {
            let key = key.to_key(cx)?;
            ordinary_set(cx, object, key, item).map(|_| ())
        }
        Value::Undefined | Value::Null => Err(cannot_access(cx, base, key, "set", "setting")),
        // Whatever is assigned to a primitive is lost with its wrapper object.
        Value::Bool(_) | Value::Number(_) | Value::String(_) => key.to_key(cx).map(|_| ()),
    }
}

/// `[[Set]]` (ECMA-262 §10.1.9) with the object itself as receiver: whether the value was stored.
pub(crate) fn ordinary_set<'h>(
    cx: Cx<'h>,
    object: Object<'h>,
    key: PropertyKey<'h>,
    item: Value<'h>,
) -> JsResult<'h, bool> {
    let item = match (object.kind(), key) {
        (Kind::Bytes, PropertyKey::Index(_)) => to_number(cx, item)?.into(),
        _ => item,
    };
    match object.store(cx, key, item) {
        Stored::Done => Ok(true),
        Stored::Accessor(setter) => call_setter(cx, setter, object.into(), item),
        Stored::ReadOnly => set_read_only(cx, object, key, item),
        Stored::Absent => set_absent(cx, object, key, item),
    }
}

fn call_setter<'h>(cx: Cx<'h>, setter: Value<'h>, receiver: Value<'h>, item: Value<'h>) -> JsResult<'h, bool> {
    let Some(setter) = setter.as_function() else { return Ok(false) };
    setter.call(cx, receiver, &[item])?;
    Ok(true)
}

/// The `length` of an array is reported as read-only because setting it is more than a store (ECMA-262 §10.4.2.4 ArraySetLength).
fn set_read_only<'h>(cx: Cx<'h>, object: Object<'h>, key: PropertyKey<'h>, item: Value<'h>) -> JsResult<'h, bool> {
    let Some(array) = object.as_array() else { return Ok(false) };
    let PropertyKey::String(name) = key else { return Ok(false) };
    if name != "length" {
        return Ok(false);
    }
    let length = to_uint32(to_number(cx, item)?);
    if f64::from(length) != to_number(cx, item)? {
        return Err(throw_error(cx, ErrorKind::Range, "Invalid array length"));
    }
    if !object.get_own(cx, "length").is_some_and(|property| property.attributes.writable()) {
        return Ok(false);
    }
    if length < array.length() && !object.is_extensible() {
        return Ok(shorten_sealed(cx, object, length));
    }
    array.set_length(length);
    Ok(true)
}

/// Cuts elements off from the end up to the first that cannot be deleted.
fn shorten_sealed<'h>(cx: Cx<'h>, object: Object<'h>, length: u32) -> bool {
    let Some(array) = object.as_array() else { return false };
    while array.length() > length {
        let last = array.length() - 1;
        if !object.remove_own(cx, last) {
            return false;
        }
        array.set_length(last);
    }
    true
}

/// OrdinarySetWithOwnDescriptor (ECMA-262 §10.1.9.2) for an object without such an own property: setters and read-only properties of the
/// prototypes come first, then the property is added.
fn set_absent<'h>(cx: Cx<'h>, object: Object<'h>, key: PropertyKey<'h>, item: Value<'h>) -> JsResult<'h, bool> {
    let mut prototype = object.prototype();
    let mut holder = object;
    loop {
        let parent = match prototype {
            Prototype::Null => break,
            Prototype::Object(parent) => parent,
            Prototype::Default => {
                let class = ClassId::of_object(holder);
                if let Some(parent) = intrinsics::existing_prototype(cx, class) {
                    parent
                } else {
                    let PropertyKey::String(name) = key else { break };
                    match inherited_member(class, name.as_bytes()) {
                        Some(Inherited::Prototype) => {
                            set_prototype_by_accessor(cx, object, item)?;
                            return Ok(true);
                        }
                        Some(member) if member.is_getter() => return Ok(false),
                        _ => break,
                    }
                }
            }
        };
        match get_own(cx, parent, key) {
            Some(Property { slot: Slot::Accessor { set, .. }, .. }) => {
                return call_setter(cx, set, object.into(), item);
            }
            Some(property) if !property.attributes.writable() => return Ok(false),
            Some(_) => break,
            None => {}
        }
        prototype = parent.prototype();
        holder = parent;
    }
    Ok(matches!(object.add(cx, key, item)?, Stored::Done))
}

/// The `delete` operator (ECMA-262 §13.5.1.2) in sloppy mode.
pub(super) fn delete<'h, K: Key<'h>>(cx: Cx<'h>, base: Value<'h>, key: K) -> JsResult<'h, bool> {
    match base {
        Value::Object(object) => {
            let key = key.to_key(cx)?;
            Ok(object.remove_own(cx, key))
        }
        Value::String(text) => {
            let key = key.to_key(cx)?;
            Ok(get_of_string(cx, text, key).is_none())
        }
        Value::Bool(_) | Value::Number(_) => key.to_key(cx).map(|_| true),
        Value::Undefined | Value::Null => {
            Err(throw_error(cx, ErrorKind::Type, "Cannot convert undefined or null to object"))
        }
    }
}

/// The `in` operator (ECMA-262 §13.10.1).
pub fn has_property<'h, K: Key<'h>>(cx: Cx<'h>, key: K, object: impl Into<Value<'h>>) -> JsResult<'h, bool> {
    let object = object.into();
    let Value::Object(target) = object else {
        let message =
            format!("Cannot use 'in' operator to search for '{}' in {}", key.display(cx), display(cx, object));
        return Err(throw_error(cx, ErrorKind::Type, cx.string(&message)));
    };
    let key = key.to_key(cx)?;
    Ok(has(cx, target, key))
}

/// `[[HasProperty]]` (ECMA-262 §10.1.7).
pub(crate) fn has<'h>(cx: Cx<'h>, object: Object<'h>, key: PropertyKey<'h>) -> bool {
    !matches!(find(cx, object, key), Lookup::Absent)
}
