//! Assignments, `++`/`--`, `delete`, and the places they store to. ECMA-262 §13.15, §13.4, §13.5.1.

use prickle_spec::Global;
use swc_common::Spanned;
use swc_ecma_ast as ast;

use super::callee_text::{bare, bare_link};
use super::lowerer::Lowerer;
use super::module::Resolved;
use super::pattern::{Mode, Origin, Step};
use crate::base::Span;
use crate::diag::{Diagnostic, codes};
use crate::ir::{AssignOp, BinaryOp, BindingKind, Expr, ExprKind, LogicalOp, MemberKey, Place, Stmt, UpdateOp};

impl Lowerer<'_> {
    /// `target op value`
    pub fn lower_assign(&mut self, assign: &ast::AssignExpr) -> Expr {
        let span = self.span(assign.span);
        match &assign.left {
            ast::AssignTarget::Pat(pattern) => {
                let mut steps = Vec::new();
                let value = self.lower_expr(&assign.right);
                let (value, result) = self.kept(value, &mut steps);
                self.bind_target_pattern(pattern, value, &assign.right, &mut steps);
                let mut items = self.steps_to_exprs(steps);
                items.push(result);
                self.expr(span, ExprKind::Sequence(items))
            }
            ast::AssignTarget::Simple(target) => {
                let place = self.lower_simple_target(target);
                let op = assign_op(assign.op);
                let names_function = !matches!(op, AssignOp::Binary(_));
                let value = match simple_name(target) {
                    Some(name) if names_function => self.lower_named(&assign.right, name),
                    Some(_) | None => self.lower_expr(&assign.right),
                };
                self.expr(span, ExprKind::Assign { op, place, value: Box::new(value) })
            }
        }
    }

    /// An assignment that is a whole statement: a pattern becomes statements.
    pub fn lower_assign_stmt(&mut self, assign: &ast::AssignExpr, out: &mut Vec<Stmt>) -> bool {
        let ast::AssignTarget::Pat(pattern) = &assign.left else { return false };
        let mut steps = Vec::new();
        let value = self.lower_expr(&assign.right);
        self.bind_target_pattern(pattern, value, &assign.right, &mut steps);
        self.steps_to_stmts(steps, out);
        true
    }

    fn bind_target_pattern(
        &mut self,
        pattern: &ast::AssignTargetPat,
        value: Expr,
        source: &ast::Expr,
        steps: &mut Vec<Step>,
    ) {
        let origin = Origin::Assigned(source);
        match pattern {
            ast::AssignTargetPat::Array(array) => {
                self.bind_pattern(&ast::Pat::Array(array.clone()), value, &origin, Mode::Assign, steps);
            }
            ast::AssignTargetPat::Object(object) => {
                self.bind_pattern(&ast::Pat::Object(object.clone()), value, &origin, Mode::Assign, steps);
            }
            ast::AssignTargetPat::Invalid(_) => {}
        }
    }

    /// A value that is taken apart and also the result.
    fn kept(&mut self, value: Expr, steps: &mut Vec<Step>) -> (Expr, Expr) {
        let span = value.span;
        let temporary = self.temporary("value", span);
        steps.push(Step::Declare(temporary, value, span));
        (self.read(temporary, span), self.read(temporary, span))
    }

    fn lower_simple_target(&mut self, target: &ast::SimpleAssignTarget) -> Place {
        match target {
            ast::SimpleAssignTarget::Ident(ident) => self.lower_ident_place(&ident.id),
            ast::SimpleAssignTarget::Member(member) => self.lower_member_place(member),
            ast::SimpleAssignTarget::SuperProp(property) => self.lower_super_place(property),
            ast::SimpleAssignTarget::Paren(inner) => self.lower_place(&inner.expr),
            ast::SimpleAssignTarget::TsAs(inner) => self.lower_place(&inner.expr),
            ast::SimpleAssignTarget::TsSatisfies(inner) => self.lower_place(&inner.expr),
            ast::SimpleAssignTarget::TsNonNull(inner) => self.lower_place(&inner.expr),
            ast::SimpleAssignTarget::TsTypeAssertion(inner) => self.lower_place(&inner.expr),
            ast::SimpleAssignTarget::TsInstantiation(inner) => self.lower_place(&inner.expr),
            ast::SimpleAssignTarget::OptChain(chain) => self.not_a_place(chain.span),
            ast::SimpleAssignTarget::Invalid(invalid) => self.not_a_place(invalid.span),
        }
    }

    /// The place that an expression names.
    pub fn lower_place(&mut self, target: &ast::Expr) -> Place {
        match bare(target) {
            ast::Expr::Ident(ident) => self.lower_ident_place(ident),
            ast::Expr::Member(member) => self.lower_member_place(member),
            ast::Expr::SuperProp(property) => self.lower_super_place(property),
            other => self.not_a_place(other.span()),
        }
    }

    fn not_a_place(&mut self, span: swc_common::Span) -> Place {
        let span = self.span(span);
        self.report(
            Diagnostic::error(codes::SYNTAX_ERROR, "this cannot be assigned to")
                .primary(span, "neither a variable nor a property"),
        );
        Place::Error(span)
    }

    /// The place of a name.
    pub fn lower_ident_place(&mut self, ident: &ast::Ident) -> Place {
        let span = self.span(ident.span);
        match self.resolve(ident) {
            Some(Resolved::Binding(binding)) if !self.is_imported(ident) => {
                if self.bindings[binding].kind == BindingKind::Const {
                    self.warn_constant(binding, span);
                }
                if self.classes_around.contains(&binding) {
                    // In the class itself its name is a constant.
                    self.warn_constant(binding, span);
                    let name = self.bindings[binding].name.clone();
                    return Place::Binding(self.binding(name, BindingKind::Const, span), span);
                }
                self.reassigned.insert(binding);
                Place::Binding(binding, span)
            }
            Some(Resolved::Error) => Place::Error(span),
            Some(
                Resolved::Binding(_)
                | Resolved::Namespace(_)
                | Resolved::Property(..)
                | Resolved::Global(_)
                | Resolved::ModuleMember(..)
                | Resolved::Undefined,
            ) => {
                self.report(
                    Diagnostic::error(
                        codes::IMPORT_ASSIGNMENT,
                        format!("`{}` is imported and cannot be assigned", ident.sym),
                    )
                    .primary(span, "assigned here")
                    .help("copy it into a variable of your own first: `let copy = …`"),
                );
                Place::Error(span)
            }
            None => self.lower_global_place(ident, span),
        }
    }

    fn lower_global_place(&mut self, ident: &ast::Ident, span: Span) -> Place {
        let name = ident.sym.to_string();
        if name == "arguments"
            && let Some(binding) = self.arguments_binding(span)
        {
            self.reassigned.insert(binding);
            return Place::Binding(binding, span);
        }
        if self.is_commonjs_name(&name) {
            self.refuse_undecidable_exports(span);
            return Place::Error(span);
        }
        let is_builtin = match prickle_spec::global(&name) {
            Some(
                Global::Class(_)
                | Global::Function(_)
                | Global::Constant(_)
                | Global::GlobalObject
                | Global::Unsupported(_),
            ) => true,
            Some(Global::Absent) | None => name == "undefined",
        };
        if self.refuse_definition_write(&name, span) {
            return Place::Error(span);
        }
        if is_builtin {
            self.report(
                Diagnostic::error(codes::GLOBAL_ASSIGNMENT, format!("`{name}` is built in and cannot be assigned"))
                    .primary(span, "assigned here")
                    .help("choose another name for the variable"),
            );
            return Place::Error(span);
        }
        self.global_writes.insert(name.clone());
        Place::Global(name, span)
    }

    fn warn_constant(&mut self, binding: crate::ir::BindingId, span: Span) {
        let declared = self.bindings[binding].span;
        let name = &self.bindings[binding].name;
        let diagnostic = Diagnostic::warning(
            codes::CONSTANT_ASSIGNMENT,
            format!("assigning to the constant `{name}` always throws"),
        )
        .primary(span, "a TypeError is thrown here")
        .secondary(declared, "declared as a constant here")
        .help("declare it with `let`");
        self.report(diagnostic);
    }

    fn lower_member_place(&mut self, member: &ast::MemberExpr) -> Place {
        let span = self.span(member.span);
        if let Some(place) = self.module_member_place(member, span) {
            return place;
        }
        let object = self.lower_expr(&member.obj);
        let Some(key) = self.lower_member_key(&member.prop) else { return Place::Error(span) };
        if let (ExprKind::Binding(binding), MemberKey::Static(name, _)) = (&object.kind, &key) {
            self.member_writes.insert((*binding, name.display()));
        }
        Place::Member { object: Box::new(object), key, span }
    }

    /// `module.exports = …` in a place that is not decided at compile time, and properties of imported modules.
    fn module_member_place(&mut self, member: &ast::MemberExpr, span: Span) -> Option<Place> {
        let ast::Expr::Ident(ident) = bare(&member.obj) else {
            if self.is_module_exports(&member.obj) {
                self.refuse_undecidable_exports(span);
                return Some(Place::Error(span));
            }
            return None;
        };
        match self.resolve(ident) {
            Some(Resolved::Namespace(_)) => {
                self.report(
                    Diagnostic::error(
                        codes::IMPORT_ASSIGNMENT,
                        format!("the exports of `{}` cannot be assigned", ident.sym),
                    )
                    .primary(span, "assigned here")
                    .help("export a function that assigns, from the module itself"),
                );
                Some(Place::Error(span))
            }
            Some(
                Resolved::Binding(_)
                | Resolved::Property(..)
                | Resolved::Global(_)
                | Resolved::ModuleMember(..)
                | Resolved::Undefined
                | Resolved::Error,
            ) => None,
            None if self.is_commonjs_name(&ident.sym) => {
                self.refuse_undecidable_exports(span);
                Some(Place::Error(span))
            }
            None => None,
        }
    }

    /// `++place`
    pub fn lower_update(&mut self, update: &ast::UpdateExpr) -> Expr {
        let span = self.span(update.span);
        let place = self.lower_place(&update.arg);
        let op = match update.op {
            ast::UpdateOp::PlusPlus => UpdateOp::Increment,
            ast::UpdateOp::MinusMinus => UpdateOp::Decrement,
        };
        self.expr(span, ExprKind::Update { op, prefix: update.prefix, place })
    }

    /// `delete place`
    pub fn lower_delete(&mut self, operand: &ast::Expr, span: Span) -> Expr {
        match bare_link(operand) {
            ast::Expr::Paren(inner) => self.lower_delete(&inner.expr, span),
            ast::Expr::TsAs(inner) => self.lower_delete(&inner.expr, span),
            ast::Expr::TsSatisfies(inner) => self.lower_delete(&inner.expr, span),
            ast::Expr::TsTypeAssertion(inner) => self.lower_delete(&inner.expr, span),
            ast::Expr::Ident(ident) => self.refuse(
                span,
                Diagnostic::error(codes::SYNTAX_ERROR, "only properties can be deleted")
                    .primary(span, format!("`{}` is a variable", ident.sym))
                    .help(format!("assign instead: `{} = undefined`", ident.sym)),
            ),
            ast::Expr::Member(member) => {
                let (kind, is_chain) = self.lower_delete_member(member, false);
                self.finish_delete(kind, is_chain, span)
            }
            ast::Expr::SuperProp(_) => self.refuse(
                span,
                Diagnostic::error(codes::SUPER, "`delete super` is not supported")
                    .primary(span, "a ReferenceError is thrown here")
                    .help("delete the property of the object that has it"),
            ),
            ast::Expr::OptChain(chain) => match &*chain.base {
                ast::OptChainBase::Member(member) => {
                    let (kind, _) = self.lower_delete_member(member, chain.optional);
                    self.finish_delete(kind, true, span)
                }
                ast::OptChainBase::Call(_) => {
                    let value = self.lower_expr(operand);
                    self.always_true(value, span)
                }
            },
            other => {
                let value = self.lower_expr(other);
                self.always_true(value, span)
            }
        }
    }

    /// Deleting a value that is no place evaluates it and is true.
    fn always_true(&mut self, value: Expr, span: Span) -> Expr {
        let yes = self.expr(span, ExprKind::Bool(true));
        self.expr(span, ExprKind::Sequence(vec![value, yes]))
    }

    fn lower_delete_member(&mut self, member: &ast::MemberExpr, optional: bool) -> (ExprKind, bool) {
        if let ast::MemberProp::PrivateName(name) = &member.prop {
            let span = self.span(name.span);
            self.report(
                Diagnostic::error(codes::SYNTAX_ERROR, "a private member cannot be deleted")
                    .primary(span, "always there")
                    .help("assign instead: `… = undefined`"),
            );
        }
        let (object, is_chain) = self.lower_link(&member.obj);
        match self.lower_member_key(&member.prop) {
            Some(key) => (ExprKind::Delete { object: Box::new(object), key, optional }, is_chain),
            None => (ExprKind::Error, false),
        }
    }

    /// A chain that ends early deletes nothing, which is a success.
    fn finish_delete(&mut self, kind: ExprKind, is_chain: bool, span: Span) -> Expr {
        let delete = self.expr(span, kind);
        if !is_chain {
            return delete;
        }
        let chain = self.expr(span, ExprKind::Chain(Box::new(delete)));
        let yes = self.expr(span, ExprKind::Bool(true));
        self.expr(span, ExprKind::OrDefault { value: Box::new(chain), default: Box::new(yes) })
    }
}

/// The name that an assignment gives to an anonymous function: `f = () => 1`, and for Babel also `(f) = () => 1`.
fn simple_name(target: &ast::SimpleAssignTarget) -> Option<&str> {
    let inner = match target {
        ast::SimpleAssignTarget::Ident(ident) => return Some(&ident.id.sym),
        ast::SimpleAssignTarget::Paren(inner) => &inner.expr,
        ast::SimpleAssignTarget::TsAs(inner) => &inner.expr,
        ast::SimpleAssignTarget::TsSatisfies(inner) => &inner.expr,
        ast::SimpleAssignTarget::TsNonNull(inner) => &inner.expr,
        ast::SimpleAssignTarget::TsTypeAssertion(inner) => &inner.expr,
        ast::SimpleAssignTarget::TsInstantiation(inner) => &inner.expr,
        ast::SimpleAssignTarget::Member(_)
        | ast::SimpleAssignTarget::SuperProp(_)
        | ast::SimpleAssignTarget::OptChain(_)
        | ast::SimpleAssignTarget::Invalid(_) => return None,
    };
    match bare(inner) {
        ast::Expr::Ident(ident) => Some(&ident.sym),
        _ => None,
    }
}

fn assign_op(op: ast::AssignOp) -> AssignOp {
    match op {
        ast::AssignOp::Assign => AssignOp::Assign,
        ast::AssignOp::AddAssign => AssignOp::Binary(BinaryOp::Add),
        ast::AssignOp::SubAssign => AssignOp::Binary(BinaryOp::Sub),
        ast::AssignOp::MulAssign => AssignOp::Binary(BinaryOp::Mul),
        ast::AssignOp::DivAssign => AssignOp::Binary(BinaryOp::Div),
        ast::AssignOp::ModAssign => AssignOp::Binary(BinaryOp::Rem),
        ast::AssignOp::LShiftAssign => AssignOp::Binary(BinaryOp::ShiftLeft),
        ast::AssignOp::RShiftAssign => AssignOp::Binary(BinaryOp::ShiftRight),
        ast::AssignOp::ZeroFillRShiftAssign => AssignOp::Binary(BinaryOp::ShiftRightUnsigned),
        ast::AssignOp::BitOrAssign => AssignOp::Binary(BinaryOp::BitOr),
        ast::AssignOp::BitXorAssign => AssignOp::Binary(BinaryOp::BitXor),
        ast::AssignOp::BitAndAssign => AssignOp::Binary(BinaryOp::BitAnd),
        ast::AssignOp::ExpAssign => AssignOp::Binary(BinaryOp::Exp),
        ast::AssignOp::AndAssign => AssignOp::Logical(LogicalOp::And),
        ast::AssignOp::OrAssign => AssignOp::Logical(LogicalOp::Or),
        ast::AssignOp::NullishAssign => AssignOp::Logical(LogicalOp::Nullish),
    }
}
