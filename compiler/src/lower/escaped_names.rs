//! Names that only escapes can spell. ECMA-262 §12.7.1 allows no others than plain text does; the parser lets them pass.

use swc_common::Span;
use swc_ecma_ast as ast;
use swc_ecma_visit::{Visit, VisitWith};

use super::lowerer::Lowerer;
use crate::diag::{Diagnostic, codes};

/// What cannot name a variable in strict code (ECMA-262 §12.7.2).
#[rustfmt::skip]
const RESERVED: &[&str] = &[
    "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum", "export",
    "extends", "false", "finally", "for", "function", "if", "implements", "import", "in", "instanceof", "interface", "let", "new", "null",
    "package", "private", "protected", "public", "return", "static", "super", "switch", "this", "throw", "true", "try", "typeof", "var",
    "void", "while", "with", "yield",
];

impl Lowerer<'_> {
    /// Reports `\\u{69}f` and `\\u0030a` where they stand for variables.
    pub fn refuse_escaped_names(&mut self, module: &ast::Module) {
        let mut suspects = Suspects(Vec::new());
        module.visit_with(&mut suspects);
        for (span, name) in suspects.0 {
            let span = self.span(span);
            if self.source.files[span.file].slice(span).contains('\\') {
                self.report(
                    Diagnostic::error(
                        codes::SYNTAX_ERROR,
                        format!("`{name}` is no name, and escapes do not make it one"),
                    )
                    .primary(span, "not a name")
                    .help("choose another name for the variable"),
                );
            }
        }
    }
}

/// Variables with names that no plain text could have.
struct Suspects(Vec<(Span, String)>);

impl Visit for Suspects {
    fn visit_ident(&mut self, ident: &ast::Ident) {
        let name = &*ident.sym;
        let is_name = !name.starts_with(|first: char| first.is_ascii_digit())
            && name.chars().all(|c| !c.is_ascii() || c.is_ascii_alphanumeric() || c == '_' || c == '$');
        if !is_name || RESERVED.contains(&name) {
            self.0.push((ident.span, name.to_owned()));
        }
    }
}
