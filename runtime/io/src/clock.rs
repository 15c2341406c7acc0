//! The machine's clock.

use std::time::{SystemTime, UNIX_EPOCH};

use prickle_runtime::host::Clock;

/// Reads the system's time.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> f64 {
        let milliseconds = match SystemTime::now().duration_since(UNIX_EPOCH) {
            Ok(since) => since.as_millis() as f64,
            Err(before) => -(before.duration().as_millis() as f64),
        };
        milliseconds.trunc()
    }
}
