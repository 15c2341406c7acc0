//! Which exports PostHog's server finds. Plugin semantics 2.3: the destinations `exports`, `exports.default` and
//! `module.exports`, in this order, without those that are no objects; if none has a property, the global object.

use std::collections::BTreeSet;

use prickle_spec::hooks::{HOOKS, HookStatus};

use super::commonjs::Slot;
use super::export::ExportSource;
use super::lowerer::Lowerer;
use super::module::Resolved;
use super::scope::Name;
use crate::base::Span;
use crate::diag::{Diagnostic, codes};
use crate::ir::{
    BindingId, BindingKind, ExportTarget, Exports, Expr, ExprKind, FunctionId, HookExport, LogicalOp, MemberKey,
    ModuleId, ObjectMember, ObjectMemberKey, Scope, Stmt, StmtKind,
};
use crate::load::ImportKind;

/// One object that hooks are looked up in.
enum Destination {
    /// Its properties, with what they mean.
    Names(Vec<(String, Resolved, Span)>),
    /// The value of a variable, with the names that it may have.
    Value { binding: BindingId, names: Keys, span: Span },
}

/// The names of an object's properties.
enum Keys {
    /// All of them.
    Known(BTreeSet<String>),
    /// Any.
    Unknown,
    /// It is no object: a function or a primitive.
    NotAnObject,
}

impl Lowerer<'_> {
    /// The plugin's exports. To be called when all modules are lowered.
    pub fn resolve_exports(&mut self, main: ModuleId) -> Exports {
        self.module = main;
        let mut exports = Exports::default();
        let mut destinations = vec![Destination::Names(self.exported_names(main))];
        self.add_default(main, &mut destinations, &mut exports);
        self.add_module_exports(main, &mut destinations);
        let has_names = destinations.iter().any(|destination| match destination {
            Destination::Names(names) => !names.is_empty(),
            Destination::Value { names: Keys::Known(names), .. } => !names.is_empty(),
            Destination::Value { names: Keys::Unknown, .. } => true,
            Destination::Value { names: Keys::NotAnObject, .. } => false,
        });
        exports.others = self.other_functions(&destinations);
        if has_names {
            for hook in HOOKS {
                if let Some(export) = self.find_hook(hook.name, &destinations) {
                    exports.hooks.push(export);
                }
            }
        } else {
            self.global_hooks(main, &mut exports);
        }
        self.warn_hidden_hooks(main, &exports, has_names);
        exports
    }

    /// Functions whose names are those of no hook.
    fn other_functions(&self, destinations: &[Destination]) -> Vec<(String, Span)> {
        let names = destinations.iter().flat_map(|destination| match destination {
            Destination::Names(names) => names.as_slice(),
            Destination::Value { .. } => &[],
        });
        let is_other = |name: &str, resolved: &Resolved| match resolved {
            Resolved::Binding(binding) => {
                prickle_spec::hooks::hook_named(name).is_none() && self.function_of(*binding).is_some()
            }
            Resolved::Namespace(_)
            | Resolved::Property(..)
            | Resolved::Global(_)
            | Resolved::ModuleMember(..)
            | Resolved::Undefined
            | Resolved::Error => false,
        };
        names
            .filter(|(name, resolved, _)| is_other(name, resolved))
            .map(|(name, _, span)| (name.clone(), *span))
            .collect()
    }

    /// The properties of `exports`.
    fn exported_names(&mut self, main: ModuleId) -> Vec<(String, Resolved, Span)> {
        let mut names = Vec::new();
        let mut modules = vec![main];
        let mut seen = BTreeSet::new();
        while let Some(module) = modules.pop() {
            if !seen.insert(module) {
                continue;
            }
            for export in self.modules[module].exports.clone() {
                if module != main && export.name == "default" {
                    continue;
                }
                if let Some(resolved) = self.resolve_export(module, &export.name, &mut BTreeSet::new()) {
                    names.push((export.name, resolved, export.span));
                }
            }
            for (specifier, span) in self.modules[module].stars.clone() {
                if let Some(target) = self.star_target(&specifier, span) {
                    modules.push(target);
                }
            }
        }
        let commonjs = &self.modules[main].commonjs;
        if let Slot::Object(object) = commonjs.exports {
            let properties = commonjs.objects.get(object).into_iter().flatten();
            names.extend(
                properties.map(|property| (property.name.clone(), Resolved::Binding(property.binding), property.span)),
            );
        }
        names
    }

    fn star_target(&mut self, specifier: &str, span: Span) -> Option<ModuleId> {
        if self.names_file(specifier, span.file, ImportKind::Import) {
            return self.local_module(specifier, span, ImportKind::Import);
        }
        if prickle_spec::modules::module_named(specifier).is_some() {
            self.report(
                Diagnostic::error(codes::UNSUPPORTED_PACKAGE, format!("`{specifier}` can only be imported by name"))
                    .primary(span, "all of it is exported")
                    .help("remove it: PostHog looks for nothing of it among the exports"),
            );
        }
        None
    }

    /// `exports.default`
    fn add_default(&mut self, main: ModuleId, destinations: &mut Vec<Destination>, exports: &mut Exports) {
        if let Some(properties) = self.modules[main].default_object.clone() {
            destinations.push(Destination::Names(
                properties
                    .into_iter()
                    .map(|property| (property.name, Resolved::Binding(property.binding), property.span))
                    .collect(),
            ));
            return;
        }
        let Some(Destination::Names(names)) = destinations.first() else { return };
        let Some((_, resolved, span)) = names.iter().find(|(name, _, _)| name == "default").cloned() else { return };
        let Resolved::Binding(binding) = resolved else { return };
        let is_own = self.modules[main].exports.iter().any(|export| {
            export.name == "default" && matches!(export.source, ExportSource::Binding(own) if own == binding)
        });
        if let Some(value) = self.initial_value(binding)
            && matches!(value.kind, ExprKind::Null)
        {
            exports.load_failure = Some("Cannot convert undefined or null to object".to_owned());
            self.report(
                Diagnostic::warning(
                    codes::DEFAULT_EXPORT_NULL,
                    "the plugin fails to load, because its default export is null",
                )
                .primary(span, "PostHog's server looks for hooks in it")
                .help("remove the export"),
            );
            return;
        }
        let names = self.keys_of(binding);
        if is_own && matches!(names, Keys::Unknown) {
            self.report(
                Diagnostic::error(codes::UNDECIDABLE_EXPORTS, "what the plugin exports is not known at compile time")
                    .primary(span, "the value of this expression decides")
                    .help("write `export default { processEvent, … }`, or export the functions by name"),
            );
            return;
        }
        destinations.push(Destination::Value { binding, names, span });
    }

    /// `module.exports`, where it is another object than `exports`.
    fn add_module_exports(&mut self, main: ModuleId, destinations: &mut Vec<Destination>) {
        let commonjs = &self.modules[main].commonjs;
        if commonjs.module_exports == commonjs.exports {
            if let Slot::Value(binding) = commonjs.exports {
                let span = self.bindings[binding].span;
                let names = self.keys_of(binding);
                destinations.push(Destination::Value { binding, names, span });
            }
            return;
        }
        for slot in [commonjs.exports, commonjs.module_exports] {
            match slot {
                Slot::Value(binding) => {
                    let span = self.bindings[binding].span;
                    let names = self.keys_of(binding);
                    destinations.push(Destination::Value { binding, names, span });
                }
                // The object that `exports` began with is the first destination.
                Slot::Object(object) if slot == self.modules[main].commonjs.module_exports => {
                    let properties = self.modules[main].commonjs.objects.get(object).cloned().unwrap_or_default();
                    destinations.push(Destination::Names(
                        properties
                            .into_iter()
                            .map(|property| (property.name, Resolved::Binding(property.binding), property.span))
                            .collect(),
                    ));
                }
                Slot::Object(_) => {}
            }
        }
    }

    /// The value that a constant of the top level was declared with.
    fn initial_value(&self, binding: BindingId) -> Option<&Expr> {
        let Scope::Module(module) = self.bindings[binding].scope else { return None };
        fn find(stmts: &[Stmt], wanted: BindingId) -> Option<&Expr> {
            stmts.iter().find_map(|stmt| match &stmt.kind {
                StmtKind::Let { binding, init: Some(init) } if *binding == wanted => Some(init),
                StmtKind::Group(stmts) => find(stmts, wanted),
                _ => None,
            })
        }
        find(&self.modules[module].body, binding)
    }

    /// The property names of the object in a constant.
    fn keys_of(&self, binding: BindingId) -> Keys {
        match self.bindings[binding].kind {
            BindingKind::Function(_) => return Keys::NotAnObject,
            BindingKind::Class if !self.reassigned.contains(&binding) => return Keys::NotAnObject,
            BindingKind::Const | BindingKind::Synthetic => {}
            BindingKind::Var
            | BindingKind::Let
            | BindingKind::Class
            | BindingKind::Param
            | BindingKind::Catch
            | BindingKind::FunctionSelf(_)
            | BindingKind::Temp => return Keys::Unknown,
        }
        let Some(value) = self.initial_value(binding) else { return Keys::Unknown };
        match &value.kind {
            ExprKind::Binding(other) => self.keys_of(*other),
            ExprKind::Function(_)
            | ExprKind::Class(_)
            | ExprKind::Number(_)
            | ExprKind::String(_)
            | ExprKind::Bool(_) => Keys::NotAnObject,
            ExprKind::Object(members) => {
                let mut names = BTreeSet::new();
                for member in members {
                    match member {
                        ObjectMember::Property { key: ObjectMemberKey::Static(name), .. }
                        | ObjectMember::Method { key: ObjectMemberKey::Static(name), .. } => {
                            names.insert(name.display());
                        }
                        ObjectMember::Property { key: ObjectMemberKey::Computed(_), .. }
                        | ObjectMember::Method { key: ObjectMemberKey::Computed(_), .. }
                        | ObjectMember::Spread(_)
                        | ObjectMember::Prototype(_) => return Keys::Unknown,
                    }
                }
                let written = self.member_writes.iter().filter(|(object, _)| *object == binding);
                names.extend(written.map(|(_, name)| name.clone()));
                Keys::Known(names)
            }
            _ => Keys::Unknown,
        }
    }

    /// The first destination that has a truthy value of this name wins.
    fn find_hook(&mut self, name: &str, destinations: &[Destination]) -> Option<HookExport> {
        let mut values: Vec<(Expr, Span)> = Vec::new();
        for destination in destinations {
            match destination {
                Destination::Names(names) => {
                    let Some((_, resolved, span)) = names.iter().rev().find(|(other, _, _)| other == name) else {
                        continue;
                    };
                    if let Resolved::Binding(binding) = resolved
                        && values.is_empty()
                        && let Some(target) = self.function_of(*binding)
                    {
                        return Some(HookExport { name: name.to_owned(), target, span: *span });
                    }
                    let kind = self.resolved_kind(resolved.clone(), *span);
                    values.push((self.expr(*span, kind), *span));
                }
                Destination::Value { binding, names, span } => {
                    let is_there = match names {
                        Keys::Known(names) => names.contains(name),
                        Keys::Unknown => prickle_spec::hooks::hook_named(name)
                            .is_some_and(|hook| matches!(hook.status, HookStatus::Called)),
                        Keys::NotAnObject => false,
                    };
                    if is_there {
                        let object = Box::new(self.read(*binding, *span));
                        let key = MemberKey::Static(name.into(), *span);
                        let value = self.expr(*span, ExprKind::Member { object, key, optional: false });
                        values.push((value, *span));
                    }
                }
            }
        }
        let (value, span) = values.into_iter().reduce(|(left, span), (right, _)| {
            let (left, right) = (Box::new(left), Box::new(right));
            (self.expr(span, ExprKind::Logical { op: LogicalOp::Or, left, right }), span)
        })?;
        Some(HookExport { name: name.to_owned(), target: ExportTarget::Value(value), span })
    }

    /// The function that a binding always holds.
    fn function_of(&self, binding: BindingId) -> Option<ExportTarget> {
        if self.reassigned.contains(&binding) {
            return None;
        }
        let function = match self.bindings[binding].kind {
            BindingKind::Function(function) => Some(function),
            BindingKind::Const | BindingKind::Let | BindingKind::Var | BindingKind::Synthetic => {
                match self.initial_value(binding).map(|value| &value.kind) {
                    Some(ExprKind::Function(function)) => Some(*function),
                    // `const processEvent = handle`
                    Some(ExprKind::Binding(other))
                        if self.bindings[*other].kind != BindingKind::Let && self.is_set_before(*other, binding) =>
                    {
                        return self.function_of(*other);
                    }
                    Some(_) | None => None,
                }
            }
            BindingKind::Class
            | BindingKind::Param
            | BindingKind::Catch
            | BindingKind::FunctionSelf(_)
            | BindingKind::Temp => None,
        };
        // What only a function object has, a hook that is one gets from its call.
        let needs_object = |function: &FunctionId| {
            let function = &self.functions[*function];
            function.uses_this || function.arguments.is_some() || function.is_generator
        };
        function.filter(|function| !needs_object(function)).map(ExportTarget::Function)
    }

    /// True if a variable has its value when another one, which is given it, is declared: a `var` may stand below.
    fn is_set_before(&self, value: BindingId, declared: BindingId) -> bool {
        let (value, declared) = (&self.bindings[value], &self.bindings[declared]);
        matches!(value.kind, BindingKind::Function(_))
            || value.span.file != declared.span.file
            || value.span.start < declared.span.start
    }

    /// Hooks among the properties of the global object: functions, `var`s and implicit globals.
    fn global_hooks(&mut self, main: ModuleId, exports: &mut Exports) {
        for hook in HOOKS {
            let name = swc_atoms::Atom::from(hook.name);
            let span = Span { file: self.modules[main].file, start: 0, end: 0 };
            let found = match self.modules[main].names.get(&name) {
                Some(Name::Binding(binding)) => {
                    let binding = *binding;
                    match self.bindings[binding].kind {
                        BindingKind::Function(_) | BindingKind::Var => {
                            let span = self.bindings[binding].span;
                            let target = self
                                .function_of(binding)
                                .unwrap_or_else(|| ExportTarget::Value(self.read(binding, span)));
                            Some((target, span))
                        }
                        BindingKind::Let
                        | BindingKind::Const
                        | BindingKind::Class
                        | BindingKind::Param
                        | BindingKind::Catch
                        | BindingKind::FunctionSelf(_)
                        | BindingKind::Synthetic
                        | BindingKind::Temp => None,
                    }
                }
                Some(Name::Import(_) | Name::Refused) => None,
                None if self.global_writes.contains(hook.name) => {
                    let value = self.expr(span, ExprKind::Global(hook.name.to_owned()));
                    Some((ExportTarget::Value(value), span))
                }
                None => None,
            };
            if let Some((target, span)) = found {
                exports.hooks.push(HookExport { name: hook.name.to_owned(), target, span });
            }
        }
    }

    /// Functions that are named like hooks, but that nobody will call.
    fn warn_hidden_hooks(&mut self, main: ModuleId, exports: &Exports, has_names: bool) {
        for hook in HOOKS {
            if hook.status != HookStatus::Called || exports.hooks.iter().any(|export| export.name == hook.name) {
                continue;
            }
            let Some(Name::Binding(binding)) = self.modules[main].names.get(&swc_atoms::Atom::from(hook.name)) else {
                continue;
            };
            let binding = *binding;
            let is_function = matches!(self.bindings[binding].kind, BindingKind::Function(_))
                || self.initial_functions.contains_key(&binding);
            if !is_function {
                continue;
            }
            let diagnostic = Diagnostic::warning(codes::HIDDEN_HOOK, format!("`{}` is never called", hook.name))
                .primary(self.bindings[binding].span, "not exported");
            self.report(if has_names {
                diagnostic
                    .help("export it as well")
                    .note("a plugin without exports may leave it out, but one export hides all other functions")
            } else {
                diagnostic.help(format!("export it, or declare it with `function {}() {{}}`", hook.name)).note(
                    "without exports PostHog's server looks at global functions and `var`s, not at `const` and `let`",
                )
            });
        }
    }
}
