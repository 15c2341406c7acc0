//! `prickle build`: one crate per plugin.

use std::io::{self, Write};

use super::args::BuildArgs;
use super::output_folder::OutputFolder;
use super::terminal::Terminal;
use super::{Failure, plugins};
use crate::load::Definitions;

pub(super) fn run(args: &BuildArgs, definitions: &Definitions, terminal: &mut Terminal) -> Result<(), Failure> {
    let folders = plugins::folders(&args.paths, terminal)?;
    let compiled = plugins::compile_all(&folders, definitions, terminal)?;
    let crates: Vec<_> = compiled.iter().map(|compiled| &compiled.emitted).collect();
    let out = OutputFolder::new(&args.out);
    let plural = if crates.len() == 1 { "" } else { "s" };
    if args.check {
        let diff = out.diff(&crates)?;
        if diff.is_empty() {
            return Ok(terminal.status("Fresh", &format!("{} crate{plural}", crates.len()))?);
        }
        io::stdout().write_all(diff.as_bytes())?;
        let shown = args.out.display();
        return Err(Failure::Message(format!("{shown} is stale; `prickle build` without `--check` writes it anew")));
    }
    let changed = out.write(&crates)?;
    let text = format!("{} crate{plural} in {} ({changed} changed)", crates.len(), args.out.display());
    Ok(terminal.status("Built", &text)?)
}
