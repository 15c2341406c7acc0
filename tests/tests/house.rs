//! Rules of the house that no compiler checks: short files, and a committed `generated/` that is what the compiler writes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use prickle_compiler::diag::{Sources, render};
use prickle_compiler::load::Definitions;
use prickle_compiler::pipeline;
use prickle_tests::folder::{repository, subfolders};
use similar::TextDiff;

/// Longer than this is a design question.
const LINES: usize = 500;

/// Files that are longer, and why that is right.
const LONG_FILES: [(&str, &str); 0] = [];

/// Folders without source of ours.
const SKIPPED: [&str; 6] = [".git", "target", "generated", "node_modules", "ui", "data"];

fn long_files(folder: &Path, found: &mut Vec<(String, usize)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.is_dir() {
            if !SKIPPED.contains(&name.as_str()) {
                long_files(&path, found);
            }
        } else if [".rs", ".mjs", ".js", ".ts"].iter().any(|end| name.ends_with(end)) {
            let lines = fs::read_to_string(&path).map(|text| text.lines().count()).unwrap_or(0);
            if lines > LINES {
                let shown =
                    path.strip_prefix(repository()).expect("below the root").to_string_lossy().replace('\\', "/");
                found.push((shown, lines));
            }
        }
    }
}

#[test]
fn files_are_short() {
    let mut found = Vec::new();
    long_files(&repository(), &mut found);
    let unexplained: Vec<_> =
        found.iter().filter(|(path, _)| LONG_FILES.iter().all(|(explained, _)| explained != path)).collect();
    assert!(unexplained.is_empty(), "longer than {LINES} lines, and not in LONG_FILES: {unexplained:?}");
    for (path, why) in LONG_FILES {
        assert!(found.iter().any(|(long, _)| long == path), "{path} is short again; remove it from LONG_FILES ({why})");
    }
}

#[test]
fn unsafe_code_stands_in_the_heap_only() {
    for library in ["compiler", "runtime", "runtime/io", "runtime/spec"] {
        let path = repository().join(library).join("src/lib.rs");
        let text = fs::read_to_string(path).expect("a library");
        assert!(text.contains("#![forbid(unsafe_code)]"), "{library} must forbid unsafe code");
    }
}

/// All files below a folder, by relative path.
fn texts(folder: &Path, below: &str, into: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        let name = format!("{below}{}", path.file_name().expect("a name").to_string_lossy());
        if path.is_dir() {
            texts(&path, &format!("{name}/"), into);
        } else {
            into.insert(name, fs::read_to_string(&path).expect("generated files are text"));
        }
    }
}

#[test]
fn generated_crates_are_fresh() {
    let root = repository();
    let mut stale = String::new();
    let plugins = subfolders(&root.join("plugins-src"));
    for plugin in &plugins {
        let compiled = match pipeline::compile(&root.join("plugins-src").join(plugin), &Definitions::default()) {
            Ok(compiled) => compiled,
            Err(refused) => {
                let sources = Sources { prefix: "", files: &refused.files };
                let shown: Vec<_> = refused.diagnostics.iter().map(|one| render(one, sources, false)).collect();
                stale += &format!("{plugin} is refused:\n{}\n", shown.join("\n"));
                continue;
            }
        };
        let mut committed = BTreeMap::new();
        texts(&root.join("generated").join(plugin), "", &mut committed);
        let fresh: BTreeMap<_, _> = compiled.emitted.files.into_iter().collect();
        for (path, text) in &fresh {
            let old = committed.remove(path).unwrap_or_default();
            if old != *text {
                let diff = TextDiff::from_lines(&old, text).unified_diff().header("committed", "fresh").to_string();
                stale += &format!("generated/{plugin}/{path}\n{diff}\n");
            }
        }
        for path in committed.keys() {
            stale += &format!("generated/{plugin}/{path} is written no more\n");
        }
    }
    for folder in subfolders(&root.join("generated")) {
        if !plugins.contains(&folder) {
            stale += &format!("generated/{folder} has no plugin\n");
        }
    }
    assert!(stale.is_empty(), "`prickle build plugins-src --out generated` renews them\n{stale}");
}

#[test]
fn the_readme_shows_what_the_compiler_writes() {
    let root = repository();
    let read = |path: &str| fs::read_to_string(root.join(path)).expect("it is there");
    let readme = read("README.md");
    let emitted = read("generated/hello-world/src/lib.rs");
    let functions = emitted.find("\n/// Runs once").map_or("", |at| emitted[at..].trim());
    for (path, text) in [
        ("plugins-src/hello-world/index.js", read("plugins-src/hello-world/index.js").trim()),
        ("generated", functions),
    ] {
        assert!(!text.is_empty() && readme.contains(text), "README.md does not show {path} as it is");
    }
}
