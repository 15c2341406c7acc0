//! What a pattern is compiled to: instructions for the matcher.

use crate::charset::{CharSet, LAST};
use crate::search::{Prefilter, Skip};

/// An address in [`Program::code`].
pub(crate) type Address = u32;

/// No guard.
pub(crate) const UNGUARDED: u32 = u32::MAX;

#[derive(Clone, Copy, Debug)]
pub(crate) enum Op {
    Match,
    /// Where no alternative is left.
    Fail,
    Jump(Address),
    /// Of programs for the linear engine, before what chooses: fails where matching has been in this state before.
    Choice {
        choice: u32,
    },
    /// Goes on at `first`, and at `second` if that fails. A guard says which next bytes are possible there at all.
    Split {
        first: Address,
        second: Address,
        first_guard: u32,
        second_guard: u32,
    },
    /// This ASCII character, from left to right.
    Byte(u8),
    /// These bytes of [`Program::literals`].
    Literal {
        start: u32,
        length: u32,
        backward: bool,
    },
    /// One character of a set.
    Set {
        set: u32,
        backward: bool,
    },
    /// As many characters of a set as there are, or as few as will do.
    Run {
        set: u32,
        min: u32,
        max: u32,
        guard: u32,
        mode: RunMode,
        backward: bool,
    },
    /// The position goes into a register.
    Save(u32),
    /// Groups become undefined.
    ClearGroups {
        first: u32,
        last: u32,
    },
    /// A counter becomes zero.
    CounterStart {
        counter: u32,
    },
    /// Decides whether another iteration comes.
    Loop {
        counter: u32,
        min: u32,
        max: u32,
        greedy: bool,
        exit: Address,
    },
    /// Counts an iteration; the register behind the counter remembers where it began.
    IterationStart {
        counter: u32,
    },
    /// Back to the `Loop`, unless an iteration that need not have been matched nothing (ECMA-262 §22.2.2.3.1 step 2.b).
    IterationEnd {
        counter: u32,
        min: u32,
        start: Address,
    },
    Start,
    End,
    LineStart,
    LineEnd,
    WordBoundary {
        word: u32,
        negative: bool,
    },
    BackReference {
        group: u32,
        backward: bool,
    },
    /// Lookaround: its body follows, `register` remembers how high the stack was (the next one, how long the journal), and matching goes on at
    /// `after`.
    Look {
        register: u32,
        negative: bool,
        after: Address,
    },
    LookEnd {
        register: u32,
        negative: bool,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RunMode {
    /// Gives characters back if need be.
    Greedy,
    /// What follows cannot begin with a character of the set, so giving back is of no use.
    Possessive,
    Lazy,
}

/// A set of bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ByteSet([u64; 4]);

impl ByteSet {
    #[inline(always)]
    pub(crate) fn contains(&self, byte: u8) -> bool {
        self.0[usize::from(byte >> 6)] >> (byte & 63) & 1 != 0
    }

    pub(crate) fn insert(&mut self, byte: u8) {
        self.0[usize::from(byte >> 6)] |= 1 << (byte & 63);
    }

    fn insert_range(&mut self, range: std::ops::RangeInclusive<u8>) {
        range.for_each(|byte| self.insert(byte));
    }

    pub(crate) fn insert_all(&mut self, other: &ByteSet) {
        self.0.iter_mut().zip(other.0).for_each(|(word, more)| *word |= more);
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = u8> + '_ {
        (0..=255).filter(|byte| self.contains(*byte))
    }

    /// The bytes at which a character of the set can be found, where characters are code points or code units.
    pub(crate) fn leading(set: &CharSet, unicode: bool) -> ByteSet {
        let mut bytes = ByteSet::default();
        let mut insert = |first: u32, last: u32, (low, high): (u32, u32), shift: u32, tag: u32| {
            let (first, last) = (first.max(low), last.min(high));
            if first <= last {
                bytes.insert_range((tag | first >> shift) as u8..=(tag | last >> shift) as u8);
            }
        };
        for &(first, last) in set.ranges() {
            insert(first, last, (0, 0x7f), 0, 0);
            insert(first, last, (0x80, 0x7ff), 6, 0xc0);
            insert(first, last, (0x800, 0xffff), 12, 0xe0);
            if unicode {
                insert(first, last, (0x1_0000, LAST), 18, 0xf0);
            }
        }
        if !unicode {
            // A high surrogate can begin a pair, a low one can be the second half of a pair.
            if set.intersects(&CharSet::of_ranges([(0xd800, 0xdbff)])) {
                bytes.insert_range(0xf0..=0xf4);
            }
            if set.intersects(&CharSet::of_ranges([(0xdc00, 0xdfff)])) {
                bytes.insert_range(0x80..=0xbf);
            }
        }
        bytes
    }
}

/// What ends a run of a set in a text, where that is quickly found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// Nothing special.
    Any,
    /// Nothing at all: everything is in the set.
    Never,
    One(u8),
    Two(u8, u8),
}

/// A set in a form for matching.
#[derive(Clone, Debug)]
pub(crate) struct MatchSet {
    pub(crate) ascii: ByteSet,
    /// The members from 0x80 on.
    above: Box<[(u32, u32)]>,
    all_above: bool,
    /// Where a run ends in ASCII text.
    pub(crate) ascii_stop: Stop,
    /// Where a run ends in any text.
    pub(crate) stop: Stop,
}

impl MatchSet {
    pub(crate) fn new(set: &CharSet, unicode: bool) -> MatchSet {
        let mut ascii = ByteSet::default();
        (0..0x80).filter(|byte| set.contains(u32::from(*byte))).for_each(|byte| ascii.insert(byte));
        let last = if unicode { LAST } else { 0xffff };
        let high = set.intersection(&CharSet::of_ranges([(0x80, last)]));
        let all_above = high.ranges() == [(0x80, last)];
        let missing: Vec<u8> = (0..0x80).filter(|byte| !ascii.contains(*byte)).collect();
        let ascii_stop = match missing[..] {
            [] => Stop::Never,
            [byte] => Stop::One(byte),
            [first, second] => Stop::Two(first, second),
            _ => Stop::Any,
        };
        let stop = if all_above { ascii_stop } else { Stop::Any };
        MatchSet { ascii, above: high.ranges().into(), all_above, ascii_stop, stop }
    }

    #[inline(always)]
    pub(crate) fn contains(&self, character: u32) -> bool {
        if character < 0x80 {
            self.ascii.contains(character as u8)
        } else {
            (self.all_above && character <= LAST) || self.contains_above(character)
        }
    }

    fn contains_above(&self, character: u32) -> bool {
        let after = self.above.partition_point(|range| range.0 <= character);
        after > 0 && self.above[after - 1].1 >= character
    }
}

/// A compiled pattern.
#[derive(Debug)]
pub(crate) struct Program {
    pub(crate) code: Vec<Op>,
    pub(crate) literals: Vec<u8>,
    pub(crate) sets: Vec<MatchSet>,
    pub(crate) guards: Vec<Guard>,
    /// Groups, the whole match among them.
    pub(crate) groups: u32,
    /// Two per group, then those of loops and lookarounds.
    pub(crate) registers: u32,
    pub(crate) unicode: bool,
    pub(crate) ignore_case: bool,
    /// Every match begins at the start of the text.
    pub(crate) anchored: bool,
    pub(crate) prefilter: Prefilter,
    /// What finds places in ASCII text better than the prefilter.
    pub(crate) skip: Option<Skip>,
    /// What [`Op::Choice`] means.
    pub(crate) choices: Vec<Choice>,
    /// Kinds of states that the linear engine tells apart at one position.
    pub(crate) states: usize,
}

/// A place of the pattern whose states the linear engine remembers.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    /// The number of its first state.
    pub(crate) first_state: u32,
    /// The registers that say where the iterations around it began. Whether one of them has matched something yet decides whether it may
    /// end, so each doubles the states.
    pub(crate) iterations: Box<[u32]>,
    /// It is in the body of a lookaround.
    pub(crate) in_look: bool,
}

/// Which next bytes let an alternative match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Guard {
    pub(crate) bytes: ByteSet,
    /// It can match at the end of the text.
    pub(crate) at_end: bool,
}
