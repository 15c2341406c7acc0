//! `prickle dump`: what a stage makes of a plugin, for people who work on the compiler.

use std::io::{self, Write};
use std::slice;

use super::args::{DumpArgs, Stage};
use super::terminal::Terminal;
use super::{Failure, plugins};
use crate::ir;
use crate::load::Definitions;

pub(super) fn run(args: &DumpArgs, definitions: &Definitions, terminal: &mut Terminal) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    for folder in plugins::folders(slice::from_ref(&args.path), terminal)? {
        match args.stage {
            Stage::Ast => stdout.write_all(plugins::syntax_tree(&folder, terminal)?.as_bytes())?,
            Stage::Ir => {
                stdout.write_all(ir::print(&plugins::check(&folder, definitions, terminal)?.program).as_bytes())?
            }
            Stage::Facts => writeln!(stdout, "{:#?}", plugins::check(&folder, definitions, terminal)?.facts)?,
            Stage::Rust => {
                for (path, text) in plugins::compile(&folder, definitions, terminal)?.emitted.files {
                    writeln!(stdout, "// ---- {path}\n{text}")?;
                }
            }
        }
    }
    Ok(())
}
