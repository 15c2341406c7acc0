//! Names that `--define` gives a value, and conditions that such values decide: what they rule out is not compiled.

use swc_ecma_ast as ast;

use super::callee_text::bare;
use super::lowerer::Lowerer;
use crate::base::Span;
use crate::diag::{Diagnostic, codes};
use crate::ir::Expr;
use crate::load::{Json, JsonKind};

impl Lowerer<'_> {
    /// The value of `NAME` or `process.env.NAME`, if nothing declares the name and `--define` gives it one.
    pub fn lower_defined(&mut self, expr: &ast::Expr, span: Span) -> Option<Expr> {
        let json = self.defined(expr)?.clone();
        Some(self.lower_json_value(&json, Some(span)))
    }

    /// `--define` gives the name a value, and nothing declares it.
    pub fn is_defined(&self, ident: &ast::Ident) -> bool {
        self.lookup(&ident.sym).is_none() && self.source.definitions.get(&ident.sym).is_some()
    }

    fn defined(&self, expr: &ast::Expr) -> Option<&Json> {
        if self.source.definitions.is_empty() {
            return None;
        }
        self.source.definitions.get(&self.dotted_name(expr)?)
    }

    /// The text of a name that nothing declares, and of its properties.
    fn dotted_name(&self, expr: &ast::Expr) -> Option<String> {
        match bare(expr) {
            ast::Expr::Ident(ident) => self.lookup(&ident.sym).is_none().then(|| ident.sym.to_string()),
            ast::Expr::Member(member) => match &member.prop {
                ast::MemberProp::Ident(name) => Some(format!("{}.{}", self.dotted_name(&member.obj)?, name.sym)),
                ast::MemberProp::Computed(_) | ast::MemberProp::PrivateName(_) => None,
            },
            _ => None,
        }
    }

    /// What a condition comes out as, if a defined name decides it.
    pub fn decided(&self, test: &ast::Expr) -> Option<bool> {
        if self.source.definitions.is_empty() {
            return None;
        }
        match bare(test) {
            ast::Expr::Unary(unary) if unary.op == ast::UnaryOp::Bang => self.decided(&unary.arg).map(|value| !value),
            ast::Expr::Bin(binary) => match binary.op {
                ast::BinaryOp::LogicalAnd => match self.decided(&binary.left)? {
                    true => self.decided(&binary.right),
                    false => Some(false),
                },
                ast::BinaryOp::LogicalOr => match self.decided(&binary.left)? {
                    true => Some(true),
                    false => self.decided(&binary.right),
                },
                ast::BinaryOp::EqEqEq | ast::BinaryOp::EqEq => self.are_equal(&binary.left, &binary.right),
                ast::BinaryOp::NotEqEq | ast::BinaryOp::NotEq => {
                    self.are_equal(&binary.left, &binary.right).map(|value| !value)
                }
                _ => None,
            },
            other => self.defined(other).map(is_truthy),
        }
    }

    /// A defined name and a literal of one type, or two defined names.
    fn are_equal(&self, left: &ast::Expr, right: &ast::Expr) -> Option<bool> {
        match (self.defined(left), self.defined(right)) {
            (Some(left), Some(right)) => same(left, right),
            (Some(json), None) => is_literal(json, right),
            (None, Some(json)) => is_literal(json, left),
            (None, None) => None,
        }
    }

    /// Reports that a defined name that nothing declares is assigned.
    pub fn refuse_definition_write(&mut self, name: &str, span: Span) -> bool {
        let is_defined = self.source.definitions.get(name).is_some();
        if is_defined {
            self.report(
                Diagnostic::error(codes::GLOBAL_ASSIGNMENT, "a name that `--define` gives a value cannot be assigned")
                    .primary(span, "assigned here")
                    .help("leave the definition out, or give the variable another name"),
            );
        }
        is_defined
    }
}

fn is_truthy(json: &Json) -> bool {
    match &json.kind {
        JsonKind::Null => false,
        JsonKind::Bool(value) => *value,
        JsonKind::Number(value) => *value != 0.0 && !value.is_nan(),
        JsonKind::String(text) => text.as_str() != Some(""),
        JsonKind::Array(_) | JsonKind::Object(_) => true,
    }
}

fn same(left: &Json, right: &Json) -> Option<bool> {
    match (&left.kind, &right.kind) {
        (JsonKind::Null, JsonKind::Null) => Some(true),
        (JsonKind::Bool(left), JsonKind::Bool(right)) => Some(left == right),
        (JsonKind::Number(left), JsonKind::Number(right)) => Some(left == right),
        (JsonKind::String(left), JsonKind::String(right)) => Some(left == right),
        _ => None,
    }
}

fn is_literal(json: &Json, expr: &ast::Expr) -> Option<bool> {
    match (&json.kind, bare(expr)) {
        (JsonKind::Null, ast::Expr::Lit(ast::Lit::Null(_))) => Some(true),
        (JsonKind::Bool(value), ast::Expr::Lit(ast::Lit::Bool(literal))) => Some(*value == literal.value),
        (JsonKind::Number(value), ast::Expr::Lit(ast::Lit::Num(literal))) => Some(*value == literal.value),
        (JsonKind::String(text), ast::Expr::Lit(ast::Lit::Str(literal))) => {
            Some(*text == super::literal::js_string(&literal.value))
        }
        _ => None,
    }
}
