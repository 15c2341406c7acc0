//! Objects with internal slots: boxed primitives, iterators, accessor pairs.

use std::cell::Cell;

use crate::object::Payload;
use crate::{Cx, Kind, Object, Value};

impl<'h> Object<'h> {
    /// A new object of a kind that has internal slots, with their first values.
    pub fn with_slots(cx: Cx<'h>, kind: Kind, values: &[Value<'h>]) -> Object<'h> {
        let slots = cx.event_arena().alloc_slice(values.len(), |at| Cell::new(values[at]));
        Object::new(cx, kind, Payload::Slots(slots))
    }

    /// How many internal slots there are.
    pub fn slot_count(self) -> usize {
        self.slots().len()
    }

    /// The value of an internal slot.
    ///
    /// # Panics
    /// If the object has no such slot.
    #[inline]
    pub fn slot(self, index: usize) -> Value<'h> {
        self.slots()[index].get()
    }

    /// Sets an internal slot.
    ///
    /// # Panics
    /// If the object has no such slot.
    pub fn set_slot(self, cx: Cx<'h>, index: usize, value: Value<'h>) {
        let object = self.resolve();
        object.slots()[index].set(object.admit(cx, value));
    }

    fn slots(self) -> &'h [Cell<Value<'h>>] {
        match self.resolve().0.payload.get() {
            Payload::Slots(slots) => slots,
            _ => &[],
        }
    }
}
