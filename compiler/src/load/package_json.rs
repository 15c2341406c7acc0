//! What of a package.json decides which file a specifier means.

use super::{ImportKind, Json, JsonKind};
use crate::base::{FileId, SourceFile};
use crate::diag::Reporter;

/// A package.json.
#[derive(Clone, Debug)]
pub(super) struct PackageJson {
    json: Json,
}

impl PackageJson {
    /// Reads the text; `None` where it is no JSON.
    pub fn read(text: &str) -> Option<Self> {
        let source = SourceFile::new("package.json", text.strip_prefix('\u{feff}').unwrap_or(text));
        super::json::parse(FileId(0), &source, &mut Reporter::new()).map(|json| Self { json })
    }

    /// There are `exports`: nothing else can be imported.
    pub fn has_exports(&self) -> bool {
        member(&self.json, "exports").is_some_and(|exports| !exports.is_null())
    }

    /// The main file where there are no `exports`.
    pub fn entry(&self, kind: ImportKind) -> Option<String> {
        let text = |name| member(&self.json, name).and_then(Json::as_str).map(str::to_owned);
        match kind {
            ImportKind::Import => text("module").or_else(|| text("main")),
            ImportKind::Require => text("main"),
        }
    }

    /// What `exports` has for `.` or `./sub/path`: `PACKAGE_EXPORTS_RESOLVE`.
    pub fn exported(&self, subpath: &str, kind: ImportKind) -> Option<String> {
        let exports = member(&self.json, "exports")?;
        let paths: Vec<(&str, &Json)> = match &exports.kind {
            JsonKind::Object(members) if members.iter().any(|member| starts_with_dot(member.key.as_str())) => {
                members.iter().filter_map(|member| Some((member.key.as_str()?, &member.value))).collect()
            }
            _ => vec![(".", exports)],
        };
        if let Some((_, value)) = paths.iter().find(|(path, _)| *path == subpath && !path.contains('*')) {
            return target(value, "", kind);
        }
        // The pattern with the longest part before the star is the most specific one.
        let best = paths
            .iter()
            .filter_map(|(path, value)| {
                let (before, after) = path.split_once('*')?;
                let middle = subpath.strip_prefix(before)?.strip_suffix(after)?;
                (!middle.is_empty()).then_some((before.len(), path.len(), middle, *value))
            })
            .max_by_key(|(before, length, _, _)| (*before, *length))?;
        target(best.3, best.2, kind)
    }
}

/// The file that a target means; `*` in it stands for `middle`.
fn target(value: &Json, middle: &str, kind: ImportKind) -> Option<String> {
    match &value.kind {
        JsonKind::String(path) => {
            path.as_str().filter(|path| path.starts_with("./")).map(|path| path.replace('*', middle))
        }
        JsonKind::Array(items) => items.iter().find_map(|item| target(item, middle, kind)),
        JsonKind::Object(members) => members
            .iter()
            .filter(|member| member.key.as_str().is_some_and(|condition| holds(condition, kind)))
            .find_map(|member| target(&member.value, middle, kind)),
        JsonKind::Null | JsonKind::Bool(_) | JsonKind::Number(_) => None,
    }
}

/// Whether a condition of `exports` holds.
fn holds(condition: &str, kind: ImportKind) -> bool {
    match kind {
        ImportKind::Import => matches!(condition, "import" | "module" | "node" | "default"),
        ImportKind::Require => matches!(condition, "require" | "node" | "default"),
    }
}

fn starts_with_dot(key: Option<&str>) -> bool {
    key.is_some_and(|key| key.starts_with('.'))
}

/// The last member of this name.
pub(super) fn member<'j>(json: &'j Json, name: &str) -> Option<&'j Json> {
    match &json.kind {
        JsonKind::Object(members) => {
            members.iter().rev().find(|member| member.key.as_str() == Some(name)).map(|member| &member.value)
        }
        JsonKind::Null | JsonKind::Bool(_) | JsonKind::Number(_) | JsonKind::String(_) | JsonKind::Array(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exported(text: &str, subpath: &str, kind: ImportKind) -> Option<String> {
        PackageJson::read(text).expect("JSON").exported(subpath, kind)
    }

    #[test]
    fn exports_are_resolved_as_node_does() {
        use ImportKind::{Import, Require};
        let text = r#"{ "exports": { ".": { "import": "./m.js", "default": "./c.js" }, "./lib/*": "./src/*.js", "./lib/a/*": ["./a/*.js"], "./no": null } }"#;
        let get = |subpath, kind| exported(text, subpath, kind);
        assert_eq!(get(".", Import).as_deref(), Some("./m.js"));
        assert_eq!(get(".", Require).as_deref(), Some("./c.js"));
        assert_eq!(get("./lib/x", Require).as_deref(), Some("./src/x.js"));
        assert_eq!(get("./lib/a/x", Require).as_deref(), Some("./a/x.js"));
        assert_eq!(get("./no", Require), None);
        assert_eq!(get("./other", Require), None);
        assert_eq!(exported(r#"{ "exports": "./x.js" }"#, ".", Require).as_deref(), Some("./x.js"));
        assert_eq!(exported(r#"{ "exports": { "import": "./x.js" } }"#, ".", Require), None);
    }
}
