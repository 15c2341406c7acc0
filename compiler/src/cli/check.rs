//! `prickle check`: everything that is wrong with plugins.

use super::args::CheckArgs;
use super::terminal::Terminal;
use super::{Failure, plugins};
use crate::load::Definitions;

pub(super) fn run(args: &CheckArgs, definitions: &Definitions, terminal: &mut Terminal) -> Result<(), Failure> {
    let folders = plugins::folders(&args.paths, terminal)?;
    let mut refused = false;
    for folder in &folders {
        match plugins::check(folder, definitions, terminal) {
            Ok(_) => {}
            Err(Failure::Reported) => refused = true,
            Err(other) => return Err(other),
        }
    }
    if refused {
        return Err(Failure::Reported);
    }
    let plural = if folders.len() == 1 { "" } else { "s" };
    Ok(terminal.status("Checked", &format!("{} plugin{plural}", folders.len()))?)
}
