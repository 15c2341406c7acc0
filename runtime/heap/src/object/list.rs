//! The own properties of an object as a sequence.

use super::{Attributes, Kind, Object, PropertyKey};
use crate::hash::hash_bytes;
use crate::{Cx, Value};

impl<'h> Object<'h> {
    /// The enumerable own properties with their values, of an ordinary object where they are in the order that
    /// [`Object::own_enumerable_keys`] gives and none is an accessor. `None` for other objects.
    ///
    /// The iterator reads the object as it goes: nothing may change the object meanwhile.
    pub fn simple_properties(
        self,
        cx: Cx<'h>,
    ) -> Option<impl Iterator<Item = (PropertyKey<'h>, Value<'h>)> + Clone + use<'h>> {
        let object = self.ready(cx);
        let table = &object.0.table;
        if object.kind() != Kind::Plain
            || table.has_index_keys()
            || table.entries().iter().any(|entry| entry.key().is_accessor())
        {
            return None;
        }
        let live = table
            .entries()
            .iter()
            .filter(|entry| entry.key().is_live_string() && entry.key().attributes().enumerable());
        Some(live.map(|entry| (PropertyKey::String(entry.key().text()), entry.value())))
    }
    /// CopyDataProperties (ECMA-262 §7.3.25) from an object whose properties are simple, as in [`Object::simple_properties`], and whose
    /// keys are all strings, to this ordinary object, which is extensible and has no property yet. False, and nothing copied, where
    /// they are not like that.
    pub fn copy_simple_properties(self, cx: Cx<'h>, source: Object<'h>) -> bool {
        let table = &self.0.table;
        let keys = source.ready(cx).0.table.entries();
        if self.kind() != Kind::Plain || table.count() != 0 || keys.iter().any(|entry| entry.key().is_symbol()) {
            return false;
        }
        let Some(properties) = source.simple_properties(cx) else { return false };
        // A few are added as a rule.
        table.reserve(self.arena(cx), keys.len() + 2);
        for (key, value) in properties {
            if let PropertyKey::String(text) = key {
                let value = self.admit(cx, value);
                table.push(self.arena(cx), text, hash_bytes(text.as_bytes()), value, Attributes::ALL);
            }
        }
        true
    }
}
