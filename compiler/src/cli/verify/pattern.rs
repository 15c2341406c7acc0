//! Strings that a regular expression is likely to match. A match is hoped for, not promised: what does not match is a case too.

use super::random::Random;

/// A string for the pattern.
pub fn sample(pattern: &str, random: &mut Random) -> String {
    let chars: Vec<char> = pattern.chars().collect();
    let mut sampler = Sampler { chars: &chars, at: 0, random };
    let mut text = sampler.alternatives(0);
    if sampler.random.chance(30) {
        text = format!("x{text}");
    }
    if sampler.random.chance(30) {
        text.push(*sampler.random.one(&['y', ' ', '1', '/']));
    }
    text
}

struct Sampler<'p, 'r> {
    chars: &'p [char],
    at: usize,
    random: &'r mut Random,
}

/// Deeper groups than this are not worth a sample.
const MAX_DEPTH: usize = 20;

impl Sampler<'_, '_> {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn take(&mut self, c: char) -> bool {
        let is = self.peek() == Some(c);
        self.at += usize::from(is);
        is
    }

    /// One of the alternatives up to the end of the group; all of them are read.
    fn alternatives(&mut self, depth: usize) -> String {
        let mut all = vec![self.sequence(depth)];
        while self.take('|') {
            all.push(self.sequence(depth));
        }
        let chosen = self.random.below(all.len());
        all.swap_remove(chosen)
    }

    fn sequence(&mut self, depth: usize) -> String {
        let mut text = String::new();
        while let Some(c) = self.peek() {
            if c == '|' || c == ')' {
                break;
            }
            let start = self.at;
            let first = self.atom(depth);
            let end = self.at;
            let (least, most) = self.quantifier();
            let times = if least == 1 && most == 1 { 1 } else { least + self.random.below(most - least + 1) };
            let after = self.at;
            for time in 0..times {
                if time == 0 {
                    text += &first;
                } else {
                    self.at = start;
                    text += &self.atom(depth);
                }
            }
            self.at = after.max(end);
        }
        text
    }

    fn quantifier(&mut self) -> (usize, usize) {
        let range = match self.peek() {
            Some('*') => (0, 3),
            Some('+') => (1, 4),
            Some('?') => (0, 1),
            Some('{') => match self.braces() {
                Some(range) => range,
                None => return (1, 1),
            },
            _ => return (1, 1),
        };
        self.at += 1;
        self.take('?');
        range
    }

    /// `{2}`, `{2,}`, `{2,3}`: stands on the closing brace afterwards.
    fn braces(&mut self) -> Option<(usize, usize)> {
        let length = self.chars[self.at..].iter().position(|&c| c == '}')?;
        let inner: String = self.chars[self.at + 1..self.at + length].iter().collect();
        let (least, most) = inner.split_once(',').unwrap_or((&inner, &inner));
        let least: usize = least.parse().ok().filter(|least| *least <= 100)?;
        let most = most.parse().unwrap_or(least + 2).clamp(least, least + 4);
        self.at += length;
        Some((least, most))
    }

    fn atom(&mut self, depth: usize) -> String {
        let Some(c) = self.peek() else { return String::new() };
        self.at += 1;
        match c {
            '^' | '$' => String::new(),
            '.' => self.random.one(&["a", "Z", "5", " ", "-", "é", "/"]).to_string(),
            '(' => self.group(depth),
            '[' => self.class(),
            '\\' => self.escape(),
            c => c.to_string(),
        }
    }

    fn group(&mut self, depth: usize) -> String {
        let mut is_shown = true;
        if self.take('?') {
            match self.peek() {
                Some('!') => is_shown = false,
                Some('<') if matches!(self.chars.get(self.at + 1), Some('!' | '=')) => {
                    is_shown = self.chars[self.at + 1] == '=';
                    self.at += 1;
                }
                Some('<') => self.at += self.chars[self.at..].iter().position(|&c| c == '>').unwrap_or(0),
                _ => {}
            }
            self.at += 1;
        }
        let text = if depth < MAX_DEPTH { self.alternatives(depth + 1) } else { String::new() };
        self.take(')');
        if is_shown { text } else { String::new() }
    }

    fn class(&mut self) -> String {
        let negated = self.take('^');
        let mut members: Vec<String> = Vec::new();
        while let Some(c) = self.peek() {
            self.at += 1;
            match c {
                ']' => break,
                '\\' => members.push(self.escape()),
                c if self.peek() == Some('-') && self.chars.get(self.at + 1).is_some_and(|&end| end != ']') => {
                    let end = self.chars[self.at + 1];
                    self.at += 2;
                    let (low, high) = (c as u32, (end as u32).max(c as u32));
                    let inner = low + self.random.below((high - low + 1) as usize) as u32;
                    members.extend([c, end].map(String::from));
                    members.extend(char::from_u32(inner).map(String::from));
                }
                c => members.push(c.to_string()),
            }
        }
        if negated {
            members = ["a", "7", "_", "Q", " ", "/"]
                .map(String::from)
                .into_iter()
                .filter(|one| !members.contains(one))
                .collect();
        }
        self.random.pick(&members).cloned().unwrap_or_default()
    }

    fn escape(&mut self) -> String {
        let Some(c) = self.peek() else { return String::new() };
        self.at += 1;
        match c {
            'd' => self.random.one(&["0", "1", "7", "9"]).to_string(),
            'w' => self.random.one(&["a", "Z", "0", "_", "q"]).to_string(),
            's' => self.random.one(&[" ", "\t", "\u{a0}", "\n"]).to_string(),
            'D' | 'W' => self.random.one(&["-", " ", "é"]).to_string(),
            'S' => self.random.one(&["a", "1", "-"]).to_string(),
            'b' | 'B' => String::new(),
            'n' => "\n".to_owned(),
            't' => "\t".to_owned(),
            'r' => "\r".to_owned(),
            c => c.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_of_simple_patterns_match() {
        let mut random = Random::new(1);
        for _ in 0..100 {
            let text = sample(r"^(?:ab|cd)\d{2,3}(?<name>x?)[a-c]+$", &mut random);
            assert!(text.contains("ab") || text.contains("cd"), "{text}");
            assert!(text.chars().filter(char::is_ascii_digit).count() >= 2, "{text}");
        }
    }

    #[test]
    fn no_pattern_is_too_strange() {
        let mut random = Random::new(2);
        for pattern in ["(", "[", "\\", "a{", "a{,3}", "(?<=x)y(?!z)", "*", "((((a)*)*)*)*", "[^]", ")a", "x{2,}"] {
            for _ in 0..20 {
                sample(pattern, &mut random);
            }
        }
    }
}
