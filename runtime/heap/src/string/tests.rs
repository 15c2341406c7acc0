use super::*;
use crate::{Cx, EventHeap, Limits, Turn, WorkerHeap};

fn run(body: impl for<'h> FnOnce(Cx<'h>)) {
    let (worker, mut event) = (WorkerHeap::new(), EventHeap::new());
    let turn = Turn::new(&worker, &mut event, &(), Limits::default());
    body(turn.cx());
}

/// A generator that needs no crate: the tests want variety, not quality.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }

    /// Code units that make pairs, halves of pairs and text of all sequence lengths.
    fn units(&mut self, length: usize) -> Vec<u16> {
        const UNITS: [u16; 10] = [0x61, 0x62, 0xe9, 0x20ac, 0xd7ff, 0xe000, 0xd83d, 0xde00, 0xd800, 0xdfff];
        (0..length).map(|_| UNITS[self.below(UNITS.len())]).collect()
    }
}

fn to_units(text: JsStr<'_>) -> Vec<u16> {
    text.code_units().collect()
}

#[test]
fn the_utf16_view_agrees_with_an_array_of_code_units() {
    run(|cx| {
        let mut random = Random(1);
        for round in 0..3000 {
            let length = random.below(12);
            let units = random.units(length);
            let text = cx.string_from_code_units(units.iter().copied());
            assert!(wtf8::is_canonical(text.as_bytes()), "round {round}");
            assert_eq!(to_units(text), units);
            assert_eq!(text.length(cx), units.len());
            for _ in 0..8 {
                let index = random.below(units.len() + 2);
                assert_eq!(text.code_unit_at(cx, index), units.get(index).copied());
                let expected = units.get(index).map(|&unit| match units.get(index + 1) {
                    Some(&next) if wtf8::is_high(unit) && wtf8::is_low(next) => wtf8::join(unit, next),
                    _ => u32::from(unit),
                });
                assert_eq!(text.code_point_at(cx, index), expected);
                let start = random.below(units.len() + 1);
                let end = start + random.below(units.len() - start + 1);
                let slice = text.slice(cx, start, end);
                assert_eq!(to_units(slice), units[start..end]);
                assert!(wtf8::is_canonical(slice.as_bytes()));
                let rejoined = text.slice(cx, 0, start).concat(cx, text.slice(cx, start, units.len())).unwrap();
                assert_eq!(rejoined, text);
            }
        }
    });
}

#[test]
fn searching_agrees_with_an_array_of_code_units() {
    run(|cx| {
        let mut random = Random(2);
        for _ in 0..5000 {
            let length = random.below(14);
            let haystack = random.units(length);
            let length = random.below(4);
            let needle = random.units(length);
            let text = cx.string_from_code_units(haystack.iter().copied());
            let wanted = cx.string_from_code_units(needle.iter().copied());
            let from = random.below(haystack.len() + 1);
            let occurs = |at: &usize| haystack[*at..].starts_with(&needle);
            let first = (from..=haystack.len()).find(occurs);
            assert_eq!(text.index_of(cx, wanted, from), first, "{haystack:x?} {needle:x?} {from}");
            let last = (0..=from).rev().find(|at| at + needle.len() <= haystack.len() && occurs(at));
            assert_eq!(text.last_index_of(cx, wanted, from), last, "{haystack:x?} {needle:x?} {from}");
            assert_eq!(text.matches_at(cx, wanted, from), haystack[from..].starts_with(&needle));
            if !needle.is_empty() {
                let mut pieces = Vec::new();
                let (mut start, mut at) = (0, 0);
                while at + needle.len() <= haystack.len() {
                    if occurs(&at) {
                        pieces.push(haystack[start..at].to_vec());
                        at += needle.len();
                        start = at;
                    } else {
                        at += 1;
                    }
                }
                pieces.push(haystack[start..].to_vec());
                let ours: Vec<_> = text.split(cx, wanted).map(to_units).collect();
                assert_eq!(ours, pieces, "{haystack:x?} {needle:x?}");
            }
        }
    });
}

#[test]
fn order_is_by_code_units() {
    run(|cx| {
        let mut random = Random(3);
        for _ in 0..20_000 {
            let (length, other) = (random.below(5), random.below(5));
            let (a, b) = (random.units(length), random.units(other));
            let (text, other) =
                (cx.string_from_code_units(a.iter().copied()), cx.string_from_code_units(b.iter().copied()));
            assert_eq!(text.cmp(&other), a.cmp(&b), "{a:x?} {b:x?}");
            assert_eq!(text == other, a == b);
        }
    });
}

#[test]
fn halves_of_a_pair_rejoin() {
    run(|cx| {
        let smile = cx.string("😀");
        let (high, low) = (smile.slice(cx, 0, 1), smile.slice(cx, 1, 2));
        assert_eq!((high.length(cx), low.length(cx)), (1, 1));
        assert_eq!(high.to_string_lossy(), "\u{fffd}");
        assert_eq!(high.concat(cx, low).unwrap(), "😀");
        assert_eq!(cx.join(&[high, low], JsStr::EMPTY).unwrap(), "😀");
        assert_eq!(cx.join(&[high, low], "-".into()).unwrap().length(cx), 3);
        let mut builder = StringBuilder::with_capacity(0);
        builder.push(high);
        builder.push(low);
        assert_eq!(builder.finish(cx), "😀");
    });
}

#[test]
fn appending_in_a_loop_is_linear() {
    run(|cx| {
        let mut text = JsStr::EMPTY;
        for number in 0..100_000 {
            text = text.concat(cx, if number % 2 == 0 { "ab".into() } else { "é".into() }).unwrap();
        }
        assert_eq!(text.length(cx), 150_000);
        // Copying every time would have taken ten gigabytes.
        assert!(cx.memory_used() < 2 << 20, "{}", cx.memory_used());
    });
}

#[test]
fn appending_to_a_prefix_does_not_disturb_the_longer_string() {
    run(|cx| {
        let first = cx.string("abc");
        let longer = first.concat(cx, "def".into()).unwrap();
        let other = first.concat(cx, "xyz".into()).unwrap();
        assert!(longer == "abcdef" && other == "abcxyz" && first == "abc");
    });
}

#[test]
fn sequential_access_beyond_ascii_is_linear() {
    run(|cx| {
        let text = cx.string(&"é😀".repeat(100_000));
        let mut units = 0u64;
        // Ten billion steps without the cursor.
        for index in 0..text.length(cx) {
            units += u64::from(text.code_unit_at(cx, index).unwrap());
        }
        for index in (0..text.length(cx)).rev() {
            units -= u64::from(text.code_unit_at(cx, index).unwrap());
        }
        assert_eq!(units, 0);
    });
}

#[test]
fn the_longest_string_is_the_one_of_v8() {
    run(|cx| {
        // Pieces that overlap need no memory: only the limit is looked at.
        let piece = cx.string(&"x".repeat(1 << 20));
        let pieces = vec![piece; 512];
        assert_eq!(cx.concat_all(&pieces), Err(StringTooLong));
        assert_eq!(cx.join(&[piece; 3], piece).unwrap().length(cx), 5 << 20);
    });
}

#[test]
fn literals_are_checked() {
    assert!(wtf8::is_canonical("a\u{e9}\u{1f600}".as_bytes()));
    assert!(wtf8::is_canonical(b"\xed\xa0\x80x\xed\xb0\x80"));
    assert!(!wtf8::is_canonical(b"\xed\xa0\x80\xed\xb0\x80"));
    assert!(!wtf8::is_canonical(b"\xff"));
    assert!(!wtf8::is_canonical(b"\xed\xa0"));
    assert!(!wtf8::is_canonical(b"\xed\xa0\x41"));
}

#[test]
fn facts_of_literals() {
    for length in 0..40 {
        let mut bytes = vec![b'a'; length];
        assert!(Facts::of_literal(&bytes).has(if length > 32 { Facts::ASCII } else { Facts::ALL }));
        for at in 0..length {
            for byte in [0u8, 0x1f, b'"', b'\\', 0x7f, 0x80, 0xff] {
                bytes[at] = byte;
                let facts = Facts::of_literal(&bytes);
                assert_eq!(facts.has(Facts::ASCII), byte < 0x80);
                assert_eq!(facts.has(Facts::PLAIN_JSON), byte == 0x7f && length <= 32);
            }
            bytes[at] = b'a';
        }
    }
}

#[test]
fn text_that_a_loop_adds_to_is_not_copied_each_time() {
    run(|cx| {
        for middle in [",", "\u{e9}"] {
            let texts = ["", middle, "\n"].map(JsStr::from_static);
            let (mut text, mut expected) = (JsStr::EMPTY, String::new());
            for index in 0..10_000 {
                text = cx.interleave(&texts, &[text, cx.string(&index.to_string())]).unwrap();
                expected.push_str(&format!("{middle}{index}\n"));
            }
            assert!(text.to_string_lossy() == expected);
        }
        assert!(cx.memory_used() < 4 << 20);
    });
}
