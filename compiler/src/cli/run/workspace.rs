//! The cargo workspace of one pipeline file: its plugins' crates and a program that links them.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use super::cache::{Cache, Fingerprint, cannot, write_if_changed};
use super::lock_file::{self, LocalPackage};
use super::processor;
use super::runtime::{self, Runtime};
use crate::cli::Failure;
use crate::emit::EmittedCrate;

/// How many programs of one pipeline file are kept: an older one may be about to start in another process.
const KEPT_PROGRAMS: usize = 4;

/// The workspace, not necessarily written yet.
#[derive(Debug)]
pub struct Workspace {
    /// Its folder.
    pub folder: PathBuf,
    /// The package of the program.
    pub package: String,
    /// The names of the plugins' packages.
    pub plugins: Vec<String>,
    /// Everything that it consists of, as one digest.
    fingerprint: String,
    /// Paths below the folder, and texts.
    files: Vec<(String, String)>,
}

impl Workspace {
    /// Puts the workspace together; writes nothing.
    pub fn new(cache: &Cache, pipeline: &Path, crates: &[&EmittedCrate], runtime: &Runtime) -> Result<Self, Failure> {
        let pipeline = pipeline.canonicalize().map_err(|error| cannot("read", pipeline, &error))?;
        let package = package_name(&pipeline);
        let mut files = vec![
            ("Cargo.toml".to_owned(), root_manifest(crates, runtime)),
            ("Cargo.lock".to_owned(), lock(crates, &package, runtime)?),
            ("program/Cargo.toml".to_owned(), program_manifest(&package, crates, runtime)),
            ("program/src/main.rs".to_owned(), program_main(crates)),
        ];
        for emitted in crates {
            for (path, text) in &emitted.files {
                files.push((format!("plugins/{}/{path}", emitted.name), text.clone()));
            }
        }
        let mut fingerprint = Fingerprint::default();
        fingerprint.add("runtime", runtime.fingerprint.as_bytes());
        for (name, value) in build_settings() {
            fingerprint.add(&name, value.as_encoded_bytes());
        }
        fingerprint.add("processor", processor::cargo_config().unwrap_or_default().as_bytes());
        for (path, text) in &files {
            fingerprint.add(path, text.as_bytes());
        }
        let folder = cache.path("programs").join(&package);
        let plugins = crates.iter().map(|emitted| emitted.name.clone()).collect();
        Ok(Self { folder, package, plugins, fingerprint: fingerprint.finish(), files })
    }

    /// The program, if exactly this workspace was built before.
    pub fn built_program(&self) -> Option<PathBuf> {
        Some(self.program_path()).filter(|path| path.is_file())
    }

    /// Writes what changed, and removes crates and files that are no longer part of it.
    pub fn write(&self) -> Result<(), Failure> {
        let wanted: BTreeSet<_> = self.files.iter().map(|(path, _)| self.folder.join(path)).collect();
        remove_others(&self.folder.join("plugins"), &wanted);
        for (path, text) in &self.files {
            write_if_changed(&self.folder.join(path), text)?;
        }
        Ok(())
    }

    /// Keeps the program that cargo built, so that it is found as long as nothing changes.
    pub fn keep_program(&self, built: &Path) -> Result<PathBuf, Failure> {
        let path = self.program_path();
        let folder = self.folder.join("built");
        let temporary = folder.join(format!("{}.new", self.fingerprint));
        let kept = fs::create_dir_all(&folder)
            .and_then(|()| fs::copy(built, &temporary))
            .and_then(|_| fs::rename(&temporary, &path));
        kept.map_err(|error| cannot("write", &path, &error))?;
        forget_old(&folder, &path);
        Ok(path)
    }

    fn program_path(&self) -> PathBuf {
        self.folder.join("built").join(format!("{}{}", self.fingerprint, std::env::consts::EXE_SUFFIX))
    }
}

/// Variables of the environment that change what cargo builds, by name.
fn build_settings() -> BTreeMap<String, OsString> {
    const PREFIXES: [&str; 4] = ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_", "CARGO_PROFILE_"];
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value)))
        .filter(|(name, _)| PREFIXES.iter().any(|prefix| name.starts_with(prefix)))
        .collect()
}

/// A name for the program: that of the folder of the pipeline file for people, and a digest of its path.
fn package_name(pipeline: &Path) -> String {
    let mut digest = Fingerprint::default();
    digest.add("pipeline", pipeline.as_os_str().as_encoded_bytes());
    let folder = pipeline.parent().and_then(Path::file_name).map_or_else(String::new, |name| {
        let keep = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
        name.to_string_lossy().chars().map(keep).take(40).collect()
    });
    format!("pipeline-{}-{}", folder.trim_matches('-'), &digest.finish()[..8])
}

/// A path as a TOML string.
fn quoted(path: &Path) -> String {
    toml::Value::from(path.display().to_string()).to_string()
}

fn root_manifest(crates: &[&EmittedCrate], runtime: &Runtime) -> String {
    let mut members = String::from("    \"program\",\n");
    for emitted in crates {
        writeln!(members, "    \"plugins/{}\",", emitted.name).expect("writing to a string");
    }
    format!(
        "[workspace]\nresolver = \"3\"\nmembers = [\n{members}]\n\n\
         [patch.crates-io]\nprickle-runtime = {{ path = {} }}\n\n\
         # One unit per crate is as fast as link-time optimization here, and a changed plugin is built in a second.\n\
         [profile.release]\nlto = \"off\"\ncodegen-units = 1\n",
        quoted(&runtime.folder)
    )
}

fn program_manifest(package: &str, crates: &[&EmittedCrate], runtime: &Runtime) -> String {
    let mut manifest = format!(
        "[package]\nname = \"{package}\"\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n\n\
         [dependencies]\nprickle-io = {{ path = {} }}\n",
        quoted(&runtime.folder.join("io"))
    );
    for (index, emitted) in crates.iter().enumerate() {
        let name = &emitted.name;
        writeln!(manifest, "plugin_{index} = {{ package = \"{name}\", path = \"../plugins/{name}\" }}")
            .expect("writing to a string");
    }
    manifest
}

fn program_main(crates: &[&EmittedCrate]) -> String {
    let mut plugins = String::new();
    for (index, emitted) in crates.iter().enumerate() {
        writeln!(plugins, "        (\"{}\", &plugin_{index}::PLUGIN),", emitted.name).expect("writing to a string");
    }
    format!(
        "//! Links the plugins of a pipeline file.\n\n\
         fn main() -> std::process::ExitCode {{\n    prickle_io::main(&[\n{plugins}    ])\n}}\n"
    )
}

fn lock(crates: &[&EmittedCrate], package: &str, runtime: &Runtime) -> Result<String, Failure> {
    let mut local: Vec<_> = crates
        .iter()
        .map(|emitted| LocalPackage { name: emitted.name.clone(), dependencies: vec!["prickle-runtime".to_owned()] })
        .collect();
    let mut dependencies: Vec<_> = crates.iter().map(|emitted| emitted.name.clone()).collect();
    dependencies.push("prickle-io".to_owned());
    dependencies.sort();
    local.push(LocalPackage { name: package.to_owned(), dependencies });
    Ok(lock_file::write(runtime::lock_file(), &runtime.packages()?, &local))
}

/// Removes the files below a folder that are not wanted, and folders that become empty. What cannot be removed stays: an
/// unused crate does no harm.
fn remove_others(folder: &Path, wanted: &BTreeSet<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            remove_others(&path, wanted);
            drop(fs::remove_dir(&path));
        } else if !wanted.contains(&path) {
            drop(fs::remove_file(&path));
        }
    }
}

/// Removes all but the newest programs.
fn forget_old(folder: &Path, newest: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut others: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path != newest)
        .map(|path| (path.metadata().and_then(|metadata| metadata.modified()).ok(), path))
        .collect();
    others.sort();
    let surplus = others.len().saturating_sub(KEPT_PROGRAMS - 1);
    for (_, path) in &others[..surplus] {
        drop(fs::remove_file(path));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_programs_are_those_of_their_folders() {
        let name = package_name(Path::new("/home/me/My Plugins!/pipeline.toml"));
        assert!(name.starts_with("pipeline-my-plugins-"), "{name}");
        assert_ne!(name, package_name(Path::new("/home/me/My Plugins!/other.toml")));
        assert!(package_name(Path::new("/pipeline.toml")).starts_with("pipeline--"));
    }

    #[test]
    fn only_the_newest_programs_are_kept() {
        let temporary = tempfile::tempdir().unwrap();
        let path = |name: usize| temporary.path().join(name.to_string());
        for name in 0..7 {
            fs::write(path(name), "").unwrap();
            let time = std::time::UNIX_EPOCH + std::time::Duration::from_secs(name as u64);
            fs::File::options().write(true).open(path(name)).unwrap().set_modified(time).unwrap();
        }
        forget_old(temporary.path(), &path(0));
        let kept: Vec<_> = (0..7).filter(|name| path(*name).exists()).collect();
        assert_eq!(kept, [0, 4, 5, 6]);
    }
}
