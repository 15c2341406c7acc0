//! Random programs do under Node what they do natively. A short run with a fixed seed; by hand as long as wanted:
//!
//! ```text
//! PRICKLE_PROGRAMS=20 PRICKLE_SEED=1000 cargo test -p prickle-tests --test programs -- --nocapture
//! ```
//!
//! runs 20 batches of 240 programs, each on 100 lists of values, with the seeds 1000, 1001, … Differences are grouped by what they look like, and
//! one in each batch is made small (`PRICKLE_SHRINK=4`: four), which takes some builds.

#![expect(clippy::print_stdout, reason = "long runs are watched")]

use std::path::Path;

use prickle_tests::{oracle, programs};

/// A number from the environment.
fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn random_programs_do_the_same() {
    if !oracle::prepare().expect("Node is ready") {
        println!("random programs are left out: there is no Node here");
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("programs");
    let batches = setting("PRICKLE_PROGRAMS");
    let (programs, runs) =
        if batches.is_some() { (240, setting("PRICKLE_RUNS").unwrap_or(100) as usize) } else { (60, 40) };
    let first = setting("PRICKLE_SEED").unwrap_or(1);
    let shrunk = setting("PRICKLE_SHRINK").unwrap_or(1) as usize;
    let mut findings = Vec::new();
    let mut pairs = 0;
    for seed in first..first + batches.unwrap_or(1) {
        let report = programs::run(seed, programs, runs, shrunk, &folder).expect("programs can be run");
        pairs += report.pairs;
        println!(
            "seed {seed}: {} programs, {} pairs compared ({pairs} in all), {} with another call site in a message, refused {:?}, ended loudly {:?}, {} findings",
            report.programs,
            report.pairs,
            report.messages,
            report.refused,
            report.unsupported,
            report.findings.len()
        );
        for finding in &report.findings {
            println!("---- seed {seed}\n{finding}");
        }
        findings.extend(report.findings);
    }
    assert!(pairs > 0, "nothing was compared");
    assert!(findings.is_empty(), "{} programs differ\n{}", findings.len(), findings.join("\n----\n"));
}
