//! Syntax that is refused wherever it occurs.

use swc_ecma_ast as ast;

use super::lowerer::Lowerer;
use crate::base::Span;
use crate::diag::{Diagnostic, codes};
use crate::ir::Expr;

impl Lowerer<'_> {
    /// `@decorator`
    pub fn refuse_decorator(&mut self, decorator: &ast::Decorator) {
        let span = self.span(decorator.span);
        self.report(
            Diagnostic::error(codes::DECORATOR, "decorators are not supported")
                .primary(span, "a decorator")
                .help("call the function yourself")
                .note("PostHog's server refused them too"),
        );
    }

    /// The first word of something.
    pub fn head_of(&self, span: swc_common::Span) -> Span {
        let span = self.span(span);
        let text = self.source.files[span.file].slice(span);
        let length = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
        Span { end: span.start + u32::try_from(length).expect("files are limited to far less"), ..span }
    }

    /// `<div/>`
    pub fn refuse_jsx(&mut self, span: Span) {
        self.report(
            Diagnostic::error(codes::JSX, "JSX is not supported")
                .primary(span, "JSX")
                .note("PostHog's server refused it too"),
        );
    }

    /// `new.target`, `import.meta`
    pub fn lower_meta_property(&mut self, property: &ast::MetaPropExpr, span: Span) -> Expr {
        match property.kind {
            ast::MetaPropKind::NewTarget => self.lower_new_target(span),
            ast::MetaPropKind::ImportMeta => self.refuse(
                span,
                Diagnostic::error(codes::IMPORT_META, "`import.meta` is not supported")
                    .primary(span, "about the module's file")
                    .help("remove it: a compiled plugin has no file")
                    .note("in PostHog's server it failed when the plugin was loaded"),
            ),
        }
    }

    /// `await` where no function suspends.
    pub fn refuse_await(&mut self, span: Span) -> Expr {
        let place = if self.frames.is_empty() { "at the top level" } else { "in a function that is not async" };
        self.refuse(
            span,
            Diagnostic::error(codes::AWAIT_OUTSIDE_ASYNC, "`await` outside an async function")
                .primary(span, place)
                .help(if self.frames.is_empty() {
                    "await it in `setupPlugin` and keep the result in `meta.global`"
                } else {
                    "write `async` before the function"
                })
                .note("PostHog's server refused it too"),
        )
    }
}
