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
#[derive(Debug)]
pub struct Scratch {
    pub(super) stack: Vec<Frame>,
    pub(super) registers: Vec<u32>,
    pub(crate) groups: usize,
    pub(super) memory: Memory,
    /// Steps that backtracking may take before the linear engine is asked.
    pub(super) patience: u32,
}

impl Default for Scratch {
    fn default() -> Scratch {
        Scratch::with_patience(PATIENCE)
    }
}

/// Steps after which most patterns never are, on a text of no great length.
const PATIENCE: u32 = 50_000;

/// What the linear engine remembers: the states that it has been in.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// One bit for each kind of state and position.
    seen: Vec<u64>,
    /// The bits set in the bodies of lookarounds.
    journal: Vec<u32>,
    positions: usize,
}

/// Bits that may be needed: 8 MB.
const MOST_BITS: usize = 1 << 26;

/// What stays allocated between matches.
const KEPT_WORDS: usize = 1 << 16;

impl Memory {
    /// Forgets everything, and makes room for so many kinds of states in a text of that length; `None` if it would be too much.
    pub(super) fn prepare(&mut self, states: usize, length: usize) -> Option<usize> {
        let bits = states.checked_mul(length + 1).filter(|bits| *bits <= MOST_BITS)?;
        self.positions = length + 1;
        self.journal.clear();
        self.seen.clear();
        self.seen.resize(bits / 64 + 1, 0);
        Some(bits)
    }

    /// Whether this is the first time in that state.
    pub(super) fn is_new(&mut self, state: u32, at: usize, in_look: bool) -> bool {
        let bit = state as usize * self.positions + at;
        let (word, mask) = (&mut self.seen[bit / 64], 1 << (bit % 64));
        let is_new = *word & mask == 0;
        *word |= mask;
        if is_new && in_look {
            self.journal.push(bit as u32);
        }
        is_new
    }

    /// How much the bodies of lookarounds have set.
    pub(super) fn mark(&self) -> u32 {
        self.journal.len() as u32
    }

    /// Forgets what was set since then.
    pub(super) fn forget(&mut self, mark: u32) {
        for bit in self.journal.drain((mark as usize).min(self.journal.len())..) {
            self.seen[bit as usize / 64] &= !(1 << (bit % 64));
        }
    }

    fn release(&mut self) {
        self.seen.clear();
        self.seen.shrink_to(KEPT_WORDS);
        self.journal.clear();
        self.journal.shrink_to(KEPT_WORDS);
    }
}

impl Scratch {
    /// Memory for matching.
    pub fn new() -> Scratch {
        Scratch::default()
    }

    /// Memory for matching by a matcher that turns to the linear engine after so many steps; with none at all, at once.
    pub fn with_patience(patience: u32) -> Scratch {
        Scratch { stack: Vec::new(), registers: Vec::new(), groups: 0, memory: Memory::default(), patience }
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
        if !self.memory.seen.is_empty() {
            self.memory.release();
        }
    }
}
