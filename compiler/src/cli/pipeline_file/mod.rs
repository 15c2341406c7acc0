//! The pipeline file: which plugins, with which configs, on which host. TOML with a place for every mistake.

mod config;
mod entry;
mod host;
mod table;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use toml::de::DeTable;

use crate::base::{FileId, IndexVec, SourceFile};
use crate::diag::{Diagnostic, Reporter, codes};
use crate::pipeline::Refused;
use table::{Table, in_file, span};

/// A pipeline file that nothing is wrong with.
#[derive(Debug)]
pub struct PipelineFile {
    /// The chain of teams without one of their own.
    pub chain: Vec<PluginEntry>,
    /// Further chains, by team id.
    pub teams: BTreeMap<i64, Vec<PluginEntry>>,
    /// Whether `$plugins_succeeded` and `$plugins_failed` are written.
    pub plugin_status: bool,
}

/// One configured plugin.
#[derive(Debug)]
pub struct PluginEntry {
    /// The plugin folder.
    pub source: PathBuf,
    /// The number in `Hello World (39)`.
    pub id: u32,
    /// False takes it out of the chain.
    pub enabled: bool,
    /// `meta.config`.
    pub config: serde_json::Map<String, serde_json::Value>,
    /// Files by attachment key.
    pub attachments: Vec<(String, PathBuf)>,
}

impl PipelineFile {
    /// All enabled plugins: the top-level chain, then those of the teams.
    pub fn enabled(&self) -> impl Iterator<Item = &PluginEntry> {
        self.chain.iter().chain(self.teams.values().flatten()).filter(|entry| entry.enabled)
    }
}

/// Reads a pipeline file and holds it against the plugin.json of each plugin that it names.
///
/// # Errors
/// When something is wrong with it.
pub fn read(path: &Path) -> Result<PipelineFile, Refused> {
    let mut files = IndexVec::new();
    let mut reporter = Reporter::new();
    let pipeline = read_file(path, &mut files, &mut reporter);
    match pipeline {
        Some(pipeline) if !reporter.has_errors() => Ok(pipeline),
        _ => Err(Refused { files, diagnostics: reporter.finish() }),
    }
}

fn read_file(path: &Path, files: &mut IndexVec<FileId, SourceFile>, reporter: &mut Reporter) -> Option<PipelineFile> {
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            let why = match error.kind() {
                std::io::ErrorKind::NotFound => "it does not exist".to_owned(),
                std::io::ErrorKind::InvalidData => "it is not valid UTF-8".to_owned(),
                std::io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
                _ => error.to_string(),
            };
            let title = format!("cannot read the pipeline file: {why}");
            let diagnostic = Diagnostic::error(codes::PIPELINE_FILE_UNREADABLE, title).at_path(name);
            reporter.report(match error.kind() {
                std::io::ErrorKind::IsADirectory if path.join("pipeline.toml").is_file() => {
                    diagnostic.help("name the file in it: `pipeline.toml`")
                }
                std::io::ErrorKind::IsADirectory => diagnostic
                    .help("write a file that names the plugins: `[[plugin]]`, and below it `source = \"FOLDER\"`"),
                _ => diagnostic,
            });
            return None;
        }
    };
    let file = files.push(SourceFile::new(name, text));
    let folder = path.parent().unwrap_or(Path::new(""));
    let (root, errors) = DeTable::parse_recoverable(&files[file].text);
    for error in &errors {
        let place = error.span().unwrap_or_default();
        reporter.report(
            Diagnostic::error(codes::INVALID_TOML, "the pipeline file is not valid TOML")
                .primary(in_file(file, place), error.message()),
        );
    }
    if !errors.is_empty() {
        return None;
    }
    let mut table = Table::open(file, root.get_ref(), "the pipeline file");
    let mut reader = entry::Reader { file, folder, reporter };
    let chain = reader.chain(table.get("plugin").map(|(_, value)| value));
    let mut teams = BTreeMap::new();
    if let Some((_, value)) = table.get("team")
        && let Some(named) = table::expect_table(file, value, "team", reader.reporter)
    {
        for (key, value) in table::by_place(named) {
            let id = key.get_ref().parse::<i64>();
            let name = format!("team.{}", key.get_ref());
            let Some(team) = table::expect_table(file, value, &name, reader.reporter) else { continue };
            let mut team = Table::open(file, team, "a team");
            let chain = reader.chain(team.get("plugin").map(|(_, value)| value));
            team.finish(reader.reporter);
            match id {
                Ok(id) => drop(teams.insert(id, chain)),
                Err(_) => reader.reporter.report(
                    Diagnostic::error(codes::INVALID_TEAM, format!("`{}` is no team id", key.get_ref()))
                        .primary(span(file, key), "a whole number is needed")
                        .help("write the `team_id` of its events, as in `[team.2]`"),
                ),
            }
        }
    }
    let mut plugin_status = true;
    if let Some((_, value)) = table.get("output")
        && let Some(output) = table::expect_table(file, value, "output", reporter)
    {
        let mut output = Table::open(file, output, "output");
        plugin_status = output.flag("plugin_status", reporter).unwrap_or(true);
        output.finish(reporter);
    }
    if let Some((_, value)) = table.get("host")
        && let Some(host) = table::expect_table(file, value, "host", reporter)
    {
        host::check(Table::open(file, host, "host"), reporter);
    }
    table.finish(reporter);
    Some(PipelineFile { chain, teams, plugin_status })
}
