//! Groups, lookaround and the names of groups (ECMA-262 §22.2.1).

use super::{END, Parsed, Parser};
use crate::PatternError;
use crate::ast::{Look, Node};
use crate::unicode::{is_identifier_part, is_identifier_start};

/// V8's largest number of groups.
const MAX_CAPTURES: u32 = 65_535;

/// What an open parenthesis began.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum GroupKind {
    /// Nothing: the pattern itself.
    Whole,
    /// `(?:`
    Plain,
    /// `(` and `(?<name>`
    Capture,
    /// `(?=`, `(?!`, `(?<=`, `(?<!`
    Look { behind: bool, negative: bool },
}

/// A group that is not closed yet.
pub(super) struct Level {
    pub(super) kind: GroupKind,
    /// Its own number if it captures, else the number of groups before it.
    index: u32,
    name: Option<Vec<u16>>,
    alternatives: Vec<Node>,
    pub(super) terms: Vec<Node>,
}

impl Level {
    pub(super) fn new(kind: GroupKind, index: u32) -> Level {
        Level { kind, index, name: None, alternatives: Vec::new(), terms: Vec::new() }
    }

    pub(super) fn new_alternative(&mut self) {
        let terms = std::mem::take(&mut self.terms);
        self.alternatives.push(Node::sequence(terms));
    }

    pub(super) fn finish(&mut self) -> Node {
        self.new_alternative();
        Node::alternatives(std::mem::take(&mut self.alternatives))
    }

    pub(super) fn is_capture(&self, index: u32) -> bool {
        self.kind == GroupKind::Capture && self.index == index
    }

    pub(super) fn has_name(&self, name: &[u16]) -> bool {
        self.name.as_deref() == Some(name)
    }
}

impl Parser {
    pub(super) fn open_group(&mut self) -> Parsed<Level> {
        self.advance(1);
        let (mut kind, mut is_named) = (GroupKind::Capture, false);
        if self.is(b'?') {
            let look = |behind, negative| GroupKind::Look { behind, negative };
            match u8::try_from(self.next()) {
                Ok(b':') => {
                    kind = GroupKind::Plain;
                    self.advance(2);
                }
                Ok(sign @ (b'=' | b'!')) => {
                    kind = look(false, sign == b'!');
                    self.advance(2);
                }
                Ok(b'<') => {
                    self.advance(1);
                    if self.next_is(b'=') || self.next_is(b'!') {
                        kind = look(true, self.next_is(b'!'));
                        self.advance(2);
                    } else {
                        is_named = true;
                        self.advance(1);
                    }
                }
                _ => return Err(PatternError::InvalidGroup),
            }
        }
        let mut name = None;
        if kind == GroupKind::Capture {
            if self.captures >= MAX_CAPTURES {
                return Err(PatternError::TooManyCaptures);
            }
            self.captures += 1;
            if is_named {
                name = Some(self.group_name()?);
            }
        }
        let mut level = Level::new(kind, self.captures);
        level.name = name;
        Ok(level)
    }

    pub(super) fn close_group(&mut self, level: &mut Level) -> Parsed<Node> {
        let body = level.finish();
        Ok(match level.kind {
            GroupKind::Whole => body,
            // A quantifier is for the group, not for the lookaround in it.
            GroupKind::Plain if matches!(body, Node::Look(_)) => Node::Sequence(vec![body]),
            GroupKind::Plain => body,
            GroupKind::Capture => {
                if let Some(name) = level.name.take() {
                    if self.names.iter().any(|(known, _)| *known == name) {
                        return Err(PatternError::DuplicateCaptureGroupName);
                    }
                    self.names.push((name, level.index));
                }
                Node::Capture(level.index, Box::new(body))
            }
            GroupKind::Look { behind, negative } => Node::Look(Box::new(Look { body, behind, negative })),
        })
    }

    /// The code point here. Names see code points without the flag `u` too.
    fn name_character(&self) -> (u32, usize) {
        let unit = self.current();
        match crate::wtf8::combine(unit, self.next()) {
            Some(point) => (point, 2),
            None => (unit, 1),
        }
    }

    /// GroupName up to its `>`, from behind its `<`.
    pub(super) fn group_name(&mut self) -> Parsed<Vec<u16>> {
        let mut name = Vec::new();
        loop {
            let (mut character, length) = self.name_character();
            if character == u32::from(b'\\') && self.next_is(b'u') {
                self.advance(2);
                character = self.unicode_escape(true).ok_or(PatternError::InvalidUnicodeEscape)?;
            } else {
                self.advance(length);
            }
            if character == END {
                return Err(PatternError::InvalidCaptureGroupName);
            }
            if character == u32::from(b'>') && !name.is_empty() {
                return Ok(name);
            }
            let is_valid = if name.is_empty() { is_identifier_start(character) } else { is_identifier_part(character) };
            if !is_valid {
                return Err(PatternError::InvalidCaptureGroupName);
            }
            match crate::wtf8::split(character) {
                Some((high, low)) => name.extend([high as u16, low as u16]),
                None => name.push(character as u16),
            }
        }
    }
}
