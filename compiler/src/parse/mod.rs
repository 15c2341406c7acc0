//! swc's parser behind a small interface: source text → syntax tree and comments. Everything it finds wrong is a diagnostic.
//!
//! As PostHog's server does it (Babel with `filename: 'index.ts'`), every file is a TypeScript *module*, `.js` files too: the
//! early errors of strict mode apply although the code later runs in sloppy mode. There is no second attempt as plain
//! JavaScript: a `.js` file that only JavaScript accepts (`a < b > (c)` is a generic call in TypeScript) means there what
//! TypeScript says, because that is what the server ran.

mod comments;
mod depth;
mod import_attributes;
mod syntax_error;

use std::panic::{AssertUnwindSafe, catch_unwind};

use swc_common::{BytePos, Spanned};
use swc_ecma_ast::{EsVersion, Module, ModuleItem, Script};
use swc_ecma_parser::{EsSyntax, Lexer, Parser, StringInput, Syntax, TsSyntax};

use comments::Collector;
pub use comments::SourceComment;

use crate::base::{FileId, SourceFile, Span};
use crate::diag::{Diagnostic, Reporter, codes};

/// A file that was parsed.
#[derive(Debug)]
pub struct ParsedModule {
    /// The file.
    pub file: FileId,
    /// Its syntax tree. Positions are those of [`span_of`].
    pub module: Module,
    /// Its comments, in source order.
    pub comments: Vec<SourceComment>,
}

/// swc counts bytes from 1: position 0 means "nowhere".
const FIRST: u32 = 1;

/// The place of a node of swc's tree.
#[must_use]
pub fn span_of(file: FileId, span: swc_common::Span) -> Span {
    let start = span.lo.0.saturating_sub(FIRST);
    Span { file, start, end: span.hi.0.saturating_sub(FIRST).max(start) }
}

/// Parses a file. `None` when it is not syntactically right; what is wrong is reported. Call it on a deep stack.
#[must_use]
pub fn parse(file: FileId, source: &SourceFile, reporter: &mut Reporter) -> Option<ParsedModule> {
    if let Some(diagnostic) = depth::check(file, &source.text) {
        reporter.report(diagnostic);
        return None;
    }
    // The tree may be half built when swc panics, but it is dropped with the closure.
    match catch_unwind(AssertUnwindSafe(|| run(file, &source.text, Goal::Plugin))) {
        Ok((Some(parsed), errors)) if errors.is_empty() => Some(parsed),
        Ok((_, errors)) => {
            if let Some(first) = errors.first()
                && is_jsx(file, &source.text)
            {
                let span = syntax_error::inside(source, span_of(file, first.span()));
                reporter.report(
                    Diagnostic::error(codes::JSX, "JSX is not supported")
                        .primary(span, "neither JavaScript nor TypeScript")
                        .help("move the code that processes events into a file without JSX")
                        .note("PostHog's server refused it too; front ends of plugins ran in the browser"),
                );
                return None;
            }
            for error in &errors {
                reporter.report(syntax_error::diagnostic(file, source, error));
            }
            None
        }
        Err(_) => {
            reporter.report(parser_failed(file, source));
            None
        }
    }
}

/// Parses a JavaScript file of a package, which may be sloppy where it is CommonJS. `None` as for [`parse`].
#[must_use]
pub fn parse_package_file(file: FileId, source: &SourceFile, reporter: &mut Reporter) -> Option<ParsedModule> {
    if let Some(diagnostic) = depth::check(file, &source.text) {
        reporter.report(diagnostic);
        return None;
    }
    let attempt = |goal| catch_unwind(AssertUnwindSafe(|| run(file, &source.text, goal))).unwrap_or_default();
    let (script, _) = attempt(Goal::CommonJs);
    if script.is_some() {
        return script;
    }
    let (module, errors) = attempt(Goal::PackageModule);
    if errors.is_empty() && module.is_none() {
        reporter.report(parser_failed(file, source));
    }
    for error in &errors {
        reporter.report(syntax_error::diagnostic(file, source, error));
    }
    module
}

fn parser_failed(file: FileId, source: &SourceFile) -> Diagnostic {
    if let Some(at) = import_attributes::without_brace(&source.text) {
        let start = u32::try_from(at).expect("files are limited to far less");
        return Diagnostic::error(codes::SYNTAX_ERROR, "expected `{`")
            .primary(syntax_error::inside(source, Span { file, start, end: start + 1 }), "expected `{`")
            .note("`with` and `assert` behind the name of a module begin its import attributes");
    }
    Diagnostic::error(codes::PARSER_FAILED, format!("the parser failed on `{}`", source.path))
        .primary(Span { file, start: 0, end: 0 }, "somewhere in this file")
        .note("this is a bug of Prickle; the smallest file that shows it is a welcome report")
}

/// As what a text is parsed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Goal {
    /// A file of a plugin: a module in TypeScript.
    Plugin,
    /// The same with JSX.
    Jsx,
    /// A JavaScript module of a package.
    PackageModule,
    /// A CommonJS file of a package.
    CommonJs,
}

/// True if the text is right with JSX allowed.
fn is_jsx(file: FileId, text: &str) -> bool {
    catch_unwind(AssertUnwindSafe(|| run(file, text, Goal::Jsx).1.is_empty())).unwrap_or(false)
}

/// What swc makes of the text: a tree if it got that far, and all errors.
fn run(file: FileId, text: &str, goal: Goal) -> (Option<ParsedModule>, Vec<swc_ecma_parser::error::Error>) {
    // A byte order mark is no token: blanking it keeps all positions.
    let blanked;
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => {
            blanked = format!("   {rest}");
            blanked.as_str()
        }
        None => text,
    };
    let comments = Collector::default();
    let end = FIRST + u32::try_from(text.len()).expect("files are limited to far less");
    let syntax = match goal {
        Goal::Plugin | Goal::Jsx => {
            Syntax::Typescript(TsSyntax { decorators: true, tsx: goal == Goal::Jsx, ..TsSyntax::default() })
        }
        Goal::PackageModule | Goal::CommonJs => Syntax::Es(EsSyntax::default()),
    };
    let lexer =
        Lexer::new(syntax, EsVersion::latest(), StringInput::new(text, BytePos(FIRST), BytePos(end)), Some(&comments));
    let mut parser = Parser::new_from(lexer);
    let result = match goal {
        Goal::Plugin | Goal::Jsx | Goal::PackageModule => parser.parse_module(),
        Goal::CommonJs => parser.parse_commonjs().map(module_of),
    };
    let mut errors = parser.take_errors();
    let module = match result {
        Ok(module) if goal != Goal::CommonJs || errors.is_empty() => Some(module),
        Ok(_) => None,
        Err(error) => {
            // Where the parser gave up: what it says about the same place before is the same mistake.
            if errors.last().is_none_or(|last| last.span().lo < error.span().lo) {
                errors.push(error);
            }
            None
        }
    };
    let parsed = module.map(|module| ParsedModule { file, module, comments: comments.finish(file, text) });
    (parsed, errors)
}

/// A script as the module that this room hands out.
fn module_of(script: Script) -> Module {
    let body = script.body.into_iter().map(ModuleItem::Stmt).collect();
    Module { span: script.span, body, shebang: script.shebang }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(path: &str, text: &str) -> Vec<String> {
        let source = SourceFile::new(path, text);
        let mut reporter = Reporter::new();
        let parsed = crate::base::with_deep_stack(|| parse(FileId(0), &source, &mut reporter).is_some());
        let titles: Vec<_> = reporter.finish().into_iter().map(|diagnostic| diagnostic.title).collect();
        assert_eq!(parsed, titles.is_empty(), "{text}");
        titles
    }

    #[test]
    fn javascript_files_are_parsed_as_typescript() {
        assert_eq!(titles("index.js", "const e = (error as Error).message satisfies string"), [""; 0]);
        assert_eq!(titles("index.js", "\u{feff}export const a = 1"), [""; 0]);
    }

    #[test]
    fn deep_nesting_is_a_diagnostic() {
        for wrong in [
            "(".repeat(10_000),
            "[".repeat(1_000_000),
            "!".repeat(100_000) + "1",
            "a+".repeat(100_000) + "1",
            "if(a)".repeat(100_000) + ";",
            "if(a);else ".repeat(100_000) + ";",
            "x?".repeat(100_000),
            "`${".repeat(100_000),
            "a=>".repeat(100_000) + "1",
            "f".to_owned() + &"()".repeat(100_000),
            "l:".repeat(100_000) + ";",
            "x = {}".to_owned() + &"+{}".repeat(100_000),
            "a\n.b".repeat(50_000),
            "if(a)\n".repeat(50_000),
            "/'/\n;".to_owned() + &"(".repeat(200_000),
            "x = ".to_owned() + &"<T>(".repeat(30),
            "x = ".to_owned() + &"<T>".repeat(30),
            "x = ".to_owned() + &"a ? (b) : c => ".repeat(30),
            "x = ".to_owned() + &"(a = f<".repeat(30),
        ] {
            let titles = titles("index.js", &wrong);
            assert_eq!(titles, ["the code is nested too deeply"], "{}", &wrong[..12]);
        }
    }

    #[test]
    fn ordinary_long_files_are_not_deep() {
        for right in [
            "a = b + c\n".repeat(10_000),
            "foo(x)\n".repeat(10_000),
            "const x = [1, {a: 2, b: 3}];\n".repeat(5_000),
            "switch (x) {".to_owned() + &"case 'a':\n".repeat(3_000) + "}",
            "if (a) { b } else { c }\n".repeat(5_000),
            "const o = {".to_owned() + &"k: `a${b}`,\n".repeat(10_000) + "}",
            "interface T {".to_owned() + &"a: string\n".repeat(10_000) + "}",
            "x = a / b / c; y = /[/'\"]/g;\n".repeat(3_000),
        ] {
            assert_eq!(titles("index.ts", &right), [""; 0], "{}", &right[..12]);
        }
    }
}
