//! The state while the body of one Rust function or closure is written.

use super::Crate;
use super::code::{Code, Repr};
use super::comments::source_line;
use crate::analyse::{Storage, direct_declarations, direct_functions};
use crate::base::FileId;
use crate::ir::{BindingId, BindingKind, Expr, ExprKind, FunctionId, LabelId, ModuleId, Stmt, StmtKind};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use std::collections::BTreeSet;

/// What `break`, `continue` and `return` have to cross.
#[derive(Clone, Debug)]
pub enum Frame {
    /// A Rust loop.
    Loop {
        /// Its JavaScript label.
        label: LabelId,
        /// Its Rust label.
        name: String,
        /// `continue` leaves this labeled block instead, since something follows it in each round.
        continue_block: Option<String>,
        /// Something named it.
        named: bool,
        /// Something left the labeled block.
        continued: bool,
        /// The iteration that has to be closed when the loop is left before its end.
        items: Option<Ident>,
        /// Closing that is awaited.
        is_await: bool,
    },
    /// A labeled block, for a labeled statement or a `switch`.
    Block {
        /// Its JavaScript label.
        label: LabelId,
        /// Its Rust label.
        name: String,
        /// Something named it.
        named: bool,
    },
    /// The body of a loop whose `continue` has work to do.
    Round,
    /// The closure around the block of a `try`: leaving it is a value of `Flow`.
    Attempt {
        /// What its closure returns.
        mode: AttemptMode,
        /// Jumps out of it, in the order of their numbers.
        jumps: Vec<Jump>,
    },
}

/// What the closure around the block of a `try` returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttemptMode {
    /// `()`: nothing leaves the block early.
    Plain,
    /// The result of the function: the block always returns or throws.
    Direct,
    /// `Flow`
    Flow,
}

/// A jump out of a `try` block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jump {
    /// `break`
    Break(LabelId),
    /// `continue`
    Continue(LabelId),
}

/// How a list of statements ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tail {
    /// As a block of statements.
    Nothing,
    /// As the body of a function: with its result.
    Result,
    /// As the closure of a `try` block: with `Ok(Flow::Next)` or `Ok(())`.
    Attempt,
}

/// A body being written.
pub struct Body<'a> {
    /// The crate it is part of.
    pub krate: &'a Crate<'a>,
    /// The file.
    pub module: ModuleId,
    /// The function, or `None` for a module body.
    pub function: Option<FunctionId>,
    /// What it returns.
    pub result: Repr,
    /// Loops and blocks around the current statement, outermost first.
    pub frames: Vec<Frame>,
    /// Hoisted variables that exist already.
    pub declared: BTreeSet<BindingId>,
    /// Parameters that are written as what the caller passed, where they are read once.
    pub inlined: std::collections::BTreeMap<BindingId, TokenStream>,
    /// Variables of the heads of the loops around the current statement.
    pub loop_variables: Vec<BindingId>,
    /// The source line that the last comment named.
    pub last_line: Option<(FileId, u32)>,
}

impl<'a> Body<'a> {
    /// An empty body.
    pub fn new(krate: &'a Crate<'a>, module: ModuleId, function: Option<FunctionId>, result: Repr) -> Self {
        Self {
            krate,
            module,
            function,
            result,
            frames: Vec::new(),
            declared: BTreeSet::new(),
            loop_variables: Vec::new(),
            inlined: std::collections::BTreeMap::new(),
            last_line: None,
        }
    }

    /// An identifier.
    pub fn ident(name: &str) -> Ident {
        Ident::new(name, Span::call_site())
    }

    /// The path of a Rust module.
    pub fn module_path(path: &str) -> TokenStream {
        let parts = path.split("::").map(Self::ident);
        quote!(#(#parts)::*)
    }

    /// A Rust temporary named after what it holds.
    pub fn fresh(&self, base: &str) -> Ident {
        Self::ident(&self.krate.names.fresh(self.krate.program, self.function, base))
    }

    /// The Rust name of a binding.
    pub fn name(&self, binding: BindingId) -> Ident {
        Self::ident(&self.krate.names.bindings[binding])
    }

    /// The representation of a local variable.
    pub fn repr(&self, binding: BindingId) -> Repr {
        Repr::of(self.krate.facts.bindings[binding].ty)
    }

    /// Where a binding lives.
    pub fn storage(&self, binding: BindingId) -> Storage {
        self.krate.facts.bindings[binding].storage
    }

    /// The comment with the source line, unless the line before had the same, and the author's own comments.
    pub fn marks(&mut self, stmt: &Stmt) -> TokenStream {
        let mut marks = TokenStream::new();
        marks.extend(self.krate.comments(&stmt.comments));
        if let StmtKind::Let { binding: _, init: Some(Expr { kind: ExprKind::Function(function), .. }) } = &stmt.kind {
            marks.extend(self.krate.comments_of_closure(*function));
        }
        marks.extend(self.line_mark(stmt.span.file, stmt.span.start));
        marks
    }

    /// The comment with a source line.
    pub fn line_mark(&mut self, file: FileId, offset: u32) -> TokenStream {
        let source = &self.krate.source.files[file];
        let line = source.line_column(offset).line;
        if self.last_line == Some((file, line)) {
            return TokenStream::new();
        }
        self.last_line = Some((file, line));
        source_line(&source.path, line)
    }

    /// Statements with what has to exist before them.
    pub fn stmts(&mut self, stmts: &[Stmt], tail: Tail) -> TokenStream {
        let mut code = self.predeclare(stmts);
        code.extend(self.functions(stmts));
        code.extend(self.list(stmts, tail));
        code
    }

    /// Variables of this scope that are mentioned before their declaration has run.
    fn predeclare(&mut self, stmts: &[Stmt]) -> TokenStream {
        let mut bindings = Vec::new();
        direct_declarations(stmts, &mut bindings);
        let functions = direct_functions(stmts);
        // The functions of a `switch` stand before it, and hold the variables of its cases.
        for stmt in stmts.iter().filter(|_| !functions.is_empty()) {
            if let StmtKind::Switch { cases, .. } = &stmt.kind {
                cases.iter().for_each(|case| direct_declarations(&case.body, &mut bindings));
            }
        }
        bindings.extend(functions.into_iter().filter_map(|function| self.krate.declared[function]));
        self.predeclare_bindings(&bindings)
    }

    /// Cells for those of `bindings` that need one early.
    pub fn predeclare_bindings(&mut self, bindings: &[BindingId]) -> TokenStream {
        let mut code = TokenStream::new();
        for &binding in bindings {
            let facts = &self.krate.facts.bindings[binding];
            let is_var = self.krate.program.bindings[binding].kind == BindingKind::Var;
            if facts.predeclared && !is_var && facts.storage == Storage::Cell && self.declared.insert(binding) {
                let (name, text) = (self.name(binding), &self.krate.program.bindings[binding].name);
                code.extend(quote!(let #name = cx.uninitialized_cell(#text);));
            }
        }
        code
    }

    /// Hoisted `var`s that cannot wait for their declaration.
    pub fn hoisted(&mut self, hoisted: &[BindingId]) -> TokenStream {
        let mut code = TokenStream::new();
        for &binding in hoisted {
            let facts = &self.krate.facts.bindings[binding];
            if self.krate.program.bindings[binding].kind != BindingKind::Var || !facts.predeclared {
                continue;
            }
            let name = self.name(binding);
            match facts.storage {
                // Functions that are items may mention it earlier; but nothing reads it before it has a value of its type.
                Storage::Local if self.repr(binding) != Repr::Value => {}
                Storage::Local => {
                    self.declared.insert(binding);
                    code.extend(quote!(let mut #name = Value::Undefined;));
                }
                Storage::Cell => {
                    self.declared.insert(binding);
                    code.extend(quote!(let #name = cx.cell(Value::Undefined);));
                }
                Storage::Slot(_) => {
                    let path = self.slot(binding);
                    code.extend(quote!(#path.initialize(cx, Value::Undefined);));
                }
                Storage::Unused | Storage::Item | Storage::Constant => {}
            }
        }
        code
    }

    /// Function objects of the declarations in this list, and the Rust functions of nested items.
    fn functions(&mut self, stmts: &[Stmt]) -> TokenStream {
        let mut code = TokenStream::new();
        for function in direct_functions(stmts) {
            if let Some(binding) = self.krate.declared[function]
                && !matches!(self.storage(binding), Storage::Item | Storage::Unused)
                && !self.krate.is_linked_early(binding)
            {
                code.extend(self.krate.comments_of_closure(function));
                let value = self.function_value(function);
                code.extend(self.declare(binding, value));
            }
        }
        code
    }

    fn list(&mut self, stmts: &[Stmt], tail: Tail) -> TokenStream {
        let mut code = TokenStream::new();
        let reachable = stmts.iter().position(|stmt| !crate::analyse::stmt_completes(stmt));
        let (live, dead) = match reachable {
            Some(last) => stmts.split_at(last + 1),
            None => (stmts, &[][..]),
        };
        // Functions may be declared behind the last statement that runs.
        for stmt in dead {
            if let StmtKind::Function(_) = stmt.kind {
                code.extend(self.stmt(stmt, Tail::Nothing));
            }
        }
        let mut taken = 0;
        for (index, stmt) in live.iter().enumerate() {
            if index < taken {
                continue;
            }
            if let Some((pattern, count)) = self.array_pattern(&live[index..]) {
                code.extend(self.marks(stmt));
                code.extend(pattern);
                taken = index + count;
                continue;
            }
            let is_last = index + 1 == live.len();
            let stmt_tail = if is_last { tail } else { Tail::Nothing };
            code.extend(self.stmt(stmt, stmt_tail));
        }
        if live.last().is_none_or(|last| !self.ends_with_result(last, tail)) {
            code.extend(self.end(tail));
        }
        code
    }

    /// The mode of the innermost `try` block around the current statement.
    pub fn attempt_mode(&self) -> Option<AttemptMode> {
        self.frames.iter().rev().find_map(|frame| match frame {
            Frame::Attempt { mode, .. } => Some(*mode),
            Frame::Loop { .. } | Frame::Block { .. } | Frame::Round => None,
        })
    }

    /// The statement, written with this tail, leaves nothing to be added behind it.
    fn ends_with_result(&self, stmt: &Stmt, tail: Tail) -> bool {
        match tail {
            Tail::Nothing => true,
            Tail::Result | Tail::Attempt => match &stmt.kind {
                // A block is a list of its own and has written its end.
                StmtKind::Block(_) | StmtKind::If { otherwise: Some(_), .. } => true,
                StmtKind::Group(stmts) => {
                    let last = stmts.iter().find(|stmt| !crate::analyse::stmt_completes(stmt)).or(stmts.last());
                    last.is_some_and(|last| self.ends_with_result(last, tail))
                }
                _ => !crate::analyse::stmt_completes(stmt),
            },
        }
    }

    /// What stands at the end of a body that ran through.
    pub fn end(&self, tail: Tail) -> TokenStream {
        match tail {
            Tail::Nothing => TokenStream::new(),
            Tail::Result => {
                let value = Code::undefined().coerce(self.result);
                match self.result {
                    Repr::Unit => quote!(Ok(())),
                    _ => quote!(Ok(#value)),
                }
            }
            Tail::Attempt => match self.attempt_mode() {
                Some(AttemptMode::Flow) => quote!(Ok(Flow::Next)),
                Some(AttemptMode::Plain | AttemptMode::Direct) | None => quote!(Ok(())),
            },
        }
    }

    /// Stores the first value of a variable: `let` or what its storage asks for.
    pub fn declare(&mut self, binding: BindingId, value: Code) -> TokenStream {
        let name = self.name(binding);
        let facts = &self.krate.facts.bindings[binding];
        match facts.storage {
            Storage::Unused => {
                let tokens = value.tokens;
                quote!(let _ = #tokens;)
            }
            Storage::Item | Storage::Constant => TokenStream::new(),
            Storage::Local => {
                let repr = self.repr(binding);
                if facts.predeclared && self.declared.contains(&binding) {
                    let value = value.coerce(repr);
                    return quote!(#name = #value;);
                }
                if self.krate.program.bindings[binding].kind == BindingKind::Var && !self.declared.insert(binding) {
                    let value = value.coerce(repr);
                    return quote!(#name = #value;);
                }
                let value = value.coerce_from(repr);
                // Storing into a `const` throws instead.
                let is_const = self.krate.program.bindings[binding].kind == BindingKind::Const;
                let is_mut = (facts.writes > 0 && !is_const) || repr == Repr::Iterator;
                // A parameter and the variable that is it.
                if !is_mut && name == value.to_string() {
                    return TokenStream::new();
                }
                if is_mut { quote!(let mut #name = #value;) } else { quote!(let #name = #value;) }
            }
            Storage::Cell => {
                let value = value.operand();
                if !self.declared.contains(&binding) {
                    if self.krate.program.bindings[binding].kind == BindingKind::Var {
                        self.declared.insert(binding);
                    }
                    return quote!(let #name = cx.cell(#value););
                }
                if self.krate.program.bindings[binding].kind == BindingKind::Var {
                    quote!(#name.set(cx, #value);)
                } else {
                    quote!(#name.initialize(cx, #value);)
                }
            }
            Storage::Slot(_) => {
                let (path, value) = (self.slot(binding), value.operand());
                quote!(#path.initialize(cx, #value);)
            }
        }
    }

    /// The path of a slot or constant from this module.
    pub fn slot(&self, binding: BindingId) -> TokenStream {
        let name = self.name(binding);
        match self.krate.program.bindings[binding].scope {
            crate::ir::Scope::Module(module) => self.path(module, &name),
            crate::ir::Scope::Function(_) => quote!(#name),
        }
    }

    /// The path of an item from this module.
    pub fn path(&self, module: ModuleId, name: &Ident) -> TokenStream {
        if module == self.module {
            return quote!(#name);
        }
        let main = self.krate.main_module();
        if module == main {
            return quote!(crate::#name);
        }
        let module = Self::module_path(&self.krate.names.modules[module]);
        if self.module == main { quote!(#module::#name) } else { quote!(crate::#module::#name) }
    }
}
