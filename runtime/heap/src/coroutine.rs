//! Code of a plugin that waits in the middle of a function: the bodies of generators and async functions, and of what the host does for them.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use crate::{Cx, JsResult};

/// The body of a function that has been started, up to where it waits.
type Body<'h> = Pin<Box<dyn Future<Output = JsResult<'h>> + 'h>>;

/// A body whose lifetime is the turn in which it was put in: see [`Coroutines`].
type KeptBody = Body<'static>;

/// A suspended function of the running turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CoroutineId {
    /// Where it is.
    pub index: u32,
    /// The turn that it belongs to.
    pub turn: u64,
}

/// The suspended functions of an event heap. All belong to one turn, since the heap lends itself to one turn at a time:
/// [`Coroutines::forget`] runs before the next one begins.
#[derive(Default)]
pub(crate) struct Coroutines {
    /// `None` while the body runs, and after its end.
    bodies: RefCell<Vec<Option<KeptBody>>>,
}

impl Coroutines {
    /// Ends a turn that has not called [`Cx::abandon_coroutines`]. What is left may refer to a turn that is gone, so it is not even
    /// dropped.
    pub(crate) fn forget(&mut self) {
        self.bodies.get_mut().drain(..).for_each(std::mem::forget);
    }
}

impl Drop for Coroutines {
    fn drop(&mut self) {
        self.forget();
    }
}

impl<'h> Cx<'h> {
    /// Keeps the body of a function until its end or that of the turn. Nothing of it runs yet.
    pub fn add_coroutine(self, body: impl Future<Output = JsResult<'h>> + 'h) -> CoroutineId {
        let body: Body<'h> = Box::pin(body);
        // SAFETY: only the lifetime changes. Bodies come out again through a `Cx` of the same event heap. This is lent, exclusively,
        // to the turn of `'h`, and before the next turn begins `forget` removes them without running any code: so whoever
        // polls or drops one does it during `'h`.
        let body = unsafe { std::mem::transmute::<Body<'h>, KeptBody>(body) };
        let mut bodies = self.event_heap().coroutines().bodies.borrow_mut();
        bodies.push(Some(body));
        CoroutineId { index: (bodies.len() - 1) as u32, turn: self.turn_number() }
    }

    /// Lets a body go on until it waits again or ends. `None` if it runs already, has ended, or belongs to another turn.
    pub fn resume_coroutine(self, id: CoroutineId) -> Option<Poll<JsResult<'h>>> {
        // Nobody but its caller wakes it.
        self.poll_coroutine(id, &mut Context::from_waker(Waker::noop()))
    }

    /// As [`Cx::resume_coroutine`], for what the host wakes.
    pub fn poll_coroutine(self, id: CoroutineId, context: &mut Context<'_>) -> Option<Poll<JsResult<'h>>> {
        let mut body = self.take_body(id)?;
        let step = body.as_mut().poll(context);
        if step.is_pending() {
            // SAFETY: as in `add_coroutine`.
            let body = unsafe { std::mem::transmute::<Body<'h>, KeptBody>(body) };
            if let Some(place) = self.event_heap().coroutines().bodies.borrow_mut().get_mut(id.index as usize) {
                *place = Some(body);
            }
        }
        Some(step)
    }

    /// Drops a body without running it.
    pub fn drop_coroutine(self, id: CoroutineId) {
        drop(self.take_body(id));
    }

    fn take_body(self, id: CoroutineId) -> Option<Body<'h>> {
        if id.turn != self.turn_number() {
            return None;
        }
        let body = self.event_heap().coroutines().bodies.borrow_mut().get_mut(id.index as usize)?.take()?;
        // SAFETY: as in `add_coroutine`; the turn is the one that put it in.
        Some(unsafe { std::mem::transmute::<KeptBody, Body<'h>>(body) })
    }

    /// Drops all bodies: the turn is over, and nothing resumes them any more.
    pub fn abandon_coroutines(self) {
        let count = self.event_heap().coroutines().bodies.borrow().len();
        for index in 0..count {
            // One after the other, and outside of the borrow: dropping may run code.
            drop(self.take_body(CoroutineId { index: index as u32, turn: self.turn_number() }));
        }
        self.event_heap().coroutines().bodies.borrow_mut().clear();
    }

    /// Whether anything waits.
    pub fn has_coroutines(self) -> bool {
        !self.event_heap().coroutines().bodies.borrow().is_empty()
    }
}
