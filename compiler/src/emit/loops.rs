//! Loops. Each has a guard that names the place of its keyword.

use super::body::{Body, Frame, Tail};
use super::code::{Code, Repr};
use super::names::snake_case;
use super::statements::lifetime;
use crate::analyse::{Storage, Type, any, completes_normally, continues, direct_declarations, makes_functions};
use crate::ir::{BindingId, Expr, ExprKind, ForInit, LabelId, LoopHeader, Stmt, StmtKind};
use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::quote;

impl Body<'_> {
    /// `while (test) body`
    pub fn while_(&mut self, header: &LoopHeader, test: &Expr, body: &[Stmt]) -> TokenStream {
        self.test_loop(header, Some(test), body, None)
    }

    /// `for (init; test; update) body`
    pub fn for_(
        &mut self,
        header: &LoopHeader,
        init: &ForInit,
        test: Option<&Expr>,
        update: Option<&Expr>,
        body: &[Stmt],
    ) -> TokenStream {
        let ForInit::Stmts { stmts, per_iteration } = init else {
            return self.test_loop(header, test, body, update);
        };
        let init = self.stmts(stmts, Tail::Nothing);
        let outer = self.loop_variables.len();
        self.loop_variables.extend(per_iteration);
        let cells: Vec<BindingId> =
            per_iteration.iter().copied().filter(|binding| self.storage(*binding) == Storage::Cell).collect();
        let code = match update {
            None if cells.is_empty() => self.test_loop(header, test, body, None),
            None => self.per_iteration_loop(header, stmts, test, None, body, &cells),
            Some(update) if cells.is_empty() => self.test_loop(header, test, body, Some(update)),
            Some(update) => self.per_iteration_loop(header, stmts, test, Some(update), body, &cells),
        };
        self.loop_variables.truncate(outer);
        let mut declared = Vec::new();
        direct_declarations(stmts, &mut declared);
        // A scope of its own, where another variable of that name would be hidden behind the loop.
        let hides = declared.iter().any(|binding| self.is_name_shared(*binding));
        if hides { quote!({ #init #code }) } else { quote!(#init #code) }
    }

    /// Another variable has the name: one that is no variable of a loop head beside this one.
    fn is_name_shared(&self, binding: BindingId) -> bool {
        let program = self.krate.program;
        let declared = &program.bindings[binding];
        if declared.kind == crate::ir::BindingKind::Var {
            return false;
        }
        let names = &self.krate.names.bindings;
        program.bindings.iter().any(|(other, candidate)| {
            let is_sibling = self.krate.facts.bindings[other].per_iteration && !self.loop_variables.contains(&other);
            other != binding && names[other] == names[binding] && !(is_sibling && candidate.scope == declared.scope)
        })
    }

    fn per_iteration_loop(
        &mut self,
        header: &LoopHeader,
        init: &[Stmt],
        test: Option<&Expr>,
        update: Option<&Expr>,
        body: &[Stmt],
        cells: &[BindingId],
    ) -> TokenStream {
        // CreatePerIterationEnvironment (ECMA-262 §14.7.4.4): closures of the round before keep their copy.
        let names: Vec<_> = cells.iter().map(|binding| self.name(*binding)).collect();
        let undefined =
            Expr { kind: ExprKind::Undefined, ..update.or(test).cloned().unwrap_or_else(|| placeholder(header)) };
        let update = update.unwrap_or(&undefined);
        let copies = quote!(#(#names = cx.cell(#names.get());)*);
        let code = self.test_loop_with(header, test, body, Some(update), copies);
        // What was made before the first round keeps the variables that no round has.
        let redeclared = if makes_functions(|finder| finder.stmts(init)) {
            quote!(#(let mut #names = cx.cell(#names.get());)*)
        } else {
            quote!(#(let mut #names = #names;)*)
        };
        quote!(#redeclared #code)
    }

    fn test_loop(
        &mut self,
        header: &LoopHeader,
        test: Option<&Expr>,
        body: &[Stmt],
        update: Option<&Expr>,
    ) -> TokenStream {
        self.test_loop_with(header, test, body, update, TokenStream::new())
    }

    fn test_loop_with(
        &mut self,
        header: &LoopHeader,
        test: Option<&Expr>,
        body: &[Stmt],
        update: Option<&Expr>,
        before_update: TokenStream,
    ) -> TokenStream {
        let guard = self.guard(header);
        let test = test.filter(|test| !matches!(test.kind, ExprKind::Bool(true)));
        let condition = test.map(|test| self.cond(test).tokens);
        let (head, exit) = match condition {
            None => (quote!(loop), TokenStream::new()),
            Some(condition) if super::expressions::has_block(&condition) => {
                let name = self.fresh("condition");
                (quote!(loop), quote!(let #name = #condition; if !#name { break; }))
            }
            Some(condition) => (quote!(while #condition), TokenStream::new()),
        };
        let has_update = update.is_some() || !before_update.is_empty();
        let (inner, label, round) =
            self.in_loop(header, has_update && continues(body, header.label), |this| this.stmts(body, Tail::Nothing));
        let update = match update {
            Some(update) => {
                let update = self.effect(update);
                quote!(#before_update #update)
            }
            None => TokenStream::new(),
        };
        let inner = self.round(inner, round, body, &update);
        quote!(#guard #label #head { #exit guard.check(cx)?; #inner #update })
    }

    /// `do body while (test)`
    pub fn do_while(&mut self, header: &LoopHeader, body: &[Stmt], test: &Expr) -> TokenStream {
        let guard = self.guard(header);
        let (inner, label, round) =
            self.in_loop(header, continues(body, header.label), |this| this.stmts(body, Tail::Nothing));
        // What leaves in its first round never tests.
        let tests = completes_normally(body) || continues(body, header.label);
        if matches!(test.kind, ExprKind::Bool(true)) || !tests {
            let inner = self.round(inner, round, body, &TokenStream::new());
            return quote!(#guard #label loop { guard.check(cx)?; #inner });
        }
        let done = self.not(test);
        let inner = self.round(inner, round, body, &done.tokens);
        let (before, done) = if super::expressions::has_block(&done.tokens) {
            let (name, tokens) = (self.fresh("done"), done.tokens);
            (quote!(let #name = #tokens;), quote!(#name))
        } else {
            (TokenStream::new(), done.tokens)
        };
        quote!(#guard #label loop { guard.check(cx)?; #inner #before if #done { break; } })
    }

    /// One round: a block of its own where `continue` must reach what follows it, or where a variable of the body would hide one that is
    /// read there.
    fn round(
        &self,
        inner: TokenStream,
        label: Option<syn::Lifetime>,
        body: &[Stmt],
        following: &TokenStream,
    ) -> TokenStream {
        let mut declared = Vec::new();
        direct_declarations(body, &mut declared);
        let names = &self.krate.names.bindings;
        match label {
            Some(label) => quote!(#label: { #inner }),
            None if declared.iter().any(|binding| mentions(following, &names[*binding])) => quote!({ #inner }),
            None => inner,
        }
    }

    /// `for (item of iterable) body`
    pub fn for_of(
        &mut self,
        header: &LoopHeader,
        item: BindingId,
        iterable: &Expr,
        not_iterable: &str,
        body: &[Stmt],
    ) -> TokenStream {
        let is_array = self.ty(iterable) == Type::Array;
        let source = self.expr(iterable).receiver();
        let (line, column) = self.place_of(header);
        let raw = self.raw_name(item, "item");
        let iterate = self.worded("iterate", not_iterable);
        let items = if is_array { quote!(#source.elements(cx)?) } else { quote!(#source.#iterate(cx)?) };
        let value = Code::value(quote!(#raw?));
        let start = if self.is_taken_apart(item, body) {
            self.inlined.insert(item, quote!(#raw?));
            TokenStream::new()
        } else if self.krate.facts.bindings[item].reads == 0 && self.krate.facts.bindings[item].writes == 0 {
            quote!(#raw?;)
        } else {
            self.declare(item, value)
        };
        if !self.may_leave_open(iterable, header.label, body) {
            let (inner, label, _) = self.in_loop(header, false, |this| this.stmts(body, Tail::Nothing));
            return quote!(#label for #raw in #items.guarded(cx, #line, #column) { #start #inner });
        }
        let open = self.iteration_name();
        let (inner, label, _) = self.in_loop(header, false, |this| {
            if let Some(Frame::Loop { items, .. }) = this.frames.last_mut() {
                *items = Some(open.clone());
            }
            this.stmts(body, Tail::Nothing)
        });
        quote! {
            let mut #open = #items.guarded(cx, #line, #column);
            #label while let Some(#raw) = #open.next() { #start #inner }
        }
    }

    /// `for (const [a, b] of …)`: the item itself is iterated, first of all, and never used again.
    fn is_taken_apart(&self, item: BindingId, body: &[Stmt]) -> bool {
        let facts = &self.krate.facts.bindings[item];
        let StmtKind::Let { init: Some(Expr { kind: ExprKind::IteratorOpen { value, .. }, .. }), .. } =
            &match body.first() {
                Some(first) => first,
                None => return false,
            }
            .kind
        else {
            return false;
        };
        matches!(value.kind, ExprKind::Binding(binding) if binding == item)
            && (facts.reads, facts.writes, facts.captured) == (1, 0, false)
            && facts.storage == Storage::Local
            && self.repr(item) == Repr::Value
    }

    /// The loop may be left while an iterator that wants to know still has items.
    fn may_leave_open(&self, iterable: &Expr, label: LabelId, body: &[Stmt]) -> bool {
        let is_closable = match self.ty(iterable) {
            Type::Any | Type::Object | Type::Function | Type::Never => self.krate.facts.features.closable_iterators,
            Type::Undefined
            | Type::Null
            | Type::Bool
            | Type::Number
            | Type::String
            | Type::Array
            | Type::Map
            | Type::Set
            | Type::Error
            | Type::Instance(_)
            | Type::Meta
            | Type::Host(_)
            | Type::Iterator => false,
        };
        is_closable && (self.returns_or_yields(body) || leaves(body, label))
    }

    /// A name for the iteration of a loop, unlike those of the loops around it.
    fn iteration_name(&self) -> proc_macro2::Ident {
        let around = self.frames.iter().filter(|frame| matches!(frame, Frame::Loop { items: Some(_), .. })).count();
        self.fresh(&if around == 0 { "items".to_owned() } else { format!("items_{}", around + 1) })
    }

    /// The iterations to be closed where control leaves all loops up to the innermost `try` block, or the function. Innermost first.
    pub fn open_iterations(&self) -> Vec<proc_macro2::Ident> {
        let inside = self.frames.iter().rev().take_while(|frame| !matches!(frame, Frame::Attempt { .. }));
        inside
            .filter_map(|frame| match frame {
                Frame::Loop { items, .. } => items.clone(),
                Frame::Block { .. } | Frame::Round | Frame::Attempt { .. } => None,
            })
            .collect()
    }

    /// As [`Self::open_iterations`]: the statements that close them.
    pub fn closings(&self) -> Vec<TokenStream> {
        let inside = self.frames.iter().rev().take_while(|frame| !matches!(frame, Frame::Attempt { .. }));
        inside
            .filter_map(|frame| match frame {
                Frame::Loop { items: Some(items), is_await, .. } => {
                    let awaited = is_await.then(|| quote!(.await));
                    Some(quote!(#items.close(cx)#awaited?;))
                }
                Frame::Loop { .. } | Frame::Block { .. } | Frame::Round | Frame::Attempt { .. } => None,
            })
            .collect()
    }

    /// `for await (item of iterable) body`. What leaves the body has to close the iterator and to await that, so the body is an attempt.
    pub fn for_await(
        &mut self,
        header: &LoopHeader,
        item: BindingId,
        iterable: &Expr,
        not_iterable: &str,
        body: &[Stmt],
    ) -> TokenStream {
        let source = self.expr(iterable).operand();
        let raw = self.raw_name(item, "item");
        let guard = self.guard(header);
        let open = self.iteration_name();
        let (inner, label, _) = self.in_loop(header, false, |this| {
            if let Some(Frame::Loop { items, is_await, .. }) = this.frames.last_mut() {
                *items = Some(open.clone());
                *is_await = true;
            }
            this.awaited_round(item, &raw, &open, body)
        });
        quote! {
            let #open = iterate_async(cx, #source, #not_iterable)?;
            #guard
            #label while let Some(#raw) = #open.next(cx).await? { #inner }
        }
    }

    /// Closes the iterations of the loops that a jump to this label leaves, up to the innermost `try` block. `continue` stays in its loop.
    pub fn close_iterations(&self, target: LabelId, is_break: bool) -> TokenStream {
        let mut code = TokenStream::new();
        for frame in self.frames.iter().rev() {
            match frame {
                Frame::Loop { label, items, is_await, .. } => {
                    if *label == target && !is_break {
                        break;
                    }
                    if let Some(items) = items {
                        let awaited = is_await.then(|| quote!(.await));
                        code.extend(quote!(#items.close(cx)#awaited?;));
                    }
                    if *label == target {
                        break;
                    }
                }
                Frame::Block { label, .. } if *label == target => break,
                Frame::Block { .. } | Frame::Round => {}
                Frame::Attempt { .. } => break,
            }
        }
        code
    }

    /// `for (key in object) body`
    pub fn for_in(&mut self, header: &LoopHeader, key: BindingId, object: &Expr, body: &[Stmt]) -> TokenStream {
        let source = self.expr(object).receiver();
        let (line, column) = self.place_of(header);
        let raw = self.raw_name(key, "key");
        let facts = &self.krate.facts.bindings[key];
        let unused = facts.reads == 0 && facts.writes == 0;
        let start = if unused { quote!(#raw?;) } else { self.declare(key, Code::new(Repr::Str, quote!(#raw?))) };
        let (inner, label, _) = self.in_loop(header, false, |this| this.stmts(body, Tail::Nothing));
        quote!(#label for #raw in #source.for_in_keys(cx)?.guarded(cx, #line, #column) { #start #inner })
    }

    /// The Rust name of what a loop yields, before it is checked and stored.
    fn raw_name(&self, binding: BindingId, fallback: &str) -> proc_macro2::Ident {
        let facts = &self.krate.facts.bindings[binding];
        if facts.storage == Storage::Local {
            let name = self.name(binding).to_string();
            return Self::ident(name.trim_start_matches('_'));
        }
        self.fresh(fallback)
    }

    fn guard(&mut self, header: &LoopHeader) -> TokenStream {
        let (line, column) = self.place_of(header);
        quote!(let guard = cx.loop_guard(#line, #column);)
    }

    /// Line, from 1, and column, from 0, of the keyword.
    fn place_of(&self, header: &LoopHeader) -> (Literal, Literal) {
        let place = self.krate.source.files[header.span.file].line_column(header.span.start);
        (Literal::u32_unsuffixed(place.line), Literal::u32_unsuffixed(place.column - 1))
    }

    /// Writes the body of a loop. Gives also its label, if something named it, and that of the block around the body,
    /// if `continue` must not skip what follows.
    fn in_loop(
        &mut self,
        header: &LoopHeader,
        continue_by_block: bool,
        write: impl FnOnce(&mut Self) -> TokenStream,
    ) -> (TokenStream, TokenStream, Option<syn::Lifetime>) {
        let line = self.krate.source.files[header.span.file].line_column(header.span.start).line;
        let name = match &header.name {
            Some(name) if name != "static" => snake_case(name),
            Some(_) | None => format!("loop_{line}"),
        };
        let block = continue_by_block.then(|| format!("round_{line}"));
        self.frames.push(Frame::Loop {
            label: header.label,
            name: name.clone(),
            continue_block: block,
            named: false,
            continued: false,
            items: None,
            is_await: false,
        });
        if continue_by_block {
            self.frames.push(Frame::Round);
        }
        let inner = write(self);
        if continue_by_block {
            self.frames.pop();
        }
        let Some(Frame::Loop { named, continued, continue_block, .. }) = self.frames.pop() else {
            return (inner, TokenStream::new(), None);
        };
        let label = if named {
            let lifetime = lifetime(&name);
            quote!(#lifetime:)
        } else {
            TokenStream::new()
        };
        let round = continue_block.filter(|_| continued).map(|block| lifetime(&block));
        (inner, label, round)
    }
}

/// Something in the body of a loop jumps out of it.
fn leaves(body: &[Stmt], own: LabelId) -> bool {
    let mut inside = Vec::new();
    any(body, &mut |stmt| {
        match &stmt.kind {
            StmtKind::Switch { label, .. } | StmtKind::Labeled { label, .. } => inside.push(*label),
            StmtKind::While { header, .. }
            | StmtKind::DoWhile { header, .. }
            | StmtKind::For { header, .. }
            | StmtKind::ForOf { header, .. }
            | StmtKind::ForIn { header, .. } => inside.push(header.label),
            StmtKind::Break(label) => return !inside.contains(label),
            StmtKind::Continue(label) => return *label != own && !inside.contains(label),
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

/// The name occurs in the code.
fn mentions(code: &TokenStream, name: &str) -> bool {
    code.clone().into_iter().any(|token| match token {
        TokenTree::Group(group) => mentions(&group.stream(), name),
        TokenTree::Ident(ident) => ident == name,
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

fn placeholder(header: &LoopHeader) -> Expr {
    Expr { id: crate::ir::ExprId(0), span: header.span, kind: ExprKind::Undefined }
}
