//! What a function has without declaring it: `this`, `arguments`, `new.target` and `super`. ECMA-262 §13.2.1, §13.3.7, §13.3.12.

use swc_ecma_ast as ast;
use swc_ecma_visit::{Visit, VisitWith};

use super::function::FunctionSource;
use super::lowerer::Lowerer;
use super::scope::DerivedThis;
use crate::base::Span;
use crate::diag::{Diagnostic, codes};
use crate::ir::{
    Argument, AssignOp, Binding, BindingId, BindingKind, Expr, ExprKind, FunctionForm, MemberKey, Place, Scope, Stmt,
    StmtKind,
};

impl Lowerer<'_> {
    /// The innermost function that has a `this` of its own.
    fn this_frame(&self) -> Option<usize> {
        self.frames.iter().rposition(|frame| !frame.is_arrow)
    }

    /// `this`
    pub fn lower_this(&mut self, span: Span) -> Expr {
        if let Some(binding) = self.on_demand_this() {
            return self.read(binding, span);
        }
        // Babel makes `undefined` of it at the top level, arrow functions there included.
        let Some(frame) = self.this_frame() else { return self.expr(span, ExprKind::Undefined) };
        if self.frames[frame].is_export {
            return self.refuse(
                span,
                Diagnostic::error(codes::THIS, "`this` is not supported in this function")
                    .primary(span, "depends on how the function is called")
                    .help("name what you mean: the exported functions and variables of the file")
                    .note("the host calls its hooks without an object, so that `this` is the global object in them"),
            );
        }
        if let Some(DerivedThis { binding, statement }) = self.frames[frame].this {
            self.reads.insert(binding);
            return match statement {
                Some(_) => self.read(binding, span),
                None => self.expr(span, ExprKind::DerivedThis(binding)),
            };
        }
        self.mark_receiver();
        self.expr(span, ExprKind::This)
    }

    /// The function being lowered needs more than its parameters.
    fn mark_receiver(&mut self) {
        if let Some(frame) = self.frames.last_mut() {
            frame.uses_this = true;
        }
    }

    /// The variable `arguments` of the innermost function that has one.
    pub fn arguments_binding(&mut self, span: Span) -> Option<BindingId> {
        let frame = self.this_frame()?;
        if let Some(binding) = self.frames[frame].arguments {
            return Some(binding);
        }
        let scope = Scope::Function(self.frames[frame].id);
        let binding =
            self.bindings.push(Binding { name: "arguments".to_owned(), kind: BindingKind::Param, scope, span });
        self.frames[frame].arguments = Some(binding);
        Some(binding)
    }

    /// `new.target`
    pub fn lower_new_target(&mut self, span: Span) -> Expr {
        if self.this_frame().is_none() {
            return self.refuse(
                span,
                Diagnostic::error(codes::SYNTAX_ERROR, "`new.target` outside a function")
                    .primary(span, "not allowed here"),
            );
        }
        self.mark_receiver();
        self.expr(span, ExprKind::NewTarget)
    }

    /// `super.key`: `this`, and the key.
    pub fn lower_super_member(&mut self, property: &ast::SuperPropExpr) -> Option<(Expr, MemberKey)> {
        let span = self.span(property.span);
        let frame = self.this_frame().filter(|frame| {
            matches!(
                self.frames[*frame].form,
                FunctionForm::Method | FunctionForm::Constructor | FunctionForm::DerivedConstructor
            )
        });
        let Some(frame) = frame.filter(|frame| !self.frames[*frame].is_export) else {
            self.report(
                Diagnostic::error(codes::SUPER, "`super` is not supported here")
                    .primary(span, "only methods of objects and classes have one"),
            );
            return None;
        };
        self.super_users.insert(self.frames[frame].id);
        let this = self.lower_this(self.span(property.obj.span));
        self.mark_receiver();
        let key = match &property.prop {
            ast::SuperProp::Ident(name) => MemberKey::Static(name.sym.as_str().into(), self.span(name.span)),
            ast::SuperProp::Computed(computed) => MemberKey::Computed(Box::new(self.lower_expr(&computed.expr))),
        };
        Some((this, key))
    }

    /// `super.key` as a place.
    pub fn lower_super_place(&mut self, property: &ast::SuperPropExpr) -> Place {
        let span = self.span(property.span);
        match self.lower_super_member(property) {
            Some((this, key)) => Place::Super { this: Box::new(this), key, span },
            None => Place::Error(span),
        }
    }

    /// `super(…)`
    pub fn lower_super_call(&mut self, arguments: Vec<Argument>, span: Span) -> Expr {
        let this = self.this_frame().and_then(|frame| self.frames[frame].this);
        let Some(DerivedThis { binding, statement }) = this else {
            return self.refuse(
                span,
                Diagnostic::error(codes::SYNTAX_ERROR, "`super(…)` outside the constructor of a class with `extends`")
                    .primary(span, "not allowed here"),
            );
        };
        self.mark_receiver();
        if statement == Some(span) {
            return self.expr(span, ExprKind::SuperCall { arguments, this: None });
        }
        if statement.is_some() {
            return self.refuse(
                span,
                Diagnostic::error(codes::SUPER, "`super` is called twice")
                    .primary(span, "another call of it stands directly in the body of the constructor")
                    .help("call it once; the second call always throws"),
            );
        }
        let old = self.read(binding, span);
        let made = self.expr(span, ExprKind::SuperCall { arguments, this: Some(Box::new(old)) });
        self.reassigned.insert(binding);
        self.expr(
            span,
            ExprKind::Assign { op: AssignOp::Assign, place: Place::Binding(binding, span), value: Box::new(made) },
        )
    }

    /// `super(…)` as a statement directly in the body of a constructor: makes `this`.
    pub fn lower_super_statement(&mut self, call: &ast::CallExpr, out: &mut Vec<Stmt>) -> bool {
        let span = self.span(call.span);
        let Some(frame) = self.frames.last() else { return false };
        let Some(DerivedThis { binding, statement: Some(statement) }) = frame.this else { return false };
        if statement != span {
            return false;
        }
        let value = self.lower_call(call);
        out.push(self.stmt(span, StmtKind::Let { binding, init: Some(value) }));
        let properties = std::mem::take(&mut self.parameter_properties);
        self.assign_parameter_properties(&properties, out);
        true
    }

    /// What a constructor has at its beginning: the variable `this`, and properties that are parameters.
    pub fn begin_constructor(&mut self, source: &FunctionSource<'_>, body: &ast::FunctionBody, out: &mut Vec<Stmt>) {
        let properties: Vec<swc_atoms::Atom> = source.properties.iter().map(|ident| ident.sym.clone()).collect();
        match source.form {
            FunctionForm::Constructor => self.assign_parameter_properties(&properties, out),
            FunctionForm::DerivedConstructor => {
                let statement = body.stmts.iter().find_map(super_statement).filter(|_| super_calls(body) == 1);
                let statement = statement.map(|span| self.span(span));
                let kind = if statement.is_some() { BindingKind::Let } else { BindingKind::Var };
                let binding = self.binding("this", kind, source.span);
                if statement.is_none() {
                    self.hoisted().push(binding);
                    if let Some(first) = source.properties.first() {
                        let span = self.span(first.span);
                        self.report(
                            Diagnostic::error(codes::PARAMETER_PROPERTY, "this parameter property is not supported")
                                .primary(span, "assigned when `super(…)` has been called, wherever that is")
                                .help("write `super(…)` as a statement directly in the constructor's body"),
                        );
                    }
                }
                self.parameter_properties = properties;
                if let Some(frame) = self.frames.last_mut() {
                    frame.this = Some(DerivedThis { binding, statement });
                }
            }
            FunctionForm::Declaration | FunctionForm::Expression | FunctionForm::Arrow | FunctionForm::Method => {}
        }
    }

    /// `this.name = name` for `constructor(private name)`.
    fn assign_parameter_properties(&mut self, properties: &[swc_atoms::Atom], out: &mut Vec<Stmt>) {
        for name in properties {
            let Some(super::scope::Name::Binding(binding)) = self.lookup(name) else { continue };
            let span = self.bindings[binding].span;
            let object = Box::new(self.lower_this(span));
            let value = Box::new(self.read(binding, span));
            let place = Place::Member { object, key: MemberKey::Static((&**name).into(), span), span };
            let assign = self.expr(span, ExprKind::Assign { op: AssignOp::Assign, place, value });
            out.push(self.stmt(span, StmtKind::Expr(assign)));
        }
    }

    /// A constructor with `extends` that runs through returns `this`.
    pub fn end_constructor(&mut self, form: FunctionForm, span: Span, out: &mut Vec<Stmt>) {
        if form == FunctionForm::DerivedConstructor {
            let end = Span { start: span.end.saturating_sub(1), ..span };
            let this = self.lower_this(end);
            out.push(self.stmt(end, StmtKind::Return(Some(this))));
        }
    }

    /// `return value`
    pub fn lower_return(&mut self, value: Option<&ast::Expr>, span: Span) -> StmtKind {
        if self.frames.is_empty() {
            self.report(
                Diagnostic::error(codes::SYNTAX_ERROR, "`return` outside a function").primary(span, "not allowed here"),
            );
            return StmtKind::Error;
        }
        let mut value = value.map(|value| self.lower_expr(value));
        // An async generator awaits what it returns (ECMA-262 §14.10.1).
        if self.frames.last().is_some_and(|frame| frame.is_async && frame.is_generator)
            && let Some(returned) = value
        {
            value = Some(self.expr(returned.span, ExprKind::Await(Box::new(returned))));
        }
        let is_derived = self.frames.last().is_some_and(|frame| frame.form == FunctionForm::DerivedConstructor);
        if !is_derived {
            return StmtKind::Return(value);
        }
        let this = self.lower_this(span);
        StmtKind::Return(Some(match value {
            None => this,
            Some(value) => self.expr(span, ExprKind::DerivedResult { value: Box::new(value), this: Box::new(this) }),
        }))
    }
}

/// The place of `super(…)`, if the statement is that.
fn super_statement(statement: &ast::Stmt) -> Option<swc_common::Span> {
    let ast::Stmt::Expr(statement) = statement else { return None };
    match super::callee_text::bare(&statement.expr) {
        ast::Expr::Call(call) if matches!(call.callee, ast::Callee::Super(_)) => Some(call.span),
        _ => None,
    }
}

/// How often `super(…)` stands in a constructor, arrow functions included.
fn super_calls(body: &ast::FunctionBody) -> usize {
    struct Counter(usize);
    impl Visit for Counter {
        fn visit_call_expr(&mut self, call: &ast::CallExpr) {
            self.0 += usize::from(matches!(call.callee, ast::Callee::Super(_)));
            call.visit_children_with(self);
        }
        fn visit_class(&mut self, _: &ast::Class) {}
        fn visit_function(&mut self, _: &ast::Function) {}
    }
    let mut counter = Counter(0);
    body.visit_with(&mut counter);
    counter.0
}
