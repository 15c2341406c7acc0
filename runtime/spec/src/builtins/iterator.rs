//! Rows of the iterators that builtins make, and of what all iterators inherit. No global has these names.

/// Hands the rows of `%IteratorPrototype%` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! iterator_rows { ($user:ident) => { $user! {
    /// What all iterators of builtins inherit.
    class Iterator in iterator, receiver Value, inherits Object;

    /// The iterator itself.
    Method "@@iterator" => iterator() -> Value,
        effects [Pure], eg [("(() => { const i = [1].values(); return i[Symbol.iterator]() === i })()", "true"), ("[].values()[Symbol.iterator].name", "'[Symbol.iterator]'")];
} } }

/// Hands the rows of `%ArrayIteratorPrototype%` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! array_iterator_rows { ($user:ident) => { $user! {
    /// What `entries()`, `keys()` and `values()` of arrays return.
    class ArrayIterator in array_iterator, receiver Iterator, inherits Iterator;

    /// The next item and whether the end was reached.
    Method "next" => next() -> Object,
        effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
            ("['a'].entries().next()", "{ value: [0, 'a'], done: false }"), ("String([].values())", "'[object Array Iterator]'"),
            ("[].keys().next.call({})", "throws TypeError: Method Array Iterator.prototype.next called on incompatible receiver #<Object>"),
            ("(() => { const a = [1]; const i = a.values(); i.next(); i.next(); a.push(2); return i.next() })()", "{ value: undefined, done: true }"),
        ];
} } }

/// Hands the rows of `%MapIteratorPrototype%` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! map_iterator_rows { ($user:ident) => { $user! {
    /// What `entries()`, `keys()` and `values()` of maps return.
    class MapIterator in map_iterator, receiver Iterator, inherits Iterator;

    /// The next item and whether the end was reached.
    Method "next" => next() -> Object,
        effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
            ("new Map([[1, 2]]).entries().next()", "{ value: [1, 2], done: false }"), ("Object.prototype.toString.call(new Map().keys())", "'[object Map Iterator]'"),
            ("new Map().keys().next.call([].keys())", "throws TypeError: Method Map Iterator.prototype.next called on incompatible receiver #<Object>"),
        ];
} } }

/// Hands the rows of `%SetIteratorPrototype%` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! set_iterator_rows { ($user:ident) => { $user! {
    /// What `entries()` and `values()` of sets return.
    class SetIterator in set_iterator, receiver Iterator, inherits Iterator;

    /// The next item and whether the end was reached.
    Method "next" => next() -> Object,
        effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("new Set().values().next()", "{ value: undefined, done: true }"), ("String(new Set().entries())", "'[object Set Iterator]'")];
} } }

/// Hands the rows of `%RegExpStringIteratorPrototype%` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! regexp_string_iterator_rows { ($user:ident) => { $user! {
    /// What `matchAll` returns.
    class RegExpStringIterator in regexp_string_iterator, receiver Iterator, inherits Iterator;

    /// The next match and whether the end was reached.
    Method "next" => next() -> Object,
        effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...'a'.matchAll(/a/g).next().value]", "['a']"), ("String(''.matchAll(/a/g))", "'[object RegExp String Iterator]'")];
} } }

/// Hands the rows of `%StringIteratorPrototype%` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! string_iterator_rows { ($user:ident) => { $user! {
    /// What iterates the code points of a string.
    class StringIterator in string_iterator, receiver Iterator, inherits Iterator;

    /// The next item and whether the end was reached.
    Method "next" => next() -> Object,
        effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("'a'[Symbol.iterator]().next()", "{ value: 'a', done: false }"), ("String(''[Symbol.iterator]())", "'[object String Iterator]'")];
} } }

/// Hands the rows of the iterators of `URLSearchParams` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! url_search_params_iterator_rows { ($user:ident) => { $user! {
    /// What `entries()`, `keys()` and `values()` of a URLSearchParams return.
    class URLSearchParamsIterator in url_search_params_iterator, receiver Iterator, inherits Iterator;

    /// The next item and whether the end was reached.
    Method "next" => next() -> Object,
        effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("new URLSearchParams('a=1').keys().next()", "{ value: 'a', done: false }"), ("String(new URLSearchParams().keys())", "'[object URLSearchParams Iterator]'")];
} } }

/// `%IteratorPrototype%`
pub mod root {
    iterator_rows!(declare);
}
/// `%ArrayIteratorPrototype%`
pub mod array {
    array_iterator_rows!(declare);
}
/// `%MapIteratorPrototype%`
pub mod map {
    map_iterator_rows!(declare);
}
/// `%SetIteratorPrototype%`
pub mod set {
    set_iterator_rows!(declare);
}
/// `%RegExpStringIteratorPrototype%`
pub mod regexp_string {
    regexp_string_iterator_rows!(declare);
}
/// `%StringIteratorPrototype%`
pub mod string {
    string_iterator_rows!(declare);
}
/// The prototype of the iterators of `URLSearchParams`
pub mod url_search_params {
    url_search_params_iterator_rows!(declare);
}
