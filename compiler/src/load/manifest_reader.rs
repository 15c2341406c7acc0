//! From plugin.json to a [`Manifest`], with a diagnostic for everything that is wrong in it.

use std::collections::BTreeMap;

use super::members::{Members, duplicate, wrong_type};
use super::{Json, JsonKind, Manifest, config_reader, json};
use crate::base::{FileId, JsString, SourceFile, Span};
use crate::diag::{Diagnostic, Reporter, codes};

/// Fields that people write and nothing reads.
const INFORMATIVE: [&str; 8] =
    ["$schema", "author", "homepage", "keywords", "license", "maintainer", "repository", "version"];

/// Types of the fields of a public job's payload.
const PAYLOAD_TYPES: [&str; 6] = ["string", "boolean", "json", "number", "date", "daterange"];

/// Reads plugin.json. Mistakes are reported and leave the field at its default; `None` when the file is no JSON object.
pub(super) fn read(folder: &str, file: FileId, source: &SourceFile, reporter: &mut Reporter) -> Option<Manifest> {
    let json = json::parse(file, source, reporter)?;
    let mut fields = Members::open(&json, "plugin.json", reporter)?;
    let name = fields.text("name", reporter).map(|(name, _)| name).filter(|name| !name.is_empty());
    if name.is_none() && fields.get("name").is_none_or(|name| name.as_str().is_some()) {
        reporter.report(
            Diagnostic::warning(codes::MANIFEST_WITHOUT_NAME, "the plugin has no `name`")
                .primary(opening(&json), "no `name` in here")
                .note(format!("the folder's name `{folder}` is used; PostHog installs no plugin without one")),
        );
    }
    let manifest = Manifest {
        name: name.unwrap_or_else(|| folder.to_owned()),
        description: fields.text("description", reporter).map_or_else(String::new, |(text, _)| text),
        url: fields.text("url", reporter).map(|(url, _)| url),
        // An empty `main` is falsy, so the server looks for the default file.
        main: fields.text("main", reporter).filter(|(main, _)| !main.is_empty()),
        posthog_version: fields.text("posthogVersion", reporter).map(|(version, _)| version),
        config: fields.get("config").map(|config| config_reader::read(config, reporter)).unwrap_or_default(),
        public_jobs: fields.get("publicJobs").map(|jobs| public_jobs(jobs, reporter)).unwrap_or_default(),
        stateless: fields.flag("stateless", reporter),
    };
    fields.text("icon", reporter);
    if let Some((lib, span)) = fields.text("lib", reporter) {
        reporter.report(
            Diagnostic::warning(codes::FIELD_WITHOUT_EFFECT, format!("`lib` is not loaded: `{lib}`"))
                .primary(span, "no server has loaded this since 2021")
                .help("import the file from the main file"),
        );
    }
    if manifest.stateless
        && let Some(field) = manifest.config.first()
    {
        reporter.report(
            Diagnostic::error(codes::STATELESS_WITH_CONFIG, "a stateless plugin cannot have a config")
                .primary(field.span, "a config field")
                .note("one instance of a stateless plugin serves every team, whatever its configuration")
                .help("remove `stateless`, or the config"),
        );
    }
    fields.finish(&INFORMATIVE, reporter);
    Some(manifest)
}

/// The opening brace.
fn opening(json: &Json) -> Span {
    Span { end: json.span.start + 1, ..json.span }
}

/// The names of `publicJobs`; the forms for their payloads are checked, and only for people.
fn public_jobs(jobs: &Json, reporter: &mut Reporter) -> Vec<String> {
    let JsonKind::Object(members) = &jobs.kind else {
        wrong_type(jobs, "publicJobs", "an object", reporter);
        return Vec::new();
    };
    let mut first: BTreeMap<&JsString, Span> = BTreeMap::new();
    for member in members {
        if let Some(first) = first.insert(&member.key, member.key_span) {
            reporter.report(duplicate(&member.key.display(), first, member.key_span));
        }
        let Some(mut job) = Members::open(&member.value, &member.key.display(), reporter) else { continue };
        if let Some(payload) = job.get("payload") {
            match &payload.kind {
                JsonKind::Object(fields) => fields.iter().for_each(|field| payload_field(&field.value, reporter)),
                _ => wrong_type(payload, "payload", "an object", reporter),
            }
        }
        job.finish(&["name", "description"], reporter);
    }
    members.iter().map(|member| member.key.display()).collect()
}

fn payload_field(json: &Json, reporter: &mut Reporter) {
    let Some(mut field) = Members::open(json, "payload", reporter) else { return };
    if let Some((kind, span)) = field.text("type", reporter)
        && !PAYLOAD_TYPES.contains(&kind.as_str())
    {
        reporter.report(config_reader::unknown_type(&kind, span, &PAYLOAD_TYPES));
    }
    field.text("title", reporter);
    field.flag("required", reporter);
    field.get("default");
    field.flag("staff_only", reporter);
    field.finish(&[], reporter);
}

#[cfg(test)]
mod tests {
    use prickle_spec::manifest::{CONFIG_FIELDS, CONFIG_TYPES, JsonType, MANIFEST_FIELDS, ManifestField};

    use super::*;
    use crate::load::FieldKind;

    fn example(field: &ManifestField) -> String {
        let value = match field.ty {
            JsonType::String if field.name == "type" => r#""string""#,
            JsonType::String => r#""x""#,
            JsonType::Bool => "false",
            JsonType::Number | JsonType::Any => "1",
            JsonType::Strings => r#"["x"]"#,
            JsonType::Object => "{}",
            JsonType::ConfigFields => {
                let fields: Vec<_> = CONFIG_FIELDS.iter().map(example).collect();
                return format!("\"config\": [{{{}}}]", fields.join(", "));
            }
            JsonType::Conditions => r#"[["x", 1]]"#,
        };
        format!("\"{}\": {value}", field.name)
    }

    #[test]
    fn every_declared_field_is_read_with_its_type() {
        let fields: Vec<_> = MANIFEST_FIELDS.iter().map(example).collect();
        let source = SourceFile::new("plugin.json", format!("{{{}}}", fields.join(",\n")));
        let mut reporter = Reporter::new();
        let manifest = read("folder", FileId(0), &source, &mut reporter).expect("an object");
        assert_eq!((manifest.name.as_str(), manifest.config.len()), ("x", 1));
        let reported: Vec<_> = reporter.finish().into_iter().map(|diagnostic| diagnostic.title).collect();
        assert_eq!(reported, ["`lib` is not loaded: `x`"]);
    }

    #[test]
    fn the_types_of_config_fields_are_those_declared() {
        assert_eq!(FieldKind::ALL.map(FieldKind::name).as_slice(), CONFIG_TYPES);
    }
}
