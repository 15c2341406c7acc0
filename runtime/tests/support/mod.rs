//! Plugins written by hand, and a worker to run them in.

#![allow(dead_code, reason = "not every test file needs everything")]

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use prickle_heap::{Cx, JsResult, Limits, Value, json};
use prickle_runtime::executor::block_on;
use prickle_runtime::host::{FixedClock, LogEntry, LogSink, MemoryStorage, Random, Services, Storage, Zone};
use prickle_runtime::instance::InstanceConfig;
use prickle_runtime::manifest::{HookName, Manifest, SourceMaps};
use prickle_runtime::plugin::{Hook, Plugin};
use prickle_runtime::worker::{Chains, EventSlot, Fate, Options, Phase, Worker};

/// The code of a hook.
pub type Code = for<'h> fn(Cx<'h>, Value<'h>, Value<'h>) -> Hook<'h>;

/// A plugin of functions.
pub struct TestPlugin {
    pub manifest: Manifest,
    pub evaluate: for<'h> fn(Cx<'h>) -> JsResult<'h, ()>,
    pub setup: Option<Code>,
    pub process: Option<Code>,
    pub batch: Option<Code>,
    pub on_event: Option<Code>,
    pub webhook: Option<Code>,
}

impl TestPlugin {
    /// A plugin with these hooks and nothing in them.
    pub const fn new(name: &'static str, hooks: &'static [HookName]) -> Self {
        TestPlugin {
            manifest: Manifest { name, hooks, bindings: 1, source_maps: SourceMaps::NONE },
            evaluate: |_| Ok(()),
            setup: None,
            process: None,
            batch: None,
            on_event: None,
            webhook: None,
        }
    }

    /// A plugin with `processEvent`.
    pub const fn process(name: &'static str, code: Code) -> Self {
        TestPlugin { process: Some(code), ..TestPlugin::new(name, &[HookName::ProcessEvent]) }
    }
}

fn call<'h>(code: Option<Code>, cx: Cx<'h>, argument: Value<'h>, meta: Value<'h>) -> Hook<'h> {
    code.map_or(Hook::Absent, |code| code(cx, argument, meta))
}

impl Plugin for TestPlugin {
    fn manifest(&self) -> &'static Manifest {
        // Test plugins are few and live as long as the process.
        Box::leak(Box::new(self.manifest))
    }

    fn evaluate<'h>(&self, cx: Cx<'h>) -> JsResult<'h, ()> {
        (self.evaluate)(cx)
    }

    fn setup_plugin<'h>(&self, cx: Cx<'h>, meta: Value<'h>) -> Hook<'h> {
        call(self.setup, cx, Value::Undefined, meta)
    }

    fn process_event<'h>(&self, cx: Cx<'h>, event: Value<'h>, meta: Value<'h>) -> Hook<'h> {
        call(self.process, cx, event, meta)
    }

    fn process_event_batch<'h>(&self, cx: Cx<'h>, events: Value<'h>, meta: Value<'h>) -> Hook<'h> {
        call(self.batch, cx, events, meta)
    }

    fn on_event<'h>(&self, cx: Cx<'h>, event: Value<'h>, meta: Value<'h>) -> Hook<'h> {
        call(self.on_event, cx, event, meta)
    }

    fn compose_webhook<'h>(&self, cx: Cx<'h>, event: Value<'h>, meta: Value<'h>) -> Hook<'h> {
        call(self.webhook, cx, event, meta)
    }
}

/// Keeps what it is given.
#[derive(Default)]
pub struct MemoryLog(pub Rc<RefCell<Vec<String>>>);

impl LogSink for MemoryLog {
    fn log(&self, entry: LogEntry<'_>) {
        let message = String::from_utf8_lossy(entry.message);
        self.0.borrow_mut().push(format!("{} {} {message}", entry.plugin, entry.level.name()));
    }

    fn failure(&self, plugin: &str, error: &[u8]) {
        self.0.borrow_mut().push(format!("{plugin} failed: {}", String::from_utf8_lossy(error)));
    }
}

/// Services over this storage.
pub fn services(storage: Box<dyn Storage>) -> Services {
    Services {
        clock: Box::new(FixedClock(0.0)),
        zone: Zone::utc(),
        log: Box::new(MemoryLog::default()),
        random: Random::new(1),
        storage,
    }
}

/// A worker with one instance of each plugin, in one chain, after its setup.
pub struct Bench {
    pub worker: Worker,
    pub slot: EventSlot,
}

impl Bench {
    pub fn new(plugins: &[&'static TestPlugin]) -> Self {
        Self::with(plugins, services(Box::new(MemoryStorage::default())), Limits::default())
    }

    pub fn with(plugins: &[&'static TestPlugin], services: Services, limits: Limits) -> Self {
        let configs: Vec<_> = (1..)
            .zip(plugins)
            .map(|(id, &plugin)| InstanceConfig {
                plugin,
                id,
                config: br#"{"list": ["a"], "name": "ACME"}"#.to_vec(),
                attachments: Vec::new(),
            })
            .collect();
        let chains = Chains { default: (0..plugins.len()).collect(), teams: HashMap::new() };
        let options = Options { limits, recording: true, plugin_status: true };
        let worker = Worker::new(&configs, chains, services, options).unwrap();
        let mut slot = worker.slot();
        block_on(worker.run_phase(&mut slot, Phase::Setup));
        Bench { worker, slot }
    }

    /// What became of the event: its text, or `dropped`.
    pub fn run(&mut self, event: &str) -> String {
        let mut output = Vec::new();
        let turn = self.worker.turn(&mut self.slot);
        let event = json::parse(turn.cx(), event.as_bytes()).unwrap();
        match block_on(self.worker.run_event(turn.cx(), event, &mut output)) {
            Fate::Survived => String::from_utf8(output).unwrap(),
            Fate::Dropped => "dropped".to_owned(),
        }
    }

    /// Failures since the last turn began, as `Name (id): error`. The errors of these tests need no escapes.
    pub fn failures(&self) -> Vec<String> {
        self.slot.effects().read(|failures, _, _| {
            let text = |error: &[u8]| String::from_utf8_lossy(error).trim_matches('"').to_owned();
            failures.iter().map(|failure| format!("{}: {}", failure.plugin, text(&failure.error))).collect()
        })
    }

    /// Requests since the last turn began, as JSON.
    pub fn requests(&self) -> Vec<String> {
        self.slot.effects().read(|_, _, requests| {
            requests.iter().map(|request| String::from_utf8_lossy(request).into_owned()).collect()
        })
    }
}
