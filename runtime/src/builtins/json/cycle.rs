//! V8's message about circular structures.

use prickle_heap::{Cx, JsStr, Object};

use super::serialize::Place;
use crate::builtins::object::constructor_name;

/// An object that is being serialized, and the place where it was found.
#[derive(Clone, Copy)]
pub(super) struct Level<'h> {
    pub(super) place: Place<'h>,
    pub(super) object: Object<'h>,
}

/// The message for a `stack` of which `start` is met again in `place`: the way from there on, the middle left out if it is long.
pub(super) fn message<'h>(cx: Cx<'h>, stack: &[Level<'h>], start: usize, place: Place<'h>) -> JsStr<'h> {
    let constructor = |object| constructor_name(cx, object);
    let mut text = format!(
        "Converting circular structure to JSON\n    --> starting at object with constructor '{}'",
        constructor(stack[start].object)
    );
    let way = &stack[start + 1..];
    let mut line = |level: &Level<'h>| {
        text.push_str(&format!(
            "\n    |     {} -> object with constructor '{}'",
            level.place,
            constructor(level.object)
        ));
    };
    let (first, rest) = way.split_at(way.len().min(2));
    first.iter().for_each(&mut line);
    if let Some((last, between)) = rest.split_last() {
        if !between.is_empty() {
            text.push_str("\n    |     ...");
        }
        text.push_str(&format!("\n    |     {} -> object with constructor '{}'", last.place, constructor(last.object)));
    }
    text.push_str(&format!("\n    --- {place} closes the circle"));
    cx.string(&text)
}
