//! `split` with a pattern (ECMA-262 §22.2.6.14).

use prickle_heap::{Array, Cx, JsResult, JsStr, Object, RegExpObject};

use super::compiled::{compiled, find, flags_of};
use super::exec::{advance, end_of, group};

/// RegExp.prototype [ @@split ] ( string, limit ): the parts between matches, and the groups of each match.
pub(crate) fn split<'h>(
    cx: Cx<'h>,
    text: JsStr<'h>,
    separator: RegExpObject<'h>,
    limit: usize,
) -> JsResult<'h, Object<'h>> {
    let parts = Array::of(cx, &[]);
    let compiled = compiled(cx, separator);
    if limit == 0 {
        return Ok(parts.object());
    }
    if text.is_empty() {
        if find(cx, &compiled, text, 0, true, |_| ())?.is_none() {
            parts.push(cx, text.into())?;
        }
        return Ok(parts.object());
    }
    let unicode = flags_of(separator).is_unicode();
    let (mut begin, mut position) = (0, 0);
    while position < text.byte_len() {
        cx.checkpoint()?;
        let read = |scratch: &prickle_regexp::Scratch| {
            let groups = (1..compiled.groups()).map(|index| group(cx, text, scratch, index)).collect::<Vec<_>>();
            (end_of(scratch), groups)
        };
        let Some(((start, end), groups)) = find(cx, &compiled, text, position, false, read)? else { break };
        if start >= text.byte_len() {
            break;
        }
        if end == begin {
            position = advance(text, start, unicode);
            continue;
        }
        parts.push(cx, text.part(cx, begin, start).into())?;
        for value in [None].into_iter().chain(groups.into_iter().map(Some)) {
            if let Some(value) = value {
                parts.push(cx, value)?;
            }
            if parts.length() as usize == limit {
                return Ok(parts.object());
            }
        }
        (begin, position) = (end, end);
    }
    parts.push(cx, text.part(cx, begin, text.byte_len()).into())?;
    Ok(parts.object())
}
