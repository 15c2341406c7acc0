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

/// Values that a template can have before its pieces need a list of their own.
const FEW: usize = 8;

/// Puts the values in place of the `{}` of a template.
pub fn fill_template<'h>(cx: Cx<'h>, template: &'static str, values: &[JsStr<'h>]) -> JsResult<'h, JsStr<'h>> {
    // Text between values and after doubled braces: there are at most as many pieces as there are bytes.
    let mut few = [JsStr::EMPTY; 2 * FEW + 1];
    let mut many;
    let pieces = if values.len() <= FEW && !template.contains("{{") && !template.contains("}}") {
        &mut few[..]
    } else {
        many = vec![JsStr::EMPTY; 2 * values.len() + template.len() + 1];
        &mut many
    };
    let mut count = 0;
    let mut add = |piece: JsStr<'h>| {
        if !piece.is_empty() {
            pieces[count] = piece;
            count += 1;
        }
    };
    let bytes = template.as_bytes();
    let mut values = values.iter();
    let (mut from, mut at) = (0, 0);
    while at < bytes.len() {
        if !matches!(bytes[at], b'{' | b'}') {
            at += 1;
            continue;
        }
        if bytes[at] == b'{' && bytes.get(at + 1) == Some(&b'}') {
            add(JsStr::from(&template[from..at]));
            values.next().copied().into_iter().for_each(&mut add);
        } else {
            // A doubled brace: its first half is text.
            add(JsStr::from(&template[from..=at]));
        }
        at += 2;
        from = at;
    }
    add(JsStr::from(&template[from..]));
    cx.concat_all(&pieces[..count]).map_err(|_| throw_error(cx, ErrorKind::Range, "Invalid string length"))
}
