//! The exports of a local module as one value, in the few places that may have it: those that only read it.

use swc_common::Spanned;
use swc_ecma_ast as ast;

use super::callee_text::bare;
use super::commonjs::Slot;
use super::lowerer::Lowerer;
use super::module::Resolved;
use crate::base::Span;
use crate::diag::{Diagnostic, codes};
use crate::ir::{
    Binding, BindingId, BindingKind, Expr, ExprKind, ModuleId, ObjectMember, ObjectMemberKey, Scope, StmtKind,
};

impl Lowerer<'_> {
    /// The object of a module's exports, made at the end of the module.
    pub fn module_object(&mut self, module: ModuleId, span: Span) -> Expr {
        if !self.is_usable(module) {
            return self.error(span);
        }
        let binding = match self.modules[module].object {
            Some(binding) => binding,
            None => self.make_module_object(module),
        };
        self.expr(span, ExprKind::Binding(binding))
    }

    /// An expression that may be the exports of a module as a whole, in a place that only reads them.
    pub fn lower_module_value(&mut self, expr: &ast::Expr) -> Expr {
        if let ast::Expr::Ident(ident) = bare(expr)
            && let Some(Resolved::Namespace(module)) = self.resolve(ident)
        {
            let span = self.span(expr.span());
            return self.module_object(module, span);
        }
        self.lower_expr(expr)
    }

    /// The exports of a module as a value.
    pub fn refuse_module_value(&mut self, ident: &ast::Ident, span: Span) -> Expr {
        self.refuse(
            span,
            Diagnostic::error(codes::MODULE_AS_VALUE, format!("the module `{}` is used as a value", ident.sym))
                .primary(span, "this would be an object with all its exports")
                .help(format!("use single exports, `{}.name`, or a copy: `{{ ...{} }}`", ident.sym, ident.sym)),
        )
    }

    /// Makes the object of a module's exports, at the end of its body.
    pub fn make_module_object(&mut self, module: ModuleId) -> BindingId {
        let file = self.modules[module].file;
        let span = Span { file, start: 0, end: 0 };
        let binding = self.bindings.push(Binding {
            name: "exports".to_owned(),
            kind: BindingKind::Synthetic,
            scope: Scope::Module(module),
            span,
        });
        self.modules[module].object = Some(binding);
        let mut names = self.export_names(module);
        if self.is_ecma(module) {
            // The order of a module namespace object (ECMA-262 §10.4.6).
            names.sort_unstable();
        }
        let mut members: Vec<ObjectMember> = Vec::new();
        for name in names {
            let resolved = self.resolve_export_or_report(module, &name, span);
            let kind = self.resolved_kind(resolved, span);
            let value = self.expr(span, kind);
            members.push(ObjectMember::Property { key: ObjectMemberKey::Static(name.as_str().into()), value });
        }
        let object = self.expr(span, ExprKind::Object(members));
        let stmt = self.stmt(span, StmtKind::Let { binding, init: Some(object) });
        self.modules[module].body.push(stmt);
        binding
    }

    /// Names that a module exports.
    pub fn export_names(&self, module: ModuleId) -> Vec<String> {
        let state = &self.modules[module];
        let mut names: Vec<String> = state.exports.iter().map(|export| export.name.clone()).collect();
        if let Slot::Object(object) = state.commonjs.module_exports {
            names
                .extend(state.commonjs.objects.get(object).into_iter().flatten().map(|property| property.name.clone()));
        }
        names
    }
}
