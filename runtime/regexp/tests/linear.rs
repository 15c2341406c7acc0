//! Patterns for which backtracking would take for ever.

use std::time::Instant;

use prickle_regexp::{Flags, LimitReached, Regexp, Scratch};

/// Begin and end of each group.
type Groups = Vec<Option<(usize, usize)>>;

fn find(pattern: &str, flags: &str, text: &str) -> Result<Option<Groups>, LimitReached> {
    let flags = Flags::parse(flags.as_bytes()).expect("flags are valid");
    let regexp = Regexp::new(pattern.as_bytes(), flags).expect("the pattern is valid");
    let mut scratch = Scratch::new();
    let found = regexp.find(text.as_bytes(), text.is_ascii(), 0, false, &mut scratch)?;
    Ok(found.then(|| (0..regexp.groups()).map(|group| scratch.group(group)).collect()))
}

#[test]
fn what_explodes_is_matched_in_linear_time() {
    let start = Instant::now();
    for text in ["a".repeat(10_000) + "!", "é".repeat(30_000) + "!"] {
        let letter = text.chars().next().expect("not empty");
        for pattern in [
            "^(a+)+$",
            "^(a|a)*$",
            "^(a|aa)+$",
            "^(a*)*$",
            "^(a+?)+?b",
            "(a+a+)+b",
            "^(?:a?){40}a{40}b",
            "((a*)*)*b",
            "(?=a)(a|a)*c",
        ] {
            let pattern = pattern.replace('a', &letter.to_string());
            assert_eq!(find(&pattern, "", &text), Ok(None), "/{pattern}/");
            assert_eq!(find(&pattern, "iu", &text), Ok(None), "/{pattern}/iu");
        }
    }
    let email = r"^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$";
    assert_eq!(find(email, "", &"a".repeat(20_000)), Ok(None));
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

#[test]
fn groups_are_those_of_backtracking() {
    let text = "a".repeat(40) + "b" + &"a".repeat(40) + "c";
    let all = find("(?:(a+)+b)?(?:(a)|(a+))+c", "", &text);
    assert_eq!(all, Ok(Some(vec![Some((0, 82)), Some((0, 40)), Some((80, 81)), None])));
    assert_eq!(
        find("^(?:(a+)+(x)|(a+))+(b)", "", &text),
        Ok(Some(vec![Some((0, 41)), None, None, Some((0, 40)), Some((40, 41))]))
    );
}

#[test]
fn back_references_have_a_limit() {
    assert_eq!(find(r"^(a+)+\1b", "", &"a".repeat(40)), Err(LimitReached::Steps));
}
