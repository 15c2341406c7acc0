//! `export`: which names a file exports, and what each of them means.

use std::collections::{BTreeSet, HashMap};

use swc_atoms::Atom;
use swc_common::Spanned;
use swc_ecma_ast as ast;

use super::hoist::Level;
use super::import::Imported;
use super::lowerer::Lowerer;
use super::module::{Resolved, export_name, text_of};
use super::scope::Name;
use crate::base::Span;
use crate::diag::{Diagnostic, codes};
use crate::ir::{BindingId, BindingKind, ModuleId};
use crate::load::ImportKind;

/// An exported name.
#[derive(Clone)]
pub(super) struct Export {
    /// The name.
    pub name: String,
    /// What it is.
    pub source: ExportSource,
    /// Place of the export.
    pub span: Span,
}

/// What an exported name is.
#[derive(Clone)]
pub(super) enum ExportSource {
    /// The local of this name.
    Name(Atom),
    /// A variable of lowering's own: a default export.
    Binding(BindingId),
    /// `export { … } from`
    From {
        /// The module.
        specifier: String,
        /// Where it is named.
        place: Span,
        /// What of it.
        imported: Imported,
    },
}

impl Lowerer<'_> {
    pub fn declare_module_decl(&mut self, decl: &ast::ModuleDecl) {
        match decl {
            ast::ModuleDecl::Import(import) => self.declare_import(import),
            ast::ModuleDecl::ExportDecl(export) => {
                self.hoist_decl(&export.decl, Level::Module);
                for ident in declared_values(&export.decl) {
                    self.export(ident.sym.to_string(), ExportSource::Name(ident.sym.clone()), ident.span);
                }
            }
            ast::ModuleDecl::ExportNamed(export) => self.declare_named_export(export),
            ast::ModuleDecl::ExportDefaultDecl(export) => match &export.decl {
                ast::DefaultDecl::Fn(function) => self.declare_default_function(function, export.span),
                ast::DefaultDecl::Class(class) => {
                    let span = self.span(export.span);
                    let binding = match &class.ident {
                        Some(ident) => self.declare(ident, BindingKind::Class),
                        None => self.binding("default", BindingKind::Class, span),
                    };
                    self.export("default".to_owned(), ExportSource::Binding(binding), export.span);
                }
                ast::DefaultDecl::TsInterfaceDecl(_) => {}
            },
            ast::ModuleDecl::ExportDefaultExpr(export) => {
                let span = self.span(export.span);
                let binding = self.binding("default", BindingKind::Const, span);
                self.export("default".to_owned(), ExportSource::Binding(binding), export.span);
            }
            ast::ModuleDecl::ExportAll(export) => {
                if !export.type_only {
                    let span = self.span(export.src.span);
                    self.modules[self.module].stars.push((text_of(&export.src), span));
                }
            }
            ast::ModuleDecl::TsImportEquals(import) => self.declare_import_equals(import),
            // `export = value` is `module.exports = value`; `export as namespace` is for type checkers.
            ast::ModuleDecl::TsExportAssignment(_) | ast::ModuleDecl::TsNamespaceExport(_) => {}
        }
    }

    /// `export default name` of a settled variable exports that; `export default { … }` of the main file, its properties.
    pub fn plan_default_expr(&mut self, items: &[ast::ModuleItem], value: &ast::Expr) {
        let module = self.module;
        if module == ModuleId(0) {
            self.plan_default_object(items, value);
        }
        let ast::Expr::Ident(ident) = super::callee_text::bare(value) else { return };
        let is_settled = match self.lookup(&ident.sym) {
            Some(Name::Binding(binding)) => match self.bindings[binding].kind {
                BindingKind::Function(_) => true,
                BindingKind::Const => self.bindings[binding].span.start < self.span(ident.span).start,
                BindingKind::Var
                | BindingKind::Let
                | BindingKind::Class
                | BindingKind::Param
                | BindingKind::Catch
                | BindingKind::FunctionSelf(_)
                | BindingKind::Synthetic
                | BindingKind::Temp => false,
            },
            Some(Name::Import(_) | Name::Refused) | None => false,
        };
        if is_settled
            && let Some(export) = self.modules[module].exports.iter_mut().find(|export| export.name == "default")
        {
            export.source = ExportSource::Name(ident.sym.clone());
        }
    }

    /// True for the name of a type of this file, or of an import that is only a type where it comes from.
    pub fn is_type(&self, ident: &ast::Ident) -> bool {
        self.modules[self.module].types.contains(&*ident.sym)
    }

    pub fn export(&mut self, name: String, source: ExportSource, span: swc_common::Span) {
        let span = self.span(span);
        self.modules[self.module].exports.push(Export { name, source, span });
    }

    pub fn from(&self, from: &ast::Str, imported: Imported) -> ExportSource {
        ExportSource::From { specifier: text_of(from), place: self.span(from.span), imported }
    }

    pub fn declare_default_function(&mut self, function: &ast::FnExpr, span: swc_common::Span) {
        if function.function.body.is_none() {
            return;
        }
        let id = self.reserve_function(self.span(function.function.span));
        self.modules[self.module].default_function = Some(id);
        let kind = BindingKind::Function(id);
        let binding = match &function.ident {
            Some(ident) => {
                if let Some(first) = self.lookup_here(&ident.sym) {
                    self.report_duplicate(ident, first);
                    return;
                }
                self.declare(ident, kind)
            }
            None => {
                let place = self.head_of(span);
                self.binding("default", kind, place)
            }
        };
        self.hoisted().push(binding);
        self.export("default".to_owned(), ExportSource::Binding(binding), span);
    }

    pub fn declare_named_export(&mut self, export: &ast::NamedExport) {
        if export.type_only {
            return;
        }
        for specifier in &export.specifiers {
            let (name, source) = match specifier {
                ast::ExportSpecifier::Namespace(specifier) => {
                    let Some(from) = &export.src else { continue };
                    (export_name(&specifier.name), self.from(from, Imported::Namespace))
                }
                ast::ExportSpecifier::Default(specifier) => {
                    let Some(from) = &export.src else { continue };
                    (specifier.exported.sym.to_string(), self.from(from, Imported::Default))
                }
                ast::ExportSpecifier::Named(specifier) => {
                    if specifier.is_type_only {
                        continue;
                    }
                    let original = export_name(&specifier.orig);
                    let name = specifier.exported.as_ref().map_or_else(|| original.clone(), export_name);
                    let source = match (&export.src, &specifier.orig) {
                        (Some(from), _) if original == "default" => self.from(from, Imported::Default),
                        (Some(from), _) => self.from(from, Imported::Name(original)),
                        (None, ast::ModuleExportName::Ident(ident)) => ExportSource::Name(ident.sym.clone()),
                        (None, ast::ModuleExportName::Str(_)) => continue,
                    };
                    (name, source)
                }
            };
            self.export(name, source, specifier.span());
        }
    }

    pub fn refuse_duplicate_exports(&mut self) {
        let mut first: HashMap<String, Span> = HashMap::new();
        let mut duplicates = Vec::new();
        for export in &self.modules[self.module].exports {
            if let Some(&first) = first.get(&export.name) {
                duplicates.push((export.name.clone(), export.span, first));
            } else {
                first.insert(export.name.clone(), export.span);
            }
        }
        for (name, span, first) in duplicates {
            self.report(
                Diagnostic::error(codes::DUPLICATE_EXPORT, format!("`{name}` is exported twice"))
                    .primary(span, "exported again here")
                    .secondary(first, "first exported here")
                    .help("remove one of the exports"),
            );
        }
    }

    /// The exports of this name, followed to what they mean. `None`: there is no such export.
    pub fn resolve_export(
        &mut self,
        module: ModuleId,
        name: &str,
        seen: &mut BTreeSet<(ModuleId, String)>,
    ) -> Option<Resolved> {
        if !seen.insert((module, name.to_owned())) {
            return None;
        }
        let state = &self.modules[module];
        if state.is_broken {
            return Some(Resolved::Error);
        }
        if let Some(value) = state.value {
            return Some(if name == "default" {
                Resolved::Binding(value)
            } else {
                Resolved::Property(value, name.to_owned())
            });
        }
        let export = state.exports.iter().find(|export| export.name == name).cloned();
        if let Some(export) = export {
            return self.inside(module, |lowerer| match export.source {
                ExportSource::Binding(binding) => Some(Resolved::Binding(binding)),
                ExportSource::Name(name) => lowerer.resolve_atom(&name),
                ExportSource::From { specifier, place, imported } => {
                    Some(lowerer.resolve_from(&specifier, place, (ImportKind::Import, &imported), seen))
                }
            });
        }
        if let Some(found) = self.resolve_commonjs_export(module, name) {
            return Some(found);
        }
        let stars = self.modules[module].stars.clone();
        if name != "default" {
            for (specifier, span) in stars {
                let found = self.inside(module, |lowerer| {
                    let target = lowerer.local_module(&specifier, span, ImportKind::Import)?;
                    if lowerer.modules[target].on_demand.is_some() {
                        lowerer.refuse_star_of_commonjs(&specifier, span);
                        return Some(Resolved::Error);
                    }
                    lowerer.resolve_export(target, name, seen)
                });
                if found.is_some() {
                    return found;
                }
            }
        }
        None
    }
}

/// The names of values that a declaration declares.
fn declared_values(decl: &ast::Decl) -> Vec<&ast::Ident> {
    match decl {
        ast::Decl::Fn(function) if !function.declare && function.function.body.is_some() => vec![&function.ident],
        ast::Decl::Class(class) if !class.declare => vec![&class.ident],
        ast::Decl::Var(var) if !var.declare => {
            var.decls.iter().flat_map(|declarator| super::hoist::names_of(&declarator.name)).collect()
        }
        ast::Decl::TsEnum(decl) if !decl.declare => vec![&decl.id],
        ast::Decl::Fn(_)
        | ast::Decl::Class(_)
        | ast::Decl::Var(_)
        | ast::Decl::TsEnum(_)
        | ast::Decl::Using(_)
        | ast::Decl::TsInterface(_)
        | ast::Decl::TsTypeAlias(_)
        | ast::Decl::TsModule(_) => Vec::new(),
    }
}
