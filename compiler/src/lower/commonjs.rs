//! `module.exports = …` and `exports.name = …`, followed through the top level of a file. Where they stand there and only
//! there, no object is needed: each exported value is a variable.

use swc_common::Spanned;
use swc_ecma_ast as ast;

use super::callee_text::bare;
use super::export_syntax::{PropertyValue, StaticProperties, is_module_marker, static_object};
use super::exported_const::exported_const;
use super::function::FunctionSource;
use super::lowerer::Lowerer;
use super::module::Resolved;
use super::scope::Name;
use crate::base::Span;
use crate::diag::{Diagnostic, codes};
use crate::ir::{BindingId, BindingKind, ExprKind, FunctionForm, MemberKey, ModuleId, Stmt, StmtKind};

/// What `exports` and `module.exports` hold at the end of a file.
#[derive(Default)]
pub(super) struct CommonJs {
    /// Objects that they were set to; the first is the one that both begin with.
    pub objects: Vec<Vec<Property>>,
    /// The variable `exports`.
    pub exports: Slot,
    /// `module.exports`
    pub module_exports: Slot,
    /// `__esModule` is among them: compiled from an ES module.
    pub is_marked: bool,
}

/// One of the two destinations.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// The object of this number.
    Object(usize),
    /// The value in this variable.
    Value(BindingId),
}

impl Default for Slot {
    fn default() -> Self {
        Self::Object(0)
    }
}

/// A property of an exports object.
#[derive(Clone)]
pub(super) struct Property {
    /// Its name.
    pub name: String,
    /// The variable that holds its value.
    pub binding: BindingId,
    /// Place of the key.
    pub span: Span,
    /// The variable was made for it, as opposed to one of the file that is exported.
    is_own: bool,
    /// Start of the statement.
    statement: u32,
}

/// The left side of an assignment that exports.
enum Target {
    /// `exports`
    Exports,
    /// `module.exports`
    ModuleExports,
    /// `exports.name`
    ExportsMember(String, swc_common::Span),
    /// `module.exports.name`
    ModuleExportsMember(String, swc_common::Span),
}

impl Lowerer<'_> {
    /// True for `module` and `exports` where the file does not declare them.
    pub fn is_commonjs_name(&self, name: &str) -> bool {
        matches!(name, "module" | "exports") && !self.is_ecma_package()
    }

    /// True in an ES module of a package, which has none of the names that CommonJS gives to a file.
    pub fn is_ecma_package(&self) -> bool {
        self.modules[self.module].is_package && self.is_ecma(self.module)
    }

    /// `module.exports`
    pub fn is_module_exports(&self, expr: &ast::Expr) -> bool {
        let ast::Expr::Member(member) = bare(expr) else { return false };
        let ast::Expr::Ident(object) = bare(&member.obj) else { return false };
        &*object.sym == "module"
            && self.lookup(&object.sym).is_none()
            && super::call::static_name(&member.prop).as_deref() == Some("exports")
    }

    fn is_exports(&self, expr: &ast::Expr) -> bool {
        matches!(bare(expr), ast::Expr::Ident(ident) if &*ident.sym == "exports" && self.lookup(&ident.sym).is_none())
    }

    /// Follows the assignments at the top level of the file being declared.
    pub fn plan_commonjs(&mut self, items: &[ast::ModuleItem]) {
        let mut plan = CommonJs { objects: vec![Vec::new()], ..CommonJs::default() };
        for item in items {
            match item {
                ast::ModuleItem::Stmt(statement) => {
                    plan.is_marked |= is_module_marker(statement);
                    if let Some((targets, value)) = self.export_assignment(statement) {
                        let (value, statement) =
                            self.exported_object(items, value).unwrap_or((value, statement.span()));
                        self.plan_assignment(&mut plan, &targets, value, statement);
                    }
                }
                ast::ModuleItem::ModuleDecl(ast::ModuleDecl::TsExportAssignment(export)) => {
                    let (value, statement) =
                        self.exported_object(items, &export.expr).unwrap_or((&export.expr, export.span));
                    self.plan_assignment(&mut plan, &[Target::ModuleExports], value, statement);
                }
                ast::ModuleItem::ModuleDecl(_) => {}
            }
        }
        self.modules[self.module].commonjs = plan;
    }

    /// The object of an exported constant, and the statement that declares it. Only of the main file: others may be used as a whole.
    fn exported_object<'a>(
        &mut self,
        items: &'a [ast::ModuleItem],
        value: &ast::Expr,
    ) -> Option<(&'a ast::Expr, swc_common::Span)> {
        let (object, statement) = exported_const(items, value).filter(|_| self.module == ModuleId(0))?;
        let place = self.span(statement);
        self.modules[self.module].exported_const = Some(place);
        Some((object, statement))
    }

    /// Lowers the declaration of a constant whose properties are exported, one variable per property.
    pub fn lower_exported_const(&mut self, var: &ast::VarDecl, out: &mut Vec<Stmt>) -> bool {
        let span = self.span(var.span);
        let state = &self.modules[self.module];
        let is_planned = state.exported_const.is_some_and(|planned| planned.start == span.start);
        let [ast::VarDeclarator { init: Some(value), .. }] = &*var.decls else { return false };
        let ast::Expr::Object(object) = bare(value) else { return false };
        if !(is_planned && self.frames.is_empty() && self.scopes.is_empty()) {
            return false;
        }
        let planned = match &state.default_object {
            Some(properties) => properties.clone(),
            None => self.planned(span).collect(),
        };
        self.lower_exported_object(object, &planned, out);
        true
    }

    /// The targets and the value of `module.exports = exports.name = value;`.
    fn export_assignment<'a>(&self, statement: &'a ast::Stmt) -> Option<(Vec<Target>, &'a ast::Expr)> {
        let ast::Stmt::Expr(statement) = statement else { return None };
        let mut value = bare(&statement.expr);
        let mut targets = Vec::new();
        while let ast::Expr::Assign(assign) = value {
            if assign.op != ast::AssignOp::Assign {
                return None;
            }
            targets.push(self.export_target(&assign.left)?);
            value = bare(&assign.right);
        }
        (!targets.is_empty()).then_some((targets, value))
    }

    fn export_target(&self, target: &ast::AssignTarget) -> Option<Target> {
        match target {
            ast::AssignTarget::Simple(ast::SimpleAssignTarget::Ident(ident)) => {
                (&*ident.id.sym == "exports" && self.lookup(&ident.id.sym).is_none()).then_some(Target::Exports)
            }
            ast::AssignTarget::Simple(ast::SimpleAssignTarget::Member(member)) => {
                let name = super::call::static_name(&member.prop)?;
                let span = member.prop.span();
                if self.is_exports(&member.obj) {
                    return Some(Target::ExportsMember(name, span));
                }
                if self.is_module_exports(&member.obj) {
                    return Some(Target::ModuleExportsMember(name, span));
                }
                match bare(&member.obj) {
                    ast::Expr::Ident(object)
                        if &*object.sym == "module" && name == "exports" && self.lookup(&object.sym).is_none() =>
                    {
                        Some(Target::ModuleExports)
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    fn plan_assignment(
        &mut self,
        plan: &mut CommonJs,
        targets: &[Target],
        value: &ast::Expr,
        statement: swc_common::Span,
    ) {
        let span = self.span(statement);
        let is_whole = targets.iter().any(|target| matches!(target, Target::Exports | Target::ModuleExports));
        if !is_whole {
            let binding = self.binding_for(value, targets.first().map_or("value", Target::name), span);
            for target in targets {
                self.plan_member(plan, target, binding, span);
            }
            return;
        }
        let slot = if self.is_exports(value) {
            plan.exports
        } else if self.is_module_exports(value) {
            plan.module_exports
        } else if let Some(properties) = static_object(value) {
            plan.objects.push(self.plan_properties(properties, span));
            Slot::Object(plan.objects.len() - 1)
        } else {
            let (binding, _) = self.binding_for(value, "exports", span);
            Slot::Value(binding)
        };
        for target in targets {
            match target {
                Target::Exports => plan.exports = slot,
                Target::ModuleExports => plan.module_exports = slot,
                Target::ExportsMember(..) | Target::ModuleExportsMember(..) => {
                    self.refuse_undecidable_exports(span);
                }
            }
        }
    }

    fn plan_member(
        &mut self,
        plan: &mut CommonJs,
        target: &Target,
        (binding, is_own): (BindingId, bool),
        statement: Span,
    ) {
        let (slot, name, span) = match target {
            Target::ExportsMember(name, span) => (plan.exports, name, *span),
            Target::ModuleExportsMember(name, span) => (plan.module_exports, name, *span),
            Target::Exports | Target::ModuleExports => return,
        };
        let span = self.span(span);
        match slot {
            Slot::Object(object) => {
                plan.objects[object].push(Property {
                    name: name.clone(),
                    binding,
                    span,
                    is_own,
                    statement: statement.start,
                });
            }
            Slot::Value(_) => self.refuse_undecidable_exports(span),
        }
    }

    /// The variable that holds an exported value: the file's own, where its value cannot differ, or a new one.
    fn binding_for(&mut self, value: &ast::Expr, name: &str, place: Span) -> (BindingId, bool) {
        match bare(value) {
            ast::Expr::Ident(ident) => self.binding_for_name(ident, name, place),
            _ => (self.binding(name, BindingKind::Const, place), true),
        }
    }

    fn binding_for_name(&mut self, ident: &ast::Ident, name: &str, place: Span) -> (BindingId, bool) {
        if let Some(Name::Binding(binding)) = self.lookup(&ident.sym) {
            let is_settled = match self.bindings[binding].kind {
                BindingKind::Function(_) => true,
                BindingKind::Const => self.bindings[binding].span.start < place.start,
                BindingKind::Var
                | BindingKind::Let
                | BindingKind::Class
                | BindingKind::Param
                | BindingKind::Catch
                | BindingKind::FunctionSelf(_)
                | BindingKind::Synthetic
                | BindingKind::Temp => false,
            };
            if is_settled {
                return (binding, false);
            }
        }
        (self.binding(name, BindingKind::Const, place), true)
    }

    /// Lowers a statement if it only exports.
    pub fn lower_commonjs(&mut self, statement: &ast::Stmt, out: &mut Vec<Stmt>) -> bool {
        if is_module_marker(statement) {
            return true;
        }
        let Some((targets, value)) = self.export_assignment(statement) else { return false };
        let span = self.span(statement.span());
        self.lower_exported(&targets, value, span, out);
        true
    }

    /// `export = value`
    pub fn lower_export_assignment(&mut self, export: &ast::TsExportAssignment, out: &mut Vec<Stmt>) {
        let span = self.span(export.span);
        self.lower_exported(&[Target::ModuleExports], &export.expr, span, out);
    }

    fn lower_exported(&mut self, targets: &[Target], value: &ast::Expr, span: Span, out: &mut Vec<Stmt>) {
        let is_whole = targets.iter().any(|target| matches!(target, Target::Exports | Target::ModuleExports));
        if is_whole && (self.is_exports(value) || self.is_module_exports(value)) {
            return;
        }
        if is_whole && static_object(value).is_some() {
            let planned: Vec<_> = self.planned(span).collect();
            let ast::Expr::Object(object) = bare(value) else { return };
            self.lower_exported_object(object, &planned, out);
            return;
        }
        let binding = if is_whole {
            let commonjs = &self.modules[self.module].commonjs;
            [commonjs.exports, commonjs.module_exports].into_iter().find_map(|slot| match slot {
                Slot::Value(binding) if self.bindings[binding].span == span => Some(binding),
                Slot::Value(_) | Slot::Object(_) => None,
            })
        } else {
            self.planned(span).find(|property| property.is_own).map(|property| property.binding)
        };
        // The value is a variable of the file, or an assignment that a later one replaces.
        match binding {
            Some(binding) => self.define(binding, value, !is_whole, out),
            None if matches!(bare(value), ast::Expr::Ident(_)) => {}
            None => {
                let value = self.lower_expr(value);
                self.evaluate(value, out);
            }
        }
    }

    /// The variables that `exports.name = function () {}` sets, if that is all that a statement does.
    pub fn exported_function(&self, statement: &ast::Stmt) -> Option<Vec<BindingId>> {
        let (targets, value) = self.export_assignment(statement)?;
        let is_whole = targets.iter().any(|target| matches!(target, Target::Exports | Target::ModuleExports));
        let is_function = matches!(value, ast::Expr::Fn(_) | ast::Expr::Arrow(_));
        let own: Vec<_> = self
            .planned(self.span(statement.span()))
            .filter(|property| property.is_own)
            .map(|property| property.binding)
            .collect();
        (is_function && !is_whole && !own.is_empty()).then_some(own)
    }

    fn planned(&self, statement: Span) -> impl Iterator<Item = Property> + use<> {
        let properties: Vec<_> = self.modules[self.module]
            .commonjs
            .objects
            .iter()
            .flatten()
            .filter(|property| property.statement == statement.start)
            .cloned()
            .collect();
        properties.into_iter()
    }

    /// Gives an exported variable its value. One that is a property may be called on the exports.
    fn define(&mut self, binding: BindingId, value: &ast::Expr, is_property: bool, out: &mut Vec<Stmt>) {
        let span = self.span(value.span());
        let name = self.bindings[binding].name.clone();
        let value = if is_property { self.lower_exported_value(value, &name) } else { self.lower_named(value, &name) };
        if let ExprKind::Function(function) = value.kind {
            self.initial_functions.insert(binding, function);
        }
        out.push(self.stmt(span, StmtKind::Let { binding, init: Some(value) }));
    }

    fn lower_exported_object(&mut self, object: &ast::ObjectLit, planned: &[Property], out: &mut Vec<Stmt>) {
        for (property, planned) in object.props.iter().zip(planned) {
            let ast::PropOrSpread::Prop(property) = property else { continue };
            if !planned.is_own {
                continue;
            }
            let span = self.span(property.span());
            self.with_comments(span, out, |lowerer, out| match &**property {
                ast::Prop::Shorthand(ident) => {
                    let value = lowerer.lower_ident(ident);
                    out.push(lowerer.stmt(span, StmtKind::Let { binding: planned.binding, init: Some(value) }));
                }
                ast::Prop::KeyValue(property) => lowerer.define(planned.binding, &property.value, true, out),
                ast::Prop::Method(method) => {
                    let mut source =
                        FunctionSource::new(planned.name.clone(), FunctionForm::Method, &method.function, span);
                    source.is_export = true;
                    let value = lowerer.lower_function_expr(source);
                    if let ExprKind::Function(function) = value.kind {
                        lowerer.initial_functions.insert(planned.binding, function);
                    }
                    out.push(lowerer.stmt(span, StmtKind::Let { binding: planned.binding, init: Some(value) }));
                }
                ast::Prop::Getter(_) | ast::Prop::Setter(_) | ast::Prop::Assign(_) => {}
            });
        }
    }

    /// `export default { … }`: one variable per property, where all keys are written out. Reports nothing.
    pub fn lower_default_object(&mut self, value: &ast::Expr, out: &mut Vec<Stmt>) -> bool {
        let Some(properties) = self.modules[self.module].default_object.take() else { return false };
        let ast::Expr::Object(object) = bare(value) else {
            // The declaration of the constant sets the variables.
            self.modules[self.module].default_object = Some(properties);
            return true;
        };
        self.lower_exported_object(object, &properties, out);
        self.modules[self.module].default_object = Some(properties);
        true
    }

    /// Makes variables of the properties of `export default { … }`. Only of the main file: others may be used as a whole.
    pub fn plan_default_object(&mut self, items: &[ast::ModuleItem], value: &ast::Expr) {
        let (value, statement) = self.exported_object(items, value).unwrap_or((value, value.span()));
        let span = self.span(statement);
        let Some(properties) = static_object(value) else { return };
        let planned = self.plan_properties(properties, span);
        self.modules[self.module].default_object = Some(planned);
    }

    fn plan_properties(&mut self, properties: StaticProperties<'_>, statement: Span) -> Vec<Property> {
        let mut planned = Vec::with_capacity(properties.len());
        for (name, key, value) in properties {
            let span = self.span(key);
            let (binding, is_own) = match value {
                PropertyValue::Shorthand(ident) => self.binding_for_name(ident, &name, span),
                PropertyValue::Value(value) => self.binding_for(value, &name, span),
                PropertyValue::Method => (self.binding(name.clone(), BindingKind::Const, span), true),
            };
            planned.push(Property { name, binding, span, is_own, statement: statement.start });
        }
        planned
    }

    /// A read of `exports.name` or `module.exports.name`.
    pub fn lower_export_read(&mut self, key: Option<&str>, span: Span) -> ExprKind {
        let commonjs = &self.modules[self.module].commonjs;
        let found = key.and_then(|key| {
            commonjs.objects.iter().rev().find_map(|object| object.iter().rev().find(|property| property.name == key))
        });
        match (found, commonjs.module_exports, key) {
            (Some(property), _, _) => {
                let binding = property.binding;
                self.mentioned.insert(binding);
                ExprKind::Binding(binding)
            }
            (None, Slot::Value(value), Some(key)) => {
                let object = Box::new(self.read(value, span));
                ExprKind::Member { object, key: MemberKey::Static(key.into(), span), optional: false }
            }
            (None, _, _) => {
                self.refuse_undecidable_exports(span);
                ExprKind::Error
            }
        }
    }

    /// An export of a CommonJS module.
    pub fn resolve_commonjs_export(&self, module: ModuleId, name: &str) -> Option<Resolved> {
        let commonjs = &self.modules[module].commonjs;
        match commonjs.module_exports {
            Slot::Object(object) => commonjs
                .objects
                .get(object)?
                .iter()
                .rev()
                .find(|property| property.name == name)
                .map(|property| Resolved::Binding(property.binding)),
            Slot::Value(binding) => Some(Resolved::Property(binding, name.to_owned())),
        }
    }

    /// What a module assigned to `module.exports`, if that is no object literal.
    pub fn commonjs_value(&self, module: ModuleId) -> Option<BindingId> {
        match self.modules[module].commonjs.module_exports {
            Slot::Value(binding) if !self.is_ecma(module) => Some(binding),
            Slot::Value(_) | Slot::Object(_) => None,
        }
    }

    /// `module` or `exports` used in a way that hides what the plugin exports.
    pub fn refuse_undecidable_exports(&mut self, span: Span) {
        self.report(
            Diagnostic::error(codes::UNDECIDABLE_EXPORTS, "what the plugin exports is not known at compile time")
                .primary(span, "may change the exports")
                .help("write `module.exports = { name, … }` once, at the top level of the file"),
        );
    }
}

impl Target {
    fn name(&self) -> &str {
        match self {
            Self::Exports | Self::ModuleExports => "exports",
            Self::ExportsMember(name, _) | Self::ModuleExportsMember(name, _) => name,
        }
    }
}
