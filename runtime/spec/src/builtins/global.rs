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
} } }
global_rows!(declare);
