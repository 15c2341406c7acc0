//! Map and Set: insertion order with tombstones and a hash index (ECMA-262 §24.1, §24.2).

use std::cell::Cell;

use crate::arena::Arena;
use crate::hash::{hash_bytes, hash_word};
use crate::object::Payload;
use crate::{Cx, Kind, Object, Value};

/// An entry; without a key it was deleted.
pub(crate) struct MapEntry<'h> {
    pub(crate) key: Cell<Option<Value<'h>>>,
    pub(crate) value: Cell<Value<'h>>,
    hash: Cell<u32>,
}

/// What a Map or Set has beside its properties. Entries never move while a turn runs, so that iteration can go on by position
/// whatever happens to the map.
pub(crate) struct MapTable<'h> {
    entries: Cell<&'h [MapEntry<'h>]>,
    length: Cell<u32>,
    live: Cell<u32>,
    /// Positions plus one; capacity a power of two, at least twice that of `entries`.
    index: Cell<&'h [Cell<u32>]>,
    /// Number of times that everything was removed at once; a cursor from before starts over.
    epoch: Cell<u32>,
}

impl<'h> MapTable<'h> {
    pub(crate) const fn new() -> MapTable<'h> {
        MapTable {
            entries: Cell::new(&[]),
            length: Cell::new(0),
            live: Cell::new(0),
            index: Cell::new(&[]),
            epoch: Cell::new(0),
        }
    }

    /// Entries in use, deleted ones among them.
    pub(crate) fn entries(&self) -> &'h [MapEntry<'h>] {
        &self.entries.get()[..self.length.get() as usize]
    }

    fn find(&self, key: Value<'h>, hash: u32) -> Option<usize> {
        let (index, entries) = (self.index.get(), self.entries.get());
        let mask = index.len().checked_sub(1)?;
        let mut slot = hash as usize & mask;
        // At most half of the slots are ever filled, so an empty one ends the loop.
        loop {
            let position = (index[slot].get() as usize).checked_sub(1)?;
            let entry = &entries[position];
            if entry.hash.get() == hash && entry.key.get().is_some_and(|found| found.same_value_zero(key)) {
                return Some(position);
            }
            slot = (slot + 1) & mask;
        }
    }

    fn push(&self, arena: &'h Arena, key: Value<'h>, hash: u32, value: Value<'h>) {
        let position = self.length.get() as usize;
        if position == self.entries.get().len() {
            self.resize(arena, (position * 2).max(4));
        }
        let entry = &self.entries.get()[position];
        entry.key.set(Some(key));
        entry.value.set(value);
        entry.hash.set(hash);
        self.length.set(position as u32 + 1);
        self.live.set(self.live.get() + 1);
        self.fill_index(position);
    }

    fn fill_index(&self, position: usize) {
        let index = self.index.get();
        let mask = index.len() - 1;
        let mut slot = self.entries.get()[position].hash.get() as usize & mask;
        while index[slot].get() != 0 {
            slot = (slot + 1) & mask;
        }
        index[slot].set(position as u32 + 1);
    }

    fn resize(&self, arena: &'h Arena, capacity: usize) {
        let old = self.entries.get();
        self.entries.set(arena.alloc_slice(capacity, |at| match old.get(at) {
            Some(entry) => MapEntry { key: entry.key.clone(), value: entry.value.clone(), hash: entry.hash.clone() },
            None => MapEntry { key: Cell::new(None), value: Cell::new(Value::Undefined), hash: Cell::new(0) },
        }));
        self.index.set(arena.alloc_slice((capacity * 2).next_power_of_two(), |_| Cell::new(0)));
        for (position, entry) in self.entries().iter().enumerate() {
            if entry.key.get().is_some() {
                self.fill_index(position);
            }
        }
    }

    /// Removes an entry.
    pub(crate) fn remove(&self, position: usize) {
        let entry = &self.entries.get()[position];
        entry.key.set(None);
        entry.value.set(Value::Undefined);
        self.live.set(self.live.get() - 1);
    }

    fn clear(&self) {
        for entry in self.entries() {
            entry.key.set(None);
            entry.value.set(Value::Undefined);
        }
        self.index.get().iter().for_each(|slot| slot.set(0));
        self.length.set(0);
        self.live.set(0);
        self.epoch.set(self.epoch.get().wrapping_add(1));
    }

    /// The same contents in another arena, with deleted entries (a running iteration counts them) or without.
    pub(crate) fn copied(&self, arena: &'h Arena, compact: bool) -> MapTable<'h> {
        let copy = MapTable::new();
        copy.epoch.set(self.epoch.get());
        let kept = self.entries().iter().filter(|entry| !compact || entry.key.get().is_some());
        let count = kept.clone().count();
        if count > 0 {
            let mut kept = kept;
            copy.length.set(count as u32);
            copy.live.set(self.live.get());
            copy.entries.set(arena.alloc_slice(count, |_| {
                let entry = kept.next().expect("counted above");
                MapEntry { key: entry.key.clone(), value: entry.value.clone(), hash: entry.hash.clone() }
            }));
            copy.resize(arena, count);
        }
        copy
    }
}

/// The hash of a key; equal under SameValueZero means equal hashes.
fn hash_of<'h>(cx: Cx<'h>, key: Value<'h>) -> u32 {
    match key {
        Value::Undefined => hash_word(1),
        Value::Null => hash_word(2),
        Value::Bool(value) => hash_word(3 + u64::from(value)),
        Value::Number(0.0) => hash_word(5),
        Value::Number(value) if value.is_nan() => hash_word(6),
        Value::Number(value) => hash_word(value.to_bits()),
        Value::String(text) => hash_bytes(text.as_bytes()),
        Value::Symbol(symbol) => hash_bytes(symbol.key_bytes()),
        Value::BigInt(number) => {
            number.digits().iter().fold(7, |hash, &digit| hash_word(u64::from(hash) << 32 | u64::from(digit)))
        }
        Value::Object(object) => hash_word(!u64::from(object.identity(cx))),
    }
}

/// A place in the iteration over a Map or Set. It stays right whatever is added or deleted meanwhile.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    position: u32,
    epoch: u32,
}

impl Cursor {
    /// The cursor as two numbers that an iterator object can keep in slots: position and epoch.
    pub fn to_slots<'h>(self) -> [Value<'h>; 2] {
        [self.position.into(), self.epoch.into()]
    }

    /// The cursor that `to_slots` took apart.
    pub fn from_slots(slots: [Value<'_>; 2]) -> Cursor {
        let [position, epoch] = slots.map(|slot| slot.as_number().unwrap_or(0.0) as u32);
        Cursor { position, epoch }
    }
}

/// The map operations, on the object of either kind.
impl<'h> Object<'h> {
    fn map_table(self) -> &'h MapTable<'h> {
        match self.payload() {
            Payload::Map(table) => table,
            _ => unreachable!("the view is only made for maps and sets"),
        }
    }

    fn map_get(self, cx: Cx<'h>, key: Value<'h>) -> Option<Value<'h>> {
        let table = self.map_table();
        table.find(key, hash_of(cx, key)).map(|at| table.entries()[at].value.get())
    }

    fn map_set(self, cx: Cx<'h>, key: Value<'h>, value: Value<'h>) {
        let object = self.resolve();
        // Negative zero becomes zero (ECMA-262 §24.1.3.9), other numbers stay as they are.
        let key = if let Value::Number(number) = key { Value::Number(number + 0.0) } else { key };
        let (key, value) = (object.admit(cx, key), object.admit(cx, value));
        let table = object.map_table();
        let hash = hash_of(cx, key);
        match table.find(key, hash) {
            Some(at) => table.entries()[at].value.set(value),
            None => table.push(object.arena(cx), key, hash, value),
        }
    }

    fn map_remove(self, cx: Cx<'h>, key: Value<'h>) -> bool {
        let table = self.map_table();
        let found = table.find(key, hash_of(cx, key));
        found.inspect(|&at| table.remove(at)).is_some()
    }

    fn map_next(self, cursor: &mut Cursor) -> Option<(Value<'h>, Value<'h>)> {
        let table = self.map_table();
        if cursor.epoch != table.epoch.get() {
            *cursor = Cursor { position: 0, epoch: table.epoch.get() };
        }
        let rest = &table.entries()[cursor.position as usize..];
        for entry in rest {
            cursor.position += 1;
            if let Some(key) = entry.key.get() {
                return Some((key, entry.value.get()));
            }
        }
        None
    }

    fn map_start(self) -> Cursor {
        Cursor { position: 0, epoch: self.map_table().epoch.get() }
    }

    fn new_map(cx: Cx<'h>, kind: Kind) -> Object<'h> {
        Object::new(cx, kind, Payload::Map(cx.event_arena().alloc(MapTable::new())))
    }
}

macro_rules! view {
    ($(#[$doc:meta])* $view:ident, $kind:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $view<'h>(Object<'h>);

        impl<'h> $view<'h> {
            /// A new empty one.
            pub fn new(cx: Cx<'h>) -> Self {
                $view(Object::new_map(cx, Kind::$kind))
            }

            /// A new empty one with room for that many entries.
            pub fn with_capacity(cx: Cx<'h>, entries: usize) -> Self {
                let object = Object::new_map(cx, Kind::$kind);
                if entries > 0 {
                    object.map_table().resize(cx.event_arena(), entries.max(4));
                }
                $view(object)
            }

            /// The view, if the value is one.
            pub fn from_value(value: Value<'h>) -> Option<Self> {
                value.as_kind(Kind::$kind).map($view)
            }

            /// The object.
            #[inline]
            pub fn object(self) -> Object<'h> {
                self.0
            }

            /// `size`
            pub fn size(self) -> usize {
                self.0.map_table().live.get() as usize
            }

            /// `has`
            pub fn has(self, cx: Cx<'h>, key: Value<'h>) -> bool {
                self.0.map_get(cx, key).is_some()
            }

            /// `delete`: whether there was such an entry.
            pub fn delete(self, cx: Cx<'h>, key: Value<'h>) -> bool {
                self.0.map_remove(cx, key)
            }

            /// `clear`
            pub fn clear(self) {
                self.0.map_table().clear();
            }

            /// Where an iteration starts.
            pub fn start(self) -> Cursor {
                self.0.map_start()
            }
        }

        impl<'h> From<$view<'h>> for Value<'h> {
            fn from(view: $view<'h>) -> Self {
                Value::Object(view.0)
            }
        }
    };
}

view!(
    /// A typed view of a Map.
    MapObject, Map
);
view!(
    /// A typed view of a Set.
    SetObject, Set
);

view!(
    /// A typed view of a WeakMap. A collection forgets the entries whose keys nothing else reaches.
    WeakMapObject, WeakMap
);
view!(
    /// A typed view of a WeakSet. A collection forgets the elements that nothing else reaches.
    WeakSetObject, WeakSet
);

impl<'h> WeakMapObject<'h> {
    /// `get`
    pub fn get(self, cx: Cx<'h>, key: Value<'h>) -> Option<Value<'h>> {
        self.0.map_get(cx, key)
    }

    /// `set`
    pub fn set(self, cx: Cx<'h>, key: Value<'h>, value: Value<'h>) {
        self.0.map_set(cx, key, value);
    }
}

impl<'h> WeakSetObject<'h> {
    /// `add`
    pub fn add(self, cx: Cx<'h>, key: Value<'h>) {
        self.0.map_set(cx, key, Value::Undefined);
    }
}

impl<'h> MapObject<'h> {
    /// `get`
    pub fn get(self, cx: Cx<'h>, key: Value<'h>) -> Option<Value<'h>> {
        self.0.map_get(cx, key)
    }

    /// `set`
    pub fn set(self, cx: Cx<'h>, key: Value<'h>, value: Value<'h>) {
        self.0.map_set(cx, key, value);
    }

    /// The next entry that is live now, in insertion order.
    pub fn next(self, cursor: &mut Cursor) -> Option<(Value<'h>, Value<'h>)> {
        self.0.map_next(cursor)
    }
}

impl<'h> SetObject<'h> {
    /// `add`
    pub fn add(self, cx: Cx<'h>, key: Value<'h>) {
        self.0.map_set(cx, key, Value::Undefined);
    }

    /// The next element that is live now, in insertion order.
    pub fn next(self, cursor: &mut Cursor) -> Option<Value<'h>> {
        self.0.map_next(cursor).map(|(key, _)| key)
    }
}
