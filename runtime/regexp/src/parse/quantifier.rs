//! Quantifiers (ECMA-262 §22.2.1).

use super::group::Level;
use super::{Parsed, Parser};
use crate::PatternError;
use crate::ast::{INFINITE, Node, Repeat};

impl Parser {
    /// Wraps the last term if a quantifier follows it.
    pub(super) fn quantifier(&mut self, level: &mut Level) -> Parsed<()> {
        let (min, max) = match self.syntax() {
            b'*' => (0, INFINITE),
            b'+' => (1, INFINITE),
            b'?' => (0, 1),
            b'{' => match self.interval() {
                Some((min, max, _)) if max < min => return Err(PatternError::NumbersOutOfOrder),
                Some((min, max, length)) => {
                    // Its closing brace is behind it.
                    self.advance(length - 1);
                    (min, max)
                }
                None if self.is_unicode() => return Err(PatternError::IncompleteQuantifier),
                None => return Ok(()),
            },
            _ => return Ok(()),
        };
        self.advance(1);
        let greedy = !self.is(b'?');
        if !greedy {
            self.advance(1);
        }
        let Some(body) = level.terms.pop() else { return Ok(()) };
        match &body {
            Node::Empty => return Ok(()),
            // Without the flag `u`, Annex B lets lookahead be quantified.
            Node::Look(look) if look.behind || self.is_unicode() => return Err(PatternError::InvalidQuantifier),
            _ => {}
        }
        if body.is_zero_width() {
            // One more iteration would match the empty string, which ends the loop.
            if min > 0 {
                level.terms.push(body);
            }
            return Ok(());
        }
        let groups = groups_in(&body);
        level.terms.push(Node::Repeat(Box::new(Repeat { body, min, max, greedy, groups })));
        Ok(())
    }

    /// `{2}`, `{2,}` or `{2,3}` here: its bounds and its length.
    pub(super) fn interval(&self) -> Option<(u32, u32, usize)> {
        let mut at = self.at + 1;
        let byte = |at: usize| self.input.get(at).and_then(|unit| u8::try_from(*unit).ok()).unwrap_or(0);
        let number = |at: &mut usize| {
            let mut value = None;
            while byte(*at).is_ascii_digit() {
                let digit = u32::from(byte(*at) - b'0');
                value = Some(
                    value.map_or(digit, |value: u32| value.saturating_mul(10).saturating_add(digit)).min(INFINITE),
                );
                *at += 1;
            }
            value
        };
        let min = number(&mut at)?;
        let mut max = min;
        if byte(at) == b',' {
            at += 1;
            // V8 reads `{2,x` as no interval because of its x.
            max = if byte(at) == b'}' { INFINITE } else { number(&mut at)? };
        }
        (byte(at) == b'}').then_some((min, max, at + 1 - self.at))
    }
}

/// The numbers of the groups in a node, which follow one another.
fn groups_in(node: &Node) -> std::ops::Range<u32> {
    // Empty until a group is met: `min` and `max` below widen it from there.
    let mut found = std::ops::Range { start: u32::MAX, end: 0 };
    collect_groups(node, &mut found);
    if found.start > found.end { 0..0 } else { found }
}

fn collect_groups(node: &Node, found: &mut std::ops::Range<u32>) {
    match node {
        Node::Empty
        | Node::Char(_)
        | Node::Set(_)
        | Node::EmptyClass(_)
        | Node::Assertion(_)
        | Node::BackReference(_)
        | Node::NamedReference(_) => {}
        Node::Sequence(nodes) | Node::Alternatives(nodes) => nodes.iter().for_each(|node| collect_groups(node, found)),
        Node::Capture(index, body) => {
            found.start = found.start.min(*index);
            found.end = found.end.max(*index + 1);
            collect_groups(body, found);
        }
        Node::Repeat(repeat) => {
            if !repeat.groups.is_empty() {
                found.start = found.start.min(repeat.groups.start);
                found.end = found.end.max(repeat.groups.end);
            }
        }
        Node::Look(look) => collect_groups(&look.body, found),
    }
}
