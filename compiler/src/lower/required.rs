//! CommonJS files of packages that run when they are first required. Such a file becomes a function, as Node makes one of it: its names
//! are that function's, `module` and `exports` are variables, and a second call returns what the first left in `module.exports`.
//! Imports of such a file go through the helpers that Babel writes, `interopRequireDefault` and `interopRequireWildcard`.

use swc_ecma_ast as ast;

use super::function::FunctionSource;
use super::lowerer::Lowerer;
use super::module::Resolved;
use super::scope::Name;
use crate::base::{FileId, Span};
use crate::diag::{Diagnostic, codes};
use crate::ir::{
    AssignOp, BinaryOp, BindingId, BindingKind, Expr, ExprKind, FunctionForm, FunctionId, LogicalOp, MemberKey,
    ModuleId, ObjectMember, ObjectMemberKey, Place, Stmt, StmtKind,
};
use crate::load::{ImportKind, PackageProblem};
use crate::parse::ParsedModule;

/// The function and the variables of such a file.
#[derive(Clone, Copy)]
pub(super) struct OnDemand {
    function: FunctionId,
    /// The function's name.
    require: BindingId,
    /// `module`
    module: BindingId,
    /// `exports`
    exports: BindingId,
    /// What `exports` began with, which is `this` at the top level.
    this: BindingId,
    /// Something mentions that `this`.
    uses_this: bool,
}

/// Through which helper of Babel an import goes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Interop {
    /// `import { name }`: none.
    Names,
    /// `import name`
    Default,
    /// `import * as name`
    Namespace,
}

impl Lowerer<'_> {
    /// True if the specifier means a file that is compiled with the plugin, as opposed to a package of the host.
    pub fn names_file(&self, specifier: &str, from: FileId, kind: ImportKind) -> bool {
        super::import::is_local(specifier)
            || (!self.is_host_package(specifier, from, kind)
                && (self.source.mapped(from, specifier).is_some()
                    || self.source.in_package(from, specifier, kind).is_some()))
    }

    /// The file that a specifier means; what is wrong with it is reported.
    pub fn file_of(&mut self, specifier: &str, span: Span, kind: ImportKind) -> Option<FileId> {
        let is_own = self.source.package_of(span.file).is_none();
        if is_own && super::import::is_local(specifier) {
            return self
                .source
                .resolve(span.file, specifier)
                .map_err(|unresolved| self.report(unresolved.diagnostic(specifier, span)))
                .ok();
        }
        if let Some(file) = self.source.mapped(span.file, specifier) {
            return Some(file);
        }
        match self.source.in_package(span.file, specifier, kind) {
            Some(Ok(file)) => Some(file),
            Some(Err(problem)) => {
                let diagnostic = package_problem(problem, specifier, span);
                self.report(diagnostic);
                None
            }
            None => {
                self.refuse_package(specifier, span);
                None
            }
        }
    }

    /// True for a declarator whose initial value runs a file on demand: an ordinary variable.
    pub fn requires_on_demand(&self, declarator: &ast::VarDeclarator) -> bool {
        let Some((from, _)) = super::require::simple_require(declarator) else { return false };
        let file = self.modules[self.module].file;
        matches!(self.source.in_package(file, &super::module::text_of(from), ImportKind::Require), Some(Ok(file))
            if self.graph.runs_on_demand(file))
    }

    /// Declares the function and the variables of the file being declared.
    pub fn declare_on_demand(&mut self) {
        let file = self.modules[self.module].file;
        let end = u32::try_from(self.source.files[file].text.len()).expect("files are limited to far less");
        let span = Span { file, start: 0, end };
        let function = self.reserve_function(span);
        let require = self.binding("require", BindingKind::Function(function), span);
        let [module, exports, this] =
            ["module", "exports", "this"].map(|name| self.binding(name, BindingKind::Var, span));
        self.hoisted().extend([require, module, exports]);
        let at = self.module;
        self.modules[at].on_demand = Some(OnDemand { function, require, module, exports, this, uses_this: false });
        for (name, binding) in [("module", module), ("exports", exports)] {
            self.declare_name(&name.into(), Name::Binding(binding));
        }
    }

    /// The top level's `this` in such a file.
    pub fn on_demand_this(&mut self) -> Option<BindingId> {
        let module = self.module;
        let is_top = self.frames.iter().filter(|frame| !frame.is_arrow).count() == 1;
        let on_demand = self.modules[module].on_demand.as_mut().filter(|_| is_top)?;
        on_demand.uses_this = true;
        Some(on_demand.this)
    }

    /// Lowers such a file: its statements are the body of its function.
    pub fn lower_on_demand(&mut self, parsed: &ParsedModule) {
        let module = self.module;
        let Some(on_demand) = self.modules[module].on_demand else { return };
        let stmts = parsed
            .module
            .body
            .iter()
            .filter_map(|item| match item {
                ast::ModuleItem::Stmt(stmt) => Some(stmt.clone()),
                ast::ModuleItem::ModuleDecl(_) => None,
            })
            // A plugin and all that is part of it runs in sloppy mode.
            .skip_while(is_directive)
            .collect();
        let body = ast::FunctionBody { span: parsed.module.span, stmts };
        let function = ast::Function { span: parsed.module.span, body: Some(body), ..Default::default() };
        let span = self.functions[on_demand.function].span;
        let source = FunctionSource::new("require", FunctionForm::Declaration, &function, span);
        self.lower_function(on_demand.function, source);
        let uses_this = self.modules[module].on_demand.is_some_and(|on_demand| on_demand.uses_this);
        let mut body = self.begin_on_demand(on_demand, uses_this, span);
        body.append(&mut self.functions[on_demand.function].body);
        let result = self.exports_of(on_demand, span);
        body.push(self.stmt(span, StmtKind::Return(Some(result))));
        self.functions[on_demand.function].body = body;
        if uses_this {
            self.hoisted().push(on_demand.this);
        }
        let stmt = self.stmt(span, StmtKind::Function(on_demand.function));
        self.modules[module].body.insert(0, stmt);
    }

    /// `if (module !== undefined) return module.exports; exports = {}; module = { exports };`
    fn begin_on_demand(&mut self, on_demand: OnDemand, uses_this: bool, span: Span) -> Vec<Stmt> {
        let span = Span { end: span.start, ..span };
        let module = Box::new(self.read(on_demand.module, span));
        let undefined = Box::new(self.expr(span, ExprKind::Undefined));
        let test = self.expr(span, ExprKind::Binary { op: BinaryOp::StrictNotEqual, left: module, right: undefined });
        let result = self.exports_of(on_demand, span);
        let then = vec![self.stmt(span, StmtKind::Return(Some(result)))];
        let mut stmts = vec![self.stmt(span, StmtKind::If { test, then, otherwise: None })];
        let object = self.expr(span, ExprKind::Object(Vec::new()));
        stmts.push(self.store(on_demand.exports, object, span));
        if uses_this {
            let exports = self.read(on_demand.exports, span);
            stmts.push(self.store(on_demand.this, exports, span));
        }
        let value = self.read(on_demand.exports, span);
        let member = ObjectMember::Property { key: ObjectMemberKey::Static("exports".into()), value };
        let object = self.expr(span, ExprKind::Object(vec![member]));
        stmts.push(self.store(on_demand.module, object, span));
        stmts
    }

    fn store(&mut self, binding: BindingId, value: Expr, span: Span) -> Stmt {
        self.reassigned.insert(binding);
        let kind =
            ExprKind::Assign { op: AssignOp::Assign, place: Place::Binding(binding, span), value: Box::new(value) };
        let assign = self.expr(span, kind);
        self.stmt(span, StmtKind::Expr(assign))
    }

    fn exports_of(&mut self, on_demand: OnDemand, span: Span) -> Expr {
        let object = Box::new(self.read(on_demand.module, span));
        self.expr(span, ExprKind::Member { object, key: MemberKey::Static("exports".into(), span), optional: false })
    }

    /// `require("…")` of such a file. `None`: the module is of another kind.
    pub fn require_on_demand(&mut self, module: ModuleId, span: Span) -> Option<Expr> {
        let on_demand = self.modules[module].on_demand?;
        self.reads.insert(on_demand.require);
        let callee = Box::new(self.read(on_demand.require, span));
        let kind = ExprKind::Call { callee, arguments: Vec::new(), optional: false, callee_text: "require".to_owned() };
        Some(self.expr(span, kind))
    }

    /// What `imported` of such a file means in the module being lowered.
    pub fn resolve_on_demand(&mut self, module: ModuleId, name: Option<&str>, span: Span) -> Option<Resolved> {
        self.modules[module].on_demand?;
        let (interop, property) = match name {
            None => (Interop::Namespace, None),
            Some("default") => (Interop::Default, Some("default")),
            Some(name) => (Interop::Names, Some(name)),
        };
        let holder = match self.modules[self.module].holders.get(&(module, interop)) {
            Some(holder) => *holder,
            None => self.make_holder(module, interop, span)?,
        };
        self.reads.insert(holder);
        Some(match property {
            Some(name) => Resolved::Property(holder, name.to_owned()),
            None => Resolved::Binding(holder),
        })
    }

    /// The variable that holds the exports of an imported file. It is set before the importing module's own statements run.
    fn make_holder(&mut self, module: ModuleId, interop: Interop, span: Span) -> Option<BindingId> {
        self.modules[module].runs_early = true;
        let name = match interop {
            Interop::Names => "exports",
            Interop::Default => "default_export",
            Interop::Namespace => "namespace",
        };
        let package = self.source.package_of(self.modules[module].file).unwrap_or_default();
        let package = package.rsplit('/').next().unwrap_or_default();
        let holder = self
            .inside(self.module, |lowerer| lowerer.binding(format!("{package}_{name}"), BindingKind::Synthetic, span));
        let at = self.module;
        self.modules[at].holders.insert((module, interop), holder);
        let mut stmts = Vec::new();
        let required = self.require_on_demand(module, span)?;
        let value = if interop == Interop::Names {
            required
        } else {
            let raw = self.inside(at, |lowerer| lowerer.temporary(package, span));
            stmts.push(self.stmt(span, StmtKind::Let { binding: raw, init: Some(required) }));
            self.interop(raw, interop, span)
        };
        stmts.push(self.stmt(span, StmtKind::Let { binding: holder, init: Some(value) }));
        self.modules[at].prologue.extend(stmts);
        Some(holder)
    }

    /// `raw && raw.__esModule ? raw : { default: raw }`, with the other properties of `raw` for a namespace.
    fn interop(&mut self, raw: BindingId, interop: Interop, span: Span) -> Expr {
        let object = Box::new(self.read(raw, span));
        let key = MemberKey::Static("__esModule".into(), span);
        let marker = Box::new(self.expr(span, ExprKind::Member { object, key, optional: false }));
        let left = Box::new(self.read(raw, span));
        let test = Box::new(self.expr(span, ExprKind::Logical { op: LogicalOp::And, left, right: marker }));
        let value = self.read(raw, span);
        let mut members = vec![ObjectMember::Property { key: ObjectMemberKey::Static("default".into()), value }];
        if interop == Interop::Namespace {
            let null = self.expr(span, ExprKind::Null);
            members.insert(0, ObjectMember::Prototype(null));
            let source = Box::new(self.own_properties(raw, span));
            let excluded = vec![MemberKey::Static("default".into(), span)];
            let others = self.expr(span, ExprKind::ObjectRest { source, excluded });
            members.push(ObjectMember::Spread(others));
        }
        let otherwise = Box::new(self.expr(span, ExprKind::Object(members)));
        let then = Box::new(self.read(raw, span));
        self.expr(span, ExprKind::Conditional { test, then, otherwise })
    }

    /// The value itself if it is an object or function, else an object without properties.
    fn own_properties(&mut self, raw: BindingId, span: Span) -> Expr {
        let is = |lowerer: &mut Self, name: &str| {
            let operand = Box::new(lowerer.read(raw, span));
            let left = Box::new(lowerer.expr(span, ExprKind::Unary { op: crate::ir::UnaryOp::Typeof, operand }));
            let right = Box::new(lowerer.expr(span, ExprKind::String(name.into())));
            lowerer.expr(span, ExprKind::Binary { op: BinaryOp::StrictEqual, left, right })
        };
        let (is_object, is_function) = (is(self, "object"), is(self, "function"));
        let kind = ExprKind::Logical { op: LogicalOp::Or, left: Box::new(is_object), right: Box::new(is_function) };
        let test = Box::new(self.expr(span, kind));
        let (left, right) = (Box::new(self.read(raw, span)), Box::new(self.expr(span, ExprKind::Object(Vec::new()))));
        let then = Box::new(self.expr(span, ExprKind::Logical { op: LogicalOp::Or, left, right }));
        let otherwise = Box::new(self.expr(span, ExprKind::Object(Vec::new())));
        self.expr(span, ExprKind::Conditional { test, then, otherwise })
    }

    /// Puts the holders before the module's own statements, and the early run of a file on demand into its body.
    pub fn finish_required(&mut self, module: ModuleId) {
        let mut body = std::mem::take(&mut self.modules[module].prologue);
        body.append(&mut self.modules[module].body);
        if self.modules[module].runs_early
            && let Some(on_demand) = self.modules[module].on_demand
        {
            let span = self.functions[on_demand.function].span;
            if let Some(call) = self.require_on_demand(module, Span { end: span.start, ..span }) {
                body.push(self.stmt(call.span, StmtKind::Expr(call)));
            }
        }
        self.modules[module].body = body;
    }

    /// `require` of a module with `export`s.
    pub fn refuse_require_of_ecma(&mut self, specifier: &str, span: Span) -> Expr {
        self.refuse(
            span,
            Diagnostic::error(codes::UNSUPPORTED_REQUIRE, "`require` of an ES module cannot be compiled")
                .primary(span, format!("`{specifier}` has `export`s"))
                .help(format!("write `import … from \"{specifier}\"`"))
                .note("Node 20 refuses it too: ERR_REQUIRE_ESM"),
        )
    }
}

/// `"use strict"` and the like, where they open a file.
fn is_directive(stmt: &ast::Stmt) -> bool {
    matches!(stmt, ast::Stmt::Expr(stmt) if matches!(&*stmt.expr, ast::Expr::Lit(ast::Lit::Str(_))))
}

/// What is wrong with a specifier that names a package.
fn package_problem(problem: &PackageProblem, specifier: &str, span: Span) -> Diagnostic {
    let error = |title: String| Diagnostic::error(codes::PACKAGE_FILE, title);
    match problem {
        PackageProblem::NoSuchFile { package } => error(format!("`{specifier}` leads to no file of the package"))
            .primary(span, "not found")
            .note(format!("looked in `{package}`, with .js, .json, .cjs and .mjs added, and for index.js"))
            .help("install the package again, or name a file that it has"),
        PackageProblem::NotExported { package, subpath } => error(format!("the package does not export `{specifier}`"))
            .primary(span, "imported here")
            .note(format!("`exports` in `{package}/package.json` has no `{subpath}` for this kind of import"))
            .help("import what the package exports"),
        PackageProblem::NotCode { path } => error(format!("`{path}` is no JavaScript"))
            .primary(span, "imported here")
            .help("a package must bring compiled JavaScript to be part of a plugin"),
        PackageProblem::Unusable { path, why } => why.diagnostic(path).primary(span, "imported here"),
    }
}
