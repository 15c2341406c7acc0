use super::*;
use crate::{EventHeap, JsStr, Limits, Turn, WorkerHeap};

/// Text, and what Node 20 gives for `Number(text)`, `parseFloat(text)` and `parseInt(text, radix)` with the radixes none, 16, 36, 2, 7.
const CONVERSIONS: &[(&str, [f64; 7])] = &[
    ("", [0.0, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN]),
    ("  ", [0.0, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN]),
    ("0", [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]),
    ("-0", [-0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0]),
    ("+5", [5.0, 5.0, 5.0, 5.0, 5.0, f64::NAN, 5.0]),
    (" 12 ", [12.0, 12.0, 12.0, 18.0, 38.0, 1.0, 9.0]),
    ("\u{a0}12\u{3000}\u{feff}", [12.0, 12.0, 12.0, 18.0, 38.0, 1.0, 9.0]),
    ("0x1F", [31.0, 0.0, 31.0, 31.0, 42819.0, 0.0, 0.0]),
    ("0X1f", [31.0, 0.0, 31.0, 31.0, 42819.0, 0.0, 0.0]),
    ("0b101", [5.0, 0.0, 0.0, 45313.0, 514513.0, 0.0, 0.0]),
    ("0B2", [f64::NAN, 0.0, 0.0, 178.0, 398.0, 0.0, 0.0]),
    ("0o17", [15.0, 0.0, 0.0, 0.0, 31147.0, 0.0, 0.0]),
    ("0O8", [f64::NAN, 0.0, 0.0, 0.0, 872.0, 0.0, 0.0]),
    ("0x", [f64::NAN, 0.0, f64::NAN, f64::NAN, 33.0, 0.0, 0.0]),
    ("1e3", [1000.0, 1000.0, 1.0, 483.0, 1803.0, 1.0, 1.0]),
    ("1E+3", [1000.0, 1000.0, 1.0, 30.0, 50.0, 1.0, 1.0]),
    ("1e-7", [1.0e-7, 1.0e-7, 1.0, 30.0, 50.0, 1.0, 1.0]),
    (".5", [0.5, 0.5, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN]),
    ("5.", [5.0, 5.0, 5.0, 5.0, 5.0, f64::NAN, 5.0]),
    ("+.5e1", [5.0, 5.0, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN]),
    ("-.5", [-0.5, -0.5, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN]),
    (".", [f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN]),
    ("e5", [f64::NAN, f64::NAN, f64::NAN, 229.0, 509.0, f64::NAN, f64::NAN]),
    ("1e", [f64::NAN, 1.0, 1.0, 30.0, 50.0, 1.0, 1.0]),
    ("1e+", [f64::NAN, 1.0, 1.0, 30.0, 50.0, 1.0, 1.0]),
    ("Infinity", [f64::INFINITY, f64::INFINITY, f64::NAN, f64::NAN, 1461559270678.0, f64::NAN, f64::NAN]),
    ("-Infinity", [f64::NEG_INFINITY, f64::NEG_INFINITY, f64::NAN, f64::NAN, -1461559270678.0, f64::NAN, f64::NAN]),
    ("+Infinity", [f64::INFINITY, f64::INFINITY, f64::NAN, f64::NAN, 1461559270678.0, f64::NAN, f64::NAN]),
    ("infinity", [f64::NAN, f64::NAN, f64::NAN, f64::NAN, 1461559270678.0, f64::NAN, f64::NAN]),
    ("NaN", [f64::NAN, f64::NAN, f64::NAN, f64::NAN, 30191.0, f64::NAN, f64::NAN]),
    ("nan", [f64::NAN, f64::NAN, f64::NAN, f64::NAN, 30191.0, f64::NAN, f64::NAN]),
    ("inf", [f64::NAN, f64::NAN, f64::NAN, f64::NAN, 24171.0, f64::NAN, f64::NAN]),
    ("1_000", [f64::NAN, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]),
    ("1,2", [f64::NAN, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]),
    ("12px", [f64::NAN, 12.0, 12.0, 18.0, 50181.0, 1.0, 9.0]),
    ("--1", [f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN]),
    ("+-1", [f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN]),
    ("0x1g", [f64::NAN, 0.0, 1.0, 1.0, 42820.0, 0.0, 0.0]),
    ("-0x10", [f64::NAN, -0.0, -16.0, -16.0, -42804.0, -0.0, -0.0]),
    ("1.7976931348623157e308", [1.7976931348623157e308, 1.7976931348623157e308, 1.0, 1.0, 1.0, 1.0, 1.0]),
    ("1.7976931348623159e308", [f64::INFINITY, f64::INFINITY, 1.0, 1.0, 1.0, 1.0, 1.0]),
    ("5e-324", [5.0e-324, 5.0e-324, 5.0, 94.0, 194.0, f64::NAN, 5.0]),
    ("2e-324", [0.0, 0.0, 2.0, 46.0, 86.0, f64::NAN, 2.0]),
    (
        "9007199254740993",
        [
            9007199254740992.0,
            9007199254740992.0,
            9007199254740992.0,
            10378291982571407000.0,
            1.9896986116031807e24,
            f64::NAN,
            f64::NAN,
        ],
    ),
    (
        "123456789012345678901234567890",
        [
            1.2345678901234568e29,
            1.2345678901234568e29,
            1.2345678901234568e29,
            9.452287968736547e34,
            1.4362876794323633e45,
            1.0,
            22875.0,
        ],
    ),
    ("0.1", [0.1, 0.1, 0.0, 0.0, 0.0, 0.0, 0.0]),
    ("1e400", [f64::INFINITY, f64::INFINITY, 1.0, 123904.0, 2337984.0, 1.0, 1.0]),
    ("\u{a}1\u{a}", [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]),
    ("1 2", [f64::NAN, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]),
    (
        "0x20000000000001",
        [9007199254740992.0, 0.0, 9007199254740992.0, 9007199254740992.0, 2.0299225653369807e23, 0.0, 0.0],
    ),
    (
        "0x20000000000002",
        [9007199254740994.0, 0.0, 9007199254740994.0, 9007199254740994.0, 2.0299225653369807e23, 0.0, 0.0],
    ),
    (
        "0x20000000000003",
        [9007199254740996.0, 0.0, 9007199254740996.0, 9007199254740996.0, 2.0299225653369807e23, 0.0, 0.0],
    ),
    (
        "0xfffffffffffffbff",
        [18446744073709550000.0, 0.0, 18446744073709550000.0, 18446744073709550000.0, 2.6604667138963684e26, 0.0, 0.0],
    ),
    (
        "0b1111111111111111111111111111111111111111111111111111111111111111",
        [18446744073709552000.0, 0.0, 0.0, 1.2814324542262992e78, 4.424653940043958e100, 0.0, 0.0],
    ),
    ("\u{180e}1", [f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN]),
    ("\u{2028} 7", [7.0, 7.0, 7.0, 7.0, 7.0, f64::NAN, f64::NAN]),
    ("\u{663}", [f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN]),
];

fn same(a: f64, b: f64) -> bool {
    a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan())
}

#[test]
fn text_converts_as_in_node() {
    for (text, expected) in CONVERSIONS {
        let borrowed = JsStr::from_borrowed(text);
        let mut actual = vec![string_to_number(borrowed), parse_float(borrowed)];
        actual.extend([0, 16, 36, 2, 7].map(|radix| parse_int(borrowed, radix)));
        for (at, (actual, expected)) in actual.iter().zip(expected).enumerate() {
            assert!(same(*actual, *expected), "{text:?}, conversion {at}: {actual} is not {expected}");
        }
    }
}

#[test]
fn parse_int_knows_its_radixes() {
    let ten = JsStr::from_static("10");
    for radix in 2..=36 {
        assert_eq!(parse_int(ten, radix), f64::from(radix));
    }
    assert!(parse_int(ten, 1).is_nan() && parse_int(ten, 37).is_nan() && parse_int(ten, -2).is_nan());
    assert_eq!(parse_int(JsStr::from_static("-zz"), 36), -1295.0);
}

#[test]
fn numbers_print_as_in_node() {
    let (worker, mut event) = (WorkerHeap::new(), EventHeap::new());
    let turn = Turn::new(&worker, &mut event, &(), Limits::default());
    let cx = turn.cx();
    for (number, expected) in [
        (0.0, "0"),
        (-0.0, "0"),
        (-1.0, "-1"),
        (9.0, "9"),
        (10.0, "10"),
        (99.0, "99"),
        (100.0, "100"),
        (123_456_789.0, "123456789"),
        (9_007_199_254_740_991.0, "9007199254740991"),
        (9_007_199_254_740_992.0, "9007199254740992"),
        (1e21, "1e+21"),
        (123_456_789_012_345_680_000.0, "123456789012345680000"),
        (0.1, "0.1"),
        (1e-7, "1e-7"),
        (0.000_001, "0.000001"),
        (5e-324, "5e-324"),
        (f64::MAX, "1.7976931348623157e+308"),
        (f64::NAN, "NaN"),
        (f64::NEG_INFINITY, "-Infinity"),
        (-1.5, "-1.5"),
    ] {
        assert_eq!(to_js_str(cx, number), expected);
        let mut out = b"x".to_vec();
        write_number(&mut out, number);
        assert_eq!(String::from_utf8(out).unwrap(), format!("x{expected}"));
    }
}

#[test]
fn integers_wrap_as_in_node() {
    for (number, expected) in [
        (0.0, 0),
        (-0.0, 0),
        (1.9, 1),
        (-1.9, -1),
        (2_147_483_647.0, i32::MAX),
        (2_147_483_648.0, i32::MIN),
        (4_294_967_296.0, 0),
        (4_294_967_295.0, -1),
        (-2_147_483_649.0, i32::MAX),
        (1e10, 1_410_065_408),
        (9_007_199_254_740_993.0, 0),
        (9_223_372_036_854_775_807.0, 0),
        (-9_223_372_036_854_775_808.0, 0),
        // 2^63 + 2^20 and 2^64 + 2^31.
        (9_223_372_036_855_824_384.0, 1_048_576),
        (18_446_744_075_857_035_264.0, i32::MIN),
        (1e21, -559_939_584),
        (1e300, 0),
        (f64::NAN, 0),
        (f64::INFINITY, 0),
        (f64::NEG_INFINITY, 0),
        (5e-324, 0),
    ] {
        assert_eq!(to_int32(number), expected, "{number}");
        assert_eq!(to_uint32(number), expected as u32, "{number}");
    }
}

#[test]
fn indices() {
    let cases =
        [(0.0, Some(0)), (-0.0, Some(0)), (7.0, Some(7)), (4_294_967_295.0, Some(u32::MAX)), (4_294_967_296.0, None)];
    for (number, index) in cases {
        assert_eq!(to_index(number), index);
    }
    for number in [-1.0, 0.5, f64::NAN, f64::INFINITY, 1e300] {
        assert_eq!(to_index(number), None);
    }
}

#[test]
fn trimming() {
    let text = JsStr::from_static("\u{feff}\t a\u{a0}b \u{2029}");
    assert_eq!(trim(text), "a\u{a0}b");
    assert_eq!(trim_start(text), "a\u{a0}b \u{2029}");
    assert_eq!(trim_end(text), "\u{feff}\t a\u{a0}b");
    assert!(trim(JsStr::from_static(" \n ")).is_empty());
}
