//! What plugins did to the outside during one event or one phase.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::{Level, LogEntry, LogSink};

/// A hook that failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// `Name (id)` of the plugin.
    pub plugin: Rc<str>,
    /// `String(error)`, WTF-8.
    pub error: Vec<u8>,
}

/// A recorded console entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogRecord {
    /// `Name (id)` of the plugin.
    pub plugin: Rc<str>,
    /// The level.
    pub level: Level,
    /// The formatted message, WTF-8.
    pub message: Vec<u8>,
}

/// A request that a plugin caused. The parts are JSON texts, since plugins give values of any type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// `Name (id)` of the plugin.
    pub plugin: Rc<str>,
    /// `fetch` or `webhook`.
    pub via: &'static str,
    /// The method.
    pub method: Vec<u8>,
    /// The address.
    pub url: Vec<u8>,
    /// An object with lower-case names.
    pub headers: Vec<u8>,
    /// The body, or `null`.
    pub body: Vec<u8>,
}

/// Collects failures, console entries and requests in their order: for a trace line, or straight to the log.
#[derive(Debug, Default)]
pub struct Effects {
    recording: bool,
    failed: Cell<bool>,
    failures: RefCell<Vec<Failure>>,
    logs: RefCell<Vec<LogRecord>>,
    requests: RefCell<Vec<Request>>,
}

impl Effects {
    /// A collection that keeps what it is given until it is [cleared](Effects::clear), if `recording`, and otherwise
    /// hands it to the log.
    #[must_use]
    pub fn new(recording: bool) -> Self {
        Effects { recording, ..Effects::default() }
    }

    /// A hook of `plugin` failed with `String(error)`.
    pub fn failure(&self, sink: &dyn LogSink, plugin: &Rc<str>, error: &[u8]) {
        self.failed.set(true);
        if self.recording {
            self.failures.borrow_mut().push(Failure { plugin: Rc::clone(plugin), error: error.to_vec() });
        } else {
            sink.failure(plugin, error);
        }
    }

    /// `plugin` wrote to its console.
    pub fn log(&self, sink: &dyn LogSink, plugin: &Rc<str>, level: Level, message: &[u8]) {
        if self.recording {
            let record = LogRecord { plugin: Rc::clone(plugin), level, message: message.to_vec() };
            self.logs.borrow_mut().push(record);
        } else {
            sink.log(LogEntry { plugin, level, message });
        }
    }

    /// A plugin caused a request.
    pub fn request(&self, request: Request) {
        if self.recording {
            self.requests.borrow_mut().push(request);
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
    pub fn read<T>(&self, reader: impl FnOnce(&[Failure], &[LogRecord], &[Request]) -> T) -> T {
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
