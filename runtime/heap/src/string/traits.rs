//! What is known about a string: where its bytes live and what is in them.

/// Where the bytes of a string live, which is how long they live.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// Static data of the program.
    Static,
    /// The event heap, or the input of the event.
    Event,
    /// The worker heap.
    Worker,
}

/// What is known about the bytes. A clear bit means "not known".
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Facts(u8);

impl Facts {
    pub(crate) const NONE: Facts = Facts(0);
    pub(crate) const ALL: Facts = Facts(3);
    /// All bytes are below 0x80.
    pub(crate) const ASCII: Facts = Facts(1);
    /// JSON output may copy the bytes as they are: no quote, no backslash, no control character, no surrogate.
    pub(crate) const PLAIN_JSON: Facts = Facts(2);

    #[inline]
    pub(crate) const fn with(self, other: Facts) -> Facts {
        Facts(self.0 | other.0)
    }

    #[inline]
    pub(crate) const fn and(self, other: Facts) -> Facts {
        Facts(self.0 & other.0)
    }

    #[inline]
    pub(crate) const fn has(self, other: Facts) -> bool {
        self.0 & other.0 == other.0
    }
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// The high bit of some byte that is zero, if there is one.
#[inline(always)]
const fn zero_bytes(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word & HIGHS
}

impl Facts {
    /// What is true of a literal. Inlined, all of this happens when the program is compiled.
    #[inline(always)]
    pub(super) const fn of_literal(bytes: &[u8]) -> Facts {
        let length = bytes.len();
        if length > 32 {
            return if bytes.is_ascii() { Facts::ASCII } else { Facts::NONE };
        }
        // Overlapping chunks instead of a loop, which the compiler might not see through.
        if length >= 8 {
            let end = length - 8;
            let second = if end < 8 { end } else { 8 };
            let third = end.saturating_sub(8);
            return Facts::of_word(bytes, 0)
                .and(Facts::of_word(bytes, second))
                .and(Facts::of_word(bytes, third))
                .and(Facts::of_word(bytes, end));
        }
        let mut facts = Facts::ALL;
        let mut at = 0;
        while at < length {
            facts = facts.and(match bytes[at] {
                b'"' | b'\\' | 0..0x20 => Facts::ASCII,
                0x20..0x80 => Facts::ALL,
                0x80.. => Facts::NONE,
            });
            at += 1;
        }
        facts
    }

    /// What is true of the eight bytes at a place.
    #[inline(always)]
    const fn of_word(bytes: &[u8], at: usize) -> Facts {
        let (_, rest) = bytes.split_at(at);
        let Some(chunk) = rest.first_chunk::<8>() else { return Facts::NONE };
        let word = u64::from_ne_bytes(*chunk);
        let escaped = zero_bytes(word ^ (ONES * b'"' as u64))
            | zero_bytes(word ^ (ONES * b'\\' as u64))
            | (word.wrapping_sub(ONES * 0x20) & !word & HIGHS);
        match (word & HIGHS, escaped) {
            (0, 0) => Facts::ALL,
            (0, _) => Facts::ASCII,
            _ => Facts::NONE,
        }
    }
}

/// Home and facts in one enum of four bytes: its spare values hold the tags of `Value`, and strings are copied as whole words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u32)]
pub(crate) enum Traits {
    Static0,
    Static1,
    Static2,
    Static3,
    Event0,
    Event1,
    Event2,
    Event3,
    Worker0,
    Worker1,
    Worker2,
    Worker3,
}

/// By number; the last entries are never asked for.
const BY_NUMBER: [Traits; 16] = [
    Traits::Static0,
    Traits::Static1,
    Traits::Static2,
    Traits::Static3,
    Traits::Event0,
    Traits::Event1,
    Traits::Event2,
    Traits::Event3,
    Traits::Worker0,
    Traits::Worker1,
    Traits::Worker2,
    Traits::Worker3,
    Traits::Worker0,
    Traits::Worker0,
    Traits::Worker0,
    Traits::Worker0,
];

impl Traits {
    #[inline(always)]
    pub(crate) const fn new(facts: Facts, home: Home) -> Traits {
        Traits::from_bits((home as u8) << 2 | facts.0)
    }

    #[inline(always)]
    pub(super) const fn bits(self) -> u8 {
        self as u8
    }

    #[inline(always)]
    pub(super) const fn from_bits(bits: u8) -> Traits {
        BY_NUMBER[(bits & 15) as usize]
    }

    #[inline(always)]
    pub(super) const fn facts(self) -> Facts {
        Facts(self as u8 & 3)
    }

    #[inline(always)]
    pub(super) const fn home(self) -> Home {
        match self as u8 >> 2 {
            0 => Home::Static,
            1 => Home::Event,
            _ => Home::Worker,
        }
    }
}
