//! Diagnostic codes: stable names that people can search for and explain.

use std::fmt;

use super::codes::ALL;

/// The number of a diagnostic code; shown as `PK0207`. The constants are in [`super::codes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(u16);

/// One row of the table of codes.
#[derive(Clone, Copy, Debug)]
pub struct CodeRow {
    /// The code.
    pub code: Code,
    /// The name of its constant.
    pub identifier: &'static str,
    /// What it says in general, for the list that `prickle explain` prints.
    pub title: &'static str,
    /// The page of `prickle explain`.
    pub page: &'static str,
}

impl Code {
    /// Reads `PK` and four digits; used by the table only, at compile time.
    ///
    /// # Panics
    /// When the name has another shape, which fails the build.
    #[must_use]
    pub(super) const fn from_name(name: &str) -> Self {
        let bytes = name.as_bytes();
        assert!(bytes.len() == 6 && bytes[0] == b'P' && bytes[1] == b'K', "a code is PK and four digits");
        let mut number = 0;
        let mut at = 2;
        while at < 6 {
            assert!(bytes[at].is_ascii_digit(), "a code is PK and four digits");
            number = number * 10 + (bytes[at] - b'0') as u16;
            at += 1;
        }
        Self(number)
    }

    /// The row of a name as people type it: `PK0207`, `pk207`, `207`.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static CodeRow> {
        let digits = match name.get(..2) {
            Some(prefix) if prefix.eq_ignore_ascii_case("pk") => &name[2..],
            _ => name,
        };
        let number: u16 = digits.parse().ok()?;
        ALL.iter().find(|row| row.code.0 == number)
    }

    /// This code's row.
    ///
    /// # Panics
    /// Never: codes are made by the table only.
    #[must_use]
    pub fn row(self) -> &'static CodeRow {
        ALL.iter().find(|row| row.code == self).expect("codes are made by the table only")
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PK{:04}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_found_however_they_are_typed() {
        let row = ALL.first().expect("there are codes");
        let name = row.code.to_string();
        for typed in [name.clone(), name.to_lowercase(), name.trim_start_matches("PK0").to_owned()] {
            assert_eq!(Code::find(&typed).map(|row| row.code), Some(row.code), "{typed}");
        }
        assert!(Code::find("PK9999").is_none());
        assert!(Code::find("é").is_none());
    }

    #[test]
    fn codes_are_sorted_and_unique() {
        for pair in ALL.windows(2) {
            assert!(pair[0].code < pair[1].code, "{} must stand before {}", pair[1].code, pair[0].code);
        }
    }

    #[test]
    fn every_page_has_its_sections() {
        for row in ALL {
            let mut lines = row.page.lines();
            let head = format!("# {}: ", row.code);
            assert!(lines.next().is_some_and(|line| line.starts_with(&head)), "{}: begin with `{head}…`", row.code);
            let sections: Vec<_> = lines.filter_map(|line| line.strip_prefix("## ")).collect();
            assert_eq!(sections, ["What", "Why", "Example", "Instead"], "sections of {}", row.code);
        }
    }
}
