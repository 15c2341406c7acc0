//! Calls and constructions.

use prickle_heap::{
    Attributes, Cx, ErrorKind, Function, FunctionKind, JsResult, Kind, Object, Prototype, Throw, Value,
};

use super::key::Key;
use super::property::{Lookup, lookup, peek, realize};
use crate::builtins::link::BuiltinCode;
use crate::builtins::table::{ClassId, Inherited};
use crate::errors::throw_error;
use crate::intrinsics::has_prototype;

/// A function about to be called as a method: looked up, its arguments not yet evaluated.
#[derive(Clone, Copy)]
pub struct Method<'h> {
    this: Value<'h>,
    callee: Callee<'h>,
}

#[derive(Clone, Copy)]
enum Callee<'h> {
    Value(Value<'h>),
    /// A builtin that needs no function object to be called.
    Builtin(BuiltinCode),
}

impl<'h> Method<'h> {
    /// IsCallable (ECMA-262 §7.2.3).
    pub fn is_callable(self) -> bool {
        match self.callee {
            Callee::Builtin(_) => true,
            Callee::Value(value) => value.is_callable(),
        }
    }

    /// The method is `undefined` or `null`: `value.key?.()` is `undefined`.
    pub fn is_nullish(self) -> bool {
        matches!(self.callee, Callee::Value(value) if value.is_nullish())
    }

    /// Call (ECMA-262 §7.3.14). `callee` is how V8 prints what is called.
    #[inline]
    pub fn call(self, cx: Cx<'h>, callee: &str, arguments: &[Value<'h>]) -> JsResult<'h> {
        match self.callee {
            Callee::Builtin(code) => code(cx, self.this, arguments),
            Callee::Value(value) => call(cx, value, self.this, callee, arguments),
        }
    }
}

/// GetMethod without the check: what `base.key(…)` will call.
#[inline(always)]
pub(crate) fn method<'h, K: Key<'h>>(cx: Cx<'h>, base: Value<'h>, key: K) -> JsResult<'h, Method<'h>> {
    if let Some(name) = key.literal()
        && let Some(class) = plain_class(base)
        && !has_prototype(cx, class)
        && let Some(code) = class.literal_method(name)
    {
        return Ok(Method { this: base, callee: Callee::Builtin(code) });
    }
    method_anywhere(cx, base, key)
}

/// The class whose methods a string or a collection without properties of its own has.
#[inline]
fn plain_class(base: Value<'_>) -> Option<ClassId> {
    match base {
        Value::String(_) => Some(ClassId::STRING),
        Value::Object(object) => match object.unextended_kind()? {
            Kind::Array => Some(ClassId::ARRAY),
            Kind::Map => Some(ClassId::MAP),
            Kind::Set => Some(ClassId::SET),
            _ => None,
        },
        Value::Undefined | Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

/// What `base.key(…)` will call, where that is not a method that strings or collections are born with.
#[inline(never)]
fn method_anywhere<'h, K: Key<'h>>(cx: Cx<'h>, base: Value<'h>, key: K) -> JsResult<'h, Method<'h>> {
    let callee = match lookup(cx, base, key)? {
        Lookup::Inherited(Inherited::Method(member)) => Callee::Builtin(member.code()),
        found => Callee::Value(realize(cx, found, base)?),
    };
    Ok(Method { this: base, callee })
}

/// Call (ECMA-262 §7.3.14).
#[inline]
pub(super) fn call<'h>(
    cx: Cx<'h>,
    function: Value<'h>,
    this: Value<'h>,
    callee: &str,
    arguments: &[Value<'h>],
) -> JsResult<'h> {
    match function.as_function() {
        Some(function) => function.call(cx, this, arguments),
        None => Err(not_a(cx, callee, "function")),
    }
}

#[cold]
fn not_a<'h>(cx: Cx<'h>, callee: &str, what: &str) -> Throw<'h> {
    // A call whose result is iterated at once: V8 leaves open which of the two failed.
    let what = if callee.ends_with(" is not a function or its return value") { "iterable" } else { what };
    let article = if what == "iterable" { "" } else { "a " };
    throw_error(cx, ErrorKind::Type, cx.string(&format!("{callee} is not {article}{what}")))
}

/// Construct (ECMA-262 §7.3.15).
pub(super) fn construct<'h>(cx: Cx<'h>, constructor: Value<'h>, callee: &str, arguments: &[Value<'h>]) -> JsResult<'h> {
    let Some(function) = constructor.as_function() else { return Err(not_a(cx, callee, "constructor")) };
    match function.kind() {
        FunctionKind::Constructor => function.construct(cx, Value::Undefined, arguments, function.object()),
        FunctionKind::Normal => construct_ordinary(cx, function, arguments),
        FunctionKind::Bound => {
            let (target, bound) = crate::builtins::function::bound_parts(function);
            let arguments: Vec<_> = bound.into_iter().chain(arguments.iter().copied()).collect();
            construct(cx, target, callee, &arguments)
        }
        FunctionKind::Arrow | FunctionKind::Method | FunctionKind::Async | FunctionKind::Builtin => {
            Err(not_a(cx, callee, "constructor"))
        }
    }
}

/// `[[Construct]]` of a function of the program (ECMA-262 §10.2.2).
fn construct_ordinary<'h>(cx: Cx<'h>, function: Function<'h>, arguments: &[Value<'h>]) -> JsResult<'h> {
    let object = Object::plain(cx);
    object.set_prototype(cx, Prototype::Object(prototype_property(cx, function)?));
    match function.construct(cx, object.into(), arguments, function.object())? {
        result @ Value::Object(_) => Ok(result),
        _ => Ok(object.into()),
    }
}

/// The object in the `prototype` property of a function, made when it is needed first (ECMA-262 §10.2.5 MakeConstructor).
fn prototype_property<'h>(cx: Cx<'h>, function: Function<'h>) -> JsResult<'h, Object<'h>> {
    if let Some(Value::Object(prototype)) = peek(cx, function.object(), "prototype") {
        return Ok(prototype);
    }
    let prototype = Object::plain(cx);
    prototype.define_own(cx, "constructor", function.into(), Attributes::HIDDEN)?;
    function.object().define_own(cx, "prototype", prototype.into(), Attributes::WRITABLE)?;
    Ok(prototype)
}
