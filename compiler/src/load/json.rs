//! JSON with places, for plugin.json, JSON modules and data files.

use crate::base::{JsString, Span};

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
