//! Functions: Rust functions, function objects and callbacks.

use super::Crate;
use super::body::{Body, Tail};
use super::code::{Code, Repr};
use super::implicit::Implicit;
use super::source_map::unmarked;
use crate::analyse::{FunctionRole, Storage};
use crate::base::{FileId, Span};
use crate::ir::{BindingId, Function, FunctionForm, FunctionId, Scope, Stmt, StmtKind};
use proc_macro2::{Ident, Literal, TokenStream, TokenTree};
use quote::quote;

impl Crate<'_> {
    /// Calls of the function give promises.
    pub fn returns_promise(&self, function: &Function) -> bool {
        function.is_async && self.facts.features.promises
    }

    /// What the Rust function of an item returns.
    pub fn result_of(&self, function: FunctionId) -> Repr {
        Repr::of_result(self.facts.functions[function].returns)
    }

    /// The Rust function of an item.
    pub fn item(&self, id: FunctionId) -> TokenStream {
        let function = &self.program.functions[id];
        let facts = &self.facts.functions[id];
        let result = self.result_of(id);
        let is_promise = self.returns_promise(function);
        let returned = if is_promise { Repr::Value } else { result };
        let mut body = Body::new(self, function.module, Some(id), returned);
        // Its documentation names the first line.
        let source = &self.source.files[function.span.file];
        body.last_line = Some((function.span.file, source.line_column(function.span.start).line));
        let mut prologue = TokenStream::new();
        if facts.recursive && !is_promise {
            prologue.extend(quote!(cx.check_stack()?;));
        }
        let mut params = TokenStream::new();
        for param in &function.params {
            let (ty, declared) = body.parameter(param.binding);
            let name = body.name(param.binding);
            let is_mut = self.facts.bindings[param.binding].writes > 0
                && self.facts.bindings[param.binding].storage == Storage::Local;
            let mut_ = is_mut.then(|| quote!(mut));
            params.extend(quote!(, #mut_ #name: #ty));
            prologue.extend(declared);
        }
        if let Some(rest) = function.rest {
            let (_, declared) = body.parameter(rest);
            let name = body.name(rest);
            params.extend(quote!(, #name: Object<'h>));
            prologue.extend(declared);
        }
        let code = if is_promise {
            let code = body.function_body(function, prologue);
            let check = facts.recursive.then(|| quote!(cx.check_stack()?;));
            quote!(#check start_async(cx, async move { #code }))
        } else {
            body.function_body(function, prologue)
        };
        let name = Body::ident(&self.names.functions[id]);
        let cx = Body::ident(if mentions(&code, "cx") { "cx" } else { "_cx" });
        let result = result.result();
        let visibility = matches!(function.parent, Scope::Module(_)).then(|| quote!(pub));
        let asyncness = facts.suspends.then(|| quote!(async));
        let docs = self.docs(id);
        quote! {
            #(#[doc = #docs])*
            #visibility #asyncness fn #name<'h>(#cx: Cx<'h> #params) -> #result { #code }
        }
    }

    fn docs(&self, id: FunctionId) -> Vec<String> {
        let function = &self.program.functions[id];
        let mut docs = self.docs_of_comments(&function.comments);
        let name = if function.name.is_empty() { "A function".to_owned() } else { format!("`{}`", function.name) };
        let uses = super::uses::sentence(&self.facts.functions[id].properties);
        docs.extend(super::uses::wrapped(&format!("{name} ({}).{uses}", self.place(function.span))));
        docs
    }

    /// `index.js:4-10`
    pub fn place(&self, span: Span) -> String {
        let file = &self.source.files[span.file];
        let first = file.line_column(span.start).line;
        let last = file.line_column(span.end.saturating_sub(1).max(span.start)).line;
        if first == last { format!("{}:{first}", file.path) } else { format!("{}:{first}-{last}", file.path) }
    }
}

impl Body<'_> {
    /// The type of a parameter and what moves it into a cell if it needs one.
    fn parameter(&self, binding: BindingId) -> (TokenStream, TokenStream) {
        let repr = self.repr(binding);
        let name = self.name(binding);
        let declared = match self.storage(binding) {
            Storage::Cell => {
                let value = Code::new(repr, quote!(#name)).operand();
                quote!(let #name = cx.cell(#value);)
            }
            Storage::Local | Storage::Unused | Storage::Item | Storage::Constant | Storage::Slot(_) => {
                TokenStream::new()
            }
        };
        (repr.ty(), declared)
    }

    /// The statements of a function, its result at the end.
    fn function_body(&mut self, function: &Function, prologue: TokenStream) -> TokenStream {
        let hoisted = self.hoisted(&function.hoisted);
        let stmts = self.stmts(&function.body, Tail::Result);
        quote!(#prologue #hoisted #stmts)
    }

    /// What a call of a generator function does: parameters, and a generator that has the other statements before it.
    fn generator_body(&mut self, function: &Function, prologue: TokenStream) -> TokenStream {
        let (parameters, statements) = function.body.split_at(function.prologue);
        let parameters = self.stmts(parameters, Tail::Nothing);
        let hoisted = self.hoisted(&function.hoisted);
        let statements = self.stmts(statements, Tail::Result);
        let class = Self::ident(if function.is_async { "AsyncGenerator" } else { "Generator" });
        quote! {
            #prologue #parameters
            let generator = #class::new(cx, &call)?;
            generator.start(cx, async move { #hoisted #statements })
        }
    }

    /// A function as a value.
    pub fn function_value(&mut self, function: FunctionId) -> Code {
        match self.krate.facts.functions[function].role {
            FunctionRole::Item => self.item_value(function),
            FunctionRole::Closure | FunctionRole::Callback => self.closure(function),
        }
    }

    /// The function object of a Rust function.
    fn item_value(&mut self, id: FunctionId) -> Code {
        let function = &self.krate.program.functions[id];
        let (text, length) = (&function.name, Literal::u32_unsuffixed(function.length));
        let name = Self::ident(&self.krate.names.functions[id]);
        let path = self.path(function.module, &name);
        let mut arguments = TokenStream::new();
        for (index, param) in function.params.iter().enumerate() {
            let index = Literal::usize_unsuffixed(index);
            let value = Code::value(quote!(call.arg(#index))).coerce(self.repr(param.binding));
            arguments.extend(quote!(, #value));
        }
        if function.rest.is_some() {
            let index = Literal::usize_unsuffixed(function.params.len());
            arguments.extend(quote!(, call.rest(cx, #index)));
        }
        let called = quote!(#path(cx #arguments));
        let body = match self.krate.result_of(id) {
            Repr::Value => called,
            Repr::Unit => quote!(#called.map(|()| Value::Undefined)),
            _ => quote!(#called.map(Value::from)),
        };
        let call = Self::ident(if mentions(&arguments, "call") { "call" } else { "_call" });
        let make = constructor(function);
        Code::new(Repr::Object, quote!(cx.#make(#text, #length, [], |cx, #call| #body)))
    }

    /// A function object with its captures, and its code in place.
    fn closure(&mut self, id: FunctionId) -> Code {
        let function = &self.krate.program.functions[id];
        let (captures, code) = self.closure_parts(id);
        let (text, length) = (&function.name, Literal::u32_unsuffixed(function.length));
        let make = constructor(function);
        Code::new(Repr::Object, quote!(cx.#make(#text, #length, [#(#captures),*], #code)))
    }

    /// What a function object captures, and its code.
    pub fn closure_parts(&mut self, id: FunctionId) -> (Vec<TokenStream>, TokenStream) {
        let function = &self.krate.program.functions[id];
        let mut captures = Vec::new();
        let mut inner = Body::new(self.krate, self.module, Some(id), Repr::Value);
        inner.last_line = self.line_before(function);
        let mut prologue = TokenStream::new();
        // Plain values first: they are taken in one pattern.
        let is_value =
            |binding: &BindingId| self.storage(*binding) != Storage::Cell && self.repr(*binding) == Repr::Value;
        let captured = &self.krate.facts.functions[id].captures;
        let (plain, others): (Vec<BindingId>, Vec<BindingId>) = captured.iter().partition(|binding| is_value(binding));
        let plain: Vec<Ident> = plain.into_iter().map(|binding| self.name(binding)).collect();
        match plain.as_slice() {
            [] => {}
            [only] => prologue.extend(quote!(let #only = call.captured(0);)),
            _ => prologue.extend(quote!(let [#(#plain),*] = call.captures();)),
        }
        captures.extend(plain.iter().map(|name| quote!(#name)));
        for binding in others {
            let name = self.name(binding);
            let index = Literal::usize_unsuffixed(captures.len());
            if self.storage(binding) == Storage::Cell {
                captures.push(quote!(#name.into()));
                prologue.extend(quote!(let #name = call.binding(#index);));
            } else {
                let repr = self.repr(binding);
                captures.push(Code::new(repr, quote!(#name)).into_value());
                let value = Code::value(quote!(call.captured(#index))).coerce(repr);
                prologue.extend(quote!(let #name = #value;));
            }
        }
        for (name, source) in Implicit::of(self.krate, function).variables(function.is_strict) {
            if function.form == FunctionForm::Arrow {
                let index = Literal::usize_unsuffixed(captures.len());
                captures.push(name.clone());
                prologue.extend(quote!(let #name = call.captured(#index);));
            } else {
                prologue.extend(quote!(let #name = #source;));
            }
        }
        if let Some(binding) = self.krate.self_names[id]
            && self.krate.facts.bindings[binding].reads > 0
        {
            let value = Code::new(Repr::Object, quote!(call.function().object()));
            prologue.extend(inner.declare(binding, value));
        }
        prologue.extend(inner.parameters(function, &Self::ident("call")));
        prologue.extend(inner.arguments_object(id));
        let code = if function.is_generator {
            inner.generator_body(function, prologue)
        } else if self.krate.returns_promise(function) {
            let code = inner.function_body(function, TokenStream::new());
            quote!(#prologue start_async(cx, async move { #code }).map(Value::from))
        } else {
            inner.function_body(function, prologue)
        };
        let call = Self::ident(if mentions(&code, "call") { "call" } else { "_call" });
        let cx = Self::ident(if mentions(&code, "cx") { "cx" } else { "_cx" });
        (captures, quote!(|#cx, #call| { #code }))
    }

    /// The line that the reader knows when the body begins: `(name) => name.trim()` has no statement that would need a comment with its line.
    fn line_before(&self, function: &Function) -> Option<(FileId, u32)> {
        match function.body.as_slice() {
            [Stmt { kind: StmtKind::Return(Some(_)), span, comments }]
                if function.form == FunctionForm::Arrow && comments.is_empty() =>
            {
                let source = &self.krate.source.files[span.file];
                let is_expression = !source.text[span.start as usize..].starts_with("return");
                if is_expression { Some((span.file, source.line_column(span.start).line)) } else { self.last_line }
            }
            _ => self.last_line,
        }
    }

    /// The variable `arguments`.
    fn arguments_object(&mut self, id: FunctionId) -> TokenStream {
        let function = &self.krate.program.functions[id];
        let Some(binding) = function.arguments else { return TokenStream::new() };
        let object = if function.is_strict {
            quote!(call.strict_arguments(cx))
        } else if self.krate.facts.functions[id].maps_arguments {
            let variables: Vec<Ident> = function.params.iter().map(|param| self.name(param.binding)).collect();
            quote!(call.mapped_arguments(cx, &[#(#variables),*])?)
        } else {
            quote!(call.sloppy_arguments(cx)?)
        };
        self.declare(binding, Code::new(Repr::Object, object))
    }

    /// A Rust closure that a builtin calls. It sees the variables around it.
    pub fn rust_closure(&mut self, id: FunctionId) -> TokenStream {
        let function = &self.krate.program.functions[id];
        let mut inner = Body::new(self.krate, self.module, Some(id), Repr::Value);
        inner.last_line = self.line_before(function);
        let prologue = inner.parameters(function, &Self::ident("args"));
        let code = inner.function_body(function, prologue);
        let args = Self::ident(if mentions(&code, "args") { "args" } else { "_args" });
        let cx = Self::ident(if mentions(&code, "cx") { "cx" } else { "_cx" });
        quote!(|#cx, #args| { #code })
    }

    /// Parameters as variables.
    fn parameters(&mut self, function: &Function, source: &Ident) -> TokenStream {
        let source = quote!(#source);
        let mut code = TokenStream::new();
        let each_once = |param: &crate::ir::Param| self.krate.facts.bindings[param.binding].reads == 1;
        // The body of an async function or generator outlives its call.
        let stays = function.is_async || function.is_generator;
        let is_short = !stays
            && matches!(function.body.as_slice(), [Stmt { kind: StmtKind::Return(_), .. }])
            && function.params.iter().all(each_once);
        if !is_short && let Some(array) = self.parameter_array(function, &source) {
            return array;
        }
        let is_expression = !stays && matches!(function.body.as_slice(), [Stmt { kind: StmtKind::Return(_), .. }]);
        for (index, param) in function.params.iter().enumerate() {
            let facts = &self.krate.facts.bindings[param.binding];
            // In `(name) => name.trim()` the parameter needs no variable; nor does one that is taken apart, `([name]) => …`.
            let is_plain =
                facts.storage == Storage::Local && !facts.captured && self.repr(param.binding) == Repr::Value;
            let is_pattern = !stays && {
                let span = self.krate.program.bindings[param.binding].span;
                self.krate.source.files[span.file].text[span.start as usize..].starts_with(['[', '{'])
            };
            if (is_expression || is_pattern) && is_plain && facts.reads == 1 && facts.writes == 0 {
                let index = Literal::usize_unsuffixed(index);
                self.inlined.insert(param.binding, quote!(#source.arg(#index)));
                continue;
            }
            if facts.reads == 0 && facts.writes == 0 && facts.storage != Storage::Cell {
                continue;
            }
            let value = {
                let index = Literal::usize_unsuffixed(index);
                Code::value(quote!(#source.arg(#index)))
            };
            code.extend(self.declare(param.binding, value));
        }
        if let Some(binding) = function.rest
            && self.krate.facts.bindings[binding].reads > 0
        {
            let value = {
                let index = Literal::usize_unsuffixed(function.params.len());
                Code::new(Repr::Object, quote!(#source.rest(cx, #index)))
            };
            code.extend(self.declare(binding, value));
        }
        code
    }

    /// Two or more plain parameters, in one pattern.
    fn parameter_array(&self, function: &Function, source: &TokenStream) -> Option<TokenStream> {
        let plain = |binding: BindingId| {
            let facts = &self.krate.facts.bindings[binding];
            facts.storage == Storage::Local && facts.reads > 0 && self.repr(binding) == Repr::Value
        };
        if function.rest.is_some() || function.params.len() < 2 {
            return None;
        }
        if !function.params.iter().all(|param| plain(param.binding)) {
            return None;
        }
        let names = function.params.iter().map(|param| {
            let name = self.name(param.binding);
            let is_mut = self.krate.facts.bindings[param.binding].writes > 0;
            if is_mut { quote!(mut #name) } else { quote!(#name) }
        });
        Some(quote!(let [#(#names),*] = #source.parameters();))
    }
}

/// The method of `Cx` that makes a function object of this form.
fn constructor(function: &Function) -> Ident {
    Body::ident(match (function.is_async, function.form) {
        (true, _) if function.is_generator => "async_generator_function",
        _ if function.is_generator => "generator_function",
        (true, _) => "async_function",
        (false, FunctionForm::Arrow) => "closure",
        (false, FunctionForm::Method | FunctionForm::Constructor | FunctionForm::DerivedConstructor) => "method",
        (false, FunctionForm::Declaration | FunctionForm::Expression) if function.is_strict => "strict_function",
        (false, FunctionForm::Declaration | FunctionForm::Expression) => "function",
    })
}

/// The tokens have this identifier.
pub fn mentions(tokens: &TokenStream, name: &str) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => unmarked(&ident.to_string()) == name,
        TokenTree::Group(group) => mentions(&group.stream(), name),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
