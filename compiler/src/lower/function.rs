//! Functions of all forms: ECMA-262 §15.1–15.3, §15.8.

use prickle_spec::hooks::HookArgument;
use swc_ecma_ast as ast;
use swc_ecma_ast::Pat;
use swc_ecma_visit::{Visit, VisitWith};

use super::lowerer::Lowerer;
use super::pattern::Origin;
use super::scope::{FunctionFrame, Name, ScopeFrame};
use crate::base::Span;
use crate::diag::{Diagnostic, codes};
use crate::ir::{BindingKind, Expr, ExprKind, Function, FunctionForm, FunctionId, Param, Stmt, StmtKind};

/// What to lower as a function.
pub(super) struct FunctionSource<'a> {
    /// Its `name` property.
    pub name: String,
    /// The name that a function expression has inside itself.
    pub self_name: Option<&'a ast::Ident>,
    /// The form.
    pub form: FunctionForm,
    /// `async`
    pub is_async: bool,
    /// `*`
    pub is_generator: bool,
    /// It is a property of the exports, which are no object here: what `this` would be is not known.
    pub is_export: bool,
    /// It stands in a class.
    pub is_strict: bool,
    /// The parameters.
    pub params: Vec<&'a Pat>,
    /// Parameters of a constructor that are also properties (TypeScript).
    pub properties: Vec<&'a ast::Ident>,
    /// The body.
    pub body: FunctionBody<'a>,
    /// All of it.
    pub span: Span,
}

/// Statements, or the expression of an arrow function.
#[derive(Clone, Copy)]
pub(super) enum FunctionBody<'a> {
    /// `{ … }`
    Block(&'a ast::FunctionBody),
    /// `=> expression`
    Expr(&'a ast::Expr),
    /// There is none: an overload or a mistake that the parser reported.
    Missing,
}

impl<'a> FunctionSource<'a> {
    /// A function that is written with `function` or as a method.
    pub fn new(name: impl Into<String>, form: FunctionForm, function: &'a ast::Function, span: Span) -> Self {
        Self {
            name: name.into(),
            self_name: None,
            is_export: false,
            is_strict: false,
            form,
            is_async: function.is_async,
            is_generator: function.is_generator,
            params: function.params.iter().map(|param| &param.pat).filter(|pat| !is_this_type(pat)).collect(),
            properties: Vec::new(),
            body: function.body.as_ref().map_or(FunctionBody::Missing, FunctionBody::Block),
            span,
        }
    }
}

impl Lowerer<'_> {
    /// An id for a function that is lowered later.
    pub fn reserve_function(&mut self, span: Span) -> FunctionId {
        let parent = self.owner();
        self.functions.push(Function {
            name: String::new(),
            form: FunctionForm::Declaration,
            is_async: false,
            is_generator: false,
            params: Vec::new(),
            rest: None,
            length: 0,
            body: Vec::new(),
            prologue: 0,
            module: self.module,
            parent,
            hoisted: Vec::new(),
            span,
            uses_this: false,
            is_left_out: false,
            arguments: None,
            has_simple_params: true,
            is_strict: false,
            comments: Vec::new(),
        })
    }

    /// A function expression.
    pub fn lower_function_expr(&mut self, source: FunctionSource<'_>) -> Expr {
        let id = self.reserve_function(source.span);
        let span = source.span;
        if self.lower_function(id, source) { self.expr(span, ExprKind::Function(id)) } else { self.error(span) }
    }

    /// Lowers a function into its reserved id. False if the form of the whole function is refused.
    pub fn lower_function(&mut self, id: FunctionId, source: FunctionSource<'_>) -> bool {
        if matches!(source.body, FunctionBody::Missing) {
            return false;
        }
        let first_scope = self.scopes.len();
        let is_strict = source.is_strict
            || self.frames.last().is_some_and(|frame| frame.is_strict)
            || self.has_strict_directive(&source);
        self.frames.push(FunctionFrame {
            is_async: source.is_async,
            is_generator: source.is_generator,
            is_strict,
            is_export: source.is_export,
            ..FunctionFrame::new(id, source.form, first_scope)
        });
        self.scopes.push(ScopeFrame::default());
        if let Some(ident) = source.self_name {
            self.declare(ident, BindingKind::FunctionSelf(id));
            self.scopes.push(ScopeFrame::default());
        }

        let mut body = Vec::new();
        let (params, rest) = self.lower_params(&source.name, &source.params, &mut body);
        let prologue = body.len();
        self.scopes.push(ScopeFrame { is_function_body: true, ..ScopeFrame::default() });
        match source.body {
            FunctionBody::Block(block) => {
                self.begin_constructor(&source, block, &mut body);
                let has_closures = source.params.iter().any(|param| makes_functions(param));
                self.lower_function_statements(&block.stmts, has_closures, &mut body);
                self.dangling_comments(block.span, &mut body);
                self.end_constructor(source.form, self.span(block.span), &mut body);
            }
            FunctionBody::Expr(value) => {
                let value = self.lower_expr(value);
                let span = value.span;
                body.push(self.stmt(span, StmtKind::Return(Some(value))));
            }
            FunctionBody::Missing => {}
        }
        self.prune_block_functions(&mut body);
        self.scopes.truncate(first_scope);
        let Some(frame) = self.frames.pop() else { return false };
        if frame.is_arrow
            && frame.uses_this
            && let Some(outer) = self.frames.last_mut()
        {
            outer.uses_this = true;
        }

        let length = source.params.iter().take_while(|param| !matches!(param, Pat::Assign(_) | Pat::Rest(_))).count();
        let function = &mut self.functions[id];
        function.name = source.name;
        function.form = source.form;
        function.is_async = source.is_async;
        function.is_generator = source.is_generator;
        function.params = params;
        function.rest = rest;
        function.length = u32::try_from(length).unwrap_or(u32::MAX);
        function.body = body;
        function.prologue = prologue;
        function.hoisted = frame.hoisted;
        function.span = source.span;
        function.uses_this = frame.uses_this;
        function.arguments = frame.arguments;
        function.has_simple_params = source.params.iter().all(|param| matches!(param, Pat::Ident(_)));
        function.is_strict = is_strict;
        true
    }

    /// Parameters: simple ones are bindings; the others are taken apart by statements at the start of the body.
    fn lower_params(
        &mut self,
        function: &str,
        patterns: &[&Pat],
        body: &mut Vec<Stmt>,
    ) -> (Vec<Param>, Option<crate::ir::BindingId>) {
        let is_simple = patterns.iter().all(|pattern| matches!(pattern, Pat::Ident(_)));
        // All names first: a default value may mention any of them.
        for (index, pattern) in patterns.iter().enumerate() {
            let is_param = matches!(pattern, Pat::Ident(_)) && !is_mentioned_before(patterns, index);
            let kind = if is_param { BindingKind::Param } else { BindingKind::Let };
            for ident in super::hoist::names_of(pattern) {
                match self.lookup_here(&ident.sym) {
                    Some(first) => self.report_duplicate(ident, first),
                    None => drop(self.declare(ident, kind)),
                }
            }
        }
        let mut params = Vec::new();
        let mut rest = None;
        let mut steps = Vec::new();
        let mut text_before: Option<String> = None;
        for (index, pattern) in patterns.iter().enumerate() {
            let span = self.span(swc_common::Spanned::span(*pattern));
            match pattern {
                // What comes before it may run too early for it, so that it is initialized in its turn (ECMA-262 §10.2.11).
                Pat::Ident(ident) if is_mentioned_before(patterns, index) => {
                    let binding = self.binding(format!("given_{}", ident.id.sym), BindingKind::Param, span);
                    params.push(Param { binding, span });
                    let value = self.read(binding, span);
                    self.bind_pattern(pattern, value, &Origin::Param, super::pattern::Mode::Declare, &mut steps);
                }
                Pat::Rest(rest_pattern)
                    if matches!(*rest_pattern.arg, Pat::Ident(_)) && is_mentioned_before(patterns, index) =>
                {
                    let binding = self.binding("rest", BindingKind::Param, span);
                    rest = Some(binding);
                    let value = self.read(binding, span);
                    self.bind_pattern(
                        &rest_pattern.arg,
                        value,
                        &Origin::Param,
                        super::pattern::Mode::Declare,
                        &mut steps,
                    );
                }
                Pat::Ident(ident) => {
                    if let Some(Name::Binding(binding)) = self.lookup_here(&ident.id.sym) {
                        params.push(Param { binding, span });
                    }
                }
                Pat::Rest(pattern) => match &*pattern.arg {
                    Pat::Ident(ident) => {
                        if let Some(Name::Binding(binding)) = self.lookup_here(&ident.id.sym) {
                            self.bindings[binding].kind = BindingKind::Param;
                            rest = Some(binding);
                        }
                    }
                    inner => {
                        let binding = self.binding("rest", BindingKind::Param, span);
                        rest = Some(binding);
                        let value = self.read(binding, span);
                        self.bind_pattern(inner, value, &Origin::Param, super::pattern::Mode::Declare, &mut steps);
                    }
                },
                Pat::Assign(assign) => {
                    let name = match &*assign.left {
                        // A variable that may be read too early stands beside what was given.
                        Pat::Ident(ident) if is_mentioned_before(patterns, index) => {
                            format!("given_{}", ident.id.sym)
                        }
                        Pat::Ident(ident) => ident.id.sym.to_string(),
                        _ => self.argument_name(function, &assign.left, params.len()),
                    };
                    let binding = self.binding(name, BindingKind::Param, span);
                    params.push(Param { binding, span });
                    let value = self.read(binding, span);
                    let default = self.lower_default(&assign.left, &assign.right);
                    let value =
                        self.expr(span, ExprKind::OrDefault { value: Box::new(value), default: Box::new(default) });
                    self.bind_pattern(
                        &assign.left,
                        value,
                        &param_origin(&assign.left, Origin::ParamDefault, text_before.as_deref()),
                        super::pattern::Mode::Declare,
                        &mut steps,
                    );
                }
                Pat::Array(_) | Pat::Object(_) => {
                    let binding =
                        self.binding(self.argument_name(function, pattern, params.len()), BindingKind::Param, span);
                    params.push(Param { binding, span });
                    let value = self.read(binding, span);
                    self.bind_pattern(
                        pattern,
                        value,
                        &param_origin(pattern, Origin::Param, text_before.as_deref()),
                        super::pattern::Mode::Declare,
                        &mut steps,
                    );
                }
                Pat::Invalid(_) | Pat::Expr(_) => {}
            }
            text_before = text_before.or_else(|| super::messages::text_for_later_params(pattern));
        }
        debug_assert!(!is_simple || steps.is_empty());
        self.steps_to_stmts(steps, body);
        (params, rest)
    }

    /// A name for an argument that is taken apart at once: for hooks the one that PostHog's documentation uses.
    fn argument_name(&self, function: &str, pattern: &Pat, position: usize) -> String {
        if let [_] = self.frames[..]
            && let Some(hook) = prickle_spec::hooks::hook_named(function)
        {
            match hook.arguments.get(position) {
                Some(HookArgument::Event | HookArgument::ProcessedEvent | HookArgument::WebhookEvent) => {
                    return "event".to_owned();
                }
                Some(HookArgument::Events) => return "events".to_owned(),
                Some(HookArgument::Action) => return "action".to_owned(),
                None if position == hook.arguments.len() => return "meta".to_owned(),
                None => {}
            }
        }
        match (pattern, position) {
            (Pat::Object(_), 0) => "argument".to_owned(),
            (Pat::Object(_), _) => format!("argument_{}", position + 1),
            _ => "items".to_owned(),
        }
    }

    /// The statements of a body, in a scope of their own.
    pub fn lower_function_statements(&mut self, statements: &[ast::Stmt], has_closures: bool, out: &mut Vec<Stmt>) {
        self.hoist(statements.iter(), super::hoist::Level::Function);
        if has_closures {
            self.refuse_vars_named_like_parameters(statements);
        }
        if self.modules[self.module].is_package {
            self.lower_reachable(statements, out);
        } else {
            self.lower_statements(statements, out);
        }
    }

    /// `function f(a, b = () => a) { var a }`: with parameter expressions, a `var` named like a parameter is a variable of its
    /// own that begins with the parameter's value (ECMA-262 §10.2.11, step 28). [`Lowerer::hoist`] took it for the parameter
    /// itself; a function among the parameters sees the difference, so it is refused there.
    fn refuse_vars_named_like_parameters(&mut self, statements: &[ast::Stmt]) {
        let mut vars = super::hoist::Vars::default();
        for statement in statements {
            vars.statement(statement, true);
        }
        for ident in vars.names() {
            if self.is_parameter(ident) {
                let span = self.span(ident.span);
                self.report(
                    Diagnostic::error(
                        codes::DUPLICATE_DECLARATION,
                        format!("`{}` is a parameter and a `var`", ident.sym),
                    )
                    .primary(span, "declared again here")
                    .help("remove `var`, or give the variable another name")
                    .note("with a function in a default value among the parameters these would be two variables"),
                );
            }
        }
    }

    /// The body begins with `"use strict"`.
    fn has_strict_directive(&self, source: &FunctionSource<'_>) -> bool {
        let FunctionBody::Block(body) = source.body else { return false };
        for statement in &body.stmts {
            let ast::Stmt::Expr(statement) = statement else { return false };
            let ast::Expr::Lit(ast::Lit::Str(text)) = &*statement.expr else { return false };
            if text.raw.as_ref().is_some_and(|raw| matches!(raw.as_str(), "\"use strict\"" | "'use strict'")) {
                return true;
            }
        }
        false
    }
}

/// `this: Type`, TypeScript's way to declare what `this` is.
fn is_this_type(pattern: &Pat) -> bool {
    matches!(pattern, Pat::Ident(ident) if &*ident.id.sym == "this")
}

/// Where V8 thinks that the value of a parameter's pattern comes from.
fn param_origin<'a>(pattern: &Pat, origin: Origin<'a>, text_before: Option<&str>) -> Origin<'a> {
    match (pattern, text_before) {
        (Pat::Array(_), Some(text)) => Origin::ParamAfter(text.to_owned()),
        _ => origin,
    }
}

/// A function or class is made where the parameter gets its value.
fn makes_functions(param: &Pat) -> bool {
    struct Finder(bool);
    impl Visit for Finder {
        fn visit_function(&mut self, _: &ast::Function) {
            self.0 = true;
        }
        fn visit_arrow_expr(&mut self, _: &ast::ArrowExpr) {
            self.0 = true;
        }
        fn visit_class(&mut self, _: &ast::Class) {
            self.0 = true;
        }
    }
    let mut finder = Finder(false);
    param.visit_with(&mut finder);
    finder.0
}

/// Whether a pattern before the parameter at this place, or its own default value, mentions its name.
fn is_mentioned_before(patterns: &[&Pat], index: usize) -> bool {
    struct Mentions<'a>(&'a swc_atoms::Atom, bool);
    impl Visit for Mentions<'_> {
        fn visit_ident(&mut self, ident: &ast::Ident) {
            self.1 |= ident.sym == *self.0;
        }
    }
    let name = match patterns[index] {
        Pat::Ident(ident) => &ident.id.sym,
        Pat::Rest(rest) => match &*rest.arg {
            Pat::Ident(ident) => &ident.id.sym,
            _ => return false,
        },
        Pat::Assign(assign) => match &*assign.left {
            Pat::Ident(ident) => &ident.id.sym,
            _ => return false,
        },
        Pat::Array(_) | Pat::Object(_) | Pat::Invalid(_) | Pat::Expr(_) => return false,
    };
    let mut mentions = Mentions(name, false);
    if let Pat::Assign(assign) = patterns[index] {
        assign.right.visit_with(&mut mentions);
    }
    for pattern in patterns[..index].iter().filter(|pattern| !matches!(pattern, Pat::Ident(_))) {
        pattern.visit_with(&mut mentions);
    }
    mentions.1
}
