//! Values that break careless code.

use super::random::Random;
use super::sample::{Sample, Text};

/// Numbers as JSON may spell them.
const NUMBERS: [&str; 24] = [
    "0",
    "-0",
    "1",
    "-1",
    "2",
    "10",
    "0.1",
    "-0.5",
    "1.5",
    "1e3",
    "1e21",
    "1e-7",
    "123456789012345680000",
    "9007199254740993",
    "2147483648",
    "-2147483649",
    "4294967296",
    "1e308",
    "5e-324",
    "1e400",
    "-1e400",
    "1700000000",
    "1700000000123",
    "0.30000000000000004",
];

/// Strings as JSON spells them, without the quotation marks.
const STRINGS: [&str; 84] = [
    "",
    " ",
    "\\n",
    "\\t x \\u00a0",
    "a",
    "A",
    "0",
    "-0",
    "00",
    "1",
    "1.0",
    "1e3",
    "0x10",
    " 12 ",
    "12px",
    ".5",
    "-",
    "1_000",
    "NaN",
    "Infinity",
    "-Infinity",
    "true",
    "false",
    "null",
    "undefined",
    "yes",
    "No",
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "length",
    "prototype",
    "valueOf",
    "\\ud83d\\ude00",
    "\\ud83d",
    "\\ude00x",
    "a\\ud800",
    "\\u0000",
    "é",
    "e\\u0301",
    "İ",
    "ß",
    "ﬁ",
    "Σς",
    "ǆ",
    "日本語",
    "🇩🇪 x",
    "\\u2028",
    "\\ufeffx",
    "a,b,,c",
    ",",
    " a , b ",
    "a.b.c",
    "..",
    "a/b/c",
    "/",
    "//",
    "a=b&c=d",
    "?",
    "#",
    "%41%zz",
    "%E0%A4%A",
    "$1$&$$",
    ".*+?^${}()|[]\\\\",
    "<script>",
    "{\\\"a\\\":1}",
    "[1,\\\"2\\\"]",
    "{",
    "\\\"",
    "'",
    "\\\\",
    "https://Example.com/A/b/?x=1&utm_source=News&x=2#Frag",
    "http://user:pw@[::1]:8080/%7Efoo/../bar?",
    "https://example.com",
    "//example.com/x",
    "mailto:a@b.c",
    "1.2.3",
    "v1.2.3-beta.1+build.5",
    "1.2",
    "2024-02-29T23:59:60.123Z",
    "2020-01-01",
    "127.0.0.1",
    "a@example.com",
];

/// Names of properties that mean something to JavaScript itself, or sort in ways of their own.
const KEYS: [&str; 16] = [
    "__proto__",
    "constructor",
    "toString",
    "valueOf",
    "hasOwnProperty",
    "length",
    "0",
    "1",
    "10",
    "-1",
    "01",
    "4294967295",
    "",
    " ",
    "\\ud800",
    "then",
];

/// A hostile string.
pub fn string(random: &mut Random) -> Text {
    match random.below(40) {
        0 => Text("x".repeat(1 + random.below(3000))),
        1 => Text("aB🙂 ,.-_/".repeat(random.below(600))),
        _ => Text((*random.one(&STRINGS)).to_owned()),
    }
}

/// A hostile property name.
pub fn key(random: &mut Random) -> Text {
    Text((*random.one(&KEYS)).to_owned())
}

/// A hostile number.
pub fn number(random: &mut Random) -> Sample {
    Sample::Number((*random.one(&NUMBERS)).to_owned())
}

/// Anything hostile.
pub fn value(random: &mut Random) -> Sample {
    match random.below(16) {
        0 => Sample::Null,
        1 => Sample::Bool(random.chance(50)),
        2..=4 => number(random),
        5..=9 => Sample::String(string(random)),
        10 => Sample::Array(Vec::new()),
        11 => Sample::Object(Vec::new()),
        12 => Sample::Array((0..random.below(4)).map(|_| value(random)).collect()),
        13 => Sample::Object((0..random.below(4)).map(|_| (key(random), value(random))).collect()),
        14 => nested(random),
        _ => Sample::Array(vec![Sample::Number("1".to_owned()); random.below(300)]),
    }
}

/// Deep, but not so deep that the depth of the stack would decide.
fn nested(random: &mut Random) -> Sample {
    let mut value = number(random);
    for _ in 0..random.below(30) {
        value = if random.chance(50) { Sample::Array(vec![value]) } else { Sample::object([("a", value)]) };
    }
    value
}
