//! The chain rules, with plugins written by hand. What whole plugins do is compared with Node in `tests/exec`.

mod support;

use prickle_heap::{Cx, ErrorKind, Limits, Throw, Value};
use prickle_runtime::host::MemoryStorage;
use prickle_runtime::instance::define_hook;
use prickle_runtime::manifest::HookName;
use prickle_runtime::plugin::Hook;
use prickle_runtime::prelude::*;
use support::{Bench, TestPlugin, services};

fn done<'h>(value: impl Into<Value<'h>>) -> Hook<'h> {
    Hook::Done(Ok(value.into()))
}

fn mark<'h>(cx: Cx<'h>, event: Value<'h>, name: &'static str) -> Hook<'h> {
    Hook::Done(event.get(cx, "properties").and_then(|properties| properties.set(cx, name, true)).map(|()| event))
}

static MARK: TestPlugin = TestPlugin::process("Mark", |cx, event, _| mark(cx, event, "marked"));

static THROW: TestPlugin = TestPlugin::process("Throw", |cx, event, _| {
    let _ = mark(cx, event, "thrown");
    Hook::Done(Err(cx.throw_error(ErrorKind::Type, "no")))
});

#[test]
fn lists_stand_last_or_where_the_client_had_them() {
    let mut bench = Bench::new(&[&MARK]);
    assert_eq!(
        bench.run(r#"{"properties":{"$plugins_failed":["forged"],"a":1},"event":"e"}"#),
        r#"{"properties":{"$plugins_failed":[],"a":1,"marked":true,"$plugins_succeeded":["Mark (1)"]},"event":"e"}"#
    );
}

#[test]
fn an_exception_keeps_what_was_changed_before_it() {
    let mut bench = Bench::new(&[&THROW, &MARK]);
    assert_eq!(
        bench.run(r#"{"team_id":2,"properties":{}}"#),
        r#"{"team_id":2,"properties":{"thrown":true,"marked":true,"$plugins_succeeded":["Mark (2)"],"$plugins_failed":["Throw (1)"]}}"#
    );
    assert_eq!(bench.failures(), ["Throw (1): TypeError: no"]);
}

#[test]
fn throwing_nothing_does_not_lose_the_event() {
    static NOTHING: TestPlugin = TestPlugin::process("Nothing", |cx, _, _| Hook::Done(Err(cx.throw(Value::Undefined))));
    let mut bench = Bench::new(&[&NOTHING]);
    assert_eq!(bench.run("{}"), r#"{"properties":{"$plugins_succeeded":[],"$plugins_failed":["Nothing (1)"]}}"#);
    assert_eq!(bench.failures(), ["Nothing (1): undefined"]);
}

#[test]
fn a_falsy_result_drops_the_event_at_once() {
    static EMPTY: TestPlugin = TestPlugin::process("Empty", |_, _, _| done(""));
    let mut bench = Bench::new(&[&MARK, &EMPTY, &THROW]);
    assert_eq!(bench.run(r#"{"properties":{}}"#), "dropped");
    assert_eq!(bench.failures(), [""; 0]);
}

#[test]
fn another_team_is_put_back_and_the_result_kept() {
    static COPY: TestPlugin = TestPlugin::process("Copy", |cx, _, _| done(cx.object([("b", 1.0.into())])));
    let mut bench = Bench::new(&[&COPY]);
    assert_eq!(
        bench.run(r#"{"team_id":2,"a":1}"#),
        r#"{"b":1,"team_id":2,"properties":{"$plugins_succeeded":[],"$plugins_failed":["Copy (1)"]}}"#
    );
    assert_eq!(bench.failures(), ["Copy (1): IllegalOperationError: Plugin tried to change event.team_id"]);
}

#[test]
fn a_primitive_goes_on_as_the_event() {
    static FIVE: TestPlugin = TestPlugin::process("Five", |_, _, _| done(5.0));
    static SAME: TestPlugin = TestPlugin::process("Same", |_, event, _| done(event));
    let mut bench = Bench::new(&[&FIVE, &SAME]);
    assert_eq!(bench.run(r#"{"team_id":2}"#), "5");
    assert_eq!(
        bench.failures(),
        [
            "Five (1): TypeError: Cannot create property 'team_id' on number '5'",
            "Same (2): TypeError: Cannot create property 'team_id' on number '5'"
        ]
    );
}

#[test]
fn a_frozen_event_of_another_team_fails_with_the_error_of_strict_code() {
    static FROZEN: TestPlugin = TestPlugin::process("Frozen", |cx, event, _| {
        let copy = cx.object([("team_id", 3.0.into())]);
        if event.get(cx, "bare").unwrap_or_default().truthy() {
            copy.remove_own(cx, "team_id");
        }
        copy.freeze(cx);
        done(copy)
    });
    let mut bench = Bench::new(&[&FROZEN]);
    assert_eq!(bench.run(r#"{"team_id":2}"#), r#"{"team_id":3}"#);
    assert_eq!(
        bench.failures(),
        ["Frozen (1): TypeError: Cannot assign to read only property 'team_id' of object '[object Object]'"]
    );
    assert_eq!(bench.run(r#"{"team_id":2,"bare":1}"#), "{}");
    assert_eq!(bench.failures(), ["Frozen (1): TypeError: Cannot add property team_id, object is not extensible"]);
}

#[test]
fn a_batch_function_stands_in_for_process_event() {
    static BATCH: TestPlugin = TestPlugin {
        batch: Some(|cx, events, _| {
            Hook::Done(events.get(cx, 0.0).and_then(|event| {
                if event.get(cx, "drop")?.truthy() {
                    return Ok(Value::Undefined);
                }
                event.set(cx, "batched", true)?;
                Ok(events)
            }))
        }),
        ..TestPlugin::new("Batch", &[HookName::ProcessEventBatch])
    };
    let mut bench = Bench::new(&[&BATCH]);
    assert_eq!(
        bench.run("{}"),
        r#"{"batched":true,"properties":{"$plugins_succeeded":["Batch (1)"],"$plugins_failed":[]}}"#
    );
    assert_eq!(bench.run(r#"{"drop":1}"#), "dropped");
}

#[test]
fn a_plugin_whose_setup_fails_is_out_of_the_chain() {
    static BROKEN: TestPlugin = TestPlugin {
        setup: Some(|cx, _, _| Hook::Done(Err(cx.throw_error(ErrorKind::Error, "no key")))),
        process: Some(|_, event, _| done(event)),
        ..TestPlugin::new("Broken", &[HookName::SetupPlugin, HookName::ProcessEvent])
    };
    let mut bench = Bench::new(&[&BROKEN]);
    assert_eq!(bench.failures(), ["Broken (1): Error: no key"]);
    assert_eq!(bench.run(r#"{"a":1}"#), r#"{"a":1}"#);
}

#[test]
fn exports_defined_while_the_body_runs_are_called() {
    static EXPORTS: TestPlugin = TestPlugin {
        evaluate: |cx| {
            let name = cx.string("set by closure");
            define_hook(
                cx,
                "processEvent",
                cx.closure("", 2, [name.into()], |cx, call| {
                    call.arg(0).set(cx, "from", call.captured(0))?;
                    Ok(call.arg(0))
                }),
            );
            define_hook(cx, "onEvent", 5.0);
            define_hook(cx, "teardownPlugin", Value::Null);
            Ok(())
        },
        ..TestPlugin::new("Exports", &[])
    };
    let mut bench = Bench::new(&[&EXPORTS]);
    assert_eq!(
        bench.run("{}"),
        r#"{"from":"set by closure","properties":{"$plugins_succeeded":["Exports (1)"],"$plugins_failed":[]}}"#
    );
    assert_eq!(bench.failures(), ["Exports (1): TypeError: func is not a function"]);
}

#[test]
fn webhooks_get_their_event_and_give_a_request() {
    static HOOK: TestPlugin = TestPlugin {
        webhook: Some(|cx, event, _| {
            if event.get(cx, "event").unwrap_or_default().strict_equals("quiet") {
                return done(Value::Null);
            }
            let headers = cx.object([("X-Key", "k".into()), ("x-key", "l".into())]);
            done(cx.object([("url", "https://a/".into()), ("body", event), ("headers", headers.into())]))
        }),
        ..TestPlugin::new("Hook", &[HookName::ComposeWebhook])
    };
    let mut bench = Bench::new(&[&HOOK]);
    bench.run(r#"{"uuid":"u","now":1,"timestamp":"2024-01-31T10:20:30+01:00","event":"e"}"#);
    assert_eq!(
        bench.requests(),
        [
            r#"{"plugin":"Hook (1)","via":"webhook","method":"POST","url":"https://a/","headers":{"x-key":"l"},"body":{"uuid":"u","event":"e","timestamp":"2024-01-31T09:20:30.000Z"}}"#
        ]
    );
    bench.run(r#"{"event":"quiet"}"#);
    assert_eq!(bench.requests(), [""; 0]);
}

#[test]
fn each_on_event_gets_a_copy_of_its_own() {
    static SPOIL: TestPlugin = TestPlugin {
        on_event: Some(|cx, event, _| {
            let seen = event.get(cx, "spoiled").unwrap_or_default();
            let _ = event.set(cx, "spoiled", true);
            if seen.truthy() { Hook::Done(Err(throw_text(cx))) } else { done(Value::Undefined) }
        }),
        ..TestPlugin::new("Spoil", &[HookName::OnEvent])
    };
    fn throw_text(cx: Cx<'_>) -> Throw<'_> {
        cx.throw_error(ErrorKind::Error, "saw the other's copy")
    }
    let mut bench = Bench::new(&[&SPOIL, &SPOIL]);
    assert_eq!(bench.run(r#"{"a":1}"#), r#"{"a":1}"#);
    assert_eq!(bench.failures(), [""; 0]);
}

#[test]
fn config_is_frozen_all_the_way_down() {
    static WRITE: TestPlugin = TestPlugin::process("Write", |cx, event, meta| {
        Hook::Done((|| {
            let config = meta.get(cx, "config")?;
            config.set(cx, "name", "other")?;
            config.get(cx, "list")?.set(cx, 0.0, "b")?;
            event.set(cx, "config", config)?;
            Ok(event)
        })())
    });
    let mut bench = Bench::new(&[&WRITE]);
    assert!(bench.run("{}").starts_with(r#"{"config":{"list":["a"],"name":"ACME"},"#));
}

#[test]
fn the_event_after_one_that_used_all_memory_is_served() {
    static GREEDY: TestPlugin = TestPlugin::process("Greedy", |cx, event, _| {
        if !event.get(cx, "greedy").unwrap_or_default().truthy() {
            return done(event);
        }
        let guard = cx.loop_guard(1, 0);
        loop {
            if let Err(ended) = guard.check(cx) {
                return Hook::Done(Err(ended));
            }
            cx.object([("a", 1.0.into())]);
        }
    });
    let limits = Limits { memory: 1 << 20, ..Limits::default() };
    let mut bench = Bench::with(&[&GREEDY, &MARK], services(Box::new(MemoryStorage::default())), limits);
    assert_eq!(
        bench.run(r#"{"greedy":true,"properties":{}}"#),
        r#"{"greedy":true,"properties":{"marked":true,"$plugins_succeeded":["Mark (2)"],"$plugins_failed":["Greedy (1)"]}}"#
    );
    assert_eq!(
        bench.failures(),
        ["Greedy (1): Error: Worker terminated due to reaching memory limit: JS heap out of memory"]
    );
    bench.run(r#"{"properties":{}}"#);
    assert_eq!(bench.failures(), [""; 0]);
}

#[test]
fn an_event_that_cannot_be_written_is_a_failure_of_the_output() {
    static CYCLE: TestPlugin =
        TestPlugin::process("Cycle", |cx, event, _| Hook::Done(event.set(cx, "self", event).map(|()| event)));
    let mut bench = Bench::new(&[&CYCLE]);
    assert_eq!(bench.run("{}"), "dropped");
    assert!(bench.failures()[0].starts_with("output: TypeError: Converting circular structure to JSON"));
}

#[test]
fn an_event_that_global_keeps_gets_its_lists() {
    static KEEP: TestPlugin = TestPlugin::process("Keep", |cx, event, meta| {
        Hook::Done((|| {
            let global = meta.get(cx, "global")?;
            let before = global.get(cx, "last")?;
            global.set(cx, "last", event)?;
            event.set(cx, "before", if before.truthy() { before.get(cx, "properties")? } else { before })?;
            Ok(event)
        })())
    });
    let mut bench = Bench::new(&[&KEEP]);
    let lists = r#""$plugins_succeeded":["Keep (1)"],"$plugins_failed":[]"#;
    assert_eq!(bench.run(r#"{"properties":{"a":1}}"#), format!(r#"{{"properties":{{"a":1,{lists}}}}}"#));
    assert_eq!(
        bench.run(r#"{"properties":"ab"}"#),
        format!(r#"{{"properties":{{"0":"a","1":"b",{lists}}},"before":{{"a":1,{lists}}}}}"#)
    );
}
