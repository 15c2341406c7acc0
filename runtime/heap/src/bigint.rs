//! BigInts (ECMA-262 §6.1.6.2): where their digits live. Arithmetic is the runtime's business.

use std::fmt;

use crate::{Cx, Home};

/// A BigInt. Immutable, `Copy`, valid for `'h`.
#[derive(Clone, Copy)]
pub struct BigInt<'h>(&'h BigIntData<'h>);

/// Sign and magnitude.
pub(crate) struct BigIntData<'h> {
    is_negative: bool,
    home: Home,
    /// In base 2^32, least significant first, without zeros at the end. Zero has none and is not negative.
    digits: &'h [u32],
}

impl<'h> BigInt<'h> {
    /// The BigInt of a sign and digits in base 2^32, least significant first.
    pub fn new(cx: Cx<'h>, is_negative: bool, digits: &[u32]) -> BigInt<'h> {
        BigInt::at(cx.event_arena(), Home::Event, is_negative, digits)
    }

    fn at(arena: &'h crate::arena::Arena, home: Home, is_negative: bool, digits: &[u32]) -> BigInt<'h> {
        let length = digits.iter().rposition(|digit| *digit != 0).map_or(0, |last| last + 1);
        let digits = arena.alloc_slice(length, |at| digits[at]);
        BigInt(arena.alloc(BigIntData { is_negative: is_negative && length > 0, home, digits }))
    }

    /// The same value in the worker heap.
    pub(crate) fn moved_to_worker(self, arena: &'h crate::arena::Arena) -> BigInt<'h> {
        BigInt::at(arena, Home::Worker, self.is_negative(), self.digits())
    }

    pub(crate) fn home(self) -> Home {
        self.0.home
    }

    /// Whether it is below zero.
    #[inline]
    pub fn is_negative(self) -> bool {
        self.0.is_negative
    }

    /// Whether it is `0n`.
    #[inline]
    pub fn is_zero(self) -> bool {
        self.0.digits.is_empty()
    }

    /// The magnitude in base 2^32, least significant digit first, without zeros at the end.
    #[inline]
    pub fn digits(self) -> &'h [u32] {
        self.0.digits
    }
}

impl PartialEq for BigInt<'_> {
    /// BigInt::equal (ECMA-262 §6.1.6.2.13).
    fn eq(&self, other: &Self) -> bool {
        self.is_negative() == other.is_negative() && self.digits() == other.digits()
    }
}

impl Eq for BigInt<'_> {}

impl fmt::Debug for BigInt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BigInt({}{:x?})", if self.is_negative() { "-" } else { "" }, self.digits())
    }
}
