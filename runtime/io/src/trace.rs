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
    quote(line, phase.as_bytes());
    write_effects(line, effects);
}

fn write_effects(line: &mut Vec<u8>, effects: &Effects) {
    effects.read(|failures, logs, requests| {
        line.extend_from_slice(b",\"failed\":");
        write_array(line, failures, |line, failure| {
            line.extend_from_slice(b"{\"plugin\":");
            quote(line, failure.plugin.as_bytes());
            line.extend_from_slice(b",\"error\":");
            quote(line, &failure.error);
            line.push(b'}');
        });
        line.extend_from_slice(b",\"logs\":");
        write_array(line, logs, |line, log| {
            line.extend_from_slice(b"{\"plugin\":");
            quote(line, log.plugin.as_bytes());
            line.extend_from_slice(b",\"level\":");
            quote(line, log.level.name().as_bytes());
            line.extend_from_slice(b",\"message\":");
            quote(line, &log.message);
            line.push(b'}');
        });
        line.extend_from_slice(b",\"requests\":");
        write_array(line, requests, |line, request| {
            line.extend_from_slice(b"{\"plugin\":");
            quote(line, request.plugin.as_bytes());
            line.extend_from_slice(b",\"via\":");
            quote(line, request.via.as_bytes());
            for (name, text) in [
                ("method", &request.method),
                ("url", &request.url),
                ("headers", &request.headers),
                ("body", &request.body),
            ] {
                line.extend_from_slice(format!(",\"{name}\":").as_bytes());
                line.extend_from_slice(text);
            }
            line.push(b'}');
        });
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

/// Appends WTF-8 text as a JSON string.
fn quote(line: &mut Vec<u8>, text: &[u8]) {
    json::write_string(line, JsStr::from_wtf8(text));
}
