//! Builds the program with cargo.

use std::fs;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::Value;

use super::cache::{Cache, cannot};
use super::processor;
use super::workspace::Workspace;
use crate::base::IndexVec;
use crate::cli::Failure;
use crate::cli::args::ProgramArgs;
use crate::cli::terminal::Terminal;
use crate::diag::{Diagnostic, Sources, codes};

/// What cargo said.
#[derive(Debug, Default)]
struct Output {
    /// The program that it built.
    program: Option<PathBuf>,
    /// Packages with an error.
    broken: Vec<String>,
    /// The rendered errors.
    errors: String,
    /// What it wrote to stderr.
    log: String,
}

/// Writes the workspace, builds it and returns the program.
pub fn build(
    workspace: &Workspace,
    cache: &Cache,
    args: &ProgramArgs,
    terminal: &mut Terminal,
) -> Result<PathBuf, Failure> {
    let _lock = cache.lock()?;
    // Another run may have built the same while this one waited.
    if let Some(program) = workspace.built_program() {
        return Ok(program);
    }
    workspace.write()?;
    let plural = if workspace.plugins.len() == 1 { "" } else { "s" };
    terminal.status("Building", &format!("the native program of {} plugin{plural}", workspace.plugins.len()))?;
    let (succeeded, output) = run(&command(workspace, cache, args), terminal)?;
    match output.program {
        Some(program) if succeeded => workspace.keep_program(&program),
        _ => Err(failed(workspace, &output, terminal)),
    }
}

fn command(workspace: &Workspace, cache: &Cache, args: &ProgramArgs) -> Vec<std::ffi::OsString> {
    let mut arguments: Vec<std::ffi::OsString> =
        ["build", "--release", "--message-format=json", "--package", &workspace.package, "--manifest-path"]
            .map(Into::into)
            .to_vec();
    arguments.push(workspace.folder.join("Cargo.toml").into());
    arguments.extend(["--target-dir".into(), cache.path("target").into()]);
    arguments.extend(processor::cargo_config().iter().flat_map(|config| ["--config".into(), config.into()]));
    arguments.extend(args.offline.then(|| "--offline".into()));
    arguments.extend(args.locked.then(|| "--locked".into()));
    arguments
}

fn run(arguments: &[std::ffi::OsString], terminal: &Terminal) -> Result<(bool, Output), Failure> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let spawned =
        Command::new(&cargo).args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = spawned.map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Failure::Message(
            "cargo was not found; `prickle run` builds a native program with the Rust toolchain: see https://rustup.rs"
                .to_owned(),
        ),
        _ => cannot("start", Path::new(&cargo), &error),
    })?;
    let spinner = terminal.shows_progress().then(spinner);
    let stderr = child.stderr.take();
    let stdout = child.stdout.take();
    let mut output = Output::default();
    std::thread::scope(|scope| {
        let log = scope.spawn(|| stderr.map(|stderr| read_log(stderr, spinner.as_ref())).unwrap_or_default());
        if let Some(stdout) = stdout {
            read_messages(stdout, &mut output);
        }
        output.log = log.join().unwrap_or_default();
    });
    let status = child.wait().map_err(|error| cannot("wait for", Path::new(&cargo), &error))?;
    if let Some(spinner) = spinner {
        spinner.finish_and_clear();
    }
    Ok((status.success(), output))
}

fn spinner() -> ProgressBar {
    let spinner = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner:>12} {elapsed} {wide_msg}") {
        spinner.set_style(style);
    }
    spinner.enable_steady_tick(Duration::from_millis(100));
    spinner
}

/// Reads what cargo says to people; the newest line is shown.
fn read_log(stderr: impl Read, spinner: Option<&ProgressBar>) -> String {
    let mut log = String::new();
    for line in BufReader::new(stderr).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line).into_owned();
        if let Some(spinner) = spinner {
            spinner.set_message(line.trim().to_owned());
        }
        log += &line;
        log.push('\n');
    }
    log
}

/// Reads what cargo says to tools.
fn read_messages(stdout: impl Read, output: &mut Output) {
    for line in BufReader::new(stdout).lines().map_while(Result::ok) {
        let Ok(message) = serde_json::from_str::<Value>(&line) else { continue };
        match message["reason"].as_str() {
            Some("compiler-artifact") => {
                if let Some(program) = message["executable"].as_str() {
                    output.program = Some(program.into());
                }
            }
            Some("compiler-message") if message["message"]["level"] == "error" => {
                output.broken.extend(message["package_id"].as_str().map(ToOwned::to_owned));
                output.errors += message["message"]["rendered"].as_str().unwrap_or_default();
            }
            _ => {}
        }
    }
}

/// Says why there is no program. That a generated crate does not compile is our fault, and no plugin's.
fn failed(workspace: &Workspace, output: &Output, terminal: &mut Terminal) -> Failure {
    let log_path = workspace.folder.join("build.log");
    let kept = fs::write(&log_path, format!("{}\n{}", output.errors, output.log));
    let broken: Vec<_> = workspace
        .plugins
        .iter()
        .filter(|plugin| output.broken.iter().any(|id| id.contains(&format!("/plugins/{plugin}#"))))
        .collect();
    if broken.is_empty() {
        return Failure::Message(format!("cargo could not build the program\n{}{}", output.errors, output.log));
    }
    let files = IndexVec::new();
    for plugin in broken {
        let title = format!("the code generated for `{plugin}` does not compile");
        let diagnostic = Diagnostic::error(codes::GENERATED_CODE_REJECTED, title)
            .note("this is a bug of prickle, not of the plugin; please report it")
            .note(match &kept {
                Ok(()) => format!("what cargo said is in {}", log_path.display()),
                Err(error) => format!("what cargo said could not be written to {}: {error}", log_path.display()),
            });
        let sources = Sources { prefix: "", files: &files };
        if let Err(error) = terminal.diagnostics(&[diagnostic], sources, Some(plugin)) {
            return error.into();
        }
    }
    Failure::Reported
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_and_the_errors_are_found_in_what_cargo_says() {
        let messages = r#"{"reason":"compiler-artifact","executable":null}
{"reason":"compiler-message","package_id":"path+file:///c/plugins/hello#0.1.0","message":{"level":"warning","rendered":"w"}}
{"reason":"compiler-message","package_id":"path+file:///c/plugins/hello#0.1.0","message":{"level":"error","rendered":"e1\n"}}
not json
{"reason":"compiler-artifact","executable":"/t/release/p"}
"#;
        let mut output = Output::default();
        read_messages(messages.as_bytes(), &mut output);
        assert_eq!(output.program.as_deref(), Some(Path::new("/t/release/p")));
        assert_eq!(output.broken, ["path+file:///c/plugins/hello#0.1.0"]);
        assert_eq!(output.errors, "e1\n");
    }
}
