//! Lone surrogates in error messages, which are put together as Rust strings. There, characters at the end of the last private-use
//! plane stand for them; those characters themselves are written as stand-ins for their two surrogates, so nothing is ambiguous.

use super::{JsStr, wtf8};
use crate::Cx;

/// Stands for U+D800; 2047 more characters follow, up to U+10FFFF.
const FIRST: u32 = 0x10_f800;

/// How the UTF-8 of every stand-in begins.
const LEAD: [u8; 2] = [0xf4, 0x8f];

fn stand_in(surrogate: u16) -> char {
    char::from_u32(FIRST + u32::from(surrogate - 0xd800)).expect("the last plane ends with U+10FFFF")
}

fn may_have_stand_ins(text: &[u8]) -> bool {
    text.windows(2).any(|pair| pair == LEAD)
}

impl<'h> JsStr<'h> {
    /// The text as a part of a message that [`Cx::throw_error`] or [`Cx::message`] completes.
    pub fn to_message_part(self) -> String {
        if let Some(text) = self.to_str().filter(|text| !may_have_stand_ins(text.as_bytes())) {
            return text.to_owned();
        }
        let (mut bytes, mut part) = (self.as_bytes(), String::new());
        while !bytes.is_empty() {
            let (code_point, length) = wtf8::decode(bytes);
            bytes = &bytes[length..];
            match char::from_u32(code_point) {
                Some(_) if code_point >= FIRST => {
                    let (high, low) = wtf8::split(code_point);
                    part.extend([stand_in(high), stand_in(low)]);
                }
                Some(c) => part.push(c),
                None => part.push(stand_in(code_point as u16)),
            }
        }
        part
    }
}

impl<'h> Cx<'h> {
    /// A message that was put together of parts.
    pub fn message(self, text: &str) -> JsStr<'h> {
        self.complete_message(self.string(text))
    }

    /// Puts surrogates where their stand-ins are.
    pub(crate) fn complete_message(self, message: JsStr<'h>) -> JsStr<'h> {
        let Some(text) = message.to_str().filter(|text| may_have_stand_ins(text.as_bytes())) else { return message };
        let mut units = Vec::new();
        for c in text.chars() {
            match u32::from(c).checked_sub(FIRST) {
                Some(offset) => units.push(0xd800 + offset as u16),
                None => units.extend_from_slice(c.encode_utf16(&mut [0; 2])),
            }
        }
        self.string_from_code_units(units)
    }
}
