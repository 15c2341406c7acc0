//! A compiled plugin awaits its host while other events run through the same instance.

/// What the compiler makes of `plugin/`; `BLESS=1` writes it anew.
#[rustfmt::skip]
mod plugin;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};
use std::{env, fs};

use prickle_compiler::load::Definitions;
use prickle_compiler::pipeline;
use prickle_heap::{Limits, json};
use prickle_runtime::executor::{self, ReadyList};
use prickle_runtime::host::{
    FixedClock, LogEntry, LogSink, MemoryStorage, Random, Services, Storage, StorageError, Task, Zone,
};
use prickle_runtime::instance::InstanceConfig;
use prickle_runtime::worker::{Chains, Options, Phase, Worker};
use prickle_tests::folder::repository;

/// Opens once; whoever waits goes on.
#[derive(Default)]
struct Gate {
    open: Cell<bool>,
    waiting: RefCell<Vec<Waker>>,
}

impl Gate {
    fn open(&self) {
        self.open.set(true);
        self.waiting.take().into_iter().for_each(Waker::wake);
    }
}

/// A storage whose answers wait for the gate.
struct Gated {
    gate: Rc<Gate>,
    rows: MemoryStorage,
}

impl Storage for Gated {
    fn get<'a>(&'a self, config: u32, key: &str) -> Task<'a, Result<Option<Vec<u8>>, StorageError>> {
        let answer = self.rows.get(config, key);
        Box::pin(async {
            poll_fn(|context| {
                if self.gate.open.get() {
                    return Poll::Ready(());
                }
                self.gate.waiting.borrow_mut().push(context.waker().clone());
                Poll::Pending
            })
            .await;
            answer.await
        })
    }

    fn set<'a>(&'a self, config: u32, key: &str, json: Vec<u8>) -> Task<'a, Result<(), StorageError>> {
        self.rows.set(config, key, json)
    }

    fn delete<'a>(&'a self, config: u32, key: &str) -> Task<'a, Result<(), StorageError>> {
        self.rows.delete(config, key)
    }
}

struct NoLog;

impl LogSink for NoLog {
    fn log(&self, _: LogEntry<'_>) {}

    fn failure(&self, plugin: &str, error: &[u8]) {
        panic!("{plugin} failed: {}", String::from_utf8_lossy(error));
    }
}

/// A worker with one instance of the plugin, set up.
fn worker(gate: &Rc<Gate>) -> Worker {
    let config = InstanceConfig {
        plugin: &plugin::PLUGIN,
        id: 1,
        config: br#"{"prefix":"> "}"#.to_vec(),
        attachments: Vec::new(),
    };
    let services = Services {
        clock: Box::new(FixedClock(0.0)),
        zone: Zone::utc(),
        log: Box::new(NoLog),
        random: Random::new(1),
        storage: Box::new(Gated { gate: Rc::clone(gate), rows: MemoryStorage::default() }),
    };
    let chains = Chains { default: vec![0], teams: HashMap::new() };
    let options = Options { limits: Limits::default(), recording: false, plugin_status: false };
    let worker = Worker::new(&[config], chains, services, options).expect("a config");
    executor::block_on(worker.run_phase(&mut worker.slot(), Phase::Setup));
    worker
}

#[test]
fn other_events_run_while_one_waits() {
    let gate = Rc::new(Gate::default());
    let worker = worker(&gate);
    let events = ["a", "b", "c", "d"].map(|name| {
        let waits = name == "a" || name == "c";
        format!(r#"{{"event":"{name}","properties":{{"waits":{waits}}}}}"#)
    });
    let next = Cell::new(0);
    let ended = RefCell::new(Vec::new());
    let ready = ReadyList::new();
    executor::run(&ready, 10, || {
        Box::pin(async {
            let mut slot = worker.slot();
            while let Some(event) = events.get(next.replace(next.get() + 1)) {
                let turn = worker.turn(&mut slot);
                let cx = turn.cx();
                let event = json::parse(cx, event.as_bytes()).expect("JSON");
                let mut output = Vec::new();
                worker.run_event(cx, event, &mut output).await;
                ended.borrow_mut().push(String::from_utf8(output).expect("UTF-8"));
                if ended.borrow().len() == 2 {
                    gate.open();
                }
                ready.give_way().await;
            }
        })
    });
    let expected = [
        r#"{"event":"b","properties":{"waits":false,"before":{"made":"before b"},"seen":["b"],"waiting":2}}"#,
        r#"{"event":"d","properties":{"waits":false,"before":{"made":"before d"},"seen":["b","d"],"waiting":3}}"#,
        r#"{"event":"a","properties":{"waits":true,"greeting":"> hello","before":{"made":"before a"},"seen":["b","d","a"],"waiting":2}}"#,
        r#"{"event":"c","properties":{"waits":true,"greeting":"> hello","before":{"made":"before c"},"seen":["b","d","a","c"],"waiting":1}}"#,
    ];
    assert_eq!(ended.into_inner(), expected);
}

#[test]
fn the_compiled_plugin_is_what_the_compiler_writes() {
    let folder = repository().join("tests/tests/in_flight");
    let compiled = pipeline::compile(&folder.join("plugin"), &Definitions::default()).expect("an accepted plugin");
    for (written, kept) in [("src/lib.rs", "plugin.rs"), ("src/lib.rs.map", "lib.rs.map")] {
        let (_, text) = compiled.emitted.files.iter().find(|(path, _)| path == written).expect("a main module");
        let path = folder.join(kept);
        if env::var_os("BLESS").is_some() {
            fs::write(&path, text).expect("a writable folder");
        }
        let kept = fs::read_to_string(&path).expect("the compiled plugin");
        assert!(kept == *text, "{} is stale: run with BLESS=1", path.display());
    }
}
