//! Packages that PostHog's server let plugins import.

use crate::{Class, Kind, is_missing_member};

/// A package by its import specifier.
#[derive(Debug)]
pub struct Module {
    /// The specifier in source: `crypto`.
    pub name: &'static str,
    /// Whether Prickle provides it.
    pub status: ModuleStatus,
}

/// Whether Prickle provides a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModuleStatus {
    /// It does. What it exports beside these classes are the rows of the class that is named `node:` and the module's name; if there is such a
    /// class, the module can be imported as a whole.
    Provided {
        /// Classes that it exports, with the names that [`global`](crate::global) knows them by.
        classes: &'static [(&'static str, &'static str)],
    },
    /// It does not.
    Refused {
        /// Completes "`crypto` …": why.
        why: &'static str,
        /// What to write instead, if there is something.
        instead: Option<&'static str>,
    },
}

/// Shortens the table: a package that is refused.
const fn refused(name: &'static str, why: &'static str, instead: Option<&'static str>) -> Module {
    Module { name, status: ModuleStatus::Refused { why, instead } }
}

const LATER: &str = "is not there yet";
const VENDOR: &str = "is a vendor's SDK that needs Node's streams and sockets";
const PURE: &str = "was dropped by PostHog in 2023";
const TIMERS: &str = "needs timers, which come with the asynchronous services of the host";

/// All packages that some version of the server provided. Everything else was a load failure there and is an unknown module here.
#[rustfmt::skip]
pub static MODULES: &[Module] = &[
    Module { name: "@posthog/plugin-scaffold", status: ModuleStatus::Provided { classes: &[("RetryError", "RetryError")] } },
    refused("@google-cloud/bigquery", VENDOR, Some("send the rows with `fetch` to the REST API of BigQuery")),
    refused("@google-cloud/pubsub", VENDOR, Some("publish with `fetch` to the REST API of Pub/Sub")),
    refused("@google-cloud/storage", VENDOR, Some("upload with `fetch` to the JSON API of Cloud Storage")),
    refused("@posthog/plugin-contrib", TIMERS, Some("collect events in `meta.global` and send them from a hook")),
    refused("aws-sdk", VENDOR, Some("sign the request with `crypto` and send it with `fetch`")),
    Module { name: "crypto", status: ModuleStatus::Provided { classes: &[] } },
    refused("ethers", PURE, None),
    refused("faker", PURE, None),
    refused("generic-pool", "pools connections of database drivers, which are not provided", None),
    refused("jsonwebtoken", PURE, None),
    refused("node-fetch", LATER, None),
    refused("pg", "is a database driver that needs sockets", Some("send rows to a service with `composeWebhook`")),
    refused("snowflake-sdk", VENDOR, Some("send statements with `fetch` to the SQL API of Snowflake")),
    refused("stream", "exists for SDKs that need Node's streams", None),
    Module { name: "url", status: ModuleStatus::Provided { classes: &[("URL", "URL"), ("URLSearchParams", "node:url.URLSearchParams")] } },
    refused("zlib", PURE, None),
];

impl Module {
    /// A package in plain JavaScript: if the plugin brings it along in `node_modules`, that is compiled.
    pub fn may_be_compiled(&self) -> bool {
        matches!(self.status, ModuleStatus::Refused { why, .. } if why == PURE)
    }
}

/// Modules that Node itself has and the server did not hand on to plugins.
#[rustfmt::skip]
static OF_NODE: &[&str] = &[
    "assert", "async_hooks", "buffer", "child_process", "cluster", "console", "dgram", "dns", "domain", "events", "fs", "http", "http2",
    "https", "inspector", "module", "net", "os", "path", "perf_hooks", "process", "punycode", "querystring", "readline", "repl",
    "string_decoder", "timers", "tls", "tty", "util", "v8", "vm", "worker_threads",
];

/// Whether Node itself has the module: a package of the name in `node_modules` is never asked.
pub fn is_module_of_node(specifier: &str) -> bool {
    let name = specifier.split('/').next().unwrap_or(specifier);
    (specifier.starts_with("node:") && module_named(specifier).is_none()) || OF_NODE.contains(&name)
}

/// What a name is that a module exports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// The class that [`global`](crate::global) knows by this name.
    Class(&'static str),
    /// A member of the module's own class.
    Member,
    /// Node's module has it, Prickle does not.
    Missing,
}

impl Module {
    /// The name of the module as a whole: that of its class, if it has one.
    pub fn namespace(&self) -> Option<&'static str> {
        let is_module = |class: &&&Class| class.name.strip_prefix(crate::MODULE_PREFIX) == Some(self.name);
        crate::builtins().iter().find(is_module).map(|class| class.name)
    }

    /// The classes that it exports.
    pub fn classes(&self) -> &'static [(&'static str, &'static str)] {
        match self.status {
            ModuleStatus::Provided { classes } => classes,
            ModuleStatus::Refused { .. } => &[],
        }
    }

    /// What the module exports under a name.
    pub fn export(&self, name: &str) -> Option<Export> {
        if let Some((_, class)) = self.classes().iter().find(|(export, _)| *export == name) {
            return Some(Export::Class(class));
        }
        let namespace = self.namespace()?;
        if crate::lookup(namespace, Kind::Static, name).is_some() {
            return Some(Export::Member);
        }
        is_missing_member(namespace, name).then_some(Export::Missing)
    }

    /// The names that can be imported from it.
    pub fn exports(&self) -> impl Iterator<Item = &'static str> {
        let rows = self.namespace().and_then(crate::class).map_or(&[][..], |class| class.rows);
        self.classes().iter().map(|(name, _)| *name).chain(rows.iter().map(|row| row.name))
    }
}

/// The package of this name. Those that are modules of Node may be called `node:crypto`.
pub fn module_named(name: &str) -> Option<&'static Module> {
    let name = match name.strip_prefix(crate::MODULE_PREFIX) {
        Some(of_node @ ("crypto" | "url")) => of_node,
        Some(_) | None => name,
    };
    MODULES.iter().find(|module| module.name == name)
}
