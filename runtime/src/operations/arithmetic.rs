//! Arithmetic and bitwise operators on values (ECMA-262 §13.15.3, ApplyStringOrNumericBinaryOperator, and §6.1.6.1).
//!
//! Where the compiler knows that both sides are numbers it writes Rust's operators instead.

use prickle_heap::{BigInt, Cx, ErrorKind, JsResult, Throw, Value, located};

use super::big_integer::{self, Operator};
use super::conversion::{Hint, to_int32, to_js_string, to_number, to_primitive, to_uint32};
use super::number::NumberOperations;
use crate::errors::throw_error;
use crate::ieee754;

/// `left + right`
#[inline]
#[track_caller]
pub fn add<'h>(cx: Cx<'h>, left: impl Into<Value<'h>>, right: impl Into<Value<'h>>) -> JsResult<'h> {
    match (left.into(), right.into()) {
        (Value::Number(left), Value::Number(right)) => Ok((left + right).into()),
        (left, right) => located(add_values(cx, left, right)),
    }
}

fn add_values<'h>(cx: Cx<'h>, left: Value<'h>, right: Value<'h>) -> JsResult<'h> {
    let left = to_primitive(cx, left, Hint::Default)?;
    let right = to_primitive(cx, right, Hint::Default)?;
    if !left.is_string() && !right.is_string() {
        return match (left, right) {
            (Value::BigInt(left), Value::BigInt(right)) => big_integer::apply(cx, Operator::Add, left, right),
            _ => {
                let (left, right) = (numeric(cx, left)?, numeric(cx, right)?);
                Ok((left.number(cx)? + right.number(cx)?).into())
            }
        };
    }
    let (left, right) = (to_js_string(cx, left)?, to_js_string(cx, right)?);
    match left.concat(cx, right) {
        Ok(text) => Ok(text.into()),
        Err(_) => Err(throw_error(cx, ErrorKind::Range, "Invalid string length")),
    }
}

/// What ToNumeric (ECMA-262 §7.1.3) gives.
#[derive(Clone, Copy)]
enum Numeric<'h> {
    Number(f64),
    BigInt(BigInt<'h>),
}

impl<'h> Numeric<'h> {
    /// The number, where the other side is no BigInt.
    fn number(self, cx: Cx<'h>) -> JsResult<'h, f64> {
        match self {
            Numeric::Number(number) => Ok(number),
            Numeric::BigInt(_) => Err(big_integer::cannot_mix(cx)),
        }
    }
}

/// ToNumeric (ECMA-262 §7.1.3).
#[inline]
fn numeric<'h>(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, Numeric<'h>> {
    match value {
        Value::Number(number) => Ok(Numeric::Number(number)),
        Value::BigInt(number) => Ok(Numeric::BigInt(number)),
        Value::Object(_) => match to_primitive(cx, value, Hint::Numeric)? {
            Value::BigInt(number) => Ok(Numeric::BigInt(number)),
            primitive => to_number(cx, primitive).map(Numeric::Number),
        },
        other => to_number(cx, other).map(Numeric::Number),
    }
}

/// ToNumeric of both sides, left first, where neither can be a BigInt but by way of another plugin.
#[inline]
fn numbers<'h>(cx: Cx<'h>, left: Value<'h>, right: Value<'h>) -> JsResult<'h, (f64, f64)> {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => Ok((left, right)),
        (left, right) => converted_numbers(cx, left, right),
    }
}

fn converted_numbers<'h>(cx: Cx<'h>, left: Value<'h>, right: Value<'h>) -> JsResult<'h, (f64, f64)> {
    match (numeric(cx, left)?, numeric(cx, right)?) {
        (Numeric::Number(left), Numeric::Number(right)) => Ok((left, right)),
        (Numeric::BigInt(_), Numeric::BigInt(_)) => Err(unexpected_bigint(cx)),
        (Numeric::Number(_), Numeric::BigInt(_)) | (Numeric::BigInt(_), Numeric::Number(_)) => {
            Err(big_integer::cannot_mix(cx))
        }
    }
}

/// A plugin without BigInts of its own got one.
#[cold]
fn unexpected_bigint<'h>(cx: Cx<'h>) -> Throw<'h> {
    cx.unsupported("arithmetic on another plugin's BigInt")
}

macro_rules! numeric_operators {
    ($( $(#[$doc:meta])* $name:ident $operator:ident => |$left:ident, $right:ident| $result:expr; )*) => {
        $(
            $(#[$doc])*
            #[inline]
            #[track_caller]
            pub fn $name<'h>(cx: Cx<'h>, left: impl Into<Value<'h>>, right: impl Into<Value<'h>>) -> JsResult<'h, f64> {
                let ($left, $right) = located(numbers(cx, left.into(), right.into()))?;
                Ok(f64::from($result))
            }
        )*

        /// The numeric operators in programs that have BigInts: the result is a number or a BigInt.
        pub mod numeric {
            use super::*;

            $(
                $(#[$doc])*
                #[track_caller]
                pub fn $name<'h>(cx: Cx<'h>, left: impl Into<Value<'h>>, right: impl Into<Value<'h>>) -> JsResult<'h> {
                    match (located(super::numeric(cx, left.into()))?, located(super::numeric(cx, right.into()))?) {
                        (Numeric::BigInt(left), Numeric::BigInt(right)) => {
                            located(big_integer::apply(cx, Operator::$operator, left, right))
                        }
                        (left, right) => {
                            let ($left, $right) = (located(left.number(cx))?, located(right.number(cx))?);
                            Ok(f64::from($result).into())
                        }
                    }
                }
            )*

            /// `-value`
            pub fn negate<'h>(cx: Cx<'h>, value: impl Into<Value<'h>>) -> JsResult<'h> {
                match super::numeric(cx, value.into())? {
                    Numeric::Number(number) => Ok((-number).into()),
                    Numeric::BigInt(value) => Ok(BigInt::new(cx, !value.is_negative(), value.digits()).into()),
                }
            }

            /// `~value`
            pub fn bit_not<'h>(cx: Cx<'h>, value: impl Into<Value<'h>>) -> JsResult<'h> {
                match super::numeric(cx, value.into())? {
                    Numeric::Number(number) => Ok(f64::from(!to_int32(number)).into()),
                    Numeric::BigInt(value) => {
                        big_integer::from_integer(cx, &(-big_integer::integer(value) - 1)).map(Value::from)
                    }
                }
            }

            /// ToNumeric (ECMA-262 §7.1.3): what `value++` is before it is changed.
            pub fn to_numeric<'h>(cx: Cx<'h>, value: impl Into<Value<'h>>) -> JsResult<'h> {
                match super::numeric(cx, value.into())? {
                    Numeric::Number(number) => Ok(number.into()),
                    Numeric::BigInt(value) => Ok(value.into()),
                }
            }

            /// What `++value` makes of the number or BigInt.
            pub fn increment<'h>(cx: Cx<'h>, value: impl Into<Value<'h>>) -> JsResult<'h> {
                step(cx, value.into(), 1)
            }

            /// What `--value` makes of the number or BigInt.
            pub fn decrement<'h>(cx: Cx<'h>, value: impl Into<Value<'h>>) -> JsResult<'h> {
                step(cx, value.into(), -1)
            }

            fn step<'h>(cx: Cx<'h>, value: Value<'h>, by: i32) -> JsResult<'h> {
                match super::numeric(cx, value)? {
                    Numeric::Number(number) => Ok((number + f64::from(by)).into()),
                    Numeric::BigInt(value) => {
                        big_integer::from_integer(cx, &(big_integer::integer(value) + by)).map(Value::from)
                    }
                }
            }
        }
    };
}

numeric_operators! {
    /// `left - right`
    subtract Subtract => |left, right| left - right;
    /// `left * right`
    multiply Multiply => |left, right| left * right;
    /// `left / right`
    divide Divide => |left, right| left / right;
    /// `left % right`
    remainder Remainder => |left, right| left.remainder(right);
    /// `left ** right`
    exponentiate Exponentiate => |left, right| ieee754::pow(left, right);
    /// `left & right`
    bit_and And => |left, right| to_int32(left) & to_int32(right);
    /// `left | right`
    bit_or Or => |left, right| to_int32(left) | to_int32(right);
    /// `left ^ right`
    bit_xor Xor => |left, right| to_int32(left) ^ to_int32(right);
    /// `left << right`
    shift_left ShiftLeft => |left, right| to_int32(left) << (to_uint32(right) & 31);
    /// `left >> right`
    shift_right ShiftRight => |left, right| to_int32(left) >> (to_uint32(right) & 31);
    /// `left >>> right`
    shift_right_unsigned ShiftRightUnsigned => |left, right| to_uint32(left) >> (to_uint32(right) & 31);
}

/// `-value`
#[inline]
#[track_caller]
pub fn negate<'h>(cx: Cx<'h>, value: impl Into<Value<'h>>) -> JsResult<'h, f64> {
    Ok(-located(number(cx, value.into()))?)
}

/// `~value`
#[inline]
#[track_caller]
pub fn bit_not<'h>(cx: Cx<'h>, value: impl Into<Value<'h>>) -> JsResult<'h, f64> {
    Ok(f64::from(!to_int32(located(number(cx, value.into()))?)))
}

/// ToNumeric (ECMA-262 §7.1.3) where no BigInt can be but by way of another plugin.
#[inline]
pub(super) fn number<'h>(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, f64> {
    match numeric(cx, value)? {
        Numeric::Number(number) => Ok(number),
        Numeric::BigInt(_) => Err(unexpected_bigint(cx)),
    }
}
