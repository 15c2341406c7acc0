//! Modules: loading what imports reach, declaring top-level names, lowering bodies, and finding what an import means.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use swc_atoms::Atom;
use swc_common::Spanned;
use swc_ecma_ast as ast;

use super::commonjs::CommonJs;
use super::export::{Export, ExportSource};
use super::function::FunctionSource;
use super::hoist::{Level, Vars};
use super::import::Import;
use super::lowerer::Lowerer;
use super::reachable::Reachable;
use super::require;
use super::required::{Interop, OnDemand};
use super::scope::{LabelFrame, Name};
use crate::base::{FileId, Span};
use crate::diag::{Diagnostic, codes};
use crate::ir::{BindingId, ExprKind, FunctionForm, FunctionId, MemberKey, ModuleId, Stmt, StmtKind};
use crate::load::ImportKind;
use crate::parse::{ParsedModule, parse, parse_package_file};

/// A file while it is lowered.
pub(super) struct ModuleState {
    /// Its source.
    pub file: FileId,
    /// Top-level names.
    pub names: HashMap<Atom, Name>,
    /// Imported names, elided ones included.
    pub imports: Vec<Import>,
    /// `export`s.
    pub exports: Vec<Export>,
    /// `export * from`
    pub stars: Vec<(String, Span)>,
    /// What `module.exports` and `exports` hold.
    pub commonjs: CommonJs,
    /// The one value of a JSON module.
    pub value: Option<BindingId>,
    /// The object made of the exports, where one is needed.
    pub object: Option<BindingId>,
    /// Where the exports are used as one value: by which module, under which name.
    pub namespace_values: Vec<(ModuleId, Atom, Span)>,
    /// Enums of the file.
    pub enums: BTreeSet<BindingId>,
    /// Names of types, which may be exported but have no value.
    pub types: BTreeSet<String>,
    /// The properties of `export default { … }` in the main file.
    pub default_object: Option<Vec<super::commonjs::Property>>,
    /// The declaration of a constant whose properties are the exports of the main file.
    pub exported_const: Option<Span>,
    /// Jump targets at the top level.
    pub labels: Vec<LabelFrame>,
    /// Bindings that exist from the start.
    pub hoisted: Vec<BindingId>,
    /// Top-level statements.
    pub body: Vec<Stmt>,
    /// Comments at the head of the file.
    pub head: Vec<u32>,
    /// Comments not yet given to a statement, as indices into all comments.
    pub comments: std::ops::Range<usize>,
    /// Modules whose bodies run before this one, with the place that asks for it.
    pub dependencies: Vec<(Span, ModuleId)>,
    /// The syntax tree until the module is lowered. `None`: it is JSON, or could not be parsed.
    parsed: Option<Rc<ParsedModule>>,
    /// Mistakes were reported that leave its exports unknown.
    pub is_broken: bool,
    is_lowered: bool,
    /// `export default function () {}`
    pub default_function: Option<FunctionId>,
    /// It belongs to a package.
    pub is_package: bool,
    /// It runs when it is first required.
    pub on_demand: Option<OnDemand>,
    /// An `import` makes it run before the importing module.
    pub runs_early: bool,
    /// Variables that hold the exports of imported files that run on demand.
    pub holders: BTreeMap<(ModuleId, Interop), BindingId>,
    /// Sets them.
    pub prologue: Vec<Stmt>,
    /// Its statements, if it belongs to a package.
    pub reachable: Reachable,
    /// The syntax tree of those that wait.
    pub tree: Option<Rc<ParsedModule>>,
}

/// What a name means after imports were followed.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Resolved {
    /// A variable of this or another module.
    Binding(BindingId),
    /// The exports of a local module, as a whole.
    Namespace(ModuleId),
    /// A property of a JSON module, or of what a module assigned to `module.exports`.
    Property(BindingId, String),
    /// A package that is provided, or a class that it exports: the global of this name.
    Global(String),
    /// Another export of a package that is provided: the global name of the package, and that of the export.
    ModuleMember(String, String),
    /// A known package lacks it.
    Undefined,
    /// Reported.
    Error,
}

impl Lowerer<'_> {
    /// The module of a file: loaded, parsed and its names declared, when first asked for.
    pub fn load_module(&mut self, file: FileId) -> ModuleId {
        if let Some(&module) = self.by_file.get(&file) {
            return module;
        }
        let source = &self.source.files[file];
        let is_json = source.path.ends_with(".json");
        let is_package = self.source.package_of(file).is_some();
        let parsed = if is_json {
            None
        } else if is_package {
            self.graph.parsed(file).or_else(|| parse_package_file(file, source, self.reporter).map(Rc::new))
        } else {
            parse(file, source, self.reporter).map(Rc::new)
        };
        let comments = parsed.as_ref().map_or(0..0, |parsed| self.add_comments(&parsed.comments));
        let module = self.modules.push(ModuleState {
            file,
            names: HashMap::new(),
            imports: Vec::new(),
            exports: Vec::new(),
            stars: Vec::new(),
            commonjs: CommonJs::default(),
            value: None,
            object: None,
            namespace_values: Vec::new(),
            enums: BTreeSet::new(),
            types: BTreeSet::new(),
            default_object: None,
            exported_const: None,
            labels: Vec::new(),
            hoisted: Vec::new(),
            body: Vec::new(),
            head: Vec::new(),
            comments,
            dependencies: Vec::new(),
            is_broken: !is_json && parsed.is_none(),
            is_lowered: parsed.is_none(),
            parsed: parsed.clone(),
            default_function: None,
            is_package,
            on_demand: None,
            runs_early: false,
            holders: BTreeMap::new(),
            prologue: Vec::new(),
            reachable: Reachable::default(),
            tree: None,
        });
        self.by_file.insert(file, module);
        if is_json {
            self.lower_json(module);
        } else if self.graph.runs_on_demand(file) {
            self.inside(module, Self::declare_on_demand);
        } else if let Some(parsed) = parsed {
            self.inside(module, |lowerer| lowerer.declare_module(&parsed));
        }
        module
    }

    /// True if the module could be parsed.
    pub fn is_usable(&self, module: ModuleId) -> bool {
        !self.modules[module].is_broken
    }

    /// Notes that a module's exports are unknown, because of something that was reported.
    pub fn mark_broken(&mut self, module: ModuleId) {
        self.modules[module].is_broken = true;
    }

    /// Runs `work` at the top level of a module.
    pub fn inside<R>(&mut self, module: ModuleId, work: impl FnOnce(&mut Self) -> R) -> R {
        let scopes = std::mem::take(&mut self.scopes);
        let frames = std::mem::take(&mut self.frames);
        let outer = std::mem::replace(&mut self.module, module);
        let result = work(self);
        self.scopes = scopes;
        self.frames = frames;
        self.module = outer;
        result
    }

    /// Declares all top-level names and exports.
    fn declare_module(&mut self, parsed: &ParsedModule) {
        let items = &parsed.module.body;
        for item in items {
            match item {
                ast::ModuleItem::ModuleDecl(decl) => self.declare_module_decl(decl),
                ast::ModuleItem::Stmt(ast::Stmt::Decl(decl)) => {
                    if let ast::Decl::Var(var) = decl {
                        self.declare_requires(var);
                    }
                    self.hoist_decl(decl, Level::Module);
                }
                ast::ModuleItem::Stmt(_) => {}
            }
        }
        let mut vars = Vars::default();
        let exported: Vec<ast::Stmt> = items
            .iter()
            .filter_map(|item| match item {
                ast::ModuleItem::ModuleDecl(ast::ModuleDecl::ExportDecl(export)) => {
                    Some(ast::Stmt::Decl(export.decl.clone()))
                }
                _ => None,
            })
            .collect();
        for statement in &exported {
            vars.statement(statement, true);
        }
        for item in items {
            if let ast::ModuleItem::Stmt(statement) = item {
                vars.statement(statement, true);
            }
        }
        self.hoist_vars(&vars);
        self.refuse_duplicate_exports();
        self.plan_commonjs(items);
        for item in items {
            if let ast::ModuleItem::ModuleDecl(ast::ModuleDecl::ExportDefaultExpr(export)) = item {
                self.plan_default_expr(items, &export.expr);
            }
        }
    }

    /// Lowers every module that was loaded, also those that are loaded meanwhile.
    pub fn lower_modules(&mut self) {
        loop {
            let Some(module) = self.modules.ids().find(|&module| !self.modules[module].is_lowered) else {
                if self.lower_mentioned() {
                    continue;
                }
                break;
            };
            self.modules[module].is_lowered = true;
            if let Some(parsed) = self.modules[module].parsed.take() {
                self.inside(module, |lowerer| {
                    if lowerer.modules[module].on_demand.is_some() {
                        lowerer.lower_on_demand(&parsed);
                    } else {
                        lowerer.lower_module(&parsed);
                    }
                });
            }
        }
    }

    fn lower_module(&mut self, parsed: &Rc<ParsedModule>) {
        let mut body = Vec::new();
        self.refuse_escaped_names(&parsed.module);
        self.runs_first = true;
        if self.modules[self.module].is_package {
            self.lower_reachable_items(parsed);
            self.finish_imports();
            return;
        }
        for (index, item) in parsed.module.body.iter().enumerate() {
            let comments = if index == 0 { self.head_comments(self.span(item.span())) } else { Vec::new() };
            let mut stmts = self.lower_item(item);
            if stmts.is_empty() {
                self.modules[self.module].head.extend(comments);
            }
            body.append(&mut stmts);
            self.runs_first &= require::is_inert(item);
        }
        self.dangling_comments(parsed.module.span, &mut body);
        self.finish_imports();
        self.prune_block_functions(&mut body);
        let module = self.module;
        // The object of exports, if something asked for it early, is made last.
        body.append(&mut self.modules[module].body);
        self.modules[module].body = body;
    }

    /// An item of a file.
    pub fn lower_item(&mut self, item: &ast::ModuleItem) -> Vec<Stmt> {
        let mut out = Vec::new();
        let span = self.span(item.span());
        self.with_comments(span, &mut out, |lowerer, out| match item {
            ast::ModuleItem::ModuleDecl(decl) => lowerer.lower_module_decl(decl, out),
            ast::ModuleItem::Stmt(statement) => {
                if !lowerer.lower_commonjs(statement, out) {
                    lowerer.lower_statement(statement, out);
                }
            }
        });
        out
    }

    fn lower_module_decl(&mut self, decl: &ast::ModuleDecl, out: &mut Vec<Stmt>) {
        match decl {
            ast::ModuleDecl::Import(import) => self.lower_import(import),
            ast::ModuleDecl::ExportDecl(export) => self.lower_decl(&export.decl, out),
            ast::ModuleDecl::ExportNamed(export) => self.lower_named_export(export),
            ast::ModuleDecl::ExportDefaultDecl(export) => match &export.decl {
                ast::DefaultDecl::Fn(function) => self.lower_default_function(function, out),
                ast::DefaultDecl::Class(class) => self.lower_default_class(class, out),
                ast::DefaultDecl::TsInterfaceDecl(_) => {}
            },
            ast::ModuleDecl::ExportDefaultExpr(export) => self.lower_default_expr(export, out),
            ast::ModuleDecl::ExportAll(export) => {
                if !export.type_only {
                    let span = self.span(export.src.span);
                    self.depend_on(&text_of(&export.src), span, ImportKind::Import);
                }
            }
            ast::ModuleDecl::TsImportEquals(_) | ast::ModuleDecl::TsNamespaceExport(_) => {}
            ast::ModuleDecl::TsExportAssignment(export) => self.lower_export_assignment(export, out),
        }
    }

    fn lower_default_function(&mut self, function: &ast::FnExpr, out: &mut Vec<Stmt>) {
        let Some(id) = self.modules[self.module].default_function else { return };
        let span = self.span(function.function.span);
        let name = function.ident.as_ref().map_or_else(|| "default".to_owned(), |ident| ident.sym.to_string());
        let source = FunctionSource::new(name, FunctionForm::Declaration, &function.function, span);
        let kind = if self.lower_function(id, source) { StmtKind::Function(id) } else { StmtKind::Error };
        out.push(self.stmt(span, kind));
    }

    fn lower_default_class(&mut self, class: &ast::ClassExpr, out: &mut Vec<Stmt>) {
        let default = self.default_binding();
        let Some(binding) = default else { return };
        let name = class.ident.as_ref().map_or("default", |ident| &*ident.sym);
        self.lower_class_into(binding, &class.class, name, class.ident.as_ref(), out);
    }

    /// The variable of a default export that is no name of the file.
    fn default_binding(&self) -> Option<BindingId> {
        self.modules[self.module].exports.iter().find_map(|export| match export.source {
            ExportSource::Binding(binding) if export.name == "default" => Some(binding),
            _ => None,
        })
    }

    fn lower_default_expr(&mut self, export: &ast::ExportDefaultExpr, out: &mut Vec<Stmt>) {
        let span = self.span(export.span);
        let Some(binding) = self.default_binding() else { return };
        if self.lower_default_object(&export.expr, out) {
            return;
        }
        let value = self.lower_named(&export.expr, "default");
        if let ExprKind::Function(function) = value.kind {
            self.initial_functions.insert(binding, function);
        }
        out.push(self.stmt(span, StmtKind::Let { binding, init: Some(value) }));
    }

    fn lower_named_export(&mut self, export: &ast::NamedExport) {
        if export.type_only {
            return;
        }
        if let Some(from) = &export.src {
            let is_types = !export.specifiers.is_empty()
                && export.specifiers.iter().all(
                    |specifier| matches!(specifier, ast::ExportSpecifier::Named(specifier) if specifier.is_type_only),
                );
            if !is_types {
                let span = self.span(from.span);
                self.depend_on(&text_of(from), span, ImportKind::Import);
            }
            return;
        }
        for specifier in &export.specifiers {
            let ast::ExportSpecifier::Named(specifier) = specifier else { continue };
            let ast::ModuleExportName::Ident(ident) = &specifier.orig else { continue };
            if specifier.is_type_only {
                continue;
            }
            // In a package, being exported is no reason to be compiled.
            let is_package = self.modules[self.module].is_package;
            let is_declared =
                if is_package { self.lookup(&ident.sym).is_some() } else { self.resolve(ident).is_some() };
            if !is_declared && !self.is_type(ident) {
                let span = self.span(ident.span);
                self.report(
                    Diagnostic::error(
                        codes::EXPORT_UNDECLARED,
                        format!("`{}` is exported but not declared", ident.sym),
                    )
                    .primary(span, "nothing of this name at the top level")
                    .help("declare it, or remove it from the export"),
                );
            }
        }
    }

    /// The expression that a resolved name is.
    pub fn resolved_kind(&mut self, resolved: Resolved, span: Span) -> ExprKind {
        match resolved {
            Resolved::Binding(binding) => {
                self.mentioned.insert(binding);
                self.reads.insert(binding);
                ExprKind::Binding(binding)
            }
            Resolved::Property(binding, name) => {
                self.mentioned.insert(binding);
                let object = Box::new(self.read(binding, span));
                ExprKind::Member { object, key: MemberKey::Static(name.as_str().into(), span), optional: false }
            }
            Resolved::Global(name) => ExprKind::Global(name),
            Resolved::ModuleMember(module, name) => {
                let object = Box::new(self.expr(span, ExprKind::Global(module)));
                ExprKind::Member { object, key: MemberKey::Static(name.as_str().into(), span), optional: false }
            }
            Resolved::Undefined => ExprKind::Undefined,
            Resolved::Namespace(module) => self.module_object(module, span).kind,
            Resolved::Error => ExprKind::Error,
        }
    }
}

/// The name in an import or export.
pub(super) fn export_name(name: &ast::ModuleExportName) -> String {
    match name {
        ast::ModuleExportName::Ident(ident) => ident.sym.to_string(),
        ast::ModuleExportName::Str(text) => text_of(text),
    }
}

/// The text of a module specifier.
pub(super) fn text_of(text: &ast::Str) -> String {
    text.value.to_string_lossy().into_owned()
}
