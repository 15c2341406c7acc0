//! Rows of generators. No global has this name.

/// Hands the rows of `%GeneratorPrototype%` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! generator_rows { ($user:ident) => { $user! {
    /// What generator functions return.
    class Generator in generator, receiver Value, inherits Iterator;

    /// Goes on to the next `yield`, whose value is the one that is passed.
    Method "next" => next(value: Req Value) -> Object,
        effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
            ("(function* () { yield 1 })().next()", "{ value: 1, done: false }"), ("(function* () {})().next()", "{ value: undefined, done: true }"),
            ("(() => { const g = (function* () { return (yield 1) + 1 })(); g.next(); return g.next(41) })()", "{ value: 42, done: true }"),
            ("(function* () {})().next.call({})", "throws TypeError: Method [Generator].prototype.next called on incompatible receiver #<Object>"),
        ];
    /// Ends the generator as if a `return` stood at its `yield`.
    Method "return" => return_(value: Req Value) -> Object,
        effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
            ("(function* () { yield 1 })().return(5)", "{ value: 5, done: true }"),
            ("(() => { const g = (function* () { try { yield 1 } finally { yield 2 } })(); g.next(); return [g.return(7), g.next()] })()", "[{ value: 2, done: false }, { value: 7, done: true }]"),
        ];
    /// Throws at the `yield` of the generator.
    Method "throw" => throw(exception: Req Value) -> Object,
        effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
            ("(() => { const g = (function* () { try { yield 1 } catch (error) { yield error } })(); g.next(); return g.throw('x') })()", "{ value: 'x', done: false }"),
            ("(function* () {})().throw(new RangeError('r'))", "throws RangeError: r"),
        ];
} } }
generator_rows!(declare);
