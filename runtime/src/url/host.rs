//! Hosts (URL §3): domains, IPv4 and IPv6 addresses, opaque hosts. All are kept as they are serialized.

use super::percent::{self, EncodeSet};

/// Host parsing failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct InvalidHost;

const FORBIDDEN_HOST: &[char] =
    &['\0', '\t', '\n', '\r', ' ', '#', '/', ':', '<', '>', '?', '@', '[', '\\', ']', '^', '|'];

/// Forbidden domain code points: those and the C0 controls, `%` and DELETE.
fn is_forbidden_in_domain(character: char) -> bool {
    FORBIDDEN_HOST.contains(&character) || character <= '\x1f' || character == '%' || character == '\x7f'
}

/// The host parser (URL §3.5) and the host serializer after it.
pub(crate) fn parse(input: &str, is_special: bool) -> Result<String, InvalidHost> {
    if let Some(address) = input.strip_prefix('[') {
        let address = address.strip_suffix(']').ok_or(InvalidHost)?;
        return Ok(format!("[{}]", show_ipv6(parse_ipv6(address)?)));
    }
    if !is_special {
        return parse_opaque(input);
    }
    let domain = percent::decode(input.as_bytes());
    let domain = String::from_utf8_lossy(&domain);
    let ascii = domain_to_ascii(&domain)?;
    if ascii.is_empty() || ascii.contains(is_forbidden_in_domain) {
        return Err(InvalidHost);
    }
    if ends_in_number(&ascii) {
        return parse_ipv4(&ascii).map(show_ipv4);
    }
    Ok(ascii)
}

/// Whether some label may be in Punycode.
fn has_punycode(domain: &str) -> bool {
    domain.as_bytes().windows(4).any(|four| four.eq_ignore_ascii_case(b"xn--"))
}

/// Domain to ASCII (URL §3.3) with beStrict false.
fn domain_to_ascii(domain: &str) -> Result<String, InvalidHost> {
    if domain.is_ascii() && !has_punycode(domain) {
        return Ok(domain.to_ascii_lowercase());
    }
    // Label by label: Node holds no label to the rules for right-to-left text because of another one.
    let labels = domain.split(['.', '\u{3002}', '\u{ff0e}', '\u{ff61}']).map(|label| {
        // Punycode of ASCII alone, which Node lets pass.
        if label.is_ascii() && label.len() > 5 && label.ends_with('-') && has_punycode(&label[..4]) {
            return Ok(label.to_ascii_lowercase().into());
        }
        idna::domain_to_ascii_cow(label.as_bytes(), idna::AsciiDenyList::EMPTY).map_err(|_| InvalidHost)
    });
    Ok(labels.collect::<Result<Vec<_>, _>>()?.join("."))
}

/// The opaque-host parser (URL §3.5).
fn parse_opaque(input: &str) -> Result<String, InvalidHost> {
    if input.contains(FORBIDDEN_HOST) {
        return Err(InvalidHost);
    }
    let mut host = String::with_capacity(input.len());
    percent::encode_into(&mut host, input, EncodeSet::C0_CONTROL);
    Ok(host)
}

/// The ends-in-a-number checker (URL §3.5).
fn ends_in_number(host: &str) -> bool {
    let host = host.strip_suffix('.').unwrap_or(host);
    let last = host.rsplit('.').next().unwrap_or_default();
    (!last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit())) || parse_ipv4_number(last).is_some()
}

/// The IPv4 number parser (URL §3.5); `Some(None)` is a number beyond `u32`.
fn parse_ipv4_number(text: &str) -> Option<Option<u64>> {
    if text.is_empty() {
        return None;
    }
    let (digits, radix) = match text.as_bytes() {
        [b'0', b'x' | b'X', ..] => (&text[2..], 16),
        [b'0', _, ..] => (&text[1..], 8),
        _ => (text, 10),
    };
    if !digits.bytes().all(|byte| char::from(byte).is_digit(radix)) {
        return None;
    }
    if digits.is_empty() {
        return Some(Some(0));
    }
    Some(u64::from_str_radix(digits, radix).ok())
}

/// The IPv4 parser (URL §3.5).
fn parse_ipv4(host: &str) -> Result<u32, InvalidHost> {
    let host = host.strip_suffix('.').unwrap_or(host);
    let mut numbers = Vec::new();
    for part in host.split('.') {
        numbers.push(parse_ipv4_number(part).flatten().ok_or(InvalidHost)?);
    }
    let (last, others) = numbers.split_last().ok_or(InvalidHost)?;
    if numbers.len() > 4 || others.iter().any(|number| *number > 255) || *last >= 1 << (8 * (5 - numbers.len())) {
        return Err(InvalidHost);
    }
    let high = others.iter().enumerate().map(|(index, number)| number << (8 * (3 - index))).sum::<u64>();
    Ok((high + last) as u32)
}

fn show_ipv4(address: u32) -> String {
    std::net::Ipv4Addr::from_bits(address).to_string()
}

/// The IPv6 parser (URL §3.5).
fn parse_ipv6(input: &str) -> Result<[u16; 8], InvalidHost> {
    let input = input.as_bytes();
    let mut address = [0u16; 8];
    let (mut piece, mut compress, mut at) = (0, None, 0);
    if input.first() == Some(&b':') {
        if input.get(1) != Some(&b':') {
            return Err(InvalidHost);
        }
        at = 2;
        piece = 1;
        compress = Some(1);
    }
    while at < input.len() {
        if piece == 8 {
            return Err(InvalidHost);
        }
        if input[at] == b':' {
            if compress.is_some() {
                return Err(InvalidHost);
            }
            at += 1;
            piece += 1;
            compress = Some(piece);
            continue;
        }
        let (mut value, mut length) = (0u16, 0);
        while length < 4
            && let Some(digit) = input.get(at).and_then(|byte| percent::hex_digit(*byte))
        {
            value = value << 4 | u16::from(digit);
            at += 1;
            length += 1;
        }
        match input.get(at) {
            Some(b'.') => {
                if length == 0 || piece > 6 {
                    return Err(InvalidHost);
                }
                let [high, low] = parse_embedded_ipv4(&input[at - length..])?;
                address[piece] = high;
                address[piece + 1] = low;
                piece += 2;
                break;
            }
            Some(b':') => {
                at += 1;
                if at == input.len() {
                    return Err(InvalidHost);
                }
            }
            Some(_) => return Err(InvalidHost),
            None => {}
        }
        address[piece] = value;
        piece += 1;
    }
    match compress {
        Some(compress) => {
            let moved = piece - compress;
            address.copy_within(compress..piece, 8 - moved);
            address[compress..8 - moved].fill(0);
        }
        None if piece != 8 => return Err(InvalidHost),
        None => {}
    }
    Ok(address)
}

/// The dotted end of an IPv6 address: exactly four decimal numbers without leading zeros.
fn parse_embedded_ipv4(text: &[u8]) -> Result<[u16; 2], InvalidHost> {
    let mut parts = [0u16; 4];
    let mut seen = 0;
    for part in text.split(|byte| *byte == b'.') {
        let is_decimal = !part.is_empty() && part.len() <= 3 && part.iter().all(u8::is_ascii_digit);
        if seen == 4 || !is_decimal || (part.len() > 1 && part[0] == b'0') {
            return Err(InvalidHost);
        }
        parts[seen] = part.iter().fold(0, |value, digit| value * 10 + u16::from(digit - b'0'));
        if parts[seen] > 255 {
            return Err(InvalidHost);
        }
        seen += 1;
    }
    if seen == 4 { Ok([parts[0] << 8 | parts[1], parts[2] << 8 | parts[3]]) } else { Err(InvalidHost) }
}

/// The IPv6 serializer (URL §3.6): the first longest run of zeros is compressed.
fn show_ipv6(address: [u16; 8]) -> String {
    let mut longest = 0..0;
    let mut start = 0;
    while start < 8 {
        let length = address[start..].iter().take_while(|piece| **piece == 0).count();
        if length > 1 && length > longest.len() {
            longest = start..start + length;
        }
        start += length.max(1);
    }
    let show = |pieces: &[u16]| pieces.iter().map(|piece| format!("{piece:x}")).collect::<Vec<_>>().join(":");
    if longest.is_empty() {
        return show(&address);
    }
    format!("{}::{}", show(&address[..longest.start]), show(&address[longest.end..]))
}
