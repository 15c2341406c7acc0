//! Log entries of plugins.

/// The level of a console entry: the method's name in capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// `console.debug`
    Debug,
    /// `console.log`
    Log,
    /// `console.info`
    Info,
    /// `console.warn`
    Warn,
    /// `console.error`
    Error,
}

impl Level {
    /// The name that log entries and traces show.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Level::Debug => "DEBUG",
            Level::Log => "LOG",
            Level::Info => "INFO",
            Level::Warn => "WARN",
            Level::Error => "ERROR",
        }
    }
}

/// What a plugin wrote to its console.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LogEntry<'a> {
    /// `Name (id)` of the plugin.
    pub plugin: &'a str,
    /// The level.
    pub level: Level,
    /// The formatted message, WTF-8.
    pub message: &'a [u8],
}

/// Takes console entries and failures. It cannot fail: producing a log never fails a plugin.
pub trait LogSink {
    /// Takes an entry.
    fn log(&self, entry: LogEntry<'_>);

    /// A hook of `plugin` failed with `error` (`String(error)`, WTF-8).
    fn failure(&self, plugin: &str, error: &[u8]);
}
