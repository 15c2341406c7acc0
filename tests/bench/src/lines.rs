//! How long generated code is.

use std::fs;
use std::path::Path;

use crate::{Outcome, Row, here, repository};

/// Makes the row about the length of generated code. The crates were written when building was measured.
pub fn measure() -> Outcome<Vec<Row>> {
    let (mut sources, mut generated) = (0, 0);
    for entry in fs::read_dir(repository().join("plugins-src"))? {
        let folder = entry?.path();
        if folder.is_dir() {
            sources += count(&folder, &["js", "ts"])?;
            let name = folder.file_name().ok_or("a plugin has a name")?;
            generated += count(&here().join("target/workspaces/plugins/crates").join(name).join("src"), &["rs"])?;
        }
    }
    Ok(vec![Row {
        what: "lines of Rust per line of plugin".into(),
        value: format!("{:.2} ({generated} for {sources})", generated as f64 / sources as f64),
        goal: "at most 2.2",
    }])
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
