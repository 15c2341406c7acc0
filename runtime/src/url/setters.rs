//! The setters of a URL (URL §6.1), with what Node's parser does where it does not follow the standard to the letter.

use super::parser::{State, encode_userinfo, parse_part};
use super::{Url, host};

/// A part of a URL that can be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Component {
    Protocol,
    Username,
    Password,
    Host,
    Hostname,
    Port,
    Pathname,
    Search,
    Hash,
}

impl Url {
    /// Sets a part. What is no such part changes nothing.
    pub(crate) fn set(&mut self, component: Component, value: &str) {
        match component {
            Component::Protocol => {
                let _ = parse_part(&format!("{value}:"), self, State::SchemeStart);
            }
            Component::Username if !self.cannot_have_credentials_or_port() => self.username = encode_userinfo(value),
            Component::Password if !self.cannot_have_credentials_or_port() => self.password = encode_userinfo(value),
            Component::Username | Component::Password => {}
            Component::Host => self.set_host(value, true),
            Component::Hostname => self.set_host(value, false),
            Component::Port => self.set_port(value),
            Component::Pathname if !self.has_opaque_path => {
                self.path.clear();
                let _ = parse_part(value, self, State::PathStart);
                // Node loses the rest where it has to put `/.` before the path.
                if self.host.is_none() && self.path.starts_with("//") {
                    self.query = None;
                    self.fragment = None;
                }
            }
            Component::Pathname => {}
            Component::Search => {
                self.query = None;
                if value.is_empty() {
                    self.strip_opaque_path();
                } else {
                    self.query = Some(String::new());
                    let _ = parse_part(value.strip_prefix('?').unwrap_or(value), self, State::Query);
                }
            }
            Component::Hash => {
                self.fragment = None;
                if value.is_empty() {
                    self.strip_opaque_path();
                } else {
                    self.fragment = Some(String::new());
                    let _ = parse_part(value.strip_prefix('#').unwrap_or(value), self, State::Fragment);
                }
            }
        }
    }

    /// Potentially strip trailing spaces from an opaque path (URL §4.1).
    fn strip_opaque_path(&mut self) {
        if self.has_opaque_path && self.query.is_none() && self.fragment.is_none() {
            self.path.truncate(self.path.trim_end_matches(' ').len());
        }
    }

    /// Node looks further than the standard: what has a digit somewhere but does not begin with one takes the port away.
    fn set_port(&mut self, value: &str) {
        if self.cannot_have_credentials_or_port() {
            return;
        }
        let value: String = value.chars().filter(|character| !matches!(character, '\t' | '\n' | '\r')).collect();
        let Some(first) = value.chars().next() else {
            self.port = None;
            return;
        };
        if first <= ' ' || first == '-' || !value.contains(|character: char| character.is_ascii_digit()) {
            return;
        }
        self.port = if first.is_ascii_digit() { self.port } else { None };
        let _ = parse_part(&value, self, State::Port);
    }

    /// `host` with its port, or `hostname` without.
    fn set_host(&mut self, value: &str, with_port: bool) {
        if self.has_opaque_path {
            return;
        }
        let value: String = value.chars().filter(|character| !matches!(character, '\t' | '\n' | '\r')).collect();
        let mut inside_brackets = false;
        let end = value.find(|character| {
            match character {
                '[' => inside_brackets = true,
                ']' => inside_brackets = false,
                ':' => return !inside_brackets,
                '\\' => return self.is_special(),
                _ => {}
            }
            matches!(character, '/' | '?' | '#')
        });
        let (text, rest) = value.split_at(end.unwrap_or(value.len()));
        let port = rest.strip_prefix(':').filter(|_| self.scheme != "file");
        let old_port = self.port;
        if self.scheme == "file" {
            if rest.starts_with(':') {
                return;
            }
        } else if rest.starts_with(':') {
            if (text.is_empty() && self.is_special()) || !with_port {
                return;
            }
        } else if text.is_empty() && (self.is_special() || self.includes_credentials() || self.port.is_some()) {
            return;
        }
        if let Some(port) = port.filter(|port| !port.is_empty() && !port.starts_with('#')) {
            self.set_port(port);
        }
        if text.is_empty() {
            if self.host.is_some() || self.path.starts_with("//") {
                self.host = Some(String::new());
            }
            return;
        }
        match host::parse(text, self.is_special()) {
            Ok(host) if self.scheme == "file" && host == "localhost" => self.host = Some(String::new()),
            Ok(host) => self.host = Some(host),
            Err(_) => self.port = old_port,
        }
    }
}
