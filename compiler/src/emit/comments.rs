//! Comments travel through syn as macro statements; the printer writes them as comments.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_survive_printing() {
        let body = comment(" adds */ \"one\"\n * then\u{2028}more ");
        let line = source_line("index.js", 3);
        let file = syn::parse2(quote! { fn f() { if true { #body } #line g() } }).unwrap();
        assert_eq!(
            super::super::print::print(&file),
            "fn f() {\n    if true {\n        // adds */ \"one\"\n        // then\n        // more\n    }\n    // index.js:3\n    g()\n}\n"
        );
    }
}
