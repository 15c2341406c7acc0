//! Packages: from a specifier to a file under some `node_modules`, as Node resolves it (its documentation calls the steps
//! `PACKAGE_RESOLVE`, `PACKAGE_EXPORTS_RESOLVE` and `LOAD_AS_DIRECTORY`), and with `module` of package.json where an `import` asks, as
//! bundlers do.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::package_json::PackageJson;
use super::specifiers::specifiers;
use super::tree::read_text;
use super::{ImportKind, PluginSource, Unusable};
use crate::base::{FileId, SourceFile};

/// Why a specifier in a plugin leads to no file of a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackageProblem {
    /// The package is there, but has no such file.
    NoSuchFile {
        /// The folder of the package.
        package: String,
    },
    /// `exports` of package.json does not have it.
    NotExported {
        /// The folder of the package.
        package: String,
        /// `./sub/path`
        subpath: String,
    },
    /// The file is there, but is no JavaScript or JSON.
    NotCode {
        /// Its path.
        path: String,
    },
    /// The file cannot be used.
    Unusable {
        /// Its path.
        path: String,
        /// Why.
        why: Unusable,
    },
}

/// What was found out about specifiers of a plugin.
#[derive(Clone, Debug, Default)]
pub(super) struct Packages {
    /// What each specifier means in each file.
    pub resolved: BTreeMap<(FileId, String, ImportKind), Result<FileId, PackageProblem>>,
    /// Files of packages, with the folder of their package.
    pub files: BTreeMap<FileId, String>,
}

/// Reads the files of packages that the plugin's code reaches.
pub(super) fn link(source: &mut PluginSource, folder: &Path) {
    let Ok(root) = folder.canonicalize() else { return };
    let mut linker = Linker { source, root, paths: BTreeMap::new(), ids: BTreeMap::new(), manifests: BTreeMap::new() };
    let mut queue = vec![linker.source.main];
    let mut next = 0;
    while let Some(&file) = queue.get(next) {
        next += 1;
        for target in linker.targets(file) {
            if !queue.contains(&target) {
                queue.push(target);
            }
        }
    }
}

struct Linker<'s> {
    source: &'s mut PluginSource,
    root: PathBuf,
    /// Where the files of packages are.
    paths: BTreeMap<FileId, PathBuf>,
    ids: BTreeMap<PathBuf, Result<FileId, PackageProblem>>,
    /// package.json by folder.
    manifests: BTreeMap<PathBuf, Option<PackageJson>>,
}

impl Linker<'_> {
    /// The files that `file` may import.
    fn targets(&mut self, file: FileId) -> Vec<FileId> {
        if self.source.files[file].path.ends_with(".json") {
            return Vec::new();
        }
        let is_package = self.source.packages.files.contains_key(&file);
        let mut targets = Vec::new();
        for (specifier, kind) in specifiers(&self.source.files[file].text) {
            let is_relative = specifier.starts_with('.') || specifier.starts_with('/');
            if !is_package {
                let own = if is_relative {
                    self.source.resolve(file, &specifier).ok()
                } else {
                    self.source.mapped(file, &specifier)
                };
                if own.is_some() || is_relative {
                    targets.extend(own);
                    continue;
                }
            }
            let resolved = if is_relative {
                let from = self.folder_of(file);
                Some(self.relative(&from, &specifier))
            } else {
                self.package(file, &specifier, kind)
            };
            if let Some(resolved) = resolved {
                targets.extend(resolved.clone().ok());
                self.source.packages.resolved.insert((file, specifier, kind), resolved);
            }
        }
        targets
    }

    /// The folder that a file stands in.
    fn folder_of(&self, file: FileId) -> PathBuf {
        let path = self.paths.get(&file).cloned().unwrap_or_else(|| self.root.join(&self.source.files[file].path));
        path.parent().map_or_else(|| self.root.clone(), Path::to_owned)
    }

    /// `./sibling` in a package.
    fn relative(&mut self, from: &Path, specifier: &str) -> Result<FileId, PackageProblem> {
        let path = normal(&from.join(specifier));
        let no_such_file = PackageProblem::NoSuchFile { package: self.shown(from) };
        match self.as_file_or_folder(&path) {
            Some(found) => self.read(&found),
            None => Err(no_such_file),
        }
    }

    /// A package by name. `None`: there is none of this name.
    fn package(&mut self, file: FileId, specifier: &str, kind: ImportKind) -> Option<Result<FileId, PackageProblem>> {
        let (name, subpath) = split(specifier)?;
        let from = self.folder_of(file);
        let folder =
            from.ancestors().map(|folder| folder.join("node_modules").join(name)).find(|folder| folder.is_dir())?;
        let manifest = self.manifest(&folder);
        let package = self.shown(&folder);
        if let Some(exports) = manifest.as_ref().filter(|manifest| manifest.has_exports()) {
            let subpath = if subpath.is_empty() { ".".to_owned() } else { format!("./{subpath}") };
            return Some(match exports.exported(&subpath, kind) {
                Some(target) => {
                    let path = normal(&folder.join(&target));
                    if path.is_file() { self.read(&path) } else { Err(PackageProblem::NoSuchFile { package }) }
                }
                None => Err(PackageProblem::NotExported { package, subpath }),
            });
        }
        let found = if subpath.is_empty() {
            self.entry(&folder, kind)
        } else {
            self.as_file_or_folder(&normal(&folder.join(subpath)))
        };
        Some(match found {
            Some(path) => self.read(&path),
            None => Err(PackageProblem::NoSuchFile { package }),
        })
    }

    fn manifest(&mut self, folder: &Path) -> Option<PackageJson> {
        let known = self.manifests.entry(folder.to_owned());
        known
            .or_insert_with(|| {
                fs::read_to_string(folder.join("package.json")).ok().and_then(|text| PackageJson::read(&text))
            })
            .clone()
    }

    /// The main file of a package or folder.
    fn entry(&mut self, folder: &Path, kind: ImportKind) -> Option<PathBuf> {
        let manifest = self.manifest(folder);
        let main = manifest.as_ref().and_then(|manifest| manifest.entry(kind));
        main.and_then(|main| as_file(&normal(&folder.join(&main))).or_else(|| index(&normal(&folder.join(&main)))))
            .or_else(|| index(folder))
    }

    fn as_file_or_folder(&mut self, path: &Path) -> Option<PathBuf> {
        as_file(path).or_else(|| path.is_dir().then(|| self.entry(path, ImportKind::Require)).flatten())
    }

    /// Takes in a file, once.
    fn read(&mut self, path: &Path) -> Result<FileId, PackageProblem> {
        let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if let Some(known) = self.ids.get(&real) {
            return known.clone();
        }
        let shown = self.shown(path);
        let is_code = path
            .extension()
            .and_then(|extension| extension.to_str())
            .is_none_or(|it| matches!(it, "js" | "cjs" | "mjs" | "json"));
        let read = match read_text(&real) {
            _ if !is_code => Err(PackageProblem::NotCode { path: shown }),
            Ok(Ok(text)) => {
                let id = self.source.files.push(SourceFile::new(shown.clone(), text));
                let package = shown.rsplit_once("node_modules/").map_or(shown.as_str(), |(_, path)| path);
                let name = split(package).map_or(package, |(name, _)| name);
                self.source.packages.files.insert(id, name.to_owned());
                self.paths.insert(id, real.clone());
                Ok(id)
            }
            Ok(Err(why)) => Err(PackageProblem::Unusable { path: shown, why }),
            Err(error) => {
                Err(PackageProblem::Unusable { path: shown, why: Unusable::Unreadable(super::tree::reason(&error)) })
            }
        };
        self.ids.insert(real, read.clone());
        read
    }

    /// A path as diagnostics and generated code show it: from the first `node_modules`, wherever that folder is.
    fn shown(&self, path: &Path) -> String {
        let within = path.strip_prefix(&self.root).unwrap_or(path);
        let parts: Vec<_> = within.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
        let first = parts.iter().position(|part| part == "node_modules").unwrap_or(0);
        parts[first..].join("/")
    }
}

/// `@scope/name/sub/path` → `@scope/name`, `sub/path`.
fn split(specifier: &str) -> Option<(&str, &str)> {
    let first = specifier.find('/').unwrap_or(specifier.len());
    let end = if specifier.starts_with('@') {
        specifier.get(first + 1..)?.find('/').map_or(specifier.len(), |second| first + 1 + second)
    } else {
        first
    };
    let (name, rest) = specifier.split_at(end);
    let is_name = !name.is_empty() && !name.starts_with(['.', '#']) && !name.contains(['\\', ':', '%']);
    is_name.then(|| (name, rest.trim_start_matches('/')))
}

fn as_file(path: &Path) -> Option<PathBuf> {
    ["", ".js", ".json", ".cjs", ".mjs"]
        .iter()
        .map(|suffix| PathBuf::from(format!("{}{suffix}", path.display())))
        .find(|path| path.is_file())
}

fn index(folder: &Path) -> Option<PathBuf> {
    ["index.js", "index.json"].iter().map(|name| folder.join(name)).find(|path| path.is_file())
}

/// Without `.` and `..`.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::CurDir => {}
            std::path::Component::ParentDir => drop(normal.pop()),
            other => normal.push(other),
        }
    }
    normal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_subpaths_are_told_apart() {
        assert_eq!(split("lodash.get"), Some(("lodash.get", "")));
        assert_eq!(split("lodash/get"), Some(("lodash", "get")));
        assert_eq!(split("@scope/name/a/b"), Some(("@scope/name", "a/b")));
        assert_eq!(split("@scope/name"), Some(("@scope/name", "")));
        assert_eq!(split("node:crypto"), None);
        assert_eq!(split("#internal"), None);
    }
}
