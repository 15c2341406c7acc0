//! The methods that write HTML (ECMA-262 §B.2.2.2 and following).

use prickle_heap::{Cx, JsResult, JsStr, StringBuilder};

use super::too_long;

/// CreateHTML (ECMA-262 §B.2.2.2.1).
fn create_html<'h>(
    cx: Cx<'h>,
    text: JsStr<'h>,
    tag: &'static str,
    attribute: Option<(&'static str, JsStr<'h>)>,
) -> JsResult<'h, JsStr<'h>> {
    let extra = attribute.map_or(0, |(_, value)| value.byte_len().saturating_mul(6));
    cx.check_memory(text.byte_len().saturating_add(extra))?;
    let mut html = StringBuilder::with_capacity(text.byte_len() + extra + 32);
    html.push_str("<");
    html.push_str(tag);
    if let Some((name, value)) = attribute {
        html.push_str(" ");
        html.push_str(name);
        html.push_str("=\"");
        let mut rest = value.as_bytes();
        let mut start = 0;
        while let Some(quote) = rest.iter().position(|byte| *byte == b'"') {
            html.push(value.part(cx, start, start + quote));
            html.push_str("&quot;");
            start += quote + 1;
            rest = &rest[quote + 1..];
        }
        html.push(value.part(cx, start, value.byte_len()));
        html.push_str("\"");
    }
    html.push_str(">");
    html.push(text);
    html.push_str("</");
    html.push_str(tag);
    html.push_str(">");
    let html = html.finish(cx);
    if html.length(cx) > prickle_heap::MAX_LENGTH { Err(too_long(cx)) } else { Ok(html) }
}

macro_rules! elements {
    ($( $function:ident $tag:literal; )*) => { $(
        #[doc = concat!("`String.prototype.", stringify!($function), "()` (ECMA-262 §B.2.2).")]
        pub fn $function<'h>(cx: Cx<'h>, this: JsStr<'h>) -> JsResult<'h, JsStr<'h>> {
            create_html(cx, this, $tag, None)
        }
    )* };
}

macro_rules! elements_with_attribute {
    ($( $function:ident $tag:literal $attribute:literal; )*) => { $(
        #[doc = concat!("`String.prototype.", stringify!($function), "(", $attribute, ")` (ECMA-262 §B.2.2).")]
        pub fn $function<'h>(cx: Cx<'h>, this: JsStr<'h>, value: JsStr<'h>) -> JsResult<'h, JsStr<'h>> {
            create_html(cx, this, $tag, Some(($attribute, value)))
        }
    )* };
}

elements! {
    big "big";
    blink "blink";
    bold "b";
    fixed "tt";
    italics "i";
    small "small";
    strike "strike";
    sub "sub";
    sup "sup";
}

elements_with_attribute! {
    anchor "a" "name";
    fontcolor "font" "color";
    fontsize "font" "size";
    link "a" "href";
}
