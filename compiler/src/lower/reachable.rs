//! What of a package nothing mentions is left out: plugins use little of what packages have, and what is not used need not be something
//! that can be compiled. Only declarations wait to be mentioned, and only those whose evaluation nobody can observe.

use std::ops::Range;
use std::rc::Rc;

use swc_common::Spanned;
use swc_ecma_ast as ast;

use super::callee_text::bare;
use super::export::ExportSource;
use super::lowerer::Lowerer;
use super::scope::Name;
use crate::ir::{BindingId, BindingKind, ModuleId, Stmt};
use crate::parse::ParsedModule;

/// A declaration that waits until something mentions it.
struct Waiting {
    /// Its position in its scope.
    at: usize,
    declares: Vec<BindingId>,
    /// The comments that belong to it.
    comments: Range<usize>,
}

/// The statements of one scope of a package: those that were lowered, by position, and those that wait.
#[derive(Default)]
pub(super) struct Reachable {
    lowered: Vec<(usize, Vec<Stmt>)>,
    waiting: Vec<Waiting>,
}

impl Reachable {
    /// Lets a declaration wait. Its comments are passed over for now.
    pub fn wait(&mut self, lowerer: &mut Lowerer<'_>, at: usize, declares: Vec<BindingId>, span: swc_common::Span) {
        let module = lowerer.module;
        let first = lowerer.modules[module].comments.start;
        let end = lowerer.span(span).end;
        lowerer.comments_before(end);
        let comments = first..lowerer.modules[module].comments.start;
        self.waiting.push(Waiting { at, declares, comments });
    }

    /// Takes in what became of the statement at a position.
    pub fn add(&mut self, at: usize, stmts: Vec<Stmt>) {
        self.lowered.push((at, stmts));
    }

    /// The position of the first declaration that waits although something mentions it, and its comments.
    fn next(&mut self, lowerer: &Lowerer<'_>) -> Option<(usize, Range<usize>)> {
        let is_mentioned = |item: &Waiting| item.declares.iter().any(|binding| lowerer.mentioned.contains(binding));
        let found = self.waiting.iter().position(is_mentioned)?;
        let item = self.waiting.remove(found);
        Some((item.at, item.comments))
    }

    /// The statements in source order. What still waits is left out for good.
    pub fn finish(mut self, lowerer: &mut Lowerer<'_>, out: &mut Vec<Stmt>) {
        self.lowered.sort_by_key(|(at, _)| *at);
        out.extend(self.lowered.into_iter().flat_map(|(_, stmts)| stmts));
        for binding in self.waiting.into_iter().flat_map(|item| item.declares) {
            lowerer.hoisted().retain(|hoisted| *hoisted != binding);
            if let BindingKind::Function(function) = lowerer.bindings[binding].kind {
                lowerer.functions[function].is_left_out = true;
            }
        }
    }
}

impl Lowerer<'_> {
    /// The statements of a function of a package: at once those that run, then the functions that something mentions.
    pub fn lower_reachable(&mut self, statements: &[ast::Stmt], out: &mut Vec<Stmt>) {
        let mut reachable = Reachable::default();
        for (at, statement) in statements.iter().enumerate() {
            match self.declared_by(statement) {
                Some(declares) => reachable.wait(self, at, declares, statement.span()),
                None => {
                    let stmts = self.lower_with_comments(statement);
                    reachable.add(at, stmts);
                }
            }
        }
        while let Some((at, comments)) = reachable.next(self) {
            let stmts = self.with_comments_of(comments, |lowerer| lowerer.lower_with_comments(&statements[at]));
            reachable.add(at, stmts);
        }
        reachable.finish(self, out);
    }

    fn lower_with_comments(&mut self, statement: &ast::Stmt) -> Vec<Stmt> {
        let mut out = Vec::new();
        let span = self.span(statement.span());
        self.with_comments(span, &mut out, |lowerer, out| lowerer.lower_statement(statement, out));
        out
    }

    fn with_comments_of<R>(&mut self, comments: Range<usize>, work: impl FnOnce(&mut Self) -> R) -> R {
        let module = self.module;
        let all = std::mem::replace(&mut self.modules[module].comments, comments);
        let result = work(self);
        self.modules[module].comments = all;
        result
    }

    /// Lowers top-level declarations of packages that something mentions by now. False if there are none.
    pub fn lower_mentioned(&mut self) -> bool {
        for module in self.modules.ids() {
            let mut reachable = std::mem::take(&mut self.modules[module].reachable);
            let next = reachable.next(self);
            if let Some((at, comments)) = next.clone()
                && let Some(parsed) = self.modules[module].tree.clone()
            {
                let stmts = self.inside(module, |lowerer| {
                    lowerer.with_comments_of(comments, |lowerer| lowerer.lower_item(&parsed.module.body[at]))
                });
                reachable.add(at, stmts);
            }
            self.modules[module].reachable = reachable;
            if next.is_some() {
                return true;
            }
        }
        false
    }

    /// Lowers the items of a file of a package that run; the others wait.
    pub fn lower_reachable_items(&mut self, parsed: &Rc<ParsedModule>) {
        let module = self.module;
        let mut reachable = Reachable::default();
        for (at, item) in parsed.module.body.iter().enumerate() {
            match self.declared_by_item(item) {
                Some(declares) => reachable.wait(self, at, declares, item.span()),
                None => {
                    let stmts = self.lower_item(item);
                    reachable.add(at, stmts);
                }
            }
        }
        self.modules[module].reachable = reachable;
        self.modules[module].tree = Some(parsed.clone());
    }

    /// Puts together the body of a file of a package.
    pub fn finish_reachable(&mut self, module: ModuleId) {
        if self.modules[module].tree.take().is_none() {
            return;
        }
        let reachable = std::mem::take(&mut self.modules[module].reachable);
        self.inside(module, |lowerer| {
            let mut body = Vec::new();
            reachable.finish(lowerer, &mut body);
            lowerer.prune_block_functions(&mut body);
            body.append(&mut lowerer.modules[module].body);
            lowerer.modules[module].body = body;
        });
    }

    /// What a statement declares, if that is a function: nobody can observe that it is there.
    fn declared_by(&self, statement: &ast::Stmt) -> Option<Vec<BindingId>> {
        match statement {
            ast::Stmt::Decl(ast::Decl::Fn(function)) => Some(vec![self.declared(&function.ident)?]),
            _ => None,
        }
    }

    /// What an item of a file declares, if nobody can observe when it is evaluated.
    fn declared_by_item(&self, item: &ast::ModuleItem) -> Option<Vec<BindingId>> {
        match item {
            ast::ModuleItem::Stmt(ast::Stmt::Decl(decl)) => self.declared_by_decl(decl),
            ast::ModuleItem::ModuleDecl(ast::ModuleDecl::ExportDecl(export)) => self.declared_by_decl(&export.decl),
            ast::ModuleItem::ModuleDecl(ast::ModuleDecl::ExportDefaultDecl(export))
                if matches!(export.decl, ast::DefaultDecl::Fn(_)) =>
            {
                self.modules[self.module].exports.iter().find_map(|export| match export.source {
                    ExportSource::Binding(binding) if export.name == "default" => Some(vec![binding]),
                    _ => None,
                })
            }
            ast::ModuleItem::Stmt(statement) => self.exported_function(statement),
            ast::ModuleItem::ModuleDecl(_) => None,
        }
    }

    fn declared_by_decl(&self, decl: &ast::Decl) -> Option<Vec<BindingId>> {
        match decl {
            ast::Decl::Fn(function) => Some(vec![self.declared(&function.ident)?]),
            ast::Decl::Class(class) if is_pure_class(&class.class) => Some(vec![self.declared(&class.ident)?]),
            ast::Decl::Var(var) => {
                let names = var.decls.iter().map(|declarator| match &declarator.name {
                    ast::Pat::Ident(ident) if declarator.init.as_deref().is_none_or(is_pure) => {
                        self.declared(&ident.id)
                    }
                    _ => None,
                });
                names.collect()
            }
            _ => None,
        }
    }

    fn declared(&self, ident: &ast::Ident) -> Option<BindingId> {
        match self.lookup_here(&ident.sym)? {
            Name::Binding(binding) => Some(binding),
            Name::Import(_) | Name::Refused => None,
        }
    }
}

/// Evaluating it does nothing but make a value.
pub(super) fn is_pure(expr: &ast::Expr) -> bool {
    match bare(expr) {
        ast::Expr::Lit(_) | ast::Expr::Fn(_) | ast::Expr::Arrow(_) => true,
        ast::Expr::Class(class) => is_pure_class(&class.class),
        ast::Expr::Tpl(template) => template.exprs.is_empty(),
        ast::Expr::Unary(unary) => {
            matches!(unary.op, ast::UnaryOp::Minus | ast::UnaryOp::Bang | ast::UnaryOp::Void)
                && matches!(bare(&unary.arg), ast::Expr::Lit(_))
        }
        ast::Expr::Array(array) => {
            array.elems.iter().flatten().all(|element| element.spread.is_none() && is_pure(&element.expr))
        }
        ast::Expr::Object(object) => object.props.iter().all(|member| match member {
            ast::PropOrSpread::Prop(property) => match &**property {
                ast::Prop::KeyValue(property) => !property.key.is_computed() && is_pure(&property.value),
                ast::Prop::Method(method) => !method.key.is_computed(),
                _ => false,
            },
            ast::PropOrSpread::Spread(_) => false,
        }),
        _ => false,
    }
}

fn is_pure_class(class: &ast::Class) -> bool {
    class.decorators.is_empty()
        && class.super_class.is_none()
        && class.body.iter().all(|member| match member {
            ast::ClassMember::Constructor(_) | ast::ClassMember::PrivateMethod(_) | ast::ClassMember::Empty(_) => true,
            ast::ClassMember::Method(method) => !method.key.is_computed(),
            ast::ClassMember::ClassProp(property) => !property.is_static && !property.key.is_computed(),
            ast::ClassMember::PrivateProp(property) => !property.is_static,
            _ => false,
        })
}
