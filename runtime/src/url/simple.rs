//! The short way for URLs that are serialized as they are written: nearly all that events carry.

use super::Parts;
use super::percent::EncodeSet;

/// Lower-case letters, digits, `-` and `.`, which need no thought in a domain.
const IN_HOST: u8 = 1;
/// Must be encoded in a path, or is a backslash, which is a slash there.
const NOT_IN_PATH: u8 = 2;
/// Must be encoded in a query, or ends it.
const NOT_IN_QUERY: u8 = 4;
/// Must be encoded in a fragment.
const NOT_IN_FRAGMENT: u8 = 8;

/// What is to be known about each byte.
const TRAITS: [u8; 256] = {
    let mut traits = [0; 256];
    let mut at = 0;
    while at < 256 {
        let byte = at as u8;
        if byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'.' {
            traits[at] |= IN_HOST;
        }
        if EncodeSet::PATH.contains(byte) || byte == b'\\' {
            traits[at] |= NOT_IN_PATH;
        }
        if EncodeSet::SPECIAL_QUERY.contains(byte) {
            traits[at] |= NOT_IN_QUERY;
        }
        if EncodeSet::FRAGMENT.contains(byte) {
            traits[at] |= NOT_IN_FRAGMENT;
        }
        at += 1;
    }
    traits
};

#[inline]
fn is(byte: u8, what: u8) -> bool {
    TRAITS[usize::from(byte)] & what != 0
}

/// The parts of an `http` or `https` URL that parsing leaves as it is; `None` where that is not certain.
pub(crate) fn parse_simple(input: &[u8]) -> Option<Parts> {
    let (protocol_end, default_port) = match input {
        [b'h', b't', b't', b'p', b's', b':', b'/', b'/', ..] => (6, 443),
        [b'h', b't', b't', b'p', b':', b'/', b'/', ..] => (5, 80),
        _ => return None,
    };
    if input.len() > u32::MAX as usize {
        return None;
    }
    let host_start = protocol_end + 2;
    let hostname_end = host_start + input[host_start..].iter().position(|byte| !is(*byte, IN_HOST))?;
    if !is_plain_host(&input[host_start..hostname_end]) {
        return None;
    }
    let host_end = hostname_end + plain_port(&input[hostname_end..], default_port)?;
    // No credentials, and no bare host, which gets a slash.
    if input.get(host_end) != Some(&b'/') {
        return None;
    }
    let path_end = host_end + plain_path(&input[host_end..])?;
    let query_end = match input.get(path_end) {
        Some(b'?') => path_end + plain_query(&input[path_end..])?,
        _ => path_end,
    };
    if input[query_end..].iter().skip(1).any(|byte| is(*byte, NOT_IN_FRAGMENT)) {
        return None;
    }
    let [protocol_end, start, hostname_end, end] =
        [protocol_end, host_start, hostname_end, host_end].map(|at| at as u32);
    Some(Parts {
        protocol_end,
        username_start: start,
        username_end: start,
        password_start: start,
        password_end: start,
        host_start: start,
        hostname_end,
        host_end: end,
        path_start: end,
        path_end: path_end as u32,
        query_end: query_end as u32,
    })
}

/// A domain of plain labels: none of them in Punycode, the last no number.
fn is_plain_host(host: &[u8]) -> bool {
    let last = host.rsplit(|byte| *byte == b'.').next().unwrap_or_default();
    last.first().is_some_and(u8::is_ascii_lowercase) && !host.windows(4).any(|four| four == b"xn--")
}

/// How long the port is with its colon; `None` where it is not written as it is serialized.
fn plain_port(bytes: &[u8], default: u32) -> Option<usize> {
    if bytes.first() != Some(&b':') {
        return Some(0);
    }
    let digits = bytes[1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let port = bytes[1..1 + digits].iter().take(6).fold(0, |port, digit| port * 10 + u32::from(digit - b'0'));
    let is_plain = (1..=5).contains(&digits) && bytes[1] != b'0' && port <= 65_535 && port != default;
    is_plain.then_some(1 + digits)
}

/// How long the path is; `None` where it has dot segments or something that must be encoded.
fn plain_path(bytes: &[u8]) -> Option<usize> {
    let length = bytes.iter().position(|byte| is(*byte, NOT_IN_PATH)).unwrap_or(bytes.len());
    if !matches!(bytes.get(length), None | Some(b'?' | b'#')) {
        return None;
    }
    // A segment that begins with a dot, escaped or not, may be one of the two special ones.
    let is_special = |two: &[u8]| two[0] == b'/' && matches!(two[1], b'.' | b'%');
    (!bytes[..length].windows(2).any(is_special)).then_some(length)
}

/// How long the query is; `None` where something in it must be encoded.
fn plain_query(bytes: &[u8]) -> Option<usize> {
    let length = bytes.iter().position(|byte| is(*byte, NOT_IN_QUERY)).unwrap_or(bytes.len());
    matches!(bytes.get(length), None | Some(b'#')).then_some(length)
}
