//! Comments travel through syn as macro statements; the printer writes them as comments.

use super::Crate;
use crate::analyse::FunctionRole;
use crate::ir::FunctionId;
use proc_macro2::TokenStream;
use quote::quote;

/// The comment `// index.js:6` as a statement.
pub fn source_line(path: &str, line: u32) -> TokenStream {
    let text = format!("{path}:{line}");
    quote!(__prickle_comment!(#text);)
}

impl Crate<'_> {
    /// Comments of the author as statements, one per line.
    pub fn comments(&self, comments: &[u32]) -> TokenStream {
        let lines = comments.iter().flat_map(|&index| clean_lines(&self.program.comments[index as usize].text));
        quote!(#(__prickle_comment!(#lines);)*)
    }

    /// The author's comments before a declaration, where the function is no item, which is documented by itself.
    pub fn comments_of_closure(&self, function: FunctionId) -> TokenStream {
        match self.facts.functions[function].role {
            FunctionRole::Item => TokenStream::new(),
            FunctionRole::Closure | FunctionRole::Callback => self.comments(&self.program.functions[function].comments),
        }
    }

    /// Comments of the author as lines that begin with a space.
    pub fn comment_lines(&self, comments: &[u32]) -> Vec<String> {
        let lines = comments.iter().flat_map(|&index| clean_lines(&self.program.comments[index as usize].text));
        lines.map(|line| format!(" {line}")).collect()
    }

    /// The same as the beginning of an item's documentation: a paragraph of its own.
    pub fn docs_of_comments(&self, comments: &[u32]) -> Vec<String> {
        let mut docs = self.comment_lines(comments);
        if !docs.is_empty() {
            docs.push(String::new());
        }
        docs
    }
}

/// The lines of a comment without stars at their beginnings, and without what could end a Rust comment early.
fn clean_lines(text: &str) -> Vec<String> {
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
        let lines = clean_lines(" adds */ \"one\"\n * then\u{2028}more ");
        let body = quote!(#(__prickle_comment!(#lines);)*);
        let line = source_line("index.js", 3);
        let file = syn::parse2(quote! { fn f() { if true { #body } #line g() } }).unwrap();
        assert_eq!(
            super::super::print::print(&file),
            "fn f() {\n    if true {\n        // adds */ \"one\"\n        // then\n        // more\n    }\n    // index.js:3\n    g()\n}\n"
        );
    }
}
