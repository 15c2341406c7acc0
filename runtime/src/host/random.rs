//! The generator behind `Math.random()`, and the UUIDs of comparable runs.

use std::cell::Cell;

/// mulberry32: small, seedable with one number and easy to reproduce in JavaScript, which is what comparing runs needs.
/// One generator serves all plugins of a run.
#[derive(Debug)]
pub struct Random {
    state: Cell<u32>,
    /// How many UUIDs were handed out, where they are counted and not random.
    uuids: Option<Cell<u64>>,
}

impl Random {
    /// The generator for `--seed`.
    #[must_use]
    pub fn new(seed: u32) -> Self {
        Random { state: Cell::new(seed), uuids: Some(Cell::new(0)) }
    }

    /// A generator that begins at `seed`, for runs in which UUIDs are random.
    #[must_use]
    pub fn unrepeatable(seed: u32) -> Self {
        Random { state: Cell::new(seed), uuids: None }
    }

    /// The number of the next UUID, counted from 1, where they are counted.
    pub fn next_uuid(&self) -> Option<u64> {
        let uuids = self.uuids.as_ref()?;
        uuids.set(uuids.get() + 1);
        Some(uuids.get())
    }

    /// The next number, at least 0 and less than 1.
    pub fn next_f64(&self) -> f64 {
        let state = self.state.get().wrapping_add(0x6D2B_79F5);
        self.state.set(state);
        let mut mixed = (state ^ (state >> 15)).wrapping_mul(state | 1);
        mixed ^= mixed.wrapping_add((mixed ^ (mixed >> 7)).wrapping_mul(mixed | 61));
        f64::from(mixed ^ (mixed >> 14)) / 4_294_967_296.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expected: `mulberry32(1)` under Node, the usual JavaScript form of the generator.
    #[test]
    fn draws_what_the_javascript_form_draws() {
        let random = Random::new(1);
        assert_eq!(
            [random.next_f64(), random.next_f64(), random.next_f64()],
            [0.6270739405881613, 0.002735721180215478, 0.5274470399599522]
        );
    }
}
