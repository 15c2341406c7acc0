//! `WeakMap` (ECMA-262 §24.3).

use prickle_heap::{Cx, JsResult, Object, Value, WeakMapObject};

use super::object::{NOT_ITERABLE, entry_of};
use crate::builtins::error::throw_type_error;
use crate::builtins::table::ClassId;
use crate::intrinsics::is_original;
use crate::operations::{WordedOperations, fill_with_method};

/// CanBeHeldWeakly (ECMA-262 §9.13).
pub(super) fn can_be_held_weakly(value: Value<'_>) -> bool {
    match value {
        Value::Object(_) => true,
        Value::Symbol(symbol) => symbol.registry_key().is_none(),
        Value::Undefined | Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::BigInt(_) => {
            false
        }
    }
}

/// The receiver, which the row has checked.
#[inline]
fn view<'h>(this: Object<'h>) -> WeakMapObject<'h> {
    WeakMapObject::from_value(this.into()).expect("the receiver is checked before the call")
}

/// WeakMap ( [ iterable ] ) without `new` (ECMA-262 §24.3.1.1)
pub fn call<'h>(cx: Cx<'h>, _: &[Value<'h>]) -> JsResult<'h> {
    Err(throw_type_error(cx, "Constructor WeakMap requires 'new'"))
}

/// WeakMap ( [ iterable ] ) (ECMA-262 §24.3.1.1)
pub fn construct<'h>(cx: Cx<'h>, items: Option<Value<'h>>) -> JsResult<'h, Object<'h>> {
    let made = WeakMapObject::new(cx).object();
    if let Some(items) = items.filter(|items| !items.is_nullish()) {
        if !is_original(cx, ClassId::WEAK_MAP, "set") {
            return fill_with_method(cx, made, "WeakMap", "set", items);
        }
        for item in items.iterate_worded(cx, NOT_ITERABLE)? {
            cx.checkpoint()?;
            let (key, value) = entry_of(cx, item?)?;
            set(cx, made, key, value)?;
        }
    }
    Ok(made)
}

/// WeakMap.prototype.delete (ECMA-262 §24.3.3)
pub fn delete<'h>(cx: Cx<'h>, this: Object<'h>, key: Value<'h>) -> bool {
    view(this).delete(cx, key)
}

/// WeakMap.prototype.has (ECMA-262 §24.3.3)
pub fn has<'h>(cx: Cx<'h>, this: Object<'h>, key: Value<'h>) -> bool {
    view(this).has(cx, key)
}

/// WeakMap.prototype.get (ECMA-262 §24.3.3.3)
pub fn get<'h>(cx: Cx<'h>, this: Object<'h>, key: Value<'h>) -> Value<'h> {
    view(this).get(cx, key).unwrap_or_default()
}

/// WeakMap.prototype.set (ECMA-262 §24.3.3.5)
pub fn set<'h>(cx: Cx<'h>, this: Object<'h>, key: Value<'h>, value: Value<'h>) -> JsResult<'h, Object<'h>> {
    if !can_be_held_weakly(key) {
        return Err(throw_type_error(cx, "Invalid value used as weak map key"));
    }
    view(this).set(cx, key, value);
    Ok(this)
}
