//! `prickle explain`: the page of a diagnostic code.

use std::io::{self, Write};

use super::Failure;
use super::args::ExplainArgs;
use crate::diag::{Code, closest, codes};

pub(super) fn run(args: &ExplainArgs) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    let Some(name) = &args.code else {
        for row in codes::ALL {
            writeln!(stdout, "{}  {}", row.code, row.title)?;
        }
        return Ok(());
    };
    let Some(row) = Code::find(name) else {
        let names: Vec<_> = codes::ALL.iter().map(|row| row.code.to_string()).collect();
        let similar = closest(name, names.iter().map(String::as_str));
        let hint = similar.map_or_else(String::new, |similar| format!(" did you mean {similar}?"));
        return Err(Failure::Usage(format!("there is no code `{name}`;{hint} `prickle explain` lists all")));
    };
    Ok(stdout.write_all(row.page.as_bytes())?)
}
