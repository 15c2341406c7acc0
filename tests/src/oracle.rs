//! Runs cases under Node, on the host of `tests/oracle`.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::case::Case;
use crate::folder::repository;

/// What one run wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The trace.
    pub trace: String,
    /// The surviving events.
    pub output: String,
    /// The lines that were no events.
    pub rejects: String,
}

/// Makes the oracle ready: `Ok(false)` where there is no Node, which CI must not let pass.
///
/// # Errors
/// When CI has no Node.
pub fn prepare() -> Result<bool, String> {
    let runs = |program: &str| {
        let command = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        command.is_ok_and(|status| status.success())
    };
    if !runs("node") {
        return match std::env::var_os("CI") {
            Some(_) => Err("CI needs Node: the live comparison must not be skipped there".to_owned()),
            None => Ok(false),
        };
    }
    Ok(true)
}

/// Runs the cases in one Node process; by name, what each wrote or why it could not run.
///
/// # Errors
/// When Node itself fails.
pub fn run(cases: &[&Case], copies: &Path) -> Result<BTreeMap<String, Result<Run, String>>, String> {
    let jobs: Vec<_> = cases.iter().map(|case| job(case, copies)).collect();
    let script = repository().join("tests/oracle/batch.mjs");
    // Bounded, since random programs ask for much at once: 8 GB in all, 2 GB of objects.
    let mut command = Command::new("sh");
    command.args(["-c", "ulimit -v 8000000; exec node --max-old-space-size=2048 \"$0\""]).arg(script);
    command.env("TZ", "UTC").stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut node = command.spawn().map_err(|error| format!("cannot start node: {error}"))?;
    let mut stdin = node.stdin.take().expect("it is piped");
    let text: String = jobs.iter().map(|job| format!("{job}\n")).collect();
    let writer = std::thread::spawn(move || stdin.write_all(text.as_bytes()));
    let output = node.wait_with_output().map_err(|error| format!("node: {error}"))?;
    let written = writer.join().expect("the writer does not panic");
    if !output.status.success() {
        return Err(format!("node failed: {}", output.status));
    }
    written.map_err(|error| format!("node does not read: {error}"))?;
    let text = String::from_utf8(output.stdout).map_err(|error| format!("node wrote invalid UTF-8: {error}"))?;
    text.lines().map(result).collect()
}

fn job(case: &Case, copies: &Path) -> Value {
    let options = &case.options;
    let mut job = json!({ "name": case.name, "pipeline": case.pipeline, "base": copies, "input": case.events });
    for (ours, theirs) in [
        ("definitions", "definitions"),
        ("clock", "clock"),
        ("zone", "zone"),
        ("seed", "seed"),
        ("ticks", "ticks"),
        ("loop_seconds", "taskTimeout"),
    ] {
        if let Some(value) = options.get(ours) {
            job[theirs] = value.clone();
        }
    }
    job
}

fn result(line: &str) -> Result<(String, Result<Run, String>), String> {
    let value: Value = serde_json::from_str(line).map_err(|error| format!("node wrote {line}: {error}"))?;
    let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let run = match value.get("error") {
        Some(_) => Err(text("error")),
        None => Ok(Run { trace: text("trace"), output: text("output"), rejects: text("rejects") }),
    };
    Ok((text("name"), run))
}
