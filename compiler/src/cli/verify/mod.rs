//! `prickle verify`: runs a plugin's source under Node and its native build on the same events, and compares all that can be observed.

mod configs;
mod events;
mod explore;
pub mod hostile;
mod job;
mod node_host;
mod pattern;
pub mod random;
pub mod sample;
mod shrink;
mod values;
mod vocabulary;

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::slice;

use super::args::VerifyArgs;
use super::run::cache::{Cache, cannot};
use super::terminal::Terminal;
use super::{Failure, plugins, run};
use crate::load::Definitions;
use crate::pipeline::Compiled;
use configs::{Configs, Setting};
use explore::{Branch, Cases, Explorer};
use job::Subject;
use node_host::NodeHost;
use sample::Sample;
use shrink::Differing;
use vocabulary::Vocabulary;

/// How many branches that were not reached are listed for a plugin.
const LISTED: usize = 20;

pub(super) fn run(args: &VerifyArgs, definitions: &Definitions, terminal: &mut Terminal) -> Result<(), Failure> {
    let cache = Cache::open()?;
    // Without Node there is no point in building.
    let mut node = NodeHost::start(&cache)?;
    let given = Given::read(args)?;
    let folders = plugins::folders(slice::from_ref(&args.path), terminal)?;
    let compiled = plugins::compile_all(&folders, definitions, terminal)?;
    let crates: Vec<_> = compiled.iter().map(|compiled| &compiled.emitted).collect();
    let program = run::native_program(&args.path, &crates, &args.program, &cache, terminal)?;
    let scratch =
        tempfile::tempdir().map_err(|error| Failure::Message(format!("no place for temporary files: {error}")))?;
    for (folder, compiled) in folders.iter().zip(&compiled) {
        let subject = Subject {
            folder: folder.canonicalize().map_err(|error| cannot("read", folder, &error))?,
            package: compiled.emitted.name.clone(),
            ticks: ticks(compiled),
            program: &program,
            seed: args.seed,
            scratch: scratch.path().to_owned(),
            definitions: values_of(definitions),
        };
        let cases = match &given.events {
            Some(events) => given.cases(events, compiled, &subject),
            None => {
                let vocabulary = Vocabulary::of(&compiled.checked);
                let explorer = Explorer::new(&mut node, &subject, &compiled.checked, &vocabulary)?;
                let mut cases = explorer.explore(args.cases as usize, folder)?;
                if let Some(config) = &given.config {
                    cases.runs.iter_mut().for_each(|(setting, _)| setting.clone_from(config));
                }
                cases
            }
        };
        if let Some((differing, first)) = compare(&subject, &mut node, &cases)? {
            terminal.status("Shrinking", "the first difference")?;
            let small = shrink::shrink(&subject, &mut node, differing, first)?;
            return report_difference(&subject, &small, args, &cache, terminal);
        }
        report_agreement(&subject, &cases, terminal)?;
    }
    Ok(())
}

/// The build-time constants as JSON.
fn values_of(definitions: &Definitions) -> serde_json::Value {
    let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).ok();
    definitions.iter().filter_map(|(name, text)| Some((name.to_owned(), value(text)?))).collect()
}

/// What the command line gives instead of generated values.
struct Given {
    events: Option<Vec<String>>,
    config: Option<Setting>,
}

impl Given {
    fn read(args: &VerifyArgs) -> Result<Self, Failure> {
        let read = |path: &PathBuf| fs::read_to_string(path).map_err(|error| cannot("read", path, &error));
        let events = args.events.as_ref().map(read).transpose()?;
        let config = args.config.as_ref().map(read).transpose()?;
        let config = config.map(|text| match Sample::parse(&text) {
            Some(Sample::Object(config)) => Ok(Setting { config, ..Setting::default() }),
            _ => Err(Failure::Message("the file of --config holds no JSON object".to_owned())),
        });
        let lines = |text: String| text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
        Ok(Self { events: events.map(lines), config: config.transpose()? })
    }

    /// The given events under the given config; else under what plugin.json suggests and what the plugin's tests use.
    fn cases(&self, events: &[String], compiled: &Compiled, subject: &Subject<'_>) -> Cases {
        let settings = match &self.config {
            Some(config) => vec![config.clone()],
            None => {
                let vocabulary = Vocabulary::default();
                let mut configs = Configs::new(&compiled.checked, &vocabulary, &subject.scratch);
                let mut settings = vec![configs.defaults()];
                settings.extend(configs.of_tests(&subject.folder));
                settings
            }
        };
        let runs = settings.into_iter().map(|setting| (setting, events.to_vec())).collect();
        Cases { runs, branches: Vec::new(), reached: Vec::new() }
    }
}

/// The scheduled hooks that the plugin exports.
fn ticks(compiled: &Compiled) -> Vec<String> {
    let hooks = compiled.checked.program.exports.hooks.iter();
    hooks.map(|hook| hook.name.clone()).filter(|name| name.starts_with("runEvery")).collect()
}

/// The first case on which the two sides differ, and the number of the first event that differs.
fn compare(
    subject: &Subject<'_>,
    node: &mut NodeHost,
    cases: &Cases,
) -> Result<Option<(Differing, Option<usize>)>, Failure> {
    for (setting, events) in &cases.runs {
        let text: String = events.iter().map(|line| format!("{line}\n")).collect();
        let expected = subject.run_in_node(node, setting, &text)?;
        let got = subject.run_natively(setting, &text)?;
        if let Some(difference) = expected.difference(&got, &text) {
            // Lines that are no events leave no trace, so numbers count events only.
            let first = expected.first_differing_event(&got);
            let numbered: Vec<_> = (0..events.len()).filter(|index| is_event(&events[*index])).collect();
            let first = first.and_then(|first| numbered.get(first).copied());
            let differing = Differing { setting: setting.clone(), events: events.clone(), difference };
            return Ok(Some((differing, first)));
        }
    }
    Ok(None)
}

fn is_event(line: &str) -> bool {
    matches!(Sample::parse(line), Some(Sample::Object(_)))
}

fn report_agreement(subject: &Subject<'_>, cases: &Cases, terminal: &Terminal) -> Result<(), Failure> {
    let events: usize = cases.runs.iter().map(|(_, events)| events.len()).sum();
    let configs = cases.runs.len();
    let plural = if configs == 1 { "" } else { "s" };
    let mut text = format!("{}: {events} events under {configs} config{plural}, no difference", subject.package);
    if !cases.branches.is_empty() {
        let percent = 100.0 * cases.reached.len() as f64 / cases.branches.len() as f64;
        text += &format!("; {}/{} branches reached ({percent:.1} %)", cases.reached.len(), cases.branches.len());
    }
    terminal.status("Verified", &text)?;
    let reached: BTreeSet<_> = cases.reached.iter().copied().collect();
    let missed: Vec<_> =
        cases.branches.iter().enumerate().filter(|(index, _)| !reached.contains(index)).map(|(_, one)| one).collect();
    for Branch { file, line, column, what } in missed.iter().take(LISTED) {
        terminal.status("not reached", &format!("{file}:{line}:{column} {what}"))?;
    }
    if missed.len() > LISTED {
        terminal.status("not reached", &format!("and {} more", missed.len() - LISTED))?;
    }
    Ok(())
}

/// Prints the case and keeps its files, so that it can be run again.
fn report_difference(
    subject: &Subject<'_>,
    case: &Differing,
    args: &VerifyArgs,
    cache: &Cache,
    terminal: &Terminal,
) -> Result<(), Failure> {
    let folder = cache.path("differences").join(&subject.package);
    let config = case.setting.sample().to_string();
    let events: String = case.events.iter().map(|line| format!("{line}\n")).collect();
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::write(&path, text).map_err(|error| cannot("write", &path, &error)).map(|()| path)
    };
    fs::create_dir_all(&folder).map_err(|error| cannot("create", &folder, &error))?;
    let (config_path, events_path) = (write("config.json", &config)?, write("events.ndjson", &events)?);
    terminal.error(&format!("the native build of `{}` differs from its source under Node", subject.package))?;
    let mut out = io::stdout().lock();
    writeln!(out, "config: {config}")?;
    for (key, file) in &case.setting.attachments {
        let content = fs::read(file).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
        writeln!(out, "attachment {key}: {content}")?;
    }
    for event in &case.events {
        writeln!(out, "event:  {event}")?;
    }
    writeln!(out, "\n{}", case.difference)?;
    let path = subject.folder.display();
    if case.setting.attachments.is_empty() {
        let (events, config) = (shown(&events_path), shown(&config_path));
        writeln!(
            out,
            "repeat this case: prickle verify {path} --events {events} --config {config} --seed {}",
            args.seed
        )?;
    }
    if args.events.is_none() {
        writeln!(out, "repeat the search: prickle verify {path} --cases {} --seed {}", args.cases, args.seed)?;
    }
    Err(Failure::Reported)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
