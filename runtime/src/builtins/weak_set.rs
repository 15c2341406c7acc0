//! `WeakSet` (ECMA-262 §24.4).

use prickle_heap::{Cx, JsResult, Object, Value, WeakSetObject};

use super::object::NOT_ITERABLE;
use super::weak_map::can_be_held_weakly;
use crate::builtins::error::throw_type_error;
use crate::builtins::table::ClassId;
use crate::intrinsics::is_original;
use crate::operations::{WordedOperations, fill_with_method};

/// The receiver, which the row has checked.
#[inline]
fn view<'h>(this: Object<'h>) -> WeakSetObject<'h> {
    WeakSetObject::from_value(this.into()).expect("the receiver is checked before the call")
}

/// WeakSet ( [ iterable ] ) without `new` (ECMA-262 §24.4.1.1)
pub fn call<'h>(cx: Cx<'h>, _: &[Value<'h>]) -> JsResult<'h> {
    Err(throw_type_error(cx, "Constructor WeakSet requires 'new'"))
}

/// WeakSet ( [ iterable ] ) (ECMA-262 §24.4.1.1)
pub fn construct<'h>(cx: Cx<'h>, items: Option<Value<'h>>) -> JsResult<'h, Object<'h>> {
    let made = WeakSetObject::new(cx).object();
    if let Some(items) = items.filter(|items| !items.is_nullish()) {
        if !is_original(cx, ClassId::WEAK_SET, "add") {
            return fill_with_method(cx, made, "WeakSet", "add", items);
        }
        for item in items.iterate_worded(cx, NOT_ITERABLE)? {
            cx.checkpoint()?;
            add(cx, made, item?)?;
        }
    }
    Ok(made)
}

/// WeakSet.prototype.delete (ECMA-262 §24.4.3)
pub fn delete<'h>(cx: Cx<'h>, this: Object<'h>, key: Value<'h>) -> bool {
    view(this).delete(cx, key)
}

/// WeakSet.prototype.has (ECMA-262 §24.4.3)
pub fn has<'h>(cx: Cx<'h>, this: Object<'h>, key: Value<'h>) -> bool {
    view(this).has(cx, key)
}

/// WeakSet.prototype.add (ECMA-262 §24.4.3.1)
pub fn add<'h>(cx: Cx<'h>, this: Object<'h>, value: Value<'h>) -> JsResult<'h, Object<'h>> {
    if !can_be_held_weakly(value) {
        return Err(throw_type_error(cx, "Invalid value used in weak set"));
    }
    view(this).add(cx, value);
    Ok(this)
}
