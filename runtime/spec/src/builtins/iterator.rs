//! Rows of the iterators that builtins make. There is no global of this name.

/// Hands the rows of iterators to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! iterator_rows { ($user:ident) => { $user! {
    /// What `entries()`, `keys()` and `values()` return.
    class Iterator in iterator, receiver Iterator, inherits Object;

    /// The next item and whether the end was reached.
    Method "next" => next() -> Object,
        effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("['a'].entries().next()", "{ value: [0, 'a'], done: false }"), ("new Set().values().next()", "{ value: undefined, done: true }"), ("[].keys().next.call({})", "throws TypeError: Method Array Iterator.prototype.next called on incompatible receiver #<Object>")];
} } }
iterator_rows!(declare);
