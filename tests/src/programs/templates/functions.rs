//! Functions: closures, parameters, `arguments`, `this`, temporal dead zones.

use super::super::hint::Hint::{self, Any, Arr, Func, Num, Obj, Small, Str};
use super::{Group, Statement, Template};

/// The group.
pub(super) const GROUP: Group =
    Group { classes: &[], expressions: EXPRESSIONS, literals: LITERALS, statements: STATEMENTS };

const EXPRESSIONS: &[Template] = &[
    (
        Any,
        "(function (@1, @2) { @1 = §; arguments[1] = §; return [@1, @2, ...arguments] })(§, §)",
        &[Any, Any, Any, Any],
    ),
    (Any, "(function (@1) { 'use strict'; @1 = §; return [arguments[0], typeof this] })(§)", &[Any, Any]),
    (Any, "(function (@1, @2 = @1) { arguments[0] = §; return [@1, @2, arguments.length] })(§)", &[Any, Any]),
    (Any, "(function (@1) { delete arguments[0]; arguments[0] = §; return [@1, arguments] })(§, §)", &[Any, Any, Any]),
    (Any, "(function (...@1) { return [this === undefined, typeof this, @1] }).call(§, §)", &[Any, Any]),
    (Any, "(function () { return this }).call(§)", &[Any]),
    (Any, "((@1, @2 = () => @1, @3 = @2()) => { @1 = §; return [@1, @2(), @3] })(§)", &[Any, Any]),
    (Any, "((@1 = @2, @2 = 1) => [@1, @2])(§)", &[Any]),
    (Any, "(() => { let @1 = §; const @2 = () => @1++; @2(); @1 = [@1]; return [@1, @2(), @1] })()", &[Any]),
    (Any, "(() => { const @1 = () => @2; const @2 = §; return @1() })()", &[Any]),
    (Any, "(() => { if (§) { return @1 } let @1 = 1; return @1 })()", &[Any]),
    (Any, "(() => { try { @1 = §; } catch (@2) { return @2.message } let @1; return @1 })()", &[Any]),
    (Any, "(() => { const @1 = §; try { @1 = £ } catch (@2) { return [@1, @2.message] } })()", &[Any, Any]),
    (Any, "((@1) => (@2) => (@3) => [@1, @2, @3, £])(§)(§)(§)", &[Any, Any, Any, Any]),
    (Any, "(function @1(@2) { return @2 > 0 ? [@1(@2 - 1)] : § })(§)", &[Any, Small]),
    (Any, "(function @1() { @1 = 1; return typeof @1 })()", &[]),
    (Any, "((a, { b: @1 = a, ...@2 } = § , [@3] = [@1]) => [@1, @2, @3])(§, §)", &[Any, Any, Any]),
    (Any, "(() => { var @1 = §; { var @1 = £; } function @2() { return @1 } return @2() })()", &[Any, Any]),
    (Any, "(() => { log.push(typeof @1, @2); var @2 = §; function @1() {} return typeof @1 })()", &[Any]),
    (Any, "(() => { { function @1() { return § } } return @1() })()", &[Any]),
    (Any, "({ f() { return () => this.a }, a: § }).f()()", &[Any]),
    (Any, "((@1) => (@1.f = function () { return [this === @1, §] }, [@1.f(), (0, @1.f)()]))({})", &[Any]),
    (Any, "(({ f: @1 }) => @1(§))({ f: § })", &[Any, Func]),
    (Any, "§(...§, §)", &[Func, Arr, Any]),
    (Any, "§?.(...§)", &[Func, Arr]),
    (Any, "(() => { try { return § } catch { return § } finally { log.push(§) } })()", &[Any, Any, Any]),
    (Any, "(() => { @1: try { return § } finally { if (§) break @1 } return § })()", &[Any, Any, Any]),
    (
        Any,
        "(() => { for (const @1 of [1, 2]) { try { continue } finally { log.push(@1); if (£) return @1 } } })()",
        &[Any],
    ),
    (Num, "§.length", &[Func]),
    (Str, "§.name", &[Func]),
    (Str, "String(§)", &[Func]),
    (Func, "(function (@1 = §, ...@2) { return [@1, @2, this?.a] })", &[Any]),
    (Func, "(@1) => (@1 ? § : £)(£)", &[Func, Func, Any]),
    (Func, "((@1) => () => @1++)(§)", &[Num]),
    (Func, "((@1 = {}) => (@2) => (@1[@2] = £))(§)", &[Any, Obj]),
    (Arr, "[0, 1, 2].map((@1) => () => @1 + §).map((@2) => @2())", &[Any]),
    (
        Arr,
        "(() => { const @1 = []; for (let @2 = 0; @2 < 3; @2++) { @1.push(() => @2++); if (£) @2++ } return @1.map((@3) => [@3(), @3()]) })()",
        &[Any],
    ),
    (
        Arr,
        "(() => { const @1 = []; for (var @2 = 0; @2 < 3; @2++) @1.push(() => @2); return @1.map((@3) => @3()) })()",
        &[],
    ),
    (
        Arr,
        "(() => { const @1 = []; for (let @2 = 0, @3 = () => @2; @2 < 2; @2++) { @1.push(@3, () => @2) } return @1.map((@4) => @4()) })()",
        &[],
    ),
    (Arr, "(() => { const @1 = []; for (const @2 in §) { @1.push(() => @2) } return @1.map((@3) => @3()) })()", &[Any]),
];

const LITERALS: &[(Hint, &[&str])] = &[(
    Func,
    &[
        "(function () { return this })",
        "(function (x) { x = 1; return arguments[0] })",
        "((x = 1, ...y) => [x, y])",
        "Array.prototype.slice",
        "Object",
        "JSON.stringify",
        "parseInt",
        "((x) => x.a.b)",
        "Math.max",
    ],
)];

const STATEMENTS: &[Statement] = &[
    ("{ let @1 = §; const @2 = (@3) => { @1 = [@3]; ¶ return @1 }; log.push(@2(£), @1); ¤ }", &[Any, Any]),
    ("function @1(@2, @3 = £) { ¶ if (@2) { return @1(null, £) } return [@2, @3] } log.push(@1(£));", &[Any, Any, Any]),
    (
        "{ const @1 = []; for (let @2 = 0; @2 < 3; @2++) { @1.push(() => [@2, £]); ¤ } log.push(@1.map((@3) => @3())); }",
        &[Any],
    ),
    (
        "{ const @1 = () => { ¶ return @2 }; try { log.push(@1()) } catch (@3) { log.push(@3.message) } let @2 = £; log.push(@1(£)); ¤ }",
        &[Any, Any],
    ),
    (
        "(function (@1, @2) { @1 = £; ¶ log.push(arguments.length, arguments[0], @2); arguments[1] = £; log.push(@2) })(§, §);",
        &[Any, Any, Any, Any],
    ),
    ("{ var @1 = £; { function @2() { return @1 } ¤ } @1 = £; log.push(@2()); }", &[Any, Any]),
    ("log.push((() => { try { ¶ return £ } finally { ¶ } })());", &[Any]),
    (
        "{ const @1 = { n: 0, f(@2) { this.n++; ¶ return this.n < 3 ? this.f(@2) : @2 } }; log.push(@1.f(£), @1.n); ¤ }",
        &[Any],
    ),
];
