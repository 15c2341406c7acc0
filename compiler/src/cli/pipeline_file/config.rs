//! `config` and `attachments` of a plugin, held against the fields of its plugin.json.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::{Map, Number, Value};
use toml::Spanned;
use toml::de::DeValue;

use super::table::{self, expect_table, span};
use crate::base::{FileId, Span};
use crate::diag::{Diagnostic, Reporter, closest, codes};
use crate::load::{Condition, ConfigField, FieldKind, Json, JsonKind, Manifest};

/// Reads the values of one plugin.
pub(super) struct Reader<'r> {
    pub file: FileId,
    /// What paths are relative to.
    pub folder: &'r Path,
    /// plugin.json; without one any key is taken.
    pub manifest: Option<&'r Manifest>,
    pub reporter: &'r mut Reporter,
    /// The keys that were written, also those whose value is wrong.
    pub given: BTreeSet<String>,
}

impl Reader<'_> {
    /// The values of `config`.
    pub fn config(&mut self, value: &Spanned<DeValue<'_>>) -> Map<String, Value> {
        let mut config = Map::new();
        let Some(table) = expect_table(self.file, value, "config", self.reporter) else { return config };
        for (key, value) in table::by_place(table) {
            let name: &str = key.get_ref();
            self.check_key(name, span(self.file, key), false);
            self.given.insert(name.to_owned());
            let Some(json) = self.value(value) else { continue };
            self.check_choice(name, &json, span(self.file, value));
            config.insert(name.to_owned(), json);
        }
        config
    }

    /// The files of `attachments`.
    pub fn attachments(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<(String, PathBuf)> {
        let mut attachments = Vec::new();
        let Some(table) = expect_table(self.file, value, "attachments", self.reporter) else { return attachments };
        for (key, value) in table::by_place(table) {
            let name: &str = key.get_ref();
            self.check_key(name, span(self.file, key), true);
            self.given.insert(name.to_owned());
            let Some(file) = value.get_ref().as_str() else {
                table::wrong_type(self.file, value, name, "the path of a file", self.reporter);
                continue;
            };
            let path = self.folder.join(file);
            if path.is_file() {
                attachments.push((name.to_owned(), path));
            } else {
                let title = format!("there is no file `{file}` to attach");
                self.reporter.report(
                    Diagnostic::error(codes::ATTACHMENT_MISSING, title)
                        .primary(span(self.file, value), "not a file")
                        .note("the path is relative to the pipeline file"),
                );
            }
        }
        attachments
    }

    /// Reports the required fields that have no value. `place` is where they would stand.
    pub fn missing(&mut self, config: &Map<String, Value>, place: Span) {
        let Some(manifest) = self.manifest else { return };
        for field in &manifest.config {
            let Some(key) = &field.key else { continue };
            let by_condition =
                !field.required_if.is_empty() && field.required_if.iter().all(|condition| holds(condition, config));
            if self.given.contains(key) || !(field.required || by_condition) {
                continue;
            }
            let what = if field.kind == FieldKind::Attachment { "attachment" } else { "config value" };
            let diagnostic = Diagnostic::error(
                codes::MISSING_CONFIG_VALUE,
                format!("the {what} `{key}` is missing, which the plugin requires"),
            )
            .primary(place, format!("no `{key}` for this plugin"));
            self.reporter.report(if !field.required {
                diagnostic.note("it is required because of the other values (`required_if` in plugin.json)")
            } else if let Some(default) = field.default.as_ref().and_then(Json::as_str) {
                diagnostic.help(format!("plugin.json suggests `{key} = {}`", Value::from(default)))
            } else {
                diagnostic
            });
        }
    }

    /// Reports a key that plugin.json does not have, or has for something else.
    fn check_key(&mut self, name: &str, at: Span, attachment: bool) {
        let Some(manifest) = self.manifest else { return };
        let is_attachment = |field: &ConfigField| field.kind == FieldKind::Attachment;
        let diagnostic = match manifest.field(name) {
            Some(field) if is_attachment(field) == attachment => return,
            Some(_) => {
                let (is, write) = if attachment {
                    ("is not an attachment", "write it in `config`")
                } else {
                    ("is an attachment", "write it in `attachments`, with the path of a file")
                };
                Diagnostic::error(codes::UNKNOWN_CONFIG_KEY, format!("`{name}` {is}")).primary(at, "").help(write)
            }
            None => {
                let keys: Vec<_> = manifest
                    .config
                    .iter()
                    .filter(|field| is_attachment(field) == attachment)
                    .filter_map(|field| field.key.as_deref())
                    .collect();
                let diagnostic =
                    Diagnostic::error(codes::UNKNOWN_CONFIG_KEY, format!("the plugin has no config field `{name}`"))
                        .primary(at, "unknown");
                match closest(name, keys.iter().copied()) {
                    Some(similar) => diagnostic.suggest(at, similar, "a field of a similar name exists"),
                    None if keys.is_empty() => diagnostic,
                    None => diagnostic.note(format!("its plugin.json has {}", keys.join(", "))),
                }
            }
        };
        self.reporter.report(diagnostic);
    }

    /// Reports a value that is none of the field's choices.
    fn check_choice(&mut self, name: &str, value: &Value, at: Span) {
        let Some(field) = self.manifest.and_then(|manifest| manifest.field(name)) else { return };
        let chosen = value.as_str();
        if field.kind != FieldKind::Choice
            || field.choices.is_empty()
            || chosen.is_some_and(|chosen| field.choices.iter().any(|choice| choice == chosen))
        {
            return;
        }
        let diagnostic = Diagnostic::error(codes::NOT_A_CHOICE, format!("this is none of the choices of `{name}`"))
            .primary(at, "")
            .note(format!("the choices are {}", field.choices.join(", ")));
        let similar = chosen.and_then(|chosen| closest(chosen, field.choices.iter().map(String::as_str)));
        self.reporter.report(match similar {
            Some(similar) => diagnostic.suggest(at, Value::from(similar).to_string(), "a similar choice exists"),
            None => diagnostic,
        });
    }

    /// A value of `config`: any JSON, or `{ env = "NAME" }`.
    fn value(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Value> {
        if let Some(table) = value.get_ref().as_table()
            && table.len() == 1
            && let Some((key, name)) = table.iter().next()
            && key.get_ref() == "env"
            && let Some(name) = name.get_ref().as_str()
        {
            let found = std::env::var(name);
            if found.is_err() {
                let title = format!("the environment variable `{name}` is not set");
                self.reporter.report(
                    Diagnostic::error(codes::ENVIRONMENT_VARIABLE_MISSING, title)
                        .primary(span(self.file, value), "read from the environment")
                        .help(format!("set it before the run: `{name}=… prickle run …`")),
                );
            }
            return found.ok().map(Value::from);
        }
        self.json(value)
    }

    fn json(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Value> {
        let unusable = |what: &str, help: &str| {
            Diagnostic::error(codes::UNUSABLE_CONFIG_VALUE, format!("JSON has no {what}"))
                .primary(span(self.file, value), "cannot be handed to a plugin")
                .help(help)
        };
        match value.get_ref() {
            DeValue::String(text) => Some(Value::from(text.as_ref())),
            DeValue::Boolean(flag) => Some(Value::from(*flag)),
            DeValue::Integer(integer) => {
                let number = i64::from_str_radix(integer.as_str(), integer.radix()).ok();
                if number.is_none() {
                    self.reporter.report(unusable("integer as large as this", "write it as a string"));
                }
                number.map(Value::from)
            }
            DeValue::Float(float) => {
                let number = float.as_str().parse().ok().and_then(Number::from_f64);
                if number.is_none() {
                    self.reporter.report(unusable("infinity and no NaN", "write it as a string"));
                }
                number.map(Value::Number)
            }
            DeValue::Datetime(_) => {
                self.reporter.report(unusable("dates and times", "write it as a string, in quotes"));
                None
            }
            DeValue::Array(items) => Some(Value::Array(items.iter().filter_map(|item| self.json(item)).collect())),
            DeValue::Table(table) => {
                let members = table::by_place(table);
                let member = |(key, value): table::Member<'_, '_>| Some((key.get_ref().to_string(), self.json(value)?));
                Some(Value::Object(members.into_iter().filter_map(member).collect()))
            }
        }
    }
}

/// Whether a condition of `required_if` holds, as PostHog's form decides it: a missing value is an empty string; without
/// a value to compare with, anything truthy will do.
fn holds(condition: &Condition, config: &Map<String, Value>) -> bool {
    let empty = Value::from("");
    let actual = config.get(&condition.key).unwrap_or(&empty);
    match condition.value.as_ref().map(|value| &value.kind) {
        None => match actual {
            Value::Null => false,
            Value::Bool(value) => *value,
            Value::Number(value) => value.as_f64() != Some(0.0),
            Value::String(value) => !value.is_empty(),
            Value::Array(_) | Value::Object(_) => true,
        },
        Some(JsonKind::Null) => actual.is_null(),
        Some(JsonKind::Bool(value)) => actual.as_bool() == Some(*value),
        Some(JsonKind::Number(value)) => actual.as_f64() == Some(*value),
        Some(JsonKind::String(value)) => actual.as_str().is_some_and(|actual| value.as_str() == Some(actual)),
        // Two objects are never the same one.
        Some(JsonKind::Array(_) | JsonKind::Object(_)) => false,
    }
}
