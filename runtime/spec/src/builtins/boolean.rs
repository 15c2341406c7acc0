//! Rows of `Boolean`.

/// Hands the rows of `Boolean` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! boolean_rows { ($user:ident) => { $user! {
    /// `true` and `false`.
    class Boolean in boolean, receiver Bool, inherits Object;

    /// `value` as a boolean.
    Call "Boolean" => call(value: Req Value) -> Bool, effects [Pure],
        eg [("Boolean('')", "false"), ("Boolean('false')", "true"), ("Boolean([])", "true"), ("Boolean(NaN)", "false"), ("[0, 'a', null].filter(Boolean)", "['a']")];

    /// `"true"` or `"false"`.
    Method "toString" => to_string() -> Str, effects [Alloc],
        eg [("true.toString()", "'true'")];
    /// The boolean itself.
    Method "valueOf" => value_of() -> Bool, effects [Pure],
        eg [("false.valueOf()", "false")];
} } }
boolean_rows!(declare);
