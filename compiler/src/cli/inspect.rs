//! `prickle inspect`: what a plugin does, as far as the compiler knows.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::slice;

use serde::Serialize;

use super::args::{InspectArgs, InspectFormat};
use super::terminal::Terminal;
use super::{Failure, plugins};
use crate::analyse::{Access, KeyUses};
use crate::ir::ExportTarget;
use crate::load::Definitions;
use crate::load::{ConfigField, FieldKind};
use crate::pipeline::Checked;

/// A plugin's manifest.
#[derive(Debug, Serialize)]
struct Inspection {
    name: String,
    folder: String,
    main: String,
    modules: Vec<String>,
    hooks: Vec<Hook>,
    #[serde(rename = "async")]
    suspends: bool,
    config: Config,
    event: Uses,
    properties: Uses,
    meta: Uses,
    hosts: HostNames,
    storage: Uses,
    capabilities: Vec<String>,
    nondeterminism: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct Hook {
    name: String,
    #[serde(rename = "async")]
    suspends: bool,
}

#[derive(Debug, Serialize)]
struct Config {
    declared: Vec<Field>,
    #[serde(flatten)]
    uses: Uses,
}

#[derive(Debug, Serialize)]
struct Field {
    key: String,
    #[serde(rename = "type")]
    kind: &'static str,
    required: bool,
    secret: bool,
}

/// Properties by what happens to them. `computed` says which of these may happen to any other property.
#[derive(Debug, Serialize)]
struct Uses {
    read: Vec<String>,
    written: Vec<String>,
    deleted: Vec<String>,
    computed: Vec<&'static str>,
}

/// Hosts that are contacted: those that stand in source, and whether there may be others.
#[derive(Debug, Serialize)]
struct HostNames {
    named: Vec<String>,
    computed: bool,
}

pub(super) fn run(args: &InspectArgs, definitions: &Definitions, terminal: &mut Terminal) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();

    for folder in plugins::folders(slice::from_ref(&args.path), terminal)? {
        let inspection = Inspection::of(&plugins::check(&folder, definitions, terminal)?);
        match args.format {
            InspectFormat::Text => stdout.write_all(inspection.text().as_bytes())?,
            InspectFormat::Json => {
                let json = serde_json::to_string_pretty(&inspection);
                writeln!(stdout, "{}", json.map_err(|error| Failure::Message(error.to_string()))?)?;
            }
        }
    }
    Ok(())
}

impl Inspection {
    fn of(checked: &Checked) -> Self {
        let (source, program, facts) = (&checked.source, &checked.program, &checked.facts);
        let suspends = |id| facts.functions[id].suspends || facts.features.promises && program.functions[id].is_async;
        let any_suspends = program.functions.ids().any(suspends);
        let hook = |name: &str, target: &ExportTarget| Hook {
            name: name.to_owned(),
            suspends: match target {
                ExportTarget::Function(function) => suspends(*function),
                ExportTarget::Value(_) => any_suspends,
            },
        };
        let (sets, services) = (&facts.properties, &facts.services);
        Self {
            name: source.manifest.name.clone(),
            folder: source.name.clone(),
            main: source.files[source.main].path.clone(),
            modules: program.modules.iter().map(|(_, module)| module.path.clone()).collect(),
            hooks: program.exports.hooks.iter().map(|export| hook(&export.name, &export.target)).collect(),
            suspends: any_suspends,
            config: Config {
                declared: source.manifest.config.iter().filter_map(Field::of).collect(),
                uses: Uses::of(&sets.config),
            },
            event: Uses::of(&sets.event),
            properties: Uses::of(&sets.event_properties),
            meta: Uses::of(&sets.meta),
            hosts: HostNames { named: facts.hosts.named.iter().cloned().collect(), computed: facts.hosts.computed },
            storage: Uses::of(&services.storage),
            capabilities: services
                .capabilities
                .iter()
                .map(|capability| format!("{capability:?}").to_lowercase())
                .collect(),
            nondeterminism: [(services.reads_clock, "clock"), (services.random, "random")]
                .into_iter()
                .filter_map(|(used, what)| used.then_some(what))
                .collect(),
        }
    }

    fn text(&self) -> String {
        let mut text = format!("{} ({}, {})\n", self.name, self.folder, self.modules.join(", "));
        let mut line = |what: &str, value: String| {
            if !value.is_empty() {
                writeln!(text, "  {what:<27}{value}").expect("writing to a string");
            }
        };
        let hook = |hook: &Hook| format!("{}{}", if hook.suspends { "async " } else { "" }, hook.name);
        line("hooks", self.hooks.iter().map(hook).collect::<Vec<_>>().join(", "));
        line("config fields", self.config.declared.iter().map(Field::text).collect::<Vec<_>>().join(", "));
        for (what, uses) in [
            ("config", &self.config.uses),
            ("event", &self.event),
            ("event.properties", &self.properties),
            ("meta", &self.meta),
            ("storage", &self.storage),
        ] {
            line(&format!("{what} read"), uses.read.join(", "));
            line(&format!("{what} written"), uses.written.join(", "));
            line(&format!("{what} deleted"), uses.deleted.join(", "));
            line(&format!("{what} computed"), uses.computed.join(", "));
        }
        line("hosts", self.hosts.named.join(", "));
        line("hosts computed", if self.hosts.computed { "yes".to_owned() } else { String::new() });
        line("capabilities", self.capabilities.join(", "));
        line("nondeterminism", self.nondeterminism.join(", "));
        text
    }
}

impl Field {
    fn of(field: &ConfigField) -> Option<Self> {
        Some(Self {
            key: field.key.clone()?,
            kind: FieldKind::name(field.kind),
            required: field.required,
            secret: field.secret,
        })
    }

    fn text(&self) -> String {
        let flags = [(self.required, ", required"), (self.secret, ", secret")];
        let flags: String = flags.into_iter().filter_map(|(set, text)| set.then_some(text)).collect();
        format!("{} ({}{flags})", self.key, self.kind)
    }
}

impl Uses {
    fn of(uses: &KeyUses) -> Self {
        let named = |happens: fn(&Access) -> bool| {
            uses.named.iter().filter(|(_, access)| happens(access)).map(|(name, _)| name.clone()).collect()
        };
        let computed: [(bool, &'static str); 3] =
            [(uses.dynamic.read, "read"), (uses.dynamic.written, "written"), (uses.dynamic.deleted, "deleted")];
        Self {
            read: named(|access| access.read),
            written: named(|access| access.written),
            deleted: named(|access| access.deleted),
            computed: computed.into_iter().filter_map(|(happens, what)| happens.then_some(what)).collect(),
        }
    }
}
