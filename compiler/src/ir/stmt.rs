//! Statements.

use super::{BindingId, Expr, FunctionId};
use crate::base::Span;

crate::define_ids! {
    /// A target of `break` and `continue`: every loop, switch and labelled statement that is jumped to has one.
    LabelId;
}

/// A statement with its place and the author's comments before it.
#[derive(Clone, Debug)]
pub struct Stmt {
    /// Place in source.
    pub span: Span,
    /// What it is.
    pub kind: StmtKind,
    /// Indices into `Program::comments` of the comments right before this statement (and, as the last ones, behind it on its line).
    pub comments: Vec<u32>,
}

/// The closed set of statements.
#[derive(Clone, Debug)]
pub enum StmtKind {
    /// An expression for its effects.
    Expr(Expr),
    /// A declaration: `let x = init`, a `const`, a `var` with initialiser, or a temporary. `None`: `let x;` (undefined).
    Let { binding: BindingId, init: Option<Expr> },
    /// Where a function declaration stands in source. Its binding is initialised when its scope is entered (hoisting).
    Function(FunctionId),
    /// `return value`
    Return(Option<Expr>),
    /// `if`
    If { test: Expr, then: Vec<Stmt>, otherwise: Option<Vec<Stmt>> },
    /// `switch`: cases in order, fallthrough kept.
    Switch { label: LabelId, discriminant: Expr, cases: Vec<SwitchCase> },
    /// `while (test) body`
    While { header: LoopHeader, test: Expr, body: Vec<Stmt> },
    /// `do body while (test)`
    DoWhile { header: LoopHeader, body: Vec<Stmt>, test: Expr },
    /// `for (init; test; update) body`
    For { header: LoopHeader, init: ForInit, test: Option<Expr>, update: Option<Expr>, body: Vec<Stmt> },
    /// `for (item of iterable) body`. Patterns and assignment heads are desugared into the first statements of `body`.
    ForOf { header: LoopHeader, item: BindingId, iterable: Expr, callee_text: String, body: Vec<Stmt> },
    /// `for (key in object) body`
    ForIn { header: LoopHeader, key: BindingId, object: Expr, body: Vec<Stmt> },
    /// `{ … }`; also groups what one source statement became (then `span` is that statement's).
    Block(Vec<Stmt>),
    /// `label: statement` where the statement is no loop.
    Labeled { label: LabelId, body: Vec<Stmt> },
    /// `break`, `break label`
    Break(LabelId),
    /// `continue`, `continue label`
    Continue(LabelId),
    /// `throw value`
    Throw(Expr),
    /// `try`
    Try { block: Vec<Stmt>, catch: Option<CatchClause>, finally: Option<Vec<Stmt>> },
    /// A diagnostic was reported here.
    Error,
}

/// What all loops share.
#[derive(Clone, Debug)]
pub struct LoopHeader {
    /// Target of `break` and `continue`.
    pub label: LabelId,
    /// The label's name in source, if it has one.
    pub name: Option<String>,
    /// The loop keyword: the loop guard's message names its line and column.
    pub span: Span,
}

/// The head of a C-style `for`.
#[derive(Clone, Debug)]
pub enum ForInit {
    /// `for (;…)`
    None,
    /// Statements (declarations or an expression) run once. `per_iteration`: `let` bindings that closures see afresh each time.
    Stmts { stmts: Vec<Stmt>, per_iteration: Vec<BindingId> },
}

/// One `case` or `default`.
#[derive(Clone, Debug)]
pub struct SwitchCase {
    /// `None` for `default`.
    pub test: Option<Expr>,
    /// Statements up to the next case.
    pub body: Vec<Stmt>,
    /// Place in source.
    pub span: Span,
}

/// `catch (binding) body`
#[derive(Clone, Debug)]
pub struct CatchClause {
    /// The caught value; patterns are desugared into the body.
    pub binding: Option<BindingId>,
    /// The body.
    pub body: Vec<Stmt>,
}
