//! The examples of the builtin rows are true in Node.

#![expect(clippy::print_stderr, reason = "a comparison that is left out must be seen")]

use std::io::Write;
use std::process::{Command, Stdio};

use prickle_spec::builtins;

#[test]
fn examples_are_true_in_node() {
    let examples: Vec<_> = builtins()
        .iter()
        .flat_map(|class| class.rows)
        .flat_map(|row| row.examples.iter().map(|(expression, expected)| [row.class, row.name, expression, expected]))
        .collect();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/builtins/examples.mjs");
    let Ok(mut node) = Command::new("node").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn() else {
        assert!(std::env::var_os("CI").is_none(), "CI needs Node");
        eprintln!("no Node here: the examples of {} rows were not compared with it", examples.len());
        return;
    };
    node.stdin
        .take()
        .expect("it is piped")
        .write_all(serde_json::to_string(&examples).expect("strings only").as_bytes())
        .expect("node reads");
    let output = node.wait_with_output().expect("node ends");
    assert!(output.status.success(), "the script failed");
    let wrong = String::from_utf8_lossy(&output.stdout);
    assert!(wrong.is_empty(), "{wrong}");
}
