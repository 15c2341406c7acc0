//! Objects: header, kinds, prototype, extensibility, and the store barrier.

mod entry;
mod index;
mod key;
mod list;
mod ordinary;
mod private;
mod properties;
mod table;

use std::cell::Cell;
use std::fmt;
use std::panic::Location;

pub(crate) use entry::{Entry, Key};
pub use key::PropertyKey;
pub use ordinary::HashedKey;
pub use private::private_description;
pub use properties::{Property, Slot, Stored};
pub(crate) use table::Table;

use crate::array::{Array, Elements};
use crate::bytes::ByteData;
use crate::error::{ErrorKind, ErrorObject};
use crate::function::{Function, FunctionData};
use crate::map::MapTable;
use crate::{Cx, JsStr, Value};

/// What an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Kind {
    /// An ordinary object.
    Plain,
    /// The global object of a plugin instance.
    Global,
    /// An Array exotic object.
    Array,
    /// A callable object.
    Function,
    /// An arguments object.
    Arguments,
    /// An Error object; [`ErrorObject::kind`] says which.
    Error,
    /// A Map.
    Map,
    /// A Set.
    Set,
    /// A WeakMap.
    WeakMap,
    /// A WeakSet.
    WeakSet,
    /// A Boolean, Number or String object; slot 0 is the primitive.
    Boxed,
    /// A Date; slot 0 is the time value.
    Date,
    /// A typed array or Buffer: a view of an ArrayBuffer.
    Bytes,
    /// An ArrayBuffer: memory.
    ByteBuffer,
    /// A DataView; the slots are its buffer and its place there.
    DataView,
    /// A URL; the slots are its parts.
    Url,
    /// A URLSearchParams; the slots are its entries and its URL.
    UrlSearchParams,
    /// A hash or keyed hash being fed; the slots are its state.
    Hash,
    /// A regular expression; see [`RegExpObject`](crate::RegExpObject).
    RegExp,
    /// A built-in iterator; the slots are its state.
    Iterator,
    /// A generator; the slots are its state. Without slots: the `prototype` of a generator function.
    Generator,
    /// An async generator; the slots are its state. Without slots: the `prototype` of an async generator function.
    AsyncGenerator,
    /// A Promise; the slots are its state.
    Promise,
    /// A record of ECMA-262: a reaction, a job, a function that waits. Never reachable for the plugin itself.
    Record,
    /// A variable captured and reassigned by a closure. Never reachable for the plugin itself.
    Cell,
    /// A getter and setter pair inside a property table. Never reachable for the plugin itself.
    Accessor,
    /// The object moved to the worker heap. Never seen outside this crate.
    Forwarded,
}

/// The `[[Prototype]]` of an object.
#[derive(Clone, Copy, Debug)]
pub enum Prototype<'h> {
    /// The built-in prototype for the kind of the object (`Array.prototype` for an array).
    Default,
    /// `null`
    Null,
    /// Another object.
    Object(Object<'h>),
}

/// The attributes of a property (ECMA-262 §6.1.7.1).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Attributes(u8);

impl Attributes {
    /// No attribute is true.
    pub const NONE: Attributes = Attributes(0);
    /// `[[Writable]]`
    pub const WRITABLE: Attributes = Attributes(1);
    /// `[[Enumerable]]`
    pub const ENUMERABLE: Attributes = Attributes(2);
    /// `[[Configurable]]`
    pub const CONFIGURABLE: Attributes = Attributes(4);
    /// What assignment creates: all three.
    pub const ALL: Attributes = Attributes(7);
    /// What built-ins create: writable and configurable, not enumerable.
    pub const HIDDEN: Attributes = Attributes(5);

    /// From three booleans.
    pub const fn new(writable: bool, enumerable: bool, configurable: bool) -> Attributes {
        Attributes(writable as u8 | (enumerable as u8) << 1 | (configurable as u8) << 2)
    }

    #[inline]
    pub(crate) const fn bits(self) -> u8 {
        self.0
    }

    #[inline]
    pub(crate) const fn from_bits(bits: u8) -> Attributes {
        Attributes(bits & 7)
    }

    /// Whether all of `other` are true here.
    #[inline]
    pub const fn has(self, other: Attributes) -> bool {
        self.0 & other.0 == other.0
    }

    /// These and `other`.
    #[inline]
    pub const fn with(self, other: Attributes) -> Attributes {
        Attributes(self.0 | other.0)
    }

    /// These but not `other`.
    #[inline]
    pub const fn without(self, other: Attributes) -> Attributes {
        Attributes(self.0 & !other.0)
    }

    /// `[[Writable]]`
    #[inline]
    pub const fn writable(self) -> bool {
        self.has(Attributes::WRITABLE)
    }

    /// `[[Enumerable]]`
    #[inline]
    pub const fn enumerable(self) -> bool {
        self.has(Attributes::ENUMERABLE)
    }

    /// `[[Configurable]]`
    #[inline]
    pub const fn configurable(self) -> bool {
        self.has(Attributes::CONFIGURABLE)
    }
}

/// What a kind of object has beside its properties.
#[derive(Clone, Copy)]
pub(crate) enum Payload<'h> {
    None,
    Elements(&'h Elements<'h>),
    Function(&'h FunctionData<'h>),
    Map(&'h MapTable<'h>),
    Slots(&'h [Cell<Value<'h>>]),
    Bytes(&'h ByteData<'h>),
    Buffer(&'h [Cell<u8>]),
    /// With the place of the source that made or threw it, as far as it is known.
    Error(ErrorKind, &'static Location<'static>),
    Forwarded(&'h Header<'h>),
}

/// The object lives in the worker heap.
const IN_WORKER: u8 = 1;
/// `[[Extensible]]` is false.
const NOT_EXTENSIBLE: u8 = 2;
/// Own properties that a function has from birth are in its table (they are put there when somebody looks).
const MATERIALIZED: u8 = 4;
/// Frozen array elements and typed views have no attributes of their own; this bit makes them read-only.
const ELEMENTS_FROZEN: u8 = 8;
/// Array elements cannot be deleted.
const ELEMENTS_SEALED: u8 = 16;
/// `length` of an array is not writable.
const LENGTH_FIXED: u8 = 32;

/// `stack` of an error has not been formatted yet; meaningful while its value is `undefined`.
const STACK_PENDING: u8 = 64;
/// A prototype, constructor or namespace of the language: whoever replaces a property takes the long way.
const BUILTIN: u8 = 128;

/// An object in memory.
pub(crate) struct Header<'h> {
    kind: Cell<Kind>,
    flags: Cell<u8>,
    /// Names the object in the hash of a Map; zero until somebody asks.
    identity: Cell<u32>,
    prototype: Cell<Prototype<'h>>,
    pub(crate) payload: Cell<Payload<'h>>,
    pub(crate) table: Table<'h>,
}

/// A reference to an object. `Copy`; two references are the same object if [`Object::is_same`] says so.
#[derive(Clone, Copy)]
pub struct Object<'h>(pub(crate) &'h Header<'h>);

impl<'h> Object<'h> {
    /// A new object in the event heap.
    #[inline]
    pub(crate) fn new(cx: Cx<'h>, kind: Kind, payload: Payload<'h>) -> Object<'h> {
        Object(cx.event_arena().alloc(Header::new(kind, 0, payload, Table::new())))
    }

    /// A new ordinary object without properties.
    #[inline]
    pub fn plain(cx: Cx<'h>) -> Object<'h> {
        Object::new(cx, Kind::Plain, Payload::None)
    }

    /// A new ordinary object with room for that many properties.
    pub fn with_capacity(cx: Cx<'h>, properties: usize) -> Object<'h> {
        let object = Object::plain(cx);
        object.0.table.reserve(cx.event_arena(), properties);
        object
    }

    /// A new ordinary object of what the parser found: a later property overwrites an earlier one with the same key and keeps its
    /// place.
    pub(crate) fn of_parsed(cx: Cx<'h>, entries: &[Entry<'h>], may_have_index_keys: bool) -> Object<'h> {
        let table = Table::of_parsed(cx.event_arena(), entries, may_have_index_keys);
        Object(cx.event_arena().alloc(Header::new(Kind::Plain, 0, Payload::None, table)))
    }

    /// The object itself, if a promotion moved it.
    #[inline(always)]
    pub(crate) fn resolve(self) -> Object<'h> {
        if self.0.kind.get() == Kind::Forwarded { self.forwarded() } else { self }
    }

    #[cold]
    #[inline(never)]
    fn forwarded(self) -> Object<'h> {
        // What is promoted lives in the worker heap, and nothing there moves during a turn: one step is enough.
        match self.0.payload.get() {
            Payload::Forwarded(target) => Object(target),
            _ => self,
        }
    }

    /// What the object is.
    #[inline]
    pub fn kind(self) -> Kind {
        self.resolve().0.kind.get()
    }

    /// Whether both are the same object.
    #[inline]
    pub fn is_same(self, other: Object<'h>) -> bool {
        std::ptr::eq(self.0, other.0) || std::ptr::eq(self.resolve().0, other.resolve().0)
    }

    /// Whether the object lives in the worker heap, so that it may outlive the turn.
    #[inline]
    pub fn is_in_worker_heap(self) -> bool {
        self.resolve().0.has(IN_WORKER)
    }

    /// The array view, if this is an array.
    #[inline]
    pub fn as_array(self) -> Option<Array<'h>> {
        (self.kind() == Kind::Array).then_some(Array(self))
    }

    /// The function view, if this is callable.
    #[inline]
    pub fn as_function(self) -> Option<Function<'h>> {
        (self.kind() == Kind::Function).then_some(Function(self))
    }

    /// The error view, if this is an error object.
    #[inline]
    pub fn as_error(self) -> Option<ErrorObject<'h>> {
        (self.kind() == Kind::Error).then_some(ErrorObject(self))
    }

    /// `[[GetPrototypeOf]]`
    #[inline]
    pub fn prototype(self) -> Prototype<'h> {
        self.resolve().0.prototype.get()
    }

    /// Sets `[[Prototype]]` without any check.
    pub fn set_prototype(self, cx: Cx<'h>, prototype: Prototype<'h>) {
        let object = self.resolve();
        let prototype = match prototype {
            Prototype::Object(parent) => match object.admit(cx, Value::Object(parent)) {
                Value::Object(parent) => Prototype::Object(parent),
                _ => Prototype::Null,
            },
            other => other,
        };
        object.0.prototype.set(prototype);
    }

    /// `[[IsExtensible]]`
    #[inline]
    pub fn is_extensible(self) -> bool {
        !self.resolve().0.has(NOT_EXTENSIBLE)
    }

    /// `[[PreventExtensions]]`
    pub fn prevent_extensions(self) {
        self.resolve().0.add(NOT_EXTENSIBLE);
    }

    /// What may be stored in this object: the store barrier. A value from the event heap that goes into the worker heap is promoted,
    /// with all it reaches.
    #[inline(always)]
    pub(crate) fn admit(self, cx: Cx<'h>, value: Value<'h>) -> Value<'h> {
        if self.0.has(IN_WORKER) { cx.promote(value) } else { value }
    }

    /// The arena that memory of this (resolved) object comes from.
    #[inline]
    pub(crate) fn arena(self, cx: Cx<'h>) -> &'h crate::arena::Arena {
        if self.0.has(IN_WORKER) { cx.worker_arena() } else { cx.event_arena() }
    }

    /// A number that is this object's for its whole life, promotion and collection included. For hashing: it is unique only until
    /// four billion objects have asked for one.
    pub fn identity(self, cx: Cx<'h>) -> u32 {
        let header = self.resolve().0;
        if header.identity.get() == 0 {
            header.identity.set(cx.next_identity());
        }
        header.identity.get()
    }
}

impl<'h> Header<'h> {
    #[inline]
    pub(crate) fn new(kind: Kind, flags: u8, payload: Payload<'h>, table: Table<'h>) -> Header<'h> {
        Header {
            kind: Cell::new(kind),
            flags: Cell::new(flags),
            identity: Cell::new(0),
            prototype: Cell::new(Prototype::Default),
            payload: Cell::new(payload),
            table,
        }
    }

    #[inline(always)]
    fn has(&self, flag: u8) -> bool {
        self.flags.get() & flag != 0
    }

    fn add(&self, flag: u8) {
        self.flags.set(self.flags.get() | flag);
    }

    pub(crate) fn mark_stack_pending(&self) {
        self.add(STACK_PENDING);
    }

    pub(crate) fn is_stack_pending(&self) -> bool {
        self.has(STACK_PENDING)
    }

    /// A header for the same object in the worker heap, as yet without payload and properties.
    pub(crate) fn moved_to_worker(&self) -> Header<'h> {
        Header {
            kind: Cell::new(self.kind.get()),
            flags: Cell::new(self.flags.get() | IN_WORKER),
            identity: Cell::new(self.identity.get()),
            prototype: Cell::new(self.prototype.get()),
            payload: Cell::new(Payload::None),
            table: Table::new(),
        }
    }

    /// Leaves the forwarding address.
    pub(crate) fn forward_to(&self, target: &'h Header<'h>) {
        self.kind.set(Kind::Forwarded);
        self.payload.set(Payload::Forwarded(target));
    }

    /// Where the object moved to.
    pub(crate) fn forwarding(&self) -> Option<&'h Header<'h>> {
        match self.payload.get() {
            Payload::Forwarded(target) => Some(target),
            _ => None,
        }
    }

    pub(crate) fn is_in_worker(&self) -> bool {
        self.has(IN_WORKER)
    }

    pub(crate) fn prototype_cell(&self) -> &Cell<Prototype<'h>> {
        &self.prototype
    }
}

impl<'h> Cx<'h> {
    /// A new ordinary object with these properties, in this order; a later equal key overwrites.
    pub fn object<K: Into<PropertyKey<'h>>, const N: usize>(self, properties: [(K, Value<'h>); N]) -> Object<'h> {
        let object = Object::with_capacity(self, N);
        for (key, value) in properties {
            object.define_own_data(self, key.into(), value, Attributes::ALL);
        }
        object
    }
}

/// Kind and address: the contents of an object may be cyclic.
impl fmt::Debug for Object<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}@{:p}", self.kind(), self.resolve().0)
    }
}

/// Whether a string is a key that V8 and we treat as an array index: canonical decimal below 2^32 - 1.
pub(crate) fn array_index(bytes: &[u8]) -> Option<u32> {
    match bytes {
        [b'0'] => Some(0),
        [b'1'..=b'9', rest @ ..] if rest.len() < 10 => {
            let mut index = u64::from(bytes[0] - b'0');
            for &byte in rest {
                if !byte.is_ascii_digit() {
                    return None;
                }
                index = index * 10 + u64::from(byte - b'0');
            }
            (index < u64::from(u32::MAX)).then_some(index as u32)
        }
        _ => None,
    }
}

impl<'h> From<JsStr<'h>> for PropertyKey<'h> {
    #[inline]
    fn from(text: JsStr<'h>) -> Self {
        match array_index(text.as_bytes()) {
            Some(index) => PropertyKey::Index(index),
            None => PropertyKey::String(text),
        }
    }
}

#[cfg(test)]
mod tests;
