//! TypeScript enums become objects, with the reverse mapping of numbers, as Babel makes them.

use std::collections::BTreeMap;

use swc_ecma_ast as ast;

use super::callee_text::bare;
use super::literal::js_string;
use super::lowerer::Lowerer;
use super::scope::Name;
use crate::base::{JsString, Span};
use crate::diag::{Diagnostic, codes};
use crate::ir::{
    AssignOp, BindingId, BindingKind, Expr, ExprKind, MemberKey, ObjectMember, ObjectMemberKey, Place, Stmt, StmtKind,
};

/// A value known at compile time.
#[derive(Clone)]
enum Constant {
    Number(f64),
    String(JsString),
}

/// A member and its value.
struct Member {
    name: String,
    span: Span,
    value: Value,
}

enum Value {
    Constant(Constant),
    /// In this variable.
    Computed(BindingId),
}

impl Lowerer<'_> {
    /// `enum E { … }`
    pub fn lower_enum(&mut self, decl: &ast::TsEnumDecl, out: &mut Vec<Stmt>) {
        let span = self.span(decl.span);
        let Some(Name::Binding(binding)) = self.lookup_here(&decl.id.sym) else { return };
        let mut computed = Vec::new();
        let members = self.in_scope(|lowerer| lowerer.enum_members(decl, &mut computed));
        out.append(&mut computed);
        if decl.is_const {
            let constants = self.const_enums.entry(binding).or_default();
            for member in &members {
                if let Value::Constant(constant) = &member.value {
                    constants.insert(member.name.clone(), constant_kind(constant));
                }
            }
        }
        if !self.made_enums.insert(binding) {
            self.extend_enum(binding, &members, out);
            return;
        }
        let mut properties = Vec::new();
        for member in &members {
            let value = self.member_value(member);
            properties
                .push(ObjectMember::Property { key: ObjectMemberKey::Static(member.name.as_str().into()), value });
            if let Some(key) = self.reverse_key(member) {
                let key = match key {
                    MemberKey::Static(text, _) => ObjectMemberKey::Static(text),
                    MemberKey::Computed(value) | MemberKey::Private { name: value, brand: _ } => {
                        ObjectMemberKey::Computed(*value)
                    }
                };
                let value = self.expr(member.span, ExprKind::String(member.name.as_str().into()));
                properties.push(ObjectMember::Property { key, value });
            }
        }
        let object = self.expr(span, ExprKind::Object(properties));
        out.push(self.stmt(span, StmtKind::Let { binding, init: Some(object) }));
    }

    /// A further declaration of an enum assigns to its object.
    fn extend_enum(&mut self, binding: BindingId, members: &[Member], out: &mut Vec<Stmt>) {
        for member in members {
            let key = MemberKey::Static(member.name.as_str().into(), member.span);
            let value = self.member_value(member);
            self.assign_member(binding, key, value, out);
            if let Some(key) = self.reverse_key(member) {
                let value = self.expr(member.span, ExprKind::String(member.name.as_str().into()));
                self.assign_member(binding, key, value, out);
            }
        }
    }

    fn assign_member(&mut self, binding: BindingId, key: MemberKey, value: Expr, out: &mut Vec<Stmt>) {
        let span = value.span;
        let object = Box::new(self.read(binding, span));
        let place = Place::Member { object, key, span };
        let assign = self.expr(span, ExprKind::Assign { op: AssignOp::Assign, place, value: Box::new(value) });
        out.push(self.stmt(span, StmtKind::Expr(assign)));
    }

    fn member_value(&mut self, member: &Member) -> Expr {
        let kind = match &member.value {
            Value::Constant(constant) => constant_kind(constant),
            Value::Computed(binding) => ExprKind::Binding(*binding),
        };
        self.expr(member.span, kind)
    }

    /// The key under which the member's name is found by its value. Strings have none.
    fn reverse_key(&mut self, member: &Member) -> Option<MemberKey> {
        match &member.value {
            Value::Constant(Constant::String(_)) => None,
            Value::Constant(Constant::Number(number)) => {
                Some(MemberKey::Static(super::number::to_js_string(*number).as_str().into(), member.span))
            }
            Value::Computed(binding) => Some(MemberKey::Computed(Box::new(self.read(*binding, member.span)))),
        }
    }

    /// The members. Where one is not constant, all are variables while they are made: initialisers can name earlier members.
    fn enum_members(&mut self, decl: &ast::TsEnumDecl, computed: &mut Vec<Stmt>) -> Vec<Member> {
        let mut known: BTreeMap<String, Constant> = BTreeMap::new();
        let mut members: Vec<Member> = Vec::new();
        let mut next = Some(0.0);
        for member in &decl.members {
            let (name, id) = match &member.id {
                ast::TsEnumMemberId::Ident(ident) => (ident.sym.to_string(), Some(ident)),
                ast::TsEnumMemberId::Str(text) => (js_string(&text.value).display(), None),
            };
            let span = self.span(member.span);
            let constant = match &member.init {
                None => match next {
                    Some(number) => Some(Constant::Number(number)),
                    None => {
                        self.report(
                            Diagnostic::error(codes::SYNTAX_ERROR, format!("the enum member `{name}` needs a value"))
                                .primary(span, "the member before it is not a number")
                                .help(format!("write `{name} = …`")),
                        );
                        Some(Constant::Number(0.0))
                    }
                },
                Some(init) => evaluate(init, &known, &decl.id.sym),
            };
            next = match &constant {
                Some(Constant::Number(number)) => Some(number + 1.0),
                Some(Constant::String(_)) | None => None,
            };
            let value = match (constant, &member.init) {
                (Some(constant), _) => {
                    known.insert(name.clone(), constant.clone());
                    Value::Constant(constant)
                }
                (None, init) => {
                    self.declare_earlier_members(decl, &members, computed);
                    let value = init.as_ref().map(|init| self.lower_expr(init));
                    let variable = self.binding(name.clone(), BindingKind::Const, span);
                    if let Some(ident) = id {
                        self.declare_name(&ident.sym, Name::Binding(variable));
                    }
                    computed.push(self.stmt(span, StmtKind::Let { binding: variable, init: value }));
                    Value::Computed(variable)
                }
            };
            members.push(Member { name, span, value });
        }
        members
    }

    /// Makes variables of the constant members before a computed one.
    fn declare_earlier_members(&mut self, decl: &ast::TsEnumDecl, members: &[Member], computed: &mut Vec<Stmt>) {
        for (member, source) in members.iter().zip(&decl.members) {
            let (Value::Constant(constant), ast::TsEnumMemberId::Ident(ident)) = (&member.value, &source.id) else {
                continue;
            };
            if self.lookup_here(&ident.sym).is_none() {
                let variable = self.declare(ident, BindingKind::Const);
                let value = self.expr(member.span, constant_kind(constant));
                computed.push(self.stmt(member.span, StmtKind::Let { binding: variable, init: Some(value) }));
            }
        }
    }
}

fn constant_kind(constant: &Constant) -> ExprKind {
    match constant {
        Constant::Number(number) => ExprKind::Number(*number),
        Constant::String(text) => ExprKind::String(text.clone()),
    }
}

/// Evaluates an initialiser that depends on nothing but literals and earlier members.
fn evaluate(expr: &ast::Expr, known: &BTreeMap<String, Constant>, own_name: &str) -> Option<Constant> {
    match bare(expr) {
        ast::Expr::Lit(ast::Lit::Num(number)) => Some(Constant::Number(number.value)),
        ast::Expr::Lit(ast::Lit::Str(text)) => Some(Constant::String(js_string(&text.value))),
        ast::Expr::Tpl(template) if template.exprs.is_empty() => {
            template.quasis.first()?.cooked.as_ref().map(|text| Constant::String(js_string(text)))
        }
        ast::Expr::Ident(ident) => known.get(&*ident.sym).cloned(),
        ast::Expr::Member(member) => match bare(&member.obj) {
            ast::Expr::Ident(object) if &*object.sym == own_name => {
                known.get(&super::call::static_name(&member.prop)?).cloned()
            }
            _ => None,
        },
        ast::Expr::Unary(unary) => {
            let Constant::Number(number) = evaluate(&unary.arg, known, own_name)? else { return None };
            match unary.op {
                ast::UnaryOp::Minus => Some(Constant::Number(-number)),
                ast::UnaryOp::Plus => Some(Constant::Number(number)),
                ast::UnaryOp::Tilde => Some(Constant::Number(f64::from(!super::number::to_int32(number)))),
                ast::UnaryOp::Bang | ast::UnaryOp::TypeOf | ast::UnaryOp::Void | ast::UnaryOp::Delete => None,
            }
        }
        ast::Expr::Bin(binary) => {
            let left = evaluate(&binary.left, known, own_name)?;
            let right = evaluate(&binary.right, known, own_name)?;
            match (left, right) {
                (Constant::Number(left), Constant::Number(right)) => {
                    super::number::fold(binary.op, left, right).map(Constant::Number)
                }
                (left, right) if binary.op == ast::BinaryOp::Add => {
                    let mut bytes = to_string(&left).as_bytes().to_vec();
                    bytes.extend_from_slice(to_string(&right).as_bytes());
                    // Halves of a surrogate pair that meet would have to be joined.
                    let text = String::from_utf8(bytes).ok()?;
                    Some(Constant::String(text.as_str().into()))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

fn to_string(constant: &Constant) -> JsString {
    match constant {
        Constant::Number(number) => super::number::to_js_string(*number).as_str().into(),
        Constant::String(text) => text.clone(),
    }
}
