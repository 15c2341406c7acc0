//! Tables of a pipeline file, taken apart by key and type.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::base::{FileId, Span};
use crate::diag::{Diagnostic, Reporter, closest, codes};

/// A key and its value.
pub(super) type Member<'t, 'i> = (&'t Spanned<DeString<'i>>, &'t Spanned<DeValue<'i>>);

/// A table whose members are asked for by key. What nobody asked for is unknown.
pub(super) struct Table<'t, 'i> {
    pub file: FileId,
    what: &'static str,
    members: Vec<Member<'t, 'i>>,
    known: Vec<&'static str>,
}

impl<'t, 'i> Table<'t, 'i> {
    /// Opens a table; `what` names it in messages.
    pub fn open(file: FileId, table: &'t DeTable<'i>, what: &'static str) -> Self {
        Self { file, what, members: by_place(table), known: Vec::new() }
    }

    /// The member with this key.
    pub fn get(&mut self, key: &'static str) -> Option<Member<'t, 'i>> {
        self.known.push(key);
        self.members.iter().copied().find(|(name, _)| name.get_ref() == key)
    }

    /// A string member and its place.
    pub fn text(&mut self, key: &'static str, reporter: &mut Reporter) -> Option<(&'t str, Span)> {
        let (_, value) = self.get(key)?;
        let text = value.get_ref().as_str();
        if text.is_none() {
            wrong_type(self.file, value, key, "a string", reporter);
        }
        Some((text?, span(self.file, value)))
    }

    /// A boolean member.
    pub fn flag(&mut self, key: &'static str, reporter: &mut Reporter) -> Option<bool> {
        let (_, value) = self.get(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            wrong_type(self.file, value, key, "true or false", reporter);
        }
        flag
    }

    /// Reports the members that nobody asked for.
    pub fn finish(self, reporter: &mut Reporter) {
        for (key, _) in &self.members {
            let name: &str = key.get_ref();
            if self.known.contains(&name) {
                continue;
            }
            let place = span(self.file, key);
            let diagnostic = Diagnostic::error(codes::UNKNOWN_PIPELINE_KEY, format!("unknown key `{name}`"))
                .primary(place, format!("unknown in {}", self.what));
            reporter.report(match closest(name, self.known.iter().copied()) {
                Some(similar) => diagnostic.suggest(place, similar, "a key of a similar name exists"),
                None => diagnostic.note(format!("the keys known here are {}", self.known.join(", "))),
            });
        }
    }
}

/// The members of a table in the order of the file, which is the order that plugins see.
pub(super) fn by_place<'t, 'i>(table: &'t DeTable<'i>) -> Vec<Member<'t, 'i>> {
    let mut members: Vec<_> = table.iter().collect();
    members.sort_by_key(|(key, _)| key.span().start);
    members
}

/// The value as a table, else a diagnostic.
pub(super) fn expect_table<'t, 'i>(
    file: FileId,
    value: &'t Spanned<DeValue<'i>>,
    what: &str,
    reporter: &mut Reporter,
) -> Option<&'t DeTable<'i>> {
    let table = value.get_ref().as_table();
    if table.is_none() {
        wrong_type(file, value, what, "a table", reporter);
    }
    table
}

/// Reports that a value is not what it must be.
pub(super) fn wrong_type(
    file: FileId,
    value: &Spanned<DeValue<'_>>,
    what: &str,
    expected: &str,
    reporter: &mut Reporter,
) {
    let found = match value.get_ref() {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "an array",
        DeValue::Table(_) => "a table",
    };
    reporter.report(
        Diagnostic::error(codes::WRONG_PIPELINE_TYPE, format!("`{what}` must be {expected}"))
            .primary(span(file, value), format!("this is {found}")),
    );
}

/// The place of something spanned.
pub(super) fn span<T>(file: FileId, spanned: &Spanned<T>) -> Span {
    in_file(file, spanned.span())
}

/// A byte range of the file.
pub(super) fn in_file(file: FileId, range: Range<usize>) -> Span {
    let offset = |at| u32::try_from(at).unwrap_or(u32::MAX);
    Span { file, start: offset(range.start), end: offset(range.end) }
}
