//! Arrays: dense elements with holes (ECMA-262 §10.4.2).

use std::cell::Cell;

use crate::arena::Arena;
use crate::object::{Header, Payload, Table};
use crate::{Cx, Kind, Object, Termination, Throw, Value};

/// A write this far beyond the dense elements ends the turn: only a sparse array could hold it.
pub const MAX_GAP: u32 = 1 << 20;

/// The elements of an array. `length` may be larger than the dense part, whose rest is holes.
pub(crate) struct Elements<'h> {
    /// Room for elements; those from `dense` on are `None`.
    slots: Cell<&'h [Cell<Option<Value<'h>>>]>,
    dense: Cell<u32>,
    length: Cell<u32>,
}

impl<'h> Elements<'h> {
    pub(crate) fn new(slots: &'h [Cell<Option<Value<'h>>>], dense: u32, length: u32) -> Elements<'h> {
        Elements { slots: Cell::new(slots), dense: Cell::new(dense), length: Cell::new(length) }
    }

    #[inline]
    pub(crate) fn length(&self) -> u32 {
        self.length.get()
    }

    /// The dense elements.
    #[inline]
    pub(crate) fn dense(&self) -> &'h [Cell<Option<Value<'h>>>] {
        &self.slots.get()[..self.dense.get() as usize]
    }

    /// The element, unless it is a hole or beyond the end.
    #[inline]
    pub(crate) fn get(&self, index: u32) -> Option<Value<'h>> {
        self.dense().get(index as usize).and_then(Cell::get)
    }

    /// Overwrites an element that exists.
    #[inline]
    pub(crate) fn replace(&self, index: u32, value: Value<'h>) {
        self.slots.get()[index as usize].set(Some(value));
    }

    /// The indices that are not holes.
    pub(crate) fn indices(&self) -> impl Iterator<Item = u32> + use<'h> {
        self.dense().iter().enumerate().filter(|(_, element)| element.get().is_some()).map(|(index, _)| index as u32)
    }

    /// Writes an element, extending the array, which lives in `arena`, if needed.
    #[inline]
    pub(crate) fn set(&self, cx: Cx<'h>, arena: &'h Arena, index: u32, value: Value<'h>) -> Result<(), Throw<'h>> {
        let dense = self.dense.get();
        if index >= dense {
            if index - dense > MAX_GAP {
                return Err(cx.terminate(Termination::SparseArray { index }));
            }
            self.reserve(arena, index + 1);
            self.dense.set(index + 1);
            self.length.set(self.length.get().max(index + 1));
        }
        self.slots.get()[index as usize].set(Some(value));
        Ok(())
    }

    /// Makes an element a hole.
    pub(crate) fn remove(&self, index: u32) {
        if let Some(slot) = self.dense().get(index as usize) {
            slot.set(None);
        }
    }

    pub(crate) fn set_length(&self, length: u32) {
        if length < self.dense.get() {
            for slot in &self.dense()[length as usize..] {
                slot.set(None);
            }
            self.dense.set(length);
        }
        self.length.set(length);
    }

    /// Takes the first element off without moving the others: its room is given up.
    fn remove_first(&self) {
        if let Some((_, rest)) = self.slots.get().split_first() {
            self.slots.set(rest);
            self.dense.set(self.dense.get().saturating_sub(1));
        }
        self.length.set(self.length.get() - 1);
    }

    /// Moves the dense elements from `from` on to `to`. What they leave behind, and a gap before them, keeps old elements, which
    /// the caller overwrites.
    fn move_tail(&self, arena: &'h Arena, from: u32, to: u32) {
        let (dense, tail) = (self.dense.get(), self.dense.get() - from);
        self.reserve(arena, to + tail);
        let slots = self.slots.get();
        let element = |offset: u32| slots[(to + offset) as usize].set(slots[(from + offset) as usize].get());
        if to < from {
            (0..tail).for_each(element);
            slots[(to + tail) as usize..dense as usize].iter().for_each(|slot| slot.set(None));
        } else {
            (0..tail).rev().for_each(element);
        }
        self.dense.set(to + tail);
    }

    #[inline]
    fn reserve(&self, arena: &'h Arena, needed: u32) {
        if needed as usize > self.slots.get().len() {
            self.grow(arena, needed as usize);
        }
    }

    #[cold]
    #[inline(never)]
    fn grow(&self, arena: &'h Arena, needed: usize) {
        let old = self.slots.get();
        let capacity = needed.max(old.len() * 2).max(4);
        self.slots.set(arena.alloc_slice(capacity, |at| Cell::new(old.get(at).and_then(Cell::get))));
    }
}

/// A typed view of an array.
#[derive(Clone, Copy, Debug)]
pub struct Array<'h>(pub(crate) Object<'h>);

impl<'h> Array<'h> {
    /// A new array of that length without elements: `new Array(n)`.
    pub fn with_length(cx: Cx<'h>, length: u32) -> Array<'h> {
        Array::make(cx, &[], length)
    }

    /// A new empty array with room for that many elements.
    pub fn with_capacity(cx: Cx<'h>, capacity: usize) -> Array<'h> {
        let slots = cx.event_arena().alloc_slice(capacity, |_| Cell::new(None));
        Array::of_slots(cx, slots, 0, 0)
    }

    /// A new array of these elements.
    pub fn of(cx: Cx<'h>, elements: &[Value<'h>]) -> Array<'h> {
        let slots = cx.event_arena().alloc_slice(elements.len(), |at| Cell::new(Some(elements[at])));
        Array::of_slots(cx, slots, elements.len() as u32, elements.len() as u32)
    }

    /// A new array of what `element` gives for each index.
    pub fn from_fn(cx: Cx<'h>, length: usize, mut element: impl FnMut(usize) -> Value<'h>) -> Array<'h> {
        let slots = cx.event_arena().alloc_slice(length, |at| Cell::new(Some(element(at))));
        Array::of_slots(cx, slots, length as u32, length as u32)
    }

    /// A new array of the elements `start..end`, with their holes. `end` is at most the length.
    pub fn slice(self, cx: Cx<'h>, start: u32, end: u32) -> Array<'h> {
        let dense = self.elements().dense();
        let dense = &dense[(start as usize).min(dense.len())..(end as usize).min(dense.len())];
        let slots = cx.event_arena().alloc_slice(dense.len(), |at| Cell::new(dense[at].get()));
        Array::of_slots(cx, slots, dense.len() as u32, end - start)
    }

    /// A new array of these elements, `None` being a hole.
    pub fn of_holey(cx: Cx<'h>, elements: &[Option<Value<'h>>]) -> Array<'h> {
        Array::make(cx, elements, elements.len() as u32)
    }

    fn make(cx: Cx<'h>, elements: &[Option<Value<'h>>], length: u32) -> Array<'h> {
        let slots = cx.event_arena().alloc_slice(elements.len(), |at| Cell::new(elements[at]));
        Array::of_slots(cx, slots, elements.len() as u32, length)
    }

    pub(crate) fn of_slots(cx: Cx<'h>, slots: &'h [Cell<Option<Value<'h>>>], dense: u32, length: u32) -> Array<'h> {
        let header = Header::new(Kind::Array, 0, Payload::None, Table::new());
        // One allocation for both.
        let (elements, header) = cx.event_arena().alloc((Elements::new(slots, dense, length), header));
        header.payload.set(Payload::Elements(elements));
        Array(Object(header))
    }

    /// The object.
    #[inline]
    pub fn object(self) -> Object<'h> {
        self.0
    }

    #[inline(always)]
    fn elements(self) -> &'h Elements<'h> {
        match self.0.resolve().0.payload.get() {
            Payload::Elements(elements) => elements,
            _ => unreachable!("the view is only made for arrays"),
        }
    }

    /// `length`
    #[inline]
    pub fn length(self) -> u32 {
        self.elements().length()
    }

    /// The element; a hole gives `None` (and the prototype of arrays has no elements).
    #[inline]
    pub fn get(self, index: u32) -> Option<Value<'h>> {
        self.elements().get(index)
    }

    /// The element, `undefined` for holes and beyond the end.
    #[inline]
    pub fn at(self, index: u32) -> Value<'h> {
        self.get(index).unwrap_or_default()
    }

    /// Writes an element, extending the array if needed. Ignores frozenness: callers ask [`Object::is_extensible`] and the
    /// attributes first, or have made the array themselves.
    #[inline]
    pub fn set(self, cx: Cx<'h>, index: u32, value: Value<'h>) -> Result<(), Throw<'h>> {
        let object = self.0.resolve();
        let value = object.admit(cx, value);
        self.elements().set(cx, object.arena(cx), index, value)?;
        Ok(())
    }

    /// Makes an element a hole.
    pub fn set_hole(self, index: u32) {
        self.elements().remove(index);
    }

    /// Appends an element. The caller has made sure that the array may grow.
    #[inline]
    pub fn push(self, cx: Cx<'h>, value: Value<'h>) -> Result<(), Throw<'h>> {
        self.set(cx, self.length(), value)
    }

    /// Appends an element to an array that nobody else has seen, so that it lives in the event heap and is dense.
    #[inline]
    pub(crate) fn append_fresh(self, cx: Cx<'h>, value: Value<'h>) {
        let elements = self.elements();
        let length = elements.length();
        elements.reserve(cx.event_arena(), length + 1);
        elements.dense.set(length + 1);
        elements.length.set(length + 1);
        elements.replace(length, value);
    }

    /// Removes the last element and shortens the array by one; `None` where it was a hole, or the array empty.
    pub fn pop(self) -> Option<Value<'h>> {
        let elements = self.elements();
        let last = elements.length().checked_sub(1)?;
        let value = elements.get(last);
        elements.set_length(last);
        value
    }

    /// Sets `length`: cuts elements off, or adds holes at the end without using memory for them.
    pub fn set_length(self, length: u32) {
        self.elements().set_length(length);
    }

    /// Removes the first element; `None` where it was a hole, or the array empty.
    pub fn shift(self) -> Option<Value<'h>> {
        let elements = self.elements();
        let first = elements.get(0);
        if elements.length() > 0 {
            elements.remove_first();
        }
        first
    }

    /// Replaces `removed` elements from `start` by others (`None` is a hole), moving the rest. `start + removed` is at most the
    /// length.
    pub fn splice(self, cx: Cx<'h>, start: u32, removed: u32, inserted: &[Option<Value<'h>>]) -> Result<(), Throw<'h>> {
        let (elements, length) = (self.elements(), self.length());
        debug_assert!(start + removed <= length);
        let moved_to = start + inserted.len() as u32;
        if start + removed < elements.dense.get() {
            elements.move_tail(self.0.resolve().arena(cx), start + removed, moved_to);
        } else {
            // Holes beyond the dense part stay where the new length puts them.
            elements.set_length(start.min(elements.dense.get()));
        }
        for (index, element) in (start..).zip(inserted) {
            match *element {
                Some(value) => self.set(cx, index, value)?,
                None => elements.remove(index),
            }
        }
        elements.set_length(length - removed + inserted.len() as u32);
        Ok(())
    }

    /// Replaces all elements, `None` being a hole.
    pub fn assign(self, cx: Cx<'h>, elements: &[Option<Value<'h>>]) -> Result<(), Throw<'h>> {
        self.set_length(0);
        self.splice(cx, 0, 0, elements)
    }

    /// The elements as they are now, holes as `None`, without the holes after the last element that was ever written.
    pub fn snapshot(self) -> Vec<Option<Value<'h>>> {
        self.elements().dense().iter().map(Cell::get).collect()
    }
}

impl<'h> From<Array<'h>> for Value<'h> {
    #[inline]
    fn from(array: Array<'h>) -> Self {
        Value::Object(array.0)
    }
}

impl<'h> Cx<'h> {
    /// A new array of these elements.
    pub fn array<const N: usize>(self, elements: [Value<'h>; N]) -> Object<'h> {
        Array::of(self, &elements).object()
    }
}
