//! The plan: what `prickle run` tells the native program, as one JSON file.
//!
//! Everything that can change without a rebuild is here: which instances of which plugins, their configs, files, flags
//! and limits. Unknown members are errors, so that a compiler and a program that do not fit together say so.
//!
//! ```json
//! {
//!   "input": "events.ndjson", "output": null, "rejects": null, "trace": "trace.ndjson",
//!   "chain": [
//!     {"plugin": "hello-world", "id": 39, "config": {"name": "ACME"},
//!      "attachments": {"maxmindMmdb": {"path": "/data/GeoLite2-City.mmdb", "file_name": "GeoLite2-City.mmdb",
//!                                      "content_type": "application/octet-stream"}}}
//!   ],
//!   "teams": {"2": []},
//!   "plugin_status": true, "clock": 1700000000000, "seed": 1, "ticks": ["runEveryMinute"],
//!   "limits": {"loop_seconds": 30, "event_memory": 67108864}
//! }
//! ```

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::value::RawValue;

/// The whole plan.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Whether the plan's file is removed as soon as it is read, since configs hold secrets.
    #[serde(default)]
    pub temporary: bool,
    /// The file with the events; standard input if absent.
    #[serde(default)]
    pub input: Option<PathBuf>,
    /// Where surviving events go; standard output if absent.
    #[serde(default)]
    pub output: Option<PathBuf>,
    /// Where lines go that are not events, unchanged.
    #[serde(default)]
    pub rejects: Option<PathBuf>,
    /// Where the trace goes.
    #[serde(default)]
    pub trace: Option<PathBuf>,
    /// Where what plugins have stored goes at the end, for comparison: then it is kept in memory.
    #[serde(default)]
    pub storage: Option<PathBuf>,
    /// The instances that serve teams without a chain of their own, in order.
    pub chain: Vec<InstancePlan>,
    /// Further chains, by team id.
    #[serde(default)]
    pub teams: BTreeMap<u64, Vec<InstancePlan>>,
    /// Whether `$plugins_succeeded` and `$plugins_failed` are written.
    #[serde(default = "enabled")]
    pub plugin_status: bool,
    /// What every clock reads, in milliseconds since 1970.
    #[serde(default)]
    pub clock: Option<f64>,
    /// Seeds `Math.random()`.
    #[serde(default)]
    pub seed: Option<u32>,
    /// Functions to call after the last event.
    #[serde(default)]
    pub ticks: Vec<String>,
    /// Stubbed answers to requests (`--http-stub`), as the file has them.
    #[serde(default)]
    pub http_stub: Option<Box<RawValue>>,
    /// Stubbed locations by address (`--geoip-stub`), as the file has them.
    #[serde(default)]
    pub geoip_stub: Option<Box<RawValue>>,
    /// Whether events run strictly one after the other; implied by `trace`, `clock`, `seed`, the stubs and `ticks`.
    #[serde(default)]
    pub sequential: bool,
    /// What a plugin may use.
    #[serde(default)]
    pub limits: LimitsPlan,
}

/// One configured plugin.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstancePlan {
    /// The key under which the program has the compiled plugin: the package name of its crate.
    pub plugin: String,
    /// The number in `Name (39)`, which also separates stored values.
    pub id: u32,
    /// `meta.config`, as written.
    #[serde(default)]
    pub config: Option<Box<RawValue>>,
    /// `meta.attachments`.
    #[serde(default)]
    pub attachments: BTreeMap<String, AttachmentPlan>,
}

/// A file that a plugin sees in `meta.attachments`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttachmentPlan {
    /// Where the file is, absolute.
    pub path: PathBuf,
    /// Its `file_name`.
    pub file_name: String,
    /// Its `content_type`.
    pub content_type: String,
}

/// Limits per hook call.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LimitsPlan {
    /// How long a loop may run.
    pub loop_seconds: f64,
    /// How many bytes a hook may allocate for one event.
    pub event_memory: usize,
}

impl Default for LimitsPlan {
    fn default() -> Self {
        LimitsPlan { loop_seconds: 30.0, event_memory: 64 << 20 }
    }
}

fn enabled() -> bool {
    true
}

impl Plan {
    /// Reads the plan.
    ///
    /// # Errors
    /// A message for people, with the path.
    pub fn read(path: &Path) -> Result<Plan, String> {
        let text = std::fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        let plan: Plan = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        if plan.temporary {
            std::fs::remove_file(path).map_err(|error| format!("cannot remove {}: {error}", path.display()))?;
        }
        Ok(plan)
    }

    /// Whether an event may only begin when the one before has ended.
    #[must_use]
    pub fn is_sequential(&self) -> bool {
        self.sequential
            || self.trace.is_some()
            || self.clock.is_some()
            || self.seed.is_some()
            || self.http_stub.is_some()
            || self.geoip_stub.is_some()
            || !self.ticks.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_documented_example() {
        let plan: Plan = serde_json::from_str(
            r#"{"input": "e", "output": null, "rejects": null, "trace": "t", "chain": [{"plugin": "hello-world",
            "id": 39, "config": {"name": "ACME", "n": 1e400}, "attachments": {"m": {"path": "/m", "file_name": "m",
            "content_type": "a/b"}}}], "teams": {"2": []}, "plugin_status": false, "clock": 1700000000000, "seed": 1,
            "ticks": ["runEveryMinute"], "limits": {"loop_seconds": 0.5}}"#,
        )
        .unwrap();
        assert_eq!(plan.chain[0].config.as_ref().unwrap().get(), r#"{"name": "ACME", "n": 1e400}"#);
        assert_eq!((plan.limits.loop_seconds, plan.limits.event_memory), (0.5, 64 << 20));
        assert!(plan.is_sequential() && !plan.plugin_status);
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        let error = serde_json::from_str::<Plan>(r#"{"chain": [], "colour": true}"#).unwrap_err();
        assert!(error.to_string().starts_with("unknown field `colour`"), "{error}");
    }
}
