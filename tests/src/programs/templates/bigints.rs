//! BigInts.

use super::super::hint::Hint::{self, Any, Arr, Big, Bool, Num, Small, Str};
use super::{Group, Statement, Template};

/// The group.
pub(super) const GROUP: Group =
    Group { classes: &["BigInt"], expressions: EXPRESSIONS, literals: LITERALS, statements: STATEMENTS };

/// Nothing here makes a number of many digits.
const EXPRESSIONS: &[Template] = &[
    (Big, "(§ + §)", &[Big, Big]),
    (Big, "(§ - §)", &[Big, Big]),
    (Big, "(§ * §)", &[Big, Big]),
    (Big, "(§ / §)", &[Big, Big]),
    (Big, "(§ % §)", &[Big, Big]),
    (Big, "(§ ** BigInt(§))", &[Big, Small]),
    (Big, "(§ << BigInt(§))", &[Big, Small]),
    (Big, "(§ >> §)", &[Big, Big]),
    (Big, "(§ & §)", &[Big, Big]),
    (Big, "(§ | §)", &[Big, Big]),
    (Big, "(§ ^ §)", &[Big, Big]),
    (Big, "(-§)", &[Big]),
    (Big, "(~§)", &[Big]),
    (Big, "BigInt(§)", &[Any]),
    (Big, "BigInt(§)", &[Num]),
    (Big, "BigInt(§)", &[Str]),
    (Big, "BigInt.asIntN(§, §)", &[Small, Big]),
    (Big, "BigInt.asUintN(§, §)", &[Num, Big]),
    (Big, "BigInt.asUintN(64, §)", &[Any]),
    (Big, "Object(§).valueOf()", &[Big]),
    (Big, "(§ > § ? § : §)", &[Big, Num, Big, Big]),
    (Any, "(§ + §)", &[Big, Any]),
    (Any, "(§ - §)", &[Any, Big]),
    (Any, "(§ * §)", &[Num, Big]),
    (Any, "(§ >>> §)", &[Big, Big]),
    (Any, "(§ >>> §)", &[Any, Big]),
    (Any, "(+§)", &[Big]),
    (Any, "((@1) => [@1++, ++@1, -@1, @1--, ~@1])(§)", &[Big]),
    (Any, "((@1) => { @1 += §; @1 *= §; return @1 })(§)", &[Big, Any, Big]),
    (Any, "((@1) => { @1.b += §; @1.b++; return @1 })({ b: § })", &[Big, Any]),
    (Any, "[1, 2, 3][§]", &[Big]),
    (Any, "({ 1: 'x', '-1': 'y' })[§]", &[Big]),
    (Any, "(§ && §)", &[Big, Any]),
    (Any, "JSON.stringify({ a: § })", &[Big]),
    (Any, "JSON.stringify([§], (key, value) => (typeof value === 'bigint' ? String(value) : value))", &[Big]),
    (Any, "Math.max(§, §)", &[Num, Big]),
    (Any, "Object(§) + §", &[Big, Big]),
    (Any, "new Map([[§, 'x'], [1, 'y']]).get(§)", &[Big, Big]),
    (Num, "Number(§)", &[Big]),
    (Num, "parseInt(§)", &[Big]),
    (Num, "parseFloat(String(§))", &[Big]),
    (Str, "(typeof §)", &[Big]),
    (Str, "§.toString(2 + § % 34)", &[Big, Small]),
    (Str, "`${§}`", &[Big]),
    (Str, "(§ + §)", &[Big, Str]),
    (Str, "String(§)", &[Big]),
    (Bool, "(§ == §)", &[Big, Any]),
    (Bool, "(§ === §)", &[Big, Big]),
    (Bool, "(§ === §)", &[Any, Big]),
    (Bool, "(§ < §)", &[Big, Num]),
    (Bool, "(§ >= §)", &[Str, Big]),
    (Bool, "(§ < §)", &[Big, Any]),
    (Bool, "Object.is(§, §)", &[Big, Big]),
    (Bool, "(!§)", &[Big]),
    (Bool, "[§, 1, '1'].includes(§)", &[Big, Any]),
    (Arr, "[§, §, §].sort()", &[Big, Any, Big]),
    (Arr, "[§, §, §].sort((x, y) => (x < y ? -1 : x > y ? 1 : 0))", &[Big, Num, Big]),
    (Arr, "[...new Set([§, §, §])]", &[Big, Big, Any]),
];

const LITERALS: &[(Hint, &[&str])] = &[
    (
        Big,
        &[
            "0n",
            "1n",
            "(-1n)",
            "2n",
            "7n",
            "10n",
            "9007199254740993n",
            "18446744073709551616n",
            "(-9223372036854775808n)",
            "0xffn",
            "0b101n",
            "1_000n",
            "123456789012345678901234567890n",
        ],
    ),
    (Str, &["'10'", "'0x1f'", "' 12 '", "'1n'", "'-5'", "'1.5'"]),
];

const STATEMENTS: &[Statement] = &[
    ("for (let @1 = §; @1 < §; @1++) { if (log.length > 60) break; log.push(@1); ¤ }", &[Big, Small]),
    ("switch (§) { case §: ¤ break; case 1n: ¤ default: log.push(§) }", &[Any, Big, Big]),
    ("{ let @1 = §; @1 **= 2n; @1 ||= £; log.push(@1); ¤ }", &[Big, Any]),
];
