//! Where programs are built and kept between runs.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::cli::Failure;

/// The cache folder: `$PRICKLE_CACHE`, else `$XDG_CACHE_HOME/prickle`, else `~/.cache/prickle`. Safe to delete.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
}

impl Cache {
    /// Finds the folder and makes it.
    pub fn open() -> Result<Self, Failure> {
        let variable = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let folder = variable("PRICKLE_CACHE")
            .or_else(|| Some(variable("XDG_CACHE_HOME")?.join("prickle")))
            .or_else(|| Some(std::env::home_dir()?.join(".cache/prickle")))
            .ok_or_else(|| {
                Failure::Message("there is no place for the cache; set PRICKLE_CACHE to a folder".to_owned())
            })?;
        let opened = fs::create_dir_all(&folder).and_then(|()| folder.canonicalize());
        let folder = opened.map_err(|error| cannot("create the cache", &folder, &error))?;
        Ok(Self { folder })
    }

    /// A path in the cache.
    pub fn path(&self, below: impl AsRef<Path>) -> PathBuf {
        self.folder.join(below)
    }

    /// Waits until no other run writes to the cache. Dropping the file lets the next one in.
    pub fn lock(&self) -> Result<File, Failure> {
        let path = self.path("lock");
        let locked = File::create(&path).and_then(|file| {
            file.lock()?;
            Ok(file)
        });
        locked.map_err(|error| cannot("lock", &path, &error))
    }
}

/// Writes a file by way of a temporary sibling, unless it has this content already: cargo rebuilds what is newer.
pub fn write_if_changed(path: &Path, text: impl AsRef<[u8]>) -> Result<(), Failure> {
    let text = text.as_ref();
    if fs::read(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    let write = || -> io::Result<()> {
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(text)?;
        file.persist(path)?;
        Ok(())
    };
    write().map_err(|error| cannot("write", path, &error))
}

/// The message about a file operation that failed.
pub fn cannot(what: &str, path: &Path, error: &io::Error) -> Failure {
    Failure::Message(format!("cannot {what} {}: {error}", path.display()))
}

/// A digest of named texts.
#[derive(Default)]
pub struct Fingerprint(Sha256);

impl Fingerprint {
    /// Adds a text and its name.
    pub fn add(&mut self, name: &str, text: &[u8]) {
        for part in [name.as_bytes(), text] {
            self.0.update((part.len() as u64).to_le_bytes());
            self.0.update(part);
        }
    }

    /// Half of the digest, in hexadecimal.
    pub fn finish(self) -> String {
        self.0.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }
}
