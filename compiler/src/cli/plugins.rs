//! From paths on the command line to plugins.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::terminal::Terminal;
use super::{Failure, bug};
use crate::base::IndexVec;
use crate::diag::{Diagnostic, Sources, codes};
use crate::load::Definitions;
use crate::pipeline::{self, Checked, Compiled, Refused};

/// The plugin folders that `paths` name: each is one, or a folder of some. Reports paths that lead to none.
pub(super) fn folders(paths: &[PathBuf], terminal: &mut Terminal) -> Result<Vec<PathBuf>, Failure> {
    let mut folders: Vec<PathBuf> = Vec::new();
    let mut missing = false;
    for path in paths {
        match folders_in(path) {
            Ok(found) => {
                for folder in found {
                    if !folders.contains(&folder) {
                        folders.push(folder);
                    }
                }
            }
            Err(why) => {
                missing = true;
                let diagnostic = Diagnostic::error(codes::PLUGIN_FOLDER_NOT_FOUND, why)
                    .at_path("")
                    .help("pass a folder with a plugin.json or an index.js or index.ts, or a folder of such folders");
                let files = IndexVec::new();
                let prefix = path.display().to_string();
                terminal.diagnostics(&[diagnostic], Sources { prefix: &prefix, files: &files }, None)?;
            }
        }
    }
    if missing { Err(Failure::Reported) } else { Ok(folders) }
}

fn folders_in(path: &Path) -> Result<Vec<PathBuf>, String> {
    if is_plugin(path) {
        return Ok(vec![path.to_owned()]);
    }
    let entries = fs::read_dir(path).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let entries = match entries {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err("there is nothing at this path".to_owned()),
        Err(_) if path.is_file() => return Err("this is a file, not a plugin folder".to_owned()),
        Err(error) => return Err(format!("cannot read the folder: {error}")),
    };
    let mut folders: Vec<_> = entries
        .iter()
        .filter(|entry| !entry.file_name().as_encoded_bytes().starts_with(b"."))
        .map(fs::DirEntry::path)
        .filter(|path| is_plugin(path))
        .collect();
    folders.sort();
    if folders.is_empty() { Err("there is no plugin in this folder".to_owned()) } else { Ok(folders) }
}

fn is_plugin(folder: &Path) -> bool {
    ["plugin.json", "index.js", "index.ts"].iter().any(|name| folder.join(name).symlink_metadata().is_ok())
}

/// Checks the plugin in `folder` and prints what is to be said about it.
pub(super) fn check(folder: &Path, definitions: &Definitions, terminal: &mut Terminal) -> Result<Checked, Failure> {
    let checked = attempt(folder, |folder| pipeline::check(folder, definitions), terminal)?;
    warn(folder, &checked, terminal)?;
    Ok(checked)
}

/// Compiles the plugin in `folder` and prints what is to be said about it.
pub(super) fn compile(folder: &Path, definitions: &Definitions, terminal: &mut Terminal) -> Result<Compiled, Failure> {
    let compiled = attempt(folder, |folder| pipeline::compile(folder, definitions), terminal)?;
    warn(folder, &compiled.checked, terminal)?;
    Ok(compiled)
}

/// The syntax tree of the main file of the plugin in `folder`.
pub(super) fn syntax_tree(folder: &Path, terminal: &mut Terminal) -> Result<String, Failure> {
    attempt(folder, pipeline::syntax_tree, terminal)
}

/// Runs stages. A panic in one of them is a bug, which is reported as such and keeps no other plugin from being compiled.
fn attempt<T>(
    folder: &Path,
    stages: impl FnOnce(&Path) -> Result<T, Refused>,
    terminal: &mut Terminal,
) -> Result<T, Failure> {
    let outcome = bug::catch(|| stages(folder)).unwrap_or_else(|message| {
        let diagnostic = Diagnostic::error(codes::COMPILER_PANICKED, "the compiler failed on this plugin")
            .at_path("")
            .note(message)
            .note("this is a bug of prickle; the smallest plugin that shows it is a welcome report");
        Err(Refused { files: IndexVec::new(), diagnostics: vec![diagnostic] })
    });
    outcome.map_err(|refused| report(folder, &refused, terminal))
}

/// Compiles all plugins, goes on after one that is refused, and sees to it that each has a crate of its own.
pub(super) fn compile_all(
    folders: &[PathBuf],
    definitions: &Definitions,
    terminal: &mut Terminal,
) -> Result<Vec<Compiled>, Failure> {
    let mut all = Vec::new();
    let mut taken: BTreeMap<String, &Path> = BTreeMap::new();
    let mut refused = false;
    for folder in folders {
        match compile(folder, definitions, terminal) {
            Ok(compiled) => {
                let name = &compiled.emitted.name;
                if let Some(other) = taken.insert(name.clone(), folder) {
                    refused = true;
                    let title = format!("two plugins would become the crate `{name}`");
                    let diagnostic = Diagnostic::error(codes::CRATE_NAME_TAKEN, title)
                        .at_path("")
                        .note(format!("the other one is {}", other.display()))
                        .help("rename one of the folders");
                    let sources = Sources { prefix: &shown(folder), files: &compiled.checked.source.files };
                    terminal.diagnostics(&[diagnostic], sources, Some(&compiled.checked.source.name))?;
                }
                all.push(compiled);
            }
            Err(Failure::Reported) => refused = true,
            Err(other) => return Err(other),
        }
    }
    if refused { Err(Failure::Reported) } else { Ok(all) }
}

fn report(folder: &Path, refused: &Refused, terminal: &mut Terminal) -> Failure {
    let sources = Sources { prefix: &shown(folder), files: &refused.files };
    match terminal.diagnostics(&refused.diagnostics, sources, Some(&name(folder))) {
        Ok(()) => Failure::Reported,
        Err(error) => Failure::from(error),
    }
}

fn warn(folder: &Path, checked: &Checked, terminal: &mut Terminal) -> Result<(), Failure> {
    let sources = Sources { prefix: &shown(folder), files: &checked.source.files };
    Ok(terminal.diagnostics(&checked.warnings, sources, Some(&checked.source.name))?)
}

/// The folder as the user named it, for the places that diagnostics name.
fn shown(folder: &Path) -> String {
    let shown = folder.display().to_string().replace('\\', "/");
    if shown == "." { String::new() } else { shown }
}

fn name(folder: &Path) -> String {
    let absolute = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    absolute.file_name().map_or_else(|| shown(folder), |name| name.to_string_lossy().into_owned())
}
