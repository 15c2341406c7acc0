//! Functions in blocks also make a variable of the function around (Annex B.3.2). Where nothing uses that variable,
//! the assignments to it go, so that ordinary code is not cluttered.

use super::lowerer::Lowerer;
use crate::ir::{BindingId, ExprKind, Place, Stmt, StmtKind};

impl Lowerer<'_> {
    /// Removes such assignments from a body if nothing reads the variable, and the variables from the hoisted ones.
    pub fn prune_block_functions(&mut self, body: &mut Vec<Stmt>) {
        let is_module = self.frames.is_empty();
        let hoisted = self.hoisted().clone();
        let unused: Vec<BindingId> = hoisted
            .into_iter()
            .filter(|binding| {
                self.block_function_vars.contains(binding)
                    && !self.reads.contains(binding)
                    && !self.reassigned.contains(binding)
                    // At the top level it is a property of the global object, where PostHog looks for hooks.
                    && (!is_module || prickle_spec::hooks::hook_named(&self.bindings[*binding].name).is_none())
            })
            .collect();
        if !unused.is_empty() {
            self.hoisted().retain(|binding| !unused.contains(binding));
            prune(body, &unused);
        }
    }
}

fn prune(body: &mut Vec<Stmt>, unused: &[BindingId]) {
    body.retain_mut(|stmt| match &mut stmt.kind {
        StmtKind::Expr(value) => !matches!(&value.kind, ExprKind::Assign { place: Place::Binding(binding, _), .. }
            if unused.contains(binding)),
        StmtKind::Group(stmts) => {
            prune(stmts, unused);
            !stmts.is_empty() || !stmt.comments.is_empty()
        }
        StmtKind::Block(stmts) | StmtKind::Labeled { body: stmts, .. } => {
            prune(stmts, unused);
            true
        }
        StmtKind::If { then, otherwise, .. } => {
            prune(then, unused);
            if let Some(otherwise) = otherwise {
                prune(otherwise, unused);
            }
            true
        }
        StmtKind::Switch { cases, .. } => {
            for case in cases {
                prune(&mut case.body, unused);
            }
            true
        }
        StmtKind::While { body, .. }
        | StmtKind::DoWhile { body, .. }
        | StmtKind::For { body, .. }
        | StmtKind::ForOf { body, .. }
        | StmtKind::ForIn { body, .. } => {
            prune(body, unused);
            true
        }
        StmtKind::Try { block, catch, finally } => {
            prune(block, unused);
            if let Some(catch) = catch {
                prune(&mut catch.body, unused);
            }
            if let Some(finally) = finally {
                prune(finally, unused);
            }
            true
        }
        StmtKind::Let { .. }
        | StmtKind::Function(_)
        | StmtKind::Return(_)
        | StmtKind::Break(_)
        | StmtKind::Continue(_)
        | StmtKind::Throw(_)
        | StmtKind::Error => true,
    });
}
