//! What a generated crate says about itself.

pub use crate::errors::SourceMaps;

/// The name of a function that the host calls. `prickle_spec::hooks` has the facts about each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HookName {
    /// Runs once per instance, before the first event.
    SetupPlugin,
    /// Runs once per instance, after the last event.
    TeardownPlugin,
    /// Changes or drops an event before it is ingested.
    ProcessEvent,
    /// The older form of `processEvent`; ignored where that exists.
    ProcessEventBatch,
    /// Sees every event that survived the chain.
    OnEvent,
    /// Turns an event that survived the chain into a request that the host sends.
    ComposeWebhook,
    /// Scheduled every minute.
    RunEveryMinute,
    /// Scheduled every hour.
    RunEveryHour,
    /// Scheduled every day.
    RunEveryDay,
}

impl HookName {
    /// Every hook that the host calls.
    pub const ALL: [HookName; 9] = [
        HookName::SetupPlugin,
        HookName::TeardownPlugin,
        HookName::ProcessEvent,
        HookName::ProcessEventBatch,
        HookName::OnEvent,
        HookName::ComposeWebhook,
        HookName::RunEveryMinute,
        HookName::RunEveryHour,
        HookName::RunEveryDay,
    ];

    /// The name under which a plugin exports the function.
    #[must_use]
    pub fn js_name(self) -> &'static str {
        match self {
            HookName::SetupPlugin => "setupPlugin",
            HookName::TeardownPlugin => "teardownPlugin",
            HookName::ProcessEvent => "processEvent",
            HookName::ProcessEventBatch => "processEventBatch",
            HookName::OnEvent => "onEvent",
            HookName::ComposeWebhook => "composeWebhook",
            HookName::RunEveryMinute => "runEveryMinute",
            HookName::RunEveryHour => "runEveryHour",
            HookName::RunEveryDay => "runEveryDay",
        }
    }

    /// The hook that plugins export as `name`.
    #[must_use]
    pub fn from_js(name: &str) -> Option<HookName> {
        Self::ALL.into_iter().find(|hook| hook.js_name() == name)
    }
}

/// Static facts about a compiled plugin.
#[derive(Debug, Clone, Copy)]
pub struct Manifest {
    /// `name` of plugin.json, or the folder's name: the first part of `Name (39)`.
    pub name: &'static str,
    /// The hooks whose functions are known at compile time, which [`Plugin`](crate::plugin::Plugin) implements as
    /// methods.
    pub hooks: &'static [HookName],
    /// How many module bindings an instance keeps; `ModuleBinding`s index them.
    pub bindings: u32,
    /// Where in the plugin's source its code comes from.
    pub source_maps: SourceMaps,
}

impl Manifest {
    /// A plugin without hooks and module bindings.
    #[must_use]
    pub const fn new(name: &'static str, source_maps: SourceMaps) -> Manifest {
        Manifest { name, hooks: &[], bindings: 0, source_maps }
    }

    /// With these hooks.
    #[must_use]
    pub const fn hooks(self, hooks: &'static [HookName]) -> Manifest {
        Manifest { hooks, ..self }
    }

    /// With so many module bindings.
    #[must_use]
    pub const fn bindings(self, bindings: u32) -> Manifest {
        Manifest { bindings, ..self }
    }

    /// Whether the hook is a method of the plugin.
    #[must_use]
    pub fn has(&self, hook: HookName) -> bool {
        self.hooks.contains(&hook)
    }
}

#[cfg(test)]
mod tests {
    use prickle_spec::hooks::{HOOKS, HookResult, HookStatus};

    use super::*;

    #[test]
    fn every_called_hook_has_a_name_here() {
        let called =
            HOOKS.iter().filter(|hook| hook.status == HookStatus::Called && hook.result != HookResult::Members);
        let mut expected: Vec<_> = called.map(|hook| hook.name).collect();
        let mut names: Vec<_> = HookName::ALL.iter().map(|hook| hook.js_name()).collect();
        expected.sort_unstable();
        names.sort_unstable();
        assert_eq!(names, expected);
    }
}
