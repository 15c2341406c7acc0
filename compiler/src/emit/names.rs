//! Rust names for JavaScript names.

use crate::analyse::{Facts, FunctionRole, Storage};
use crate::base::IndexVec;
use crate::ir::{BindingId, BindingKind, ExportTarget, FunctionId, ModuleId, Program, Scope};
use prickle_spec::hooks::hook_named;
use std::collections::{BTreeMap, BTreeSet};

/// All names of a crate.
#[derive(Debug)]
pub struct Names {
    /// Variables, constants and slots.
    pub bindings: IndexVec<BindingId, String>,
    /// Rust functions of items.
    pub functions: IndexVec<FunctionId, String>,
    /// Paths of Rust modules; the main one has none.
    pub modules: IndexVec<ModuleId, String>,
    /// Rust names of variables, with the JavaScript name that may share them.
    locals: IndexVec<FunctionId, BTreeMap<String, Option<String>>>,
    /// Rust names of items.
    items: IndexVec<ModuleId, BTreeSet<String>>,
}

/// Words that cannot name anything in Rust.
#[rustfmt::skip]
const KEYWORDS: &[&str] = &[
    "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else", "enum", "extern", "false", "final",
    "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual",
    "where", "while", "yield", "abstract",
];

/// Names that generated code needs for itself: its own variables, and functions of the prelude.
#[rustfmt::skip]
const OWN: &[&str] = &[
    "cx", "call", "args", "generator", "guard", "this", "template_object", "bigint_literal", "numeric", "evaluate", "add", "attempt", "attempt_async", "bit_and", "bit_or", "bit_xor", "concat",
    "define_exports", "define_hook", "divide", "exponentiate", "global_delete", "global_get", "global_set", "global_typeof",
    "greater_or_equal", "greater_than", "has_property", "instance_of", "js_format", "search_string", "less_or_equal", "less_than", "loosely_equals",
    "multiply", "remainder", "shift_left", "shift_right", "shift_right_unsigned", "strict_equals", "subtract", "throw", "throw_error",
    "to_callback", "matches", "new_target", "home_object", "active_function", "default_constructor", "default_derived_constructor", "derived_this",
    "has_private", "initialize_statics", "named_after", "private_name", "super_call", "super_call_once", "super_get", "super_set",
    "super_set_strict", "throw_derived_result", "reserve_globals", "to_key_value", "global_set_strict",
];

/// The Rust module with those of the files of packages.
pub const PACKAGES: &str = "packages";

/// The word is one of Rust's.
pub fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name)
}

fn is_reserved(name: &str) -> bool {
    is_keyword(name) || OWN.contains(&name)
}

/// `fooBar` → `foo_bar`, `$group` → `group`, `π` → `u3c0`.
pub fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    let chars: Vec<char> = name.chars().collect();
    for (index, &c) in chars.iter().enumerate() {
        if c.is_ascii_uppercase() {
            let after_lower = index > 0 && (chars[index - 1].is_ascii_lowercase() || chars[index - 1].is_ascii_digit());
            let before_lower = index > 0
                && chars[index - 1].is_ascii_uppercase()
                && chars.get(index + 1).is_some_and(char::is_ascii_lowercase);
            if (after_lower || before_lower) && !snake.ends_with('_') {
                snake.push('_');
            }
            snake.push(c.to_ascii_lowercase());
        } else if c.is_ascii_alphanumeric() {
            snake.push(c);
        } else if c == '_' || c == '$' || c == '-' || c == '/' || c == '.' || c == ' ' {
            if !snake.is_empty() && !snake.ends_with('_') {
                snake.push('_');
            }
        } else {
            if !snake.is_empty() && !snake.ends_with('_') {
                snake.push('_');
            }
            snake.push_str(&format!("u{:x}", u32::from(c)));
        }
    }
    let snake = snake.trim_end_matches('_');
    match snake.chars().next() {
        None => "anonymous".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("n{snake}"),
        Some(_) => snake.to_owned(),
    }
}

/// `hello-world` → `HelloWorld`.
pub fn type_name(name: &str) -> String {
    let camel: String = snake_case(name)
        .split('_')
        .map(|word| {
            let mut chars = word.chars();
            chars.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + chars.as_str())
        })
        .collect();
    // Names of the prelude.
    let taken = [
        "Plugin",
        "Manifest",
        "Hook",
        "HookName",
        "Value",
        "Object",
        "JsStr",
        "Cx",
        "Flow",
        "AsyncGenerator",
        "Generator",
        "ErrorKind",
        "Self",
    ];
    if taken.contains(&camel.as_str()) { format!("{camel}Plugin") } else { camel }
}

/// A name not in `used`: the base, or with a number behind it.
fn unique(base: &str, used: &BTreeSet<String>) -> String {
    let base = if is_reserved(base) { format!("{base}_") } else { base.to_owned() };
    if !used.contains(&base) {
        return base;
    }
    let stem = base.trim_end_matches('_');
    (2..).map(|number| format!("{stem}_{number}")).find(|name| !used.contains(name)).unwrap_or(base)
}

impl Names {
    /// Gives everything its name.
    pub fn new(program: &Program, facts: &Facts) -> Self {
        let mut names = Self {
            bindings: IndexVec::filled(program.bindings.len(), String::new()),
            functions: IndexVec::filled(program.functions.len(), String::new()),
            modules: IndexVec::filled(program.modules.len(), String::new()),
            locals: IndexVec::filled(program.functions.len(), BTreeMap::new()),
            items: IndexVec::new(),
        };
        let mut module_names = BTreeSet::from(["lib".to_owned(), "main".to_owned(), PACKAGES.to_owned()]);
        let mut package_names = BTreeSet::new();
        let main = program.modules.len().saturating_sub(1);
        for (id, module) in program.modules.iter() {
            if id.0 as usize != main {
                let path = module.path.rsplit_once('.').map_or(module.path.as_str(), |(stem, _)| stem);
                let name = match path.rsplit_once("node_modules/") {
                    Some((_, path)) => {
                        let path = path.trim_start_matches('@');
                        let name = unique(&snake_case(path.strip_suffix("/index").unwrap_or(path)), &package_names);
                        package_names.insert(name.clone());
                        format!("{PACKAGES}::{name}")
                    }
                    None => {
                        let name = unique(&snake_case(path), &module_names);
                        module_names.insert(name.clone());
                        name
                    }
                };
                names.modules[id] = name;
            }
        }
        let mut items: IndexVec<ModuleId, BTreeSet<String>> =
            IndexVec::filled(program.modules.len(), module_names.clone());
        names.name_functions(program, facts, &mut items);
        names.name_module_bindings(program, facts, &mut items);
        names.items = items;
        let mut own: IndexVec<FunctionId, Vec<BindingId>> = IndexVec::filled(program.functions.len(), Vec::new());
        for (id, binding) in program.bindings.iter() {
            if let Scope::Function(function) = binding.scope {
                own[function].push(id);
            }
        }
        // Outer functions first: they begin earlier.
        let mut functions: Vec<FunctionId> = program.functions.ids().collect();
        functions.sort_by_key(|id| (program.functions[*id].span.file, program.functions[*id].span.start));
        for id in functions {
            names.name_locals(program, facts, id, &own[id]);
        }
        names
    }

    fn name_functions(&mut self, program: &Program, facts: &Facts, items: &mut IndexVec<ModuleId, BTreeSet<String>>) {
        let hook_names: BTreeMap<FunctionId, &str> = program
            .exports
            .hooks
            .iter()
            .filter_map(|hook| match hook.target {
                ExportTarget::Function(function) => Some((function, hook.name.as_str())),
                ExportTarget::Value(_) => None,
            })
            .collect();
        for (id, function) in program.functions.iter() {
            if facts.functions[id].role != FunctionRole::Item {
                continue;
            }
            let name = match facts.functions[id].binding {
                Some(binding) => &program.bindings[binding].name,
                None if function.name.is_empty() => hook_names.get(&id).copied().unwrap_or("anonymous"),
                None => &function.name,
            };
            let used = &mut items[function.module];
            let name = unique(&snake_case(name), used);
            used.insert(name.clone());
            self.functions[id] = name;
        }
    }

    fn name_module_bindings(
        &mut self,
        program: &Program,
        facts: &Facts,
        items: &mut IndexVec<ModuleId, BTreeSet<String>>,
    ) {
        for (id, binding) in program.bindings.iter() {
            let Scope::Module(module) = binding.scope else { continue };
            let snake = snake_case(&binding.name);
            let name = match facts.bindings[id].storage {
                Storage::Constant | Storage::Slot(_) => {
                    // `PLUGIN` and `MANIFEST` are the crate's own.
                    let screaming = snake.to_ascii_uppercase();
                    let screaming =
                        if ["PLUGIN", "MANIFEST"].contains(&screaming.as_str()) { screaming + "_" } else { screaming };
                    let name = unique(&screaming, &items[module]);
                    items[module].insert(name.clone());
                    name
                }
                Storage::Local | Storage::Cell | Storage::Unused => {
                    let name = unique(&snake, &items[module]);
                    items[module].insert(name.clone());
                    prefixed(name, facts.bindings[id].reads)
                }
                Storage::Item => match facts.bindings[id].function {
                    Some(function) => self.functions[function].clone(),
                    None => continue,
                },
            };
            self.bindings[id] = name;
        }
    }

    /// Variables of a function, parameters first. Two variables share a Rust name only where their JavaScript names are
    /// the same: then scopes keep them apart in both languages.
    fn name_locals(&mut self, program: &Program, facts: &Facts, function: FunctionId, own: &[BindingId]) {
        let hook_arguments = hook_arguments(program, function);
        let (temps, declared): (Vec<BindingId>, Vec<BindingId>) =
            own.iter().partition(|id| program.bindings[**id].kind == BindingKind::Temp);
        for id in declared.into_iter().chain(temps) {
            let binding = &program.bindings[id];
            // A function in a block may stand beside a `var` of its name, see ECMA-262 §B.3.2.
            // An argument whose default value is made by something that already refers to the parameter is not the parameter's cell.
            let is_beside_cell = binding.kind == BindingKind::Param
                && own
                    .iter()
                    .any(|other| facts.bindings[*other].predeclared && program.bindings[*other].name == binding.name);
            let is_sharing = !is_beside_cell && !matches!(binding.kind, BindingKind::Temp | BindingKind::Function(_));
            let shared = is_sharing.then_some(binding.name.as_str());
            let base = hook_arguments.get(&id).map_or_else(|| snake_case(&binding.name), |name| (*name).to_owned());
            // No variable of the program is called `this`: it is the one of a constructor.
            let base = if is_reserved(&base) && binding.name != "this" { format!("{base}_") } else { base };
            let stem = base.trim_end_matches('_').to_owned();
            let name = if self.is_free(program, Some(function), &base, shared) {
                base
            } else {
                (2..)
                    .map(|number| format!("{stem}_{number}"))
                    .find(|name| self.is_free(program, Some(function), name, shared))
                    .unwrap_or(base)
            };
            self.locals[function].insert(name.clone(), shared.map(str::to_owned));
            self.bindings[id] = prefixed(name, facts.bindings[id].reads);
        }
    }

    /// The name means nothing yet in this function and around it, or only variables that are called `shared` in JavaScript.
    fn is_free(&self, program: &Program, function: Option<FunctionId>, name: &str, shared: Option<&str>) -> bool {
        let mut function = function;
        let mut module = ModuleId(u32::try_from(program.modules.len() - 1).unwrap_or(0));
        while let Some(current) = function {
            if let Some(owner) = self.locals[current].get(name)
                && (shared.is_none() || owner.as_deref() != shared)
            {
                return false;
            }
            module = program.functions[current].module;
            function = match program.functions[current].parent {
                Scope::Function(parent) => Some(parent),
                Scope::Module(_) => None,
            };
        }
        !self.items[module].contains(name)
    }

    /// A name for a Rust temporary in this function.
    pub fn fresh(&self, program: &Program, function: Option<FunctionId>, base: &str) -> String {
        let base = snake_case(base);
        let base = if KEYWORDS.contains(&base.as_str()) { format!("{base}_") } else { base };
        if self.is_free(program, function, &base, None) {
            return base;
        }
        let stem = base.trim_end_matches('_');
        (2..)
            .map(|number| format!("{stem}_{number}"))
            .find(|name| self.is_free(program, function, name, None))
            .unwrap_or(base.clone())
    }
}

/// Names for parameters of a hook that are patterns: what the host passes there.
fn hook_arguments(program: &Program, function: FunctionId) -> BTreeMap<BindingId, &'static str> {
    let is_target = |hook: &&crate::ir::HookExport| match hook.target {
        ExportTarget::Function(target) => target == function,
        ExportTarget::Value(_) => false,
    };
    let Some(hook) = program.exports.hooks.iter().find(is_target) else { return BTreeMap::new() };
    let arguments = hook_named(&hook.name).map_or(0, |hook| hook.arguments.len());
    program.functions[function]
        .params
        .iter()
        .enumerate()
        .filter(|(_, param)| program.bindings[param.binding].name.starts_with("argument"))
        .map(|(index, param)| (param.binding, if index < arguments { "event" } else { "meta" }))
        .collect()
}

/// Rust warns about variables that nobody reads, unless their names say so.
fn prefixed(name: String, reads: u32) -> String {
    if reads == 0 { format!("_{name}") } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_rust() {
        for (js, rust) in [
            ("processEvent", "process_event"),
            ("URLParser", "url_parser"),
            ("parseURL", "parse_url"),
            ("utf8Bytes", "utf8_bytes"),
            ("$set_once", "set_once"),
            ("__private", "private"),
            ("π", "u3c0"),
            ("naïve", "na_uefve"),
            ("_", "anonymous"),
            ("lib/rules", "lib_rules"),
            ("2fa", "n2fa"),
        ] {
            assert_eq!(snake_case(js), rust);
        }
        assert_eq!(type_name("hello-world"), "HelloWorld");
        assert_eq!(type_name("plugin"), "PluginPlugin");
    }

    #[test]
    fn collisions_get_numbers_and_keywords_an_underscore() {
        let used = BTreeSet::from(["foo".to_owned(), "type_".to_owned()]);
        assert_eq!(unique("foo", &used), "foo_2");
        assert_eq!(unique("match", &used), "match_");
        assert_eq!(unique("type", &used), "type_2");
    }
}
