//! What must hold for any input: used by the libFuzzer targets of `tests/fuzz` and, with seeded inputs, by `tests/tests/fuzz.rs`.

use prickle_compiler::diag::{Sources, render};
use prickle_compiler::load::Tree;
use prickle_compiler::pipeline;
use prickle_heap::json::{self, Written};
use prickle_heap::{EventHeap, JsStr, Limits, Turn, WorkerHeap, number};

/// The heaps of one thread.
pub struct Heaps {
    worker: WorkerHeap,
    event: EventHeap,
}

impl Default for Heaps {
    fn default() -> Self {
        Heaps { worker: WorkerHeap::new(), event: EventHeap::new() }
    }
}

impl Heaps {
    /// JSON text: what is accepted agrees with an independent parser, and what is written reads as the same text again.
    ///
    /// # Panics
    /// When that does not hold.
    pub fn json(&mut self, input: &[u8]) {
        let reference = serde_json::from_slice::<serde_json::Value>(input);
        let first = self.rewrite(input);
        match (&first, &reference) {
            (None, Ok(_)) => panic!("rejected, but it is JSON: {}", String::from_utf8_lossy(input)),
            (Some(text), Err(error)) if std::str::from_utf8(input).is_ok() => {
                assert!(is_accepted_by_json_parse_only(error), "accepted {}: {error}", String::from_utf8_lossy(input));
                assert!(!text.is_empty());
            }
            (Some(text), Ok(value)) => {
                let again = serde_json::from_slice(text).expect("what is written is JSON");
                assert!(is_same(value, &again), "{value} became {again}");
            }
            _ => {}
        }
        if let Some(text) = first {
            let second = self.rewrite(&text).expect("what was written can be read");
            assert_eq!(String::from_utf8_lossy(&text), String::from_utf8_lossy(&second));
        }
    }

    /// Parses and writes; `None` for a syntax error. Very deep values are written as `[]`: another writer is meant for them.
    fn rewrite(&mut self, input: &[u8]) -> Option<Vec<u8>> {
        let turn = Turn::new(&self.worker, &mut self.event, &(), Limits::default());
        let cx = turn.cx();
        let value = json::parse(cx, input).ok()?;
        let mut out = Vec::new();
        match json::write(cx, value, &mut out) {
            Ok(Written::Json) => Some(out),
            Ok(Written::Undefined) => panic!("JSON has no undefined"),
            Err(_) => Some(b"[]".to_vec()),
        }
    }

    /// Numbers and texts: every number is read back from its text, and decimal texts mean what they mean in Rust.
    ///
    /// # Panics
    /// When that does not hold.
    pub fn number(&mut self, input: &[u8]) {
        let turn = Turn::new(&self.worker, &mut self.event, &(), Limits::default());
        let cx = turn.cx();
        if let Some(bytes) = input.first_chunk::<8>() {
            let value = f64::from_le_bytes(*bytes);
            let text = number::to_js_str(cx, value);
            let back = number::string_to_number(text);
            assert!(back == value || (back.is_nan() && value.is_nan()), "{value:?} is {text}, read back as {back:?}");
        }
        let Ok(text) = std::str::from_utf8(input) else { return };
        let got = number::string_to_number(JsStr::from_borrowed(text));
        if !text.is_empty() && text.bytes().all(|byte| b"0123456789.eE+-".contains(&byte)) {
            let expected = text.parse::<f64>().unwrap_or(f64::NAN);
            assert!(got == expected || (got.is_nan() && expected.is_nan()), "{text}: {got:?}, not {expected:?}");
        }
        for radix in [0, 2, 10, 16, 36] {
            let integer = number::parse_int(JsStr::from_borrowed(text), radix);
            assert!(integer.is_nan() || integer.trunc() == integer, "parseInt({text:?}, {radix}) is {integer}");
        }
        let float = number::parse_float(JsStr::from_borrowed(text));
        assert!(
            got.is_nan() || text.trim().is_empty() || text.contains(['x', 'X', 'b', 'B', 'o', 'O']) || float == got
        );
    }
}

/// Whether the error is about something that serde_json refuses and JSON.parse does not.
fn is_accepted_by_json_parse_only(error: &serde_json::Error) -> bool {
    let text = error.to_string();
    ["number out of range", "recursion limit", "surrogate", "hex escape"].iter().any(|reason| text.contains(reason))
}

/// Equality of values, whatever type serde_json gave to their numbers.
fn is_same(left: &serde_json::Value, right: &serde_json::Value) -> bool {
    use serde_json::Value::{Array, Number, Object};
    match (left, right) {
        (Number(left), Number(right)) => left.as_f64() == right.as_f64(),
        (Array(left), Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| is_same(left, right))
        }
        (Object(left), Object(right)) => {
            left.len() == right.len()
                && left.iter().all(|(key, value)| right.get(key).is_some_and(|other| is_same(value, other)))
        }
        (left, right) => left == right,
    }
}

/// The whole compiler: any text is refused with diagnostics that can be shown, or becomes Rust.
///
/// # Panics
/// When it does neither.
pub fn compiler(text: &str) {
    match pipeline::compile_tree("fuzzed", Tree::from_texts([("index.ts", text)])) {
        Ok(compiled) => {
            for (path, text) in &compiled.emitted.files {
                if path.ends_with(".rs") {
                    syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}\n{text}"));
                }
            }
        }
        Err(refused) => {
            assert!(!refused.diagnostics.is_empty(), "refused without a reason");
            for diagnostic in &refused.diagnostics {
                let shown = render(diagnostic, Sources { prefix: "", files: &refused.files }, false);
                assert!(!shown.contains("error[PK09"), "a bug of ours: {shown}");
            }
        }
    }
}
