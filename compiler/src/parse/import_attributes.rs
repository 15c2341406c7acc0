//! Import attributes without their object, `from './a' with (`: swc asserts that a brace follows, and panics.

/// Where something else than `{` follows `with` or `assert` behind a string. Only for files on which swc failed.
pub(super) fn without_brace(text: &str) -> Option<usize> {
    ["with", "assert"].into_iter().find_map(|keyword| {
        text.match_indices(keyword).find_map(|(at, _)| {
            let follows_string = skip_back(&text[..at]).ends_with(['\'', '"']);
            let rest = skip(&text[at + keyword.len()..]);
            (follows_string && !rest.starts_with('{')).then(|| text.len() - rest.len())
        })
    })
}

/// The text without white space and comments in front.
fn skip(text: &str) -> &str {
    let text = text.trim_start();
    let comment_end = if text.starts_with("//") {
        text.find('\n').unwrap_or(text.len())
    } else if text.starts_with("/*") {
        text.find("*/").map_or(text.len(), |end| end + 2)
    } else {
        return text;
    };
    skip(&text[comment_end..])
}

/// The text without white space and block comments at its end.
fn skip_back(text: &str) -> &str {
    let text = text.trim_end();
    match text.ends_with("*/").then(|| text.rfind("/*")).flatten() {
        Some(start) => skip_back(&text[..start]),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::without_brace;

    #[test]
    fn finds_what_stands_in_place_of_the_brace() {
        assert_eq!(without_brace("export { a } from './a'\nwith (b) {}"), Some(29));
        assert_eq!(without_brace("import a from \"a\" /* b */ assert // c\n a"), Some(39));
        assert_eq!(without_brace("import a from 'a' with { type: 'json' }"), None);
        assert_eq!(without_brace("with (a) {}"), None);
    }
}
