//! `baseUrl` and `paths` of tsconfig.json: specifiers of files that are not relative.

use super::package_json::member;
use super::resolve::join;
use super::{Json, JsonKind, Tree};
use crate::base::{FileId, SourceFile};
use crate::diag::Reporter;

/// What tsconfig.json says about specifiers.
#[derive(Clone, Debug, Default)]
pub(super) struct TsConfig {
    /// The folder of `baseUrl`, relative to the plugin folder.
    base: Option<String>,
    /// Patterns, each with the paths to try, relative to the plugin folder.
    paths: Vec<(String, Vec<String>)>,
}

impl TsConfig {
    /// Reads tsconfig.json of the folder and what it extends. What cannot be read says nothing.
    pub fn read(tree: &Tree) -> Self {
        let mut config = Self::default();
        config.add(tree, "tsconfig.json", 0);
        config
    }

    fn add(&mut self, tree: &Tree, path: &str, depth: usize) {
        let Some(Ok(text)) = tree.entries.get(path) else { return };
        let source = SourceFile::new(path, plain_json(text));
        let Some(json) = super::json::parse(FileId(0), &source, &mut Reporter::new()) else { return };
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        if let Some(extends) = member(&json, "extends").filter(|_| depth < 16) {
            for base in texts(extends) {
                if let Some(base) = join(folder, &base).filter(|_| base.starts_with('.')) {
                    let base = if base.ends_with(".json") { base } else { format!("{base}.json") };
                    self.add(tree, &base, depth + 1);
                }
            }
        }
        let Some(options) = member(&json, "compilerOptions") else { return };
        if let Some(base) = member(options, "baseUrl").and_then(Json::as_str) {
            self.base = join(folder, base);
        }
        if let Some(JsonKind::Object(members)) = member(options, "paths").map(|paths| &paths.kind) {
            let base = self.base.clone().unwrap_or_else(|| folder.to_owned());
            let paths = members.iter().filter_map(|member| {
                let targets = texts(&member.value).iter().filter_map(|target| join(&base, target)).collect();
                Some((member.key.as_str()?.to_owned(), targets))
            });
            self.paths = paths.collect();
        }
    }

    /// Paths, relative to the plugin folder and without extension, that a specifier may mean.
    pub fn candidates(&self, specifier: &str) -> Vec<String> {
        let exact = self.paths.iter().find(|(pattern, _)| pattern == specifier);
        let pattern = || {
            self.paths
                .iter()
                .filter_map(|(pattern, targets)| {
                    let (before, after) = pattern.split_once('*')?;
                    let fits = specifier.len() >= before.len() + after.len();
                    let middle = specifier.strip_prefix(before)?.strip_suffix(after).filter(|_| fits)?;
                    Some((before.len(), middle, targets))
                })
                .max_by_key(|(length, _, _)| *length)
        };
        let mapped = match exact {
            Some((_, targets)) => targets.clone(),
            None => pattern().map_or_else(Vec::new, |(_, middle, targets)| {
                targets.iter().map(|target| target.replace('*', middle)).collect()
            }),
        };
        mapped.into_iter().chain(self.base.as_ref().and_then(|base| join(base, specifier))).collect()
    }
}

fn texts(json: &Json) -> Vec<String> {
    match &json.kind {
        JsonKind::String(text) => text.as_str().map(str::to_owned).into_iter().collect(),
        JsonKind::Array(items) => items.iter().flat_map(texts).collect(),
        JsonKind::Null | JsonKind::Bool(_) | JsonKind::Number(_) | JsonKind::Object(_) => Vec::new(),
    }
}

/// The text with blanks for comments and trailing commas, which tsconfig.json may have and JSON may not.
fn plain_json(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut comma: Option<usize> = None;
    while let Some(c) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if c == '"' {
            let mut escaped = false;
            let end = rest[1..].find(|c| {
                let ends = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                ends
            });
            let end = end.map_or(rest.len(), |end| end + 2);
            comma = None;
            plain.push_str(&rest[..end]);
            rest = &rest[end..];
            continue;
        } else {
            match c {
                ',' => comma = Some(plain.len()),
                '}' | ']' => {
                    if let Some(comma) = comma.take() {
                        plain.replace_range(comma..=comma, " ");
                    }
                }
                c if c.is_whitespace() => {}
                _ => comma = None,
            }
            plain.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        };
        rest = &rest[length..];
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_and_base_are_candidates() {
        let tree = Tree::from_texts([
            (
                "tsconfig.json",
                "{ /* a */ \"extends\": \"./base\", \"compilerOptions\": { \"baseUrl\": \"src\", // b\n },}",
            ),
            (
                "base.json",
                "{ \"compilerOptions\": { \"baseUrl\": \".\", \"paths\": { \"@/*\": [\"src/*\", \"lib/*\",], \"x\": [\"y//z\"] } } }",
            ),
        ]);
        let config = TsConfig::read(&tree);
        assert_eq!(config.candidates("@/a/b"), ["src/a/b", "lib/a/b", "src/@/a/b"]);
        assert_eq!(config.candidates("x"), ["y/z", "src/x"]);
        assert_eq!(config.candidates("rules"), ["src/rules"]);
    }
}
