//! Expressions: one exhaustive match.

use swc_common::Spanned;
use swc_ecma_ast as ast;

use super::callee_text::bare;
use super::function::{FunctionBody, FunctionSource};
use super::lowerer::Lowerer;
use super::module::Resolved;
use crate::base::Span;
use crate::diag::{Diagnostic, codes};
use crate::ir::{BinaryOp, Expr, ExprKind, FunctionForm, LogicalOp, UnaryOp};

impl Lowerer<'_> {
    /// An expression.
    pub fn lower_expr(&mut self, expr: &ast::Expr) -> Expr {
        let span = self.span(expr.span());
        match expr {
            ast::Expr::This(_) => self.lower_this(span),
            ast::Expr::Array(array) => self.lower_array(array),
            ast::Expr::Object(object) => self.lower_object(object),
            ast::Expr::Fn(_) | ast::Expr::Arrow(_) => self.lower_named(expr, ""),
            ast::Expr::Unary(unary) => self.lower_unary(unary),
            ast::Expr::Update(update) => self.lower_update(update),
            ast::Expr::Bin(binary) => self.lower_binary(binary),
            ast::Expr::Assign(assign) => self.lower_assign(assign),
            ast::Expr::Member(member) => self.lower_member(member),
            ast::Expr::SuperProp(property) => match self.lower_super_member(property) {
                Some((this, key)) => self.expr(span, ExprKind::SuperMember { this: Box::new(this), key }),
                None => self.error(span),
            },
            ast::Expr::Cond(branch) => {
                if let Some(holds) = self.decided(&branch.test) {
                    return self.lower_branch(if holds { &branch.cons } else { &branch.alt });
                }
                let test = Box::new(self.lower_expr(&branch.test));
                let then = Box::new(self.lower_branch(&branch.cons));
                let otherwise = Box::new(self.lower_branch(&branch.alt));
                self.expr(span, ExprKind::Conditional { test, then, otherwise })
            }
            ast::Expr::Call(call) => self.lower_call(call),
            ast::Expr::New(new) => self.lower_new(new),
            ast::Expr::Seq(sequence) => {
                let items = sequence.exprs.iter().map(|item| self.lower_expr(item)).collect();
                self.expr(span, ExprKind::Sequence(items))
            }
            ast::Expr::Ident(ident) => self.lower_ident(ident),
            ast::Expr::Lit(literal) => self.lower_literal(literal),
            ast::Expr::Tpl(template) => self.lower_template(template),
            ast::Expr::TaggedTpl(template) => self.lower_tagged_template(template),
            ast::Expr::Class(class) => self.lower_class_expr(class, ""),
            ast::Expr::Yield(expr) => self.lower_yield(expr),
            ast::Expr::MetaProp(property) => self.lower_meta_property(property, span),
            ast::Expr::Await(expr) => {
                let value = self.lower_expr(&expr.arg);
                if !self.frames.last().is_some_and(|frame| frame.is_async) {
                    return self.refuse_await(span);
                }
                self.expr(span, ExprKind::Await(Box::new(value)))
            }
            ast::Expr::Paren(inner) => self.lower_expr(&inner.expr),
            ast::Expr::JSXMember(_)
            | ast::Expr::JSXNamespacedName(_)
            | ast::Expr::JSXEmpty(_)
            | ast::Expr::JSXElement(_)
            | ast::Expr::JSXFragment(_) => {
                self.refuse_jsx(span);
                self.error(span)
            }
            ast::Expr::TsTypeAssertion(inner) => self.lower_expr(&inner.expr),
            ast::Expr::TsConstAssertion(inner) => self.lower_expr(&inner.expr),
            ast::Expr::TsNonNull(inner) => self.lower_expr(&inner.expr),
            ast::Expr::TsAs(inner) => self.lower_expr(&inner.expr),
            ast::Expr::TsInstantiation(inner) => self.lower_expr(&inner.expr),
            ast::Expr::TsSatisfies(inner) => self.lower_expr(&inner.expr),
            ast::Expr::PrivateName(_) => self.refuse(
                span,
                Diagnostic::error(codes::SYNTAX_ERROR, "a private name is no value")
                    .primary(span, "only behind a dot, or right before `in`"),
            ),
            ast::Expr::OptChain(chain) => self.lower_chain(chain),
            ast::Expr::Invalid(_) => self.refuse(
                span,
                Diagnostic::error(codes::SYNTAX_ERROR, "an expression is missing").primary(span, "expected here"),
            ),
        }
    }

    /// An expression whose value, if it is an anonymous function, is named `name` (ECMA-262 §8.4, NamedEvaluation): the value of
    /// a variable.
    pub fn lower_named(&mut self, expr: &ast::Expr, name: &str) -> Expr {
        self.lower_named_function(expr, name, false)
    }

    /// As [`Lowerer::lower_named`], for a property of the exports.
    pub fn lower_exported_value(&mut self, expr: &ast::Expr, name: &str) -> Expr {
        self.lower_named_function(expr, name, true)
    }

    fn lower_named_function(&mut self, expr: &ast::Expr, name: &str, is_export: bool) -> Expr {
        match bare(expr) {
            ast::Expr::Fn(function) => {
                let span = self.span(function.function.span);
                let own = function.ident.as_ref();
                let name = own.map_or(name, |ident| &*ident.sym);
                let mut source = FunctionSource::new(name, FunctionForm::Expression, &function.function, span);
                source.self_name = own;
                source.is_export = is_export;
                self.lower_function_expr(source)
            }
            ast::Expr::Arrow(arrow) => {
                let span = self.span(arrow.span);
                let source = FunctionSource {
                    name: name.to_owned(),
                    self_name: None,
                    form: FunctionForm::Arrow,
                    is_async: arrow.is_async,
                    is_generator: arrow.is_generator,
                    is_export: false,
                    is_strict: false,
                    properties: Vec::new(),
                    params: arrow.params.iter().collect(),
                    body: match &*arrow.body {
                        ast::ArrowFunctionBody::FunctionBody(body) => FunctionBody::Block(body),
                        ast::ArrowFunctionBody::Expr(value) => FunctionBody::Expr(value),
                    },
                    span,
                };
                self.lower_function_expr(source)
            }
            ast::Expr::Class(class) => self.lower_class_expr(class, name),
            _ => self.lower_expr(expr),
        }
    }

    /// A read of a name.
    pub fn lower_ident(&mut self, ident: &ast::Ident) -> Expr {
        let span = self.span(ident.span);
        if let Some(value) = self.lower_defined(&ast::Expr::Ident(ident.clone()), span) {
            return value;
        }
        match self.resolve(ident) {
            Some(Resolved::Namespace(module)) => self.module_value(module, ident, span),
            Some(resolved) => {
                let kind = self.resolved_kind(resolved, span);
                self.expr(span, kind)
            }
            None => self.lower_global(ident, span),
        }
    }

    /// A name that nobody declares.
    fn lower_global(&mut self, ident: &ast::Ident, span: Span) -> Expr {
        let name = ident.sym.to_string();
        match name.as_str() {
            "undefined" => self.expr(span, ExprKind::Undefined),
            "arguments" => match self.arguments_binding(span) {
                Some(binding) => {
                    self.reads.insert(binding);
                    self.read(binding, span)
                }
                None => {
                    self.global_reads.push((name.clone(), span));
                    self.expr(span, ExprKind::Global(name))
                }
            },
            // Whoever calls it ends the turn: moment, for a language that nobody imported.
            "require" if self.modules[self.module].is_package && !self.is_ecma_package() => {
                self.expr(span, ExprKind::Global(prickle_spec::unsupported::REQUIRE.to_owned()))
            }
            "require" => self.refuse(
                span,
                Diagnostic::error(codes::UNSUPPORTED_REQUIRE, "`require` can only be called")
                    .primary(span, "used as a value here")
                    .help("write `const name = require(\"module\")` at the top of the file"),
            ),
            "module" | "exports" if self.is_commonjs_name(&name) => {
                self.refuse_undecidable_exports(span);
                self.error(span)
            }
            _ => {
                self.global_reads.push((name.clone(), span));
                self.expr(span, ExprKind::Global(name))
            }
        }
    }

    /// `yield value`, `yield* value`
    fn lower_yield(&mut self, expr: &ast::YieldExpr) -> Expr {
        let span = self.span(expr.span);
        let value = match &expr.arg {
            Some(value) => self.lower_expr(value),
            None => self.expr(span, ExprKind::Undefined),
        };
        if !self.frames.last().is_some_and(|frame| frame.is_generator) {
            return self.refuse(
                span,
                Diagnostic::error(codes::SYNTAX_ERROR, "`yield` outside a generator").primary(span, "not allowed here"),
            );
        }
        let value = Box::new(value);
        let kind = match &expr.arg {
            Some(iterable) if expr.delegate => {
                ExprKind::YieldFrom { value, not_iterable: super::messages::yield_from(iterable) }
            }
            Some(_) | None => ExprKind::Yield(value),
        };
        self.expr(span, kind)
    }

    fn lower_unary(&mut self, unary: &ast::UnaryExpr) -> Expr {
        let span = self.span(unary.span);
        let op = match unary.op {
            ast::UnaryOp::Minus => UnaryOp::Minus,
            ast::UnaryOp::Plus => UnaryOp::Plus,
            ast::UnaryOp::Bang => UnaryOp::Not,
            ast::UnaryOp::Tilde => UnaryOp::BitNot,
            ast::UnaryOp::Void => UnaryOp::Void,
            ast::UnaryOp::TypeOf => {
                if let ast::Expr::Ident(ident) = bare(&unary.arg)
                    && self.resolve(ident).is_none()
                    && !self.is_defined(ident)
                {
                    return self.lower_typeof_global(ident, span);
                }
                UnaryOp::Typeof
            }
            ast::UnaryOp::Delete => return self.lower_delete(&unary.arg, span),
        };
        let operand = Box::new(self.lower_expr(&unary.arg));
        self.expr(span, ExprKind::Unary { op, operand })
    }

    fn lower_typeof_global(&mut self, ident: &ast::Ident, span: Span) -> Expr {
        let name = ident.sym.to_string();
        let kind = match name.as_str() {
            "module" | "exports" | "require" if self.is_ecma_package() => ExprKind::String("undefined".into()),
            // Both exist in every plugin.
            "module" | "exports" => ExprKind::String("object".into()),
            "require" if self.modules[self.module].is_package => ExprKind::String("function".into()),
            "undefined" | "require" => ExprKind::String("undefined".into()),
            "arguments" if self.frames.iter().any(|frame| !frame.is_arrow) => {
                let operand = Box::new(self.lower_global(ident, span));
                ExprKind::Unary { op: UnaryOp::Typeof, operand }
            }
            _ => ExprKind::TypeofGlobal(name),
        };
        self.expr(span, kind)
    }

    fn lower_binary(&mut self, binary: &ast::BinExpr) -> Expr {
        let span = self.span(binary.span);
        if let (ast::BinaryOp::In, ast::Expr::PrivateName(name)) = (binary.op, &*binary.left) {
            let Some((name, _)) = self.lower_private_name(name) else { return self.error(span) };
            let object = Box::new(self.lower_expr(&binary.right));
            return self.expr(span, ExprKind::HasPrivate { name: Box::new(name), object });
        }
        match (binary.op, self.decided(&binary.left)) {
            (ast::BinaryOp::LogicalAnd, Some(true)) | (ast::BinaryOp::LogicalOr, Some(false)) => {
                return self.lower_branch(&binary.right);
            }
            (ast::BinaryOp::LogicalAnd, Some(false)) | (ast::BinaryOp::LogicalOr, Some(true)) => {
                return self.lower_expr(&binary.left);
            }
            _ => {}
        }
        let left = Box::new(self.lower_expr(&binary.left));
        let kind = match operator(binary.op) {
            Operator::Binary(op) => ExprKind::Binary { op, left, right: Box::new(self.lower_expr(&binary.right)) },
            Operator::Logical(op) => ExprKind::Logical { op, left, right: Box::new(self.lower_branch(&binary.right)) },
        };
        self.expr(span, kind)
    }

    /// An expression that may not be evaluated.
    fn lower_branch(&mut self, branch: &ast::Expr) -> Expr {
        let runs_first = std::mem::replace(&mut self.runs_first, false);
        let lowered = self.lower_expr(branch);
        self.runs_first = runs_first;
        lowered
    }
}

/// The two kinds of operators with two sides.
enum Operator {
    /// Evaluates both sides.
    Binary(BinaryOp),
    /// Evaluates the right side if needed.
    Logical(LogicalOp),
}

fn operator(op: ast::BinaryOp) -> Operator {
    Operator::Binary(match op {
        ast::BinaryOp::EqEq => BinaryOp::Equal,
        ast::BinaryOp::NotEq => BinaryOp::NotEqual,
        ast::BinaryOp::EqEqEq => BinaryOp::StrictEqual,
        ast::BinaryOp::NotEqEq => BinaryOp::StrictNotEqual,
        ast::BinaryOp::Lt => BinaryOp::Less,
        ast::BinaryOp::LtEq => BinaryOp::LessEqual,
        ast::BinaryOp::Gt => BinaryOp::Greater,
        ast::BinaryOp::GtEq => BinaryOp::GreaterEqual,
        ast::BinaryOp::LShift => BinaryOp::ShiftLeft,
        ast::BinaryOp::RShift => BinaryOp::ShiftRight,
        ast::BinaryOp::ZeroFillRShift => BinaryOp::ShiftRightUnsigned,
        ast::BinaryOp::Add => BinaryOp::Add,
        ast::BinaryOp::Sub => BinaryOp::Sub,
        ast::BinaryOp::Mul => BinaryOp::Mul,
        ast::BinaryOp::Div => BinaryOp::Div,
        ast::BinaryOp::Mod => BinaryOp::Rem,
        ast::BinaryOp::BitOr => BinaryOp::BitOr,
        ast::BinaryOp::BitXor => BinaryOp::BitXor,
        ast::BinaryOp::BitAnd => BinaryOp::BitAnd,
        ast::BinaryOp::In => BinaryOp::In,
        ast::BinaryOp::InstanceOf => BinaryOp::Instanceof,
        ast::BinaryOp::Exp => BinaryOp::Exp,
        ast::BinaryOp::LogicalOr => return Operator::Logical(LogicalOp::Or),
        ast::BinaryOp::LogicalAnd => return Operator::Logical(LogicalOp::And),
        ast::BinaryOp::NullishCoalescing => return Operator::Logical(LogicalOp::Nullish),
    })
}
