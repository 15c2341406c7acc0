//! Rows of `Number`.

/// Hands the rows of `Number` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! number_rows { ($user:ident) => { $user! {
    /// Double-precision numbers.
    class Number in number, receiver Num, inherits Object;

    /// `value` as a number.
    Call "Number" => call(value: Given Value) length 1 -> Num, effects [Throws, CallsBack],
        eg [("Number(' 12 ')", "12"), ("Number('1e3')", "1000"), ("Number('0x1F')", "31"), ("Number('12px')", "NaN"), ("Number()", "0"), ("Number(null)", "0"), ("Number([5])", "5")];
    /// A Number object.
    Construct "Number" => construct(value: Given Value) length 1 -> Object, effects [Throws, Alloc, CallsBack],
        eg [("typeof new Number('5')", "'object'"), ("new Number('5') + 1", "6")];

    /// The difference between 1 and the next larger number.
    Constant "EPSILON" => EPSILON() -> Num, effects [Pure], eg [("Number.EPSILON", "2.220446049250313e-16")];
    /// The largest integer that no other integer rounds to.
    Constant "MAX_SAFE_INTEGER" => MAX_SAFE_INTEGER() -> Num, effects [Pure], eg [("Number.MAX_SAFE_INTEGER", "9007199254740991")];
    /// The largest finite number.
    Constant "MAX_VALUE" => MAX_VALUE() -> Num, effects [Pure], eg [("Number.MAX_VALUE", "1.7976931348623157e308")];
    /// The smallest integer that no other integer rounds to.
    Constant "MIN_SAFE_INTEGER" => MIN_SAFE_INTEGER() -> Num, effects [Pure], eg [("Number.MIN_SAFE_INTEGER", "-9007199254740991")];
    /// The smallest positive number.
    Constant "MIN_VALUE" => MIN_VALUE() -> Num, effects [Pure], eg [("Number.MIN_VALUE", "5e-324")];
    /// Not a number.
    Constant "NaN" => NAN() -> Num, effects [Pure], eg [("Number.NaN", "NaN")];
    /// Negative infinity.
    Constant "NEGATIVE_INFINITY" => NEGATIVE_INFINITY() -> Num, effects [Pure], eg [("Number.NEGATIVE_INFINITY", "-Infinity")];
    /// Infinity.
    Constant "POSITIVE_INFINITY" => POSITIVE_INFINITY() -> Num, effects [Pure], eg [("Number.POSITIVE_INFINITY", "Infinity")];

    /// The value is a number other than NaN and the infinities.
    Static "isFinite" => is_finite(number: Req Value) -> Bool, effects [Pure],
        eg [("Number.isFinite(1)", "true"), ("Number.isFinite('1')", "false"), ("Number.isFinite(1 / 0)", "false")];
    /// The value is a number without fraction.
    Static "isInteger" => is_integer(number: Req Value) -> Bool, effects [Pure],
        eg [("Number.isInteger(5.0)", "true"), ("Number.isInteger(5.5)", "false"), ("Number.isInteger('5')", "false")];
    /// The value is the number NaN.
    Static "isNaN" => is_nan(number: Req Value) -> Bool, effects [Pure],
        eg [("Number.isNaN(NaN)", "true"), ("Number.isNaN('x')", "false")];
    /// The value is an integer that no other integer rounds to.
    Static "isSafeInteger" => is_safe_integer(number: Req Value) -> Bool, effects [Pure],
        eg [("Number.isSafeInteger(2 ** 53 - 1)", "true"), ("Number.isSafeInteger(2 ** 53)", "false")];
    /// The number that the text starts with.
    Static "parseFloat" => parse_float(string: Req Str) -> Num, effects [Pure],
        eg [("Number.parseFloat('3.14abc')", "3.14")];
    /// The integer that the text starts with, in base `radix`.
    Static "parseInt" => parse_int(string: Req Str, radix: Req Num) -> Num, effects [Pure],
        eg [("Number.parseInt('ff', 16)", "255")];

    /// Exponential notation with `fractionDigits` digits behind the point.
    Method "toExponential" => to_exponential(fractionDigits: Opt Num) length 1 -> Str, effects [Throws, Alloc],
        eg [("(12345).toExponential(2)", "'1.23e+4'"), ("(0.00015).toExponential()", "'1.5e-4'"), ("(1).toExponential(101)", "throws RangeError: toExponential() argument must be between 0 and 100")];
    /// Fixed-point notation with `fractionDigits` digits behind the point.
    Method "toFixed" => to_fixed(fractionDigits: Req Num) -> Str, effects [Throws, Alloc],
        eg [("(1.005).toFixed(2)", "'1.00'"), ("(1e21).toFixed(2)", "'1e+21'"), ("(-0.0000001).toFixed(2)", "'-0.00'"), ("(1).toFixed(101)", "throws RangeError: toFixed() digits argument must be between 0 and 100")];
    /// The number as people of a locale write it.
    Method "toLocaleString" => to_locale_string(locales: Req Value, options: Req Value) length 0 -> Str, effects [Throws, Alloc, ReadsHeap, CallsBack],
        eg [
            ("(1234567.891).toLocaleString()", "'1,234,567.891'"), ("(1.0005).toLocaleString()", "'1.001'"), ("(-0).toLocaleString()", "'-0'"), ("(1 / 0).toLocaleString('en-US')", "'∞'"), ("(999.9995).toLocaleString()", "'1,000'"),
            ("(1e21).toLocaleString()", "'1,000,000,000,000,000,000,000'"), ("(1234.5).toLocaleString('de-DE', { minimumFractionDigits: 2 })", "'1.234,50'"), ("(1234.5).toLocaleString('en-GB', { style: 'currency', currency: 'GBP' })", "'£1,234.50'"),
            ("(0.256).toLocaleString('en-US', { style: 'percent' })", "'26%'"), ("(123456).toLocaleString('en-US', { maximumSignificantDigits: 2, useGrouping: false })", "'120000'"),
            ("(1).toLocaleString('en-US', { maximumFractionDigits: 101 })", "throws RangeError: maximumFractionDigits value is out of range."), ("(1).toLocaleString('en-US', { style: 'currency' })", "throws TypeError: Currency code is required with currency style."),
        ];
    /// `precision` significant digits.
    Method "toPrecision" => to_precision(precision: Opt Num) length 1 -> Str, effects [Throws, Alloc],
        eg [("(123.456).toPrecision(4)", "'123.5'"), ("(0.00000012).toPrecision(1)", "'1e-7'"), ("(123456).toPrecision(2)", "'1.2e+5'")];
    /// The number as text, in base `radix`.
    Method "toString" => to_string(radix: Opt Num) length 1 -> Str, effects [Throws, Alloc],
        eg [("(255).toString(16)", "'ff'"), ("(0.5).toString(2)", "'0.1'"), ("(1e21).toString()", "'1e+21'"), ("(1).toString(1)", "throws RangeError: toString() radix argument must be between 2 and 36")];
    /// The number itself.
    Method "valueOf" => value_of() -> Num, effects [Pure],
        eg [("(5).valueOf()", "5")];
} } }
number_rows!(declare);
