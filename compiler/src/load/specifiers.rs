//! The module specifiers that a file may mention: a quick look at the text, before anything is parsed. It may find too much,
//! such as specifiers in comments, which only means that a file is read for nothing; it never finds too little.

use super::ImportKind;

/// Every string literal that stands where a specifier can stand.
pub(super) fn specifiers(text: &str) -> Vec<(String, ImportKind)> {
    let mut found = Vec::new();
    for (word, kind) in [("from", ImportKind::Import), ("import", ImportKind::Import), ("require", ImportKind::Require)]
    {
        for (at, _) in text.match_indices(word) {
            if let Some(specifier) = literal_after(&text[at + word.len()..]) {
                let specifier = (specifier.to_owned(), kind);
                if !found.contains(&specifier) {
                    found.push(specifier);
                }
            }
        }
    }
    found
}

/// The literal behind blanks, comments and at most one parenthesis.
fn literal_after(rest: &str) -> Option<&str> {
    let rest = skip(rest);
    let rest = skip(rest.strip_prefix('(').unwrap_or(rest));
    let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\'' | '`'))?;
    let (specifier, _) = rest[1..].split_once(quote)?;
    (!specifier.is_empty() && !specifier.contains(['\n', '\\'])).then_some(specifier)
}

fn skip(mut rest: &str) -> &str {
    loop {
        rest = rest.trim_start();
        rest = if let Some(comment) = rest.strip_prefix("/*") {
            comment.split_once("*/").map_or("", |(_, behind)| behind)
        } else if let Some(comment) = rest.strip_prefix("//") {
            comment.split_once('\n').map_or("", |(_, behind)| behind)
        } else {
            return rest;
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn specifiers_are_found_in_all_forms() {
        let text = "import a from 'a'; export*from\"b\";\nconst c = require ( /* why */ 'c' ); import 'd'; import(`e`); x.from(1)";
        let names: Vec<_> = specifiers(text).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["a", "b", "d", "e", "c"]);
    }
}
