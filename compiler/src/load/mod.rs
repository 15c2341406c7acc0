//! Reads a plugin folder into memory. The only stage that touches the file system.

mod config_reader;
mod definitions;
pub mod json;
mod json_reader;
mod main_file;
mod manifest;
mod manifest_reader;
mod members;
mod package;
mod package_json;
mod resolve;
mod source;
mod specifiers;
mod tree;
mod tsconfig;
mod unusable;

use std::collections::BTreeMap;
use std::path::Path;

pub use definitions::Definitions;
pub use json::{Json, JsonKind, JsonMember};
pub use manifest::{Condition, ConfigField, FieldKind, Manifest};
pub use package::PackageProblem;
pub use resolve::Unresolved;
pub use source::{ImportKind, PluginSource};
pub use tree::{MAX_FILE_BYTES, Tree};
pub use unusable::Unusable;

use crate::base::{FileId, IndexVec, SourceFile, Span};
use crate::diag::{Diagnostic, Reporter, codes};

/// Reads the plugin in `folder`. What is wrong is reported.
///
/// # Errors
/// When there is no code to go on with: the files read so far, for showing the diagnostics. Mistakes in plugin.json are
/// reported, but keep nobody from finding those in the code.
pub fn load(folder: &Path, reporter: &mut Reporter) -> Result<PluginSource, IndexVec<FileId, SourceFile>> {
    let name = folder.canonicalize().ok().and_then(|path| Some(path.file_name()?.to_string_lossy().into_owned()));
    match Tree::read(folder) {
        Ok(tree) => {
            let mut source = assemble(&name.unwrap_or_else(|| "plugin".to_owned()), tree, reporter)?;
            package::link(&mut source, folder);
            Ok(source)
        }
        Err(error) => {
            let title = format!("cannot read the plugin folder: {}", tree::reason(&error));
            reporter.report(Diagnostic::error(codes::PLUGIN_FOLDER_NOT_FOUND, title).at_path(""));
            Err(IndexVec::new())
        }
    }
}

/// Makes a plugin of files that are in memory already.
///
/// # Errors
/// As [`load`].
pub fn assemble(
    name: &str,
    mut tree: Tree,
    reporter: &mut Reporter,
) -> Result<PluginSource, IndexVec<FileId, SourceFile>> {
    let mut files = IndexVec::new();
    let mut manifest = Manifest { name: name.to_owned(), ..Manifest::default() };
    let mut manifest_file = None;
    if let Some(entry) = tree.entries.remove("plugin.json") {
        let file = usable("plugin.json", entry, &mut files, reporter);
        manifest_file = file;
        match file.and_then(|file| manifest_reader::read(name, file, &files[file], reporter)) {
            Some(read) => manifest = read,
            None => return Err(files),
        }
    }
    let Some(main) = main_file::find(&tree, &manifest, manifest_file, reporter) else { return Err(files) };
    if let Some(folder) = &main.bundle_folder {
        tree.entries.retain(|path, _| path.strip_prefix(folder.as_str()).is_none_or(|rest| !rest.starts_with('/')));
    }
    let tsconfig = tsconfig::TsConfig::read(&tree);
    let mut unusable = BTreeMap::new();
    let mut main_id = None;
    for (path, entry) in tree.entries {
        if path == main.path {
            main_id = usable(&path, entry, &mut files, reporter);
        } else {
            match entry {
                Ok(text) => drop(files.push(SourceFile::new(path, text))),
                Err(why) => drop(unusable.insert(path, why)),
            }
        }
    }
    match main_id {
        Some(main) => Ok(PluginSource {
            name: name.to_owned(),
            files,
            manifest,
            manifest_file,
            main,
            unusable,
            tsconfig,
            packages: package::Packages::default(),
            definitions: Definitions::default(),
        }),
        None => Err(files),
    }
}

/// Adds a file that must be usable; else reports why it is not.
fn usable(
    path: &str,
    entry: Result<String, Unusable>,
    files: &mut IndexVec<FileId, SourceFile>,
    reporter: &mut Reporter,
) -> Option<FileId> {
    match entry {
        Ok(text) => Some(files.push(SourceFile::new(path, text))),
        Err(why) => {
            let diagnostic = why.diagnostic(path);
            reporter.report(if let Unusable::NotUtf8 { offset, lossy } = why {
                let file = files.push(SourceFile::new(path, lossy));
                let start = u32::try_from(offset).expect("files are limited to far less");
                let replacement = u32::try_from('\u{fffd}'.len_utf8()).expect("three");
                diagnostic.primary(Span { file, start, end: start + replacement }, "these bytes are not UTF-8")
            } else {
                diagnostic.at_path(path)
            });
            None
        }
    }
}
