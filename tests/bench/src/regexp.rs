//! Regular expressions: every case of `plugins/regexp`, native against Node.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::program::{self, Flavor};
use crate::{Outcome, Row, here, median};

/// Nanoseconds that one run of each case took, in the order of the cases.
type Times = Vec<(String, f64)>;

/// Makes one row for each case.
pub fn measure(rounds: usize) -> Outcome<Vec<Row>> {
    let data = here().join("data");
    fs::create_dir_all(&data)?;
    let workspace = here().join("target/workspaces/regexp");
    program::compile(&here().join("plugins/regexp"), &workspace.join("crates/regexp"))?;
    program::write(&workspace, &["regexp".to_owned()], Flavor::Plain)?;
    let (built, _) = program::cargo(&workspace, true)?;
    let program = workspace.join("program");
    fs::copy(built, &program)?;

    let events = data.join("regexp.ndjson");
    node(&["write".as_ref(), &events])?;
    let (ours, theirs) = (data.join("regexp.native"), data.join("regexp.node"));
    let plan = data.join("regexp.plan.json");
    let chain = [json!({ "plugin": "regexp", "id": 1, "config": {} })];
    let text = json!({ "input": events, "output": ours, "chain": chain, "plugin_status": false });
    fs::write(&plan, text.to_string())?;
    let (mut native, mut in_node) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        node(&["run".as_ref(), &events, &theirs])?;
        if !Command::new(&program).arg(&plan).status()?.success() {
            return Err("the program failed".into());
        }
        let (expected, found) = (outputs(&theirs)?, outputs(&ours)?);
        if let Some((left, right)) =
            expected.iter().zip(&found).find(|(left, right)| without_time(left) != without_time(right))
        {
            return Err(format!("results differ:\nNode   {left}\nnative {right}").into());
        }
        in_node.push(times(&expected)?);
        native.push(times(&found)?);
    }
    let middles = |rounds: &[Times], case: usize| median(rounds.iter().map(|times| times[case].1).collect());
    let mut rows = Vec::new();
    let mut ratios = Vec::new();
    for (case, (name, _)) in native[0].iter().enumerate() {
        let (ours, theirs) = (middles(&native, case), middles(&in_node, case));
        ratios.push(theirs / ours);
        rows.push(Row {
            what: name.clone(),
            value: format!("{:.2} × Node ({ours:.0} and {theirs:.0} ns)", theirs / ours),
            goal: "1 × Node",
        });
    }
    let below = ratios.iter().filter(|ratio| **ratio < 1.0).count();
    rows.push(Row {
        what: format!("median of {} cases", ratios.len()),
        value: format!("{:.2} × Node; slower than Node: {below}", median(ratios)),
        goal: "",
    });
    Ok(rows)
}

fn node(arguments: &[&Path]) -> Outcome<()> {
    let status = Command::new("node").arg(here().join("node/regexp.js")).args(arguments).status()?;
    if status.success() { Ok(()) } else { Err("Node failed".into()) }
}

fn outputs(path: &Path) -> Outcome<Vec<Value>> {
    fs::read_to_string(path)?.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

fn without_time(event: &Value) -> Value {
    let mut event = event.clone();
    if let Some(properties) = event["properties"].as_object_mut() {
        properties.remove("now");
    }
    event
}

/// The median of what the repetitions of each case took.
fn times(events: &[Value]) -> Outcome<Times> {
    let mut spans: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
    let mut names: Vec<String> = Vec::new();
    let (mut last, mut runs) = (None, 0.0);
    for event in events {
        let properties = &event["properties"];
        if let Some(now) = properties["now"].as_f64() {
            if let (Some(start), true) = (last, runs > 0.0) {
                spans.entry(names.len() - 1).or_default().push((now - start) * 1e6 / runs);
            }
            (last, runs) = (Some(now), 0.0);
        } else {
            let name = event["event"].as_str().ok_or("an event has a name")?;
            if names.last().is_none_or(|last| last != name) {
                names.push(name.to_owned());
            }
            runs += properties["count"].as_f64().ok_or("an event says how often")?;
        }
    }
    Ok(names
        .into_iter()
        .enumerate()
        .map(|(case, name)| (name, median(spans.remove(&case).unwrap_or_default())))
        .collect())
}
