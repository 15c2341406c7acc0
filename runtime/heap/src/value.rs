//! ECMAScript language values (ECMA-262 §6.1).

use crate::{Array, BigInt, ErrorObject, Function, JsStr, Kind, Object, Symbol};

/// A JavaScript value, valid for the turn `'h`.
///
/// Sixteen bytes: the tag lives in the spare values of a byte of [`JsStr`], and there is room left for `Option<Value>`.
#[derive(Clone, Copy, Debug, Default)]
pub enum Value<'h> {
    /// `undefined`
    #[default]
    Undefined,
    /// `null`
    Null,
    /// A boolean.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A string.
    String(JsStr<'h>),
    /// A symbol.
    Symbol(Symbol<'h>),
    /// A BigInt.
    BigInt(BigInt<'h>),
    /// An object of any kind.
    Object(Object<'h>),
}

const _: () = assert!(size_of::<Value<'static>>() == 16);
const _: () = assert!(size_of::<Option<Value<'static>>>() == 16);

impl<'h> Value<'h> {
    /// Whether this is `undefined`.
    #[inline]
    pub fn is_undefined(self) -> bool {
        matches!(self, Value::Undefined)
    }

    /// Whether this is `null`.
    #[inline]
    pub fn is_null(self) -> bool {
        matches!(self, Value::Null)
    }

    /// Whether this is `undefined` or `null`.
    #[inline]
    pub fn is_nullish(self) -> bool {
        matches!(self, Value::Undefined | Value::Null)
    }

    /// Whether this is an object of any kind.
    #[inline]
    pub fn is_object(self) -> bool {
        matches!(self, Value::Object(_))
    }

    /// Whether this is a string.
    #[inline]
    pub fn is_string(self) -> bool {
        matches!(self, Value::String(_))
    }

    /// IsCallable (ECMA-262 §7.2.3).
    #[inline]
    pub fn is_callable(self) -> bool {
        self.as_function().is_some()
    }

    /// The boolean, if it is one.
    #[inline]
    pub fn as_bool(self) -> Option<bool> {
        if let Value::Bool(value) = self { Some(value) } else { None }
    }

    /// The number, if it is one.
    #[inline]
    pub fn as_number(self) -> Option<f64> {
        if let Value::Number(value) = self { Some(value) } else { None }
    }

    /// The string, if it is one.
    #[inline]
    pub fn as_string(self) -> Option<JsStr<'h>> {
        if let Value::String(value) = self { Some(value) } else { None }
    }

    /// The symbol, if it is one.
    #[inline]
    pub fn as_symbol(self) -> Option<Symbol<'h>> {
        if let Value::Symbol(value) = self { Some(value) } else { None }
    }

    /// The BigInt, if it is one.
    #[inline]
    pub fn as_bigint(self) -> Option<BigInt<'h>> {
        if let Value::BigInt(value) = self { Some(value) } else { None }
    }

    /// The object, if it is one.
    #[inline]
    pub fn as_object(self) -> Option<Object<'h>> {
        if let Value::Object(value) = self { Some(value) } else { None }
    }

    /// The object, if it is one of this kind.
    #[inline]
    pub fn as_kind(self, kind: Kind) -> Option<Object<'h>> {
        self.as_object().filter(|object| object.kind() == kind)
    }

    /// The array, if it is one.
    #[inline]
    pub fn as_array(self) -> Option<Array<'h>> {
        self.as_object().and_then(Object::as_array)
    }

    /// The function, if it is one.
    #[inline]
    pub fn as_function(self) -> Option<Function<'h>> {
        self.as_object().and_then(Object::as_function)
    }

    /// The error object, if it is one.
    #[inline]
    pub fn as_error(self) -> Option<ErrorObject<'h>> {
        self.as_object().and_then(Object::as_error)
    }

    /// ToBoolean (ECMA-262 §7.1.2).
    #[inline]
    pub fn truthy(self) -> bool {
        match self {
            Value::Undefined | Value::Null => false,
            Value::Bool(value) => value,
            Value::Number(value) => value != 0.0 && !value.is_nan(),
            Value::String(value) => !value.is_empty(),
            Value::BigInt(value) => !value.is_zero(),
            Value::Symbol(_) | Value::Object(_) => true,
        }
    }

    /// The `typeof` operator (ECMA-262 §13.5.3).
    #[inline]
    pub fn type_of(self) -> &'static str {
        match self {
            Value::Undefined => "undefined",
            Value::Null => "object",
            Value::Bool(_) => "boolean",
            Value::Number(_) => "number",
            Value::String(_) => "string",
            Value::Symbol(_) => "symbol",
            Value::BigInt(_) => "bigint",
            Value::Object(object) => {
                if object.kind() == Kind::Function {
                    "function"
                } else {
                    "object"
                }
            }
        }
    }

    /// IsStrictlyEqual, `===` (ECMA-262 §7.2.14).
    #[inline]
    pub fn strict_equals(self, other: impl Into<Value<'h>>) -> bool {
        match (self, other.into()) {
            (Value::Number(a), Value::Number(b)) => a == b,
            (a, b) => a.same_value_non_number(b),
        }
    }

    /// SameValue, `Object.is` (ECMA-262 §7.2.9).
    pub fn same_value(self, other: Value<'h>) -> bool {
        match (self, other) {
            (Value::Number(a), Value::Number(b)) => {
                if a.is_nan() {
                    b.is_nan()
                } else {
                    a.to_bits() == b.to_bits()
                }
            }
            (a, b) => a.same_value_non_number(b),
        }
    }

    /// SameValueZero, the equality of Map, Set and `includes` (ECMA-262 §7.2.10).
    pub fn same_value_zero(self, other: Value<'h>) -> bool {
        match (self, other) {
            (Value::Number(a), Value::Number(b)) => a == b || (a.is_nan() && b.is_nan()),
            (a, b) => a.same_value_non_number(b),
        }
    }

    /// SameValueNonNumber (ECMA-262 §7.2.11), false for values of different types.
    #[inline]
    fn same_value_non_number(self, other: Value<'h>) -> bool {
        match (self, other) {
            (Value::Undefined, Value::Undefined) | (Value::Null, Value::Null) => true,
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (Value::String(a), Value::String(b)) => a == b,
            (Value::Symbol(a), Value::Symbol(b)) => a == b,
            (Value::BigInt(a), Value::BigInt(b)) => a == b,
            (Value::Object(a), Value::Object(b)) => a.is_same(b),
            _ => false,
        }
    }
}

impl From<bool> for Value<'_> {
    #[inline]
    fn from(value: bool) -> Self {
        Value::Bool(value)
    }
}

impl From<()> for Value<'_> {
    /// What a function without `return` gives.
    #[inline]
    fn from((): ()) -> Self {
        Value::Undefined
    }
}

macro_rules! from_number {
    ($($number:ty),*) => { $(
        impl From<$number> for Value<'_> {
            #[inline]
            fn from(value: $number) -> Self {
                Value::Number(f64::from(value))
            }
        }
    )* };
}
from_number!(f64, i32, u32, u8);

impl From<&'static str> for Value<'_> {
    #[inline]
    fn from(value: &'static str) -> Self {
        Value::String(JsStr::from(value))
    }
}

impl<'h> From<JsStr<'h>> for Value<'h> {
    #[inline]
    fn from(value: JsStr<'h>) -> Self {
        Value::String(value)
    }
}

impl<'h> From<Symbol<'h>> for Value<'h> {
    #[inline]
    fn from(value: Symbol<'h>) -> Self {
        Value::Symbol(value)
    }
}

impl<'h> From<BigInt<'h>> for Value<'h> {
    #[inline]
    fn from(value: BigInt<'h>) -> Self {
        Value::BigInt(value)
    }
}

impl<'h> From<Object<'h>> for Value<'h> {
    #[inline]
    fn from(value: Object<'h>) -> Self {
        Value::Object(value)
    }
}

impl<'h, T: Into<Value<'h>>> From<Option<T>> for Value<'h> {
    /// `None` is `undefined`.
    #[inline]
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Undefined, Into::into)
    }
}
