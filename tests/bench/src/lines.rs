//! How long generated code is.

use std::fs;
use std::path::Path;

use crate::{Outcome, Row, here, repository};

/// How long the source of a plugin and its generated code are.
struct Lengths {
    plugin: String,
    source: usize,
    generated: usize,
}

/// Makes the row about the length of generated code. The crates were written when building was measured.
pub fn measure() -> Outcome<Vec<Row>> {
    Ok(vec![sum(&lengths(&here().join("target/workspaces/plugins/crates"))?)])
}

/// Makes a row for each plugin in `generated/`, and one for all.
pub fn measure_each() -> Outcome<Vec<Row>> {
    let lengths = lengths(&repository().join("generated"))?;
    let row = |of: &Lengths| Row { what: of.plugin.clone(), value: ratio(of.generated, of.source), goal: "" };
    Ok(lengths.iter().map(row).chain([sum(&lengths)]).collect())
}

fn sum(lengths: &[Lengths]) -> Row {
    let (generated, source) = (lengths.iter().map(|of| of.generated).sum(), lengths.iter().map(|of| of.source).sum());
    Row { what: "lines of Rust per line of plugin".into(), value: ratio(generated, source), goal: "at most 2.2" }
}

fn ratio(generated: usize, source: usize) -> String {
    format!("{:.2} ({generated} for {source})", generated as f64 / source as f64)
}

/// Counts the plugins of `plugins-src` and their crates in this folder, by name.
fn lengths(crates: &Path) -> Outcome<Vec<Lengths>> {
    let mut all = Vec::new();
    for entry in fs::read_dir(repository().join("plugins-src"))? {
        let folder = entry?.path();
        if folder.is_dir() {
            let name = folder.file_name().ok_or("a plugin has a name")?;
            all.push(Lengths {
                plugin: name.to_string_lossy().into_owned(),
                source: count(&folder, &["js", "ts"])?,
                generated: count(&crates.join(name).join("src"), &["rs"])?,
            });
        }
    }
    all.sort_by(|a, b| a.plugin.cmp(&b.plugin));
    Ok(all)
}

/// Counts the lines with code in files with these extensions.
fn count(folder: &Path, extensions: &[&str]) -> Outcome<usize> {
    let mut lines = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            lines += count(&path, extensions)?;
        } else if path.extension().is_some_and(|extension| extensions.iter().any(|one| extension == *one)) {
            lines += code_lines(&fs::read_to_string(path)?);
        }
    }
    Ok(lines)
}

/// Lines that are neither blank nor only a comment.
fn code_lines(text: &str) -> usize {
    let mut in_comment = false;
    let is_code = |line: &&str| {
        let line = line.trim();
        if in_comment || line.starts_with("/*") {
            in_comment = !line.contains("*/");
            return false;
        }
        !line.is_empty() && !line.starts_with("//")
    };
    text.lines().filter(is_code).count()
}
