//! Loose equality. Strict equality and SameValue are methods of `Value`.

use std::cmp::Ordering;

use prickle_heap::{Cx, JsResult, Value, located};

use super::big_integer;
use super::conversion::{Hint, to_number, to_primitive};

/// IsLooselyEqual (ECMA-262 §7.2.13): `left == right`.
#[track_caller]
pub fn loosely_equals<'h>(cx: Cx<'h>, left: impl Into<Value<'h>>, right: impl Into<Value<'h>>) -> JsResult<'h, bool> {
    located(equals(cx, left.into(), right.into()))
}

fn equals<'h>(cx: Cx<'h>, left: Value<'h>, right: Value<'h>) -> JsResult<'h, bool> {
    use Value::{BigInt, Bool, Null, Number, Object, String, Symbol, Undefined};
    match (left, right) {
        (Undefined | Null, Undefined | Null) => Ok(true),
        (Undefined | Null, _) | (_, Undefined | Null) => Ok(false),
        (Number(_), Number(_)) | (String(_), String(_)) | (Bool(_), Bool(_)) | (Object(_), Object(_)) => {
            Ok(left.strict_equals(right))
        }
        (Symbol(_), Symbol(_)) | (BigInt(_), BigInt(_)) => Ok(left.strict_equals(right)),
        (Object(_), primitive) => {
            let left = to_primitive(cx, left, Hint::Default)?;
            equals(cx, left, primitive)
        }
        (primitive, Object(_)) => {
            let right = to_primitive(cx, right, Hint::Default)?;
            equals(cx, primitive, right)
        }
        (Symbol(_), _) | (_, Symbol(_)) => Ok(false),
        (BigInt(left), String(right)) | (String(right), BigInt(left)) => {
            Ok(big_integer::parse(right).is_some_and(|right| big_integer::integer(left) == right))
        }
        (BigInt(left), other @ (Number(_) | Bool(_))) | (other @ (Number(_) | Bool(_)), BigInt(left)) => {
            Ok(big_integer::compare_with_number(left, to_number(cx, other)?) == Some(Ordering::Equal))
        }
        (Number(_) | String(_) | Bool(_), Number(_) | String(_) | Bool(_)) => {
            Ok(to_number(cx, left)? == to_number(cx, right)?)
        }
    }
}
