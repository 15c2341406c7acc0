//! What a turn of this runtime carries besides the heaps.

use std::cell::RefCell;
use std::rc::Rc;

use prickle_heap::{Cx, JsStr};

use crate::host::{Effects, Level, Services};
use crate::instance::Instance;

/// What all turns of a worker share.
pub struct Shared {
    /// The host's services.
    pub services: Services,
    /// The instances; an `InstanceId` is an index.
    pub instances: Vec<Instance>,
}

/// The embedder's part of a turn: what `Cx::embedder` gives.
pub struct TurnState {
    shared: Rc<Shared>,
    effects: Effects,
    outcomes: RefCell<Vec<Outcome>>,
}

/// What became of a call of `processEvent`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Outcome {
    /// The index of the instance.
    pub(crate) instance: usize,
    /// Whether the name goes into `$plugins_succeeded`, not `$plugins_failed`.
    pub(crate) succeeded: bool,
}

impl TurnState {
    /// The state of turns that run one after the other. `recording` says whether a trace wants their effects.
    pub(crate) fn new(shared: Rc<Shared>, recording: bool) -> Self {
        TurnState { shared, effects: Effects::new(recording), outcomes: RefCell::default() }
    }

    /// The host's services.
    #[must_use]
    pub fn services(&self) -> &Services {
        &self.shared.services
    }

    /// All instances of the worker.
    #[must_use]
    pub fn instances(&self) -> &[Instance] {
        &self.shared.instances
    }

    /// The instance whose code runs.
    #[must_use]
    pub fn instance(&self, cx: Cx<'_>) -> &Instance {
        &self.shared.instances[cx.instance().index()]
    }

    /// What happened since the last clearing.
    #[must_use]
    pub fn effects(&self) -> &Effects {
        &self.effects
    }

    /// What became of the current event's calls of `processEvent`, in order.
    pub(crate) fn outcomes(&self) -> &RefCell<Vec<Outcome>> {
        &self.outcomes
    }

    /// The instance's hook failed with `String(error)`.
    pub(crate) fn failure(&self, plugin: &Rc<str>, error: JsStr<'_>) {
        self.effects.failure(&*self.shared.services.log, plugin, error);
    }
}

/// The runtime's part of the turn.
///
/// # Panics
/// If the turn was opened by something else than a [`Worker`](crate::worker::Worker).
#[must_use]
pub fn turn_state<'h>(cx: Cx<'h>) -> &'h TurnState {
    cx.embedder().expect("turns are opened by a worker")
}

/// The instances of the worker; none in a turn that no worker opened.
pub(crate) fn instances<'h>(cx: Cx<'h>) -> &'h [Instance] {
    cx.embedder::<TurnState>().map_or(&[], TurnState::instances)
}

/// Appends to the running plugin's log.
pub fn console<'h>(cx: Cx<'h>, level: Level, message: JsStr<'h>) {
    let state = turn_state(cx);
    let plugin = state.instance(cx).name();
    state.effects.log(&*state.shared.services.log, plugin, level, message);
}
