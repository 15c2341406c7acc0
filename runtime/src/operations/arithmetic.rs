//! Arithmetic and bitwise operators on values (ECMA-262 §13.15.3, ApplyStringOrNumericBinaryOperator, and §6.1.6.1).
//!
//! Where the compiler knows that both sides are numbers it writes Rust's operators instead.

use prickle_heap::{Cx, ErrorKind, JsResult, Value};

use super::conversion::{Hint, to_int32, to_js_string, to_number, to_primitive, to_uint32};
use crate::errors::throw_error;
use crate::ieee754;

/// `left + right`
#[inline]
pub fn add<'h>(cx: Cx<'h>, left: impl Into<Value<'h>>, right: impl Into<Value<'h>>) -> JsResult<'h> {
    match (left.into(), right.into()) {
        (Value::Number(left), Value::Number(right)) => Ok((left + right).into()),
        (left, right) => add_values(cx, left, right),
    }
}

fn add_values<'h>(cx: Cx<'h>, left: Value<'h>, right: Value<'h>) -> JsResult<'h> {
    let left = to_primitive(cx, left, Hint::Default)?;
    let right = to_primitive(cx, right, Hint::Default)?;
    if !left.is_string() && !right.is_string() {
        return Ok((to_number(cx, left)? + to_number(cx, right)?).into());
    }
    let (left, right) = (to_js_string(cx, left)?, to_js_string(cx, right)?);
    match left.concat(cx, right) {
        Ok(text) => Ok(text.into()),
        Err(_) => Err(throw_error(cx, ErrorKind::Range, "Invalid string length")),
    }
}

/// ToNumeric of both sides, left first.
#[inline]
fn numbers<'h>(cx: Cx<'h>, left: Value<'h>, right: Value<'h>) -> JsResult<'h, (f64, f64)> {
    let left = to_number(cx, left)?;
    Ok((left, to_number(cx, right)?))
}

macro_rules! numeric_operators {
    ($( $(#[$doc:meta])* $name:ident => |$left:ident, $right:ident| $result:expr; )*) => { $(
        $(#[$doc])*
        #[inline]
        pub fn $name<'h>(cx: Cx<'h>, left: impl Into<Value<'h>>, right: impl Into<Value<'h>>) -> JsResult<'h, f64> {
            let ($left, $right) = numbers(cx, left.into(), right.into())?;
            Ok(f64::from($result))
        }
    )* };
}

numeric_operators! {
    /// `left - right`
    subtract => |left, right| left - right;
    /// `left * right`
    multiply => |left, right| left * right;
    /// `left / right`
    divide => |left, right| left / right;
    /// `left % right`
    remainder => |left, right| left % right;
    /// `left ** right`
    exponentiate => |left, right| ieee754::pow(left, right);
    /// `left & right`
    bit_and => |left, right| to_int32(left) & to_int32(right);
    /// `left | right`
    bit_or => |left, right| to_int32(left) | to_int32(right);
    /// `left ^ right`
    bit_xor => |left, right| to_int32(left) ^ to_int32(right);
    /// `left << right`
    shift_left => |left, right| to_int32(left) << (to_uint32(right) & 31);
    /// `left >> right`
    shift_right => |left, right| to_int32(left) >> (to_uint32(right) & 31);
    /// `left >>> right`
    shift_right_unsigned => |left, right| to_uint32(left) >> (to_uint32(right) & 31);
}

/// `-value`
#[inline]
pub fn negate<'h>(cx: Cx<'h>, value: impl Into<Value<'h>>) -> JsResult<'h, f64> {
    Ok(-to_number(cx, value.into())?)
}

/// `~value`
#[inline]
pub fn bit_not<'h>(cx: Cx<'h>, value: impl Into<Value<'h>>) -> JsResult<'h, f64> {
    Ok(f64::from(!to_int32(to_number(cx, value.into())?)))
}
