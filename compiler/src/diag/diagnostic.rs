//! One diagnostic, built step by step.

use super::Code;
use crate::base::Span;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The plugin is refused.
    Error,
    /// Worth a look; the plugin compiles.
    Warning,
}

/// A marked place with what is there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is there; may be empty.
    pub text: String,
    /// The place that is at fault, as opposed to one that helps to understand it.
    pub primary: bool,
}

/// What to write instead.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Help {
    /// In words.
    Text(String),
    /// As a change of the source.
    Suggestion {
        /// What is replaced; empty to insert.
        span: Span,
        /// By what; empty to remove.
        replacement: String,
        /// Why, in a few words.
        text: String,
    },
}

/// Something to say about a plugin. Wording: the title says in lower case what is wrong, a label what is there,
/// help what to write instead, a note why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its code, for `prickle explain`.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub title: String,
    /// Where. The first primary label is the place that is named.
    pub labels: Vec<Label>,
    /// The file or folder it is about, relative to the plugin folder, where no text can be shown (a missing or unreadable file).
    pub path: Option<String>,
    /// What to write instead.
    pub help: Vec<Help>,
    /// Why.
    pub notes: Vec<String>,
}

impl Diagnostic {
    /// An error: the plugin is refused.
    #[must_use]
    pub fn error(code: Code, title: impl Into<String>) -> Self {
        Self::new(code, Severity::Error, title.into())
    }

    /// A warning: the plugin compiles all the same.
    #[must_use]
    pub fn warning(code: Code, title: impl Into<String>) -> Self {
        Self::new(code, Severity::Warning, title.into())
    }

    fn new(code: Code, severity: Severity, title: String) -> Self {
        Self { code, severity, title, labels: Vec::new(), path: None, help: Vec::new(), notes: Vec::new() }
    }

    /// Marks the place at fault.
    #[must_use]
    pub fn primary(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into(), primary: true });
        self
    }

    /// Marks a place that helps to understand.
    #[must_use]
    pub fn secondary(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into(), primary: false });
        self
    }

    /// Names a file or folder of which no text can be shown; relative to the plugin folder.
    #[must_use]
    pub fn at_path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Says what to write instead.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(Help::Text(text.into()));
        self
    }

    /// Shows what to write instead: `span` becomes `replacement`.
    #[must_use]
    pub fn suggest(mut self, span: Span, replacement: impl Into<String>, text: impl Into<String>) -> Self {
        self.help.push(Help::Suggestion { span, replacement: replacement.into(), text: text.into() });
        self
    }

    /// Says why.
    #[must_use]
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.notes.push(text.into());
        self
    }

    /// The place that is named: the first primary label, else the first label.
    #[must_use]
    pub fn place(&self) -> Option<Span> {
        self.labels.iter().find(|label| label.primary).or_else(|| self.labels.first()).map(|label| label.span)
    }
}
