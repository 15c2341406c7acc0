//! The state of lowering and the small operations that everything in this room is built of.

use std::collections::{BTreeMap, BTreeSet};

use super::module::ModuleState;
use super::package_graph::PackageGraph;
use super::scope::{FunctionFrame, ScopeFrame};
use crate::base::{FileId, IndexVec, Span};
use crate::diag::{Diagnostic, Reporter};
use crate::ir::{
    Binding, BindingId, BindingKind, Comment, Expr, ExprId, ExprKind, Function, FunctionId, LabelId, ModuleId, Scope,
    Stmt, StmtKind,
};
use crate::load::PluginSource;
use crate::parse::span_of;

/// Lowers one plugin.
pub(super) struct Lowerer<'s> {
    /// The plugin's files.
    pub source: &'s PluginSource,
    /// What is known about the files of packages.
    pub graph: PackageGraph,
    /// Where problems go.
    pub reporter: &'s mut Reporter,
    /// All functions; a placeholder until the function was lowered.
    pub functions: IndexVec<FunctionId, Function>,
    /// All bindings.
    pub bindings: IndexVec<BindingId, Binding>,
    /// All comments, file by file.
    pub comments: Vec<Comment>,
    /// All modules, in the order in which they were first needed.
    pub modules: IndexVec<ModuleId, ModuleState>,
    /// The module of a file.
    pub by_file: BTreeMap<FileId, ModuleId>,
    /// The module being lowered.
    pub module: ModuleId,
    /// Scopes within the module, innermost last. The module's own names are in its [`ModuleState`].
    pub scopes: Vec<ScopeFrame>,
    /// Functions around the current place, innermost last.
    pub frames: Vec<FunctionFrame>,
    /// Nothing that can be observed runs before the expression being lowered, and it is sure to run: a local module that it
    /// requires may as well run before the whole file.
    pub runs_first: bool,
    /// Reads of names that nobody declares, with their places.
    pub global_reads: Vec<(String, Span)>,
    /// Names that nobody declares and something assigns: implicit globals.
    pub global_writes: BTreeSet<String>,
    /// Bindings that something assigns after their declaration.
    pub reassigned: BTreeSet<BindingId>,
    /// Bindings whose declaration gives them this function.
    pub initial_functions: BTreeMap<BindingId, FunctionId>,
    /// Bindings that something mentions by name.
    pub mentioned: BTreeSet<BindingId>,
    /// Bindings that something reads.
    pub reads: BTreeSet<BindingId>,
    /// Variables that functions in blocks make of their function (Annex B.3.2).
    pub block_function_vars: BTreeSet<BindingId>,
    /// Static property names that are assigned on an object in a binding.
    pub member_writes: BTreeSet<(BindingId, String)>,
    /// Enums whose object exists: a further declaration adds to it.
    pub made_enums: BTreeSet<BindingId>,
    /// Constant members of enums, by binding of the enum: inlined where the enum is `const`.
    pub const_enums: BTreeMap<BindingId, BTreeMap<String, ExprKind>>,
    /// Methods that say `super.…`.
    pub super_users: BTreeSet<FunctionId>,
    /// The bindings of the classes around the current place.
    pub classes_around: Vec<BindingId>,
    /// Private names that may be said here, innermost class last.
    pub private_scopes: Vec<super::private::PrivateNames>,
    /// Parameters that are properties, of the constructor whose `super(…)` comes next.
    pub parameter_properties: Vec<swc_atoms::Atom>,
    expr_count: u32,
    label_count: u32,
    template_count: u32,
}

impl<'s> Lowerer<'s> {
    /// A lowerer that has not seen anything.
    pub fn new(source: &'s PluginSource, reporter: &'s mut Reporter) -> Self {
        Self {
            source,
            graph: PackageGraph::new(source),
            reporter,
            functions: IndexVec::new(),
            bindings: IndexVec::new(),
            comments: Vec::new(),
            modules: IndexVec::new(),
            by_file: BTreeMap::new(),
            module: ModuleId(0),
            scopes: Vec::new(),
            frames: Vec::new(),
            runs_first: false,
            global_reads: Vec::new(),
            global_writes: BTreeSet::new(),
            reassigned: BTreeSet::new(),
            initial_functions: BTreeMap::new(),
            mentioned: BTreeSet::new(),
            reads: BTreeSet::new(),
            block_function_vars: BTreeSet::new(),
            member_writes: BTreeSet::new(),
            made_enums: BTreeSet::new(),
            const_enums: BTreeMap::new(),
            super_users: BTreeSet::new(),
            classes_around: Vec::new(),
            private_scopes: Vec::new(),
            parameter_properties: Vec::new(),
            expr_count: 0,
            label_count: 0,
            template_count: 0,
        }
    }

    /// Reports a problem.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        // Nobody can follow advice about a package.
        let file = self.modules.ids().any(|id| id == self.module).then(|| self.modules[self.module].file);
        if diagnostic.severity == crate::diag::Severity::Warning
            && file.is_some_and(|file| self.source.package_of(file).is_some())
        {
            return;
        }
        self.reporter.report(diagnostic);
    }

    /// The place of a node of the module being lowered.
    pub fn span(&self, span: swc_common::Span) -> Span {
        span_of(self.modules[self.module].file, span)
    }

    /// A new expression.
    pub fn expr(&mut self, span: Span, kind: ExprKind) -> Expr {
        let id = ExprId(self.expr_count);
        self.expr_count += 1;
        Expr { id, span, kind }
    }

    /// What stands where something was refused.
    pub fn error(&mut self, span: Span) -> Expr {
        self.expr(span, ExprKind::Error)
    }

    /// Reports a problem of an expression and poisons it.
    pub fn refuse(&mut self, span: Span, diagnostic: Diagnostic) -> Expr {
        self.report(diagnostic);
        self.error(span)
    }

    /// One more than the largest expression id so far.
    pub fn expr_count(&self) -> u32 {
        self.expr_count
    }

    /// A new jump target.
    pub fn label(&mut self) -> LabelId {
        self.label_count += 1;
        LabelId(self.label_count - 1)
    }

    /// The number of a new tagged template.
    pub fn next_template(&mut self) -> u32 {
        self.template_count += 1;
        self.template_count - 1
    }

    /// A new binding, owned by the function or module being lowered.
    pub fn binding(&mut self, name: impl Into<String>, kind: BindingKind, span: Span) -> BindingId {
        let scope = self.owner();
        self.bindings.push(Binding { name: name.into(), kind, scope, span })
    }

    /// A temporary that holds `what`.
    pub fn temporary(&mut self, what: impl Into<String>, span: Span) -> BindingId {
        self.binding(what, BindingKind::Temp, span)
    }

    /// The function or module being lowered.
    pub fn owner(&self) -> Scope {
        self.frames.last().map_or(Scope::Module(self.module), |frame| Scope::Function(frame.id))
    }

    /// A read of a binding.
    pub fn read(&mut self, binding: BindingId, span: Span) -> Expr {
        self.expr(span, ExprKind::Binding(binding))
    }

    /// A statement without comments.
    pub fn stmt(&self, span: Span, kind: StmtKind) -> Stmt {
        Stmt { span, kind, comments: Vec::new() }
    }
}
