//! Template literals.

use prickle_heap::{Cx, ErrorKind, JsResult, JsStr, Throw};

use crate::errors::throw_error;

/// A template literal (ECMA-262 §13.2.8.5): `js_format!(cx, "Hello {}!", name)?`. Each value goes through ToString before the next is evaluated.
/// `{{` and `}}` stand for braces.
#[macro_export]
macro_rules! js_format {
    ($cx:expr, $template:literal $(, $value:expr)* $(,)?) => {
        'format: {
            const TEMPLATE: $crate::prelude::Template<{ 1 $(+ { let _ = stringify!($value); 1 })* }> =
                $crate::prelude::Template::new($template);
            let cx = $cx;
            let values = [$(
                match $crate::prelude::Operations::to_js_string($value, cx) {
                    Ok(text) => text,
                    Err(thrown) => break 'format Err(thrown),
                }
            ),*];
            TEMPLATE.fill(cx, &values)
        }
    };
}

/// A template, taken apart when the program is compiled.
pub struct Template<const TEXTS: usize> {
    template: &'static str,
    /// What stands before, between and after the values; not used if there are doubled braces.
    texts: [JsStr<'static>; TEXTS],
    has_braces: bool,
}

impl<const TEXTS: usize> Template<TEXTS> {
    /// Takes a template apart.
    pub const fn new(template: &'static str) -> Self {
        let mut parts = Template { template, texts: [JsStr::EMPTY; TEXTS], has_braces: false };
        let bytes = template.as_bytes();
        let (mut count, mut from, mut at) = (0, 0, 0);
        while at <= bytes.len() {
            if at == bytes.len() || is_value(bytes, at) {
                if count == TEXTS {
                    break;
                }
                parts.texts[count] = JsStr::from_static(part(bytes, from, at));
                count += 1;
                at += 2;
                from = at;
            } else {
                parts.has_braces |= matches!(bytes[at], b'{' | b'}');
                at += 1;
            }
        }
        parts
    }

    /// Puts the values in their places.
    #[inline]
    #[track_caller]
    pub fn fill<'h>(&self, cx: Cx<'h>, values: &[JsStr<'h>]) -> JsResult<'h, JsStr<'h>> {
        if self.has_braces {
            return fill_template(cx, self.template, values);
        }
        cx.interleave(&self.texts, values).map_err(|_| too_long(cx))
    }
}

/// Whether a value goes here.
const fn is_value(bytes: &[u8], at: usize) -> bool {
    bytes[at] == b'{' && at + 1 < bytes.len() && bytes[at + 1] == b'}'
}

/// The text between two places, which are not inside of a character.
const fn part(bytes: &'static [u8], from: usize, to: usize) -> &'static str {
    match std::str::from_utf8(bytes.split_at(to).0.split_at(from).1) {
        Ok(text) => text,
        Err(_) => panic!("braces are characters of their own"),
    }
}

#[cold]
fn too_long(cx: Cx<'_>) -> Throw<'_> {
    throw_error(cx, ErrorKind::Range, "Invalid string length")
}

/// Puts the values in place of the `{}` of a template that has doubled braces.
fn fill_template<'h>(cx: Cx<'h>, template: &'static str, values: &[JsStr<'h>]) -> JsResult<'h, JsStr<'h>> {
    let mut pieces = Vec::with_capacity(2 * values.len() + 1);
    let mut values = values.iter();
    let mut rest = template;
    while let Some(brace) = rest.find(['{', '}']) {
        if is_value(rest.as_bytes(), brace) {
            pieces.push(JsStr::from(&rest[..brace]));
            pieces.extend(values.next());
        } else {
            // A doubled brace: its first half is text.
            pieces.push(JsStr::from(&rest[..=brace]));
        }
        rest = &rest[brace + 2..];
    }
    pieces.push(JsStr::from(rest));
    cx.concat_all(&pieces).map_err(|_| too_long(cx))
}
