//! Imports and `require`: what an imported name means, and which modules and packages that needs. Plugin semantics 2.4.

use std::collections::BTreeSet;

use swc_common::Spanned;
use swc_ecma_ast as ast;

use super::callee_text::bare;
use super::lowerer::Lowerer;
use super::messages::static_key;
use super::module::{Resolved, export_name, text_of};
use super::scope::Name;
use crate::base::Span;
use crate::diag::{Diagnostic, closest, codes};
use crate::ir::{Expr, ExprKind, ModuleId};

/// An imported name. Imports that nothing uses as a value are elided, as TypeScript does, before anything is checked.
pub(super) struct Import {
    /// The local name.
    pub span: Span,
    /// `"./lib"`
    pub specifier: String,
    /// Place of the specifier.
    pub specifier_span: Span,
    /// What of the module.
    pub imported: Imported,
    /// Something uses it as a value, or it comes from `require`, which is never elided.
    pub is_used: bool,
    /// What it means.
    pub meaning: Meaning,
}

/// What of a module is imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Imported {
    /// `{ name }`
    Name(String),
    /// The default export.
    Default,
    /// `* as name`, `require()`
    Namespace,
}

/// What an import means, once something asked.
#[derive(Clone)]
pub(super) enum Meaning {
    /// Nobody asked yet.
    Unknown,
    /// Being found out.
    Wanted,
    /// Found.
    Known(Resolved),
}

/// True for `./lib` and the like, false for packages.
fn is_local(specifier: &str) -> bool {
    specifier.starts_with('.') || specifier.starts_with('/')
}

impl Lowerer<'_> {
    fn add_import(&mut self, ident: &ast::Ident, from: &ast::Str, imported: Imported, is_used: bool) {
        let import = Import {
            span: self.span(ident.span),
            specifier: text_of(from),
            specifier_span: self.span(from.span),
            imported,
            is_used,
            meaning: Meaning::Unknown,
        };
        match self.lookup_here(&ident.sym) {
            Some(first) => self.report_duplicate(ident, first),
            None => {
                let imports = &mut self.modules[self.module].imports;
                imports.push(import);
                let position = imports.len() - 1;
                self.declare_name(&ident.sym, Name::Import(position));
            }
        }
    }

    /// Declares what an `import` declares, but types.
    pub fn declare_import(&mut self, import: &ast::ImportDecl) {
        if import.type_only {
            return;
        }
        for specifier in &import.specifiers {
            match specifier {
                ast::ImportSpecifier::Named(named) => {
                    if !named.is_type_only {
                        let name = named.imported.as_ref().map_or_else(|| named.local.sym.to_string(), export_name);
                        let imported = if name == "default" { Imported::Default } else { Imported::Name(name) };
                        self.add_import(&named.local, &import.src, imported, false);
                    }
                }
                ast::ImportSpecifier::Default(default) => {
                    self.add_import(&default.local, &import.src, Imported::Default, false);
                }
                ast::ImportSpecifier::Namespace(namespace) => {
                    self.add_import(&namespace.local, &import.src, Imported::Namespace, false);
                }
            }
        }
    }

    /// `import name = require("…")`
    pub fn declare_import_equals(&mut self, import: &ast::TsImportEqualsDecl) {
        if import.is_type_only {
            return;
        }
        match &import.module_ref {
            ast::TsModuleRef::TsExternalModuleRef(module) => {
                self.add_import(&import.id, &module.expr, Imported::Namespace, false);
            }
            ast::TsModuleRef::TsEntityName(_) => {
                let span = self.span(import.span);
                self.declare_name(&import.id.sym, Name::Refused);
                self.report(
                    Diagnostic::error(codes::NAMESPACE, "aliases of namespaces are not supported")
                        .primary(span, "may name a value or a type")
                        .help("write `const name = …` for a value, `type Name = …` for a type"),
                );
            }
        }
    }

    /// Declares the names of `const { name } = require("…")` as imports.
    pub fn declare_requires(&mut self, var: &ast::VarDecl) {
        for declarator in &var.decls {
            if let Some((from, names)) = simple_require(declarator) {
                for (ident, imported) in names {
                    self.add_import(ident, from, imported, true);
                }
            }
        }
    }

    /// True if the declarator's names were declared as imports.
    pub fn lower_require_declarator(&mut self, declarator: &ast::VarDeclarator) -> bool {
        if !self.frames.is_empty() || !self.scopes.is_empty() {
            return false;
        }
        let Some((from, names)) = simple_require(declarator) else { return false };
        for (ident, _) in &names {
            // Unlike an import it is looked at even if nothing uses it.
            self.resolve(ident);
        }
        if names.is_empty() {
            let span = self.span(from.span);
            self.depend_on(&text_of(from), span);
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
        if is_local(&specifier) && !self.frames.is_empty() {
            return Some(self.refuse_require(span, "runs the module when the function is called"));
        }
        self.depend_on(&specifier, from);
        let resolved = self.resolve_from(&specifier, from, &Imported::Namespace, &mut BTreeSet::new());
        let kind = self.resolved_kind(resolved, span);
        Some(self.expr(span, kind))
    }

    fn refuse_require(&mut self, span: Span, label: &str) -> Expr {
        self.refuse(
            span,
            Diagnostic::error(codes::UNSUPPORTED_REQUIRE, "this `require` cannot be compiled")
                .primary(span, label)
                .help("write `const name = require(\"./module\")` at the top of the file"),
        )
    }

    /// `import "…"`; the other forms count once something uses their names.
    pub fn lower_import(&mut self, import: &ast::ImportDecl) {
        if import.type_only || !import.specifiers.is_empty() {
            return;
        }
        let specifier = text_of(&import.src);
        let span = self.span(import.src.span);
        if is_local(&specifier) {
            self.depend_on(&specifier, span);
        } else if prickle_spec::modules::module_named(&specifier).is_some() {
            self.report(
                Diagnostic::error(codes::EMPTY_IMPORT, format!("`{specifier}` is imported for nothing"))
                    .primary(span, "no name is imported")
                    .help("remove the import")
                    .note("PostHog's server failed to load such a plugin: `SyntaxError: Unexpected token ';'`"),
            );
        } else {
            self.refuse_package(&specifier, span);
        }
    }

    /// Runs another module before this one.
    pub fn depend_on(&mut self, specifier: &str, span: Span) {
        if is_local(specifier) {
            if let Some(module) = self.local_module(specifier, span) {
                self.modules[self.module].dependencies.push((span, module));
            }
        } else if prickle_spec::modules::module_named(specifier).is_none() {
            self.refuse_package(specifier, span);
        }
    }

    /// Makes dependencies of the imports that something uses.
    pub fn finish_imports(&mut self) {
        let used: Vec<_> = self.modules[self.module]
            .imports
            .iter()
            .filter(|import| import.is_used && is_local(&import.specifier))
            .map(|import| (import.specifier.clone(), import.specifier_span))
            .collect();
        for (specifier, span) in used {
            self.depend_on(&specifier, span);
        }
    }

    /// The local module of a specifier; reports that there is none, once per place.
    pub fn local_module(&mut self, specifier: &str, span: Span) -> Option<ModuleId> {
        match self.source.resolve(span.file, specifier) {
            Ok(file) => Some(self.load_module(file)),
            Err(unresolved) => {
                self.report(unresolved.diagnostic(specifier, span));
                None
            }
        }
    }

    /// What a name means. `None`: nobody declares it.
    pub fn resolve(&mut self, ident: &ast::Ident) -> Option<Resolved> {
        self.resolve_atom(&ident.sym)
    }

    /// What a name means here.
    pub fn resolve_atom(&mut self, name: &swc_atoms::Atom) -> Option<Resolved> {
        let meaning = self.lookup(name)?;
        Some(self.resolve_name(meaning))
    }

    fn resolve_name(&mut self, meaning: Name) -> Resolved {
        match meaning {
            Name::Binding(binding) => Resolved::Binding(binding),
            Name::Import(import) => self.resolve_import(import),
            Name::Refused => Resolved::Error,
        }
    }

    /// True if the name is imported: it cannot be assigned.
    pub fn is_imported(&self, ident: &ast::Ident) -> bool {
        matches!(self.lookup(&ident.sym), Some(Name::Import(_)))
    }

    fn resolve_import(&mut self, position: usize) -> Resolved {
        let module = self.module;
        let import = &mut self.modules[module].imports[position];
        import.is_used = true;
        let (specifier, span, imported) = (import.specifier.clone(), import.specifier_span, import.imported.clone());
        match std::mem::replace(&mut import.meaning, Meaning::Wanted) {
            Meaning::Known(resolved) => {
                import.meaning = Meaning::Known(resolved.clone());
                resolved
            }
            Meaning::Wanted => {
                self.report(
                    Diagnostic::error(codes::UNKNOWN_IMPORT, "the import leads back to itself")
                        .primary(span, "this module imports the name from here")
                        .help("declare the name in one of the modules"),
                );
                Resolved::Error
            }
            Meaning::Unknown => {
                let resolved = self.resolve_from(&specifier, span, &imported, &mut BTreeSet::new());
                self.modules[module].imports[position].meaning = Meaning::Known(resolved.clone());
                resolved
            }
        }
    }

    /// What `imported` of the module `specifier` means. Problems are reported at `span`.
    pub fn resolve_from(
        &mut self,
        specifier: &str,
        span: Span,
        imported: &Imported,
        seen: &mut BTreeSet<(ModuleId, String)>,
    ) -> Resolved {
        if !is_local(specifier) {
            return self.resolve_package(specifier, span, imported);
        }
        let Some(module) = self.local_module(specifier, span) else { return Resolved::Error };
        let name = match imported {
            Imported::Namespace => return self.whole(module),
            Imported::Default if !self.is_ecma(module) => return self.whole(module),
            Imported::Default => "default",
            Imported::Name(name) => name,
        };
        match self.resolve_export(module, name, seen) {
            Some(resolved) => resolved,
            None => self.report_unknown_export(module, name, span),
        }
    }

    /// All of a module: the value of a JSON module or of `module.exports`, else its exports.
    fn whole(&mut self, module: ModuleId) -> Resolved {
        if !self.is_usable(module) {
            return Resolved::Error;
        }
        match self.modules[module].value.or_else(|| self.commonjs_value(module)) {
            Some(value) => Resolved::Binding(value),
            None => Resolved::Namespace(module),
        }
    }

    /// True if the module has `export`s, as opposed to `module.exports` or none.
    pub fn is_ecma(&self, module: ModuleId) -> bool {
        let state = &self.modules[module];
        !state.exports.is_empty() || !state.stars.is_empty()
    }

    /// An export of a namespace import.
    pub fn resolve_export_or_report(&mut self, module: ModuleId, name: &str, span: Span) -> Resolved {
        match self.resolve_export(module, name, &mut BTreeSet::new()) {
            Some(resolved) => resolved,
            None => self.report_unknown_export(module, name, span),
        }
    }

    fn report_unknown_export(&mut self, module: ModuleId, name: &str, span: Span) -> Resolved {
        if self.modules[module].types.iter().any(|known| &**known == name) {
            return Resolved::Undefined;
        }
        let path = &self.source.files[self.modules[module].file].path;
        let title = if name == "default" {
            format!("`{path}` has no default export")
        } else {
            format!("`{path}` exports no `{name}`")
        };
        let names = self.export_names(module);
        let diagnostic = Diagnostic::error(codes::UNKNOWN_IMPORT, title).primary(span, "imported from here");
        let diagnostic = match closest(name, names.iter().map(String::as_str)) {
            Some(similar) => diagnostic.help(format!("did you mean `{similar}`?")),
            None if names.is_empty() => diagnostic.help("export it there"),
            None => diagnostic.help(format!("it exports {}", list(&names))),
        };
        self.report(diagnostic);
        Resolved::Error
    }

    fn resolve_package(&mut self, specifier: &str, span: Span, imported: &Imported) -> Resolved {
        let Some(module) = prickle_spec::modules::module_named(specifier) else {
            self.refuse_package(specifier, span);
            return Resolved::Error;
        };
        match module.status {
            prickle_spec::modules::ModuleStatus::Provided { exports } => match imported {
                Imported::Name(name) if exports.contains(&name.as_str()) => return Resolved::Global(name.clone()),
                Imported::Name(name) => {
                    let diagnostic =
                        Diagnostic::error(codes::UNKNOWN_IMPORT, format!("`{specifier}` has no `{name}` at run time"))
                            .primary(span, "imported from here")
                            .help(format!("it provides {}", list(exports)))
                            .note("types vanish when they are only used as types; this name is used as a value");
                    self.report(diagnostic);
                }
                Imported::Default | Imported::Namespace => {
                    let names = exports.join(", ");
                    self.report(
                        Diagnostic::error(
                            codes::UNSUPPORTED_PACKAGE,
                            format!("`{specifier}` can only be imported by name"),
                        )
                        .primary(span, "imported as a whole")
                        .help(format!("write `import {{ {names} }} from \"{specifier}\"`")),
                    );
                }
            },
            prickle_spec::modules::ModuleStatus::Refused { why, instead } => {
                let diagnostic =
                    Diagnostic::error(codes::UNSUPPORTED_PACKAGE, format!("the package `{specifier}` is not provided"))
                        .primary(span, "imported here")
                        .note(format!("`{specifier}` {why}"));
                self.report(match instead {
                    Some(instead) => diagnostic.help(instead),
                    None => diagnostic,
                });
            }
        }
        Resolved::Error
    }

    fn refuse_package(&mut self, specifier: &str, span: Span) {
        let diagnostic = Diagnostic::error(codes::UNKNOWN_PACKAGE, format!("plugins cannot import `{specifier}`"))
            .primary(span, "not a package that PostHog provides");
        let local = format!("./{specifier}");
        let quote = if self.source.files[span.file].slice(span).starts_with('"') { '"' } else { '\'' };
        let packages = prickle_spec::modules::MODULES.iter().map(|module| module.name);
        let diagnostic = if self.source.resolve(span.file, &local).is_ok() {
            diagnostic.suggest(span, format!("{quote}{local}{quote}"), "a file of the plugin begins with `./`")
        } else if let Some(similar) = closest(specifier, packages) {
            diagnostic.suggest(span, format!("{quote}{similar}{quote}"), "a package of a similar name exists")
        } else {
            diagnostic.help("copy what you need of it into the plugin folder and import it from there")
        };
        self.report(diagnostic.note(format!(
            "PostHog's server: `Cannot import '{specifier}'! This package is not provided by PostHog in plugins.`"
        )));
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
                .primary(span, "all exports at once")
                .help(format!("use single exports, `{}.name`, or a copy: `{{ ...{} }}`", ident.sym, ident.sym)),
        )
    }

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

/// `a`, `b` and `c`, in backticks.
fn list<T: AsRef<str>>(names: &[T]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{}`", name.as_ref())).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}
