//! One worker: a heap, the instances in it and the chains that they form.

use std::collections::HashMap;
use std::rc::Rc;

use prickle_heap::{Cx, EventHeap, Limits, Turn, Value, WorkerHeap};

use crate::chain;
use crate::host::{Effects, Services};
use crate::instance::{Instance, InstanceConfig};
use crate::manifest::HookName;
use crate::operations::abandon_generators;
use crate::team;
use crate::turn::{Shared, TurnState};

/// The chains of a worker: indices of instances, in order.
#[derive(Debug, Clone, Default)]
pub struct Chains {
    /// Serves every team that has no chain of its own.
    pub default: Vec<usize>,
    /// Chains by team.
    pub teams: HashMap<u64, Vec<usize>>,
}

/// How a worker runs events.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// What each call of a hook may use.
    pub limits: Limits,
    /// Whether a trace wants to know what plugins do.
    pub recording: bool,
    /// Whether `$plugins_succeeded` and `$plugins_failed` are written.
    pub plugin_status: bool,
}

/// A phase of a run in which plugins do something without an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase<'a> {
    /// Module bodies and `setupPlugin`.
    Setup,
    /// An exported function that the host was told to call.
    Tick(&'a str),
    /// `teardownPlugin`.
    Teardown,
}

impl Phase<'_> {
    /// The name in traces.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Phase::Setup => "setup",
            Phase::Tick(_) => "tick",
            Phase::Teardown => "teardown",
        }
    }
}

/// What became of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Its JSON text was written.
    Survived,
    /// Nothing was written.
    Dropped,
}

/// Memory for one event in flight, used again for the next one.
pub struct EventSlot {
    heap: EventHeap,
    state: TurnState,
}

impl EventSlot {
    /// What plugins did since the last turn in this slot began.
    #[must_use]
    pub fn effects(&self) -> &Effects {
        self.state.effects()
    }
}

/// Plugins and their state, on one thread.
pub struct Worker {
    shared: Rc<Shared>,
    chains: Chains,
    options: Options,
    heap: WorkerHeap,
}

impl Worker {
    /// A worker with these instances. Nothing of a plugin has run yet; run [`Phase::Setup`] first.
    ///
    /// # Errors
    /// A message for people, if a config is not JSON.
    pub fn new(
        configs: &[InstanceConfig],
        chains: Chains,
        services: Services,
        options: Options,
    ) -> Result<Self, String> {
        let heap = WorkerHeap::new();
        let mut event_heap = EventHeap::new();
        let mut instances = Vec::with_capacity(configs.len());
        for config in configs {
            let id = heap.add_instance(config.plugin.manifest().bindings as usize);
            let turn = Turn::new(&heap, &mut event_heap, &(), options.limits);
            instances.push(Instance::new(turn.cx(), id, config)?);
        }
        Ok(Worker { shared: Rc::new(Shared { services, instances }), chains, options, heap })
    }

    /// Whether a plugin whose setup did not fail has the hook.
    #[must_use]
    pub fn has(&self, hook: HookName) -> bool {
        self.shared.instances.iter().any(|instance| instance.has(hook))
    }

    /// Memory for an event in flight.
    #[must_use]
    pub fn slot(&self) -> EventSlot {
        EventSlot { heap: EventHeap::new(), state: TurnState::new(Rc::clone(&self.shared), self.options.recording) }
    }

    /// Begins a turn in the slot.
    #[must_use]
    pub fn turn<'h>(&'h self, slot: &'h mut EventSlot) -> Turn<'h> {
        slot.state.effects().clear();
        Turn::new(&self.heap, &mut slot.heap, &slot.state, self.options.limits)
    }

    /// Runs a phase over all instances. What they do stays in the slot's effects.
    pub async fn run_phase(&self, slot: &mut EventSlot, phase: Phase<'_>) {
        slot.state.effects().clear();
        for instance in &self.shared.instances {
            let turn = Turn::new(&self.heap, &mut slot.heap, &slot.state, self.options.limits);
            chain::run_phase(turn.cx(), instance, phase).await;
            abandon_generators(turn.cx());
        }
    }

    /// Runs an event through its team's chain and appends the JSON text of what survived to `output`.
    pub async fn run_event<'h>(&'h self, cx: Cx<'h>, event: Value<'h>, output: &mut Vec<u8>) -> Fate {
        let chain = self.chain_of(cx, event);
        let fate = match chain::process_event(cx, chain, event).await {
            Some(event) => chain::deliver(cx, chain, event, self.options.plugin_status, output).await,
            None => {
                chain::settle_dropped(cx, chain).await;
                Fate::Dropped
            }
        };
        abandon_generators(cx);
        fate
    }

    fn chain_of<'h>(&'h self, cx: Cx<'h>, event: Value<'h>) -> &'h [usize] {
        if self.chains.teams.is_empty() {
            return &self.chains.default;
        }
        let team = team::of(cx, event).as_number().filter(|team| *team >= 0.0 && team.trunc() == *team);
        team.and_then(|team| self.chains.teams.get(&(team as u64))).unwrap_or(&self.chains.default)
    }

    /// Whether enough garbage has gathered that no further turn should begin before [`collect`](Worker::collect).
    #[must_use]
    pub fn wants_collection(&self) -> bool {
        self.heap.wants_collection()
    }

    /// Reclaims garbage. That no turn is running, `&mut` proves.
    pub fn collect(&mut self) {
        self.heap.collect();
    }
}
