//! Property keys (ECMA-262 §6.1.7).

use crate::{Cx, JsStr, Symbol, Value, number};

/// A property key: a string or a symbol. Strings that are array indices are always held as the number, so that arrays need no parsing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PropertyKey<'h> {
    /// An array index: canonical decimal below 2^32 - 1.
    Index(u32),
    /// Any other string.
    String(JsStr<'h>),
    /// A symbol.
    Symbol(Symbol<'h>),
}

impl<'h> PropertyKey<'h> {
    /// What property tables know the key by; an index is written out in the event heap.
    #[inline]
    pub(super) fn table_name(self, cx: Cx<'h>) -> JsStr<'h> {
        match self {
            PropertyKey::Index(index) => number::to_js_str(cx, f64::from(index)),
            PropertyKey::String(text) => text,
            PropertyKey::Symbol(symbol) => symbol.name(),
        }
    }

    /// The key as a string; an index is written out in the event heap. `None` for symbols.
    #[inline]
    pub fn to_js_str(self, cx: Cx<'h>) -> Option<JsStr<'h>> {
        match self {
            PropertyKey::Index(_) | PropertyKey::String(_) => Some(self.table_name(cx)),
            PropertyKey::Symbol(_) => None,
        }
    }

    /// The symbol, if it is one.
    #[inline]
    pub fn as_symbol(self) -> Option<Symbol<'h>> {
        if let PropertyKey::Symbol(symbol) = self { Some(symbol) } else { None }
    }

    /// The key as a string or symbol.
    #[inline]
    pub fn to_value(self, cx: Cx<'h>) -> Value<'h> {
        match self {
            PropertyKey::Index(_) | PropertyKey::String(_) => Value::String(self.table_name(cx)),
            PropertyKey::Symbol(symbol) => Value::Symbol(symbol),
        }
    }

    /// The name that SetFunctionName (ECMA-262 §10.2.9) makes of the key.
    pub fn function_name(self, cx: Cx<'h>) -> JsStr<'h> {
        match self {
            PropertyKey::Index(_) | PropertyKey::String(_) => self.table_name(cx),
            PropertyKey::Symbol(symbol) => match symbol.description() {
                Some(description) => cx.string(&format!("[{description}]")),
                None => JsStr::EMPTY,
            },
        }
    }
}

impl From<&'static str> for PropertyKey<'_> {
    #[inline]
    fn from(text: &'static str) -> Self {
        PropertyKey::from(JsStr::from_static(text))
    }
}

impl<'h> From<Symbol<'h>> for PropertyKey<'h> {
    #[inline]
    fn from(symbol: Symbol<'h>) -> Self {
        PropertyKey::Symbol(symbol)
    }
}

impl From<u32> for PropertyKey<'_> {
    /// 2^32 - 1 is not an array index and becomes a string.
    #[inline]
    fn from(index: u32) -> Self {
        if index == u32::MAX {
            PropertyKey::String(JsStr::from_static("4294967295"))
        } else {
            PropertyKey::Index(index)
        }
    }
}

/// As a part of a message, see [`JsStr::to_message_part`].
impl std::fmt::Display for PropertyKey<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            PropertyKey::Index(index) => write!(f, "{index}"),
            PropertyKey::String(text) => f.write_str(&text.to_message_part()),
            PropertyKey::Symbol(symbol) => f.write_str(&symbol.to_descriptive_string()),
        }
    }
}

/// The decimal digits of an index, without allocating.
pub(super) struct Digits {
    buffer: [u8; 10],
    start: usize,
}

impl Digits {
    pub(super) fn of(mut index: u32) -> Digits {
        let mut digits = Digits { buffer: [0; 10], start: 10 };
        loop {
            digits.start -= 1;
            digits.buffer[digits.start] = b'0' + (index % 10) as u8;
            index /= 10;
            if index == 0 {
                return digits;
            }
        }
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.buffer[self.start..]
    }
}
