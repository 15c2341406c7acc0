//! Behaviour cases: plugins, events, a pipeline, and the trace that Node wrote.
//!
//! `tests/README.md` describes the folders.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use crate::folder::{copy, repository, subfolders};

/// A plugin folder and the name under which it is compiled: unique over all cases.
#[derive(Clone, Debug)]
pub struct Plugin {
    /// Folder and package name of the copy.
    pub package: String,
    /// The folder in the repository.
    pub source: PathBuf,
    /// Build-time constants, each as `NAME=JSON`.
    pub definitions: Vec<String>,
}

/// One behaviour case.
#[derive(Clone, Debug)]
pub struct Case {
    /// `<feature>/<case>`, or `plugins/<plugin>/<variant>`.
    pub name: String,
    /// What its pipeline uses.
    pub plugins: Vec<Plugin>,
    /// A pipeline as JSON; sources and attachments are relative to the folder of copies.
    pub pipeline: Value,
    /// The events, one per line.
    pub events: String,
    /// `definitions`, `clock` (milliseconds), `zone`, `seed`, `ticks`, `loop_seconds`, `event_memory`.
    pub options: Map<String, Value>,
    /// Where the recorded trace is.
    pub expected: PathBuf,
    /// Whether Node can run it; the memory limit, for one, is ours alone.
    pub runs_in_node: bool,
}

impl Case {
    /// The time zone it runs in.
    #[must_use]
    pub fn zone(&self) -> &str {
        self.options.get("zone").and_then(Value::as_str).unwrap_or("UTC")
    }
}

/// The event of cases that bring none.
const DEFAULT_EVENTS: &str = "{\"event\":\"test\",\"distinct_id\":\"d\",\"team_id\":2,\"properties\":{}}\n";

/// The files of a case's folder that are no part of a plugin.
fn is_about_the_case(name: &str) -> bool {
    matches!(name, "case.json" | "events.ndjson" | "expected" | "expected.trace.ndjson")
}

/// All cases, sorted by name.
#[must_use]
pub fn all() -> Vec<Case> {
    let exec = repository().join("tests/exec");
    let plugins = repository().join("plugins-src");
    let mut cases: Vec<_> = subfolders(&exec)
        .iter()
        .flat_map(|feature| subfolders(&exec.join(feature)).into_iter().map(move |case| (feature.clone(), case)))
        .flat_map(|(feature, case)| exec_cases(&exec.join(&feature).join(&case), &feature, &case))
        .collect();
    cases.extend(subfolders(&plugins).iter().flat_map(|name| plugin_cases(&plugins.join(name), name)));
    cases.push(sample_pipeline(&plugins));
    cases
}

fn read_json(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The case in a folder: one for each of the time zones that it names, if it does.
fn exec_cases(folder: &Path, feature: &str, case: &str) -> Vec<Case> {
    let file = folder.join("case.json");
    let about = if file.exists() { read_json(&file) } else { json!({}) };
    let package = format!("{feature}-{case}");
    let (plugins, pipeline) = match about.get("pipeline") {
        Some(pipeline) => {
            let mut pipeline = pipeline.clone();
            let plugins = rename_sources(&mut pipeline, &package, folder);
            (plugins, pipeline)
        }
        None => {
            let entry = plugin_entry(&package, &about, &package);
            let definitions = definitions(&about);
            (vec![Plugin { package, source: folder.to_owned(), definitions }], json!({ "plugin": [entry] }))
        }
    };
    let one = Case {
        name: format!("{feature}/{case}"),
        plugins,
        pipeline,
        events: fs::read_to_string(folder.join("events.ndjson")).unwrap_or_else(|_| DEFAULT_EVENTS.to_owned()),
        options: about["options"].as_object().cloned().unwrap_or_default(),
        expected: folder.join("expected.trace.ndjson"),
        runs_in_node: about.get("node") != Some(&Value::Bool(false)),
    };
    let Some(zones) = about["zones"].as_array() else { return vec![one] };
    let in_zone = |zone: &Value| {
        let file = zone.as_str().expect("a time zone is a name").replace('/', "-");
        let mut case = one.clone();
        case.name = format!("{}/{file}", one.name);
        case.options.insert("zone".to_owned(), zone.clone());
        case.expected = folder.join(format!("expected/{file}.trace.ndjson"));
        case
    };
    zones.iter().map(in_zone).collect()
}

/// The build-time constants of a case.
fn definitions(about: &Value) -> Vec<String> {
    let options = about["options"]["definitions"].as_object().into_iter().flatten();
    options.map(|(name, value)| format!("{name}={value}")).collect()
}

/// An entry of a pipeline; attachments are named relative to `attachments_in`.
fn plugin_entry(package: &str, about: &Value, attachments_in: &str) -> Value {
    let attachments: Map<_, _> = about["attachments"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(key, file)| (key.clone(), json!(format!("{attachments_in}/{}", file.as_str().expect("a path")))))
        .collect();
    json!({ "source": package, "config": about.get("config").unwrap_or(&json!({})), "attachments": attachments })
}

/// Gives the plugins of a case's own pipeline names that no other case has.
fn rename_sources(pipeline: &mut Value, prefix: &str, folder: &Path) -> Vec<Plugin> {
    let mut plugins: Vec<Plugin> = Vec::new();
    let mut rename = |list: &mut Value| {
        for entry in list.as_array_mut().into_iter().flatten() {
            let source = entry["source"].as_str().expect("a plugin has a source").to_owned();
            let package = format!("{prefix}-{source}");
            entry["source"] = json!(package);
            if plugins.iter().all(|plugin| plugin.package != package) {
                plugins.push(Plugin { package, source: folder.join(source), definitions: Vec::new() });
            }
        }
    };
    if let Some(list) = pipeline.get_mut("plugin") {
        rename(list);
    }
    for team in pipeline.get_mut("team").and_then(Value::as_object_mut).into_iter().flatten() {
        rename(&mut team.1["plugin"]);
    }
    plugins
}

fn plugin_cases(folder: &Path, name: &str) -> Vec<Case> {
    let tests = folder.join("tests");
    let variants = read_json(&tests.join("cases.json"));
    let events = fs::read_to_string(tests.join("events.ndjson")).expect("a plugin has events");
    let variants = variants.as_array().expect("cases.json is a list");
    variants
        .iter()
        .map(|about| {
            let variant = about["name"].as_str().expect("a variant has a name");
            Case {
                name: format!("plugins/{name}/{variant}"),
                plugins: vec![Plugin { package: name.to_owned(), source: folder.to_owned(), definitions: Vec::new() }],
                pipeline: json!({ "plugin": [plugin_entry(name, about, &format!("{name}/tests"))] }),
                events: events.clone(),
                options: about["options"].as_object().cloned().unwrap_or_default(),
                expected: tests.join(format!("expected/{variant}.trace.ndjson")),
                runs_in_node: true,
            }
        })
        .collect()
}

/// The pipeline that the README runs first.
fn sample_pipeline(plugins: &Path) -> Case {
    let text = fs::read_to_string(plugins.join("pipeline.toml")).expect("the sample pipeline");
    let table: toml::Table = text.parse().expect("the sample pipeline is TOML");
    let pipeline = serde_json::to_value(table).expect("TOML without dates is JSON");
    let sources: Vec<_> =
        pipeline["plugin"].as_array().expect("plugins").iter().map(|one| one["source"].clone()).collect();
    let names = sources.iter().map(|source| source.as_str().expect("a path").to_owned());
    Case {
        name: "plugins/pipeline".to_owned(),
        plugins: names
            .map(|name| Plugin { source: plugins.join(&name), package: name, definitions: Vec::new() })
            .collect(),
        pipeline,
        events: fs::read_to_string(plugins.join("events.ndjson")).expect("the sample events"),
        options: Map::new(),
        expected: plugins.join("expected.trace.ndjson"),
        runs_in_node: true,
    }
}

/// Puts a copy of the plugin into `copies`, with the helper of the behaviour cases beside its main file.
///
/// # Errors
/// When a file cannot be copied.
pub fn prepare(plugin: &Plugin, copies: &Path) -> io::Result<()> {
    let target = copies.join(&plugin.package);
    if target.exists() {
        fs::remove_dir_all(&target)?;
    }
    copy(&plugin.source, &target, &is_about_the_case)?;
    let exec = repository().join("tests/exec");
    if plugin.source.starts_with(&exec) {
        fs::copy(exec.join("show.js"), target.join("show.js"))?;
    }
    Ok(())
}
