//! The own properties of builtin objects in the order in which V8 makes them, which `Reflect.ownKeys` shows.

/// The keys by class, or class and `.prototype`; `@@name` stands for `Symbol.name`. Left out are `length`, `name` and `prototype` of constructors, which come
/// first. What no row declares is missing here: whoever reads it ends the turn.
#[rustfmt::skip]
static OWN_KEYS: &[(&str, &[&str])] = &[
    ("Object", &[
        "assign", "getOwnPropertyDescriptor", "getOwnPropertyDescriptors", "getOwnPropertyNames", "getOwnPropertySymbols", "hasOwn", "is",
        "preventExtensions", "seal", "create", "defineProperties", "defineProperty", "freeze", "getPrototypeOf", "setPrototypeOf", "isExtensible", "isFrozen",
        "isSealed", "keys", "entries", "fromEntries", "values",
    ]),
    ("Object.prototype", &[
        "constructor", "__defineGetter__", "__defineSetter__", "hasOwnProperty", "__lookupGetter__", "__lookupSetter__", "isPrototypeOf",
        "propertyIsEnumerable", "toString", "valueOf", "__proto__", "toLocaleString",
    ]),
    ("Function.prototype", &["length", "name", "arguments", "caller", "constructor", "apply", "bind", "call", "toString", "@@hasInstance"]),
    ("Array", &["isArray", "from", "of", "@@species"]),
    ("Array.prototype", &[
        "length", "constructor", "at", "concat", "copyWithin", "fill", "find", "findIndex", "findLast", "findLastIndex", "lastIndexOf", "pop", "push",
        "reverse", "shift", "unshift", "slice", "sort", "splice", "includes", "indexOf", "join", "keys", "entries", "values", "forEach", "filter", "flat",
        "flatMap", "map", "every", "some", "reduce", "reduceRight", "toLocaleString", "toString", "toReversed", "toSorted", "toSpliced", "with", "@@iterator",
        "@@unscopables",
    ]),
    ("String", &["fromCharCode", "fromCodePoint", "raw"]),
    ("String.prototype", &[
        "length", "constructor", "anchor", "at", "big", "blink", "bold", "charAt", "charCodeAt", "codePointAt", "concat", "endsWith", "fontcolor", "fontsize",
        "fixed", "includes", "indexOf", "isWellFormed", "italics", "lastIndexOf", "link", "localeCompare", "match", "matchAll", "normalize", "padEnd",
        "padStart", "repeat", "replace", "replaceAll", "search", "slice", "small", "split", "strike", "sub", "substr", "substring", "sup", "startsWith",
        "toString", "toWellFormed", "trim", "trimStart", "trimLeft", "trimEnd", "trimRight", "toLocaleLowerCase", "toLocaleUpperCase", "toLowerCase",
        "toUpperCase", "valueOf", "@@iterator",
    ]),
    ("Number", &[
        "isFinite", "isInteger", "isNaN", "isSafeInteger", "parseFloat", "parseInt", "MAX_VALUE", "MIN_VALUE", "NaN", "NEGATIVE_INFINITY",
        "POSITIVE_INFINITY", "MAX_SAFE_INTEGER", "MIN_SAFE_INTEGER", "EPSILON",
    ]),
    ("Number.prototype", &["constructor", "toExponential", "toFixed", "toPrecision", "toString", "valueOf", "toLocaleString"]),
    ("Boolean.prototype", &["constructor", "toString", "valueOf"]),
    ("Symbol", &[
        "for", "keyFor", "asyncIterator", "hasInstance", "isConcatSpreadable", "iterator", "match", "matchAll", "replace", "search", "species", "split",
        "toPrimitive", "toStringTag", "unscopables",
    ]),
    ("Symbol.prototype", &["constructor", "toString", "valueOf", "description", "@@toStringTag", "@@toPrimitive"]),
    ("BigInt", &["asUintN", "asIntN"]),
    ("BigInt.prototype", &["constructor", "toLocaleString", "toString", "valueOf", "@@toStringTag"]),
    ("Date", &["now", "parse", "UTC"]),
    ("Date.prototype", &[
        "constructor", "toString", "toDateString", "toTimeString", "toISOString", "toUTCString", "toGMTString", "getDate", "setDate", "getDay", "getFullYear",
        "setFullYear", "getHours", "setHours", "getMilliseconds", "setMilliseconds", "getMinutes", "setMinutes", "getMonth", "setMonth", "getSeconds",
        "setSeconds", "getTime", "setTime", "getTimezoneOffset", "getUTCDate", "setUTCDate", "getUTCDay", "getUTCFullYear", "setUTCFullYear", "getUTCHours",
        "setUTCHours", "getUTCMilliseconds", "setUTCMilliseconds", "getUTCMinutes", "setUTCMinutes", "getUTCMonth", "setUTCMonth", "getUTCSeconds",
        "setUTCSeconds", "valueOf", "getYear", "setYear", "toJSON", "toLocaleString", "toLocaleDateString", "toLocaleTimeString", "@@toPrimitive",
    ]),
    ("RegExp", &[
        "input", "$_", "lastMatch", "$&", "lastParen", "$+", "leftContext", "$`", "rightContext", "$'", "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9",
        "@@species",
    ]),
    ("RegExp.prototype", &[
        "constructor", "exec", "dotAll", "flags", "global", "hasIndices", "ignoreCase", "multiline", "source", "sticky", "unicode", "compile", "toString",
        "test", "unicodeSets", "@@match", "@@matchAll", "@@replace", "@@search", "@@split",
    ]),
    ("Error", &["captureStackTrace", "stackTraceLimit"]),
    ("Error.prototype", &["constructor", "name", "message", "toString"]),
    ("Map", &["@@species"]),
    ("Map.prototype", &[
        "constructor", "get", "set", "has", "delete", "clear", "entries", "forEach", "keys", "size", "values", "@@toStringTag", "@@iterator",
    ]),
    ("Set", &["@@species"]),
    ("Set.prototype", &[
        "constructor", "has", "add", "delete", "clear", "entries", "forEach", "size", "values", "keys", "@@toStringTag", "@@iterator",
    ]),
    ("WeakMap.prototype", &["constructor", "delete", "get", "set", "has", "@@toStringTag"]),
    ("WeakSet.prototype", &["constructor", "delete", "has", "add", "@@toStringTag"]),
    ("Promise", &["all", "allSettled", "any", "race", "resolve", "reject", "@@species"]),
    ("Promise.prototype", &["constructor", "then", "catch", "finally", "@@toStringTag"]),
    ("ArrayBuffer", &["isView", "@@species"]),
    ("ArrayBuffer.prototype", &["constructor", "byteLength", "slice", "maxByteLength", "resizable", "resize", "@@toStringTag"]),
    ("DataView.prototype", &[
        "constructor", "buffer", "byteLength", "byteOffset", "getInt8", "setInt8", "getUint8", "setUint8", "getInt16", "setInt16", "getUint16", "setUint16",
        "getInt32", "setInt32", "getUint32", "setUint32", "getFloat32", "setFloat32", "getFloat64", "setFloat64", "getBigInt64", "setBigInt64",
        "getBigUint64", "setBigUint64", "@@toStringTag",
    ]),
    ("TypedArray", &["of", "from", "@@species"]),
    ("TypedArray.prototype", &[
        "constructor", "buffer", "byteLength", "byteOffset", "length", "entries", "keys", "values", "at", "copyWithin", "every", "fill", "filter", "find",
        "findIndex", "findLast", "findLastIndex", "forEach", "includes", "indexOf", "join", "lastIndexOf", "map", "reverse", "reduce", "reduceRight", "set",
        "slice", "some", "sort", "subarray", "toLocaleString", "toString", "toReversed", "toSorted", "with", "@@toStringTag", "@@iterator",
    ]),
    ("Math", &[
        "abs", "acos", "acosh", "asin", "asinh", "atan", "atanh", "atan2", "ceil", "cbrt", "expm1", "clz32", "cos", "cosh", "exp", "floor", "fround", "hypot",
        "imul", "log", "log1p", "log2", "log10", "max", "min", "pow", "random", "round", "sign", "sin", "sinh", "sqrt", "tan", "tanh", "trunc", "E", "LN10",
        "LN2", "LOG10E", "LOG2E", "PI", "SQRT1_2", "SQRT2", "@@toStringTag",
    ]),
    ("Reflect", &[
        "defineProperty", "deleteProperty", "apply", "construct", "get", "getOwnPropertyDescriptor", "getPrototypeOf", "has", "isExtensible", "ownKeys",
        "preventExtensions", "set", "setPrototypeOf", "@@toStringTag",
    ]),
    ("Generator.prototype", &["constructor", "next", "return", "throw", "@@toStringTag"]),
    ("GeneratorFunction.prototype", &["prototype", "constructor", "@@toStringTag"]),
    ("AsyncGenerator.prototype", &["constructor", "next", "return", "throw", "@@toStringTag"]),
    ("AsyncGeneratorFunction.prototype", &["prototype", "constructor", "@@toStringTag"]),
    ("AsyncFunction.prototype", &["constructor", "@@toStringTag"]),
    ("Iterator.prototype", &["@@iterator"]),
    ("AsyncIterator.prototype", &["@@asyncIterator"]),
    ("URL", &["parse", "canParse", "createObjectURL", "revokeObjectURL"]),
    ("URL.prototype", &[
        "constructor", "toString", "href", "origin", "protocol", "username", "password", "host", "hostname", "port", "pathname", "search", "searchParams",
        "hash", "toJSON", "@@toStringTag",
    ]),
    ("URLSearchParams.prototype", &[
        "constructor", "size", "append", "delete", "get", "getAll", "has", "set", "sort", "entries", "forEach", "keys", "values", "toString", "@@toStringTag",
        "@@iterator",
    ]),
];

/// The own keys of the class object (constructor or namespace), or of its prototype, if the table has them.
pub fn own_keys(class: &str, is_prototype: bool) -> Option<&'static [&'static str]> {
    let class_of =
        |name: &str| if is_prototype { name.strip_suffix(".prototype").map(str::len) } else { Some(name.len()) };
    OWN_KEYS.iter().find(|(name, _)| class_of(name).is_some_and(|end| name[..end] == *class)).map(|(_, keys)| *keys)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Kind, builtins, is_missing_member, missing_statics};

    #[test]
    fn rows_and_keys_agree() {
        for class in builtins() {
            for (is_prototype, kinds) in
                [(true, &[Kind::Method, Kind::Getter][..]), (false, &[Kind::Static, Kind::Constant][..])]
            {
                let Some(keys) = own_keys(class.name, is_prototype) else { continue };
                for row in class.rows.iter().filter(|row| kinds.contains(&row.kind)) {
                    assert!(keys.contains(&row.name), "{} of {} is not in the list", row.name, class.name);
                }
                for name in keys.iter().filter(|name| !name.starts_with("@@")) {
                    let is_row = class.rows.iter().any(|row| kinds.contains(&row.kind) && row.name == *name);
                    let is_missing = if is_prototype {
                        is_missing_member(class.name, name)
                    } else {
                        missing_statics(class.name).any(|missing| missing == *name)
                    };
                    let is_made =
                        ["length", "name", "message", "arguments", "caller", "constructor", "prototype", "__proto__"];
                    assert!(is_row || is_missing || is_made.contains(name), "{name} of {} has no row", class.name);
                }
            }
        }
    }
}
