//! Comments travel through syn and prettyplease as macro statements and become comments afterwards.

use proc_macro2::TokenStream;
use quote::quote;

/// The comment `// index.js:6` as a statement.
pub fn source_line(path: &str, line: u32) -> TokenStream {
    let text = format!("{path}:{line}");
    quote!(__prickle_comment!(#text);)
}

/// A comment of the author as statements, one per line.
pub fn comment(text: &str) -> TokenStream {
    let lines = clean_lines(text);
    quote!(#(__prickle_comment!(#lines);)*)
}

/// The lines of a comment without stars at their beginnings, and without what could end a Rust comment early.
pub fn clean_lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = text
        .split(['\n', '\r', '\u{2028}', '\u{2029}'])
        .map(|line| line.trim().trim_start_matches('*').trim())
        .map(|line| line.chars().filter(|c| !c.is_control() && !is_bidirectional(*c)).collect())
        .collect();
    while lines.first().is_some_and(String::is_empty) {
        lines.remove(0);
    }
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines
}

/// Characters that change how text around them is shown; rustc refuses them in comments.
fn is_bidirectional(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Turns the macro statements in printed text into comments.
pub fn restore(printed: &str) -> String {
    let mut text = String::with_capacity(printed.len());
    let mut lines = printed.lines();
    while let Some(line) = lines.next() {
        let trimmed = line.trim_start();
        let literal = match trimmed.strip_prefix("__prickle_comment!(") {
            // A long one stands on a line of its own.
            Some("") => {
                let literal = lines.next().map(str::trim);
                lines.next();
                literal
            }
            Some(rest) => rest.strip_suffix(");"),
            None => None,
        };
        match literal.and_then(|literal| syn::parse_str::<syn::LitStr>(literal).ok()) {
            Some(comment) => {
                text.push_str(&line[..line.len() - trimmed.len()]);
                text.push_str("// ");
                text.push_str(&comment.value());
                while text.ends_with(' ') {
                    text.pop();
                }
            }
            None => text.push_str(line),
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_survive_printing() {
        let body = comment(" adds */ \"one\"\n * then\u{2028}more ");
        let line = source_line("index.js", 3);
        let file = syn::parse2(quote! { fn f() { if true { #body } #line g() } }).unwrap();
        let printed = restore(&prettyplease::unparse(&file));
        assert_eq!(
            printed,
            "fn f() {\n    if true {\n        // adds */ \"one\"\n        // then\n        // more\n    }\n    // index.js:3\n    g()\n}\n"
        );
    }
}
