//! Bounds the depth of the syntax tree before it is built: swc, the later stages and `drop` all recurse.
//!
//! The scanner knows comments, strings, templates and (by the token before) regular expressions. It counts open brackets,
//! and within each bracket the operators and statement heads since the last thing that ends an expression or statement:
//! an upper bound of the depth, since each of them adds at most one level.

use crate::base::{FileId, Span};
use crate::diag::{Diagnostic, codes};

/// Brackets within brackets.
const MAX_BRACKETS: usize = 500;
/// Brackets, operators and statement heads within each other.
const MAX_DEPTH: usize = 4_000;
/// Brackets within brackets when nothing is taken for a string: whatever the scanner misreads, the parser survives this.
const MAX_RAW_BRACKETS: usize = 20_000;

/// The diagnostic, if the code is nested too deeply.
pub(super) fn check(file: FileId, text: &str) -> Option<Diagnostic> {
    let start = Scanner::new(text.as_bytes()).run().or_else(|| raw(text.as_bytes()))?;
    let start = u32::try_from(start).expect("files are limited to far less");
    Some(
        Diagnostic::error(codes::NESTED_TOO_DEEPLY, "the code is nested too deeply")
            .primary(Span { file, start, end: start + 1 }, "one level too many")
            .help("split the expression or function into smaller ones")
            .note(format!("the limits are {MAX_BRACKETS} brackets and {MAX_DEPTH} operators within each other")),
    )
}

/// Where raw bracket nesting passes its limit.
fn raw(text: &[u8]) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in text.iter().enumerate() {
        match byte {
            b'(' | b'[' | b'{' => {
                depth += 1;
                if depth > MAX_RAW_BRACKETS {
                    return Some(at);
                }
            }
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// What the token before was.
#[derive(Clone, Copy, PartialEq)]
enum Previous {
    /// It ends an operand: a name, a literal, a closing bracket. A name after it begins a new statement.
    Operand,
    /// `)` of `if (…)` and the like: a statement follows.
    Head,
    /// `}`: the end of a block or of an object.
    Brace,
    /// `;`
    Semicolon,
    /// An operator, keyword or opening bracket.
    Other,
}

/// An open bracket.
struct Bracket {
    kind: u8,
    /// `(` after `if`, `for`, `while`.
    is_head: bool,
    /// Operators since the expression began.
    operators: usize,
    /// `if`, `else`, `for`… since the statement began.
    heads: usize,
}

struct Scanner<'t> {
    text: &'t [u8],
    at: usize,
    brackets: Vec<Bracket>,
    depth: usize,
    previous: Previous,
    /// The last word was `if`, `for`, `while`: a parenthesis after it is a head.
    expects_head: bool,
}

impl<'t> Scanner<'t> {
    fn new(text: &'t [u8]) -> Self {
        let file = Bracket { kind: b' ', is_head: false, operators: 0, heads: 0 };
        Self { text, at: 0, brackets: vec![file], depth: 0, previous: Previous::Semicolon, expects_head: false }
    }

    /// The offset at which the limit is passed.
    fn run(mut self) -> Option<usize> {
        while let Some(&byte) = self.text.get(self.at) {
            let start = self.at;
            self.token(byte);
            if self.brackets.len() > MAX_BRACKETS || self.depth + self.brackets.len() > MAX_DEPTH {
                return Some(start);
            }
        }
        None
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.text.get(self.at + ahead).copied()
    }

    fn token(&mut self, byte: u8) {
        match byte {
            b' ' | b'\t' | b'\r' | b'\n' => self.at += 1,
            b'/' if self.peek(1) == Some(b'/') => self.skip_past(b"\n"),
            b'/' if self.peek(1) == Some(b'*') => {
                self.at += 2;
                self.skip_past(b"*/");
            }
            b'/' if matches!(
                self.previous,
                Previous::Other | Previous::Semicolon | Previous::Head | Previous::Brace
            ) =>
            {
                self.regex();
            }
            b'"' | b'\'' => self.string(byte),
            b'`' => {
                self.at += 1;
                self.operand();
                self.template();
            }
            b'(' | b'[' | b'{' => self.open(byte),
            b')' | b']' | b'}' => self.close(byte),
            b',' => {
                self.at += 1;
                self.end_expression();
                self.previous = Previous::Other;
            }
            b';' => {
                self.at += 1;
                self.end_expression();
                self.previous = Previous::Semicolon;
            }
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'$' | b'#' | b'@' | b'\\' | 0x80.. => self.word(),
            _ => {
                self.at += 1;
                self.count_operator();
                self.previous = Previous::Other;
            }
        }
    }

    fn skip_past(&mut self, end: &[u8]) {
        let rest = &self.text[self.at.min(self.text.len())..];
        let found = rest.windows(end.len()).position(|window| window == end);
        self.at = found.map_or(self.text.len(), |found| self.at + found + end.len());
    }

    fn innermost(&mut self) -> &mut Bracket {
        self.brackets.last_mut().expect("the file itself is never closed")
    }

    fn count_operator(&mut self) {
        self.innermost().operators += 1;
        self.depth += 1;
    }

    fn end_expression(&mut self) {
        let operators = std::mem::take(&mut self.innermost().operators);
        self.depth -= operators;
    }

    fn end_statement(&mut self) {
        self.end_expression();
        let heads = std::mem::take(&mut self.innermost().heads);
        self.depth -= heads;
    }

    /// A literal or name begins: after an operand it begins a new statement.
    fn operand(&mut self) {
        match self.previous {
            Previous::Operand | Previous::Brace | Previous::Semicolon => self.end_statement(),
            Previous::Head => self.end_expression(),
            Previous::Other => {}
        }
        self.previous = Previous::Operand;
    }

    fn open(&mut self, kind: u8) {
        match self.previous {
            Previous::Semicolon => self.end_statement(),
            Previous::Operand | Previous::Head | Previous::Brace | Previous::Other => self.count_operator(),
        }
        let is_head = kind == b'(' && std::mem::take(&mut self.expects_head);
        self.brackets.push(Bracket { kind, is_head, operators: 0, heads: 0 });
        self.previous = if kind == b'{' { Previous::Semicolon } else { Previous::Other };
        self.at += 1;
    }

    fn close(&mut self, kind: u8) {
        self.at += 1;
        if self.brackets.len() == 1 {
            return;
        }
        self.end_statement();
        let bracket = self.brackets.pop();
        self.previous = match (kind, bracket.as_ref().is_some_and(|bracket| bracket.is_head)) {
            (b'}', _) => Previous::Brace,
            (_, true) => Previous::Head,
            (_, false) => Previous::Operand,
        };
        if bracket.is_some_and(|bracket| bracket.kind == b'$') {
            self.template();
        }
    }

    /// Text of a template literal, up to its end or the next `${`.
    fn template(&mut self) {
        while let Some(byte) = self.peek(0) {
            match byte {
                b'\\' => self.at += 2,
                b'`' => {
                    self.at += 1;
                    self.previous = Previous::Operand;
                    return;
                }
                b'$' if self.peek(1) == Some(b'{') => {
                    self.at += 2;
                    self.brackets.push(Bracket { kind: b'$', is_head: false, operators: 0, heads: 0 });
                    self.previous = Previous::Other;
                    return;
                }
                _ => self.at += 1,
            }
        }
    }

    fn string(&mut self, quote: u8) {
        self.operand();
        self.at += 1;
        while let Some(byte) = self.peek(0) {
            match byte {
                b'\\' => self.at += 2,
                b'\n' => return,
                _ => {
                    self.at += 1;
                    if byte == quote {
                        return;
                    }
                }
            }
        }
    }

    fn regex(&mut self) {
        self.operand();
        self.at += 1;
        let mut in_class = false;
        while let Some(byte) = self.peek(0) {
            match byte {
                b'\\' => self.at += 2,
                b'\n' => return,
                b'/' if !in_class => {
                    self.at += 1;
                    return;
                }
                _ => {
                    in_class = byte == b'[' || (in_class && byte != b']');
                    self.at += 1;
                }
            }
        }
    }

    fn word(&mut self) {
        let start = self.at;
        while let Some(b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'$' | b'#' | b'@' | b'\\' | 0x80..) =
            self.peek(0)
        {
            self.at += 1;
        }
        match &self.text[start..self.at] {
            b"else" | b"catch" | b"finally" => {
                self.head();
                self.previous = Previous::Other;
            }
            b"if" | b"for" | b"while" | b"do" | b"with" => {
                let is_do = &self.text[start..self.at] == b"do";
                match self.previous {
                    Previous::Operand | Previous::Brace | Previous::Semicolon => self.end_statement(),
                    Previous::Head => self.end_expression(),
                    Previous::Other => {}
                }
                self.head();
                self.expects_head = !is_do;
                self.previous = Previous::Other;
            }
            b"in" | b"of" | b"instanceof" | b"as" | b"satisfies" | b"is" | b"extends" | b"keyof" | b"new"
            | b"typeof" | b"void" | b"delete" | b"await" | b"async" | b"yield" | b"infer" | b"readonly" | b"unique"
            | b"asserts" | b"abstract" => {
                self.count_operator();
                self.previous = Previous::Other;
            }
            b"case" | b"default" | b"return" | b"throw" | b"const" | b"let" | b"var" | b"function" | b"class"
            | b"export" | b"import" => {
                self.operand();
                self.end_expression();
                self.previous = Previous::Other;
            }
            _ => self.operand(),
        }
    }

    fn head(&mut self) {
        self.innermost().heads += 1;
        self.depth += 1;
    }
}
