//! Local modules: from a specifier to a file of the folder.

use super::{PluginSource, Unusable};
use crate::base::{FileId, Span};
use crate::diag::{Diagnostic, closest, codes};

/// What may be added to a specifier, in this order.
const SUFFIXES: [&str; 6] = ["", ".ts", ".js", ".json", "/index.ts", "/index.js"];

/// Why a local module cannot be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unresolved {
    /// No file of the folder fits.
    NotFound {
        /// A specifier that may have been meant.
        similar: Option<String>,
    },
    /// The path leaves the plugin folder.
    OutsideFolder,
    /// The file is there, but cannot be used.
    Unusable {
        /// Its path.
        path: String,
        /// Why.
        why: Unusable,
    },
}

impl Unresolved {
    /// The diagnostic for the import of `specifier` at `span`, which includes the quotes.
    #[must_use]
    pub fn diagnostic(&self, specifier: &str, span: Span) -> Diagnostic {
        match self {
            Self::NotFound { similar } => {
                let title = format!("there is no module `{specifier}` in the plugin folder");
                let diagnostic = Diagnostic::error(codes::LOCAL_MODULE_NOT_FOUND, title).primary(span, "not found");
                match similar {
                    Some(similar) => {
                        diagnostic.suggest(span, format!("\"{similar}\""), "a file of a similar name exists")
                    }
                    None => diagnostic
                        .note(format!("looked for `{specifier}` as it is and with {} added", SUFFIXES[1..].join(", "))),
                }
            }
            Self::OutsideFolder => {
                Diagnostic::error(codes::PATH_OUTSIDE_FOLDER, format!("`{specifier}` leaves the plugin folder"))
                    .primary(span, "outside")
                    .help("copy the module into the plugin folder")
            }
            Self::Unusable { path, why } => why.diagnostic(path).primary(span, "imported here"),
        }
    }
}

/// Joins a `/`-separated path to a folder of the plugin; `None` when the result leaves it.
pub(super) fn join(folder: &str, path: &str) -> Option<String> {
    if path.starts_with('/') {
        return None;
    }
    let mut segments: Vec<&str> = folder.split('/').filter(|segment| !segment.is_empty()).collect();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => drop(segments.pop()?),
            name => segments.push(name),
        }
    }
    Some(segments.join("/"))
}

impl PluginSource {
    /// The file that `from` means by the relative specifier `./lib`: that path itself, or with `.ts`, `.js`, `.json`,
    /// `/index.ts` or `/index.js` added; `./lib.js` also finds `lib.ts`, as TypeScript has it.
    ///
    /// # Errors
    /// When there is none, or it must not be used.
    pub fn resolve(&self, from: FileId, specifier: &str) -> Result<FileId, Unresolved> {
        let folder = parent(&self.files[from].path);
        let path = join(folder, specifier).ok_or(Unresolved::OutsideFolder)?;
        let as_typescript = path.strip_suffix(".js").map(|stem| format!("{stem}.ts"));
        let names_folder = path.is_empty() || specifier.ends_with(['/', '.']);
        let candidates = suffixed(&path, names_folder).chain(as_typescript);
        for candidate in candidates {
            if let Some(file) = self.find(&candidate) {
                return Ok(file);
            }
            if let Some(why) = self.unusable.get(&candidate) {
                return Err(Unresolved::Unusable { path: candidate, why: why.clone() });
            }
        }
        // A symbolic link to a folder, somewhere on the way.
        for (end, _) in path.match_indices('/') {
            if let Some(why) = self.unusable.get(&path[..end]) {
                return Err(Unresolved::Unusable { path: path[..end].to_owned(), why: why.clone() });
            }
        }
        Err(Unresolved::NotFound { similar: self.similar(folder, &path) })
    }

    /// The file that `from`, one of the plugin's own, means by a specifier that is not relative, as tsconfig.json says.
    #[must_use]
    pub fn mapped(&self, from: FileId, specifier: &str) -> Option<FileId> {
        if self.package_of(from).is_some() {
            return None;
        }
        let candidates = self.tsconfig.candidates(specifier);
        candidates.iter().find_map(|path| suffixed(path, false).find_map(|path| self.find(&path)))
    }

    /// The specifier, seen from `folder`, of the file whose path is closest to `path`.
    fn similar(&self, folder: &str, path: &str) -> Option<String> {
        let stems =
            self.files.iter().map(|(_, file)| file.path.as_str()).filter(|path| *path != "plugin.json").map(stem);
        let similar = closest(stem(path), stems)?;
        let from: Vec<_> = folder.split('/').filter(|segment| !segment.is_empty()).collect();
        let to: Vec<_> = similar.split('/').collect();
        let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
        let up = "../".repeat(from.len() - common);
        Some(format!("{}{}", if up.is_empty() { "./" } else { &up }, to[common..].join("/")))
    }
}

/// The paths to try for `path`.
fn suffixed(path: &str, names_folder: bool) -> impl Iterator<Item = String> + use<'_> {
    SUFFIXES
        .iter()
        .filter(move |suffix| !names_folder || suffix.starts_with('/'))
        .map(move |suffix| format!("{path}{suffix}").trim_start_matches('/').to_owned())
}

/// The folder of a path, empty for the plugin folder itself.
fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The path without the extension that a specifier can leave out.
fn stem(path: &str) -> &str {
    [".ts", ".js"].iter().find_map(|suffix| path.strip_suffix(suffix)).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Reporter;
    use crate::load::{Tree, assemble};

    fn source() -> PluginSource {
        let texts = ["index.js", "lib.js", "lib.ts", "data.json", "rules/index.ts", "rules/deep/a.ts", "x.mjs"];
        let tree = Tree::from_texts(texts.map(|path| (path, "1")));
        assemble("p", tree, &mut Reporter::new()).expect("a plugin")
    }

    #[test]
    fn specifiers_find_files_in_the_documented_order() {
        let source = source();
        let find = |from: &str, specifier: &str| {
            let from = source.find(from).expect("a file");
            source.resolve(from, specifier).map(|file| source.files[file].path.as_str())
        };
        assert_eq!(find("index.js", "./lib"), Ok("lib.ts"));
        assert_eq!(find("index.js", "./lib.js"), Ok("lib.js"));
        assert_eq!(find("index.js", "./data"), Ok("data.json"));
        assert_eq!(find("index.js", "./rules"), Ok("rules/index.ts"));
        assert_eq!(find("index.js", "./rules/"), Ok("rules/index.ts"));
        assert_eq!(find("index.js", "./rules/deep/a.js"), Ok("rules/deep/a.ts"));
        assert_eq!(find("index.js", "./x.mjs"), Ok("x.mjs"));
        assert_eq!(find("rules/deep/a.ts", "../.."), Ok("index.js"));
        assert_eq!(find("rules/deep/a.ts", "../../../p/lib"), Err(Unresolved::OutsideFolder));
        assert_eq!(find("index.js", "/lib"), Err(Unresolved::OutsideFolder));
    }

    #[test]
    fn near_misses_are_suggested_from_where_they_are_imported() {
        let source = source();
        let similar = |from: &str, specifier: &str| match source.resolve(source.find(from).expect("a file"), specifier)
        {
            Err(Unresolved::NotFound { similar }) => similar,
            other => panic!("{other:?}"),
        };
        assert_eq!(similar("index.js", "./libb").as_deref(), Some("./lib"));
        assert_eq!(similar("rules/index.ts", "./deap/a").as_deref(), Some("./deep/a"));
        assert_eq!(similar("rules/deep/a.ts", "../../dara.json").as_deref(), Some("../../data.json"));
        assert_eq!(similar("index.js", "./nothing-like-it"), None);
    }
}
