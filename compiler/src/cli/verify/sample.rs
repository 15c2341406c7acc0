//! JSON as text can have it: repeated keys, lone surrogates, numbers of any spelling.

use std::fmt::{self, Write};

use crate::base::{FileId, Id, JsString, SourceFile};
use crate::diag::Reporter;
use crate::load::{Json, JsonKind, json};

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sample {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number as it is spelled.
    Number(String),
    /// A string.
    String(Text),
    /// `[…]`
    Array(Vec<Sample>),
    /// `{…}`, in order.
    Object(Vec<(Text, Sample)>),
}

/// A string as it stands between quotation marks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text(pub String);

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::from(&JsString::from(text))
    }
}

impl From<&JsString> for Text {
    fn from(text: &JsString) -> Self {
        let (mut escaped, mut half) = (String::new(), Vec::new());
        for chunk in text.as_bytes().utf8_chunks() {
            for c in chunk.valid().chars() {
                match c {
                    '"' => escaped += "\\\"",
                    '\\' => escaped += "\\\\",
                    '\n' => escaped += "\\n",
                    c if c < ' ' => write!(escaped, "\\u{:04x}", c as u32).expect("writing to a string"),
                    c => escaped.push(c),
                }
            }
            // Half of a surrogate pair is three bytes in WTF-8, of which each is a chunk.
            half.extend_from_slice(chunk.invalid());
            if let [_, middle, low] = half[..] {
                let unit = 0xd000 | (u32::from(middle & 0x3f) << 6) | u32::from(low & 0x3f);
                write!(escaped, "\\u{unit:04x}").expect("writing to a string");
                half.clear();
            }
        }
        Self(escaped)
    }
}

impl Text {
    /// Whether it is this text.
    pub fn is(&self, text: &str) -> bool {
        self.0 == text
    }
}

impl fmt::Display for Sample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => write!(f, "{value}"),
            Self::Number(text) => f.write_str(text),
            Self::String(text) => write!(f, "\"{}\"", text.0),
            Self::Array(items) => {
                f.write_char('[')?;
                for (index, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", if index > 0 { "," } else { "" })?;
                }
                f.write_char(']')
            }
            Self::Object(members) => {
                f.write_char('{')?;
                for (index, (key, value)) in members.iter().enumerate() {
                    write!(f, "{}\"{}\":{value}", if index > 0 { "," } else { "" }, key.0)?;
                }
                f.write_char('}')
            }
        }
    }
}

impl From<&str> for Sample {
    fn from(text: &str) -> Self {
        Self::String(text.into())
    }
}

impl From<f64> for Sample {
    fn from(number: f64) -> Self {
        if number.is_finite() { Self::Number(number.to_string()) } else { Self::Null }
    }
}

impl From<&Json> for Sample {
    fn from(json: &Json) -> Self {
        match &json.kind {
            JsonKind::Null => Self::Null,
            JsonKind::Bool(value) => Self::Bool(*value),
            JsonKind::Number(number) if number.is_infinite() => {
                Self::Number(if *number > 0.0 { "1e400" } else { "-1e400" }.to_owned())
            }
            JsonKind::Number(number) => Self::from(*number),
            JsonKind::String(text) => Self::String(text.into()),
            JsonKind::Array(items) => Self::Array(items.iter().map(Self::from).collect()),
            JsonKind::Object(members) => {
                Self::Object(members.iter().map(|member| ((&member.key).into(), Self::from(&member.value))).collect())
            }
        }
    }
}

impl Sample {
    /// Reads JSON text; `None` where it is none, or nested too deep to be worth it.
    pub fn parse(text: &str) -> Option<Self> {
        let file = SourceFile::new("", text);
        json::parse(FileId::from_index(0), &file, &mut Reporter::new()).map(|json| Self::from(&json))
    }

    /// An object with these members.
    pub fn object<const N: usize>(members: [(&str, Self); N]) -> Self {
        Self::Object(members.into_iter().map(|(key, value)| (key.into(), value)).collect())
    }

    /// The value of the last member of that name.
    pub fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else { return None };
        members.iter().rev().find(|(key, _)| key.is(name)).map(|(_, value)| value)
    }

    /// The text of a string.
    pub fn as_text(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(&text.0) } else { None }
    }

    /// Puts a value where the path leads, through objects that are made where there are none.
    pub fn set(&mut self, path: &[Text], value: Self) {
        let Some((first, rest)) = path.split_first() else {
            *self = value;
            return;
        };
        if !matches!(self, Self::Object(_)) {
            *self = Self::Object(Vec::new());
        }
        let Self::Object(members) = self else { return };
        let index = members.iter().position(|(key, _)| key == first).unwrap_or_else(|| {
            members.push((first.clone(), Self::Null));
            members.len() - 1
        });
        members[index].1.set(rest, value);
    }

    /// Everything in it that is not itself, how often it is nested: for mutations that choose a place by number.
    pub fn count(&self) -> usize {
        match self {
            Self::Array(items) => items.iter().map(|item| 1 + item.count()).sum(),
            Self::Object(members) => members.iter().map(|(_, value)| 1 + value.count()).sum(),
            _ => 0,
        }
    }

    /// Calls `change` with the value with this number, counted depth first from 0, below [`count`](Self::count).
    pub fn at(&mut self, mut number: usize, change: &mut dyn FnMut(&mut Self)) {
        let values: Box<dyn Iterator<Item = &mut Self>> = match self {
            Self::Array(items) => Box::new(items.iter_mut()),
            Self::Object(members) => Box::new(members.iter_mut().map(|(_, value)| value)),
            _ => return,
        };
        for value in values {
            if number == 0 {
                return change(value);
            }
            let inner = value.count();
            if number <= inner {
                return value.at(number - 1, change);
            }
            number -= inner + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written() {
        for text in [
            "null",
            r#"{"a":1,"a":[true,null,"\ud800x\udc00"],"__proto__":{"1":"é\n\"\\😀"}}"#,
            r#""\ud83d\ud83d\ude00""#,
            "[]",
            "1e400",
        ] {
            let written = Sample::parse(text).unwrap().to_string();
            let expected = text.replace("\\ud83d\\ude00", "😀");
            assert_eq!(written, expected);
        }
    }

    #[test]
    fn places_are_numbered_depth_first() {
        let mut sample = Sample::parse(r#"{"a":[1,2],"b":3}"#).unwrap();
        assert_eq!(sample.count(), 4);
        let mut seen = Vec::new();
        for number in 0..4 {
            sample.at(number, &mut |value| seen.push(value.to_string()));
        }
        assert_eq!(seen, ["[1,2]", "1", "2", "3"]);
    }
}
