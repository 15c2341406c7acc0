//! plugin.json, typed.

use super::Json;
use crate::base::Span;

/// What plugin.json says. Everything is optional there; a missing file gives the defaults.
#[derive(Clone, Debug, Default)]
pub struct Manifest {
    /// The name in identifiers such as `Hello World (39)`; the folder's name where the file has none.
    pub name: String,
    /// What the plugin is for.
    pub description: String,
    /// Where it comes from.
    pub url: Option<String>,
    /// The code file as written, with its place.
    pub main: Option<(String, Span)>,
    /// The PostHog versions it was made for: checked when a self-hosted server installed it.
    pub posthog_version: Option<String>,
    /// The fields a user fills in, in order of display.
    pub config: Vec<ConfigField>,
    /// Jobs that a user may start, by name.
    pub public_jobs: Vec<String>,
    /// `stateless: true`
    pub stateless: bool,
}

impl Manifest {
    /// The config field with this key.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&ConfigField> {
        self.config.iter().find(|field| field.key.as_deref() == Some(key))
    }
}

/// One field of `config`.
#[derive(Clone, Debug)]
pub struct ConfigField {
    /// The key in `meta.config` or `meta.attachments`; a field without one is only text for people.
    pub key: Option<String>,
    /// The label.
    pub name: Option<String>,
    /// Its type.
    pub kind: FieldKind,
    /// The value a new configuration starts with. The plugin server never applies it.
    pub default: Option<Json>,
    /// A hint for people, in Markdown.
    pub hint: Option<String>,
    /// Text for people beside the field, in Markdown.
    pub markdown: Option<String>,
    /// Where the field stands among those of a `config` in object form.
    pub order: Option<f64>,
    /// `required: true`
    pub required: bool,
    /// `secret: true`
    pub secret: bool,
    /// For [`FieldKind::Choice`].
    pub choices: Vec<String>,
    /// The field is required when all of these hold.
    pub required_if: Vec<Condition>,
    /// The field is shown when all of these hold.
    pub visible_if: Vec<Condition>,
    /// Where the field stands.
    pub span: Span,
}

/// A pair of `required_if` or `visible_if`.
#[derive(Clone, Debug)]
pub struct Condition {
    /// The other field.
    pub key: String,
    /// What it must be; without it, anything truthy.
    pub value: Option<Json>,
    /// Where the pair stands.
    pub span: Span,
}

/// The type of a config field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// `string`, the default.
    String,
    /// `json`: a string that holds JSON, as the user typed it.
    Json,
    /// `attachment`: a file, in `meta.attachments`.
    Attachment,
    /// `choice`: one of `choices`.
    Choice,
    /// `dictionary`: honored by no released server, a string there.
    Dictionary,
}

impl FieldKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::String, Self::Json, Self::Attachment, Self::Choice, Self::Dictionary];

    /// The name in plugin.json.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Json => "json",
            Self::Attachment => "attachment",
            Self::Choice => "choice",
            Self::Dictionary => "dictionary",
        }
    }
}
