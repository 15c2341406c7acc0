//! The own properties of an object as a sequence.

use super::{Kind, Object, PropertyKey};
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
}
