//! Calls and constructions.

use std::panic::Location;

use prickle_heap::{Cx, ErrorKind, Function, FunctionKind, JsResult, Kind, Object, Prototype, Throw, Value, located};

use super::key::Key;
use super::property::{Lookup, lookup, realize};
use crate::builtins::link::BuiltinCode;
use crate::builtins::table::{ClassId, Inherited};
use crate::errors::{Words, display, throw_error};
use crate::intrinsics::{existing_prototype, has_prototype};

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
    /// The method that was found under a key.
    pub(super) fn of_value(this: Value<'h>, callee: Value<'h>) -> Method<'h> {
        Method { this, callee: Callee::Value(callee) }
    }

    /// IsCallable (ECMA-262 §7.2.3).
    pub fn is_callable(self) -> bool {
        match self.callee {
            Callee::Builtin(_) => true,
            Callee::Value(value) => value.is_callable(),
        }
    }

    /// The method, which was found under the key `toString`, is Function.prototype.toString, and `this` a function of the program.
    pub(super) fn gives_source_text(self, cx: Cx<'h>) -> bool {
        let is_written = self.this.as_function().is_some_and(|function| {
            !matches!(function.kind(), FunctionKind::Builtin | FunctionKind::Constructor | FunctionKind::Bound)
        });
        is_written
            && match self.callee {
                Callee::Builtin(_) => true,
                Callee::Value(value) => {
                    let own = existing_prototype(cx, ClassId::FUNCTION)
                        .and_then(|prototype| prototype.get_own(cx, "toString"))
                        .and_then(|own| own.value()?.as_function());
                    own.is_some_and(|own| {
                        own.kind() == FunctionKind::Builtin
                            && value.as_object().is_some_and(|value| value.is_same(own.object()))
                    })
                }
            }
    }

    /// The method is `undefined` or `null`: `value.key?.()` is `undefined`.
    pub fn is_nullish(self) -> bool {
        matches!(self.callee, Callee::Value(value) if value.is_nullish())
    }

    /// Call (ECMA-262 §7.3.14).
    #[inline]
    #[track_caller]
    pub fn call(self, cx: Cx<'h>, arguments: &[Value<'h>]) -> JsResult<'h> {
        located(self.call_anywhere(cx, Location::caller(), arguments))
    }

    /// The same, for the runtime itself.
    pub(crate) fn call_worded(self, cx: Cx<'h>, callee: &str, arguments: &[Value<'h>]) -> JsResult<'h> {
        self.call_anywhere(cx, callee, arguments)
    }

    #[inline]
    fn call_anywhere(self, cx: Cx<'h>, callee: impl Words, arguments: &[Value<'h>]) -> JsResult<'h> {
        match self.callee {
            Callee::Builtin(code) => code(cx, self.this, arguments),
            Callee::Value(value) => call(cx, value, self.this, callee, arguments),
        }
    }
}

/// Invoke (ECMA-262 §7.3.21)
pub(super) fn call_method<'h, K: Key<'h>>(
    cx: Cx<'h>,
    base: Value<'h>,
    key: K,
    callee: impl Words,
    arguments: &[Value<'h>],
) -> JsResult<'h> {
    method(cx, base, key)?.call_anywhere(cx, callee, arguments)
}

/// As [`located`], for what makes objects: an error learns where it was made.
#[inline(always)]
#[track_caller]
pub(crate) fn new_located<'h, T: Copy + Into<Value<'h>>>(result: JsResult<'h, T>) -> JsResult<'h, T> {
    if let Ok(made) = result
        && let Value::Object(object) = made.into()
        && let Some(error) = object.as_error()
    {
        error.met_at(Location::caller());
    }
    located(result)
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
            Kind::Date => Some(ClassId::DATE),
            Kind::RegExp => Some(ClassId::REGEXP),
            _ => None,
        },
        Value::Undefined | Value::Null | Value::Bool(_) | Value::Number(_) | Value::Symbol(_) | Value::BigInt(_) => {
            None
        }
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

/// Call (ECMA-262 §7.3.14). `callee` is how V8 prints what is called.
#[inline]
pub(super) fn call<'h>(
    cx: Cx<'h>,
    function: Value<'h>,
    this: Value<'h>,
    callee: impl Words,
    arguments: &[Value<'h>],
) -> JsResult<'h> {
    match function.as_function() {
        Some(function) => function.call(cx, this, arguments),
        None => Err(not_callable(cx, function, callee)),
    }
}

/// The TypeError for a callee that is no function.
#[cold]
pub(super) fn not_callable<'h>(cx: Cx<'h>, value: Value<'h>, callee: impl Words) -> Throw<'h> {
    not_a(cx, value, callee, "function")
}

#[cold]
fn not_a<'h>(cx: Cx<'h>, value: Value<'h>, callee: impl Words, what: &str) -> Throw<'h> {
    let mut callee = callee.text(cx).unwrap_or_else(|| "(intermediate value)".to_owned());
    // Spreads before the last argument: V8 goes through `Reflect.apply` and `Reflect.construct`, and shows the value.
    if callee == "{applied}" {
        return crate::builtins::reflect::cannot_apply(cx, value);
    }
    if callee == "{shown}" {
        callee = display(cx, value);
    }
    // A call whose result is iterated at once: V8 leaves open which of the two failed.
    let what = if callee.ends_with(" is not a function or its return value") { "iterable" } else { what };
    let article = if what == "iterable" { "" } else { "a " };
    throw_error(cx, ErrorKind::Type, cx.string(&format!("{callee} is not {article}{what}")))
}

/// `new constructor(…)`: Construct (ECMA-262 §7.3.15), with V8's message for what is no constructor.
pub(super) fn construct<'h>(
    cx: Cx<'h>,
    constructor: Value<'h>,
    callee: impl Words,
    arguments: &[Value<'h>],
) -> JsResult<'h> {
    match constructor.as_function().filter(|function| is_constructor(*function)) {
        Some(function) => construct_as(cx, function, arguments, function.object()),
        None => Err(not_a(cx, constructor, callee, "constructor")),
    }
}

/// IsConstructor (ECMA-262 §7.2.4).
pub(crate) fn is_constructor(function: Function<'_>) -> bool {
    match function.kind() {
        FunctionKind::Normal
        | FunctionKind::Strict
        | FunctionKind::Class
        | FunctionKind::DerivedClass
        | FunctionKind::Constructor => true,
        FunctionKind::Bound => {
            crate::builtins::function::bound_parts(function).0.as_function().is_some_and(is_constructor)
        }
        FunctionKind::Arrow
        | FunctionKind::Method
        | FunctionKind::Async
        | FunctionKind::Generator
        | FunctionKind::AsyncGenerator
        | FunctionKind::Builtin => false,
    }
}

/// `[[Construct]]` of a constructor (ECMA-262 §10.2.2, §10.3.2, §10.4.1.2).
pub(crate) fn construct_as<'h>(
    cx: Cx<'h>,
    function: Function<'h>,
    arguments: &[Value<'h>],
    new_target: Object<'h>,
) -> JsResult<'h> {
    match function.kind() {
        FunctionKind::Constructor if is_object_constructor(cx, function) && !new_target.is_same(function.object()) => {
            Ok(ordinary_create_from_constructor(cx, new_target)?.into())
        }
        FunctionKind::Constructor if !new_target.is_same(function.object()) => {
            construct_builtin_for(cx, function, arguments, new_target)
        }
        FunctionKind::Constructor => function.construct(cx, Value::Undefined, arguments, new_target),
        FunctionKind::DerivedClass => function.construct(cx, Value::Undefined, arguments, new_target),
        FunctionKind::Bound => {
            let (target, bound) = crate::builtins::function::bound_parts(function);
            let arguments: Vec<_> = bound.into_iter().chain(arguments.iter().copied()).collect();
            match target.as_function() {
                Some(target) if new_target.is_same(function.object()) => {
                    construct_as(cx, target, &arguments, target.object())
                }
                Some(target) => construct_as(cx, target, &arguments, new_target),
                None => Err(not_a(cx, target, "bound", "constructor")),
            }
        }
        FunctionKind::Normal | FunctionKind::Strict | FunctionKind::Class => {
            let object = ordinary_create_from_constructor(cx, new_target)?;
            if function.kind() == FunctionKind::Class {
                initialize_instance_elements(cx, object, function)?;
            }
            match function.construct(cx, object.into(), arguments, new_target)? {
                result @ Value::Object(_) => Ok(result),
                _ => Ok(object.into()),
            }
        }
        FunctionKind::Arrow
        | FunctionKind::Method
        | FunctionKind::Async
        | FunctionKind::Generator
        | FunctionKind::AsyncGenerator
        | FunctionKind::Builtin => Err(not_a(cx, function.into(), "target", "constructor")),
    }
}

/// The instance of a class that extends a built-in one.
fn construct_builtin_for<'h>(
    cx: Cx<'h>,
    function: Function<'h>,
    arguments: &[Value<'h>],
    new_target: Object<'h>,
) -> JsResult<'h> {
    let adder = match ClassId::of_constructor(cx, function.object()) {
        Some(ClassId::MAP | ClassId::WEAK_MAP) => Some("set"),
        Some(ClassId::SET | ClassId::WEAK_SET) => Some("add"),
        _ => None,
    };
    // Collections fill themselves with the method that the subclass has (ECMA-262 §24.1.1.1, §24.2.1.1).
    let now = if adder.is_some() { &[] } else { arguments };
    let made = function.construct(cx, Value::Undefined, now, new_target)?;
    let Value::Object(object) = made else { return Ok(made) };
    if let Value::Object(prototype) = super::property::get(cx, new_target.into(), "prototype")? {
        object.set_prototype(cx, Prototype::Object(prototype));
    }
    let items = arguments.first().copied().unwrap_or_default();
    if let Some(adder) = adder.filter(|_| !items.is_nullish()) {
        let class = new_target.as_function().map(class_name).unwrap_or_default();
        fill_with_method(cx, object, &class, adder, items)?;
    }
    Ok(made)
}

/// Fills a new collection with its own method `set` or `add` (ECMA-262 §24.1.1.1, §24.2.1.1). `class` is its name in V8's message.
pub(crate) fn fill_with_method<'h>(
    cx: Cx<'h>,
    made: Object<'h>,
    class: &str,
    adder: &'static str,
    items: Value<'h>,
) -> JsResult<'h, Object<'h>> {
    let add = super::property::get(cx, made.into(), adder)?;
    if !add.is_callable() {
        let message =
            format!("'{}' returned for property '{adder}' of object '#<{class}>' is not a function", display(cx, add));
        return Err(throw_error(cx, ErrorKind::Type, cx.string(&message)));
    }
    for item in super::iteration::iterate(cx, items, crate::builtins::object::NOT_ITERABLE)? {
        cx.checkpoint()?;
        if adder == "set" {
            let (key, value) = crate::builtins::object::entry_of(cx, item?)?;
            call(cx, add, made.into(), "set", &[key, value])?;
        } else {
            call(cx, add, made.into(), "add", &[item?])?;
        }
    }
    Ok(made)
}

/// `Object` looks at its arguments only where it is not the parent of a class (ECMA-262 §20.1.1.1).
fn is_object_constructor<'h>(cx: Cx<'h>, function: Function<'h>) -> bool {
    crate::intrinsics::class_object(cx, ClassId::OBJECT).is_same(function.object())
}

/// OrdinaryCreateFromConstructor (ECMA-262 §10.1.13).
fn ordinary_create_from_constructor<'h>(cx: Cx<'h>, constructor: Object<'h>) -> JsResult<'h, Object<'h>> {
    let object = Object::plain(cx);
    if let Value::Object(prototype) = super::property::get(cx, constructor.into(), "prototype")? {
        object.set_prototype(cx, Prototype::Object(prototype));
    }
    Ok(object)
}

/// InitializeInstanceElements (ECMA-262 §7.3.34).
pub(super) fn initialize_instance_elements<'h>(
    cx: Cx<'h>,
    object: Object<'h>,
    class: Function<'h>,
) -> JsResult<'h, ()> {
    for method in class.private_methods() {
        if !super::private::add_method(cx, object, method) {
            let message =
                format!("Cannot initialize private methods of class {} twice on the same object", class_name(class));
            return Err(throw_error(cx, ErrorKind::Type, cx.string(&message)));
        }
    }
    if let Some(fields) = class.fields().as_function() {
        fields.call(cx, object.into(), &[])?;
    }
    Ok(())
}

/// What V8 calls a class in its messages.
fn class_name(class: Function<'_>) -> String {
    let name = class.name();
    if name.is_empty() { "anonymous".to_owned() } else { name.to_message_part() }
}
