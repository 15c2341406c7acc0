//! `Symbol` (ECMA-262 §20.4).

use prickle_heap::{Cx, ErrorKind, JsResult, JsStr, Symbol, Value};

use crate::errors::{display, throw_error};

/// `Symbol.asyncIterator` (ECMA-262 §20.4.2.1).
pub const ASYNC_ITERATOR: Symbol<'static> = Symbol::ASYNC_ITERATOR;
/// `Symbol.hasInstance` (ECMA-262 §20.4.2.3).
pub const HAS_INSTANCE: Symbol<'static> = Symbol::HAS_INSTANCE;
/// `Symbol.isConcatSpreadable` (ECMA-262 §20.4.2.4).
pub const IS_CONCAT_SPREADABLE: Symbol<'static> = Symbol::IS_CONCAT_SPREADABLE;
/// `Symbol.iterator` (ECMA-262 §20.4.2.5).
pub const ITERATOR: Symbol<'static> = Symbol::ITERATOR;
/// `Symbol.toPrimitive` (ECMA-262 §20.4.2.14).
pub const TO_PRIMITIVE: Symbol<'static> = Symbol::TO_PRIMITIVE;
/// `Symbol.toStringTag` (ECMA-262 §20.4.2.15).
pub const TO_STRING_TAG: Symbol<'static> = Symbol::TO_STRING_TAG;

/// `Symbol.match` (ECMA-262 §20.4.2).
pub const MATCH: Symbol<'static> = Symbol::MATCH;
/// `Symbol.matchAll` (ECMA-262 §20.4.2).
pub const MATCH_ALL: Symbol<'static> = Symbol::MATCH_ALL;
/// `Symbol.replace` (ECMA-262 §20.4.2).
pub const REPLACE: Symbol<'static> = Symbol::REPLACE;
/// `Symbol.search` (ECMA-262 §20.4.2).
pub const SEARCH: Symbol<'static> = Symbol::SEARCH;
/// `Symbol.species` (ECMA-262 §20.4.2).
pub const SPECIES: Symbol<'static> = Symbol::SPECIES;
/// `Symbol.split` (ECMA-262 §20.4.2).
pub const SPLIT: Symbol<'static> = Symbol::SPLIT;
/// `Symbol.unscopables` (ECMA-262 §20.4.2).
pub const UNSCOPABLES: Symbol<'static> = Symbol::UNSCOPABLES;

/// `Symbol(description)` (ECMA-262 §20.4.1.1).
pub fn call<'h>(cx: Cx<'h>, description: Option<JsStr<'h>>) -> Value<'h> {
    Symbol::new(cx, description).into()
}

/// `new Symbol()` (ECMA-262 §20.4.1.1).
pub fn construct<'h>(cx: Cx<'h>, _: &[Value<'h>]) -> JsResult<'h> {
    Err(throw_error(cx, ErrorKind::Type, "Symbol is not a constructor"))
}

/// `Symbol.for(key)` (ECMA-262 §20.4.2.2).
pub fn for_key<'h>(cx: Cx<'h>, key: JsStr<'h>) -> Value<'h> {
    Symbol::registered(cx, key).into()
}

/// `Symbol.keyFor(symbol)` (ECMA-262 §20.4.2.6).
pub fn key_for<'h>(cx: Cx<'h>, symbol: Value<'h>) -> JsResult<'h> {
    match symbol {
        Value::Symbol(symbol) => Ok(symbol.registry_key().into()),
        other => {
            let message = cx.string(&format!("{} is not a symbol", display(cx, other)));
            Err(throw_error(cx, ErrorKind::Type, message))
        }
    }
}

/// `Symbol.prototype.description` (ECMA-262 §20.4.3.2).
pub fn description<'h>(this: Symbol<'h>) -> Option<JsStr<'h>> {
    this.description()
}

/// `Symbol.prototype.toString()` (ECMA-262 §20.4.3.3).
pub fn to_string<'h>(cx: Cx<'h>, this: Symbol<'h>) -> JsStr<'h> {
    cx.message(&this.to_descriptive_string())
}

/// `Symbol.prototype.valueOf()` (ECMA-262 §20.4.3.4).
pub fn value_of<'h>(this: Symbol<'h>) -> Value<'h> {
    this.into()
}

/// `Symbol.prototype[@@toPrimitive](hint)` (ECMA-262 §20.4.3.5).
pub fn to_primitive<'h>(this: Symbol<'h>, _: Value<'h>) -> Value<'h> {
    this.into()
}
