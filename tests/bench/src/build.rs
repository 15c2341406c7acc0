//! What compiling costs.

use std::fs;
use std::time::Instant;

use crate::program::{self, Flavor};
use crate::{Outcome, Row, here, median, repository};

/// Makes the rows about building.
pub fn measure() -> Outcome<Vec<Row>> {
    let sources = repository().join("plugins-src");
    let workspace = here().join("target/workspaces/plugins");
    let mut packages = Vec::new();
    for entry in fs::read_dir(&sources)? {
        let entry = entry?;
        if entry.path().is_dir() {
            packages.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    packages.sort();
    let mut times = Vec::new();
    for _ in 0..5 {
        let start = Instant::now();
        for package in &packages {
            program::compile(&sources.join(package), &workspace.join("crates").join(package))?;
        }
        times.push(start.elapsed().as_secs_f64());
    }
    let all = Row {
        what: format!("compiling all {} plugins of plugins-src", packages.len()),
        value: format!("{:.0} ms", median(times) * 1e3),
        goal: "under 500 ms",
    };
    program::write(&workspace, &packages, Flavor::Plain)?;
    program::cargo(&workspace, false)?;
    let changed = workspace.join("crates").join("schema-enforcer/src/lib.rs");
    let text = fs::read_to_string(&changed)?;
    let mut times = Vec::new();
    for round in 0..3 {
        fs::write(&changed, format!("{text}\n/// Changed.\npub const CHANGED: u32 = {round};\n"))?;
        times.push(program::cargo(&workspace, false)?.1.as_secs_f64());
    }
    fs::write(&changed, text)?;
    let one = Row {
        what: "incremental cargo build after one crate changed".into(),
        value: format!("{:.1} s", median(times)),
        goal: "under 3 s",
    };
    Ok(vec![all, one])
}
