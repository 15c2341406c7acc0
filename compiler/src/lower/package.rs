//! Packages: those that PostHog's server provided, and the others.

use prickle_spec::modules::{Export, MODULES, ModuleStatus, is_module_of_node, module_named};
use prickle_spec::unsupported::UTIL;

use super::import::{Imported, list};
use super::lowerer::Lowerer;
use super::module::Resolved;
use crate::base::{FileId, Span};
use crate::diag::{Diagnostic, closest, codes};
use crate::load::ImportKind;

impl Lowerer<'_> {
    /// True for a package that comes from PostHog's server, not from `node_modules`.
    pub fn is_host_package(&self, specifier: &str, from: FileId, kind: ImportKind) -> bool {
        is_module_of_node(specifier)
            || module_named(specifier).is_some_and(|module| match module.status {
                ModuleStatus::Provided { .. } => true,
                ModuleStatus::Refused { .. } => {
                    !module.may_be_compiled() || self.source.in_package(from, specifier, kind).is_none()
                }
            })
    }

    /// `export * from` a file whose exports are only known when it has run.
    pub fn refuse_star_of_commonjs(&mut self, specifier: &str, span: Span) {
        self.report(
            Diagnostic::error(
                codes::UNDECIDABLE_EXPORTS,
                format!("what `{specifier}` exports is not known at compile time"),
            )
            .primary(span, "all of it is exported")
            .help("export what is needed by name"),
        );
    }

    /// Node's module `util` in a file of a package, where it is mostly looked at and seldom called.
    pub fn is_util(&self, specifier: &str, from: FileId) -> bool {
        matches!(specifier, "util" | "node:util") && self.source.package_of(from).is_some()
    }

    pub fn resolve_package(&mut self, specifier: &str, span: Span, imported: &Imported) -> Resolved {
        if self.is_util(specifier, span.file) {
            return match imported {
                Imported::Name(name) => Resolved::ModuleMember(UTIL.to_owned(), name.clone()),
                Imported::Default | Imported::Namespace => Resolved::Global(UTIL.to_owned()),
            };
        }
        let Some(module) = module_named(specifier) else {
            self.refuse_package(specifier, span);
            return Resolved::Error;
        };
        match module.status {
            ModuleStatus::Provided { .. } => match imported {
                Imported::Name(name) => match module.export(name) {
                    Some(Export::Class(class)) => return Resolved::Global(class.to_owned()),
                    Some(Export::Member) => {
                        let namespace = module.namespace().expect("it has members").to_owned();
                        return Resolved::ModuleMember(namespace, name.clone());
                    }
                    Some(Export::Missing) => self.report(
                        Diagnostic::error(codes::UNSUPPORTED_MEMBER, format!("`{specifier}.{name}` is not supported"))
                            .primary(span, format!("`{name}` is imported from here"))
                            .note("a builtin without an implementation is refused, so that it cannot quietly be `undefined`"),
                    ),
                    None => self.report(
                        Diagnostic::error(codes::UNKNOWN_IMPORT, format!("`{specifier}` has no `{name}` at run time"))
                            .primary(span, "imported from here")
                            .help(format!("it provides {}", list(&module.exports().collect::<Vec<_>>())))
                            .note("types vanish when they are only used as types; this name is used as a value"),
                    ),
                },
                Imported::Default | Imported::Namespace => {
                    if let Some(namespace) = module.namespace() {
                        return Resolved::Global(namespace.to_owned());
                    }
                    let names = module.exports().collect::<Vec<_>>().join(", ");
                    self.report(
                        Diagnostic::error(
                            codes::UNSUPPORTED_PACKAGE,
                            format!("`{specifier}` can only be imported by name"),
                        )
                        .primary(span, "imported as a whole")
                        .help(format!("write `import {{ {names} }} from \"{specifier}\"`")),
                    );
                }
            },
            ModuleStatus::Refused { why, instead } => {
                let diagnostic =
                    Diagnostic::error(codes::UNSUPPORTED_PACKAGE, format!("the package `{specifier}` is not provided"))
                        .primary(span, "imported here")
                        .note(format!("`{specifier}` {why}"));
                self.report(match instead {
                    Some(instead) => diagnostic.help(instead),
                    None => diagnostic,
                });
            }
        }
        Resolved::Error
    }

    pub fn refuse_package(&mut self, specifier: &str, span: Span) {
        let diagnostic = Diagnostic::error(codes::UNKNOWN_PACKAGE, format!("plugins cannot import `{specifier}`"))
            .primary(span, "neither provided by PostHog nor found in `node_modules`");
        let local = format!("./{specifier}");
        let quote = if self.source.files[span.file].slice(span).starts_with('"') { '"' } else { '\'' };
        let packages = MODULES.iter().map(|module| module.name);
        let diagnostic = if is_module_of_node(specifier) {
            diagnostic
                .note(format!("`{specifier}` is a module of Node, which plugins do not run in"))
                .help("do without it, or copy what you need of it into the plugin folder")
        } else if self.source.package_of(span.file).is_none() && self.source.resolve(span.file, &local).is_ok() {
            diagnostic.suggest(span, format!("{quote}{local}{quote}"), "a file of the plugin begins with `./`")
        } else if let Some(similar) = closest(specifier, packages) {
            diagnostic.suggest(span, format!("{quote}{similar}{quote}"), "a package of a similar name exists")
        } else {
            diagnostic.help(format!(
                "install it with `npm install {specifier}`: packages in plain JavaScript are compiled from `node_modules`"
            ))
        };
        self.report(diagnostic.note(format!(
            "PostHog's server: `Cannot import '{specifier}'! This package is not provided by PostHog in plugins.`"
        )));
    }
}
