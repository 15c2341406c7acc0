//! `require("…")`: as an import where it declares constants at the top level, else as the module's exports.

use std::collections::BTreeSet;

use swc_ecma_ast as ast;

use super::callee_text::bare;
use super::import::{Imported, is_local};
use super::lowerer::Lowerer;
use super::messages::static_key;
use super::module::text_of;
use crate::base::{FileId, Span};
use crate::diag::{Diagnostic, codes};
use crate::ir::Expr;
use crate::load::ImportKind;

const RUNS_LATE: &str = "Node runs the module here, and not when the file begins";

impl Lowerer<'_> {
    /// Declares the names of `const { name } = require("…")` as imports.
    pub fn declare_requires(&mut self, var: &ast::VarDecl) {
        for declarator in &var.decls {
            if let Some((from, names)) = simple_require(declarator).filter(|_| !self.requires_on_demand(declarator)) {
                for (ident, imported) in names {
                    self.add_import(ident, from, imported, ImportKind::Require);
                }
            }
        }
    }

    /// True if the declarator's names were declared as imports.
    pub fn lower_require_declarator(&mut self, declarator: &ast::VarDeclarator) -> bool {
        if !self.frames.is_empty() || !self.scopes.is_empty() || self.requires_on_demand(declarator) {
            return false;
        }
        let Some((from, names)) = simple_require(declarator) else { return false };
        let is_own =
            self.source.in_package(self.modules[self.module].file, &text_of(from), ImportKind::Require).is_none();
        if is_own && is_local(&text_of(from)) && !self.runs_first {
            let span = self.span(declarator.span);
            self.refuse_require(span, RUNS_LATE);
            return true;
        }
        for (ident, _) in &names {
            // Unlike an import it is looked at even if nothing uses it.
            self.resolve(ident);
        }
        if names.is_empty() {
            let span = self.span(from.span);
            self.depend_on(&text_of(from), span, ImportKind::Require);
        }
        true
    }

    /// `require("…")` in an expression. `None`: it is another call.
    pub fn lower_require(&mut self, callee: &ast::Expr, arguments: &[ast::ExprOrSpread], span: Span) -> Option<Expr> {
        let ast::Expr::Ident(ident) = bare(callee) else { return None };
        if &*ident.sym != "require" || self.lookup(&ident.sym).is_some() {
            return None;
        }
        let [ast::ExprOrSpread { spread: None, expr }] = arguments else {
            return Some(self.refuse_require(span, "needs one string"));
        };
        let ast::Expr::Lit(ast::Lit::Str(from)) = bare(expr) else {
            return Some(self.refuse_require(span, "the module is not known at compile time"));
        };
        let specifier = text_of(from);
        let from = self.span(from.span);
        if let Some(Ok(file)) = self.source.in_package(from.file, &specifier, ImportKind::Require)
            && self.names_file(&specifier, from.file, ImportKind::Require)
        {
            return Some(self.lower_require_of_package(file, &specifier, from, span));
        }
        if is_local(&specifier) && !self.frames.is_empty() {
            return Some(self.refuse_require(span, "runs the module when the function is called"));
        }
        if is_local(&specifier) && !(self.runs_first && self.scopes.is_empty()) {
            return Some(self.refuse_require(span, RUNS_LATE));
        }
        self.depend_on(&specifier, from, ImportKind::Require);
        let imported = (ImportKind::Require, &Imported::Namespace);
        let resolved = self.resolve_from(&specifier, from, imported, &mut BTreeSet::new());
        let kind = self.resolved_kind(resolved, span);
        Some(self.expr(span, kind))
    }

    /// `require` of a file of a package, which [`PackageGraph`](super::package_graph::PackageGraph) found a way for.
    fn lower_require_of_package(&mut self, file: FileId, specifier: &str, from: Span, span: Span) -> Expr {
        let module = self.load_module(file);
        self.modules[self.module].dependencies.push((from, module));
        if let Some(call) = self.require_on_demand(module, span) {
            return call;
        }
        if self.is_ecma(module) {
            return self.refuse_require_of_ecma(specifier, span);
        }
        let resolved = self.whole(module);
        let kind = self.resolved_kind(resolved, span);
        self.expr(span, kind)
    }

    fn refuse_require(&mut self, span: Span, label: &str) -> Expr {
        self.refuse(
            span,
            Diagnostic::error(codes::UNSUPPORTED_REQUIRE, "this `require` cannot be compiled")
                .primary(span, label)
                .help("write `const name = require(\"./module\")` at the top of the file"),
        )
    }
}

/// `const name = require("…")`, `const { name, other: local } = require("…")`, `const name = require("…").name`.
pub(super) fn simple_require(declarator: &ast::VarDeclarator) -> Option<(&ast::Str, Vec<(&ast::Ident, Imported)>)> {
    let named = |name: String| if name == "default" { Imported::Default } else { Imported::Name(name) };
    let init = bare(declarator.init.as_deref()?);
    if let (ast::Expr::Member(member), ast::Pat::Ident(ident)) = (init, &declarator.name) {
        let name = super::call::static_name(&member.prop)?;
        return Some((required(bare(&member.obj))?, vec![(&ident.id, named(name))]));
    }
    let from = required(init)?;
    let names = match &declarator.name {
        ast::Pat::Ident(ident) => vec![(&ident.id, Imported::Namespace)],
        ast::Pat::Object(object) => object
            .props
            .iter()
            .map(|property| match property {
                ast::ObjectPatProp::Assign(property) if property.value.is_none() => {
                    Some((&property.key.id, named(property.key.id.sym.to_string())))
                }
                ast::ObjectPatProp::KeyValue(property) => match &*property.value {
                    ast::Pat::Ident(ident) => Some((&ident.id, named(static_key(&property.key)?))),
                    _ => None,
                },
                ast::ObjectPatProp::Assign(_) | ast::ObjectPatProp::Rest(_) => None,
            })
            .collect::<Option<Vec<_>>>()?,
        _ => return None,
    };
    Some((from, names))
}

/// The literal in `require("…")`.
fn required(expr: &ast::Expr) -> Option<&ast::Str> {
    let ast::Expr::Call(call) = expr else { return None };
    let ast::Callee::Expr(callee) = &call.callee else { return None };
    match (bare(callee), &*call.args) {
        (ast::Expr::Ident(ident), [ast::ExprOrSpread { spread: None, expr }]) if &*ident.sym == "require" => {
            match bare(expr) {
                ast::Expr::Lit(ast::Lit::Str(from)) => Some(from),
                _ => None,
            }
        }
        _ => None,
    }
}

/// True for top-level code that nobody can observe, so that it does not matter whether a module that is required behind it
/// runs before or after it.
pub(super) fn is_inert(item: &ast::ModuleItem) -> bool {
    match item {
        ast::ModuleItem::ModuleDecl(ast::ModuleDecl::ExportDecl(export)) => is_inert_decl(&export.decl),
        ast::ModuleItem::ModuleDecl(ast::ModuleDecl::ExportDefaultExpr(export)) => is_inert_expr(&export.expr),
        ast::ModuleItem::ModuleDecl(_) => true,
        ast::ModuleItem::Stmt(ast::Stmt::Decl(decl)) => is_inert_decl(decl),
        ast::ModuleItem::Stmt(ast::Stmt::Expr(statement)) => is_inert_expr(&statement.expr),
        ast::ModuleItem::Stmt(ast::Stmt::Empty(_)) => true,
        ast::ModuleItem::Stmt(_) => false,
    }
}

fn is_inert_decl(decl: &ast::Decl) -> bool {
    match decl {
        ast::Decl::Var(var) => var.decls.iter().all(|declarator| {
            simple_require(declarator).is_some() || declarator.init.as_deref().is_none_or(is_inert_expr)
        }),
        ast::Decl::Class(_) | ast::Decl::Using(_) => false,
        ast::Decl::Fn(_)
        | ast::Decl::TsInterface(_)
        | ast::Decl::TsTypeAlias(_)
        | ast::Decl::TsEnum(_)
        | ast::Decl::TsModule(_) => true,
    }
}

/// Literals, functions and `require`: evaluating them has no effect but the required module's own.
pub(super) fn is_inert_expr(expr: &ast::Expr) -> bool {
    let expr = bare(expr);
    match expr {
        ast::Expr::Lit(_) | ast::Expr::Fn(_) | ast::Expr::Arrow(_) => true,
        ast::Expr::Array(array) => {
            array.elems.iter().flatten().all(|element| element.spread.is_none() && is_inert_expr(&element.expr))
        }
        ast::Expr::Object(object) => object.props.iter().all(|member| match member {
            ast::PropOrSpread::Prop(property) => match &**property {
                ast::Prop::KeyValue(property) => !property.key.is_computed() && is_inert_expr(&property.value),
                ast::Prop::Method(method) => !method.key.is_computed(),
                _ => false,
            },
            ast::PropOrSpread::Spread(_) => false,
        }),
        _ => required(expr).is_some(),
    }
}
