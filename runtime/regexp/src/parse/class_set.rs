//! Character classes with the flag `v`: nested classes, set operations and strings (ECMA-262 §22.2.1 ClassSetExpression).

use std::collections::BTreeSet;

use super::{END, MAX_DEPTH, Parsed, Parser, Place};
use crate::PatternError;
use crate::ast::Node;
use crate::charset::CharSet;
use crate::unicode::{CaseRule, canonical};

/// What a class matches: characters, and strings of other lengths than one.
#[derive(Clone, Default)]
struct ClassSet {
    set: CharSet,
    /// As they compare: with the flag `i`, every character is its canonical one.
    strings: BTreeSet<Vec<u32>>,
    /// MayContainStrings (ECMA-262 §22.2.1.8), which looks at the syntax.
    may_contain_strings: bool,
}

/// A ClassSetOperand.
enum Operand {
    Char(u32),
    Set(ClassSet),
    /// A class in brackets.
    Nested(ClassSet),
}

impl Parser {
    /// CharacterClass, from its `[`.
    pub(super) fn class_set(&mut self, depth: usize) -> Parsed<Node> {
        let is_empty =
            self.next_is(b']') || (self.next_is(b'^') && self.input.get(self.at + 2) == Some(&u32::from(b']')));
        let ClassSet { set, strings, .. } = self.class_contents(depth)?;
        let set = self.closed(set);
        if is_empty {
            return Ok(Node::EmptyClass(set));
        }
        if strings.is_empty() {
            return Ok(Node::Set(set));
        }
        // Longer strings come first.
        let mut strings: Vec<_> = strings.into_iter().collect();
        strings.sort_by_key(|string| std::cmp::Reverse(string.len()));
        let has_empty = strings.last().is_some_and(Vec::is_empty);
        let mut alternatives: Vec<_> = strings
            .iter()
            .filter(|string| !string.is_empty())
            .map(|string| Node::sequence(string.iter().map(|character| self.character(*character)).collect()))
            .collect();
        if !set.is_empty() {
            alternatives.push(Node::Set(set));
        }
        if has_empty {
            alternatives.push(Node::Empty);
        }
        Ok(Node::alternatives(alternatives))
    }

    fn class_contents(&mut self, depth: usize) -> Parsed<ClassSet> {
        if depth > MAX_DEPTH {
            return Err(PatternError::TooLarge);
        }
        self.advance(1);
        let negative = self.is(b'^');
        if negative {
            self.advance(1);
        }
        let mut result = if self.is(b']') { ClassSet::default() } else { self.class_expression(negative, depth)? };
        self.advance(1);
        if negative {
            result.set = result.set.inverted();
        }
        Ok(result)
    }

    fn class_expression(&mut self, negative: bool, depth: usize) -> Parsed<ClassSet> {
        let first = self.class_operand(depth)?;
        if self.is(b'-') && self.next_is(b'-') {
            let first = operand_set(first);
            if negative && first.may_contain_strings {
                return Err(PatternError::NegatedClassMayContainStrings);
            }
            return self.class_subtraction(first, depth);
        }
        if self.is(b'&') && self.next_is(b'&') {
            let first = operand_set(first);
            return self.class_intersection(first, negative, depth);
        }
        self.class_union(first, negative, depth)
    }

    fn class_subtraction(&mut self, mut result: ClassSet, depth: usize) -> Parsed<ClassSet> {
        while self.has_more() && !self.is(b']') {
            if !(self.is(b'-') && self.next_is(b'-')) {
                return Err(PatternError::InvalidSetOperation);
            }
            self.advance(2);
            let operand = self.class_operand(depth)?;
            let operand = operand_set(operand);
            result.set = result.set.without(&operand.set);
            result.strings.retain(|string| !operand.strings.contains(string));
        }
        if self.has_more() { Ok(result) } else { Err(PatternError::UnterminatedCharacterClass) }
    }

    fn class_intersection(&mut self, mut result: ClassSet, negative: bool, depth: usize) -> Parsed<ClassSet> {
        while self.has_more() && !self.is(b']') {
            if !(self.is(b'&') && self.next_is(b'&')) {
                return Err(PatternError::InvalidSetOperation);
            }
            self.advance(2);
            if self.is(b'&') {
                return Err(PatternError::InvalidCharacterInClass);
            }
            let operand = self.class_operand(depth)?;
            let operand = operand_set(operand);
            result.set = result.set.intersection(&operand.set);
            result.strings.retain(|string| operand.strings.contains(string));
            result.may_contain_strings &= operand.may_contain_strings;
        }
        if !self.has_more() {
            return Err(PatternError::UnterminatedCharacterClass);
        }
        if negative && result.may_contain_strings {
            return Err(PatternError::NegatedClassMayContainStrings);
        }
        Ok(result)
    }

    /// ClassUnion. Its own characters get those that are equal; classes in it, and the operands of the other operations, stay as they are in V8.
    fn class_union(&mut self, first: Operand, negative: bool, depth: usize) -> Parsed<ClassSet> {
        let (mut result, mut nested) = (ClassSet::default(), CharSet::new());
        let mut last = Some(first);
        while self.has_more() && !self.is(b']') {
            if self.is(b'-') {
                if self.next_is(b'-') {
                    return Err(PatternError::InvalidSetOperation);
                }
                self.advance(1);
                if !self.has_more() {
                    break;
                }
                let Some(Operand::Char(from)) = last else { return Err(PatternError::InvalidCharacterClass) };
                let Operand::Char(to) = self.class_operand(depth)? else {
                    return Err(PatternError::InvalidCharacterClass);
                };
                if from > to {
                    return Err(PatternError::OutOfOrderCharacterClass);
                }
                result.set.add(from, to);
                last = None;
            } else {
                add_operand(&mut result, &mut nested, last.take());
                last = Some(self.class_operand(depth)?);
            }
        }
        if !self.has_more() {
            return Err(PatternError::UnterminatedCharacterClass);
        }
        add_operand(&mut result, &mut nested, last);
        result.set = self.closed(result.set);
        result.set.add_all(&nested);
        if negative && result.may_contain_strings {
            return Err(PatternError::NegatedClassMayContainStrings);
        }
        Ok(result)
    }

    /// ClassSetOperand
    fn class_operand(&mut self, depth: usize) -> Parsed<Operand> {
        if self.is(b'\\') {
            let next = self.next();
            if next == u32::from(b'q') {
                return self.class_strings().map(Operand::Set);
            }
            if let Some(set) = self.class_escape(next, Place::Class)? {
                return Ok(Operand::Set(ClassSet { set, ..ClassSet::default() }));
            }
        }
        if self.is(b'[') {
            return self.class_contents(depth + 1).map(Operand::Nested);
        }
        self.class_set_character().map(Operand::Char)
    }

    /// `\q{ab|c}`
    fn class_strings(&mut self) -> Parsed<ClassSet> {
        self.advance(2);
        if !self.is(b'{') {
            return Err(PatternError::InvalidEscape);
        }
        self.advance(1);
        let mut result = ClassSet::default();
        let mut string = Vec::new();
        while self.has_more() && !self.is(b'}') {
            if self.is(b'|') {
                self.advance(1);
                add_string(&mut result, std::mem::take(&mut string));
            } else {
                let character = self.class_set_character()?;
                string.push(if self.ignores_case() { canonical(CaseRule::Fold, character) } else { character });
            }
        }
        add_string(&mut result, string);
        self.advance(1);
        Ok(result)
    }

    /// ClassSetCharacter
    fn class_set_character(&mut self) -> Parsed<u32> {
        let character = self.current();
        if character == u32::from(b'\\') {
            let next = self.next();
            if next == END {
                return Err(PatternError::EscapeAtEnd);
            }
            if next == u32::from(b'b') {
                self.advance(2);
                return Ok(0x08);
            }
            return self.character_escape(Place::Class);
        }
        let byte = u8::try_from(character).unwrap_or(0);
        if b"()[]{}/-\\|".contains(&byte) {
            return Err(PatternError::InvalidCharacterInClass);
        }
        if b"&!#$%*+,.:;<=>?@^`~".contains(&byte) && self.next() == character {
            return Err(PatternError::InvalidSetOperation);
        }
        if !self.has_more() {
            // The class is not closed: whoever asked finds that out.
            return Ok(character);
        }
        self.advance(1);
        Ok(character)
    }
}

fn add_operand(result: &mut ClassSet, nested: &mut CharSet, operand: Option<Operand>) {
    let Some(operand) = operand else { return };
    let is_nested = matches!(operand, Operand::Nested(_));
    let operand = operand_set(operand);
    if is_nested { nested } else { &mut result.set }.add_all(&operand.set);
    result.strings.extend(operand.strings);
    result.may_contain_strings |= operand.may_contain_strings;
}

fn add_string(result: &mut ClassSet, string: Vec<u32>) {
    match string[..] {
        [character] => result.set.add(character, character),
        _ => {
            result.may_contain_strings = true;
            result.strings.insert(string);
        }
    }
}

fn operand_set(operand: Operand) -> ClassSet {
    match operand {
        Operand::Char(character) => ClassSet { set: CharSet::single(character), ..ClassSet::default() },
        Operand::Set(set) | Operand::Nested(set) => set,
    }
}
