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

    // PK02xx: unsupported or wrong syntax. ---------------------------------------------------------------------------

    // PK03xx: names and modules. -------------------------------------------------------------------------------------

    // PK04xx: calls and types. ---------------------------------------------------------------------------------------

    // PK05xx: hooks, config, capabilities and the pipeline file. PK050x-PK054x: check. PK055x-PK059x: pipeline file. --

    // PK09xx: bugs of Prickle. ---------------------------------------------------------------------------------------
}
