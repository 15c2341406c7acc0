//! Writes and deletions of strict code: what fails throws, with V8's messages.

use prickle_heap::{Cx, ErrorKind, HashedKey, JsResult, PropertyKey, Value};

use super::key::Key;
use super::property;
use crate::builtins::object::{delete_or_throw, set_or_throw};
use crate::errors::{display, throw_error};

/// PutValue in strict mode (ECMA-262 §6.2.5.6): `base[key] = item`.
pub(super) fn set<'h, K: Key<'h>>(cx: Cx<'h>, base: Value<'h>, key: K, item: Value<'h>) -> JsResult<'h, ()> {
    match base {
        Value::Object(object) => {
            if let Some(key) = key.hashed()
                && store_quickly(cx, object, key, item)
            {
                return Ok(());
            }
            let key = key.to_key(cx)?;
            set_or_throw(cx, object, key, item)
        }
        Value::Undefined | Value::Null => property::set(cx, base, key, item),
        Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Symbol(_) | Value::BigInt(_) => {
            set_on_primitive(cx, base, key, item)
        }
    }
}

fn store_quickly<'h>(cx: Cx<'h>, object: prickle_heap::Object<'h>, key: HashedKey<'h>, item: Value<'h>) -> bool {
    object.set_ordinary(cx, key, item, false)
}

/// A primitive has no properties that could be set, but its prototypes may have setters.
fn set_on_primitive<'h, K: Key<'h>>(cx: Cx<'h>, base: Value<'h>, key: K, item: Value<'h>) -> JsResult<'h, ()> {
    let key = key.to_key(cx)?;
    if let Some(setter) = property::setter_above(cx, base, key)? {
        return setter.call(cx, base, &[item]).map(|_| ());
    }
    let (kind, shown) = (base.type_of(), display(cx, base));
    let own = base.as_string().and_then(|text| property::get_of_string(cx, text, key));
    let message = match own {
        Some(_) => format!("Cannot assign to read only property '{key}' of {kind} '{shown}'"),
        None => format!("Cannot create property '{key}' on {kind} '{shown}'"),
    };
    Err(throw_error(cx, ErrorKind::Type, cx.string(&message)))
}

/// The `delete` operator in strict mode (ECMA-262 §13.5.1.2).
pub(super) fn delete<'h, K: Key<'h>>(cx: Cx<'h>, base: Value<'h>, key: K) -> JsResult<'h, bool> {
    match base {
        Value::Object(object) => {
            let key = key.to_key(cx)?;
            delete_or_throw(cx, object, key)?;
            Ok(true)
        }
        Value::String(_) => {
            let key = key.to_key(cx)?;
            match property::delete(cx, base, key)? {
                true => Ok(true),
                false => {
                    let message = format!("Cannot delete property '{key}' of [object String]");
                    Err(throw_error(cx, ErrorKind::Type, cx.string(&message)))
                }
            }
        }
        _ => property::delete(cx, base, key),
    }
}

/// PutValue to an unresolvable or global reference in strict mode: names that do not exist are not made.
pub fn global_set_strict<'h>(cx: Cx<'h>, name: &'static str, value: impl Into<Value<'h>>) -> JsResult<'h, ()> {
    let value = value.into();
    let object = cx.global_object();
    let key = PropertyKey::from(name);
    if !property::has(cx, object, key) {
        return Err(throw_error(cx, ErrorKind::Reference, cx.string(&format!("{name} is not defined"))));
    }
    set_or_throw(cx, object, key, value)
}
