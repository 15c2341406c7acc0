//! Expressions on one line.

use quote::ToTokens;
use syn::{Block, Expr, Lit, Pat, Stmt, Type};

/// The expression on one line, or `None` if it needs more than one.
pub fn expr(expr: &Expr) -> Option<String> {
    Some(match expr {
        Expr::Path(path) => path_text(&path.path),
        Expr::Lit(literal) => lit(&literal.lit),
        Expr::MethodCall(call) => {
            let turbofish = call.turbofish.as_ref().map_or(String::new(), spaceless);
            format!("{}.{}{turbofish}({})", self::expr(&call.receiver)?, call.method, list(&call.args)?)
        }
        Expr::Call(call) => format!("{}({})", self::expr(&call.func)?, list(&call.args)?),
        Expr::Try(inner) => format!("{}?", self::expr(&inner.expr)?),
        Expr::Await(inner) => format!("{}.await", self::expr(&inner.base)?),
        Expr::Reference(inner) => {
            format!("&{}{}", if inner.mutability.is_some() { "mut " } else { "" }, self::expr(&inner.expr)?)
        }
        Expr::Unary(unary) => format!("{}{}", unary.op.to_token_stream(), self::expr(&unary.expr)?),
        Expr::Binary(binary) => {
            format!("{} {} {}", self::expr(&binary.left)?, spaceless(&binary.op), self::expr(&binary.right)?)
        }
        Expr::Paren(inner) => format!("({})", self::expr(&inner.expr)?),
        Expr::Tuple(tuple) if tuple.elems.len() == 1 => format!("({},)", list(&tuple.elems)?),
        Expr::Tuple(tuple) => format!("({})", list(&tuple.elems)?),
        Expr::Array(array) => format!("[{}]", list(&array.elems)?),
        Expr::Field(field) => format!("{}.{}", self::expr(&field.base)?, field.member.to_token_stream()),
        Expr::Assign(assign) => format!("{} = {}", self::expr(&assign.left)?, self::expr(&assign.right)?),
        Expr::Return(inner) => match &inner.expr {
            Some(value) => format!("return {}", self::expr(value)?),
            None => "return".to_owned(),
        },
        Expr::Break(inner) => {
            let mut text = "break".to_owned();
            if let Some(label) = &inner.label {
                text.push_str(&format!(" '{}", label.ident));
            }
            if let Some(value) = &inner.expr {
                text.push_str(&format!(" {}", self::expr(value)?));
            }
            text
        }
        Expr::Continue(inner) => match &inner.label {
            Some(label) => format!("continue '{}", label.ident),
            None => "continue".to_owned(),
        },
        Expr::Closure(closure) => {
            let body = match &*closure.body {
                Expr::Block(block) if block.label.is_none() => match only_expr(&block.block) {
                    Some(only) => self::expr(only)?,
                    None if block.block.stmts.is_empty() => "{}".to_owned(),
                    None => return None,
                },
                body => self::expr(body)?,
            };
            format!("{} {body}", closure_head(closure))
        }
        Expr::If(inner) => {
            let (_, otherwise) = inner.else_branch.as_ref()?;
            let otherwise = match &**otherwise {
                Expr::Block(block) => format!("{{ {} }}", self::expr(only_expr(&block.block)?)?),
                other => self::expr(other)?,
            };
            let then = self::expr(only_expr(&inner.then_branch)?)?;
            format!("if {} {{ {then} }} else {otherwise}", self::expr(&inner.cond)?)
        }
        Expr::Block(block) if block.label.is_none() => {
            let only = only_expr(&block.block)?;
            format!("{{ {} }}", self::expr(only)?)
        }
        Expr::Macro(inner) => {
            let args = macro_args(&inner.mac)?;
            let args: Option<Vec<String>> = args.iter().map(self::expr).collect();
            format!("{}!({})", path_text(&inner.mac.path), args?.join(", "))
        }
        Expr::Struct(inner) => {
            let fields: Option<Vec<String>> = inner
                .fields
                .iter()
                .map(|field| Some(format!("{}: {}", field.member.to_token_stream(), self::expr(&field.expr)?)))
                .collect();
            format!("{} {{ {} }}", path_text(&inner.path), fields?.join(", "))
        }
        Expr::Match(_)
        | Expr::Block(_)
        | Expr::While(_)
        | Expr::Loop(_)
        | Expr::ForLoop(_)
        | Expr::Async(_)
        | Expr::Unsafe(_) => return None,
        other => other.to_token_stream().to_string(),
    })
}

/// The arguments of a macro that takes expressions.
pub fn macro_args(mac: &syn::Macro) -> Option<Vec<Expr>> {
    let parser = syn::punctuated::Punctuated::<Expr, syn::Token![,]>::parse_terminated;
    Some(mac.parse_body_with(parser).ok()?.into_iter().collect())
}

fn list(items: &syn::punctuated::Punctuated<Expr, syn::Token![,]>) -> Option<String> {
    let items: Option<Vec<String>> = items.iter().map(expr).collect();
    Some(items?.join(", "))
}

/// The only thing in a block, if that is an expression.
pub fn only_expr(block: &Block) -> Option<&Expr> {
    match block.stmts.as_slice() {
        [Stmt::Expr(only, None)] => Some(only),
        _ => None,
    }
}

/// `|cx, call|`
pub fn closure_head(closure: &syn::ExprClosure) -> String {
    let inputs: Vec<String> = closure.inputs.iter().map(pat).collect();
    format!("{}|{}|", if closure.capture.is_some() { "move " } else { "" }, inputs.join(", "))
}

fn lit(literal: &Lit) -> String {
    literal.to_token_stream().to_string()
}

/// A path such as `math::PI` or `Vec::<Value<'h>>::new`.
pub fn path_text(path: &syn::Path) -> String {
    spaceless(path)
}

/// A pattern.
pub fn pat(pattern: &Pat) -> String {
    match pattern {
        Pat::Ident(ident) => {
            let by_ref = if ident.by_ref.is_some() { "ref " } else { "" };
            let is_mut = if ident.mutability.is_some() { "mut " } else { "" };
            format!("{by_ref}{is_mut}{}", ident.ident)
        }
        Pat::Wild(_) => "_".to_owned(),
        Pat::TupleStruct(tuple) => {
            let elems: Vec<String> = tuple.elems.iter().map(pat).collect();
            format!("{}({})", path_text(&tuple.path), elems.join(", "))
        }
        Pat::Tuple(tuple) => {
            let elems: Vec<String> = tuple.elems.iter().map(pat).collect();
            format!("({})", elems.join(", "))
        }
        Pat::Slice(slice) => {
            let elems: Vec<String> = slice.elems.iter().map(pat).collect();
            format!("[{}]", elems.join(", "))
        }
        Pat::Guard(guarded) => {
            let guard = expr(&guarded.guard).unwrap_or_else(|| guarded.guard.to_token_stream().to_string());
            format!("{} if {guard}", pat(&guarded.pat))
        }
        Pat::Path(path) => path_text(&path.path),
        Pat::Or(or) => {
            let cases: Vec<String> = or.cases.iter().map(pat).collect();
            cases.join(" | ")
        }
        Pat::Type(typed) => format!("{}: {}", pat(&typed.pat), ty(&typed.ty)),
        other => other.to_token_stream().to_string(),
    }
}

/// A type.
pub fn ty(ty: &Type) -> String {
    spaceless(ty)
}

/// Tokens of a type, a path or an operator, spaced as one writes them.
pub fn spaceless(tokens: &impl ToTokens) -> String {
    let mut text = tokens.to_token_stream().to_string();
    for (from, to) in [
        (" :: ", "::"),
        (":: ", "::"),
        (" ::", "::"),
        (" <", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" ,", ","),
        ("& ", "&"),
        ("( ", "("),
        (" )", ")"),
    ] {
        if text.trim() != from.trim() {
            text = text.replace(from, to);
        }
    }
    text.trim().to_owned()
}
