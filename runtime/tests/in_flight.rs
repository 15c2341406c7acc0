//! Several events at once over one worker: waiting for a host service, and keeping objects beyond an event.

mod support;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::future::{poll_fn, ready};
use std::task::{Poll, Waker};

use prickle_heap::{Limits, Value, json};
use prickle_runtime::executor::{self, ReadyList};
use prickle_runtime::host::{Storage, StorageError, Task};
use prickle_runtime::manifest::HookName;
use prickle_runtime::plugin::Hook;
use prickle_runtime::prelude::*;
use support::{Bench, TestPlugin, services};

thread_local! {
    static OPEN: Cell<bool> = const { Cell::new(false) };
    static WAITING: RefCell<Vec<Waker>> = const { RefCell::new(Vec::new()) };
}

/// Answers `get` only when the gate is open.
struct Gated(RefCell<HashMap<String, Vec<u8>>>);

impl Storage for Gated {
    fn get<'a>(&'a self, _: u32, key: &str) -> Task<'a, Result<Option<Vec<u8>>, StorageError>> {
        let key = key.to_owned();
        Box::pin(poll_fn(move |context| {
            if OPEN.get() {
                return Poll::Ready(Ok(self.0.borrow().get(&key).cloned()));
            }
            WAITING.with_borrow_mut(|waiting| waiting.push(context.waker().clone()));
            Poll::Pending
        }))
    }

    fn set<'a>(&'a self, _: u32, key: &str, json: Vec<u8>) -> Task<'a, Result<(), StorageError>> {
        self.0.borrow_mut().insert(key.to_owned(), json);
        Box::pin(ready(Ok(())))
    }

    fn delete<'a>(&'a self, _: u32, key: &str) -> Task<'a, Result<(), StorageError>> {
        self.0.borrow_mut().remove(key);
        Box::pin(ready(Ok(())))
    }
}

/// `if (event.wait) event.stored = await storage.get('greeting', 'none')`; an event with `open` opens the gate.
static WAIT: TestPlugin = TestPlugin {
    setup: Some(|cx, _, meta| {
        Hook::pending(async move {
            let storage = meta.get(cx, "storage")?.to_object(cx)?;
            storage::set(cx, storage, "greeting".into(), cx.object([("hello", "world".into())]).into()).await?;
            Ok(Value::Undefined)
        })
    }),
    process: Some(|cx, event, meta| {
        Hook::pending(async move {
            if event.get(cx, "open")?.truthy() {
                OPEN.set(true);
                WAITING.take().into_iter().for_each(Waker::wake);
            }
            if event.get(cx, "wait")?.truthy() {
                let before = cx.object([("made", "before".into())]);
                let storage = meta.get(cx, "storage")?.to_object(cx)?;
                let key = event.get(cx, "wait")?;
                let stored = storage::get(cx, storage, key, "none".into()).await?;
                event.set(cx, "stored", stored)?;
                event.set(cx, "kept", before)?;
            }
            Ok(event)
        })
    }),
    ..TestPlugin::new("Wait", &[HookName::SetupPlugin, HookName::ProcessEvent])
};

/// Runs events with at most `limit` in flight; their texts in the order in which they ended.
fn run(limit: usize, events: &[&str]) -> Vec<String> {
    let bench = Bench::with(&[&WAIT], services(Box::new(Gated(RefCell::default()))), Limits::default());
    let worker = &bench.worker;
    let list = ReadyList::new();
    let next = Cell::new(0);
    let ended = RefCell::new(Vec::new());
    executor::run(&list, limit, || {
        Box::pin(async {
            let mut slot = worker.slot();
            while let Some(event) = events.get(next.replace(next.get() + 1)) {
                let turn = worker.turn(&mut slot);
                let mut output = Vec::new();
                let event = json::parse(turn.cx(), event.as_bytes()).unwrap();
                worker.run_event(turn.cx(), event, &mut output).await;
                let text = String::from_utf8(output).unwrap();
                ended.borrow_mut().push(text.split_once(r#","properties""#).unwrap().0.to_owned());
                list.give_way().await;
            }
        })
    });
    ended.into_inner()
}

#[test]
fn other_events_run_while_one_awaits_storage() {
    let ended =
        run(10, &[r#"{"n":0,"wait":"greeting"}"#, r#"{"n":1,"wait":"x"}"#, r#"{"n":2}"#, r#"{"n":3,"open":1}"#]);
    assert_eq!(
        ended,
        [
            r#"{"n":2"#,
            r#"{"n":3,"open":1"#,
            r#"{"n":0,"wait":"greeting","stored":{"hello":"world"},"kept":{"made":"before"}"#,
            r#"{"n":1,"wait":"x","stored":"none","kept":{"made":"before"}"#,
        ]
    );
}

#[test]
fn one_lane_keeps_events_apart() {
    OPEN.set(true);
    let ended = run(1, &[r#"{"n":0,"wait":"x"}"#, r#"{"n":1}"#]);
    assert_eq!(ended, [r#"{"n":0,"wait":"x","stored":"none","kept":{"made":"before"}"#, r#"{"n":1"#]);
}

#[test]
fn what_global_keeps_has_its_identity_two_events_later() {
    static KEEP: TestPlugin = TestPlugin::process("Keep", |cx, event, meta| {
        Hook::Done((|| {
            let global = meta.get(cx, "global")?;
            if event.get(cx, "keep")?.truthy() {
                let kept = event.get(cx, "properties")?;
                global.set(cx, "first", kept)?;
                // Still the same object after the first store moved it.
                global.set(cx, "second", cx.array([kept]))?;
                kept.set(cx, "later", cx.object([("deep", true.into())]))?;
            }
            if event.get(cx, "look")?.truthy() {
                let first = global.get(cx, "first")?;
                let second = global.get(cx, "second")?.get(cx, 0.0)?;
                event.set(cx, "same", first.strict_equals(second))?;
                event.set(cx, "seen", first)?;
            }
            Ok(event)
        })())
    });
    let mut bench = Bench::new(&[&KEEP]);
    let status = r#""$plugins_succeeded":["Keep (1)"],"$plugins_failed":[]"#;
    assert_eq!(
        bench.run(r#"{"keep":1,"properties":{"a":"text"}}"#),
        format!(r#"{{"keep":1,"properties":{{"a":"text","later":{{"deep":true}},{status}}}}}"#)
    );
    bench.run(r#"{"properties":{"filler":"overwrites the first event's memory"}}"#);
    bench.worker.collect();
    assert_eq!(
        bench.run(r#"{"look":1}"#),
        format!(r#"{{"look":1,"same":true,"seen":{{"a":"text","later":{{"deep":true}}}},"properties":{{{status}}}}}"#)
    );
}
