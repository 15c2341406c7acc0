//! The runtime crates that programs are built against.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::cache::{Cache, Fingerprint, cannot, write_if_changed};
use super::lock_file::LocalPackage;
use crate::cli::Failure;

/// The sources in this binary: paths from the root of the repository, and texts.
const SOURCES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/runtime_sources.rs"));

/// Members of the unpacked workspace, in place of those of the repository.
const MEMBERS: &str = r#"members = ["runtime", "runtime/spec", "runtime/heap", "runtime/regexp", "runtime/io"]"#;

/// The folders of the runtime crates below that of `prickle-runtime`.
const CRATES: [&str; 5] = [".", "spec", "heap", "regexp", "io"];

/// A folder with the runtime crates.
#[derive(Debug)]
pub struct Runtime {
    /// The folder of `prickle-runtime`; the others are below it.
    pub folder: PathBuf,
    /// What it was made of.
    pub fingerprint: String,
}

/// The lock file that the repository is built and tested with.
pub fn lock_file() -> &'static str {
    SOURCES.iter().find(|(path, _)| *path == "Cargo.lock").map_or("", |(_, text)| text)
}

impl Runtime {
    /// The runtime of this binary, unpacked into the cache.
    pub fn unpacked(cache: &Cache) -> Result<Self, Failure> {
        let files = unpacked_files();
        let mut fingerprint = Fingerprint::default();
        for (path, text) in &files {
            fingerprint.add(path, text.as_bytes());
        }
        let fingerprint = fingerprint.finish();
        let root = cache.path(format!("runtime-{}-{}", env!("CARGO_PKG_VERSION"), &fingerprint[..8]));
        let complete = root.join("complete");
        if !complete.exists() {
            let _lock = cache.lock()?;
            for (path, text) in &files {
                write_if_changed(&root.join(path), text.as_bytes())?;
            }
            write_if_changed(&complete, "")?;
        }
        Ok(Self { folder: root.join("runtime"), fingerprint })
    }

    /// The runtime in a folder, for people who work on it.
    pub fn at(folder: &Path) -> Result<Self, Failure> {
        let mut fingerprint = Fingerprint::default();
        let read = folder.canonicalize().and_then(|folder| {
            for part in CRATES {
                fingerprint.add(part, &fs::read(folder.join(part).join("Cargo.toml"))?);
                add_folder(&folder.join(part).join("src"), &mut fingerprint)?;
            }
            Ok(folder)
        });
        let folder = read.map_err(|error| cannot("read the runtime crates in", folder, &error))?;
        Ok(Self { folder, fingerprint: fingerprint.finish() })
    }
}

impl Runtime {
    /// The packages of the crates and their dependencies, by their manifests.
    pub fn packages(&self) -> Result<Vec<LocalPackage>, Failure> {
        CRATES.iter().map(|part| package(&self.folder.join(part).join("Cargo.toml"))).collect()
    }
}

fn package(manifest: &Path) -> Result<LocalPackage, Failure> {
    let text = fs::read_to_string(manifest).map_err(|error| cannot("read", manifest, &error))?;
    let table: toml::Table =
        text.parse().map_err(|error| Failure::Message(format!("{}: {error}", manifest.display())))?;
    let keys = |section: &str| table.get(section).and_then(toml::Value::as_table).map(|table| table.keys().cloned());
    let name = table.get("package").and_then(|package| package.get("name")).and_then(toml::Value::as_str);
    Ok(LocalPackage {
        name: name.unwrap_or_default().to_owned(),
        dependencies: ["dependencies", "build-dependencies"].into_iter().filter_map(keys).flatten().collect(),
    })
}

/// What is written to the cache: the sources, and manifests that say nothing of what is not there.
fn unpacked_files() -> Vec<(&'static str, Cow<'static, str>)> {
    let unpacked = |&(path, text): &(&'static str, &'static str)| match path {
        "Cargo.lock" => None,
        "Cargo.toml" => Some((path, Cow::Owned(root_manifest(text)))),
        _ if path.ends_with(".toml") => Some((path, Cow::Owned(crate_manifest(text)))),
        _ => Some((path, Cow::Borrowed(text))),
    };
    SOURCES.iter().filter_map(unpacked).collect()
}

fn add_folder(folder: &Path, fingerprint: &mut Fingerprint) -> io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        if entry.file_type()?.is_dir() {
            add_folder(&entry.path(), fingerprint)?;
        } else {
            fingerprint.add(&entry.path().display().to_string(), &fs::read(entry.path())?);
        }
    }
    Ok(())
}

/// The manifest of the repository with the runtime crates as only members.
fn root_manifest(text: &str) -> String {
    let mut manifest = String::new();
    let mut within_members = false;
    for line in text.lines() {
        if line.starts_with("members") {
            manifest += MEMBERS;
            manifest.push('\n');
            within_members = !line.contains(']');
        } else if within_members {
            within_members = !line.contains(']');
        } else if !line.starts_with("exclude") && !line.starts_with("default-members") {
            manifest += line;
            manifest.push('\n');
        }
    }
    manifest
}

/// The manifest of a runtime crate without its tests and what only they need: they are not in this binary.
fn crate_manifest(text: &str) -> String {
    let mut manifest = String::new();
    let mut for_tests = false;
    for line in text.lines() {
        if line.starts_with('[') {
            let section = line.trim_matches(['[', ']', ' ']);
            let only_for_tests = ["test", "bench", "example", "dev-dependencies"];
            for_tests = only_for_tests.iter().any(|name| section.split('.').any(|part| part == *name));
        }
        if !for_tests {
            manifest += line;
            manifest.push('\n');
        }
    }
    manifest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_binary_carries_the_runtime() {
        for path in [
            "runtime/Cargo.toml",
            "runtime/src/lib.rs",
            "runtime/heap/src/lib.rs",
            "runtime/regexp/src/lib.rs",
            "runtime/io/src/lib.rs",
        ] {
            assert!(SOURCES.iter().any(|(name, _)| *name == path), "{path}");
        }
        assert!(lock_file().contains("name = \"prickle-io\""));
    }

    #[test]
    fn unpacked_crates_have_no_tests() {
        let manifest = "[package]\nname = \"a\"\n\n[[test]]\nname = \"b\"\n\n[dependencies]\nc = \"1\"\n\n[dev-dependencies.d]\npath = \"d\"\n";
        assert_eq!(crate_manifest(manifest), "[package]\nname = \"a\"\n\n[dependencies]\nc = \"1\"\n\n");
    }

    #[test]
    fn the_unpacked_workspace_has_only_the_runtime() {
        let manifest = root_manifest(
            "[workspace]\nmembers = [\n    \"compiler\",\n    \"runtime\",\n]\nexclude = [\"x\"]\n\n[workspace.package]\n",
        );
        assert_eq!(manifest, format!("[workspace]\n{MEMBERS}\n\n[workspace.package]\n"));
        let (_, text) = SOURCES.iter().find(|(path, _)| *path == "Cargo.toml").expect("the root manifest");
        assert!(root_manifest(text).contains(MEMBERS));
    }
}
