//! The module `url`, without the classes that it exports.

use prickle_heap::{Cx, JsResult, JsStr, Value};

use super::node_error;
use crate::operations::Operations;

/// url.domainToASCII
pub fn domain_to_ascii<'h>(cx: Cx<'h>, domain: Option<Value<'h>>) -> JsResult<'h, JsStr<'h>> {
    let Some(domain) = domain else { return Err(node_error::missing_arguments(cx, &["domain"])) };
    let domain = domain.to_js_string(cx)?.to_string_lossy();
    Ok(crate::url::host_of_domain(&domain).map_or(JsStr::EMPTY, |ascii| cx.string(&ascii)))
}
