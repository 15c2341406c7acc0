//! Diagnostics as tools read them: one JSON object per line.

use serde::Serialize;

use super::{Diagnostic, Help, Severity, Sources};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Line<'d> {
    code: String,
    severity: &'static str,
    message: &'d str,
    file: Option<&'d str>,
    line: Option<u32>,
    column: Option<u32>,
    end_line: Option<u32>,
    end_column: Option<u32>,
    help: Option<String>,
    plugin: Option<&'d str>,
}

/// The diagnostic as a line of JSON, without the line break. Lines and columns count from 1, columns in UTF-16 code
/// units; the end is exclusive. Members without a value are null.
///
/// # Panics
/// Never: the object has no keys that JSON could not have.
#[must_use]
pub fn json_line(diagnostic: &Diagnostic, sources: Sources<'_>, plugin: Option<&str>) -> String {
    let place = diagnostic.place();
    let start = place.map(|span| sources.files[span.file].line_column(span.start));
    let end = place.map(|span| sources.files[span.file].line_column(span.end));
    let line = Line {
        code: diagnostic.code.to_string(),
        severity: match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        message: &diagnostic.title,
        file: place
            .map(|span| sources.files[span.file].path.as_str())
            .or(diagnostic.path.as_deref().filter(|path| !path.is_empty())),
        line: start.map(|place| place.line),
        column: start.map(|place| place.column),
        end_line: end.map(|place| place.line),
        end_column: end.map(|place| place.column),
        help: help(diagnostic),
        plugin,
    };
    serde_json::to_string(&line).expect("plain strings and numbers")
}

fn help(diagnostic: &Diagnostic) -> Option<String> {
    let line = |help: &Help| match help {
        Help::Text(text) => text.clone(),
        Help::Suggestion { replacement, text, .. } if replacement.is_empty() => text.clone(),
        Help::Suggestion { replacement, text, .. } => format!("{text}: `{replacement}`"),
    };
    let lines: Vec<_> = diagnostic.help.iter().map(line).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{IndexVec, SourceFile, Span};
    use crate::diag::codes;

    #[test]
    fn members_are_those_of_the_contract() {
        let mut files = IndexVec::new();
        let file = files.push(SourceFile::new("lib/a.js", "\n😀x"));
        let span = Span { file, start: 5, end: 6 };
        let diagnostic =
            Diagnostic::error(codes::INVALID_JSON, "odd \"x\"").primary(span, "").suggest(span, "y", "write");
        let sources = Sources { prefix: "plugins/p", files: &files };
        assert_eq!(
            json_line(&diagnostic, sources, Some("p")),
            r#"{"code":"PK0110","severity":"error","message":"odd \"x\"","file":"lib/a.js","line":2,"column":3,"endLine":2,"endColumn":4,"help":"write: `y`","plugin":"p"}"#
        );
        let nowhere = Diagnostic::warning(codes::NO_MAIN_FILE, "no").at_path("");
        assert_eq!(
            json_line(&nowhere, sources, None),
            r#"{"code":"PK0102","severity":"warning","message":"no","file":null,"line":null,"column":null,"endLine":null,"endColumn":null,"help":null,"plugin":null}"#
        );
    }
}
