//! What programs are made of, by thing. In a template stand
//!
//! - `§` for an expression of the next hint, in the scope around the template,
//! - `£` for one that also sees the names which the template declares,
//! - `¤` for some statements that do, and `¶` for some that are the body of another function than what is around,
//! - `@1`, `@2`, … for names that nobody else has.

mod arrays;
mod bigints;
mod bytes;
mod classes;
mod core;
mod dates;
mod functions;
mod iterators;
mod objects;
mod regexps;
mod statements;
mod strings;
mod typescript;
mod urls;

use super::hint::Hint;

/// An expression: its most likely type, its text, and the types of its parts.
pub type Template = (Hint, &'static str, &'static [Hint]);

/// A statement: its text and the types of its parts.
pub type Statement = (&'static str, &'static [Hint]);

/// What is about one thing.
#[derive(Debug)]
pub struct Group {
    /// Classes whose builtins belong to it; none of the first group, which has all that no other has.
    pub classes: &'static [&'static str],
    /// Expressions.
    pub expressions: &'static [Template],
    /// Literals: expressions without parts.
    pub literals: &'static [(Hint, &'static [&'static str])],
    /// Statements.
    pub statements: &'static [Statement],
}

/// All of them. The first is part of every program.
pub const GROUPS: [Group; 14] = [
    core::GROUP,
    statements::GROUP,
    functions::GROUP,
    arrays::GROUP,
    strings::GROUP,
    objects::GROUP,
    classes::GROUP,
    iterators::GROUP,
    regexps::GROUP,
    bigints::GROUP,
    dates::GROUP,
    urls::GROUP,
    bytes::GROUP,
    typescript::GROUP,
];
