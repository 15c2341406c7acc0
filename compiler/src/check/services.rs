//! Services of the host: what `meta` has, and whether the compiler sees where a service is used.

use super::{Checker, similar};
use crate::analyse::{Callee, Type, Visitor, walk_expr, walk_program};
use crate::base::Span;
use crate::diag::{Diagnostic, codes};
use crate::ir::{BindingId, Expr, ExprKind, MemberKey, Stmt, StmtKind};
use prickle_spec::{Ty, class};

/// Members of `meta` that are plain data.
static DATA: &[&str] = &["config", "global", "attachments"];

/// Members of `meta` that are services which PostHog had.
static SERVICES: &[&str] = &["cache", "storage", "geoip", "jobs", "metrics", "utils", "logger", "posthog"];

/// Services that `meta` has, with methods that end the turn: a variable may hold one as long as nobody reads it, as in the many hooks that
/// begin with `{ config, cache }`.
static HELD: &[&str] = &["cache", "utils"];

impl Checker<'_> {
    /// Checks all uses of `meta`.
    pub fn services(&mut self) {
        let program = self.program;
        let mut uses = Uses { checker: self };
        walk_program(&mut uses, program);
    }

    fn meta_member(&mut self, name: &str, span: Span) {
        let has_rows = class(name).is_some_and(|class| class.receiver == Ty::Host);
        if DATA.contains(&name) || has_rows {
            return;
        }
        if SERVICES.contains(&name) {
            self.reporter.report(
                Diagnostic::error(codes::UNSUPPORTED_SERVICE, format!("`meta.{name}` is not supported"))
                    .primary(span, "this service of the host is not there yet")
                    .note("what `meta` has here: `config`, `global`, `attachments` and `storage`"),
            );
            return;
        }
        let is_own = self.facts.properties.meta.named.get(name).is_some_and(|access| access.written);
        if is_own {
            return;
        }
        let mut diagnostic = Diagnostic::warning(codes::UNKNOWN_META_MEMBER, format!("`meta` has no `{name}`"))
            .primary(span, "this is `undefined`");
        if let Some(suggestion) = similar(name, DATA.iter().chain(SERVICES).copied()) {
            diagnostic = diagnostic.suggest(span, suggestion, format!("there is `meta.{suggestion}`"));
        }
        self.reporter.report(diagnostic);
    }

    fn escapes(&mut self, span: Span) {
        self.reporter.report(
            Diagnostic::error(codes::SERVICE_AS_VALUE, "a service of the host is used as a value")
                .primary(span, "from here on the compiler does not see what is called")
                .help("call its methods right on it: `await meta.storage.get('key', null)`")
                .note("calls of the host suspend the plugin, so each one must be known when it is compiled"),
        );
    }
}

struct Uses<'c, 'a> {
    checker: &'c mut Checker<'a>,
}

impl Uses<'_, '_> {
    /// A place where a service may stand: it is called, or stored in a variable that is known to hold it.
    fn allowed(&mut self, expr: &Expr, flows_to: Type) {
        let ty = self.checker.ty(expr);
        if matches!(ty, Type::Host(_)) && ty == flows_to {
            self.inside(expr);
        } else {
            self.expr(expr);
        }
    }

    /// The parts of an expression.
    fn inside(&mut self, expr: &Expr) {
        self.member(expr);
        match &expr.kind {
            ExprKind::RequireObject { value, message: _ } | ExprKind::Chain(value) => {
                let ty = self.checker.ty(value);
                self.allowed(value, ty);
            }
            _ => walk_expr(self, expr),
        }
    }

    /// A variable that nobody reads is given a service.
    fn is_never_used(&self, binding: BindingId, value: &Expr) -> bool {
        let ExprKind::Member { object, key: MemberKey::Static(key, _), optional: false } = &value.kind else {
            return false;
        };
        // The first name of a pattern is read from what is checked to be an object.
        let object = match &object.kind {
            ExprKind::RequireObject { value, message: _ } => value,
            _ => object,
        };
        self.checker.ty(object) == Type::Meta
            && matches!(object.kind, ExprKind::Binding(_))
            && HELD.contains(&&*key.display())
            && self.checker.facts.bindings[binding].reads == 0
    }

    fn member(&mut self, expr: &Expr) {
        let ExprKind::Member { object, key: MemberKey::Static(key, span), optional: _ } = &expr.kind else { return };
        if self.checker.ty(object) == Type::Meta {
            self.checker.meta_member(&key.display(), *span);
        }
    }

    fn call(&mut self, expr: &Expr, callee: &Expr) {
        let ExprKind::Member { object, key, optional: _ } = &callee.kind else {
            self.expr(callee);
            return;
        };
        let known = self.checker.facts.callees.contains_key(&expr.id);
        if known {
            let ty = self.checker.ty(object);
            self.allowed(object, ty);
        } else {
            self.unseen_service(object, key);
            self.expr(object);
        }
        if let MemberKey::Computed(key) = key {
            self.expr(key);
        }
    }

    /// `x.storage.get(…)` where nobody knows what `x` is.
    fn unseen_service(&mut self, object: &Expr, key: &MemberKey) {
        if let ExprKind::Member { object: _, key: MemberKey::Static(service, span), optional: _ } = &object.kind
            && let MemberKey::Static(method, _) = key
            && self.checker.ty(object) == Type::Any
            && class(&service.display()).is_some_and(|class| {
                class.receiver == Ty::Host && class.rows.iter().any(|row| row.name == method.display())
            })
        {
            self.checker.escapes(*span);
        }
    }
}

impl Visitor for Uses<'_, '_> {
    fn stmt(&mut self, stmt: &Stmt) {
        if let StmtKind::Let { binding, init: Some(init) } = &stmt.kind {
            if self.is_never_used(*binding, init) {
                return;
            }
            let ty = self.checker.facts.bindings[*binding].ty;
            self.allowed(init, ty);
            return;
        }
        crate::analyse::walk_stmt(self, stmt);
    }

    fn expr(&mut self, expr: &Expr) {
        let is_source = matches!(expr.kind, ExprKind::Member { .. } | ExprKind::Binding(_));
        if is_source && matches!(self.checker.ty(expr), Type::Host(_)) {
            self.checker.escapes(expr.span);
        }
        match &expr.kind {
            ExprKind::Call { callee, arguments, .. } => {
                self.call(expr, callee);
                let params = match self.checker.facts.callees.get(&expr.id) {
                    Some(Callee::Function(function)) => self.checker.program.functions[*function].params.clone(),
                    Some(Callee::Builtin(_)) | None => Vec::new(),
                };
                for (index, argument) in arguments.iter().enumerate() {
                    let ty = params.get(index).map_or(Type::Any, |param| self.checker.facts.bindings[param.binding].ty);
                    self.allowed(&argument.value, ty);
                }
            }
            ExprKind::Init { binding, value } if !self.is_never_used(*binding, value) => {
                let ty = self.checker.facts.bindings[*binding].ty;
                self.allowed(value, ty);
            }
            ExprKind::Init { .. } => {}
            _ => self.inside(expr),
        }
    }
}
