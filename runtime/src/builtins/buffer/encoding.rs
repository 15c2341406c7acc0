//! Node's encodings: strings to bytes and bytes to strings.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use prickle_heap::{Cx, JsStr};

/// An encoding that Node's Buffer knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::builtins) enum Encoding {
    Utf8,
    Utf16Le,
    Latin1,
    Ascii,
    Hex,
    Base64,
    Base64Url,
}

impl Encoding {
    /// The encoding of this name, in upper or lower case.
    pub(in crate::builtins) fn of(name: JsStr<'_>) -> Option<Encoding> {
        const NAMES: [(&str, Encoding); 12] = [
            ("utf8", Encoding::Utf8),
            ("utf-8", Encoding::Utf8),
            ("ucs2", Encoding::Utf16Le),
            ("ucs-2", Encoding::Utf16Le),
            ("utf16le", Encoding::Utf16Le),
            ("utf-16le", Encoding::Utf16Le),
            ("latin1", Encoding::Latin1),
            ("binary", Encoding::Latin1),
            ("ascii", Encoding::Ascii),
            ("hex", Encoding::Hex),
            ("base64", Encoding::Base64),
            ("base64url", Encoding::Base64Url),
        ];
        let bytes = name.as_bytes();
        NAMES.iter().find(|(name, _)| name.as_bytes().eq_ignore_ascii_case(bytes)).map(|(_, encoding)| *encoding)
    }

    /// The bytes that a string stands for.
    pub(in crate::builtins) fn bytes_of(self, text: JsStr<'_>) -> Vec<u8> {
        match self {
            Encoding::Utf8 => match text.to_str() {
                Some(text) => text.as_bytes().to_vec(),
                None => text.to_string_lossy().into_bytes(),
            },
            Encoding::Utf16Le => text.code_units().flat_map(u16::to_le_bytes).collect(),
            // Both take the low byte of each code unit.
            Encoding::Latin1 | Encoding::Ascii => low_bytes(text).collect(),
            Encoding::Hex => bytes_of_hex(text),
            Encoding::Base64 | Encoding::Base64Url => bytes_of_base64(text),
        }
    }

    /// The string that bytes stand for.
    pub(in crate::builtins) fn text_of<'h>(self, cx: Cx<'h>, bytes: &[u8]) -> JsStr<'h> {
        match self {
            Encoding::Utf8 => cx.string_from_utf8_lossy(bytes),
            Encoding::Utf16Le => {
                cx.string_from_code_units(bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])))
            }
            Encoding::Latin1 => cx.string_from_code_units(bytes.iter().map(|&byte| u16::from(byte))),
            Encoding::Ascii => cx.string_from_code_units(bytes.iter().map(|&byte| u16::from(byte & 0x7f))),
            Encoding::Hex => {
                const DIGITS: &[u8; 16] = b"0123456789abcdef";
                let digits = |&byte: &u8| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]];
                cx.string(&bytes.iter().flat_map(digits).map(char::from).collect::<String>())
            }
            Encoding::Base64 => cx.string(&STANDARD.encode(bytes)),
            Encoding::Base64Url => cx.string(&URL_SAFE_NO_PAD.encode(bytes)),
        }
    }

    /// How many of these bytes fit into so much room without cutting a character.
    pub(super) fn whole_characters(self, bytes: &[u8], room: usize) -> usize {
        if bytes.len() <= room {
            return bytes.len();
        }
        match self {
            Encoding::Utf8 => (0..=room).rev().find(|end| bytes[*end] & 0xc0 != 0x80).unwrap_or(0),
            Encoding::Utf16Le => room - room % 2,
            Encoding::Latin1 | Encoding::Ascii | Encoding::Hex | Encoding::Base64 | Encoding::Base64Url => room,
        }
    }

    /// How many bytes Node reserves for a string, which `Buffer.byteLength` returns: for hexadecimal and base64 text an estimate from its
    /// length.
    pub(in crate::builtins) fn byte_length<'h>(self, cx: Cx<'h>, text: JsStr<'h>) -> usize {
        let length = text.length(cx);
        match self {
            Encoding::Utf8 => match text.to_str() {
                Some(text) => text.len(),
                None => text.to_string_lossy().len(),
            },
            Encoding::Utf16Le => length * 2,
            Encoding::Latin1 | Encoding::Ascii => length,
            Encoding::Hex => length / 2,
            Encoding::Base64 | Encoding::Base64Url => {
                let text = text.as_bytes();
                let mut digits = length;
                if text.ends_with(b"=") {
                    digits -= 1;
                }
                if digits > 1 && text.len() > 1 && text[text.len() - 2] == b'=' {
                    digits -= 1;
                }
                digits * 3 / 4
            }
        }
    }
}

/// The low byte of each code unit.
fn low_bytes(text: JsStr<'_>) -> impl Iterator<Item = u8> {
    text.code_units().map(|unit| unit.to_le_bytes()[0])
}

/// Pairs of hexadecimal digits up to the first pair that is none. Node looks at the low byte of a code unit only.
fn bytes_of_hex(text: JsStr<'_>) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let mut digits = low_bytes(text).map(digit);
    std::iter::from_fn(|| Some((digits.next()?? << 4) | digits.next()??)).collect()
}

/// Base64 of either alphabet up to the first `=`; what is no digit is passed over. Node looks at the low byte of a code unit only.
fn bytes_of_base64(text: JsStr<'_>) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.byte_len() * 3 / 4);
    let (mut pending, mut count) = (0u32, 0);
    for byte in low_bytes(text) {
        let digit = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => break,
            _ => continue,
        };
        pending = (pending << 6) | u32::from(digit);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((pending >> count) as u8);
        }
    }
    bytes
}
