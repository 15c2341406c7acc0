//! Collects diagnostics.

use super::{Diagnostic, Severity};

/// Where every stage reports to.
#[derive(Debug, Default)]
pub struct Reporter {
    diagnostics: Vec<Diagnostic>,
    errors: usize,
}

impl Reporter {
    /// A reporter that has heard nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a diagnostic.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        if diagnostic.severity == Severity::Error {
            self.errors += 1;
        }
        self.diagnostics.push(diagnostic);
    }

    /// True once an error was reported.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// All diagnostics by file, position and code, without repetitions. Those without a place come first.
    #[must_use]
    pub fn finish(mut self) -> Vec<Diagnostic> {
        self.diagnostics.sort_by(|a, b| {
            (a.place(), &a.path, a.code, a.severity, &a.title).cmp(&(b.place(), &b.path, b.code, b.severity, &b.title))
        });
        self.diagnostics
            .dedup_by(|a, b| a.code == b.code && a.place() == b.place() && a.title == b.title && a.path == b.path);
        self.diagnostics
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{FileId, Span};
    use crate::diag::codes;

    #[test]
    fn sorted_by_place_and_without_repetitions() {
        let code = codes::PLUGIN_FOLDER_NOT_FOUND;
        let at = |start| Span { file: FileId(0), start, end: start + 1 };
        let mut reporter = Reporter::new();
        for start in [9, 3, 9] {
            reporter.report(Diagnostic::warning(code, "here").primary(at(start), ""));
        }
        assert!(!reporter.has_errors());
        reporter.report(Diagnostic::error(code, "nowhere"));
        assert!(reporter.has_errors());
        let places: Vec<_> =
            reporter.finish().iter().map(|diagnostic| diagnostic.place().map(|span| span.start)).collect();
        assert_eq!(places, [None, Some(3), Some(9)]);
    }
}
