//! `const plugin = { … }; module.exports = plugin`, or `export default plugin`: where nothing else mentions the name, this is the object
//! in the place of the export, and its functions are hooks whose callers are known.

use swc_common::Spanned;
use swc_ecma_ast as ast;
use swc_ecma_visit::{Visit, VisitWith};

use super::callee_text::bare;
use super::export_syntax::static_object;

/// The object that an exported name stands for, and the statement that declares it.
pub(super) fn exported_const<'a>(
    items: &'a [ast::ModuleItem],
    exported: &ast::Expr,
) -> Option<(&'a ast::Expr, swc_common::Span)> {
    let ast::Expr::Ident(name) = bare(exported) else { return None };
    let (declaration, object) = items.iter().find_map(|item| {
        let ast::ModuleItem::Stmt(ast::Stmt::Decl(ast::Decl::Var(var))) = item else { return None };
        let [declarator] = &*var.decls else { return None };
        let ast::Pat::Ident(declared) = &declarator.name else { return None };
        (var.kind == ast::VarDeclKind::Const && declared.id.sym == name.sym)
            .then_some((item, declarator.init.as_deref()?))
    })?;
    static_object(object)?;
    let mut mentions = Mentions { name: &name.sym, count: 0, this: false };
    items.visit_with(&mut mentions);
    let is_declared_first = declaration.span().lo < exported.span().lo;
    // Functions that look at their object need it.
    let mut own = Mentions { name: &name.sym, count: 0, this: false };
    object.visit_with(&mut own);
    (mentions.count == 2 && is_declared_first && !own.this).then_some((object, declaration.span()))
}

struct Mentions<'a> {
    name: &'a swc_atoms::Atom,
    count: u32,
    this: bool,
}

impl Visit for Mentions<'_> {
    fn visit_ident(&mut self, ident: &ast::Ident) {
        self.count += u32::from(ident.sym == *self.name);
    }
    fn visit_this_expr(&mut self, _: &ast::ThisExpr) {
        self.this = true;
    }
    fn visit_super(&mut self, _: &ast::Super) {
        self.this = true;
    }
    fn visit_ts_type(&mut self, _: &ast::TsType) {}
}
