//! Identifiers in printed Rust, with their places.

/// An identifier.
#[derive(Debug, PartialEq, Eq)]
pub struct Word<'t> {
    /// Its text.
    pub text: &'t str,
    /// Its line, from 1.
    pub line: usize,
    /// Its column in characters, from 0.
    pub column: usize,
}

/// The identifiers of a text in order, keywords included, as proc_macro2 has them: a doc comment counts as the attribute that it is.
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    let (mut line, mut line_start) = (1, 0);
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let column = || text[line_start..at].chars().count();
        let length = if rest.starts_with("//") {
            if rest.starts_with("///") {
                found.push(Word { text: "doc", line, column: column() });
            }
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(length) = string(rest) {
            length
        } else if c == '\'' {
            character(rest).unwrap_or(1)
        } else if c.is_ascii_digit() {
            number(rest)
        } else if c.is_alphabetic() || c == '_' {
            let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            found.push(Word { text: &rest[..length], line, column: column() });
            length
        } else {
            c.len_utf8()
        };
        for (offset, _) in rest[..length].match_indices('\n') {
            line += 1;
            line_start = at + offset + 1;
        }
        at += length;
    }
    found
}

/// The length of a string literal of any kind.
fn string(rest: &str) -> Option<usize> {
    let prefix = ["br", "b", "r", ""].into_iter().find(|prefix| {
        rest.strip_prefix(prefix).is_some_and(|behind| {
            behind.starts_with('"') || (prefix.ends_with('r') && behind.trim_start_matches('#').starts_with('"'))
        })
    })?;
    let behind = &rest[prefix.len()..];
    if prefix.ends_with('r') {
        let hashes = behind.find('"')?;
        let end = format!("\"{}", "#".repeat(hashes));
        let body = &behind[hashes + 1..];
        return Some(prefix.len() + hashes + 1 + body.find(&end)? + end.len());
    }
    let mut escaped = false;
    let end = behind[1..].find(|c| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    })?;
    Some(prefix.len() + end + 2)
}

/// The length of a character literal. `None`: it is a lifetime or a label.
fn character(rest: &str) -> Option<usize> {
    let mut chars = rest[1..].char_indices();
    let (_, first) = chars.next()?;
    if first == '\\' {
        return rest[3..].find('\'').map(|end| end + 4);
    }
    let (end, closing) = chars.next()?;
    (closing == '\'').then_some(end + 2)
}

/// The length of a number, its suffix included.
fn number(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut end = 1;
    while let Some(byte) = bytes.get(end) {
        let is_exponent_sign =
            matches!(byte, b'+' | b'-') && matches!(bytes[end - 1], b'e' | b'E') && !rest.starts_with("0x");
        // `1.0`, but neither `1..2` nor `1.max(2)`.
        let is_point = *byte == b'.' && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if !(byte.is_ascii_alphanumeric() || *byte == b'_' || is_exponent_sign || is_point) {
            break;
        }
        end += 1;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_of_the_tokens() {
        let text = r###"/// Doc with words.
fn f<'h>(x: f64) -> u8 { // no words
    'outer: loop { g(1.5e-3f64, 0xffu8, 'c', '\'', b"text", "a \" b", r#"x "y" z"#, 1.max(2)); é.h() }
}
"###;
        let tokens: proc_macro2::TokenStream = text.parse().unwrap();
        fn names(tokens: proc_macro2::TokenStream, found: &mut Vec<String>) {
            for token in tokens {
                match token {
                    proc_macro2::TokenTree::Group(group) => names(group.stream(), found),
                    proc_macro2::TokenTree::Ident(ident) => found.push(ident.to_string()),
                    proc_macro2::TokenTree::Punct(_) | proc_macro2::TokenTree::Literal(_) => {}
                }
            }
        }
        let mut expected = Vec::new();
        names(tokens, &mut expected);
        let found = words(text);
        assert_eq!(found.iter().map(|word| word.text).collect::<Vec<_>>(), expected);
        assert_eq!(found.last(), Some(&Word { text: "h", line: 3, column: 97 }));
    }
}
