//! Random programs, run on random values under Node and natively. What differs is made small.

mod compare;
pub mod generate;
pub mod hint;
mod shrink;
mod source;
mod templates;
pub mod tree;

use std::collections::BTreeMap;
use std::path::Path;

use prickle_compiler::cli::verify::hostile;
use prickle_compiler::cli::verify::random::Random;
use prickle_compiler::load;
use prickle_compiler::pipeline;

use compare::{PER_PLUGIN, compare};
use generate::Generator;
use shrink::shrink;
use tree::Tree;

/// What a run found.
#[derive(Debug, Default)]
pub struct Report {
    /// Programs that were compiled.
    pub programs: usize,
    /// Runs of a program on values that were compared.
    pub pairs: usize,
    /// Runs whose error messages print a called or iterated expression in another way.
    pub messages: usize,
    /// Runs that overflowed a stack, which happens at another depth.
    pub deep: usize,
    /// Runs that the native program ended loudly, or that Node has no memory for, by what was said.
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
    while subjects.len() < programs {
        if subjects.len() % PER_PLUGIN == 0 {
            generator.choose_groups();
        }
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
    let files = source::files([program].into_iter());
    let tree = load::Tree::from_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let compiled = std::panic::catch_unwind(|| pipeline::compile_tree("program", tree));
    match compiled.map_err(|_| "the compiler panicked")? {
        Ok(_) => Ok(None),
        Err(refused) => Ok(Some(
            refused.diagnostics.first().map_or_else(String::new, |first| format!("{} {}", first.code, first.title)),
        )),
    }
}
