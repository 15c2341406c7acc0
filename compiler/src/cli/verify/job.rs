//! Runs the same events through a plugin twice: its source under Node, and the native program.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Map, Value, json};

use super::configs::Setting;
use super::node_host::NodeHost;
use crate::cli::Failure;
use crate::cli::difference;
use crate::cli::run::cache::cannot;

/// How many seconds loops may run: less than for real, since both sides would wait.
const LOOP_SECONDS: u32 = 10;

/// What every clock reads: 2024-01-15T12:34:56.789Z.
const CLOCK: f64 = 1_705_322_096_789.0;

/// What can be observed of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observed {
    /// What happened to each event.
    pub trace: String,
    /// The surviving events.
    pub output: String,
    /// The lines that were no events.
    pub rejects: String,
    /// What `meta.storage` holds at the end, sorted.
    pub storage: String,
}

/// A plugin on both sides.
#[derive(Debug)]
pub struct Subject<'s> {
    /// Its folder, absolute.
    pub folder: PathBuf,
    /// The package of its crate.
    pub package: String,
    /// What runs under the clock of the server, of what it exports.
    pub ticks: Vec<String>,
    /// The native program, which has its crate.
    pub program: &'s Path,
    /// Seed of `Math.random()`.
    pub seed: u32,
    /// Where files for a run go.
    pub scratch: PathBuf,
    /// Build-time constants.
    pub definitions: Value,
}

impl Subject<'_> {
    /// What both sides are told alike.
    pub fn options(&self) -> Value {
        json!({ "clock": CLOCK, "seed": self.seed, "ticks": self.ticks, "taskTimeout": LOOP_SECONDS, "definitions": self.definitions })
    }

    /// Runs the source under Node.
    pub fn run_in_node(&self, node: &mut NodeHost, setting: &Setting, events: &str) -> Result<Observed, Failure> {
        let mut entry = setting.spec();
        entry["source"] = json!(self.folder);
        let mut job = self.options();
        job["name"] = json!(self.package);
        job["pipeline"] = json!({ "plugin": [entry] });
        job["base"] = json!(self.folder);
        job["input"] = json!(events);
        let answer = node.ask(&job)?;
        if let Some(error) = answer["error"].as_str() {
            return Err(Failure::Message(format!("{} cannot be run under Node\n{error}", self.package)));
        }
        let text = |key: &str| answer[key].as_str().unwrap_or_default().to_owned();
        Ok(Observed {
            trace: text("trace"),
            output: text("output"),
            rejects: text("rejects"),
            storage: sorted(&text("storage")),
        })
    }

    /// Runs the native program.
    pub fn run_natively(&self, setting: &Setting, events: &str) -> Result<Observed, Failure> {
        let path = |name: &str| self.scratch.join(name);
        let write =
            |name: &str, text: &str| fs::write(path(name), text).map_err(|error| cannot("write", &path(name), &error));
        write("events.ndjson", events)?;
        let limits = json!({ "loop_seconds": LOOP_SECONDS });
        let mut plan = json!({ "clock": CLOCK, "seed": self.seed, "ticks": self.ticks, "input": path("events.ndjson"), "limits": limits });
        for name in ["trace", "output", "rejects", "storage"] {
            plan[name] = json!(path(&format!("{name}.ndjson")));
        }
        plan["chain"] = json!([]);
        // The config goes in as it is spelled.
        let instance = format!(
            "{{\"plugin\":{},\"id\":1,\"config\":{},\"attachments\":{}}}",
            json!(self.package),
            setting.sample(),
            self.attachments(setting)
        );
        write("plan.json", &plan.to_string().replace("\"chain\":[]", &format!("\"chain\":[{instance}]")))?;
        let mut command = Command::new(self.program);
        command
            .arg(path("plan.json"))
            .env("TZ", "UTC")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        let run = command.output().map_err(|error| cannot("start", self.program, &error))?;
        // 1 says that some lines were no events.
        if !matches!(run.status.code(), Some(0 | 1)) {
            let log = String::from_utf8_lossy(&run.stderr);
            return Ok(Observed {
                trace: format!("the native program ended with {}\n{log}", run.status),
                ..Observed::nothing()
            });
        }
        let read = |name: &str| {
            fs::read(path(&format!("{name}.ndjson"))).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        };
        let read = |name: &str| read(name).map_err(|error| cannot("read", &path(name), &error));
        Ok(Observed {
            trace: read("trace")?,
            output: read("output")?,
            rejects: read("rejects")?,
            storage: sorted(&read("storage")?),
        })
    }

    fn attachments(&self, setting: &Setting) -> Value {
        let described = setting.attachments.iter().map(|(key, file)| {
            let file_name = file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
            let content_type = crate::cli::run::content_type(&file_name);
            (key.clone(), json!({ "path": file, "file_name": file_name, "content_type": content_type }))
        });
        Value::Object(described.collect::<Map<_, _>>())
    }

    /// How the two sides differ on these events, if they do.
    pub fn difference(
        &self,
        node: &mut NodeHost,
        setting: &Setting,
        events: &[String],
    ) -> Result<Option<String>, Failure> {
        let events: String = events.iter().map(|line| format!("{line}\n")).collect();
        let expected = self.run_in_node(node, setting, &events)?;
        Ok(expected.difference(&self.run_natively(setting, &events)?, &events))
    }
}

fn sorted(lines: &str) -> String {
    let mut lines: Vec<_> = lines.lines().collect();
    lines.sort_unstable();
    lines.iter().map(|line| format!("{line}\n")).collect()
}

impl Observed {
    fn nothing() -> Self {
        Self { trace: String::new(), output: String::new(), rejects: String::new(), storage: String::new() }
    }

    /// How what is `got` differs from what is expected, which is `self`.
    pub fn difference(&self, got: &Self, events: &str) -> Option<String> {
        if let Some(shown) = difference::show(&self.trace, &got.trace, events) {
            return Some(shown);
        }
        let others = [
            ("surviving events", &self.output, &got.output),
            ("rejected lines", &self.rejects, &got.rejects),
            ("stored values", &self.storage, &got.storage),
        ];
        let differing = others.into_iter().find(|(_, expected, got)| expected != got);
        differing.map(|(what, expected, got)| format!("the {what} differ\n{}", difference::changes(expected, got)))
    }

    /// The number of the first event that differs, where it is one event.
    pub fn first_differing_event(&self, got: &Self) -> Option<usize> {
        let is_event = |line: &&str| line.starts_with("{\"event\":");
        let (expected, got) = (self.trace.lines().filter(is_event), got.trace.lines().filter(is_event));
        expected.zip(got).position(|(expected, got)| expected != got)
    }
}
