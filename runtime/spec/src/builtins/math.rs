//! Rows of `Math`.

/// Hands the rows of `Math` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! math_rows { ($user:ident) => { $user! {
    /// Mathematical functions and constants.
    class Math in math, receiver Undefined;

    /// The base of the natural logarithms.
    Constant "E" => E() -> Num, effects [Pure], eg [("Math.E", "2.718281828459045")];
    /// The natural logarithm of 10.
    Constant "LN10" => LN10() -> Num, effects [Pure], eg [("Math.LN10", "2.302585092994046")];
    /// The natural logarithm of 2.
    Constant "LN2" => LN2() -> Num, effects [Pure], eg [("Math.LN2", "0.6931471805599453")];
    /// The base-10 logarithm of e.
    Constant "LOG10E" => LOG10E() -> Num, effects [Pure], eg [("Math.LOG10E", "0.4342944819032518")];
    /// The base-2 logarithm of e.
    Constant "LOG2E" => LOG2E() -> Num, effects [Pure], eg [("Math.LOG2E", "1.4426950408889634")];
    /// The ratio of a circle's circumference to its diameter.
    Constant "PI" => PI() -> Num, effects [Pure], eg [("Math.PI", "3.141592653589793")];
    /// The square root of 1/2.
    Constant "SQRT1_2" => SQRT1_2() -> Num, effects [Pure], eg [("Math.SQRT1_2", "0.7071067811865476")];
    /// The square root of 2.
    Constant "SQRT2" => SQRT2() -> Num, effects [Pure], eg [("Math.SQRT2", "1.4142135623730951")];

    /// The absolute value.
    Static "abs" => abs(x: Req Num) -> Num, effects [Pure], eg [("Math.abs(-2.5)", "2.5"), ("Math.abs('-1')", "1")];
    /// The inverse cosine.
    Static "acos" => acos(x: Req Num) -> Num, effects [Pure], eg [("Math.acos(0.5)", "1.0471975511965979"), ("Math.acos(2)", "NaN")];
    /// The inverse hyperbolic cosine.
    Static "acosh" => acosh(x: Req Num) -> Num, effects [Pure], eg [("Math.acosh(2)", "1.3169578969248166")];
    /// The inverse sine.
    Static "asin" => asin(x: Req Num) -> Num, effects [Pure], eg [("Math.asin(0.5)", "0.5235987755982989")];
    /// The inverse hyperbolic sine.
    Static "asinh" => asinh(x: Req Num) -> Num, effects [Pure], eg [("Math.asinh(1)", "0.881373587019543")];
    /// The inverse tangent.
    Static "atan" => atan(x: Req Num) -> Num, effects [Pure], eg [("Math.atan(1)", "0.7853981633974483")];
    /// The angle of the point (x, y).
    Static "atan2" => atan2(y: Req Num, x: Req Num) -> Num, effects [Pure], eg [("Math.atan2(1, -1)", "2.356194490192345")];
    /// The inverse hyperbolic tangent.
    Static "atanh" => atanh(x: Req Num) -> Num, effects [Pure], eg [("Math.atanh(0.5)", "0.5493061443340548")];
    /// The cube root.
    Static "cbrt" => cbrt(x: Req Num) -> Num, effects [Pure], eg [("Math.cbrt(-27)", "-3")];
    /// The smallest integer that is not smaller.
    Static "ceil" => ceil(x: Req Num) -> Num, effects [Pure], eg [("Math.ceil(1.2)", "2"), ("Math.ceil(-0.5)", "-0")];
    /// The number of leading zero bits of the 32-bit integer.
    Static "clz32" => clz32(x: Req Num) -> Num, effects [Pure], eg [("Math.clz32(1)", "31"), ("Math.clz32(-1)", "0")];
    /// The cosine.
    Static "cos" => cos(x: Req Num) -> Num, effects [Pure], eg [("Math.cos(1)", "0.5403023058681398")];
    /// The hyperbolic cosine.
    Static "cosh" => cosh(x: Req Num) -> Num, effects [Pure], eg [("Math.cosh(1)", "1.5430806348152437")];
    /// e to the power of `x`.
    Static "exp" => exp(x: Req Num) -> Num, effects [Pure], eg [("Math.exp(1)", "2.718281828459045")];
    /// e to the power of `x`, minus 1.
    Static "expm1" => expm1(x: Req Num) -> Num, effects [Pure], eg [("Math.expm1(1e-10)", "1.00000000005e-10")];
    /// The largest integer that is not larger.
    Static "floor" => floor(x: Req Num) -> Num, effects [Pure], eg [("Math.floor(-1.2)", "-2"), ("Math.floor('7.9')", "7")];
    /// Rounded to single precision.
    Static "fround" => fround(x: Req Num) -> Num, effects [Pure], eg [("Math.fround(5.5)", "5.5"), ("Math.fround(5.05)", "5.050000190734863")];
    /// The square root of the sum of squares.
    Static "hypot" => hypot(values: Rest Num) length 2 -> Num, effects [Pure], eg [("Math.hypot(3, 4)", "5"), ("Math.hypot()", "0"), ("Math.hypot(NaN, Infinity)", "Infinity")];
    /// The product of two 32-bit integers.
    Static "imul" => imul(x: Req Num, y: Req Num) -> Num, effects [Pure], eg [("Math.imul(0xffffffff, 5)", "-5")];
    /// The natural logarithm.
    Static "log" => log(x: Req Num) -> Num, effects [Pure], eg [("Math.log(10)", "2.302585092994046"), ("Math.log(-1)", "NaN")];
    /// The base-10 logarithm.
    Static "log10" => log10(x: Req Num) -> Num, effects [Pure], eg [("Math.log10(1000)", "3")];
    /// The natural logarithm of `1 + x`.
    Static "log1p" => log1p(x: Req Num) -> Num, effects [Pure], eg [("Math.log1p(1)", "0.6931471805599453")];
    /// The base-2 logarithm.
    Static "log2" => log2(x: Req Num) -> Num, effects [Pure], eg [("Math.log2(8)", "3")];
    /// The largest argument, `-Infinity` without arguments, `NaN` if one is `NaN`.
    Static "max" => max(values: Rest Num) length 2 -> Num, effects [Pure], eg [("Math.max(1, '3', 2)", "3"), ("Math.max()", "-Infinity"), ("Math.max(1, NaN)", "NaN")];
    /// The smallest argument, `Infinity` without arguments, `NaN` if one is `NaN`.
    Static "min" => min(values: Rest Num) length 2 -> Num, effects [Pure], eg [("Math.min(1, 3, 2)", "1"), ("Math.min()", "Infinity"), ("Math.min(0, -0)", "-0")];
    /// `base` to the power of `exponent`.
    Static "pow" => pow(base: Req Num, exponent: Req Num) -> Num, effects [Pure], eg [("Math.pow(2, 10)", "1024"), ("Math.pow(1, Infinity)", "NaN")];
    /// A random number from 0 to below 1.
    Static "random" => random() -> Num, effects [Random], eg [("Math.random() < 1", "true")];
    /// The nearest integer, halves upwards.
    Static "round" => round(x: Req Num) -> Num, effects [Pure], eg [("Math.round(2.5)", "3"), ("Math.round(-2.5)", "-2"), ("Math.round(-0.2)", "-0"), ("Math.round(0.49999999999999994)", "0")];
    /// 1, -1, or the zero or NaN itself.
    Static "sign" => sign(x: Req Num) -> Num, effects [Pure], eg [("Math.sign(-3)", "-1"), ("Math.sign(-0)", "-0")];
    /// The sine.
    Static "sin" => sin(x: Req Num) -> Num, effects [Pure], eg [("Math.sin(1)", "0.8414709848078965")];
    /// The hyperbolic sine.
    Static "sinh" => sinh(x: Req Num) -> Num, effects [Pure], eg [("Math.sinh(1)", "1.1752011936438014")];
    /// The square root.
    Static "sqrt" => sqrt(x: Req Num) -> Num, effects [Pure], eg [("Math.sqrt(2)", "1.4142135623730951"), ("Math.sqrt(-1)", "NaN")];
    /// The tangent.
    Static "tan" => tan(x: Req Num) -> Num, effects [Pure], eg [("Math.tan(1)", "1.5574077246549023")];
    /// The hyperbolic tangent.
    Static "tanh" => tanh(x: Req Num) -> Num, effects [Pure], eg [("Math.tanh(1)", "0.7615941559557649")];
    /// The number without its fraction.
    Static "trunc" => trunc(x: Req Num) -> Num, effects [Pure], eg [("Math.trunc(-1.7)", "-1"), ("Math.trunc(-0.3)", "-0")];
} } }
math_rows!(declare);
