//! `Object` and `Object.prototype`.

mod accessor;
mod constructor_name;
mod copy;
mod descriptor;
mod integrity;
mod list;
mod prototype;
mod strict;

use prickle_heap::{Cx, JsResult, JsStr, Kind, Object, Symbol, Value};

pub use accessor::{define_getter, define_setter, lookup_getter, lookup_setter};
pub(crate) use constructor_name::constructor_name;
pub(crate) use copy::{NOT_ITERABLE, entry_of};
pub use copy::{assign, from_entries};
pub(crate) use descriptor::{define_or_throw as define_descriptor, descriptor_of};
pub use descriptor::{
    define_properties, define_property, get_own_property_descriptor, get_own_property_descriptors, has_own,
    has_own_property, property_is_enumerable,
};
pub use integrity::{freeze, is_extensible, is_frozen, is_sealed, prevent_extensions, seal};
pub use list::{entries, get_own_property_names, get_own_property_symbols, keys, values};
pub(crate) use prototype::prototype_from;
pub use prototype::{create, get_prototype_of, is_prototype_of, set_prototype_of};
pub(crate) use strict::{create_data_property_or_throw, delete_or_throw, set_or_throw, to_array_length};

use crate::builtins::error::throw_type_error;
use crate::operations::{Operations, WordedOperations};

/// Object ( value ) (ECMA-262 §20.1.1.1)
pub fn call<'h>(cx: Cx<'h>, value: Value<'h>) -> Object<'h> {
    value.to_object(cx).unwrap_or_else(|_| Object::plain(cx))
}

pub use call as construct;

/// Object.is (ECMA-262 §20.1.2.15)
pub fn is<'h>(left: Value<'h>, right: Value<'h>) -> bool {
    left.same_value(right)
}

/// Object.prototype.toString (ECMA-262 §20.1.3.6).
pub fn to_string<'h>(cx: Cx<'h>, this: Value<'h>) -> JsResult<'h, JsStr<'h>> {
    let builtin_tag = match this {
        Value::Undefined => return Ok("[object Undefined]".into()),
        Value::Null => return Ok("[object Null]".into()),
        Value::Bool(_) => "Boolean",
        Value::Number(_) => "Number",
        Value::String(_) => "String",
        Value::Symbol(_) | Value::BigInt(_) => "Object",
        Value::Object(object) => match object.kind() {
            Kind::Array => "Array",
            Kind::Function => "Function",
            Kind::Arguments => "Arguments",
            Kind::Error => "Error",
            Kind::Date => "Date",
            Kind::RegExp => "RegExp",
            Kind::Boxed => match object.slot(0) {
                Value::String(_) => "String",
                Value::Bool(_) => "Boolean",
                Value::Number(_) => "Number",
                _ => "Object",
            },
            Kind::Plain
            | Kind::Global
            | Kind::Map
            | Kind::Set
            | Kind::WeakMap
            | Kind::WeakSet
            | Kind::Iterator
            | Kind::Generator
            | Kind::AsyncGenerator
            | Kind::Promise
            | Kind::Record
            | Kind::Url
            | Kind::UrlSearchParams
            | Kind::Hash
            | Kind::Bytes
            | Kind::ByteBuffer
            | Kind::DataView
            | Kind::Cell
            | Kind::Accessor
            | Kind::Forwarded => "Object",
        },
    };
    Ok(match this.get(cx, Symbol::TO_STRING_TAG)? {
        Value::String(tag) => cx.string(&format!("[object {tag}]")),
        _ => cx.string(&format!("[object {builtin_tag}]")),
    })
}

/// Object.prototype.toLocaleString (ECMA-262 §20.1.3.5)
pub fn to_locale_string<'h>(cx: Cx<'h>, this: Value<'h>) -> JsResult<'h> {
    if this.is_nullish() {
        return Err(throw_type_error(cx, "Object.prototype.toLocaleString called on null or undefined"));
    }
    this.call_method_worded(cx, "toString", "this.toString", &[])
}

/// Object.prototype.valueOf (ECMA-262 §20.1.3.7)
pub fn value_of<'h>(cx: Cx<'h>, this: Value<'h>) -> JsResult<'h, Object<'h>> {
    this.to_object(cx)
}

#[cfg(test)]
mod tests;
