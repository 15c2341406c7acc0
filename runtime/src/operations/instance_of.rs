//! The `instanceof` operator.

use prickle_heap::{Cx, ErrorKind, FunctionKind, JsResult, Value};

use super::property::peek;
use super::prototype::prototype_of;
use crate::errors::{display, throw_error};

/// InstanceofOperator (ECMA-262 §13.10.2): `value instanceof target`.
pub fn instance_of<'h>(cx: Cx<'h>, value: impl Into<Value<'h>>, target: impl Into<Value<'h>>) -> JsResult<'h, bool> {
    let (value, target) = (value.into(), target.into());
    let Value::Object(object) = target else {
        return Err(throw_error(cx, ErrorKind::Type, "Right-hand side of 'instanceof' is not an object"));
    };
    let Some(function) = object.as_function() else {
        return Err(throw_error(cx, ErrorKind::Type, "Right-hand side of 'instanceof' is not callable"));
    };
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
