//! Files of the crate: headers, items in source order, module bodies, the `Plugin` implementation.

use super::body::{Body, Tail};
use super::code::Repr;
use super::functions::mentions;
use super::names::{PACKAGES, type_name};
use super::{Crate, EmittedCrate};
use crate::analyse::{FunctionRole, Storage};
use crate::ir::{BindingId, ExportTarget, Expr, ExprKind, FunctionId, ModuleId, Scope, Stmt, StmtKind};
use prickle_spec::hooks::hook_named;
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Lints that speak of what the plugin's author wrote, not of how it was translated.
const LINTS: &str = "\
# What these lints find is in the plugin's source, and stays as it is there.
[lints.rust]
dead_code = \"allow\"
unreachable_code = \"allow\"
unused_assignments = \"allow\"
unused_variables = \"allow\"

[lints.clippy]
absurd_extreme_comparisons = \"allow\"
approx_constant = \"allow\"
assign_op_pattern = \"allow\"
bool_comparison = \"allow\"
collapsible_else_if = \"allow\"
collapsible_if = \"allow\"
comparison_to_empty = \"allow\"
doc_lazy_continuation = \"allow\"
doc_nested_refdefs = \"allow\"
doc_overindented_list_items = \"allow\"
doc_suspicious_footnotes = \"allow\"
empty_docs = \"allow\"
eq_op = \"allow\"
erasing_op = \"allow\"
identity_op = \"allow\"
if_same_then_else = \"allow\"
ifs_same_cond = \"allow\"
let_and_return = \"allow\"
manual_range_contains = \"allow\"
needless_bool = \"allow\"
needless_doctest_main = \"allow\"
neg_cmp_op_on_partial_ord = \"allow\"
never_loop = \"allow\"
nonminimal_bool = \"allow\"
only_used_in_recursion = \"allow\"
overly_complex_bool_expr = \"allow\"
self_assignment = \"allow\"
suspicious_doc_comments = \"allow\"
tabs_in_doc_comments = \"allow\"
test_attr_in_doctest = \"allow\"
too_many_arguments = \"allow\"
zero_divided_by_zero = \"allow\"

[lints.rustdoc]
bare_urls = \"allow\"
broken_intra_doc_links = \"allow\"
invalid_codeblock_attributes = \"allow\"
invalid_html_tags = \"allow\"
invalid_rust_codeblocks = \"allow\"
unescaped_backticks = \"allow\"
";

impl Crate<'_> {
    /// All files.
    pub fn write(&self) -> EmittedCrate {
        let name = package_name(&self.source.name);
        let mut files = Vec::new();
        let mut maps = vec!["lib.rs".to_owned()];
        for id in self.program.modules.ids() {
            if id != self.main_module() {
                let file = format!("{}.rs", self.names.modules[id].replace("::", "/"));
                let (text, map) = self.printed(&file, id, &|| self.module(id));
                files.push((format!("src/{file}"), text));
                if let Some(map) = map {
                    files.push((format!("src/{file}.map"), map));
                    maps.push(file);
                }
            }
        }
        files.extend(self.packages());
        let (lib, map) = self.printed("lib.rs", self.main_module(), &|| self.lib(&maps));
        let own =
            [("Cargo.toml", self.manifest(&name)), ("src/lib.rs", lib), ("src/lib.rs.map", map.unwrap_or_default())];
        files.splice(0..0, own.map(|(path, text)| (path.to_owned(), text)));
        EmittedCrate { name, files }
    }

    /// The text of a file and its source map.
    fn printed(&self, file: &str, module: ModuleId, write: &dyn Fn() -> TokenStream) -> (String, Option<String>) {
        let mut header = format!("{}\n", self.header("//", module));
        let head = self.comment_lines(&self.program.modules[module].head);
        if !head.is_empty() {
            head.iter().for_each(|line| header.push_str(&format!("//{line}\n")));
            header.push('\n');
        }
        let text = print(write());
        self.marks.is_marking.set(true);
        let map = self.source_map(file, &header, write(), &text);
        self.marks.is_marking.set(false);
        (format!("{header}{text}"), map)
    }

    /// The file that lists those of packages.
    fn packages(&self) -> Option<(String, String)> {
        let names: Vec<_> = self.package_modules().map(|(_, name)| Body::ident(name)).collect();
        let file = quote!(#(pub mod #names;)*);
        (!names.is_empty()).then(|| {
            let text = format!("{}\n{}", self.header("//", self.main_module()), print(file));
            (format!("src/{PACKAGES}.rs"), text)
        })
    }

    /// Modules of packages and their names in `packages`.
    fn package_modules(&self) -> impl Iterator<Item = (ModuleId, &str)> {
        self.names.modules.iter().filter_map(|(id, path)| Some((id, path.strip_prefix(PACKAGES)?.strip_prefix("::")?)))
    }

    fn manifest(&self, name: &str) -> String {
        let (version, header) = (env!("CARGO_PKG_VERSION"), self.header("#", self.main_module()));
        format!(
            "{header}[package]\nname = \"{name}\"\nversion = \"{version}\"\nedition = \"2024\"\npublish = false\n\n\
             # Comments of the plugin are documentation here; what looks like code in them is no Rust.\n\
             [lib]\ndoctest = false\n\n[dependencies]\nprickle-runtime = \"{version}\"\n\n{LINTS}"
        )
    }

    /// The first lines of a file, with this comment sign.
    fn header(&self, sign: &str, module: ModuleId) -> String {
        let (version, plugin) = (env!("CARGO_PKG_VERSION"), &self.source.name);
        let path = &self.program.modules[module].path;
        let hash = self.hash();
        let definitions: String = self
            .source
            .definitions
            .iter()
            .map(|(name, value)| format!(" --define '{name}={}'", value.replace('\'', "'\\''").replace('\n', " ")))
            .collect();
        format!(
            "{sign} @generated by prickle {version} from plugins-src/{plugin}/{path}. Do not edit.\n\
             {sign} regenerate: prickle build plugins-src/{plugin} --out generated{definitions}\n{sign} source sha256: {hash}\n"
        )
    }

    /// Over paths and texts of all compiled files.
    fn hash(&self) -> String {
        let mut files: Vec<_> =
            self.program.modules.iter().map(|(_, module)| &self.source.files[module.file]).collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let mut hash = Sha256::new();
        for file in files {
            hash.update(file.path.as_bytes());
            hash.update([0]);
            hash.update(file.text.as_bytes());
            hash.update([0]);
        }
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    fn lib(&self, maps: &[String]) -> TokenStream {
        let main = self.main_module();
        let items = self.items(main);
        let modules: Vec<_> = self
            .program
            .modules
            .ids()
            .filter(|id| *id != main && !self.names.modules[*id].contains("::"))
            .map(|id| Body::ident(&self.names.modules[id]))
            .chain(self.package_modules().next().map(|_| Body::ident(PACKAGES)))
            .collect();
        let plugin = self.plugin(maps);
        quote! {
            #(mod #modules;)*
            use prickle_runtime::prelude::*;
            #plugin
            #items
        }
    }

    fn module(&self, id: ModuleId) -> TokenStream {
        let items = self.items(id);
        let evaluate = match self.module_body(id) {
            body if body.is_empty() => body,
            body => quote! {
                /// Runs the top level of the file.
                pub fn evaluate<'h>(cx: Cx<'h>) -> JsResult<'h, ()> { #body Ok(()) }
            },
        };
        let content = quote!(#items #evaluate);
        let uses_prelude = ["Cx", "ModuleBinding"].iter().any(|name| mentions(&content, name));
        let prelude = uses_prelude.then(|| {
            quote!(
                use prickle_runtime::prelude::*;
            )
        });
        quote!(#prelude #content)
    }

    /// Constants, slots and functions in source order.
    fn items(&self, module: ModuleId) -> TokenStream {
        let mut items: BTreeMap<(u32, u32), TokenStream> = BTreeMap::new();
        let mut constants = BTreeMap::new();
        collect_literals(&self.program.modules[module].body, &mut constants);
        for (id, binding) in self.program.bindings.iter() {
            if binding.scope != Scope::Module(module) {
                continue;
            }
            let name = Body::ident(&self.names.bindings[id]);
            let item = match self.facts.bindings[id].storage {
                Storage::Constant => match constants.get(&id) {
                    Some((stmt, init)) => {
                        let docs = self.docs_of_comments(&stmt.comments);
                        let constant = self.constant(&name, init, id);
                        quote!(#(#[doc = #docs])* #constant)
                    }
                    None => continue,
                },
                Storage::Slot(slot) => {
                    let (slot, text) = (Literal::u32_unsuffixed(slot), &binding.name);
                    let place = format!(" `{text}` ({}).", self.place(binding.span));
                    quote!(#[doc = #place] pub const #name: ModuleBinding = ModuleBinding::new(#slot, #text);)
                }
                Storage::Unused | Storage::Item | Storage::Local | Storage::Cell => continue,
            };
            items.insert((binding.span.start, id.0), item);
        }
        for (id, function) in self.program.functions.iter() {
            let is_item = self.facts.functions[id].role == FunctionRole::Item && !function.is_left_out;
            if is_item && function.parent == Scope::Module(module) {
                items.insert((function.span.start, u32::MAX), self.item(id));
            }
        }
        items.into_values().collect()
    }

    fn constant(&self, name: &proc_macro2::Ident, init: &Expr, id: BindingId) -> TokenStream {
        let binding = &self.program.bindings[id];
        let place = format!(" `{}` ({}).", binding.name, self.place(binding.span));
        let (ty, value) = match &init.kind {
            ExprKind::Number(number) => (quote!(f64), super::code::Code::number(*number).tokens),
            ExprKind::String(text) => (quote!(&str), super::code::Code::text(text).tokens),
            ExprKind::Bool(value) => (quote!(bool), quote!(#value)),
            _ => return TokenStream::new(),
        };
        quote!(#[doc = #place] pub const #name: #ty = #value;)
    }

    /// The statements of a file that are no items.
    fn module_body(&self, id: ModuleId) -> TokenStream {
        let module = &self.program.modules[id];
        let mut body = Body::new(self, id, None, Repr::Unit);
        let hoisted = body.hoisted(&module.hoisted);
        let stmts = body.stmts(&module.body, Tail::Nothing);
        quote!(#hoisted #stmts)
    }

    /// The `Plugin` implementation.
    fn plugin(&self, maps: &[String]) -> TokenStream {
        let ty = Body::ident(&type_name(&self.source.name));
        let name = &self.source.manifest.name;
        let mut hooks = Vec::new();
        let mut methods = TokenStream::new();
        let mut ticks = TokenStream::new();
        for export in &self.program.exports.hooks {
            let ExportTarget::Function(function) = export.target else { continue };
            match hook_named(&export.name).filter(|hook| is_method(hook)) {
                Some(hook) => {
                    hooks.push(Body::ident(&type_name(&export.name)));
                    methods.extend(self.hook(hook, function));
                }
                None => {
                    let call = self.hook_call(function, &[quote!(meta)]);
                    let text = &export.name;
                    ticks.extend(quote!(#text => #call,));
                }
            }
        }
        if !ticks.is_empty() {
            methods.extend(quote! {
                fn tick<'h>(&self, cx: Cx<'h>, name: &str, meta: Value<'h>) -> Hook<'h> {
                    match name { #ticks _ => Hook::Absent }
                }
            });
        }
        if self.facts.features.promises {
            methods = quote!(fn has_promises(&self) -> bool { true } #methods);
        }
        let bindings = Literal::u32_unsuffixed(u32::try_from(self.facts.slots.len()).unwrap_or(0));
        let evaluate = self.evaluate();
        let evaluate = mentions(&evaluate, "cx")
            .then(|| quote!(fn evaluate<'h>(&self, cx: Cx<'h>) -> JsResult<'h, ()> { #evaluate }));
        let bindings = (!self.facts.slots.is_empty()).then(|| quote!(.bindings(#bindings)));
        let about = format!(" The plugin `{}`.", self.source.manifest.name);
        quote! {
            #[doc = #about]
            pub struct #ty;
            /// The plugin, for the program that runs it.
            pub static PLUGIN: #ty = #ty;
            static MANIFEST: Manifest =
                Manifest::new(#name, source_maps!(#(#maps),*)).hooks(&[#(HookName::#hooks),*])#bindings;
            impl Plugin for #ty {
                fn manifest(&self) -> &'static Manifest { &MANIFEST }
                #evaluate
                #methods
            }
        }
    }

    fn evaluate(&self) -> TokenStream {
        let main = self.main_module();
        let mut body = Body::new(self, main, None, Repr::Unit);
        let mut code = TokenStream::new();
        let names = self.global_names();
        if !names.is_empty() {
            code.extend(quote!(reserve_globals(cx, &[#(#names),*]);));
        }
        for (function, binding) in self.declared.iter() {
            if let Some(binding) = binding.filter(|binding| self.is_linked_early(*binding)) {
                code.extend(self.comments_of_closure(function));
                let value = body.function_value(function);
                code.extend(body.declare(binding, value));
            }
        }
        for id in self.program.modules.ids() {
            if id != main && !self.module_body(id).is_empty() {
                let module = Body::module_path(&self.names.modules[id]);
                code.extend(quote!(#module::evaluate(cx)?;));
            }
        }
        code.extend(self.module_body(main));
        let mut body = Body::new(self, main, None, Repr::Unit);
        for export in &self.program.exports.hooks {
            if let ExportTarget::Value(value) = &export.target {
                let (name, value) = (&export.name, body.expr(value).operand());
                code.extend(quote!(define_hook(cx, #name, #value);));
            }
        }
        match &self.program.exports.load_failure {
            Some(message) => quote!(#code Err(throw_error(cx, ErrorKind::Type, #message))),
            None => quote!(#code Ok(())),
        }
    }

    fn hook(&self, hook: &prickle_spec::hooks::Hook, function: FunctionId) -> TokenStream {
        let method = Body::ident(hook.rust);
        let mut names = Vec::new();
        for argument in hook.arguments {
            names.push(match argument {
                prickle_spec::hooks::HookArgument::Events => quote!(events),
                prickle_spec::hooks::HookArgument::Event
                | prickle_spec::hooks::HookArgument::ProcessedEvent
                | prickle_spec::hooks::HookArgument::WebhookEvent => quote!(event),
                prickle_spec::hooks::HookArgument::Action => quote!(action),
            });
        }
        names.push(quote!(meta));
        let call = self.hook_call(function, &names);
        let params: Vec<TokenStream> = names
            .iter()
            .map(|name| {
                if mentions(&call, &name.to_string()) {
                    quote!(#name)
                } else {
                    let unused = Body::ident(&format!("_{name}"));
                    quote!(#unused)
                }
            })
            .collect();
        quote! {
            fn #method<'h>(&self, cx: Cx<'h> #(, #params: Value<'h>)*) -> Hook<'h> { #call }
        }
    }

    /// Calls the function of a hook with as many of the arguments as it takes.
    fn hook_call(&self, id: FunctionId, arguments: &[TokenStream]) -> TokenStream {
        let function = &self.program.functions[id];
        let name = Body::ident(&self.names.functions[id]);
        let path = Body::new(self, self.main_module(), None, Repr::Unit).path(function.module, &name);
        let mut values = Vec::new();
        for (index, param) in function.params.iter().enumerate() {
            let repr = Repr::of(self.facts.bindings[param.binding].ty);
            let value = match arguments.get(index) {
                Some(argument) => super::code::Code::value(argument.clone()),
                None => super::code::Code::undefined(),
            };
            values.push(value.coerce(repr));
        }
        if function.rest.is_some() {
            let rest = arguments.get(function.params.len()..).unwrap_or_default();
            values.push(quote!(cx.array([#(#rest),*])));
        }
        let call = quote!(#path(cx #(, #values)*));
        let result = self.result_of(id);
        if self.facts.functions[id].suspends {
            return match result {
                Repr::Value => quote!(Hook::pending(#call)),
                Repr::Unit => quote!(Hook::pending(async move { #call.await.map(|()| Value::Undefined) })),
                _ => quote!(Hook::pending(async move { #call.await.map(Value::from) })),
            };
        }
        match result {
            Repr::Unit => quote!(Hook::ran(#call)),
            _ if self.facts.features.promises => quote!(Hook::promise(#call)),
            _ => quote!(Hook::done(#call)),
        }
    }
}

/// The host calls it through a method of `Plugin`.
pub fn is_method(hook: &prickle_spec::hooks::Hook) -> bool {
    use prickle_spec::hooks::HookStatus;
    match hook.status {
        HookStatus::Called => true,
        HookStatus::NeverCalled(_) | HookStatus::Refused(_) => false,
    }
}

/// A name that Cargo accepts.
fn package_name(folder: &str) -> String {
    let name: String = folder
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || c == '-' || c == '_' { c.to_ascii_lowercase() } else { '-' })
        .collect();
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) { name } else { format!("plugin-{name}") }
}

/// The literals that module-level declarations store.
fn collect_literals<'a>(stmts: &'a [Stmt], found: &mut BTreeMap<BindingId, (&'a Stmt, &'a Expr)>) {
    for stmt in stmts {
        match &stmt.kind {
            StmtKind::Let { binding, init: Some(init) } => {
                found.insert(*binding, (stmt, init));
            }
            StmtKind::Group(group) => collect_literals(group, found),
            _ => {}
        }
    }
}

/// The text of a file.
fn print(file: TokenStream) -> String {
    let text = file.to_string();
    match syn::parse2(file) {
        Ok(parsed) => super::print::print(&parsed),
        Err(error) => panic!("generated code does not parse: {error}\n{text}"),
    }
}
