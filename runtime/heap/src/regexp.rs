//! RegExp objects (ECMA-262 §22.2.8): source, flags and `lastIndex`. What the pattern is compiled to lives with whoever matches.

use crate::{Attributes, Cx, JsStr, Kind, Object, Stored, Value};

// The slots. `lastIndex` moves to the property table as soon as somebody looks at the object's properties.
const LAST_INDEX: usize = 0;
const SOURCE: usize = 1;
const FLAGS: usize = 2;
const HANDLE: usize = 3;

/// A typed view of an object of kind [`Kind::RegExp`].
#[derive(Clone, Copy, Debug)]
pub struct RegExpObject<'h>(Object<'h>);

impl<'h> RegExpObject<'h> {
    /// A new regular expression. `flags` is a set of bits and `handle` names the compiled pattern; both mean nothing here.
    pub fn new(cx: Cx<'h>, source: JsStr<'h>, flags: u8, handle: f64) -> RegExpObject<'h> {
        let slots = [0.0.into(), source.into(), flags.into(), handle.into()];
        RegExpObject(Object::with_slots(cx, Kind::RegExp, &slots))
    }

    /// The view, if the value is a regular expression.
    #[inline]
    pub fn from_value(value: Value<'h>) -> Option<RegExpObject<'h>> {
        value.as_kind(Kind::RegExp).map(RegExpObject)
    }

    /// The object.
    pub fn object(self) -> Object<'h> {
        self.0
    }

    /// `[[OriginalSource]]`
    #[inline]
    pub fn source(self) -> JsStr<'h> {
        self.0.slot(SOURCE).as_string().unwrap_or(JsStr::EMPTY)
    }

    /// `[[OriginalFlags]]`, as bits.
    #[inline]
    pub fn flags(self) -> u8 {
        self.0.slot(FLAGS).as_number().unwrap_or_default() as u8
    }

    /// What names the compiled pattern.
    #[inline]
    pub fn handle(self) -> f64 {
        self.0.slot(HANDLE).as_number().unwrap_or_default()
    }

    /// Names another compiled pattern.
    pub fn set_handle(self, cx: Cx<'h>, handle: f64) {
        self.0.set_slot(cx, HANDLE, handle.into());
    }

    /// Becomes another pattern (ECMA-262 §B.2.4.1).
    pub fn replace(self, cx: Cx<'h>, source: JsStr<'h>, flags: u8, handle: f64) {
        self.0.set_slot(cx, SOURCE, source.into());
        self.0.set_slot(cx, FLAGS, flags.into());
        self.set_handle(cx, handle);
    }

    /// The value of `lastIndex`, which every regular expression has.
    #[inline]
    pub fn last_index(self, cx: Cx<'h>) -> Value<'h> {
        if self.0.is_materialized() {
            self.0.get_own_data(cx, "lastIndex").unwrap_or_default()
        } else {
            self.0.slot(LAST_INDEX)
        }
    }

    /// Sets `lastIndex`; false where it cannot be written.
    #[inline]
    pub fn set_last_index(self, cx: Cx<'h>, value: Value<'h>) -> bool {
        if self.0.is_materialized() {
            matches!(self.0.store(cx, "lastIndex", value), Stored::Done)
        } else {
            self.0.set_slot(cx, LAST_INDEX, value);
            true
        }
    }

    /// Whether it inherits from the built-in prototype and has no property but `lastIndex`.
    #[inline]
    pub fn is_unextended(self) -> bool {
        self.0.resolve().has_at_most_one_property()
    }

    /// Writes `lastIndex` into the property table.
    pub(crate) fn materialize(self, cx: Cx<'h>) {
        self.0.define_own_data(cx, "lastIndex".into(), self.0.slot(LAST_INDEX), Attributes::WRITABLE);
    }
}
