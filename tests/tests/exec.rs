//! Behaviour: every case of `tests/exec`, every config variant of `plugins-src` and every example of a builtin row is
//! compiled, run, and compared with what Node does. `BLESS=1` records what Node does anew.

#![expect(clippy::print_stderr, reason = "a comparison that is left out must be seen")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use libtest_mimic::{Arguments, Failed, Trial};
use prickle_compiler::cli::difference;
use prickle_tests::case::{self, Case};
use prickle_tests::native::{self, Program};
use prickle_tests::oracle::{self, Run};
use prickle_tests::rows;

/// What all trials look at.
struct Prepared {
    copies: PathBuf,
    runs: PathBuf,
    program: Result<Program, String>,
    /// `None` where there is no Node.
    node: Option<BTreeMap<String, Result<Run, String>>>,
}

fn main() {
    let arguments = Arguments::from_args();
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exec");
    let copies = root.join("plugins");
    let mut cases = case::all();
    cases.extend(rows::write(&copies).expect("the target folder can be written"));
    cases.retain(|case| is_wanted(&arguments, &case.name));
    let prepared = if arguments.list { None } else { Some(Arc::new(prepare(&cases, root, copies))) };
    let trials = cases
        .into_iter()
        .map(|case| {
            let prepared = prepared.clone();
            Trial::test(case.name.clone(), move || match prepared {
                Some(prepared) => run(&case, &prepared),
                None => Ok(()),
            })
        })
        .collect();
    libtest_mimic::run(&arguments, trials).exit();
}

/// Only what the filter names is compiled.
fn is_wanted(arguments: &Arguments, name: &str) -> bool {
    let matches = |filter: &String| if arguments.exact { name == filter } else { name.contains(filter.as_str()) };
    arguments.filter.as_ref().is_none_or(matches) && !arguments.skip.iter().any(matches)
}

fn prepare(cases: &[Case], root: PathBuf, copies: PathBuf) -> Prepared {
    let mut packages = BTreeMap::new();
    let mut copied = BTreeSet::new();
    for case in cases {
        for plugin in &case.plugins {
            if copied.insert(&plugin.package) && !plugin.source.starts_with(&copies) {
                case::prepare(plugin, &copies).expect("the plugin can be copied");
            }
            // Recording what Node does needs no native program.
            let is_built = !is_recording() || !case.runs_in_node;
            if is_built {
                packages.insert(plugin.package.clone(), plugin.definitions.clone());
            }
        }
    }
    let start = Instant::now();
    let (program, node) = std::thread::scope(|scope| {
        let node = scope.spawn(|| {
            let in_node: Vec<_> = cases.iter().filter(|case| case.runs_in_node).collect();
            match oracle::prepare() {
                Ok(true) => Some(oracle::run(&in_node, &copies)),
                Ok(false) => None,
                Err(why) => Some(Err(why)),
            }
        });
        (native::build(&packages, &copies, &root.join("workspace")), node.join().expect("the oracle does not panic"))
    });
    eprintln!("built {} plugins in {:.0} s", packages.len(), start.elapsed().as_secs_f64());
    let node = node.map(|runs| runs.unwrap_or_else(|why| panic!("{why}")));
    if node.is_none() {
        eprintln!("NO NODE HERE: cases are held against the recorded traces only, the live comparison is SKIPPED");
    }
    Prepared { copies, runs: root.join("runs"), program, node }
}

/// Whether traces are recorded instead of compared.
fn is_recording() -> bool {
    std::env::var_os("BLESS").is_some()
}

fn run(case: &Case, prepared: &Prepared) -> Result<(), Failed> {
    let node = match &prepared.node {
        Some(runs) if case.runs_in_node => Some(runs.get(&case.name).ok_or("Node did not run it")?.as_ref()?),
        _ => None,
    };
    if is_recording() && is_recorded(case) {
        if let Some(node) = node {
            return record(case, node);
        }
        assert!(!case.runs_in_node, "only Node can record {}", case.name);
    }
    let program = prepared.program.as_ref()?;
    let native = program.run(case, &prepared.copies, &prepared.runs.join(case.name.replace('/', "-")))?;
    if !is_recorded(case) {
        rows::agree(&native.trace)?;
    } else if is_recording() {
        return record(case, &native);
    } else {
        let recorded = recorded(case, node)?;
        compare("recorded", &Run { trace: recorded, ..native.clone() }, &native, case)?;
    }
    compare("Node now", node.unwrap_or(&native), &native, case)
}

/// The examples of rows have their expectations in the rows.
fn is_recorded(case: &Case) -> bool {
    !case.name.starts_with("rows/")
}

fn record(case: &Case, run: &Run) -> Result<(), Failed> {
    fs::create_dir_all(case.expected.parent().ok_or("a trace is in a folder")?)?;
    Ok(fs::write(&case.expected, &run.trace)?)
}

/// The recorded trace, which must be what Node does now.
fn recorded(case: &Case, node: Option<&Run>) -> Result<String, Failed> {
    let trace = fs::read_to_string(&case.expected)
        .map_err(|_| format!("no {}: BLESS=1 records it", case.expected.display()))?;
    let difference = node.and_then(|node| difference::show(&trace, &node.trace, &case.events));
    match difference {
        Some(difference) => {
            Err(format!("the recorded trace is not what Node does; BLESS=1 records it anew\n{difference}").into())
        }
        None => Ok(trace),
    }
}

fn compare(what: &str, expected: &Run, native: &Run, case: &Case) -> Result<(), Failed> {
    if let Some(difference) = difference::show(&expected.trace, &native.trace, &case.events) {
        return Err(format!("the native program differs ({what})\n{difference}").into());
    }
    let (output, rejects) = ((&expected.output, &native.output), (&expected.rejects, &native.rejects));
    for (name, (expected, got)) in [("output", output), ("rejects", rejects)] {
        if expected != got {
            return Err(format!("the {name} differs\nexpected {expected}\ngot      {got}").into());
        }
    }
    Ok(())
}
