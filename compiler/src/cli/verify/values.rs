//! Values made of a plugin's own words, of those of its config, and of hostile ones.

use super::hostile;
use super::pattern;
use super::random::Random;
use super::sample::{Sample, Text};
use super::vocabulary::Vocabulary;

/// What values are made of.
#[derive(Clone, Debug)]
pub struct Values<'v> {
    /// The plugin's words.
    pub vocabulary: &'v Vocabulary,
    /// Words of the config that the plugin is run with: names of properties and events, often.
    pub words: Vec<Text>,
}

impl<'v> Values<'v> {
    /// Values for a config.
    pub fn new(vocabulary: &'v Vocabulary, config: &Sample) -> Self {
        let mut words = Vec::new();
        split_words(config, &mut words);
        words.sort();
        words.dedup();
        words.truncate(200);
        Self { vocabulary, words }
    }

    /// A string.
    pub fn string(&self, random: &mut Random) -> Text {
        match random.below(20) {
            0..=6 => self.word(random),
            7..=9 => vary(self.word(random), random),
            10 | 11 => {
                let separator = *random.one(&[" ", ",", ", ", ".", "-", "_", "/", "", ":", "=", "?", "&", "+", ";"]);
                Text(format!("{}{separator}{}", self.word(random).0, self.word(random).0))
            }
            12 | 13 => match random.pick(&self.vocabulary.patterns) {
                Some(text) => Text::from(pattern::sample(text, random).as_str()),
                None => hostile::string(random),
            },
            14 => Text(self.number_text(random)),
            _ => hostile::string(random),
        }
    }

    fn word(&self, random: &mut Random) -> Text {
        let lists = [&self.vocabulary.strings, &self.words, &self.vocabulary.keys, &self.vocabulary.strings];
        let list = *random.one(&lists);
        random.pick(list).cloned().unwrap_or_else(|| hostile::string(random))
    }

    fn number_text(&self, random: &mut Random) -> String {
        let Some(text) = random.pick(&self.vocabulary.numbers) else { return hostile::number(random).to_string() };
        match text.parse::<f64>() {
            Ok(number) => match Sample::from(number + [0.0, 1.0, -1.0, 0.5][random.below(4)]) {
                Sample::Number(text) => text,
                _ => text.clone(),
            },
            Err(_) => text.clone(),
        }
    }

    /// The name of a property.
    pub fn key(&self, random: &mut Random) -> Text {
        let list = match random.below(10) {
            0..=4 => &self.vocabulary.keys,
            5..=7 => &self.words,
            8 => &self.vocabulary.strings,
            _ => return hostile::key(random),
        };
        random.pick(list).cloned().unwrap_or_else(|| hostile::key(random))
    }

    /// Any value, nested at most `depth` deep in parts of our own.
    pub fn value(&self, random: &mut Random, depth: usize) -> Sample {
        match random.below(24) {
            0..=9 => Sample::String(self.string(random)),
            10 | 11 => Sample::Number(self.number_text(random)),
            12 => Sample::Bool(random.chance(50)),
            13 => Sample::Null,
            14 | 15 if depth > 0 => {
                Sample::Array((0..random.below(5)).map(|_| self.value(random, depth - 1)).collect())
            }
            16..=18 if depth > 0 => self.object(random, depth - 1),
            _ => hostile::value(random),
        }
    }

    /// An object of a few members; sometimes a key comes twice.
    pub fn object(&self, random: &mut Random, depth: usize) -> Sample {
        let member = |random: &mut Random| (self.key(random), self.value(random, depth));
        Sample::Object((0..random.below(6)).map(|_| member(random)).collect())
    }

    /// A place below the event that the plugin looks at, or one that its config may speak of.
    pub fn path(&self, random: &mut Random) -> Vec<Text> {
        let properties = || Text::from("properties");
        match random.below(10) {
            0..=4 => random.pick(&self.vocabulary.paths).cloned().unwrap_or_else(|| vec![properties()]),
            5 | 6 => random.pick(&self.words).map_or_else(
                || vec![properties()],
                |word| {
                    let names = word.0.split('.').map(|name| Text(name.to_owned()));
                    [properties()].into_iter().chain(names).collect()
                },
            ),
            7 => vec![properties(), Text::from(*random.one(&["$set", "$set_once", "$groups"])), self.key(random)],
            _ => vec![properties(), self.key(random)],
        }
    }
}

/// The strings in a config, whole and in parts: lists of names with commas, dotted paths, JSON as text.
fn split_words(config: &Sample, words: &mut Vec<Text>) {
    match config {
        Sample::String(text) if text.0.len() < 2000 => {
            if !text.0.is_empty() {
                words.push(text.clone());
            }
            let separators = [',', ';', '\n', ' ', ':', '=', '|', '&'];
            for part in text.0.split(separators).map(str::trim).filter(|part| !part.is_empty() && *part != text.0) {
                words.push(Text(part.to_owned()));
            }
            let unescaped = text.0.replace("\\\"", "\"");
            if (unescaped.starts_with('{') || unescaped.starts_with('['))
                && let Some(inner) = Sample::parse(&unescaped)
            {
                split_words(&inner, words);
            }
        }
        Sample::Array(items) => items.iter().for_each(|item| split_words(item, words)),
        Sample::Object(members) => {
            for (key, value) in members {
                words.push(key.clone());
                split_words(value, words);
            }
        }
        Sample::String(_) | Sample::Null | Sample::Bool(_) | Sample::Number(_) => {}
    }
}

/// A string that is almost the same. Escapes stay whole, since only text without any is cut.
pub fn vary(text: Text, random: &mut Random) -> Text {
    let Text(text) = text;
    let plain = !text.contains('\\') && !text.is_empty();
    Text(match random.below(9) {
        0 if plain => text.to_uppercase(),
        1 if plain => text.to_lowercase(),
        2 if plain => {
            let cut = random.below(text.chars().count() + 1);
            text.chars().take(cut).collect()
        }
        3 if plain => {
            let cut = random.below(text.chars().count() + 1);
            text.chars().skip(cut).collect()
        }
        4 => format!(" {text}"),
        5 => format!("{text}{}", random.one(&["x", "1", " ", "/", ".", "\\n", "s", "-2"])),
        6 => format!("{}{text}", random.one(&["x", "$", "/", "_", "https://", "non"])),
        7 => {
            let separator = *random.one(&["_", "-", "", " "]);
            text.replace(['-', '_', ' '], separator)
        }
        _ => format!("{text}{text}"),
    })
}
