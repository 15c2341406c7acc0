//! Statements other than loops, `switch` and `try`.

use super::body::{AttemptMode, Body, Frame, Jump, Tail};
use super::code::{Code, Repr};
use super::expressions::made_by;
use super::source_map::text_of;
use crate::analyse::{FunctionRole, Storage, Type};
use crate::ir::{BindingId, Expr, ExprKind, LabelId, Stmt, StmtKind};
use proc_macro2::TokenStream;
use quote::quote;

impl Body<'_> {
    /// A statement with its comments.
    pub fn stmt(&mut self, stmt: &Stmt, tail: Tail) -> TokenStream {
        if let StmtKind::Group(group) = &stmt.kind {
            let mut code = self.marks(stmt);
            let mut taken = 0;
            for (index, inner) in group.iter().enumerate() {
                if index < taken {
                    continue;
                }
                if let Some((pattern, count)) = self.array_pattern(&group[index..]) {
                    code.extend(self.marked_at(pattern, Self::place_of_statement(inner)));
                    taken = index + count;
                    continue;
                }
                let is_last = index + 1 == group.len();
                code.extend(self.stmt(inner, if is_last { tail } else { Tail::Nothing }));
            }
            return code;
        }
        if self.is_silent(stmt) {
            return TokenStream::new();
        }
        // Items are documented by themselves.
        let is_item = match &stmt.kind {
            StmtKind::Function(_) => true,
            StmtKind::Let { binding, init: _ } => self.storage(*binding) == Storage::Item,
            _ => false,
        };
        let mut code = if is_item { TokenStream::new() } else { self.marks(stmt) };
        let kind = self.stmt_kind(stmt, tail);
        code.extend(self.marked_at(kind, Self::place_of_statement(stmt)));
        code
    }

    /// Nothing of the statement appears in the body.
    fn is_silent(&self, stmt: &Stmt) -> bool {
        match &stmt.kind {
            StmtKind::Function(function) => {
                let facts = &self.krate.facts.functions[*function];
                facts.role != FunctionRole::Item || self.function.is_none()
            }
            StmtKind::Let { binding, init } => match self.storage(*binding) {
                Storage::Constant => true,
                Storage::Item => self.function.is_none(),
                Storage::Unused => init.as_ref().is_none_or(|init| self.is_simple(init)),
                Storage::Local | Storage::Cell | Storage::Slot(_) => false,
            },
            StmtKind::Expr(expr) => self.is_simple(expr),
            _ => false,
        }
    }

    fn stmt_kind(&mut self, stmt: &Stmt, tail: Tail) -> TokenStream {
        match &stmt.kind {
            StmtKind::Expr(expr) => self.effect(expr),
            StmtKind::Let { binding, init } => self.let_(*binding, init.as_ref()),
            StmtKind::Function(function) => self.krate.item(*function),
            StmtKind::Return(value) => self.return_(value.as_ref(), tail),
            StmtKind::If { test, then, otherwise } => self.if_(test, then, otherwise.as_deref(), tail),
            StmtKind::Switch { label, discriminant, cases } => {
                self.switch(stmt.span, *label, discriminant, cases, tail)
            }
            StmtKind::While { header, test, body } => self.while_(header, test, body),
            StmtKind::DoWhile { header, body, test } => self.do_while(header, body, test),
            StmtKind::For { header, init, test, update, body } => {
                self.for_(header, init, test.as_ref(), update.as_ref(), body)
            }
            StmtKind::ForOf { header, item, iterable, not_iterable, is_await: true, body } => {
                self.for_await(header, *item, iterable, not_iterable, body)
            }
            StmtKind::ForOf { header, item, iterable, not_iterable, is_await: false, body } => {
                self.for_of(header, *item, iterable, not_iterable, body)
            }
            StmtKind::ForIn { header, key, object, body } => self.for_in(header, *key, object, body),
            StmtKind::Block(body) => self.block(body, tail),
            StmtKind::Group(_) | StmtKind::Error => TokenStream::new(),
            StmtKind::Labeled { label, name, body } => self.labeled(*label, name, body),
            StmtKind::Break(label) => without_return(self.break_(*label), tail),
            StmtKind::Continue(label) => without_return(self.continue_(*label), tail),
            StmtKind::Throw(value) => self.throw(value, tail),
            StmtKind::Try { block, catch, finally } => self.try_(block, catch.as_ref(), finally.as_deref(), tail),
        }
    }

    fn let_(&mut self, binding: BindingId, init: Option<&Expr>) -> TokenStream {
        if let (Storage::Item, Some(Expr { kind: ExprKind::Function(function), .. })) = (self.storage(binding), init) {
            return self.krate.item(*function);
        }
        if self.storage(binding) == Storage::Unused {
            return init.map_or_else(TokenStream::new, |init| self.effect(init));
        }
        let mut code = TokenStream::new();
        if let Some(Expr { kind: ExprKind::Function(function), .. }) = init
            && self.krate.facts.functions[*function].role == FunctionRole::Item
            && self.function.is_some()
        {
            code.extend(self.krate.item(*function));
        }
        let value = match init {
            Some(init) if self.is_int32(binding) => self.first_int32(init),
            Some(init) => self.expr(init),
            None => Code::undefined(),
        };
        code.extend(self.declare(binding, value));
        code
    }

    fn return_(&mut self, value: Option<&Expr>, tail: Tail) -> TokenStream {
        let open = self.open_iterations();
        if !open.is_empty() {
            let is_flow = self.attempt_mode() == Some(AttemptMode::Flow);
            let value = match value {
                Some(value) => self.expr(value),
                None => Code::undefined(),
            };
            let result = if is_flow { Repr::Value } else { self.result };
            if result == Repr::Unit {
                let effect = value.tokens;
                return quote!(let _ = #effect; #(#open.close(cx)?;)* return Ok(()););
            }
            let value = value.coerce_from(result);
            let returned = self.fresh("returned");
            let result = if is_flow { quote!(Flow::Return(#returned)) } else { quote!(#returned) };
            return quote!(let #returned = #value; #(#open.close(cx)?;)* return Ok(#result););
        }
        if self.attempt_mode() == Some(AttemptMode::Flow) {
            let value = match value {
                Some(value) => self.expr(value).into_value(),
                None => Code::undefined().tokens,
            };
            return match tail {
                Tail::Attempt => quote!(Ok(Flow::Return(#value))),
                Tail::Nothing | Tail::Result => quote!(return Ok(Flow::Return(#value));),
            };
        }
        if tail == Tail::Result
            && let Some(Expr { kind: ExprKind::Conditional { test, then, otherwise }, .. }) = value
            && self.result != Repr::Unit
        {
            return self.return_either(test, then, otherwise);
        }
        let code = match (value, self.result) {
            (Some(value), Repr::Unit) => {
                let effect = self.effect(value);
                return match tail {
                    Tail::Result => quote!(#effect Ok(())),
                    Tail::Nothing | Tail::Attempt => quote!(#effect return Ok(());),
                };
            }
            (None, Repr::Unit) => quote!(Ok(())),
            (None, result) => {
                let value = Code::undefined().coerce(result);
                quote!(Ok(#value))
            }
            (Some(value), result) => self.result_of(value, result),
        };
        match tail {
            Tail::Result => code,
            Tail::Nothing | Tail::Attempt => quote!(return #code;),
        }
    }

    /// `return test ? then : otherwise` at the end of a function: one expression if that is short.
    fn return_either(&mut self, test: &Expr, then: &Expr, otherwise: &Expr) -> TokenStream {
        let condition = self.cond(test).tokens;
        let (then, otherwise) = (self.expr(then), self.expr(otherwise));
        let result = self.result;
        let length: usize = [&condition, &then.tokens, &otherwise.tokens].iter().map(|part| text_of(part).len()).sum();
        if length < 90 {
            let (then, otherwise) = (then.coerce_from(result), otherwise.coerce_from(result));
            return quote!(Ok(if #condition { #then } else { #otherwise }));
        }
        let (then, otherwise) = (then.coerce(result), otherwise.coerce(result));
        quote!(if #condition { Ok(#then) } else { Ok(#otherwise) })
    }

    /// `Ok(value)`, or a call whose result is passed on.
    fn result_of(&mut self, value: &Expr, result: Repr) -> TokenStream {
        let code = self.expr(value);
        let value = code.coerce(result);
        // `Ok(f(cx)?)` is `f(cx)`.
        let tokens: Vec<proc_macro2::TokenTree> = value.clone().into_iter().collect();
        if let Some((proc_macro2::TokenTree::Punct(last), rest)) = tokens.split_last()
            && last.as_char() == '?'
            && is_one_postfix_chain(rest)
        {
            return rest.iter().cloned().collect();
        }
        quote!(Ok(#value))
    }

    fn if_(&mut self, test: &Expr, then: &[Stmt], otherwise: Option<&[Stmt]>, tail: Tail) -> TokenStream {
        let (before, condition) = self.condition(test);
        let inner_tail = if otherwise.is_some() { tail } else { Tail::Nothing };
        let then_code = self.stmts(then, inner_tail);
        let Some(otherwise) = otherwise else {
            return quote!(#before if #condition { #then_code });
        };
        // `else if`
        if let [Stmt { kind: StmtKind::If { test, then, otherwise: inner }, comments, .. }] = otherwise
            && comments.is_empty()
            && (inner.is_some() || tail == Tail::Nothing)
            && !self.needs_block(test)
        {
            let chained = self.if_(test, then, inner.as_deref(), tail);
            return quote!(#before if #condition { #then_code } else #chained);
        }
        let otherwise = self.stmts(otherwise, tail);
        if otherwise.is_empty() {
            return quote!(#before if #condition { #then_code });
        }
        quote!(#before if #condition { #then_code } else { #otherwise })
    }

    /// Whether the code of a condition has a block. It is written once more afterwards, so this leaves no traces.
    fn needs_block(&mut self, test: &Expr) -> bool {
        let declared = self.declared.clone();
        let condition = self.cond(test).tokens;
        self.declared = declared;
        super::expressions::has_block(&condition)
    }

    /// A condition, with a statement before it where it would need a block.
    fn condition(&mut self, test: &Expr) -> (TokenStream, TokenStream) {
        let condition = self.cond(test).tokens;
        if super::expressions::has_block(&condition) {
            let name = self.fresh("condition");
            return (quote!(let #name = #condition;), quote!(#name));
        }
        (TokenStream::new(), condition)
    }

    fn block(&mut self, body: &[Stmt], tail: Tail) -> TokenStream {
        let inner = self.stmts(body, tail);
        if inner.is_empty() { inner } else { quote!({ #inner }) }
    }

    fn labeled(&mut self, label: LabelId, name: &str, body: &[Stmt]) -> TokenStream {
        let name = super::names::snake_case(name);
        let (inner, named) = self.in_block(label, name.clone(), |this| this.stmts(body, Tail::Nothing));
        let lifetime = lifetime(&name);
        if named { quote!(#lifetime: { #inner }) } else { quote!({ #inner }) }
    }

    /// Writes something inside a labeled block; says whether the label was used.
    pub fn in_block(
        &mut self,
        label: LabelId,
        name: String,
        write: impl FnOnce(&mut Self) -> TokenStream,
    ) -> (TokenStream, bool) {
        self.frames.push(Frame::Block { label, name, named: false });
        let inner = write(self);
        let named = matches!(self.frames.pop(), Some(Frame::Block { named: true, .. }));
        (inner, named)
    }

    /// `break label`
    pub fn break_(&mut self, target: LabelId) -> TokenStream {
        let close = self.close_iterations(target, true);
        let jump = self.break_out(target);
        quote!(#close #jump)
    }

    fn break_out(&mut self, target: LabelId) -> TokenStream {
        if let Some(exit) = self.exit_attempt(target, Jump::Break(target)) {
            return exit;
        }
        let innermost = self.frames.len().checked_sub(1);
        for index in (0..self.frames.len()).rev() {
            let is_innermost = Some(index) == innermost;
            match &mut self.frames[index] {
                Frame::Loop { label, name, named, .. } => {
                    if *label == target {
                        if is_innermost {
                            return quote!(break;);
                        }
                        *named = true;
                        let lifetime = lifetime(name);
                        return quote!(break #lifetime;);
                    }
                }
                Frame::Block { label, name, named } => {
                    if *label == target {
                        *named = true;
                        let lifetime = lifetime(name);
                        return quote!(break #lifetime;);
                    }
                }
                Frame::Round | Frame::Attempt { .. } => {}
            }
        }
        quote!(break;)
    }

    /// `continue label`
    pub fn continue_(&mut self, target: LabelId) -> TokenStream {
        let close = self.close_iterations(target, false);
        let jump = self.continue_with(target);
        quote!(#close #jump)
    }

    fn continue_with(&mut self, target: LabelId) -> TokenStream {
        if let Some(exit) = self.exit_attempt(target, Jump::Continue(target)) {
            return exit;
        }
        let innermost = self.frames.len().checked_sub(1);
        for index in (0..self.frames.len()).rev() {
            let is_innermost = Some(index) == innermost;
            if let Frame::Loop { label, name, continue_block, named, continued, .. } = &mut self.frames[index]
                && *label == target
            {
                if let Some(block) = continue_block {
                    *continued = true;
                    let lifetime = lifetime(block);
                    return quote!(break #lifetime;);
                }
                if is_innermost {
                    return quote!(continue;);
                }
                *named = true;
                let lifetime = lifetime(name);
                return quote!(continue #lifetime;);
            }
        }
        quote!(continue;)
    }

    /// A jump whose target is outside the innermost `try` block leaves the closure with a number.
    fn exit_attempt(&mut self, target: LabelId, jump: Jump) -> Option<TokenStream> {
        for frame in self.frames.iter_mut().rev() {
            match frame {
                Frame::Loop { label, .. } | Frame::Block { label, .. } if *label == target => return None,
                Frame::Loop { .. } | Frame::Block { .. } | Frame::Round => {}
                Frame::Attempt { jumps, .. } => {
                    let number = jumps.iter().position(|known| *known == jump).unwrap_or_else(|| {
                        jumps.push(jump);
                        jumps.len() - 1
                    });
                    let number = proc_macro2::Literal::usize_unsuffixed(number);
                    return Some(quote!(return Ok(Flow::Break(#number));));
                }
            }
        }
        None
    }

    fn throw(&mut self, value: &Expr, tail: Tail) -> TokenStream {
        let value = self.expr(value).operand();
        match tail {
            Tail::Nothing => quote!(return throw(cx, #value);),
            Tail::Result | Tail::Attempt => quote!(throw(cx, #value)),
        }
    }

    /// An expression for its effects only.
    pub fn effect(&mut self, expr: &Expr) -> TokenStream {
        let tokens = self.unmarked_effect(expr);
        self.marked(tokens, expr)
    }

    fn unmarked_effect(&mut self, expr: &Expr) -> TokenStream {
        match &expr.kind {
            ExprKind::Assign { op, place, value } => self.assign_statement(*op, place, value),
            ExprKind::Update { op, prefix: _, place } => self.update_statement(*op, place),
            ExprKind::Sequence(exprs) => {
                let mut code = self.predeclare_bindings(&made_by(exprs));
                code.extend(exprs.iter().map(|expr| self.effect(expr)).collect::<TokenStream>());
                code
            }
            ExprKind::Init { binding, value } => self.let_(*binding, Some(value)),
            ExprKind::Await(inner) if !self.krate.facts.features.promises => self.effect(inner),
            ExprKind::Await(_) | ExprKind::Yield(_) | ExprKind::YieldFrom { .. } => {
                let tokens = self.expr(expr).tokens;
                quote!(#tokens;)
            }
            ExprKind::IteratorNext(binding) if self.krate.facts.features.closable_iterators => {
                let name = self.name(*binding);
                quote!(#name.pass(cx)?;)
            }
            ExprKind::Unary { op: crate::ir::UnaryOp::Void, operand } => self.effect(operand),
            ExprKind::Conditional { test, then, otherwise } => {
                let (before, condition) = self.condition(test);
                let (then, otherwise) = (self.effect(then), self.effect(otherwise));
                if otherwise.is_empty() {
                    return quote!(#before if #condition { #then });
                }
                quote!(#before if #condition { #then } else { #otherwise })
            }
            ExprKind::Logical { op, left, right } => {
                let effect = self.effect(right);
                if effect.is_empty() {
                    return self.effect(left);
                }
                let condition = match op {
                    crate::ir::LogicalOp::And => self.cond(left).tokens,
                    crate::ir::LogicalOp::Or => self.not(left).tokens,
                    crate::ir::LogicalOp::Nullish => self.expr(left).nullish(),
                };
                quote!(if #condition { #effect })
            }
            ExprKind::RequireObject { value, message } => {
                let ty = self.krate.facts.type_of(value);
                if ty.is_coercible() {
                    return self.effect(value);
                }
                let (value, require) = (self.expr(value).receiver(), self.worded("require_object_coercible", message));
                quote!(#value.#require(cx)?;)
            }
            _ if self.is_simple(expr) => TokenStream::new(),
            _ => {
                let code = self.expr(expr);
                let tokens = &code.tokens;
                let text = text_of(tokens);
                // A call or a checked operation; everything else would be a warning.
                if text.ends_with('?') || (code.repr == Repr::Unit && !text.is_empty()) {
                    quote!(#tokens;)
                } else if code.repr == Repr::Unit {
                    TokenStream::new()
                } else {
                    quote!(let _ = #tokens;)
                }
            }
        }
    }

    /// The proven type of an expression.
    pub fn ty(&self, expr: &Expr) -> Type {
        self.krate.facts.type_of(expr)
    }
}

/// `return x;` at the end of a closure is `x`.
fn without_return(code: TokenStream, tail: Tail) -> TokenStream {
    let mut tokens: Vec<proc_macro2::TokenTree> = code.clone().into_iter().collect();
    let returns = matches!(tokens.first(), Some(proc_macro2::TokenTree::Ident(ident)) if ident == "return");
    if tail == Tail::Nothing || !returns {
        return code;
    }
    tokens.pop();
    tokens.into_iter().skip(1).collect()
}

/// A Rust label.
pub fn lifetime(name: &str) -> syn::Lifetime {
    // Labels share their namespace with keywords.
    let name = if super::names::is_keyword(name) { format!("{name}_") } else { name.to_owned() };
    syn::Lifetime::new(&format!("'{name}"), proc_macro2::Span::call_site())
}

/// The tokens are one path, call or method chain, so that a `?` behind them belongs to the whole.
fn is_one_postfix_chain(tokens: &[proc_macro2::TokenTree]) -> bool {
    let stream: TokenStream = tokens.iter().cloned().collect();
    match syn::parse2::<syn::Expr>(stream) {
        Ok(syn::Expr::Call(_) | syn::Expr::MethodCall(_) | syn::Expr::Await(_)) => true,
        Ok(_) | Err(_) => false,
    }
}
