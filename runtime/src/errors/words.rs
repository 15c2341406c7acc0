//! How V8 words what stands at a place of the program, for its messages.

use std::panic::Location;

use prickle_heap::Cx;

use crate::turn::instances;

/// V8's text for what is called or iterated: as such, or by the place of the operation in generated code, whose source map has it.
pub(crate) trait Words: Copy {
    /// The text. `None`: the place is not in generated code.
    fn text(self, cx: Cx<'_>) -> Option<String>;
}

impl Words for &str {
    fn text(self, _: Cx<'_>) -> Option<String> {
        Some(self.to_owned())
    }
}

impl Words for &Location<'_> {
    #[cold]
    fn text(self, cx: Cx<'_>) -> Option<String> {
        instances(cx).iter().find_map(|instance| instance.source_maps().words(cx, self))
    }
}
