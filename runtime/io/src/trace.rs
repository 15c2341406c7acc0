//! Lines of the trace.

use prickle_heap::JsStr;
use prickle_heap::json;
use prickle_runtime::host::Effects;

/// Appends the trace line of an event: `event` is its JSON text, or `None` if it was dropped.
pub fn write_event(line: &mut Vec<u8>, event: Option<&[u8]>, effects: &Effects) {
    line.extend_from_slice(b"{\"event\":");
    line.extend_from_slice(event.unwrap_or(b"null"));
    write_effects(line, effects);
}

/// Appends the trace line of a phase, unless nothing happened in it.
pub fn write_phase(line: &mut Vec<u8>, phase: &str, effects: &Effects) {
    if effects.is_empty() {
        return;
    }
    line.extend_from_slice(b"{\"phase\":");
    quote(line, phase);
    write_effects(line, effects);
}

fn write_effects(line: &mut Vec<u8>, effects: &Effects) {
    effects.read(|failures, logs, requests| {
        line.extend_from_slice(b",\"failed\":");
        write_array(line, failures, |line, failure| {
            line.extend_from_slice(b"{\"plugin\":");
            quote(line, &failure.plugin);
            line.extend_from_slice(b",\"error\":");
            line.extend_from_slice(&failure.error);
            line.push(b'}');
        });
        line.extend_from_slice(b",\"logs\":");
        write_array(line, logs, |line, log| {
            line.extend_from_slice(b"{\"plugin\":");
            quote(line, &log.plugin);
            line.extend_from_slice(b",\"level\":");
            quote(line, log.level.name());
            line.extend_from_slice(b",\"message\":");
            line.extend_from_slice(&log.message);
            line.push(b'}');
        });
        line.extend_from_slice(b",\"requests\":");
        write_array(line, requests, |line, entry| line.extend_from_slice(entry));
    });
    // `posthog.capture` does not exist yet, so nothing can be captured.
    line.extend_from_slice(b",\"captures\":[]}\n");
}

fn write_array<T>(line: &mut Vec<u8>, items: &[T], mut write: impl FnMut(&mut Vec<u8>, &T)) {
    line.push(b'[');
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            line.push(b',');
        }
        write(line, item);
    }
    line.push(b']');
}

/// Appends text as a JSON string.
pub fn quote(line: &mut Vec<u8>, text: &str) {
    json::write_string(line, JsStr::from_borrowed(text));
}
