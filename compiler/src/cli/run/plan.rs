//! The plan: what the native program is told, as one JSON file (its reader is `prickle-io`'s `plan` module).

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use serde_json::{Map, Value, json};

use super::cache::{Cache, cannot};
use crate::cli::Failure;
use crate::cli::args::RunArgs;
use crate::cli::pipeline_file::{PipelineFile, PluginEntry};

/// How long a plan is kept that no program has read: one that reads its own removes it at once.
const KEPT: Duration = Duration::from_secs(600);

/// The files that flags name, read before anything is built.
#[derive(Debug)]
pub struct Inputs {
    input: Option<PathBuf>,
    output: Option<PathBuf>,
    http_stub: Option<Value>,
    geoip_stub: Option<Value>,
}

impl Inputs {
    /// Reads them.
    pub fn read(args: &RunArgs) -> Result<Self, Failure> {
        let input = not_dash(&args.input);
        if let Some(path) = &input {
            // Found out now rather than after a build.
            fs::File::open(path).map_err(|error| cannot("read", path, &error))?;
        }
        let stub = |path: &Option<PathBuf>| path.as_deref().map(read_json).transpose();
        Ok(Self {
            input,
            output: not_dash(&args.output),
            http_stub: stub(&args.http_stub)?,
            geoip_stub: stub(&args.geoip_stub)?,
        })
    }
}

fn not_dash(path: &Path) -> Option<PathBuf> {
    (path != Path::new("-")).then(|| path.to_owned())
}

fn read_json(path: &Path) -> Result<Value, Failure> {
    let text = fs::read_to_string(path).map_err(|error| cannot("read", path, &error))?;
    serde_json::from_str(&text).map_err(|error| Failure::Message(format!("{}: {error}", path.display())))
}

/// Writes the plan where only this user can read it, for configs may hold secrets. `names` has the package of each plugin
/// folder.
pub fn write(
    pipeline: &PipelineFile,
    names: &BTreeMap<&Path, &str>,
    inputs: &Inputs,
    args: &RunArgs,
    cache: &Cache,
) -> Result<PathBuf, Failure> {
    let chain = |entries: &[PluginEntry]| -> Result<Vec<Value>, Failure> {
        entries.iter().filter(|entry| entry.enabled).map(|entry| instance(entry, names)).collect()
    };
    let mut teams = Map::new();
    for (team, entries) in &pipeline.teams {
        teams.insert(team.to_string(), chain(entries)?.into());
    }
    let plan = json!({
        "temporary": true,
        "input": inputs.input,
        "output": inputs.output,
        "rejects": args.rejects,
        "trace": args.trace,
        "chain": chain(&pipeline.chain)?,
        "teams": teams,
        "plugin_status": pipeline.plugin_status,
        "clock": args.clock,
        "seed": args.seed,
        "ticks": args.tick,
        "http_stub": inputs.http_stub,
        "geoip_stub": inputs.geoip_stub,
    });
    let folder = cache.path("plans");
    forget_old(&folder);
    let written = fs::create_dir_all(&folder).and_then(|()| {
        let mut file = tempfile::Builder::new().prefix("plan-").suffix(".json").tempfile_in(&folder)?;
        file.write_all(plan.to_string().as_bytes())?;
        Ok(file.keep()?.1)
    });
    written.map_err(|error| cannot("write the plan to", &folder, &error))
}

fn instance(entry: &PluginEntry, names: &BTreeMap<&Path, &str>) -> Result<Value, Failure> {
    let folder = super::absolute(&entry.source)?;
    let mut attachments = Map::new();
    for (key, path) in &entry.attachments {
        let file_name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let attachment = json!({
            "path": super::absolute(path)?,
            "content_type": content_type(&file_name),
            "file_name": file_name,
        });
        attachments.insert(key.clone(), attachment);
    }
    Ok(json!({
        "plugin": names.get(folder.as_path()),
        "id": entry.id,
        "config": entry.config,
        "attachments": attachments,
    }))
}

/// What a browser would have said about the file when it was uploaded.
pub fn content_type(file_name: &str) -> &'static str {
    match Path::new(file_name).extension().and_then(|extension| extension.to_str()) {
        Some("json") => "application/json",
        Some("csv") => "text/csv",
        Some("txt") => "text/plain",
        _ => "application/octet-stream",
    }
}

/// Removes the plans of earlier runs that came to nothing. One that cannot be removed stays for the next run to remove.
fn forget_old(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let age = entry
            .metadata()
            .and_then(|metadata| metadata.modified())
            .map(|time| SystemTime::now().duration_since(time));
        if matches!(age, Ok(Ok(age)) if age > KEPT) {
            drop(fs::remove_file(entry.path()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::content_type;

    #[test]
    fn content_types_follow_the_extension() {
        assert_eq!(content_type("a.json"), "application/json");
        assert_eq!(content_type("a.b.csv"), "text/csv");
        assert_eq!(content_type("json"), "application/octet-stream");
    }
}
