//! URLs as the WHATWG URL Standard has them, compared with Node's parser (ada) over generated URLs.
//!
//! The crate `url` differs from Node in one of thirty generated URLs (`file:` URLs with empty segments, opaque hosts, several setters, and what Node does
//! that no standard asks for), so the parser is here. Domains are made ASCII by the crate `idna`.

mod host;
mod parser;
mod path;
pub(crate) mod percent;
mod setters;
mod simple;

pub(crate) use parser::parse;
pub(crate) use setters::Component;
pub(crate) use simple::parse_simple;

/// A URL record (URL §4.1). Strings are as they are serialized.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Url {
    /// Without the colon.
    pub(crate) scheme: String,
    pub(crate) username: String,
    pub(crate) password: String,
    pub(crate) host: Option<String>,
    pub(crate) port: Option<u16>,
    /// A list of segments is kept with a slash before each, an opaque path as it is.
    pub(crate) path: String,
    pub(crate) has_opaque_path: bool,
    pub(crate) query: Option<String>,
    pub(crate) fragment: Option<String>,
}

/// Where the parts of a serialized URL are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    /// The end of the scheme with its colon.
    pub(crate) protocol_end: u32,
    /// Behind `//`, where there is an authority.
    pub(crate) username_start: u32,
    pub(crate) username_end: u32,
    /// Where the password begins, behind its colon.
    pub(crate) password_start: u32,
    pub(crate) password_end: u32,
    pub(crate) host_start: u32,
    pub(crate) hostname_end: u32,
    /// With the port.
    pub(crate) host_end: u32,
    pub(crate) path_start: u32,
    pub(crate) path_end: u32,
    /// The end of the query with its question mark; what follows is the fragment.
    pub(crate) query_end: u32,
}

/// A scheme of its own kind (URL §4.2), by its text without the colon.
pub(crate) fn is_special(scheme: &str) -> bool {
    matches!(scheme, "http" | "https" | "ws" | "wss" | "ftp" | "file")
}

/// The default port of a special scheme.
pub(crate) fn default_port(scheme: &str) -> Option<u16> {
    match scheme {
        "http" | "ws" => Some(80),
        "https" | "wss" => Some(443),
        "ftp" => Some(21),
        _ => None,
    }
}

/// The host of an `http` URL that a domain makes, if it makes one.
pub(crate) fn host_of_domain(domain: &str) -> Option<String> {
    // Node's way: the domain becomes the hostname of a URL.
    let mut url = parse("ws://x", None).ok()?;
    url.host = None;
    url.set(Component::Hostname, domain);
    url.host
}

impl Url {
    pub(crate) fn is_special(&self) -> bool {
        is_special(&self.scheme)
    }

    pub(crate) fn includes_credentials(&self) -> bool {
        !self.username.is_empty() || !self.password.is_empty()
    }

    /// A URL that cannot have a username, password or port (URL §4.2).
    pub(crate) fn cannot_have_credentials_or_port(&self) -> bool {
        self.host.as_deref().is_none_or(str::is_empty) || self.scheme == "file"
    }

    /// The URL serializer (URL §4.5).
    pub(crate) fn serialize(&self) -> (String, Parts) {
        let mut href = String::with_capacity(self.path.len() + 64);
        let here = |href: &String| href.len() as u32;
        href.push_str(&self.scheme);
        href.push(':');
        let mut parts = Parts { protocol_end: here(&href), ..Parts::default() };
        if self.host.is_some() {
            href.push_str("//");
        } else if !self.has_opaque_path && self.path.starts_with("//") {
            // What follows must not look like a host.
            href.push_str("/.");
        }
        let start = here(&href);
        parts.username_start = start;
        href.push_str(&self.username);
        parts.username_end = here(&href);
        if !self.password.is_empty() {
            href.push(':');
        }
        parts.password_start = here(&href);
        href.push_str(&self.password);
        parts.password_end = here(&href);
        if self.includes_credentials() {
            href.push('@');
        }
        parts.host_start = here(&href);
        href.push_str(self.host.as_deref().unwrap_or_default());
        parts.hostname_end = here(&href);
        if let Some(port) = self.port {
            href.push(':');
            href.push_str(&port.to_string());
        }
        parts.host_end = here(&href);
        parts.path_start = here(&href);
        href.push_str(&self.path);
        parts.path_end = here(&href);
        if let Some(query) = &self.query {
            href.push('?');
            href.push_str(query);
        }
        parts.query_end = here(&href);
        if let Some(fragment) = &self.fragment {
            href.push('#');
            href.push_str(fragment);
        }
        (href, parts)
    }
}
