//! Shows where two traces differ: for `verify`, and for the tests.

use std::fmt::Write;

use similar::{ChangeTag, TextDiff};

/// At most this many differing trace lines are shown.
const SHOWN: usize = 4;

/// `None` where the texts are equal; else the first differences, each with the input line it belongs to.
#[must_use]
pub fn show(expected: &str, got: &str, events: &str) -> Option<String> {
    if expected == got {
        return None;
    }
    let inputs: Vec<_> = events.lines().filter(|line| !line.trim().is_empty()).collect();
    let (expected, got): (Vec<_>, Vec<_>) = (expected.lines().collect(), got.lines().collect());
    let mut text = String::new();
    let mut events_seen = 0;
    let mut shown = 0;
    for index in 0..expected.len().max(got.len()) {
        let (expected, got) = (expected.get(index).copied().unwrap_or(""), got.get(index).copied().unwrap_or(""));
        let is_event = if expected.is_empty() { got } else { expected }.starts_with("{\"event\":");
        let input = if is_event { inputs.get(events_seen).copied() } else { None };
        events_seen += usize::from(is_event);
        if expected == got {
            continue;
        }
        if shown == SHOWN {
            text += "… and more\n";
            break;
        }
        shown += 1;
        let _ = writeln!(text, "trace line {}, input: {}", index + 1, input.unwrap_or("(none: a phase)"));
        text += &changes(&spread(expected), &spread(got));
    }
    Some(text)
}

/// Gives each log entry, failure and request a line of its own. Lone surrogates keep some traces from being parsed.
fn spread(line: &str) -> String {
    let line = line.replace(",\"failed\":[", ",\n\"failed\":[\n").replace(",\"logs\":[", ",\n\"logs\":[\n");
    line.replace(",\"requests\":[", ",\n\"requests\":[\n").replace("},{\"plugin\":", "},\n{\"plugin\":") + "\n"
}

/// The lines that differ.
#[must_use]
pub fn changes(expected: &str, got: &str) -> String {
    let mut text = String::new();
    for change in TextDiff::from_lines(expected, got).iter_all_changes() {
        match change.tag() {
            ChangeTag::Equal => {}
            ChangeTag::Delete => text += &format!("  expected {change}"),
            ChangeTag::Insert => text += &format!("  got      {change}"),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_traces_have_no_difference() {
        assert_eq!(show("{}\n", "{}\n", ""), None);
    }

    #[test]
    fn a_difference_names_its_input_and_only_what_changed() {
        let line = |message| {
            format!(
                "{{\"event\":null,\"failed\":[],\"logs\":[{{\"plugin\":\"a\",\"level\":\"LOG\",\"message\":\"same\"}},{{\"plugin\":\"a\",\"level\":\"LOG\",\"message\":\"{message}\"}}],\"requests\":[],\"captures\":[]}}\n"
            )
        };
        let shown = show(&line("x"), &line("y"), "{\"event\":\"in\"}\n").unwrap();
        assert!(shown.starts_with("trace line 1, input: {\"event\":\"in\"}\n"), "{shown}");
        assert_eq!(shown.matches("expected").count(), 1, "{shown}");
        assert!(shown.contains("got      {\"plugin\":\"a\",\"level\":\"LOG\",\"message\":\"y\"}"), "{shown}");
    }
}
