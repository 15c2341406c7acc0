//! Sets of characters: sorted ranges of code points, or of code units where a pattern has no flag `u`.

/// The last code point.
pub(crate) const LAST: u32 = 0x10_ffff;

/// A set of characters. The ranges are sorted and neither overlap nor touch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct CharSet {
    ranges: Vec<(u32, u32)>,
}

/// LineTerminator (ECMA-262 §12.3).
const LINE_TERMINATORS: [(u32, u32); 3] = [(0x0a, 0x0a), (0x0d, 0x0d), (0x2028, 0x2029)];

/// `\s`: WhiteSpace and LineTerminator (ECMA-262 §22.2.2.9).
const SPACES: [(u32, u32); 10] = [
    (0x09, 0x0d),
    (0x20, 0x20),
    (0xa0, 0xa0),
    (0x1680, 0x1680),
    (0x2000, 0x200a),
    (0x2028, 0x2029),
    (0x202f, 0x202f),
    (0x205f, 0x205f),
    (0x3000, 0x3000),
    (0xfeff, 0xfeff),
];

const DIGITS: [(u32, u32); 1] = [(0x30, 0x39)];

/// `\w` without the letters that the flags `iu` add (ECMA-262 §22.2.2.9.3).
const WORD: [(u32, u32); 4] = [(0x30, 0x39), (0x41, 0x5a), (0x5f, 0x5f), (0x61, 0x7a)];

impl CharSet {
    pub(crate) fn new() -> CharSet {
        CharSet::default()
    }

    pub(crate) fn of_ranges(ranges: impl IntoIterator<Item = (u32, u32)>) -> CharSet {
        let mut set = CharSet { ranges: ranges.into_iter().collect() };
        set.normalize();
        set
    }

    pub(crate) fn single(character: u32) -> CharSet {
        CharSet { ranges: vec![(character, character)] }
    }

    pub(crate) fn everything() -> CharSet {
        CharSet { ranges: vec![(0, LAST)] }
    }

    pub(crate) fn digits() -> CharSet {
        CharSet { ranges: DIGITS.to_vec() }
    }

    pub(crate) fn spaces() -> CharSet {
        CharSet { ranges: SPACES.to_vec() }
    }

    pub(crate) fn word() -> CharSet {
        CharSet { ranges: WORD.to_vec() }
    }

    /// `.` without the flag `s`.
    pub(crate) fn no_line_terminators() -> CharSet {
        CharSet { ranges: LINE_TERMINATORS.to_vec() }.inverted()
    }

    pub(crate) fn ranges(&self) -> &[(u32, u32)] {
        &self.ranges
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// The only member.
    pub(crate) fn as_single(&self) -> Option<u32> {
        match self.ranges[..] {
            [(first, last)] if first == last => Some(first),
            _ => None,
        }
    }

    pub(crate) fn contains(&self, character: u32) -> bool {
        let after = self.ranges.partition_point(|range| range.0 <= character);
        after > 0 && self.ranges[after - 1].1 >= character
    }

    pub(crate) fn add(&mut self, first: u32, last: u32) {
        match self.ranges.last_mut() {
            Some(end) if end.1 + 1 >= first && end.0 <= first => end.1 = end.1.max(last),
            Some(end) if end.1 > first => {
                self.ranges.push((first, last));
                self.normalize();
            }
            _ => self.ranges.push((first, last)),
        }
    }

    pub(crate) fn add_all(&mut self, other: &CharSet) {
        self.ranges.extend_from_slice(&other.ranges);
        self.normalize();
    }

    fn normalize(&mut self) {
        self.ranges.sort_unstable();
        let mut kept: Vec<(u32, u32)> = Vec::with_capacity(self.ranges.len());
        for &(first, last) in &self.ranges {
            match kept.last_mut() {
                Some(end) if end.1 + 1 >= first => end.1 = end.1.max(last),
                _ => kept.push((first, last)),
            }
        }
        self.ranges = kept;
    }

    pub(crate) fn inverted(&self) -> CharSet {
        let mut ranges = Vec::with_capacity(self.ranges.len() + 1);
        let mut next = 0;
        for &(first, last) in &self.ranges {
            if next < first {
                ranges.push((next, first - 1));
            }
            next = last + 1;
        }
        if next <= LAST {
            ranges.push((next, LAST));
        }
        CharSet { ranges }
    }

    pub(crate) fn intersection(&self, other: &CharSet) -> CharSet {
        let (mut ranges, mut left, mut right) = (Vec::new(), 0, 0);
        while let (Some(&(a, b)), Some(&(c, d))) = (self.ranges.get(left), other.ranges.get(right)) {
            let (first, last) = (a.max(c), b.min(d));
            if first <= last {
                ranges.push((first, last));
            }
            if b < d { left += 1 } else { right += 1 }
        }
        CharSet { ranges }
    }

    pub(crate) fn without(&self, other: &CharSet) -> CharSet {
        self.intersection(&other.inverted())
    }

    pub(crate) fn intersects(&self, other: &CharSet) -> bool {
        !self.intersection(other).is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_behave_as_sets() {
        let mut set = CharSet::of_ranges([(5, 9), (1, 2), (3, 3), (20, 30)]);
        assert_eq!(set.ranges(), [(1, 3), (5, 9), (20, 30)]);
        set.add(4, 4);
        set.add(31, 31);
        assert_eq!(set.ranges(), [(1, 9), (20, 31)]);
        assert_eq!(set.inverted().inverted(), set);
        assert_eq!(set.intersection(&CharSet::of_ranges([(0, 1), (9, 21)])).ranges(), [(1, 1), (9, 9), (20, 21)]);
        assert!(set.without(&set).is_empty());
        assert!(set.contains(1) && set.contains(31) && !set.contains(10) && !set.contains(0) && !set.contains(32));
    }
}
