//! Accepted plugins: `tests/emit/<feature>/<case>/` holds `index.js` and `expected.rs`, the `src/lib.rs` that the compiler must
//! write for it, exactly. `BLESS=1` rewrites the expectations. All of them together must pass clippy without a warning.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use libtest_mimic::{Arguments, Failed, Trial};
use prickle_compiler::diag::{Sources, render};
use prickle_compiler::emit::EmittedCrate;
use prickle_compiler::load::Definitions;
use prickle_compiler::pipeline;
use prickle_tests::folder::{repository, subfolders, write_if_changed};
use similar::TextDiff;

/// A case is for reading.
const LINES: usize = 60;

fn main() {
    let arguments = Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("emit");
    let mut cases = Vec::new();
    for feature in subfolders(&root) {
        for case in subfolders(&root.join(&feature)) {
            cases.push(format!("{feature}/{case}"));
        }
    }
    let all = cases.clone();
    let mut trials: Vec<Trial> = cases
        .into_iter()
        .map(|case| {
            let folder = root.join(&case);
            Trial::test(case.clone(), move || expect(&case, &folder))
        })
        .collect();
    trials.push(Trial::test("all_pass_clippy", move || clippy(&all, &root)));
    libtest_mimic::run(&arguments, trials).exit();
}

fn compile(case: &str, folder: &Path) -> Result<EmittedCrate, Failed> {
    match pipeline::compile(folder, &Definitions::default()) {
        Ok(compiled) => Ok(compiled.emitted),
        Err(refused) => {
            let sources = Sources { prefix: "", files: &refused.files };
            let shown: Vec<_> = refused.diagnostics.iter().map(|one| render(one, sources, false)).collect();
            Err(format!("{case} is refused\n{}", shown.join("\n")).into())
        }
    }
}

fn expect(case: &str, folder: &Path) -> Result<(), Failed> {
    let source = fs::read_to_string(folder.join("index.js"))?;
    if source.lines().count() > LINES {
        return Err(format!("{case} has more than {LINES} lines").into());
    }
    let emitted = compile(case, folder)?;
    let text = emitted.files.iter().find(|(path, _)| path == "src/lib.rs").map_or("", |(_, text)| text);
    let path = folder.join("expected.rs");
    if std::env::var_os("BLESS").is_some() {
        return Ok(fs::write(path, text)?);
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    if expected == text {
        return Ok(());
    }
    let diff = TextDiff::from_lines(&expected, text);
    Err(format!("{}", diff.unified_diff().header("expected.rs", "emitted")).into())
}

/// One workspace of all the crates, in the target folder.
fn clippy(cases: &[String], root: &Path) -> Result<(), Failed> {
    let workspace = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("emit");
    let mut members = Vec::new();
    for case in cases {
        let emitted = compile(case, &root.join(case))?;
        let member = case.replace('/', "-");
        for (path, text) in &emitted.files {
            // Cases of different features may have one name.
            let text = text.replace(&format!("name = \"{}\"", emitted.name), &format!("name = \"{member}\""));
            write_if_changed(&workspace.join(&member).join(path), &text)?;
        }
        members.push(format!("\"{member}\""));
    }
    let runtime = repository().join("runtime");
    let manifest = format!(
        "[workspace]\nresolver = \"3\"\nmembers = [{}]\n\n[patch.crates-io]\nprickle-runtime = {{ path = {:?} }}\n",
        members.join(", "),
        runtime.display().to_string(),
    );
    write_if_changed(&workspace.join("Cargo.toml"), &manifest)?;
    fs::copy(repository().join("Cargo.lock"), workspace.join("Cargo.lock"))?;
    let output = Command::new(env!("CARGO"))
        .args(["clippy", "--offline", "--quiet", "--", "-D", "warnings"])
        .current_dir(&workspace)
        .env("CARGO_TARGET_DIR", workspace.join("target"))
        .output()?;
    if output.status.success() {
        return Ok(());
    }
    Err(String::from_utf8_lossy(&output.stderr).into_owned().into())
}
