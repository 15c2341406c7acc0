//! Symbols (ECMA-262 §6.1.5).

use std::fmt;

use crate::string::Facts;
use crate::{Cx, Home, JsStr};

/// A symbol. Symbols are equal by their names, which are unlike any string and unlike each other: so a symbol may be copied from one
/// heap to the other, and property tables find symbols as they find strings.
#[derive(Clone, Copy)]
pub struct Symbol<'h>(&'h SymbolData<'h>);

/// A thin place for the name.
#[derive(Clone, Copy)]
struct SymbolData<'h> {
    /// [`MARK`], whether it is registered or has a description, eight bytes of serial number, the description.
    /// No canonical WTF-8, so no string has these bytes; they are never shown as one.
    name: JsStr<'h>,
}

/// The first byte of the names of symbols, which WTF-8 does not have.
pub(crate) const MARK: u8 = 0xfe;
/// The second byte: `Symbol()`.
const PLAIN: u8 = 0;
/// The second byte: `Symbol(description)`.
const DESCRIBED: u8 = 1;
/// The second byte: `Symbol.for(key)`. All of one key have the serial number zero, which makes them one symbol.
const REGISTERED: u8 = 2;
/// Where the description starts.
const DESCRIPTION: usize = 10;
/// The serial numbers below are those of the well-known symbols.
const FIRST_SERIAL: u64 = 256;

macro_rules! well_known {
    ($($(#[$doc:meta])* $name:ident $bytes:literal;)*) => {
        impl Symbol<'static> {
            $(
                $(#[$doc])*
                pub const $name: Symbol<'static> =
                    Symbol(&SymbolData { name: JsStr::from_parts($bytes, Facts::NONE, Home::Static) });
            )*
        }
    };
}

well_known! {
    /// `Symbol.asyncIterator`
    ASYNC_ITERATOR b"\xfe\x01\0\0\0\0\0\0\0\x01Symbol.asyncIterator";
    /// `Symbol.hasInstance`
    HAS_INSTANCE b"\xfe\x01\0\0\0\0\0\0\0\x02Symbol.hasInstance";
    /// `Symbol.isConcatSpreadable`
    IS_CONCAT_SPREADABLE b"\xfe\x01\0\0\0\0\0\0\0\x03Symbol.isConcatSpreadable";
    /// `Symbol.iterator`
    ITERATOR b"\xfe\x01\0\0\0\0\0\0\0\x04Symbol.iterator";
    /// `Symbol.match`
    MATCH b"\xfe\x01\0\0\0\0\0\0\0\x05Symbol.match";
    /// `Symbol.matchAll`
    MATCH_ALL b"\xfe\x01\0\0\0\0\0\0\0\x06Symbol.matchAll";
    /// `Symbol.replace`
    REPLACE b"\xfe\x01\0\0\0\0\0\0\0\x07Symbol.replace";
    /// `Symbol.search`
    SEARCH b"\xfe\x01\0\0\0\0\0\0\0\x08Symbol.search";
    /// `Symbol.species`
    SPECIES b"\xfe\x01\0\0\0\0\0\0\0\x09Symbol.species";
    /// `Symbol.split`
    SPLIT b"\xfe\x01\0\0\0\0\0\0\0\x0aSymbol.split";
    /// `Symbol.toPrimitive`
    TO_PRIMITIVE b"\xfe\x01\0\0\0\0\0\0\0\x0bSymbol.toPrimitive";
    /// `Symbol.toStringTag`
    TO_STRING_TAG b"\xfe\x01\0\0\0\0\0\0\0\x0cSymbol.toStringTag";
    /// `Symbol.unscopables`
    UNSCOPABLES b"\xfe\x01\0\0\0\0\0\0\0\x0dSymbol.unscopables";
}

impl<'h> Symbol<'h> {
    /// A new symbol, unlike any other: `Symbol(description)`.
    pub fn new(cx: Cx<'h>, description: Option<JsStr<'h>>) -> Symbol<'h> {
        let serial = FIRST_SERIAL + cx.worker().next_symbol();
        let kind = if description.is_some() { DESCRIBED } else { PLAIN };
        Symbol::make(cx, kind, serial, description.unwrap_or(JsStr::EMPTY))
    }

    /// The symbol of a key in the registry that all share: `Symbol.for(key)` (ECMA-262 §20.4.2.2).
    pub fn registered(cx: Cx<'h>, key: JsStr<'h>) -> Symbol<'h> {
        Symbol::make(cx, REGISTERED, 0, key)
    }

    fn make(cx: Cx<'h>, kind: u8, serial: u64, description: JsStr<'h>) -> Symbol<'h> {
        let mut name = vec![MARK, kind];
        name.extend_from_slice(&serial.to_be_bytes());
        name.extend_from_slice(description.as_bytes());
        let name = JsStr::from_parts(cx.event_arena().alloc_bytes(&name), Facts::NONE, Home::Event);
        Symbol::named(cx, name)
    }

    /// The symbol of a name that a property table gave.
    pub(crate) fn named(cx: Cx<'h>, name: JsStr<'h>) -> Symbol<'h> {
        Symbol(cx.event_arena().alloc(SymbolData { name }))
    }

    /// The same symbol with its name somewhere else.
    pub(crate) fn at(arena: &'h crate::arena::Arena, name: JsStr<'h>) -> Symbol<'h> {
        Symbol(arena.alloc(SymbolData { name }))
    }

    /// What property tables know it by. Not a string that a program may see.
    #[inline]
    pub(crate) fn name(self) -> JsStr<'h> {
        self.0.name
    }

    /// `description`
    pub fn description(self) -> Option<JsStr<'h>> {
        let bytes = self.name().as_bytes();
        // After ten bytes that are no WTF-8 the name goes on with a whole string.
        let text = &bytes[DESCRIPTION..];
        let facts = if text.is_ascii() { Facts::ASCII } else { Facts::NONE };
        (bytes[1] != PLAIN).then(|| JsStr::from_parts(text, facts, self.name().home()))
    }

    /// The key in the registry: `Symbol.keyFor(symbol)` (ECMA-262 §20.4.2.6).
    pub fn registry_key(self) -> Option<JsStr<'h>> {
        if self.name().as_bytes()[1] == REGISTERED { self.description() } else { None }
    }

    /// The bytes by which tables of built-in members know it.
    #[inline]
    pub fn key_bytes(self) -> &'h [u8] {
        self.name().as_bytes()
    }

    /// SymbolDescriptiveString (ECMA-262 §20.4.3.3.1): `Symbol(description)`.
    pub fn to_descriptive_string(self) -> String {
        format!("Symbol({})", self.description().unwrap_or(JsStr::EMPTY).to_message_part())
    }
}

impl PartialEq for Symbol<'_> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0) || self.name() == other.name()
    }
}

impl Eq for Symbol<'_> {}

impl fmt::Debug for Symbol<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_descriptive_string())
    }
}
