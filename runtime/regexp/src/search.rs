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

    /// Whether `skip` finds places faster, in ASCII text.
    pub(crate) fn is_worse_than(&self, skip: &Skip) -> bool {
        match self {
            Prefilter::None | Prefilter::Bytes(_) => true,
            Prefilter::Literal(_) => false,
            Prefilter::One(_) => skip.length() > 2,
            Prefilter::Two(..) | Prefilter::Three(..) => skip.length() > 1,
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

/// Characters that [`Skip`] looks at.
pub(crate) const MOST_PLACES: usize = 8;

/// Finds where a match can begin in ASCII text by what its first characters can be, in the manner of Boyer, Moore and Horspool: looks at the
/// last of these places first, and goes on by as much as the character there allows.
#[derive(Debug)]
pub(crate) struct Skip {
    length: usize,
    /// For each byte, the places where it fits (a bit for each), and how far to go on where it is found at the last place; 0 if it fits there.
    bytes: Box<[(u8, u8); 256]>,
}

impl Skip {
    /// Of the characters that fit each place. There is at least one place.
    pub(crate) fn new(places: &[ByteSet]) -> Skip {
        let length = places.len();
        let mut bytes = Box::new([(0, 0); 256]);
        for (byte, (fits, shift)) in (0..=255).zip(bytes.iter_mut()) {
            for (place, set) in places.iter().enumerate() {
                *fits |= u8::from(set.contains(byte)) << place;
            }
            let last_place = (0..length).rev().find(|place| *fits >> place & 1 != 0);
            *shift = last_place.map_or(length, |place| length - 1 - place) as u8;
        }
        Skip { length, bytes }
    }

    /// How many characters it looks at.
    pub(crate) fn length(&self) -> usize {
        self.length
    }

    /// The first place from `start` on where a match can begin.
    #[inline]
    pub(crate) fn find(&self, text: &[u8], start: usize) -> Option<usize> {
        let last = self.length - 1;
        let mut end = start + last;
        loop {
            let shift = self.bytes[usize::from(*text.get(end)?)].1;
            if shift > 0 {
                end += usize::from(shift);
                continue;
            }
            let at = end - last;
            let fits = |(place, byte): (usize, &u8)| self.bytes[usize::from(*byte)].0 >> place & 1 != 0;
            if text[at..end].iter().enumerate().all(fits) {
                return Some(at);
            }
            end += 1;
        }
    }
}
