//! What Unicode says about characters: properties and case, taken from Node (`unicode/generate.mjs`).

mod case;

use std::collections::HashMap;
use std::sync::LazyLock;

pub(crate) use case::{CaseRule, canonical, close_over_case};

use crate::charset::CharSet;

/// `facts.txt`, whose format is described where it is generated.
static DATA: &[u8] = include_bytes!("facts.txt");

/// A place in the data.
#[derive(Clone, Copy)]
struct Reader {
    at: usize,
}

impl Reader {
    /// A number in base 64: five bits in each digit, and whether more follow.
    fn number(&mut self) -> u32 {
        let (mut value, mut shift) = (0, 0);
        loop {
            let digit = match DATA[self.at] {
                letter @ b'A'..=b'Z' => letter - b'A',
                letter @ b'a'..=b'z' => letter - b'a' + 26,
                digit @ b'0'..=b'9' => digit - b'0' + 52,
                b'+' => 62,
                _ => 63,
            };
            self.at += 1;
            value |= u32::from(digit & 31) << shift;
            if digit < 32 {
                return value;
            }
            shift += 5;
        }
    }

    fn text(&mut self) -> &'static str {
        let length = self.number() as usize;
        let text = &DATA[self.at..self.at + length];
        self.at += length;
        std::str::from_utf8(text).unwrap_or_default()
    }

    fn ranges(&mut self) -> Vec<(u32, u32)> {
        let mut end = 0;
        (0..self.number())
            .map(|_| {
                let first = end + self.number();
                end = first + self.number();
                (first, end)
            })
            .collect()
    }
}

/// Where the sections begin.
struct Sections {
    properties: HashMap<&'static str, Reader>,
    classes: Reader,
}

static SECTIONS: LazyLock<Sections> = LazyLock::new(|| {
    let mut reader = Reader { at: 0 };
    let mut properties = HashMap::new();
    for _ in 0..reader.number() {
        let names = reader.text();
        properties.extend(names.split('|').map(|name| (name, reader)));
        reader.ranges();
    }
    Sections { properties, classes: reader }
});

fn property(key: &str) -> Option<CharSet> {
    let mut reader = *SECTIONS.properties.get(key)?;
    Some(CharSet::of_ranges(reader.ranges()))
}

/// `\p{name}`: a value of General_Category or a binary property.
pub(crate) fn lone_property(name: &str) -> Option<CharSet> {
    if name.contains('=') { None } else { property(&format!("gc={name}")).or_else(|| property(name)) }
}

/// `\p{name=value}`
pub(crate) fn property_value(name: &str, value: &str) -> Option<CharSet> {
    let key = match name {
        "General_Category" | "gc" => "gc",
        "Script" | "sc" => "sc",
        "Script_Extensions" | "scx" => "scx",
        _ => return None,
    };
    property(&format!("{key}={value}"))
}

/// Whether this is a property of strings, which the flag `v` allows.
pub(crate) fn is_property_of_strings(name: &str) -> bool {
    matches!(
        name,
        "Basic_Emoji"
            | "Emoji_Keycap_Sequence"
            | "RGI_Emoji"
            | "RGI_Emoji_Flag_Sequence"
            | "RGI_Emoji_Modifier_Sequence"
            | "RGI_Emoji_Tag_Sequence"
            | "RGI_Emoji_ZWJ_Sequence"
    )
}

static ID_START: LazyLock<CharSet> = LazyLock::new(|| lone_property("ID_Start").unwrap_or_default());
static ID_CONTINUE: LazyLock<CharSet> = LazyLock::new(|| lone_property("ID_Continue").unwrap_or_default());

/// IdentifierStartChar (ECMA-262 §12.7).
pub(crate) fn is_identifier_start(character: u32) -> bool {
    match u8::try_from(character) {
        Ok(byte) if byte.is_ascii() => byte.is_ascii_alphabetic() || matches!(byte, b'$' | b'_'),
        _ => ID_START.contains(character),
    }
}

/// IdentifierPartChar (ECMA-262 §12.7).
pub(crate) fn is_identifier_part(character: u32) -> bool {
    match u8::try_from(character) {
        Ok(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric() || matches!(byte, b'$' | b'_'),
        _ => matches!(character, 0x200c | 0x200d) || ID_CONTINUE.contains(character),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_found_under_all_their_names() {
        let upper = lone_property("Lu").expect("known");
        assert_eq!(Some(&upper), property_value("General_Category", "Uppercase_Letter").as_ref());
        assert!(upper.contains(0x41) && !upper.contains(0x61));
        assert!(property_value("Script", "Greek").expect("known").contains(0x3b1));
        assert_eq!(property_value("sc", "Grek"), property_value("Script", "Greek"));
        assert!(lone_property("Greek").is_none() && lone_property("lu").is_none() && lone_property("gc=Lu").is_none());
        assert!(lone_property("Any").is_some_and(|any| any == CharSet::everything()));
    }
}
