//! `prickle run`: compiles the plugins of a pipeline file into one native program, and becomes that program.

pub(super) mod cache;
mod cargo;
mod lock_file;
mod plan;
pub mod processor;
mod runtime;
mod workspace;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use self::cache::Cache;
use super::args::{ProgramArgs, RunArgs};
use super::pipeline_file::{self, PipelineFile};
use super::terminal::Terminal;
use super::{Failure, plugins};
use crate::diag::Sources;
use crate::emit::EmittedCrate;
use crate::load::Definitions;
pub(super) use plan::content_type;
use runtime::Runtime;
use workspace::Workspace;

pub(super) fn run(args: &RunArgs, definitions: &Definitions, terminal: &mut Terminal) -> Result<(), Failure> {
    let pipeline = read_pipeline(&args.pipeline, terminal)?;
    let inputs = plan::Inputs::read(args)?;
    let folders = unique_folders(&pipeline)?;
    let paths: Vec<_> = folders.values().cloned().collect();
    let compiled = plugins::compile_all(&paths, definitions, terminal)?;
    let crates: Vec<_> = compiled.iter().map(|compiled| &compiled.emitted).collect();

    let cache = Cache::open()?;
    let program = native_program(&args.pipeline, &crates, &args.program, &cache, terminal)?;
    let names = folders.keys().zip(&crates).map(|(folder, emitted)| (folder.as_path(), emitted.name.as_str()));
    let plan = plan::write(&pipeline, &names.collect(), &inputs, args, &cache)?;
    terminal.summary()?;
    start(Command::new(&program).arg(plan), &program)
}

/// The native program of these crates, built unless it is in the cache. It is known by the file or folder that named the plugins.
pub(super) fn native_program(
    named_by: &Path,
    crates: &[&EmittedCrate],
    args: &ProgramArgs,
    cache: &Cache,
    terminal: &mut Terminal,
) -> Result<PathBuf, Failure> {
    let runtime = match &args.runtime {
        Some(path) => Runtime::at(path)?,
        None => Runtime::unpacked(cache)?,
    };
    let workspace = Workspace::new(cache, named_by, crates, &runtime)?;
    match workspace.built_program() {
        Some(program) => Ok(program),
        None => cargo::build(&workspace, cache, args, terminal),
    }
}

fn read_pipeline(path: &Path, terminal: &mut Terminal) -> Result<PipelineFile, Failure> {
    match pipeline_file::read(path) {
        Ok(pipeline) => Ok(pipeline),
        Err(refused) => {
            let prefix = path.parent().map_or_else(String::new, |folder| folder.display().to_string());
            let sources = Sources { prefix: &prefix, files: &refused.files };
            terminal.diagnostics(&refused.diagnostics, sources, None)?;
            Err(Failure::Reported)
        }
    }
}

/// The folders of the enabled plugins: absolute, and as the pipeline file leads to them. Several configs of one plugin
/// share its crate.
fn unique_folders(pipeline: &PipelineFile) -> Result<BTreeMap<PathBuf, PathBuf>, Failure> {
    let mut folders = BTreeMap::new();
    for entry in pipeline.enabled() {
        folders.entry(absolute(&entry.source)?).or_insert_with(|| entry.source.clone());
    }
    Ok(folders)
}

fn absolute(path: &Path) -> Result<PathBuf, Failure> {
    path.canonicalize().map_err(|error| Failure::Message(format!("cannot read {}: {error}", path.display())))
}

/// Becomes the program, so that signals and the exit code are its own.
#[cfg(unix)]
fn start(command: &mut Command, program: &Path) -> Result<(), Failure> {
    use std::os::unix::process::CommandExt;
    let error = command.exec();
    Err(Failure::Message(format!("cannot start {}: {error}", program.display())))
}

/// Runs the program and ends as it ended.
#[cfg(not(unix))]
fn start(command: &mut Command, program: &Path) -> Result<(), Failure> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Failure::Reported),
        Err(error) => Err(Failure::Message(format!("cannot start {}: {error}", program.display()))),
    }
}
