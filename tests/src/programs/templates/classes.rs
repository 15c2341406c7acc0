//! Classes.

use super::super::hint::Hint::{self, Any, Arr, Bool, Class, Func, Obj, Str};
use super::{Group, Statement, Template};

/// The group.
pub(super) const GROUP: Group =
    Group { classes: &[], expressions: EXPRESSIONS, literals: LITERALS, statements: STATEMENTS };

const EXPRESSIONS: &[Template] = &[
    (
        Class,
        "class { constructor(@1 = §) { this.x = @1; this.y = £ } valueOf() { return § } static s = § }",
        &[Any, Any, Any, Any],
    ),
    (
        Class,
        "class { a = §; #p = §; get b() { return this.#p } set b(@1) { this.#p = @1 } f(@2) { return [@2, this.a] } }",
        &[Any, Any],
    ),
    (
        Class,
        "class @1 { static #n = 0; static get n() { return @1.#n } constructor() { @1.#n++ } static f(@2) { return #n in @2 } }",
        &[],
    ),
    (
        Class,
        "class extends § { constructor(...@1) { super(...@1); this.z = £ } f(@2) { return [super.f?.(@2), this.z] } }",
        &[Class, Any],
    ),
    (
        Class,
        "class extends § { get b() { return [super.b, §] } static f() { return super.f?.(§) } }",
        &[Class, Any, Any],
    ),
    (Class, "class extends § {}", &[Any]),
    (
        Class,
        "class extends Array { constructor(@1) { super(); this.push(@1) } f() { return super.concat(§) } get last() { return this[this.length - 1] } }",
        &[Any],
    ),
    (Class, "class extends Error { constructor(@1, @2) { super(@1, { cause: @2 }); this.name = § } }", &[Any]),
    (Class, "class extends Map { get(@1) { return super.get(@1) ?? £ } }", &[Any]),
    (Class, "class extends Object { constructor() { return § } }", &[Any]),
    (Class, "class extends § { constructor() { if (§) super(§); this.q = £ } }", &[Class, Any, Any, Any]),
    (Class, "class { static { this.a = §; } static [§] = §; [§]() { return this } }", &[Any, Any, Any, Any]),
    (
        Class,
        "class { #m() { return § } static call(@1) { return @1.#m() } toString() { return this.#m() + '' } }",
        &[Any],
    ),
    (Class, "class { constructor() { this.t = new.target === undefined; return § } }", &[Any]),
    (Class, "class { get a() { return § } static get a() { return this.name } f = () => [this.a, §]; }", &[Any, Any]),
    (Class, "function (@1) { this.@1 = @1; if (£) return £ }", &[Any, Any]),
    (Class, "Object.assign(function () { this.u = § }, { prototype: { get f() { return this.u } } })", &[Any]),
    (Obj, "new §(§)", &[Class, Any]),
    (Obj, "new §(§, §)", &[Class, Any, Any]),
    (Obj, "new (class { a = §; #p = §; get b() { return this.#p } f(x) { return [x, this.a] } })()", &[Any, Any]),
    (
        Obj,
        "new (class extends Array { constructor(x) { super(); this.push(x) } f() { return super.concat(§) } })(§)",
        &[Any, Any],
    ),
    (Obj, "new (class E extends Error { constructor(m) { super(m); this.a = § } })(§)", &[Any, Any]),
    (Any, "§(§)", &[Class, Any]),
    (Any, "any(new §(§)).f(§)", &[Class, Any, Any]),
    (Any, "any(new §(§)).b", &[Class, Any]),
    (Any, "any(§).f(§)", &[Class, Any]),
    (Any, "any(§).call(§)", &[Class, Obj]),
    (Any, "((@1) => { @1.b = §; return [@1.b, @1] })(new §())", &[Any, Class]),
    (Any, "§.prototype.f", &[Class]),
    (Any, "§.prototype.b", &[Class]),
    (Any, "Object.getOwnPropertyNames(§.prototype)", &[Class]),
    (Any, "Reflect.construct(§, §, §)", &[Class, Arr, Class]),
    (Str, "§.name", &[Class]),
    (Str, "String(new §(§))", &[Class, Any]),
    (Str, "new §(§).constructor.name", &[Class, Any]),
    (Bool, "(§ instanceof §)", &[Any, Class]),
    (Bool, "(new §() instanceof §)", &[Class, Class]),
    (Arr, "Reflect.ownKeys(new §(§))", &[Class, Any]),
    (Arr, "((@1) => [new @1() instanceof @1, Object.keys(new @1(§)), typeof @1])(§)", &[Any, Class]),
    (Func, "new §(§).f", &[Class, Any]),
];

const LITERALS: &[(Hint, &[&str])] = &[(
    Class,
    &[
        "(class {})",
        "(class A { f(x) { return [this === undefined, x] } })",
        "Error",
        "Object",
        "Map",
        "TypeError",
        "null",
        "String",
    ],
)];

const STATEMENTS: &[Statement] = &[
    (
        "class @1 { #p = §; constructor(@2) { this.a = @2; ¶ } get p() { return this.#p } set p(@3) { ¶ this.#p = @3 } static s = £; } { const @4 = new @1(£); @4.p = £; log.push(@4, @4.p, @1.s); ¤ }",
        &[Any, Any, Any, Any],
    ),
    (
        "class @1 { f(@2) { ¶ return [@2] } static g() { return £ } } class @3 extends @1 { constructor() { super(); this.h = £ } f(@4) { return super.f(@4).concat(£) } static g() { return [super.g()] } } log.push(new @3().f(£), @3.g(), new @3());",
        &[Any, Any, Any, Any],
    ),
    (
        "class @1 extends Error { constructor(@2) { super(@2); this.name = 'E' + £; } } try { throw new @1(§) } catch (@3) { log.push(@3 instanceof @1, @3 instanceof Error, @3.message, String(@3)); ¤ }",
        &[Any, Any],
    ),
    (
        "function @1(@2) { this.x = @2; ¶ } @1.prototype.f = function () { return [this.x, £] }; { const @3 = new @1(£); log.push(@3.f(), @3 instanceof @1, @3); ¤ }",
        &[Any, Any],
    ),
    ("{ log.push(typeof @1); class @1 {} ¤ }", &[]),
];
