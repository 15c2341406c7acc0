//! Build-time constants: `--define NAME=JSON`.

use std::collections::BTreeMap;

use super::{Json, json};
use crate::base::{FileId, SourceFile};
use crate::diag::Reporter;

/// Names that stand for values known at compile time. A name may have dots: `process.env.NODE_ENV`.
#[derive(Clone, Debug, Default)]
pub struct Definitions {
    values: BTreeMap<String, Definition>,
}

/// One of them.
#[derive(Clone, Debug)]
struct Definition {
    text: String,
    json: Json,
}

impl Definitions {
    /// Adds `NAME=JSON`; a later one of the same name replaces it.
    ///
    /// # Errors
    /// When it is not of this form, in words.
    pub fn add(&mut self, definition: &str) -> Result<(), String> {
        let (name, text) = definition.split_once('=').ok_or("write NAME=JSON")?;
        let is_name = |part: &str| {
            let letter = |c: char| c.is_alphabetic() || matches!(c, '_' | '$');
            part.starts_with(letter) && part.chars().all(|c| letter(c) || c.is_ascii_digit())
        };
        if !name.split('.').all(is_name) {
            return Err(format!("`{name}` is no name"));
        }
        let source = SourceFile::new(name, text);
        let json = json::parse(FileId(0), &source, &mut Reporter::new());
        let json =
            json.ok_or_else(|| format!("`{text}` is not JSON; a string needs its quotes: {name}='\"{text}\"'"))?;
        self.values.insert(name.to_owned(), Definition { text: text.trim().to_owned(), json });
        Ok(())
    }

    /// The value of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.values.get(name).map(|definition| &definition.json)
    }

    /// True if there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Names and the text of their values, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values.iter().map(|(name, definition)| (name.as_str(), definition.text.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definitions_are_names_and_json() {
        let mut definitions = Definitions::default();
        for good in ["VERSION=\"1.0\"", "process.env.NODE_ENV=\"production\"", "$x={\"a\": [1]}", "VERSION= 2 "] {
            definitions.add(good).expect(good);
        }
        assert_eq!(definitions.iter().last(), Some(("process.env.NODE_ENV", "\"production\"")));
        assert!(definitions.get("VERSION").is_some() && definitions.get("process").is_none());
        for bad in ["VERSION", "VERSION=1.0.0", "1x=1", "a..b=1", "=1", "a=undefined"] {
            assert!(definitions.add(bad).is_err(), "{bad}");
        }
    }
}
