//! Names that no scope of the plugin declares.

use prickle_heap::{Cx, ErrorKind, JsResult, Value};

use super::property::ordinary_set;
use crate::errors::throw_error;
use crate::intrinsics;

/// What the name stands for: a property that the plugin has assigned, or a builtin.
fn resolve<'h>(cx: Cx<'h>, name: &'static str) -> Option<Value<'h>> {
    cx.global_object().get_own_data(cx, name).or_else(|| intrinsics::global_value(cx, name))
}

/// GetValue of an unresolvable or global reference (ECMA-262 §6.2.5.5): a ReferenceError if nobody declared or assigned the name.
pub fn global_get<'h>(cx: Cx<'h>, name: &'static str) -> JsResult<'h> {
    match resolve(cx, name) {
        Some(value) => Ok(value),
        None => Err(throw_error(cx, ErrorKind::Reference, cx.string(&format!("{name} is not defined")))),
    }
}

/// PutValue to an unresolvable reference in sloppy mode (ECMA-262 §6.2.5.6): makes a property of the global object.
pub fn global_set<'h>(cx: Cx<'h>, name: &'static str, value: impl Into<Value<'h>>) -> JsResult<'h, ()> {
    ordinary_set(cx, cx.global_object(), name.into(), value.into()).map(|_| ())
}

/// `typeof name` (ECMA-262 §13.5.3): `"undefined"` for names that do not exist.
pub fn global_type_of<'h>(cx: Cx<'h>, name: &'static str) -> &'static str {
    resolve(cx, name).map_or("undefined", Value::type_of)
}

/// The global object of the running plugin: `globalThis`, `global`.
pub fn global_object<'h>(cx: Cx<'h>) -> Value<'h> {
    cx.global_object().into()
}
