//! Escapes (ECMA-262 §22.2.1 with Annex B.1.2).

use super::group::Level;
use super::{END, Parsed, Parser, Place};
use crate::PatternError;
use crate::ast::{Assertion, Node};
use crate::charset::CharSet;
use crate::unicode;

impl Parser {
    /// AtomEscape, from its `\`.
    pub(super) fn atom_escape(&mut self, levels: &[Level]) -> Parsed<Node> {
        let next = self.next();
        if next == END {
            return Err(PatternError::EscapeAtEnd);
        }
        match u8::try_from(next).unwrap_or(0) {
            digit @ b'1'..=b'9' => {
                if let Some(index) = self.back_reference_index() {
                    let is_inside = levels.iter().any(|level| level.is_capture(index));
                    return Ok(if is_inside { Node::Empty } else { Node::BackReference(index) });
                }
                if self.is_unicode() {
                    return Err(PatternError::InvalidEscape);
                }
                if digit >= b'8' {
                    self.advance(2);
                    return Ok(self.character(u32::from(digit)));
                }
                self.advance(1);
                let value = self.octal();
                Ok(self.character(value))
            }
            b'0' => {
                self.advance(1);
                if self.is_unicode() && is_digit(self.next()) {
                    return Err(PatternError::InvalidDecimalEscape);
                }
                let value = self.octal();
                Ok(self.character(value))
            }
            letter @ (b'b' | b'B') => {
                self.advance(2);
                let is_boundary = letter == b'b';
                Ok(Node::Assertion(if is_boundary { Assertion::WordBoundary } else { Assertion::NotWordBoundary }))
            }
            b'd' | b'D' | b's' | b'S' | b'w' | b'W' | b'p' | b'P' => match self.class_escape(next, Place::Atom)? {
                Some(set) => Ok(Node::Set(self.closed_property(next, set))),
                None => {
                    self.advance(2);
                    Ok(self.character(next))
                }
            },
            b'k' if self.is_unicode() || self.scan().1 => {
                self.advance(2);
                self.named_reference(levels)
            }
            _ => {
                let character = self.character_escape(Place::Atom)?;
                Ok(self.character(character))
            }
        }
    }

    /// A property outside of a class ignores case like a class of it. The other sets are closed already.
    fn closed_property(&self, letter: u32, set: CharSet) -> CharSet {
        let is_property = letter | 0x20 == u32::from(b'p');
        if is_property && !self.has_class_sets() { self.closed(set) } else { set }
    }

    fn back_reference_index(&mut self) -> Option<u32> {
        let mut at = self.at + 1;
        let mut value = 0;
        while let Some(digit) = self.input.get(at).copied().filter(|unit| is_digit(*unit)) {
            value = value * 10 + (digit - u32::from(b'0'));
            if value > 65_535 {
                return None;
            }
            at += 1;
        }
        if value > self.captures && value > self.scan().0 {
            return None;
        }
        self.at = at;
        Some(value)
    }

    fn named_reference(&mut self, levels: &[Level]) -> Parsed<Node> {
        if !self.is(b'<') {
            return Err(PatternError::InvalidNamedReference);
        }
        self.advance(1);
        let name = self.group_name()?;
        if levels.iter().any(|level| level.has_name(&name)) {
            return Ok(Node::Empty);
        }
        self.references.push(name);
        Ok(Node::NamedReference(self.references.len() - 1))
    }

    /// LegacyOctalEscapeSequence, at its first digit: up to three digits and below 256.
    fn octal(&mut self) -> u32 {
        let mut value = 0;
        for position in 0..3 {
            match self.current().checked_sub(u32::from(b'0')).filter(|digit| *digit < 8) {
                Some(digit) if position < 2 || value < 32 => value = value * 8 + digit,
                _ => break,
            }
            self.advance(1);
        }
        value
    }

    /// CharacterClassEscape, if this is one: `\d`, `\p{…}`.
    pub(super) fn class_escape(&mut self, letter: u32, place: Place) -> Parsed<Option<CharSet>> {
        let set = match u8::try_from(letter).unwrap_or(0) {
            b'd' => CharSet::digits(),
            b'D' => CharSet::digits().inverted(),
            b's' => CharSet::spaces(),
            b'S' => CharSet::spaces().inverted(),
            b'w' => self.word(),
            b'W' => self.word().inverted(),
            b'p' | b'P' if self.is_unicode() => return self.property(letter == u32::from(b'P'), place).map(Some),
            _ => return Ok(None),
        };
        self.advance(2);
        Ok(Some(set))
    }

    /// WordCharacters (ECMA-262 §22.2.2.9.3).
    pub(super) fn word(&self) -> CharSet {
        if self.is_unicode() { self.closed(CharSet::word()) } else { CharSet::word() }
    }

    fn property(&mut self, negative: bool, place: Place) -> Parsed<CharSet> {
        let error = match place {
            Place::Atom => PatternError::InvalidPropertyName,
            Place::Class => PatternError::InvalidPropertyNameInClass,
        };
        self.advance(2);
        if !self.is(b'{') {
            return Err(error);
        }
        self.advance(1);
        let mut name = String::new();
        while !self.is(b'}') {
            match u8::try_from(self.current()) {
                Ok(byte) if byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'=') => name.push(byte as char),
                _ => return Err(error),
            }
            self.advance(1);
        }
        self.advance(1);
        let found = match name.split_once('=') {
            Some((name, value)) => unicode::property_value(name, value),
            None => unicode::lone_property(&name),
        };
        let Some(set) = found else {
            let has_strings = self.has_class_sets() && !negative && unicode::is_property_of_strings(&name);
            return Err(if has_strings { PatternError::PropertyOfStrings } else { error });
        };
        let invert = |set: CharSet| if negative { set.inverted() } else { set };
        // With the flag `v` case comes before negation, but in V8 not for binary properties.
        let is_binary = !name.contains('=') && unicode::property_value("gc", &name).is_none();
        Ok(match self.has_class_sets() {
            true if is_binary => self.closed(invert(set)),
            true => invert(self.closed(set)),
            false => invert(set),
        })
    }

    fn hex(&mut self, length: usize) -> Option<u32> {
        let digits = self.input.get(self.at..self.at + length)?;
        let value = digits.iter().try_fold(0, |value, unit| Some(value * 16 + char::from_u32(*unit)?.to_digit(16)?))?;
        self.advance(length);
        Some(value)
    }

    /// RegExpUnicodeEscapeSequence, from behind its `\u`. Moves only if it is one.
    pub(super) fn unicode_escape(&mut self, with_code_points: bool) -> Option<u32> {
        let start = self.at;
        if with_code_points && self.is(b'{') {
            let mut value: Option<u32> = None;
            self.advance(1);
            while let Some(digit) = char::from_u32(self.current()).and_then(|digit| digit.to_digit(16)) {
                value = Some(value.unwrap_or(0) * 16 + digit);
                if value > Some(0x10_ffff) {
                    break;
                }
                self.advance(1);
            }
            if value.is_some() && value <= Some(0x10_ffff) && self.is(b'}') {
                self.advance(1);
                return value;
            }
            self.at = start;
            return None;
        }
        let first = self.hex(4)?;
        if with_code_points && self.is(b'\\') && self.next_is(b'u') {
            let behind = self.at;
            self.advance(2);
            if let Some(point) = self.hex(4).and_then(|second| crate::wtf8::combine(first, second)) {
                return Some(point);
            }
            self.at = behind;
        }
        Some(first)
    }

    /// CharacterEscape, from its `\`.
    pub(super) fn character_escape(&mut self, place: Place) -> Parsed<u32> {
        self.advance(1);
        let character = self.current();
        let unicode = self.is_unicode();
        match u8::try_from(character).unwrap_or(0) {
            b'f' => return Ok(self.take(0x0c)),
            b'n' => return Ok(self.take(0x0a)),
            b'r' => return Ok(self.take(0x0d)),
            b't' => return Ok(self.take(0x09)),
            b'v' => return Ok(self.take(0x0b)),
            b'c' => {
                let letter = self.next();
                let is_letter = u8::try_from(letter).is_ok_and(|letter| letter.is_ascii_alphabetic());
                if is_letter {
                    self.advance(2);
                    return Ok(letter & 0x1f);
                }
                if unicode {
                    return Err(PatternError::InvalidUnicodeEscape);
                }
                if place == Place::Class && (is_digit(letter) || letter == u32::from(b'_')) {
                    self.advance(2);
                    return Ok(letter & 0x1f);
                }
                // The backslash stands for itself.
                return Ok(u32::from(b'\\'));
            }
            b'0' if !is_digit(self.next()) => return Ok(self.take(0)),
            b'0'..=b'7' if unicode => {
                return Err(match place {
                    Place::Atom => PatternError::InvalidDecimalEscape,
                    Place::Class => PatternError::InvalidClassEscape,
                });
            }
            b'0'..=b'7' => return Ok(self.octal()),
            b'x' => {
                self.advance(1);
                return match self.hex(2) {
                    Some(value) => Ok(value),
                    None if unicode => Err(PatternError::InvalidEscape),
                    None => Ok(character),
                };
            }
            b'u' => {
                self.advance(1);
                return match self.unicode_escape(unicode) {
                    Some(value) => Ok(value),
                    None if unicode => Err(PatternError::InvalidUnicodeEscape),
                    None => Ok(character),
                };
            }
            _ => {}
        }
        if self.has_class_sets() && place == Place::Class && is_reserved_punctuator(character) {
            return Ok(self.take(character));
        }
        if unicode {
            return if is_syntax_character(character) {
                Ok(self.take(character))
            } else {
                Err(PatternError::InvalidEscape)
            };
        }
        self.advance(1);
        if character == u32::from(b'k') && self.scan().1 {
            return Err(PatternError::InvalidEscape);
        }
        Ok(character)
    }

    fn take(&mut self, value: u32) -> u32 {
        self.advance(1);
        value
    }
}

fn is_digit(unit: u32) -> bool {
    (0x30..=0x39).contains(&unit)
}

/// SyntaxCharacter or `/`.
fn is_syntax_character(unit: u32) -> bool {
    u8::try_from(unit).is_ok_and(|byte| b"^$\\.*+?()[]{}|/".contains(&byte))
}

/// ClassSetReservedPunctuator.
fn is_reserved_punctuator(unit: u32) -> bool {
    u8::try_from(unit).is_ok_and(|byte| b"&-!#%,:;<=>@`~".contains(&byte))
}
