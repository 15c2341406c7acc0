//! Names that nobody declares: globals that are there, that are refused, that PostHog's server did not have, and typos.

use std::collections::BTreeSet;

use prickle_spec::Global;

use super::lowerer::Lowerer;
use crate::base::Span;
use crate::diag::{Diagnostic, closest, codes};

impl Lowerer<'_> {
    /// Reports on all reads of undeclared names. To be called when all modules are lowered: any of them may assign one.
    pub fn check_global_names(&mut self) {
        let reads = std::mem::take(&mut self.global_reads);
        let mut warned = BTreeSet::new();
        for (name, span) in &reads {
            let is_package = self.source.package_of(span.file).is_some();
            let is_there = !matches!(prickle_spec::global(name), Some(Global::Absent | Global::Unsupported(_)) | None);
            // Packages look for much that they seldom use. Who uses it ends the turn.
            if self.global_writes.contains(name) || (is_package && !is_there) {
                continue;
            }
            let diagnostic = match prickle_spec::global(name) {
                Some(Global::Class(_) | Global::Function(_) | Global::Constant(_) | Global::GlobalObject) => continue,
                Some(Global::Unsupported(why)) => {
                    let diagnostic = Diagnostic::error(codes::UNSUPPORTED_GLOBAL, format!("`{name}` is not supported"))
                        .primary(*span, "used here")
                        .note(format!("`{name}` {why}"));
                    match instead_of(name) {
                        Some(help) => diagnostic.help(help),
                        None => diagnostic,
                    }
                }
                Some(Global::Absent) if warned.insert(name.clone()) => {
                    Diagnostic::warning(codes::ABSENT_GLOBAL, format!("`{name}` does not exist in plugins"))
                        .primary(*span, "throws a ReferenceError")
                        .note("PostHog's plugin server did not have it either")
                }
                None if warned.insert(name.clone()) => self.unknown_name(name, *span),
                Some(Global::Absent) | None => continue,
            };
            self.report(diagnostic);
        }
        self.global_reads = reads;
    }

    fn unknown_name(&self, name: &str, span: Span) -> Diagnostic {
        let diagnostic = Diagnostic::warning(codes::UNKNOWN_NAME, format!("`{name}` is not declared anywhere"))
            .primary(span, "throws a ReferenceError");
        let declared: BTreeSet<&str> = self.bindings.iter().map(|(_, binding)| binding.name.as_str()).collect();
        let builtin = prickle_spec::builtins().iter().filter(|class| class.is_global()).map(|class| class.name);
        let functions =
            prickle_spec::class("globalThis").into_iter().flat_map(|class| class.rows.iter().map(|row| row.name));
        let candidates =
            declared.into_iter().chain(builtin).chain(functions).filter(|candidate| *candidate != "globalThis");
        match closest(name, candidates) {
            Some(similar) => diagnostic.suggest(span, similar, "a name that exists"),
            None => diagnostic.help("declare it, or assign it before it is read"),
        }
    }
}

/// What to write in place of a global that will never be there.
fn instead_of(name: &str) -> Option<&'static str> {
    Some(match name {
        "eval" => "choose among functions that are written out: `const formulas = { sum: (a, b) => a + b }`",
        "Proxy" => "do what its handlers do in functions of your own, and call these",
        "WebAssembly" => "write it in JavaScript or TypeScript",
        _ => return None,
    })
}
