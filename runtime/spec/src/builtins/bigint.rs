//! Rows of `BigInt` and `BigInt.prototype`.

/// Hands the rows of `BigInt` to `$user!`.
#[macro_export]
macro_rules! bigint_rows {
    ($user:ident) => {
        $user! {
            /// Whole numbers of any size.
            class BigInt in bigint, receiver Value, inherits Object;

            /// The BigInt of a value.
            Call "BigInt" => call(value: Req Value) -> Value,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("BigInt(5)", "5n"), ("BigInt('0x1f')", "31n"), ("BigInt(' 12 ')", "12n"), ("BigInt('')", "0n"), ("BigInt(true)", "1n"), ("BigInt(2 ** 53) + 1n", "9007199254740993n"),
                    ("BigInt(1.5)", "throws RangeError: The number 1.5 cannot be converted to a BigInt because it is not an integer"),
                    ("BigInt('x')", "throws SyntaxError: Cannot convert x to a BigInt"), ("BigInt(undefined)", "throws TypeError: Cannot convert undefined to a BigInt"),
                    ("1n + 1", "throws TypeError: Cannot mix BigInt and other types, use explicit conversions"), ("1n / 0n", "throws RangeError: Division by zero"), ("+1n", "throws TypeError: Cannot convert a BigInt value to a number"),
                    ("[7n / 2n, -7n / 2n, -7n % 2n, 2n ** 70n, -5n >> 1n, ~5n, -(5n)]", "[3n, -3n, -1n, 1180591620717411303424n, -3n, -6n, -5n]"),
                    ("[1n < 2, 2 > 1n, 1n == 1, 1n === 1, 1n == '1', 2n > '1']", "[true, true, true, false, true, true]"), ("JSON.stringify({ a: 1n })", "throws TypeError: Do not know how to serialize a BigInt"),
                ];
            /// Always a TypeError.
            Construct "BigInt" => construct(value: Rest Value) length 1 -> Value,
                effects [Throws], eg [("new BigInt(1)", "throws TypeError: BigInt is not a constructor")];

            /// The value modulo 2^bits, as a signed number.
            Static "asIntN" => as_int_n(bits: Req Value, bigint: Req Value) -> Value,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[BigInt.asIntN(8, 200n), BigInt.asIntN(3, -5n), BigInt.asIntN(0, 5n), BigInt.asIntN(64, 2n ** 63n)]", "[-56n, 3n, 0n, -9223372036854775808n]"), ("BigInt.asIntN(-1, 1n)", "throws RangeError: Invalid value: not (convertible to) a safe integer"), ("BigInt.asIntN(64, 1)", "throws TypeError: Cannot convert 1 to a BigInt")];
            /// The value modulo 2^bits.
            Static "asUintN" => as_uint_n(bits: Req Value, bigint: Req Value) -> Value,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[BigInt.asUintN(8, 257n), BigInt.asUintN(8, -1n), BigInt.asUintN(64, -1n), BigInt.asUintN(0, 5n)]", "[1n, 255n, 18446744073709551615n, 0n]"), ("BigInt.asUintN(2 ** 53, 1n)", "throws RangeError: Invalid value: not (convertible to) a safe integer")];

            /// The digits as a language writes them, which is not supported.
            Method "toLocaleString" => to_locale_string(options: Rest Value) length 0 -> Str,
                effects [Throws], eg [("BigInt.prototype.toLocaleString.length", "0")];
            /// The digits.
            Method "toString" => to_string(radix: Req Value) length 0 -> Str,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("(255n).toString(16)", "'ff'"), ("(-5n).toString()", "'-5'"), ("`${10n ** 20n}`", "'100000000000000000000'"), ("(1n).toString(1)", "throws RangeError: toString() radix argument must be between 2 and 36"), ("BigInt.prototype.toString.call(1)", "throws TypeError: BigInt.prototype.toString requires that 'this' be a BigInt")];
            /// The BigInt itself.
            Method "valueOf" => value_of() -> Value,
                effects [Throws, Cached], eg [("Object(5n).valueOf()", "5n"), ("typeof Object(5n)", "'object'"), ("Object(5n) + 1n", "6n"), ("BigInt.prototype.valueOf.call('1')", "throws TypeError: BigInt.prototype.valueOf requires that 'this' be a BigInt")];
        }
    };
}
bigint_rows!(declare);
