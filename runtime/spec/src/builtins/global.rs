//! Rows of the global object: functions and values that stand alone.

/// Hands the rows of the global object to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! global_rows { ($user:ident) => { $user! {
    /// Functions and values of the global object.
    class globalThis in global, receiver Undefined;

    /// Infinity.
    Constant "Infinity" => INFINITY() -> Num, effects [Pure], eg [("Infinity", "1 / 0")];
    /// Not a number.
    Constant "NaN" => NAN() -> Num, effects [Pure], eg [("NaN", "0 / 0")];

    /// The argument, as a number, is neither NaN nor infinite.
    Static "isFinite" => is_finite(number: Req Num) -> Bool, effects [Pure],
        eg [("isFinite('12')", "true"), ("isFinite('x')", "false"), ("isFinite(null)", "true")];
    /// The argument, as a number, is NaN.
    Static "isNaN" => is_nan(number: Req Num) -> Bool, effects [Pure],
        eg [("isNaN('x')", "true"), ("isNaN(undefined)", "true"), ("isNaN('')", "false")];
    /// The number that the text starts with.
    Static "parseFloat" => parse_float(string: Req Str) -> Num, effects [Pure],
        eg [("parseFloat(' 3.14abc')", "3.14"), ("parseFloat('.5e1')", "5"), ("parseFloat('-Infinityx')", "-Infinity"), ("parseFloat('x')", "NaN")];
    /// The integer that the text starts with, in base `radix`.
    Static "parseInt" => parse_int(string: Req Str, radix: Req Num) -> Num, effects [Pure],
        eg [("parseInt('12px')", "12"), ("parseInt('0x1f')", "31"), ("parseInt('z', 36)", "35"), ("parseInt('')", "NaN"), ("parseInt(0.0000005)", "5")];
    /// The characters that escapes stand for, but those that have a meaning in URIs.
    Static "decodeURI" => decode_uri(encodedURI: Req Str) -> Str, effects [Throws, Alloc], eg [
        ("decodeURI('%41%20%2f%c3%a9%F0%9F%A6%94%23')", "'A %2fé🦔%23'"), ("decodeURI('%')", "throws URIError: URI malformed"), ("decodeURI('%c3%28')", "throws URIError: URI malformed"), ("decodeURI('%ed%a0%80')", "throws URIError: URI malformed"), ("decodeURI('%c0%80')", "throws URIError: URI malformed"),
    ];
    /// The characters that escapes stand for.
    Static "decodeURIComponent" => decode_uri_component(encodedURIComponent: Req Str) -> Str, effects [Throws, Alloc], eg [
        ("decodeURIComponent('%41%20%2f%c3%a9%F0%9F%A6%94+')", "'A /é🦔+'"), ("decodeURIComponent('a%zz')", "throws URIError: URI malformed"), ("decodeURIComponent('%80')", "throws URIError: URI malformed"), ("decodeURIComponent('%F8%80%80%80')", "throws URIError: URI malformed"),
    ];
    /// Escapes what cannot stand in a URI.
    Static "encodeURI" => encode_uri(uri: Req Str) -> Str, effects [Throws, Alloc], eg [("encodeURI('http://x/é a?b=c&d#e[]%')", "'http://x/%C3%A9%20a?b=c&d#e%5B%5D%25'"), ("encodeURI('\\ud800')", "throws URIError: URI malformed")];
    /// Escapes what cannot stand in a part of a URI.
    Static "encodeURIComponent" => encode_uri_component(uriComponent: Req Str) -> Str, effects [Throws, Alloc], eg [
        ("encodeURIComponent('é /?&=+🦔!\\'()*~_.-')", "'%C3%A9%20%2F%3F%26%3D%2B%F0%9F%A6%94!\\'()*~_.-'"), ("encodeURIComponent('a\\udc00')", "throws URIError: URI malformed"), ("encodeURIComponent(undefined)", "'undefined'"),
    ];
    /// Escapes by code units, as old JavaScript did.
    Static "escape" => escape(string: Req Str) -> Str, effects [Throws, Alloc], eg [("escape('aé🦔 @*_+-./,')", "'a%E9%uD83E%uDD94%20@*_+-./%2C'")];
    /// The code units that such escapes stand for.
    Static "unescape" => unescape(string: Req Str) -> Str, effects [Throws, Alloc], eg [("unescape('%E9%uD83E%uDD94%zz%u12%')", "'é🦔%zz%u12%'")];
    /// A deep copy: cycles stay cycles, prototypes and functions are lost.
    Static "structuredClone" => structured_clone(value: Given Value, options: Opt Value) length 0 -> Value,
        effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
            ("structuredClone({ a: [1, , new Map([[1, new Set([2])]])] })", "{ a: [1, , new Map([[1, new Set([2])]])] }"),
            ("(() => { const a = { b: 1 }; a.self = a; const c = structuredClone(a); return [c.self === c, c !== a, c.b] })()", "[true, true, 1]"),
            ("(() => { const e = structuredClone(new TypeError('x', { cause: [1] })); return [e instanceof TypeError, e.message, e.cause] })()", "[true, 'x', [1]]"),
            ("structuredClone(Object.assign(new TypeError('x'), { name: 'Mine', code: 1 })).toString()", "'Error: x'"),
            ("Object.keys(structuredClone(Object.assign([1, , 2], { k: 3 })))", "['0', '2', 'k']"),
            ("structuredClone(Object.create({ a: 1 }, { b: { value: 1 }, c: { value: 2, enumerable: true } }))", "{ c: 2 }"),
            ("structuredClone(-0)", "-0"), ("structuredClone(new Number(3)) + 1", "4"),
            ("structuredClone(Map)", "throws DataCloneError: function Map() { [native code] } could not be cloned."),
            ("structuredClone({ a: [].values() })", "throws DataCloneError: #<Object> could not be cloned."),
            ("structuredClone()", "throws TypeError: The value argument must be specified"),
        ];
} } }
global_rows!(declare);
