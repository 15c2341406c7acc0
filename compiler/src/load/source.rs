//! A plugin's text, in memory.

use std::collections::BTreeMap;

use super::{Manifest, Unusable};
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
    /// Files that are there but cannot be used: an error only once something imports them.
    pub(super) unusable: BTreeMap<String, Unusable>,
}

impl PluginSource {
    /// The file at exactly this path.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.files.iter().find(|(_, file)| file.path == path).map(|(id, _)| id)
    }
}
