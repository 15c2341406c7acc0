//! The keys and texts of prototypes that rows and classes stand for.

use prickle_heap::Symbol;
use prickle_spec::Class;

/// What a member is known by in tables: its name, or that of the symbol.
pub(super) fn member_name(name: &'static str) -> &'static [u8] {
    member_symbol(name).map_or(name.as_bytes(), Symbol::key_bytes)
}

/// The symbol that is the key of a row: `@@iterator` stands for `Symbol.iterator`.
pub(crate) fn member_symbol(name: &str) -> Option<Symbol<'static>> {
    Some(match name.strip_prefix("@@")? {
        "asyncIterator" => Symbol::ASYNC_ITERATOR,
        "hasInstance" => Symbol::HAS_INSTANCE,
        "iterator" => Symbol::ITERATOR,
        "match" => Symbol::MATCH,
        "matchAll" => Symbol::MATCH_ALL,
        "replace" => Symbol::REPLACE,
        "search" => Symbol::SEARCH,
        "species" => Symbol::SPECIES,
        "split" => Symbol::SPLIT,
        "toPrimitive" => Symbol::TO_PRIMITIVE,
        "toStringTag" => Symbol::TO_STRING_TAG,
        "unscopables" => Symbol::UNSCOPABLES,
        other => panic!("no row may be named by Symbol.{other}"),
    })
}

/// `[@@toStringTag]` of the prototype of a class, or of the namespace.
pub(crate) fn prototype_tag(class: &Class) -> Option<&'static str> {
    match class.name {
        "AsyncGenerator" => Some("AsyncGenerator"),
        "Generator" => Some("Generator"),
        "ArrayIterator" => Some("Array Iterator"),
        "MapIterator" => Some("Map Iterator"),
        "SetIterator" => Some("Set Iterator"),
        "RegExpStringIterator" => Some("RegExp String Iterator"),
        "StringIterator" => Some("String Iterator"),
        "URLSearchParamsIterator" => Some("URLSearchParams Iterator"),
        "AsyncFunction"
        | "AsyncGeneratorFunction"
        | "BigInt"
        | "GeneratorFunction"
        | "JSON"
        | "Map"
        | "Math"
        | "Set"
        | "Symbol"
        | "URL"
        | "Promise"
        | "Reflect"
        | "URLSearchParams"
        | "WeakMap"
        | "WeakSet"
        | "console"
        | "ArrayBuffer"
        | "DataView" => Some(class.name),
        // The getter that typed arrays have for this gives the name of the class, of which Buffer is a subclass.
        "Buffer" => Some("Uint8Array"),
        name if class.inherits == Some("TypedArray") => Some(name),
        _ => None,
    }
}

/// The data properties of the prototypes of errors (ECMA-262 §20.5.3, §20.5.6.3).
pub(super) fn prototype_texts(class: &Class) -> Vec<(&'static str, &'static str)> {
    let is_error = class.name == "Error" || (class.inherits == Some("Error") && class.name != "RetryError");
    if is_error { vec![("name", class.name), ("message", "")] } else { Vec::new() }
}

/// `BYTES_PER_ELEMENT` of the prototype of a class of typed arrays.
pub(crate) fn bytes_per_element(class: &Class) -> Option<u8> {
    let bits = class.name.trim_start_matches(|c: char| !c.is_ascii_digit()).trim_end_matches("Array");
    let bits: u8 = bits.trim_end_matches("Clamped").parse().ok()?;
    (class.inherits == Some("TypedArray")).then_some(bits / 8)
}
