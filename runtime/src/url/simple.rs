//! The short way for URLs that are serialized as they are written: nearly all that events carry.

use super::Parts;
use super::percent::EncodeSet;

/// Characters of a domain that need no thought: lower-case letters, digits, `-` and `.`.
fn is_plain_in_host(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'.'
}

/// The parts of an `http` or `https` URL that parsing leaves as it is; `None` where that is not certain.
pub(crate) fn parse_simple(input: &[u8]) -> Option<Parts> {
    let protocol_end = match input {
        [b'h', b't', b't', b'p', b's', b':', b'/', b'/', ..] => 6,
        [b'h', b't', b't', b'p', b':', b'/', b'/', ..] => 5,
        _ => return None,
    };
    let host_start = protocol_end + 2;
    let host_end = host_start + input[host_start..].iter().position(|byte| !is_plain_in_host(*byte))?;
    // Only a path may follow: no port, no credentials, and no bare host, which gets a slash.
    if host_end == host_start || input.get(host_end) != Some(&b'/') || !is_plain_host(&input[host_start..host_end]) {
        return None;
    }
    let path_end = host_end + plain_path(&input[host_end..])?;
    let query_end = match input.get(path_end) {
        Some(b'?') => path_end + plain_query(&input[path_end..])?,
        _ => path_end,
    };
    if input[query_end..].iter().skip(1).any(|byte| EncodeSet::FRAGMENT.contains(*byte)) {
        return None;
    }
    if input.len() > u32::MAX as usize {
        return None;
    }
    let [protocol_end, start, end] = [protocol_end, host_start, host_end].map(|at| at as u32);
    Some(Parts {
        protocol_end,
        username_start: start,
        username_end: start,
        password_start: start,
        password_end: start,
        host_start: start,
        hostname_end: end,
        host_end: end,
        path_start: end,
        path_end: path_end as u32,
        query_end: query_end as u32,
    })
}

/// A domain of plain labels: none of them in Punycode, the last no number.
fn is_plain_host(host: &[u8]) -> bool {
    let mut labels = host.rsplit(|byte| *byte == b'.');
    let last = labels.next().unwrap_or_default();
    let is_name = last.first().is_some_and(u8::is_ascii_lowercase);
    is_name && !host.windows(4).any(|four| four == b"xn--")
}

/// How long the query is; `None` where something in it must be encoded.
fn plain_query(bytes: &[u8]) -> Option<usize> {
    let length = bytes.iter().position(|byte| EncodeSet::SPECIAL_QUERY.contains(*byte)).unwrap_or(bytes.len());
    (length == bytes.len() || bytes[length] == b'#').then_some(length)
}

/// How long the path is; `None` where it has dot segments or something that must be encoded.
fn plain_path(bytes: &[u8]) -> Option<usize> {
    let mut segment_start = true;
    for (at, &byte) in bytes.iter().enumerate() {
        match byte {
            b'?' | b'#' => return Some(at),
            b'/' => segment_start = true,
            b'\\' => return None,
            // A segment that begins with a dot, escaped or not, may be one of the two special ones.
            b'.' | b'%' if segment_start => return None,
            byte if EncodeSet::PATH.contains(byte) => return None,
            _ => segment_start = false,
        }
    }
    Some(bytes.len())
}
