//! `try`, `catch`, `finally`: the block is a closure whose `Result` says how it ended.

use super::body::{AttemptMode, Body, Frame, Jump, Tail};
use super::code::{Code, Repr};
use crate::analyse::{Storage, Visitor, any, completes_normally, walk_expr, walk_stmt};
use crate::ir::{BindingId, CatchClause, Expr, ExprKind, LabelId, Stmt, StmtKind};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

/// What happens to the result of a block.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    /// Its value is looked at.
    Matched,
    /// `finally` replaces it.
    Discarded,
}

impl Body<'_> {
    /// `try block catch finally`
    pub fn try_(
        &mut self,
        block: &[Stmt],
        catch: Option<&CatchClause>,
        finally: Option<&[Stmt]>,
        tail: Tail,
    ) -> TokenStream {
        match (catch, finally) {
            (Some(catch), None) => self.try_catch(block, catch, tail),
            (catch, Some(finally)) => self.try_finally(block, catch, finally, tail),
            (None, None) => self.stmts(block, tail),
        }
    }

    fn try_catch(&mut self, block: &[Stmt], catch: &CatchClause, tail: Tail) -> TokenStream {
        let (attempt, mode, jumps) = self.attempt(&[block], Use::Matched, |this, tail| this.stmts(block, tail));
        let completes = completes_normally(block) || completes_normally(&catch.body);
        let catch_tail = if completes || mode != AttemptMode::Direct { Tail::Nothing } else { tail };
        let (pattern, handler) = self.catch(catch, catch_tail);
        let code = match mode {
            AttemptMode::Plain if handler.is_empty() => quote!(let _ = #attempt?;),
            AttemptMode::Plain => match pattern {
                Some(pattern) => quote!(if let Err(#pattern) = #attempt? { #handler }),
                None => quote!(if #attempt?.is_err() { #handler }),
            },
            AttemptMode::Direct => {
                let pattern = pattern.unwrap_or_else(|| quote!(_));
                let value = Self::ident("value");
                let returned = self.leave(Code::new(self.result, quote!(#value)), catch_tail);
                let arm = if self.result == Repr::Unit { quote!(()) } else { quote!(#value) };
                quote!(match #attempt? { Ok(#arm) => { #returned } Err(#pattern) => { #handler } })
            }
            AttemptMode::Flow => {
                let pattern = pattern.unwrap_or_else(|| quote!(_));
                let arms = self.flow_arms(&jumps, &[block]);
                quote!(match #attempt? { #arms Err(#pattern) => { #handler } })
            }
        };
        // One of the two always leaves, which rustc cannot see.
        let end = if completes || mode == AttemptMode::Direct && catch_tail == tail {
            TokenStream::new()
        } else {
            self.end(tail)
        };
        quote!(#code #end)
    }

    fn try_finally(
        &mut self,
        block: &[Stmt],
        catch: Option<&CatchClause>,
        finally: &[Stmt],
        tail: Tail,
    ) -> TokenStream {
        let use_ = if completes_normally(finally) { Use::Matched } else { Use::Discarded };
        let mut parts = vec![block];
        parts.extend(catch.map(|catch| catch.body.as_slice()));
        let (attempt, mode, jumps) = self.attempt(&parts, use_, |this, tail| match catch {
            Some(catch) => {
                let mut code = this.try_catch(block, catch, tail);
                if completes_normally(block) || completes_normally(&catch.body) {
                    code.extend(this.end(tail));
                }
                code
            }
            None => this.stmts(block, tail),
        });
        let completion = self.fresh("completion");
        if !completes_normally(finally) {
            // Its own `return`, `throw` or jump replaces whatever the block did.
            let finally = self.stmts(finally, tail);
            return quote!(let _ = #attempt?; #finally);
        }
        let last = self.stmts(finally, Tail::Nothing);
        let rest = match mode {
            AttemptMode::Plain => {
                let completes = parts.iter().any(|part| completes_normally(part));
                let end = if completes { TokenStream::new() } else { self.end(tail) };
                quote!(if let Err(error) = #completion { return throw(cx, error); } #end)
            }
            AttemptMode::Direct => {
                let value = Self::ident("value");
                let returned = self.leave(Code::new(self.result, quote!(#value)), tail);
                let arm = if self.result == Repr::Unit { quote!(()) } else { quote!(#value) };
                let thrown = match tail {
                    Tail::Nothing => quote!(return throw(cx, error)),
                    Tail::Result | Tail::Attempt => quote!(throw(cx, error)),
                };
                quote!(match #completion { Ok(#arm) => { #returned } Err(error) => #thrown })
            }
            AttemptMode::Flow => {
                let arms = self.flow_arms(&jumps, &parts);
                let completes = parts.iter().any(|part| completes_normally(part));
                let end = if completes { TokenStream::new() } else { self.end(tail) };
                quote!(match #completion { #arms Err(error) => return throw(cx, error) } #end)
            }
        };
        quote!(let #completion = #attempt?; #last #rest)
    }

    /// One round of a `for await`.
    pub fn awaited_round(&mut self, item: BindingId, raw: &Ident, open: &Ident, body: &[Stmt]) -> TokenStream {
        let (attempt, mode, jumps) = self.attempt(&[body], Use::Matched, |this, tail| {
            let facts = &this.krate.facts.bindings[item];
            let is_used = facts.reads > 0 || facts.writes > 0;
            let start = if is_used { this.declare(item, Code::value(quote!(#raw))) } else { TokenStream::new() };
            let stmts = this.stmts(body, tail);
            quote!(guard.check(cx)?; #start #stmts)
        });
        let thrown = quote!(return Err(#open.close_after(cx, error).await));
        match mode {
            AttemptMode::Plain => quote!(if let Err(error) = #attempt? { #thrown; }),
            AttemptMode::Direct => {
                let value = Self::ident("value");
                let returned = self.leave(Code::new(self.result, quote!(#value)), Tail::Nothing);
                quote!(match #attempt? { Ok(#value) => { #returned } Err(error) => #thrown })
            }
            AttemptMode::Flow => {
                let arms = self.flow_arms(&jumps, &[body]);
                quote!(match #attempt? { #arms Err(error) => #thrown })
            }
        }
    }

    /// The closure of a block: an expression of type `JsResult<Result<…, Value>>`.
    fn attempt(
        &mut self,
        parts: &[&[Stmt]],
        use_: Use,
        write: impl FnOnce(&mut Self, Tail) -> TokenStream,
    ) -> (TokenStream, AttemptMode, Vec<Jump>) {
        let returns = parts.iter().any(|part| self.returns_or_yields(part));
        let jumps = parts.iter().any(|part| jumps_out(part));
        let completes = parts.iter().any(|part| completes_normally(part));
        let mode = match (returns, jumps, completes) {
            (false, false, _) => AttemptMode::Plain,
            (true, false, false) => AttemptMode::Direct,
            _ => AttemptMode::Flow,
        };
        let suspends = parts.iter().any(|part| self.suspends(part));
        self.frames.push(Frame::Attempt { mode, jumps: Vec::new() });
        let tail = if mode == AttemptMode::Direct { Tail::Result } else { Tail::Attempt };
        let inner = write(self, tail);
        let jumps = match self.frames.pop() {
            Some(Frame::Attempt { jumps, .. }) => jumps,
            Some(Frame::Loop { .. } | Frame::Block { .. } | Frame::Round) | None => Vec::new(),
        };
        // Rust learns the type from `Ok(…)` and from the use of the result, where there are such.
        let ty = match mode {
            AttemptMode::Plain if !completes => Some(quote!(::<()>)),
            // Its jumps stand where nothing gets.
            AttemptMode::Flow if !completes && !returns && jumps.is_empty() => Some(quote!(::<Flow>)),
            AttemptMode::Direct if use_ == Use::Discarded => {
                let ty = self.result.bare_ty();
                Some(quote!(::<#ty>))
            }
            AttemptMode::Plain | AttemptMode::Direct | AttemptMode::Flow => None,
        };
        let code = if suspends {
            quote!(attempt_async #ty (async { #inner }).await)
        } else {
            quote!(attempt #ty (|| { #inner }))
        };
        (code, mode, jumps)
    }

    /// Leaves the function with a value that a `try` block returned.
    fn leave(&mut self, value: Code, tail: Tail) -> TokenStream {
        let open = self.closings();
        let tail = if open.is_empty() { tail } else { Tail::Nothing };
        let result = match self.attempt_mode() {
            Some(AttemptMode::Flow) => {
                let value = value.into_value();
                quote!(Ok(Flow::Return(#value)))
            }
            Some(AttemptMode::Plain | AttemptMode::Direct) | None => match self.result {
                Repr::Unit => quote!(Ok(())),
                result => {
                    let value = value.coerce(result);
                    quote!(Ok(#value))
                }
            },
        };
        match tail {
            Tail::Nothing => quote!(#(#open)* return #result;),
            Tail::Result | Tail::Attempt => result,
        }
    }

    /// The statements may end the function, be it that the caller of a generator wants it to end at a `yield`.
    pub fn returns_or_yields(&self, stmts: &[Stmt]) -> bool {
        struct Yields(bool);
        impl Visitor for Yields {
            fn expr(&mut self, expr: &Expr) {
                self.0 |= matches!(expr.kind, ExprKind::Yield(_) | ExprKind::YieldFrom { .. });
                walk_expr(self, expr);
            }
        }
        let mut yields = Yields(false);
        yields.stmts(stmts);
        yields.0 || any(stmts, &mut |stmt| matches!(stmt.kind, StmtKind::Return(_)))
    }

    /// The arms of the ways in which a block ended that are no exceptions.
    fn flow_arms(&mut self, jumps: &[Jump], parts: &[&[Stmt]]) -> TokenStream {
        let mut arms = TokenStream::new();
        let returns = parts.iter().any(|part| self.returns_or_yields(part));
        if returns {
            let value = Self::ident("value");
            let left = self.leave(Code::value(quote!(#value)), Tail::Nothing);
            let arm = if self.result == Repr::Unit && self.attempt_mode() != Some(AttemptMode::Flow) {
                quote!(_)
            } else {
                quote!(#value)
            };
            arms.extend(quote!(Ok(Flow::Return(#arm)) => { #left }));
        }
        for (number, jump) in jumps.iter().enumerate() {
            let number = Literal::usize_unsuffixed(number);
            let code = match jump {
                Jump::Break(label) => self.break_(*label),
                Jump::Continue(label) => self.continue_(*label),
            };
            arms.extend(quote!(Ok(Flow::Break(#number)) => { #code }));
        }
        arms.extend(quote!(Ok(_) => {}));
        arms
    }

    /// The pattern for the caught value, and the handler.
    fn catch(&mut self, catch: &CatchClause, tail: Tail) -> (Option<TokenStream>, TokenStream) {
        let Some(binding) = catch.binding.filter(|binding| self.storage(*binding) != Storage::Unused) else {
            return (None, self.stmts(&catch.body, tail));
        };
        let facts = &self.krate.facts.bindings[binding];
        if facts.storage == Storage::Local && facts.writes == 0 {
            let name = self.name(binding);
            return (Some(quote!(#name)), self.stmts(&catch.body, tail));
        }
        let declared = self.declare(binding, Code::value(quote!(error)));
        let body = self.stmts(&catch.body, tail);
        (Some(quote!(error)), quote!(#declared #body))
    }

    /// Something in the statements waits for the host.
    fn suspends(&self, stmts: &[Stmt]) -> bool {
        struct Finder<'a, 'b>(&'a Body<'b>, bool);
        impl Visitor for Finder<'_, '_> {
            fn stmt(&mut self, stmt: &Stmt) {
                self.1 |= matches!(stmt.kind, StmtKind::ForOf { is_await: true, .. });
                walk_stmt(self, stmt);
            }
            fn expr(&mut self, expr: &Expr) {
                self.1 |= self.0.call_suspends(expr);
                walk_expr(self, expr);
            }
        }
        let mut finder = Finder(self, false);
        finder.stmts(stmts);
        finder.1
    }
}

/// A `break` or `continue` in the statements has its target outside of them.
fn jumps_out(stmts: &[Stmt]) -> bool {
    let mut inside: Vec<LabelId> = Vec::new();
    any(stmts, &mut |stmt| {
        match &stmt.kind {
            StmtKind::Switch { label, .. } | StmtKind::Labeled { label, .. } => inside.push(*label),
            StmtKind::While { header, .. }
            | StmtKind::DoWhile { header, .. }
            | StmtKind::For { header, .. }
            | StmtKind::ForOf { header, .. }
            | StmtKind::ForIn { header, .. } => inside.push(header.label),
            StmtKind::Break(label) | StmtKind::Continue(label) => return !inside.contains(label),
            StmtKind::Expr(_)
            | StmtKind::Let { .. }
            | StmtKind::Function(_)
            | StmtKind::Return(_)
            | StmtKind::If { .. }
            | StmtKind::Block(_)
            | StmtKind::Group(_)
            | StmtKind::Throw(_)
            | StmtKind::Try { .. }
            | StmtKind::Error => {}
        }
        false
    })
}
