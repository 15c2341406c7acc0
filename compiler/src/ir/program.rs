//! The whole plugin.

use super::{Binding, BindingId, Expr, Function, FunctionId, ModuleId, Stmt};
use crate::base::{FileId, IndexVec, Span};

/// A plugin after lowering.
#[derive(Clone, Debug)]
pub struct Program {
    /// Files in the order in which their bodies run (dependencies first). The last one is the main file.
    pub modules: IndexVec<ModuleId, Module>,
    /// All functions.
    pub functions: IndexVec<FunctionId, Function>,
    /// All bindings.
    pub bindings: IndexVec<BindingId, Binding>,
    /// What the plugin exports.
    pub exports: Exports,
    /// One more than the largest `ExprId`.
    pub expr_count: u32,
    /// All comments, in source order within a file.
    pub comments: Vec<Comment>,
}

/// One file.
#[derive(Clone, Debug)]
pub struct Module {
    /// Its source.
    pub file: FileId,
    /// Path relative to the plugin folder: `index.js`, `lib/rules.ts`, `rates.json`.
    pub path: String,
    /// Author's comments at its head, where they stand before something that leaves no trace, such as an import.
    pub head: Vec<u32>,
    /// Top-level statements, exports and imports already resolved. A JSON module initialises its one synthetic binding.
    pub body: Vec<Stmt>,
    /// Hoisted `var`s and function declarations.
    pub hoisted: Vec<BindingId>,
}

/// A comment of the author.
#[derive(Clone, Debug)]
pub struct Comment {
    /// Place, markers included.
    pub span: Span,
    /// Text without `//`, `/*` and `*/`; may have several lines.
    pub text: String,
    /// It stands behind code on the same line.
    pub trailing: bool,
}

/// Exports after the rules of PostHog's export resolution (exports, default, module.exports, globals) were applied.
#[derive(Clone, Debug, Default)]
pub struct Exports {
    /// Hooks, in PostHog's order of names; each name at most once.
    pub hooks: Vec<HookExport>,
    /// Exported functions that are no hooks, with the places of their names.
    pub others: Vec<(String, Span)>,
    /// Evaluating the module must fail with this message (`export default null`), see plugin semantics 2.3.
    pub load_failure: Option<String>,
}

/// One exported lifecycle function.
#[derive(Clone, Debug)]
pub struct HookExport {
    /// `processEvent`, `setupPlugin`, …
    pub name: String,
    /// What is called.
    pub target: ExportTarget,
    /// Place of the export.
    pub span: Span,
}

/// What a hook name is bound to once the module body has run.
#[derive(Clone, Debug)]
pub enum ExportTarget {
    /// Always this function.
    Function(FunctionId),
    /// A value known only when the module body has run: evaluated right after it, once.
    Value(Expr),
}
