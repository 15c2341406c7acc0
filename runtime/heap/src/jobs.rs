//! What a turn has still to do: the queue of jobs (ECMA-262 §9.5), and what waits for the host.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use crate::{Cx, Object};

/// The jobs of a turn. Each is a record, whose slots say what there is to do; they mean nothing to this crate.
#[derive(Default)]
pub(crate) struct Jobs<'h> {
    queue: RefCell<VecDeque<Object<'h>>>,
    waiting: RefCell<Vec<Object<'h>>>,
    running: Cell<Option<Object<'h>>>,
}

impl<'h> Cx<'h> {
    /// HostEnqueuePromiseJob (ECMA-262 §9.5.5): the job runs when those before it have run, and no other code does.
    pub fn enqueue_job(self, job: Object<'h>) {
        self.jobs().queue.borrow_mut().push_back(job);
    }

    /// Takes the next job out of the queue.
    pub fn next_job(self) -> Option<Object<'h>> {
        self.jobs().queue.borrow_mut().pop_front()
    }

    /// Whether a job is in the queue.
    #[inline]
    pub fn has_jobs(self) -> bool {
        !self.jobs().queue.borrow().is_empty()
    }

    /// Forgets what there is to do: the plugin's turn has been ended.
    pub fn clear_jobs(self) {
        self.jobs().queue.borrow_mut().clear();
        self.jobs().waiting.borrow_mut().clear();
    }

    /// Keeps the record of something that waits for the host.
    pub fn add_waiting(self, record: Object<'h>) {
        self.jobs().waiting.borrow_mut().push(record);
    }

    /// Takes the records of everything that waits for the host, in the order in which it began.
    pub fn take_waiting(self) -> Vec<Object<'h>> {
        self.jobs().waiting.take()
    }

    /// Whether something waits for the host.
    #[inline]
    pub fn has_waiting(self) -> bool {
        !self.jobs().waiting.borrow().is_empty()
    }

    /// The record of the suspended function whose code runs.
    pub fn running(self) -> Option<Object<'h>> {
        self.jobs().running.get()
    }

    /// Says whose code runs from here on; whose code ran before.
    pub fn set_running(self, record: Option<Object<'h>>) -> Option<Object<'h>> {
        self.jobs().running.replace(record)
    }
}
