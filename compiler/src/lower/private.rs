//! Private names of classes. ECMA-262 §15.7.

use std::collections::HashMap;

use swc_atoms::Atom;
use swc_ecma_ast as ast;

use super::lowerer::Lowerer;
use crate::diag::{Diagnostic, codes};
use crate::ir::{BindingId, BindingKind, Brand, Expr, ExprKind};

/// The private names that a class declares.
pub(super) type PrivateNames = HashMap<Atom, PrivateName>;

/// A private name.
#[derive(Clone)]
pub(super) struct PrivateName {
    /// The variable that holds it.
    pub binding: BindingId,
    /// What the class says about it.
    pub brand: Brand,
}

impl Lowerer<'_> {
    /// Declares the private names of a class and makes them.
    pub fn declare_private_names(
        &mut self,
        class: &ast::Class,
        class_name: Option<&str>,
        out: &mut Vec<(BindingId, Expr)>,
    ) {
        let mut names = PrivateNames::new();
        let mut declared: Vec<(&ast::PrivateName, Declared)> = Vec::new();
        for member in &class.body {
            let (key, brand) = match member {
                ast::ClassMember::PrivateProp(field) => (&field.key, Brand::Field),
                ast::ClassMember::PrivateMethod(method) if method.is_static => {
                    (&method.key, Brand::Static(class_name.unwrap_or(".").to_owned()))
                }
                ast::ClassMember::PrivateMethod(method) => {
                    (&method.key, Brand::Instance(class_name.unwrap_or("anonymous").to_owned()))
                }
                _ => continue,
            };
            let span = self.span(key.span);
            let role = Declared::of(member);
            if let Some((first, _)) =
                declared.iter().find(|(other, before)| other.name == key.name && !role.completes(*before))
            {
                let first = self.span(first.span);
                self.report(super::scope::duplicate(&format!("#{}", key.name), span, Some(first)));
            }
            declared.push((key, role));
            // A getter and its setter share a name.
            if names.contains_key(&key.name) {
                continue;
            }
            let binding = self.binding(format!("private_{}", key.name), BindingKind::Temp, span);
            out.push((binding, self.expr(span, ExprKind::PrivateName(format!("#{}", key.name)))));
            names.insert(key.name.clone(), PrivateName { binding, brand });
        }
        self.private_scopes.push(names);
    }

    /// The variable of a private name, and what its class says about it.
    pub fn lower_private_name(&mut self, name: &ast::PrivateName) -> Option<(Expr, Brand)> {
        let span = self.span(name.span);
        let Some(found) = self.private_scopes.iter().rev().find_map(|names| names.get(&name.name)).cloned() else {
            self.report(
                Diagnostic::error(
                    codes::SYNTAX_ERROR,
                    format!("private field `#{}` must be declared in an enclosing class", name.name),
                )
                .primary(span, "no class around declares it"),
            );
            return None;
        };
        self.reads.insert(found.binding);
        Some((self.read(found.binding, span), found.brand))
    }
}

/// How a private name is declared: what may stand beside it depends on that (ECMA-262 §15.7.1).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Declared {
    Getter { is_static: bool },
    Setter { is_static: bool },
    Other,
}

impl Declared {
    fn of(member: &ast::ClassMember) -> Self {
        match member {
            ast::ClassMember::PrivateMethod(method) => match method.kind {
                ast::MethodKind::Getter => Self::Getter { is_static: method.is_static },
                ast::MethodKind::Setter => Self::Setter { is_static: method.is_static },
                ast::MethodKind::Method => Self::Other,
            },
            _ => Self::Other,
        }
    }

    /// One is the getter and the other the setter of the same accessor.
    fn completes(self, other: Self) -> bool {
        match (self, other) {
            (Self::Getter { is_static }, Self::Setter { is_static: other })
            | (Self::Setter { is_static }, Self::Getter { is_static: other }) => is_static == other,
            _ => false,
        }
    }
}
