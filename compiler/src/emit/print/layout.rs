//! Expressions on several lines.

use super::Printer;
use super::flat::{closure_head, expr as flat, macro_args, pat, path_text};
use super::hanging::{SHORT_BASE, first_words, hangs, is_chain_within, is_plain_list};
use quote::ToTokens;
use syn::{Arm, Expr, ExprIf, ExprMatch};

/// The part of a call before its arguments, its arguments, and what closes them.
struct Call<'a> {
    arguments: Vec<&'a Expr>,
    open: &'static str,
    close: &'static str,
}

impl Printer {
    /// An expression that does not fit on the line.
    pub fn broken(&mut self, expr: &Expr, reserve: usize) {
        match expr {
            Expr::MethodCall(_) | Expr::Try(_) | Expr::Await(_) => self.chain(expr, reserve),
            Expr::Call(call) => {
                self.expr(&call.func, 1);
                let arguments: Vec<&Expr> = call.args.iter().collect();
                self.arguments(&Call { arguments, open: "(", close: ")" }, reserve);
            }
            Expr::Macro(mac) => match macro_args(&mac.mac) {
                Some(args) => {
                    self.text(&format!("{}!", path_text(&mac.mac.path)));
                    let arguments: Vec<&Expr> = args.iter().collect();
                    self.arguments(&Call { arguments, open: "(", close: ")" }, reserve);
                }
                None => self.text(&mac.to_token_stream().to_string()),
            },
            Expr::Array(array) => {
                let arguments: Vec<&Expr> = array.elems.iter().collect();
                self.arguments(&Call { arguments, open: "[", close: "]" }, reserve);
            }
            Expr::Tuple(tuple) => {
                let arguments: Vec<&Expr> = tuple.elems.iter().collect();
                self.arguments(&Call { arguments, open: "(", close: ")" }, reserve);
            }
            Expr::Reference(inner) => {
                self.text("&");
                self.expr(&inner.expr, reserve);
            }
            Expr::Unary(unary) => {
                self.text(&unary.op.to_token_stream().to_string());
                self.expr(&unary.expr, reserve);
            }
            Expr::Paren(inner) => {
                self.text("(");
                self.expr(&inner.expr, reserve + 1);
                self.text(")");
            }
            Expr::Binary(binary) => self.binary(binary, reserve),
            Expr::Assign(assign) => {
                self.expr(&assign.left, 3);
                self.text(" = ");
                self.expr(&assign.right, reserve);
            }
            Expr::Return(inner) => {
                self.text("return");
                if let Some(value) = &inner.expr {
                    self.text(" ");
                    self.expr(value, reserve);
                }
            }
            Expr::Closure(closure) => {
                self.text(&closure_head(closure));
                self.text(" ");
                match &*closure.body {
                    Expr::Block(block) if block.label.is_none() => self.block(&block.block),
                    body => self.expr(body, reserve),
                }
            }
            Expr::If(inner) => self.if_(inner),
            Expr::Match(inner) => self.match_(inner),
            Expr::Block(block) => {
                if let Some(label) = &block.label {
                    self.text(&format!("'{}: ", label.name.ident));
                }
                self.block(&block.block);
            }
            Expr::Async(block) => {
                self.text(if block.capture.is_some() { "async move " } else { "async " });
                self.block(&block.block);
            }
            Expr::While(inner) => {
                self.label(inner.label.as_ref());
                self.text("while ");
                self.condition(&inner.cond);
                self.before_block();
                self.block(&inner.body);
            }
            Expr::Loop(inner) => {
                self.label(inner.label.as_ref());
                self.text("loop ");
                self.block(&inner.body);
            }
            Expr::ForLoop(inner) => {
                self.label(inner.label.as_ref());
                self.text(&format!("for {} in ", pat(&inner.pat)));
                self.expr(&inner.expr, 2);
                self.before_block();
                self.block(&inner.body);
            }
            Expr::Struct(inner) => {
                self.text(&format!("{} {{", path_text(&inner.path)));
                let name = |field: &syn::FieldValue| field.member.to_token_stream().to_string();
                let flat = |field| Some(format!("{}: {}", name(field), flat(&field.expr)?));
                if !self.in_one_line_below(inner.fields.iter().map(flat).collect()) {
                    self.indented(|this| {
                        for field in &inner.fields {
                            this.newline();
                            this.text(&format!("{}: ", name(field)));
                            this.expr(&field.expr, 1);
                            this.text(",");
                        }
                    });
                }
                self.newline();
                self.text("}");
            }
            other => match flat(other) {
                Some(text) => self.text(&text),
                None => self.text(&other.to_token_stream().to_string()),
            },
        }
    }

    fn label(&mut self, label: Option<&syn::Label>) {
        if let Some(label) = label {
            self.text(&format!("'{}: ", label.name.ident));
        }
    }

    /// Arguments: the last one hangs over if it is made for that, else all stand in a line below, else each in one of its own.
    fn arguments(&mut self, call: &Call<'_>, reserve: usize) {
        if let Some((last, before)) = call.arguments.split_last()
            && hangs(last)
            && let Some(before) = before.iter().map(|argument| flat(argument)).collect::<Option<Vec<_>>>()
        {
            let mut head = call.open.to_owned();
            for argument in &before {
                head.push_str(argument);
                head.push_str(", ");
            }
            let start = first_words(last);
            if self.fits(&head, start.chars().count()) {
                self.text(&head);
                self.expr(last, reserve + call.close.len());
                self.text(call.close);
                return;
            }
        }
        self.text(call.open);
        let flat: Option<Vec<String>> = call.arguments.iter().map(|argument| flat(argument)).collect();
        if !self.in_one_line_below(flat) {
            self.indented(|this| {
                for argument in &call.arguments {
                    this.newline();
                    this.expr(argument, 1);
                    this.text(",");
                }
            });
        }
        if !call.arguments.is_empty() {
            self.newline();
        }
        self.text(call.close);
    }

    /// Writes items that are too long for what is left of this line into one line below it, where that is long enough.
    fn in_one_line_below(&mut self, items: Option<Vec<String>>) -> bool {
        let Some(items) = items.filter(|items| items.len() > 1) else { return false };
        let line = items.join(", ");
        let fits = 4 * (self.indent + 1) + line.chars().count() <= super::WIDTH && !line.contains('\n');
        if fits {
            self.indented(|this| {
                this.newline();
                this.text(&line);
            });
        }
        fits
    }

    /// A chain of methods: in one line but for the last arguments if they can hang, else one line per method.
    fn chain(&mut self, expr: &Expr, reserve: usize) {
        let mut links = Vec::new();
        let base = unroll(expr, &mut links);
        let calls = links.iter().filter(|link| matches!(link, Expr::MethodCall(_))).count();
        let last_call = links.iter().rposition(|link| matches!(link, Expr::MethodCall(_)));
        let suffix: String = match last_call {
            Some(at) => links[at + 1..].iter().map(|link| suffix(link)).collect(),
            None => links.iter().map(|link| suffix(link)).collect(),
        };
        let Some(last_call) = last_call else {
            self.expr(base, reserve + suffix.len());
            self.text(&suffix);
            return;
        };
        let Expr::MethodCall(call) = links[last_call] else { return };
        let arguments = Call { arguments: call.args.iter().collect(), open: "(", close: ")" };
        let name = format!(".{}{}", call.method, call.turbofish.as_ref().map_or(String::new(), super::flat::spaceless));
        // Everything before the last arguments on this line.
        if let Some(receiver) = flat(&call.receiver) {
            let head = format!("{receiver}{name}");
            let hanging = call.args.last().is_some_and(hangs);
            let others_flat = call.args.iter().rev().skip(1).all(|argument| flat(argument).is_some());
            // A call with a plain list stands below what it is called on, rather than be torn apart.
            let list = call.args.last().filter(|last| calls > 1 && others_flat && is_plain_list(last));
            if let Some(arguments) = list.and_then(|_| call.args.iter().map(flat).collect::<Option<Vec<_>>>()) {
                let line = format!("{name}({}){suffix}", arguments.join(", "));
                if self.fits(&receiver, 0) && 4 * (self.indent + 1) + line.chars().count() + reserve <= super::WIDTH {
                    self.text(&receiver);
                    self.indented(|this| {
                        this.newline();
                        this.text(&line);
                    });
                    return;
                }
            }
            let is_nested = call.args.last().is_some_and(|last| is_chain_within(last, expr));
            let can_hang = hanging && others_flat && !is_nested && self.can_hang(&head, &arguments);
            if (can_hang || calls == 1 && matches!(base, Expr::Path(_))) && self.fits(&head, 1) {
                self.text(&head);
                self.arguments(&arguments, reserve + suffix.len());
                self.text(&suffix);
                return;
            }
        }
        // A trailing `.into()` or `?` behind something that hangs.
        let trails = match &*call.receiver {
            Expr::MethodCall(inner) => {
                inner.args.last().is_some_and(|last| hangs(last) && !is_chain_within(last, expr))
            }
            _ => calls == 1,
        };
        if call.args.is_empty() && trails {
            self.expr(&call.receiver, reserve + suffix.len() + name.len() + 2);
            self.text(&format!("{name}(){suffix}"));
            return;
        }
        self.expr(base, 0);
        self.indented(|this| {
            let mut first = true;
            for (index, link) in links.iter().enumerate() {
                match link {
                    Expr::MethodCall(call) => {
                        // A short base and its first method stay together.
                        let short_base = first && flat(base).is_some_and(|base| base.len() <= SHORT_BASE);
                        if !short_base {
                            this.newline();
                        }
                        first = false;
                        let generics = call.turbofish.as_ref().map_or(String::new(), super::flat::spaceless);
                        this.text(&format!(".{}{generics}", call.method));
                        let rest: usize =
                            links[index + 1..].iter().take_while(|link| !matches!(link, Expr::MethodCall(_))).count();
                        let flat_args: Option<Vec<String>> = call.args.iter().map(flat).collect();
                        let text = flat_args.map(|arguments| format!("({})", arguments.join(", ")));
                        match text
                            .filter(|text| this.fits(text, rest + if index + 1 == links.len() { reserve } else { 0 }))
                        {
                            Some(text) => this.text(&text),
                            None => {
                                let arguments = Call { arguments: call.args.iter().collect(), open: "(", close: ")" };
                                this.arguments(&arguments, rest);
                            }
                        }
                    }
                    other => this.text(&suffix_of(other)),
                }
            }
        });
    }

    /// The arguments, broken, begin on this line.
    fn can_hang(&self, head: &str, call: &Call<'_>) -> bool {
        let Some((last, before)) = call.arguments.split_last() else { return true };
        let before: usize = before.iter().map(|argument| flat(argument).map_or(WIDE, |text| text.len() + 2)).sum();
        !hangs(last) || self.column() + head.len() + 1 + before + first_words(last).len() <= super::WIDTH
    }

    fn binary(&mut self, binary: &syn::ExprBinary, reserve: usize) {
        let op = super::flat::spaceless(&binary.op);
        self.expr(&binary.left, 0);
        let is_assignment = op.ends_with('=') && !["==", "!=", "<=", ">="].contains(&op.as_str());
        if is_assignment {
            self.text(&format!(" {op} "));
            self.expr(&binary.right, reserve);
            return;
        }
        self.indented(|this| {
            this.newline();
            this.text(&format!("{op} "));
            this.expr(&binary.right, reserve);
        });
    }

    /// What stands behind `if` and `while`.
    fn condition(&mut self, condition: &Expr) {
        match condition {
            Expr::Let(condition) => {
                self.text(&format!("let {} = ", pat(&condition.pat)));
                self.expr(&condition.expr, 2);
            }
            condition => self.expr(condition, 2),
        }
    }

    /// The brace of a body stands on a line of its own behind a head that is indented.
    fn before_block(&mut self) {
        if self.out.lines().last().is_some_and(|line| line.starts_with(&"    ".repeat(self.indent + 1))) {
            self.newline();
        } else {
            self.text(" ");
        }
    }

    /// `if`, on several lines.
    pub fn if_(&mut self, inner: &ExprIf) {
        self.text("if ");
        self.condition(&inner.cond);
        self.before_block();
        self.block(&inner.then_branch);
        if let Some((_, otherwise)) = &inner.else_branch {
            self.text(" else ");
            match &**otherwise {
                Expr::If(inner) => self.if_(inner),
                Expr::Block(block) => self.block(&block.block),
                other => self.expr(other, 0),
            }
        }
    }

    fn match_(&mut self, inner: &ExprMatch) {
        self.text("match ");
        self.expr(&inner.expr, 2);
        self.text(" {");
        self.indented(|this| {
            for arm in &inner.arms {
                this.newline();
                this.arm(arm);
            }
        });
        self.newline();
        self.text("}");
    }

    fn arm(&mut self, arm: &Arm) {
        self.text(&pat(&arm.pat));
        self.text(" => ");
        match &*arm.body {
            Expr::Block(block) if block.label.is_none() => {
                if block.block.stmts.is_empty() {
                    self.text("{}");
                } else if let [syn::Stmt::Expr(only @ (Expr::Return(_) | Expr::Break(_) | Expr::Continue(_)), _)] =
                    block.block.stmts.as_slice()
                    && let Some(text) = flat(only)
                    && self.fits(&text, 1)
                {
                    self.text(&text);
                    self.text(",");
                } else if let Some(only) = super::flat::only_expr(&block.block)
                    && let Some(text) = flat(only)
                    && self.fits(&text, 1)
                {
                    self.text(&text);
                    self.text(",");
                } else {
                    self.block(&block.block);
                }
            }
            body => {
                self.expr(body, 1);
                self.text(",");
            }
        }
    }
}

const WIDE: usize = 1000;

/// The base of a chain, and its links from the first to the last.
pub fn unroll<'a>(expr: &'a Expr, links: &mut Vec<&'a Expr>) -> &'a Expr {
    let inner = match expr {
        Expr::MethodCall(call) => &call.receiver,
        Expr::Try(inner) => &inner.expr,
        Expr::Await(inner) => &inner.base,
        other => return other,
    };
    let base = unroll(inner, links);
    links.push(expr);
    base
}

fn suffix(link: &Expr) -> &'static str {
    match link {
        Expr::Try(_) => "?",
        Expr::Await(_) => ".await",
        _ => "",
    }
}

fn suffix_of(link: &Expr) -> String {
    suffix(link).to_owned()
}
