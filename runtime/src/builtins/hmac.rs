//! `Hmac` objects of the module `crypto`.

use prickle_heap::{Cx, JsResult, Object, Value};

use super::hash::{encoded, finish, is_finalized};

pub use super::hash::update;

/// Hmac.prototype.digest
pub fn digest<'h>(cx: Cx<'h>, hmac: Object<'h>, encoding: Option<Value<'h>>) -> JsResult<'h> {
    Ok(if is_finalized(hmac) { encoded(cx, &[], encoding) } else { finish(cx, hmac, encoding) })
}
