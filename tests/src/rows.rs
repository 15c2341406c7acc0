//! The examples of the builtin rows as plugins: one per class, which logs every example beside what its row says.

use std::fs;
use std::io;
use std::path::Path;

use prickle_spec::{Builtin, Class, builtins};
use serde_json::{Map, json};

use crate::case::{Case, Plugin};
use crate::folder::{repository, write_if_changed};

/// Writes a plugin for each class of builtins to `copies`; their cases.
///
/// # Errors
/// When a file cannot be written.
pub fn write(copies: &Path) -> io::Result<Vec<Case>> {
    let show = fs::read_to_string(repository().join("tests/exec/show.js"))?;
    let mut cases = Vec::new();
    for class in builtins().iter().filter(|class| class.rows.iter().any(is_comparable)) {
        let package = package(class);
        write_if_changed(&copies.join(&package).join("show.js"), &show)?;
        write_if_changed(&copies.join(&package).join("index.js"), &source(class))?;
        cases.push(Case {
            name: format!("rows/{}", class.name),
            pipeline: json!({ "plugin": [{ "source": package }] }),
            plugins: vec![Plugin { source: copies.join(&package), package, definitions: Vec::new() }],
            events: "{\"event\":\"rows\",\"team_id\":2,\"properties\":{}}\n".to_owned(),
            options: Map::new(),
            expected: copies.join("never-recorded"),
            runs_in_node: true,
        });
    }
    Ok(cases)
}

fn package(class: &Class) -> String {
    format!("rows-{}", class.name.to_lowercase().replace(':', "-"))
}

fn is_comparable(row: &Builtin) -> bool {
    !row.examples.is_empty()
}

/// `this` of plain functions is refused; those examples run in Node only.
const SLOPPY_THIS: &str = "return this.";

/// What the plugins begin with.
const PRELUDE: &str = "import { check, show } from './show'
import * as crypto from 'crypto'
import * as url from 'url'
import { URLSearchParams } from 'url'

function thrown(label, expression) {
    try {
        console.log(`${label} is ${show(expression())}`)
    } catch (error) {
        console.log(`${label} throws ${error.name}: ${error.message}`)
    }
}

export function processEvent(event) {
";

/// Two lines are logged for each example: what it is, and what its row says.
fn source(class: &Class) -> String {
    let mut text = String::from(PRELUDE);
    let examples = class.rows.iter().flat_map(|row| row.examples);
    for (expression, expected) in examples.filter(|(expression, _)| !expression.contains(SLOPPY_THIS)) {
        let label = json!(expression);
        match expected.strip_prefix("throws ") {
            Some(error) => {
                text += &format!(
                    "    thrown({label}, () => ({expression}))\n    console.log({label} + ' throws ' + {})\n",
                    json!(error)
                );
            }
            None => {
                text += &format!("    check({label}, () => ({expression}))\n    check({label}, () => ({expected}))\n")
            }
        }
    }
    text + "    return event\n}\n"
}

/// Which examples do not give what their row says, in a trace of such a plugin.
///
/// # Errors
/// The examples and their values.
pub fn agree(trace: &str) -> Result<(), String> {
    let line: serde_json::Value = serde_json::from_str(trace.lines().next().unwrap_or_default())
        .map_err(|error| format!("{error} in {trace}"))?;
    let logs: Vec<_> = line["logs"].as_array().into_iter().flatten().map(|log| log["message"].as_str()).collect();
    let wrong: Vec<_> = logs
        .chunks(2)
        .filter(|pair| pair.first() != pair.get(1))
        .map(|pair| format!("got {}\nrow {}", pair[0].unwrap_or("?"), pair.get(1).copied().flatten().unwrap_or("?")))
        .collect();
    if wrong.is_empty() && !logs.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}
