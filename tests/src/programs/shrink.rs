//! Makes what differs small.

use std::path::Path;

use super::compare::{PER_EVENT, compare};
use super::{Difference, Report, Subject, refusal};

/// How often a program is made smaller, each time with a build.
const ROUNDS: usize = 14;

/// How many smaller programs one build tries.
const CANDIDATES: usize = 48;

/// Makes a differing program smaller for as long as a smaller one differs too.
pub(super) fn shrink(mut best: Difference, folder: &Path) -> Result<Difference, String> {
    for _ in 0..ROUNDS {
        let size = best.program.to_string().len();
        let all = best.program.smaller();
        // The boldest first; then some of every boldness.
        let step = all.len().div_ceil(CANDIDATES).max(1);
        let mut subjects = Vec::new();
        for program in all.into_iter().step_by(step) {
            if matches!(refusal(&program), Ok(None)) {
                subjects.push(Subject { program, values: simpler(&best.values) });
            }
        }
        let differing = compare(&subjects, folder, &mut Report::default())?;
        match differing.into_iter().min_by_key(|one| one.program.to_string().len()) {
            Some(smaller) if smaller.program.to_string().len() < size => best = smaller,
            _ => break,
        }
    }
    Ok(best)
}

/// The values with some of them replaced by simple ones; those that are the simplest first.
fn simpler(values: &[String; 4]) -> Vec<[String; 4]> {
    let mut all = Vec::new();
    for simple in ["null", "0", "\"a\"", "[]"] {
        all.push(std::array::from_fn(|_| simple.to_owned()));
        for kept in 0..4 {
            all.push(std::array::from_fn(
                |index| if index == kept { values[index].clone() } else { simple.to_owned() },
            ));
        }
    }
    all.truncate(PER_EVENT - 1);
    all.push(values.clone());
    all
}
