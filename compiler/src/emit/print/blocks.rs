//! Blocks and statements.

use super::Printer;
use super::flat::{expr as flat, pat};
use syn::{Block, Expr, Local, Stmt};

impl Printer {
    /// `{ … }`
    pub fn block(&mut self, block: &Block) {
        if block.stmts.is_empty() {
            self.text("{}");
            return;
        }
        self.text("{");
        self.indented(|this| {
            for stmt in &block.stmts {
                this.newline();
                this.stmt(stmt);
            }
        });
        self.newline();
        self.text("}");
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Local(local) => self.local(local),
            Stmt::Item(item) => self.item(item),
            Stmt::Expr(expr, semicolon) => {
                let needs_semicolon = semicolon.is_some() && !is_block_like(expr);
                match expr {
                    // Only what stands on one line in the source too: it has no comment of its own.
                    Expr::If(inner) => match one_line_if(inner) {
                        Some(text) if self.fits(&text, 20) => self.text(&text),
                        Some(_) | None => self.if_(inner),
                    },
                    expr if is_block_like(expr) => self.broken(expr, 0),
                    expr => self.expr(expr, usize::from(needs_semicolon)),
                }
                if needs_semicolon {
                    self.text(";");
                }
            }
            Stmt::Macro(inner) => {
                if inner.mac.path.is_ident("__prickle_comment")
                    && let Ok(comment) = inner.mac.parse_body::<syn::LitStr>()
                {
                    self.text(format!("// {}", comment.value()).trim_end());
                } else {
                    let (attrs, mac) = (inner.attrs.clone(), inner.mac.clone());
                    self.expr(&Expr::Macro(syn::ExprMacro { attrs, mac }), 1);
                    self.text(";");
                }
            }
        }
    }

    fn local(&mut self, local: &Local) {
        self.text(&format!("let {}", pat(&local.pat)));
        if let Some(init) = &local.init {
            self.text(" = ");
            // On the next line, where it would fit there as a whole.
            if let Some(text) = flat(&init.expr)
                && !self.fits(&text, 1)
                && (self.indent + 1) * 4 + text.chars().count() < super::WIDTH
                && !matches!(&*init.expr, Expr::If(_))
            {
                while self.out.ends_with(' ') {
                    self.out.pop();
                }
                self.indented(|this| {
                    this.newline();
                    this.text(&text);
                });
            } else {
                self.expr(&init.expr, 1);
            }
        }
        self.text(";");
    }
}

/// `if done { return Ok(event); }`
fn one_line_if(inner: &syn::ExprIf) -> Option<String> {
    let [Stmt::Expr(only, Some(_))] = inner.then_branch.stmts.as_slice() else { return None };
    if inner.else_branch.is_some() || matches!(&*inner.cond, Expr::Let(_)) || is_block_like(only) {
        return None;
    }
    Some(format!("if {} {{ {}; }}", flat(&inner.cond)?, flat(only)?))
}

/// As a statement it needs no semicolon.
fn is_block_like(expr: &Expr) -> bool {
    matches!(expr, Expr::If(_) | Expr::Match(_) | Expr::Block(_) | Expr::While(_) | Expr::Loop(_) | Expr::ForLoop(_))
}
