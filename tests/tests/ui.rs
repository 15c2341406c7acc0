//! Rejected plugins: `tests/ui/<area>/<case>/` holds a plugin folder (or a pipeline file) and `expected.stderr`, which
//! must be what `prickle check` (or `prickle run`) prints, exactly. `BLESS=1` rewrites the expectations.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use libtest_mimic::{Arguments, Failed, Trial};
use prickle_compiler::base::{FileId, IndexVec, SourceFile};
use prickle_compiler::cli::pipeline_file;
use prickle_compiler::diag::{Diagnostic, Sources, codes, render};
use prickle_compiler::load::Definitions;
use prickle_compiler::pipeline;
use similar::TextDiff;

/// Codes that no folder alone can cause: the tests of the commands have them, and those of the rooms they come from.
const TESTED_ELSEWHERE: [&str; 5] =
    ["PLUGIN_FOLDER_NOT_FOUND", "CRATE_NAME_TAKEN", "GENERATED_CODE_REJECTED", "COMPILER_PANICKED", "PARSER_FAILED"];

/// Inputs too large or too odd to be committed: the case's folder is copied and this file added.
type Generate = fn(&Path);

const GENERATED: &[(&str, Generate)] = &[
    ("load/file-too-large", |folder| write(folder, "index.js", "// padding\n".repeat(500_000).as_bytes())),
    ("load/imported-file-too-large", |folder| write(folder, "table.json", "[1] ".repeat(600_000).as_bytes())),
    ("load/not-utf8", |folder| write(folder, "index.js", b"export const name = 'caf\xe9'\n")),
    ("load/imported-not-utf8", |folder| write(folder, "lib.js", b"\xff\xfe")),
    ("load/manifest-not-utf8", |folder| write(folder, "plugin.json", b"{\n  \"name\": \"caf\xe9\"\n}\n")),
    ("load/symbolic-link", |folder| link("/etc/hostname", &folder.join("lib.js"))),
    ("load/symbolic-link-to-folder", |folder| link(".", &folder.join("lib"))),
    ("load/manifest-is-folder", |folder| fs::create_dir(folder.join("plugin.json")).expect("a new folder")),
    ("load/main-is-folder", |folder| fs::create_dir(folder.join("index.js")).expect("a new folder")),
    ("load/manifest-nested-too-deeply", |folder| {
        write(folder, "plugin.json", format!("{{\"config\": {}", "[".repeat(10_000)).as_bytes());
    }),
    ("parse/nested-brackets", |folder| {
        let source = format!("export const x = {}{}\n", "[".repeat(10_000), "]".repeat(10_000));
        write(folder, "index.js", source.as_bytes());
    }),
    ("parse/nested-parentheses", |folder| {
        let source = format!("export const x = {}1{}\n", "(".repeat(10_000), ")".repeat(10_000));
        write(folder, "index.js", source.as_bytes());
    }),
    ("parse/nested-blocks", |folder| {
        let source = format!("{}{}\n", "{".repeat(10_000), "}".repeat(10_000));
        write(folder, "index.js", source.as_bytes());
    }),
    ("parse/nested-functions", |folder| {
        let source = format!("export const f = {}1\n", "() => ".repeat(10_000));
        write(folder, "index.js", source.as_bytes());
    }),
];

fn main() {
    let arguments = Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui");
    let mut trials: Vec<_> = cases(&root)
        .into_iter()
        .map(|name| {
            let folder = root.join(&name);
            Trial::test(name.clone(), move || run(&name, &folder))
        })
        .collect();
    trials.push(Trial::test("every_code_has_a_case", move || every_code_has_a_case(&root)));
    libtest_mimic::run(&arguments, trials).exit();
}

/// All cases as `<area>/<case>`, sorted.
fn cases(root: &Path) -> Vec<String> {
    let mut names: Vec<_> = subfolders(root)
        .iter()
        .flat_map(|area| subfolders(area))
        .map(|case| case.strip_prefix(root).expect("below the root").display().to_string().replace('\\', "/"))
        .collect();
    names.sort();
    names
}

fn subfolders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.filter(|path| path.is_dir()).collect()
}

fn run(name: &str, folder: &Path) -> Result<(), Failed> {
    let temporary = tempfile::tempdir()?;
    // The folder's name is seen by the plugin, and its parent by paths that lead out.
    let copy = temporary.path().join(folder.file_name().ok_or("a case has a name")?);
    copy_folder(folder, &copy)?;
    if let Some((_, generate)) = GENERATED.iter().find(|(generated, _)| *generated == name) {
        generate(&copy);
    }
    let shown = diagnose(&copy);
    if shown.is_empty() {
        return Err("nothing was reported".into());
    }
    let expected_path = folder.join("expected.stderr");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&expected_path, &shown)?;
        return Ok(());
    }
    let expected = fs::read_to_string(&expected_path).unwrap_or_default();
    if shown != expected {
        let diff = TextDiff::from_lines(&expected, &shown).unified_diff().header("expected", "printed").to_string();
        return Err(format!("BLESS=1 rewrites the expectation\n{diff}").into());
    }
    Ok(())
}

/// What is printed about the plugin or the pipeline file in `folder`.
fn diagnose(folder: &Path) -> String {
    if folder.join("pipeline.toml").exists() {
        return match pipeline_file::read(&folder.join("pipeline.toml")) {
            Ok(_) => String::new(),
            Err(refused) => show(&refused.diagnostics, &refused.files),
        };
    }
    match pipeline::check(folder, &Definitions::default()) {
        Ok(checked) => show(&checked.warnings, &checked.source.files),
        Err(refused) => show(&refused.diagnostics, &refused.files),
    }
}

fn show(diagnostics: &[Diagnostic], files: &IndexVec<FileId, SourceFile>) -> String {
    let sources = Sources { prefix: "", files };
    let shown: Vec<_> = diagnostics.iter().map(|diagnostic| render(diagnostic, sources, false) + "\n").collect();
    shown.join("\n")
}

fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// A code without a case is a code that nobody has seen work.
fn every_code_has_a_case(root: &Path) -> Result<(), Failed> {
    let mut seen = BTreeSet::new();
    for case in cases(root) {
        let text = fs::read_to_string(root.join(case).join("expected.stderr"))?;
        seen.extend(codes::ALL.iter().filter(|row| text.contains(&format!("[{}]", row.code))).map(|row| row.code));
    }
    let unseen: Vec<_> = codes::ALL
        .iter()
        .filter(|row| !seen.contains(&row.code) && !TESTED_ELSEWHERE.contains(&row.identifier))
        .map(|row| format!("{} {}", row.code, row.identifier))
        .collect();
    if unseen.is_empty() { Ok(()) } else { Err(format!("no case below tests/ui shows {}", unseen.join(", ")).into()) }
}

fn write(folder: &Path, name: &str, bytes: &[u8]) {
    fs::write(folder.join(name), bytes).expect("a new file");
}

#[cfg(unix)]
fn link(target: &str, at: &Path) {
    std::os::unix::fs::symlink(target, at).expect("a new link");
}

#[cfg(not(unix))]
fn link(_: &str, at: &Path) {
    panic!("{} needs a system with symbolic links", at.display());
}
