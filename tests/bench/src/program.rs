//! Native programs of compiled plugins.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use prickle_compiler::load::Definitions;
use prickle_compiler::pipeline;
use serde_json::{Value, json};

use crate::{Outcome, here, repository};

/// Compiles the plugin in `folder`, and writes its crate to `target`.
pub fn compile(folder: &Path, target: &Path) -> Outcome<()> {
    let compiled = pipeline::compile(folder, &Definitions::default())
        .map_err(|refused| format!("{}: {:?}", folder.display(), refused.diagnostics.first()))?;
    for (path, text) in compiled.emitted.files {
        let path = target.join(path);
        fs::create_dir_all(path.parent().ok_or("a file is in a folder")?)?;
        if fs::read_to_string(&path).ok().as_ref() != Some(&text) {
            fs::write(path, text)?;
        }
    }
    Ok(())
}

/// How the program counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Flavor {
    /// As `prickle run` builds it.
    Plain,
    /// Prints how often it allocated.
    Counting,
}

/// Writes a workspace with a program of the crates in its folder `crates`.
pub fn write(workspace: &Path, packages: &[String], flavor: Flavor) -> Outcome<()> {
    let runtime = repository().join("runtime").canonicalize()?;
    let io = runtime.join("io");
    let mut manifest = format!(
        "[workspace]\nmembers = [\".\"]\n\n[package]\nname = \"program\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [profile.release]\nlto = \"off\"\ncodegen-units = 1\n\n[profile.dev]\ndebug = false\n\n\
         [patch.crates-io]\nprickle-runtime = {{ path = {runtime:?} }}\n\n[dependencies]\nprickle-io = {{ path = {io:?} }}\n"
    );
    let mut entries = String::new();
    for package in packages {
        manifest += &format!("{package} = {{ path = \"crates/{package}\" }}\n");
        entries += &format!("        ({package:?}, &{}::PLUGIN),\n", package.replace('-', "_"));
    }
    let run = format!("prickle_io::main(&[\n{entries}    ])");
    let main = match flavor {
        Flavor::Plain => format!("fn main() -> std::process::ExitCode {{\n    {run}\n}}\n"),
        Flavor::Counting => {
            manifest += "stats_alloc = \"=0.1.10\"\n";
            format!(
                "#[global_allocator]\nstatic ALLOCATOR: &stats_alloc::StatsAlloc<std::alloc::System> = &stats_alloc::INSTRUMENTED_SYSTEM;\n\n\
                 fn main() -> std::process::ExitCode {{\n    let code = {run};\n    eprintln!(\"{{}}\", ALLOCATOR.stats().allocations + ALLOCATOR.stats().reallocations);\n    code\n}}\n"
            )
        }
    };
    fs::create_dir_all(workspace.join("src"))?;
    fs::write(workspace.join("Cargo.toml"), manifest)?;
    fs::write(workspace.join("src/main.rs"), main)?;
    fs::copy(repository().join("Cargo.lock"), workspace.join("Cargo.lock"))?;
    Ok(())
}

/// Builds the workspace's program; how long that took.
pub fn cargo(workspace: &Path, release: bool) -> Outcome<(PathBuf, Duration)> {
    let target = here().join("target/programs");
    let start = Instant::now();
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(["build", "--quiet"]).args(release.then_some("--release")).current_dir(workspace);
    // As `prickle run` does.
    command.args(prickle_compiler::cli::processor::cargo_config().iter().flat_map(|config| ["--config", config]));
    let status = command.env("CARGO_TARGET_DIR", &target).env_remove("RUSTFLAGS").status()?;
    if !status.success() {
        return Err(format!("cargo failed in {}", workspace.display()).into());
    }
    let profile = if release { "release" } else { "debug" };
    Ok((target.join(profile).join("program"), start.elapsed()))
}

/// How long something took.
#[derive(Clone, Copy)]
pub struct Time {
    pub seconds: f64,
    /// Of all threads; what another process does in the meantime is not in it.
    pub cpu_seconds: f64,
}

/// The CPU seconds of all children that were waited for, in steps of a hundredth.
fn cpu_seconds_of_children() -> Outcome<f64> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let (_, fields) = stat.rsplit_once(')').ok_or("no command in /proc/self/stat")?;
    let ticks = fields.split_whitespace().skip(13).take(2).map(str::parse::<f64>);
    Ok(ticks.sum::<Result<f64, _>>()? / 100.0)
}

/// What a run of the program used.
pub struct Usage {
    pub time: Time,
    pub peak_megabytes: f64,
    pub stderr: String,
}

/// Runs the six plugins on `input`.
pub fn run(program: &Path, input: &Path, output: &Path) -> Outcome<Usage> {
    let chain: Vec<Value> = serde_json::from_str(&fs::read_to_string(here().join("chain.json"))?)?;
    let numbered = (1..).zip(chain).map(|(id, mut entry)| {
        entry["id"] = json!(id);
        entry
    });
    let plan =
        json!({ "input": input, "output": output, "chain": numbered.collect::<Vec<_>>(), "plugin_status": false });
    let path = input.with_extension("plan.json");
    fs::write(&path, plan.to_string())?;
    let cpu = cpu_seconds_of_children()?;
    let start = Instant::now();
    let mut child = Command::new(program).arg(path).stderr(Stdio::piped()).spawn()?;
    let status_file = format!("/proc/{}/status", child.id());
    let mut peak = 0.0_f64;
    // The peak is read while the process runs, for it is gone with it; waiting in short steps costs the measured time little.
    while child.try_wait()?.is_none() {
        if let Ok(status) = fs::read_to_string(&status_file) {
            let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            let kilobytes = line.and_then(|rest| rest.trim().trim_end_matches(" kB").parse::<f64>().ok());
            peak = peak.max(kilobytes.unwrap_or(0.0) / 1024.0);
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    let seconds = start.elapsed().as_secs_f64();
    let output = child.wait_with_output()?;
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    if !output.status.success() {
        return Err(format!("the program failed: {stderr}").into());
    }
    let time = Time { seconds, cpu_seconds: cpu_seconds_of_children()? - cpu };
    Ok(Usage { time, peak_megabytes: peak, stderr })
}
