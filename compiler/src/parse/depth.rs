//! Bounds the depth of the syntax tree before it is built: swc, the later stages and `drop` all recurse.
//!
//! The scanner knows comments, strings, templates and (by the token before) regular expressions. It counts open brackets,
//! and within each bracket the operators and statement heads since the last thing that ends an expression or statement:
//! an upper bound of the depth, since each of them adds at most one level.
//!
//! TypeScript is ambiguous in three places: `<T>(a)` may begin a generic arrow function or a cast, `f<(a)` a call with type
//! arguments or a comparison, and `a ? (b) : c => d` is one of two conditionals. swc parses what follows twice there, so that
//! each level within another doubles the time. They are counted too.

use crate::base::{FileId, Span};
use crate::diag::{Diagnostic, codes};

/// Brackets within brackets.
const MAX_BRACKETS: usize = 500;
/// Brackets, operators and statement heads within each other.
const MAX_DEPTH: usize = 4_000;
/// Ambiguous beginnings within each other.
const MAX_AMBIGUOUS: usize = 14;
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
    /// `<` without a `>` since the statement began.
    angles: usize,
    /// Ambiguous beginnings since the statement began.
    ambiguous: usize,
    /// 1 where something ambiguous stands before the bracket.
    inherited: usize,
    /// A `(…) :` since the statement began: what follows may be the return type of an arrow function.
    has_return_type: bool,
    /// `? (…) :` since the statement began: an arrow after it may belong to the parenthesis.
    parenthesized: usize,
    /// `(` after `?`.
    is_consequent: bool,
}

impl Bracket {
    fn new(kind: u8) -> Self {
        Self {
            kind,
            is_head: false,
            operators: 0,
            heads: 0,
            angles: 0,
            ambiguous: 0,
            inherited: 0,
            has_return_type: false,
            parenthesized: 0,
            is_consequent: false,
        }
    }
}

struct Scanner<'t> {
    text: &'t [u8],
    at: usize,
    brackets: Vec<Bracket>,
    depth: usize,
    previous: Previous,
    /// Ambiguous beginnings in all open brackets.
    ambiguous: usize,
    /// The token before is `?`.
    after_question: bool,
    /// The last word was `if`, `for`, `while`: a parenthesis after it is a head.
    expects_head: bool,
}

impl<'t> Scanner<'t> {
    fn new(text: &'t [u8]) -> Self {
        let file = Bracket::new(b' ');
        Self {
            text,
            at: 0,
            brackets: vec![file],
            depth: 0,
            previous: Previous::Semicolon,
            ambiguous: 0,
            after_question: false,
            expects_head: false,
        }
    }

    /// The offset at which the limit is passed.
    fn run(mut self) -> Option<usize> {
        while let Some(&byte) = self.text.get(self.at) {
            let start = self.at;
            self.token(byte);
            let is_deep = self.brackets.len() > MAX_BRACKETS || self.depth + self.brackets.len() > MAX_DEPTH;
            if is_deep || self.ambiguous > MAX_AMBIGUOUS {
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
                // After an operand it is a tagged template, not a new statement.
                if self.previous != Previous::Operand {
                    self.operand();
                }
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
            _ => self.operator(byte),
        }
    }

    fn operator(&mut self, byte: u8) {
        match byte {
            b'<' => {
                self.innermost().angles += 1;
                if self.previous != Previous::Operand {
                    self.innermost().ambiguous += 1;
                    self.ambiguous += 1;
                }
            }
            b'=' if self.peek(1) == Some(b'>') => {
                self.at += 1;
                let bracket = self.innermost();
                if bracket.parenthesized > 0 {
                    bracket.parenthesized -= 1;
                    bracket.ambiguous += 1;
                    self.ambiguous += 1;
                }
            }
            b'>' => {
                let bracket = self.innermost();
                bracket.angles = bracket.angles.saturating_sub(1);
            }
            _ => {}
        }
        self.at += 1;
        self.count_operator();
        self.previous = Previous::Other;
        self.after_question = byte == b'?';
    }

    /// The next byte that is neither white space nor in a comment.
    fn next_token(&self) -> Option<u8> {
        let mut rest = &self.text[self.at.min(self.text.len())..];
        loop {
            rest = rest.trim_ascii_start();
            let end = if rest.starts_with(b"//") {
                rest.iter().position(|&byte| byte == b'\n')?
            } else if rest.starts_with(b"/*") {
                rest.windows(2).skip(2).position(|window| window == b"*/")? + 4
            } else {
                return rest.first().copied();
            };
            rest = &rest[end..];
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
        let bracket = self.innermost();
        let heads = std::mem::take(&mut bracket.heads);
        let ambiguous = std::mem::take(&mut bracket.ambiguous);
        bracket.angles = 0;
        bracket.parenthesized = 0;
        bracket.has_return_type = false;
        self.depth -= heads;
        self.ambiguous -= ambiguous;
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
        let is_consequent = kind == b'(' && std::mem::take(&mut self.after_question);
        self.push(kind);
        let bracket = self.innermost();
        bracket.is_head = is_head;
        bracket.is_consequent = is_consequent;
        self.previous = if kind == b'{' { Previous::Semicolon } else { Previous::Other };
        self.at += 1;
    }

    fn push(&mut self, kind: u8) {
        let around = self.innermost();
        let inherited = usize::from(around.angles > 0 || around.has_return_type);
        self.ambiguous += inherited;
        // Kept apart from what the statements within it count.
        let mut bracket = Bracket::new(kind);
        bracket.inherited = inherited;
        self.brackets.push(bracket);
    }

    fn close(&mut self, kind: u8) {
        self.at += 1;
        if self.brackets.len() == 1 {
            return;
        }
        self.end_statement();
        let bracket = self.brackets.pop();
        self.ambiguous -= bracket.as_ref().map_or(0, |bracket| bracket.inherited);
        if kind == b')' && self.next_token() == Some(b':') {
            let is_consequent = bracket.as_ref().is_some_and(|bracket| bracket.is_consequent);
            let around = self.innermost();
            around.has_return_type = true;
            around.parenthesized += usize::from(is_consequent);
        }
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
                    self.push(b'$');
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
