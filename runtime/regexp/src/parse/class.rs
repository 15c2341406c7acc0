//! Character classes without the flag `v` (ECMA-262 §22.2.1 with Annex B.1.2).

use super::{END, Parsed, Parser, Place};
use crate::PatternError;
use crate::ast::Node;
use crate::charset::CharSet;

/// A ClassAtom.
enum Atom {
    Char(u32),
    Set(CharSet),
}

impl Parser {
    /// CharacterClass, from its `[`.
    pub(super) fn character_class(&mut self, depth: usize) -> Parsed<Node> {
        if self.has_class_sets() {
            return self.class_set(depth);
        }
        self.advance(1);
        let negative = self.is(b'^');
        if negative {
            self.advance(1);
        }
        let set = self.class_ranges()?;
        let set = self.closed(set);
        Ok(Node::Set(if negative { set.inverted() } else { set }))
    }

    fn class_ranges(&mut self) -> Parsed<CharSet> {
        let mut set = CharSet::new();
        let hyphen = u32::from(b'-');
        while self.has_more() && !self.is(b']') {
            let first = self.class_atom()?;
            if !self.is(b'-') {
                add(&mut set, first);
                continue;
            }
            self.advance(1);
            if !self.has_more() {
                break;
            }
            if self.is(b']') {
                add(&mut set, first);
                set.add(hyphen, hyphen);
                break;
            }
            match (first, self.class_atom()?) {
                (Atom::Char(first), Atom::Char(last)) if first > last => {
                    return Err(PatternError::OutOfOrderCharacterClass);
                }
                (Atom::Char(first), Atom::Char(last)) => set.add(first, last),
                _ if self.is_unicode() => return Err(PatternError::InvalidCharacterClass),
                (first, second) => {
                    add(&mut set, first);
                    set.add(hyphen, hyphen);
                    add(&mut set, second);
                }
            }
        }
        if !self.has_more() {
            return Err(PatternError::UnterminatedCharacterClass);
        }
        self.advance(1);
        Ok(set)
    }

    fn class_atom(&mut self) -> Parsed<Atom> {
        if !self.is(b'\\') {
            let character = self.current();
            self.advance(1);
            return Ok(Atom::Char(character));
        }
        let next = self.next();
        if next == END {
            return Err(PatternError::EscapeAtEnd);
        }
        if next == u32::from(b'b') {
            self.advance(2);
            return Ok(Atom::Char(0x08));
        }
        if next == u32::from(b'-') && self.is_unicode() {
            self.advance(2);
            return Ok(Atom::Char(next));
        }
        match self.class_escape(next, Place::Class)? {
            Some(set) => Ok(Atom::Set(set)),
            None => self.character_escape(Place::Class).map(Atom::Char),
        }
    }
}

fn add(set: &mut CharSet, atom: Atom) {
    match atom {
        Atom::Char(character) => set.add(character, character),
        Atom::Set(other) => set.add_all(&other),
    }
}
