//! The exports of a local module as one value: in places that only read it, and for ES modules, whose namespace nobody can change, in all.

use std::collections::BTreeSet;

use swc_common::Spanned;
use swc_ecma_ast as ast;

use super::callee_text::bare;
use super::commonjs::Slot;
use super::lowerer::Lowerer;
use super::module::Resolved;
use crate::base::Span;
use crate::diag::{Diagnostic, codes};
use crate::ir::{
    Argument, Binding, BindingId, BindingKind, Expr, ExprKind, MemberKey, ModuleId, ObjectMember, ObjectMemberKey,
    Scope, StmtKind,
};
use crate::load::ImportKind;

impl Lowerer<'_> {
    /// The object of a module's exports, made at the end of the module.
    pub fn module_object(&mut self, module: ModuleId, span: Span) -> Expr {
        if !self.is_usable(module) {
            return self.error(span);
        }
        let binding = match self.modules[module].object {
            Some(binding) => binding,
            None => self.make_module_object(module),
        };
        self.expr(span, ExprKind::Binding(binding))
    }

    /// An expression that may be the exports of a module as a whole, in a place that only reads them.
    pub fn lower_module_value(&mut self, expr: &ast::Expr) -> Expr {
        if let ast::Expr::Ident(ident) = bare(expr)
            && let Some(Resolved::Namespace(module)) = self.resolve(ident)
        {
            let span = self.span(expr.span());
            return self.module_object(module, span);
        }
        self.lower_expr(expr)
    }

    /// The exports of a module as a value that anybody may keep.
    pub fn module_value(&mut self, module: ModuleId, ident: &ast::Ident, span: Span) -> Expr {
        // What a CommonJS file exports is an object like any other, which anybody can change.
        if !self.is_ecma(module) || module == ModuleId(0) {
            return self.refuse_module_value(&ident.sym, span, None);
        }
        let object = self.module_object(module, span);
        if self.is_usable(module) && self.modules[module].namespace_values.is_empty() {
            self.freeze_module_object(module);
        }
        let user = self.module;
        self.modules[module].namespace_values.push((user, ident.sym.clone(), span));
        object
    }

    /// Nobody can assign the exports of an ES module from outside.
    fn freeze_module_object(&mut self, module: ModuleId) {
        let Some(binding) = self.modules[module].object else { return };
        let span = Span { file: self.modules[module].file, start: 0, end: 0 };
        let object = Box::new(self.expr(span, ExprKind::Global("Object".to_owned())));
        let key = MemberKey::Static("freeze".into(), span);
        let callee = Box::new(self.expr(span, ExprKind::Member { object, key, optional: false }));
        let arguments = vec![Argument { value: self.read(binding, span), spread: None }];
        let callee_text = "Object.freeze".to_owned();
        let call = self.expr(span, ExprKind::Call { callee, arguments, optional: false, callee_text });
        let stmt = self.stmt(span, StmtKind::Expr(call));
        self.modules[module].body.push(stmt);
    }

    /// Refuses the values of modules whose object would not show what the module exports: it is made when the module has run, and its
    /// properties stay what they are then.
    pub fn check_module_values(&mut self) {
        for module in self.modules.ids() {
            for (user, name, span) in std::mem::take(&mut self.modules[module].namespace_values) {
                let changing = self.export_names(module).into_iter().find(|export| {
                    matches!(self.resolve_export(module, export, &mut BTreeSet::new()),
                        Some(Resolved::Binding(binding)) if self.reassigned.contains(&binding))
                });
                let why = match changing {
                    Some(export) => format!("`{export}` is assigned while the program runs"),
                    None if self.reaches(module, user) => "the two modules import each other".to_owned(),
                    None => continue,
                };
                self.refuse_module_value(&name, span, Some(why));
            }
        }
    }

    /// True if a module runs before another one because that needs it, or is it.
    fn reaches(&self, user: ModuleId, wanted: ModuleId) -> bool {
        let mut seen = BTreeSet::from([user]);
        let mut stack = vec![user];
        while let Some(module) = stack.pop() {
            if module == wanted {
                return true;
            }
            stack.extend(
                self.modules[module].dependencies.iter().map(|(_, next)| *next).filter(|next| seen.insert(*next)),
            );
        }
        false
    }

    fn refuse_module_value(&mut self, name: &str, span: Span, why: Option<String>) -> Expr {
        let diagnostic = Diagnostic::error(codes::MODULE_AS_VALUE, format!("the module `{name}` is used as a value"))
            .primary(span, "this would be an object with all its exports")
            .help(format!("use single exports, `{name}.name`, or a copy: `{{ ...{name} }}`"));
        self.refuse(
            span,
            match why {
                Some(why) => diagnostic.note(why),
                None => diagnostic,
            },
        )
    }

    /// Makes the object of a module's exports, at the end of its body.
    pub fn make_module_object(&mut self, module: ModuleId) -> BindingId {
        let file = self.modules[module].file;
        let span = Span { file, start: 0, end: 0 };
        let binding = self.bindings.push(Binding {
            name: "exports".to_owned(),
            kind: BindingKind::Synthetic,
            scope: Scope::Module(module),
            span,
        });
        self.modules[module].object = Some(binding);
        let mut names = self.export_names(module);
        if self.is_ecma(module) {
            // The order of a module namespace object (ECMA-262 §10.4.6).
            names.sort_unstable();
        }
        let mut members: Vec<ObjectMember> = Vec::new();
        for name in names {
            let resolved = self.resolve_export_or_report(module, &name, span);
            // A type.
            if resolved == Resolved::Undefined {
                continue;
            }
            let kind = self.resolved_kind(resolved, span);
            let value = self.expr(span, kind);
            members.push(ObjectMember::Property { key: ObjectMemberKey::Static(name.as_str().into()), value });
        }
        let object = self.expr(span, ExprKind::Object(members));
        let stmt = self.stmt(span, StmtKind::Let { binding, init: Some(object) });
        self.modules[module].body.push(stmt);
        binding
    }

    /// Names that a module exports.
    pub fn export_names(&mut self, module: ModuleId) -> Vec<String> {
        let mut names = Vec::new();
        self.add_export_names(module, &mut names, &mut BTreeSet::new());
        names
    }

    fn add_export_names(&mut self, module: ModuleId, names: &mut Vec<String>, seen: &mut BTreeSet<ModuleId>) {
        let is_first = seen.is_empty();
        if !seen.insert(module) {
            return;
        }
        let state = &self.modules[module];
        let mut own: Vec<String> = state.exports.iter().map(|export| export.name.clone()).collect();
        if let Slot::Object(object) = state.commonjs.module_exports {
            own.extend(state.commonjs.objects.get(object).into_iter().flatten().map(|property| property.name.clone()));
        }
        let stars = state.stars.clone();
        let mut known: BTreeSet<String> = names.iter().cloned().collect();
        // `export *` leaves the default out.
        names.extend(own.into_iter().filter(|name| (is_first || name != "default") && known.insert(name.clone())));
        for (specifier, span) in stars {
            let target = self.inside(module, |lowerer| lowerer.local_module(&specifier, span, ImportKind::Import));
            match target {
                Some(target) if self.modules[target].on_demand.is_some() => {
                    self.refuse_star_of_commonjs(&specifier, span);
                }
                Some(target) => self.add_export_names(target, names, seen),
                None => {}
            }
        }
    }
}
