//! A fixed short run of the fuzz targets, on stable and everywhere: seeded mutations of the texts in this repository.
//! `PRICKLE_FUZZ_ROUNDS=100` makes it a hundred times as long.

use std::fs;
use std::path::Path;

use prickle_tests::folder::repository;
use prickle_tests::fuzz::{Heaps, compiler};

/// A small generator: the same inputs on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit.max(1) as u64).expect("it is below a usize")
    }

    /// A changed copy of one of the texts.
    fn mutated(&mut self, corpus: &[Vec<u8>], tokens: &[&str]) -> Vec<u8> {
        let mut text = corpus[self.below(corpus.len())].clone();
        for _ in 0..=self.below(4) {
            let at = self.below(text.len() + 1);
            let end = (at + self.below(12)).min(text.len());
            match self.below(6) {
                0 => drop(text.drain(at..end)),
                1 => {
                    let piece = text[at..end].to_vec();
                    text.splice(at..at, piece);
                }
                2 => {
                    let token = tokens[self.below(tokens.len())];
                    text.splice(at..at, token.bytes());
                }
                3 => {
                    let token = tokens[self.below(tokens.len())];
                    text.splice(at..end, token.bytes());
                }
                4 => {
                    let other = &corpus[self.below(corpus.len())];
                    let from = self.below(other.len());
                    let to = (from + self.below(200)).min(other.len());
                    text.splice(at..end, other[from..to].to_vec());
                }
                _ => text.truncate(at),
            }
        }
        text
    }
}

fn rounds(usual: usize) -> usize {
    let factor = std::env::var("PRICKLE_FUZZ_ROUNDS").ok().and_then(|text| text.parse::<usize>().ok());
    usual * factor.unwrap_or(1)
}

/// The files below a folder with one of these endings; long ones are left out.
fn corpus(folder: &Path, endings: &[&str], into: &mut Vec<Vec<u8>>) {
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    for path in paths {
        let name = path.to_string_lossy().into_owned();
        if path.is_dir() {
            corpus(&path, endings, into);
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            into.extend(fs::read(&path).ok().filter(|text| text.len() < 6000));
        }
    }
}

fn sources() -> Vec<Vec<u8>> {
    let mut texts = Vec::new();
    corpus(&repository().join("tests/exec"), &[".js", ".ts"], &mut texts);
    corpus(&repository().join("plugins-src"), &[".js", ".ts"], &mut texts);
    texts
}

fn events() -> Vec<Vec<u8>> {
    let mut files = Vec::new();
    corpus(&repository().join("tests/exec"), &["events.ndjson"], &mut files);
    corpus(&repository().join("plugins-src"), &["events.ndjson"], &mut files);
    files.iter().flat_map(|file| file.split(|byte| *byte == b'\n')).map(<[u8]>::to_vec).collect()
}

const JSON_TOKENS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u",
    "\\ud83e",
    "\\udd94",
    "\\n",
    "null",
    "true",
    "false",
    "-",
    "0",
    "1e400",
    "1E-7",
    "0.1",
    "123456789012345678901",
    " ",
    "\t",
    "\u{1F994}",
    "\u{e9}",
    "\u{0}",
    "\u{7f}",
    "\"__proto__\":",
    "\"1\":",
    "\"a\":1,",
    "[[[[[[[[",
    "1.0",
    "-0",
];

const NUMBER_TOKENS: &[&str] = &[
    "0",
    "1",
    "9",
    ".",
    "e",
    "E",
    "-",
    "+",
    "0x",
    "0b1",
    "0o7",
    "Infinity",
    " ",
    "\u{a0}",
    "\u{2028}",
    "00",
    "999999999999999999999",
    "e308",
    "e-324",
    "5e-324",
    "4.9",
    "_",
    "n",
    "179769313486231570",
    "2.2250738585072011",
    "9007199254740993",
];

const CODE_TOKENS: &[&str] = &[
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    ";",
    ",",
    ".",
    "?.",
    "...",
    "=>",
    "=",
    "+=",
    "??=",
    "**",
    "`",
    "${",
    "'",
    "/",
    "/*",
    "//",
    "async ",
    "await ",
    "class A {}",
    "get ",
    "static ",
    "yield ",
    "function ",
    "const ",
    "let ",
    "var ",
    "for (",
    "while (",
    "switch (",
    "case ",
    "try {",
    "catch {",
    "finally {",
    "return ",
    "throw ",
    "delete ",
    "typeof ",
    "void ",
    "new ",
    "this",
    "super",
    "arguments",
    "eval",
    "import ",
    "export ",
    "default ",
    "enum ",
    "as ",
    "satisfies ",
    "<T>",
    "!",
    "@a ",
    "#x",
    "1n",
    "0x",
    "\\u{1F994}",
    "\u{1F994}",
    "null",
    "undefined",
    "0",
    "label: ",
    "break ",
    "continue ",
    "in ",
    "of ",
    "instanceof ",
    "with (",
    "debugger",
    "-->",
    "<!--",
    "\u{2028}",
    "\0",
    "({",
    "})",
    "[a, b] = ",
    "{ a = 1 } = ",
];

#[test]
fn json() {
    let (mut random, mut heaps, corpus) = (Random(0x9E37_79B9_7F4A_7C15), Heaps::default(), events());
    corpus.iter().for_each(|text| heaps.json(text));
    for _ in 0..rounds(50_000) {
        heaps.json(&random.mutated(&corpus, JSON_TOKENS));
    }
}

#[test]
fn numbers() {
    let (mut random, mut heaps) = (Random(0xD1B5_4A32_D192_ED03), Heaps::default());
    let corpus: Vec<_> = NUMBER_TOKENS.iter().map(|token| token.as_bytes().to_vec()).collect();
    for _ in 0..rounds(50_000) {
        heaps.number(&random.mutated(&corpus, NUMBER_TOKENS));
        let bits = (random.below(usize::MAX) as u64) ^ ((random.below(usize::MAX) as u64) << 1);
        heaps.number(&bits.to_le_bytes());
    }
}

#[test]
fn compiler_on_arbitrary_text() {
    let (mut random, corpus) = (Random(0xA076_1D64_78BD_642F), sources());
    for _ in 0..rounds(4_000) {
        let text = random.mutated(&corpus, CODE_TOKENS);
        compiler(&String::from_utf8_lossy(&text));
    }
}
