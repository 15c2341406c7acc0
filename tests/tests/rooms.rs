//! Who imports whom: every `use` and every dependency is held against the table at the end of `ARCHITECTURE.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use prickle_tests::folder::repository;

/// A row of the table.
#[derive(Debug, Default)]
struct Room {
    rooms: BTreeSet<String>,
    packages: BTreeSet<String>,
}

/// The table, by path of the room.
fn table() -> BTreeMap<String, Room> {
    let text = fs::read_to_string(repository().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let (_, section) = text.split_once("## Rooms").expect("ARCHITECTURE.md has a section on rooms");
    let names = |cell: &str| {
        let names = cell.split(',').map(|name| name.trim().trim_matches('`').to_owned());
        names.filter(|name| !name.is_empty()).collect::<BTreeSet<_>>()
    };
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    rows.map(|line| {
        let cells: Vec<_> = line.trim_matches('|').split('|').collect();
        let [room, rooms, packages] = cells.as_slice() else { panic!("three cells: {line}") };
        (room.trim().trim_matches('`').to_owned(), Room { rooms: names(rooms), packages: names(packages) })
    })
    .collect()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// The code of a file, without comments and without tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a source file");
    let text = text.split("#[cfg(test)]\nmod tests").next().expect("a first part");
    text.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| [line, "\n"]).collect()
}

/// The names that follow `crate::` anywhere in the code.
fn own_paths(code: &str) -> BTreeSet<String> {
    let identifier = |rest: &str| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().map(str::to_owned);
    code.match_indices("crate::").filter_map(|(at, prefix)| identifier(&code[at + prefix.len()..])).collect()
}

/// The first names of `use` items at the margin.
fn used_packages(code: &str) -> BTreeSet<String> {
    let items = code.lines().filter_map(|line| {
        let line = line.strip_prefix("pub ").or(line.strip_prefix("pub(crate) ")).unwrap_or(line);
        line.strip_prefix("use ")
    });
    items.filter_map(|item| item.split([':', ';', ' ']).next()).map(str::to_owned).collect()
}

/// The dependencies of a package, as its manifest names them.
fn dependencies(manifest: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(manifest).unwrap_or_else(|error| panic!("{}: {error}", manifest.display()));
    let table: toml::Table = text.parse().expect("a manifest is TOML");
    table
        .get("dependencies")
        .and_then(toml::Value::as_table)
        .into_iter()
        .flatten()
        .map(|(name, _)| name.clone())
        .collect()
}

#[test]
fn rooms_of_the_compiler_use_what_the_table_names() {
    let table = table();
    let source = repository().join("compiler/src");
    let rooms: BTreeSet<_> = prickle_tests::folder::subfolders(&source).into_iter().collect();
    let packages = dependencies(&repository().join("compiler/Cargo.toml"));
    let mut wrong = Vec::new();
    for room in &rooms {
        let Some(row) = table.get(&format!("compiler/src/{room}")) else {
            wrong.push(format!("the room {room} is not in the table"));
            continue;
        };
        for file in rust_files(&source.join(room)) {
            let code = code(&file);
            let shown = file.strip_prefix(&source).expect("below the source").display().to_string();
            for other in own_paths(&code) {
                let is_room = rooms.contains(&other) || other == "pipeline";
                if is_room && other != *room && !row.rooms.contains(&other) {
                    wrong.push(format!("{shown} uses {other}"));
                }
            }
            for package in &packages {
                if used_packages(&code).contains(&package.replace('-', "_")) && !row.packages.contains(package) {
                    wrong.push(format!("{shown} uses {package}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "not in the table of ARCHITECTURE.md:\n{}", wrong.join("\n"));
}

#[test]
fn crates_depend_on_what_the_table_names() {
    let mut wrong = Vec::new();
    for (room, row) in table() {
        if !room.starts_with("runtime") {
            continue;
        }
        for package in dependencies(&repository().join(&room).join("Cargo.toml")) {
            if !row.packages.contains(&package) {
                wrong.push(format!("{room} depends on {package}"));
            }
        }
    }
    assert!(wrong.is_empty(), "not in the table of ARCHITECTURE.md:\n{}", wrong.join("\n"));
}

#[test]
fn the_table_has_nothing_that_is_not_there() {
    let root = repository();
    for (room, row) in table() {
        assert!(root.join(&room).exists(), "there is no {room}");
        for other in &row.rooms {
            assert!(root.join("compiler/src").join(other).exists() || other == "pipeline", "there is no room {other}");
        }
    }
}

#[test]
fn generated_crates_import_the_prelude_only() {
    let root = repository().join("generated");
    for file in rust_files(&root) {
        for package in used_packages(&code(&file)) {
            let is_allowed = ["prickle_runtime", "crate", "super", "self"].contains(&package.as_str());
            assert!(is_allowed, "{} uses {package}", file.display());
        }
    }
    for crate_name in fs::read_dir(&root).into_iter().flatten() {
        let folder = crate_name.expect("an entry").path();
        if folder.is_dir() {
            let found = dependencies(&folder.join("Cargo.toml"));
            assert_eq!(found, BTreeSet::from(["prickle-runtime".to_owned()]), "{}", folder.display());
        }
    }
}

#[test]
fn code_is_read_without_comments_and_tests() {
    let text = "use crate::ir::Expr;\n// use crate::load::X;\npub use swc_common::Span;\nfn f() { crate::base::g() }\n";
    assert_eq!(own_paths(text), BTreeSet::from(["base".into(), "ir".into(), "load".into()]));
    assert_eq!(used_packages(text), BTreeSet::from(["crate".into(), "swc_common".into()]));
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), format!("{text}#[cfg(test)]\nmod tests {{ use crate::cli; }}\n")).unwrap();
    assert_eq!(own_paths(&code(file.path())), BTreeSet::from(["base".into(), "ir".into()]));
}
