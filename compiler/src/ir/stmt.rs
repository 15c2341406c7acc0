//! Statements.

use super::{BindingId, Expr, FunctionId, Message};
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
    Let {
        /// The variable.
        binding: BindingId,
        /// Its value.
        init: Option<Expr>,
    },
    /// Where a function declaration stands in source. Its binding is initialised when its scope is entered (hoisting).
    Function(FunctionId),
    /// `return value`
    Return(Option<Expr>),
    /// `if`
    If {
        /// The condition.
        test: Expr,
        /// If it is truthy.
        then: Vec<Stmt>,
        /// `else`
        otherwise: Option<Vec<Stmt>>,
    },
    /// `switch`: cases in order, fallthrough kept.
    Switch {
        /// Target of `break`.
        label: LabelId,
        /// What the cases are compared with, by `===`.
        discriminant: Expr,
        /// The cases. Together they are one scope.
        cases: Vec<SwitchCase>,
    },
    /// `while (test) body`
    While {
        /// Label and place.
        header: LoopHeader,
        /// The condition.
        test: Expr,
        /// The body.
        body: Vec<Stmt>,
    },
    /// `do body while (test)`
    DoWhile {
        /// Label and place.
        header: LoopHeader,
        /// The body.
        body: Vec<Stmt>,
        /// The condition.
        test: Expr,
    },
    /// `for (init; test; update) body`
    For {
        /// Label and place.
        header: LoopHeader,
        /// Before the loop.
        init: ForInit,
        /// The condition; absent: for ever.
        test: Option<Expr>,
        /// After each iteration.
        update: Option<Expr>,
        /// The body.
        body: Vec<Stmt>,
    },
    /// `for (item of iterable) body`. Patterns and assignment heads are desugared into the first statements of `body`.
    ForOf {
        /// Label and place.
        header: LoopHeader,
        /// The item: a fresh variable in each iteration, or a temporary.
        item: BindingId,
        /// What is iterated.
        iterable: Expr,
        /// Thrown as a TypeError when it cannot be.
        not_iterable: Message,
        /// `for await`
        is_await: bool,
        /// The body.
        body: Vec<Stmt>,
    },
    /// `for (key in object) body`
    ForIn {
        /// Label and place.
        header: LoopHeader,
        /// The key: a fresh variable in each iteration, or a temporary.
        key: BindingId,
        /// Whose keys.
        object: Expr,
        /// The body.
        body: Vec<Stmt>,
    },
    /// `{ … }`: a scope. Function declarations stand first.
    Block(Vec<Stmt>),
    /// What one source statement became: no scope, its bindings are visible after it.
    Group(Vec<Stmt>),
    /// `label: statement` where the statement is no loop.
    Labeled {
        /// Target of `break`.
        label: LabelId,
        /// The label's name in source.
        name: String,
        /// The statement.
        body: Vec<Stmt>,
    },
    /// `break`, `break label`
    Break(LabelId),
    /// `continue`, `continue label`
    Continue(LabelId),
    /// `throw value`
    Throw(Expr),
    /// `try`
    Try {
        /// What may throw.
        block: Vec<Stmt>,
        /// `catch`
        catch: Option<CatchClause>,
        /// `finally`
        finally: Option<Vec<Stmt>>,
    },
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
    Stmts {
        /// The declarations, or one expression.
        stmts: Vec<Stmt>,
        /// Bindings of which each iteration has its own copy.
        per_iteration: Vec<BindingId>,
    },
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
