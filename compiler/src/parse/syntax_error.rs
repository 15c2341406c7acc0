//! Words for what swc finds wrong.

use swc_common::Spanned;
use swc_ecma_parser::error::{Error, SyntaxError};

use super::span_of;
use crate::base::{FileId, SourceFile, Span};
use crate::diag::{Code, Diagnostic, codes};

/// The diagnostic for an error of swc's parser.
pub(super) fn diagnostic(file: FileId, source: &SourceFile, error: &Error) -> Diagnostic {
    let span = inside(source, span_of(file, error.span()));
    let (title, label, help) = words(error.kind(), source.slice(span));
    let diagnostic = Diagnostic::error(code(error.kind()), title).primary(span, label);
    match help {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}

/// Some mistakes have a page of their own.
fn code(kind: &SyntaxError) -> Code {
    match kind {
        SyntaxError::AwaitInFunction | SyntaxError::TopLevelAwaitInScript => codes::AWAIT_OUTSIDE_ASYNC,
        SyntaxError::InvalidNewTarget => codes::SYNTAX_ERROR,
        SyntaxError::IllegalLanguageModeDirective => codes::SYNTAX_ERROR,
        SyntaxError::InvalidSuper | SyntaxError::InvalidSuperCall => codes::SUPER,
        _ => codes::SYNTAX_ERROR,
    }
}

/// Keeps the place within the file, and on character boundaries.
pub(super) fn inside(source: &SourceFile, span: Span) -> Span {
    let floor = |offset: u32| {
        let mut offset = (offset as usize).min(source.text.len());
        while !source.text.is_char_boundary(offset) {
            offset -= 1;
        }
        u32::try_from(offset).expect("files are limited to far less")
    };
    let start = floor(span.start);
    Span { file: span.file, start, end: floor(span.end).max(start) }
}

/// Title, label and help. The commonest mistakes have words of their own; the others keep swc's, which name the rule.
fn words(kind: &SyntaxError, found: &str) -> (String, String, Option<&'static str>) {
    let here = if found.is_empty() || found.len() > 30 { "here".to_owned() } else { format!("`{found}`") };
    let simple = |title: &str, help: Option<&'static str>| (title.to_owned(), here.clone(), help);
    match kind {
        SyntaxError::Eof => (
            "the file ends too early".to_owned(),
            "ends here".to_owned(),
            Some("close what is still open: `}`, `)`, `]` or a string"),
        ),
        SyntaxError::Unexpected { got, expected } => (
            format!("`{got}` is not expected here"),
            if expected.is_empty() { "not expected".to_owned() } else { format!("expected {expected}") },
            None,
        ),
        SyntaxError::Expected(expected, got) => {
            (format!("expected `{expected}`, found `{got}`"), format!("expected `{expected}`"), None)
        }
        SyntaxError::ExpectedSemiForExprStmt { .. } | SyntaxError::ExpectedSemi => {
            simple("the statement should have ended here", Some("put `;` or a line break between two statements"))
        }
        SyntaxError::UnterminatedStrLit => simple("the string is not closed", Some("add the closing quote")),
        SyntaxError::UnterminatedTpl => simple("the template literal is not closed", Some("add the closing backtick")),
        SyntaxError::UnterminatedBlockComment => simple("the comment is not closed", Some("add `*/`")),
        SyntaxError::UnterminatedRegExp => simple("the regular expression is not closed", Some("add the closing `/`")),
        SyntaxError::WithInStrict | SyntaxError::TS2410 => simple(
            "`with` is not allowed in modules",
            Some("write the object's name before each property: `object.property`"),
        ),
        SyntaxError::LegacyOctal | SyntaxError::LegacyDecimal | SyntaxError::TS1085 => {
            simple("numbers must not begin with 0", Some("write octal numbers as `0o17`"))
        }
        SyntaxError::TS1102 => {
            simple("only properties can be deleted", Some("assign `undefined` to the variable instead"))
        }
        SyntaxError::TS2703 => simple("only properties can be deleted", None),
        SyntaxError::LegacyCommentInModule => simple("HTML comments are not allowed in modules", Some("write `//`")),
        SyntaxError::ReturnNotAllowed => {
            simple("`return` outside a function", Some("move the statement into the exported function"))
        }
        SyntaxError::AwaitInFunction | SyntaxError::TopLevelAwaitInScript => simple(
            "`await` outside an async function",
            Some("write `async` before the function, or await in `setupPlugin`"),
        ),
        SyntaxError::ConstDeclarationsRequireInitialization => {
            simple("a `const` needs a value", Some("add `= …`, or declare it with `let`"))
        }
        SyntaxError::TS1105 => simple("`break` outside a loop or switch", None),
        SyntaxError::TS1115 => simple("`continue` names no enclosing loop", None),
        SyntaxError::TS1116 => simple("`break` names no enclosing statement", None),
        SyntaxError::TS1114 | SyntaxError::DuplicateLabel(_) => simple("the label is used twice", None),
        SyntaxError::NonTopLevelImportExport => simple(
            "`import` and `export` are allowed at the top level of a file only",
            Some("move the statement out of the block or function"),
        ),
        SyntaxError::InvalidAssignTarget
        | SyntaxError::NotSimpleAssign
        | SyntaxError::TS2406
        | SyntaxError::InvalidPat => simple("this cannot be assigned to", None),
        SyntaxError::IllegalLanguageModeDirective => {
            simple("strict mode in one function is not supported", Some("remove the directive"))
        }
        SyntaxError::ExpectedIdent | SyntaxError::TS1003 => simple("a name is missing", None),
        SyntaxError::TS1109 | SyntaxError::InvalidExpr => simple("an expression is missing", None),
        SyntaxError::InvalidNewTarget => simple("`new.target` outside a function", Some("remove it")),
        SyntaxError::InvalidSuper | SyntaxError::InvalidSuperCall => {
            simple("`super` outside a method", Some("call the other function by its name"))
        }
        SyntaxError::EvalAndArgumentsInStrict | SyntaxError::TS1100 => {
            simple("`eval` and `arguments` cannot be variables", Some("choose another name"))
        }
        SyntaxError::InvalidIdentInStrict(word) => {
            (format!("`{word}` is a reserved word"), "used as a name here".to_owned(), Some("choose another name"))
        }
        SyntaxError::InvalidIdentInAsync => simple("`await` is a reserved word", Some("choose another name")),
        SyntaxError::NullishCoalescingWithLogicalOp => simple(
            "`??` next to `||` or `&&` needs parentheses",
            Some("write `(a ?? b) || c` or `a ?? (b || c)`, whichever is meant"),
        ),
        SyntaxError::UnexpectedChar { c } => (format!("the character `{c}` is not expected here"), here.clone(), None),
        other => {
            let message = other.msg();
            let message = message.trim_end_matches('.');
            let mut letters = message.chars();
            let title = letters
                .next()
                .map_or_else(String::new, |first| first.to_lowercase().collect::<String>() + letters.as_str());
            (title, here.clone(), None)
        }
    }
}
