//! The heap of one event in flight.

use std::cell::{Cell, RefCell};

use super::copy::Scratch;
use crate::arena::Arena;
use crate::coroutine::Coroutines;
use crate::json::ScratchCell;

/// Memory of one event in flight. Reuse it for the next one: it keeps what it got from the operating system, so that the steady
/// state allocates nothing.
pub struct EventHeap {
    arena: Arena,
    scratch: RefCell<Scratch>,
    parse_scratch: ScratchCell,
    coroutines: Coroutines,
}

impl EventHeap {
    /// An empty heap.
    #[expect(clippy::new_without_default, reason = "a heap is a place, not a value")]
    pub fn new() -> EventHeap {
        EventHeap {
            arena: Arena::new(),
            scratch: RefCell::new(Scratch::new()),
            parse_scratch: Cell::default(),
            coroutines: Coroutines::default(),
        }
    }

    /// Forgets everything; `memory` bytes may be used from now on.
    pub(crate) fn reset(&mut self, memory: usize) {
        self.coroutines.forget();
        self.arena.reset();
        self.arena.set_limit(memory);
        self.scratch.get_mut().clear();
    }

    #[inline(always)]
    pub(crate) fn arena(&self) -> &Arena {
        &self.arena
    }

    pub(crate) fn coroutines(&self) -> &Coroutines {
        &self.coroutines
    }

    pub(super) fn scratch(&self) -> &RefCell<Scratch> {
        &self.scratch
    }

    pub(crate) fn parse_scratch(&self) -> &ScratchCell {
        &self.parse_scratch
    }

    /// Memory held from the operating system.
    pub fn reserved(&self) -> usize {
        self.arena.reserved()
    }
}
