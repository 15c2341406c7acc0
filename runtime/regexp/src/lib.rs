//! Regular expressions of ECMA-262 (§22.2), on strings that are kept as WTF-8.
//!
//! A pattern is [parsed](parse) as V8 parses it, with its messages, [compiled](compile) to a small program, and [matched](exec) by
//! backtracking directly on the bytes of a string: nothing is converted, and memory is used again. Positions are offsets in bytes.
//! What takes long is handed to the [linear engine](compile::linear), which remembers what has failed. It takes all patterns without
//! back-references, unless they are huge. For the others, a match that takes more than [`STEP_LIMIT`] steps is given up.
//!
//! What Unicode says about characters is taken from Node, so that both always agree.

#![forbid(unsafe_code)]

mod ast;
mod charset;
mod compile;
mod error;
mod exec;
mod flags;
mod parse;
mod program;
mod search;
mod unicode;
mod wtf8;

use std::cell::OnceCell;

pub use error::PatternError;
use exec::Subject;
pub use exec::{LimitReached, STEP_LIMIT, Scratch};
pub use flags::Flags;

/// A compiled pattern.
#[derive(Debug)]
pub struct Regexp {
    program: program::Program,
    names: Vec<(String, u32)>,
    source: Box<[u8]>,
    flags: Flags,
    /// The program for the linear engine, made when somebody needs it.
    linear: OnceCell<Option<program::Program>>,
}

impl Regexp {
    /// Compiles a pattern given as WTF-8.
    pub fn new(source: &[u8], flags: Flags) -> Result<Regexp, PatternError> {
        let pattern = parse::parse(source, flags)?;
        let program = compile::compile(&pattern, flags);
        // Names are identifiers: there are no halves of pairs in them.
        let names = pattern.names.iter().map(|(name, group)| (String::from_utf16_lossy(name), *group)).collect();
        Ok(Regexp { program, names, source: source.into(), flags, linear: OnceCell::new() })
    }

    /// What the linear engine runs, if it can.
    #[cold]
    fn linear(&self) -> Option<&program::Program> {
        let make = || compile::compile_linear(&parse::parse(&self.source, self.flags).ok()?, self.flags);
        self.linear.get_or_init(make).as_ref()
    }

    /// Checks a pattern without compiling it.
    pub fn check(source: &[u8], flags: Flags) -> Result<(), PatternError> {
        parse::parse(source, flags).map(|_| ())
    }

    /// Number of groups, the whole match among them.
    pub fn groups(&self) -> usize {
        self.program.groups as usize
    }

    /// Names of groups, in the order of their groups.
    pub fn names(&self) -> impl Iterator<Item = (&str, usize)> {
        self.names.iter().map(|(name, group)| (name.as_str(), *group as usize))
    }

    /// Looks for the first match in WTF-8 from `start` on; with `only_here`, for one that begins at `start`. `start` must be a boundary between
    /// characters, or the third byte of a sequence of four to mean its second code unit. The groups are in `scratch` afterwards.
    #[inline]
    pub fn find(
        &self,
        text: &[u8],
        is_ascii: bool,
        start: usize,
        only_here: bool,
        scratch: &mut Scratch,
    ) -> Result<bool, LimitReached> {
        exec::find(&self.program, || self.linear(), Subject { text, is_ascii, start, only_here }, scratch)
    }
}
