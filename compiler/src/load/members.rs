//! The members of an object in plugin.json, taken by name and type.

use std::collections::BTreeMap;

use super::{Json, JsonKind, JsonMember};
use crate::base::{JsString, Span};
use crate::diag::{Diagnostic, Reporter, closest, codes};

/// An object whose members are asked for by name. What nobody asked for is unknown.
pub(super) struct Members<'j> {
    members: &'j [JsonMember],
    known: Vec<&'static str>,
}

impl<'j> Members<'j> {
    /// Opens `json`, which must be an object; `what` names it in the message.
    pub fn open(json: &'j Json, what: &str, reporter: &mut Reporter) -> Option<Self> {
        match &json.kind {
            JsonKind::Object(members) => Some(Self { members, known: Vec::new() }),
            _ => {
                wrong_type(json, what, "an object", reporter);
                None
            }
        }
    }

    /// The member, as `JSON.parse` has it: the last of its name. `null` counts as absent.
    pub fn get(&mut self, name: &'static str) -> Option<&'j Json> {
        self.known.push(name);
        let member = self.members.iter().rev().find(|member| member.key.as_str() == Some(name))?;
        Some(&member.value).filter(|value| !value.is_null())
    }

    /// A string member.
    pub fn text(&mut self, name: &'static str, reporter: &mut Reporter) -> Option<(String, Span)> {
        let json = self.get(name)?;
        match json.as_str() {
            Some(text) => Some((text.to_owned(), json.span)),
            None => {
                wrong_type(json, name, "a string", reporter);
                None
            }
        }
    }

    /// A boolean member; false where there is none.
    pub fn flag(&mut self, name: &'static str, reporter: &mut Reporter) -> bool {
        match self.get(name) {
            None => false,
            Some(Json { kind: JsonKind::Bool(value), .. }) => *value,
            Some(json) => {
                wrong_type(json, name, "true or false", reporter);
                false
            }
        }
    }

    /// A number member.
    pub fn number(&mut self, name: &'static str, reporter: &mut Reporter) -> Option<f64> {
        match self.get(name)? {
            Json { kind: JsonKind::Number(value), .. } => Some(*value),
            json => {
                wrong_type(json, name, "a number", reporter);
                None
            }
        }
    }

    /// An array member; empty where there is none.
    pub fn array(&mut self, name: &'static str, reporter: &mut Reporter) -> &'j [Json] {
        match self.get(name) {
            None => &[],
            Some(Json { kind: JsonKind::Array(items), .. }) => items,
            Some(json) => {
                wrong_type(json, name, "an array", reporter);
                &[]
            }
        }
    }

    /// Warns about repeated members and about those that nobody asked for, but for the `ignored` ones.
    pub fn finish(self, ignored: &[&str], reporter: &mut Reporter) {
        let mut first: BTreeMap<&JsString, Span> = BTreeMap::new();
        for member in self.members {
            let name = member.key.display();
            if let Some(first) = first.insert(&member.key, member.key_span) {
                reporter.report(duplicate(&name, first, member.key_span));
            } else if !self.known.contains(&name.as_str()) && !ignored.contains(&name.as_str()) {
                let diagnostic = Diagnostic::warning(codes::UNKNOWN_MANIFEST_FIELD, format!("unknown field `{name}`"))
                    .primary(member.key_span, "ignored");
                reporter.report(match closest(&name, self.known.iter().copied()) {
                    Some(similar) => diagnostic.suggest(
                        member.key_span,
                        format!("\"{similar}\""),
                        "a field of a similar name exists",
                    ),
                    None => diagnostic.note(format!("the fields known here are {}", self.known.join(", "))),
                });
            }
        }
    }
}

/// The warning about a key that is written twice.
pub(super) fn duplicate(name: &str, first: Span, second: Span) -> Diagnostic {
    Diagnostic::warning(codes::DUPLICATE_KEY, format!("`{name}` is written twice"))
        .primary(second, "this one counts")
        .secondary(first, "this one is ignored")
        .help("keep one of them")
}

/// Reports that `json` is not what it must be.
pub(super) fn wrong_type(json: &Json, what: &str, expected: &str, reporter: &mut Reporter) {
    reporter.report(
        Diagnostic::error(codes::WRONG_MANIFEST_TYPE, format!("`{what}` must be {expected}"))
            .primary(json.span, format!("this is {}", json.describe())),
    );
}
