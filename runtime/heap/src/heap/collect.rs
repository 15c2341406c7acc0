//! The copying collector of the worker heap. It takes `&mut`: no turn can be running.

use super::copy::{Copier, Scratch};
use super::worker::{Kept, WorkerHeap, keep, revive};
use crate::arena::Arena;

/// Below this size a collection is not worth its time.
const SMALL_HEAP: usize = 1 << 20;

impl WorkerHeap {
    /// Whether the heap has doubled since the last collection.
    pub fn wants_collection(&self) -> bool {
        self.used() > (self.live * 2).max(SMALL_HEAP)
    }

    /// Copies what the roots reach and frees the rest.
    pub fn collect(&mut self) {
        let arena = Arena::new();
        let mut scratch = Scratch::new();
        {
            let mut copier = Copier::new(&arena, &mut scratch, true);
            let mut move_kept = |kept: &mut Kept| {
                // SAFETY: the value is only read during this block, while the old arena is still in place; what comes back lives in
                // the new arena, which takes the old one's place below.
                *kept = unsafe { keep(copier.copy(revive(*kept))) };
            };
            self.roots.get_mut().iter_mut().for_each(&mut move_kept);
            for instance in self.instances.get_mut() {
                instance.bindings.iter_mut().flatten().for_each(&mut move_kept);
                instance.global.as_mut().map(&mut move_kept);
                instance.intrinsics.values_mut().for_each(&mut move_kept);
            }
            self.intrinsics.get_mut().values_mut().for_each(&mut move_kept);
            copier.copy_weak();
        }
        self.replace_arena(arena);
        self.live = self.used();
    }
}
