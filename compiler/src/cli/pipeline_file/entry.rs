//! One `[[plugin]]` of a pipeline file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::table::{self, Table, span, wrong_type};
use super::{PluginEntry, config};
use crate::base::{FileId, Span};
use crate::diag::{Diagnostic, Reporter, codes};
use crate::load;

/// Reads chains.
pub(super) struct Reader<'r> {
    pub file: FileId,
    /// What paths are relative to.
    pub folder: &'r Path,
    pub reporter: &'r mut Reporter,
}

impl Reader<'_> {
    /// A chain: an array of tables.
    pub fn chain(&mut self, value: Option<&Spanned<DeValue<'_>>>) -> Vec<PluginEntry> {
        let Some(value) = value else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            wrong_type(self.file, value, "plugin", "an array of tables, written [[plugin]]", self.reporter);
            return Vec::new();
        };
        let mut chain = Vec::new();
        let mut ids: BTreeMap<u32, Span> = BTreeMap::new();
        for (index, item) in items.iter().enumerate() {
            let Some(table) = table::expect_table(self.file, item, "plugin", self.reporter) else { continue };
            let position = u32::try_from(index + 1).unwrap_or(u32::MAX);
            let Some((entry, place)) = self.entry(item, table, position) else { continue };
            if let Some(first) = ids.insert(entry.id, place) {
                self.reporter.report(
                    Diagnostic::error(codes::DUPLICATE_PLUGIN_ID, format!("two plugins have the id {}", entry.id))
                        .primary(place, "this one")
                        .secondary(first, "and this one")
                        .note("without `id`, a plugin has its position as id, counted from 1")
                        .help("give each plugin an `id` of its own"),
                );
            }
            chain.push(entry);
        }
        chain
    }

    /// One plugin, and the place of its id.
    fn entry(
        &mut self,
        item: &Spanned<DeValue<'_>>,
        table: &DeTable<'_>,
        position: u32,
    ) -> Option<(PluginEntry, Span)> {
        let mut table = Table::open(self.file, table, "a plugin");
        let source = table.text("source", self.reporter);
        let source_missing = table.get("source").is_none();
        let config_value = table.get("config").map(|(_, value)| value);
        let attachments_value = table.get("attachments").map(|(_, value)| value);
        let id = table.get("id").map(|(_, value)| value);
        let enabled = table.flag("enabled", self.reporter).unwrap_or(true);
        table.finish(self.reporter);
        let place = span(self.file, id.unwrap_or(item));
        let id = match id {
            None => position,
            Some(value) => self.id(value).unwrap_or(position),
        };
        let Some((source, source_span)) = source else {
            if source_missing {
                self.reporter.report(
                    Diagnostic::error(codes::MISSING_PIPELINE_KEY, "a plugin has no `source`")
                        .primary(span(self.file, item), "no `source` in here")
                        .help("name the plugin's folder: `source = \"plugins-src/hello-world\"`"),
                );
            }
            return None;
        };
        let mut entry = PluginEntry {
            source: self.folder.join(source),
            id,
            enabled,
            config: serde_json::Map::new(),
            attachments: Vec::new(),
        };
        if !entry.source.is_dir() {
            self.reporter.report(
                Diagnostic::error(codes::PLUGIN_FOLDER_NOT_FOUND, format!("there is no plugin folder `{source}`"))
                    .primary(source_span, "not a folder")
                    .note("`source` is relative to the pipeline file"),
            );
            return None;
        }
        // What is wrong with the plugin itself is reported when it is compiled; here only its config fields matter.
        let plugin = load::load(&entry.source, &mut Reporter::new()).ok();
        let mut reader = config::Reader {
            file: self.file,
            folder: self.folder,
            manifest: plugin.as_ref().filter(|plugin| plugin.manifest_file.is_some()).map(|plugin| &plugin.manifest),
            reporter: self.reporter,
            given: BTreeSet::new(),
        };
        if let Some(value) = config_value {
            entry.config = reader.config(value);
        }
        if let Some(value) = attachments_value {
            entry.attachments = reader.attachments(value);
        }
        if entry.enabled {
            reader.missing(&entry.config, span(self.file, config_value.unwrap_or(item)));
        }
        Some((entry, place))
    }

    fn id(&mut self, value: &Spanned<DeValue<'_>>) -> Option<u32> {
        let id = value.get_ref().as_integer().and_then(|id| u32::from_str_radix(id.as_str(), id.radix()).ok());
        if id.is_none() {
            wrong_type(self.file, value, "id", "a whole number from 0", self.reporter);
        }
        id
    }
}
