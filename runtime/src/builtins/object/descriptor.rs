//! Property descriptors.

use prickle_heap::{
    Attributes, Cx, FunctionKind, JsResult, Kind, Object, Property, PropertyKey, Prototype, Slot, Value,
};

use crate::builtin_members::{check_listed, is_refusal};
use crate::builtins::error::{get_stack, throw_type_error};
use crate::builtins::table::ClassId;
use crate::changed_builtins::keep_builtin;
use crate::errors::display;
use crate::intrinsics;
use crate::operations::{Operations, get_own, has_property};

use super::strict::{set_or_throw, to_array_length};

/// A Property Descriptor (ECMA-262 §6.2.6); what is absent is `None`.
#[derive(Clone, Copy, Default)]
pub(crate) struct Descriptor<'h> {
    enumerable: Option<bool>,
    configurable: Option<bool>,
    value: Option<Value<'h>>,
    writable: Option<bool>,
    get: Option<Value<'h>>,
    set: Option<Value<'h>>,
}

impl<'h> Descriptor<'h> {
    /// Of an enumerable property with this getter, and the setter that it had.
    pub(super) fn getter(getter: Value<'h>) -> Descriptor<'h> {
        Descriptor { enumerable: Some(true), configurable: Some(true), get: Some(getter), ..Descriptor::default() }
    }

    /// Of an enumerable property with this setter, and the getter that it had.
    pub(super) fn setter(setter: Value<'h>) -> Descriptor<'h> {
        Descriptor { enumerable: Some(true), configurable: Some(true), set: Some(setter), ..Descriptor::default() }
    }

    /// ToPropertyDescriptor (ECMA-262 §6.2.6.5)
    fn from_value(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, Descriptor<'h>> {
        let Value::Object(object) = value else {
            return Err(throw_type_error(
                cx,
                &format!("Property description must be an object: {}", display(cx, value)),
            ));
        };
        let field = |name: &'static str| -> JsResult<'h, Option<Value<'h>>> {
            if has_property(cx, name, object)? { Ok(Some(object.get(cx, name)?)) } else { Ok(None) }
        };
        let flag = |name| Ok(field(name)?.map(Value::truthy));
        let function = |name, role: &str| {
            let found = field(name)?;
            match found {
                Some(value) if !value.is_callable() && !value.is_undefined() => {
                    Err(throw_type_error(cx, &format!("{role} must be a function: {}", display(cx, value))))
                }
                _ => Ok(found),
            }
        };
        let descriptor = Descriptor {
            enumerable: flag("enumerable")?,
            configurable: flag("configurable")?,
            value: field("value")?,
            writable: flag("writable")?,
            get: function("get", "Getter")?,
            set: function("set", "Setter")?,
        };
        if descriptor.is_accessor() && (descriptor.value.is_some() || descriptor.writable.is_some()) {
            let message =
                "Invalid property descriptor. Cannot both specify accessors and a value or writable attribute";
            return Err(throw_type_error(cx, &format!("{message}, {}", display(cx, value))));
        }
        Ok(descriptor)
    }

    fn is_accessor(&self) -> bool {
        self.get.is_some() || self.set.is_some()
    }

    fn is_data(&self) -> bool {
        self.value.is_some() || self.writable.is_some()
    }

    /// IsCompatiblePropertyDescriptor for a property that exists (the checks of ECMA-262 §10.1.6.3).
    fn is_compatible_with(&self, current: Property<'h>) -> bool {
        let attributes = current.attributes;
        if attributes.configurable() {
            return true;
        }
        if self.configurable == Some(true)
            || self.enumerable.is_some_and(|enumerable| enumerable != attributes.enumerable())
        {
            return false;
        }
        match current.slot {
            Slot::Data(value) => {
                !self.is_accessor()
                    && (attributes.writable()
                        || (self.writable != Some(true) && self.value.is_none_or(|new| new.same_value(value))))
            }
            Slot::Accessor { get, set } => {
                !self.is_data()
                    && self.get.is_none_or(|new| new.same_value(get))
                    && self.set.is_none_or(|new| new.same_value(set))
            }
        }
    }

    /// The property that results where `current` was before.
    fn apply_to(&self, current: Option<Property<'h>>) -> Property<'h> {
        let old = current.map_or(Attributes::NONE, |property| property.attributes);
        let slot = match current.map(|property| property.slot) {
            Some(Slot::Accessor { get, set }) if !self.is_data() => {
                Slot::Accessor { get: self.get.unwrap_or(get), set: self.set.unwrap_or(set) }
            }
            _ if self.is_accessor() => {
                Slot::Accessor { get: self.get.unwrap_or_default(), set: self.set.unwrap_or_default() }
            }
            Some(Slot::Data(value)) => Slot::Data(self.value.unwrap_or(value)),
            _ => Slot::Data(self.value.unwrap_or_default()),
        };
        // What was an accessor has no `[[Writable]]` to keep.
        let was_writable = matches!(current, Some(Property { slot: Slot::Data(_), .. })) && old.writable();
        let attributes = Attributes::new(
            self.writable.unwrap_or(was_writable) && matches!(slot, Slot::Data(_)),
            self.enumerable.unwrap_or(old.enumerable()),
            self.configurable.unwrap_or(old.configurable()),
        );
        Property { slot, attributes }
    }
}

/// CreateDataPropertyOrThrow (ECMA-262 §7.3.7)
pub(super) fn define_data_property<'h>(
    cx: Cx<'h>,
    object: Object<'h>,
    key: PropertyKey<'h>,
    value: Value<'h>,
) -> JsResult<'h, ()> {
    let descriptor = Descriptor {
        enumerable: Some(true),
        configurable: Some(true),
        value: Some(value),
        writable: Some(true),
        get: None,
        set: None,
    };
    define_or_throw(cx, object, key, descriptor)
}

/// ToPropertyDescriptor (ECMA-262 §6.2.6.5)
pub(crate) fn descriptor_of<'h>(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, Descriptor<'h>> {
    Descriptor::from_value(cx, value)
}

/// FromPropertyDescriptor (ECMA-262 §6.2.6.4)
fn from_property<'h>(cx: Cx<'h>, property: Property<'h>) -> Value<'h> {
    let Property { slot, attributes } = property;
    let enumerable = attributes.enumerable().into();
    let configurable = attributes.configurable().into();
    match slot {
        Slot::Data(value) => cx.object([
            ("value", value),
            ("writable", attributes.writable().into()),
            ("enumerable", enumerable),
            ("configurable", configurable),
        ]),
        Slot::Accessor { get, set } => {
            cx.object([("get", get), ("set", set), ("enumerable", enumerable), ("configurable", configurable)])
        }
    }
    .into()
}

/// DefinePropertyOrThrow (ECMA-262 §7.3.8)
pub(crate) fn define_or_throw<'h>(
    cx: Cx<'h>,
    object: Object<'h>,
    key: PropertyKey<'h>,
    descriptor: Descriptor<'h>,
) -> JsResult<'h, ()> {
    if object.as_array().is_some() && key == PropertyKey::from("length") {
        return define_length(cx, object, descriptor);
    }
    let current = get_own(cx, object, key);
    if object.kind() == Kind::Global && current.is_some() && !object.has_own(cx, key) {
        return Err(cx.unsupported("changing a builtin through the global object"));
    }
    match current {
        None if !object.is_extensible() => {
            return Err(throw_type_error(cx, &format!("Cannot define property {key}, object is not extensible")));
        }
        Some(current) if !descriptor.is_compatible_with(current) => {
            return Err(throw_type_error(cx, &format!("Cannot redefine property: {key}")));
        }
        _ => {}
    }
    let Property { slot, attributes } = descriptor.apply_to(current);
    keep_builtin(cx, object, key, Property { slot, attributes }.value())?;
    if let (Kind::Array | Kind::Bytes, PropertyKey::Index(_)) = (object.kind(), key) {
        return define_element(cx, object, key, slot, attributes, current);
    }
    match slot {
        Slot::Data(value) => object.define_own(cx, key, value, attributes),
        Slot::Accessor { get, set } => {
            object.define_own_accessor(cx, key, get, set, attributes);
            Ok(())
        }
    }
}

/// An element of an array may have attributes of its own, or accessors; one of a byte array may not.
fn define_element<'h>(
    cx: Cx<'h>,
    object: Object<'h>,
    key: PropertyKey<'h>,
    slot: Slot<'h>,
    attributes: Attributes,
    current: Option<Property<'h>>,
) -> JsResult<'h, ()> {
    if object.kind() == Kind::Bytes {
        return match (slot, current) {
            (_, None) => Err(throw_type_error(cx, "Invalid typed array index")),
            (Slot::Data(value), Some(current)) if attributes == current.attributes => {
                set_or_throw(cx, object, key, value)
            }
            _ => Err(throw_type_error(cx, &format!("Cannot redefine property: {key}"))),
        };
    }
    if let (PropertyKey::Index(index), Some(array)) = (key, object.as_array())
        && index >= array.length()
        && !object.get_own(cx, "length").is_some_and(|length| length.attributes.writable())
    {
        return Err(throw_type_error(cx, &format!("Cannot define property {key}, object is not extensible")));
    }
    // Elements that are all alike stay where they are: frozen and sealed arrays.
    let is_usual = attributes == Attributes::ALL && !object.has_special_elements();
    let keeps = current.is_some_and(|current| current.attributes == attributes) && !object.has_special_elements();
    match slot {
        Slot::Data(value) if is_usual => object.define_own(cx, key, value, attributes),
        Slot::Data(value) if keeps && attributes.writable() => set_or_throw(cx, object, key, value),
        Slot::Data(_) if keeps => Ok(()),
        Slot::Data(value) => {
            take_long_way(cx, object);
            object.define_own(cx, key, value, attributes)
        }
        Slot::Accessor { get, set } => {
            take_long_way(cx, object);
            object.define_own_accessor(cx, key, get, set, attributes);
            Ok(())
        }
    }
}

/// Methods of arrays take no short way for an array whose prototype was set, even if it is the usual one.
fn take_long_way<'h>(cx: Cx<'h>, array: Object<'h>) {
    if matches!(array.prototype(), Prototype::Default) {
        array.set_prototype(cx, Prototype::Object(intrinsics::prototype(cx, ClassId::ARRAY)));
    }
}

/// ArraySetLength (ECMA-262 §10.4.2.4)
fn define_length<'h>(cx: Cx<'h>, object: Object<'h>, descriptor: Descriptor<'h>) -> JsResult<'h, ()> {
    let length = match descriptor.value {
        Some(value) => Some(Value::from(to_array_length(cx, value)?)),
        None => None,
    };
    let current = object.get_own(cx, "length");
    if !current.is_some_and(|current| Descriptor { value: length, ..descriptor }.is_compatible_with(current)) {
        return Err(throw_type_error(cx, "Cannot redefine property: length"));
    }
    let result = match length {
        Some(length) if !current.and_then(Property::value).is_some_and(|current| current.same_value(length)) => {
            set_or_throw(cx, object, "length", length)
        }
        _ => Ok(()),
    };
    if descriptor.writable == Some(false) {
        take_long_way(cx, object);
        object.fix_length();
    }
    result
}

/// Object.defineProperty (ECMA-262 §20.1.2.4)
pub fn define_property<'h>(
    cx: Cx<'h>,
    object: Value<'h>,
    key: Value<'h>,
    attributes: Value<'h>,
) -> JsResult<'h, Object<'h>> {
    let Value::Object(object) = object else {
        return Err(throw_type_error(cx, "Object.defineProperty called on non-object"));
    };
    let key = key.to_property_key(cx)?;
    let descriptor = Descriptor::from_value(cx, attributes)?;
    define_or_throw(cx, object, key, descriptor)?;
    Ok(object)
}

/// Object.defineProperties (ECMA-262 §20.1.2.3)
pub fn define_properties<'h>(cx: Cx<'h>, object: Value<'h>, properties: Value<'h>) -> JsResult<'h, Object<'h>> {
    let Value::Object(object) = object else {
        return Err(throw_type_error(cx, "Object.defineProperties called on non-object"));
    };
    let properties = properties.to_object(cx)?;
    let mut descriptors = Vec::new();
    let symbols = properties.own_symbols(cx).into_iter();
    let is_enumerable =
        |key: &PropertyKey<'h>| properties.get_own(cx, *key).is_some_and(|property| property.attributes.enumerable());
    for key in properties.own_enumerable_keys(cx).iter().copied().chain(symbols.filter(is_enumerable)) {
        cx.checkpoint()?;
        let attributes = properties.get(cx, key)?;
        descriptors.push((key, Descriptor::from_value(cx, attributes)?));
    }
    for (key, descriptor) in descriptors {
        define_or_throw(cx, object, key, descriptor)?;
    }
    Ok(object)
}

fn is_restricted(key: PropertyKey<'_>) -> bool {
    key == PropertyKey::from("arguments") || key == PropertyKey::from("caller")
}

/// `[[GetOwnProperty]]`. A look at the `stack` of an error formats it.
pub(super) fn own_property<'h>(
    cx: Cx<'h>,
    object: Object<'h>,
    key: PropertyKey<'h>,
) -> JsResult<'h, Option<Property<'h>>> {
    if let Some(error) = object.as_error()
        && key == PropertyKey::from("stack")
    {
        get_stack(cx, error)?;
    }
    let is_sloppy = object.as_function().is_some_and(|function| function.kind() == FunctionKind::Normal);
    Ok(match get_own(cx, object, key) {
        // `arguments` and `caller` of a function, as long as it does not run.
        Some(Property { slot: Slot::Data(Value::Undefined), attributes })
            if is_sloppy && attributes == Attributes::NONE && is_restricted(key) =>
        {
            Some(Property { slot: Slot::Data(Value::Null), attributes })
        }
        Some(Property { slot: Slot::Accessor { .. }, .. })
            if object.kind() == Kind::Global && !object.has_own(cx, key) =>
        {
            return Err(cx.unsupported("a builtin that is not there yet, as a property of the global object"));
        }
        Some(Property { slot: Slot::Accessor { get, .. }, .. }) if object.is_builtin() && is_refusal(cx, get) => {
            return Err(cx.unsupported("a member of a builtin that is not there yet"));
        }
        found => found,
    })
}

/// Object.getOwnPropertyDescriptor (ECMA-262 §20.1.2.8)
pub fn get_own_property_descriptor<'h>(cx: Cx<'h>, object: Value<'h>, key: Value<'h>) -> JsResult<'h> {
    let object = object.to_object(cx)?;
    let key = key.to_property_key(cx)?;
    Ok(own_property(cx, object, key)?.map_or(Value::Undefined, |property| from_property(cx, property)))
}

/// Object.getOwnPropertyDescriptors (ECMA-262 §20.1.2.9)
pub fn get_own_property_descriptors<'h>(cx: Cx<'h>, object: Value<'h>) -> JsResult<'h, Object<'h>> {
    let object = object.to_object(cx)?;
    check_listed(cx, object)?;
    let descriptors = Object::plain(cx);
    for &key in object.own_keys(cx).iter().chain(&object.own_symbols(cx)) {
        cx.checkpoint()?;
        if let Some(property) = own_property(cx, object, key)? {
            descriptors.define_own(cx, key, from_property(cx, property), Attributes::ALL)?;
        }
    }
    Ok(descriptors)
}

/// Object.hasOwn (ECMA-262 §20.1.2.13)
pub fn has_own<'h>(cx: Cx<'h>, object: Value<'h>, key: Value<'h>) -> JsResult<'h, bool> {
    let object = object.to_object(cx)?;
    let key = key.to_property_key(cx)?;
    Ok(get_own(cx, object, key).is_some())
}

/// Object.prototype.hasOwnProperty (ECMA-262 §20.1.3.2)
pub fn has_own_property<'h>(cx: Cx<'h>, this: Value<'h>, key: Value<'h>) -> JsResult<'h, bool> {
    let key = key.to_property_key(cx)?;
    Ok(get_own(cx, this.to_object(cx)?, key).is_some())
}

/// Object.prototype.propertyIsEnumerable (ECMA-262 §20.1.3.4)
pub fn property_is_enumerable<'h>(cx: Cx<'h>, this: Value<'h>, key: Value<'h>) -> JsResult<'h, bool> {
    let key = key.to_property_key(cx)?;
    Ok(get_own(cx, this.to_object(cx)?, key).is_some_and(|property| property.attributes.enumerable()))
}
