//! Holds the facts against what Prickle supports. After it, emission cannot fail.

mod config;
mod hooks;
mod locales;
mod members;
mod services;

use crate::analyse::{Facts, Type};
use crate::diag::Reporter;
use crate::ir::{Expr, Program};
use crate::load::PluginSource;

/// Reports everything about `program` that must not reach emission, and warnings.
pub fn check(source: &PluginSource, program: &Program, facts: &Facts, reporter: &mut Reporter) {
    let mut checker = Checker { source, program, facts, reporter };
    checker.hooks();
    checker.config();
    checker.members();
    checker.locales();
    checker.services();
}

/// What every check looks at.
struct Checker<'a> {
    source: &'a PluginSource,
    program: &'a Program,
    facts: &'a Facts,
    reporter: &'a mut Reporter,
}

impl Checker<'_> {
    fn ty(&self, expr: &Expr) -> Type {
        self.facts.type_of(expr)
    }
}

/// The known name that was probably meant.
fn similar<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(name, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= 1 + candidate.len() / 5)
        .min()
        .map(|(_, candidate)| candidate)
}
