//! "Did you mean": the known name that an unknown one was most likely meant to be.

/// The candidate closest to `name`, if any is close: the same but for case, or at most a third of the letters apart.
/// Of equally close ones the first.
#[must_use]
pub fn closest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let lower = name.to_lowercase();
    let limit = (name.chars().count() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let distance = strsim::damerau_levenshtein(&lower, &candidate.to_lowercase());
        if distance <= limit && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        let known = ["name", "properties", "processEvent"];
        assert_eq!(closest("nmae", known), Some("name"));
        assert_eq!(closest("PROCESSEVENT", known), Some("processEvent"));
        assert_eq!(closest("propertys", known), Some("properties"));
        assert_eq!(closest("timestamp", known), None);
        assert_eq!(closest("", known), None);
    }
}
