//! The stages, one after the other. The only place that names all of them.

use std::path::Path;

use crate::analyse::{self, Facts};
use crate::base::{FileId, IndexVec, SourceFile, with_deep_stack};
use crate::check;
use crate::diag::{Diagnostic, Reporter};
use crate::emit::{self, EmittedCrate};
use crate::ir::Program;
use crate::load::{self, Definitions, PluginSource, Tree};
use crate::lower;
use crate::parse;

/// A plugin that nothing is wrong with.
#[derive(Debug)]
pub struct Checked {
    /// Its text.
    pub source: PluginSource,
    /// The lowered program.
    pub program: Program,
    /// What the analyses found out.
    pub facts: Facts,
    /// What is worth a look all the same.
    pub warnings: Vec<Diagnostic>,
}

/// A plugin and its crate.
#[derive(Debug)]
pub struct Compiled {
    /// The plugin.
    pub checked: Checked,
    /// Its crate.
    pub emitted: EmittedCrate,
}

/// A plugin that is refused.
#[derive(Debug)]
pub struct Refused {
    /// The files that the diagnostics point into.
    pub files: IndexVec<FileId, SourceFile>,
    /// What is wrong, and the warnings.
    pub diagnostics: Vec<Diagnostic>,
}

/// Runs the stages up to `check`.
///
/// # Errors
/// When the plugin is refused.
pub fn check(folder: &Path, definitions: &Definitions) -> Result<Checked, Refused> {
    with_deep_stack(|| checked(|reporter| loaded(folder, definitions, reporter)))
}

/// Runs all stages.
///
/// # Errors
/// When the plugin is refused.
pub fn compile(folder: &Path, definitions: &Definitions) -> Result<Compiled, Refused> {
    with_deep_stack(|| checked(|reporter| loaded(folder, definitions, reporter)).map(emitted))
}

/// Runs all stages on a folder that is in memory.
///
/// # Errors
/// When the plugin is refused.
pub fn compile_tree(name: &str, tree: Tree) -> Result<Compiled, Refused> {
    with_deep_stack(|| checked(|reporter| load::assemble(name, tree, reporter)).map(emitted))
}

/// Runs `load` and `parse` on the main file, for people who want to see the tree.
///
/// # Errors
/// When the plugin cannot be read or parsed.
pub fn syntax_tree(folder: &Path) -> Result<String, Refused> {
    with_deep_stack(|| {
        let mut reporter = Reporter::new();
        let parsed = load::load(folder, &mut reporter).and_then(|source| {
            let parsed = parse::parse(source.main, &source.files[source.main], &mut reporter);
            parsed.ok_or(source.files)
        });
        match parsed {
            Ok(parsed) => Ok(format!("{:#?}\n", parsed.module)),
            Err(files) => Err(Refused { files, diagnostics: reporter.finish() }),
        }
    })
}

fn loaded(
    folder: &Path,
    definitions: &Definitions,
    reporter: &mut Reporter,
) -> Result<PluginSource, IndexVec<FileId, SourceFile>> {
    let mut source = load::load(folder, reporter)?;
    source.definitions = definitions.clone();
    Ok(source)
}

/// Everything before emission. Later stages also see a program that something is wrong with, so that one run says all.
fn checked(
    load: impl FnOnce(&mut Reporter) -> Result<PluginSource, IndexVec<FileId, SourceFile>>,
) -> Result<Checked, Refused> {
    let mut reporter = Reporter::new();
    let source = match load(&mut reporter) {
        Ok(source) => source,
        Err(files) => return Err(Refused { files, diagnostics: reporter.finish() }),
    };
    let lowered = lower::lower(&source, &mut reporter).map(|program| {
        let facts = analyse::analyse(&program);
        check::check(&source, &program, &facts, &mut reporter);
        (program, facts)
    });
    match lowered {
        Some((program, facts)) if !reporter.has_errors() => {
            Ok(Checked { source, program, facts, warnings: reporter.finish() })
        }
        _ => Err(Refused { files: source.files, diagnostics: reporter.finish() }),
    }
}

fn emitted(checked: Checked) -> Compiled {
    let emitted = emit::emit(&checked.source, &checked.program, &checked.facts);
    Compiled { checked, emitted }
}
