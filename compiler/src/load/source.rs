//! A plugin's text, in memory.

use std::collections::BTreeMap;

use super::package::{PackageProblem, Packages};
use super::tsconfig::TsConfig;
use super::{Definitions, Manifest, Unusable};
use crate::base::{FileId, IndexVec, SourceFile};

/// A plugin folder that was read.
#[derive(Clone, Debug)]
pub struct PluginSource {
    /// The folder's name.
    pub name: String,
    /// plugin.json, if there is one, then every code and JSON file of the folder that can be used, by path. Without the
    /// bundle's folder where the source is compiled instead of a bundle.
    pub files: IndexVec<FileId, SourceFile>,
    /// plugin.json, or the defaults where there is none.
    pub manifest: Manifest,
    /// Where plugin.json is.
    pub manifest_file: Option<FileId>,
    /// The code file that the server would run.
    pub main: FileId,
    /// Build-time constants.
    pub definitions: Definitions,
    /// Files that are there but cannot be used: an error only once something imports them.
    pub(super) unusable: BTreeMap<String, Unusable>,
    /// What tsconfig.json says about specifiers.
    pub(super) tsconfig: TsConfig,
    /// What of `node_modules` the plugin reaches. Its files stand behind the plugin's own ones.
    pub(super) packages: Packages,
}

/// How a module is asked for: packages may have a file for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ImportKind {
    /// `import`, `export … from`
    Import,
    /// `require`
    Require,
}

impl PluginSource {
    /// The file at exactly this path.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.files.iter().find(|(_, file)| file.path == path).map(|(id, _)| id)
    }

    /// The package that a file belongs to; `None` for the plugin's own files.
    #[must_use]
    pub fn package_of(&self, file: FileId) -> Option<&str> {
        self.packages.files.get(&file).map(String::as_str)
    }

    /// True if the file, one of the plugin's own, may require a file of a package.
    #[must_use]
    pub fn requires_packages(&self, file: FileId) -> bool {
        self.packages.resolved.keys().any(|(from, _, kind)| *from == file && *kind == ImportKind::Require)
    }

    /// What a specifier means that `from` cannot mean a file of the plugin by. `None`: there is no such package.
    ///
    /// # Errors
    /// When there is one, but no file of it is meant.
    #[must_use]
    pub fn in_package(
        &self,
        from: FileId,
        specifier: &str,
        kind: ImportKind,
    ) -> Option<Result<FileId, &PackageProblem>> {
        let resolved = self.packages.resolved.get(&(from, specifier.to_owned(), kind))?;
        Some(resolved.as_ref().map(|file| *file))
    }
}
