//! Wall-clock time.

/// A source of the current time.
pub trait Clock {
    /// Milliseconds since 1970-01-01T00:00:00Z, a whole number as `Date.now()` returns it.
    fn now(&self) -> f64;
}

/// A clock that stands still (`--clock`).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FixedClock(pub f64);

impl Clock for FixedClock {
    fn now(&self) -> f64 {
        self.0
    }
}
