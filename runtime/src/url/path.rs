//! Paths of URLs: the path states of the parser (URL §4.4), dot segments and Windows drive letters.

use super::parser::{Parser, State, Step};
use super::percent::{EncodeSet, encode_char};

impl Parser<'_> {
    pub(super) fn path_start(&mut self, character: Option<char>) -> Step {
        if self.url.is_special() {
            return match character {
                Some('/' | '\\') => Step::Next(State::Path),
                _ => Step::Again(State::Path),
            };
        }
        match character {
            Some('?') if self.only.is_none() => self.begin_query(),
            Some('#') if self.only.is_none() => self.begin_fragment(),
            Some('/') => Step::Next(State::Path),
            Some(_) => Step::Again(State::Path),
            None => {
                if self.only.is_some() && self.url.host.is_none() {
                    self.url.path.push('/');
                }
                Step::End
            }
        }
    }

    pub(super) fn path(&mut self, character: Option<char>) -> Step {
        if !std::mem::replace(&mut self.path_begun, true)
            && let Some(end) = self.end_of_plain_path()
        {
            self.url.path.push('/');
            self.url.path.extend(&self.input[self.at..end]);
            self.at = end;
            return match self.input.get(end) {
                Some('?') => self.begin_query(),
                Some(_) => self.begin_fragment(),
                None => Step::End,
            };
        }
        let is_slash = character == Some('/') || (character == Some('\\') && self.url.is_special());
        let ends_path = self.only.is_none() && matches!(character, Some('?' | '#'));
        if let Some(character) = character.filter(|_| !is_slash && !ends_path) {
            encode_char(&mut self.buffer, character, EncodeSet::PATH);
            return Step::Stay;
        }
        let mut segment = std::mem::take(&mut self.buffer);
        if is_double_dot(&segment) {
            let had_segments = !self.url.path.is_empty();
            self.shorten_path();
            // Node leaves the path of `foo://host/..` empty.
            if !is_slash && (had_segments || self.url.is_special()) {
                self.url.path.push('/');
            }
        } else if is_single_dot(&segment) {
            if !is_slash {
                self.url.path.push('/');
            }
        } else {
            if self.url.scheme == "file" && self.url.path.is_empty() && is_drive_letter(&segment) {
                segment.replace_range(1..2, ":");
            }
            self.url.path.push('/');
            self.url.path.push_str(&segment);
        }
        match character {
            Some('?') => self.begin_query(),
            Some('#') => self.begin_fragment(),
            _ => Step::Stay,
        }
    }

    /// Where a path ends that Node takes as it is: one with dots but nothing to encode, and only the first segment that begins with a dot
    /// is looked at. So `/.a/../b` keeps its `..`.
    fn end_of_plain_path(&self) -> Option<usize> {
        let rest = &self.input[self.at..];
        let ends = |character: &char| self.only.is_none() && matches!(character, '?' | '#');
        let path = &rest[..rest.iter().position(ends).unwrap_or(rest.len())];
        let needs_thought = |character: &char| {
            matches!(character, '\\' | '%') || !character.is_ascii() || EncodeSet::PATH.contains(*character as u8)
        };
        if self.url.scheme == "file" && self.starts_with_drive_letter(self.at)
            || path.first() == Some(&'.')
            || path.iter().any(needs_thought)
        {
            return None;
        }
        let dot = path.windows(2).position(|two| two == ['/', '.'])?;
        let is_plain = !matches!(path.get(dot + 2), None | Some('.' | '/'));
        is_plain.then_some(self.at + path.len())
    }

    /// Shorten a URL's path (URL §4.1).
    pub(super) fn shorten_path(&mut self) {
        let path = &mut self.url.path;
        let Some(end) = path.rfind('/') else { return };
        // Node takes any first segment that begins like a drive letter for one.
        if self.url.scheme == "file" && end == 0 && path.get(1..3).is_some_and(is_normalized_drive_letter) {
            return;
        }
        path.truncate(end);
    }

    /// The input from `at` on starts with a Windows drive letter (URL §4.2).
    pub(super) fn starts_with_drive_letter(&self, at: usize) -> bool {
        match self.input.get(at..) {
            Some([letter, ':' | '|', rest @ ..]) => {
                letter.is_ascii_alphabetic() && matches!(rest.first(), None | Some('/' | '\\' | '?' | '#'))
            }
            _ => false,
        }
    }
}

/// A Windows drive letter (URL §4.2).
pub(super) fn is_drive_letter(text: &str) -> bool {
    matches!(text.as_bytes(), [letter, b':' | b'|'] if letter.is_ascii_alphabetic())
}

/// A normalized Windows drive letter (URL §4.2).
pub(super) fn is_normalized_drive_letter(text: &str) -> bool {
    matches!(text.as_bytes(), [letter, b':'] if letter.is_ascii_alphabetic())
}

/// A single-dot path segment (URL §4.1).
fn is_single_dot(segment: &str) -> bool {
    segment == "." || segment.eq_ignore_ascii_case("%2e")
}

/// A double-dot path segment (URL §4.1).
fn is_double_dot(segment: &str) -> bool {
    segment == ".."
        || segment.eq_ignore_ascii_case(".%2e")
        || segment.eq_ignore_ascii_case("%2e.")
        || segment.eq_ignore_ascii_case("%2e%2e")
}
