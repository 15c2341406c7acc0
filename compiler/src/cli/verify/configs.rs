//! Configs to run a plugin with: what its plugin.json suggests, what the plugin compares them with, and what no form would send.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::hostile;
use super::random::Random;
use super::sample::{Sample, Text};
use super::values::Values;
use super::vocabulary::Vocabulary;
use crate::cli::Failure;
use crate::cli::run::cache::cannot;
use crate::load::{ConfigField, FieldKind};
use crate::pipeline::Checked;

/// A config and its attachments.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Setting {
    /// `meta.config`, an object.
    pub config: Vec<(Text, Sample)>,
    /// The files behind `meta.attachments`, absolute.
    pub attachments: BTreeMap<String, PathBuf>,
}

impl Setting {
    /// The config as JSON.
    pub fn sample(&self) -> Sample {
        Sample::Object(self.config.clone())
    }

    /// As Node reads it.
    pub fn spec(&self) -> Value {
        // Generated configs have no lone surrogates and no repeated keys, so this loses nothing.
        let config: Value = serde_json::from_str(&self.sample().to_string()).unwrap_or_default();
        json!({ "config": config, "attachments": self.attachments })
    }
}

/// Makes configs for a plugin.
#[derive(Debug)]
pub struct Configs<'p> {
    fields: Vec<&'p ConfigField>,
    /// Keys that the plugin reads but does not declare.
    undeclared: Vec<Text>,
    vocabulary: &'p Vocabulary,
    /// Where generated attachments go.
    files: PathBuf,
    written: usize,
    /// Attachments that the plugin's own tests have, by key.
    samples: BTreeMap<String, Vec<PathBuf>>,
}

impl<'p> Configs<'p> {
    /// For this plugin; attachments are written to `files`.
    pub fn new(checked: &'p Checked, vocabulary: &'p Vocabulary, files: &Path) -> Self {
        let manifest = &checked.source.manifest;
        let read = checked.facts.properties.config.named.keys();
        let undeclared = read.filter(|key| manifest.field(key).is_none()).map(|key| Text::from(key.as_str()));
        Self {
            fields: manifest.config.iter().filter(|field| field.key.is_some()).collect(),
            undeclared: undeclared.collect(),
            vocabulary,
            files: files.to_owned(),
            written: 0,
            samples: BTreeMap::new(),
        }
    }

    /// Whether there is more than one config to try.
    pub fn any(&self) -> bool {
        !self.fields.is_empty() || !self.undeclared.is_empty()
    }

    /// What PostHog's form stores when nobody changes anything.
    pub fn defaults(&self) -> Setting {
        let value = |field: &&ConfigField| {
            let default = field.default.as_ref()?;
            Some((Text::from(field.key.as_deref()?), Sample::from(default)))
        };
        Setting { config: self.fields.iter().filter_map(value).collect(), attachments: BTreeMap::new() }
    }

    /// The configs of the plugin's own `tests/cases.json`: a list of `{ "config", "attachments" }`, files relative to its folder.
    pub fn of_tests(&mut self, plugin: &Path) -> Vec<Setting> {
        let tests = plugin.join("tests");
        let Ok(text) = fs::read_to_string(tests.join("cases.json")) else { return Vec::new() };
        let Some(Sample::Array(cases)) = Sample::parse(&text) else { return Vec::new() };
        let mut settings = Vec::new();
        for case in &cases {
            let mut setting = Setting::default();
            if let Some(Sample::Object(config)) = case.get("config") {
                setting.config.clone_from(config);
            }
            if let Some(Sample::Object(attachments)) = case.get("attachments") {
                for (key, file) in attachments {
                    let Some(path) = file.as_text().and_then(|file| tests.join(file).canonicalize().ok()) else {
                        continue;
                    };
                    self.samples.entry(key.0.clone()).or_default().push(path.clone());
                    setting.attachments.insert(key.0.clone(), path);
                }
            }
            settings.push(setting);
        }
        settings
    }

    /// A config out of nothing.
    pub fn fresh(&mut self, random: &mut Random) -> Result<Setting, Failure> {
        let mut setting = Setting::default();
        for index in 0..self.fields.len() + self.undeclared.len() {
            self.change(&mut setting, index, random)?;
        }
        Ok(setting)
    }

    /// A config with one field changed.
    pub fn mutated(&mut self, setting: &Setting, random: &mut Random) -> Result<Setting, Failure> {
        let mut setting = setting.clone();
        let index = random.below(self.fields.len() + self.undeclared.len());
        self.change(&mut setting, index, random)?;
        Ok(setting)
    }

    fn change(&mut self, setting: &mut Setting, index: usize, random: &mut Random) -> Result<(), Failure> {
        let (key, value) = match self.fields.get(index).copied() {
            Some(field) => {
                let key = field.key.clone().unwrap_or_default();
                if field.kind == FieldKind::Attachment {
                    setting.attachments.remove(&key);
                    if let Some(path) = self.attachment(&key, random)? {
                        setting.attachments.insert(key, path);
                    }
                    return Ok(());
                }
                let key = Text::from(key.as_str());
                let value = self.value(field, &key, random);
                (key, value)
            }
            None => {
                let key = self.undeclared[index - self.fields.len()].clone();
                let value = random.chance(40).then(|| self.compared(&key, random)).flatten();
                (key, value)
            }
        };
        setting.config.retain(|(name, _)| *name != key);
        if let Some(value) = value {
            setting.config.push((key, printable(value)));
        }
        Ok(())
    }

    /// A value for the field; `None` leaves it out.
    fn value(&self, field: &ConfigField, key: &Text, random: &mut Random) -> Option<Sample> {
        match random.below(20) {
            0..=3 => field.default.as_ref().map(Sample::from),
            4 => None,
            5 => Some(Sample::from("")),
            6 => Some(Values::new(self.vocabulary, &Sample::Null).value(random, 1)),
            7..=14 if !field.choices.is_empty() => {
                random.pick(&field.choices).map(|choice| Sample::from(choice.as_str()))
            }
            7..=16 if field.kind == FieldKind::Json => Some(Sample::from(self.document(random).to_string().as_str())),
            7..=10 => self.compared(key, random),
            11..=16 => Some(self.list(random)),
            17 => Some(hostile::number(random)),
            _ => Some(Sample::String(Values::new(self.vocabulary, &Sample::Null).string(random))),
        }
    }

    /// A value that the plugin compares the field with, or a word of the plugin.
    fn compared(&self, key: &Text, random: &mut Random) -> Option<Sample> {
        let known: Vec<_> =
            self.vocabulary.config.iter().filter(|(name, _)| name == key).map(|(_, value)| value).collect();
        match random.pick(&known) {
            Some(value) => Some((*value).clone()),
            None => Some(self.list(random)),
        }
    }

    /// Names with commas, as many plugins take them: of properties, of events.
    fn list(&self, random: &mut Random) -> Sample {
        let usual = ["$current_url", "$ip", "email", "$set.email", "a.b", "$pageview", "signed up", "1", "0.5", "10"];
        let mut names = Vec::new();
        for _ in 0..1 + random.below(4) {
            let list = if random.chance(60) { &self.vocabulary.keys } else { &self.vocabulary.strings };
            let name = if random.chance(50) { random.pick(list).map(|name| name.0.clone()) } else { None };
            names.push(name.unwrap_or_else(|| (*random.one(&usual)).to_owned()));
        }
        Sample::String(Text(names.join(if random.chance(30) { ", " } else { "," })))
    }

    /// A JSON document of the plugin's words.
    fn document(&self, random: &mut Random) -> Sample {
        let values = Values::new(self.vocabulary, &Sample::Null);
        let object = |random: &mut Random| {
            let member = |random: &mut Random| (values.key(random), values.value(random, 2));
            Sample::Object((0..1 + random.below(5)).map(|_| member(random)).collect())
        };
        match random.below(6) {
            0 => values.value(random, 2),
            1..=3 => object(random),
            _ => Sample::Array((0..random.below(4)).map(|_| object(random)).collect()),
        }
    }

    fn attachment(&mut self, key: &str, random: &mut Random) -> Result<Option<PathBuf>, Failure> {
        let samples = self.samples.get(key).map_or(&[][..], Vec::as_slice);
        match random.below(10) {
            0 => return Ok(None),
            1..=4 => {
                if let Some(path) = random.pick(samples) {
                    return Ok(Some(path.clone()));
                }
            }
            _ => {}
        }
        let original = random.pick(samples).and_then(|path| fs::read_to_string(path).ok());
        let text = match original.as_deref().and_then(Sample::parse) {
            Some(mut document) if document.count() > 0 && random.chance(70) => {
                let values = Values::new(self.vocabulary, &Sample::Null);
                document.at(random.below(document.count()), &mut |value| *value = values.value(random, 1));
                document.to_string()
            }
            _ if random.chance(10) => "{ not json".to_owned(),
            _ => self.document(random).to_string(),
        };
        let path = self.files.join(format!("attachment-{}.json", self.written));
        self.written += 1;
        fs::write(&path, text).map_err(|error| cannot("write", &path, &error))?;
        Ok(Some(path))
    }
}

/// Without what a pipeline file could not hold: lone surrogates, infinite numbers, repeated keys.
fn printable(value: Sample) -> Sample {
    match serde_json::from_str::<Value>(&value.to_string()) {
        Ok(value) => Sample::parse(&value.to_string()).unwrap_or(Sample::Null),
        Err(_) => Sample::from("\u{fffd}"),
    }
}
