//! Classes. ECMA-262 §15.7; fields without a value are left out, as Babel's TypeScript preset did on PostHog's server.

use swc_common::Spanned;
use swc_ecma_ast as ast;

use super::function::{FunctionBody, FunctionSource};
use super::literal::{accessor_name, static_name};
use super::lowerer::Lowerer;
use super::scope::{FunctionFrame, Name, ScopeFrame};
use crate::base::Span;
use crate::diag::{Diagnostic, codes};
use crate::ir::{
    BindingId, BindingKind, Class, ClassMember, Expr, ExprKind, FunctionForm, FunctionId, MemberKey, MethodRole, Stmt,
    StmtKind,
};

/// A lowered class.
struct Parts {
    /// Private names and computed keys, made before the class.
    before: Vec<(BindingId, Expr)>,
    /// The class.
    class: Expr,
    /// Static blocks and fields.
    after: Vec<Expr>,
}

/// A field of an instance, to be lowered in the function that initializes them.
struct Field<'a> {
    key: FieldKey<'a>,
    /// `None`: `undefined`.
    value: Option<&'a ast::Expr>,
    span: Span,
}

enum FieldKey<'a> {
    Public(MemberKey, String),
    Private(&'a ast::PrivateName),
}

impl Lowerer<'_> {
    /// `class Name {}`
    pub fn lower_class_decl(&mut self, decl: &ast::ClassDecl, out: &mut Vec<Stmt>) {
        match self.lookup_here(&decl.ident.sym) {
            Some(Name::Binding(binding)) if self.bindings[binding].kind == BindingKind::Class => {
                self.lower_class_into(binding, &decl.class, &decl.ident.sym, Some(&decl.ident), out);
            }
            // The clash of names was reported.
            Some(_) | None => out.push(self.stmt(self.span(decl.span()), StmtKind::Error)),
        }
    }

    /// A class that becomes the value of a variable.
    pub fn lower_class_into(
        &mut self,
        binding: BindingId,
        class: &ast::Class,
        name: &str,
        ident: Option<&ast::Ident>,
        out: &mut Vec<Stmt>,
    ) {
        let span = self.span(class.span);
        let is_named = ident.is_some();
        if is_named {
            self.classes_around.push(binding);
        }
        let parts = self.lower_class(class, name, ident.map(|ident| &*ident.sym), Some(binding));
        if is_named {
            self.classes_around.pop();
        }
        for (binding, value) in parts.before {
            out.push(self.stmt(value.span, StmtKind::Let { binding, init: Some(value) }));
        }
        out.push(self.stmt(span, StmtKind::Let { binding, init: Some(parts.class) }));
        for effect in parts.after {
            out.push(self.stmt(effect.span, StmtKind::Expr(effect)));
        }
    }

    /// `class {}` as an expression; `assigned` is the name that it gets where it has none.
    pub fn lower_class_expr(&mut self, expr: &ast::ClassExpr, assigned: &str) -> Expr {
        let class = &expr.class;
        let span = self.span(class.span);
        let has_statics = class.body.iter().any(is_static_element);
        self.scopes.push(ScopeFrame::default());
        let binding = match &expr.ident {
            Some(ident) => Some(self.declare(ident, BindingKind::Const)),
            None => has_statics.then(|| self.temporary("class", span)),
        };
        let own = expr.ident.as_ref().map(|ident| &*ident.sym);
        let parts = self.lower_class(class, own.unwrap_or(assigned), own, binding);
        self.scopes.pop();
        let is_mentioned =
            binding.is_some_and(|binding| self.reads.contains(&binding) || self.reassigned.contains(&binding));
        if parts.before.is_empty() && !has_statics && !is_mentioned {
            return parts.class;
        }
        let mut items = Vec::new();
        for (binding, value) in parts.before {
            items.push(self.expr(value.span, ExprKind::Init { binding, value: Box::new(value) }));
        }
        match binding.filter(|_| has_statics || is_mentioned) {
            Some(binding) => {
                items.push(self.expr(span, ExprKind::Init { binding, value: Box::new(parts.class) }));
                items.extend(parts.after);
                items.push(self.read(binding, span));
            }
            None => items.push(parts.class),
        }
        self.expr(span, ExprKind::Sequence(items))
    }

    fn lower_class(
        &mut self,
        class: &ast::Class,
        name: &str,
        own_name: Option<&str>,
        binding: Option<BindingId>,
    ) -> Parts {
        let span = self.span(class.span);
        for decorator in &class.decorators {
            self.refuse_decorator(decorator);
        }
        let mut before = Vec::new();
        let has_computed_fields = class.body.iter().any(|member| {
            matches!(member, ast::ClassMember::ClassProp(field)
                if field.value.is_some() && matches!(field.key, ast::PropName::Computed(_)))
        });
        let mut parent = class.super_class.as_ref().map(|parent| self.lower_expr(parent));
        if has_computed_fields && let Some(value) = parent {
            let temporary = self.temporary("parent", value.span);
            let span = value.span;
            before.push((temporary, value));
            parent = Some(self.read(temporary, span));
        }
        self.declare_private_names(class, own_name, &mut before);
        let mut lowered = Class { name: name.to_owned(), parent, constructor: None, members: Vec::new(), fields: None };
        let mut fields = Vec::new();
        let mut after = Vec::new();
        for member in &class.body {
            let member_span = self.span(member.span());
            match member {
                ast::ClassMember::Constructor(constructor) => {
                    if constructor.body.is_some() {
                        lowered.constructor = self.lower_constructor(constructor, class, name);
                    }
                }
                ast::ClassMember::Method(method) => {
                    for decorator in &method.function.decorators {
                        self.refuse_decorator(decorator);
                    }
                    if method.function.body.is_none() || method.is_abstract {
                        continue;
                    }
                    self.refuse_static_prototype(&method.key, method.is_static);
                    let key = self.lower_class_key(&method.key, has_computed_fields, &mut before);
                    let role = role_of(method.kind);
                    let function_name = accessor_name(role, &static_name(&method.key));
                    if let Some(function) = self.lower_method(function_name, &method.function, member_span) {
                        let is_static = method.is_static;
                        lowered.members.push(ClassMember::Public { is_static, role, key, function });
                    }
                }
                ast::ClassMember::PrivateMethod(method) => self.lower_private_method(method, &mut lowered.members),
                ast::ClassMember::ClassProp(field) => {
                    for decorator in &field.decorators {
                        self.refuse_decorator(decorator);
                    }
                    if field.declare {
                        self.report(
                            Diagnostic::error(codes::SYNTAX_ERROR, "`declare` is not allowed here")
                                .primary(member_span, "a field that is only declared")
                                .help("remove `declare`: a field without a value is left out")
                                .note("PostHog's server refused it too"),
                        );
                        continue;
                    }
                    self.refuse_static_prototype(&field.key, field.is_static);
                    let Some(value) = field.value.as_deref().filter(|_| !field.is_abstract) else { continue };
                    let key = self.lower_class_key(&field.key, true, &mut before);
                    let field_name = static_name(&field.key);
                    let key = FieldKey::Public(key, field_name);
                    let new = Field { key, value: Some(value), span: member_span };
                    self.add_field(new, field.is_static, binding, &mut fields, &mut after);
                }
                ast::ClassMember::PrivateProp(field) => {
                    for decorator in &field.decorators {
                        self.refuse_decorator(decorator);
                    }
                    // Unlike public ones, private fields without a value are there.
                    let key = FieldKey::Private(&field.key);
                    let new = Field { key, value: field.value.as_deref(), span: member_span };
                    self.add_field(new, field.is_static, binding, &mut fields, &mut after);
                }
                ast::ClassMember::StaticBlock(block) => {
                    let function = self.synthetic_method(member_span, |lowerer, out| {
                        lowerer.lower_function_statements(&block.body.stmts, false, out);
                    });
                    after.extend(self.static_initializer(function, binding, member_span));
                }
                ast::ClassMember::TsIndexSignature(_) | ast::ClassMember::Empty(_) => {}
                ast::ClassMember::AutoAccessor(accessor) => {
                    let span = self.head_of(accessor.span);
                    self.report(
                        Diagnostic::error(codes::CLASS, "auto-accessors are not supported")
                            .primary(span, "a getter and a setter for a hidden field")
                            .help("write the field, or both accessors")
                            .note("PostHog's server refused them too"),
                    );
                }
            }
        }
        if !fields.is_empty() {
            lowered.fields = Some(self.synthetic_method(span, |lowerer, out| {
                for field in fields {
                    let this = lowerer.lower_this(field.span);
                    let expr = lowerer.lower_field(field, this);
                    out.push(lowerer.stmt(expr.span, StmtKind::Expr(expr)));
                }
            }));
        }
        self.private_scopes.pop();
        let class = self.expr(span, ExprKind::Class(Box::new(lowered)));
        Parts { before, class, after }
    }

    /// `static prototype`, which a class has already (ECMA-262 §15.7.1).
    fn refuse_static_prototype(&mut self, key: &ast::PropName, is_static: bool) {
        let is_written = matches!(key, ast::PropName::Ident(_) | ast::PropName::Str(_));
        if is_static && is_written && static_name(key) == "prototype" {
            let span = self.span(key.span());
            self.report(
                Diagnostic::error(codes::SYNTAX_ERROR, "a class cannot have a static member `prototype`")
                    .primary(span, "every class has one")
                    .help("give it another name"),
            );
        }
    }

    /// The key of a member. One that has to wait for its use is kept in a temporary.
    fn lower_class_key(&mut self, key: &ast::PropName, keeps: bool, before: &mut Vec<(BindingId, Expr)>) -> MemberKey {
        match self.lower_static_key(key) {
            MemberKey::Computed(value) if keeps => {
                let span = value.span;
                let temporary = self.temporary("key", span);
                before.push((temporary, self.expr(span, ExprKind::PropertyKey(value))));
                MemberKey::Computed(Box::new(self.read(temporary, span)))
            }
            key => key,
        }
    }

    fn lower_method(&mut self, name: String, function: &ast::Function, span: Span) -> Option<FunctionId> {
        let mut source = FunctionSource::new(name, FunctionForm::Method, function, span);
        source.is_strict = true;
        let id = self.reserve_function(span);
        self.lower_function(id, source).then_some(id)
    }

    fn lower_private_method(&mut self, method: &ast::PrivateMethod, members: &mut Vec<ClassMember>) {
        let span = self.span(method.span);
        if method.function.body.is_none() {
            return;
        }
        let role = role_of(method.kind);
        let name = accessor_name(role, &format!("#{}", method.key.name));
        let Some((private, _)) = self.lower_private_name(&method.key) else { return };
        let Some(function) = self.lower_method(name, &method.function, span) else { return };
        let is_static = method.is_static;
        let (get, set) = match role {
            MethodRole::Method => {
                members.push(ClassMember::PrivateMethod { is_static, name: private, function });
                return;
            }
            MethodRole::Getter => (Some(function), None),
            MethodRole::Setter => (None, Some(function)),
        };
        let same = |other: &Expr| match (&other.kind, &private.kind) {
            (ExprKind::Binding(other), ExprKind::Binding(own)) => other == own,
            _ => false,
        };
        for member in members.iter_mut() {
            if let ClassMember::PrivateAccessor { name, get: known_get, set: known_set, .. } = member
                && same(name)
            {
                *known_get = known_get.or(get);
                *known_set = known_set.or(set);
                return;
            }
        }
        members.push(ClassMember::PrivateAccessor { is_static, name: private, get, set });
    }

    fn lower_constructor(
        &mut self,
        constructor: &ast::Constructor,
        class: &ast::Class,
        name: &str,
    ) -> Option<FunctionId> {
        let span = self.span(constructor.span);
        let mut params = Vec::new();
        let mut properties = Vec::new();
        for param in &constructor.params {
            match param {
                ast::ParamOrTsParamProp::Param(param) => params.push(param.pat.clone()),
                ast::ParamOrTsParamProp::TsParamProp(property) => {
                    let pattern = match &property.param {
                        ast::TsParamPropParam::Ident(ident) => ast::Pat::Ident(ident.clone()),
                        ast::TsParamPropParam::Assign(assign) => ast::Pat::Assign(assign.clone()),
                    };
                    properties.extend(super::hoist::names_of(&pattern).into_iter().cloned());
                    params.push(pattern);
                }
            }
        }
        let form =
            if class.super_class.is_some() { FunctionForm::DerivedConstructor } else { FunctionForm::Constructor };
        let source = FunctionSource {
            name: name.to_owned(),
            self_name: None,
            form,
            is_async: false,
            is_generator: false,
            is_export: false,
            is_strict: true,
            params: params.iter().collect(),
            properties: properties.iter().collect(),
            body: constructor.body.as_ref().map_or(FunctionBody::Missing, FunctionBody::Block),
            span,
        };
        let id = self.reserve_function(span);
        self.lower_function(id, source).then_some(id)
    }

    /// A method that the source does not have: what `work` lowers.
    fn synthetic_method(&mut self, span: Span, work: impl FnOnce(&mut Self, &mut Vec<Stmt>)) -> FunctionId {
        let id = self.reserve_function(span);
        let first_scope = self.scopes.len();
        let frame = FunctionFrame { is_strict: true, ..FunctionFrame::new(id, FunctionForm::Method, first_scope) };
        self.frames.push(frame);
        self.scopes.push(ScopeFrame { is_function_body: true, ..ScopeFrame::default() });
        let mut body = Vec::new();
        work(self, &mut body);
        self.scopes.truncate(first_scope);
        if let Some(frame) = self.frames.pop() {
            let function = &mut self.functions[id];
            function.form = FunctionForm::Method;
            function.body = body;
            function.hoisted = frame.hoisted;
            function.uses_this = frame.uses_this;
            function.arguments = frame.arguments;
            function.is_strict = true;
        }
        id
    }

    fn static_initializer(&mut self, function: FunctionId, class: Option<BindingId>, span: Span) -> Option<Expr> {
        let class = Box::new(self.read_class(class?, span));
        Some(self.expr(span, ExprKind::StaticInitializer { class, function }))
    }

    fn read_class(&mut self, class: BindingId, span: Span) -> Expr {
        self.reads.insert(class);
        self.read(class, span)
    }

    fn add_field<'a>(
        &mut self,
        field: Field<'a>,
        is_static: bool,
        class: Option<BindingId>,
        fields: &mut Vec<Field<'a>>,
        after: &mut Vec<Expr>,
    ) {
        if !is_static {
            fields.push(field);
            return;
        }
        let Some(class) = class else { return };
        let span = field.span;
        if self.is_free_of_context(field.value) {
            let object = self.read_class(class, span);
            after.push(self.lower_field(field, object));
            return;
        }
        let function = self.synthetic_method(span, |lowerer, out| {
            let this = lowerer.lower_this(span);
            let expr = lowerer.lower_field(field, this);
            out.push(lowerer.stmt(span, StmtKind::Expr(expr)));
        });
        after.extend(self.static_initializer(function, Some(class), span));
    }

    /// The value means the same outside the class: it mentions neither `this` nor `super`, and writes nothing.
    fn is_free_of_context(&self, value: Option<&ast::Expr>) -> bool {
        let Some(value) = value else { return true };
        let span = self.span(value.span());
        let text = self.source.files[span.file].slice(span);
        !["this", "super", "arguments", "=", "delete", "++", "--", "function", "eval"]
            .iter()
            .any(|word| text.contains(word))
    }

    /// The definition of a field on an object.
    fn lower_field(&mut self, field: Field<'_>, object: Expr) -> Expr {
        let (key, name) = match field.key {
            FieldKey::Public(key, name) => (key, name),
            FieldKey::Private(name) => match self.lower_private_name(name) {
                Some((private, brand)) => {
                    (MemberKey::Private { name: Box::new(private), brand }, format!("#{}", name.name))
                }
                None => return self.error(field.span),
            },
        };
        let value = Box::new(match field.value {
            Some(value) => self.lower_named(value, &name),
            None => self.expr(field.span, ExprKind::Undefined),
        });
        self.expr(field.span, ExprKind::DefineField { object: Box::new(object), key, value })
    }

    /// Classes whose name is assigned elsewhere, although their own code says it: there it must stay the class.
    pub fn refuse_reassigned_classes(&mut self) {
        let reassigned: Vec<BindingId> = self
            .reassigned
            .iter()
            .copied()
            .filter(|binding| self.bindings[*binding].kind == BindingKind::Class && self.reads.contains(binding))
            .collect();
        for binding in reassigned {
            let span = self.bindings[binding].span;
            let name = self.bindings[binding].name.clone();
            self.report(
                Diagnostic::error(codes::CLASS, format!("the class `{name}` is replaced by another value"))
                    .primary(span, "something assigns to this name")
                    .help("use another variable for the other value"),
            );
        }
    }
}

fn role_of(kind: ast::MethodKind) -> MethodRole {
    match kind {
        ast::MethodKind::Method => MethodRole::Method,
        ast::MethodKind::Getter => MethodRole::Getter,
        ast::MethodKind::Setter => MethodRole::Setter,
    }
}

/// A static field with a value, or a static block.
fn is_static_element(member: &ast::ClassMember) -> bool {
    match member {
        ast::ClassMember::ClassProp(field) => field.is_static && field.value.is_some() && !field.declare,
        ast::ClassMember::PrivateProp(field) => field.is_static,
        ast::ClassMember::StaticBlock(_) => true,
        _ => false,
    }
}
