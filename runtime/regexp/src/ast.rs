//! The syntax tree of a pattern. Case and negation are already worked into the sets.

use std::ops::Range;

use crate::charset::CharSet;

/// A part of a pattern.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    Empty,
    /// A code point, or a code unit without the flag `u`.
    Char(u32),
    Set(CharSet),
    /// `[]` and `[^]` with the flag `v`, which V8's quantifiers take for something of no width.
    EmptyClass(CharSet),
    Sequence(Vec<Node>),
    /// Tried in this order.
    Alternatives(Vec<Node>),
    Capture(u32, Box<Node>),
    Repeat(Box<Repeat>),
    Look(Box<Look>),
    Assertion(Assertion),
    BackReference(u32),
    /// An index into [`Pattern::references`].
    NamedReference(usize),
}

#[derive(Clone, Debug)]
pub(crate) struct Repeat {
    pub(crate) body: Node,
    pub(crate) min: u32,
    /// [`INFINITE`] where there is no limit.
    pub(crate) max: u32,
    pub(crate) greedy: bool,
    /// The groups in the body, which each iteration forgets.
    pub(crate) groups: Range<u32>,
}

/// No upper bound of a quantifier.
pub(crate) const INFINITE: u32 = i32::MAX as u32;

#[derive(Clone, Debug)]
pub(crate) struct Look {
    pub(crate) body: Node,
    pub(crate) behind: bool,
    pub(crate) negative: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Assertion {
    Start,
    End,
    LineStart,
    LineEnd,
    WordBoundary,
    NotWordBoundary,
}

/// A pattern that is valid.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    pub(crate) root: Node,
    /// Number of groups, without the whole match.
    pub(crate) groups: u32,
    /// Names in UTF-16 code units, in the order of their groups.
    pub(crate) names: Vec<(Vec<u16>, u32)>,
    /// The groups that named references mean.
    pub(crate) references: Vec<u32>,
}

impl Node {
    pub(crate) fn sequence(mut nodes: Vec<Node>) -> Node {
        match nodes.len() {
            0 => Node::Empty,
            1 => nodes.remove(0),
            _ => Node::Sequence(nodes),
        }
    }

    pub(crate) fn alternatives(mut nodes: Vec<Node>) -> Node {
        match nodes.len() {
            0 => Node::Empty,
            1 => nodes.remove(0),
            _ => Node::Alternatives(nodes),
        }
    }

    /// Certainly matches nothing but the empty string.
    pub(crate) fn is_zero_width(&self) -> bool {
        match self {
            Node::Empty | Node::EmptyClass(_) | Node::Look(_) | Node::Assertion(_) => true,
            Node::Char(_) | Node::Set(_) | Node::BackReference(_) | Node::NamedReference(_) => false,
            Node::Sequence(nodes) | Node::Alternatives(nodes) => nodes.iter().all(Node::is_zero_width),
            Node::Capture(_, body) => body.is_zero_width(),
            Node::Repeat(repeat) => repeat.max == 0 || repeat.body.is_zero_width(),
        }
    }
}
