//! What a node can begin with: so the matcher leaves out what cannot match, and gives nothing back in vain.

use crate::ast::{Assertion, Node};
use crate::charset::CharSet;

/// Sets with more ranges than this count as everything: the answer would cost more than it saves.
const MAX_RANGES: usize = 256;

/// What matching must find first.
#[derive(Clone, Debug)]
pub(super) struct First {
    /// The next character is one of these, unless one of the others is true.
    pub(super) set: CharSet,
    /// It can match whatever comes next, without looking.
    pub(super) accepts: bool,
    /// It can match at the end of the text.
    pub(super) at_end: bool,
}

impl First {
    /// Succeeds without looking.
    pub(super) fn accept() -> First {
        First { set: CharSet::new(), accepts: true, at_end: true }
    }

    /// Nothing is known.
    fn unknown() -> First {
        First { set: CharSet::everything(), accepts: true, at_end: true }
    }

    fn of_set(set: CharSet) -> First {
        let set = if set.ranges().len() > MAX_RANGES { CharSet::everything() } else { set };
        First { set, accepts: false, at_end: false }
    }

    /// Either this or that.
    pub(super) fn or(&self, other: &First) -> First {
        let mut set = self.set.clone();
        set.add_all(&other.set);
        First { accepts: self.accepts || other.accepts, at_end: self.at_end || other.at_end, ..First::of_set(set) }
    }

    /// This, then that.
    fn then(self, next: &First) -> First {
        if self.accepts { First { accepts: false, at_end: false, ..self }.or(next) } else { self }
    }

    /// `node`, then `next`.
    pub(super) fn of(node: &Node, next: &First, backward: bool) -> First {
        match node {
            Node::Empty => next.clone(),
            Node::Char(character) => First::of_set(CharSet::single(*character)),
            Node::Set(set) | Node::EmptyClass(set) => First::of_set(set.clone()),
            Node::Sequence(nodes) => First::of_sequence(nodes, next, backward),
            Node::Alternatives(nodes) => {
                let nothing = First::of_set(CharSet::new());
                nodes.iter().fold(nothing, |first, node| first.or(&First::of(node, next, backward)))
            }
            Node::Capture(_, body) => First::of(body, next, backward),
            Node::Repeat(repeat) if repeat.max == 0 => next.clone(),
            Node::Repeat(repeat) => {
                let body = First::of(&repeat.body, &First::accept(), backward);
                if repeat.min == 0 { First { accepts: true, ..body }.then(next) } else { body.then(next) }
            }
            Node::Assertion(Assertion::End) if !backward => First { at_end: true, ..First::of_set(CharSet::new()) },
            Node::Assertion(Assertion::LineEnd) if !backward => {
                First { at_end: true, ..First::of_set(CharSet::no_line_terminators().inverted()) }
            }
            // They can fail, but what follows still has to find its character.
            Node::Assertion(_) | Node::Look(_) if !next.accepts => next.clone(),
            Node::Assertion(_) | Node::Look(_) | Node::BackReference(_) | Node::NamedReference(_) => First::unknown(),
        }
    }

    /// Nodes in the order of the pattern, then `next`.
    fn of_sequence(nodes: &[Node], next: &First, backward: bool) -> First {
        let step = |first: First, node: &Node| First::of(node, &first, backward);
        let next = next.clone();
        if backward { nodes.iter().fold(next, step) } else { nodes.iter().rev().fold(next, step) }
    }

    /// What follows each node of a sequence, in the order of the pattern.
    pub(super) fn behind_each(nodes: &[Node], next: &First, backward: bool) -> Vec<First> {
        let mut next = next.clone();
        let step = |node: &Node| {
            let first = First::of(node, &next, backward);
            std::mem::replace(&mut next, first)
        };
        if backward {
            nodes.iter().map(step).collect()
        } else {
            let mut firsts: Vec<_> = nodes.iter().rev().map(step).collect();
            firsts.reverse();
            firsts
        }
    }
}

/// Whether a node can match the empty string.
pub(super) fn is_nullable(node: &Node) -> bool {
    match node {
        Node::Empty | Node::Look(_) | Node::Assertion(_) | Node::BackReference(_) | Node::NamedReference(_) => true,
        Node::Char(_) | Node::Set(_) | Node::EmptyClass(_) => false,
        Node::Sequence(nodes) => nodes.iter().all(is_nullable),
        Node::Alternatives(nodes) => nodes.iter().any(is_nullable),
        Node::Capture(_, body) => is_nullable(body),
        Node::Repeat(repeat) => repeat.min == 0 || is_nullable(&repeat.body),
    }
}

/// Whether every match of a node begins at the start of the text.
pub(super) fn is_anchored(node: &Node) -> bool {
    match node {
        Node::Assertion(assertion) => *assertion == Assertion::Start,
        Node::Sequence(nodes) => nodes.first().is_some_and(is_anchored),
        Node::Alternatives(nodes) => nodes.iter().all(is_anchored),
        Node::Capture(_, body) => is_anchored(body),
        Node::Repeat(repeat) => repeat.min > 0 && is_anchored(&repeat.body),
        Node::Empty
        | Node::Char(_)
        | Node::Set(_)
        | Node::EmptyClass(_)
        | Node::Look(_)
        | Node::BackReference(_)
        | Node::NamedReference(_) => false,
    }
}

/// The characters that every match of a node begins with, and whether they are all of it.
pub(super) fn prefix(node: &Node, characters: &mut Vec<u32>) -> bool {
    match node {
        Node::Empty | Node::Look(_) | Node::Assertion(_) => true,
        Node::Char(character) => {
            characters.push(*character);
            true
        }
        Node::Sequence(nodes) => nodes.iter().all(|node| prefix(node, characters)),
        Node::Capture(_, body) => prefix(body, characters),
        Node::Repeat(repeat) => {
            if repeat.min > 0 {
                prefix(&repeat.body, characters);
            }
            false
        }
        Node::Set(_)
        | Node::EmptyClass(_)
        | Node::Alternatives(_)
        | Node::BackReference(_)
        | Node::NamedReference(_) => false,
    }
}
