//! JSON with places, for plugin.json, JSON modules and data files.

use crate::base::{JsString, Span};

pub use super::json_reader::parse;

/// A JSON value and where it stands.
#[derive(Clone, Debug)]
pub struct Json {
    /// What it is.
    pub kind: JsonKind,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of JSON values.
#[derive(Clone, Debug)]
pub enum JsonKind {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number, as `JSON.parse` reads it.
    Number(f64),
    /// A string; may hold lone surrogates.
    String(JsString),
    /// `[…]`
    Array(Vec<Json>),
    /// `{…}`: members in source order, repeated keys included.
    Object(Vec<JsonMember>),
}

/// A member of an object.
#[derive(Clone, Debug)]
pub struct JsonMember {
    /// The key.
    pub key: JsString,
    /// Where the key stands, quotes included.
    pub key_span: Span,
    /// The value.
    pub value: Json,
}

impl Json {
    /// What it is, with an article, for messages.
    #[must_use]
    pub fn describe(&self) -> &'static str {
        match self.kind {
            JsonKind::Null => "null",
            JsonKind::Bool(_) => "a boolean",
            JsonKind::Number(_) => "a number",
            JsonKind::String(_) => "a string",
            JsonKind::Array(_) => "an array",
            JsonKind::Object(_) => "an object",
        }
    }

    /// The text of a string without lone surrogates.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            JsonKind::String(text) => text.as_str(),
            _ => None,
        }
    }

    /// True for `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self.kind, JsonKind::Null)
    }
}
