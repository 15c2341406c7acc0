//! The table of diagnostic codes. To add one: append a row to its range and write `compiler/explain/PKnnnn.md`
//! (a `# PKnnnn: title` line, then the sections What, Why, Example, Instead). Codes are never reused.

use super::code::{Code, CodeRow};

macro_rules! codes {
    ($($code:ident $identifier:ident $title:literal,)*) => {
        $(
            #[doc = concat!(stringify!($code), ": ", $title)]
            pub const $identifier: Code = Code::from_name(stringify!($code));
        )*

        /// Every code, in order.
        pub const ALL: &[CodeRow] = &[$(CodeRow {
            code: $identifier,
            identifier: stringify!($identifier),
            title: $title,
            page: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/explain/", stringify!($code), ".md")),
        },)*];
    };
}

codes! {
    // PK01xx: loading a folder and plugin.json. ----------------------------------------------------------------------
    PK0101 PLUGIN_FOLDER_NOT_FOUND "there is no plugin folder at this path",
    PK0102 NO_MAIN_FILE "the plugin has no main file",
    PK0103 MAIN_IS_BUNDLE "the source is compiled instead of a bundle",
    PK0104 FILE_NOT_UTF8 "a file is not valid UTF-8",
    PK0105 FILE_TOO_LARGE "a file is too large",
    PK0106 FILE_UNREADABLE "a file cannot be read",
    PK0107 SYMBOLIC_LINK "a symbolic link is not followed",
    PK0108 PATH_OUTSIDE_FOLDER "a path leaves the plugin folder",
    PK0109 LOCAL_MODULE_NOT_FOUND "there is no such module in the plugin folder",
    PK0110 INVALID_JSON "a file is not valid JSON",
    PK0111 DUPLICATE_KEY "a key is written twice",
    PK0112 WRONG_MANIFEST_TYPE "a field of plugin.json has the wrong type",
    PK0113 UNKNOWN_MANIFEST_FIELD "plugin.json has an unknown field",
    PK0114 UNKNOWN_FIELD_TYPE "a config field has an unknown type",
    PK0115 UNUSABLE_CHOICE "a choice that cannot be shown",
    PK0116 UNKNOWN_CONDITION_KEY "a condition names no config field",
    PK0117 STATELESS_WITH_CONFIG "a stateless plugin cannot have a config",
    PK0118 MANIFEST_WITHOUT_NAME "plugin.json has no name",
    PK0119 FIELD_WITHOUT_EFFECT "a field of plugin.json has no effect",
    PK0120 CRATE_NAME_TAKEN "two plugins would become the same crate",
    PK0121 PACKAGE_FILE "a package has no such file",

    // PK02xx: unsupported or wrong syntax. ---------------------------------------------------------------------------
    PK0201 SYNTAX_ERROR "a syntax error",
    PK0202 NESTED_TOO_DEEPLY "the code is nested too deeply",
    PK0203 JSX "JSX is not supported",
    PK0204 CLASS "a form of class that is not supported",
    PK0207 REGEX_LITERAL "a regular expression is not valid",
    PK0210 DECORATOR "decorators are not supported",
    PK0212 IMPORT_META "`import.meta` is not supported",
    PK0213 DYNAMIC_IMPORT "`import()` is not supported",
    PK0215 PARENTHESIZED_CHAIN "calling an optional chain in parentheses is not supported",
    PK0216 SUPER "this use of `super` is not supported",
    PK0217 NAMESPACE "namespaces with values are not supported",
    PK0218 PARAMETER_PROPERTY "this parameter property is not supported",
    PK0221 USING "`using` is not supported",
    PK0222 AWAIT_OUTSIDE_ASYNC "`await` outside an async function",
    PK0224 THIS "`this` is not supported in this function",

    // PK03xx: names and modules. -------------------------------------------------------------------------------------
    PK0301 DUPLICATE_DECLARATION "a name is declared twice",
    PK0302 UNKNOWN_NAME "a name is not declared anywhere",
    PK0303 ABSENT_GLOBAL "a global does not exist in plugins",
    PK0304 UNSUPPORTED_GLOBAL "a global is not supported",
    PK0305 UNKNOWN_PACKAGE "plugins cannot import this package",
    PK0306 UNSUPPORTED_PACKAGE "a package is not provided",
    PK0307 UNKNOWN_IMPORT "a module does not export this name",
    PK0308 IMPORT_ASSIGNMENT "an imported name cannot be assigned",
    PK0309 UNDECIDABLE_EXPORTS "what the plugin exports is not known at compile time",
    PK0310 UNSUPPORTED_REQUIRE "this `require` cannot be compiled",
    PK0311 HIDDEN_HOOK "a hook is never called",
    PK0312 EXPORT_UNDECLARED "an export is not declared",
    PK0313 DUPLICATE_EXPORT "a name is exported twice",
    PK0314 EMPTY_IMPORT "a package is imported for nothing",
    PK0315 DEFAULT_EXPORT_NULL "the default export is null",
    PK0316 GLOBAL_ASSIGNMENT "a builtin cannot be assigned",
    PK0317 MODULE_AS_VALUE "a module is used as a value",
    PK0318 CONSTANT_ASSIGNMENT "assigning to a constant always throws",

    // PK04xx: calls and types. ---------------------------------------------------------------------------------------
    PK0401 UNKNOWN_MEMBER "a builtin has no such member",
    PK0402 UNSUPPORTED_MEMBER "a builtin member is not supported",
    // PK0403 to PK0406 are retired: promises that a program can get hold of.
    PK0407 CHANGED_BUILTIN "a builtin is changed",
    PK0408 UNSUPPORTED_LOCALE "a locale is not supported",

    // PK05xx: hooks, config, capabilities and the pipeline file. PK050x-PK054x: check. PK055x-PK059x: pipeline file. --
    PK0501 HOOK_NEVER_CALLED "an exported function is never called",
    PK0502 UNSUPPORTED_HOOK "a hook is not supported",
    PK0503 HOOK_PARAMETERS "a hook has too many parameters",
    PK0504 ASYNC_WEBHOOK "`composeWebhook` must not be async",
    PK0505 UNKNOWN_CONFIG_FIELD "plugin.json has no such config field",
    PK0506 UNSUPPORTED_SERVICE "a service of the host is not supported",
    PK0507 SERVICE_AS_VALUE "a service of the host is used as a value",
    // PK0508 is retired: the timestamp of `composeWebhook`.
    PK0509 NO_HOOKS "the plugin exports nothing that the host calls",
    PK0510 UNKNOWN_META_MEMBER "`meta` has no such member",
    PK0550 PIPELINE_FILE_UNREADABLE "the pipeline file cannot be read",
    PK0551 INVALID_TOML "the pipeline file is not valid TOML",
    PK0552 UNKNOWN_PIPELINE_KEY "the pipeline file has an unknown key",
    PK0553 WRONG_PIPELINE_TYPE "a value of the pipeline file has the wrong type",
    PK0554 MISSING_PIPELINE_KEY "a plugin of the pipeline file has no source",
    PK0555 UNKNOWN_CONFIG_KEY "the plugin has no such config field",
    PK0556 MISSING_CONFIG_VALUE "a required config value is missing",
    PK0557 NOT_A_CHOICE "a config value is none of the choices",
    PK0558 UNUSABLE_CONFIG_VALUE "a config value that JSON does not have",
    PK0559 ENVIRONMENT_VARIABLE_MISSING "an environment variable is not set",
    PK0560 ATTACHMENT_MISSING "there is no file to attach",
    PK0561 DUPLICATE_PLUGIN_ID "two plugins have the same id",
    PK0562 INVALID_TEAM "a team id is no whole number",
    PK0563 HOST_NOT_SUPPORTED "a host service is not in this version",

    // PK09xx: bugs of Prickle. ---------------------------------------------------------------------------------------
    PK0901 GENERATED_CODE_REJECTED "the generated code does not compile",
    PK0902 COMPILER_PANICKED "the compiler failed on a plugin",
    PK0903 PARSER_FAILED "the parser failed on a file",
}
