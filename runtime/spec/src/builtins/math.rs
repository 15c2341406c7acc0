//! Rows of `Math`.

/// Hands the rows of `Math` to `$user!`.
#[macro_export]
macro_rules! math_rows { ($user:ident) => { $user! {
    /// Mathematical functions and constants.
    class Math in math, receiver Undefined;

    /// The ratio of a circle's circumference to its diameter.
    Constant "PI" => PI() -> Num, effects [Pure], eg [("Math.PI", "3.141592653589793")];
    /// The largest argument, `-Infinity` without arguments, `NaN` if one is `NaN`.
    Static "max" => max(values: Rest Num) length 2 -> Num,
        effects [Pure], eg [("Math.max(1, 3, 2)", "3"), ("Math.max()", "-Infinity"), ("Math.max(1, NaN)", "NaN")];
} } }
math_rows!(declare);
