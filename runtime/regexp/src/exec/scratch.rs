//! The memory of a match, used again for the next.

/// A register that is undefined.
pub(super) const UNSET: u32 = u32::MAX;

/// Where to go on when matching fails, or what to undo on the way there.
#[derive(Clone, Copy, Debug)]
pub(super) enum Frame {
    /// Go on there.
    Branch { pc: u32, at: u32 },
    /// The register had that value.
    Restore { register: u32, value: u32 },
    /// A greedy run that began with `low` as the least it may take, and has come back to `high`.
    Run { pc: u32, low: u32, high: u32 },
    /// A lazy run that has come to `at` and may take that many more.
    LazyRun { pc: u32, at: u32, left: u32 },
    /// The body of a lookaround began there.
    Look { at: u32, after: u32, negative: bool },
}

/// More frames than this and V8's stack would have overflowed as well.
pub(super) const MAX_FRAMES: usize = 4 << 20;

/// What stays allocated between matches.
const KEPT_FRAMES: usize = 64 << 10;

/// Memory that matching needs; one for all patterns of a thread.
#[derive(Debug, Default)]
pub struct Scratch {
    pub(super) stack: Vec<Frame>,
    pub(super) registers: Vec<u32>,
    pub(crate) groups: usize,
}

impl Scratch {
    /// Memory for matching.
    pub fn new() -> Scratch {
        Scratch::default()
    }

    /// Begin and end of a group of the last match, in bytes.
    #[inline]
    pub fn group(&self, index: usize) -> Option<(usize, usize)> {
        if index >= self.groups {
            return None;
        }
        match (self.registers[index * 2], self.registers[index * 2 + 1]) {
            (UNSET, _) | (_, UNSET) => None,
            (start, end) => Some((start as usize, end as usize)),
        }
    }

    pub(super) fn release(&mut self) {
        self.stack.clear();
        if self.stack.capacity() > KEPT_FRAMES {
            self.stack.shrink_to(KEPT_FRAMES);
        }
    }
}
