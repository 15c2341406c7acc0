//! Fields of plugin.json.

/// A field of plugin.json or of one of its config entries.
#[derive(Debug)]
pub struct ManifestField {
    /// The key.
    pub name: &'static str,
    /// The JSON type that it must have.
    pub ty: JsonType,
    /// What Prickle does with it.
    pub doc: &'static str,
}

/// The shapes of JSON values in plugin.json.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonType {
    /// A string.
    String,
    /// `true` or `false`.
    Bool,
    /// A number.
    Number,
    /// Anything.
    Any,
    /// An array of strings.
    Strings,
    /// An object.
    Object,
    /// An array of config fields, or an object of them by key.
    ConfigFields,
    /// An array of `[key, value]` pairs.
    Conditions,
}

const fn field(name: &'static str, ty: JsonType, doc: &'static str) -> ManifestField {
    ManifestField { name, ty, doc }
}

/// Top-level fields of plugin.json.
#[rustfmt::skip]
pub static MANIFEST_FIELDS: &[ManifestField] = &[
    field("name", JsonType::String, "The plugin's name in `$plugins_succeeded`; the folder name where it is missing."),
    field("url", JsonType::String, "Where the plugin lives. Informational."),
    field("description", JsonType::String, "One line for people."),
    field("main", JsonType::String, "The code file; index.js or index.ts where it is missing."),
    field("config", JsonType::ConfigFields, "The settings that a plugin config can have."),
    field("lib", JsonType::String, "A second code file of the format of 2020; never loaded."),
    field("icon", JsonType::String, "A picture for the user interface."),
    field("publicJobs", JsonType::Object, "Jobs that people can start from the user interface."),
    field("posthogVersion", JsonType::String, "Versions of PostHog that the plugin was written for. Informational."),
    field("stateless", JsonType::Bool, "One instance serves all teams; the plugin has no config."),
];

/// Fields of an entry of `config`.
#[rustfmt::skip]
pub static CONFIG_FIELDS: &[ManifestField] = &[
    field("key", JsonType::String, "The property of `meta.config` or `meta.attachments`; an entry without key is only text."),
    field("name", JsonType::String, "The label."),
    field("type", JsonType::String, "`string` (the default), `json`, `attachment`, `choice` or `dictionary`."),
    field("default", JsonType::Any, "The value that new plugin configs start with."),
    field("hint", JsonType::String, "Help for people."),
    field("markdown", JsonType::String, "A block of text in the form."),
    field("order", JsonType::Number, "Sorts the object form of `config`."),
    field("required", JsonType::Bool, "A pipeline must give it a value."),
    field("secret", JsonType::Bool, "Never printed."),
    field("choices", JsonType::Strings, "The values that a `choice` can have."),
    field("required_if", JsonType::Conditions, "Required when all the pairs match."),
    field("visible_if", JsonType::Conditions, "Shown when all the pairs match."),
    field("templating", JsonType::Bool, "Announced by PostHog, without effect."),
];

/// Values of `type` in a config entry.
pub static CONFIG_TYPES: &[&str] = &["string", "json", "attachment", "choice", "dictionary"];
