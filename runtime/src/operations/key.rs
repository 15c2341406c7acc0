//! What generated code writes between brackets.

use prickle_heap::{Cx, HashedKey, JsResult, JsStr, Object, PropertyKey, Symbol, Value, number};

use super::conversion;
use crate::errors::{display, try_display};

/// A property key as the program has it, before ToPropertyKey.
pub trait Key<'h>: Copy {
    /// ToPropertyKey (ECMA-262 §7.1.19).
    fn to_key(self, cx: Cx<'h>) -> JsResult<'h, PropertyKey<'h>>;

    /// The value of an own data property where a look at the object suffices; `None` sends the caller the long way.
    #[inline]
    fn peek(self, _: Object<'h>) -> Option<Value<'h>> {
        None
    }

    /// The key, if it is a literal.
    #[inline(always)]
    fn literal(self) -> Option<&'static str> {
        None
    }

    /// The key as a hashed string, if it is a string already.
    #[inline]
    fn hashed(self) -> Option<HashedKey<'h>> {
        None
    }

    /// How V8 prints the key in an error message; `None` where printing it could run code.
    fn describe(self, cx: Cx<'h>) -> Option<String>;

    /// Whether it is `Symbol.iterator`, of which V8's messages speak in another way.
    fn is_iterator_symbol(self) -> bool {
        false
    }

    /// How V8 prints the key where it has to print something.
    fn display(self, cx: Cx<'h>) -> String {
        self.describe(cx).unwrap_or_default()
    }
}

impl<'h> Key<'h> for &'static str {
    #[inline]
    fn to_key(self, _: Cx<'h>) -> JsResult<'h, PropertyKey<'h>> {
        Ok(self.into())
    }

    #[inline(always)]
    fn peek(self, object: Object<'h>) -> Option<Value<'h>> {
        object.get_literal(self)
    }

    #[inline(always)]
    fn literal(self) -> Option<&'static str> {
        Some(self)
    }

    #[inline(always)]
    fn hashed(self) -> Option<HashedKey<'h>> {
        Some(HashedKey::literal(self))
    }

    fn describe(self, _: Cx<'h>) -> Option<String> {
        Some(self.to_owned())
    }
}

impl<'h> Key<'h> for JsStr<'h> {
    #[inline]
    fn to_key(self, _: Cx<'h>) -> JsResult<'h, PropertyKey<'h>> {
        Ok(self.into())
    }

    #[inline]
    fn peek(self, object: Object<'h>) -> Option<Value<'h>> {
        // Elements of arrays, whose keys as strings would have to be parsed, take the long way.
        object.get_ordinary(PropertyKey::String(self))
    }

    #[inline]
    fn hashed(self) -> Option<HashedKey<'h>> {
        Some(HashedKey::new(self))
    }

    fn describe(self, _: Cx<'h>) -> Option<String> {
        Some(self.to_message_part())
    }
}

impl<'h> Key<'h> for PropertyKey<'h> {
    #[inline]
    fn to_key(self, _: Cx<'h>) -> JsResult<'h, PropertyKey<'h>> {
        Ok(self)
    }

    #[inline]
    fn peek(self, object: Object<'h>) -> Option<Value<'h>> {
        object.get_ordinary(self)
    }

    #[inline]
    fn hashed(self) -> Option<HashedKey<'h>> {
        match self {
            PropertyKey::String(text) => Some(HashedKey::new(text)),
            PropertyKey::Index(_) | PropertyKey::Symbol(_) => None,
        }
    }

    fn is_iterator_symbol(self) -> bool {
        self.as_symbol().is_some_and(|symbol| symbol == Symbol::ITERATOR)
    }

    fn describe(self, _: Cx<'h>) -> Option<String> {
        Some(self.to_string())
    }
}

impl<'h> Key<'h> for Symbol<'h> {
    #[inline]
    fn to_key(self, _: Cx<'h>) -> JsResult<'h, PropertyKey<'h>> {
        Ok(self.into())
    }

    fn is_iterator_symbol(self) -> bool {
        self == Symbol::ITERATOR
    }

    fn describe(self, _: Cx<'h>) -> Option<String> {
        Some(self.to_descriptive_string())
    }
}

impl<'h> Key<'h> for f64 {
    #[inline]
    fn to_key(self, cx: Cx<'h>) -> JsResult<'h, PropertyKey<'h>> {
        Ok(conversion::number_to_key(cx, self))
    }

    #[inline(always)]
    fn peek(self, object: Object<'h>) -> Option<Value<'h>> {
        object.get_element(number::to_index(self)?)
    }

    fn describe(self, cx: Cx<'h>) -> Option<String> {
        try_display(cx, self.into())
    }
}

impl<'h> Key<'h> for u32 {
    #[inline]
    fn to_key(self, _: Cx<'h>) -> JsResult<'h, PropertyKey<'h>> {
        Ok(self.into())
    }

    fn describe(self, _: Cx<'h>) -> Option<String> {
        Some(self.to_string())
    }
}

impl<'h> Key<'h> for Value<'h> {
    #[inline]
    fn to_key(self, cx: Cx<'h>) -> JsResult<'h, PropertyKey<'h>> {
        conversion::to_property_key(cx, self)
    }

    #[inline]
    fn peek(self, object: Object<'h>) -> Option<Value<'h>> {
        match self {
            Value::String(text) => text.peek(object),
            Value::Number(number) => number.peek(object),
            _ => None,
        }
    }

    #[inline]
    fn hashed(self) -> Option<HashedKey<'h>> {
        self.as_string().map(HashedKey::new)
    }

    fn is_iterator_symbol(self) -> bool {
        matches!(self, Value::Symbol(symbol) if symbol == Symbol::ITERATOR)
    }

    fn describe(self, cx: Cx<'h>) -> Option<String> {
        try_display(cx, self)
    }

    fn display(self, cx: Cx<'h>) -> String {
        display(cx, self)
    }
}

impl<'h> Key<'h> for Object<'h> {
    fn to_key(self, cx: Cx<'h>) -> JsResult<'h, PropertyKey<'h>> {
        conversion::to_property_key(cx, self.into())
    }

    fn describe(self, cx: Cx<'h>) -> Option<String> {
        try_display(cx, self.into())
    }

    fn display(self, cx: Cx<'h>) -> String {
        display(cx, self.into())
    }
}
