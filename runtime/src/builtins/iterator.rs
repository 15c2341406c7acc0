//! Iterator objects of builtins (ECMA-262 §27.1.2, §23.1.5.2, §24.1.5.2, §24.2.6.2, §22.1.5.1).

use prickle_heap::Value;

/// `%IteratorPrototype%[@@iterator]()` (ECMA-262 §27.1.2.1).
pub fn iterator<'h>(this: Value<'h>) -> Value<'h> {
    this
}

/// The classes differ in what their iterators go over, which the iterator object knows.
macro_rules! iterator_classes {
    ($($(#[$doc:meta])* $module:ident;)+) => { $(
        $(#[$doc])*
        pub mod $module {
            pub use crate::operations::iterator_next as next;
        }
    )+ };
}

iterator_classes! {
    /// `%ArrayIteratorPrototype%`
    array_iterator;
    /// `%MapIteratorPrototype%`
    map_iterator;
    /// `%SetIteratorPrototype%`
    set_iterator;
    /// `%RegExpStringIteratorPrototype%`
    regexp_string_iterator;
    /// `%StringIteratorPrototype%`
    string_iterator;
    /// The prototype of the iterators of `URLSearchParams`
    url_search_params_iterator;
}
