//! TypeScript namespaces: those that only hold types vanish, the others are refused.

use swc_ecma_ast as ast;

use super::lowerer::Lowerer;
use crate::diag::{Diagnostic, codes};
use crate::ir::{Stmt, StmtKind};

impl Lowerer<'_> {
    /// `namespace N { … }`
    pub fn lower_namespace(&mut self, module: &ast::TsModuleDecl, out: &mut Vec<Stmt>) {
        if module.declare || module.global || !has_values(module) {
            return;
        }
        let span = self.span(module.span);
        let name = match &module.id {
            ast::TsModuleName::Ident(ident) => self.span(ident.span),
            ast::TsModuleName::Str(text) => self.span(text.span),
        };
        self.report(
            Diagnostic::error(codes::NAMESPACE, "namespaces with values are not supported")
                .primary(name, "this namespace")
                .help("export the functions from a module of their own, or put them into an object"),
        );
        out.push(self.stmt(span, StmtKind::Error));
    }
}

/// True if something in the namespace exists at run time.
pub(super) fn has_values(module: &ast::TsModuleDecl) -> bool {
    module.body.as_ref().is_some_and(body_has_values)
}

fn body_has_values(body: &ast::TsNamespaceBody) -> bool {
    match body {
        ast::TsNamespaceBody::TsModuleBlock(block) => block.body.iter().any(item_has_values),
        ast::TsNamespaceBody::TsNamespaceDecl(inner) => !inner.declare && body_has_values(&inner.body),
    }
}

fn item_has_values(item: &ast::ModuleItem) -> bool {
    match item {
        ast::ModuleItem::Stmt(ast::Stmt::Decl(decl)) => decl_has_values(decl),
        ast::ModuleItem::Stmt(ast::Stmt::Empty(_)) => false,
        ast::ModuleItem::Stmt(_) => true,
        ast::ModuleItem::ModuleDecl(ast::ModuleDecl::ExportDecl(export)) => decl_has_values(&export.decl),
        ast::ModuleItem::ModuleDecl(ast::ModuleDecl::TsImportEquals(import)) => !import.is_type_only,
        ast::ModuleItem::ModuleDecl(_) => false,
    }
}

fn decl_has_values(decl: &ast::Decl) -> bool {
    match decl {
        ast::Decl::TsInterface(_) | ast::Decl::TsTypeAlias(_) => false,
        ast::Decl::Class(class) => !class.declare,
        ast::Decl::Fn(function) => !function.declare,
        ast::Decl::Var(var) => !var.declare,
        ast::Decl::Using(_) => true,
        ast::Decl::TsEnum(decl) => !decl.declare,
        ast::Decl::TsModule(module) => !module.declare && has_values(module),
    }
}
