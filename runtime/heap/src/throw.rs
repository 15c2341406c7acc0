//! Abrupt completions.

use std::fmt;
use std::panic::Location;

use crate::{Cx, Value};

/// What a JavaScript operation gives: a value, or what was thrown.
pub type JsResult<'h, T = Value<'h>> = Result<T, Throw<'h>>;

const _: () = assert!(size_of::<JsResult<'static>>() == 16, "a result is returned in two registers");
const _: () = assert!(size_of::<JsResult<'static, ()>>() == 8);

/// An abrupt completion of type throw, or the end of the plugin's turn.
///
/// A pointer to what was thrown, which lies in the event heap: results are small, since nearly all of them are values.
#[derive(Clone, Copy, Debug)]
pub struct Throw<'h>(&'h Thrown<'h>);

/// What a [`Throw`] carries.
#[derive(Clone, Copy, Debug)]
pub enum Thrown<'h> {
    /// A JavaScript exception. The plugin can catch it.
    Exception(Value<'h>),
    /// The host ended the turn: no `catch` sees this and no `finally` runs.
    Terminated(Termination),
}

impl<'h> Throw<'h> {
    /// What was thrown.
    #[inline]
    pub fn thrown(self) -> Thrown<'h> {
        *self.0
    }

    /// Notes the place where generated code met what was thrown, if that is an error.
    #[cold]
    #[inline(never)]
    pub fn met_at(self, place: &'static Location<'static>) -> Self {
        if let Some(Value::Object(object)) = self.exception()
            && let Some(error) = object.as_error()
        {
            error.met_at(place);
        }
        self
    }

    /// The exception, if it is one.
    #[inline]
    pub fn exception(self) -> Option<Value<'h>> {
        if let Thrown::Exception(value) = *self.0 { Some(value) } else { None }
    }
}

impl<'h> Cx<'h> {
    /// What `throw value` completes with (ECMA-262 §14.14).
    #[cold]
    #[inline(never)]
    pub fn throw(self, value: Value<'h>) -> Throw<'h> {
        Throw(self.event_arena().alloc(Thrown::Exception(value)))
    }

    /// The end of the plugin's turn.
    #[cold]
    #[inline(never)]
    pub fn terminate(self, termination: Termination) -> Throw<'h> {
        Throw(self.event_arena().alloc(Thrown::Terminated(termination)))
    }

    /// The end of the plugin's turn because of something that Prickle can neither do as Node does nor refuse when it compiles:
    /// "`what` is not supported".
    #[cold]
    pub fn unsupported(self, what: &'static str) -> Throw<'h> {
        self.terminate(Termination::Unsupported { what })
    }
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
