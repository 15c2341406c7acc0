//! The buffers of the parser, and what it remembers from text to text.

use std::cell::Cell;

use super::known_keys::KnownKeys;
use crate::Value;
use crate::object::{Entry, Key};

/// Buffers of the parser, kept with the event heap so that parsing allocates nothing in the steady state.
#[derive(Default)]
pub(crate) struct ParseScratch<'h> {
    /// Properties of the objects that are open, innermost last.
    pub(super) entries: Vec<Entry<'h>>,
    /// Elements of the arrays that are open, innermost last.
    pub(super) elements: Vec<Value<'h>>,
    pub(super) open: Vec<Container<'h>>,
    /// The string literal that is being decoded.
    pub(super) text: Vec<u8>,
    /// The keys of earlier texts.
    pub(super) known: Option<Box<KnownKeys>>,
}

impl<'h> ParseScratch<'h> {
    /// The same buffers, emptied, for another lifetime.
    pub(super) fn recycle<'g>(self) -> ParseScratch<'g> {
        fn emptied<A, B>(mut buffer: Vec<A>) -> Vec<B> {
            buffer.clear();
            // Collecting in place keeps the allocation, since both types have the same layout.
            buffer.into_iter().map(|_| unreachable!("the buffer is empty")).collect()
        }
        let ParseScratch { entries, elements, open, mut text, known } = self;
        text.clear();
        ParseScratch { entries: emptied(entries), elements: emptied(elements), open: emptied(open), text, known }
    }
}

/// A container whose end has not been seen.
pub(super) enum Container<'h> {
    Array {
        /// Where its elements start.
        from: usize,
    },
    Object {
        /// Where its properties start.
        from: usize,
        /// The key whose value is being parsed.
        key: Key<'h>,
    },
}

impl<'h> Container<'h> {
    pub(super) fn set_key(&mut self, new: Key<'h>) {
        if let Container::Object { key, .. } = self {
            *key = new;
        }
    }
}

/// Buffers in a place that outlives the turns that use them.
pub(crate) type ScratchCell = Cell<ParseScratch<'static>>;
