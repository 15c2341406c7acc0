//! The words of a date's text, as V8 cuts them.

/// What a text is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// Digits: their value, of which only the first nine after the zeros count, and their number.
    Number { value: i32, digits: usize },
    /// One of `: - + . )`
    Symbol(u8),
    /// One character of white space.
    Space,
    /// Letters and everything above them.
    Word { word: Word, length: usize },
    /// Any other character, or a parenthesis with all in it.
    Other,
    /// The end.
    End,
}

/// What a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A month, from 1.
    Month(i32),
    /// A time zone, in hours from UTC.
    Zone(i32),
    /// The hours that `am` or `pm` add.
    HalfDay(i32),
    /// `T`
    TimeFollows,
    /// Nothing.
    Unknown,
}

#[rustfmt::skip]
const WORDS: [(&[u8; 3], Word); 27] = [
    (b"jan", Word::Month(1)), (b"feb", Word::Month(2)), (b"mar", Word::Month(3)), (b"apr", Word::Month(4)), (b"may", Word::Month(5)),
    (b"jun", Word::Month(6)), (b"jul", Word::Month(7)), (b"aug", Word::Month(8)), (b"sep", Word::Month(9)), (b"oct", Word::Month(10)),
    (b"nov", Word::Month(11)), (b"dec", Word::Month(12)), (b"am\0", Word::HalfDay(0)), (b"pm\0", Word::HalfDay(12)),
    (b"ut\0", Word::Zone(0)), (b"utc", Word::Zone(0)), (b"z\0\0", Word::Zone(0)), (b"gmt", Word::Zone(0)), (b"cdt", Word::Zone(-5)),
    (b"cst", Word::Zone(-6)), (b"edt", Word::Zone(-4)), (b"est", Word::Zone(-5)), (b"mdt", Word::Zone(-6)), (b"mst", Word::Zone(-7)),
    (b"pdt", Word::Zone(-7)), (b"pst", Word::Zone(-8)), (b"t\0\0", Word::TimeFollows),
];

/// White space beyond ASCII (ECMA-262 §12.2). V8 takes the line terminators U+2028 and U+2029 for letters here.
#[rustfmt::skip]
const SPACES: [&str; 17] = [
    "\u{a0}", "\u{1680}", "\u{2000}", "\u{2001}", "\u{2002}", "\u{2003}", "\u{2004}", "\u{2005}", "\u{2006}", "\u{2007}", "\u{2008}",
    "\u{2009}", "\u{200a}", "\u{202f}", "\u{205f}", "\u{3000}", "\u{feff}",
];

/// The length of the white space beyond ASCII that the text starts with.
fn space(text: &[u8]) -> Option<usize> {
    SPACES.iter().find(|space| text.starts_with(space.as_bytes())).map(|space| space.len())
}

impl Token {
    /// The value of a number of exactly `count` digits between two bounds.
    pub(super) fn number_of(self, count: usize, least: i32, most: i32) -> Option<i32> {
        match self {
            Token::Number { value, digits } if digits == count && (least..=most).contains(&value) => Some(value),
            _ => None,
        }
    }

    /// 1 for `+`, -1 for `-`.
    pub(super) fn sign(self) -> Option<i32> {
        match self {
            Token::Symbol(b'+') => Some(1),
            Token::Symbol(b'-') => Some(-1),
            _ => None,
        }
    }

    pub(super) fn is_number(self) -> bool {
        matches!(self, Token::Number { .. })
    }

    /// `Z`
    pub(super) fn is_zulu(self) -> bool {
        matches!(self, Token::Word { word: Word::Zone(0), length: 1 })
    }
}

/// Cuts a text, one token ahead.
pub(super) struct Scanner<'a> {
    rest: &'a [u8],
    next: Token,
}

impl<'a> Scanner<'a> {
    /// Of WTF-8 text.
    pub(super) fn new(text: &'a [u8]) -> Self {
        let mut scanner = Scanner { rest: text, next: Token::End };
        scanner.next = scanner.scan();
        scanner
    }

    pub(super) fn peek(&self) -> Token {
        self.next
    }

    pub(super) fn next(&mut self) -> Token {
        let next = self.scan();
        std::mem::replace(&mut self.next, next)
    }

    /// Takes a symbol if it comes next.
    pub(super) fn skip(&mut self, symbol: u8) -> bool {
        let found = self.next == Token::Symbol(symbol);
        if found {
            self.next = self.scan();
        }
        found
    }

    fn take_while(&mut self, test: impl Fn(&u8) -> bool) -> &'a [u8] {
        let count = self.rest.iter().take_while(|byte| test(byte)).count();
        let (taken, rest) = self.rest.split_at(count);
        self.rest = rest;
        taken
    }

    fn scan(&mut self) -> Token {
        let first = self.rest.first().copied().unwrap_or(0);
        match first {
            // V8 takes the character NUL for the end.
            0 => Token::End,
            b'0'..=b'9' => {
                let digits = self.take_while(u8::is_ascii_digit);
                let significant = digits.iter().skip_while(|digit| **digit == b'0');
                let value = significant.take(9).fold(0, |value, digit| value * 10 + i32::from(digit - b'0'));
                Token::Number { value, digits: digits.len() }
            }
            b'A'.. => match space(self.rest) {
                Some(length) => {
                    self.rest = &self.rest[length..];
                    Token::Space
                }
                None => self.word(),
            },
            b'(' => {
                self.skip_parenthesis();
                Token::Other
            }
            _ => {
                self.rest = &self.rest[1..];
                match first {
                    b':' | b'-' | b'+' | b'.' | b')' => Token::Symbol(first),
                    b' ' | b'\t'..=b'\r' => Token::Space,
                    _ => Token::Other,
                }
            }
        }
    }

    fn word(&mut self) -> Token {
        let is_in_word = |at: &usize| self.rest[*at] >= b'A' && space(&self.rest[*at..]).is_none();
        let end = (0..self.rest.len()).take_while(is_in_word).count();
        let (letters, rest) = self.rest.split_at(end);
        self.rest = rest;
        // The length only has to be right up to three, where all letters are ASCII if the word is known.
        let length = letters.len();
        let mut prefix = [0; 3];
        for (place, letter) in prefix.iter_mut().zip(letters) {
            *place = letter | 0x20;
        }
        let known = WORDS.iter().find(|(text, _)| **text == prefix).map(|(_, word)| *word);
        let word = match known {
            Some(month @ Word::Month(_)) => month,
            Some(word) if length <= 3 => word,
            Some(_) | None => Word::Unknown,
        };
        Token::Word { word, length }
    }

    fn skip_parenthesis(&mut self) {
        let mut depth = 0;
        while let Some((&byte, rest)) = self.rest.split_first() {
            if byte == 0 {
                return;
            }
            match byte {
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            self.rest = rest;
            if depth == 0 {
                return;
            }
        }
    }
}
