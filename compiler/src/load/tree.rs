//! The files of a folder, read or found unusable.

use std::collections::BTreeMap;
use std::fs::{self, FileType};
use std::io;
use std::path::Path;

use super::Unusable;

/// The largest code or JSON file that is read. Published plugins stay under a tenth of it, bundles included.
pub const MAX_FILE_BYTES: u64 = 2 * 1024 * 1024;

/// What a code or JSON file is called.
const EXTENSIONS: [&str; 7] = ["cjs", "cts", "js", "json", "mjs", "mts", "ts"];

/// The code and JSON files of a folder by path, relative and `/`-separated. Hidden files and `node_modules` are left out.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// The text of each file, or why it cannot be used.
    pub entries: BTreeMap<String, Result<String, Unusable>>,
}

impl Tree {
    /// Reads a folder.
    ///
    /// # Errors
    /// When the folder itself cannot be read. What is wrong with a file stands in its entry.
    pub fn read(folder: &Path) -> io::Result<Self> {
        let root = folder.canonicalize()?;
        let mut tree = Self::default();
        tree.read_folder(&root, &root, "")?;
        Ok(tree)
    }

    /// A folder that was never on a disk.
    #[must_use]
    pub fn from_texts<'t>(files: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        Self { entries: files.into_iter().map(|(path, text)| (path.to_owned(), Ok(text.to_owned()))).collect() }
    }

    fn read_folder(&mut self, root: &Path, folder: &Path, prefix: &str) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name();
            let Some(name) = name.to_str().filter(|name| !name.starts_with('.') && *name != "node_modules") else {
                continue;
            };
            let path = format!("{prefix}{name}");
            let read = self.read_entry(root, &entry.path(), entry.file_type()?, &path);
            if let Err(error) = read {
                self.entries.insert(path, Err(Unusable::Unreadable(reason(&error))));
            }
        }
        Ok(())
    }

    fn read_entry(&mut self, root: &Path, at: &Path, kind: FileType, path: &str) -> io::Result<()> {
        let has_text = path.rsplit_once('.').is_some_and(|(_, extension)| EXTENSIONS.contains(&extension));
        if kind.is_symlink() {
            // A link may stay within the folder, but must name a file: links to folders would make modules exist twice.
            let target = at.canonicalize()?;
            if target.is_dir() || !target.starts_with(root) {
                self.entries.insert(path.to_owned(), Err(Unusable::SymbolicLink));
            } else if has_text {
                self.entries.insert(path.to_owned(), read_text(&target)?);
            }
        } else if kind.is_dir() {
            if has_text {
                self.entries.insert(path.to_owned(), Err(Unusable::NotAFile));
            }
            self.read_folder(root, at, &format!("{path}/"))?;
        } else if has_text {
            let text = if kind.is_file() { read_text(at)? } else { Err(Unusable::NotAFile) };
            self.entries.insert(path.to_owned(), text);
        }
        Ok(())
    }
}

/// The text of a file, or why it cannot be used.
pub(super) fn read_text(at: &Path) -> io::Result<Result<String, Unusable>> {
    let bytes = fs::metadata(at)?.len();
    if bytes > MAX_FILE_BYTES {
        return Ok(Err(Unusable::TooLarge { bytes }));
    }
    Ok(String::from_utf8(fs::read(at)?).map_err(|error| Unusable::NotUtf8 {
        offset: error.utf8_error().valid_up_to(),
        lossy: String::from_utf8_lossy(error.as_bytes()).into_owned(),
    }))
}

/// An IO error in words that are the same on every system, where it is a usual one.
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "it does not exist".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::NotADirectory => "it is not a folder".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string(),
    }
}
