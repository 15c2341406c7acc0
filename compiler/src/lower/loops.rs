//! Loops and jumps. ECMA-262 §14.7–14.9.

use swc_atoms::Atom;
use swc_common::Spanned;
use swc_ecma_ast as ast;

use super::lowerer::Lowerer;
use super::messages::{self, Origin};
use super::pattern::Mode;
use super::scope::{LabelFrame, Name};
use crate::base::Span;
use crate::diag::{Diagnostic, codes};
use crate::ir::{BindingId, BindingKind, Expr, ForInit, LabelId, LoopHeader, Stmt, StmtKind};

/// What ends a line comment. ECMA-262 §12.3.
const LINE_ENDS: [char; 4] = ['\n', '\r', '\u{2028}', '\u{2029}'];

impl Lowerer<'_> {
    /// The target of `break` or `continue`.
    pub fn find_label(&mut self, name: Option<&ast::Ident>, is_continue: bool) -> Option<LabelId> {
        self.labels()
            .iter()
            .rev()
            .find(|frame| match name {
                Some(name) => frame.names.contains(&name.sym) && (!is_continue || frame.is_loop),
                None => frame.is_loop || (frame.is_breakable && !is_continue),
            })
            .map(|frame| frame.label)
    }

    /// Any loop.
    pub fn lower_loop(&mut self, statement: &ast::Stmt, names: Vec<Atom>) -> StmtKind {
        let span = self.span(statement.span());
        let label = self.label();
        let header = LoopHeader { label, name: names.last().map(ToString::to_string), span };
        let frame = LabelFrame { names, label, is_loop: true, is_breakable: true };
        match statement {
            ast::Stmt::While(repeat) => {
                let test = self.lower_expr(&repeat.test);
                let body = self.lower_loop_body(&repeat.body, frame);
                StmtKind::While { header, test, body }
            }
            ast::Stmt::DoWhile(repeat) => {
                let body = self.lower_loop_body(&repeat.body, frame);
                let test = self.lower_expr(&repeat.test);
                StmtKind::DoWhile { header, body, test }
            }
            ast::Stmt::For(repeat) => self.lower_for(repeat, header, frame),
            ast::Stmt::ForOf(repeat) => {
                if repeat.is_await && !self.frames.last().is_some_and(|frame| frame.is_async) {
                    self.refuse_await(header.span);
                    return StmtKind::Error;
                }
                let (iterable, item, body, dead) =
                    self.lower_for_each(&repeat.left, &repeat.right, &repeat.body, frame);
                let iterable = messages::iterated(iterable);
                let message = if repeat.is_await { messages::for_await } else { messages::for_of };
                let not_iterable = message(&repeat.right);
                self.before(
                    StmtKind::ForOf { header, item, iterable, not_iterable, is_await: repeat.is_await, body },
                    span,
                    dead,
                )
            }
            ast::Stmt::ForIn(repeat) => {
                let (object, key, body, dead) = self.lower_for_each(&repeat.left, &repeat.right, &repeat.body, frame);
                self.before(StmtKind::ForIn { header, key, object, body }, span, dead)
            }
            _ => StmtKind::Error,
        }
    }

    /// A loop, with declarations behind it that it sees already.
    fn before(&self, kind: StmtKind, span: Span, declarations: Vec<Stmt>) -> StmtKind {
        if declarations.is_empty() {
            return kind;
        }
        let mut stmts = vec![self.stmt(span, kind)];
        stmts.extend(declarations);
        StmtKind::Block(stmts)
    }

    fn lower_loop_body(&mut self, body: &ast::Stmt, frame: LabelFrame) -> Vec<Stmt> {
        self.labels().push(frame);
        let body = self.lower_body(body);
        self.labels().pop();
        body
    }

    /// `for (a; b⏎) …`: no semicolon is inserted in the head of a loop (ECMA-262 §12.10.1), though the parser does.
    fn refuse_missing_semicolon(&mut self, repeat: &ast::ForStmt) {
        let Some(test) = &repeat.test else { return };
        let (test, whole) = (self.span(test.span()), self.span(repeat.span));
        let behind = Span { file: test.file, start: test.end, end: whole.end };
        let mut text = self.source.files[behind.file].slice(behind);
        loop {
            text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
            text = match (text.strip_prefix("//"), text.strip_prefix("/*")) {
                (Some(comment), _) => comment.find(LINE_ENDS).map_or("", |end| &comment[end..]),
                (None, Some(comment)) => comment.split_once("*/").map_or("", |(_, rest)| rest),
                (None, None) => break,
            };
        }
        if !text.starts_with(';') {
            self.report(
                Diagnostic::error(codes::SYNTAX_ERROR, "a semicolon is missing in the head of a loop")
                    .primary(test, "no semicolon behind this")
                    .help("write `;`: none is inserted at the end of a line here"),
            );
        }
    }

    fn lower_for(&mut self, repeat: &ast::ForStmt, header: LoopHeader, frame: LabelFrame) -> StmtKind {
        self.refuse_missing_semicolon(repeat);
        self.in_scope(|lowerer| {
            let init = match &repeat.init {
                None => ForInit::None,
                Some(ast::VarDeclOrExpr::Expr(value)) => {
                    let mut stmts = Vec::new();
                    match super::callee_text::bare(value) {
                        ast::Expr::Assign(assign) if lowerer.lower_assign_stmt(assign, &mut stmts) => {}
                        value => {
                            let value = lowerer.lower_expr(value);
                            lowerer.evaluate(value, &mut stmts);
                        }
                    }
                    ForInit::Stmts { stmts, per_iteration: Vec::new() }
                }
                Some(ast::VarDeclOrExpr::VarDecl(var)) => {
                    let per_iteration = lowerer.declare_head(var);
                    let mut stmts = Vec::new();
                    lowerer.lower_var(var, &mut stmts);
                    let is_let = var.kind == ast::VarDeclKind::Let;
                    ForInit::Stmts { stmts, per_iteration: if is_let { per_iteration } else { Vec::new() } }
                }
            };
            let test = repeat.test.as_ref().map(|test| lowerer.lower_expr(test));
            // The update comes after the body, but stands before it in source, and so do its comments.
            let update = repeat.update.as_ref().map(|update| lowerer.lower_expr(update));
            let body = lowerer.lower_loop_body(&repeat.body, frame);
            StmtKind::For { header, init, test, update, body }
        })
    }

    /// Declares the `let` and `const` names of a loop's head.
    fn declare_head(&mut self, var: &ast::VarDecl) -> Vec<BindingId> {
        let kind = match var.kind {
            ast::VarDeclKind::Var => return Vec::new(),
            ast::VarDeclKind::Let => BindingKind::Let,
            ast::VarDeclKind::Const => BindingKind::Const,
        };
        let mut declared = Vec::new();
        for declarator in &var.decls {
            for ident in super::hoist::names_of(&declarator.name) {
                match self.lookup_here(&ident.sym) {
                    Some(first) => self.report_duplicate(ident, first),
                    None => declared.push(self.declare(ident, kind)),
                }
            }
        }
        declared
    }

    /// What for-of and for-in share: the right side, the variable of each iteration, the body.
    fn lower_for_each(
        &mut self,
        head: &ast::ForHead,
        right: &ast::Expr,
        body: &ast::Stmt,
        frame: LabelFrame,
    ) -> (Expr, BindingId, Vec<Stmt>, Vec<Stmt>) {
        let span = self.span(head.span());
        let (right, dead) = self.lower_right_side(head, right);
        let (right, item, stmts) = self.in_scope(|lowerer| {
            let mut steps = Vec::new();
            let item = match head {
                ast::ForHead::VarDecl(var) => {
                    lowerer.declare_head(var);
                    match var.decls.first().map(|declarator| &declarator.name) {
                        Some(ast::Pat::Ident(ident)) if var.kind != ast::VarDeclKind::Var => {
                            lowerer.declared_item(&ident.id, span)
                        }
                        Some(pattern) => lowerer.item_for(pattern, &Origin::LoopHead, Mode::Declare, span, &mut steps),
                        None => lowerer.temporary("item", span),
                    }
                }
                ast::ForHead::UsingDecl(using) => {
                    let head = lowerer.head_of(using.span);
                    lowerer.report(
                        Diagnostic::error(codes::USING, "`using` is not supported")
                            .primary(head, "closes each item at the end of its iteration")
                            .help("use `const`, and `try … finally` where something must be closed"),
                    );
                    for declarator in &using.decls {
                        for ident in super::hoist::names_of(&declarator.name) {
                            lowerer.declare_name(&ident.sym, Name::Refused);
                        }
                    }
                    lowerer.temporary("item", span)
                }
                ast::ForHead::Pat(pattern) => {
                    lowerer.item_for(pattern, &Origin::LoopTarget, Mode::Assign, span, &mut steps)
                }
            };
            let mut stmts = Vec::new();
            lowerer.steps_to_stmts(steps, &mut stmts);
            stmts.extend(lowerer.lower_loop_body(body, frame));
            (right, item, stmts)
        });
        (right, item, stmts, dead)
    }

    fn declared_item(&mut self, ident: &ast::Ident, span: Span) -> BindingId {
        match self.lookup_here(&ident.sym) {
            Some(Name::Binding(binding)) => binding,
            Some(Name::Import(_) | Name::Refused) | None => self.temporary("item", span),
        }
    }

    /// A temporary for each item, taken apart at the start of the body.
    fn item_for(
        &mut self,
        pattern: &ast::Pat,
        origin: &Origin<'_>,
        mode: Mode,
        span: Span,
        steps: &mut Vec<super::pattern::Step>,
    ) -> BindingId {
        let name = match pattern {
            ast::Pat::Ident(ident) => ident.id.sym.to_string(),
            ast::Pat::Array(array) if array.elems.len() == 2 => "entry".to_owned(),
            _ => "item".to_owned(),
        };
        let item = self.temporary(name, span);
        let value = self.read(item, span);
        self.bind_pattern(pattern, value, origin, mode, steps);
        item
    }

    /// The right side sees the names of the head, which are not initialised yet: using one always throws. Those that are used are
    /// variables of their own, declared behind the loop.
    fn lower_right_side(&mut self, head: &ast::ForHead, right: &ast::Expr) -> (Expr, Vec<Stmt>) {
        let ast::ForHead::VarDecl(var) = head else { return (self.lower_expr(right), Vec::new()) };
        if var.kind == ast::VarDeclKind::Var {
            return (self.lower_expr(right), Vec::new());
        }
        self.in_scope(|lowerer| {
            let declared = lowerer.declare_head(var);
            let right = lowerer.lower_expr(right);
            let used = declared.into_iter().filter(|binding| lowerer.reads.contains(binding)).collect::<Vec<_>>();
            let dead = used
                .into_iter()
                .map(|binding| lowerer.stmt(lowerer.bindings[binding].span, StmtKind::Let { binding, init: None }));
            let dead = dead.collect();
            (right, dead)
        })
    }
}
