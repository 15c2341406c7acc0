//! The `instanceof` operator.

use prickle_heap::{Cx, ErrorKind, FunctionKind, JsResult, Object, Symbol, Value};

use super::Operations;
use super::property::peek;
use super::prototype::prototype_of;
use crate::errors::{call_site, display, throw_error};
use crate::intrinsics::builtin_of;

/// InstanceofOperator (ECMA-262 §13.10.2): `value instanceof target`.
#[track_caller]
pub fn instance_of<'h>(cx: Cx<'h>, value: impl Into<Value<'h>>, target: impl Into<Value<'h>>) -> JsResult<'h, bool> {
    let (value, target) = (value.into(), target.into());
    let Value::Object(object) = target else {
        return Err(throw_error(cx, ErrorKind::Type, "Right-hand side of 'instanceof' is not an object"));
    };
    let method = object.get(cx, Symbol::HAS_INSTANCE)?;
    if let Some(method) = method.as_function() {
        if builtin_of(method) != Some(("Function", "@@hasInstance")) {
            return Ok(method.call(cx, target, &[value])?.truthy());
        }
    } else if !method.is_nullish() {
        let message = format!("{} is not a function", call_site(cx, method));
        return Err(throw_error(cx, ErrorKind::Type, cx.string(&message)));
    }
    if object.as_function().is_none() {
        return Err(throw_error(cx, ErrorKind::Type, "Right-hand side of 'instanceof' is not callable"));
    }
    ordinary_has_instance(cx, object, value)
}

/// OrdinaryHasInstance (ECMA-262 §7.3.22).
pub(crate) fn ordinary_has_instance<'h>(cx: Cx<'h>, object: Object<'h>, value: Value<'h>) -> JsResult<'h, bool> {
    let Some(function) = object.as_function() else { return Ok(false) };
    if function.kind() == FunctionKind::Bound {
        return instance_of(cx, value, crate::builtins::function::bound_parts(function).0);
    }
    if !value.is_object() {
        return Ok(false);
    }
    let prototype = peek(cx, object, "prototype").unwrap_or_default();
    let Value::Object(prototype) = prototype else {
        let message = format!("Function has non-object prototype '{}' in instanceof check", display(cx, prototype));
        return Err(throw_error(cx, ErrorKind::Type, cx.string(&message)));
    };
    let mut holder = value;
    while let Some(parent) = prototype_of(cx, holder) {
        if parent.is_same(prototype) {
            return Ok(true);
        }
        holder = parent.into();
    }
    Ok(false)
}
