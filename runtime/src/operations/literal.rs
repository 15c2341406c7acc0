//! Object and array literals, argument lists with spreads, and object rest patterns.

use std::panic::Location;

use prickle_heap::{Array, Attributes, Cx, JsResult, Object, PropertyKey, Prototype, Value, located};

use super::Operations;
use super::call::not_callable;
use super::class::{LiteralRole, define_literal_method};
use super::for_in::enumerable_keys;
use super::iteration::{iterate, not_iterable};
use super::key::Key;
use crate::builtin_members::check_listed;
use crate::errors::Words;

/// Literals that need more than `cx.object([…])` and `cx.array([…])`.
pub trait Literals<'h> {
    /// Starts an object literal with computed keys, spreads or a prototype.
    fn object_builder(self) -> ObjectBuilder<'h>;

    /// Starts an array literal with spreads or holes.
    fn array_builder(self) -> ArrayBuilder<'h>;

    /// Starts an argument list with spreads.
    fn arguments(self) -> Arguments<'h>;
}

impl<'h> Literals<'h> for Cx<'h> {
    fn object_builder(self) -> ObjectBuilder<'h> {
        ObjectBuilder { cx: self, object: Object::plain(self) }
    }

    fn array_builder(self) -> ArrayBuilder<'h> {
        ArrayBuilder { cx: self, elements: Vec::new() }
    }

    fn arguments(self) -> Arguments<'h> {
        Arguments { values: Vec::new() }
    }
}

/// An object literal under construction (ECMA-262 §13.2.5).
#[must_use]
pub struct ObjectBuilder<'h> {
    cx: Cx<'h>,
    object: Object<'h>,
}

impl<'h> ObjectBuilder<'h> {
    /// `key: value`
    pub fn property(self, key: &'static str, value: impl Into<Value<'h>>) -> Self {
        // A new object is extensible and no array: nothing can fail.
        let _ = self.object.define_own(self.cx, key, value.into(), Attributes::ALL);
        self
    }

    /// `[key]: value`
    #[track_caller]
    pub fn computed<K: Key<'h>>(self, cx: Cx<'h>, key: K, value: impl Into<Value<'h>>) -> JsResult<'h, Self> {
        let key = located(key.to_key(cx))?;
        self.object.define_own(cx, key, value.into(), Attributes::ALL)?;
        Ok(self)
    }

    /// `[key]: () => …`: the function gets the key as its name.
    #[track_caller]
    pub fn computed_function<K: Key<'h>>(
        self,
        cx: Cx<'h>,
        key: K,
        function: impl Into<Value<'h>>,
    ) -> JsResult<'h, Self> {
        let key = located(key.to_key(cx))?;
        let function = function.into();
        if let Some(function) = function.as_function() {
            located(super::class::set_name(cx, function, key.function_name(cx)))?;
        }
        self.object.define_own(cx, key, function, Attributes::ALL)?;
        Ok(self)
    }

    /// `key() {}` with a use of `super`.
    pub fn method<K: Key<'h>>(self, cx: Cx<'h>, key: K, function: Object<'h>) -> JsResult<'h, Self> {
        define_literal_method(cx, self.object, key.to_key(cx)?, function, LiteralRole::Method)?;
        Ok(self)
    }

    /// `get key() {}`
    pub fn getter<K: Key<'h>>(self, cx: Cx<'h>, key: K, function: Object<'h>) -> JsResult<'h, Self> {
        define_literal_method(cx, self.object, key.to_key(cx)?, function, LiteralRole::Getter)?;
        Ok(self)
    }

    /// `set key(value) {}`
    pub fn setter<K: Key<'h>>(self, cx: Cx<'h>, key: K, function: Object<'h>) -> JsResult<'h, Self> {
        define_literal_method(cx, self.object, key.to_key(cx)?, function, LiteralRole::Setter)?;
        Ok(self)
    }

    /// `...value`
    #[track_caller]
    pub fn spread(self, cx: Cx<'h>, value: impl Into<Value<'h>>) -> JsResult<'h, Self> {
        copy_data_properties(cx, self.object, value.into(), &[])?;
        Ok(self)
    }

    /// `__proto__: value` (ECMA-262 §B.3.1)
    pub fn prototype(self, cx: Cx<'h>, value: impl Into<Value<'h>>) -> Self {
        match value.into() {
            Value::Object(prototype) => self.object.set_prototype(cx, Prototype::Object(prototype)),
            Value::Null => self.object.set_prototype(cx, Prototype::Null),
            Value::Undefined
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Symbol(_)
            | Value::BigInt(_) => {}
        }
        self
    }

    /// The object.
    pub fn build(self) -> Object<'h> {
        self.object
    }
}

/// An array literal under construction (ECMA-262 §13.2.4).
#[must_use]
pub struct ArrayBuilder<'h> {
    cx: Cx<'h>,
    elements: Vec<Option<Value<'h>>>,
}

impl<'h> ArrayBuilder<'h> {
    /// An element.
    pub fn value(mut self, value: impl Into<Value<'h>>) -> Self {
        self.elements.push(Some(value.into()));
        self
    }

    /// A hole.
    pub fn hole(mut self) -> Self {
        self.elements.push(None);
        self
    }

    /// `...value`
    #[track_caller]
    pub fn spread(mut self, cx: Cx<'h>, value: impl Into<Value<'h>>) -> JsResult<'h, Self> {
        let value = value.into();
        let items = value.iterate(cx)?;
        if items.lacks_next() {
            return located(Err(not_iterable(cx, value, Location::caller())));
        }
        for item in items {
            cx.checkpoint()?;
            self.elements.push(Some(item?));
        }
        Ok(self)
    }

    /// The array.
    pub fn build(self) -> Object<'h> {
        Array::of_holey(self.cx, &self.elements).object()
    }
}

/// An argument list under construction (ECMA-262 §13.3.8).
#[must_use]
pub struct Arguments<'h> {
    values: Vec<Value<'h>>,
}

impl<'h> Arguments<'h> {
    /// An argument.
    pub fn value(mut self, value: impl Into<Value<'h>>) -> Self {
        self.values.push(value.into());
        self
    }

    /// `...value`
    #[track_caller]
    pub fn spread(mut self, cx: Cx<'h>, value: impl Into<Value<'h>>) -> JsResult<'h, Self> {
        let value = value.into();
        let messages = SpreadArgument { value, place: Location::caller() };
        let items = located(iterate(cx, value, messages))?;
        if let Some(callee) = items.lacks_next().then(|| messages.callee(cx)).flatten() {
            return located(Err(not_callable(cx, Value::Undefined, &*callee)));
        }
        for item in items {
            cx.checkpoint()?;
            self.values.push(item?);
        }
        Ok(self)
    }

    /// The arguments.
    pub fn build(self) -> Vec<Value<'h>> {
        self.values
    }
}

/// What V8 says of an argument that cannot be spread. If it is the last argument and the only one that is spread, the words of the place are for
/// `undefined` and `null`, and behind them stands the callee; other values have a text of their own.
#[derive(Clone, Copy)]
struct SpreadArgument<'h> {
    value: Value<'h>,
    place: &'static Location<'static>,
}

impl SpreadArgument<'_> {
    /// How V8 prints the callee, where it blames that for an iterator without `next`.
    #[cold]
    fn callee(self, cx: Cx<'_>) -> Option<String> {
        self.place.text(cx)?.rsplit_once('\n').map(|(_, callee)| callee.to_owned())
    }
}

impl Words for SpreadArgument<'_> {
    fn text(self, cx: Cx<'_>) -> Option<String> {
        let words = self.place.text(cx);
        match words.as_deref().map(|words| words.rsplit_once('\n')) {
            None | Some(Some(_)) if !self.value.is_nullish() => {
                Some("Spread syntax requires ...iterable[Symbol.iterator] to be a function".to_owned())
            }
            Some(Some((nullish, _))) => Some(nullish.to_owned()),
            None | Some(None) => words,
        }
    }
}

/// CopyDataProperties (ECMA-262 §7.3.25).
pub(crate) fn copy_data_properties<'h>(
    cx: Cx<'h>,
    target: Object<'h>,
    source: Value<'h>,
    excluded: &[PropertyKey<'h>],
) -> JsResult<'h, ()> {
    let keys = match source {
        Value::Object(object) if excluded.is_empty() && target.copy_simple_properties(cx, object) => return Ok(()),
        Value::Object(object) => {
            check_listed(cx, object)?;
            let mut keys = enumerable_keys(cx, object);
            keys.extend(object.own_symbols(cx));
            keys
        }
        Value::String(text) => (0..text.length(cx) as u32).map(PropertyKey::Index).collect(),
        Value::Undefined | Value::Null | Value::Bool(_) | Value::Number(_) | Value::Symbol(_) | Value::BigInt(_) => {
            return Ok(());
        }
    };
    for key in keys {
        // A getter may have deleted a later property, or made it invisible.
        let is_there = source.as_object().is_none_or(|object| {
            super::property::get_own(cx, object, key).is_some_and(|property| property.attributes.enumerable())
        });
        if is_there && !excluded.contains(&key) {
            target.define_own(cx, key, source.get(cx, key)?, Attributes::ALL)?;
        }
    }
    Ok(())
}

/// RestBindingInitialization (ECMA-262 §14.3.3.2).
pub(super) fn object_rest<'h, K: Key<'h>>(cx: Cx<'h>, source: Value<'h>, excluded: &[K]) -> JsResult<'h, Object<'h>> {
    let excluded = excluded.iter().map(|key| key.to_key(cx)).collect::<Result<Vec<_>, _>>()?;
    let rest = Object::plain(cx);
    copy_data_properties(cx, rest, source, &excluded)?;
    Ok(rest)
}
