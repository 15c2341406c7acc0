//! From places in generated code to places in the plugin's source: source maps, version 3 (ECMA-426), read when the first `stack` of a
//! file is asked for.

use std::panic::Location;

use prickle_heap::{Cx, Value, json};

use crate::operations::Operations;

/// The source maps of a generated crate.
#[derive(Debug, Clone, Copy)]
pub struct SourceMaps {
    /// `file!()` in `src/lib.rs`.
    pub lib: &'static str,
    /// The text of each map by file, relative to `src`.
    pub maps: &'static [(&'static str, &'static str)],
}

/// The source maps of these files of a generated crate, which lie beside them. To be called in `src/lib.rs`.
#[macro_export]
macro_rules! source_maps {
    ($($file:literal),* $(,)?) => {
        $crate::manifest::SourceMaps { lib: file!(), maps: &[$(($file, include_str!(concat!($file, ".map")))),*] }
    };
}

impl SourceMaps {
    /// No maps: code that was not generated.
    pub const NONE: SourceMaps = SourceMaps { lib: "", maps: &[] };

    /// The map of the file that the place is in.
    fn of(&self, place: &Location<'_>) -> Option<&'static str> {
        let folder = self.lib.strip_suffix("lib.rs")?;
        let file = place.file().strip_prefix(folder)?;
        self.maps.iter().find(|(name, _)| *name == file).map(|(_, map)| *map)
    }

    /// V8's words for what stands at the place: in the field `x_words`, by line and column.
    pub(crate) fn words(&self, cx: Cx<'_>, place: &Location<'_>) -> Option<String> {
        let map = self.of(place)?;
        let words = &map[map.find("\"x_words\":{")?..];
        let key = format!("\"{}:{}\":", place.line(), place.column());
        let text = &words[words.find(&key)? + key.len()..];
        let end = text.match_indices('"').map(|(at, _)| at).skip(1).find(|at| !is_escaped(text, *at))?;
        json::parse(cx, &text.as_bytes()[..=end]).ok()?.as_string().map(|text| text.to_string_lossy())
    }

    /// Whether generated code calls one of these builtins without looking: `Array.prototype.map`, `Math.max`, `Map()`. Nobody knows it of code that has no
    /// maps.
    pub(crate) fn calls_builtin(&self, mut is_meant: impl FnMut(&str) -> bool) -> bool {
        let Some((_, map)) = self.maps.iter().find(|(name, _)| *name == "lib.rs") else { return true };
        let Some(at) = map.find("\"x_builtins\":[") else { return false };
        let list = map[at..].split_once('[').map_or("", |(_, list)| list);
        let list = list.split_once(']').map_or(list, |(list, _)| list);
        list.split(',').any(|name| is_meant(name.trim_matches('"')))
    }

    /// The line of a stack trace for the place: `at processEvent (index.js:3:14)`.
    pub(crate) fn frame<'h>(&self, cx: Cx<'h>, place: &Location<'_>) -> Option<String> {
        let map = json::parse(cx, self.of(place)?.as_bytes()).ok()?;
        let text = |key, index: i64| {
            let list = map.get(cx, key).ok()?;
            list.get(cx, index as f64).ok().and_then(Value::as_string).map(|text| text.to_string_lossy())
        };
        let mappings = map.get(cx, "mappings").ok()?.as_string()?.to_string_lossy();
        let found = find(&mappings, place.line(), i64::from(place.column()) - 1)?;
        let at = format!("{}:{}:{}", text("sources", found.source)?, found.line + 1, found.column + 1);
        Some(match found.name.and_then(|name| text("names", name)).filter(|name| !name.is_empty()) {
            Some(name) => format!("at {name} ({at})"),
            None => format!("at {at}"),
        })
    }
}

/// An odd number of backslashes stands before the quotation mark.
fn is_escaped(text: &str, at: usize) -> bool {
    text[..at].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1
}

/// What a segment of a map says; all from 0.
#[derive(Debug, PartialEq, Eq)]
struct Found {
    source: i64,
    line: i64,
    column: i64,
    name: Option<i64>,
}

/// Finds the segment of exactly this generated line (from 1) and column (from 0).
fn find(mappings: &str, line: u32, column: i64) -> Option<Found> {
    let mut state = [0; 5];
    for (index, text) in (1..).zip(mappings.split(';')) {
        state[0] = 0;
        for segment in text.split(',').filter(|segment| !segment.is_empty()) {
            let mut fields = 0;
            for delta in numbers(segment) {
                *state.get_mut(fields)? += delta;
                fields += 1;
            }
            if index == line && state[0] == column && fields >= 4 {
                let name = (fields == 5).then_some(state[4]);
                return Some(Found { source: state[1], line: state[2], column: state[3], name });
            }
        }
        if index == line {
            return None;
        }
    }
    None
}

/// The numbers of a segment: base 64, the lowest bit is the sign, groups of five bits, low ones first.
fn numbers(segment: &str) -> impl Iterator<Item = i64> + '_ {
    let digit = |byte: u8| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let mut digits = segment.bytes().map_while(digit);
    std::iter::from_fn(move || {
        let (mut value, mut shift) = (0_i64, 0);
        loop {
            let digit = i64::from(digits.next()?);
            value |= (digit & 31) << shift;
            shift = (shift + 5).min(40);
            if digit < 32 {
                break;
            }
        }
        Some(if value & 1 == 1 { -(value >> 1) } else { value >> 1 })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_place() {
        crate::builtins::testing::in_turn(|cx| {
            let here = Location::caller();
            let place = format!("{}:{}", here.line(), here.column());
            let words = |text: &str| {
                let map = format!(r#"{{"mappings":"","x_words":{{"1:1":"a","{place}":"{text}","1:2":"b"}}}}"#);
                let maps = Box::leak(Box::new([("source_map.rs", &*map.leak())]));
                SourceMaps { lib: concat!("runtime/src/errors/", "lib.rs"), maps }.words(cx, here)
            };
            assert_eq!(words(r#"(a || \\\"\").split"#).as_deref(), Some(r#"(a || \"").split"#));
            assert_eq!(words("").as_deref(), Some(""));
            assert_eq!(SourceMaps::NONE.words(cx, here), None);
        });
    }

    #[test]
    fn segments_are_found() {
        assert_eq!(numbers("AAgBC").collect::<Vec<_>>(), [0, 0, 16, 1]);
        assert_eq!(numbers("D").collect::<Vec<_>>(), [-1]);
        // Line 2, columns 4 and 8.
        let mappings = ";IACC,ICDDC";
        assert_eq!(find(mappings, 2, 4), Some(Found { source: 0, line: 1, column: 1, name: None }));
        assert_eq!(find(mappings, 2, 8), Some(Found { source: 1, line: 0, column: 0, name: Some(1) }));
        assert_eq!(find(mappings, 2, 5), None);
        assert_eq!(find(mappings, 3, 0), None);
    }
}
