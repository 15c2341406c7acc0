//! Own properties: the primitives that know neither prototypes nor getters.

use super::key::Digits;
use super::private::mapped_parameter;
use super::{
    Attributes, ELEMENTS_FROZEN, ELEMENTS_SEALED, Entry, Kind, LENGTH_FIXED, MATERIALIZED, NOT_EXTENSIBLE, Object,
    Payload, PropertyKey,
};
use crate::hash::hash_bytes;
use crate::{Cx, JsStr, Symbol, Throw, Value};

/// The value of a property.
#[derive(Clone, Copy, Debug)]
pub enum Slot<'h> {
    /// A data property.
    Data(Value<'h>),
    /// An accessor property; what is absent is `undefined`.
    Accessor {
        /// `[[Get]]`
        get: Value<'h>,
        /// `[[Set]]`
        set: Value<'h>,
    },
}

/// An own property.
#[derive(Clone, Copy, Debug)]
pub struct Property<'h> {
    /// Its value or accessors.
    pub slot: Slot<'h>,
    /// Its attributes; `[[Writable]]` means nothing for accessors.
    pub attributes: Attributes,
}

impl<'h> Property<'h> {
    fn data(value: Value<'h>, attributes: Attributes) -> Property<'h> {
        Property { slot: Slot::Data(value), attributes }
    }

    /// The value of a data property.
    #[inline]
    pub fn value(self) -> Option<Value<'h>> {
        match self.slot {
            Slot::Data(value) => Some(value),
            Slot::Accessor { .. } => None,
        }
    }
}

/// What became of a store into an own property.
#[derive(Clone, Copy, Debug)]
pub enum Stored<'h> {
    /// The property existed, or has been added.
    Done,
    /// The object has no such property. Nothing was stored.
    Absent,
    /// The property exists and is not writable. Nothing was stored.
    ReadOnly,
    /// The property is an accessor with this setter (or `undefined`). Nothing was stored.
    Accessor(Value<'h>),
}

/// Runs `$body` with the bytes of the key.
macro_rules! with_bytes {
    ($key:expr, |$bytes:ident| $body:expr) => {
        match $key {
            PropertyKey::String(text) => {
                let $bytes = text.as_bytes();
                $body
            }
            PropertyKey::Symbol(symbol) => {
                let $bytes = symbol.name().as_bytes();
                $body
            }
            PropertyKey::Index(index) => {
                let digits = Digits::of(index);
                let $bytes = digits.as_bytes();
                $body
            }
        }
    };
}

impl<'h> Object<'h> {
    /// The object with its home resolved and its virtual properties written out.
    #[inline(always)]
    pub(super) fn ready(self, cx: Cx<'h>) -> Object<'h> {
        let object = self.resolve();
        match object.0.kind.get() {
            Kind::Function | Kind::RegExp if !object.0.has(MATERIALIZED) => {
                object.0.add(MATERIALIZED);
                object.materialize(cx);
            }
            _ => {}
        }
        object
    }

    #[inline(always)]
    pub(super) fn find(self, key: PropertyKey<'h>) -> Option<&'h Entry<'h>> {
        with_bytes!(key, |bytes| self.0.table.find(bytes, hash_bytes(bytes)))
    }

    /// The element attributes of an array.
    fn element_attributes(self) -> Attributes {
        if self.0.has(ELEMENTS_FROZEN) {
            Attributes::ENUMERABLE
        } else if self.0.has(ELEMENTS_SEALED) {
            Attributes::WRITABLE.with(Attributes::ENUMERABLE)
        } else {
            Attributes::ALL
        }
    }

    /// The string inside a String object.
    fn boxed_string(self) -> Option<JsStr<'h>> {
        match self.0.payload.get() {
            Payload::Slots([primitive, ..]) if self.0.kind.get() == Kind::Boxed => primitive.get().as_string(),
            _ => None,
        }
    }

    /// Properties that live outside the table: array elements and `length`, bytes, the code units of a String object.
    fn get_exotic(self, cx: Cx<'h>, key: PropertyKey<'h>) -> Option<Property<'h>> {
        match (self.0.payload.get(), key) {
            (Payload::Elements(elements), PropertyKey::Index(index)) => {
                elements.get(index).map(|value| Property::data(value, self.element_attributes()))
            }
            (Payload::Elements(elements), PropertyKey::String(text)) if text == "length" => {
                let attributes = if self.0.has(LENGTH_FIXED) { Attributes::NONE } else { Attributes::WRITABLE };
                Some(Property::data(f64::from(elements.length()).into(), attributes))
            }
            (Payload::Bytes(data), PropertyKey::Index(index)) => {
                data.get(index as usize).map(|number| Property::data(number.into(), Attributes::ALL))
            }
            // StringGetOwnProperty (ECMA-262 §10.4.3.5).
            (Payload::Slots(_), PropertyKey::Index(index)) => {
                let (text, index) = (self.boxed_string()?, index as usize);
                let inside = index < text.length(cx);
                inside.then(|| Property::data(text.slice(cx, index, index + 1).into(), Attributes::ENUMERABLE))
            }
            (Payload::Slots(_), PropertyKey::String(name)) if name == "length" => {
                let length = self.boxed_string()?.length(cx);
                Some(Property::data((length as f64).into(), Attributes::NONE))
            }
            _ => None,
        }
    }

    #[inline(always)]
    fn is_exotic(self) -> bool {
        matches!(self.0.payload.get(), Payload::Elements(_) | Payload::Bytes(_) | Payload::Slots(_))
    }

    /// `[[GetOwnProperty]]`
    pub fn get_own(self, cx: Cx<'h>, key: impl Into<PropertyKey<'h>>) -> Option<Property<'h>> {
        let (object, key) = (self.ready(cx), key.into());
        if object.is_exotic()
            && let Some(property) = object.get_exotic(cx, key)
        {
            return Some(property);
        }
        object.find(key).map(read_entry)
    }

    /// The value of an own data property, in one step; `None` where there is no such property or it is an accessor (which
    /// [`Object::get_own`] tells apart).
    #[inline]
    pub fn get_own_data(self, cx: Cx<'h>, key: impl Into<PropertyKey<'h>>) -> Option<Value<'h>> {
        let (object, key) = (self.ready(cx), key.into());
        if object.is_exotic()
            && let Some(property) = object.get_exotic(cx, key)
        {
            return property.value();
        }
        let entry = object.find(key)?;
        if entry.key().is_accessor() { mapped_parameter(entry).map(|cell| cell.slot(0)) } else { Some(entry.value()) }
    }

    /// Whether there is an own property with this key.
    pub fn has_own(self, cx: Cx<'h>, key: impl Into<PropertyKey<'h>>) -> bool {
        self.get_own(cx, key).is_some()
    }

    /// Stores into an existing own property: the part of OrdinarySet that concerns the object itself.
    #[inline]
    pub fn store(self, cx: Cx<'h>, key: impl Into<PropertyKey<'h>>, value: Value<'h>) -> Stored<'h> {
        let (object, key) = (self.ready(cx), key.into());
        if object.is_exotic()
            && let Some(property) = object.get_exotic(cx, key)
        {
            return object.store_exotic(cx, key, value, property);
        }
        let Some(entry) = object.find(key) else { return Stored::Absent };
        let found = entry.key();
        if let Some(cell) = mapped_parameter(entry) {
            cell.set_slot(cx, 0, value);
            return Stored::Done;
        }
        if found.is_accessor() {
            let Slot::Accessor { set, .. } = read_entry(entry).slot else { return Stored::ReadOnly };
            return Stored::Accessor(set);
        }
        if !found.attributes().writable() {
            return Stored::ReadOnly;
        }
        entry.set_value(object.admit(cx, value));
        Stored::Done
    }

    /// Stores into an existing element. `length` of an array is `Array::set_length`'s business: it is reported as read-only here
    /// unless the caller has handled it.
    fn store_exotic(self, cx: Cx<'h>, key: PropertyKey<'h>, value: Value<'h>, property: Property<'h>) -> Stored<'h> {
        match (self.0.payload.get(), key) {
            (Payload::Elements(elements), PropertyKey::Index(index)) if property.attributes.writable() => {
                elements.replace(index, self.admit(cx, value));
                Stored::Done
            }
            (Payload::Bytes(data), PropertyKey::Index(index)) => {
                data.set(index as usize, value.as_number().unwrap_or(f64::NAN));
                Stored::Done
            }
            _ => Stored::ReadOnly,
        }
    }

    /// Adds a property that is known to be absent, as assignment does: `Done`, or `ReadOnly` if the object is not extensible.
    /// Fails only for an array index far beyond the end.
    #[inline]
    pub fn add(self, cx: Cx<'h>, key: impl Into<PropertyKey<'h>>, value: Value<'h>) -> Result<Stored<'h>, Throw<'h>> {
        let (object, key) = (self.ready(cx), key.into());
        if object.0.has(NOT_EXTENSIBLE) {
            return Ok(Stored::ReadOnly);
        }
        let value = object.admit(cx, value);
        if let (Payload::Elements(elements), PropertyKey::Index(index)) = (object.0.payload.get(), key) {
            if object.0.has(LENGTH_FIXED) && index >= elements.length() {
                return Ok(Stored::ReadOnly);
            }
            elements.set(cx, object.arena(cx), index, value)?;
            return Ok(Stored::Done);
        }
        object.insert(cx, key, value, Attributes::ALL);
        Ok(Stored::Done)
    }

    /// Appends to the table; `value` has been admitted.
    fn insert(self, cx: Cx<'h>, key: PropertyKey<'h>, value: Value<'h>, attributes: Attributes) -> &'h Entry<'h> {
        let text = cx.key_text(key.table_name(cx), self.is_in_worker_heap());
        self.0.table.push(self.arena(cx), text, hash_bytes(text.as_bytes()), value, attributes)
    }

    /// Defines a data property, whatever was there before: CreateDataProperty where it cannot fail, or with other attributes. Who gives an
    /// element of an array attributes of its own must see to it that the array's methods take the long way.
    /// Fails only for an array index far beyond the end.
    pub fn define_own(
        self,
        cx: Cx<'h>,
        key: impl Into<PropertyKey<'h>>,
        value: Value<'h>,
        attributes: Attributes,
    ) -> Result<(), Throw<'h>> {
        let (object, key) = (self.ready(cx), key.into());
        if let (Payload::Elements(elements), PropertyKey::Index(index)) = (object.0.payload.get(), key)
            && attributes == Attributes::ALL
            && !object.0.table.has_index_keys()
        {
            let value = object.admit(cx, value);
            return elements.set(cx, object.arena(cx), index, value);
        }
        object.leave_elements(key);
        object.define_own_data(cx, key, value, attributes);
        Ok(())
    }

    /// An element that gets attributes of its own, or accessors, moves to the table.
    fn leave_elements(self, key: PropertyKey<'h>) {
        if let (Payload::Elements(elements), PropertyKey::Index(index)) = (self.0.payload.get(), key) {
            elements.remove(index);
            elements.set_length(elements.length().max(index + 1));
        }
    }

    /// Whether this is an array of which some elements have attributes of their own.
    pub fn has_special_elements(self) -> bool {
        let object = self.resolve();
        object.0.kind.get() == Kind::Array && object.0.table.has_index_keys()
    }

    /// Makes `length` of an array read-only.
    pub fn fix_length(self) {
        self.resolve().0.add(LENGTH_FIXED);
    }

    /// `define_own` for objects that are not arrays.
    #[inline]
    pub(crate) fn define_own_data(self, cx: Cx<'h>, key: PropertyKey<'h>, value: Value<'h>, attributes: Attributes) {
        let value = self.admit(cx, value);
        match self.find(key) {
            Some(entry) => {
                entry.set_attributes(attributes);
                match mapped_parameter(entry) {
                    Some(cell) if attributes.writable() => return cell.set_slot(cx, 0, value),
                    Some(cell) => cell.set_slot(cx, 0, value),
                    None => {}
                }
                entry.set_value(value);
                entry.set_accessor(false);
            }
            None => {
                self.insert(cx, key, value, attributes);
            }
        }
    }

    /// Defines an accessor property, whatever was there before.
    pub fn define_own_accessor(
        self,
        cx: Cx<'h>,
        key: impl Into<PropertyKey<'h>>,
        get: Value<'h>,
        set: Value<'h>,
        attributes: Attributes,
    ) {
        let (object, key) = (self.ready(cx), key.into());
        object.leave_elements(key);
        // A parameter that an arguments object was mapped to stays as it is.
        if let Some(entry) = object.find(key) {
            entry.set_accessor(false);
        }
        let pair = Object::with_slots(cx, Kind::Accessor, &[get, set]);
        object.define_own_data(cx, key, Value::Object(pair), attributes.without(Attributes::WRITABLE));
        if let Some(entry) = object.find(key) {
            entry.set_accessor(true);
        }
    }

    /// Defines an element of an arguments object that stands for a variable, which is in a cell.
    pub(crate) fn define_own_mapped(self, cx: Cx<'h>, key: PropertyKey<'h>, cell: Value<'h>) {
        self.define_own_data(cx, key, cell, Attributes::ALL);
        if let Some(entry) = self.find(key) {
            entry.set_accessor(true);
        }
    }

    /// Changes the attributes of an existing property that lives in the table.
    pub fn set_attributes(self, cx: Cx<'h>, key: impl Into<PropertyKey<'h>>, attributes: Attributes) {
        let object = self.ready(cx);
        if let Some(entry) = object.find(key.into()) {
            entry.set_attributes(attributes);
        }
    }

    /// `[[Delete]]`: false if the property exists and is not configurable.
    pub fn remove_own(self, cx: Cx<'h>, key: impl Into<PropertyKey<'h>>) -> bool {
        let (object, key) = (self.ready(cx), key.into());
        if object.is_exotic()
            && let Some(property) = object.get_exotic(cx, key)
        {
            return match (object.0.payload.get(), key) {
                (Payload::Elements(elements), PropertyKey::Index(index)) if property.attributes.configurable() => {
                    elements.remove(index);
                    true
                }
                _ => false,
            };
        }
        let Some(entry) = object.find(key) else { return true };
        if !entry.key().attributes().configurable() {
            return false;
        }
        object.0.table.remove(entry);
        true
    }

    /// The string keys of `[[OwnPropertyKeys]]`: array indices ascending, then the others in order of creation, enumerable or not.
    pub fn own_keys(self, cx: Cx<'h>) -> &'h [PropertyKey<'h>] {
        self.collect_keys(cx, false)
    }

    /// The string keys of the enumerable own properties, in the order of [`Object::own_keys`].
    pub fn own_enumerable_keys(self, cx: Cx<'h>) -> &'h [PropertyKey<'h>] {
        self.collect_keys(cx, true)
    }

    /// The symbols among `[[OwnPropertyKeys]]`, which come last there, in order of creation.
    pub fn own_symbols(self, cx: Cx<'h>) -> Vec<PropertyKey<'h>> {
        let live =
            self.ready(cx).0.table.entries().iter().map(Entry::key).filter(|key| key.is_symbol() && !key.is_vacant());
        live.map(|key| PropertyKey::Symbol(Symbol::named(cx, key.text()))).collect()
    }

    fn collect_keys(self, cx: Cx<'h>, only_enumerable: bool) -> &'h [PropertyKey<'h>] {
        let object = self.ready(cx);
        let table = &object.0.table;
        let live = || {
            let is_listed =
                |key: &super::Key<'h>| key.is_live_string() && (!only_enumerable || key.attributes().enumerable());
            table.entries().iter().map(Entry::key).filter(is_listed)
        };
        if object.kind() == Kind::Plain && !table.has_index_keys() {
            // Most objects: in order already.
            let mut keys = live().map(|key| PropertyKey::String(key.text()));
            return cx.event_arena().alloc_slice(live().count(), |_| keys.next().expect("counted"));
        }
        let mut keys = Vec::with_capacity(table.count());
        let mut has_length = false;
        match object.0.payload.get() {
            Payload::Elements(elements) => {
                keys.extend(elements.indices().map(PropertyKey::Index));
                has_length = true;
            }
            Payload::Bytes(data) => keys.extend((0..data.length() as u32).map(PropertyKey::Index)),
            Payload::Slots(_) => {
                if let Some(text) = object.boxed_string() {
                    keys.extend((0..text.length(cx) as u32).map(PropertyKey::Index));
                    has_length = true;
                }
            }
            _ => {}
        }
        if table.has_index_keys() {
            keys.extend(live().filter(|key| key.is_index()).map(|key| PropertyKey::from(key.text())));
            keys.sort_unstable_by_key(|key| match key {
                PropertyKey::Index(index) => *index,
                PropertyKey::String(_) | PropertyKey::Symbol(_) => u32::MAX,
            });
        }
        if has_length && !only_enumerable {
            keys.push(PropertyKey::String(JsStr::from_static("length")));
        }
        keys.extend(live().filter(|key| !key.is_index()).map(|key| PropertyKey::String(key.text())));
        cx.event_arena().alloc_slice(keys.len(), |at| keys[at])
    }

    /// Number of own properties in the table: all of them, for objects that are neither arrays nor byte arrays.
    #[inline]
    pub fn property_count(self, cx: Cx<'h>) -> usize {
        self.ready(cx).0.table.count()
    }

    /// SetIntegrityLevel (ECMA-262 §7.3.15) with the level sealed.
    pub fn seal(self, cx: Cx<'h>) {
        let object = self.ready(cx);
        object.0.add(NOT_EXTENSIBLE | ELEMENTS_SEALED);
        for entry in object.0.table.entries().iter().filter(|entry| !entry.key().is_private()) {
            entry.set_attributes(entry.key().attributes().without(Attributes::CONFIGURABLE));
        }
    }

    /// SetIntegrityLevel (ECMA-262 §7.3.15) with the level frozen.
    pub fn freeze(self, cx: Cx<'h>) {
        let object = self.ready(cx);
        object.0.add(NOT_EXTENSIBLE | ELEMENTS_SEALED | ELEMENTS_FROZEN | LENGTH_FIXED);
        for entry in object.0.table.entries().iter().filter(|entry| !entry.key().is_private()) {
            if let Some(cell) = mapped_parameter(entry) {
                entry.set_value(cell.slot(0));
                entry.set_accessor(false);
            }
            entry.set_attributes(
                entry.key().attributes().without(Attributes::CONFIGURABLE).without(Attributes::WRITABLE),
            );
        }
    }

    /// TestIntegrityLevel (ECMA-262 §7.3.16) with the level sealed.
    pub fn is_sealed(self, cx: Cx<'h>) -> bool {
        self.test_integrity(cx, |property| !property.attributes.configurable())
    }

    /// TestIntegrityLevel (ECMA-262 §7.3.16) with the level frozen.
    pub fn is_frozen(self, cx: Cx<'h>) -> bool {
        self.test_integrity(cx, |property| {
            !property.attributes.configurable()
                && (matches!(property.slot, Slot::Accessor { .. }) || !property.attributes.writable())
        })
    }

    fn test_integrity(self, cx: Cx<'h>, test: impl Fn(&Property<'h>) -> bool) -> bool {
        let passes = |&key: &PropertyKey<'h>| self.get_own(cx, key).as_ref().is_none_or(&test);
        !self.is_extensible() && self.own_keys(cx).iter().all(passes) && self.own_symbols(cx).iter().all(passes)
    }
}

pub(super) fn read_entry<'h>(entry: &'h Entry<'h>) -> Property<'h> {
    let (key, value) = (entry.key(), entry.value());
    if let Some(cell) = mapped_parameter(entry) {
        return Property::data(cell.slot(0), key.attributes());
    }
    let slot = match value {
        Value::Object(pair) if key.is_accessor() => Slot::Accessor { get: pair.slot(0), set: pair.slot(1) },
        value => Slot::Data(value),
    };
    Property { slot, attributes: key.attributes() }
}
