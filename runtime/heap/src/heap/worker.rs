//! The heap of one worker: everything that outlives a turn.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::marker::PhantomData;

use crate::arena::Arena;
use crate::{Cx, Object, Value, hash};

thread_local! {
    static EXISTS: Cell<bool> = const { Cell::new(false) };
}

/// A plugin instance of a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct InstanceId(u32);

impl InstanceId {
    /// No instance: code of the host is running.
    pub const NONE: InstanceId = InstanceId(u32::MAX);

    /// The number of the instance, counted from zero in the order they were made.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A place in the worker heap that the host holds on to. `Copy`; give it back with [`Cx::release`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Root(u32);

/// A value whose memory belongs to the worker heap. The lifetime says nothing: it is valid as long as the heap is neither collected
/// nor dropped, which both need `&mut`.
pub(super) type Kept = Value<'static>;

/// What a plugin instance keeps.
#[derive(Default)]
pub(super) struct Instance {
    /// Module-level variables; `None` before they are initialized.
    pub(super) bindings: Vec<Option<Kept>>,
    /// The global object of sloppy code, once somebody has asked for it.
    pub(super) global: Option<Kept>,
    /// Objects that exist once per instance, by number: prototypes and builtin functions used as values, for instance.
    pub(super) intrinsics: Intrinsics,
}

/// Objects by number. Most programs ask for few.
pub(super) type Intrinsics = BTreeMap<u32, Kept>;

/// Memory of one worker, shared by its plugin instances. There is one per thread.
pub struct WorkerHeap {
    arena: Arena,
    pub(super) roots: RefCell<Vec<Kept>>,
    free_roots: RefCell<Vec<u32>>,
    pub(super) instances: RefCell<Vec<Instance>>,
    /// The intrinsics of the host itself.
    pub(super) intrinsics: RefCell<Intrinsics>,
    /// A bit for each intrinsic with a number below 512 that some instance has.
    existing: [Cell<u64>; 8],
    identities: Cell<u32>,
    /// How many symbols were made.
    symbols: Cell<u64>,
    /// How many turns have begun.
    turns: Cell<u64>,
    /// Bytes in use after the last collection.
    pub(super) live: usize,
    /// Values are not `Send`, and neither is what they live in.
    not_send: PhantomData<*const ()>,
}

impl WorkerHeap {
    /// The heap of this thread.
    ///
    /// # Panics
    /// If this thread has one already: values carry no mark of the heap they belong to.
    #[expect(clippy::new_without_default, reason = "there is one per thread")]
    pub fn new() -> WorkerHeap {
        assert!(!EXISTS.replace(true), "one worker heap per thread");
        hash::choose_seed();
        WorkerHeap {
            arena: Arena::new(),
            roots: RefCell::default(),
            free_roots: RefCell::default(),
            instances: RefCell::default(),
            intrinsics: RefCell::default(),
            existing: Default::default(),
            identities: Cell::new(0),
            symbols: Cell::new(0),
            turns: Cell::new(0),
            live: 0,
            not_send: PhantomData,
        }
    }

    #[inline(always)]
    pub(crate) fn arena(&self) -> &Arena {
        &self.arena
    }

    pub(super) fn replace_arena(&mut self, arena: Arena) {
        self.arena = arena;
    }

    /// Bytes in use, garbage included.
    pub fn used(&self) -> usize {
        self.arena.used()
    }

    /// Lets the heap grow by so many bytes before the running turn is ended.
    pub(crate) fn allow_growth(&self, bytes: usize) {
        self.arena.set_limit(self.arena.used().saturating_add(bytes));
    }

    pub(crate) fn next_identity(&self) -> u32 {
        // Wrapping around costs some hash quality, nothing else; zero means "none yet".
        let identity = self.identities.get().wrapping_add(1).max(1);
        self.identities.set(identity);
        identity
    }

    pub(crate) fn next_turn(&self) -> u64 {
        self.turns.set(self.turns.get() + 1);
        self.turns.get()
    }

    pub(crate) fn next_symbol(&self) -> u64 {
        self.symbols.replace(self.symbols.get() + 1)
    }

    /// Registers a plugin instance with that many module-level variables.
    pub fn add_instance(&self, bindings: usize) -> InstanceId {
        let mut instances = self.instances.borrow_mut();
        let id = u32::try_from(instances.len()).expect("fewer than four billion instances");
        instances.push(Instance { bindings: vec![None; bindings], ..Instance::default() });
        InstanceId(id)
    }

    /// Forgets the module-level variables and the global object of an instance. Its number is not used again.
    pub fn remove_instance(&self, instance: InstanceId) {
        if let Some(instance) = self.instances.borrow_mut().get_mut(instance.index()) {
            *instance = Instance::default();
        }
    }

    pub(crate) fn module_slot<'h>(&'h self, instance: InstanceId, slot: u32) -> Option<Value<'h>> {
        let kept = *self.instances.borrow().get(instance.index())?.bindings.get(slot as usize)?;
        // SAFETY: see `revive`.
        kept.map(|kept| unsafe { revive(kept) })
    }

    /// `value` must have been promoted.
    pub(crate) fn set_module_slot(&self, instance: InstanceId, slot: u32, value: Value<'_>) {
        let mut instances = self.instances.borrow_mut();
        let bindings =
            &mut instances.get_mut(instance.index()).expect("module code runs as part of an instance").bindings;
        // SAFETY: see `keep`.
        bindings[slot as usize] = Some(unsafe { keep(value) });
    }
}

impl Drop for WorkerHeap {
    fn drop(&mut self) {
        EXISTS.set(false);
    }
}

/// Forgets the lifetime of a value that was promoted.
///
/// # Safety
/// The value must refer to the worker heap of this thread, and be kept where a collection finds it.
pub(super) unsafe fn keep(value: Value<'_>) -> Kept {
    // SAFETY: only the lifetime changes, and the layout does not depend on it. The caller vouches that the memory is the worker
    // heap's, which outlives whatever this heap keeps; `revive` puts an honest lifetime back.
    unsafe { std::mem::transmute::<Value<'_>, Kept>(value) }
}

/// The value under the lifetime of a borrow of the worker heap.
///
/// # Safety
/// `'h` must be (at most) a shared borrow of the worker heap that keeps the value.
pub(super) unsafe fn revive<'h>(kept: Kept) -> Value<'h> {
    // SAFETY: only the lifetime changes. During a shared borrow the heap is neither collected nor dropped, so the memory stays.
    // Everything reachable from a kept value lives in the worker heap or in static data (`Object::admit`), so it is valid for `'h`
    // as well.
    unsafe { std::mem::transmute::<Kept, Value<'h>>(kept) }
}

impl<'h> Cx<'h> {
    /// Keeps a value beyond the turn. It is promoted to the worker heap.
    pub fn root(self, value: Value<'h>) -> Root {
        // SAFETY: just promoted, and `roots` is traced by the collector.
        let kept = unsafe { keep(self.promote(value)) };
        let mut roots = self.worker().roots.borrow_mut();
        match self.worker().free_roots.borrow_mut().pop() {
            Some(free) => {
                roots[free as usize] = kept;
                Root(free)
            }
            None => {
                roots.push(kept);
                Root(u32::try_from(roots.len() - 1).expect("fewer than four billion roots"))
            }
        }
    }

    /// The value of a root.
    #[inline]
    pub fn get_root(self, root: Root) -> Value<'h> {
        // SAFETY: `'h` is within a shared borrow of the worker heap (`Turn::new`).
        unsafe { revive(self.worker().roots.borrow()[root.0 as usize]) }
    }

    /// Makes a root keep another value.
    pub fn set_root(self, root: Root, value: Value<'h>) {
        // SAFETY: as in `root`.
        self.worker().roots.borrow_mut()[root.0 as usize] = unsafe { keep(self.promote(value)) };
    }

    /// Gives a root back. Its number will be used again, so it must not be used after this.
    pub fn release(self, root: Root) {
        self.worker().roots.borrow_mut()[root.0 as usize] = Value::Undefined;
        self.worker().free_roots.borrow_mut().push(root.0);
    }

    /// The object with this number that exists once per instance, if the running instance has it.
    pub fn intrinsic(self, number: u32) -> Option<Object<'h>> {
        if !self.some_instance_has(number) {
            return None;
        }
        let worker = self.worker();
        let kept = match worker.instances.borrow().get(self.instance().index()) {
            Some(instance) => instance.intrinsics.get(&number).copied(),
            None => worker.intrinsics.borrow().get(&number).copied(),
        };
        // SAFETY: as in `get_root`.
        unsafe { revive(kept?) }.as_object()
    }

    /// Whether the running instance has the object with this number.
    #[inline]
    pub fn has_intrinsic(self, number: u32) -> bool {
        self.some_instance_has(number) && self.intrinsic(number).is_some()
    }

    #[inline]
    fn some_instance_has(self, number: u32) -> bool {
        self.worker().existing.get(number as usize / 64).is_none_or(|bits| bits.get() >> (number % 64) & 1 != 0)
    }

    /// Makes an object the one with this number for the life of the running instance; gives the object back, promoted.
    pub fn set_intrinsic(self, number: u32, object: Object<'h>) -> Object<'h> {
        let value = self.promote(object.into());
        let worker = self.worker();
        // SAFETY: just promoted, and the intrinsics are traced by the collector.
        let kept = unsafe { keep(value) };
        match worker.instances.borrow_mut().get_mut(self.instance().index()) {
            Some(instance) => instance.intrinsics.insert(number, kept),
            None => worker.intrinsics.borrow_mut().insert(number, kept),
        };
        if let Some(bits) = worker.existing.get(number as usize / 64) {
            bits.set(bits.get() | 1 << (number % 64));
        }
        object.resolve()
    }

    /// The global object of the running instance: what sloppy code means by `this` and where undeclared names are assigned.
    ///
    /// # Panics
    /// If no instance is running.
    pub fn global_object(self) -> Object<'h> {
        let index = self.instance().index();
        let known = self.worker().instances.borrow().get(index).expect("an instance is running").global;
        if let Some(kept) = known
            // SAFETY: as in `get_root`.
            && let Value::Object(object) = unsafe { revive(kept) }
        {
            return object;
        }
        let object = Object::new(self, crate::Kind::Global, crate::object::Payload::None);
        // SAFETY: promoted, and the collector traces `global`.
        let kept = unsafe { keep(self.promote(object.into())) };
        self.worker().instances.borrow_mut()[index].global = Some(kept);
        object.resolve()
    }
}
