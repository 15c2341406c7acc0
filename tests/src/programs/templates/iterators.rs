//! Generators and the iterator protocol.

use super::super::hint::Hint::{self, Any, Arr, Bool, Func, Iter, Map, Num, Obj, Set, Small, Str};
use super::{Group, Statement, Template};

/// The group.
pub(super) const GROUP: Group =
    Group { classes: &["Generator", "Iterator"], expressions: EXPRESSIONS, literals: LITERALS, statements: STATEMENTS };

/// Nothing here gives items for ever to what takes them all.
const EXPRESSIONS: &[Template] = &[
    (Iter, "(function* () { yield §; yield § })()", &[Any, Any]),
    (Iter, "(function* (@1 = §) { try { log.push(yield @1); yield* £ } finally { log.push(£) } })()", &[Any, Arr, Any]),
    (Iter, "(function* () { try { yield § } catch (@1) { yield £ } return § })()", &[Any, Any, Any]),
    (Iter, "(function* () { return yield* § })()", &[Iter]),
    (Iter, "(function* () { const @1 = yield §; for (const @2 of £) { yield [@1, @2] } })()", &[Any, Any]),
    (Iter, "(function* (...@1) { while (@1.length) yield @1.pop() + £ })(§, §)", &[Any, Any, Any]),
    (Iter, "({ *f(@1) { yield this.a; yield @1 }, a: § }).f(§)", &[Any, Any]),
    (Iter, "new (class { *[Symbol.iterator]() { yield § ; yield* § } })()", &[Any, Arr]),
    (
        Iter,
        "{ @1: 0, [Symbol.iterator]() { return this }, next(@2) { log.push(@2); return { done: this.@1++ > 2, value: § } }, return(@3) { log.push('return', @3); return § } }",
        &[Any, Any],
    ),
    (
        Iter,
        "{ [Symbol.iterator]: () => ({ n: 0, next() { return this.n++ < 2 ? { value: § } : { done: 1, value: § } } }) }",
        &[Any, Any],
    ),
    (Iter, "{ [Symbol.iterator]: § }", &[Func]),
    (Iter, "{ [Symbol.iterator]() { return § } }", &[Any]),
    (Iter, "{ [Symbol.iterator]: () => ({ next: 1 }) }", &[]),
    (Iter, "{ [Symbol.iterator]: () => ({}) }", &[]),
    (Iter, "{ [Symbol.iterator]: () => ({ next: () => §.length }) }", &[Str]),
    (
        Iter,
        "{ n: 0, [Symbol.iterator]() { return this }, next() { return { get done() { return § > 0 || this.n }, get value() { throw § } } }, throw: § }",
        &[Num, Any, Any],
    ),
    (Iter, "§[Symbol.iterator]()", &[Arr]),
    (Iter, "§.entries()", &[Arr]),
    (Iter, "§.values()", &[Map]),
    (Iter, "§.keys()", &[Set]),
    (Iter, "§[Symbol.iterator]()", &[Str]),
    (Arr, "[...§]", &[Iter]),
    (Arr, "[...§, ...§]", &[Iter, Any]),
    (Arr, "Array.from(§)", &[Iter]),
    (Arr, "Array.from(§, §)", &[Iter, Func]),
    (Arr, "((...@1) => @1)(...§, ...§)", &[Iter, Any]),
    (Arr, "((@1) => [@1.next(§), @1.return(§), @1.next()])(any(§))", &[Any, Any, Iter]),
    (Arr, "((@1) => [@1.next(), @1.throw(§), @1.next()])(any(§))", &[Any, Iter]),
    (Arr, "((@1) => [@1.next(), @1.next(§), @1.next(§), [...@1]])(any(§))", &[Any, Any, Iter]),
    (Arr, "(([@1, @2 = §, ...@3]) => [@1, @2, @3])(§)", &[Any, Iter]),
    (Arr, "(([@1]) => @1)(§)", &[Iter]),
    (Arr, "(() => { let @1, @2; [@1, , @2 = §] = §; return [@1, @2] })()", &[Any, Iter]),
    (Arr, "(() => { const @1 = {}; [@1[§], ...@1.b] = §; return [@1] })()", &[Any, Iter]),
    (Map, "new Map(§)", &[Iter]),
    (Set, "new Set(§)", &[Iter]),
    (Obj, "Object.fromEntries(§)", &[Iter]),
    (Num, "Math.max(...§)", &[Iter]),
    (Num, "String.fromCharCode(...§).length", &[Iter]),
    (Any, "any(§).next(§)", &[Iter, Any]),
    (Any, "§.next()", &[Iter]),
    (Any, "any(§).return(§)", &[Iter, Any]),
    (Any, "any(§).throw(§)", &[Iter, Any]),
    (Any, "new (class { constructor(...@1) { this.@1 = @1 } })(...§)", &[Iter]),
    (Bool, "(Symbol.iterator in Object(§))", &[Any]),
    (Str, "String(§)", &[Iter]),
    (Str, "Object.prototype.toString.call(§)", &[Iter]),
];

const LITERALS: &[(Hint, &[&str])] = &[(
    Iter,
    &[
        "[1, 2, 3].values()",
        "'a\\ud83d\\ude00b'[Symbol.iterator]()",
        "new Map([[1, 2]]).entries()",
        "new Set('ab').values()",
        "(function* () {})()",
        "(function* () { yield 1; return 2 })()",
        "(function* () { try { yield 'a'; yield 'b' } finally { yield 'c' } })()",
        "(function* () { try { yield 1 } finally { return 3 } })()",
    ],
)];

const STATEMENTS: &[Statement] = &[
    ("for (const @1 of §) { if (log.length > 60) break; log.push(@1); ¤ }", &[Iter]),
    ("for (const @1 of §) { log.push(@1); if (£) break; ¤ }", &[Iter, Any]),
    (
        "@1: for (const @2 of §) { for (const @3 of £) { log.push(@2, @3); if (£) continue @1; if (log.length > 60) break @1; ¤ } }",
        &[Iter, Iter, Any],
    ),
    ("for (const [@1, @2 = §] of §) { if (log.length > 60) break; log.push(@1, @2); ¤ }", &[Any, Iter]),
    (
        "for (const @1 of §) { try { log.push(@1); if (log.length > 60) return £; ¤ } finally { log.push(£) } }",
        &[Iter, Any, Any],
    ),
    (
        "function* @1(@2 = §) { try { const @3 = yield £; log.push(@3); ¶ yield* £ } finally { log.push('closed') } } for (const @3 of @1(£)) { if (log.length > 60) break; log.push(@3); ¤ }",
        &[Any, Any, Any, Any],
    ),
    (
        "{ const @1 = §; const [@2, @3] = @1; log.push(@2, @3); ¤ for (const @2 of @1) { if (log.length > 60) break; log.push(@2) } }",
        &[Iter],
    ),
    (
        "function* @1() { let @2 = 0; while (@2++ < £) { try { log.push(yield @2) } catch (error) { log.push(error) } } return £ } { const @2 = @1(); log.push(@2.next(), @2.throw(£), @2.next(£), @2.return(£), @2.next()); ¤ }",
        &[Small, Any, Any, Any, Any],
    ),
];
