//! JavaScript string constants: WTF-8, since a literal may hold half of a surrogate pair.

use std::fmt;

/// A string constant of the plugin, as WTF-8 (UTF-8 that may also encode lone surrogates).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JsString(Box<[u8]>);

impl JsString {
    /// Takes bytes that are WTF-8 already.
    #[must_use]
    pub fn from_wtf8(bytes: impl Into<Box<[u8]>>) -> Self {
        Self(bytes.into())
    }

    /// The WTF-8 bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The text, or `None` when it holds a lone surrogate.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        std::str::from_utf8(&self.0).ok()
    }

    /// The text with lone surrogates shown as U+FFFD: for people, never for semantics.
    #[must_use]
    pub fn display(&self) -> String {
        String::from_utf8_lossy(&self.0).into_owned()
    }
}

impl From<&str> for JsString {
    fn from(text: &str) -> Self {
        Self(text.as_bytes().into())
    }
}

impl fmt::Debug for JsString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.display())
    }
}
