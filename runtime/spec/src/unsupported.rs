//! Builtins that JavaScript has and Prickle has not. A program may hold them and ask whether they are there; who uses one ends the turn.

/// Such a builtin.
#[derive(Debug)]
pub struct Unsupported {
    /// Its name.
    pub name: &'static str,
    /// How many parameters it has; `None` for a namespace, which is no function.
    pub length: Option<u32>,
    /// The names of its own properties, other than those that all functions have.
    pub statics: &'static [&'static str],
    /// The names of the properties of its `prototype`; `None` if it has none.
    pub prototype: Option<&'static [&'static str]>,
    /// The class that it extends.
    pub inherits: Option<&'static str>,
    /// Completes "`Proxy` …".
    pub why: &'static str,
}

/// Why: a later version may have it.
pub const LATER: &str = "is not there yet";
/// Why: a compiled program cannot have it.
pub const DYNAMIC: &str = "makes code or behavior at run time, which cannot be compiled ahead";

/// What stands for `require` as a value in a file of a package: no name of JavaScript.
pub const REQUIRE: &str = "require of a module that is known at run time";

/// What stands for Node's module `util` in packages: no name of JavaScript.
pub const UTIL: &str = "Node's util";

/// Properties of these builtins that are no functions, or functions with properties of their own: whoever reads one needs it.
static NO_METHODS: &[&str] = &[
    "byteLength",
    "maxByteLength",
    "growable",
    "name",
    "message",
    "types",
    "promisify",
    "cache",
    "extensions",
    "main",
    "resolve",
];

/// True for a property that is a function and nothing else. A program may hold it; who calls it ends the turn.
pub fn is_method(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase() || first == '_') && !NO_METHODS.contains(&name)
}

/// All of them, with the properties that they have in Node 20.
#[rustfmt::skip]
pub static UNSUPPORTED: &[Unsupported] = &[
    Unsupported { name: "AggregateError", length: Some(2), statics: &[], prototype: Some(&["name", "message"]), inherits: Some("Error"), why: LATER },
    Unsupported { name: "Atomics", length: None, statics: &[
        "load", "store", "add", "sub", "and", "or", "xor", "exchange", "compareExchange", "isLockFree", "wait", "waitAsync", "notify",
    ], prototype: None, inherits: None, why: LATER },
    Unsupported { name: "BigInt64Array", length: Some(3), statics: &["BYTES_PER_ELEMENT"], prototype: Some(&["BYTES_PER_ELEMENT"]), inherits: Some("TypedArray"), why: LATER },
    Unsupported { name: "BigUint64Array", length: Some(3), statics: &["BYTES_PER_ELEMENT"], prototype: Some(&["BYTES_PER_ELEMENT"]), inherits: Some("TypedArray"), why: LATER },
    Unsupported { name: "FinalizationRegistry", length: Some(1), statics: &[], prototype: Some(&["register", "unregister"]), inherits: None, why: LATER },
    Unsupported { name: "Intl", length: None, statics: &[
        "getCanonicalLocales", "supportedValuesOf", "DateTimeFormat", "NumberFormat", "Collator", "PluralRules", "RelativeTimeFormat", "ListFormat",
        "Locale", "DisplayNames", "Segmenter",
    ], prototype: None, inherits: None, why: LATER },
    Unsupported { name: "Proxy", length: Some(2), statics: &["revocable"], prototype: None, inherits: None, why: DYNAMIC },
    Unsupported { name: "SharedArrayBuffer", length: Some(1), statics: &[], prototype: Some(&["byteLength", "slice", "maxByteLength", "growable", "grow"]), inherits: None, why: LATER },
    Unsupported { name: "WeakRef", length: Some(1), statics: &[], prototype: Some(&["deref"]), inherits: None, why: LATER },
    Unsupported { name: "WebAssembly", length: None, statics: &[
        "compile", "validate", "instantiate", "compileStreaming", "instantiateStreaming", "Module", "Instance", "Table", "Memory", "Global", "Tag",
        "Exception", "CompileError", "LinkError", "RuntimeError",
    ], prototype: None, inherits: None, why: DYNAMIC },
    Unsupported { name: REQUIRE, length: Some(1), statics: &["cache", "extensions", "main", "resolve"], prototype: None, inherits: None, why: LATER },
    Unsupported { name: UTIL, length: None, statics: &[
        "_errnoException", "_exceptionWithHostPort", "_extend", "callbackify", "debug", "debuglog", "deprecate", "format", "styleText",
        "formatWithOptions", "getSystemErrorMap", "getSystemErrorName", "inherits", "inspect", "isArray", "isBoolean", "isBuffer",
        "isDeepStrictEqual", "isNull", "isNullOrUndefined", "isNumber", "isString", "isSymbol", "isUndefined", "isRegExp", "isObject", "isDate",
        "isError", "isFunction", "isPrimitive", "log", "promisify", "stripVTControlCharacters", "toUSVString", "transferableAbortSignal",
        "transferableAbortController", "aborted", "types", "parseEnv", "parseArgs", "TextDecoder", "TextEncoder", "MIMEType", "MIMEParams",
    ], prototype: None, inherits: None, why: LATER },
    Unsupported { name: "eval", length: Some(1), statics: &[], prototype: None, inherits: None, why: DYNAMIC },
];

/// The unsupported builtin of this name, and its place in the list.
pub fn unsupported(name: &str) -> Option<(usize, &'static Unsupported)> {
    UNSUPPORTED.iter().enumerate().find(|(_, builtin)| builtin.name == name)
}
