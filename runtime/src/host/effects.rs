//! What plugins did to the outside during one event or one phase.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use prickle_heap::{JsStr, json};

use super::{Level, LogEntry, LogSink};

/// A hook that failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// `Name (id)` of the plugin.
    pub plugin: Rc<str>,
    /// `String(error)`, as JSON text.
    pub error: Vec<u8>,
}

/// A recorded console entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogRecord {
    /// `Name (id)` of the plugin.
    pub plugin: Rc<str>,
    /// The level.
    pub level: Level,
    /// The formatted message, as JSON text.
    pub message: Vec<u8>,
}

/// The text as JSON: a trace can then be written when the turn is over.
fn json_text(text: JsStr<'_>) -> Vec<u8> {
    let mut json = Vec::new();
    json::write_string(&mut json, text);
    json
}

/// Collects failures, console entries and requests in their order: for a trace line, or straight to the log.
#[derive(Debug, Default)]
pub struct Effects {
    recording: bool,
    failed: Cell<bool>,
    failures: RefCell<Vec<Failure>>,
    logs: RefCell<Vec<LogRecord>>,
    requests: RefCell<Vec<Vec<u8>>>,
}

impl Effects {
    /// A collection that keeps what it is given until it is [cleared](Effects::clear), if `recording`, and otherwise
    /// hands it to the log.
    #[must_use]
    pub fn new(recording: bool) -> Self {
        Effects { recording, ..Effects::default() }
    }

    /// A hook of `plugin` failed with `String(error)`.
    pub fn failure(&self, sink: &dyn LogSink, plugin: &Rc<str>, error: JsStr<'_>) {
        self.failed.set(true);
        if self.recording {
            self.failures.borrow_mut().push(Failure { plugin: Rc::clone(plugin), error: json_text(error) });
        } else {
            sink.failure(plugin, error.as_bytes());
        }
    }

    /// `plugin` wrote to its console.
    pub fn log(&self, sink: &dyn LogSink, plugin: &Rc<str>, level: Level, message: JsStr<'_>) {
        if self.recording {
            let record = LogRecord { plugin: Rc::clone(plugin), level, message: json_text(message) };
            self.logs.borrow_mut().push(record);
        } else {
            sink.log(LogEntry { plugin, level, message: message.as_bytes() });
        }
    }

    /// A plugin caused a request: the entry of the trace, as JSON text.
    pub fn request(&self, entry: Vec<u8>) {
        if self.recording {
            self.requests.borrow_mut().push(entry);
        }
    }

    /// Whether a trace wants to know.
    #[must_use]
    pub fn is_recording(&self) -> bool {
        self.recording
    }

    /// Whether a hook has failed since the last [`clear`](Effects::clear).
    #[must_use]
    pub fn has_failures(&self) -> bool {
        self.failed.get()
    }

    /// Whether nothing is recorded.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.failures.borrow().is_empty() && self.logs.borrow().is_empty() && self.requests.borrow().is_empty()
    }

    /// Hands the records to `reader`.
    pub fn read<T>(&self, reader: impl FnOnce(&[Failure], &[LogRecord], &[Vec<u8>]) -> T) -> T {
        reader(&self.failures.borrow(), &self.logs.borrow(), &self.requests.borrow())
    }

    /// Forgets everything: the next event begins.
    pub fn clear(&self) {
        self.failed.set(false);
        if self.recording {
            self.failures.borrow_mut().clear();
            self.logs.borrow_mut().clear();
            self.requests.borrow_mut().clear();
        }
    }
}
