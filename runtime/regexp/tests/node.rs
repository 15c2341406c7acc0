//! Random patterns, beside Node: messages of what is refused, and every group of what matches.
//!
//! `PRICKLE_REGEXP_CASES=200000 PRICKLE_REGEXP_SEED=7 cargo test -p prickle-regexp --test node` makes a long run.

use std::fmt::Write;
use std::path::Path;
use std::process::Command;

use prickle_regexp::{Flags, Regexp, Scratch};

/// Cases of the run that everybody makes.
const CASES: u32 = 6_000;

fn number(name: &str, default: u32) -> u32 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(default)
}

fn units(hex: &str) -> Vec<u16> {
    hex.as_bytes()
        .chunks(4)
        .map(|digits| u16::from_str_radix(std::str::from_utf8(digits).expect("ASCII"), 16).expect("hexadecimal"))
        .collect()
}

/// WTF-8, and for each code unit where it begins; the second half of a pair begins in the middle.
fn encode(units: &[u16]) -> (Vec<u8>, Vec<usize>) {
    let (mut bytes, mut places) = (Vec::new(), Vec::new());
    for decoded in char::decode_utf16(units.iter().copied()) {
        places.push(bytes.len());
        match decoded {
            Ok(character) => {
                if character.len_utf16() == 2 {
                    places.push(bytes.len() + 2);
                }
                bytes.extend(character.encode_utf8(&mut [0; 4]).bytes());
            }
            Err(error) => {
                let unit = error.unpaired_surrogate();
                bytes.extend([0xe0 | (unit >> 12) as u8, 0x80 | (unit >> 6 & 0x3f) as u8, 0x80 | (unit & 0x3f) as u8]);
            }
        }
    }
    places.push(bytes.len());
    (bytes, places)
}

fn result(flags: &str, pattern: &[u16], input: &[u16], start: usize, scratch: &mut Scratch) -> String {
    let flags = Flags::parse(flags.as_bytes()).expect("flags are valid");
    let regexp = match Regexp::new(&encode(pattern).0, flags) {
        Ok(regexp) => regexp,
        Err(error) => return format!("!{error}"),
    };
    let (text, places) = encode(input);
    let is_stateful = flags.has(Flags::GLOBAL) || flags.has(Flags::STICKY);
    let at = places[if is_stateful { start } else { 0 }];
    match regexp.find(&text, text.is_ascii(), at, flags.has(Flags::STICKY), scratch) {
        Err(limit) => format!("limit: {limit}"),
        Ok(false) => "-".into(),
        Ok(true) => {
            let mut found = String::new();
            for group in 0..regexp.groups() {
                if group > 0 {
                    found.push(';');
                }
                if let Some((from, to)) = scratch.group(group) {
                    let unit = |byte| places.binary_search(&byte).expect("between characters");
                    write!(found, "{},{}", unit(from), unit(to)).expect("strings take everything");
                }
            }
            found
        }
    }
}

/// Whether a match begins between the halves of a surrogate pair.
fn is_inside_pair(input: &[u16], found: &str) -> bool {
    let start = found.split(',').next().and_then(|start| start.parse::<usize>().ok());
    start.is_some_and(|at| {
        at > 0 && at < input.len() && (0xd800..0xdc00).contains(&input[at - 1]) && (0xdc00..0xe000).contains(&input[at])
    })
}

#[test]
fn random_patterns_match_as_in_node() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases.mjs");
    let (seed, count) = (number("PRICKLE_REGEXP_SEED", 1), number("PRICKLE_REGEXP_CASES", CASES));
    let output = Command::new("node").arg(script).arg(seed.to_string()).arg(count.to_string()).output();
    let output = match output {
        Ok(output) if output.status.success() => output.stdout,
        failed => {
            assert!(std::env::var_os("CI").is_none(), "Node is needed: {failed:?}");
            #[expect(clippy::print_stderr, reason = "a test that does not run has to say so")]
            {
                eprintln!("left out: there is no Node to compare with");
            }
            return;
        }
    };
    let lines = String::from_utf8(output).expect("ASCII");
    let (mut differences, mut cases) = (Vec::new(), 0);
    // Backtracking, and the linear engine from the first step on where the pattern lets it.
    let mut engines = [("backtracking", Scratch::with_patience(u32::MAX)), ("linear", Scratch::with_patience(0))];
    // Node has more patience.
    let mut limits = 0;
    for line in lines.lines() {
        let [flags, pattern, input, start, expected] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not a case: {line}")
        };
        let (pattern, input) = (units(pattern), units(input));
        cases += 1;
        for (engine, scratch) in &mut engines {
            let found = result(flags, &pattern, &input, start.parse().expect("a number"), scratch);
            let is_inside = is_inside_pair(&input, &found) || is_inside_pair(&input, expected);
            if flags.contains(['u', 'v']) && found != expected && is_inside {
                // V8's own answers there depend on how it has simplified the pattern.
                continue;
            }
            if found.starts_with("limit") {
                limits += 1;
            } else if found != expected {
                differences.push(format!(
                    "/{}/{flags} on {:?} from {start}: {engine} {found}, in Node {expected}",
                    String::from_utf16_lossy(&pattern),
                    String::from_utf16_lossy(&input),
                ));
            }
        }
    }
    assert!(limits <= cases / 1000, "{limits} of {cases} took too many steps");
    assert!(cases >= count, "only {cases} cases");
    let shown = differences.iter().take(40).cloned().collect::<Vec<_>>().join("\n");
    assert!(differences.is_empty(), "{} of {cases} differ, seed {seed}:\n{shown}", differences.len());
}
