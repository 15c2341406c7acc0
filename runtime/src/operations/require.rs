//! RequireObjectCoercible, with the messages of destructuring.

use prickle_heap::{Cx, ErrorKind, JsResult, Value};

use crate::errors::{Words, fill_message, throw_error};

/// RequireObjectCoercible (ECMA-262 §7.2.1).
#[inline]
pub(super) fn require_object_coercible<'h>(cx: Cx<'h>, value: Value<'h>, message: impl Words) -> JsResult<'h> {
    if value.is_nullish() { Err(throw_error(cx, ErrorKind::Type, fill_message(cx, message, value))) } else { Ok(value) }
}
