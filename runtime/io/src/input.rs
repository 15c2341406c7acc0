//! Reads lines, with their numbers, through one large buffer.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use memchr::memchr;

/// How much is read at once.
const BUFFER: usize = 256 << 10;

/// The longest line for which the space is kept.
const KEPT_LINE: usize = 1 << 20;

/// A stream of lines.
pub struct Lines {
    source: Box<dyn Read>,
    buffer: Box<[u8]>,
    /// The part of the buffer that was read and not yet given out.
    from: usize,
    to: usize,
    number: u64,
}

impl Lines {
    /// Lines of a file, or of standard input.
    ///
    /// # Errors
    /// What opening the file reports.
    pub fn open(path: Option<&Path>) -> io::Result<Self> {
        let source: Box<dyn Read> = match path {
            Some(path) => Box::new(File::open(path)?),
            None => Box::new(io::stdin()),
        };
        Ok(Self::new(source))
    }

    /// Lines of any source.
    pub fn new(source: Box<dyn Read>) -> Self {
        Lines { source, buffer: vec![0; BUFFER].into_boxed_slice(), from: 0, to: 0, number: 0 }
    }

    /// Replaces `line` by the next line that is not blank, without its end, and returns its number, counted from 1.
    /// `None` at the end of the input.
    ///
    /// # Errors
    /// What reading reports. The lines before it were given out.
    pub fn next(&mut self, line: &mut Vec<u8>) -> io::Result<Option<u64>> {
        loop {
            line.clear();
            if line.capacity() > KEPT_LINE {
                line.shrink_to(KEPT_LINE);
            }
            if !self.next_of_any_kind(line)? {
                return Ok(None);
            }
            self.number += 1;
            if line.iter().any(|byte| !matches!(byte, b' ' | b'\t' | b'\r')) {
                return Ok(Some(self.number));
            }
        }
    }

    /// Appends the next line; false at the end of the input.
    fn next_of_any_kind(&mut self, line: &mut Vec<u8>) -> io::Result<bool> {
        loop {
            let unread = &self.buffer[self.from..self.to];
            if let Some(length) = memchr(b'\n', unread) {
                line.extend_from_slice(&unread[..length]);
                self.from += length + 1;
                return Ok(true);
            }
            line.extend_from_slice(unread);
            (self.from, self.to) = (0, 0);
            self.to = loop {
                match self.source.read(&mut self.buffer) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    result => break result?,
                }
            };
            if self.to == 0 {
                return Ok(!line.is_empty());
            }
        }
    }

    /// Whether the next call has to wait for the source.
    #[must_use]
    pub fn would_read(&self) -> bool {
        self.from == self.to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_lines_and_skips_blank_ones() {
        let mut lines = Lines::new(Box::new(&b"{}\r\n\n \t\r\n[1]\n{\"a\":1}"[..]));
        let mut line = Vec::new();
        let mut seen = Vec::new();
        while let Some(number) = lines.next(&mut line).unwrap() {
            seen.push((number, line.clone()));
        }
        assert_eq!(seen, [(1, b"{}\r".to_vec()), (4, b"[1]".to_vec()), (5, b"{\"a\":1}".to_vec())]);
    }
}
