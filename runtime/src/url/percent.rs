//! Percent-encoding (URL §1.3).

/// A percent-encode set, as bits over ASCII. What is beyond ASCII is in every set.
#[derive(Clone, Copy)]
pub(crate) struct EncodeSet(u128);

impl EncodeSet {
    /// The C0 control percent-encode set.
    pub(crate) const C0_CONTROL: EncodeSet = EncodeSet(((1 << 0x20) - 1) | (1 << 0x7f));
    /// The fragment percent-encode set.
    pub(crate) const FRAGMENT: EncodeSet = EncodeSet::C0_CONTROL.with(b" \"<>`");
    /// The query percent-encode set.
    pub(crate) const QUERY: EncodeSet = EncodeSet::C0_CONTROL.with(b" \"#<>");
    /// The special-query percent-encode set.
    pub(crate) const SPECIAL_QUERY: EncodeSet = EncodeSet::QUERY.with(b"'");
    /// The path percent-encode set.
    pub(crate) const PATH: EncodeSet = EncodeSet::QUERY.with(b"?`{}");
    /// The userinfo percent-encode set.
    pub(crate) const USERINFO: EncodeSet = EncodeSet::PATH.with(b"/:;=@[\\]^|");

    /// This set and these characters.
    pub(crate) const fn with(self, characters: &[u8]) -> EncodeSet {
        let (mut bits, mut at) = (self.0, 0);
        while at < characters.len() {
            bits |= 1 << characters[at];
            at += 1;
        }
        EncodeSet(bits)
    }

    /// This set without these characters.
    pub(crate) const fn without(self, characters: &[u8]) -> EncodeSet {
        EncodeSet(self.0 & !EncodeSet(0).with(characters).0)
    }

    /// Whether a byte of UTF-8 is encoded.
    #[inline]
    pub(crate) const fn contains(self, byte: u8) -> bool {
        byte >= 0x80 || self.0 >> byte & 1 != 0
    }

    /// All of ASCII.
    pub(crate) const ALL: EncodeSet = EncodeSet(u128::MAX);
}

const UPPER_HEX: &[u8; 16] = b"0123456789ABCDEF";

/// `%XX`
#[inline]
pub(crate) fn escape_of(byte: u8) -> [u8; 3] {
    [b'%', UPPER_HEX[usize::from(byte >> 4)], UPPER_HEX[usize::from(byte & 15)]]
}

/// UTF-8 percent-encode (URL §1.3) of a text.
pub(crate) fn encode_into(out: &mut String, text: &str, set: EncodeSet) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| set.contains(byte)) {
        let (plain, others) = rest.split_at(at);
        out.push_str(plain);
        let end = others.bytes().position(|byte| !set.contains(byte)).unwrap_or(others.len());
        for byte in others[..end].bytes() {
            out.extend(escape_of(byte).map(char::from));
        }
        rest = &others[end..];
    }
    out.push_str(rest);
}

/// UTF-8 percent-encode of one code point.
#[inline]
pub(crate) fn encode_char(out: &mut String, character: char, set: EncodeSet) {
    if character.is_ascii() && !set.contains(character as u8) {
        out.push(character);
        return;
    }
    encode_into(out, character.encode_utf8(&mut [0; 4]), set);
}

/// The value of a hexadecimal digit.
#[inline]
pub(crate) fn hex_digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|digit| digit as u8)
}

/// The byte that `%XX` at the start of `bytes` stands for.
#[inline]
pub(crate) fn escaped_byte(bytes: &[u8]) -> Option<u8> {
    match bytes {
        [b'%', high, low, ..] => Some(hex_digit(*high)? << 4 | hex_digit(*low)?),
        _ => None,
    }
}

/// Percent-decode (URL §1.3): what is no escape stays.
pub(crate) fn decode(bytes: &[u8]) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match escaped_byte(&bytes[at..]) {
            Some(escaped) => {
                decoded.push(escaped);
                at += 3;
            }
            None => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    decoded
}
