//! Source files and places in them.

crate::define_ids! {
    /// Which file of a plugin a [`Span`] points into: an index into the plugin's list of files.
    FileId;
}

/// A range of source text: byte offsets, start inclusive, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The smallest span that covers `self` and `other`, which must be in one file.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A place as people count: line from 1, column from 1 in UTF-16 code units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, in UTF-16 code units.
    pub column: u32,
}

/// A text file of a plugin, with its line starts at hand.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path relative to the plugin folder, `/`-separated: `index.js`, `lib/rules.ts`, `plugin.json`.
    pub path: String,
    /// The whole text.
    pub text: String,
    line_starts: Vec<u32>,
    /// UTF-16 code units before each multiple of [`BLOCK`] bytes (before the character that spans it): columns of long
    /// lines are found without reading the line.
    units_before: Vec<u32>,
}

/// Bytes per entry of `units_before`.
const BLOCK: usize = 1024;

impl SourceFile {
    /// Indexes `text`. Lines end at LF, CRLF, CR, U+2028 and U+2029, as in ECMA-262 §12.3.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let mut line_starts = vec![0];
        let mut units_before = vec![0];
        let mut units = 0;
        let mut previous = '\0';
        for (at, c) in text.char_indices() {
            let after = u32::try_from(at + c.len_utf8()).unwrap_or(u32::MAX);
            if at + c.len_utf8() > units_before.len() * BLOCK {
                units_before.push(units);
            }
            units += if c > '\u{ffff}' { 2 } else { 1 };
            match c {
                '\n' if previous == '\r' => {
                    if let Some(last) = line_starts.last_mut() {
                        *last = after;
                    }
                }
                '\n' | '\r' | '\u{2028}' | '\u{2029}' => line_starts.push(after),
                _ => {}
            }
            previous = c;
        }
        Self { path: path.into(), text, line_starts, units_before }
    }

    /// The place of a byte offset.
    #[must_use]
    pub fn line_column(&self, offset: u32) -> LineColumn {
        let line = self.line_starts.partition_point(|&start| start <= offset) - 1;
        let column = self.units_before(offset) - self.units_before(self.line_starts[line]);
        LineColumn { line: u32::try_from(line + 1).unwrap_or(u32::MAX), column: column + 1 }
    }

    /// UTF-16 code units before a byte offset.
    fn units_before(&self, offset: u32) -> u32 {
        let offset = self.text.floor_char_boundary((offset as usize).min(self.text.len()));
        let block = (offset / BLOCK).min(self.units_before.len() - 1);
        let from = self.text.floor_char_boundary(block * BLOCK);
        let units = self.text[from..offset].encode_utf16().count();
        self.units_before[block] + u32::try_from(units).unwrap_or(u32::MAX)
    }

    /// The text of `span`, which must be in this file.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_long_lines_are_exact() {
        for text in ["x", "é", "😀", "a😀é€"].map(|part| "1\n".to_owned() + &part.repeat(3000)) {
            let file = SourceFile::new("index.js", text.as_str());
            let mut units = 0;
            for (at, c) in text.char_indices().skip(2) {
                let place = LineColumn { line: 2, column: units + 1 };
                assert_eq!(file.line_column(u32::try_from(at).unwrap()), place, "{at}");
                units += u32::try_from(c.len_utf16()).unwrap();
            }
            assert_eq!(file.line_column(u32::MAX).column, units + 1);
        }
    }

    #[test]
    fn columns_count_utf16_code_units() {
        let file = SourceFile::new("index.js", "é😀x\r\ny");
        assert_eq!(file.line_column(6), LineColumn { line: 1, column: 4 });
        assert_eq!(file.line_column(9), LineColumn { line: 2, column: 1 });
    }
}
