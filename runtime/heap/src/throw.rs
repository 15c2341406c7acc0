//! Abrupt completions.

use std::fmt;

use crate::Value;

/// What a JavaScript operation gives: a value, or what was thrown.
pub type JsResult<'h, T = Value<'h>> = Result<T, Throw<'h>>;

/// An abrupt completion of type throw, or the end of the plugin's turn.
#[derive(Clone, Copy, Debug)]
pub enum Throw<'h> {
    /// A JavaScript exception. The plugin can catch it.
    Exception(Value<'h>),
    /// The host ended the turn: no `catch` sees this and no `finally` runs.
    Terminated(Termination),
}

/// Why the host ended a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Termination {
    /// The event used more memory than it may.
    MemoryLimit {
        /// The limit in bytes.
        bytes: usize,
    },
    /// A write so far beyond the end of an array that only a sparse array could hold it.
    SparseArray {
        /// The index that was written.
        index: u32,
    },
    /// Something that Prickle can neither do as Node does nor refuse when it compiles.
    Unsupported {
        /// What it was: "… is not supported".
        what: &'static str,
    },
}

impl fmt::Display for Termination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Termination::MemoryLimit { bytes } => write!(f, "memory limit of {bytes} bytes per event exceeded"),
            Termination::SparseArray { index } => {
                write!(f, "sparse arrays are not supported (index {index} lies far beyond the end)")
            }
            Termination::Unsupported { what } => write!(f, "{what} is not supported"),
        }
    }
}
