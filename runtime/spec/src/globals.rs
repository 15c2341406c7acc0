//! Names that a plugin can use without declaring them.

use crate::unsupported::{LATER, unsupported};
use crate::{Class, Kind, class, lookup};

/// What a global name is.
#[derive(Clone, Copy, Debug)]
pub enum Global {
    /// A class or namespace with rows: `Math`, `String`, `console`.
    Class(&'static Class),
    /// A function of the global object: `parseInt`.
    Function(&'static crate::Builtin),
    /// A value of the global object: `NaN`.
    Constant(&'static crate::Builtin),
    /// The global object itself: `global`, `globalThis`.
    GlobalObject,
    /// PostHog's server had it, Prickle does not provide it. The text completes "`Proxy` …".
    Unsupported(&'static str),
    /// PostHog's server did not have it: `typeof` gives `"undefined"`, reading it throws a ReferenceError.
    Absent,
}

/// What the server gave to plugins besides JavaScript, and has no rows here.
static SERVICES: &[(&str, &str)] = &[
    ("VMError", LATER),
    ("fetch", LATER),
    ("google", "was the vendor's SDKs, which are not provided"),
    ("posthog", LATER),
];

/// What `typeof` says of a global that is not supported, if ECMA-262 or Node itself has it.
pub fn type_of_unsupported(name: &str) -> Option<&'static str> {
    match global(name)? {
        Global::Unsupported(_) if matches!(name, "fetch" | "google" | "posthog" | "VMError") => None,
        Global::Unsupported(_) if matches!(name, "Atomics" | "Intl" | "WebAssembly") => Some("object"),
        Global::Unsupported(_) => Some("function"),
        Global::Class(_) | Global::Function(_) | Global::Constant(_) | Global::GlobalObject | Global::Absent => None,
    }
}

/// Names that Node has and the plugin server did not.
#[rustfmt::skip]
static ABSENT: &[&str] = &[
    "AbortController", "Headers", "Request", "Response", "TextDecoder", "TextEncoder", "URLSearchParams", "__dirname", "__filename", "atob",
    "btoa", "clearImmediate", "clearInterval", "clearTimeout", "crypto", "performance", "process", "queueMicrotask", "setImmediate",
    "setInterval", "setTimeout", "window", "document", "navigator", "self",
];

/// What the names of modules begin with: `node:url`, and `node:url.URLSearchParams` for a class that only the module has.
pub const MODULE_PREFIX: &str = "node:";

/// The class that this name is, unless the plugin declares it.
pub fn class_of_global(name: &str) -> Option<&'static Class> {
    match global(name) {
        Some(Global::Class(class)) => Some(class),
        _ => None,
    }
}

/// What this name is, unless the plugin declares it. `None`: nobody knows it.
pub fn global(name: &str) -> Option<Global> {
    if let Some(row) = lookup("globalThis", Kind::Static, name) {
        return Some(Global::Function(row));
    }
    if let Some(row) = lookup("globalThis", Kind::Constant, name) {
        return Some(Global::Constant(row));
    }
    if matches!(name, "global" | "globalThis") {
        return Some(Global::GlobalObject);
    }
    // Modules, and what only they export, have names that no program can write.
    if name.starts_with(MODULE_PREFIX) {
        let (_, member) = name.split_once('.').unwrap_or(("", name));
        return class(member).map(Global::Class);
    }
    // Host services and iterators are classes too, but no globals: they are reached through other values.
    if let Some(class) = class(name).filter(|class| class.is_global()) {
        return Some(Global::Class(class));
    }
    if let Some((_, unsupported)) = unsupported(name) {
        return Some(Global::Unsupported(unsupported.why));
    }
    if let Some((_, why)) = SERVICES.iter().find(|(service, _)| *service == name) {
        return Some(Global::Unsupported(why));
    }
    ABSENT.contains(&name).then_some(Global::Absent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_win_over_the_lists() {
        assert!(matches!(global("Math"), Some(Global::Class(class)) if class.module == "math"));
        assert!(matches!(global("parseInt"), Some(Global::Function(row)) if row.rust == "global::parse_int"));
        assert!(matches!(global("NaN"), Some(Global::Constant(_))));
        assert!(matches!(global("Proxy"), Some(Global::Unsupported(_))));
        assert!(matches!(global("setTimeout"), Some(Global::Absent)));
        assert!(global("storage").is_none());
        assert!(global("whatever").is_none());
    }
}
