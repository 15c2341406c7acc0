//! Scopes: which declaration a name means.

use std::collections::HashMap;

use swc_atoms::Atom;
use swc_ecma_ast as ast;

use super::lowerer::Lowerer;
use crate::base::Span;
use crate::diag::{Diagnostic, codes};
use crate::ir::{BindingId, BindingKind, FunctionForm, FunctionId, LabelId};

/// What a name in a scope stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// A variable.
    Binding(BindingId),
    /// The import at this position of [`ModuleState::imports`](super::module::ModuleState::imports).
    Import(usize),
    /// Something whose declaration was refused: uses of it are poisoned without another word.
    Refused,
}

/// Names declared in one scope.
#[derive(Debug, Default)]
pub(super) struct ScopeFrame {
    /// The names.
    pub names: HashMap<Atom, Name>,
    /// It is the outermost scope of a function's body: where `var` goes.
    pub is_function_body: bool,
}

/// A label in source.
#[derive(Clone, Debug)]
pub(super) struct LabelFrame {
    /// Its names; none for an unlabelled loop or switch.
    pub names: Vec<Atom>,
    /// The jump target.
    pub label: LabelId,
    /// A loop: `continue` can name it.
    pub is_loop: bool,
    /// A loop or switch: `break` without a label can mean it.
    pub is_breakable: bool,
}

/// A function around the current place.
#[derive(Debug)]
pub(super) struct FunctionFrame {
    /// Which one.
    pub id: FunctionId,
    /// `async`
    pub is_async: bool,
    /// `*`
    pub is_generator: bool,
    /// An arrow function: `this` is that of the function around it.
    pub is_arrow: bool,
    /// Its form.
    pub form: FunctionForm,
    /// It is a property of the exports: what `this` would be is not known.
    pub is_export: bool,
    /// It stands in strict code.
    pub is_strict: bool,
    /// It uses `this`, `super` or `new.target`.
    pub uses_this: bool,
    /// The variable `arguments`.
    pub arguments: Option<BindingId>,
    /// The variable that is `this` of a constructor with `extends`.
    pub this: Option<DerivedThis>,
    /// Jump targets, innermost last.
    pub labels: Vec<LabelFrame>,
    /// Bindings that exist from its start.
    pub hoisted: Vec<BindingId>,
    /// Number of scopes when it was entered.
    pub first_scope: usize,
}

/// `this` of a constructor with `extends`.
#[derive(Clone, Copy, Debug)]
pub(super) struct DerivedThis {
    /// The variable.
    pub binding: BindingId,
    /// The statement `super(…)` directly in the body, which every way through it passes; `None` if there is none.
    pub statement: Option<Span>,
}

impl FunctionFrame {
    /// The frame of a function in which nothing has been seen yet.
    pub fn new(id: FunctionId, form: FunctionForm, first_scope: usize) -> Self {
        Self {
            id,
            is_async: false,
            is_generator: false,
            is_arrow: form == FunctionForm::Arrow,
            form,
            is_export: false,
            is_strict: false,
            uses_this: false,
            arguments: None,
            this: None,
            labels: Vec::new(),
            hoisted: Vec::new(),
            first_scope,
        }
    }
}

impl Lowerer<'_> {
    /// What a name means here; `None` when nobody declares it.
    pub fn lookup(&self, name: &Atom) -> Option<Name> {
        self.scopes
            .iter()
            .rev()
            .find_map(|scope| scope.names.get(name))
            .or_else(|| self.modules[self.module].names.get(name))
            .copied()
    }

    /// What a name means in the innermost scope alone.
    pub fn lookup_here(&self, name: &Atom) -> Option<Name> {
        match self.scopes.last() {
            Some(scope) => scope.names.get(name).copied(),
            None => self.modules[self.module].names.get(name).copied(),
        }
    }

    /// Declares a name in the innermost scope, replacing what it meant there.
    pub fn declare_name(&mut self, name: &Atom, meaning: Name) {
        match self.scopes.last_mut() {
            Some(scope) => scope.names.insert(name.clone(), meaning),
            None => self.modules[self.module].names.insert(name.clone(), meaning),
        };
    }

    /// Declares a variable in the innermost scope.
    pub fn declare(&mut self, ident: &ast::Ident, kind: BindingKind) -> BindingId {
        let span = self.span(ident.span);
        // At the top level these would be properties of the global object that cannot be declared or changed.
        if self.frames.is_empty() && self.scopes.is_empty() && matches!(&*ident.sym, "undefined" | "NaN" | "Infinity") {
            self.report(
                Diagnostic::error(
                    codes::GLOBAL_ASSIGNMENT,
                    format!("`{}` is built in and cannot be declared", ident.sym),
                )
                .primary(span, "declared here")
                .help("choose another name for the variable"),
            );
        }
        let binding = self.binding(ident.sym.to_string(), kind, span);
        self.declare_name(&ident.sym, Name::Binding(binding));
        binding
    }

    /// Opens a block scope, runs `work` in it and closes it.
    pub fn in_scope<R>(&mut self, work: impl FnOnce(&mut Self) -> R) -> R {
        self.scopes.push(ScopeFrame::default());
        let result = work(self);
        self.scopes.pop();
        result
    }

    /// The list of hoisted bindings of the function or module being lowered.
    pub fn hoisted(&mut self) -> &mut Vec<BindingId> {
        match self.frames.last_mut() {
            Some(frame) => &mut frame.hoisted,
            None => &mut self.modules[self.module].hoisted,
        }
    }

    /// Jump targets of the function being lowered. Top-level statements have a list of their own.
    pub fn labels(&mut self) -> &mut Vec<LabelFrame> {
        match self.frames.last_mut() {
            Some(frame) => &mut frame.labels,
            None => &mut self.modules[self.module].labels,
        }
    }

    /// Reports the second declaration of a name.
    pub fn report_duplicate(&mut self, ident: &ast::Ident, first: Name) {
        let span = self.span(ident.span);
        let first = match first {
            Name::Binding(binding) => Some(self.bindings[binding].span),
            Name::Import(import) => Some(self.modules[self.module].imports[import].span),
            Name::Refused => None,
        };
        self.report(duplicate(&ident.sym, span, first));
    }
}

/// The diagnostic for a name that is declared twice.
pub(super) fn duplicate(name: &str, span: Span, first: Option<Span>) -> Diagnostic {
    let diagnostic = Diagnostic::error(codes::DUPLICATE_DECLARATION, format!("`{name}` is declared twice"))
        .primary(span, "declared again here");
    let diagnostic = match first {
        Some(first) if first.file == span.file => diagnostic.secondary(first, "first declared here"),
        Some(_) | None => diagnostic,
    };
    diagnostic.help("give one of them another name, or remove it")
}
