//! The guard of `for of` and `for in` loops, as part of what they iterate.

use prickle_heap::{Cx, JsResult, JsStr, LoopGuard, Value};

use super::{ForInKeys, Iteration};

/// An iterator whose every step is a checkpoint of the loop at a place of the source.
pub struct Guarded<'h, I> {
    cx: Cx<'h>,
    guard: LoopGuard,
    items: I,
}

impl<'h> Iteration<'h> {
    /// The items for the loop whose keyword stands at this line (from 1) and column (from 0).
    #[inline]
    pub fn guarded(self, cx: Cx<'h>, line: u32, column: u32) -> Guarded<'h, Self> {
        Guarded { cx, guard: cx.loop_guard(line, column), items: self }
    }
}

impl<'h> Guarded<'h, Iteration<'h>> {
    /// IteratorClose (ECMA-262 §7.4.11): the loop is left before the end of what it iterates, and not by an exception.
    #[inline]
    pub fn close(&mut self, cx: Cx<'h>) -> JsResult<'h, ()> {
        self.items.close(cx)
    }
}

impl<'h> ForInKeys<'h> {
    /// The keys for the loop whose keyword stands at this line (from 1) and column (from 0).
    pub fn guarded(self, cx: Cx<'h>, line: u32, column: u32) -> Guarded<'h, Self> {
        Guarded { cx, guard: cx.loop_guard(line, column), items: self }
    }
}

impl<'h> Iterator for Guarded<'h, Iteration<'h>> {
    type Item = JsResult<'h, Value<'h>>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let item = self.items.next()?;
        match self.guard.check(self.cx) {
            Ok(()) => Some(item),
            Err(thrown) => Some(Err(thrown)),
        }
    }
}

impl<'h> Iterator for Guarded<'h, ForInKeys<'h>> {
    type Item = JsResult<'h, JsStr<'h>>;

    fn next(&mut self) -> Option<Self::Item> {
        let key = self.items.next()?;
        Some(self.guard.check(self.cx).map(|()| key))
    }
}
