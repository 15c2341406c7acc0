//! Finding places where a match can begin.

use memchr::memmem::Finder;

use crate::program::ByteSet;

/// What a match must begin with.
#[derive(Debug)]
pub(crate) enum Prefilter {
    /// Anything, or nothing.
    None,
    Literal(Box<Finder<'static>>),
    One(u8),
    Two(u8, u8),
    Three(u8, u8, u8),
    /// One of these bytes, none of which is inside a code point.
    Bytes(ByteSet),
}

impl Prefilter {
    pub(crate) fn literal(literal: &[u8]) -> Prefilter {
        Prefilter::Literal(Box::new(Finder::new(literal).into_owned()))
    }

    pub(crate) fn bytes(set: ByteSet) -> Prefilter {
        let mut bytes = set.iter();
        match [bytes.next(), bytes.next(), bytes.next(), bytes.next()] {
            [Some(a), None, _, _] => Prefilter::One(a),
            [Some(a), Some(b), None, _] => Prefilter::Two(a, b),
            [Some(a), Some(b), Some(c), None] => Prefilter::Three(a, b, c),
            // Half of a pair can be anywhere in a sequence of four bytes.
            _ if set.iter().any(|byte| (0x80..0xc0).contains(&byte)) => Prefilter::None,
            _ => Prefilter::Bytes(set),
        }
    }

    /// The first place from `start` on, or `None` if there is none; where nothing is known, `start` itself.
    #[inline]
    pub(crate) fn find(&self, text: &[u8], start: usize) -> Option<usize> {
        let rest = text.get(start..)?;
        let found = match self {
            Prefilter::None => return Some(start),
            Prefilter::Literal(finder) => finder.find(rest),
            Prefilter::One(a) => memchr::memchr(*a, rest),
            Prefilter::Two(a, b) => memchr::memchr2(*a, *b, rest),
            Prefilter::Three(a, b, c) => memchr::memchr3(*a, *b, *c, rest),
            Prefilter::Bytes(set) => rest.iter().position(|byte| set.contains(*byte)),
        };
        found.map(|offset| start + offset)
    }
}
