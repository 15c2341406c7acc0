//! Arrays: holes, lengths, mutation while something iterates.

use super::super::hint::Hint::{self, Any, Arr, Bool, Func, Num, Obj, Small, Str};
use super::{Group, Statement, Template};

/// The group.
pub(super) const GROUP: Group =
    Group { classes: &[], expressions: EXPRESSIONS, literals: LITERALS, statements: STATEMENTS };

const EXPRESSIONS: &[Template] = &[
    (Arr, "((@1) => { @1.length = §; return @1 })([...§])", &[Small, Arr]),
    (Arr, "((@1) => { @1.length = any('-1'); return @1 })(§)", &[Arr]),
    (Arr, "((@1) => { @1[§] = §; return @1 })([§])", &[Small, Any, Any]),
    (Arr, "((@1) => { delete @1[§]; return @1 })(§)", &[Small, Arr]),
    (
        Arr,
        "((@1) => { @1[@1.length] = §; @1['01'] = §; @1[-1] = §; return [@1, Object.keys(@1)] })(§)",
        &[Any, Any, Any, Arr],
    ),
    (
        Arr,
        "((@1) => { const @2 = []; @1.forEach((@3, @4) => { @2.push(@3); if (@4 < 2) @1.push(§) }); return @2 })([...§])",
        &[Any, Arr],
    ),
    (
        Arr,
        "((@1) => { const @2 = []; for (const @3 of @1) { @2.push(@3); if (@2.length < 4) @1.splice(§, 1, £) } return @2 })([...§])",
        &[Small, Any, Arr],
    ),
    (Arr, "((@1) => @1.map((@2, @3) => { @1.length = §; return [@2, @3] }))([...§])", &[Small, Arr]),
    (Arr, "((@1) => @1.filter((@2, @3) => { delete @1[@3 + 1]; return £ }))([...§])", &[Any, Arr]),
    (Arr, "[...§].sort(§)", &[Arr, Func]),
    (Arr, "§.sort(() => §)", &[Arr, Any]),
    (Arr, "[...§, ...§].sort((@1, @2) => (@1 > @2 ? § : -1))", &[Arr, Arr, Num]),
    (Arr, "[...§].sort((@1, @2) => String(@1).length - String(@2).length)", &[Arr]),
    (Arr, "((@1) => [@1.sort((x, y) => { @1.push(0); return y - x }), @1.length])([3, 1, 2, ...§])", &[Arr]),
    (Arr, "§.toSorted(§)", &[Arr, Any]),
    (Arr, "§.with(§, §)", &[Arr, Num, Any]),
    (Arr, "§.toSpliced(§, §, §)", &[Arr, Num, Any, Any]),
    (Arr, "((@1) => [@1.splice(§, §, §, §), @1])([...§])", &[Any, Num, Any, Any, Arr]),
    (Arr, "§.flat(§)", &[Arr, Any]),
    (Arr, "§.flatMap((@1) => [@1, [£]])", &[Arr, Any]),
    (Arr, "§.copyWithin(§, §, §)", &[Arr, Num, Num, Num]),
    (Arr, "§.fill(§, §, §)", &[Arr, Any, Num, Num]),
    (Arr, "new Array(§, §)", &[Any, Any]),
    (Arr, "Array(§)", &[Small]),
    (Arr, "Array.of(§)", &[Any]),
    (Arr, "Array.from({ length: §, 0: §, 2: § }, §)", &[Small, Any, Any, Func]),
    (Arr, "Array.prototype.map.call(§, §)", &[Any, Func]),
    (Arr, "Array.prototype.concat.call(§, §)", &[Any, Any]),
    (Arr, "[...Array(§).keys()]", &[Small]),
    (Arr, "[, §, , §]", &[Any, Any]),
    (Arr, "Object.freeze([§, §])", &[Any, Any]),
    (Arr, "Object.seal([§, §])", &[Any, Any]),
    (
        Arr,
        "Object.defineProperty([...§], §, { get() { return § }, enumerable: true, configurable: true })",
        &[Arr, Small, Any],
    ),
    (Arr, "Object.defineProperty([...§], 'length', { writable: false })", &[Arr]),
    (Arr, "Object.defineProperty(§, §, { value: §, writable: § })", &[Arr, Small, Any, Bool]),
    (Arr, "Object.setPrototypeOf([§, , §], { 1: § , __proto__: Array.prototype })", &[Any, Any, Any]),
    (Arr, "Object.assign([...§], { a: §, 1: § })", &[Arr, Any, Any]),
    (Arr, "§.concat(Object.assign({ length: 2, 0: § }, {}))", &[Arr, Any]),
    (Any, "[...§].push(§)", &[Arr, Any]),
    (Any, "§.pop()", &[Arr]),
    (Any, "((@1) => [@1.shift(), @1.unshift(§), @1])(§)", &[Any, Arr]),
    (Any, "§.reduceRight((@1, @2, @3) => [@1, @2, @3])", &[Arr]),
    (Any, "§.findLast(§)", &[Arr, Func]),
    (Any, "Array.prototype.push.call(§, §)", &[Any, Any]),
    (Any, "Array.prototype.pop.call(§)", &[Obj]),
    (Any, "Array.prototype.join.call(§, §)", &[Any, Any]),
    (Any, "Array.prototype.includes.call(§, §)", &[Any, Any]),
    (Any, "Array.prototype.splice.call(§, §, §)", &[Obj, Any, Any]),
    (Any, "(([@1, [@2] = §, ...{ length: @3 }]) => [@1, @2, @3])(§)", &[Any, Arr]),
    (Num, "§.indexOf(§, §)", &[Arr, Any, Any]),
    (Num, "§.lastIndexOf(§)", &[Arr, Any]),
    (Num, "(§.length = §)", &[Arr, Small]),
    (Str, "String(§)", &[Arr]),
    (Str, "(§ + §)", &[Arr, Arr]),
    (Str, "§.toLocaleString()", &[Arr]),
    (Bool, "§.includes(§)", &[Arr, Any]),
    (Bool, "(§ in §)", &[Small, Arr]),
];

const LITERALS: &[(Hint, &[&str])] = &[
    (
        Arr,
        &[
            "[, 1, , 2]",
            "[5, 1, 4, 1, 3, 2, 9, 8, 7, 6, 0, -1, 11]",
            "[undefined, 3, , null, 'b', undefined, 1]",
            "Object.freeze([1, 2])",
            "[[1, [2, [3, [4]]]], 5]",
            "['B', 'a', 'é', 'Z', '10', '9']",
            "[NaN, 0, -0, 1]",
            "Array(3)",
            "[{ a: 1 }, { a: 2 }]",
        ],
    ),
    (Num, &["(-3)", "(4294967295)", "(2.7)"]),
];

const STATEMENTS: &[Statement] = &[
    (
        "{ const @1 = [...§]; for (const @2 of @1) { if (log.length > 60) break; log.push(@2); if (@1.length < 6) @1.push(£); ¤ } }",
        &[Arr, Any],
    ),
    (
        "{ const @1 = §; for (let @2 = 0; @2 < @1.length && @2 < 5; @2++) { log.push(@1[@2]); @1[@2] = £; ¤ } log.push(@1); }",
        &[Arr, Any],
    ),
    (
        "{ const @1 = [§, §]; [@1[0], @1[1]] = [@1[1], @1[0]]; [@1[2] = £, ...@1[£]] = §; log.push(@1); ¤ }",
        &[Any, Any, Any, Small, Any],
    ),
    ("§.forEach((@1, @2, @3) => { if (log.length > 60) return; log.push(@1, @2); ¶ });", &[Arr]),
    ("{ const @1 = §.map((@2, @3) => { ¶ return [@3, £] }); log.push(@1); ¤ }", &[Arr, Any]),
    ("log.push([...§].sort((@1, @2) => { ¶ return @1 < @2 ? -1 : 1 }));", &[Arr]),
    ("log.push(§.reduce((@1, @2) => { ¶ return [@1, @2].length + £ }, §));", &[Arr, Any, Any]),
    ("{ const [@1, , @2 = £, ...@3] = §; log.push(@1, @2, @3); ¤ }", &[Any, Arr]),
];
