//! Configured plugins: one instance per plugin config and worker.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use prickle_heap::{Cx, InstanceId, JsResult, Root, Value, json};

use crate::chain::error_text;
use crate::errors::SourceMaps;
use crate::manifest::HookName;
use crate::meta::make_meta;
use crate::operations::WordedOperations;
use crate::plugin::{Hook, Plugin};
use crate::turn::turn_state;

/// What makes a plugin an instance.
pub struct InstanceConfig {
    /// The compiled plugin.
    pub plugin: &'static dyn Plugin,
    /// The id of the plugin config: the number in `Name (39)`, which also separates stored values.
    pub id: u32,
    /// `meta.config` as JSON text.
    pub config: Vec<u8>,
    /// `meta.attachments`.
    pub attachments: Vec<Attachment>,
}

/// A file that belongs to a plugin config.
pub struct Attachment {
    /// The key of the config field.
    pub key: String,
    /// `content_type`
    pub content_type: String,
    /// `file_name`
    pub file_name: String,
    /// `contents`, which becomes a Buffer.
    pub contents: Vec<u8>,
}

/// How the host reaches a hook of an instance.
#[derive(Clone, Copy)]
enum HookBinding {
    Absent,
    /// A method of the plugin.
    Method,
    /// A value that the module body exported.
    Exported(Root),
}

/// A configured plugin in a worker.
pub struct Instance {
    plugin: &'static dyn Plugin,
    name: Rc<str>,
    name_json: Vec<u8>,
    config_id: u32,
    heap_id: InstanceId,
    meta: Root,
    hooks: [Cell<HookBinding>; HookName::ALL.len()],
    /// Exported functions that are no hooks, by name, and whether the plugin may have ticks at all.
    exported: RefCell<Vec<(String, Root)>>,
    /// What the tags of templates get, by the number of the template.
    templates: RefCell<Vec<Option<Root>>>,
    alive: Cell<bool>,
}

impl Instance {
    /// Makes the instance and its `meta`. `cx` is a turn of the instance's worker; nothing of the plugin runs.
    pub(crate) fn new<'h>(cx: Cx<'h>, heap_id: InstanceId, config: &InstanceConfig) -> Result<Self, String> {
        let manifest = config.plugin.manifest();
        let name: Rc<str> = format!("{} ({})", manifest.name, config.id).into();
        let cx = cx.with_instance(heap_id);
        let meta = make_meta(cx, config).map_err(|error| format!("{name}: config: {}", error_text(cx, error)))?;
        let hooks = HookName::ALL
            .map(|hook| Cell::new(if manifest.has(hook) { HookBinding::Method } else { HookBinding::Absent }));
        let mut name_json = Vec::new();
        json::write_string(&mut name_json, cx.string(&name));
        Ok(Instance {
            plugin: config.plugin,
            name,
            name_json,
            config_id: config.id,
            heap_id,
            meta: cx.root(meta.into()),
            hooks,
            exported: RefCell::default(),
            templates: RefCell::default(),
            alive: Cell::new(true),
        })
    }

    /// Where in the plugin's source its code comes from.
    pub(crate) fn source_maps(&self) -> &'static SourceMaps {
        &self.plugin.manifest().source_maps
    }

    /// `Name (39)`.
    #[must_use]
    pub fn name(&self) -> &Rc<str> {
        &self.name
    }

    /// The name as JSON text.
    pub(crate) fn name_json(&self) -> &[u8] {
        &self.name_json
    }

    /// The name that the plugin has in its manifest.
    pub(crate) fn plugin_name(&self) -> &'static str {
        self.plugin.manifest().name
    }

    /// The id of the plugin config.
    #[must_use]
    pub fn config_id(&self) -> u32 {
        self.config_id
    }

    /// Whether the plugin is in the chain.
    #[must_use]
    pub fn is_alive(&self) -> bool {
        self.alive.get()
    }

    /// Takes the plugin out of the chain: its setup failed.
    pub(crate) fn disable(&self) {
        self.alive.set(false);
    }

    /// Whether the plugin has the hook and its setup did not fail.
    #[must_use]
    pub fn has(&self, hook: HookName) -> bool {
        self.alive.get() && !matches!(self.hooks[hook as usize].get(), HookBinding::Absent)
    }

    /// The strings of a tagged template, once it has been evaluated.
    pub(crate) fn template(&self, site: u32) -> Option<Root> {
        self.templates.borrow().get(site as usize).copied().flatten()
    }

    /// Keeps the strings of a tagged template.
    pub(crate) fn set_template(&self, site: u32, strings: Root) {
        let mut templates = self.templates.borrow_mut();
        let length = templates.len().max(site as usize + 1);
        templates.resize(length, None);
        templates[site as usize] = Some(strings);
    }

    /// Runs the module body.
    pub(crate) fn evaluate<'h>(&self, cx: Cx<'h>) -> JsResult<'h, ()> {
        self.plugin.evaluate(cx.with_instance(self.heap_id))
    }

    /// Calls a hook. `argument` stands before `meta`; hooks that take only `meta` ignore it.
    pub(crate) fn call<'h>(&self, cx: Cx<'h>, hook: HookName, argument: Value<'h>) -> Hook<'h> {
        let cx = cx.with_instance(self.heap_id);
        let meta = cx.get_root(self.meta);
        match self.hooks[hook as usize].get() {
            HookBinding::Absent => Hook::Absent,
            HookBinding::Exported(root) => match hook {
                HookName::ProcessEvent | HookName::ProcessEventBatch | HookName::OnEvent | HookName::ComposeWebhook => {
                    self.call_exported(cx, root, &[argument, meta])
                }
                HookName::SetupPlugin
                | HookName::TeardownPlugin
                | HookName::RunEveryMinute
                | HookName::RunEveryHour
                | HookName::RunEveryDay => self.call_exported(cx, root, &[meta]),
            },
            HookBinding::Method => match hook {
                HookName::SetupPlugin => self.plugin.setup_plugin(cx, meta),
                HookName::TeardownPlugin => self.plugin.teardown_plugin(cx, meta),
                HookName::ProcessEvent => self.plugin.process_event(cx, argument, meta),
                HookName::ProcessEventBatch => self.plugin.process_event_batch(cx, argument, meta),
                HookName::OnEvent => self.plugin.on_event(cx, argument, meta),
                HookName::ComposeWebhook => self.plugin.compose_webhook(cx, argument, meta),
                HookName::RunEveryMinute => self.plugin.run_every_minute(cx, meta),
                HookName::RunEveryHour => self.plugin.run_every_hour(cx, meta),
                HookName::RunEveryDay => self.plugin.run_every_day(cx, meta),
            },
        }
    }

    /// Calls an exported function by name, with `meta`.
    pub(crate) fn tick<'h>(&self, cx: Cx<'h>, name: &str) -> Hook<'h> {
        if !self.alive.get() {
            return Hook::Absent;
        }
        if let Some(hook) = HookName::from_js(name) {
            return self.call(cx, hook, Value::Undefined);
        }
        let cx = cx.with_instance(self.heap_id);
        let meta = cx.get_root(self.meta);
        let exported = self.exported.borrow().iter().find(|(exported, _)| exported == name).map(|(_, root)| *root);
        match exported {
            Some(root) => self.call_exported(cx, root, &[meta]),
            None => self.plugin.tick(cx, name, meta),
        }
    }

    /// Calls what a plugin exported, as PostHog's wrapper does, whose variable is called `func`.
    fn call_exported<'h>(&self, cx: Cx<'h>, root: Root, arguments: &[Value<'h>]) -> Hook<'h> {
        let result = cx.get_root(root).call_worded(cx, "func", arguments);
        if self.plugin.has_promises() { Hook::Promise(result) } else { Hook::Done(result) }
    }
}

/// Defines an export that is only known at run time, for the instance whose module body runs. What is falsy counts as
/// not exported; what is not callable fails when it is called.
pub fn define_hook<'h>(cx: Cx<'h>, name: &str, value: impl Into<Value<'h>>) {
    let value = value.into();
    if !value.truthy() {
        return;
    }
    let instance = turn_state(cx).instance(cx);
    let root = cx.root(value);
    match HookName::from_js(name) {
        Some(hook) => instance.hooks[hook as usize].set(HookBinding::Exported(root)),
        None => instance.exported.borrow_mut().push((name.to_owned(), root)),
    }
}
