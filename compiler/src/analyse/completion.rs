//! Whether control can reach the end of statements.

use crate::ir::{ExprKind, LabelId, Stmt, StmtKind};

/// The end of `stmts` may be reached. Errs on the side of `true`.
#[must_use]
pub fn completes_normally(stmts: &[Stmt]) -> bool {
    stmts.iter().all(stmt_completes)
}

/// Control may go on behind the statement.
#[must_use]
pub fn stmt_completes(stmt: &Stmt) -> bool {
    match &stmt.kind {
        StmtKind::Return(_) | StmtKind::Throw(_) | StmtKind::Break(_) | StmtKind::Continue(_) => false,
        StmtKind::Expr(_) | StmtKind::Let { .. } | StmtKind::Function(_) | StmtKind::Error => true,
        StmtKind::If { test: _, then, otherwise } => {
            completes_normally(then) || otherwise.as_ref().is_none_or(|otherwise| completes_normally(otherwise))
        }
        StmtKind::Switch { label, discriminant: _, cases } => {
            cases.iter().all(|case| case.test.is_some())
                || cases.last().is_none_or(|last| completes_normally(&last.body))
                || cases.iter().any(|case| breaks(&case.body, *label))
        }
        StmtKind::While { header, test, body } => !is_true(test) || breaks(body, header.label),
        StmtKind::DoWhile { header, body, test: _ } => completes_normally(body) || jumps(body, header.label),
        StmtKind::For { header, init: _, test, update: _, body } => {
            test.as_ref().is_some_and(|test| !is_true(test)) || breaks(body, header.label)
        }
        StmtKind::ForOf { .. } | StmtKind::ForIn { .. } => true,
        StmtKind::Block(body) | StmtKind::Group(body) => completes_normally(body),
        StmtKind::Labeled { label, name: _, body } => completes_normally(body) || breaks(body, *label),
        StmtKind::Try { block, catch, finally } => {
            finally.as_ref().is_none_or(|finally| completes_normally(finally))
                && (completes_normally(block) || catch.as_ref().is_some_and(|catch| completes_normally(&catch.body)))
        }
    }
}

fn is_true(test: &crate::ir::Expr) -> bool {
    matches!(test.kind, ExprKind::Bool(true))
}

/// Some statement in `stmts` breaks out of `label`.
#[must_use]
pub fn breaks(stmts: &[Stmt], label: LabelId) -> bool {
    any(stmts, &mut |stmt| matches!(stmt.kind, StmtKind::Break(target) if target == label))
}

/// Some statement in `stmts` continues `label`.
#[must_use]
pub fn continues(stmts: &[Stmt], label: LabelId) -> bool {
    any(stmts, &mut |stmt| matches!(stmt.kind, StmtKind::Continue(target) if target == label))
}

fn jumps(stmts: &[Stmt], label: LabelId) -> bool {
    breaks(stmts, label) || continues(stmts, label)
}

/// Some statement in `stmts`, at any depth, is as asked. Functions in expressions are not entered.
pub fn any(stmts: &[Stmt], found: &mut impl FnMut(&Stmt) -> bool) -> bool {
    stmts.iter().any(|stmt| {
        found(stmt)
            || match &stmt.kind {
                StmtKind::Expr(_)
                | StmtKind::Let { .. }
                | StmtKind::Function(_)
                | StmtKind::Return(_)
                | StmtKind::Break(_)
                | StmtKind::Continue(_)
                | StmtKind::Throw(_)
                | StmtKind::Error => false,
                StmtKind::If { test: _, then, otherwise } => {
                    any(then, found) || otherwise.as_ref().is_some_and(|otherwise| any(otherwise, found))
                }
                StmtKind::Switch { label: _, discriminant: _, cases } => {
                    cases.iter().any(|case| any(&case.body, found))
                }
                StmtKind::While { body, .. }
                | StmtKind::DoWhile { body, .. }
                | StmtKind::For { body, .. }
                | StmtKind::ForOf { body, .. }
                | StmtKind::ForIn { body, .. }
                | StmtKind::Block(body)
                | StmtKind::Group(body)
                | StmtKind::Labeled { body, .. } => any(body, found),
                StmtKind::Try { block, catch, finally } => {
                    any(block, found)
                        || catch.as_ref().is_some_and(|catch| any(&catch.body, found))
                        || finally.as_ref().is_some_and(|finally| any(finally, found))
                }
            }
    })
}
