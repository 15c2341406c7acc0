//! What a plugin's host offers: traits here, implementations in `prickle-io`, fakes for tests.
//!
//! All of them are used from one thread. Asynchronous services return a [`Task`]; a service that can answer at once
//! returns a future that is ready, and nothing is suspended.

mod clock;
mod effects;
mod log;
mod random;
mod storage;

use std::future::Future;
use std::pin::Pin;

pub use clock::{Clock, FixedClock};
pub use effects::{Effects, Failure, LogRecord};
pub use log::{Level, LogEntry, LogSink};
pub use random::Random;
pub use storage::{MemoryStorage, Storage, StorageError};

pub use crate::date_time::Zone;
pub use crate::turn::console;

/// The answer of an asynchronous host service.
pub type Task<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// The services of a worker's host.
pub struct Services {
    /// Where `Date.now()` and `new Date()` look.
    pub clock: Box<dyn Clock>,
    /// The local time zone.
    pub zone: Zone,
    /// Where console entries go that are not recorded in a trace.
    pub log: Box<dyn LogSink>,
    /// What `Math.random()` draws from.
    pub random: Random,
    /// What `meta.storage` keeps its values in.
    pub storage: Box<dyn Storage>,
}

/// The number of the next UUID of a run in which they are counted.
pub(crate) fn counted_uuid(cx: prickle_heap::Cx<'_>) -> Option<u64> {
    crate::turn::turn_state(cx).services().random.next_uuid()
}

/// The next number of the run's generator.
pub(crate) fn random(cx: prickle_heap::Cx<'_>) -> f64 {
    crate::turn::turn_state(cx).services().random.next_f64()
}
