//! Template literals.

use prickle_heap::{Cx, ErrorKind, JsResult, JsStr};

use crate::errors::throw_error;

/// A template literal (ECMA-262 §13.2.8.5): `js_format!(cx, "Hello {}!", name)?`. Each value goes through ToString before the next is evaluated.
/// `{{` and `}}` stand for braces.
#[macro_export]
macro_rules! js_format {
    ($cx:expr, $template:literal $(, $value:expr)* $(,)?) => {
        'format: {
            let cx = $cx;
            let values = [$(
                match $crate::prelude::Operations::to_js_string($value, cx) {
                    Ok(text) => text,
                    Err(thrown) => break 'format Err(thrown),
                }
            ),*];
            $crate::prelude::fill_template(cx, $template, &values)
        }
    };
}

/// Puts the values in place of the `{}` of a template.
pub fn fill_template<'h>(cx: Cx<'h>, template: &'static str, values: &[JsStr<'h>]) -> JsResult<'h, JsStr<'h>> {
    let mut pieces = Vec::with_capacity(2 * values.len() + 1);
    let mut values = values.iter();
    let mut rest = template;
    while let Some(brace) = rest.find(['{', '}']) {
        let bytes = rest.as_bytes();
        if bytes[brace] == b'{' && bytes.get(brace + 1) == Some(&b'}') {
            pieces.push(JsStr::from(&rest[..brace]));
            pieces.extend(values.next());
        } else {
            // A doubled brace: its first half is text.
            pieces.push(JsStr::from(&rest[..=brace]));
        }
        rest = &rest[brace + 2..];
    }
    pieces.push(JsStr::from(rest));
    cx.concat_all(&pieces).map_err(|_| throw_error(cx, ErrorKind::Range, "Invalid string length"))
}
