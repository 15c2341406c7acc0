//! Patterns (ECMA-262 §22.2.1 with Annex B.1.2), refused in V8's words and in V8's order.

mod class;
mod class_set;
mod escape;
mod group;
mod quantifier;

use crate::PatternError;
use crate::ast::{Assertion, Node, Pattern};
use crate::charset::CharSet;
use crate::flags::Flags;
use crate::unicode::{CaseRule, close_over_case};
use group::{GroupKind, Level};

/// The end of the pattern, as a character.
const END: u32 = u32::MAX;

/// How deep groups and classes may be nested: what comes after the parser is recursive.
const MAX_DEPTH: usize = 250;

type Parsed<T> = Result<T, PatternError>;

/// Where an escape stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Atom,
    Class,
}

struct Parser {
    /// Code points with the flags `u` and `v`, else code units.
    input: Vec<u32>,
    at: usize,
    flags: Flags,
    /// Groups opened so far.
    captures: u32,
    names: Vec<(Vec<u16>, u32)>,
    references: Vec<Vec<u16>>,
    /// What the whole pattern has: number of groups, and whether one has a name. Found out when somebody asks.
    scanned: Option<(u32, bool)>,
}

/// The syntax tree of a pattern given as WTF-8.
pub(crate) fn parse(source: &[u8], flags: Flags) -> Parsed<Pattern> {
    let mut input = Vec::with_capacity(source.len());
    let mut at = 0;
    while at < source.len() {
        let (point, length) = crate::wtf8::decode(&source[at..]);
        at += length;
        match crate::wtf8::split(point) {
            Some((high, low)) if !flags.is_unicode() => input.extend([high, low]),
            _ => input.push(point),
        }
    }
    let mut parser =
        Parser { input, at: 0, flags, captures: 0, names: Vec::new(), references: Vec::new(), scanned: None };
    let root = parser.pattern()?;
    let mut references = Vec::new();
    for name in &parser.references {
        let found = parser.names.iter().find(|(known, _)| known == name);
        references.push(found.ok_or(PatternError::InvalidNamedCaptureReferenced)?.1);
    }
    parser.names.sort_by_key(|(_, group)| *group);
    Ok(Pattern { root, groups: parser.captures, names: parser.names, references })
}

impl Parser {
    fn current(&self) -> u32 {
        self.input.get(self.at).copied().unwrap_or(END)
    }

    fn next(&self) -> u32 {
        self.input.get(self.at + 1).copied().unwrap_or(END)
    }

    fn has_more(&self) -> bool {
        self.at < self.input.len()
    }

    fn advance(&mut self, count: usize) {
        self.at = (self.at + count).min(self.input.len());
    }

    fn is(&self, byte: u8) -> bool {
        self.current() == u32::from(byte)
    }

    fn next_is(&self, byte: u8) -> bool {
        self.next() == u32::from(byte)
    }

    fn is_unicode(&self) -> bool {
        self.flags.is_unicode()
    }

    fn has_class_sets(&self) -> bool {
        self.flags.has(Flags::UNICODE_SETS)
    }

    fn ignores_case(&self) -> bool {
        self.flags.has(Flags::IGNORE_CASE)
    }

    fn case_rule(&self) -> CaseRule {
        if self.is_unicode() { CaseRule::Fold } else { CaseRule::UpperCase }
    }

    /// The set with what is equal to its members, if the pattern ignores case.
    fn closed(&self, set: CharSet) -> CharSet {
        if self.ignores_case() { close_over_case(self.case_rule(), &set) } else { set }
    }

    /// The current character as a syntax character; 0 if it is none.
    fn syntax(&self) -> u8 {
        u8::try_from(self.current()).unwrap_or(0)
    }

    /// Pattern: a loop with a stack of its own, so that nesting needs none of ours.
    fn pattern(&mut self) -> Parsed<Node> {
        let mut levels = vec![Level::new(GroupKind::Whole, 0)];
        loop {
            let Some(level) = levels.last_mut() else { return Ok(Node::Empty) };
            if !self.has_more() {
                return match level.kind {
                    GroupKind::Whole => Ok(level.finish()),
                    _ => Err(PatternError::UnterminatedGroup),
                };
            }
            match self.syntax() {
                b')' => {
                    if matches!(level.kind, GroupKind::Whole) {
                        return Err(PatternError::UnmatchedParen);
                    }
                    self.advance(1);
                    let Some(mut inner) = levels.pop() else { return Err(PatternError::UnmatchedParen) };
                    let node = self.close_group(&mut inner)?;
                    if let Some(level) = levels.last_mut() {
                        level.terms.push(node);
                    }
                }
                b'|' => {
                    self.advance(1);
                    level.new_alternative();
                    continue;
                }
                b'*' | b'+' | b'?' => return Err(PatternError::NothingToRepeat),
                b'^' => {
                    self.advance(1);
                    level.terms.push(Node::Assertion(self.by_line(Assertion::LineStart, Assertion::Start)));
                    continue;
                }
                b'$' => {
                    self.advance(1);
                    level.terms.push(Node::Assertion(self.by_line(Assertion::LineEnd, Assertion::End)));
                    continue;
                }
                b'.' => {
                    self.advance(1);
                    let dot_all = self.flags.has(Flags::DOT_ALL);
                    let set = if dot_all { CharSet::everything() } else { CharSet::no_line_terminators() };
                    level.terms.push(Node::Set(set));
                }
                b'(' => {
                    let inner = self.open_group()?;
                    levels.push(inner);
                    if levels.len() > MAX_DEPTH {
                        return Err(PatternError::TooLarge);
                    }
                    continue;
                }
                b'[' => {
                    let class = self.character_class(levels.len())?;
                    if let Some(level) = levels.last_mut() {
                        level.terms.push(class)
                    }
                }
                b'\\' => match self.atom_escape(&levels)? {
                    Node::Assertion(assertion) => {
                        if let Some(level) = levels.last_mut() {
                            level.terms.push(Node::Assertion(assertion))
                        }
                        continue;
                    }
                    node => {
                        if let Some(level) = levels.last_mut() {
                            level.terms.push(node)
                        }
                    }
                },
                other => {
                    if other == b'{' && self.interval().is_some() {
                        return Err(PatternError::NothingToRepeat);
                    }
                    if matches!(other, b'{' | b'}' | b']') && self.is_unicode() {
                        return Err(PatternError::LoneQuantifierBrackets);
                    }
                    let node = self.character(self.current());
                    self.advance(1);
                    level.terms.push(node);
                }
            }
            if let Some(level) = levels.last_mut() {
                self.quantifier(level)?;
            }
        }
    }

    fn by_line(&self, line: Assertion, input: Assertion) -> Assertion {
        if self.flags.has(Flags::MULTILINE) { line } else { input }
    }

    /// A character that stands for itself and what is equal to it.
    fn character(&self, character: u32) -> Node {
        if !self.ignores_case() {
            return Node::Char(character);
        }
        let set = self.closed(CharSet::single(character));
        if set.as_single().is_some() { Node::Char(character) } else { Node::Set(set) }
    }

    /// Number of groups of the whole pattern, and whether one has a name. Does not look at the syntax closely.
    fn scan(&mut self) -> (u32, bool) {
        if let Some(known) = self.scanned {
            return known;
        }
        let (mut groups, mut named, mut at) = (0, false, 0);
        let byte = |at: usize| self.input.get(at).and_then(|unit| u8::try_from(*unit).ok()).unwrap_or(0);
        while at < self.input.len() {
            match byte(at) {
                b'\\' => at += 1,
                b'[' => {
                    at += 1;
                    let mut depth = 0;
                    while at < self.input.len() {
                        match byte(at) {
                            b'\\' => at += 1,
                            b'[' if self.has_class_sets() => depth += 1,
                            b']' if depth == 0 => break,
                            b']' => depth -= 1,
                            _ => {}
                        }
                        at += 1;
                    }
                }
                b'(' if byte(at + 1) != b'?' => groups += 1,
                b'(' if byte(at + 2) == b'<' && !matches!(byte(at + 3), b'=' | b'!') => {
                    named = true;
                    groups += 1;
                }
                _ => {}
            }
            at += 1;
        }
        self.scanned = Some((groups, named));
        (groups, named)
    }
}
