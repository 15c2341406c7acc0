//! Properties of values: own, then along the prototype chain, whose built-in end is the table of builtin rows.

use prickle_heap::{
    Attributes, Cx, ErrorKind, HashedKey, JsResult, JsStr, Kind, Object, Property, PropertyKey, Prototype, Slot,
    Stored, Throw, Value, number,
};

use prickle_spec::is_missing_member;

use super::conversion::{to_number, to_uint32};
use super::key::Key;
use super::prototype::set_prototype_by_accessor;
use crate::builtins::error::get_stack;
use crate::builtins::table::{ClassId, Inherited};
use crate::changed_builtins::keep_builtin;
use crate::errors::{call_site, display, throw_error};
use crate::intrinsics;

/// Where a property was found. Nothing has run yet.
#[derive(Clone, Copy)]
pub(crate) enum Lookup<'h> {
    Absent,
    /// In the object or in an object on its prototype chain.
    Own(Property<'h>),
    /// Inherited from a built-in prototype that nobody has an object of yet.
    Inherited(Inherited),
}

impl<'h> Lookup<'h> {
    fn data(value: Value<'h>) -> Self {
        Lookup::Own(Property { slot: Slot::Data(value), attributes: Attributes::NONE })
    }
}

/// `[[GetOwnProperty]]`, with the characters of String objects (ECMA-262 §10.4.3.5).
pub(crate) fn get_own<'h>(cx: Cx<'h>, object: Object<'h>, key: PropertyKey<'h>) -> Option<Property<'h>> {
    if object.kind() == Kind::Boxed
        && let Value::String(text) = object.slot(0)
        && let Some(value) = get_of_string(cx, text, key)
    {
        let attributes = Attributes::new(false, matches!(key, PropertyKey::Index(_)), false);
        return Some(Property { slot: Slot::Data(value), attributes });
    }
    let found = object.get_own(cx, key);
    if found.is_none() && object.kind() == Kind::Global { super::global::builtin_property(cx, key) } else { found }
}

/// The own properties of a string: its code units and `length`.
pub(crate) fn get_of_string<'h>(cx: Cx<'h>, text: JsStr<'h>, key: PropertyKey<'h>) -> Option<Value<'h>> {
    match key {
        PropertyKey::Index(index) => {
            let index = index as usize;
            (index < text.length(cx)).then(|| text.slice(cx, index, index + 1).into())
        }
        PropertyKey::String(name) if name == "length" => Some((text.length(cx) as f64).into()),
        PropertyKey::String(_) | PropertyKey::Symbol(_) => None,
    }
}

/// Looks along the prototype chain of an object, the object included.
fn find<'h>(cx: Cx<'h>, object: Object<'h>, key: PropertyKey<'h>) -> Lookup<'h> {
    get_own(cx, object, key).map_or_else(|| find_above(cx, object, key), Lookup::Own)
}

/// Looks along the prototype chain of an object, without the object.
fn find_above<'h>(cx: Cx<'h>, object: Object<'h>, key: PropertyKey<'h>) -> Lookup<'h> {
    let mut holder = object;
    loop {
        holder = match holder.prototype() {
            Prototype::Default => return find_inherited(cx, ClassId::of_object(holder), key),
            Prototype::Null => return Lookup::Absent,
            Prototype::Object(parent) => parent,
        };
        if let Some(property) = get_own(cx, holder, key) {
            return Lookup::Own(property);
        }
    }
}

/// Looks in a built-in prototype and those above it: in its object if the program has got hold of it (and so may have changed it), else in
/// its rows.
fn find_inherited<'h>(cx: Cx<'h>, class: ClassId, key: PropertyKey<'h>) -> Lookup<'h> {
    let mut next = Some(class);
    while let Some(class) = next {
        if let Some(prototype) = intrinsics::existing_prototype(cx, class) {
            return find(cx, prototype, key);
        }
        let member = match key {
            PropertyKey::String(name) => class.inherited(name.as_bytes()),
            PropertyKey::Symbol(symbol) => class.inherited(symbol.key_bytes()),
            PropertyKey::Index(_) => None,
        };
        if let Some(member) = member {
            return Lookup::Inherited(member);
        }
        next = class.inherits();
    }
    Lookup::Absent
}

/// Looks a property of any value up; throws for `undefined` and `null`.
#[inline]
pub(super) fn lookup<'h, K: Key<'h>>(cx: Cx<'h>, base: Value<'h>, key: K) -> JsResult<'h, Lookup<'h>> {
    match base {
        Value::Object(object) => {
            let key = key.to_key(cx)?;
            match object.get_own_data(cx, key) {
                Some(Value::Undefined) => own_undefined(cx, object, key).map(Lookup::data),
                Some(value) => Ok(Lookup::data(value)),
                None if has_missing_members(object) => find_or_refuse(cx, object, key),
                None => Ok(find(cx, object, key)),
            }
        }
        Value::String(text) => {
            let key = key.to_key(cx)?;
            match get_of_string(cx, text, key) {
                Some(value) => Ok(Lookup::data(value)),
                None => Ok(find_inherited(cx, ClassId::STRING, key)),
            }
        }
        Value::Number(_) => Ok(find_inherited(cx, ClassId::NUMBER, key.to_key(cx)?)),
        Value::Bool(_) => Ok(find_inherited(cx, ClassId::BOOLEAN, key.to_key(cx)?)),
        Value::Symbol(_) => Ok(find_inherited(cx, ClassId::SYMBOL, key.to_key(cx)?)),
        Value::BigInt(_) => Ok(find_inherited(cx, ClassId::BIGINT, key.to_key(cx)?)),
        Value::Undefined | Value::Null => Err(cannot_access(cx, base, key, "read", "reading")),
    }
}

/// Whether the object is of a class that has more members in JavaScript than here.
fn has_missing_members(object: Object<'_>) -> bool {
    matches!(object.kind(), Kind::Bytes | Kind::ByteBuffer | Kind::DataView | Kind::Hash)
}

/// Looks in the prototypes of such an object. What it has in JavaScript but not here ends the turn: the program must not see that it is absent.
fn find_or_refuse<'h>(cx: Cx<'h>, object: Object<'h>, key: PropertyKey<'h>) -> JsResult<'h, Lookup<'h>> {
    let found = find(cx, object, key);
    if let (Lookup::Absent, PropertyKey::String(name)) = (found, key) {
        let class = ClassId::of_object(object).class().name;
        if name.to_str().is_some_and(|name| is_missing_member(class, name)) {
            return Err(cx.unsupported("a member of a Buffer or a hash that is not there yet"));
        }
    }
    Ok(found)
}

/// The value of an own property that is `undefined`, which may mean that the `stack` of an error has not been formatted yet.
fn own_undefined<'h>(cx: Cx<'h>, object: Object<'h>, key: PropertyKey<'h>) -> JsResult<'h> {
    match object.kind() {
        Kind::Error => match object.as_error() {
            Some(error) if error.is_stack_pending() && key == PropertyKey::from("stack") => get_stack(cx, error),
            _ => Ok(Value::Undefined),
        },
        Kind::Function if is_restricted(object, key) => Err(cx.unsupported("`arguments` or `caller` of a function")),
        _ => Ok(Value::Undefined),
    }
}

/// `arguments` and `caller` of a sloppy function, of which only V8 knows what they are at any moment.
fn is_restricted<'h>(object: Object<'h>, key: PropertyKey<'h>) -> bool {
    let is_sloppy = object.as_function().is_some_and(|function| function.kind() == prickle_heap::FunctionKind::Normal);
    is_sloppy && (key == PropertyKey::from("arguments") || key == PropertyKey::from("caller"))
}

#[cold]
fn cannot_access<'h, K: Key<'h>>(cx: Cx<'h>, base: Value<'h>, key: K, verb: &str, participle: &str) -> Throw<'h> {
    if verb == "read" && key.is_iterator_symbol() {
        let message = format!("{} is not iterable (cannot read property Symbol(Symbol.iterator))", call_site(cx, base));
        return throw_error(cx, ErrorKind::Type, cx.string(&message));
    }
    let base = display(cx, base);
    let message = match key.describe(cx) {
        Some(key) => format!("Cannot {verb} properties of {base} ({participle} '{key}')"),
        None => format!("Cannot {verb} properties of {base}"),
    };
    throw_error(cx, ErrorKind::Type, cx.string(&message))
}

/// The value of what was found; getters run with `receiver`.
pub(super) fn realize<'h>(cx: Cx<'h>, found: Lookup<'h>, receiver: Value<'h>) -> JsResult<'h> {
    match found {
        Lookup::Absent => Ok(Value::Undefined),
        Lookup::Own(Property { slot: Slot::Data(value), .. }) => Ok(value),
        Lookup::Own(Property { slot: Slot::Accessor { get, .. }, .. }) => match get.as_function() {
            Some(getter) => getter.call(cx, receiver, &[]),
            None => Ok(Value::Undefined),
        },
        Lookup::Inherited(member) => intrinsics::inherited_value(cx, member, receiver),
    }
}

/// GetV (ECMA-262 §7.3.3).
#[inline(always)]
pub(super) fn get<'h, K: Key<'h>>(cx: Cx<'h>, base: Value<'h>, key: K) -> JsResult<'h> {
    if let Value::Object(object) = base
        && let Some(value) = key.peek(object)
    {
        return Ok(value);
    }
    get_anywhere(cx, base, key)
}

/// GetV where the property is not an own data property of a plain object.
#[inline(never)]
fn get_anywhere<'h, K: Key<'h>>(cx: Cx<'h>, base: Value<'h>, key: K) -> JsResult<'h> {
    if let Value::Object(object) = base {
        // Most often it is nowhere.
        if let Some(key) = key.hashed()
            && object.lacks(key)
            && !intrinsics::has_prototype(cx, ClassId::OBJECT)
        {
            return match ClassId::OBJECT.inherited(key.text().as_bytes()) {
                Some(member) => intrinsics::inherited_value(cx, member, base),
                None => Ok(Value::Undefined),
            };
        }
        let key = key.to_key(cx)?;
        return match object.get_own_data(cx, key) {
            Some(Value::Undefined) => own_undefined(cx, object, key),
            Some(value) => Ok(value),
            None if has_missing_members(object) => realize(cx, find_or_refuse(cx, object, key)?, base),
            None => realize(cx, find(cx, object, key), base),
        };
    }
    realize(cx, lookup(cx, base, key)?, base)
}

/// The value of a property, if finding it out runs no code of the program.
pub(crate) fn peek<'h>(cx: Cx<'h>, object: Object<'h>, key: &'static str) -> Option<Value<'h>> {
    match find(cx, object, key.into()) {
        Lookup::Own(property) => property.value(),
        Lookup::Inherited(member) => intrinsics::inherited_value(cx, member, object.into()).ok(),
        Lookup::Absent => None,
    }
}

/// PutValue (ECMA-262 §6.2.5.6) in sloppy mode.
#[inline(always)]
pub(super) fn set<'h, K: Key<'h>>(cx: Cx<'h>, base: Value<'h>, key: K, item: Value<'h>) -> JsResult<'h, ()> {
    if let Value::Object(object) = base
        && let Some(key) = key.hashed()
    {
        return set_named(cx, object, key, item);
    }
    set_anywhere(cx, base, key, item)
}

/// Sets a property of an object by name.
#[inline(never)]
fn set_named<'h>(cx: Cx<'h>, object: Object<'h>, key: HashedKey<'h>, item: Value<'h>) -> JsResult<'h, ()> {
    // Object.prototype has one accessor, unless a program that holds it adds more.
    let may_add = key.text() != "__proto__" && !intrinsics::has_prototype(cx, ClassId::OBJECT);
    if object.set_ordinary(cx, key, item, may_add) {
        return Ok(());
    }
    ordinary_set(cx, object, key.text().into(), item).map(|_| ())
}

#[inline(never)]
fn set_anywhere<'h, K: Key<'h>>(cx: Cx<'h>, base: Value<'h>, key: K, item: Value<'h>) -> JsResult<'h, ()> {
    match base {
        Value::Object(object) => {
            let key = key.to_key(cx)?;
            ordinary_set(cx, object, key, item).map(|_| ())
        }
        Value::Undefined | Value::Null => Err(cannot_access(cx, base, key, "set", "setting")),
        // Whatever is assigned to a primitive is lost with its wrapper object.
        Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Symbol(_) | Value::BigInt(_) => {
            key.to_key(cx).map(|_| ())
        }
    }
}

/// `[[Set]]` (ECMA-262 §10.1.9) with the object itself as receiver: whether the value was stored.
pub(crate) fn ordinary_set<'h>(
    cx: Cx<'h>,
    object: Object<'h>,
    key: PropertyKey<'h>,
    item: Value<'h>,
) -> JsResult<'h, bool> {
    if object.kind() == Kind::Bytes && is_canonical_numeric(cx, key) {
        // TypedArraySetElement (ECMA-262 §10.4.5.18): what is no element is not stored.
        let number = to_number(cx, item)?;
        object.store(cx, key, number.into());
        return Ok(true);
    }
    if !super::global::may_change(cx, object, key)? {
        return Ok(false);
    }
    keep_builtin(cx, object, key, Some(item))?;
    match object.store(cx, key, item) {
        Stored::Done => Ok(true),
        Stored::Accessor(setter) => call_setter(cx, setter, object.into(), item),
        Stored::ReadOnly => set_read_only(cx, object, key, item),
        Stored::Absent => set_absent(cx, object, key, item),
    }
}

/// `[[Get]]` with a receiver that is another value.
pub(crate) fn get_with_receiver<'h>(
    cx: Cx<'h>,
    object: Object<'h>,
    key: PropertyKey<'h>,
    receiver: Value<'h>,
) -> JsResult<'h> {
    realize(cx, lookup(cx, object.into(), key)?, receiver)
}

/// `[[Set]]` with a receiver that is another value: what no setter takes is stored there.
pub(crate) fn set_with_receiver<'h>(
    cx: Cx<'h>,
    object: Object<'h>,
    key: PropertyKey<'h>,
    item: Value<'h>,
    receiver: Value<'h>,
) -> JsResult<'h, bool> {
    match lookup(cx, object.into(), key)? {
        Lookup::Own(Property { slot: Slot::Accessor { set, .. }, .. }) => {
            return match set.as_function() {
                Some(setter) => setter.call(cx, receiver, &[item]).map(|_| true),
                None => Ok(false),
            };
        }
        // A lookup of data does not say whether the property is writable.
        Lookup::Own(_) if is_read_only(cx, object, key) => return Ok(false),
        Lookup::Inherited(Inherited::Getter(getter)) => {
            return match getter.setter() {
                Some(setter) => (setter.code())(cx, receiver, &[item]).map(|_| true),
                None => Ok(false),
            };
        }
        Lookup::Own(_) | Lookup::Absent | Lookup::Inherited(_) => {}
    }
    let Value::Object(target) = receiver else { return Ok(false) };
    if target.kind() == Kind::Bytes {
        return ordinary_set(cx, target, key, item);
    }
    match get_own(cx, target, key) {
        Some(Property { slot: Slot::Accessor { .. }, .. }) => Ok(false),
        Some(property) if !property.attributes.writable() => Ok(false),
        Some(_) => ordinary_set(cx, target, key, item),
        None => Ok(matches!(target.add(cx, key, item)?, Stored::Done)),
    }
}

fn is_read_only<'h>(cx: Cx<'h>, object: Object<'h>, key: PropertyKey<'h>) -> bool {
    match find(cx, object, key) {
        Lookup::Own(property) => property.value().is_some() && !property.attributes.writable(),
        Lookup::Absent | Lookup::Inherited(_) => false,
    }
}

/// CanonicalNumericIndexString (ECMA-262 §7.1.21)
fn is_canonical_numeric<'h>(cx: Cx<'h>, key: PropertyKey<'h>) -> bool {
    match key {
        PropertyKey::Index(_) => true,
        PropertyKey::Symbol(_) => false,
        PropertyKey::String(name) => {
            let may_be = name.as_bytes().first().is_some_and(|first| matches!(first, b'0'..=b'9' | b'-' | b'I' | b'N'));
            may_be && (name == "-0" || number::to_js_str(cx, number::string_to_number(name)) == name)
        }
    }
}

fn call_setter<'h>(cx: Cx<'h>, setter: Value<'h>, receiver: Value<'h>, item: Value<'h>) -> JsResult<'h, bool> {
    let Some(setter) = setter.as_function() else { return Ok(false) };
    setter.call(cx, receiver, &[item])?;
    Ok(true)
}

/// The `length` of an array is reported as read-only because setting it is more than a store (ECMA-262 §10.4.2.4 ArraySetLength).
fn set_read_only<'h>(cx: Cx<'h>, object: Object<'h>, key: PropertyKey<'h>, item: Value<'h>) -> JsResult<'h, bool> {
    let Some(array) = object.as_array() else { return Ok(false) };
    let PropertyKey::String(name) = key else { return Ok(false) };
    if name != "length" {
        return Ok(false);
    }
    let is_writable = || object.get_own(cx, "length").is_some_and(|property| property.attributes.writable());
    if !is_writable() {
        return Ok(false);
    }
    let length = to_uint32(to_number(cx, item)?);
    if f64::from(length) != to_number(cx, item)? {
        return Err(throw_error(cx, ErrorKind::Range, "Invalid array length"));
    }
    // Turning the value into a number may have changed that.
    if !is_writable() {
        return Ok(false);
    }
    if length < array.length() && (!object.is_extensible() || object.has_special_elements()) {
        return Ok(shorten_carefully(cx, object, length));
    }
    array.set_length(length);
    Ok(true)
}

/// Cuts elements off from the end up to the first that cannot be deleted.
fn shorten_carefully<'h>(cx: Cx<'h>, object: Object<'h>, length: u32) -> bool {
    let Some(array) = object.as_array() else { return false };
    for &key in object.own_keys(cx).iter().rev() {
        match key {
            PropertyKey::Index(index) if index < length => break,
            PropertyKey::Index(index) if !object.remove_own(cx, index) => {
                array.set_length(index + 1);
                return false;
            }
            PropertyKey::Index(_) | PropertyKey::String(_) | PropertyKey::Symbol(_) => {}
        }
    }
    array.set_length(length);
    true
}

/// OrdinarySetWithOwnDescriptor (ECMA-262 §10.1.9.2) for an object without such an own property: setters and read-only properties of the
/// prototypes come first, then the property is added.
fn set_absent<'h>(cx: Cx<'h>, object: Object<'h>, key: PropertyKey<'h>, item: Value<'h>) -> JsResult<'h, bool> {
    match find_above(cx, object, key) {
        Lookup::Own(Property { slot: Slot::Accessor { set, .. }, .. }) => call_setter(cx, set, object.into(), item),
        Lookup::Own(property) if !property.attributes.writable() => Ok(false),
        Lookup::Inherited(Inherited::Getter(getter)) => match getter.setter() {
            Some(setter) => (setter.code())(cx, object.into(), &[item]).map(|_| true),
            None => Ok(false),
        },
        Lookup::Inherited(Inherited::Prototype) => set_prototype_by_accessor(cx, object, item).map(|()| true),
        Lookup::Inherited(Inherited::Restricted) => Err(super::restricted(cx)),
        // `length` and `name` of Function.prototype are read-only (ECMA-262 §20.2.3).
        Lookup::Inherited(Inherited::Number(_) | Inherited::PrototypeOf(_)) => Ok(false),
        Lookup::Inherited(Inherited::Text(_)) if object.kind() == Kind::Function => Ok(false),
        Lookup::Absent | Lookup::Own(_) | Lookup::Inherited(_) => {
            Ok(matches!(object.add(cx, key, item)?, Stored::Done))
        }
    }
}

/// The setter that a write to a primitive runs, if its prototypes have one.
pub(super) fn setter_above<'h>(
    cx: Cx<'h>,
    base: Value<'h>,
    key: PropertyKey<'h>,
) -> JsResult<'h, Option<prickle_heap::Function<'h>>> {
    match lookup(cx, base, key)? {
        Lookup::Own(Property { slot: Slot::Accessor { set, .. }, .. }) => Ok(set.as_function()),
        Lookup::Own(_) | Lookup::Absent | Lookup::Inherited(_) => Ok(None),
    }
}

/// The `delete` operator (ECMA-262 §13.5.1.2) in sloppy mode.
pub(super) fn delete<'h, K: Key<'h>>(cx: Cx<'h>, base: Value<'h>, key: K) -> JsResult<'h, bool> {
    if let Value::Object(object) = base
        && let Some(key) = key.hashed()
        && let Some(deleted) = object.remove_ordinary(key)
    {
        return Ok(deleted);
    }
    match base {
        Value::Object(object) => {
            let key = key.to_key(cx)?;
            Ok(super::global::may_delete(cx, object, key)? && object.remove_own(cx, key))
        }
        Value::String(text) => {
            let key = key.to_key(cx)?;
            Ok(get_of_string(cx, text, key).is_none())
        }
        Value::Bool(_) | Value::Number(_) | Value::Symbol(_) | Value::BigInt(_) => key.to_key(cx).map(|_| true),
        Value::Undefined | Value::Null => {
            Err(throw_error(cx, ErrorKind::Type, "Cannot convert undefined or null to object"))
        }
    }
}

/// The `in` operator (ECMA-262 §13.10.1).
#[track_caller]
pub fn has_property<'h, K: Key<'h>>(cx: Cx<'h>, key: K, object: impl Into<Value<'h>>) -> JsResult<'h, bool> {
    let object = object.into();
    let Value::Object(target) = object else {
        let message =
            format!("Cannot use 'in' operator to search for '{}' in {}", key.display(cx), display(cx, object));
        return Err(throw_error(cx, ErrorKind::Type, cx.string(&message)));
    };
    let key = key.to_key(cx)?;
    Ok(has(cx, target, key))
}

/// `[[HasProperty]]` (ECMA-262 §10.1.7).
pub(crate) fn has<'h>(cx: Cx<'h>, object: Object<'h>, key: PropertyKey<'h>) -> bool {
    !matches!(find(cx, object, key), Lookup::Absent)
}
