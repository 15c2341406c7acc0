//! String values: WTF-8 bytes with JavaScript's UTF-16 view of them (ECMA-262 §6.1.4).
//!
//! The bytes are always canonical WTF-8: a surrogate is only ever encoded on its own when its other half is not beside it. So
//! equal strings have equal bytes.

mod concat;
mod find;
mod message;
mod search;
mod traits;
mod utf16;
mod wtf8;

use std::cmp::Ordering;
use std::fmt;
use std::marker::PhantomData;
use std::ptr::NonNull;

pub use concat::{StringBuilder, StringTooLong};
pub use search::Split;
pub(crate) use traits::Facts;
pub use traits::Home;
pub(crate) use traits::Traits;
pub use utf16::CodePoints;
pub(crate) use utf16::Utf16Cursor;
pub(crate) use wtf8::{code_unit_at as wtf8_code_unit_at, decode, push as push_code_point, push_run};

/// V8's longest string, in UTF-16 code units.
pub const MAX_LENGTH: usize = 536_870_888;

/// A JavaScript string. Immutable, `Copy`, valid for `'h`.
#[derive(Clone, Copy)]
pub struct JsStr<'h> {
    bytes: NonNull<u8>,
    length: u32,
    traits: Traits,
    lifetime: PhantomData<&'h [u8]>,
}

impl<'h> JsStr<'h> {
    /// The empty string.
    pub const EMPTY: JsStr<'static> = JsStr::from_static("");

    /// The bytes must be canonical WTF-8 and live where `home` says; `facts` must be true of them.
    #[inline(always)]
    pub(crate) const fn from_parts(bytes: &'h [u8], facts: Facts, home: Home) -> JsStr<'h> {
        assert!(bytes.len() <= u32::MAX as usize);
        // SAFETY: a slice is never null.
        let start = unsafe { NonNull::new_unchecked(bytes.as_ptr().cast_mut()) };
        JsStr { bytes: start, length: bytes.len() as u32, traits: Traits::new(facts, home), lifetime: PhantomData }
    }

    /// Home and facts as four bits.
    #[inline(always)]
    pub(crate) fn trait_bits(self) -> u8 {
        self.traits.bits()
    }

    /// The string of a slice whose home and facts are these.
    #[inline(always)]
    pub(crate) fn with_traits(bytes: &'h [u8], traits: Traits) -> JsStr<'h> {
        JsStr { traits, ..JsStr::from_parts(bytes, Facts::NONE, Home::Event) }
    }

    /// The string of a slice whose home and facts are these bits (`trait_bits`).
    #[inline(always)]
    pub(crate) fn from_trait_bits(bytes: &'h [u8], bits: u8) -> JsStr<'h> {
        JsStr::with_traits(bytes, Traits::from_bits(bits))
    }

    /// A string that is part of the program.
    #[inline(always)]
    pub const fn from_static(text: &'static str) -> JsStr<'h> {
        let facts = Facts::of_literal(text.as_bytes());
        JsStr::from_parts(text.as_bytes(), facts, Home::Static)
    }

    /// A string that is part of the program and has lone surrogates. The bytes must be canonical WTF-8, as the compiler writes them.
    ///
    /// # Panics
    /// If the bytes are not canonical WTF-8.
    pub fn from_wtf8(bytes: &'static [u8]) -> JsStr<'h> {
        assert!(wtf8::is_canonical(bytes), "a string literal must be canonical WTF-8");
        let facts = if bytes.is_ascii() { Facts::ASCII } else { Facts::NONE };
        JsStr::from_parts(bytes, facts, Home::Static)
    }

    /// Text that is borrowed for as long as the turn: the input of an event, for instance. Nothing is copied.
    pub fn from_borrowed(text: &'h str) -> JsStr<'h> {
        let facts = if text.is_ascii() { Facts::ASCII } else { Facts::NONE };
        JsStr::from_parts(text.as_bytes(), facts, Home::Event)
    }

    /// The WTF-8 bytes.
    #[inline(always)]
    pub fn as_bytes(self) -> &'h [u8] {
        // SAFETY: `from_parts`, the only constructor, took a slice of this length that is valid for `'h`; arena memory is not given
        // back and not overwritten during `'h`.
        unsafe { std::slice::from_raw_parts(self.bytes.as_ptr(), self.length as usize) }
    }

    /// The text, unless it has lone surrogates.
    pub fn to_str(self) -> Option<&'h str> {
        std::str::from_utf8(self.as_bytes()).ok()
    }

    /// The text for people and for UTF-8 outputs: lone surrogates become U+FFFD.
    pub fn to_string_lossy(self) -> String {
        wtf8::to_utf8_lossy(self.as_bytes())
    }

    /// Length in bytes of WTF-8.
    #[inline]
    pub fn byte_len(self) -> usize {
        self.length as usize
    }

    /// Whether this is `""`.
    #[inline]
    pub fn is_empty(self) -> bool {
        self.length == 0
    }

    /// Where the bytes live.
    #[inline]
    pub fn home(self) -> Home {
        self.traits.home()
    }

    #[inline]
    pub(crate) fn facts(self) -> Facts {
        self.traits.facts()
    }

    /// Whether every code unit is below 0x80, so that bytes are code units.
    #[inline]
    pub fn is_ascii(self) -> bool {
        // Strings in the arena carry the flag whenever they are ASCII, except where finding out would have cost a pass.
        self.facts().has(Facts::ASCII) || self.as_bytes().is_ascii()
    }
}

impl From<&'static str> for JsStr<'_> {
    #[inline(always)]
    fn from(text: &'static str) -> Self {
        JsStr::from_static(text)
    }
}

impl PartialEq for JsStr<'_> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl Eq for JsStr<'_> {}

impl PartialEq<str> for JsStr<'_> {
    #[inline]
    fn eq(&self, other: &str) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl PartialEq<&str> for JsStr<'_> {
    #[inline]
    fn eq(&self, other: &&str) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl PartialOrd for JsStr<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// By UTF-16 code units, as IsLessThan compares (ECMA-262 §7.2.13).
impl Ord for JsStr<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        wtf8::compare_code_units(self.as_bytes(), other.as_bytes())
    }
}

/// Display is the text, with lone surrogates as U+FFFD.
impl fmt::Display for JsStr<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to_str() {
            Some(text) => f.write_str(text),
            None => f.write_str(&self.to_string_lossy()),
        }
    }
}

impl fmt::Debug for JsStr<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.to_string_lossy())
    }
}

#[cfg(test)]
mod tests;
