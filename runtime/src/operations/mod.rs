//! The abstract operations of ECMA-262 on values, one file per family.
//!
//! Generated code reaches them as methods of the trait [`Operations`], which everything that is a JavaScript value implements,
//! and as functions where an operation has no receiver, like the binary operators.

mod argument;
mod arguments_object;
mod arithmetic;
pub(crate) mod big_integer;
mod call;
mod callback;
mod class;
mod completion;
mod conversion;
mod equality;
mod for_in;
mod generator;
mod global;
mod guarded;
mod instance_of;
mod iteration;
pub(crate) mod iterator_record;
mod key;
mod literal;
mod number;
mod private;
pub(crate) mod promises;
mod property;
mod prototype;
mod relational;
mod require;
mod strict;
mod super_property;
mod tagged_template;
mod template;
#[cfg(test)]
mod tests;
mod worded;

pub use argument::{CallbackArguments, SloppyThis};
pub use arguments_object::CallArguments;
pub(crate) use arguments_object::{make_type_error_thrower, restricted};
pub use arithmetic::{
    add, bit_and, bit_not, bit_or, bit_xor, divide, exponentiate, multiply, negate, numeric, remainder, shift_left,
    shift_right, shift_right_unsigned, subtract,
};
pub use big_integer::bigint_literal;
pub use call::Method;
pub(crate) use call::{construct_as, fill_with_method, is_constructor};
pub use callback::{Callback, CallbackRole, callback, to_callback};
pub use class::{
    ClassBuilder, Classes, default_constructor, default_derived_constructor, derived_this, initialize_statics,
    named_after, super_call, super_call_once, throw_derived_result, to_key_value,
};
pub use completion::{Flow, attempt, attempt_async, throw};
pub(crate) use conversion::ordinary_to_primitive;
pub use conversion::{
    Hint, to_int32, to_integer_or_infinity, to_js_string, to_length, to_number, to_object, to_primitive,
    to_property_key, to_uint32,
};
pub use equality::loosely_equals;
pub use for_in::ForInKeys;
pub use generator::{Generator, Resumption};
pub(crate) use generator::{Resume, abandon_generators, this_generator};
pub(crate) use global::may_delete;
pub use global::{global_get, global_object, global_set, global_type_of, reserve_globals};
pub use guarded::Guarded;
pub use instance_of::instance_of;
pub(crate) use instance_of::ordinary_has_instance;
pub(crate) use iteration::{IteratedKind, create_regexp_string_iterator, iterate_if_iterable};
pub use iteration::{
    Iteration, IterationKind, create_array_iterator, create_map_iterator, create_set_iterator, create_string_iterator,
    create_url_search_params_iterator, iterator_next,
};
pub use key::Key;
pub use literal::{Arguments, ArrayBuilder, Literals, ObjectBuilder};
pub use number::NumberOperations;
pub use private::{Brand, has_private, private_name};
pub use promises::{AsyncGenerator, AsyncIteration, host_promise, iterate_async, start_async};
pub use property::has_property;
pub(crate) use property::{get_own, get_with_receiver, ordinary_set, peek, set_with_receiver};
pub(crate) use prototype::set_prototype_by_accessor;
pub use prototype::{prototype_of, set_prototype_of};
pub use relational::{greater_or_equal, greater_than, less_or_equal, less_than};
pub use strict::global_set_strict;
pub use super_property::{super_get, super_set, super_set_strict};
pub use tagged_template::template_object;
pub use template::Template;
pub(crate) use worded::WordedOperations;

pub(crate) use call::new_located;
use std::panic::Location;

use prickle_heap::{Cx, JsResult, JsStr, Object, PropertyKey, Value, located};

/// The operations of ECMA-262 that generated code writes as methods. How V8 words what is called or iterated is found by the place in
/// generated code, only where a message needs it.
pub trait Operations<'h>: Copy + Into<Value<'h>> {
    /// ToBoolean (ECMA-262 §7.1.2).
    fn truthy(self) -> bool {
        let value: Value<'h> = self.into();
        value.truthy()
    }

    /// The `typeof` operator (ECMA-262 §13.5.3).
    fn type_of(self) -> &'static str {
        let value: Value<'h> = self.into();
        value.type_of()
    }

    /// IsStrictlyEqual (ECMA-262 §7.2.14).
    fn strict_equals(self, other: impl Into<Value<'h>>) -> bool {
        let value: Value<'h> = self.into();
        value.strict_equals(other)
    }

    /// CaseClauseIsSelected (ECMA-262 §14.12.3) for each of a `switch`'s tests: the number of the first that is equal, or
    /// how many there are.
    fn case_of(self, tests: &[Value<'h>]) -> usize {
        let value: Value<'h> = self.into();
        tests.iter().position(|test| value.strict_equals(*test)).unwrap_or(tests.len())
    }

    /// The value, or `default` in place of `undefined` (ECMA-262 §8.6.2, default initializers).
    #[inline]
    fn or_default(self, default: impl Into<Value<'h>>) -> Value<'h> {
        match self.into() {
            Value::Undefined => default.into(),
            value => value,
        }
    }

    /// `value || other`, where evaluating `other` cannot be seen.
    #[inline]
    fn or(self, other: impl Into<Value<'h>>) -> Value<'h> {
        let value: Value<'h> = self.into();
        if value.truthy() { value } else { other.into() }
    }

    /// `value && other`, where evaluating `other` cannot be seen.
    #[inline]
    fn and(self, other: impl Into<Value<'h>>) -> Value<'h> {
        let value: Value<'h> = self.into();
        if value.truthy() { other.into() } else { value }
    }

    /// `value ?? other`, where evaluating `other` cannot be seen.
    #[inline]
    fn nullish_or(self, other: impl Into<Value<'h>>) -> Value<'h> {
        let value: Value<'h> = self.into();
        if value.is_nullish() { other.into() } else { value }
    }

    /// The value as an argument that counts as absent when it is `undefined`.
    #[inline]
    fn defined(self) -> Option<Value<'h>> {
        match self.into() {
            Value::Undefined => None,
            value => Some(value),
        }
    }

    /// `value?.[key]`
    #[inline(always)]
    #[track_caller]
    fn get_optional<K: Key<'h>>(self, cx: Cx<'h>, key: K) -> JsResult<'h> {
        let value: Value<'h> = self.into();
        if value.is_nullish() { Ok(Value::Undefined) } else { located(property::get(cx, value, key)) }
    }

    /// ToNumber (ECMA-262 §7.1.4).
    #[inline(always)]
    #[track_caller]
    fn to_number(self, cx: Cx<'h>) -> JsResult<'h, f64> {
        located(to_number(cx, self.into()))
    }

    /// ToNumeric (ECMA-262 §7.1.3) in programs without BigInts.
    #[inline(always)]
    #[track_caller]
    fn to_numeric(self, cx: Cx<'h>) -> JsResult<'h, f64> {
        located(arithmetic::number(cx, self.into()))
    }

    /// ToString (ECMA-262 §7.1.17).
    #[inline(always)]
    #[track_caller]
    fn to_js_string(self, cx: Cx<'h>) -> JsResult<'h, JsStr<'h>> {
        located(to_js_string(cx, self.into()))
    }

    /// ToInt32 (ECMA-262 §7.1.6).
    #[inline(always)]
    #[track_caller]
    fn to_int32(self, cx: Cx<'h>) -> JsResult<'h, i32> {
        located(to_number(cx, self.into())).map(to_int32)
    }

    /// ToUint32 (ECMA-262 §7.1.7).
    #[inline(always)]
    #[track_caller]
    fn to_uint32(self, cx: Cx<'h>) -> JsResult<'h, u32> {
        located(to_number(cx, self.into())).map(to_uint32)
    }

    /// ToPropertyKey (ECMA-262 §7.1.19).
    #[inline(always)]
    #[track_caller]
    fn to_property_key(self, cx: Cx<'h>) -> JsResult<'h, PropertyKey<'h>> {
        located(to_property_key(cx, self.into()))
    }

    /// ToObject (ECMA-262 §7.1.18).
    #[inline(always)]
    #[track_caller]
    fn to_object(self, cx: Cx<'h>) -> JsResult<'h, Object<'h>> {
        located(to_object(cx, self.into()))
    }

    /// GetV (ECMA-262 §7.3.3): `value[key]`.
    #[inline(always)]
    #[track_caller]
    fn get<K: Key<'h>>(self, cx: Cx<'h>, key: K) -> JsResult<'h> {
        located(property::get(cx, self.into(), key))
    }

    /// PutValue in sloppy mode (ECMA-262 §6.2.5.6): `value[key] = item`. What cannot be written is ignored.
    #[inline(always)]
    #[track_caller]
    fn set<K: Key<'h>>(self, cx: Cx<'h>, key: K, item: impl Into<Value<'h>>) -> JsResult<'h, ()> {
        located(property::set(cx, self.into(), key, item.into()))
    }

    /// The `delete` operator in sloppy mode (ECMA-262 §13.5.1): whether the property is gone.
    #[inline(always)]
    #[track_caller]
    fn delete<K: Key<'h>>(self, cx: Cx<'h>, key: K) -> JsResult<'h, bool> {
        located(property::delete(cx, self.into(), key))
    }

    /// PutValue in strict mode (ECMA-262 §6.2.5.6): `value[key] = item`. What cannot be written throws.
    #[inline(always)]
    #[track_caller]
    fn set_strict<K: Key<'h>>(self, cx: Cx<'h>, key: K, item: impl Into<Value<'h>>) -> JsResult<'h, ()> {
        located(strict::set(cx, self.into(), key, item.into()))
    }

    /// The `delete` operator in strict mode (ECMA-262 §13.5.1): what cannot be deleted throws.
    #[inline(always)]
    #[track_caller]
    fn delete_strict<K: Key<'h>>(self, cx: Cx<'h>, key: K) -> JsResult<'h, bool> {
        located(strict::delete(cx, self.into(), key))
    }

    /// DefineField (ECMA-262 §7.3.33): a public field of a new instance or of a class.
    #[inline(always)]
    #[track_caller]
    fn define_field<K: Key<'h>>(self, cx: Cx<'h>, key: K, item: impl Into<Value<'h>>) -> JsResult<'h, ()> {
        located(class::define_field(cx, self.into(), key, item.into()))
    }

    /// PrivateFieldAdd (ECMA-262 §7.3.27): a private field of a new instance or of a class.
    #[inline(always)]
    #[track_caller]
    fn define_private(self, cx: Cx<'h>, name: Value<'h>, item: impl Into<Value<'h>>) -> JsResult<'h, ()> {
        located(private::define(cx, self.into(), name, item.into()))
    }

    /// PrivateGet (ECMA-262 §7.3.31): `value.#name`.
    #[inline(always)]
    #[track_caller]
    fn get_private(self, cx: Cx<'h>, name: Value<'h>, brand: Brand) -> JsResult<'h> {
        located(private::get(cx, self.into(), name, brand))
    }

    /// PrivateSet (ECMA-262 §7.3.32): `value.#name = item`.
    #[inline(always)]
    #[track_caller]
    fn set_private(self, cx: Cx<'h>, name: Value<'h>, brand: Brand, item: impl Into<Value<'h>>) -> JsResult<'h, ()> {
        located(private::set(cx, self.into(), name, brand, item.into()))
    }

    /// The function that `value.#name(…)` calls, read before the arguments are evaluated.
    #[inline(always)]
    #[track_caller]
    fn private_method(self, cx: Cx<'h>, name: Value<'h>, brand: Brand) -> JsResult<'h, Method<'h>> {
        located(private::method(cx, self.into(), name, brand))
    }

    /// Call (ECMA-262 §7.3.14) without receiver.
    #[inline(always)]
    #[track_caller]
    fn call(self, cx: Cx<'h>, arguments: &[Value<'h>]) -> JsResult<'h> {
        located(call::call(cx, self.into(), Value::Undefined, Location::caller(), arguments))
    }

    /// Call (ECMA-262 §7.3.14).
    #[inline(always)]
    #[track_caller]
    fn call_with_this(self, cx: Cx<'h>, this: impl Into<Value<'h>>, arguments: &[Value<'h>]) -> JsResult<'h> {
        located(call::call(cx, self.into(), this.into(), Location::caller(), arguments))
    }

    /// The function that `value.key(…)` calls, read before the arguments are evaluated.
    #[inline(always)]
    #[track_caller]
    fn method<K: Key<'h>>(self, cx: Cx<'h>, key: K) -> JsResult<'h, Method<'h>> {
        located(call::method(cx, self.into(), key))
    }

    /// Invoke (ECMA-262 §7.3.21): `value.key(…)`, for arguments whose evaluation cannot be seen.
    #[inline(always)]
    #[track_caller]
    fn call_method<K: Key<'h>>(self, cx: Cx<'h>, key: K, arguments: &[Value<'h>]) -> JsResult<'h> {
        located(call::call_method(cx, self.into(), key, Location::caller(), arguments))
    }

    /// Construct (ECMA-262 §7.3.15): `new value(…)`.
    #[inline(always)]
    #[track_caller]
    fn construct(self, cx: Cx<'h>, arguments: &[Value<'h>]) -> JsResult<'h> {
        new_located(call::construct(cx, self.into(), Location::caller(), arguments))
    }

    /// Await (ECMA-262 §27.7.5.3) in programs that have promises: the value of the promise, or its reason as an exception.
    fn settled(self, cx: Cx<'h>) -> impl Future<Output = JsResult<'h>> {
        promises::when_settled(cx, self.into())
    }

    /// GetIterator (ECMA-262 §7.4.3).
    #[inline(always)]
    #[track_caller]
    fn iterate(self, cx: Cx<'h>) -> JsResult<'h, Iteration<'h>> {
        located(iteration::iterate(cx, self.into(), Location::caller()))
    }

    /// The elements of something that is certainly an array.
    #[inline(always)]
    #[track_caller]
    fn elements(self, cx: Cx<'h>) -> JsResult<'h, Iteration<'h>> {
        located(iteration::iterate(cx, self.into(), "{callsite} is not iterable"))
    }

    /// EnumerateObjectProperties (ECMA-262 §14.7.5.9): the keys that `for in` visits.
    #[inline(always)]
    #[track_caller]
    fn for_in_keys(self, cx: Cx<'h>) -> JsResult<'h, ForInKeys<'h>> {
        located(for_in::for_in_keys(cx, self.into()))
    }

    /// RequireObjectCoercible (ECMA-262 §7.2.1): the value, unless it is `undefined` or `null`.
    #[inline(always)]
    #[track_caller]
    fn require_object_coercible(self, cx: Cx<'h>) -> JsResult<'h> {
        located(require::require_object_coercible(cx, self.into(), Location::caller()))
    }

    /// RestBindingInitialization (ECMA-262 §14.3.3.2): a copy of the enumerable own properties but these.
    #[inline(always)]
    #[track_caller]
    fn object_rest<K: Key<'h>>(self, cx: Cx<'h>, excluded: &[K]) -> JsResult<'h, Object<'h>> {
        located(literal::object_rest(cx, self.into(), excluded))
    }
}

impl<'h, T: Copy + Into<Value<'h>>> Operations<'h> for T {}
