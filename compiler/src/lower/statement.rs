//! Statements: one exhaustive match. ECMA-262 §14.

use swc_common::Spanned;
use swc_ecma_ast as ast;

use super::function::FunctionSource;
use super::hoist::Level;
use super::lowerer::Lowerer;
use super::messages::Origin;
use super::pattern::Mode;
use super::scope::{LabelFrame, Name};
use crate::base::Span;
use crate::diag::{Diagnostic, codes};
use crate::ir::{
    AssignOp, BindingId, BindingKind, CatchClause, Expr, ExprKind, FunctionForm, Place, Stmt, StmtKind, SwitchCase,
};

impl Lowerer<'_> {
    /// Statements of one scope, whose names were declared by [`Lowerer::hoist`].
    pub fn lower_statements(&mut self, statements: &[ast::Stmt], out: &mut Vec<Stmt>) {
        for statement in statements {
            let span = self.span(statement.span());
            self.with_comments(span, out, |lowerer, out| lowerer.lower_statement(statement, out));
        }
    }

    /// `{ … }` as a scope of its own; function declarations come first.
    pub fn lower_block(&mut self, block: &ast::BlockStmt) -> Vec<Stmt> {
        self.in_scope(|lowerer| {
            lowerer.hoist(block.stmts.iter(), Level::Block);
            let mut out = Vec::new();
            lowerer.lower_statements(&block.stmts, &mut out);
            lowerer.dangling_comments(block.span, &mut out);
            functions_first(out)
        })
    }

    /// The body of `if`, a loop or a label: the statements of a block, or one statement.
    pub fn lower_body(&mut self, body: &ast::Stmt) -> Vec<Stmt> {
        if let ast::Stmt::Decl(ast::Decl::Fn(function)) = body
            && function.function.is_async
        {
            let span = self.span(function.ident.span);
            self.report(
                Diagnostic::error(codes::SYNTAX_ERROR, "an async function cannot be declared here")
                    .primary(span, "only directly in a block, a function or a file")
                    .help("write a block around it"),
            );
        }
        match body {
            ast::Stmt::Block(block) => self.lower_block(block),
            _ => self.in_scope(|lowerer| {
                lowerer.hoist(std::iter::once(body), Level::Block);
                let mut out = Vec::new();
                lowerer.lower_statements(std::slice::from_ref(body), &mut out);
                out
            }),
        }
    }

    /// One statement.
    pub fn lower_statement(&mut self, statement: &ast::Stmt, out: &mut Vec<Stmt>) {
        let span = self.span(statement.span());
        let kind = match statement {
            ast::Stmt::Block(block) => StmtKind::Block(self.lower_block(block)),
            // Without a debugger attached, `debugger` does nothing.
            ast::Stmt::Empty(_) | ast::Stmt::Debugger(_) => return,
            ast::Stmt::With(with) => {
                let object = self.span(with.obj.span());
                self.report(
                    Diagnostic::error(codes::SYNTAX_ERROR, "`with` is not allowed in modules")
                        .primary(object, "this object")
                        .help("write the object's name before each property: `object.property`"),
                );
                StmtKind::Error
            }
            ast::Stmt::Return(statement) => self.lower_return(statement.arg.as_deref(), span),
            ast::Stmt::Labeled(labeled) => return self.lower_labeled(labeled, Vec::new(), out),
            ast::Stmt::Break(statement) => match self.find_label(statement.label.as_ref(), false) {
                Some(label) => StmtKind::Break(label),
                None => self.refuse_jump("break", statement.label.as_ref(), span),
            },
            ast::Stmt::Continue(statement) => match self.find_label(statement.label.as_ref(), true) {
                Some(label) => StmtKind::Continue(label),
                None => self.refuse_jump("continue", statement.label.as_ref(), span),
            },
            ast::Stmt::If(branch) => {
                if let Some(holds) = self.decided(&branch.test) {
                    let taken = if holds { Some(&branch.cons) } else { branch.alt.as_ref() };
                    if let Some(taken) = taken {
                        let body = self.lower_body(taken);
                        out.push(self.stmt(span, StmtKind::Block(body)));
                    }
                    return;
                }
                let test = self.lower_expr(&branch.test);
                let then = self.lower_body(&branch.cons);
                let otherwise = branch.alt.as_ref().map(|otherwise| self.lower_body(otherwise));
                StmtKind::If { test, then, otherwise }
            }
            ast::Stmt::Switch(switch) => self.lower_switch(switch, Vec::new()),
            ast::Stmt::Throw(statement) => StmtKind::Throw(self.lower_expr(&statement.arg)),
            ast::Stmt::Try(statement) => self.lower_try(statement),
            ast::Stmt::While(_)
            | ast::Stmt::DoWhile(_)
            | ast::Stmt::For(_)
            | ast::Stmt::ForIn(_)
            | ast::Stmt::ForOf(_) => self.lower_loop(statement, Vec::new()),
            ast::Stmt::Decl(decl) => return self.lower_decl(decl, out),
            ast::Stmt::Expr(statement) => return self.lower_expr_statement(statement, out),
        };
        out.push(self.stmt(span, kind));
    }

    fn lower_expr_statement(&mut self, statement: &ast::ExprStmt, out: &mut Vec<Stmt>) {
        let span = self.span(statement.span);
        match super::callee_text::bare(&statement.expr) {
            ast::Expr::Assign(assign) if self.lower_assign_stmt(assign, out) => {}
            ast::Expr::Call(call) if self.lower_super_statement(call, out) => {}
            // Only runs the module.
            ast::Expr::Call(call) if matches!(&call.callee, ast::Callee::Expr(callee) if self.is_require(callee)) => {
                if let ast::Callee::Expr(callee) = &call.callee
                    && let Some(value) = self.lower_require(callee, &call.args, span)
                    && matches!(value.kind, ExprKind::Error)
                {
                    out.push(self.stmt(span, StmtKind::Error));
                }
            }
            // A directive without effect.
            ast::Expr::Lit(ast::Lit::Str(_)) => {}
            expr => {
                let value = self.lower_expr(expr);
                out.push(self.stmt(span, StmtKind::Expr(value)));
            }
        }
    }

    fn refuse_jump(&mut self, keyword: &str, label: Option<&ast::Ident>, span: Span) -> StmtKind {
        let title = match label {
            Some(label) => format!("`{keyword}` names no enclosing statement: `{}`", label.sym),
            None => format!("`{keyword}` outside a loop"),
        };
        self.report(Diagnostic::error(codes::SYNTAX_ERROR, title).primary(span, "jumps nowhere"));
        StmtKind::Error
    }

    fn lower_labeled(&mut self, labeled: &ast::LabeledStmt, mut names: Vec<swc_atoms::Atom>, out: &mut Vec<Stmt>) {
        let span = self.span(labeled.span);
        names.push(labeled.label.sym.clone());
        let kind = match &*labeled.body {
            ast::Stmt::Labeled(inner) => return self.lower_labeled(inner, names, out),
            ast::Stmt::While(_)
            | ast::Stmt::DoWhile(_)
            | ast::Stmt::For(_)
            | ast::Stmt::ForIn(_)
            | ast::Stmt::ForOf(_) => self.lower_loop(&labeled.body, names),
            ast::Stmt::Switch(switch) => self.lower_switch(switch, names),
            body => {
                let label = self.label();
                let name = labeled.label.sym.to_string();
                self.labels().push(LabelFrame { names, label, is_loop: false, is_breakable: false });
                let body = self.lower_body(body);
                self.labels().pop();
                StmtKind::Labeled { label, name, body }
            }
        };
        out.push(self.stmt(span, kind));
    }

    fn lower_switch(&mut self, switch: &ast::SwitchStmt, names: Vec<swc_atoms::Atom>) -> StmtKind {
        let discriminant = self.lower_expr(&switch.discriminant);
        let label = self.label();
        self.labels().push(LabelFrame { names, label, is_loop: false, is_breakable: true });
        let cases = self.in_scope(|lowerer| {
            lowerer.hoist(switch.cases.iter().flat_map(|case| &case.cons), Level::Block);
            switch.cases.iter().map(|case| lowerer.lower_case(case)).collect()
        });
        self.labels().pop();
        let mut cases: Vec<SwitchCase> = cases;
        // Functions of the cases exist from the beginning of the switch.
        let mut functions = Vec::new();
        for case in &mut cases {
            let mut body = functions_first(std::mem::take(&mut case.body));
            let count = body.iter().take_while(|stmt| matches!(stmt.kind, StmtKind::Function(_))).count();
            case.body = body.split_off(count);
            functions.append(&mut body);
        }
        let kind = StmtKind::Switch { label, discriminant, cases };
        if functions.is_empty() {
            return kind;
        }
        functions.push(self.stmt(self.span(switch.span), kind));
        StmtKind::Block(functions)
    }

    fn lower_case(&mut self, case: &ast::SwitchCase) -> SwitchCase {
        let test = case.test.as_ref().map(|test| self.lower_expr(test));
        let mut body = Vec::new();
        self.lower_statements(&case.cons, &mut body);
        SwitchCase { test, body, span: self.span(case.span) }
    }

    fn lower_try(&mut self, statement: &ast::TryStmt) -> StmtKind {
        let block = self.lower_block(&statement.block);
        let catch = statement.handler.as_ref().map(|handler| self.lower_catch(handler));
        let finally = statement.finalizer.as_ref().map(|block| self.lower_block(block));
        StmtKind::Try { block, catch, finally }
    }

    fn lower_catch(&mut self, handler: &ast::CatchClause) -> CatchClause {
        self.in_scope(|lowerer| {
            let mut steps = Vec::new();
            let binding = match &handler.param {
                None => None,
                Some(ast::Pat::Ident(ident)) => Some(lowerer.declare(&ident.id, BindingKind::Catch)),
                Some(pattern) => {
                    let span = lowerer.span(pattern.span());
                    for ident in super::hoist::names_of(pattern) {
                        match lowerer.lookup_here(&ident.sym) {
                            Some(first) => lowerer.report_duplicate(ident, first),
                            None => drop(lowerer.declare(ident, BindingKind::Let)),
                        }
                    }
                    let binding = lowerer.binding("error", BindingKind::Catch, span);
                    let value = lowerer.read(binding, span);
                    lowerer.bind_pattern(pattern, value, &Origin::Catch, Mode::Declare, &mut steps);
                    Some(binding)
                }
            };
            if let Some(pattern) = &handler.param {
                lowerer.refuse_catch_clash(pattern, &handler.body);
            }
            let mut body = Vec::new();
            lowerer.steps_to_stmts(steps, &mut body);
            body.extend(lowerer.lower_block(&handler.body));
            CatchClause { binding, body }
        })
    }

    /// `catch (e) { let e }`
    fn refuse_catch_clash(&mut self, pattern: &ast::Pat, body: &ast::BlockStmt) {
        for lexical in super::hoist::lexical_names(&body.stmts) {
            if let Some(first) = super::hoist::names_of(pattern).into_iter().find(|name| name.sym == lexical.sym) {
                let (span, first) = (self.span(lexical.span), self.span(first.span));
                self.report(super::scope::duplicate(&lexical.sym, span, Some(first)));
            }
        }
    }

    /// A declaration.
    pub fn lower_decl(&mut self, decl: &ast::Decl, out: &mut Vec<Stmt>) {
        let span = self.span(decl.span());
        match decl {
            ast::Decl::Class(class) => {
                if !class.declare {
                    self.lower_class_decl(class, out);
                }
            }
            ast::Decl::Fn(function) => self.lower_function_decl(function, out),
            ast::Decl::Var(var) => self.lower_var(var, out),
            ast::Decl::Using(using) => {
                let head = self.head_of(using.span);
                self.report(
                    Diagnostic::error(codes::USING, "`using` is not supported")
                        .primary(head, "closes the resource at the end of the block")
                        .help("use `const`, and `try … finally` where something must be closed"),
                );
                out.push(self.stmt(span, StmtKind::Error));
            }
            ast::Decl::TsInterface(_) | ast::Decl::TsTypeAlias(_) => {}
            ast::Decl::TsEnum(decl) => {
                if !decl.declare {
                    self.lower_enum(decl, out);
                }
            }
            ast::Decl::TsModule(module) => self.lower_namespace(module, out),
        }
    }

    fn lower_function_decl(&mut self, function: &ast::FnDecl, out: &mut Vec<Stmt>) {
        if function.declare || function.function.body.is_none() {
            return;
        }
        let span = self.span(function.function.span);
        let source =
            FunctionSource::new(function.ident.sym.to_string(), FunctionForm::Declaration, &function.function, span);
        let declared = match self.lookup_here(&function.ident.sym) {
            Some(Name::Binding(binding)) => match self.bindings[binding].kind {
                BindingKind::Function(id) if self.functions[id].span == span => Some((binding, id)),
                _ => None,
            },
            Some(Name::Import(_) | Name::Refused) | None => None,
        };
        // A later declaration of the same name replaced this one: look at it for mistakes only.
        let id = declared.map_or_else(|| self.reserve_function(span), |(_, id)| id);
        let is_right = self.lower_function(id, source);
        match declared {
            Some((binding, id)) if is_right => {
                out.push(self.stmt(span, StmtKind::Function(id)));
                self.assign_block_function(function, binding, span, out);
            }
            Some(_) => out.push(self.stmt(span, StmtKind::Error)),
            None => {}
        }
    }

    /// Annex B.3.2: where a function's declaration in a block is reached, the function's variable of the same name gets it.
    fn assign_block_function(&mut self, function: &ast::FnDecl, inner: BindingId, span: Span, out: &mut Vec<Stmt>) {
        let Some(outer) = self.function_level_var(&function.ident.sym) else { return };
        let is_strict = self.frames.last().is_some_and(|frame| frame.is_strict);
        if is_strict || outer == inner || function.function.is_async || function.function.is_generator {
            return;
        }
        let name = self.span(function.ident.span);
        let value = self.read(inner, name);
        self.block_function_vars.insert(outer);
        let assign =
            ExprKind::Assign { op: AssignOp::Assign, place: Place::Binding(outer, name), value: Box::new(value) };
        let assign = self.expr(span, assign);
        out.push(self.stmt(span, StmtKind::Expr(assign)));
    }

    /// The `var` of this name that the function or module around has.
    fn function_level_var(&self, name: &swc_atoms::Atom) -> Option<BindingId> {
        let meaning = match self.frames.last() {
            Some(frame) => {
                self.scopes[frame.first_scope..].iter().find(|scope| scope.is_function_body)?.names.get(name)
            }
            None => self.modules[self.module].names.get(name),
        };
        match meaning {
            Some(Name::Binding(binding)) if self.bindings[*binding].kind == BindingKind::Var => Some(*binding),
            Some(_) | None => None,
        }
    }

    /// `var`, `let`, `const`
    pub fn lower_var(&mut self, var: &ast::VarDecl, out: &mut Vec<Stmt>) {
        if var.declare || self.lower_exported_const(var, out) {
            return;
        }
        for declarator in &var.decls {
            let span = self.span(declarator.span);
            let Some(init) = &declarator.init else {
                if let (ast::VarDeclKind::Let, ast::Pat::Ident(ident)) = (var.kind, &declarator.name)
                    && let Some(Name::Binding(binding)) = self.lookup_here(&ident.id.sym)
                {
                    out.push(self.stmt(span, StmtKind::Let { binding, init: None }));
                }
                continue;
            };
            if self.lower_require_declarator(declarator) {
                continue;
            }
            let value = match &declarator.name {
                ast::Pat::Ident(ident) => self.lower_named(init, &ident.id.sym),
                _ => self.lower_expr(init),
            };
            let mut steps = Vec::new();
            self.bind_pattern(&declarator.name, value, &Origin::Declared(init), Mode::Declare, &mut steps);
            let first = out.len();
            self.steps_to_stmts(steps, out);
            if let [only] = &mut out[first..] {
                only.span = span;
            }
        }
    }

    /// Reads a value for nothing but its effect.
    pub fn evaluate(&mut self, value: Expr, out: &mut Vec<Stmt>) {
        out.push(self.stmt(value.span, StmtKind::Expr(value)));
    }
}

/// Function declarations of a block exist from its beginning.
fn functions_first(statements: Vec<Stmt>) -> Vec<Stmt> {
    let mut functions = Vec::new();
    let mut others = Vec::new();
    for mut statement in statements {
        match &mut statement.kind {
            StmtKind::Function(_) => functions.push(statement),
            // The function and the assignment of Annex B.3.2.
            StmtKind::Group(group) if matches!(group.first(), Some(Stmt { kind: StmtKind::Function(_), .. })) => {
                let assignments = group.split_off(1);
                functions.append(group);
                others.extend(assignments);
            }
            _ => others.push(statement),
        }
    }
    functions.extend(others);
    functions
}
