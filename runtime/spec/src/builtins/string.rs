//! Rows of `String`.

/// Hands the rows of `String` to `$user!`.
#[macro_export]
macro_rules! string_rows {
    ($user:ident) => {
        $user! {
            /// Text.
            class String in string, receiver Str, inherits Object;

            /// Pads the start of the string until it has `maxLength` code units.
            Method "padStart" => pad_start(maxLength: Req Num, fillString: Opt Str) length 1 -> Str,
                effects [Throws, Alloc], eg [("'7'.padStart(3, '0')", "'007'"), ("'7'.padStart(3)", "'  7'")];
        }
    };
}
string_rows!(declare);
