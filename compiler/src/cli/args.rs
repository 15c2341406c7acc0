//! The command line, as clap reads it.

use std::path::PathBuf;

use crate::load::Definitions;
use clap::{Args, Parser, Subcommand, ValueEnum};

/// Compiles PostHog plugins into readable Rust and runs them natively.
#[derive(Debug, Parser)]
#[command(name = "prickle", version, propagate_version = true, arg_required_else_help = true)]
#[command(after_help = "Example:\n  prickle new hello && prickle run hello/pipeline.toml --input hello/events.ndjson")]
pub struct Cli {
    /// What to do
    #[command(subcommand)]
    pub command: Command,
    /// What holds for every command
    #[command(flatten)]
    pub global: Global,
    /// Give a name of the source a value at compile time; the name may have dots, and the definition may be repeated:
    /// --define 'VERSION="1.2.0"' --define 'process.env.NODE_ENV="production"'
    #[arg(long, global = true, value_name = "NAME=JSON", value_parser = definition)]
    pub define: Vec<String>,
}

/// Refuses what is no definition, so that it counts as wrong usage.
fn definition(text: &str) -> Result<String, String> {
    Definitions::default().add(text).map(|()| text.to_owned())
}

/// Flags of every command.
#[derive(Clone, Copy, Debug, Args)]
pub struct Global {
    /// Say nothing but what is wrong
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// When to use colors; NO_COLOR is honored
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,
    /// How diagnostics are written: json puts one object per line on stdout (check, build) or stderr (others)
    #[arg(long, global = true, value_name = "FORMAT", default_value = "human")]
    pub message_format: MessageFormat,
}

/// When to use colors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// On a terminal
    Auto,
    /// Also elsewhere
    Always,
    /// Nowhere
    Never,
}

/// How diagnostics are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MessageFormat {
    /// For people
    Human,
    /// For tools
    Json,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a plugin folder that works
    #[command(after_help = "Example:\n  prickle new hello-world --ts")]
    New(NewArgs),
    /// Look for everything that is wrong with plugins; write nothing
    #[command(after_help = "Example:\n  prickle check plugins-src")]
    Check(CheckArgs),
    /// Write one Rust crate per plugin
    #[command(
        after_help = "Example:\n  prickle build plugins-src --out generated\n  prickle build plugins-src --out generated --check"
    )]
    Build(BuildArgs),
    /// Compile the plugins of a pipeline file and run events through them
    #[command(after_help = "Example:\n  prickle run pipeline.toml --input events.ndjson --output result.ndjson")]
    Run(Box<RunArgs>),
    /// Run a pipeline as a service (not in this version)
    #[command(after_help = "Example:\n  prickle serve pipeline.toml")]
    Serve(ServeArgs),
    /// Show what a plugin does: hooks, config keys, properties, capabilities
    #[command(after_help = "Example:\n  prickle inspect plugins-src/hello-world --format json")]
    Inspect(InspectArgs),
    /// Compare a plugin with its source under Node, on given or generated events
    #[command(
        after_help = "Example:\n  prickle verify plugins-src/hello-world\n  prickle verify plugins-src --cases 10000 --seed 7\n  prickle verify plugins-src/hello-world --events events.ndjson --config config.json"
    )]
    Verify(Box<VerifyArgs>),
    /// Explain a diagnostic code; without one, list all
    #[command(after_help = "Example:\n  prickle explain PK0102")]
    Explain(ExplainArgs),
    /// Print what a stage of the compiler makes of a plugin
    #[command(after_help = "Example:\n  prickle dump rust plugins-src/hello-world")]
    Dump(DumpArgs),
}

/// Flags of `prickle new`.
#[derive(Debug, Args)]
pub struct NewArgs {
    /// The folder to make; its last part names the plugin
    pub name: PathBuf,
    /// Write TypeScript
    #[arg(long)]
    pub ts: bool,
}

/// Flags of `prickle check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Plugin folders, or folders of plugin folders
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
}

/// Flags of `prickle build`.
#[derive(Debug, Args)]
pub struct BuildArgs {
    /// Plugin folders, or folders of plugin folders
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// The folder that gets one folder per crate
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Write nothing; exit 1 and print a diff where DIR is stale
    #[arg(long)]
    pub check: bool,
}

/// Flags of `prickle run`.
#[derive(Debug, Args)]
pub struct RunArgs {
    /// The pipeline file
    pub pipeline: PathBuf,
    /// Events, one JSON object per line; - is stdin
    #[arg(long, value_name = "FILE", default_value = "-")]
    pub input: PathBuf,
    /// Where surviving events go; - is stdout
    #[arg(long, value_name = "FILE", default_value = "-")]
    pub output: PathBuf,
    /// Where lines go that are no events
    #[arg(long, value_name = "FILE")]
    pub rejects: Option<PathBuf>,
    /// Write what happened to each event, one JSON object per line
    #[arg(long, value_name = "FILE")]
    pub trace: Option<PathBuf>,
    /// Every clock reads this instant, such as 2024-01-01T00:00:00Z
    #[arg(long, value_name = "RFC3339", value_parser = super::clock::parse)]
    pub clock: Option<f64>,
    /// Seed of Math.random() and crypto.randomUUID()
    #[arg(long, value_name = "N")]
    pub seed: Option<u32>,
    /// No network: answer requests from this JSON file
    #[arg(long, value_name = "FILE")]
    pub http_stub: Option<PathBuf>,
    /// Answer GeoIP look-ups from this JSON file (ip to record)
    #[arg(long, value_name = "FILE")]
    pub geoip_stub: Option<PathBuf>,
    /// After the last event, call every plugin's exported NAME; may be repeated
    #[arg(long, value_name = "NAME")]
    pub tick: Vec<String>,
    /// How the native program is built
    #[command(flatten)]
    pub program: ProgramArgs,
}

/// Flags of commands that build a native program.
#[derive(Clone, Debug, Args)]
pub struct ProgramArgs {
    /// The folder of the runtime crates to build against, instead of those in this binary
    #[arg(long, value_name = "PATH")]
    pub runtime: Option<PathBuf>,
    /// Passed on to cargo: use no network
    #[arg(long)]
    pub offline: bool,
    /// Passed on to cargo: Cargo.lock must not change
    #[arg(long)]
    pub locked: bool,
}

/// Flags of `prickle serve`.
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// The pipeline file
    pub pipeline: PathBuf,
}

/// Flags of `prickle inspect`.
#[derive(Debug, Args)]
pub struct InspectArgs {
    /// A plugin folder
    pub path: PathBuf,
    /// How to write it
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: InspectFormat,
}

/// How `prickle inspect` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum InspectFormat {
    /// For people
    Text,
    /// For tools
    Json,
}

/// Flags of `prickle verify`.
#[derive(Debug, Args)]
pub struct VerifyArgs {
    /// A plugin folder, or a folder of plugin folders
    pub path: PathBuf,
    /// Compare on these events, one JSON object per line, instead of generated ones
    #[arg(long, value_name = "FILE")]
    pub events: Option<PathBuf>,
    /// Give the plugin this config, a JSON object, instead of generated ones
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// How many events are generated for each plugin
    #[arg(long, value_name = "N", default_value_t = 1000)]
    pub cases: u32,
    /// Seed of what is generated, and of Math.random() in the plugin
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u32,
    /// How the native program is built
    #[command(flatten)]
    pub program: ProgramArgs,
}

/// Flags of `prickle explain`.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// A code such as PK0102
    pub code: Option<String>,
}

/// Flags of `prickle dump`.
#[derive(Debug, Args)]
pub struct DumpArgs {
    /// The stage
    pub stage: Stage,
    /// A plugin folder
    pub path: PathBuf,
}

/// A stage whose result can be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Stage {
    /// The syntax tree of the main file
    Ast,
    /// The program with names resolved and sugar gone
    Ir,
    /// What the analyses found out
    Facts,
    /// The generated crate
    Rust,
}
