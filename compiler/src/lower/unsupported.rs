//! Syntax that is refused wherever it occurs.

use swc_common::Spanned;
use swc_ecma_ast as ast;

use super::function::FunctionSource;
use super::lowerer::Lowerer;
use crate::base::Span;
use crate::diag::{Diagnostic, codes};
use crate::ir::{Expr, FunctionForm};

impl Lowerer<'_> {
    /// `class`
    pub fn refuse_class(&mut self, class: &ast::Class, name: Option<&ast::Ident>) {
        let span = name.map_or_else(|| self.head_of(class.span), |name| self.span(name.span));
        for decorator in &class.decorators {
            self.refuse_decorator(decorator);
        }
        self.report(
            Diagnostic::error(codes::CLASS, "classes are not supported yet")
                .primary(span, "a class")
                .help("write functions that take the object as a parameter, or return object literals with methods"),
        );
        for member in &class.body {
            if let ast::ClassMember::Constructor(constructor) = member {
                for param in &constructor.params {
                    if let ast::ParamOrTsParamProp::TsParamProp(property) = param {
                        let span = self.span(property.span);
                        self.report(
                            Diagnostic::error(codes::PARAMETER_PROPERTY, "parameter properties are not supported")
                                .primary(span, "declares a parameter and a property")
                                .help("assign the property in the constructor's body"),
                        );
                    }
                }
            }
        }
    }

    fn refuse_decorator(&mut self, decorator: &ast::Decorator) {
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

    /// The head of something with a body: what stands before `{` on its first line.
    pub fn line_of(&self, span: Span) -> Span {
        let text = self.source.files[span.file].slice(span);
        let length = text[..text.find(['{', '\n']).unwrap_or(text.len())].trim_end().len();
        Span { end: span.start + u32::try_from(length).expect("files are limited to far less"), ..span }
    }

    /// `super`
    pub fn refuse_super(&mut self, span: swc_common::Span) {
        let span = self.span(span);
        self.report(
            Diagnostic::error(codes::SUPER, "`super` is not supported")
                .primary(span, "the object's prototype")
                .help("call the other function by its name"),
        );
    }

    /// `get x() {}`
    pub fn refuse_accessor(
        &mut self,
        what: &str,
        span: swc_common::Span,
        key: &ast::PropName,
        function: &ast::Function,
    ) {
        let span = self.span(span).to(self.span(key.span()));
        let span = Span { end: self.span(key.span()).end, ..span };
        self.report(
            Diagnostic::error(codes::ACCESSOR, format!("{what} are not supported"))
                .primary(span, "runs code when the property is used")
                .help("write a method and call it, or compute the value first"),
        );
        // Looked at for mistakes.
        let mut source = FunctionSource::new("", FunctionForm::Method, function, span);
        source.has_this = true;
        self.lower_function_expr(source);
    }

    /// `#name`
    pub fn refuse_private_name(&mut self, span: Span) {
        self.report(
            Diagnostic::error(codes::PRIVATE_NAME, "private names are not supported")
                .primary(span, "a private name")
                .help("use an ordinary property"),
        );
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
    pub fn refuse_meta_property(&mut self, property: &ast::MetaPropExpr, span: Span) -> Expr {
        let diagnostic = match property.kind {
            ast::MetaPropKind::NewTarget => Diagnostic::error(codes::NEW_TARGET, "`new.target` is not supported")
                .primary(span, "how the function was called")
                .help("write two functions, or pass a parameter"),
            ast::MetaPropKind::ImportMeta => Diagnostic::error(codes::IMPORT_META, "`import.meta` is not supported")
                .primary(span, "about the module's file")
                .help("remove it: a compiled plugin has no file")
                .note("in PostHog's server it failed when the plugin was loaded"),
        };
        self.refuse(span, diagnostic)
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
