//! The basic URL parser (URL §4.4).

use super::path::{is_drive_letter, is_normalized_drive_letter};
use super::percent::{EncodeSet, encode_char, encode_into};
use super::{Url, default_port, host, is_special};

/// The input is no URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct InvalidUrl;

/// The states of the parser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    SchemeStart,
    Scheme,
    NoScheme,
    SpecialRelativeOrAuthority,
    PathOrAuthority,
    Relative,
    RelativeSlash,
    SpecialAuthoritySlashes,
    SpecialAuthorityIgnoreSlashes,
    Authority,
    Host,
    Port,
    File,
    FileSlash,
    FileHost,
    PathStart,
    Path,
    OpaquePath,
    Query,
    Fragment,
}

/// Parses a URL, relative to `base` if there is one.
pub(crate) fn parse(input: &str, base: Option<&Url>) -> Result<Url, InvalidUrl> {
    let trimmed = input.trim_matches(|character| character <= ' ');
    let mut url = Url::default();
    Parser::new(trimmed, base, &mut url, None).run(State::SchemeStart)?;
    Ok(url)
}

/// Parses a part of a URL into it: the parser with a state override.
pub(super) fn parse_part(input: &str, url: &mut Url, state: State) -> Result<(), InvalidUrl> {
    Parser::new(input, None, url, Some(state)).run(state)
}

pub(super) struct Parser<'a> {
    pub(super) input: Vec<char>,
    pub(super) base: Option<&'a Url>,
    pub(super) url: &'a mut Url,
    pub(super) only: Option<State>,
    pub(super) at: usize,
    pub(super) buffer: String,
    pub(super) at_sign_seen: bool,
    pub(super) password_token_seen: bool,
    pub(super) path_begun: bool,
}

/// What a step of the parser leads to.
pub(super) enum Step {
    /// The same state with the next code point, or the end if there was none.
    Stay,
    /// Another state with the next code point.
    Next(State),
    /// Another state with the same code point.
    Again(State),
    /// The parser is done.
    End,
}

impl<'a> Parser<'a> {
    fn new(input: &str, base: Option<&'a Url>, url: &'a mut Url, only: Option<State>) -> Parser<'a> {
        let input = input.chars().filter(|character| !matches!(character, '\t' | '\n' | '\r')).collect();
        let buffer = String::new();
        Parser {
            input,
            base,
            url,
            only,
            at: 0,
            buffer,
            at_sign_seen: false,
            password_token_seen: false,
            path_begun: false,
        }
    }

    fn run(mut self, mut state: State) -> Result<(), InvalidUrl> {
        loop {
            let character = self.input.get(self.at).copied();
            match self.step(state, character)? {
                Step::End => return Ok(()),
                Step::Again(next) => state = next,
                Step::Stay | Step::Next(_) if character.is_none() => return Ok(()),
                Step::Stay => self.at += 1,
                Step::Next(next) => {
                    state = next;
                    self.at += 1;
                }
            }
        }
    }

    fn step(&mut self, state: State, character: Option<char>) -> Result<Step, InvalidUrl> {
        match state {
            State::SchemeStart => Ok(self.scheme_start(character)),
            State::Scheme => self.scheme(character),
            State::NoScheme => self.no_scheme(character),
            State::SpecialRelativeOrAuthority => Ok(match (character, self.following()) {
                (Some('/'), Some('/')) => {
                    self.at += 1;
                    Step::Next(State::SpecialAuthorityIgnoreSlashes)
                }
                _ => Step::Again(State::Relative),
            }),
            State::PathOrAuthority => Ok(match character {
                Some('/') => Step::Next(State::Authority),
                _ => Step::Again(State::Path),
            }),
            State::Relative => Ok(self.relative(character)),
            State::RelativeSlash => Ok(self.relative_slash(character)),
            State::SpecialAuthoritySlashes => {
                if (character, self.following()) == (Some('/'), Some('/')) {
                    self.at += 1;
                    return Ok(Step::Next(State::SpecialAuthorityIgnoreSlashes));
                }
                Ok(Step::Again(State::SpecialAuthorityIgnoreSlashes))
            }
            State::SpecialAuthorityIgnoreSlashes => Ok(match character {
                Some('/' | '\\') => Step::Stay,
                _ => Step::Again(State::Authority),
            }),
            State::Authority => self.authority(character),
            State::Host => self.host(),
            State::Port => self.port(character),
            State::File => Ok(self.file(character)),
            State::FileSlash => Ok(self.file_slash(character)),
            State::FileHost => self.file_host(character),
            State::PathStart => Ok(self.path_start(character)),
            State::Path => Ok(self.path(character)),
            State::OpaquePath => Ok(self.opaque_path(character)),
            State::Query => Ok(self.query(character)),
            State::Fragment => {
                if let Some(character) = character {
                    encode_char(self.url.fragment.get_or_insert_default(), character, EncodeSet::FRAGMENT);
                }
                Ok(Step::Stay)
            }
        }
    }

    fn following(&self) -> Option<char> {
        self.input.get(self.at + 1).copied()
    }

    fn scheme_start(&mut self, character: Option<char>) -> Step {
        match character {
            Some(letter) if letter.is_ascii_alphabetic() => {
                self.buffer.push(letter.to_ascii_lowercase());
                Step::Next(State::Scheme)
            }
            _ if self.only.is_none() => Step::Again(State::NoScheme),
            _ => Step::End,
        }
    }

    fn scheme(&mut self, character: Option<char>) -> Result<Step, InvalidUrl> {
        match character {
            Some(part) if part.is_ascii_alphanumeric() || matches!(part, '+' | '-' | '.') => {
                self.buffer.push(part.to_ascii_lowercase());
                return Ok(Step::Stay);
            }
            Some(':') => {}
            _ if self.only.is_none() => {
                self.buffer.clear();
                self.at = 0;
                return Ok(Step::Again(State::NoScheme));
            }
            _ => return Err(InvalidUrl),
        }
        let scheme = std::mem::take(&mut self.buffer);
        if self.only.is_some() {
            let url = &mut *self.url;
            let needs_no_authority = scheme == "file" && (url.includes_credentials() || url.port.is_some());
            let has_empty_host = url.scheme == "file" && url.host.as_deref() == Some("");
            if is_special(&scheme) != url.is_special() || needs_no_authority || has_empty_host {
                return Ok(Step::End);
            }
            url.scheme = scheme;
            // Node takes 0 for the default port of schemes that have none.
            if url.port == default_port(&url.scheme).or(Some(0)) {
                url.port = None;
            }
            return Ok(Step::End);
        }
        self.url.scheme = scheme;
        if self.url.scheme == "file" {
            return Ok(Step::Next(State::File));
        }
        if self.url.is_special() {
            let same_as_base = self.base.is_some_and(|base| base.scheme == self.url.scheme);
            let next = if same_as_base { State::SpecialRelativeOrAuthority } else { State::SpecialAuthoritySlashes };
            return Ok(Step::Next(next));
        }
        if self.following() == Some('/') {
            self.at += 1;
            return Ok(Step::Next(State::PathOrAuthority));
        }
        self.url.has_opaque_path = true;
        Ok(Step::Next(State::OpaquePath))
    }

    fn no_scheme(&mut self, character: Option<char>) -> Result<Step, InvalidUrl> {
        let base = self.base.ok_or(InvalidUrl)?;
        if base.has_opaque_path && !self.input.contains(&'#') {
            return Err(InvalidUrl);
        }
        // With a fragment, Node resolves whatever stands before it against an opaque path too.
        if base.has_opaque_path && character == Some('#') {
            *self.url = Url { fragment: Some(String::new()), ..without_fragment(base) };
            return Ok(Step::Next(State::Fragment));
        }
        Ok(Step::Again(if base.scheme == "file" { State::File } else { State::Relative }))
    }

    fn relative(&mut self, character: Option<char>) -> Step {
        let Some(base) = self.base else { return Step::End };
        self.url.scheme.clone_from(&base.scheme);
        match character {
            Some('/') => return Step::Next(State::RelativeSlash),
            Some('\\') if self.url.is_special() => return Step::Next(State::RelativeSlash),
            _ => {}
        }
        *self.url = without_fragment(base);
        self.behind_base_path(character)
    }

    /// Behind a path that comes from the base: a query, a fragment, or a path that replaces its last segment.
    fn behind_base_path(&mut self, character: Option<char>) -> Step {
        match character {
            Some('?') => self.begin_query(),
            Some('#') => self.begin_fragment(),
            Some(_) => {
                self.url.query = None;
                if self.url.scheme == "file" && self.starts_with_drive_letter(self.at) {
                    self.url.path.clear();
                } else {
                    self.shorten_path();
                }
                Step::Again(State::Path)
            }
            None => Step::End,
        }
    }

    fn relative_slash(&mut self, character: Option<char>) -> Step {
        match character {
            Some('/' | '\\') if self.url.is_special() => return Step::Next(State::SpecialAuthorityIgnoreSlashes),
            Some('/') => return Step::Next(State::Authority),
            _ => {}
        }
        if let Some(base) = self.base {
            let Url { username, password, host, port, .. } = base.clone();
            let scheme = std::mem::take(&mut self.url.scheme);
            *self.url = Url { scheme, username, password, host, port, ..Url::default() };
        }
        Step::Again(State::Path)
    }

    /// A code point that ends the authority, or the end.
    fn ends_authority(&self, character: Option<char>) -> bool {
        match character {
            None | Some('/' | '?' | '#') => true,
            Some('\\') => self.url.is_special(),
            Some(_) => false,
        }
    }

    fn authority(&mut self, character: Option<char>) -> Result<Step, InvalidUrl> {
        if character == Some('@') {
            let mut credentials = std::mem::take(&mut self.buffer);
            if self.at_sign_seen {
                credentials.insert_str(0, "%40");
            }
            self.at_sign_seen = true;
            for character in credentials.chars() {
                if character == ':' && !self.password_token_seen {
                    self.password_token_seen = true;
                    continue;
                }
                let part = if self.password_token_seen { &mut self.url.password } else { &mut self.url.username };
                encode_char(part, character, EncodeSet::USERINFO);
            }
            return Ok(Step::Stay);
        }
        if self.ends_authority(character) {
            if self.at_sign_seen && self.buffer.is_empty() {
                return Err(InvalidUrl);
            }
            self.at -= self.buffer.chars().count();
            self.buffer.clear();
            return Ok(Step::Again(State::Host));
        }
        self.buffer.extend(character);
        Ok(Step::Stay)
    }

    /// The host state, all of the host at once. Setters do not come here.
    fn host(&mut self) -> Result<Step, InvalidUrl> {
        let rest = &self.input[self.at..];
        let mut inside_brackets = false;
        let end = rest
            .iter()
            .position(|&character| {
                match character {
                    '[' => inside_brackets = true,
                    ']' => inside_brackets = false,
                    _ => {}
                }
                (character == ':' && !inside_brackets) || self.ends_authority(Some(character))
            })
            .unwrap_or(rest.len());
        let text: String = rest[..end].iter().collect();
        let is_colon = rest.get(end) == Some(&':');
        if text.is_empty() && (is_colon || self.url.is_special()) {
            return Err(InvalidUrl);
        }
        self.url.host = Some(host::parse(&text, self.url.is_special()).map_err(|_| InvalidUrl)?);
        self.at += end;
        if is_colon {
            return Ok(Step::Next(State::Port));
        }
        Ok(Step::Again(State::PathStart))
    }

    fn port(&mut self, character: Option<char>) -> Result<Step, InvalidUrl> {
        if let Some(digit) = character.filter(char::is_ascii_digit) {
            self.buffer.push(digit);
            return Ok(Step::Stay);
        }
        if !self.ends_authority(character) && self.only.is_none() {
            return Err(InvalidUrl);
        }
        if !self.buffer.is_empty() {
            // Too many digits are too large a number.
            let port = self.buffer.trim_start_matches('0');
            let port: u16 = if port.is_empty() { 0 } else { port.parse().map_err(|_| InvalidUrl)? };
            self.url.port = Some(port).filter(|port| Some(*port) != default_port(&self.url.scheme));
            self.buffer.clear();
        }
        Ok(if self.only.is_some() { Step::End } else { Step::Again(State::PathStart) })
    }

    fn file(&mut self, character: Option<char>) -> Step {
        self.url.scheme = "file".to_owned();
        self.url.host = Some(String::new());
        if let Some('/' | '\\') = character {
            return Step::Next(State::FileSlash);
        }
        let Some(base) = self.base.filter(|base| base.scheme == "file") else { return Step::Again(State::Path) };
        *self.url = without_fragment(base);
        self.behind_base_path(character)
    }

    fn file_slash(&mut self, character: Option<char>) -> Step {
        if let Some('/' | '\\') = character {
            return Step::Next(State::FileHost);
        }
        if let Some(base) = self.base.filter(|base| base.scheme == "file") {
            self.url.host.clone_from(&base.host);
            let first = base.path.split('/').nth(1).unwrap_or_default();
            if !self.starts_with_drive_letter(self.at) && first.get(..2).is_some_and(is_normalized_drive_letter) {
                self.url.path.push('/');
                self.url.path.push_str(first);
            }
        }
        Step::Again(State::Path)
    }

    fn file_host(&mut self, character: Option<char>) -> Result<Step, InvalidUrl> {
        if !matches!(character, None | Some('/' | '\\' | '?' | '#')) {
            self.buffer.extend(character);
            return Ok(Step::Stay);
        }
        if is_drive_letter(&self.buffer) {
            // `file://C:/` is a path. The path state goes on with the letter in the buffer.
            return Ok(Step::Again(State::Path));
        }
        let text = std::mem::take(&mut self.buffer);
        if text.is_empty() {
            self.url.host = Some(String::new());
        } else {
            let host = host::parse(&text, true).map_err(|_| InvalidUrl)?;
            self.url.host = Some(if host == "localhost" { String::new() } else { host });
        }
        Ok(Step::Again(State::PathStart))
    }

    fn opaque_path(&mut self, character: Option<char>) -> Step {
        match character {
            Some('?') => self.begin_query(),
            Some('#') => self.begin_fragment(),
            Some(character) => {
                encode_char(&mut self.url.path, character, EncodeSet::C0_CONTROL);
                Step::Stay
            }
            None => Step::Stay,
        }
    }

    fn query(&mut self, character: Option<char>) -> Step {
        let set = if self.url.is_special() { EncodeSet::SPECIAL_QUERY } else { EncodeSet::QUERY };
        match character {
            Some('#') if self.only.is_none() => self.begin_fragment(),
            Some(character) => {
                encode_char(self.url.query.get_or_insert_default(), character, set);
                Step::Stay
            }
            None => Step::Stay,
        }
    }

    pub(super) fn begin_query(&mut self) -> Step {
        self.url.query = Some(String::new());
        Step::Next(State::Query)
    }

    pub(super) fn begin_fragment(&mut self) -> Step {
        self.url.fragment = Some(String::new());
        Step::Next(State::Fragment)
    }
}

/// What a relative reference takes over. Node takes no query over that is empty.
fn without_fragment(base: &Url) -> Url {
    let query = base.query.clone().filter(|query| !query.is_empty());
    Url { fragment: None, query, ..base.clone() }
}

/// The userinfo percent-encoding of what a setter got.
pub(super) fn encode_userinfo(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    encode_into(&mut encoded, text, EncodeSet::USERINFO);
    encoded
}
