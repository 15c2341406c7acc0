//! The short way to the properties of plain objects, which nearly all accesses take. Where it gives nothing, callers go the long way:
//! nothing has happened then.

use super::entry::Entry;
use super::{Attributes, BUILTIN, Kind, MATERIALIZED, NOT_EXTENSIBLE, Object, Payload, PropertyKey, Prototype};
use crate::hash::{hash_bytes, hash_literal};
use crate::{Cx, Function, JsStr, RegExpObject, Value};

/// A string key with its hash.
#[derive(Clone, Copy)]
pub struct HashedKey<'h> {
    text: JsStr<'h>,
    hash: u32,
}

impl<'h> HashedKey<'h> {
    /// The key of a literal. Inlined, nearly everything about it is known when the program is compiled.
    #[inline(always)]
    pub fn literal(text: &'static str) -> HashedKey<'h> {
        HashedKey { text: JsStr::from_static(text), hash: hash_literal(text.as_bytes()) }
    }

    /// The key of a string.
    #[inline]
    pub fn new(text: JsStr<'h>) -> HashedKey<'h> {
        HashedKey { text, hash: hash_bytes(text.as_bytes()) }
    }

    /// The string.
    #[inline(always)]
    pub fn text(self) -> JsStr<'h> {
        self.text
    }
}

impl<'h> Object<'h> {
    /// The value of an own data property of a plain object, or of `length` of an array.
    #[inline(always)]
    pub fn get_literal(self, name: &'static str) -> Option<Value<'h>> {
        match self.0.kind.get() {
            Kind::Plain => self.0.table.get_data(name.as_bytes(), hash_literal(name.as_bytes())),
            Kind::Array if name == "length" => match self.0.payload.get() {
                Payload::Elements(elements) => Some(elements.length().into()),
                _ => None,
            },
            _ => None,
        }
    }

    /// The value of an own data property of a plain object, or of an element of an array.
    #[inline]
    pub fn get_ordinary(self, key: PropertyKey<'h>) -> Option<Value<'h>> {
        match (self.0.kind.get(), key) {
            (Kind::Plain, PropertyKey::String(text)) => {
                self.0.table.get_data(text.as_bytes(), hash_bytes(text.as_bytes()))
            }
            (Kind::Array, PropertyKey::Index(index)) => self.get_element(index),
            _ => None,
        }
    }

    /// An element of an array.
    #[inline]
    pub fn get_element(self, index: u32) -> Option<Value<'h>> {
        match self.0.payload.get() {
            Payload::Elements(elements) => elements.get(index),
            _ => None,
        }
    }

    /// Whether the object is plain, inherits from the built-in prototype and has no such property.
    #[inline]
    pub fn lacks(self, key: HashedKey<'h>) -> bool {
        self.0.kind.get() == Kind::Plain
            && matches!(self.0.prototype.get(), Prototype::Default)
            && self.0.table.find(key.text.as_bytes(), key.hash).is_none()
    }

    /// Sets a property of a plain object: overwrites an own data property, or adds one that is absent if `may_add` and adding is a
    /// matter of the object alone: it is extensible and inherits from the built-in prototype. False if nothing was done.
    #[inline(always)]
    pub fn set_ordinary(self, cx: Cx<'h>, key: HashedKey<'h>, value: Value<'h>, may_add: bool) -> bool {
        if self.0.kind.get() != Kind::Plain {
            return false;
        }
        let table = &self.0.table;
        if let Some(entry) = table.find(key.text.as_bytes(), key.hash) {
            let is_writable = is_writable_data(entry) && !self.0.has(BUILTIN);
            if is_writable {
                entry.set_value(self.admit(cx, value));
            }
            return is_writable;
        }
        let may_add = may_add && !self.0.has(NOT_EXTENSIBLE) && matches!(self.0.prototype.get(), Prototype::Default);
        if may_add {
            let value = self.admit(cx, value);
            let text = cx.key_text(key.text, self.0.is_in_worker());
            table.push(self.arena(cx), text, key.hash, value, Attributes::ALL);
        }
        may_add
    }

    /// Marks a prototype, constructor or namespace of the language.
    pub fn mark_builtin(self) {
        self.0.add(BUILTIN);
    }

    /// Whether it is a prototype, constructor or namespace of the language.
    #[inline]
    pub fn is_builtin(self) -> bool {
        self.0.has(BUILTIN)
    }

    /// What the object is, if it has no properties of its own beside elements and inherits from the built-in prototype of its kind.
    #[inline]
    pub fn unextended_kind(self) -> Option<Kind> {
        let header = self.0;
        let unextended = header.table.count() == 0 && matches!(header.prototype.get(), Prototype::Default);
        unextended.then_some(header.kind.get())
    }

    /// Whether it inherits from the built-in prototype of its kind and has at most one property in its table.
    #[inline]
    pub(crate) fn has_at_most_one_property(self) -> bool {
        self.0.table.count() <= 1 && matches!(self.0.prototype.get(), Prototype::Default)
    }

    /// Writes what it has from birth into its table.
    #[cold]
    #[inline(never)]
    pub(super) fn materialize(self, cx: Cx<'h>) {
        match RegExpObject::from_value(self.into()) {
            Some(regexp) => regexp.materialize(cx),
            None => Function(self).materialize(cx),
        }
    }

    /// Whether what it has from birth is in its table.
    #[inline]
    pub(crate) fn is_materialized(self) -> bool {
        self.resolve().0.has(MATERIALIZED)
    }

    /// Deletes a property of a plain object; `None` where that takes the long way.
    #[inline]
    pub fn remove_ordinary(self, key: HashedKey<'h>) -> Option<bool> {
        if self.0.kind.get() != Kind::Plain {
            return None;
        }
        let Some(entry) = self.0.table.find(key.text.as_bytes(), key.hash) else { return Some(true) };
        let configurable = entry.key().attributes().configurable();
        if configurable {
            self.0.table.remove(entry);
        }
        Some(configurable)
    }
}

#[inline]
fn is_writable_data(entry: &Entry<'_>) -> bool {
    let key = entry.key();
    key.attributes().writable() && !key.is_accessor()
}
