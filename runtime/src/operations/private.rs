//! Private fields, methods and accessors of classes (ECMA-262 §7.3.26–7.3.32), with V8's messages.

use prickle_heap::{Cx, ErrorKind, JsResult, JsStr, Object, Property, Slot, Throw, Value, private_description};

use super::call::Method;
use crate::errors::{display, throw_error};

/// What the class that declares a private name says about it, for messages about objects that do not have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Brand {
    /// A field.
    Field,
    /// A method or accessor of instances of the class with this name.
    Instance(&'static str),
    /// A static method or accessor of the class with this name.
    Static(&'static str),
}

fn throw_type_error<'h>(cx: Cx<'h>, message: &str) -> Throw<'h> {
    throw_error(cx, ErrorKind::Type, cx.string(message))
}

fn name_of(name: Value<'_>) -> JsStr<'_> {
    name.as_string().unwrap_or(JsStr::EMPTY)
}

/// A new private name, which begins with `#`.
pub fn private_name<'h>(cx: Cx<'h>, description: &str) -> Value<'h> {
    cx.private_name(description).into()
}

/// PrivateElementFind, or V8's error for an object that does not have the element.
fn find<'h>(cx: Cx<'h>, base: Value<'h>, name: JsStr<'h>, brand: Brand, verb: &str) -> JsResult<'h, Property<'h>> {
    if base.is_nullish() {
        let (base, name) = (display(cx, base), private_description(name));
        let message = match brand {
            Brand::Field if verb == "read" => format!("Cannot read properties of {base} (reading '{name}')"),
            Brand::Field => format!("Cannot set properties of {base} (setting '{name}')"),
            // V8 reads what marks the instances of the class.
            Brand::Instance(class) => format!("Cannot read properties of {base} (reading '{class}')"),
            Brand::Static(class) => format!("Receiver must be class {class}"),
        };
        return Err(throw_type_error(cx, &message));
    }
    if let Some(property) = base.as_object().and_then(|object| object.get_private(cx, name)) {
        return Ok(property);
    }
    let name = private_description(name);
    let preposition = if verb == "read" { "from" } else { "to" };
    Err(throw_type_error(
        cx,
        &match brand {
            Brand::Field => {
                format!("Cannot {verb} private member {name} {preposition} an object whose class did not declare it")
            }
            Brand::Instance(class) => format!("Receiver must be an instance of class {class}"),
            Brand::Static(class) => format!("Receiver must be class {class}"),
        },
    ))
}

/// PrivateGet (ECMA-262 §7.3.31): `base.#name`.
pub(super) fn get<'h>(cx: Cx<'h>, base: Value<'h>, name: Value<'h>, brand: Brand) -> JsResult<'h> {
    let name = name_of(name);
    match find(cx, base, name, brand, "read")?.slot {
        Slot::Data(value) => Ok(value),
        Slot::Accessor { get, .. } => match get.as_function() {
            Some(getter) => getter.call(cx, base, &[]),
            None => Err(throw_type_error(cx, &format!("'{}' was defined without a getter", private_description(name)))),
        },
    }
}

/// What `base.#name(…)` will call.
pub(super) fn method<'h>(cx: Cx<'h>, base: Value<'h>, name: Value<'h>, brand: Brand) -> JsResult<'h, Method<'h>> {
    Ok(Method::of_value(base, get(cx, base, name, brand)?))
}

/// PrivateSet (ECMA-262 §7.3.32): `base.#name = item`.
pub(super) fn set<'h>(cx: Cx<'h>, base: Value<'h>, name: Value<'h>, brand: Brand, item: Value<'h>) -> JsResult<'h, ()> {
    let name = name_of(name);
    let found = find(cx, base, name, brand, "write")?;
    let message = match found.slot {
        Slot::Data(_) if found.attributes.writable() => {
            if let Value::Object(object) = base {
                object.store_private(cx, name, item);
            }
            return Ok(());
        }
        Slot::Data(_) => format!("Private method '{}' is not writable", private_description(name)),
        Slot::Accessor { set, .. } => match set.as_function() {
            Some(setter) => return setter.call(cx, base, &[item]).map(|_| ()),
            None => format!("'{}' was defined without a setter", private_description(name)),
        },
    };
    Err(throw_type_error(cx, &message))
}

/// PrivateFieldAdd (ECMA-262 §7.3.27).
pub(super) fn define<'h>(cx: Cx<'h>, base: Value<'h>, name: Value<'h>, item: Value<'h>) -> JsResult<'h, ()> {
    let name = name_of(name);
    match base {
        Value::Object(object) if object.add_private(cx, name, item, true) => Ok(()),
        _ => {
            let name = private_description(name);
            Err(throw_type_error(cx, &format!("Cannot initialize {name} twice on the same object")))
        }
    }
}

/// `#name in object` (ECMA-262 §13.10.1).
pub fn has_private<'h>(cx: Cx<'h>, name: Value<'h>, object: impl Into<Value<'h>>) -> JsResult<'h, bool> {
    let (name, object) = (name_of(name), object.into());
    match object {
        Value::Object(object) => Ok(object.get_private(cx, name).is_some()),
        other => {
            let (name, other) = (private_description(name), display(cx, other));
            Err(throw_type_error(cx, &format!("Cannot use 'in' operator to search for '{name}' in {other}")))
        }
    }
}

/// Adds a private method or accessor (name; function or getter; setter): false if the object has it. A method's third value is `null`.
pub(super) fn add_method<'h>(cx: Cx<'h>, object: Object<'h>, [name, get, set]: [Value<'h>; 3]) -> bool {
    let name = name_of(name);
    match set {
        Value::Null => object.add_private(cx, name, get, false),
        _ => object.add_private_accessor(cx, name, get, set),
    }
}
