use prickle_heap::{Cx, Value};

use super::*;
use crate::builtins::testing::{in_turn, show, value};

fn bytes<'h>(cx: Cx<'h>, text: &str, encoding: &'static str) -> Object<'h> {
    from(cx, cx.string(text).into(), Some(encoding.into()), None).expect("the encoding is known")
}

fn hex<'h>(cx: Cx<'h>, text: &str, encoding: &'static str) -> String {
    to_string(cx, bytes(cx, text, encoding), Some("hex".into()), None, None)
        .expect("the encoding is known")
        .to_string_lossy()
}

#[test]
fn strings_become_bytes() {
    in_turn(|cx| {
        assert_eq!(hex(cx, "aé😀", "utf8"), "61c3a9f09f9880");
        assert_eq!(hex(cx, "aé😀Ā", "latin1"), "61e93d0000");
        assert_eq!(hex(cx, "aé😀", "UCS-2"), "6100e9003dd800de");
        assert_eq!(hex(cx, "61zz62", "hex"), "61");
        assert_eq!(hex(cx, "616", "hex"), "61");
        let lone = cx.string_from_code_units([0x61, 0xd800]);
        let encoded = from(cx, lone.into(), None, None).expect("strings are bytes");
        assert_eq!(show(cx, to_string(cx, encoded, Some("hex".into()), None, None)), r#""61efbfbd""#);
    });
}

#[test]
fn base64_is_read_leniently() {
    in_turn(|cx| {
        for (text, expected) in [
            ("YQ==", "61"),
            ("YQ", "61"),
            ("Y Q\n=\n=", "61"),
            ("YWI=YQ==", "6162"),
            ("Y-_*/+", "63efff"),
            ("YWJjZ", "616263"),
            ("====YWJj", ""),
            ("Y", ""),
            // The low byte of each code unit counts, as in Node.
            ("\u{159}Q==", "61"),
        ] {
            assert_eq!(hex(cx, text, "base64"), expected, "{text}");
            assert_eq!(hex(cx, text, "base64url"), expected, "{text}");
        }
        let encoded = |encoding: &'static str| {
            show(cx, to_string(cx, bytes(cx, "fffe", "hex"), Some(encoding.into()), None, None))
        };
        assert_eq!(encoded("base64"), r#""//4=""#);
        assert_eq!(encoded("base64url"), r#""__4""#);
    });
}

#[test]
fn offsets_are_cut_to_the_length() {
    in_turn(|cx| {
        let part = |start: Option<f64>, end: Option<f64>| {
            show(cx, to_string(cx, bytes(cx, "abc", "utf8"), None, start.map(Value::from), end.map(Value::from)))
        };
        assert_eq!(part(Some(1.9), None), r#""bc""#);
        assert_eq!(part(Some(-5.0), Some(100.0)), r#""abc""#);
        assert_eq!(part(Some(2.0), Some(1.0)), r#""""#);
        assert_eq!(part(Some(f64::NAN), Some(2.0)), r#""ab""#);
        // Nothing to decode: nobody looks at the encoding.
        assert_eq!(
            show(cx, to_string(cx, bytes(cx, "a", "utf8"), Some("what".into()), Some(1.0.into()), None)),
            r#""""#
        );
    });
}

#[test]
fn errors_have_the_codes_of_node() {
    in_turn(|cx| {
        let message = "throws TypeError [ERR_UNKNOWN_ENCODING]: Unknown encoding: what";
        assert_eq!(show(cx, from(cx, "a".into(), Some("what".into()), None)), message);
        let expected = "throws TypeError [ERR_INVALID_ARG_TYPE]: The first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object. Received ";
        assert_eq!(show(cx, from(cx, 5.0.into(), None, None)), format!("{expected}type number (5)"));
        assert_eq!(show(cx, from(cx, Value::Null, None, None)), format!("{expected}null"));
        assert_eq!(show(cx, from(cx, value(cx, r#"{"a":1}"#), None, None)), format!("{expected}an instance of Object"));
        let other = equals(cx, bytes(cx, "a", "utf8"), "it's \u{1} a long string which is cut".into());
        let received = r#""it's \u0001 a long string whic...""#;
        assert_eq!(
            show(cx, other),
            format!(
                "throws TypeError [ERR_INVALID_ARG_TYPE]: The \"otherBuffer\" argument must be an instance of Buffer or Uint8Array. Received type string ({received})"
            )
        );
    });
}

#[test]
fn sizes_must_be_in_range() {
    in_turn(|cx| {
        let made = |size: f64| show(cx, call(cx, size.into(), None));
        let expected = "throws RangeError [ERR_OUT_OF_RANGE]: The value of \"size\" is out of range. It must be >= 0 && <= 4294967296. Received ";
        assert_eq!(made(-1.0), format!("{expected}-1"));
        assert_eq!(made(-5e9), format!("{expected}-5_000_000_000"));
        assert_eq!(made(1e12), format!("{expected}1_000_000_000_000"));
        assert_eq!(made(f64::NAN), format!("{expected}NaN"));
        assert_eq!(show(cx, call(cx, 1.9.into(), None).map(|made| view(made).length() as f64)), "1");
        assert_eq!(made(4e9), "ends: memory limit of 268435456 bytes per event exceeded");
    });
}

#[test]
fn arrays_become_bytes() {
    in_turn(|cx| {
        let made = |text: &str| {
            show(
                cx,
                from(cx, value(cx, text), None, None)
                    .and_then(|made| to_string(cx, made, Some("hex".into()), None, None)),
            )
        };
        assert_eq!(made(r#"[1,2,300,-1,"5",1.7,null]"#), r#""01022cff050100""#);
        assert_eq!(made(r#"{"type":"Buffer","data":[1,2]}"#), r#""0102""#);
        assert_eq!(made(r#"{"length":2,"0":1}"#), r#""0100""#);
        assert_eq!(made(r#"{"length":"2"}"#), r#""""#);
    });
}
