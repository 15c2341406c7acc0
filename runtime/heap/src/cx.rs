//! The running turn.

use std::any::Any;
use std::cell::Cell;
use std::marker::PhantomData;

use crate::arena::Arena;
use crate::guard::{FUEL, Guard, Limits};
use crate::jobs::Jobs;
use crate::json::Source;
use crate::string::Utf16Cursor;
use crate::{EventHeap, InstanceId, JsStr, Value, WorkerHeap};

/// One turn: what a hook needs while it runs, made anew for every event. It borrows the event heap exclusively, so that no other
/// turn can use it, and the worker heap shared with other events in flight.
///
/// A turn can be a local of an `async fn` and stay there across awaits; take [`Turn::cx`] once and pass it around.
pub struct Turn<'h> {
    event: &'h EventHeap,
    worker: &'h WorkerHeap,
    embedder: &'h dyn Any,
    guard: Guard,
    utf16_cursor: Cell<Utf16Cursor>,
    /// The JSON text that properties may stand in place in.
    source: Cell<Source<'h>>,
    jobs: Jobs<'h>,
    /// Unlike that of any other turn of the worker.
    number: u64,
    /// `'h` must neither grow nor shrink: values are stored under it and read back under it.
    invariant: PhantomData<Cell<&'h ()>>,
}

impl<'h> Turn<'h> {
    /// Starts a turn. What the event heap held before is forgotten. `embedder` is state of whoever runs plugins; builtins get it
    /// back from [`Cx::embedder`].
    pub fn new(worker: &'h WorkerHeap, event: &'h mut EventHeap, embedder: &'h dyn Any, limits: Limits) -> Turn<'h> {
        event.reset(limits.memory);
        event.arena().fuel().set(FUEL);
        worker.allow_growth(limits.memory);
        Turn {
            event,
            worker,
            embedder,
            guard: Guard::new(limits),
            utf16_cursor: Cell::new(Utf16Cursor::NONE),
            source: Cell::new(Source::NONE),
            jobs: Jobs::default(),
            number: worker.next_turn(),
            invariant: PhantomData,
        }
    }

    /// The handle that everything takes.
    #[inline]
    pub fn cx(&'h self) -> Cx<'h> {
        Cx { turn: self, instance: InstanceId::NONE }
    }
}

/// A handle to the running turn: `Copy`, first argument of everything.
#[derive(Clone, Copy)]
pub struct Cx<'h> {
    turn: &'h Turn<'h>,
    /// Part of the handle and not of the turn, so that suspended code goes on as part of its own instance.
    instance: InstanceId,
}

impl<'h> Cx<'h> {
    #[inline(always)]
    pub(crate) fn event_arena(self) -> &'h Arena {
        self.turn.event.arena()
    }

    #[inline(always)]
    pub(crate) fn event_heap(self) -> &'h EventHeap {
        self.turn.event
    }

    #[inline(always)]
    pub(crate) fn worker_arena(self) -> &'h Arena {
        self.turn.worker.arena()
    }

    #[inline(always)]
    pub(crate) fn worker(self) -> &'h WorkerHeap {
        self.turn.worker
    }

    #[inline(always)]
    pub(crate) fn guard(self) -> &'h Guard {
        &self.turn.guard
    }

    #[inline(always)]
    pub(crate) fn utf16_cursor(self) -> &'h Cell<Utf16Cursor> {
        &self.turn.utf16_cursor
    }

    /// The JSON text of the event.
    #[inline]
    pub(crate) fn source(self) -> Source<'h> {
        self.turn.source.get()
    }

    #[inline]
    pub(crate) fn set_source(self, source: Source<'h>) {
        self.turn.source.set(source);
    }

    #[inline]
    pub(crate) fn turn_number(self) -> u64 {
        self.turn.number
    }

    #[inline(always)]
    pub(crate) fn jobs(self) -> &'h Jobs<'h> {
        &self.turn.jobs
    }

    pub(crate) fn next_identity(self) -> u32 {
        self.turn.worker.next_identity()
    }

    /// The state of whoever runs plugins, if it is of this type.
    #[inline]
    pub fn embedder<T: Any>(self) -> Option<&'h T> {
        self.turn.embedder.downcast_ref()
    }

    /// The plugin instance whose code is running.
    #[inline]
    pub fn instance(self) -> InstanceId {
        self.instance
    }

    /// The same turn, for the code of another instance.
    #[inline]
    pub fn with_instance(self, instance: InstanceId) -> Cx<'h> {
        Cx { instance, ..self }
    }

    /// A module-level variable of the running instance; `None` before it is initialized.
    #[inline]
    pub(crate) fn module_slot(self, slot: u32) -> Option<Value<'h>> {
        self.turn.worker.module_slot(self.instance(), slot)
    }

    pub(crate) fn set_module_slot(self, slot: u32, value: Value<'h>) {
        let value = self.promote(value);
        self.turn.worker.set_module_slot(self.instance(), slot, value);
    }

    /// A key in a form that an object may keep: in the worker heap if the object is there.
    #[inline]
    pub(crate) fn key_text(self, text: JsStr<'h>, for_worker: bool) -> JsStr<'h> {
        if for_worker { self.promote_string(text) } else { text }
    }

    /// Gives the running turn a fresh allowance of memory, as every hook call gets one.
    pub fn renew_limits(self) {
        let memory = self.guard().limits().memory;
        self.event_arena().set_limit(self.event_arena().used().saturating_add(memory));
        self.worker().allow_growth(memory);
        self.refill();
    }

    /// Bytes that this event has used so far.
    pub fn memory_used(self) -> usize {
        self.event_arena().used()
    }
}
