//! Makes up cases, guided by the branches of the source that they reach under Node.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::{Value, json};

use super::configs::{Configs, Setting};
use super::events::Events;
use super::job::Subject;
use super::node_host::NodeHost;
use super::random::Random;
use super::sample::Sample;
use super::values::Values;
use super::vocabulary::Vocabulary;
use crate::cli::Failure;
use crate::pipeline::Checked;

/// How many events Node is handed at once.
const BATCH: usize = 50;

/// How many configs a plugin is run with.
const SETTINGS: std::ops::RangeInclusive<usize> = 6..=60;

/// A branch of the source.
#[derive(Clone, Debug, Deserialize)]
pub struct Branch {
    /// The file, relative to the plugin folder.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, in UTF-16 code units.
    pub column: u32,
    /// `if`, `else`, `loop`, `&&`, …
    pub what: String,
}

/// What was made up.
#[derive(Debug)]
pub struct Cases {
    /// Configs, each with the lines of its events.
    pub runs: Vec<(Setting, Vec<String>)>,
    /// All branches of the files that were loaded.
    pub branches: Vec<Branch>,
    /// Which of them were reached: ascending indices.
    pub reached: Vec<usize>,
}

/// An event that reached something new, and the config it did that with.
struct Seed {
    setting: usize,
    event: Sample,
}

/// Looks for cases.
pub struct Explorer<'e> {
    node: &'e mut NodeHost,
    configs: Configs<'e>,
    vocabulary: &'e Vocabulary,
    random: Random,
    runs: Vec<(Setting, Vec<String>)>,
    events: Vec<Events<'e>>,
    /// Configs that reached something new by themselves or by an event.
    fruitful: Vec<usize>,
    corpus: Vec<Seed>,
}

impl<'e> Explorer<'e> {
    /// Begins.
    pub fn new(
        node: &'e mut NodeHost,
        subject: &Subject<'_>,
        checked: &'e Checked,
        vocabulary: &'e Vocabulary,
    ) -> Result<Self, Failure> {
        node.ask(&json!({ "explore": "start", "base": subject.folder, "source": subject.folder, "options": subject.options() }))?;
        Ok(Self {
            node,
            configs: Configs::new(checked, vocabulary, &subject.scratch),
            vocabulary,
            random: Random::new(u64::from(subject.seed)),
            runs: Vec::new(),
            events: Vec::new(),
            fruitful: Vec::new(),
            corpus: Vec::new(),
        })
    }

    /// Makes up `count` events for a number of configs.
    pub fn explore(mut self, count: usize, plugin: &Path) -> Result<Cases, Failure> {
        let mut settings = vec![self.configs.defaults()];
        settings.extend(self.configs.of_tests(plugin));
        let wanted = if self.configs.any() { (count / 40).clamp(*SETTINGS.start(), *SETTINGS.end()) } else { 1 };
        while settings.len() < wanted / 2 {
            settings.push(self.configs.fresh(&mut self.random)?);
        }
        self.add_settings(settings)?;
        let mut made = self.own_samples(plugin, count)?;
        while made < count {
            let spare = wanted.saturating_sub(self.runs.len());
            if spare > 0 && made > 0 {
                self.more_settings(spare.min(wanted / 8 + 1))?;
            }
            let batch: Vec<_> = (0..BATCH.min(count - made)).map(|_| self.next_event()).collect();
            made += batch.len();
            self.run(batch)?;
        }
        self.end()
    }

    /// The events that the author keeps beside the plugin, under each config.
    fn own_samples(&mut self, plugin: &Path, count: usize) -> Result<usize, Failure> {
        let mut lines = Vec::new();
        for name in ["events.ndjson", "tests/events.ndjson"] {
            let text = fs::read_to_string(plugin.join(name)).unwrap_or_default();
            lines.extend(text.lines().filter_map(Sample::parse).filter(|event| matches!(event, Sample::Object(_))));
        }
        let batch: Vec<_> = lines
            .iter()
            .flat_map(|event| (0..self.runs.len()).map(|setting| (setting, event.clone(), event.to_string())))
            .take(count / 4)
            .collect();
        let made = batch.len();
        self.run(batch)?;
        Ok(made)
    }

    fn add_settings(&mut self, settings: Vec<Setting>) -> Result<(), Failure> {
        let list: Vec<_> = settings.iter().map(Setting::spec).collect();
        let reached = self.reached(&json!({ "explore": "configs", "list": list }))?;
        for (setting, news) in settings.into_iter().zip(reached) {
            if news {
                self.fruitful.push(self.runs.len());
            }
            self.events.push(Events { values: Values::new(self.vocabulary, &setting.sample()) });
            self.runs.push((setting, Vec::new()));
        }
        Ok(())
    }

    fn more_settings(&mut self, count: usize) -> Result<(), Failure> {
        let mut settings = Vec::new();
        for _ in 0..count {
            settings.push(match self.random.pick(&self.fruitful) {
                Some(index) if self.random.chance(60) => {
                    self.configs.mutated(&self.runs[*index].0, &mut self.random)?
                }
                _ => self.configs.fresh(&mut self.random)?,
            });
        }
        self.add_settings(settings)
    }

    fn next_event(&mut self) -> (usize, Sample, String) {
        let random = &mut self.random;
        let (setting, event) = match random.pick(&self.corpus) {
            Some(seed) if random.chance(50) => {
                let setting = if random.chance(80) { seed.setting } else { random.below(self.runs.len()) };
                (setting, self.events[setting].mutated(&seed.event, random))
            }
            _ => {
                let fruitful = if random.chance(40) { random.pick(&self.fruitful).copied() } else { None };
                let setting = fruitful.unwrap_or_else(|| random.below(self.runs.len()));
                (setting, self.events[setting].fresh(random))
            }
        };
        let line = self.events[setting].line(&event, random).replace(['\n', '\r'], " ");
        (setting, event, line)
    }

    fn run(&mut self, batch: Vec<(usize, Sample, String)>) -> Result<(), Failure> {
        let list: Vec<_> = batch.iter().map(|(setting, _, line)| json!([setting, line])).collect();
        let reached = self.reached(&json!({ "explore": "events", "list": list }))?;
        for ((setting, event, line), news) in batch.into_iter().zip(reached) {
            self.runs[setting].1.push(line);
            if news {
                self.fruitful.push(setting);
                self.corpus.push(Seed { setting, event });
            }
        }
        Ok(())
    }

    /// Whether each item reached anything new.
    fn reached(&mut self, message: &Value) -> Result<Vec<bool>, Failure> {
        let answer = self.node.ask(message)?;
        let items = answer["reached"].as_array().cloned().unwrap_or_default();
        Ok(items.iter().map(|news| news.as_array().is_some_and(|news| !news.is_empty())).collect())
    }

    fn end(self) -> Result<Cases, Failure> {
        let mut answer = self.node.ask(&json!({ "explore": "end" }))?;
        let unusable = |error: serde_json::Error| Failure::Message(format!("node says of the branches: {error}"));
        Ok(Cases {
            runs: self.runs.into_iter().filter(|(_, events)| !events.is_empty()).collect(),
            branches: serde_json::from_value(answer["branches"].take()).map_err(unusable)?,
            reached: serde_json::from_value(answer["reached"].take()).map_err(unusable)?,
        })
    }
}
