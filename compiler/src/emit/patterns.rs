//! Array patterns: the steps that lowering made of `const [a, b] = list`, as one Rust pattern where nothing stands between them.

use super::body::Body;
use super::code::Repr;
use crate::analyse::Storage;
use crate::ir::{BindingId, BindingKind, Expr, ExprKind, Stmt, StmtKind};
use proc_macro2::TokenStream;
use quote::quote;

impl Body<'_> {
    /// A pattern at the start of `stmts`, and how many of them it is.
    pub fn array_pattern(&mut self, stmts: &[Stmt]) -> Option<(TokenStream, usize)> {
        let (first, rest) = stmts.split_first()?;
        let StmtKind::Let { binding: iterator, init: Some(open) } = &first.kind else { return None };
        let ExprKind::IteratorOpen { value, not_iterable } = &open.kind else { return None };
        let names: Vec<Option<BindingId>> = rest.iter().map_while(|stmt| self.step(stmt, *iterator)).collect();
        let reads = self.krate.facts.bindings[*iterator].reads as usize;
        let is_closed = rest.get(names.len()).is_some_and(|stmt| match &stmt.kind {
            StmtKind::Expr(expr) => matches!(expr.kind, ExprKind::IteratorClose(of) if of == *iterator),
            _ => false,
        });
        if names.is_empty() || !is_closed || names.len() + 1 != reads {
            return None;
        }
        let patterns: Vec<TokenStream> = names
            .iter()
            .map(|binding| {
                let Some(binding) = *binding else { return quote!(_) };
                let name = self.name(binding);
                match self.krate.facts.bindings[binding] {
                    ref facts if facts.storage == Storage::Unused => quote!(_),
                    ref facts if facts.writes > 0 => quote!(mut #name),
                    _ => quote!(#name),
                }
            })
            .collect();
        let (value, iterate) = (self.expr(value).receiver(), self.worded("iterate", not_iterable));
        Some((quote!(let [#(#patterns),*] = #value.#iterate(cx)?.first()?;), names.len() + 2))
    }

    /// The variable that a statement declares as the next item of the iterator; `Some(None)` if it skips the item.
    fn step(&self, stmt: &Stmt, iterator: BindingId) -> Option<Option<BindingId>> {
        if let StmtKind::Expr(Expr { kind: ExprKind::IteratorNext(of), .. }) = &stmt.kind {
            // An iterator of the program could tell that the value of a hole is not read.
            let could_tell = self.krate.facts.features.closable_iterators;
            return (*of == iterator && !could_tell && stmt.comments.is_empty()).then_some(None);
        }
        let StmtKind::Let { binding, init: Some(Expr { kind: ExprKind::IteratorNext(of), .. }) } = &stmt.kind else {
            return None;
        };
        let facts = &self.krate.facts.bindings[*binding];
        let is_plain = matches!(facts.storage, Storage::Local | Storage::Unused)
            && self.krate.program.bindings[*binding].kind != BindingKind::Var
            && self.repr(*binding) == Repr::Value
            && stmt.comments.is_empty();
        (*of == iterator && is_plain).then_some(Some(*binding))
    }
}
