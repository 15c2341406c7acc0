//! Rows of async generators, and of what all async iterators inherit. No global has these names.

/// Hands the rows of `%AsyncGeneratorPrototype%` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! async_generator_rows { ($user:ident) => { $user! {
    /// What async generator functions return.
    class AsyncGenerator in async_generator, receiver Value, inherits AsyncIterator;

    /// Goes on to the next `yield`; a promise of its value.
    Method "next" => next(value: Req Value) -> Promise,
        effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("(async function* () { yield 1 })().next() instanceof Promise", "true"), ("String((async function* () {})())", "'[object AsyncGenerator]'")];
    /// Ends the generator as if a `return` stood at its `yield`.
    Method "return" => return_(value: Req Value) -> Promise,
        effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("typeof (async function* () { yield 1 })().return(5)", "'object'")];
    /// Throws at the `yield` of the generator.
    Method "throw" => throw(exception: Req Value) -> Promise,
        effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("(() => { const p = (async function* () {})().throw(1); p.catch(() => {}); return typeof p })()", "'object'")];
} } }

/// Hands the rows of `%AsyncIteratorPrototype%` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! async_iterator_rows { ($user:ident) => { $user! {
    /// What all async iterators inherit.
    class AsyncIterator in async_iterator, receiver Value, inherits Object;

    /// The iterator itself.
    Method "@@asyncIterator" => async_iterator() -> Value,
        effects [Pure], eg [("(() => { const g = (async function* () {})(); return g[Symbol.asyncIterator]() === g })()", "true")];
} } }

/// `%AsyncGeneratorPrototype%`
pub mod generator {
    async_generator_rows!(declare);
}
/// `%AsyncIteratorPrototype%`
pub mod iterator {
    async_iterator_rows!(declare);
}
