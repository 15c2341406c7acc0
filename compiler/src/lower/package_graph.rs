//! Which CommonJS files of packages are compiled like the plugin's own files, their names at the top level of a Rust module and their
//! bodies run before whoever requires them, and which become a function that runs when it is first called, as `require` does in Node.
//! The first is faster and reads better; the second is always right.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use swc_ecma_ast as ast;
use swc_ecma_visit::{Visit, VisitWith};

use super::callee_text::bare;
use super::export_syntax::{is_module_marker, static_object};
use super::require::{is_inert, simple_require};
use crate::base::FileId;
use crate::diag::Reporter;
use crate::load::{ImportKind, PluginSource};
use crate::parse::{ParsedModule, parse, parse_package_file};

/// What is known about the files of packages before any of them is lowered.
#[derive(Default)]
pub(super) struct PackageGraph {
    /// Files that were parsed without mistakes.
    parsed: BTreeMap<FileId, Rc<ParsedModule>>,
    /// Files that run when they are first required.
    on_demand: BTreeSet<FileId>,
}

/// A file, as far as this question goes.
struct Node {
    is_ecma: bool,
    is_package: bool,
    /// What its assignments to exports come to.
    exports: Exported,
    /// Nobody can observe when its body runs, apart from what it requires.
    is_inert: bool,
    requires: Vec<Require>,
}

/// What the assignments at the top level of a file export.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Exported {
    /// Single names: no object is needed.
    Names,
    /// One function or literal.
    Value,
    /// Only running the file tells.
    Unknown,
}

/// A `require` of a file.
struct Require {
    target: FileId,
    /// Nothing that can be observed runs before it.
    is_first: bool,
    /// The exports are used as one value.
    as_value: bool,
}

impl PackageGraph {
    /// Looks at all files of packages, and at the plugin's own ones that require them.
    pub fn new(source: &PluginSource) -> Self {
        let mut graph = Self::default();
        let mut nodes = BTreeMap::new();
        for file in source.files.ids() {
            let is_package = source.package_of(file).is_some();
            if source.files[file].path.ends_with(".json") || !(is_package || source.requires_packages(file)) {
                continue;
            }
            let text = &source.files[file];
            let quiet = &mut Reporter::new();
            let parsed = if is_package { parse_package_file(file, text, quiet) } else { parse(file, text, quiet) };
            let Some(parsed) = parsed.map(Rc::new) else { continue };
            nodes.insert(file, Node::new(source, file, &parsed));
            if is_package {
                graph.parsed.insert(file, parsed);
            }
        }
        graph.decide(&nodes);
        graph
    }

    /// The syntax tree of a file of a package.
    pub fn parsed(&self, file: FileId) -> Option<Rc<ParsedModule>> {
        self.parsed.get(&file).cloned()
    }

    /// True for a file that runs when it is first required.
    pub fn runs_on_demand(&self, file: FileId) -> bool {
        self.on_demand.contains(&file)
    }

    fn decide(&mut self, nodes: &BTreeMap<FileId, Node>) {
        let commonjs = |file: &FileId| nodes.get(file).is_some_and(|node| node.is_package && !node.is_ecma);
        for (file, node) in nodes {
            if commonjs(file) && (node.exports == Exported::Unknown || is_in_cycle(nodes, *file)) {
                self.on_demand.insert(*file);
            }
        }
        loop {
            let before = self.on_demand.len();
            for (file, node) in nodes {
                let is_late = self.on_demand.contains(file);
                for require in &node.requires {
                    if !commonjs(&require.target) {
                        continue;
                    }
                    let is_unobservable = self.is_unobservable(nodes, require.target);
                    let as_value = require.as_value && nodes[&require.target].exports == Exported::Names;
                    if as_value || ((is_late || !require.is_first) && !is_unobservable) {
                        self.on_demand.insert(require.target);
                    }
                }
            }
            if self.on_demand.len() == before {
                return;
            }
        }
    }

    /// Nobody can tell whether the file has run yet, nor what it requires.
    fn is_unobservable(&self, nodes: &BTreeMap<FileId, Node>, file: FileId) -> bool {
        match nodes.get(&file) {
            Some(node) => {
                node.is_inert
                    && !self.on_demand.contains(&file)
                    && node.requires.iter().all(|require| self.is_unobservable(nodes, require.target))
            }
            // JSON.
            None => true,
        }
    }
}

fn is_in_cycle(nodes: &BTreeMap<FileId, Node>, file: FileId) -> bool {
    let mut seen = BTreeSet::new();
    let mut stack = vec![file];
    while let Some(current) = stack.pop() {
        for require in nodes.get(&current).into_iter().flat_map(|node| &node.requires) {
            if require.target == file {
                return true;
            }
            if seen.insert(require.target) {
                stack.push(require.target);
            }
        }
    }
    false
}

impl Node {
    fn new(source: &PluginSource, file: FileId, parsed: &ParsedModule) -> Self {
        let items = &parsed.module.body;
        let is_ecma = items.iter().any(|item| matches!(item, ast::ModuleItem::ModuleDecl(_)));
        let mut requires = Vec::new();
        let mut is_first = true;
        let mut inert = true;
        for item in items {
            let names = namespace_names(item);
            let mut found = Requires::default();
            item.visit_with(&mut found);
            for specifier in &found.specifiers {
                let resolved = if specifier.starts_with('.') && source.package_of(file).is_none() {
                    None
                } else {
                    source.in_package(file, specifier, ImportKind::Require).and_then(Result::ok)
                };
                if let Some(target) = resolved {
                    let as_value = match names.iter().find(|(from, _)| from == specifier) {
                        Some((_, Some(name))) => is_used_whole(items, name),
                        Some((_, None)) => false,
                        None => true,
                    };
                    requires.push(Require { target, is_first: is_first && found.depth_of_calls == 0, as_value });
                }
            }
            inert &= is_inert(item) || exports_inertly(item);
            is_first &= is_inert(item) || exports_inertly(item);
        }
        Self {
            is_ecma,
            is_package: source.package_of(file).is_some(),
            exports: exported(items),
            is_inert: inert,
            requires,
        }
    }
}

/// The specifiers and local names of `const name = require("…")`; no name where single exports are taken.
fn namespace_names(item: &ast::ModuleItem) -> Vec<(String, Option<swc_atoms::Atom>)> {
    let ast::ModuleItem::Stmt(ast::Stmt::Decl(ast::Decl::Var(var))) = item else { return Vec::new() };
    let mut found = Vec::new();
    for declarator in &var.decls {
        if let Some((from, names)) = simple_require(declarator) {
            let whole = names.iter().find(|(_, imported)| *imported == super::import::Imported::Namespace);
            found.push((super::module::text_of(from), whole.map(|(ident, _)| ident.sym.clone())));
        }
    }
    found
}

/// The name stands anywhere but left of `.name`.
fn is_used_whole(items: &[ast::ModuleItem], name: &swc_atoms::Atom) -> bool {
    struct Uses<'a>(&'a swc_atoms::Atom, u32);
    impl Visit for Uses<'_> {
        fn visit_member_expr(&mut self, member: &ast::MemberExpr) {
            if !matches!((&*member.obj, &member.prop), (ast::Expr::Ident(ident), ast::MemberProp::Ident(_)) if ident.sym == *self.0)
            {
                member.obj.visit_with(self);
            }
            member.prop.visit_with(self);
        }
        fn visit_assign_target(&mut self, target: &ast::AssignTarget) {
            // A property of the exports is set.
            let mut names = Names(self.0, false);
            target.visit_with(&mut names);
            self.1 += u32::from(names.1);
        }
        fn visit_ident(&mut self, ident: &ast::Ident) {
            self.1 += u32::from(ident.sym == *self.0);
        }
    }
    struct Names<'a>(&'a swc_atoms::Atom, bool);
    impl Visit for Names<'_> {
        fn visit_ident(&mut self, ident: &ast::Ident) {
            self.1 |= ident.sym == *self.0;
        }
    }
    let mut uses = Uses(name, 0);
    items.visit_with(&mut uses);
    // The declaration itself is one.
    uses.1 > 1
}

/// `require("…")` anywhere in a statement, functions included.
#[derive(Default)]
struct Requires {
    specifiers: Vec<String>,
    /// Some stand in a function, a branch or behind another call.
    depth_of_calls: u32,
    within: u32,
}

impl Visit for Requires {
    fn visit_call_expr(&mut self, call: &ast::CallExpr) {
        if let ast::Callee::Expr(callee) = &call.callee
            && matches!(bare(callee), ast::Expr::Ident(ident) if &*ident.sym == "require")
            && let [ast::ExprOrSpread { spread: None, expr }] = &*call.args
            && let ast::Expr::Lit(ast::Lit::Str(specifier)) = bare(expr)
        {
            self.specifiers.push(super::module::text_of(specifier));
            self.depth_of_calls += self.within;
            return;
        }
        self.within += 1;
        call.visit_children_with(self);
        self.within -= 1;
    }
    fn visit_function(&mut self, function: &ast::Function) {
        self.within += 1;
        function.visit_children_with(self);
        self.within -= 1;
    }
    fn visit_arrow_expr(&mut self, arrow: &ast::ArrowExpr) {
        self.within += 1;
        arrow.visit_children_with(self);
        self.within -= 1;
    }
    fn visit_stmt(&mut self, stmt: &ast::Stmt) {
        let plain = matches!(stmt, ast::Stmt::Decl(_) | ast::Stmt::Expr(_));
        self.within += u32::from(!plain);
        stmt.visit_children_with(self);
        self.within -= u32::from(!plain);
    }
    fn visit_cond_expr(&mut self, cond: &ast::CondExpr) {
        self.within += 1;
        cond.visit_children_with(self);
        self.within -= 1;
    }
    fn visit_bin_expr(&mut self, binary: &ast::BinExpr) {
        self.within += 1;
        binary.visit_children_with(self);
        self.within -= 1;
    }
}

/// `module.exports = f` and `exports.name = value` must be all that is done with `module` and `exports`, each name must be set once, and
/// nothing else can reach them.
fn exported(items: &[ast::ModuleItem]) -> Exported {
    let mut names = BTreeSet::new();
    let mut is_whole = false;
    let mut exported = Exported::Names;
    let mut rest = Mentions::default();
    for item in items {
        let ast::ModuleItem::Stmt(statement) = item else { return Exported::Names };
        if is_module_marker(statement) {
            continue;
        }
        let Some((targets, value)) = export_targets(statement) else {
            statement.visit_with(&mut rest);
            continue;
        };
        value.visit_with(&mut rest);
        // A function that looks at the object that it is called on needs that object.
        if !matches!(value, ast::Expr::Ident(_) | ast::Expr::Class(_)) && says_this(value, targets.contains(&None)) {
            return Exported::Unknown;
        }
        let is_placeholder = matches!(value, ast::Expr::Unary(unary) if unary.op == ast::UnaryOp::Void);
        for target in &targets {
            match target {
                Some(name) => {
                    if is_whole || (!is_placeholder && !names.insert(name.clone())) {
                        return Exported::Unknown;
                    }
                }
                None => {
                    if is_whole || targets.len() > 1 || !names.is_empty() || !is_plain_whole(value, items) {
                        return Exported::Unknown;
                    }
                    is_whole = true;
                    if !matches!(value, ast::Expr::Object(_)) {
                        exported = Exported::Value;
                    }
                }
            }
        }
    }
    let is_known = !rest.found && rest.read.iter().all(|name| names.contains(name));
    if is_known { exported } else { Exported::Unknown }
}

/// `module.exports = value` where the value is sure to be no promise of something else: a function, or an object of written-out names.
fn is_plain_whole(value: &ast::Expr, items: &[ast::ModuleItem]) -> bool {
    match value {
        ast::Expr::Fn(_) | ast::Expr::Arrow(_) | ast::Expr::Lit(_) => true,
        ast::Expr::Object(_) => static_object(value).is_some(),
        ast::Expr::Ident(ident) => items.iter().any(|item| {
            matches!(item, ast::ModuleItem::Stmt(ast::Stmt::Decl(ast::Decl::Fn(function))) if function.ident.sym == ident.sym)
        }),
        _ => false,
    }
}

/// `this` in a function that is exported as a property: in the value itself, or in an object that is `whole`.
fn says_this(value: &ast::Expr, whole: bool) -> bool {
    struct This(bool);
    impl Visit for This {
        fn visit_this_expr(&mut self, _: &ast::ThisExpr) {
            self.0 = true;
        }
        fn visit_class(&mut self, _: &ast::Class) {}
    }
    if whole && !matches!(value, ast::Expr::Object(_)) {
        return false;
    }
    let mut this = This(false);
    value.visit_with(&mut this);
    this.0
}

/// The names that `exports.a = module.exports.b = value` sets, `None` for `module.exports` itself; and the value.
fn export_targets(statement: &ast::Stmt) -> Option<(Vec<Option<String>>, &ast::Expr)> {
    let ast::Stmt::Expr(statement) = statement else { return None };
    let mut value = bare(&statement.expr);
    let mut targets = Vec::new();
    while let ast::Expr::Assign(assign) = value {
        if assign.op != ast::AssignOp::Assign {
            return None;
        }
        let ast::AssignTarget::Simple(ast::SimpleAssignTarget::Member(member)) = &assign.left else { return None };
        let name = super::call::static_name(&member.prop)?;
        targets.push(match bare(&member.obj) {
            ast::Expr::Ident(object) if &*object.sym == "module" && name == "exports" => None,
            ast::Expr::Ident(object) if &*object.sym == "exports" => Some(name),
            ast::Expr::Member(inner) => {
                let is_module = matches!(bare(&inner.obj), ast::Expr::Ident(object) if &*object.sym == "module");
                let is_exports = super::call::static_name(&inner.prop).as_deref() == Some("exports");
                if !(is_module && is_exports) {
                    return None;
                }
                Some(name)
            }
            _ => return None,
        });
        value = bare(&assign.right);
    }
    (!targets.is_empty()).then_some((targets, value))
}

/// An export of a value that is there without running anything.
fn exports_inertly(item: &ast::ModuleItem) -> bool {
    let ast::ModuleItem::Stmt(statement) = item else { return false };
    is_module_marker(statement)
        || export_targets(statement).is_some_and(|(_, value)| {
            matches!(value, ast::Expr::Ident(_))
                || super::require::is_inert_expr(value)
                || matches!(value, ast::Expr::Unary(_))
        })
}

/// `module`, `exports` and the top level's `this` in what is left.
#[derive(Default)]
struct Mentions {
    found: bool,
    /// Names read from `exports`.
    read: Vec<String>,
    functions: u32,
}

impl Visit for Mentions {
    fn visit_member_expr(&mut self, member: &ast::MemberExpr) {
        if let (ast::Expr::Ident(object), Some(name)) = (bare(&member.obj), super::call::static_name(&member.prop))
            && &*object.sym == "exports"
        {
            self.read.push(name);
            return;
        }
        member.visit_children_with(self);
    }
    fn visit_assign_target(&mut self, target: &ast::AssignTarget) {
        let mut inner = Self::default();
        target.visit_children_with(&mut inner);
        self.found |= inner.found || !inner.read.is_empty();
    }
    fn visit_update_expr(&mut self, update: &ast::UpdateExpr) {
        let mut inner = Self::default();
        update.visit_children_with(&mut inner);
        self.found |= inner.found || !inner.read.is_empty();
    }
    fn visit_ident(&mut self, ident: &ast::Ident) {
        self.found |= matches!(&*ident.sym, "module" | "exports");
    }
    fn visit_this_expr(&mut self, _: &ast::ThisExpr) {
        self.found |= self.functions == 0;
    }
    fn visit_function(&mut self, function: &ast::Function) {
        self.functions += 1;
        function.visit_children_with(self);
        self.functions -= 1;
    }
    fn visit_class(&mut self, class: &ast::Class) {
        self.functions += 1;
        class.visit_children_with(self);
        self.functions -= 1;
    }
}
