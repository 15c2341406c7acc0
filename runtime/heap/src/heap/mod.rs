//! The two heaps: one per event in flight, one per worker.

mod collect;
mod copy;
mod event;
mod worker;

pub use event::EventHeap;
pub use worker::{InstanceId, Root, WorkerHeap};

#[cfg(test)]
mod tests;
