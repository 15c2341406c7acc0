//! Member accesses, calls, `new` and optional chains. ECMA-262 §13.3.

use swc_ecma_ast as ast;

use super::callee_text::{bare, bare_link, print, print_chain_callee};
use super::lowerer::Lowerer;
use super::messages;
use super::module::Resolved;
use crate::base::Span;
use crate::diag::{Diagnostic, codes};
use crate::ir::{Argument, Expr, ExprKind, MemberKey};
use prickle_spec::modules::{Export, module_named};

impl Lowerer<'_> {
    /// `object.key`
    pub fn lower_member(&mut self, member: &ast::MemberExpr) -> Expr {
        let span = self.span(member.span);
        let (kind, is_chain) = self.lower_member_link(member, false);
        self.finish_chain(kind, is_chain, span)
    }

    /// `object?.key`, `callee?.()` and what follows them.
    pub fn lower_chain(&mut self, chain: &ast::OptChainExpr) -> Expr {
        let span = self.span(chain.span);
        let (kind, _) = self.lower_chain_link(chain);
        self.finish_chain(kind, true, span)
    }

    pub fn finish_chain(&mut self, kind: ExprKind, is_chain: bool, span: Span) -> Expr {
        let inner = self.expr(span, kind);
        if is_chain { self.expr(span, ExprKind::Chain(Box::new(inner))) } else { inner }
    }

    /// An object or callee as a link of the chain around it. The flag says that there is an optional link in it.
    pub fn lower_link(&mut self, expr: &ast::Expr) -> (Expr, bool) {
        let expr = bare_link(expr);
        let (kind, is_chain, span) = match expr {
            ast::Expr::OptChain(chain) => {
                let (kind, is_chain) = self.lower_chain_link(chain);
                (kind, is_chain, chain.span)
            }
            ast::Expr::Member(member) => {
                let (kind, is_chain) = self.lower_member_link(member, false);
                (kind, is_chain, member.span)
            }
            ast::Expr::Call(call) => match &call.callee {
                ast::Callee::Expr(callee) if !self.is_require(callee) => {
                    let (kind, is_chain) = self.lower_call_link(callee, &call.args, false);
                    (kind, is_chain, call.span)
                }
                ast::Callee::Expr(_) | ast::Callee::Super(_) | ast::Callee::Import(_) => {
                    return (self.lower_expr(expr), false);
                }
            },
            other => return (self.lower_expr(other), false),
        };
        let span = self.span(span);
        (self.expr(span, kind), is_chain)
    }

    fn lower_chain_link(&mut self, chain: &ast::OptChainExpr) -> (ExprKind, bool) {
        match &*chain.base {
            ast::OptChainBase::Member(member) => {
                let (kind, _) = self.lower_member_link(member, chain.optional);
                (kind, true)
            }
            ast::OptChainBase::Call(call) => {
                let (kind, _) = self.lower_call_link(&call.callee, &call.args, chain.optional);
                (kind, true)
            }
        }
    }

    fn lower_member_link(&mut self, member: &ast::MemberExpr, optional: bool) -> (ExprKind, bool) {
        let span = self.span(member.span);
        if let Some(kind) = self.lower_module_member(member, span) {
            return (kind, false);
        }
        let (object, is_chain) = self.lower_link(&member.obj);
        match self.lower_member_key(&member.prop) {
            Some(key) => (ExprKind::Member { object: Box::new(object), key, optional }, is_chain),
            None => (ExprKind::Error, is_chain),
        }
    }

    /// A member of an imported module, of `exports`, or of a constant enum: known at compile time.
    fn lower_module_member(&mut self, member: &ast::MemberExpr, span: Span) -> Option<ExprKind> {
        if !self.source.definitions.is_empty()
            && let Some(value) = self.lower_defined(&ast::Expr::Member(member.clone()), span)
        {
            return Some(value.kind);
        }
        let key = static_name(&member.prop);
        if self.is_module_exports(&member.obj) {
            return Some(self.lower_export_read(key.as_deref(), span));
        }
        let ast::Expr::Ident(ident) = bare(&member.obj) else { return None };
        match self.resolve(ident) {
            Some(Resolved::Namespace(module)) => {
                let Some(key) = key else {
                    let object = self.module_object(module, span);
                    let key = self.lower_member_key(&member.prop)?;
                    return Some(ExprKind::Member { object: Box::new(object), key, optional: false });
                };
                let resolved = self.resolve_export_or_report(module, &key, span);
                Some(self.resolved_kind(resolved, span))
            }
            Some(Resolved::Binding(binding)) => {
                let key = key?;
                self.const_enums.get(&binding).and_then(|members| members.get(&key)).cloned()
            }
            Some(Resolved::Global(name)) => {
                let specifier = name.strip_prefix(prickle_spec::MODULE_PREFIX)?;
                match module_named(specifier)?.export(&key?)? {
                    Export::Class(class) => Some(ExprKind::Global(class.to_owned())),
                    Export::Member | Export::Missing => None,
                }
            }
            Some(Resolved::Property(..) | Resolved::ModuleMember(..) | Resolved::Undefined | Resolved::Error) => None,
            None if self.is_commonjs_name(&ident.sym) && &*ident.sym == "exports" => {
                Some(self.lower_export_read(key.as_deref(), span))
            }
            None => None,
        }
    }

    /// The key of a member access. `None`: refused.
    pub fn lower_member_key(&mut self, property: &ast::MemberProp) -> Option<MemberKey> {
        Some(match property {
            ast::MemberProp::Ident(name) => MemberKey::Static(name.sym.as_str().into(), self.span(name.span)),
            ast::MemberProp::Computed(computed) => match bare(&computed.expr) {
                ast::Expr::Lit(ast::Lit::Str(text)) => {
                    MemberKey::Static(super::literal::js_string(&text.value), self.span(text.span))
                }
                key => MemberKey::Computed(Box::new(self.lower_expr(key))),
            },
            ast::MemberProp::PrivateName(name) => {
                let (name, brand) = self.lower_private_name(name)?;
                MemberKey::Private { name: Box::new(name), brand }
            }
        })
    }

    /// `callee(arguments)`
    pub fn lower_call(&mut self, call: &ast::CallExpr) -> Expr {
        let span = self.span(call.span);
        match &call.callee {
            ast::Callee::Super(_) => {
                let arguments = self.lower_arguments(&call.args, "super", false);
                self.lower_super_call(arguments, span)
            }
            ast::Callee::Import(callee) => {
                let callee = self.span(callee.span);
                self.refuse(
                    span,
                    Diagnostic::error(codes::DYNAMIC_IMPORT, "`import()` is not supported")
                        .primary(callee, "loads a module while the plugin runs")
                        .help("import it at the top of the file: `import { name } from \"./module\"`"),
                )
            }
            ast::Callee::Expr(callee) => {
                if let Some(required) = self.lower_require(callee, &call.args, span) {
                    return required;
                }
                if call.args.is_empty() && self.is_return_this(callee) {
                    return self.expr(span, ExprKind::Global("globalThis".to_owned()));
                }
                let (kind, is_chain) = self.lower_call_link(callee, &call.args, false);
                self.finish_chain(kind, is_chain, span)
            }
        }
    }

    /// True for `Function("return this")` and `new Function("return this")`: called, it is the global object.
    fn is_return_this(&self, callee: &ast::Expr) -> bool {
        let (function, arguments) = match bare(callee) {
            ast::Expr::Call(call) => match &call.callee {
                ast::Callee::Expr(function) => (function, &*call.args),
                ast::Callee::Super(_) | ast::Callee::Import(_) => return false,
            },
            ast::Expr::New(new) => (&new.callee, new.args.as_deref().unwrap_or_default()),
            _ => return false,
        };
        let [ast::ExprOrSpread { spread: None, expr }] = arguments else { return false };
        let ast::Expr::Lit(ast::Lit::Str(body)) = bare(expr) else { return false };
        matches!(bare(function), ast::Expr::Ident(ident) if &*ident.sym == "Function" && self.lookup(&ident.sym).is_none())
            && body.value.as_str().is_some_and(|body| body.trim().trim_end_matches(';') == "return this")
    }

    /// True for the callee of `require(…)`.
    pub fn is_require(&self, callee: &ast::Expr) -> bool {
        matches!(bare(callee), ast::Expr::Ident(ident) if &*ident.sym == "require" && self.lookup(&ident.sym).is_none())
    }

    /// What is called, with V8's text for it, and whether it is part of an optional chain.
    pub fn lower_callee(&mut self, callee: &ast::Expr) -> (String, Expr, bool) {
        let callee_text = if matches!(bare_link(callee), ast::Expr::OptChain(_)) {
            print_chain_callee(callee)
        } else if let ast::Expr::SuperProp(property) = bare_link(callee) {
            super_text(property)
        } else {
            print(callee)
        };
        // A parenthesis around a member keeps its object as `this`, but ends an optional chain.
        let (callee, is_chain) = match callee {
            ast::Expr::Paren(_) if !matches!(bare(callee), ast::Expr::OptChain(_)) => self.lower_link(bare(callee)),
            ast::Expr::Paren(_) => (self.refuse_parenthesized_chain(callee), false),
            callee => self.lower_link(bare_types(callee)),
        };
        (callee_text, callee, is_chain)
    }

    fn lower_call_link(
        &mut self,
        callee: &ast::Expr,
        arguments: &[ast::ExprOrSpread],
        optional: bool,
    ) -> (ExprKind, bool) {
        let (callee_text, callee, is_chain) = self.lower_callee(callee);
        let is_module_function = self.passes_modules(&callee);
        let is_reflected = messages::is_reflected(arguments);
        let arguments = self.lower_arguments(arguments, &callee_text, is_module_function);
        let callee_text = if is_reflected { messages::APPLIED.to_owned() } else { callee_text };
        (ExprKind::Call { callee: Box::new(callee), arguments, optional, callee_text }, is_chain)
    }

    /// `(a?.b)()`: the call happens even if the chain ends early, with `a` as `this`.
    fn refuse_parenthesized_chain(&mut self, callee: &ast::Expr) -> Expr {
        let span = self.span(swc_common::Spanned::span(callee));
        self.refuse(
            span,
            Diagnostic::error(codes::PARENTHESIZED_CHAIN, "calling an optional chain in parentheses is not supported")
                .primary(span, "called even if it is undefined")
                .help("remove the parentheses: then the call is skipped as well"),
        )
    }

    /// `Object.keys(module)` and the like only look at the module's exports.
    fn passes_modules(&self, callee: &Expr) -> bool {
        match &callee.kind {
            ExprKind::Member { object, key: MemberKey::Static(name, _), .. } => {
                matches!(&object.kind, ExprKind::Global(name) if name == "Object")
                    && matches!(name.as_str(), Some("keys" | "values" | "entries"))
            }
            _ => false,
        }
    }

    fn lower_arguments(
        &mut self,
        arguments: &[ast::ExprOrSpread],
        callee: &str,
        passes_modules: bool,
    ) -> Vec<Argument> {
        let is_reflected = messages::is_reflected(arguments);
        let mut lowered = Vec::with_capacity(arguments.len());
        for argument in arguments {
            let value =
                if passes_modules { self.lower_module_value(&argument.expr) } else { self.lower_expr(&argument.expr) };
            let callee = (!is_reflected).then_some(callee);
            let spread = argument.spread.map(|_| messages::argument_spread(&argument.expr, callee));
            lowered.push(Argument { spread, value });
        }
        lowered
    }

    /// `new callee(arguments)`
    pub fn lower_new(&mut self, new: &ast::NewExpr) -> Expr {
        let span = self.span(new.span);
        let callee_text = print(&new.callee);
        let callee = self.lower_expr(&new.callee);
        let arguments = new.args.as_deref().unwrap_or_default();
        let is_reflected = messages::is_reflected(arguments);
        let arguments = self.lower_arguments(arguments, &callee_text, false);
        let callee_text = if is_reflected { messages::SHOWN.to_owned() } else { callee_text };
        self.expr(span, ExprKind::New { callee: Box::new(callee), arguments, callee_text })
    }
}

/// How V8 prints `super.key`.
fn super_text(property: &ast::SuperPropExpr) -> String {
    match &property.prop {
        ast::SuperProp::Ident(name) => format!("(intermediate value).{}", name.sym),
        ast::SuperProp::Computed(computed) => format!("(intermediate value)[{}]", print(&computed.expr)),
    }
}

/// Casts removed, parentheses kept.
fn bare_types(expr: &ast::Expr) -> &ast::Expr {
    match expr {
        ast::Expr::TsNonNull(inner) => bare_types(&inner.expr),
        ast::Expr::TsInstantiation(inner) => bare_types(&inner.expr),
        _ => expr,
    }
}

/// A property name that is written out.
pub(super) fn static_name(property: &ast::MemberProp) -> Option<String> {
    match property {
        ast::MemberProp::Ident(name) => Some(name.sym.to_string()),
        ast::MemberProp::Computed(computed) => match bare(&computed.expr) {
            ast::Expr::Lit(ast::Lit::Str(text)) => text.value.as_str().map(ToOwned::to_owned),
            _ => None,
        },
        ast::MemberProp::PrivateName(_) => None,
    }
}
