//! Random programs, run on random values under Node and natively. What differs is made small.

pub mod generate;
mod templates;
pub mod tree;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use prickle_compiler::cli::verify::hostile;
use prickle_compiler::cli::verify::random::Random;
use prickle_compiler::load;
use prickle_compiler::pipeline;
use serde_json::{Map, Value, json};

use crate::case::{Case, Plugin};
use crate::folder::{repository, write_if_changed};
use crate::{native, oracle};
use generate::Generator;
use tree::Tree;

/// How many programs become one crate: rustc takes longer over one large crate than over some small ones.
const PER_PLUGIN: usize = 12;

/// How many values one event has for its program.
const PER_EVENT: usize = 20;

/// How often a program is made smaller, each time with a build.
const ROUNDS: usize = 14;

/// How many smaller programs one build tries.
const CANDIDATES: usize = 48;

/// What a run found.
#[derive(Debug, Default)]
pub struct Report {
    /// Programs that were compiled.
    pub programs: usize,
    /// Runs of a program on values that were compared.
    pub pairs: usize,
    /// Runs whose error messages print a called or iterated expression in another way.
    pub messages: usize,
    /// Runs that the native program ended loudly, by what it said.
    pub unsupported: BTreeMap<String, usize>,
    /// Programs that were refused, by code.
    pub refused: BTreeMap<String, usize>,
    /// What is wrong, in words.
    pub findings: Vec<String>,
}

/// A program and the values that it is run on.
#[derive(Clone, Debug)]
struct Subject {
    program: Tree,
    /// Four values, as JSON, for each run.
    values: Vec<[String; 4]>,
}

/// A run that differs.
#[derive(Clone, Debug)]
struct Difference {
    program: Tree,
    values: [String; 4],
    node: String,
    native: String,
}

impl Difference {
    /// The first piece of text in which the two sides differ, without numbers: what has one cause mostly looks alike.
    fn kind(&self) -> String {
        let common = self.node.chars().zip(self.native.chars()).take_while(|(node, native)| node == native).count();
        let piece = |text: &str| {
            text.chars()
                .skip(common.saturating_sub(15))
                .take(50)
                .map(|c| if c.is_ascii_digit() { '0' } else { c })
                .collect::<String>()
        };
        format!("{} ≠ {}", piece(&self.node), piece(&self.native))
    }
}

/// Runs `programs` programs that the seed decides, each on `runs` lists of values, in `folder`; `shrunk` differences are made small.
///
/// # Errors
/// When nothing can be built or run at all.
pub fn run(seed: u64, programs: usize, runs: usize, shrunk: usize, folder: &Path) -> Result<Report, String> {
    let mut generator = Generator::new(seed);
    let mut random = Random::new(seed ^ 0xfeed);
    let mut report = Report::default();
    let mut subjects = Vec::new();
    for _ in 0..programs {
        let program = generator.program();
        match refusal(&program) {
            Ok(None) => subjects.push(Subject { program, values: (0..runs).map(|_| values(&mut random)).collect() }),
            Ok(Some(code)) => *report.refused.entry(code).or_default() += 1,
            Err(why) => report.findings.push(format!("{why}\n{program}")),
        }
    }
    report.programs = subjects.len();
    let mut groups: BTreeMap<String, Difference> = BTreeMap::new();
    for difference in compare(&subjects, folder, &mut report)? {
        let kind = difference.kind();
        let length = |one: &Difference| one.program.to_string().len();
        match groups.get(&kind) {
            Some(known) if length(known) <= length(&difference) => {}
            _ => drop(groups.insert(kind, difference)),
        }
    }
    for (index, (kind, difference)) in groups.into_iter().enumerate() {
        let small = if index < shrunk { shrink(difference, folder)? } else { difference };
        let Difference { program, values, node, native } = small;
        report
            .findings
            .push(format!("{kind}\n{program}\nvalues {}\nNode    {node}\nPrickle {native}", values.join("  ")));
    }
    Ok(report)
}

/// Four values, some of them missing.
fn values(random: &mut Random) -> [String; 4] {
    std::array::from_fn(|_| {
        loop {
            let value = match random.below(12) {
                0 => "3".to_owned(),
                1 => "\"abc\"".to_owned(),
                2 => "[1,\"b\",null,2.5]".to_owned(),
                3 => "{\"a\":1,\"b\":{\"a\":\"x\"}}".to_owned(),
                4 => random.below(20).to_string(),
                _ => hostile::value(random).to_string(),
            };
            // Nothing that grows out of bounds when a program doubles it a few times.
            if value.len() < 80 {
                return value;
            }
        }
    })
}

/// The code for which the compiler refuses the program, if it does.
fn refusal(program: &Tree) -> Result<Option<String>, String> {
    let texts = [("index.js", source([program].into_iter())), ("show.js", show())];
    let tree = load::Tree::from_texts(texts.iter().map(|(path, text)| (*path, text.as_str())));
    let compiled = std::panic::catch_unwind(|| pipeline::compile_tree("program", tree));
    match compiled.map_err(|_| "the compiler panicked")? {
        Ok(_) => Ok(None),
        Err(refused) => Ok(Some(
            refused.diagnostics.first().map_or_else(String::new, |first| format!("{} {}", first.code, first.title)),
        )),
    }
}

fn show() -> String {
    fs::read_to_string(repository().join("tests/exec/show.js")).expect("the helper of the behaviour cases")
}

/// A plugin of these programs. An event says which one runs on which values.
fn source<'p>(programs: impl Iterator<Item = &'p Tree>) -> String {
    let mut text = String::from(
        "import { show } from './show'\nimport nodeCrypto from 'crypto'\nimport nodeUrl, { URLSearchParams } from 'url'\n\nlet any = (x) => x\n",
    );
    let mut names = Vec::new();
    for (index, program) in programs.enumerate() {
        text += &format!("function p{index}(a, b, c, d, log) {{ {program} }}\n");
        names.push(format!("p{index}"));
    }
    text + &format!(
        "
const programs = [{}]

function run(program, [a, b, c, d]) {{
    const log = []
    try {{
        const result = show(program(a, b, c, d, log))
        return `${{result}} ${{show(log)}}`
    }} catch (error) {{
        return `throws ${{show(error)}} ${{show(log)}}`
    }}
}}

export function processEvent(event) {{
    // Assigned, so that nothing is known of what it gives.
    any = (x) => x
    const {{ program, values }} = event.properties
    return {{ results: values.map((list) => run(programs[program], list)) }}
}}
",
        names.join(", ")
    )
}

/// Builds and runs all programs; what differs.
fn compare(subjects: &[Subject], folder: &Path, report: &mut Report) -> Result<Vec<Difference>, String> {
    let copies = folder.join("plugins");
    let chunks: Vec<_> = subjects.chunks(PER_PLUGIN).collect();
    let mut cases = Vec::new();
    for (index, chunk) in chunks.iter().enumerate() {
        let package = format!("programs-{index}");
        let write = |name: &str, text: &str| {
            write_if_changed(&copies.join(&package).join(name), text).map_err(|error| error.to_string())
        };
        write("index.js", &source(chunk.iter().map(|subject| &subject.program)))?;
        write("show.js", &show())?;
        cases.push(case(&package, &copies, chunk));
    }
    let packages: BTreeMap<_, _> = cases.iter().map(|case| (case.name.clone(), Vec::new())).collect();
    let program = native::build(&packages, &copies, &folder.join("workspace"))?;
    let all: Vec<_> = cases.iter().collect();
    let in_node = oracle::run(&all, &copies)?;
    let mut differing = Vec::new();
    for (case, chunk) in cases.iter().zip(&chunks) {
        let native = match program.run(case, &copies, &folder.join("runs").join(&case.name)) {
            Ok(native) => native,
            Err(why) => {
                report.findings.push(format!("{}: {why}", copies.join(&case.name).display()));
                continue;
            }
        };
        let node = in_node.get(&case.name).ok_or("Node did not run it")?.as_ref()?;
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
        if without_call_sites(&node) == without_call_sites(&native) {
            report.messages += 1;
        } else {
            differing.push(Difference { program: subject.program.clone(), values: values.clone(), node, native });
            return;
        }
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

/// Without what is known to differ in messages: lone surrogates are shown as U+FFFD, and what V8 prints of an expression that is called or
/// iterated depends on how its parser and its bytecode treat the expression, which Prickle follows only for the usual forms.
fn without_call_sites(text: &str) -> String {
    let mut parts = text.split("Error: ");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (message, rest) = part.split_at(part.find(['>', '\n']).unwrap_or(part.len()));
        let endings = [" is not a function", " is not iterable", " is not a constructor", " undefined ("];
        let is_about_call_site = endings.iter().any(|ending| message.contains(ending));
        plain += "Error: ";
        plain += &if is_about_call_site {
            "…".to_owned()
        } else {
            message
                .split("\\ud")
                .map(|text| text.trim_start_matches(|c: char| c.is_ascii_hexdigit()))
                .collect::<String>()
                .replace('\u{fffd}', "")
        };
        plain += rest;
    }
    plain
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

/// Makes a differing program smaller for as long as a smaller one differs too.
fn shrink(mut best: Difference, folder: &Path) -> Result<Difference, String> {
    for _ in 0..ROUNDS {
        let size = best.program.to_string().len();
        let all = best.program.smaller();
        // The boldest first; then some of every boldness.
        let step = all.len().div_ceil(CANDIDATES).max(1);
        let mut subjects = Vec::new();
        for program in all.into_iter().step_by(step) {
            if matches!(refusal(&program), Ok(None)) {
                subjects.push(Subject { program, values: simpler(&best.values) });
            }
        }
        let differing = compare(&subjects, folder, &mut Report::default())?;
        match differing.into_iter().min_by_key(|one| one.program.to_string().len()) {
            Some(smaller) if smaller.program.to_string().len() < size => best = smaller,
            _ => break,
        }
    }
    Ok(best)
}

/// The values with some of them replaced by simple ones; those that are the simplest first.
fn simpler(values: &[String; 4]) -> Vec<[String; 4]> {
    let mut all = Vec::new();
    for simple in ["null", "0", "\"a\"", "[]"] {
        all.push(std::array::from_fn(|_| simple.to_owned()));
        for kept in 0..4 {
            all.push(std::array::from_fn(
                |index| if index == kept { values[index].clone() } else { simple.to_owned() },
            ));
        }
    }
    all.truncate(PER_EVENT - 1);
    all.push(values.clone());
    all
}
