//! A plugin's text, in memory.

use super::{Manifest, Unresolved};
use crate::base::{FileId, IndexVec, SourceFile};

/// A plugin folder that was read.
#[derive(Clone, Debug)]
pub struct PluginSource {
    /// The folder's name.
    pub name: String,
    /// Every code and JSON file of the folder that can be used, by path.
    pub files: IndexVec<FileId, SourceFile>,
    /// plugin.json, or the defaults where there is none.
    pub manifest: Manifest,
    /// Where plugin.json is.
    pub manifest_file: Option<FileId>,
    /// The code file that the server would run.
    pub main: FileId,
}

impl PluginSource {
    /// The file that `from` means by the relative specifier `./lib`: that path itself, or with `.ts`, `.js`, `.json`,
    /// `/index.ts` or `/index.js` added.
    ///
    /// # Errors
    /// When there is none, or it must not be used.
    pub fn resolve(&self, from: FileId, specifier: &str) -> Result<FileId, Unresolved> {
        let folder = self.files[from].path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut segments: Vec<&str> = folder.split('/').filter(|segment| !segment.is_empty()).collect();
        for segment in specifier.split('/') {
            match segment {
                "" | "." => {}
                ".." => drop(segments.pop().ok_or(Unresolved::OutsideFolder)?),
                name => segments.push(name),
            }
        }
        let path = segments.join("/");
        ["", ".ts", ".js", ".json", "/index.ts", "/index.js"]
            .iter()
            .find_map(|suffix| self.find(&format!("{path}{suffix}")))
            .ok_or(Unresolved::NotFound { similar: None })
    }

    /// The file at exactly this path.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.files.iter().find(|(_, file)| file.path == path).map(|(id, _)| id)
    }
}
