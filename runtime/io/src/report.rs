//! Messages for people, on standard error.

use std::io::{self, Write};

use prickle_runtime::host::{LogEntry, LogSink};

/// Writes one message. A closed standard error is not worth failing for.
pub fn report(message: &str) {
    drop(io::stderr().write_all(format!("{message}\n").as_bytes()));
}

/// Shows console entries and failures as lines `[Name (39)] LEVEL message`.
#[derive(Debug, Clone, Copy, Default)]
pub struct StderrLog;

impl StderrLog {
    fn line(plugin: &str, level: &str, message: &[u8]) {
        let mut line = format!("[{plugin}] {level} ").into_bytes();
        line.extend_from_slice(String::from_utf8_lossy(message).as_bytes());
        line.push(b'\n');
        drop(io::stderr().write_all(&line));
    }
}

impl LogSink for StderrLog {
    fn log(&self, entry: LogEntry<'_>) {
        Self::line(entry.plugin, entry.level.name(), entry.message);
    }

    fn failure(&self, plugin: &str, error: &[u8]) {
        Self::line(plugin, "ERROR", error);
    }
}
