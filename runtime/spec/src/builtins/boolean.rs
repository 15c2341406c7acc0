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
    /// A Boolean object.
    Construct "Boolean" => construct(value: Req Value) length 1 -> Object, effects [Alloc],
        eg [("typeof new Boolean(0)", "'object'"), ("new Boolean(0).valueOf()", "false"), ("new Boolean(0) ? 1 : 2", "1")];

    /// `"true"` or `"false"`.
    Method "toString" => to_string() -> Str, effects [Pure],
        eg [("true.toString()", "'true'")];
    /// The boolean itself.
    Method "valueOf" => value_of() -> Bool, effects [Pure],
        eg [("false.valueOf()", "false")];
} } }
boolean_rows!(declare);
