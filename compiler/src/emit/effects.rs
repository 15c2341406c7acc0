//! Which expressions may be written twice, or out of their turn.

use super::body::Body;
use crate::analyse::{Callee, Storage, Type};
use crate::ir::{ArrayElement, Expr, ExprKind, MemberKey, ObjectMember, ObjectMemberKey, UnaryOp};
use prickle_spec::Global;

impl Body<'_> {
    /// Evaluating the expression can neither throw nor change anything that another expression could see.
    pub fn is_simple(&self, expr: &Expr) -> bool {
        match &expr.kind {
            ExprKind::Undefined
            | ExprKind::Null
            | ExprKind::Bool(_)
            | ExprKind::Number(_)
            | ExprKind::String(_)
            | ExprKind::This
            | ExprKind::Regex { .. }
            | ExprKind::NewTarget
            | ExprKind::Function(_) => true,
            ExprKind::TypeofGlobal(_) => true,
            ExprKind::Binding(binding) => !self.krate.facts.bindings[*binding].needs_tdz_check,
            ExprKind::Global(name) => matches!(
                prickle_spec::global(name),
                Some(Global::Constant(_) | Global::Class(_) | Global::Function(_) | Global::GlobalObject)
            ),
            ExprKind::Template { quasis: _, values } => {
                values.iter().all(|value| self.ty(value).is_primitive() && self.is_simple(value))
            }
            ExprKind::Unary { op, operand } => {
                let converts = match op {
                    UnaryOp::Minus | UnaryOp::Plus | UnaryOp::BitNot => true,
                    UnaryOp::Not | UnaryOp::Typeof | UnaryOp::Void => false,
                };
                self.is_simple(operand) && (!converts || self.ty(operand).is_primitive())
            }
            ExprKind::Binary { op, left, right } => {
                use crate::ir::BinaryOp::{Equal, In, Instanceof, NotEqual, StrictEqual, StrictNotEqual};
                let converts = !matches!(op, StrictEqual | StrictNotEqual);
                let allowed = !matches!(op, In | Instanceof);
                let null_check = matches!(op, Equal | NotEqual)
                    && [left, right].iter().any(|side| matches!(side.kind, ExprKind::Null | ExprKind::Undefined));
                let primitive = self.ty(left).is_primitive() && self.ty(right).is_primitive();
                // Building strings can fail by their length.
                let builds = self.ty(expr) == Type::String;
                allowed
                    && !builds
                    && (!converts || primitive || null_check)
                    && self.is_simple(left)
                    && self.is_simple(right)
            }
            ExprKind::Logical { op: _, left, right } => self.is_simple(left) && self.is_simple(right),
            ExprKind::Conditional { test, then, otherwise } => {
                self.is_simple(test) && self.is_simple(then) && self.is_simple(otherwise)
            }
            ExprKind::Object(members) => members.iter().all(|member| match member {
                ObjectMember::Property { key: ObjectMemberKey::Static(_), value } => self.is_simple(value),
                ObjectMember::Property { .. }
                | ObjectMember::Method { .. }
                | ObjectMember::Spread(_)
                | ObjectMember::Prototype(_) => false,
            }),
            ExprKind::Array(elements) => elements.iter().all(|element| match element {
                ArrayElement::Hole => true,
                ArrayElement::Value(value) => self.is_simple(value),
                ArrayElement::Spread { .. } => false,
            }),
            ExprKind::Member { object, key: MemberKey::Static(..), optional: false } => {
                // Getters of strings and arrays, constants of namespaces.
                match self.krate.facts.callees.get(&expr.id) {
                    Some(Callee::Builtin(row)) => {
                        !row.can_throw() && (row.kind == prickle_spec::Kind::Constant || self.is_simple(object))
                    }
                    Some(Callee::Function(_)) | None => false,
                }
            }
            ExprKind::Await(inner) => !self.call_suspends(expr) && self.is_simple(inner) && !self.call_suspends(inner),
            ExprKind::DerivedThis(_)
            | ExprKind::SuperMember { .. }
            | ExprKind::SuperCall { .. }
            | ExprKind::DerivedResult { .. }
            | ExprKind::Class(_)
            | ExprKind::StaticInitializer { .. }
            | ExprKind::DefineField { .. }
            | ExprKind::PropertyKey(_)
            | ExprKind::PrivateName(_)
            | ExprKind::HasPrivate { .. }
            | ExprKind::Member { .. }
            | ExprKind::Chain(_)
            | ExprKind::Call { .. }
            | ExprKind::New { .. }
            | ExprKind::Delete { .. }
            | ExprKind::Assign { .. }
            | ExprKind::Update { .. }
            | ExprKind::Sequence(_)
            | ExprKind::Init { .. }
            | ExprKind::RequireObject { .. }
            | ExprKind::ObjectRest { .. }
            | ExprKind::IteratorOpen { .. }
            | ExprKind::IteratorNext(_)
            | ExprKind::IteratorRest(_)
            | ExprKind::IteratorClose(_)
            | ExprKind::Yield(_)
            | ExprKind::YieldFrom { .. }
            | ExprKind::TemplateObject { .. }
            | ExprKind::BigInt(_)
            | ExprKind::OrDefault { .. }
            | ExprKind::Error => false,
        }
    }

    /// Writing the expression twice costs nothing and changes nothing.
    pub fn is_duplicable(&self, expr: &Expr) -> bool {
        match &expr.kind {
            ExprKind::Undefined | ExprKind::Null | ExprKind::Bool(_) | ExprKind::Number(_) | ExprKind::String(_) => {
                true
            }
            ExprKind::This => true,
            ExprKind::Binding(binding) if self.inlined.contains_key(binding) => false,
            ExprKind::Binding(binding) => {
                let storage = self.krate.facts.bindings[*binding].storage;
                matches!(storage, Storage::Local | Storage::Constant)
            }
            _ => false,
        }
    }
}
