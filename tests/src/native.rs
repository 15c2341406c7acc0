//! Compiles plugins, builds one program of them all and runs cases with it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use prickle_compiler::diag::{Sources, render};
use prickle_compiler::load::Definitions;
use prickle_compiler::pipeline;
use serde_json::{Map, Value, json};

use crate::case::Case;
use crate::folder::{repository, write_if_changed};
use crate::oracle::Run;

/// A case may not run longer.
const PATIENCE: Duration = Duration::from_secs(120);

/// A program with many plugins, and what became of those that are not in it.
#[derive(Debug)]
pub struct Program {
    path: PathBuf,
    /// Why a package is missing, by name.
    pub missing: BTreeMap<String, String>,
}

/// Compiles the packages in `copies`, each with its definitions, and builds a program of them in `workspace`.
///
/// # Errors
/// When nothing can be built at all.
pub fn build(packages: &BTreeMap<String, Vec<String>>, copies: &Path, workspace: &Path) -> Result<Program, String> {
    let mut missing = BTreeMap::new();
    let mut linked = Vec::new();
    for (package, definitions) in packages {
        match compile(package, definitions, copies, workspace) {
            Ok(()) => linked.push(package.clone()),
            Err(why) => {
                missing.insert(package.clone(), why);
            }
        }
    }
    // A crate that does not compile is left out, and must not take the others with it.
    loop {
        write_program(&linked, workspace).map_err(|error| format!("{}: {error}", workspace.display()))?;
        let built = cargo(workspace)?;
        if let Some(path) = built.program {
            return Ok(Program { path, missing });
        }
        let before = linked.len();
        for (package, why) in built.broken {
            linked.retain(|one| *one != package);
            missing.insert(package, format!("the generated crate does not compile\n{why}"));
        }
        if linked.len() == before {
            return Err(format!("cargo could not build the program\n{}", built.log));
        }
    }
}

/// Writes the crate of one package.
fn compile(package: &str, definitions: &[String], copies: &Path, workspace: &Path) -> Result<(), String> {
    let folder = copies.join(package);
    let mut constants = Definitions::default();
    definitions.iter().try_for_each(|definition| constants.add(definition))?;
    let compiled =
        std::panic::catch_unwind(|| pipeline::compile(&folder, &constants)).map_err(|_| "the compiler panicked")?;
    let compiled = compiled.map_err(|refused| {
        let sources = Sources { prefix: "", files: &refused.files };
        let shown: Vec<_> = refused.diagnostics.iter().map(|one| render(one, sources, false)).collect();
        format!("the compiler refuses it\n{}", shown.join("\n"))
    })?;
    let target = workspace.join("crates").join(package);
    let written: BTreeSet<_> = compiled.emitted.files.iter().map(|(path, _)| target.join(path)).collect();
    for (path, text) in &compiled.emitted.files {
        write_if_changed(&target.join(path), text).map_err(|error| format!("{path}: {error}"))?;
    }
    remove_others(&target, &written).map_err(|error| format!("{}: {error}", target.display()))
}

/// Removes what an earlier run left.
fn remove_others(folder: &Path, kept: &BTreeSet<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            remove_others(&path, kept)?;
        } else if !kept.contains(&path) {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

fn write_program(packages: &[String], workspace: &Path) -> std::io::Result<()> {
    let root = repository();
    let runtime = root.join("runtime");
    let mut manifest = format!(
        "[workspace]\nresolver = \"3\"\nmembers = [\".\"]\n\n[package]\nname = \"exec-program\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [profile.dev]\ndebug = false\nincremental = false\n\n[profile.dev.package.\"*\"]\nopt-level = 1\n\n\
         [patch.crates-io]\nprickle-runtime = {{ path = {runtime:?} }}\n\n[dependencies]\nprickle-io = {{ path = {:?} }}\n",
        runtime.join("io")
    );
    let mut entries = String::new();
    for package in packages {
        manifest += &format!("{package} = {{ path = \"crates/{package}\" }}\n");
        entries += &format!("        ({package:?}, &{}::PLUGIN),\n", package.replace('-', "_"));
    }
    // Generated crates are small and many: not optimising them is what makes the build short.
    for package in packages {
        manifest += &format!("\n[profile.dev.package.{package}]\nopt-level = 0\n");
    }
    let main = format!("fn main() -> std::process::ExitCode {{\n    prickle_io::main(&[\n{entries}    ])\n}}\n");
    write_if_changed(&workspace.join("Cargo.toml"), &manifest)?;
    write_if_changed(&workspace.join("src/main.rs"), &main)?;
    if !workspace.join("Cargo.lock").exists() {
        fs::copy(root.join("Cargo.lock"), workspace.join("Cargo.lock"))?;
    }
    Ok(())
}

/// What cargo made.
#[derive(Default)]
struct Built {
    program: Option<PathBuf>,
    broken: BTreeMap<String, String>,
    log: String,
}

fn cargo(workspace: &Path) -> Result<Built, String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["build", "--offline", "--keep-going", "--message-format=json"]).current_dir(workspace);
    command.env("CARGO_TARGET_DIR", workspace.join("target")).env_remove("RUSTFLAGS");
    let output = command.output().map_err(|error| format!("cannot start cargo: {error}"))?;
    let mut built = Built { log: String::from_utf8_lossy(&output.stderr).into_owned(), ..Built::default() };
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(message) = serde_json::from_str::<Value>(line) else { continue };
        match message["reason"].as_str() {
            Some("compiler-artifact") if message["executable"].is_string() && output.status.success() => {
                built.program = message["executable"].as_str().map(PathBuf::from);
            }
            Some("compiler-message") if message["message"]["level"] == "error" => {
                let package = message["target"]["name"].as_str().unwrap_or_default().replace('_', "-");
                let rendered = message["message"]["rendered"].as_str().unwrap_or_default();
                built.broken.entry(package).or_default().push_str(rendered);
            }
            _ => {}
        }
    }
    built.broken.remove("exec-program");
    Ok(built)
}

impl Program {
    /// Runs a case; its files go to `folder`.
    ///
    /// # Errors
    /// When a plugin of the case is not in the program, or the program fails.
    pub fn run(&self, case: &Case, copies: &Path, folder: &Path) -> Result<Run, String> {
        for plugin in &case.plugins {
            if let Some(why) = self.missing.get(&plugin.package) {
                return Err(format!("{}: {why}", plugin.package));
            }
        }
        let io = |error: std::io::Error| format!("{}: {error}", folder.display());
        fs::create_dir_all(folder).map_err(io)?;
        let path = |name: &str| folder.join(name);
        let names = ["trace.ndjson", "output.ndjson", "rejects.ndjson"];
        for name in names {
            fs::remove_file(path(name))
                .or_else(|error| if error.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(io(error)) })?;
        }
        fs::write(path("events.ndjson"), &case.events).map_err(io)?;
        fs::write(path("plan.json"), plan(case, copies, folder).to_string()).map_err(io)?;
        let log = execute(&self.path, &path("plan.json"), case.zone())?;
        let [trace, output, rejects] = names.map(|name| fs::read_to_string(path(name)).unwrap_or_default());
        if trace.is_empty() && !case.events.trim().is_empty() {
            return Err(format!("the program wrote no trace\n{log}"));
        }
        Ok(Run { trace, output, rejects })
    }
}

/// Runs the program to its end; what it wrote to stderr.
fn execute(program: &Path, plan: &Path, zone: &str) -> Result<String, String> {
    let mut command = Command::new(program);
    command.arg(plan).env("TZ", zone).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| format!("cannot start {}: {error}", program.display()))?;
    let mut stderr = child.stderr.take().expect("it is piped");
    let reader = std::thread::spawn(move || {
        let mut log = Vec::new();
        let _ = stderr.read_to_end(&mut log);
        String::from_utf8_lossy(&log).into_owned()
    });
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().map_err(|error| error.to_string())? {
            break status;
        }
        if start.elapsed() > PATIENCE {
            let _ = child.kill();
            let _ = child.wait();
            return Err(format!("the program ran longer than {} seconds", PATIENCE.as_secs()));
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    let log = reader.join().unwrap_or_default();
    // 1 says that some input lines were no events.
    match status.code() {
        Some(0 | 1) => Ok(log),
        _ => Err(format!("the program ended with {status}\n{log}")),
    }
}

/// The plan of a case, as `runtime/io/src/plan.rs` reads it.
fn plan(case: &Case, copies: &Path, folder: &Path) -> Value {
    let empty = Vec::new();
    let chain = |list: &Value| instances(list.as_array().unwrap_or(&empty), copies);
    let teams: Map<_, _> = case.pipeline["team"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(id, team)| (id.clone(), chain(&team["plugin"])))
        .collect();
    let mut plan = json!({
        "input": folder.join("events.ndjson"),
        "output": folder.join("output.ndjson"),
        "rejects": folder.join("rejects.ndjson"),
        "trace": folder.join("trace.ndjson"),
        "chain": chain(&case.pipeline["plugin"]),
        "teams": teams,
        "plugin_status": case.pipeline["output"]["plugin_status"].as_bool().unwrap_or(true),
    });
    let mut limits = Map::new();
    for (key, value) in &case.options {
        match key.as_str() {
            "loop_seconds" | "event_memory" => {
                limits.insert(key.clone(), value.clone());
            }
            // Matters of the process, see `execute`, and of the compiler.
            "zone" | "definitions" => {}
            _ => plan[key] = value.clone(),
        }
    }
    plan["limits"] = limits.into();
    plan
}

fn instances(list: &[Value], copies: &Path) -> Value {
    let enabled = list.iter().enumerate().filter(|(_, entry)| entry["enabled"] != json!(false));
    enabled
        .map(|(index, entry)| {
            let attachments: Map<_, _> = entry["attachments"]
                .as_object()
                .into_iter()
                .flatten()
                .map(|(key, file)| (key.clone(), attachment(&copies.join(file.as_str().expect("a path")))))
                .collect();
            json!({
                "plugin": entry["source"],
                "id": entry["id"].as_u64().unwrap_or(index as u64 + 1),
                "config": entry.get("config").unwrap_or(&json!({})),
                "attachments": attachments,
            })
        })
        .collect()
}

fn attachment(path: &Path) -> Value {
    let content_type = match path.extension().and_then(|extension| extension.to_str()) {
        Some("json") => "application/json",
        Some("csv") => "text/csv",
        Some("txt") => "text/plain",
        _ => "application/octet-stream",
    };
    let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    json!({ "path": path, "file_name": file_name, "content_type": content_type })
}
