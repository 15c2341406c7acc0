//! Diagnostics as people see them: rustc's look. The only file that knows annotate-snippets.

use std::ops::Range;

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet, normalize_untrusted_str,
};

use super::{Diagnostic, Help, Label, Severity};
use crate::base::{FileId, IndexVec, SourceFile, Span};

/// Lines shown before and after what is marked, where the renderer wants them.
const CONTEXT_LINES: usize = 2;

/// Bytes of a long line shown before and after what is marked; more than the renderer has room for.
const CONTEXT_BYTES: usize = 400;

/// The longest marked text that is shown whole.
const LONGEST_MARK: usize = 4000;

/// The text that diagnostics point into.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'s> {
    /// What stands before a file's path: the plugin folder as the user named it, or nothing.
    pub prefix: &'s str,
    /// The files.
    pub files: &'s IndexVec<FileId, SourceFile>,
}

impl Sources<'_> {
    /// The path of a file as the user can open it.
    #[must_use]
    pub fn path(&self, path: &str) -> String {
        match (self.prefix, path) {
            ("", "") => ".".to_owned(),
            ("", path) => path.to_owned(),
            (prefix, "") => prefix.to_owned(),
            (prefix, path) => format!("{}/{path}", prefix.trim_end_matches('/')),
        }
    }
}

/// Renders a diagnostic, with ANSI colors where `color`. Ends without a line break.
#[must_use]
pub fn render(diagnostic: &Diagnostic, sources: Sources<'_>, color: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let id = diagnostic.code.to_string();
    let title = level.primary_title(normalize_untrusted_str(&diagnostic.title)).id(id);
    let mut group = Group::with_title(title);
    if diagnostic.labels.is_empty()
        && let Some(path) = &diagnostic.path
    {
        group = group.element(Origin::path(sources.path(path)));
    }
    let mut corrections = Vec::new();
    for file in files_of(diagnostic) {
        let labels: Vec<_> = diagnostic.labels.iter().filter(|label| label.span.file == file).collect();
        let window = Window::around(&sources.files[file], labels.iter().map(|label| label.span));
        let annotations = labels.iter().map(|label| annotation(label, &window));
        if let Some(label) = labels.iter().find(|label| label.primary).or(labels.first()) {
            corrections.extend(window.correction(label.span, sources));
        }
        group = group.element(window.snippet(sources).annotations(annotations));
    }
    for note in &diagnostic.notes {
        group = group.element(Level::NOTE.message(normalize_untrusted_str(note)));
    }
    let mut groups = vec![group];
    for help in &diagnostic.help {
        let text = match help {
            Help::Text(text) => text.clone(),
            Help::Suggestion { span, replacement, text } => {
                let window = Window::around(&sources.files[span.file], [*span]);
                if window.shows_changes() {
                    let patch = Patch::new(window.range(*span), replacement.clone());
                    let title = Level::HELP.secondary_title(normalize_untrusted_str(text));
                    groups.push(title.element(window.snippet(sources).patch(patch)));
                    continue;
                }
                format!("{text}: `{replacement}`")
            }
        };
        let message = Level::HELP.message(normalize_untrusted_str(&text));
        let last = groups.pop().expect("there is one");
        groups.push(last.element(message));
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let mut rendered = renderer.render(&groups);
    for (wrong, right) in corrections {
        rendered = rendered.replacen(&wrong, &right, 1);
    }
    rendered
}

/// The files that are marked: first the one at fault, then the others.
fn files_of(diagnostic: &Diagnostic) -> Vec<FileId> {
    let first = diagnostic.place().map(|span| span.file);
    let mut others: Vec<_> = diagnostic.labels.iter().map(|label| label.span.file).collect();
    others.sort();
    others.dedup();
    others.retain(|file| Some(*file) != first);
    first.into_iter().chain(others).collect()
}

fn annotation<'w>(label: &Label, window: &Window<'_>) -> Annotation<'w> {
    let kind = if label.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
    let text = (!label.text.is_empty()).then(|| normalize_untrusted_str(&label.text));
    kind.span(window.range(label.span)).label(text)
}

/// The lines around some places of a file: the renderer indexes all text that it is given.
struct Window<'s> {
    file: &'s SourceFile,
    first_line: usize,
    start: usize,
    end: usize,
    /// It begins within a line that is too long to be handed over whole.
    cut: bool,
}

impl<'s> Window<'s> {
    fn around(file: &'s SourceFile, spans: impl IntoIterator<Item = Span>) -> Self {
        let text = file.text.as_str();
        let (mut first, mut last) = (text.len(), 0);
        for span in spans {
            first = first.min(on_boundary(text, span.start));
            last = last.max(on_boundary(text, span.end));
        }
        last = text.floor_char_boundary(last.clamp(first, first + LONGEST_MARK));
        let (mut start, mut end) = (first, last);
        for _ in 0..=CONTEXT_LINES {
            start = text[..start].rfind('\n').unwrap_or(0);
            end = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
        }
        start += usize::from(text[start..].starts_with('\n'));
        let cut = first.saturating_sub(start) > CONTEXT_BYTES;
        if cut {
            // What stands before is many lines, or one long line: begin as near as the last line break, or within the line.
            let near = text.floor_char_boundary(first - CONTEXT_BYTES);
            start = text[near..first].find('\n').map_or(near, |at| near + at + 1);
        }
        end = text.floor_char_boundary(end.clamp(last, last + CONTEXT_BYTES));
        let first_line = text[..start].bytes().filter(|byte| *byte == b'\n').count() + 1;
        let cut = start > 0 && !text[..start].ends_with('\n');
        Self { file, first_line, start, end, cut }
    }

    /// The place as the renderer names it, not seeing where the line begins, and the right one.
    fn correction(&self, span: Span, sources: Sources<'_>) -> Option<(String, String)> {
        if !self.cut {
            return None;
        }
        let start = on_boundary(&self.file.text, span.start).max(self.start);
        let line = self.first_line + self.file.text[self.start..start].matches('\n').count();
        let line_start = self.file.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let place = |from: usize| {
            let column = self.file.text[from..start].chars().count() + 1;
            format!("{}:{line}:{column}", sources.path(&self.file.path))
        };
        Some((place(line_start.max(self.start)), place(line_start)))
    }

    /// Whether the lines are short enough to be shown as a change.
    fn shows_changes(&self) -> bool {
        self.file.text[self.start..self.end].lines().all(|line| line.len() <= CONTEXT_BYTES)
    }

    fn snippet<'a, T: Clone>(&self, sources: Sources<'_>) -> Snippet<'a, T>
    where
        's: 'a,
    {
        Snippet::source(&self.file.text[self.start..self.end])
            .line_start(self.first_line)
            .path(sources.path(&self.file.path))
    }

    fn range(&self, span: Span) -> Range<usize> {
        let start = on_boundary(&self.file.text, span.start).max(self.start);
        let end = on_boundary(&self.file.text, span.end).clamp(start, self.end.max(start));
        start - self.start..end - self.start
    }
}

/// The offset itself, or the nearest one before it where a character begins.
fn on_boundary(text: &str, offset: u32) -> usize {
    text.floor_char_boundary((offset as usize).min(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::codes;

    fn shown(text: &str, diagnostic: impl FnOnce(FileId) -> Diagnostic) -> String {
        let mut files = IndexVec::new();
        let file = files.push(SourceFile::new("index.js", text));
        render(&diagnostic(file), Sources { prefix: "plugins/a", files: &files }, false)
    }

    #[test]
    fn labels_and_help_in_rustc_look() {
        let text = "1\n2\n3\n4\nlet é = oops(1)\n6\n7\n8\n9\n";
        let shown = shown(text, |file| {
            let span = Span { file, start: 17, end: 21 };
            Diagnostic::error(codes::INVALID_JSON, "no `oops`")
                .primary(span, "not here")
                .secondary(Span { file, start: 12, end: 14 }, "because of this")
                .note("so it is")
                .help("try again")
                .suggest(span, "fine", "write")
        });
        assert_eq!(
            shown,
            "error[PK0110]: no `oops`
 --> plugins/a/index.js:5:9
  |
5 | let é = oops(1)
  |     -   ^^^^ not here
  |     |
  |     because of this
  |
  = note: so it is
  = help: try again
help: write
  |
5 - let é = oops(1)
5 + let é = fine(1)
  |"
        );
    }

    #[test]
    fn long_lines_are_shown_in_part_with_the_right_place() {
        let text = format!("1\n{}oops{}\n3\n", "é".repeat(500_000), "y".repeat(500_000));
        let shown = shown(&text, |file| {
            let span = Span { file, start: 1_000_002, end: 1_000_006 };
            Diagnostic::error(codes::INVALID_JSON, "no").primary(span, "here").suggest(span, "fine", "write")
        });
        assert!(shown.starts_with("error[PK0110]: no\n --> plugins/a/index.js:2:500001\n  |\n2 | ...é"), "{shown}");
        assert!(shown.contains(" ^^^^ here\n"), "{shown}");
        assert!(shown.len() < 800, "{}", shown.len());
    }

    #[test]
    fn spans_beyond_the_text_or_within_a_character_do_no_harm() {
        for (start, end) in [(0, 900), (1, 1), (900, 901), (2, 1), (4, 4)] {
            let shown = shown("é\né", |file| {
                Diagnostic::warning(codes::INVALID_JSON, "odd").primary(Span { file, start, end }, "x")
            });
            assert!(shown.starts_with("warning[PK0110]: odd\n --> plugins/a/index.js:"), "{start}..{end}: {shown}");
        }
        let shown = shown("", |file| {
            Diagnostic::warning(codes::INVALID_JSON, "odd").primary(Span { file, start: 0, end: 0 }, "x")
        });
        assert!(shown.contains("index.js:1:1"), "{shown}");
    }

    #[test]
    fn escape_sequences_of_the_source_do_not_reach_the_terminal() {
        let shown = shown("'\u{1b}[31m'", |file| {
            Diagnostic::warning(codes::INVALID_JSON, "odd \u{1b}[31m")
                .primary(Span { file, start: 0, end: 3 }, "\u{1b}")
        });
        assert!(!shown.contains('\u{1b}'), "{shown:?}");
    }
}
