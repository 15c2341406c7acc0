//! The functions that a plugin exports for the host.

use super::{Checker, similar};
use crate::diag::{Diagnostic, codes};
use crate::ir::ExportTarget;
use prickle_spec::hooks::{HOOKS, HookResult, HookStatus, hook_named};

impl Checker<'_> {
    /// Checks every exported hook.
    pub fn hooks(&mut self) {
        let mut called = false;
        for export in &self.program.exports.hooks {
            let Some(hook) = hook_named(&export.name) else { continue };
            match hook.status {
                HookStatus::Called => called = true,
                HookStatus::NeverCalled(why) => {
                    self.reporter.report(
                        Diagnostic::warning(codes::HOOK_NEVER_CALLED, format!("`{}` is never called", export.name))
                            .primary(export.span, why),
                    );
                }
                HookStatus::Refused(why) => {
                    self.reporter.report(
                        Diagnostic::error(codes::UNSUPPORTED_HOOK, format!("`{}` is not supported", export.name))
                            .primary(export.span, why)
                            .help("remove it; `onEvent` and `composeWebhook` see each event that has passed the chain"),
                    );
                }
            }
            let ExportTarget::Function(function) = export.target else { continue };
            let function = &self.program.functions[function];
            if hook.result == HookResult::Webhook && function.is_async {
                self.reporter.report(
                    Diagnostic::error(codes::ASYNC_WEBHOOK, "`composeWebhook` must not be async")
                        .primary(export.span, "the host does not wait for a promise here: nothing would be sent")
                        .help("remove `async`, and do what waits in another hook"),
                );
            }
            let passed = hook.arguments.len() + 1;
            if let Some(param) = function.params.get(passed) {
                let arguments = if passed == 1 { "only `meta`".to_owned() } else { format!("{passed} arguments") };
                self.reporter.report(
                    Diagnostic::warning(codes::HOOK_PARAMETERS, format!("`{}` has too many parameters", export.name))
                        .primary(param.span, format!("the host passes {arguments}: this is `undefined`")),
                );
            }
        }
        for (name, span) in &self.program.exports.others {
            self.misspelled(name, *span);
        }
        if !called
            && !self.reporter.has_errors()
            && self.program.exports.load_failure.is_none()
            && self.program.exports.hooks.is_empty()
        {
            let main = self.source.main;
            let span = crate::base::Span { file: main, start: 0, end: 0 };
            self.reporter.report(
                Diagnostic::warning(codes::NO_HOOKS, "the plugin exports no function that the host calls")
                    .primary(span, "nothing here runs but the module body")
                    .help("export one: `export function processEvent(event, meta) { return event }`"),
            );
        }
    }

    fn misspelled(&mut self, name: &str, span: crate::base::Span) {
        // Beside the hook itself it is a helper with a name like it.
        let exported = |hook: &str| self.program.exports.hooks.iter().any(|export| export.name == hook);
        let missing = HOOKS.iter().map(|hook| hook.name).filter(|hook| !exported(hook));
        if let Some(suggestion) = similar(name, missing) {
            self.reporter.report(
                Diagnostic::warning(codes::HOOK_NEVER_CALLED, format!("`{name}` is never called"))
                    .primary(span, "the host knows no function of this name")
                    .suggest(span, suggestion, format!("there is a hook `{suggestion}`")),
            );
        }
    }
}
