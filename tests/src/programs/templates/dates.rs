//! Dates. The clock stands still.

use super::super::hint::Hint::{self, Any, Arr, Bool, Date, Num, Small, Str};
use super::{Group, Statement, Template};

/// The group.
pub(super) const GROUP: Group =
    Group { classes: &["Date"], expressions: EXPRESSIONS, literals: LITERALS, statements: STATEMENTS };

const EXPRESSIONS: &[Template] = &[
    (Date, "new Date(§)", &[Any]),
    (Date, "new Date(§)", &[Num]),
    (Date, "new Date(§)", &[Str]),
    (Date, "new Date(§)", &[Date]),
    (Date, "new Date(§, §)", &[Num, Num]),
    (Date, "new Date(2024, §, §, §, §, §, §)", &[Num, Num, Num, Num, Num, Num]),
    (Date, "new Date(Date.UTC(§, §, §))", &[Num, Num, Any]),
    (Date, "new Date(Date.now() - § * 86400000)", &[Num]),
    (Num, "new Date(§).getTime()", &[Any]),
    (Num, "new Date(§, §).valueOf()", &[Num, Small]),
    (Num, "Date.parse(§)", &[Str]),
    (Num, "Date.parse(§)", &[Any]),
    (Num, "Date.now()", &[]),
    (Num, "(§ - §)", &[Date, Date]),
    (Num, "(+§)", &[Date]),
    (Num, "(§ - §)", &[Date, Any]),
    (Num, "§.setMonth(§, §)", &[Date, Num, Any]),
    (Num, "§.setUTCHours(§)", &[Date, Num]),
    (Num, "§.setDate(§.getDate() + §)", &[Date, Date, Num]),
    (Num, "§.setFullYear(§)", &[Date, Any]),
    (Num, "§.setTime(§)", &[Date, Any]),
    (Num, "any(§).getUTCDay()", &[Any]),
    (Num, "§.getTimezoneOffset()", &[Date]),
    (Str, "(§ + §)", &[Date, Any]),
    (Str, "new Date(§).toISOString()", &[Num]),
    (Str, "§.toISOString().slice(0, 10)", &[Date]),
    (Str, "`${§}`", &[Date]),
    (Str, "JSON.stringify({ at: § })", &[Date]),
    (Str, "§.toLocaleDateString('en-US', { timeZone: 'UTC' })", &[Date]),
    (Str, "§.toLocaleTimeString('en-US')", &[Date]),
    (Str, "§.toLocaleString('en-GB', { weekday: 'short', month: '2-digit', timeZone: 'Europe/Berlin' })", &[Date]),
    (Str, "Date()", &[]),
    (Any, "§[Symbol.toPrimitive](§)", &[Date, Any]),
    (Any, "Date.prototype.getDay.call(§)", &[Any]),
    (Any, "(§ == §)", &[Date, Any]),
    (Any, "any(§).toJSON(§)", &[Date, Any]),
    (Bool, "(§ < §)", &[Date, Any]),
    (Bool, "(§ instanceof Date)", &[Any]),
    (Bool, "isNaN(§)", &[Date]),
    (Arr, "[§, §, §].sort()", &[Date, Date, Any]),
    (Arr, "[§, §].sort((x, y) => x - y)", &[Date, Date]),
    (
        Arr,
        "((@1) => [@1.getFullYear(), @1.getMonth(), @1.getUTCDate(), @1.getHours(), @1.getMilliseconds()])(§)",
        &[Date],
    ),
];

const LITERALS: &[(Hint, &[&str])] = &[
    (
        Date,
        &[
            "new Date(0)",
            "new Date(NaN)",
            "new Date()",
            "new Date(1.7e12)",
            "new Date(-1)",
            "new Date(8.64e15)",
            "new Date('2024-02-29')",
            "new Date('2024-02-29T12:00')",
            "new Date(2024, 0, 31)",
            "new Date(99, 1)",
        ],
    ),
    (
        Str,
        &[
            "'2024-02-30'",
            "'2024-06-01T10:20:30+02:00'",
            "'2024-06-01 10:20'",
            "'Jun 1, 2024 10:20 PM'",
            "'1/2/03'",
            "'Sat, 01 Jun 2024 00:00:00 GMT'",
            "'+010000-01-01'",
            "'12'",
            "'T10:00'",
            "'2024-W01'",
        ],
    ),
    (Num, &["8.64e15", "(-62198755200000)", "(1e13)", "(86400000)", "(2024)", "(12)", "(31)"]),
];

const STATEMENTS: &[Statement] = &[
    ("{ const @1 = §; log.push(@1.setMinutes(£, £), @1); ¤ }", &[Date, Num, Any]),
    ("{ const @1 = §; @1.setDate(0); @1.setUTCMonth(£); log.push(String(@1)); ¤ }", &[Date, Num]),
    ("for (let @1 = §, @2 = 0; @2 < 3; @1.setDate(@1.getDate() + 1), @2++) { log.push(@1.getDay()); ¤ }", &[Date]),
];
