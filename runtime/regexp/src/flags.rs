//! The flags of a regular expression (ECMA-262 §22.2.6.4).

/// A set of flags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Flags(u8);

/// All flags in the order of the `flags` accessor.
const LETTERS: [u8; 8] = *b"dgimsuvy";

impl Flags {
    /// No flag.
    pub const NONE: Flags = Flags(0);
    /// `d`
    pub const HAS_INDICES: Flags = Flags(1);
    /// `g`
    pub const GLOBAL: Flags = Flags(2);
    /// `i`
    pub const IGNORE_CASE: Flags = Flags(4);
    /// `m`
    pub const MULTILINE: Flags = Flags(8);
    /// `s`
    pub const DOT_ALL: Flags = Flags(16);
    /// `u`
    pub const UNICODE: Flags = Flags(32);
    /// `v`
    pub const UNICODE_SETS: Flags = Flags(64);
    /// `y`
    pub const STICKY: Flags = Flags(128);

    /// The flags of these letters; `None` where one is unknown or repeated, or `u` stands with `v`.
    pub fn parse(text: &[u8]) -> Option<Flags> {
        let mut flags = Flags::NONE;
        for letter in text {
            let bit = 1 << LETTERS.iter().position(|known| known == letter)?;
            if flags.0 & bit != 0 {
                return None;
            }
            flags.0 |= bit;
        }
        (!flags.has(Flags(Flags::UNICODE.0 | Flags::UNICODE_SETS.0))).then_some(flags)
    }

    /// Whether all flags of `other` are set.
    #[inline]
    pub const fn has(self, other: Flags) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether the pattern sees code points and not code units: `u` or `v`.
    #[inline]
    pub const fn is_unicode(self) -> bool {
        self.0 & (Flags::UNICODE.0 | Flags::UNICODE_SETS.0) != 0
    }

    /// As a number below 256.
    #[inline]
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// From [`Flags::bits`].
    #[inline]
    pub const fn from_bits(bits: u8) -> Flags {
        Flags(bits)
    }

    /// The letters in the order of the `flags` accessor.
    pub fn letters(self) -> String {
        LETTERS
            .iter()
            .enumerate()
            .filter(|(bit, _)| self.0 >> bit & 1 != 0)
            .map(|(_, letter)| *letter as char)
            .collect()
    }
}
