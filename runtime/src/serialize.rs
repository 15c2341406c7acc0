//! `JSON.stringify` into a buffer.

use prickle_heap::json::{self, Written};
use prickle_heap::{Cx, ErrorKind, JsResult, Value};

/// Appends `JSON.stringify(value)`. False, and nothing appended, where that is `undefined`.
pub(crate) fn write_json<'h>(cx: Cx<'h>, value: Value<'h>, output: &mut Vec<u8>) -> JsResult<'h, bool> {
    let start = output.len();
    match json::write(cx, value, output) {
        Ok(Written::Json) => Ok(true),
        Ok(Written::Undefined) => Ok(false),
        // Something has a `toJSON`, refers to itself or is a boxed primitive.
        Err(json::NeedsFullAlgorithm) => {
            output.truncate(start);
            Err(cx.throw_error(ErrorKind::Type, "Converting circular structure to JSON"))
        }
    }
}
