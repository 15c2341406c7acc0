//! Classes (ECMA-262 §15.7) and `super` (§13.3.7).

use prickle_heap::{
    Attributes, Call, Code, Cx, ErrorKind, Function, FunctionKind, JsResult, JsStr, Object, PropertyKey, Prototype,
    Slot, Throw, Value, located,
};

use super::call::{construct_as, initialize_instance_elements, is_constructor};
use super::key::Key;
use super::property;
use super::prototype::prototype_of;
use crate::builtins::table::ClassId;
use crate::errors::{display, throw_error};
use crate::intrinsics;

/// Class definitions.
pub trait Classes<'h> {
    /// Starts a class without `extends`: name, `length`, captures and code of its constructor.
    fn class<const N: usize>(
        self,
        name: &'static str,
        length: u32,
        captures: [Value<'h>; N],
        constructor: Code,
    ) -> ClassBuilder<'h>;

    /// Starts a class that extends `parent`, a constructor or `null`.
    fn derived_class<const N: usize>(
        self,
        parent: impl Into<Value<'h>>,
        name: &'static str,
        length: u32,
        captures: [Value<'h>; N],
        constructor: Code,
    ) -> JsResult<'h, ClassBuilder<'h>>;
}

impl<'h> Classes<'h> for Cx<'h> {
    fn class<const N: usize>(
        self,
        name: &'static str,
        length: u32,
        captures: [Value<'h>; N],
        constructor: Code,
    ) -> ClassBuilder<'h> {
        let class = Function::new(self, FunctionKind::Class, name, length, &captures, constructor);
        ClassBuilder::new(self, class, Prototype::Default)
    }

    fn derived_class<const N: usize>(
        self,
        parent: impl Into<Value<'h>>,
        name: &'static str,
        length: u32,
        captures: [Value<'h>; N],
        constructor: Code,
    ) -> JsResult<'h, ClassBuilder<'h>> {
        let parent = parent.into();
        let (parent, prototype) = heritage(self, parent)?;
        let class = Function::new(self, FunctionKind::DerivedClass, name, length, &captures, constructor);
        if let Some(parent) = parent {
            class.object().set_prototype(self, Prototype::Object(parent));
        }
        Ok(ClassBuilder::new(self, class, prototype))
    }
}

/// The constructor and the prototype that a class inherits from (ECMA-262 §15.7.14, steps 5 to 8).
fn heritage<'h>(cx: Cx<'h>, parent: Value<'h>) -> JsResult<'h, (Option<Object<'h>>, Prototype<'h>)> {
    if parent.is_null() {
        return Ok((None, Prototype::Null));
    }
    let Some(function) = parent.as_function().filter(|function| is_constructor(*function)) else {
        let message = format!("Class extends value {} is not a constructor or null", display(cx, parent));
        return Err(throw_error(cx, ErrorKind::Type, cx.string(&message)));
    };
    match property::get(cx, parent, "prototype")? {
        Value::Object(prototype) => Ok((Some(function.object()), Prototype::Object(prototype))),
        Value::Null => Ok((Some(function.object()), Prototype::Null)),
        other => {
            let message = format!("Class extends value does not have valid prototype property {}", display(cx, other));
            Err(throw_error(cx, ErrorKind::Type, cx.string(&message)))
        }
    }
}

/// A class under construction.
#[must_use]
pub struct ClassBuilder<'h> {
    cx: Cx<'h>,
    class: Function<'h>,
    prototype: Object<'h>,
    private_methods: Vec<[Value<'h>; 3]>,
    fields: Value<'h>,
}

/// What a function becomes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Method,
    Getter,
    Setter,
}

impl<'h> ClassBuilder<'h> {
    fn new(cx: Cx<'h>, class: Function<'h>, parent: Prototype<'h>) -> Self {
        let prototype = Object::plain(cx);
        prototype.set_prototype(cx, parent);
        class.set_home(cx, prototype);
        // New objects have no such properties: nothing can fail.
        let _ = class.object().define_own(cx, "prototype", prototype.into(), Attributes::NONE);
        let _ = prototype.define_own(cx, "constructor", class.into(), Attributes::HIDDEN);
        ClassBuilder { cx, class, prototype, private_methods: Vec::new(), fields: Value::Undefined }
    }

    fn add<K: Key<'h>>(self, target: Object<'h>, key: K, function: Object<'h>, role: Role) -> JsResult<'h, Self> {
        let key = key.to_key(self.cx)?;
        if target.is_same(self.class.object()) && key == PropertyKey::from("prototype") {
            let message = "Classes may not have a static property named 'prototype'";
            return Err(throw_error(self.cx, ErrorKind::Type, message));
        }
        define_method(self.cx, target, key, function, role, Attributes::HIDDEN)?;
        Ok(self)
    }

    /// `key() {}`
    pub fn method<K: Key<'h>>(self, key: K, function: Object<'h>) -> JsResult<'h, Self> {
        let target = self.prototype;
        self.add(target, key, function, Role::Method)
    }

    /// `get key() {}`
    pub fn getter<K: Key<'h>>(self, key: K, function: Object<'h>) -> JsResult<'h, Self> {
        let target = self.prototype;
        self.add(target, key, function, Role::Getter)
    }

    /// `set key(value) {}`
    pub fn setter<K: Key<'h>>(self, key: K, function: Object<'h>) -> JsResult<'h, Self> {
        let target = self.prototype;
        self.add(target, key, function, Role::Setter)
    }

    /// `static key() {}`
    pub fn static_method<K: Key<'h>>(self, key: K, function: Object<'h>) -> JsResult<'h, Self> {
        let target = self.class.object();
        self.add(target, key, function, Role::Method)
    }

    /// `static get key() {}`
    pub fn static_getter<K: Key<'h>>(self, key: K, function: Object<'h>) -> JsResult<'h, Self> {
        let target = self.class.object();
        self.add(target, key, function, Role::Getter)
    }

    /// `static set key(value) {}`
    pub fn static_setter<K: Key<'h>>(self, key: K, function: Object<'h>) -> JsResult<'h, Self> {
        let target = self.class.object();
        self.add(target, key, function, Role::Setter)
    }

    /// `#name() {}`
    pub fn private_method(mut self, name: Value<'h>, function: Object<'h>) -> Self {
        self.with_home(function, self.prototype);
        self.private_methods.push([name, function.into(), Value::Null]);
        self
    }

    /// `get #name() {}` and `set #name(value) {}`; what is absent is `undefined`.
    pub fn private_accessor(mut self, name: Value<'h>, get: impl Into<Value<'h>>, set: impl Into<Value<'h>>) -> Self {
        let [get, set] = self.accessor(self.prototype, get.into(), set.into());
        self.private_methods.push([name, get, set]);
        self
    }

    /// `static #name() {}`
    pub fn static_private_method(self, name: Value<'h>, function: Object<'h>) -> Self {
        self.with_home(function, self.class.object());
        super::private::add_method(self.cx, self.class.object(), [name, function.into(), Value::Null]);
        self
    }

    /// `static get #name() {}` and `static set #name(value) {}`; what is absent is `undefined`.
    pub fn static_private_accessor(
        self,
        name: Value<'h>,
        get: impl Into<Value<'h>>,
        set: impl Into<Value<'h>>,
    ) -> Self {
        let [get, set] = self.accessor(self.class.object(), get.into(), set.into());
        super::private::add_method(self.cx, self.class.object(), [name, get, set]);
        self
    }

    fn accessor(&self, home: Object<'h>, get: Value<'h>, set: Value<'h>) -> [Value<'h>; 2] {
        for function in [get, set].into_iter().filter_map(Value::as_object) {
            self.with_home(function, home);
        }
        [get, set]
    }

    fn with_home(&self, function: Object<'h>, home: Object<'h>) {
        if let Some(function) = function.as_function() {
            function.set_home(self.cx, home);
        }
    }

    /// The function that initializes the fields of an instance.
    pub fn fields(mut self, initializer: Object<'h>) -> Self {
        self.with_home(initializer, self.prototype);
        self.fields = initializer.into();
        self
    }

    /// The class.
    pub fn build(self) -> Object<'h> {
        if !self.fields.is_undefined() || !self.private_methods.is_empty() {
            self.class.set_elements(self.cx, &self.private_methods, self.fields);
        }
        self.class.object()
    }
}

/// MethodDefinitionEvaluation (ECMA-262 §15.4.5), of a function that has been made already. One without a name gets the key's.
fn define_method<'h>(
    cx: Cx<'h>,
    target: Object<'h>,
    key: PropertyKey<'h>,
    function: Object<'h>,
    role: Role,
    attributes: Attributes,
) -> JsResult<'h, ()> {
    if let Some(function) = function.as_function() {
        function.set_home(cx, target);
        if function.name().is_empty() {
            let prefix = match role {
                Role::Method => JsStr::EMPTY,
                Role::Getter => "get ".into(),
                Role::Setter => "set ".into(),
            };
            let name = key.function_name(cx);
            function.set_name(prefix.concat(cx, name).unwrap_or(name));
        }
    }
    let (get, set) = match target.get_own(cx, key).map(|property| property.slot) {
        Some(Slot::Accessor { get, set }) => (get, set),
        Some(Slot::Data(_)) | None => (Value::Undefined, Value::Undefined),
    };
    match role {
        Role::Method => target.define_own(cx, key, function.into(), attributes)?,
        Role::Getter => target.define_own_accessor(cx, key, function.into(), set, attributes),
        Role::Setter => target.define_own_accessor(cx, key, get, function.into(), attributes),
    }
    Ok(())
}

/// A member of an object literal that is a method with a use of `super`, or an accessor.
pub(super) fn define_literal_method<'h>(
    cx: Cx<'h>,
    target: Object<'h>,
    key: PropertyKey<'h>,
    function: Object<'h>,
    role: LiteralRole,
) -> JsResult<'h, ()> {
    let role = match role {
        LiteralRole::Method => Role::Method,
        LiteralRole::Getter => Role::Getter,
        LiteralRole::Setter => Role::Setter,
    };
    define_method(cx, target, key, function, role, Attributes::ALL)
}

/// What a member of an object literal is.
#[derive(Clone, Copy)]
pub(super) enum LiteralRole {
    Method,
    Getter,
    Setter,
}

/// The constructor of a class that declares none.
pub fn default_constructor<'h>(_: Cx<'h>, _: Call<'h, '_>) -> JsResult<'h> {
    Ok(Value::Undefined)
}

/// The constructor of a class with `extends` that declares none (ECMA-262 §15.7.14, step 14).
pub fn default_derived_constructor<'h>(cx: Cx<'h>, call: Call<'h, '_>) -> JsResult<'h> {
    super_call(cx, call.function().into(), call.new_target_value(), call.args()).map(Value::from)
}

/// `super(…)` (ECMA-262 §13.3.7.1) in the constructor given: makes the instance and initializes its fields.
#[track_caller]
pub fn super_call<'h>(
    cx: Cx<'h>,
    constructor: Value<'h>,
    new_target: Value<'h>,
    arguments: &[Value<'h>],
) -> JsResult<'h, Object<'h>> {
    super_call_once(cx, constructor, new_target, arguments, Value::Undefined)
}

/// `super(…)` where it is not certain that it runs once: `this` is `undefined` until it has.
#[track_caller]
pub fn super_call_once<'h>(
    cx: Cx<'h>,
    constructor: Value<'h>,
    new_target: Value<'h>,
    arguments: &[Value<'h>],
    this: impl Into<Value<'h>>,
) -> JsResult<'h, Object<'h>> {
    located(construct_super(cx, constructor, new_target, arguments, this.into()))
}

fn construct_super<'h>(
    cx: Cx<'h>,
    constructor: Value<'h>,
    new_target: Value<'h>,
    arguments: &[Value<'h>],
    this: Value<'h>,
) -> JsResult<'h, Object<'h>> {
    let (Some(class), Value::Object(new_target)) = (constructor.as_function(), new_target) else {
        return Err(throw_error(cx, ErrorKind::Syntax, "'super' keyword unexpected here"));
    };
    let parent = prototype_of(cx, constructor);
    let Some(function) = parent.and_then(Object::as_function).filter(|function| is_constructor(*function)) else {
        let shown = match parent {
            Some(parent) if is_function_prototype(cx, parent) => "null".to_owned(),
            Some(parent) => match parent.as_function() {
                Some(function) if !function.name().is_empty() => function.name().to_message_part(),
                Some(_) => "null".to_owned(),
                None => display(cx, parent.into()),
            },
            None => "null".to_owned(),
        };
        let message = match class.name() {
            name if name.is_empty() => format!("Super constructor {shown} of anonymous class"),
            name => format!("Super constructor {shown} of {} is not a constructor", name.to_message_part()),
        };
        return Err(throw_error(cx, ErrorKind::Type, cx.string(&message)));
    };
    let made = construct_as(cx, function, arguments, new_target)?;
    if !this.is_undefined() {
        return Err(throw_error(cx, ErrorKind::Reference, "Super constructor may only be called once"));
    }
    let Value::Object(made) = made else {
        return Err(throw_error(cx, ErrorKind::Type, "object expected"));
    };
    initialize_instance_elements(cx, made, class)?;
    Ok(made)
}

fn is_function_prototype<'h>(cx: Cx<'h>, object: Object<'h>) -> bool {
    intrinsics::existing_prototype(cx, ClassId::FUNCTION).is_some_and(|prototype| prototype.is_same(object))
}

/// `this` in a constructor that may not have called `super(…)` yet, where it is `undefined`.
#[track_caller]
pub fn derived_this<'h>(cx: Cx<'h>, this: Value<'h>) -> JsResult<'h> {
    if this.is_undefined() {
        let message = "Must call super constructor in derived class before accessing 'this' or returning from derived constructor";
        return Err(throw_error(cx, ErrorKind::Reference, message));
    }
    Ok(this)
}

/// What a constructor of a class with `extends` may not return (ECMA-262 §10.2.2, step 12).
#[cold]
#[track_caller]
pub fn throw_derived_result<'h>(cx: Cx<'h>) -> Throw<'h> {
    throw_error(cx, ErrorKind::Type, "Derived constructors may only return object or undefined")
}

/// Runs the static blocks and field initializers of a class.
pub fn initialize_statics<'h>(cx: Cx<'h>, class: impl Into<Value<'h>>, initializer: Object<'h>) -> JsResult<'h, ()> {
    let class = class.into();
    if let (Value::Object(home), Some(function)) = (class, initializer.as_function()) {
        function.set_home(cx, home);
        function.call(cx, class, &[])?;
    }
    Ok(())
}

/// ToPropertyKey (ECMA-262 §7.1.19), for a key that is used later.
pub fn to_key_value<'h>(cx: Cx<'h>, value: impl Into<Value<'h>>) -> JsResult<'h> {
    Ok(super::to_property_key(cx, value.into())?.to_value(cx))
}

/// DefineField (ECMA-262 §7.3.33) of a public field: CreateDataPropertyOrThrow.
pub(super) fn define_field<'h, K: Key<'h>>(cx: Cx<'h>, target: Value<'h>, key: K, item: Value<'h>) -> JsResult<'h, ()> {
    let key = key.to_key(cx)?;
    let Value::Object(target) = target else { return Ok(()) };
    if target
        .as_function()
        .is_some_and(|class| matches!(class.kind(), FunctionKind::Class | FunctionKind::DerivedClass))
        && key == PropertyKey::from("prototype")
    {
        let message = "Classes may not have a static property named 'prototype'";
        return Err(throw_error(cx, ErrorKind::Type, message));
    }
    crate::builtins::object::create_data_property_or_throw(cx, target, key, item)
}

/// An anonymous function gets the computed key that it is the value of as its name (ECMA-262 §8.4.5 NamedEvaluation).
pub fn named_after<'h, K: Key<'h>, V: Into<Value<'h>> + Copy>(cx: Cx<'h>, key: K, function: V) -> JsResult<'h, V> {
    let key = key.to_key(cx)?;
    if let Some(function) = function.into().as_function()
        && function.name().is_empty()
    {
        set_name(cx, function, key.function_name(cx))?;
    }
    Ok(function)
}

/// SetFunctionName (ECMA-262 §10.2.9) of a function expression whose name is known only now. A class has its `name` already, or a static
/// member of that name.
pub(super) fn set_name<'h>(cx: Cx<'h>, function: Function<'h>, name: JsStr<'h>) -> JsResult<'h, ()> {
    function.set_name(name);
    let is_class = matches!(function.kind(), FunctionKind::Class | FunctionKind::DerivedClass);
    if is_class
        && let Some(own) = function.object().get_own(cx, "name")
        && own.attributes == Attributes::CONFIGURABLE
        && own.value().is_some_and(|value| value.as_string().is_some_and(JsStr::is_empty))
    {
        function.object().define_own(cx, "name", name.into(), Attributes::CONFIGURABLE)?;
    }
    Ok(())
}
