//! Canonicalize (ECMA-262 §22.2.2.7.3): which characters are the same where a pattern ignores case.

use std::sync::LazyLock;

use super::SECTIONS;
use crate::charset::CharSet;

/// Which characters are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CaseRule {
    /// By simple case folding: the flags `iu` and `iv`.
    Fold,
    /// By upper case of code units: the flag `i` alone.
    UpperCase,
}

/// Classes of equal characters.
struct Classes {
    /// Each class is sorted.
    members: Vec<Vec<u32>>,
    /// Character and index of its class, sorted.
    places: Vec<(u32, u32)>,
}

static CLASSES: LazyLock<[Classes; 2]> = LazyLock::new(|| {
    let mut reader = SECTIONS.classes;
    [(); 2].map(|()| {
        let members: Vec<Vec<u32>> =
            (0..reader.number()).map(|_| (0..reader.number()).map(|_| reader.number()).collect()).collect();
        let mut places: Vec<_> = members
            .iter()
            .enumerate()
            .flat_map(|(class, members)| members.iter().map(move |member| (*member, class as u32)))
            .collect();
        places.sort_unstable();
        Classes { members, places }
    })
});

impl CaseRule {
    fn classes(self) -> &'static Classes {
        &CLASSES[self as usize]
    }
}

impl Classes {
    fn class_of(&self, character: u32) -> Option<&[u32]> {
        let place = self.places.binary_search_by_key(&character, |place| place.0).ok()?;
        Some(&self.members[self.places[place].1 as usize])
    }
}

/// A character that stands for all that are equal to this one.
pub(crate) fn canonical(rule: CaseRule, character: u32) -> u32 {
    let Some(class) = rule.classes().class_of(character) else { return character };
    // Simple case folding makes letters small.
    *class.iter().find(|member| (0x61..=0x7a).contains(*member)).unwrap_or(&class[0])
}

/// The set with all characters that are equal to one of its own.
pub(crate) fn close_over_case(rule: CaseRule, set: &CharSet) -> CharSet {
    let classes = rule.classes();
    let mut closed = set.clone();
    for &(first, last) in set.ranges() {
        let from = classes.places.partition_point(|place| place.0 < first);
        let to = classes.places.partition_point(|place| place.0 <= last);
        // Where the set has most characters, it is quicker to look at each class than at each character.
        let found = classes.places[from..to].iter().flat_map(|place| &classes.members[place.1 as usize]);
        let missing: Vec<_> = found.filter(|member| !set.contains(**member)).map(|member| (*member, *member)).collect();
        if !missing.is_empty() {
            closed.add_all(&CharSet::of_ranges(missing));
        }
    }
    closed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_rules_differ_where_they_must() {
        let close = |rule, character| close_over_case(rule, &CharSet::single(character));
        assert_eq!(close(CaseRule::UpperCase, 0x73).ranges(), [(0x53, 0x53), (0x73, 0x73)]);
        assert_eq!(close(CaseRule::Fold, 0x73).ranges(), [(0x53, 0x53), (0x73, 0x73), (0x17f, 0x17f)]);
        assert_eq!(canonical(CaseRule::Fold, 0x212a), canonical(CaseRule::Fold, 0x6b));
        assert_ne!(canonical(CaseRule::UpperCase, 0x212a), canonical(CaseRule::UpperCase, 0x6b));
        // U+10400 has a small letter, but halves of a pair have no case.
        assert_eq!(canonical(CaseRule::Fold, 0x10428), 0x10400);
        assert_eq!(canonical(CaseRule::UpperCase, 0xd801), 0xd801);
    }
}
