//! Reads JSON text (ECMA-404, as `JSON.parse` takes it) into [`Json`], with a diagnostic where it is wrong.

use super::{Json, JsonKind, JsonMember};
use crate::base::{FileId, JsString, SourceFile, Span};
use crate::diag::{Diagnostic, Reporter, codes};

/// How deep arrays and objects may be nested.
const MAX_DEPTH: usize = 512;

/// Reads a whole file as one JSON value. What is wrong is reported.
#[must_use]
pub fn parse(file: FileId, source: &SourceFile, reporter: &mut Reporter) -> Option<Json> {
    let mut reader = Reader { file, text: &source.text, at: 0, depth: 0 };
    let read = reader.document();
    match read {
        Ok(json) => Some(json),
        Err(problem) => {
            reporter.report(problem.diagnostic(&source.path));
            None
        }
    }
}

/// What is wrong, and where.
struct Problem {
    span: Span,
    found: &'static str,
    help: Option<Fix>,
}

/// How to put it right.
enum Fix {
    Words(&'static str),
    Remove(Span),
}

impl Problem {
    fn diagnostic(self, path: &str) -> Diagnostic {
        let diagnostic = Diagnostic::error(codes::INVALID_JSON, format!("`{path}` is not valid JSON"))
            .primary(self.span, self.found);
        match self.help {
            None => diagnostic,
            Some(Fix::Words(text)) => diagnostic.help(text),
            Some(Fix::Remove(span)) => diagnostic.suggest(span, "", "remove it"),
        }
    }
}

struct Reader<'t> {
    file: FileId,
    text: &'t str,
    at: usize,
    depth: usize,
}

impl Reader<'_> {
    fn document(&mut self) -> Result<Json, Problem> {
        if self.text.starts_with('\u{feff}') {
            let help = Fix::Words("save the file as UTF-8 without a byte order mark");
            return Err(self.problem(0, 3, "a byte order mark", Some(help)));
        }
        let json = self.value()?;
        self.skip_space();
        if self.at < self.text.len() {
            return Err(self.unexpected("the value ends before this"));
        }
        Ok(json)
    }

    fn value(&mut self) -> Result<Json, Problem> {
        self.skip_space();
        let start = self.at;
        let kind = match self.peek() {
            Some(b'{') => self.nested(Self::object)?,
            Some(b'[') => self.nested(Self::array)?,
            Some(b'"') => JsonKind::String(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b't') => self.word("true", JsonKind::Bool(true))?,
            Some(b'f') => self.word("false", JsonKind::Bool(false))?,
            Some(b'n') => self.word("null", JsonKind::Null)?,
            _ => return Err(self.unexpected("expected a value here")),
        };
        Ok(Json { kind, span: self.span(start, self.at) })
    }

    fn nested(&mut self, read: fn(&mut Self) -> Result<JsonKind, Problem>) -> Result<JsonKind, Problem> {
        if self.depth == MAX_DEPTH {
            let help = Fix::Words("arrays and objects can be nested 512 deep");
            return Err(self.problem(self.at, self.at + 1, "nested too deeply", Some(help)));
        }
        self.depth += 1;
        self.at += 1;
        let kind = read(self)?;
        self.depth -= 1;
        Ok(kind)
    }

    fn object(&mut self) -> Result<JsonKind, Problem> {
        let mut members = Vec::new();
        self.skip_space();
        if self.eat(b'}') {
            return Ok(JsonKind::Object(members));
        }
        loop {
            self.skip_space();
            let start = self.at;
            if self.peek() != Some(b'"') {
                return Err(self.unexpected("expected a key in double quotes"));
            }
            let key = self.string()?;
            let key_span = self.span(start, self.at);
            self.skip_space();
            if !self.eat(b':') {
                return Err(self.unexpected("expected `:` after the key"));
            }
            let value = self.value()?;
            members.push(JsonMember { key, key_span, value });
            self.skip_space();
            if self.eat(b'}') {
                return Ok(JsonKind::Object(members));
            }
            self.comma(b'}', "expected `,` or `}`")?;
        }
    }

    fn array(&mut self) -> Result<JsonKind, Problem> {
        let mut items = Vec::new();
        self.skip_space();
        if self.eat(b']') {
            return Ok(JsonKind::Array(items));
        }
        loop {
            items.push(self.value()?);
            self.skip_space();
            if self.eat(b']') {
                return Ok(JsonKind::Array(items));
            }
            self.comma(b']', "expected `,` or `]`")?;
        }
    }

    fn comma(&mut self, close: u8, expected: &'static str) -> Result<(), Problem> {
        let comma = self.at;
        if !self.eat(b',') {
            return Err(self.unexpected(expected));
        }
        self.skip_space();
        if self.peek() == Some(close) {
            let help = Fix::Remove(self.span(comma, comma + 1));
            return Err(self.problem(comma, comma + 1, "JSON has no trailing commas", Some(help)));
        }
        Ok(())
    }

    fn word(&mut self, word: &'static str, kind: JsonKind) -> Result<JsonKind, Problem> {
        if self.text[self.at..].starts_with(word) {
            self.at += word.len();
            Ok(kind)
        } else {
            Err(self.unexpected("expected a value here"))
        }
    }

    fn number(&mut self) -> Result<JsonKind, Problem> {
        let start = self.at;
        self.eat(b'-');
        if self.eat(b'0') {
            if matches!(self.peek(), Some(b'0'..=b'9')) {
                return Err(self.problem(start, self.at + 1, "a number cannot begin with 0", None));
            }
        } else {
            self.digits(start)?;
        }
        if self.eat(b'.') {
            self.digits(start)?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _ = self.eat(b'+') || self.eat(b'-');
            self.digits(start)?;
        }
        let number = self.text[start..self.at].parse().expect("JSON numbers are Rust numbers");
        Ok(JsonKind::Number(number))
    }

    fn digits(&mut self, start: usize) -> Result<(), Problem> {
        let first = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == first {
            let end = self.text[self.at..].chars().next().map_or(self.at, |c| self.at + c.len_utf8());
            return Err(self.problem(start, end, "expected a digit", None));
        }
        Ok(())
    }

    fn string(&mut self) -> Result<JsString, Problem> {
        let start = self.at;
        self.at += 1;
        let mut bytes = Vec::new();
        loop {
            let rest = &self.text[self.at..];
            let plain = rest.find(|c: char| c == '"' || c == '\\' || c < ' ').unwrap_or(rest.len());
            bytes.extend_from_slice(&rest.as_bytes()[..plain]);
            self.at += plain;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(JsString::from_wtf8(bytes));
                }
                Some(b'\\') => self.escape(&mut bytes)?,
                Some(b'\n' | b'\r') => {
                    return Err(self.problem(start, self.at, "this string is not closed on its line", None));
                }
                Some(_) => {
                    let help = Fix::Words("write it as an escape such as `\\t` or `\\u0001`");
                    return Err(self.problem(self.at, self.at + 1, "a control character in a string", Some(help)));
                }
                None => return Err(self.problem(start, self.at, "this string is not closed", None)),
            }
        }
    }

    fn escape(&mut self, bytes: &mut Vec<u8>) -> Result<(), Problem> {
        let start = self.at;
        self.at += 1;
        let escaped = self.peek();
        self.at += 1;
        let byte = match escaped {
            Some(c @ (b'"' | b'\\' | b'/')) => c,
            Some(b'b') => 8,
            Some(b'f') => 12,
            Some(b'n') => b'\n',
            Some(b'r') => b'\r',
            Some(b't') => b'\t',
            Some(b'u') => {
                let unit = self.hex(start)?;
                push_code_unit(bytes, unit);
                return Ok(());
            }
            _ => {
                self.at -= 1;
                let end = self.text[self.at..].chars().next().map_or(self.at, |c| self.at + c.len_utf8());
                return Err(self.problem(start, end, "JSON has no such escape", None));
            }
        };
        bytes.push(byte);
        Ok(())
    }

    fn hex(&mut self, start: usize) -> Result<u16, Problem> {
        let digits = self.text.get(self.at..self.at + 4).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
        let Some(unit) = digits.and_then(|digits| u16::from_str_radix(digits, 16).ok()) else {
            return Err(self.problem(start, self.at, "`\\u` takes four hexadecimal digits", None));
        };
        self.at += 4;
        Ok(unit)
    }

    fn unexpected(&self, expected: &'static str) -> Problem {
        let rest = &self.text[self.at..];
        let help = match rest.chars().next() {
            None => {
                return self.problem(self.at, self.at, "the file ends here", Some(Fix::Words("close what is open")));
            }
            Some('/') => Some(Fix::Words("JSON has no comments")),
            Some('\'') => Some(Fix::Words("JSON strings stand in double quotes")),
            Some(_) => None,
        };
        let end = self.at + rest.chars().next().map_or(0, char::len_utf8);
        self.problem(self.at, end, expected, help)
    }

    fn problem(&self, start: usize, end: usize, found: &'static str, help: Option<Fix>) -> Problem {
        Problem { span: self.span(start, end), found, help }
    }

    fn span(&self, start: usize, end: usize) -> Span {
        let offset = |at| u32::try_from(at).expect("files are limited to far less");
        Span { file: self.file, start: offset(start), end: offset(end) }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }
}

/// Appends a UTF-16 code unit as WTF-8: a low surrogate joins the high one that stands right before it.
fn push_code_unit(bytes: &mut Vec<u8>, unit: u16) {
    let code_point = match (unit, bytes.last_chunk()) {
        (0xDC00..=0xDFFF, Some(&[0xED, second @ 0xA0..=0xAF, third])) => {
            let high = (u32::from(second & 0x0F) << 6) | u32::from(third & 0x3F);
            bytes.truncate(bytes.len() - 3);
            0x1_0000 + (high << 10) + (u32::from(unit) - 0xDC00)
        }
        _ => u32::from(unit),
    };
    match char::from_u32(code_point) {
        Some(c) => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        None => {
            let low_six = |bits: u32| 0x80 | u8::try_from(bits & 0x3F).expect("six bits");
            bytes.extend_from_slice(&[0xED, low_six(code_point >> 6), low_six(code_point)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Json, String> {
        let mut reporter = Reporter::new();
        let json = parse(FileId(0), &SourceFile::new("x.json", text), &mut reporter);
        json.ok_or_else(|| {
            let diagnostics = reporter.finish();
            format!("{}: {}", diagnostics[0].labels[0].span.start, diagnostics[0].labels[0].text)
        })
    }

    fn string(text: &str) -> Vec<u8> {
        match read(text).expect("valid").kind {
            JsonKind::String(string) => string.as_bytes().to_vec(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn strings_are_wtf8() {
        assert_eq!(string(r#""a\u00e9\n""#), "aé\n".as_bytes());
        assert_eq!(string(r#""\ud83d\ude00""#), "😀".as_bytes());
        assert_eq!(string(r#""\ud83dx""#), b"\xED\xA0\xBDx");
        assert_eq!(string(r#""\ude00""#), b"\xED\xB8\x80");
    }

    #[test]
    fn values_keep_order_and_repetitions() {
        let json = read(r#" {"b": [1, -0.5e2, null], "a": true, "b": {}} "#).expect("valid");
        let JsonKind::Object(members) = json.kind else { panic!("an object") };
        let keys: Vec<_> = members.iter().map(|member| member.key.display()).collect();
        assert_eq!(keys, ["b", "a", "b"]);
        assert!(
            matches!(&members[0].value.kind, JsonKind::Array(items) if matches!(items[1].kind, JsonKind::Number(n) if n == -50.0))
        );
    }

    #[test]
    fn problems_have_a_place() {
        for (text, problem) in [
            ("", "0: the file ends here"),
            ("{\"a\": 1,}", "7: JSON has no trailing commas"),
            ("[1 2]", "3: expected `,` or `]`"),
            ("{a: 1}", "1: expected a key in double quotes"),
            ("\"abc", "0: this string is not closed"),
            ("\"a\nb\"", "0: this string is not closed on its line"),
            ("\"\\x\"", "1: JSON has no such escape"),
            ("\"\\u12\"", "1: `\\u` takes four hexadecimal digits"),
            ("01", "0: a number cannot begin with 0"),
            ("-", "0: expected a digit"),
            ("1.é", "0: expected a digit"),
            ("true false", "5: the value ends before this"),
            ("\u{feff}{}", "0: a byte order mark"),
        ] {
            assert_eq!(read(text).map(|json| format!("{json:?}")), Err(problem.to_owned()), "{text}");
        }
        assert_eq!(read(&"[".repeat(100_000)).map(|_| ()), Err("512: nested too deeply".to_owned()));
    }
}
