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
    pub const fn parse(text: &[u8]) -> Option<Flags> {
        let (mut flags, mut at) = (Flags::NONE, 0);
        while at < text.len() {
            let mut place = 0;
            while LETTERS[place] != text[at] {
                place += 1;
                if place == LETTERS.len() {
                    return None;
                }
            }
            if flags.0 >> place & 1 != 0 {
                return None;
            }
            flags.0 |= 1 << place;
            at += 1;
        }
        if flags.has(Flags(Flags::UNICODE.0 | Flags::UNICODE_SETS.0)) { None } else { Some(flags) }
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

    /// Whether matching begins at the start, wherever the last match was: neither `g` nor `y`.
    #[inline]
    pub const fn starts_anywhere(self) -> bool {
        self.0 & (Flags::GLOBAL.0 | Flags::STICKY.0) == 0
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
