//! Imports and `require`: what an imported name means, and which modules and packages that needs. Plugin semantics 2.4.

use std::collections::BTreeSet;

use swc_ecma_ast as ast;

use super::lowerer::Lowerer;
use super::module::{Resolved, export_name, text_of};
use super::scope::Name;
use crate::base::Span;
use crate::diag::{Diagnostic, closest, codes};
use crate::ir::ModuleId;
use crate::load::ImportKind;

/// An imported name. Imports that nothing uses as a value are elided, as TypeScript does, before anything is checked.
pub(super) struct Import {
    /// The local name.
    pub span: Span,
    /// `"./lib"`
    pub specifier: String,
    /// Place of the specifier.
    pub specifier_span: Span,
    /// How it is asked for.
    pub kind: ImportKind,
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
pub(super) fn is_local(specifier: &str) -> bool {
    specifier.starts_with('.') || specifier.starts_with('/')
}

impl Lowerer<'_> {
    pub fn add_import(&mut self, ident: &ast::Ident, from: &ast::Str, imported: Imported, kind: ImportKind) {
        // In packages nothing is elided: they are no TypeScript.
        let is_used = kind == ImportKind::Require || self.modules[self.module].is_package;
        let import = Import {
            span: self.span(ident.span),
            specifier: text_of(from),
            specifier_span: self.span(from.span),
            kind,
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
                        self.add_import(&named.local, &import.src, imported, ImportKind::Import);
                    }
                }
                ast::ImportSpecifier::Default(default) => {
                    self.add_import(&default.local, &import.src, Imported::Default, ImportKind::Import);
                }
                ast::ImportSpecifier::Namespace(namespace) => {
                    self.add_import(&namespace.local, &import.src, Imported::Namespace, ImportKind::Import);
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
                self.add_import(&import.id, &module.expr, Imported::Namespace, ImportKind::Import);
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

    /// `import "…"`; the other forms count once something uses their names.
    pub fn lower_import(&mut self, import: &ast::ImportDecl) {
        if import.type_only || !import.specifiers.is_empty() {
            return;
        }
        let specifier = text_of(&import.src);
        let span = self.span(import.src.span);
        if self.names_file(&specifier, span.file, ImportKind::Import) {
            self.depend_on(&specifier, span, ImportKind::Import);
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
    pub fn depend_on(&mut self, specifier: &str, span: Span, kind: ImportKind) {
        if self.names_file(specifier, span.file, kind) {
            if let Some(module) = self.local_module(specifier, span, kind) {
                self.modules[module].runs_early |= kind == ImportKind::Import;
                self.modules[self.module].dependencies.push((span, module));
            }
        } else if prickle_spec::modules::module_named(specifier).is_none() && !self.is_util(specifier, span.file) {
            self.refuse_package(specifier, span);
        }
    }

    /// Makes dependencies of the imports that something uses.
    pub fn finish_imports(&mut self) {
        let used: Vec<_> = self.modules[self.module]
            .imports
            .iter()
            .filter(|import| import.is_used)
            .map(|import| (import.specifier.clone(), import.specifier_span, import.kind))
            .collect();
        for (specifier, span, kind) in used {
            if self.names_file(&specifier, span.file, kind) {
                self.depend_on(&specifier, span, kind);
            }
        }
    }

    /// The local module of a specifier; reports that there is none, once per place.
    pub fn local_module(&mut self, specifier: &str, span: Span, kind: ImportKind) -> Option<ModuleId> {
        self.file_of(specifier, span, kind).map(|file| self.load_module(file))
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
            Name::Binding(binding) => {
                self.mentioned.insert(binding);
                Resolved::Binding(binding)
            }
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
        let kind = import.kind;
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
                let resolved = self.resolve_from(&specifier, span, (kind, &imported), &mut BTreeSet::new());
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
        (kind, imported): (ImportKind, &Imported),
        seen: &mut BTreeSet<(ModuleId, String)>,
    ) -> Resolved {
        if !self.names_file(specifier, span.file, kind) {
            return self.resolve_package(specifier, span, imported);
        }
        let Some(module) = self.local_module(specifier, span, kind) else { return Resolved::Error };
        let on_demand = match imported {
            Imported::Namespace => self.resolve_on_demand(module, None, span),
            Imported::Default => self.resolve_on_demand(module, Some("default"), span),
            Imported::Name(name) => self.resolve_on_demand(module, Some(name), span),
        };
        if let Some(resolved) = on_demand {
            return resolved;
        }
        let name = match imported {
            Imported::Namespace => return self.whole(module),
            Imported::Default if !self.is_ecma(module) && !self.modules[module].commonjs.is_marked => {
                return self.whole(module);
            }
            Imported::Default => "default",
            Imported::Name(name) => name,
        };
        match self.resolve_export(module, name, seen) {
            Some(resolved) => resolved,
            None => self.report_unknown_export(module, name, span),
        }
    }

    /// All of a module: the value of a JSON module or of `module.exports`, else its exports.
    pub fn whole(&mut self, module: ModuleId) -> Resolved {
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
}

/// `a`, `b` and `c`, in backticks.
pub(super) fn list<T: AsRef<str>>(names: &[T]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{}`", name.as_ref())).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}
