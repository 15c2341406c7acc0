//! Programs under Node and natively.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use crate::case::{Case, Plugin};
use crate::folder::write_if_changed;
use crate::{native, oracle};

use super::{Difference, Report, Subject, source};

/// How many programs become one crate: rustc takes longer over one large crate than over some small ones.
pub(super) const PER_PLUGIN: usize = 12;

/// How many values one event has for its program.
pub(super) const PER_EVENT: usize = 20;

/// Builds and runs all programs; what differs.
pub(super) fn compare(subjects: &[Subject], folder: &Path, report: &mut Report) -> Result<Vec<Difference>, String> {
    let copies = folder.join("plugins");
    let chunks: Vec<_> = subjects.chunks(PER_PLUGIN).collect();
    let mut cases = Vec::new();
    for (index, chunk) in chunks.iter().enumerate() {
        let package = format!("programs-{index}");
        for (name, text) in source::files(chunk.iter().map(|subject| &subject.program)) {
            write_if_changed(&copies.join(&package).join(name), &text).map_err(|error| error.to_string())?;
        }
        cases.push(case(&package, &copies, chunk));
    }
    let packages: BTreeMap<_, _> = cases.iter().map(|case| (case.name.clone(), Vec::new())).collect();
    let program = native::build(&packages, &copies, &folder.join("workspace"))?;
    let mut differing = Vec::new();
    for (case, chunk) in cases.iter().zip(&chunks) {
        // Each in a process of its own: a program that needs more memory than there is takes no other with it.
        let node = match oracle::run(&[case], &copies)
            .and_then(|mut all| all.remove(&case.name).ok_or_else(String::new)?)
        {
            Ok(node) => node,
            Err(why) => {
                *report.unsupported.entry(why).or_default() += chunk.iter().map(|one| one.values.len()).sum::<usize>();
                continue;
            }
        };
        let native = match program.run(case, &copies, &folder.join("runs").join(&case.name)) {
            Ok(native) => native,
            Err(why) => {
                report.findings.push(format!("{}: {why}", copies.join(&case.name).display()));
                continue;
            }
        };
        let mut lines = node.trace.lines().zip(native.trace.lines());
        for subject in *chunk {
            for values in subject.values.chunks(PER_EVENT) {
                let (node, native) = lines.next().ok_or_else(|| format!("{}: a trace is short", case.name))?;
                compare_event(subject, values, node, native, report, &mut differing);
            }
        }
    }
    Ok(differing)
}

fn compare_event(
    subject: &Subject,
    values: &[[String; 4]],
    node: &str,
    native: &str,
    report: &mut Report,
    differing: &mut Vec<Difference>,
) {
    let read = |line: &str| serde_json::from_str::<Value>(&without_surrogates(line)).unwrap_or_else(|_| json!(line));
    let (node, native) = (read(node), read(native));
    if let Some(failure) = native["failed"][0]["error"].as_str() {
        *report.unsupported.entry(failure.to_owned()).or_default() += values.len();
        return;
    }
    report.pairs += values.len();
    if node == native {
        return;
    }
    for (index, values) in values.iter().enumerate() {
        let text = |line: &Value| match line["event"]["results"][index].as_str() {
            Some(text) => text.to_owned(),
            None => line.to_string(),
        };
        let (node, native) = (text(&node), text(&native));
        if node == native {
            continue;
        }
        if [&node, &native].iter().any(|text| text.contains("Maximum call stack size exceeded")) {
            // How deep a stack may be is nobody's promise.
            report.deep += 1;
        } else if without_call_sites(&node) == without_call_sites(&native) {
            report.messages += 1;
        } else {
            differing.push(Difference { program: subject.program.clone(), values: values.clone(), node, native });
            return;
        }
    }
}

/// The events of a plugin's programs.
fn case(package: &str, copies: &Path, subjects: &[Subject]) -> Case {
    let mut events = String::new();
    for (index, subject) in subjects.iter().enumerate() {
        for values in subject.values.chunks(PER_EVENT) {
            let lists: Vec<_> = values.iter().map(|list| format!("[{}]", list.join(","))).collect();
            events += &format!("{{\"properties\":{{\"program\":{index},\"values\":[{}]}}}}\n", lists.join(","));
        }
    }
    let options: Map<_, _> =
        [("clock".to_owned(), json!(1_700_000_000_000_u64)), ("seed".to_owned(), json!(1))].into_iter().collect();
    Case {
        name: package.to_owned(),
        plugins: vec![Plugin { package: package.to_owned(), source: copies.join(package), definitions: Vec::new() }],
        pipeline: json!({ "plugin": [{ "source": package, "config": {} }] }),
        events,
        options,
        expected: PathBuf::new(),
        runs_in_node: true,
    }
}

/// JSON whose escapes of lone surrogates are text: serde_json knows none.
fn without_surrogates(json: &str) -> String {
    let mut text = String::new();
    let mut rest = json;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        text += before;
        text += if escape.starts_with("\\ud") { "\\\\" } else { &escape[..1] };
        // What is escaped is no backslash of its own.
        let next = escape[1..].chars().next().map_or(1, |c| 1 + c.len_utf8());
        text += &escape[1..next];
        rest = &escape[next..];
    }
    text + rest
}

/// Without what is known to differ in messages: what V8 prints of an expression that is called or iterated depends on how its parser and its
/// bytecode treat the expression, which Prickle follows only for the usual forms.
fn without_call_sites(text: &str) -> String {
    let mut plain = text.to_owned();
    for ending in [" is not a function", " is not iterable", " is not a constructor"] {
        plain = plain
            .split(ending)
            .map(|part| part.rsplit_once(": ").map_or(part, |(before, _)| before))
            .collect::<Vec<_>>()
            .join(ending);
    }
    plain
}
