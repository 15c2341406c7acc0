//! Members of builtins that have no row, changes to builtins, and `new`.

use super::{Checker, similar};
use crate::analyse::{Callee, Visitor, class_of, walk_expr, walk_place, walk_program};
use crate::base::{JsString, Span};
use crate::diag::{Diagnostic, codes};
use crate::ir::{Expr, ExprKind, MemberKey, ObjectMember, ObjectMemberKey, Place};
use prickle_spec::unsupported::DYNAMIC;
use prickle_spec::{Class, Global, Kind, MODULE_PREFIX, Ty, is_missing_member, lookup, missing_statics};
use std::collections::BTreeSet;

impl Checker<'_> {
    /// Checks all uses of builtins.
    pub fn members(&mut self) {
        let mut defined = Defined::default();
        walk_program(&mut defined, self.program);
        let program = self.program;
        let mut uses = Uses { checker: self, defined: defined.0 };
        walk_program(&mut uses, program);
    }

    fn class_member(&mut self, class: &'static Class, key: &JsString, span: Span) {
        let name = key.display();
        let is_known = class.rows.iter().any(|row| row.name == name && is_on_class(row.kind));
        let is_function =
            class.name == "Function" || class.rows.iter().any(|row| matches!(row.kind, Kind::Call | Kind::Construct));
        let inherited = lookup("Object", Kind::Method, &name).is_some()
            || (is_function && lookup("Function", Kind::Method, &name).is_some())
            || (is_function && ["prototype", "name", "length"].contains(&name.as_str()));
        // The server's console had few methods, and plugins ask for others: `console.table?.(…)`.
        if is_known || inherited || class.name == "console" {
            return;
        }
        let shown = class.name.strip_prefix(MODULE_PREFIX).unwrap_or(class.name);
        if missing_statics(class.name).any(|missing| missing == name) {
            self.unsupported_member(&format!("{shown}.{name}"), span);
            return;
        }
        let names = class.rows.iter().filter(|row| is_on_class(row.kind)).map(|row| row.name);
        let suggestion = similar(&name, names);
        let mut diagnostic = Diagnostic::error(codes::UNKNOWN_MEMBER, format!("`{shown}` has no member `{name}`"))
            .primary(span, format!("`{shown}.{name}` is always `undefined`"));
        if let Some(suggestion) = suggestion {
            diagnostic = diagnostic.suggest(span, suggestion, format!("there is `{shown}.{suggestion}`"));
        }
        self.reporter.report(diagnostic);
    }

    fn value_member(&mut self, class: &'static str, key: &JsString, span: Span, is_call: bool) {
        let name = key.display();
        let inherits = std::iter::successors(prickle_spec::class(class), |class| prickle_spec::class(class.inherits?));
        let classes: Vec<&'static Class> = inherits.collect();
        if [Kind::Method, Kind::Getter].iter().any(|kind| lookup(class, *kind, &name).is_some()) {
            return;
        }
        if is_missing_member(class, &name) {
            self.unsupported_member(&format!("{class}.prototype.{name}"), span);
            return;
        }
        if !is_call || ["constructor", "__proto__"].contains(&name.as_str()) {
            return;
        }
        let names =
            classes.iter().flat_map(|class| class.rows).filter(|row| row.kind == Kind::Method).map(|row| row.name);
        let suggestion = similar(&name, names);
        let article = if class.starts_with(['A', 'E']) { "an" } else { "a" };
        let mut diagnostic = Diagnostic::error(
            codes::UNKNOWN_MEMBER,
            format!("{article} {} has no method `{name}`", class.to_lowercase()),
        )
        .primary(span, "this call always throws a TypeError");
        if let Some(suggestion) = suggestion {
            diagnostic = diagnostic.suggest(span, suggestion, "there is a method with a similar name");
        }
        self.reporter.report(diagnostic);
    }

    fn unsupported_member(&mut self, what: &str, span: Span) {
        self.reporter.report(
            Diagnostic::error(codes::UNSUPPORTED_MEMBER, format!("`{what}` is not supported"))
                .primary(span, "Prickle does not have this builtin yet")
                .note("a builtin without an implementation is refused, so that it cannot quietly be `undefined`"),
        );
    }

    /// `new Function("…")`
    fn code_as_text(&mut self, span: Span) {
        // Packages ask for it in branches that seldom run. There it ends the turn.
        if self.source.package_of(span.file).is_some() {
            return;
        }
        self.reporter.report(
            Diagnostic::error(codes::UNSUPPORTED_GLOBAL, "making functions of text is not supported")
                .primary(span, "compiles text when it runs")
                .help("write the function out")
                .note("plugins are compiled ahead of time, and no JavaScript engine is there when they run"),
        );
    }

    /// `new Proxy(…)`, `eval(…)` in a package: what it needs to work at all. Elsewhere the name alone is refused.
    fn behavior_at_run_time(&mut self, name: &str, span: Span) {
        let Some(Global::Unsupported(DYNAMIC)) = prickle_spec::global(name) else { return };
        if self.source.package_of(span.file).is_some() {
            self.reporter.report(
                Diagnostic::error(codes::UNSUPPORTED_GLOBAL, format!("`{name}` is not supported"))
                    .primary(span, "used here")
                    .note(format!("`{name}` {DYNAMIC}")),
            );
        }
    }

    /// A property of a builtin is assigned or deleted.
    fn changed_builtin(&mut self, object: &Expr, key: &MemberKey, span: Span) {
        let (target, on_prototype) = match &object.kind {
            ExprKind::Member { object, key: MemberKey::Static(key, _), optional: _ }
                if key.as_str() == Some("prototype") =>
            {
                (&**object, true)
            }
            _ => (object, false),
        };
        if let ExprKind::Global(name) = &target.kind
            && let Some(Global::Class(class)) = prickle_spec::global(name)
            && !is_addition(class, on_prototype, key)
            && self.is_relied_on(class, key)
        {
            self.reporter.report(
                Diagnostic::error(codes::CHANGED_BUILTIN, format!("`{name}` is changed"))
                    .primary(span, "this builtin cannot be changed")
                    .help("write a function of your own and call that")
                    .note("the plugin calls it, and calls of builtins are compiled to direct calls, which would not see the change; or builtins rely on it")
                    .note("a property that is new, and that no builtin looks for, can be added"),
            );
        }
    }

    /// Whether some code takes for granted what a builtin has under this name. Computed keys are looked at when they are known.
    fn is_relied_on(&self, class: &Class, key: &MemberKey) -> bool {
        let MemberKey::Static(key, _) = key else { return class.receiver == Ty::Host };
        let Some(name) = key.as_str() else { return false };
        let is_called = self
            .facts
            .callees
            .values()
            .any(|callee| matches!(callee, Callee::Builtin(row) if row.name == name && is_property(row.kind)));
        let is_special =
            ["__proto__", "toJSON", "then", "resolve", "return", "throw", "prepareStackTrace"].contains(&name);
        let is_missing =
            is_missing_member(class.name, name) || missing_statics(class.name).any(|missing| missing == name);
        is_called || is_special || is_missing || class.receiver == Ty::Host
    }
}

/// Whether the property is new, and only looked for by name.
fn is_addition(class: &Class, on_prototype: bool, key: &MemberKey) -> bool {
    let MemberKey::Static(key, _) = key else { return false };
    let Some(name) = key.as_str() else { return false };
    // Elements that an array lacks would be found there, and methods that builtins call if there are such.
    let is_looked_for = name.bytes().all(|byte| byte.is_ascii_digit())
        || ["toJSON", "then", "next", "return", "throw", "done", "cause", "stack", "prepareStackTrace"].contains(&name);
    let is_function = class.rows.iter().any(|row| matches!(row.kind, Kind::Call | Kind::Construct));
    let is_own = ["constructor", "prototype", "__proto__", "arguments", "caller", "name", "message"].contains(&name)
        || (name == "length"
            && (is_function && !on_prototype || ["Array", "Function", "String"].contains(&class.name)))
        || class.rows.iter().any(|row| row.name == name);
    let is_missing = is_missing_member(class.name, name) || missing_statics(class.name).any(|missing| missing == name);
    !is_looked_for && !is_own && !is_missing && class.receiver != Ty::Host
}

fn is_property(kind: Kind) -> bool {
    match kind {
        Kind::Method | Kind::Getter | Kind::Setter | Kind::Static | Kind::Constant => true,
        Kind::Call | Kind::Construct => false,
    }
}

fn is_on_class(kind: Kind) -> bool {
    match kind {
        Kind::Static | Kind::Constant => true,
        Kind::Method | Kind::Getter | Kind::Setter | Kind::Call | Kind::Construct => false,
    }
}

/// Property names that the plugin gives to something itself.
#[derive(Default)]
struct Defined(BTreeSet<String>);

impl Visitor for Defined {
    fn expr(&mut self, expr: &Expr) {
        if let ExprKind::Object(members) = &expr.kind {
            for member in members {
                if let ObjectMember::Property { key: ObjectMemberKey::Static(key), value: _ } = member {
                    self.0.insert(key.display());
                }
            }
        }
        walk_expr(self, expr);
    }

    fn place(&mut self, place: &Place) {
        if let Place::Member { object: _, key: MemberKey::Static(key, _), span: _ } = place {
            self.0.insert(key.display());
        }
        walk_place(self, place);
    }
}

struct Uses<'c, 'a> {
    checker: &'c mut Checker<'a>,
    defined: BTreeSet<String>,
}

impl Uses<'_, '_> {
    fn member(&mut self, object: &Expr, key: &MemberKey, is_call: bool) {
        let MemberKey::Static(key, span) = key else { return };
        // Packages look for members that may not be there. What only we do not have ends the turn.
        if self.checker.source.package_of(span.file).is_some() {
            return;
        }
        if let ExprKind::Global(name) = &object.kind {
            if let Some(Global::Class(class)) = prickle_spec::global(name)
                && !self.defined.contains(&key.display())
            {
                self.checker.class_member(class, key, *span);
            }
            return;
        }
        let ty = self.checker.ty(object);
        if let Some(class) = class_of(ty) {
            let is_call = is_call && !self.defined.contains(&key.display());
            self.checker.value_member(class, key, *span, is_call);
        }
    }
}

impl Visitor for Uses<'_, '_> {
    fn expr(&mut self, expr: &Expr) {
        if let ExprKind::Call { callee, .. } | ExprKind::New { callee, .. } = &expr.kind
            && let ExprKind::Global(name) = &callee.kind
        {
            if name == "Function" {
                self.checker.code_as_text(expr.span);
            } else {
                self.checker.behavior_at_run_time(name, callee.span);
            }
        }
        match &expr.kind {
            ExprKind::Call { callee, arguments, .. } => {
                if let ExprKind::Member { object, key, optional: _ } = &callee.kind {
                    self.member(object, key, true);
                    self.expr(object);
                    if let MemberKey::Computed(key) = key {
                        self.expr(key);
                    }
                } else {
                    self.expr(callee);
                }
                for argument in arguments {
                    self.expr(&argument.value);
                }
                return;
            }
            ExprKind::Member { object, key, optional: _ }
                if !matches!(self.checker.facts.callees.get(&expr.id), Some(Callee::Builtin(_))) =>
            {
                self.member(object, key, false);
            }
            ExprKind::Delete { object, key, .. } => self.checker.changed_builtin(object, key, expr.span),
            _ => {}
        }
        walk_expr(self, expr);
    }

    fn place(&mut self, place: &Place) {
        if let Place::Member { object, key, span } = place {
            self.checker.changed_builtin(object, key, *span);
        }
        walk_place(self, place);
    }
}
