//! Measures the chain of six plugins against Node, and what building costs.
//!
//! `cargo run --release --manifest-path tests/bench/Cargo.toml [-- EVENTS [ROUNDS]]`, by default 100000 events and 5 rounds.
//! `… -- chain [EVENTS [ROUNDS]]` leaves out what building costs.
//! `… -- lines` only counts: the lines of each plugin and of its crate in `generated/`.
//! `… -- regexp [ROUNDS]` measures regular expressions alone, by default in 7 rounds.
//! Everything that is compared runs in turns, so that a busy machine is busy for both; medians are shown.

mod build;
mod chain;
mod lines;
mod program;
mod regexp;

use std::path::{Path, PathBuf};

/// What everything here may fail with.
type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// A row of the table.
struct Row {
    what: String,
    value: String,
    goal: &'static str,
}

/// The folder of this crate.
fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The repository.
fn repository() -> PathBuf {
    here().join("../..")
}

fn main() -> Outcome<()> {
    if std::env::args().nth(1).as_deref() == Some("lines") {
        print(&lines::measure_each()?);
        return Ok(());
    }
    if std::env::args().nth(1).as_deref() == Some("regexp") {
        let rounds = std::env::args().nth(2).map(|rounds| rounds.parse()).transpose()?.unwrap_or(7);
        print(&regexp::measure(rounds)?);
        return Ok(());
    }
    let only_chain = std::env::args().nth(1).as_deref() == Some("chain");
    let mut arguments =
        std::env::args().skip(1 + usize::from(only_chain)).map(|argument| argument.parse::<usize>());
    let events = arguments.next().transpose()?.unwrap_or(100_000);
    let rounds = arguments.next().transpose()?.unwrap_or(5);
    let mut rows = Vec::new();
    if !only_chain {
        rows.extend(build::measure()?);
        rows.extend(lines::measure()?);
    }
    rows.extend(chain::measure(events, rounds)?);
    print(&rows);
    Ok(())
}

/// Prints the table.
fn print(rows: &[Row]) {
    let width = |cell: fn(&Row) -> &str| rows.iter().map(|row| cell(row).chars().count()).max().unwrap_or(0);
    let (what, value) = (width(|row| &row.what), width(|row| &row.value));
    println!("| {:what$} | {:value$} | goal |\n|-{:-<what$}-|-{:-<value$}-|------|", "", "measured", "", "");
    for row in rows {
        println!("| {:what$} | {:value$} | {} |", row.what, row.value, row.goal);
    }
}

/// The middle value.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
