//! Plugins written by hand.

use std::alloc::System;
use std::cell::Cell;

use prickle_heap::{Cx, JsResult, Value};
use prickle_runtime::host::{Level, console};
use prickle_runtime::manifest::{HookName, Manifest, SourceMaps};
use prickle_runtime::plugin::{Hook, Plugin};
use prickle_runtime::prelude::*;
use stats_alloc::{INSTRUMENTED_SYSTEM, Stats, StatsAlloc};

/// By package name.
pub const ALL: &[(&str, &'static dyn Plugin)] = &[("drop", &DropEvents), ("talk", &Talk), ("count", &Count)];

/// Drops events that say so, and panics on events that say so.
struct DropEvents;

impl Plugin for DropEvents {
    fn manifest(&self) -> &'static Manifest {
        &Manifest { name: "Drop", hooks: &[HookName::ProcessEvent], bindings: 0, source_maps: SourceMaps::NONE }
    }

    fn evaluate<'h>(&self, _: Cx<'h>) -> JsResult<'h, ()> {
        Ok(())
    }

    fn process_event<'h>(&self, cx: Cx<'h>, event: Value<'h>, _: Value<'h>) -> Hook<'h> {
        Hook::Done((|| {
            assert!(!event.get(cx, "panic")?.truthy(), "the event asked for it");
            Ok(if event.get(cx, "drop")?.truthy() { Value::Null } else { event })
        })())
    }
}

/// Writes to its console in every hook.
struct Talk;

fn say<'h>(cx: Cx<'h>, message: &str) {
    console(cx, Level::Log, cx.string(message));
}

impl Plugin for Talk {
    fn manifest(&self) -> &'static Manifest {
        &Manifest { name: "Talk", hooks: &[HookName::ProcessEvent], bindings: 0, source_maps: SourceMaps::NONE }
    }

    fn evaluate<'h>(&self, cx: Cx<'h>) -> JsResult<'h, ()> {
        say(cx, "set \"up\"");
        Ok(())
    }

    fn process_event<'h>(&self, cx: Cx<'h>, event: Value<'h>, _: Value<'h>) -> Hook<'h> {
        say(cx, "event");
        Hook::Done(event.get(cx, "drop").map(|drop| if drop.truthy() { Value::Null } else { event }))
    }

    fn tick<'h>(&self, cx: Cx<'h>, name: &str, _: Value<'h>) -> Hook<'h> {
        say(cx, name);
        Hook::Done(Ok(Value::Undefined))
    }
}

/// Logs how much was allocated between two events far apart, and the peak of memory at the end.
struct Count;

thread_local! {
    static SEEN: Cell<u32> = const { Cell::new(0) };
    static BEFORE: Cell<Option<Stats>> = const { Cell::new(None) };
}

impl Plugin for Count {
    fn manifest(&self) -> &'static Manifest {
        &Manifest {
            name: "Count",
            hooks: &[HookName::ProcessEvent, HookName::TeardownPlugin],
            bindings: 0,
            source_maps: SourceMaps::NONE,
        }
    }

    fn evaluate<'h>(&self, _: Cx<'h>) -> JsResult<'h, ()> {
        Ok(())
    }

    fn process_event<'h>(&self, cx: Cx<'h>, event: Value<'h>, _: Value<'h>) -> Hook<'h> {
        let allocator: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;
        SEEN.set(SEEN.get() + 1);
        match SEEN.get() {
            1000 => BEFORE.set(Some(allocator.stats())),
            9000 => {
                let since = allocator.stats() - BEFORE.take().unwrap_or_default();
                say(cx, &format!("allocations: {}", since.allocations + since.reallocations));
            }
            _ => {}
        }
        Hook::Done(Ok(event))
    }

    fn teardown_plugin<'h>(&self, cx: Cx<'h>, _: Value<'h>) -> Hook<'h> {
        // The status file of the process says `VmHWM:     12345 kB`.
        if SEEN.get() > 10_000 {
            let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
            let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
            say(cx, &format!("peak kB: {}", peak.trim().trim_end_matches(" kB")));
        }
        Hook::Done(Ok(Value::Undefined))
    }
}
