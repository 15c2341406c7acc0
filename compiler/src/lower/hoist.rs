//! Declares what a list of statements declares, before any of it is lowered: ECMA-262 §14.2.3 (BlockDeclarationInstantiation),
//! §10.2.11 (FunctionDeclarationInstantiation), and Annex B.3.2 for functions in blocks, since plugins run in sloppy mode.

use swc_ecma_ast as ast;

use super::lowerer::Lowerer;
use super::scope::Name;
use crate::ir::{BindingId, BindingKind};

/// Where statements stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// At the top of a file: two functions of one name are a mistake.
    Module,
    /// Directly in a function's body.
    Function,
    /// In a block.
    Block,
}

impl Lowerer<'_> {
    /// Declares the names of `statements` in the innermost scope.
    pub fn hoist<'a>(&mut self, statements: impl Iterator<Item = &'a ast::Stmt> + Clone, level: Level) {
        for statement in statements.clone() {
            if let ast::Stmt::Decl(decl) = statement {
                self.hoist_decl(decl, level);
            }
        }
        if level != Level::Block {
            let mut vars = Vars::default();
            for statement in statements {
                vars.statement(statement, true);
            }
            self.hoist_vars(&vars);
        }
    }

    /// Declares what one declaration declares at its own level; `var`s are left to [`Lowerer::hoist_vars`].
    pub fn hoist_decl(&mut self, decl: &ast::Decl, level: Level) {
        match decl {
            ast::Decl::Fn(function) => {
                if function.declare || function.function.body.is_none() {
                    return;
                }
                self.hoist_function(function, level);
            }
            ast::Decl::Class(class) => {
                if !class.declare {
                    self.declare_lexical(&class.ident, BindingKind::Class);
                }
            }
            ast::Decl::Var(var) => {
                let kind = match var.kind {
                    ast::VarDeclKind::Var => return,
                    ast::VarDeclKind::Let => BindingKind::Let,
                    ast::VarDeclKind::Const => BindingKind::Const,
                };
                if !var.declare {
                    for declarator in &var.decls {
                        if level == Level::Module
                            && super::require::simple_require(declarator).is_some()
                            && !self.requires_on_demand(declarator)
                        {
                            continue;
                        }
                        for ident in names_of(&declarator.name) {
                            self.declare_lexical(ident, kind);
                        }
                    }
                }
            }
            ast::Decl::Using(using) => {
                for declarator in &using.decls {
                    for ident in names_of(&declarator.name) {
                        self.declare_name(&ident.sym, Name::Refused);
                    }
                }
            }
            ast::Decl::TsEnum(decl) => {
                if !decl.declare && !self.is_enum_again(decl) {
                    let kind = if level == Level::Block { BindingKind::Let } else { BindingKind::Var };
                    if let Some(binding) = self.declare_lexical(&decl.id, kind) {
                        let module = self.module;
                        self.modules[module].enums.insert(binding);
                        if kind == BindingKind::Var {
                            self.hoisted().push(binding);
                        }
                    }
                }
            }
            ast::Decl::TsModule(module) => {
                if let ast::TsModuleName::Ident(ident) = &module.id
                    && !module.declare
                    && self.lookup_here(&ident.sym).is_none()
                    && super::namespace::has_values(module)
                {
                    self.declare_name(&ident.sym, Name::Refused);
                }
            }
            ast::Decl::TsInterface(interface) => self.declare_type(&interface.id, level),
            ast::Decl::TsTypeAlias(alias) => self.declare_type(&alias.id, level),
        }
    }

    fn declare_type(&mut self, ident: &ast::Ident, level: Level) {
        if level == Level::Module {
            let module = self.module;
            self.modules[module].types.insert(ident.sym.to_string());
        }
    }

    /// A second `enum` of a name adds members to the first.
    fn is_enum_again(&self, decl: &ast::TsEnumDecl) -> bool {
        match self.lookup_here(&decl.id.sym) {
            Some(Name::Binding(binding)) => self.modules[self.module].enums.contains(&binding),
            Some(Name::Import(_) | Name::Refused) | None => false,
        }
    }

    fn hoist_function(&mut self, function: &ast::FnDecl, level: Level) {
        let ident = &function.ident;
        let id = self.reserve_function(self.span(function.function.span));
        let kind = BindingKind::Function(id);
        match (level, self.lookup_here(&ident.sym)) {
            // In a function's body the last one counts; a parameter of the name is replaced when the body begins.
            (Level::Function, Some(Name::Binding(first)))
                if matches!(self.bindings[first].kind, BindingKind::Function(_)) =>
            {
                self.bindings[first].kind = kind;
                self.bindings[first].span = self.span(ident.span);
            }
            (Level::Module | Level::Function, None) => {
                let binding = self.declare(ident, kind);
                self.hoisted().push(binding);
            }
            (Level::Block, None) => drop(self.declare(ident, kind)),
            (_, Some(first)) => self.report_duplicate(ident, first),
        }
    }

    /// Declares a `let`, `const`, class or enum; reports a clash.
    fn declare_lexical(&mut self, ident: &ast::Ident, kind: BindingKind) -> Option<BindingId> {
        let clash = self.lookup_here(&ident.sym).or_else(|| {
            let in_body = self.scopes.last().is_some_and(|scope| scope.is_function_body);
            (in_body && self.is_parameter(ident)).then(|| self.lookup(&ident.sym)).flatten()
        });
        match clash {
            Some(first) => {
                self.report_duplicate(ident, first);
                None
            }
            None => Some(self.declare(ident, kind)),
        }
    }

    /// Declares `var`s in the innermost scope, which is a module's or a function body's.
    pub fn hoist_vars(&mut self, vars: &Vars<'_>) {
        for (ident, shadowing) in &vars.names {
            if let Some(clash) = shadowing {
                let first = self.span(clash.span);
                let span = self.span(ident.span);
                self.report(super::scope::duplicate(&ident.sym, span, Some(first)));
                continue;
            }
            match self.lookup_here(&ident.sym) {
                None => {
                    // A parameter of the same name is the same variable.
                    if !self.is_parameter(ident) {
                        let binding = self.declare(ident, BindingKind::Var);
                        self.hoisted().push(binding);
                    }
                }
                Some(Name::Binding(binding)) => match self.bindings[binding].kind {
                    // Functions at the top of a module are lexical (ECMA-262 §16.2.1.1).
                    BindingKind::Function(_) if self.frames.is_empty() && self.scopes.is_empty() => {
                        self.report_duplicate(ident, Name::Binding(binding));
                    }
                    BindingKind::Var | BindingKind::Function(_) | BindingKind::Param => {}
                    BindingKind::Let
                    | BindingKind::Const
                    | BindingKind::Class
                    | BindingKind::Catch
                    | BindingKind::FunctionSelf(_)
                    | BindingKind::Synthetic
                    | BindingKind::Temp => self.report_duplicate(ident, Name::Binding(binding)),
                },
                Some(first @ Name::Import(import)) => {
                    // `var name = require("…")` declared the import itself.
                    if self.modules[self.module].imports[import].span != self.span(ident.span) {
                        self.report_duplicate(ident, first);
                    }
                }
                Some(Name::Refused) => {}
            }
        }
        // In strict code a function in a block is known there only.
        let is_strict = self.frames.last().is_some_and(|frame| frame.is_strict);
        for ident in vars.block_functions.iter().filter(|_| !is_strict) {
            if self.lookup_here(&ident.sym).is_none() && !self.is_parameter(ident) {
                let binding = self.declare(ident, BindingKind::Var);
                self.hoisted().push(binding);
            }
        }
    }

    /// True if the name is a parameter of the function whose body is being entered.
    pub fn is_parameter(&self, ident: &ast::Ident) -> bool {
        let Some(frame) = self.frames.last() else { return false };
        let parameters = self.scopes.len() - 1;
        (frame.first_scope..parameters).any(|scope| {
            matches!(self.scopes[scope].names.get(&ident.sym), Some(Name::Binding(binding))
                if !matches!(self.bindings[*binding].kind, BindingKind::FunctionSelf(_)))
        })
    }
}

/// The `var`s of a function or module, found in all its blocks.
#[derive(Default)]
pub(super) struct Vars<'a> {
    /// Each name with the `let`, `const` or function of an enclosing block that it clashes with.
    names: Vec<(&'a ast::Ident, Option<&'a ast::Ident>)>,
    /// Functions in blocks that also make a variable of the function (Annex B.3.2).
    pub block_functions: Vec<&'a ast::Ident>,
    /// Lexical names of the blocks around, innermost last.
    blocks: Vec<Vec<&'a ast::Ident>>,
}

impl<'a> Vars<'a> {
    /// The names.
    pub fn names(&self) -> impl Iterator<Item = &'a ast::Ident> {
        self.names.iter().map(|(ident, _)| *ident)
    }

    fn name(&mut self, ident: &'a ast::Ident) {
        let clash = self.blocks.iter().flatten().find(|lexical| lexical.sym == ident.sym).copied();
        self.names.push((ident, clash));
    }

    fn declaration(&mut self, var: &'a ast::VarDecl) {
        if var.kind == ast::VarDeclKind::Var && !var.declare {
            for declarator in &var.decls {
                for ident in names_of(&declarator.name) {
                    self.name(ident);
                }
            }
        }
    }

    fn block(&mut self, statements: &'a [ast::Stmt]) {
        self.blocks.push(lexical_names(statements));
        for statement in statements {
            self.statement(statement, false);
        }
        self.blocks.pop();
    }

    /// Looks through a statement, not into functions.
    pub fn statement(&mut self, statement: &'a ast::Stmt, at_top: bool) {
        match statement {
            ast::Stmt::Decl(ast::Decl::Var(var)) => self.declaration(var),
            ast::Stmt::Decl(ast::Decl::Fn(function)) => {
                if !at_top && is_plain(function) {
                    // Not where a variable of the name would clash with a block further out.
                    let outer = self.blocks.len().saturating_sub(1);
                    let clashes =
                        self.blocks[..outer].iter().flatten().any(|lexical| lexical.sym == function.ident.sym);
                    if !clashes {
                        self.block_functions.push(&function.ident);
                    }
                }
            }
            ast::Stmt::Decl(_)
            | ast::Stmt::Empty(_)
            | ast::Stmt::Debugger(_)
            | ast::Stmt::Return(_)
            | ast::Stmt::Break(_)
            | ast::Stmt::Continue(_)
            | ast::Stmt::Throw(_)
            | ast::Stmt::Expr(_) => {}
            ast::Stmt::Block(block) => self.block(&block.stmts),
            ast::Stmt::With(with) => self.statement(&with.body, false),
            ast::Stmt::Labeled(labeled) => self.statement(&labeled.body, at_top),
            ast::Stmt::If(branch) => {
                self.statement(&branch.cons, false);
                if let Some(otherwise) = &branch.alt {
                    self.statement(otherwise, false);
                }
            }
            ast::Stmt::Switch(switch) => {
                let mut lexical = Vec::new();
                for case in &switch.cases {
                    lexical.extend(lexical_names(&case.cons));
                }
                self.blocks.push(lexical);
                for case in &switch.cases {
                    for statement in &case.cons {
                        self.statement(statement, false);
                    }
                }
                self.blocks.pop();
            }
            ast::Stmt::Try(attempt) => {
                self.block(&attempt.block.stmts);
                if let Some(handler) = &attempt.handler {
                    // `catch (e) { var e }` is allowed (Annex B.3.4); a pattern's names are not.
                    let names = match &handler.param {
                        None | Some(ast::Pat::Ident(_)) => Vec::new(),
                        Some(pattern) => names_of(pattern),
                    };
                    self.blocks.push(names);
                    self.block(&handler.body.stmts);
                    self.blocks.pop();
                }
                if let Some(finalizer) = &attempt.finalizer {
                    self.block(&finalizer.stmts);
                }
            }
            ast::Stmt::While(repeat) => self.statement(&repeat.body, false),
            ast::Stmt::DoWhile(repeat) => self.statement(&repeat.body, false),
            ast::Stmt::For(repeat) => {
                let mut lexical = Vec::new();
                if let Some(ast::VarDeclOrExpr::VarDecl(var)) = &repeat.init {
                    self.declaration(var);
                    lexical = head_names(var);
                }
                self.loop_body(lexical, &repeat.body);
            }
            ast::Stmt::ForIn(repeat) => self.for_each(&repeat.left, &repeat.body),
            ast::Stmt::ForOf(repeat) => self.for_each(&repeat.left, &repeat.body),
        }
    }

    fn for_each(&mut self, head: &'a ast::ForHead, body: &'a ast::Stmt) {
        let mut lexical = Vec::new();
        match head {
            ast::ForHead::VarDecl(var) => {
                self.declaration(var);
                lexical = head_names(var);
            }
            ast::ForHead::UsingDecl(_) | ast::ForHead::Pat(_) => {}
        }
        self.loop_body(lexical, body);
    }

    fn loop_body(&mut self, lexical: Vec<&'a ast::Ident>, body: &'a ast::Stmt) {
        self.blocks.push(lexical);
        self.statement(body, false);
        self.blocks.pop();
    }
}

/// Neither async nor a generator: only such functions get the variable of Annex B.3.2.
fn is_plain(function: &ast::FnDecl) -> bool {
    !function.declare
        && function.function.body.is_some()
        && !function.function.is_async
        && !function.function.is_generator
}

fn head_names(var: &ast::VarDecl) -> Vec<&ast::Ident> {
    if var.kind == ast::VarDeclKind::Var {
        return Vec::new();
    }
    var.decls.iter().flat_map(|declarator| names_of(&declarator.name)).collect()
}

/// The names that statements declare in their own block.
pub(super) fn lexical_names(statements: &[ast::Stmt]) -> Vec<&ast::Ident> {
    let mut names = Vec::new();
    for statement in statements {
        match statement {
            ast::Stmt::Decl(ast::Decl::Var(var)) if !var.declare => names.extend(head_names(var)),
            ast::Stmt::Decl(ast::Decl::Fn(function)) if !function.declare => names.push(&function.ident),
            ast::Stmt::Decl(ast::Decl::Class(class)) if !class.declare => names.push(&class.ident),
            _ => {}
        }
    }
    names
}

/// The names that a pattern binds, in source order.
pub(super) fn names_of(pattern: &ast::Pat) -> Vec<&ast::Ident> {
    let mut names = Vec::new();
    collect(pattern, &mut names);
    names
}

fn collect<'a>(pattern: &'a ast::Pat, names: &mut Vec<&'a ast::Ident>) {
    match pattern {
        ast::Pat::Ident(ident) => names.push(&ident.id),
        ast::Pat::Array(array) => {
            for element in array.elems.iter().flatten() {
                collect(element, names);
            }
        }
        ast::Pat::Rest(rest) => collect(&rest.arg, names),
        ast::Pat::Object(object) => {
            for property in &object.props {
                match property {
                    ast::ObjectPatProp::KeyValue(property) => collect(&property.value, names),
                    ast::ObjectPatProp::Assign(property) => names.push(&property.key.id),
                    ast::ObjectPatProp::Rest(rest) => collect(&rest.arg, names),
                }
            }
        }
        ast::Pat::Assign(assign) => collect(&assign.left, names),
        ast::Pat::Invalid(_) | ast::Pat::Expr(_) => {}
    }
}
