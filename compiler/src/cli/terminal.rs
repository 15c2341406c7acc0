//! Everything that is printed for people, and diagnostics for tools.

use std::collections::BTreeSet;
use std::io::{self, IsTerminal, Write};

use super::args::{ColorChoice, Global, MessageFormat};
use crate::diag::{Code, Diagnostic, Severity, Sources, json_line, render};

/// Where JSON diagnostics go: stdout where the command writes no other data there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonTo {
    /// Stdout.
    Stdout,
    /// Stderr.
    Stderr,
}

/// How many diagnostics about one plugin people get to see; tools get all.
const SHOWN: usize = 200;

/// The user's terminal, or what stands in for it.
#[derive(Debug)]
pub struct Terminal {
    color: bool,
    quiet: bool,
    format: MessageFormat,
    json_to: JsonTo,
    errors: usize,
    warnings: usize,
    codes: BTreeSet<Code>,
}

const GREEN: &str = "\u{1b}[1;32m";
const RED: &str = "\u{1b}[1;91m";
const YELLOW: &str = "\u{1b}[1;33m";

impl Terminal {
    /// Decides once on color and format.
    #[must_use]
    pub fn new(global: Global, json_to: JsonTo) -> Self {
        let color = match global.color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => {
                io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
            }
        };
        Self {
            color,
            quiet: global.quiet,
            format: global.message_format,
            json_to,
            errors: 0,
            warnings: 0,
            codes: BTreeSet::new(),
        }
    }

    /// True when progress may be shown.
    #[must_use]
    pub fn shows_progress(&self) -> bool {
        !self.quiet && self.format == MessageFormat::Human && io::stderr().is_terminal()
    }

    /// Prints diagnostics about one plugin, or about a pipeline file.
    ///
    /// # Errors
    /// When the output is closed.
    pub fn diagnostics(
        &mut self,
        diagnostics: &[Diagnostic],
        sources: Sources<'_>,
        plugin: Option<&str>,
    ) -> io::Result<()> {
        for (index, diagnostic) in diagnostics.iter().enumerate() {
            match diagnostic.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
            }
            self.codes.insert(diagnostic.code);
            match (self.format, self.json_to) {
                (MessageFormat::Human, _) if index == SHOWN => {
                    writeln!(io::stderr(), "… and {} more\n", diagnostics.len() - SHOWN)?;
                }
                (MessageFormat::Human, _) if index > SHOWN => {}
                (MessageFormat::Human, _) => writeln!(io::stderr(), "{}\n", render(diagnostic, sources, self.color))?,
                (MessageFormat::Json, JsonTo::Stdout) => {
                    writeln!(io::stdout(), "{}", json_line(diagnostic, sources, plugin))?;
                }
                (MessageFormat::Json, JsonTo::Stderr) => {
                    writeln!(io::stderr(), "{}", json_line(diagnostic, sources, plugin))?;
                }
            }
        }
        Ok(())
    }

    /// Says what was done: `verb` in the column where cargo has it.
    ///
    /// # Errors
    /// When the output is closed.
    pub fn status(&self, verb: &str, text: &str) -> io::Result<()> {
        if self.quiet || self.format == MessageFormat::Json {
            return Ok(());
        }
        writeln!(io::stderr(), "{} {text}", self.paint(GREEN, &format!("{verb:>12}")))
    }

    /// Says what is wrong where there is no diagnostic for it.
    ///
    /// # Errors
    /// When the output is closed.
    pub fn error(&self, text: &str) -> io::Result<()> {
        writeln!(io::stderr(), "{}: {text}", self.paint(RED, "error"))
    }

    /// Counts what was found, as rustc does.
    ///
    /// # Errors
    /// When the output is closed.
    pub fn summary(&self) -> io::Result<()> {
        let Some(text) = summary(self.errors, self.warnings) else { return Ok(()) };
        if self.format == MessageFormat::Json || (self.quiet && self.errors == 0) {
            return Ok(());
        }
        let level = if self.errors > 0 { self.paint(RED, "error") } else { self.paint(YELLOW, "warning") };
        writeln!(io::stderr(), "{level}: {text}")?;
        let code = self.codes.first().map(ToString::to_string).unwrap_or_default();
        writeln!(io::stderr(), "For more about a code: `prickle explain {code}`")
    }

    /// True once an error was printed.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    fn paint(&self, style: &str, text: &str) -> String {
        if self.color { format!("{style}{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

/// `2 errors, 1 warning`
fn summary(errors: usize, warnings: usize) -> Option<String> {
    let count = |number: usize, noun: &str| match number {
        0 => None,
        1 => Some(format!("1 {noun}")),
        _ => Some(format!("{number} {noun}s")),
    };
    let parts: Vec<_> = [count(errors, "error"), count(warnings, "warning")].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::summary;

    #[test]
    fn counts_are_words() {
        assert_eq!(summary(0, 0), None);
        assert_eq!(summary(1, 0).as_deref(), Some("1 error"));
        assert_eq!(summary(2, 1).as_deref(), Some("2 errors, 1 warning"));
        assert_eq!(summary(0, 3).as_deref(), Some("3 warnings"));
    }
}
