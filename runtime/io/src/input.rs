//! Lines of the input, with their numbers.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use memchr::memchr;

use crate::read_ahead::{Block, ReadAhead};

/// The longest line for which the space is kept.
const KEPT_LINE: usize = 1 << 20;

/// A stream of lines.
pub struct Lines {
    source: ReadAhead,
    /// The block that lines are taken from; `None` before the first and after the last one.
    block: Option<Block>,
    /// How much of it was given out.
    from: usize,
    number: u64,
}

impl Lines {
    /// Lines of a file, or of standard input.
    ///
    /// # Errors
    /// What opening the file reports.
    pub fn open(path: Option<&Path>) -> io::Result<Self> {
        match path {
            Some(path) => Self::new(Box::new(File::open(path)?)),
            None => Self::new(Box::new(io::stdin())),
        }
    }

    /// Lines of any source.
    ///
    /// # Errors
    /// What starting to read reports.
    pub fn new(source: Box<dyn Read + Send>) -> io::Result<Self> {
        Ok(Lines { source: ReadAhead::new(source)?, block: None, from: 0, number: 0 })
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
            let unread = self.unread();
            if let Some(length) = memchr(b'\n', unread) {
                line.extend_from_slice(&unread[..length]);
                self.from += length + 1;
                return Ok(true);
            }
            line.extend_from_slice(unread);
            let used = self.block.take();
            self.from = 0;
            self.block = self.source.next(used)?;
            if self.unread().is_empty() {
                return Ok(!line.is_empty());
            }
        }
    }

    fn unread(&self) -> &[u8] {
        self.block.as_ref().map_or(&[], |block| &block.as_slice()[self.from..])
    }

    /// Whether the next call has to wait for the source.
    ///
    /// # Errors
    /// What reading reports.
    pub fn would_wait(&mut self) -> io::Result<bool> {
        if !self.unread().is_empty() {
            return Ok(false);
        }
        let Some(next) = self.source.next_if_read(&mut self.block) else { return Ok(true) };
        self.from = 0;
        self.block = next?;
        Ok(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_lines_and_skips_blank_ones() {
        let mut lines = Lines::new(Box::new(&b"{}\r\n\n \t\r\n[1]\n{\"a\":1}"[..])).unwrap();
        let mut line = Vec::new();
        let mut seen = Vec::new();
        while let Some(number) = lines.next(&mut line).unwrap() {
            seen.push((number, line.clone()));
        }
        assert_eq!(seen, [(1, b"{}\r".to_vec()), (4, b"[1]".to_vec()), (5, b"{\"a\":1}".to_vec())]);
    }

    #[test]
    fn lines_go_on_in_the_next_block() {
        let long = [vec![b'a'; 3 << 20], b"\n".to_vec(), vec![b'b'; 1 << 20]].concat();
        let mut lines = Lines::new(Box::new(io::Cursor::new(long))).unwrap();
        let mut line = Vec::new();
        assert_eq!((lines.next(&mut line).unwrap(), line.len()), (Some(1), 3 << 20));
        assert_eq!((lines.next(&mut line).unwrap(), line.len()), (Some(2), 1 << 20));
        assert_eq!(lines.next(&mut line).unwrap(), None);
    }
}
