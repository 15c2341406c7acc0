//! Names that no scope of the plugin declares.

use prickle_heap::{
    Attributes, Cx, ErrorKind, Function, FunctionKind, JsResult, Kind, Object, Property, PropertyKey, Slot, Value,
};
use prickle_spec::{Global, type_of_unsupported};

use super::property::{get, get_own, has_property, ordinary_set};
use crate::changed_builtins::keep_builtin;
use crate::errors::throw_error;
use crate::intrinsics;

/// What the name stands for: a property that the plugin has assigned, or a builtin.
fn resolve<'h>(cx: Cx<'h>, name: &'static str) -> JsResult<'h, Option<Value<'h>>> {
    let object = cx.global_object();
    if let Some(value) = object.get_own_data(cx, name) {
        return Ok(Some(value));
    }
    match get_own(cx, object, name.into()) {
        Some(Property { slot: Slot::Accessor { get, .. }, .. }) => match get.as_function() {
            Some(getter) => getter.call(cx, object.into(), &[]).map(Some),
            None => Ok(Some(Value::Undefined)),
        },
        Some(property) => Ok(property.value()),
        // The global object inherits from Object.prototype: `toString`.
        None if has_property(cx, name, object)? => get(cx, object.into(), name).map(Some),
        None => Ok(None),
    }
}

/// The property of the global object that a builtin is (ECMA-262 §19).
pub(super) fn builtin_property<'h>(cx: Cx<'h>, key: PropertyKey<'h>) -> Option<Property<'h>> {
    let PropertyKey::String(name) = key else { return None };
    let name = name.to_str()?;
    if name == "undefined" {
        return Some(Property { slot: Slot::Data(Value::Undefined), attributes: Attributes::NONE });
    }
    let attributes = match prickle_spec::global(name)? {
        Global::Constant(_) => Attributes::NONE,
        Global::Class(_) | Global::Function(_) | Global::GlobalObject | Global::Unsupported(_) => Attributes::HIDDEN,
        Global::Absent => return None,
    };
    Some(Property { slot: Slot::Data(intrinsics::global_value(cx, name)?), attributes })
}

/// Whether a property may be written or deleted, as far as the global object is concerned. Constants may not; other builtins might, but code that was compiled
/// to use them would not see it.
#[inline]
pub(super) fn may_change<'h>(cx: Cx<'h>, object: Object<'h>, key: PropertyKey<'h>) -> JsResult<'h, bool> {
    if object.kind() != Kind::Global || object.has_own(cx, key) {
        return Ok(true);
    }
    let name = if let PropertyKey::String(name) = key { name.to_str() } else { None };
    if name.and_then(type_of_unsupported).is_some() {
        // Programs may bring their own.
        return Ok(true);
    }
    match builtin_property(cx, key) {
        None => Ok(true),
        Some(property) if property.attributes == Attributes::NONE => Ok(false),
        Some(_) => Err(cx.unsupported("changing a builtin through the global object")),
    }
}

/// As [`may_change`], for `delete`. The global object of Node's `vm` stands before another one, and an accessor is deleted from one of the two.
#[inline]
pub(crate) fn may_delete<'h>(cx: Cx<'h>, object: Object<'h>, key: PropertyKey<'h>) -> JsResult<'h, bool> {
    if object.kind() != Kind::Global {
        keep_builtin(cx, object, key, None)?;
        return Ok(true);
    }
    match object.get_own(cx, key) {
        Some(property) if property.value().is_none() && property.attributes.configurable() => {
            Err(cx.unsupported("deleting an accessor of the global object"))
        }
        _ => may_change(cx, object, key),
    }
}

/// Marks top-level variables of the program, which ECMA-262 §9.1.1.4 makes properties of the global object: looking for one there ends the
/// turn.
pub fn reserve_globals<'h>(cx: Cx<'h>, names: &[&'static str]) {
    let function = Function::new(cx, FunctionKind::Builtin, "", 0, &[], |cx, _| {
        Err(cx.unsupported("a top-level variable as a property of the global object"))
    });
    for name in names {
        let attributes = Attributes::ENUMERABLE;
        cx.global_object().define_own_accessor(cx, *name, function.into(), function.into(), attributes);
    }
}

/// GetValue of an unresolvable or global reference (ECMA-262 §6.2.5.5): a ReferenceError if nobody declared or assigned the name.
#[track_caller]
pub fn global_get<'h>(cx: Cx<'h>, name: &'static str) -> JsResult<'h> {
    match resolve(cx, name)? {
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
    if let Some(type_of) = type_of_unsupported(name)
        && !cx.global_object().has_own(cx, name)
    {
        return type_of;
    }
    resolve(cx, name).ok().flatten().map_or("undefined", Value::type_of)
}

/// The global object of the running plugin: `globalThis`, `global`.
pub fn global_object<'h>(cx: Cx<'h>) -> Value<'h> {
    cx.global_object().into()
}
