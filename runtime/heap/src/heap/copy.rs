//! Copying object graphs: promotion from an event heap, and the copying collector.
//!
//! An object is copied shallowly when it is first reached, its old header becomes the forwarding address, and the copy waits in a
//! list until its fields have been relocated. No recursion: a list of a million nodes is as good as any other graph.

use std::cell::{Cell, RefMut};
use std::collections::HashMap;

use super::worker::{Kept, keep, revive};
use crate::arena::Arena;
use crate::array::Elements;
use crate::bytes::ByteData;
use crate::function::{ClassData, FunctionData};
use crate::map::MapTable;
use crate::object::{Header, Payload};
use crate::string::Home;
use crate::{BigInt, Cx, JsStr, Kind, Object, Prototype, Symbol, Value};

/// Strings of at least this length are copied once, however often they are stored.
const SHARED_STRING: usize = 64;

/// The working memory of a copy.
pub(super) struct Scratch {
    /// Where long strings went, by old address and length. Neither heap reuses an address while this is kept.
    strings: HashMap<(usize, usize), Kept>,
    /// Copies whose fields still refer to old memory.
    pending: Vec<Kept>,
    /// Copies of WeakMaps and WeakSets, whose entries wait for the end of the collection.
    weak: Vec<Kept>,
}

impl Scratch {
    pub(super) fn new() -> Scratch {
        Scratch { strings: HashMap::new(), pending: Vec::new(), weak: Vec::new() }
    }

    pub(super) fn clear(&mut self) {
        self.strings.clear();
        self.pending.clear();
        self.weak.clear();
    }
}

/// Moves what it reaches into `target`.
pub(super) struct Copier<'h, 's> {
    target: &'h Arena,
    scratch: &'s mut Scratch,
    /// Worker-heap memory moves too: this is a collection.
    collecting: bool,
}

impl<'h, 's> Copier<'h, 's> {
    pub(super) fn new(target: &'h Arena, scratch: &'s mut Scratch, collecting: bool) -> Self {
        Copier { target, scratch, collecting }
    }

    /// The value with all that it reaches in the target.
    pub(super) fn copy(&mut self, value: Value<'h>) -> Value<'h> {
        let value = self.relocate(value);
        while let Some(object) = self.scratch.pending.pop() {
            // SAFETY: `move_object` put it there during this very call of `copy`, so it is a copy in `target`, which is borrowed
            // for `'h`.
            if let Value::Object(object) = unsafe { revive::<'h>(object) } {
                self.relocate_fields(object.0);
            }
        }
        value
    }

    /// The last part of a collection: the entries of WeakMaps and WeakSets whose keys have been reached stay, and what their values reach
    /// stays too, which may be keys of others; all other entries are forgotten.
    pub(super) fn copy_weak(&mut self) {
        let mut known: Vec<Vec<bool>> = Vec::new();
        loop {
            let mut has_copied = false;
            let mut at = 0;
            while at < self.scratch.weak.len() {
                let table = self.weak_table(at);
                if known.len() == at {
                    known.push(vec![false; table.entries().len()]);
                }
                for (position, entry) in table.entries().iter().enumerate() {
                    let Some(key) = entry.key.get().filter(|_| !known[at][position]) else { continue };
                    let key = match key {
                        Value::Object(object) => match object.0.forwarding() {
                            Some(target) => Value::Object(Object(target)),
                            None => continue,
                        },
                        symbol => self.copy(symbol),
                    };
                    entry.key.set(Some(key));
                    entry.value.set(self.copy(entry.value.get()));
                    known[at][position] = true;
                    has_copied = true;
                }
                at += 1;
            }
            if !has_copied {
                break;
            }
        }
        for (at, known) in known.iter().enumerate() {
            let table = self.weak_table(at);
            for (position, entry) in table.entries().iter().enumerate() {
                if !known[position] && entry.key.get().is_some() {
                    table.remove(position);
                }
            }
        }
        self.scratch.weak.clear();
    }

    fn weak_table(&self, at: usize) -> &'h MapTable<'h> {
        // SAFETY: `relocate_fields` put it there during this collection, so it is a copy in `target`.
        let Value::Object(object) = (unsafe { revive::<'h>(self.scratch.weak[at]) }) else {
            unreachable!("only objects are put there")
        };
        match object.0.payload.get() {
            Payload::Map(table) => table,
            _ => unreachable!("weak collections have tables"),
        }
    }

    /// The value in the target; objects that were reached for the first time wait in `pending`.
    #[inline]
    fn relocate(&mut self, value: Value<'h>) -> Value<'h> {
        match value {
            Value::Undefined | Value::Null | Value::Bool(_) | Value::Number(_) => value,
            Value::String(text) => Value::String(self.relocate_string(text)),
            Value::Symbol(symbol) => Value::Symbol(self.relocate_symbol(symbol)),
            Value::BigInt(number) => Value::BigInt(self.relocate_bigint(number)),
            Value::Object(object) => Value::Object(self.relocate_object(object)),
        }
    }

    fn relocate_string(&mut self, text: JsStr<'h>) -> JsStr<'h> {
        match text.home() {
            Home::Static => return text,
            Home::Worker if !self.collecting => return text,
            Home::Worker | Home::Event => {}
        }
        let bytes = text.as_bytes();
        let copy = |target: &'h Arena| JsStr::from_parts(target.alloc_bytes(bytes), text.facts(), Home::Worker);
        if bytes.len() < SHARED_STRING {
            return copy(self.target);
        }
        let place = (bytes.as_ptr().addr(), bytes.len());
        if let Some(&known) = self.scratch.strings.get(&place)
            // SAFETY: the copy was made into `target`: by this copier, or by an earlier promotion of the same event.
            && let Value::String(known) = unsafe { revive::<'h>(known) }
        {
            return known;
        }
        let text = copy(self.target);
        // SAFETY: the bytes are in `target`. They are kept here only as long as `Scratch` says: until the event or the collection is
        // over; no collection runs during an event.
        self.scratch.strings.insert(place, unsafe { keep(Value::String(text)) });
        text
    }

    /// A symbol is its name: a copy is the same symbol.
    fn relocate_symbol(&mut self, symbol: Symbol<'h>) -> Symbol<'h> {
        match symbol.name().home() {
            Home::Static => symbol,
            Home::Worker if !self.collecting => symbol,
            Home::Worker | Home::Event => Symbol::at(self.target, self.relocate_string(symbol.name())),
        }
    }

    fn relocate_bigint(&mut self, number: BigInt<'h>) -> BigInt<'h> {
        match number.home() {
            Home::Worker if !self.collecting => number,
            Home::Static | Home::Worker | Home::Event => number.moved_to_worker(self.target),
        }
    }

    fn relocate_object(&mut self, object: Object<'h>) -> Object<'h> {
        if let Some(target) = object.0.forwarding() {
            return Object(target);
        }
        if object.0.is_in_worker() && !self.collecting {
            return object;
        }
        self.move_object(object.0)
    }

    fn move_object(&mut self, old: &'h Header<'h>) -> Object<'h> {
        let new = self.target.alloc(old.moved_to_worker());
        new.payload.set(self.copy_payload(old.payload.get()));
        new.table.copy_from(self.target, &old.table);
        old.forward_to(new);
        // SAFETY: the copy is in `target`; `copy` takes it out again before it returns.
        self.scratch.pending.push(unsafe { keep(Value::Object(Object(new))) });
        Object(new)
    }

    /// A shallow copy: its values still refer to old memory.
    fn copy_payload(&self, payload: Payload<'h>) -> Payload<'h> {
        let arena = self.target;
        match payload {
            Payload::None | Payload::Error(..) | Payload::Forwarded(_) => payload,
            Payload::Elements(elements) => {
                let dense = elements.dense();
                let slots = arena.alloc_slice(dense.len(), |at| dense[at].clone());
                Payload::Elements(arena.alloc(Elements::new(slots, dense.len() as u32, elements.length())))
            }
            Payload::Function(data) => {
                let captures = arena.alloc_slice(data.captures.len(), |at| data.captures[at].clone());
                let FunctionData { code, length, kind, instance, .. } = *data;
                let name = data.name.clone();
                let class = Cell::new(data.class.get().map(|class| arena.alloc(self.copy_class(class))));
                Payload::Function(arena.alloc(FunctionData { code, captures, name, length, kind, instance, class }))
            }
            Payload::Map(table) => Payload::Map(arena.alloc(table.copied(arena, self.collecting))),
            Payload::Slots(slots) => Payload::Slots(arena.alloc_slice(slots.len(), |at| slots[at].clone())),
            Payload::Buffer(bytes) => Payload::Buffer(arena.alloc_slice(bytes.len(), |at| bytes[at].clone())),
            Payload::Bytes(view) => Payload::Bytes(arena.alloc(ByteData::clone(view))),
        }
    }

    fn copy_class(&self, class: &ClassData<'h>) -> ClassData<'h> {
        let methods = class.private_methods.get();
        let methods = self.target.alloc_slice(methods.len(), |at| methods[at].clone());
        ClassData { home: class.home.clone(), fields: class.fields.clone(), private_methods: Cell::new(methods) }
    }

    fn relocate_fields(&mut self, header: &'h Header<'h>) {
        if let Prototype::Object(parent) = header.prototype_cell().get() {
            header.prototype_cell().set(Prototype::Object(self.relocate_object(parent)));
        }
        for entry in header.table.entries() {
            let text = entry.key().text();
            if text.home() != Home::Static {
                entry.set_key_text(self.relocate_string(text));
            }
            entry.set_value(self.relocate(entry.value()));
        }
        match header.payload.get() {
            Payload::None | Payload::Error(..) | Payload::Forwarded(_) | Payload::Buffer(_) => {}
            Payload::Elements(elements) => {
                for slot in elements.dense() {
                    if let Some(value) = slot.get() {
                        slot.set(Some(self.relocate(value)));
                    }
                }
            }
            Payload::Function(data) => {
                data.name.set(self.relocate_string(data.name.get()));
                data.captures.iter().for_each(|capture| self.relocate_cell(capture));
                if let Some(class) = data.class.get() {
                    class.values().for_each(|value| self.relocate_cell(value));
                }
            }
            Payload::Map(_) if self.collecting && is_weak(header) => {
                // SAFETY: as in `move_object`; `copy_weak` takes it out again before the collection ends.
                self.scratch.weak.push(unsafe { keep(Value::Object(Object(header))) });
            }
            Payload::Map(table) => {
                for entry in table.entries() {
                    if let Some(key) = entry.key.get() {
                        entry.key.set(Some(self.relocate(key)));
                        self.relocate_cell(&entry.value);
                    }
                }
            }
            Payload::Slots(slots) => slots.iter().for_each(|slot| self.relocate_cell(slot)),
            Payload::Bytes(view) => view.buffer().set(self.relocate_object(view.buffer().get())),
        }
    }

    fn relocate_cell(&mut self, cell: &Cell<Value<'h>>) {
        cell.set(self.relocate(cell.get()));
    }
}

/// The object is a WeakMap or a WeakSet.
fn is_weak<'h>(header: &'h Header<'h>) -> bool {
    matches!(Object(header).kind(), Kind::WeakMap | Kind::WeakSet)
}

impl<'h> Cx<'h> {
    /// The value as something that may be kept in the worker heap: what lives in the event heap is moved there with all it reaches,
    /// and the old places forward to the new ones, so that identity holds.
    #[inline]
    pub(crate) fn promote(self, value: Value<'h>) -> Value<'h> {
        match value {
            Value::Undefined | Value::Null | Value::Bool(_) | Value::Number(_) => value,
            Value::String(text) => Value::String(self.promote_string(text)),
            Value::Symbol(_) | Value::BigInt(_) => self.promote_graph(value),
            Value::Object(object) => {
                let object = object.resolve();
                if object.0.is_in_worker() { Value::Object(object) } else { self.promote_graph(Value::Object(object)) }
            }
        }
    }

    #[inline]
    pub(crate) fn promote_string(self, text: JsStr<'h>) -> JsStr<'h> {
        if text.home() != Home::Event {
            return text;
        }
        match self.promote_graph(Value::String(text)) {
            Value::String(text) => text,
            _ => unreachable!("promotion keeps the type"),
        }
    }

    #[cold]
    #[inline(never)]
    fn promote_graph(self, value: Value<'h>) -> Value<'h> {
        let mut scratch: RefMut<'_, Scratch> = self.event_heap().scratch().borrow_mut();
        let value = Copier::new(self.worker_arena(), &mut scratch, false).copy(value);
        if self.worker_arena().exceeded() {
            self.drain();
        }
        value
    }
}
