//! Files that appear only when they are complete.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;

/// Where a stream of lines is written.
///
/// A regular file is written beside its place and renamed by [`commit`](Target::commit), so a run that is killed leaves
/// the old file. Devices and pipes are written directly.
#[derive(Debug)]
pub struct Target {
    file: Destination,
    /// The temporary path and the final one.
    rename: Option<(PathBuf, PathBuf)>,
}

#[derive(Debug)]
enum Destination {
    Stdout(io::Stdout),
    File(File),
}

impl Target {
    /// Opens a file, or standard output.
    ///
    /// # Errors
    /// What creating the file reports.
    pub fn open(path: Option<&Path>) -> io::Result<Self> {
        let Some(path) = path else {
            return Ok(Target { file: Destination::Stdout(io::stdout()), rename: None });
        };
        if fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
            let file = File::options().write(true).open(path)?;
            return Ok(Target { file: Destination::File(file), rename: None });
        }
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{}.partial", process::id()));
        let temporary = path.with_file_name(name);
        let file = File::create(&temporary)?;
        Ok(Target { file: Destination::File(file), rename: Some((temporary, path.to_owned())) })
    }

    /// Puts the file in its place.
    ///
    /// # Errors
    /// What writing or renaming reports.
    pub fn commit(mut self) -> io::Result<()> {
        self.flush()?;
        match self.rename.take() {
            Some((temporary, path)) => fs::rename(temporary, path),
            None => Ok(()),
        }
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.file {
            Destination::Stdout(stdout) => stdout.write(bytes),
            Destination::File(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.file {
            Destination::Stdout(stdout) => stdout.flush(),
            Destination::File(file) => file.flush(),
        }
    }
}

impl Drop for Target {
    /// A file that was not committed is not left behind.
    fn drop(&mut self) {
        if let Some((temporary, _)) = self.rename.take() {
            drop(fs::remove_file(temporary));
        }
    }
}
