//! `super.key` (ECMA-262 §13.3.7).

use prickle_heap::{Cx, ErrorKind, JsResult, Object, PropertyKey, Value, located};

use super::key::Key;
use super::property;
use super::prototype::prototype_of;
use crate::errors::{display, throw_error};

/// GetSuperBase (ECMA-262 §9.1.1.3.5): the object above the home object.
fn super_base<'h>(cx: Cx<'h>, home: Value<'h>) -> Value<'h> {
    prototype_of(cx, home).map_or(Value::Null, Value::Object)
}

/// `super.key` (ECMA-262 §13.3.7.3)
#[track_caller]
pub fn super_get<'h, K: Key<'h>>(cx: Cx<'h>, home: Value<'h>, this: impl Into<Value<'h>>, key: K) -> JsResult<'h> {
    let base = super_base(cx, home);
    located(property::lookup(cx, base, key).and_then(|found| property::realize(cx, found, this.into())))
}

/// `super.key = item` in sloppy code.
pub fn super_set<'h, K: Key<'h>>(
    cx: Cx<'h>,
    home: Value<'h>,
    this: impl Into<Value<'h>>,
    key: K,
    item: impl Into<Value<'h>>,
) -> JsResult<'h, ()> {
    set_above(cx, home, this.into(), key, item.into(), false)
}

/// `super.key = item` in strict code, in classes for instance.
pub fn super_set_strict<'h, K: Key<'h>>(
    cx: Cx<'h>,
    home: Value<'h>,
    this: impl Into<Value<'h>>,
    key: K,
    item: impl Into<Value<'h>>,
) -> JsResult<'h, ()> {
    set_above(cx, home, this.into(), key, item.into(), true)
}

/// PutValue to a super reference (ECMA-262 §6.2.5.6): setters and read-only properties of the prototypes come first, then the property is
/// written on `this` itself, whatever the prototypes of that say.
fn set_above<'h, K: Key<'h>>(
    cx: Cx<'h>,
    home: Value<'h>,
    this: Value<'h>,
    key: K,
    item: Value<'h>,
    is_strict: bool,
) -> JsResult<'h, ()> {
    let base = super_base(cx, home);
    let Value::Object(holder) = base else { return property::set(cx, base, key, item) };
    let key = key.to_key(cx)?;
    if property::set_with_receiver(cx, holder, key, item, this)? || !is_strict {
        return Ok(());
    }
    Err(throw_error(cx, ErrorKind::Type, cx.string(&message_of_failed_set(cx, holder, this, key))))
}

/// V8's words for what stood in the way of a property of `this`.
#[cold]
fn message_of_failed_set<'h>(cx: Cx<'h>, home: Object<'h>, this: Value<'h>, key: PropertyKey<'h>) -> String {
    let mut holder = Some(home);
    while let Some(current) = holder {
        if let Some(property) = property::get_own(cx, current, key) {
            if property.value().is_none() {
                let owner = display(cx, current.into());
                return format!("Cannot set property {key} of {owner} which has only a getter");
            }
            break;
        }
        holder = prototype_of(cx, current.into());
    }
    if let Value::Object(target) = this {
        match property::get_own(cx, target, key) {
            Some(property) if property.value().is_none() => return format!("Cannot redefine property: {key}"),
            None if !target.is_extensible() => return format!("Cannot add property {key}, object is not extensible"),
            Some(_) | None => {}
        }
    }
    format!("Cannot assign to read only property '{key}' of {} '{}'", this.type_of(), display(cx, this))
}
