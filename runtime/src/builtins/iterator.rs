//! Iterator objects of builtins (ECMA-262 §23.1.5.2, §24.1.5.2, §24.2.6.2).

pub use crate::operations::iterator_next as next;
