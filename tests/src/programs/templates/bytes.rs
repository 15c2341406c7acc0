//! Buffers and typed arrays.

use super::super::hint::Hint::{self, Any, Arr, Bool, Bytes, Func, Num, Small, Str};
use super::{Group, Statement, Template};

/// The group.
pub(super) const GROUP: Group = Group {
    classes: &[
        "Buffer",
        "TypedArray",
        "ArrayBuffer",
        "DataView",
        "Int8Array",
        "Uint8Array",
        "Uint8ClampedArray",
        "Int16Array",
        "Uint16Array",
        "Int32Array",
        "Uint32Array",
        "Float32Array",
        "Float64Array",
    ],
    expressions: EXPRESSIONS,
    literals: LITERALS,
    statements: STATEMENTS,
};

const EXPRESSIONS: &[Template] = &[
    (Bytes, "Buffer.from(§)", &[Str]),
    (Bytes, "Buffer.from(§, 'base64')", &[Str]),
    (Bytes, "Buffer.from(§, 'hex')", &[Str]),
    (Bytes, "Buffer.from(§, 'latin1')", &[Str]),
    (Bytes, "Buffer.from(§, 'utf16le')", &[Str]),
    (Bytes, "Buffer.from([§, §, §])", &[Num, Num, Any]),
    (Bytes, "Buffer.alloc(§, §)", &[Small, Any]),
    (Bytes, "Buffer.concat([§, §])", &[Bytes, Bytes]),
    (Bytes, "new Uint8Array([§, §, §])", &[Num, Any, Num]),
    (Bytes, "new Uint8Array(§)", &[Small]),
    (Bytes, "new Int16Array([§, §])", &[Num, Num]),
    (Bytes, "new Float32Array([§, §])", &[Num, Num]),
    (Bytes, "new Float64Array([...§])", &[Arr]),
    (Bytes, "new Uint8ClampedArray([§, §])", &[Num, Num]),
    (Bytes, "Uint32Array.from(§, §)", &[Arr, Func]),
    (Bytes, "§.slice(§, §)", &[Bytes, Num, Num]),
    (Bytes, "§.subarray(§)", &[Bytes, Num]),
    (Bytes, "§.map(§)", &[Bytes, Func]),
    (Bytes, "§.filter((item) => item > §)", &[Bytes, Num]),
    (Bytes, "§.fill(§, §)", &[Bytes, Any, Small]),
    (Bytes, "§.reverse()", &[Bytes]),
    (Bytes, "§.sort()", &[Bytes]),
    (Str, "§.toString('base64')", &[Bytes]),
    (Str, "§.toString(§)", &[Bytes, Any]),
    (Str, "Buffer.from(String(§)).toString('hex')", &[Any]),
    (Str, "Buffer.from(String(§), 'base64').toString('utf8')", &[Any]),
    (Str, "JSON.stringify(§)", &[Bytes]),
    (Str, "§.join(§)", &[Bytes, Str]),
    (Num, "§.length", &[Bytes]),
    (Num, "§.byteLength", &[Bytes]),
    (Num, "Buffer.byteLength(§)", &[Any]),
    (Num, "any(§).readUInt16BE(§)", &[Bytes, Any]),
    (Num, "any(§).writeInt32LE(§, §)", &[Bytes, Num, Small]),
    (Num, "§.indexOf(§)", &[Bytes, Any]),
    (Num, "new DataView(new ArrayBuffer(§)).getInt16(§)", &[Small, Num]),
    (Any, "§[§]", &[Bytes, Small]),
    (Any, "§[§]", &[Bytes, Any]),
    (Any, "((@1) => { @1[§] = §; return @1 })(§)", &[Small, Any, Bytes]),
    (Any, "((@1) => { @1.set(§, §); return @1 })(§)", &[Arr, Num, Bytes]),
    (Any, "§.at(§)", &[Bytes, Num]),
    (Any, "§.reduce(§)", &[Bytes, Func]),
    (Bool, "Buffer.isBuffer(§)", &[Any]),
    (Bool, "any(§).equals(§)", &[Bytes, Any]),
    (Bool, "(§ in §)", &[Any, Bytes]),
    (Arr, "[...§]", &[Bytes]),
    (Arr, "Array.from(§, §)", &[Bytes, Func]),
    (Arr, "Object.entries(§)", &[Bytes]),
    (
        Arr,
        "((@1) => { @1.setFloat32(0, §); @1.setUint8(§, §); return [@1.getUint32(0), @1.getInt8(3), @1.getFloat64(0, true)] })(new DataView(new ArrayBuffer(8)))",
        &[Num, Num, Any],
    ),
    (
        Arr,
        "((@1) => { const @2 = new Uint16Array(@1); @2[0] = §; return [...new Int8Array(@1, §)] })(new ArrayBuffer(4))",
        &[Any, Num],
    ),
];

const LITERALS: &[(Hint, &[&str])] = &[
    (
        Bytes,
        &[
            "Buffer.from('abc')",
            "Buffer.alloc(2)",
            "Buffer.from([1, 2, 255])",
            "new Uint8Array(3)",
            "new Int16Array([1, -1, 40000])",
            "new Float32Array([0.1, NaN, -0])",
            "Buffer.from('w6k=', 'base64')",
        ],
    ),
    (Str, &["'aGk='", "'616'", "'zz'", "'utf8'", "'ucs2'", "'ascii'", "'binary'", "'base64url'", "'nope'", "'é'"]),
];

const STATEMENTS: &[Statement] = &[
    ("for (const @1 of §) { log.push(@1); if (log.length > 60) break; ¤ }", &[Bytes]),
    (
        "{ const @1 = §; const @2 = @1.subarray(1); @2[0] = £; @1[§] ^= £; log.push(@1, @2); ¤ }",
        &[Bytes, Any, Small, Num],
    ),
    ("{ const [@1, ...@2] = §; log.push(@1, @2); ¤ }", &[Bytes]),
];
