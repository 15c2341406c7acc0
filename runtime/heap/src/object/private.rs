//! Private names (ECMA-262 §6.2.12): keys that only the class that declares them can say.
//!
//! They are kept in the property table, under strings that no JavaScript string can equal, and are in no list of keys.

use super::entry::Entry;
use super::{Attributes, Kind, Object, Property, PropertyKey};
use crate::string::{Facts, Home};
use crate::{Cx, JsStr, Value};

/// The first byte of a private name. WTF-8 has no such byte.
pub(super) const PRIVATE_MARK: u8 = 0xff;

/// The mark, and a number that tells names of one description apart.
const PREFIX: usize = 5;

/// A private name as the program writes it: `#count`.
pub fn private_description(name: JsStr<'_>) -> String {
    String::from_utf8_lossy(name.as_bytes().get(PREFIX..).unwrap_or_default()).into_owned()
}

impl<'h> Cx<'h> {
    /// A new private name: none equals it, whatever its description, which begins with `#`.
    pub fn private_name(self, description: &str) -> JsStr<'h> {
        let mut bytes = vec![PRIVATE_MARK];
        bytes.extend_from_slice(&self.next_identity().to_le_bytes());
        bytes.extend_from_slice(description.as_bytes());
        JsStr::from_parts(self.event_arena().alloc_bytes(&bytes), Facts::NONE, Home::Event)
    }
}

impl<'h> Object<'h> {
    /// PrivateElementFind (ECMA-262 §7.3.26): fields are writable data properties, methods are data properties that are not writable.
    pub fn get_private(self, cx: Cx<'h>, name: JsStr<'h>) -> Option<Property<'h>> {
        self.ready(cx).find(PropertyKey::String(name)).map(super::properties::read_entry)
    }

    /// PrivateFieldAdd and PrivateMethodOrAccessorAdd (ECMA-262 §7.3.27, §7.3.28) for a field or method: false if the object has it.
    pub fn add_private(self, cx: Cx<'h>, name: JsStr<'h>, value: Value<'h>, is_writable: bool) -> bool {
        let object = self.ready(cx);
        if object.find(PropertyKey::String(name)).is_some() {
            return false;
        }
        let attributes = if is_writable { Attributes::WRITABLE } else { Attributes::NONE };
        object.define_own_data(cx, PropertyKey::String(name), value, attributes);
        true
    }

    /// PrivateMethodOrAccessorAdd (ECMA-262 §7.3.28) for an accessor: false if the object has it.
    pub fn add_private_accessor(self, cx: Cx<'h>, name: JsStr<'h>, get: Value<'h>, set: Value<'h>) -> bool {
        let object = self.ready(cx);
        if object.find(PropertyKey::String(name)).is_some() {
            return false;
        }
        object.define_own_accessor(cx, PropertyKey::String(name), get, set, Attributes::NONE);
        true
    }

    /// Stores into a private field that the object certainly has.
    pub fn store_private(self, cx: Cx<'h>, name: JsStr<'h>, value: Value<'h>) {
        let object = self.ready(cx);
        if let Some(entry) = object.find(PropertyKey::String(name)) {
            entry.set_value(object.admit(cx, value));
        }
    }
}

/// The variable that an entry of a mapped arguments object stands for (ECMA-262 §10.4.4).
#[inline]
pub(super) fn mapped_parameter<'h>(entry: &Entry<'h>) -> Option<Object<'h>> {
    match entry.value() {
        Value::Object(cell) if entry.key().is_accessor() && cell.kind() == Kind::Cell => Some(cell),
        _ => None,
    }
}
