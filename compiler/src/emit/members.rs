//! Property reads, `delete` and optional chains.

use super::body::Body;
use super::code::{Code, Repr};
use crate::analyse::{Callee, Type};
use crate::ir::{Argument, Brand, Expr, ExprKind, MemberKey};
use prickle_spec::Kind;
use proc_macro2::TokenStream;
use quote::quote;

/// A link of an optional chain, behind its base.
enum Link<'a> {
    Member { expr: &'a Expr, key: &'a MemberKey, optional: bool },
    Call { expr: &'a Expr, arguments: &'a [Argument], text: &'a str, optional: bool },
    Delete { key: &'a MemberKey, optional: bool },
}

impl Link<'_> {
    fn is_optional(&self) -> bool {
        match self {
            Link::Member { optional, .. } | Link::Call { optional, .. } | Link::Delete { optional, .. } => *optional,
        }
    }
}

impl Body<'_> {
    /// `object.key`
    pub fn member(&mut self, expr: &Expr, object: &Expr, key: &MemberKey) -> Code {
        if let Some(Callee::Builtin(row)) = self.krate.facts.callees.get(&expr.id) {
            return self.builtin_member(row, object);
        }
        let object_code = self.expr(object);
        self.get(object_code, key)
    }

    /// A property of something that is written already.
    pub fn get(&mut self, object: Code, key: &MemberKey) -> Code {
        if let MemberKey::Private { name, brand } = key {
            let (object, name, brand) = (object.receiver(), self.expr(name).tokens, brand_tokens(brand));
            return Code::value(quote!(#object.get_private(cx, #name, #brand)?));
        }
        let (object, key) = (object.receiver(), self.key(key));
        Code::value(quote!(#object.get(cx, #key)?))
    }

    /// A property key.
    pub fn key(&mut self, key: &MemberKey) -> TokenStream {
        match key {
            MemberKey::Static(text, _) => Code::text(text).tokens,
            MemberKey::Computed(key) => self.expr(key).key(),
            MemberKey::Private { name, brand: _ } => self.expr(name).tokens,
        }
    }

    /// What `object.key(…)` will call.
    pub fn method_of(&mut self, object: &TokenStream, key: &MemberKey) -> TokenStream {
        let key_tokens = self.key(key);
        if let MemberKey::Private { name: _, brand } = key {
            let brand = brand_tokens(brand);
            return quote!(#object.private_method(cx, #key_tokens, #brand)?);
        }
        quote!(#object.method(cx, #key_tokens)?)
    }

    /// The code stands in strict mode.
    pub fn is_strict(&self) -> bool {
        self.function.is_some_and(|function| self.krate.program.functions[function].is_strict)
    }

    /// Evaluating the key changes nothing.
    pub fn key_is_simple(&self, key: &MemberKey) -> bool {
        match key {
            MemberKey::Static(..) => true,
            MemberKey::Computed(key) => self.is_simple(key),
            // Reading it may throw.
            MemberKey::Private { .. } => false,
        }
    }

    /// Writing the key twice costs nothing.
    pub fn key_is_duplicable(&self, key: &MemberKey) -> bool {
        match key {
            MemberKey::Static(..) => true,
            MemberKey::Computed(key) => self.is_duplicable(key),
            MemberKey::Private { .. } => true,
        }
    }

    /// `delete object.key`
    pub fn delete(&mut self, object: &Expr, key: &MemberKey) -> Code {
        let object = self.expr(object);
        self.delete_of(object, key)
    }

    fn delete_of(&mut self, object: Code, key: &MemberKey) -> Code {
        let (object, key) = (object.receiver(), self.key(key));
        let method = Self::ident(if self.is_strict() { "delete_strict" } else { "delete" });
        Code::new(Repr::Bool, quote!(#object.#method(cx, #key)?))
    }

    /// A whole optional chain.
    pub fn chain(&mut self, chain: &Expr) -> Code {
        let mut links = Vec::new();
        let base = self.unroll(chain, &mut links);
        let base_code = self.expr(base);
        self.links(base_code, self.ty(base), &links)
    }

    fn links(&mut self, current: Code, ty: Type, links: &[Link<'_>]) -> Code {
        let Some((link, rest)) = links.split_first() else {
            return current;
        };
        if link.is_optional() && !ty.is_coercible() {
            // `a?.b` where nothing follows that the missing value would have to skip.
            if let Link::Member { key, .. } = link
                && self.key_is_simple(key)
                && rest.first().is_none_or(|next| matches!(next, Link::Member { optional: true, .. }))
            {
                let (object, key) = (current.receiver(), self.key(key));
                return self.links(Code::value(quote!(#object.get_optional(cx, #key)?)), Type::Any, rest);
            }
            let scrutinee = current.value_from();
            let name = self.fresh(match link {
                Link::Call { .. } => "callee",
                Link::Member { .. } | Link::Delete { .. } => "object",
            });
            let inner = self.link(Code::value(quote!(#name)), link, rest);
            let inner = inner.value_from();
            return Code::loose(
                Repr::Value,
                quote!(match #scrutinee { Value::Undefined | Value::Null => Value::Undefined, #name => #inner }),
            );
        }
        self.link(current, link, rest)
    }

    /// One link, on something that is not missing.
    fn link(&mut self, current: Code, link: &Link<'_>, rest: &[Link<'_>]) -> Code {
        match link {
            Link::Member { expr, key, .. } => {
                if let Some((Link::Call { expr: call, arguments, text, optional }, after)) = rest.split_first() {
                    return self.method_link(current, key, call, arguments, text, *optional, after);
                }
                let code = match self.krate.facts.callees.get(&expr.id) {
                    Some(Callee::Builtin(row)) => self.builtin_getter(row, current),
                    Some(Callee::Function(_)) | None => self.get(current, key),
                };
                self.links(code, self.ty(expr), rest)
            }
            Link::Call { expr, arguments, text, .. } => {
                let callee = current.receiver();
                let (call, arguments) = (self.worded("call", text), self.arguments(arguments));
                self.links(Code::value(quote!(#callee.#call(cx, #arguments)?)), self.ty(expr), rest)
            }
            Link::Delete { key, .. } => self.delete_of(current, key),
        }
    }

    #[allow(clippy::too_many_arguments, reason = "the parts of a method call in a chain")]
    fn method_link(
        &mut self,
        current: Code,
        key: &MemberKey,
        call: &Expr,
        arguments: &[Argument],
        text: &str,
        optional: bool,
        rest: &[Link<'_>],
    ) -> Code {
        if optional {
            // `object.method?.(…)`: only if there is such a method.
            let object = current.receiver();
            let found = self.method_of(&object, key);
            let method = self.fresh("method");
            let (call, arguments) = (self.worded("call", text), self.arguments(arguments));
            let result = Code::value(quote!(#method.#call(cx, #arguments)?));
            let inner = self.links(result, Type::Any, rest).value_from();
            return Code::loose(
                Repr::Value,
                quote!(match #found {
                    #method if #method.is_nullish() => Value::Undefined,
                    #method => #inner,
                }),
            );
        }
        let code = match self.krate.facts.callees.get(&call.id) {
            Some(Callee::Builtin(row)) => self.builtin_method(row, current, arguments).unwrap_or_else(Code::undefined),
            Some(Callee::Function(_)) | None => self.method_call(current, key, arguments, text),
        };
        self.links(code, self.ty(call), rest)
    }

    /// The base of a chain, and its links in order.
    fn unroll<'e>(&self, expr: &'e Expr, links: &mut Vec<Link<'e>>) -> &'e Expr {
        match &expr.kind {
            ExprKind::Member { object, key, optional } => {
                let base = self.unroll(object, links);
                links.push(Link::Member { expr, key, optional: *optional });
                base
            }
            ExprKind::Call { callee, arguments, optional, callee_text } => {
                // `Math.exp(x)?.y`: a function of a class has no receiver that a link could hand over.
                if let Some(Callee::Builtin(row)) = self.krate.facts.callees.get(&expr.id)
                    && !optional
                    && row.kind != Kind::Method
                {
                    return expr;
                }
                let base = self.unroll(callee, links);
                // A plain call is the base, `f(x)?.y`; so is one of a function that is certainly there, `f?.()`.
                let is_known = matches!(self.krate.facts.callees.get(&expr.id), Some(Callee::Function(_)));
                if links.is_empty() && (!optional || is_known) {
                    return expr;
                }
                links.push(Link::Call { expr, arguments, text: callee_text, optional: *optional });
                base
            }
            ExprKind::Delete { object, key, optional } => {
                let base = self.unroll(object, links);
                links.push(Link::Delete { key, optional: *optional });
                base
            }
            _ => expr,
        }
    }
}

/// What the class of a private name says about it.
pub fn brand_tokens(brand: &Brand) -> TokenStream {
    match brand {
        Brand::Field => quote!(Brand::Field),
        Brand::Instance(class) => quote!(Brand::Instance(#class)),
        Brand::Static(class) => quote!(Brand::Static(#class)),
    }
}
