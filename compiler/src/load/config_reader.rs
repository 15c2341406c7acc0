//! `config` of plugin.json: an array of fields, or an object of fields by key.

use std::collections::BTreeMap;

use super::members::{Members, duplicate, wrong_type};
use super::{Condition, ConfigField, FieldKind, Json, JsonKind};
use crate::base::{JsString, Span};
use crate::diag::{Diagnostic, Reporter, closest, codes};

/// Where a field of an object-form config without `order` stands.
const LAST: f64 = 999_999.0;

/// Reads `config`. Mistakes are reported; what can be read is returned.
pub(super) fn read(config: &Json, reporter: &mut Reporter) -> Vec<ConfigField> {
    let mut fields = Vec::new();
    match &config.kind {
        JsonKind::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                fields.extend(field(item, &format!("config[{index}]"), None, reporter));
            }
        }
        JsonKind::Object(members) => {
            let mut first: BTreeMap<&JsString, Span> = BTreeMap::new();
            for member in members {
                match first.get(&member.key) {
                    Some(first) => reporter.report(duplicate(&member.key.display(), *first, member.key_span)),
                    None => {
                        first.insert(&member.key, member.key_span);
                        let key = member.key.display();
                        fields.extend(field(&member.value, &format!("config.{key}"), Some(key.clone()), reporter));
                    }
                }
            }
            fields.sort_by(|a, b| a.order.unwrap_or(LAST).total_cmp(&b.order.unwrap_or(LAST)));
        }
        _ => wrong_type(config, "config", "an array or an object", reporter),
    }
    check_keys(&fields, reporter);
    fields
}

fn field(json: &Json, what: &str, key: Option<String>, reporter: &mut Reporter) -> Option<ConfigField> {
    let mut members = Members::open(json, what, reporter)?;
    let own_key = members.text("key", reporter).map(|(key, _)| key).filter(|key| !key.is_empty());
    let kind = match members.text("type", reporter) {
        None => FieldKind::String,
        Some((name, span)) => kind(&name, span, reporter),
    };
    let field = ConfigField {
        key: key.or(own_key),
        name: members.text("name", reporter).map(|(name, _)| name),
        kind,
        default: members.get("default").cloned(),
        hint: members.text("hint", reporter).map(|(hint, _)| hint),
        markdown: members.text("markdown", reporter).map(|(text, _)| text),
        order: members.number("order", reporter),
        required: members.flag("required", reporter),
        secret: members.flag("secret", reporter),
        choices: choices(members.array("choices", reporter), reporter),
        required_if: conditions("required_if", members.array("required_if", reporter), reporter),
        visible_if: conditions("visible_if", members.array("visible_if", reporter), reporter),
        span: json.span,
    };
    if members.flag("templating", reporter) {
        let span = members.get("templating").map_or(json.span, |value| value.span);
        reporter.report(
            Diagnostic::warning(codes::FIELD_WITHOUT_EFFECT, "`templating` has no effect")
                .primary(span, "honored by no released server")
                .note("the plugin sees the text as it was typed"),
        );
    }
    if field.kind == FieldKind::Choice && (field.choices.is_empty() || field.secret) {
        let why = if field.secret { "a choice cannot be secret" } else { "there is nothing to choose from" };
        reporter.report(
            Diagnostic::warning(codes::UNUSABLE_CHOICE, "a `choice` that PostHog cannot show")
                .primary(json.span, why)
                .help("give `choices` as a non-empty array of strings, and no `secret`"),
        );
    }
    members.finish(&[], reporter);
    Some(field)
}

fn kind(name: &str, span: Span, reporter: &mut Reporter) -> FieldKind {
    let Some(kind) = FieldKind::ALL.into_iter().find(|kind| kind.name() == name) else {
        reporter.report(unknown_type(name, span, &FieldKind::ALL.map(FieldKind::name)));
        return FieldKind::String;
    };
    if kind == FieldKind::Dictionary {
        reporter.report(
            Diagnostic::warning(codes::FIELD_WITHOUT_EFFECT, "`dictionary` is treated as `string`")
                .primary(span, "honored by no released server"),
        );
    }
    kind
}

/// The warning about a `type` that does not exist.
pub(super) fn unknown_type(name: &str, span: Span, known: &[&str]) -> Diagnostic {
    let diagnostic = Diagnostic::warning(codes::UNKNOWN_FIELD_TYPE, format!("unknown type `{name}`"))
        .primary(span, "treated as `string`")
        .note(format!("the types known here are {}", known.join(", ")));
    match closest(name, known.iter().copied()) {
        Some(similar) => diagnostic.suggest(span, format!("\"{similar}\""), "a type of a similar name exists"),
        None => diagnostic,
    }
}

fn choices(items: &[Json], reporter: &mut Reporter) -> Vec<String> {
    let mut choices = Vec::new();
    for item in items {
        match item.as_str() {
            Some(choice) => choices.push(choice.to_owned()),
            None => wrong_type(item, "choices", "an array of strings", reporter),
        }
    }
    choices
}

fn conditions(name: &str, pairs: &[Json], reporter: &mut Reporter) -> Vec<Condition> {
    let mut conditions = Vec::new();
    for pair in pairs {
        let parts = match &pair.kind {
            JsonKind::Array(parts) if (1..=2).contains(&parts.len()) => parts.as_slice(),
            _ => &[],
        };
        match parts.first().and_then(Json::as_str) {
            Some(key) => {
                conditions.push(Condition { key: key.to_owned(), value: parts.get(1).cloned(), span: pair.span });
            }
            None => wrong_type(pair, name, "an array of pairs such as [\"key\", \"value\"]", reporter),
        }
    }
    conditions
}

/// Warns about keys used twice, and about conditions on fields that do not exist.
fn check_keys(fields: &[ConfigField], reporter: &mut Reporter) {
    let mut first: BTreeMap<&str, &ConfigField> = BTreeMap::new();
    for field in fields {
        let Some(key) = &field.key else { continue };
        if let Some(first) = first.get(key.as_str()) {
            reporter.report(
                Diagnostic::warning(codes::DUPLICATE_KEY, format!("two config fields have the key `{key}`"))
                    .primary(field.span, "this field")
                    .secondary(first.span, "and this one")
                    .help("give each field a key of its own"),
            );
        }
        first.entry(key).or_insert(field);
    }
    for condition in fields.iter().flat_map(|field| field.required_if.iter().chain(&field.visible_if)) {
        if !first.contains_key(condition.key.as_str()) {
            let diagnostic = Diagnostic::warning(
                codes::UNKNOWN_CONDITION_KEY,
                format!("the condition names `{}`, which is no config field", condition.key),
            )
            .primary(condition.span, "never true");
            reporter.report(match closest(&condition.key, first.keys().copied()) {
                Some(similar) => diagnostic.help(format!("a field of a similar name exists: `{similar}`")),
                None => diagnostic,
            });
        }
    }
}
