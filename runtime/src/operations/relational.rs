//! Relational operators (ECMA-262 §13.10).

use std::cmp::Ordering;

use prickle_heap::{Cx, JsResult, Value, located};

use super::big_integer;
use super::conversion::{Hint, to_number, to_primitive};

/// IsLessThan (ECMA-262 §7.2.12) in both directions at once: how the sides compare, left converted first; `None` if one is NaN.
#[inline]
fn compare<'h>(cx: Cx<'h>, left: Value<'h>, right: Value<'h>) -> JsResult<'h, Option<Ordering>> {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => Ok(left.partial_cmp(&right)),
        _ => compare_converted(cx, left, right),
    }
}

fn compare_converted<'h>(cx: Cx<'h>, left: Value<'h>, right: Value<'h>) -> JsResult<'h, Option<Ordering>> {
    let is_object = matches!(right, Value::Object(_));
    let left = to_primitive(cx, left, Hint::Number)?;
    let mut right = to_primitive(cx, right, Hint::Number)?;
    if is_object && matches!(left, Value::BigInt(_)) && matches!(right, Value::String(_)) {
        // V8 takes the text of an object beside a BigInt for a number: `255n > ['1.2']`, but not `255n > '1.2'`.
        right = to_number(cx, right)?.into();
    }
    if let (Value::String(left), Value::String(right)) = (left, right) {
        return Ok(Some(left.cmp(&right)));
    }
    if matches!(left, Value::BigInt(_)) || matches!(right, Value::BigInt(_)) {
        return compare_bigints(cx, left, right);
    }
    Ok(to_number(cx, left)?.partial_cmp(&to_number(cx, right)?))
}

/// IsLessThan (ECMA-262 §7.2.12) of primitives of which at least one is a BigInt.
fn compare_bigints<'h>(cx: Cx<'h>, left: Value<'h>, right: Value<'h>) -> JsResult<'h, Option<Ordering>> {
    match (left, right) {
        (Value::BigInt(left), Value::BigInt(right)) => {
            Ok(Some(big_integer::integer(left).cmp(&big_integer::integer(right))))
        }
        (Value::BigInt(left), Value::String(right)) => {
            Ok(big_integer::parse(right).map(|right| big_integer::integer(left).cmp(&right)))
        }
        (Value::BigInt(left), right) => Ok(big_integer::compare_with_number(left, to_number(cx, right)?)),
        (left, right) => Ok(compare_bigints(cx, right, left)?.map(Ordering::reverse)),
    }
}

macro_rules! relational_operators {
    ($( $(#[$doc:meta])* $name:ident => ($($ordering:ident)|+); )*) => { $(
        $(#[$doc])*
        #[inline]
        #[track_caller]
        pub fn $name<'h>(cx: Cx<'h>, left: impl Into<Value<'h>>, right: impl Into<Value<'h>>) -> JsResult<'h, bool> {
            Ok(matches!(located(compare(cx, left.into(), right.into()))?, Some($(Ordering::$ordering)|+)))
        }
    )* };
}

relational_operators! {
    /// `left < right`
    less_than => (Less);
    /// `left <= right`
    less_or_equal => (Less | Equal);
    /// `left > right`
    greater_than => (Greater);
    /// `left >= right`
    greater_or_equal => (Greater | Equal);
}
