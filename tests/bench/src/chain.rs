//! The chain of six plugins, bytes to bytes: native against Node. One thread computes, another one reads ahead.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::program::{self, Flavor, Time};
use crate::{Outcome, Row, here, median};

const MODES: [&str; 3] = ["main", "spaced", "nasty"];

/// Makes the rows about speed, memory and equality.
pub fn measure(events: usize, rounds: usize) -> Outcome<Vec<Row>> {
    let data = here().join("data");
    fs::create_dir_all(&data)?;
    let plain = build("chain", Flavor::Plain)?;
    let counting = build("chain-counting", Flavor::Counting)?;
    let mut rows = Vec::new();
    for mode in MODES {
        let input = generate(&data, mode, events)?;
        rows.push(identity(&plain, &input, mode)?);
        rows.push(speed(&plain, &input, mode, events, rounds)?);
    }
    let (small, large) = (generate(&data, "main", events)?, generate(&data, "main", events * 4)?);
    let discard = Path::new("/dev/null");
    let [few, many] = [&small, &large].map(|input| program::run(&counting, input, discard));
    let count = |usage: &program::Usage| usage.stderr.trim().parse::<f64>();
    let allocations = (count(&many?)? - count(&few?)?) / (events * 3) as f64;
    rows.push(Row {
        what: "allocations per event, steady state".into(),
        value: format!("{allocations:.4}"),
        goal: "0",
    });
    let [few, many] = [&small, &large].map(|input| program::run(&plain, input, discard));
    rows.push(Row {
        what: format!("peak memory on {events} and {} events", events * 4),
        value: format!("{:.1} and {:.1} MB", few?.peak_megabytes, many?.peak_megabytes),
        goal: "under 20 MB, whatever the size",
    });
    Ok(rows)
}

fn build(name: &str, flavor: Flavor) -> Outcome<PathBuf> {
    let workspace = here().join("target/workspaces").join(name);
    let chain: Vec<Value> = serde_json::from_str(&fs::read_to_string(here().join("chain.json"))?)?;
    let packages: Vec<_> = chain.iter().filter_map(|entry| entry["plugin"].as_str()).map(str::to_owned).collect();
    for package in &packages {
        program::compile(&here().join("plugins").join(package), &workspace.join("crates").join(package))?;
    }
    program::write(&workspace, &packages, flavor)?;
    let (built, _) = program::cargo(&workspace, true)?;
    let kept = workspace.join("program");
    fs::copy(built, &kept)?;
    Ok(kept)
}

fn generate(data: &Path, mode: &str, events: usize) -> Outcome<PathBuf> {
    let path = data.join(format!("{mode}-{events}.ndjson"));
    if !path.exists() {
        let script = here().join("node/generate-events.js");
        let status = Command::new("node").arg(script).arg(events.to_string()).arg(mode).arg(&path).status()?;
        if !status.success() {
            return Err("the events could not be generated".into());
        }
    }
    Ok(path)
}

/// Runs the chain under Node; the time of the last repetition, when the JIT has warmed up.
fn node(input: &Path, repetitions: usize, output: Option<&Path>) -> Outcome<Time> {
    let mut command = Command::new("node");
    command.arg(here().join("node/chain.js")).arg(input).arg(repetitions.to_string());
    let result = command.args(output).output()?;
    if !result.status.success() {
        return Err(String::from_utf8_lossy(&result.stderr).into());
    }
    let text = String::from_utf8(result.stdout)?;
    let (seconds, cpu_seconds) = text.lines().last().and_then(|line| line.split_once(' ')).ok_or("no time")?;
    Ok(Time { seconds: seconds.parse()?, cpu_seconds: cpu_seconds.parse()? })
}

fn identity(program: &Path, input: &Path, mode: &str) -> Outcome<Row> {
    let (ours, theirs) = (input.with_extension("native"), input.with_extension("node"));
    program::run(program, input, &ours)?;
    node(input, 1, Some(&theirs))?;
    let (ours, theirs) = (fs::read(ours)?, fs::read(theirs)?);
    let line = ours.split(|byte| *byte == b'\n').zip(theirs.split(|byte| *byte == b'\n')).position(|(a, b)| a != b);
    let value = match line {
        None if ours.len() == theirs.len() => format!("identical, {:.1} MB", ours.len() as f64 / 1e6),
        None => "one of them ends early".into(),
        Some(line) => format!("DIFFERS first on line {}", line + 1),
    };
    Ok(Row { what: format!("output on {mode} events"), value, goal: "identical to Node's" })
}

fn speed(program: &Path, input: &Path, mode: &str, events: usize, rounds: usize) -> Outcome<Row> {
    let (mut native, mut in_node) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        in_node.push(node(input, 2, None)?);
        native.push(program::run(program, input, Path::new("/dev/null"))?.time);
    }
    let middle = |times: &[Time], of: fn(&Time) -> f64| median(times.iter().map(of).collect()) * 1e6 / events as f64;
    let (ours, theirs) = (middle(&native, |time| time.seconds), middle(&in_node, |time| time.seconds));
    let cpu = middle(&in_node, |time| time.cpu_seconds) / middle(&native, |time| time.cpu_seconds);
    Ok(Row {
        what: format!("chain of six plugins, {mode} events"),
        value: format!("{:.1} × Node ({ours:.2} and {theirs:.2} µs an event; CPU {cpu:.1} ×)", theirs / ours),
        goal: if mode == "main" { "5 × Node" } else { "" },
    })
}
