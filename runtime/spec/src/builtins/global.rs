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
