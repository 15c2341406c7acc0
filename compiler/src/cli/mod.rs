//! The `prickle` command. The only room that prints and writes files.

mod args;
mod bug;
mod build;
mod check;
mod clock;
pub mod difference;
mod dump;
mod explain;
mod inspect;
mod new;
mod output_folder;
pub mod pipeline_file;
mod plugins;
mod run;
mod terminal;
pub mod verify;

pub use run::processor;

use std::io;
use std::process::ExitCode;

use clap::Parser;

use crate::base::with_deep_stack;
use crate::load::Definitions;
use args::{Cli, Command};
use terminal::{JsonTo, Terminal};

/// Why a command did not succeed.
#[derive(Debug)]
enum Failure {
    /// Diagnostics say why.
    Reported,
    /// Something outside the plugin is wrong, in words.
    Message(String),
    /// The command was used wrongly, in words.
    Usage(String),
    /// Nobody reads the output any more.
    Closed,
}

impl From<io::Error> for Failure {
    /// Errors of stdout and stderr; those of files get a message with the path where they happen.
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Message(error.to_string()),
        }
    }
}

/// Runs the command that the arguments of the process name.
#[must_use]
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    bug::keep_messages();
    bug::catch(|| with_deep_stack(|| dispatch(&cli))).unwrap_or_else(|message| {
        let terminal = Terminal::new(cli.global, JsonTo::Stderr);
        drop(terminal.error(&format!("this is a bug of prickle, please report it: {message}")));
        ExitCode::FAILURE
    })
}

fn dispatch(cli: &Cli) -> ExitCode {
    let json_to = match cli.command {
        Command::Check(_) | Command::Build(_) => JsonTo::Stdout,
        _ => JsonTo::Stderr,
    };
    let mut terminal = Terminal::new(cli.global, json_to);
    let mut definitions = Definitions::default();
    // Wrong ones were refused when the command line was read.
    cli.define.iter().for_each(|definition| drop(definitions.add(definition)));
    let outcome = match &cli.command {
        Command::New(args) => new::run(args, &terminal),
        Command::Check(args) => check::run(args, &definitions, &mut terminal),
        Command::Build(args) => build::run(args, &definitions, &mut terminal),
        Command::Explain(args) => explain::run(args),
        Command::Serve(_) => {
            Err(Failure::Usage("`prickle serve` is not in this version; use `prickle run`".to_owned()))
        }
        Command::Verify(args) => verify::run(args, &definitions, &mut terminal),
        Command::Run(args) => run::run(args, &definitions, &mut terminal),
        Command::Inspect(args) => inspect::run(args, &definitions, &mut terminal),
        Command::Dump(args) => dump::run(args, &definitions, &mut terminal),
    };
    let printed = terminal.summary().map_err(Failure::from);
    match outcome.and(printed) {
        Ok(()) | Err(Failure::Closed) if !terminal.has_errors() => ExitCode::SUCCESS,
        Ok(()) | Err(Failure::Closed | Failure::Reported) => ExitCode::from(1),
        Err(Failure::Message(text)) => {
            drop(terminal.error(&text));
            ExitCode::from(1)
        }
        Err(Failure::Usage(text)) => {
            drop(terminal.error(&text));
            ExitCode::from(2)
        }
    }
}
