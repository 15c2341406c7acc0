use super::*;
use crate::{
    Array, Attributes, Cx, EventHeap, JsStr, Kind, Limits, MapObject, Object, Prototype, Turn, Value, WorkerHeap,
};

/// Texts that JSON.parse refuses, and what Node 20 says; halves of surrogate pairs in the message are shown as U+FFFD.
const REFUSED: &[(&str, &str)] = &[
    ("", "Unexpected end of JSON input"),
    ("  ", "Unexpected end of JSON input"),
    ("{", "Expected property name or '}' in JSON at position 1"),
    ("[", "Unexpected end of JSON input"),
    ("{\u{22}a\u{22}", "Expected ':' after property name in JSON at position 4"),
    ("{\u{22}a\u{22}:", "Unexpected end of JSON input"),
    ("{\u{22}a\u{22}:1", "Expected ',' or '}' after property value in JSON at position 6"),
    ("{\u{22}a\u{22}:1,", "Expected double-quoted property name in JSON at position 7"),
    ("{a", "Expected property name or '}' in JSON at position 1"),
    ("{\u{22}a\u{22} 1}", "Expected ':' after property name in JSON at position 5"),
    ("{\u{22}a\u{22}:1,\u{22}b\u{22} 1}", "Unexpected number in JSON at position 11"),
    ("{\u{22}a\u{22}:1,\u{22}b\u{22}2}", "Unexpected number in JSON at position 10"),
    ("{,", "Expected property name or '}' in JSON at position 1"),
    ("[1", "Expected ',' or ']' after array element in JSON at position 2"),
    ("[1,", "Unexpected end of JSON input"),
    ("[1 2]", "Expected ',' or ']' after array element in JSON at position 3"),
    ("[1,]", "Unexpected token ']', \u{22}[1,]\u{22} is not valid JSON"),
    ("{\u{22}a\u{22}:1,}", "Expected double-quoted property name in JSON at position 7"),
    ("tru", "Unexpected end of JSON input"),
    ("truE", "Unexpected token 'E', \u{22}truE\u{22} is not valid JSON"),
    ("tr\u{22}", "Unexpected string in JSON at position 2"),
    ("tr1", "Unexpected number in JSON at position 2"),
    ("x", "Unexpected token 'x', \u{22}x\u{22} is not valid JSON"),
    ("\u{22}abc", "Unterminated string in JSON at position 4"),
    ("\u{22}abc\u{5c}", "Unexpected end of JSON input"),
    ("\u{22}a\u{5c}u12\u{22}", "Bad Unicode escape in JSON at position 6"),
    ("\u{22}a\u{5c}u12", "Bad Unicode escape in JSON at position 6"),
    ("\u{22}\u{5c}x\u{22}", "Bad escaped character in JSON at position 2"),
    ("\u{22}\u{5c}\u{e9}\u{22}", "Bad escaped character in JSON at position 2"),
    (
        "\u{22}\u{5c}\u{100}\u{22}",
        "Unexpected token '\u{100}', \u{22}\u{22}\u{5c}\u{100}\u{22}\u{22} is not valid JSON",
    ),
    ("\u{22}a\u{a}b\u{22}", "Bad control character in string literal in JSON at position 2"),
    ("01", "Unexpected number in JSON at position 1"),
    ("-01", "Unexpected number in JSON at position 2"),
    ("-", "No number after minus sign in JSON at position 1"),
    ("-a", "No number after minus sign in JSON at position 1"),
    ("1.", "Unterminated fractional number in JSON at position 2"),
    ("1.x", "Unterminated fractional number in JSON at position 2"),
    ("1e", "Exponent part is missing a number in JSON at position 2"),
    ("1e+", "Exponent part is missing a number in JSON at position 3"),
    ("1ex", "Exponent part is missing a number in JSON at position 2"),
    ("1 2", "Unexpected non-whitespace character after JSON at position 2"),
    ("{\u{22}a\u{22}:1} x", "Unexpected non-whitespace character after JSON at position 8"),
    (".5", "Unexpected token '.', \u{22}.5\u{22} is not valid JSON"),
    ("+1", "Unexpected token '+', \u{22}+1\u{22} is not valid JSON"),
    ("nul", "Unexpected end of JSON input"),
    ("undefined", "\u{22}undefined\u{22} is not valid JSON"),
    ("NaN", "\u{22}NaN\u{22} is not valid JSON"),
    ("Infinity", "\u{22}Infinity\u{22} is not valid JSON"),
    ("[object Object]", "\u{22}[object Object]\u{22} is not valid JSON"),
    ("-Infinity", "No number after minus sign in JSON at position 1"),
    ("\u{1f600}", "Unexpected token '\u{fffd}', \u{22}\u{1f600}\u{22} is not valid JSON"),
    (
        "{\u{22}\u{e9}\u{22}: \u{1f600}}",
        "Unexpected token '\u{fffd}', \u{22}{\u{22}\u{e9}\u{22}: \u{1f600}}\u{22} is not valid JSON",
    ),
    (
        "[1,2,3,4,5,6,7,8,9,x,10,11,12]",
        "Unexpected token 'x', ...\u{22}5,6,7,8,9,x,10,11,12\u{22}... is not valid JSON",
    ),
    ("[1,2,3,4,x]", "Unexpected token 'x', \u{22}[1,2,3,4,x]\u{22} is not valid JSON"),
    ("[1,2,3,4,5,6,7,8,9,10,11,x]", "Unexpected token 'x', ...\u{22}8,9,10,11,x]\u{22} is not valid JSON"),
    (
        "[\u{22}\u{1f600}\u{1f600}\u{1f600}\u{1f600}\u{1f600}\u{22},x,\u{22}\u{1f600}\u{1f600}\u{1f600}\u{1f600}\u{1f600}\u{22}]",
        "Unexpected token 'x', ...\u{22}\u{1f600}\u{1f600}\u{1f600}\u{1f600}\u{22},x,\u{22}\u{1f600}\u{1f600}\u{1f600}\u{fffd}\u{22}... is not valid JSON",
    ),
    ("{'a':1}", "Expected property name or '}' in JSON at position 1"),
    ("[}", "Unexpected token '}', \u{22}[}\u{22} is not valid JSON"),
    ("{]", "Expected property name or '}' in JSON at position 1"),
    ("\u{22}\u{0}\u{22}", "Bad control character in string literal in JSON at position 1"),
    ("//", "Unexpected token '/', \u{22}//\u{22} is not valid JSON"),
    ("\u{feff}1", "Unexpected token '\u{feff}', \u{22}\u{feff}1\u{22} is not valid JSON"),
];

/// Texts, and what `JSON.stringify(JSON.parse(text))` gives in Node 20.
const ACCEPTED: &[(&str, &str)] = &[
    (
        "{\u{22}a\u{22}:1,\u{22}b\u{22}:2,\u{22}a\u{22}:3,\u{22}__proto__\u{22}:4}",
        "{\u{22}a\u{22}:3,\u{22}b\u{22}:2,\u{22}__proto__\u{22}:4}",
    ),
    (
        "{\u{22}b\u{22}:1,\u{22}2\u{22}:2,\u{22}a\u{22}:3,\u{22}1\u{22}:4,\u{22}01\u{22}:5,\u{22}4294967295\u{22}:6,\u{22}4294967294\u{22}:7,\u{22}2\u{22}:8}",
        "{\u{22}1\u{22}:4,\u{22}2\u{22}:8,\u{22}4294967294\u{22}:7,\u{22}b\u{22}:1,\u{22}a\u{22}:3,\u{22}01\u{22}:5,\u{22}4294967295\u{22}:6}",
    ),
    (
        "[1E400,-1E400,-0,0.0,1e-400,1.50,123456789012345678901234567890,0.1e1]",
        "[null,null,0,0,0,1.5,1.2345678901234568e+29,1]",
    ),
    (
        "\u{22}\u{5c}ud83d\u{5c}ude00 \u{5c}ud800 \u{5c}udc00\u{5c}ud800 \u{5c}u00e9\u{5c}u2028\u{22}",
        "\u{22}\u{1f600} \u{5c}ud800 \u{5c}udc00\u{5c}ud800 \u{e9}\u{2028}\u{22}",
    ),
    (
        "\u{22}\u{5c}b\u{5c}f\u{5c}n\u{5c}r\u{5c}t\u{5c}/\u{5c}\u{5c}\u{5c}\u{22}\u{5c}u0001\u{5c}u007f\u{22}",
        "\u{22}\u{5c}b\u{5c}f\u{5c}n\u{5c}r\u{5c}t/\u{5c}\u{5c}\u{5c}\u{22}\u{5c}u0001\u{7f}\u{22}",
    ),
    (
        " [ 1 , { \u{22}a\u{22} : [ ] , \u{22}b\u{22} : { } } ] \u{9}\u{d}\u{a}",
        "[1,{\u{22}a\u{22}:[],\u{22}b\u{22}:{}}]",
    ),
    ("null", "null"),
    ("true", "true"),
    ("-5e-7", "-5e-7"),
    ("\u{22}\u{e9}\u{1f600}\u{22}", "\u{22}\u{e9}\u{1f600}\u{22}"),
    ("{\u{22}\u{22}:{\u{22}\u{22}:\u{22}\u{22}}}", "{\u{22}\u{22}:{\u{22}\u{22}:\u{22}\u{22}}}"),
    ("[[[[[[]]]]]]", "[[[[[[]]]]]]"),
    (
        "{\u{22}a\u{22}:1,\u{22}b\u{22}:2,\u{22}c\u{22}:3,\u{22}d\u{22}:4,\u{22}e\u{22}:5,\u{22}f\u{22}:6,\u{22}g\u{22}:7,\u{22}h\u{22}:8,\u{22}i\u{22}:9,\u{22}j\u{22}:10,\u{22}a\u{22}:11,\u{22}\u{5c}u0062\u{22}:12}",
        "{\u{22}a\u{22}:11,\u{22}b\u{22}:12,\u{22}c\u{22}:3,\u{22}d\u{22}:4,\u{22}e\u{22}:5,\u{22}f\u{22}:6,\u{22}g\u{22}:7,\u{22}h\u{22}:8,\u{22}i\u{22}:9,\u{22}j\u{22}:10}",
    ),
];

fn run<R>(body: impl for<'h> FnOnce(Cx<'h>) -> R) -> R {
    let (worker, mut event) = (WorkerHeap::new(), EventHeap::new());
    let turn = Turn::new(&worker, &mut event, &(), Limits::default());
    body(turn.cx())
}

fn text<'h>(cx: Cx<'h>, value: impl Into<Value<'h>>) -> String {
    let mut out = b"before ".to_vec();
    match write(cx, value.into(), &mut out) {
        Ok(Written::Json) => String::from_utf8(out.split_off(7)).unwrap(),
        Ok(Written::Undefined) => "undefined".to_owned(),
        Err(NeedsFullAlgorithm) => {
            assert_eq!(out, b"before ");
            "full".to_owned()
        }
    }
}

fn round_trip(input: &[u8]) -> String {
    let (worker, mut event) = (WorkerHeap::new(), EventHeap::new());
    let turn = Turn::new(&worker, &mut event, &(), Limits::default());
    match parse(turn.cx(), input) {
        Ok(value) => text(turn.cx(), value),
        Err(message) => message.to_string_lossy(),
    }
}

#[test]
fn what_is_accepted_comes_out_as_in_node() {
    for (input, expected) in ACCEPTED {
        assert_eq!(round_trip(input.as_bytes()), *expected, "{input}");
        let from_string = run(|cx| text(cx, parse_str(cx, cx.string(input)).unwrap()));
        assert_eq!(from_string, *expected, "{input}");
    }
}

#[test]
fn what_is_refused_is_worded_as_in_node() {
    for (input, expected) in REFUSED {
        assert_eq!(round_trip(input.as_bytes()), *expected, "{input:?}");
        let from_string = run(|cx| parse_str(cx, cx.string(input)).unwrap_err().to_string_lossy());
        assert_eq!(from_string, *expected, "{input:?}");
    }
}

#[test]
fn ill_formed_utf8_counts_as_replacement_characters() {
    assert_eq!(round_trip(b"[\"a\xffb\xe2\x82\"]"), "[\"a\u{fffd}b\u{fffd}\"]");
    assert_eq!(round_trip(b"[\"\\n\xed\xa0\x80\"]"), "[\"\\n\u{fffd}\u{fffd}\u{fffd}\"]");
    assert_eq!(
        round_trip(b"[\"\xc3\", \xc3]"),
        "Unexpected token '\u{fffd}', \"[\"\u{fffd}\", \u{fffd}]\" is not valid JSON"
    );
    assert_eq!(round_trip(b"[\"\xc3\" 1]"), "Expected ',' or ']' after array element in JSON at position 5");
}

#[test]
fn halves_of_pairs_survive_and_join() {
    run(|cx| {
        let high = cx.string_from_code_units([0xd83d]);
        let input = cx.join(&["[\"".into(), high, "\\ude00\",\"".into(), high, "\"]".into()], JsStr::EMPTY).unwrap();
        let array = parse_str(cx, input).unwrap().as_array().unwrap();
        assert!(array.at(0).strict_equals("😀"));
        assert!(array.at(1).strict_equals(high));
        assert_eq!(text(cx, array), "[\"😀\",\"\\ud83d\"]");
    });
}

#[test]
fn strings_borrow_from_the_input() {
    run(|cx| {
        let input = b"{\"key\":\"a string that needs no decoding\",\"escaped\":\"\\u0061\"}";
        let object = parse(cx, input).unwrap().as_object().unwrap();
        let range = input.as_ptr_range();
        let borrowed = object.get_own_data(cx, "key").unwrap().as_string().unwrap();
        assert!(range.contains(&borrowed.as_bytes().as_ptr()));
        let decoded = object.get_own_data(cx, "escaped").unwrap().as_string().unwrap();
        assert!(!range.contains(&decoded.as_bytes().as_ptr()) && decoded == "a");
    });
}

#[test]
fn nesting_costs_no_stack() {
    let depth = 100_000;
    run(|cx| {
        let input = cx.string(
            &("[".repeat(depth) + "{\"a\":" + &"[".repeat(depth) + &"]".repeat(depth) + "}" + &"]".repeat(depth)),
        );
        let value = parse_str(cx, input).unwrap();
        let mut inner = value.as_array().unwrap();
        for _ in 1..depth {
            inner = inner.at(0).as_array().unwrap();
        }
        assert!(inner.at(0).as_object().unwrap().has_own(cx, "a"));
        assert_eq!(text(cx, value), "full");
    });
}

#[test]
fn an_object_of_many_keys_keeps_their_order() {
    let keys: Vec<String> = (0..5000).map(|key| format!("\"key{}\":{key}", key % 4000)).collect();
    let mut expected: Vec<String> = (0..4000).map(|key| format!("\"key{key}\":{key}")).collect();
    for (key, member) in expected.iter_mut().take(1000).enumerate() {
        *member = format!("\"key{key}\":{}", key + 4000);
    }
    assert_eq!(round_trip(format!("{{{}}}", keys.join(",")).as_bytes()), format!("{{{}}}", expected.join(",")));
}

#[test]
fn plain_data_is_written() {
    run(|cx| {
        let object =
            cx.object([("a", Value::Undefined), ("b", f64::NAN.into()), ("c", Value::Null), ("d", true.into())]);
        object.define_own(cx, "hidden", 1.0.into(), Attributes::HIDDEN).unwrap();
        object.define_own(cx, "f", cx.closure("f", 0, [], |_, _| Ok(Value::Null)).into(), Attributes::ALL).unwrap();
        object.define_own(cx, "7", MapObject::new(cx).into(), Attributes::ALL).unwrap();
        assert_eq!(text(cx, object), r#"{"7":{},"b":null,"c":null,"d":true}"#);
        object.remove_own(cx, "7");
        object.remove_own(cx, "b");
        assert_eq!(text(cx, object), r#"{"c":null,"d":true}"#);
        let array =
            Array::of_holey(cx, &[None, Some(Value::Undefined), Some((-0.0).into()), Some("\u{7f}\u{2028}".into())]);
        array.set_length(5);
        assert_eq!(text(cx, array), "[null,null,0,\"\u{7f}\u{2028}\",null]");
        assert_eq!(text(cx, Array::with_length(cx, 2)), "[null,null]");
        assert_eq!(text(cx, Value::Undefined), "undefined");
        assert_eq!(text(cx, cx.closure("f", 0, [], |_, _| Ok(Value::Null))), "undefined");
        assert_eq!(
            text(cx, "quote \" backslash \\ \u{8}\u{c}\n\r\t\u{1}é"),
            "\"quote \\\" backslash \\\\ \\b\\f\\n\\r\\t\\u0001é\""
        );
    });
}

#[test]
fn what_needs_the_full_algorithm_is_left_to_it() {
    run(|cx| {
        let to_json = cx.closure("toJSON", 0, [], |_, _| Ok(Value::Null));
        assert_eq!(text(cx, cx.object([("toJSON", to_json.into())])), "full");
        assert_eq!(text(cx, cx.object([("toJSON", 1.0.into())])), "{\"toJSON\":1}");
        let hidden = Object::plain(cx);
        hidden.define_own(cx, "toJSON", to_json.into(), Attributes::HIDDEN).unwrap();
        assert_eq!(text(cx, cx.array([hidden.into()])), "full");
        let accessor = Object::plain(cx);
        accessor.define_own_accessor(cx, "x", to_json.into(), Value::Undefined, Attributes::ALL);
        assert_eq!(text(cx, accessor), "full");
        let cyclic = Object::plain(cx);
        cyclic.define_own(cx, "self", cyclic.into(), Attributes::ALL).unwrap();
        assert_eq!(text(cx, cyclic), "full");
        assert_eq!(text(cx, Object::with_slots(cx, Kind::Boxed, &[1.0.into()])), "full");
        assert_eq!(text(cx, crate::Bytes::new(cx, b"ab")), "full");
        let inheriting = Object::plain(cx);
        inheriting.set_prototype(cx, Prototype::Object(hidden));
        assert_eq!(text(cx, inheriting), "full");
        let extended = cx.array([]);
        extended.define_own(cx, "toJSON", to_json.into(), Attributes::ALL).unwrap();
        assert_eq!(text(cx, extended), "full");
    });
}

/// Properties that stand in the input, between others that do not.
const MEMBERS: &[&str] = &[
    r#""a":"text","b":1,"c":true,"d":null,"e":-12.5,"f":"é","#,
    r#""g":1.50,"h":1e3,"i":-0,"j":0.0000001,"k":12345678901234567890,"l":"\u0061","\u006d":"m","n":"\n","#,
    r#""o" :"space", "p": 1,"q":2 ,"r":[1,2],"s":{"a":1,"b":2},"t":{},"u":[],"v":[{"x":1,"y":"z"}],"w":"","":"empty","#,
    r#""nested":{"a":"1","b":"2","c":{"d":[true],"e":1.25},"f":"g"},"long key that is not short":"and a value, which is longer than thirty-two","#,
    r#""aa": "spaced", "bb": 1, "cc": true, "dd": -12.5, "ee": 1.50, "ff": "é", "gg": "a value, which is longer than thirty-two", "#,
    r#""hh": {"i": "j", "k": [1, {"l": null, "m": "n"}], "o": 1e3}, "pp": 123456789, "a\u0062": "q", "rr": "s","tt":"u", "vv" : 1, "#,
    r#""an odd key, \n and of some length": "w", "xx": 12345678901234567890, "a spaced key that is not short at all": "y",  "zz": -0, "#,
    r#""a":"again","1234567":1234567,"0.5":0.5,"x":123456789012345,"y":1234567890123456,"z":0.1234567890123456,"#,
];

#[test]
fn what_was_changed_is_not_copied_from_the_input() {
    // A generator of its own keeps this crate free of dependencies.
    let mut state = 1u64;
    let mut random = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    for _ in 0..3000 {
        let members: String = (0..random(7)).map(|_| MEMBERS[random(MEMBERS.len())]).collect();
        let space = [" ", ""][random(2)];
        let input = format!("{{{members}\"last\":{space}1}}");
        let before = MEMBERS[random(MEMBERS.len())];
        let changes: Vec<(usize, usize)> = (0..random(12)).map(|_| (random(7), random(60))).collect();
        let changed = |is_event: bool| {
            run(|cx| {
                // Keys are remembered from text to text.
                let _ = parse(cx, cx.string(&format!("{{{before}\"last\":1}}")).as_bytes());
                let _ = parse(cx, cx.string(&input).as_bytes());
                let text_of_input = cx.string(&input);
                let value = if is_event { parse(cx, text_of_input.as_bytes()) } else { parse_str(cx, text_of_input) };
                let object = value.unwrap().as_object().unwrap();
                change(cx, object, &changes);
                text(cx, object)
            })
        };
        assert_eq!(changed(true), changed(false), "{input} {changes:?}");
    }
}

/// Changes an object in several ways, each by a number and the place of a key.
fn change<'h>(cx: Cx<'h>, object: Object<'h>, changes: &[(usize, usize)]) {
    let mut saved = JsStr::EMPTY;
    for &(what, which) in changes {
        let keys = object.own_keys(cx);
        let Some(&key) = keys.get(which % keys.len().max(1)) else { continue };
        let value = object.get_own_data(cx, key).unwrap_or_default();
        match what {
            0 | 1 => {
                object.remove_own(cx, key);
            }
            2 => {
                object.store(cx, key, Value::String(saved));
            }
            3 => {
                object.remove_own(cx, key);
                object.define_own(cx, key, value, Attributes::ALL).unwrap();
            }
            4 => {
                let attributes = if which % 2 == 0 { Attributes::HIDDEN } else { Attributes::ALL };
                object.define_own(cx, key, value, attributes).unwrap();
            }
            5 => {
                let name = format!("added{which}");
                object.define_own(cx, cx.string(&name), 7.into(), Attributes::ALL).unwrap();
            }
            _ => match value {
                Value::String(text) => saved = text.slice(cx, 0, text.length(cx) / 2),
                Value::Object(inner) if which % 2 == 0 => change(cx, inner, &changes[1..]),
                Value::Object(_) => drop(cx.root(value)),
                _ => {}
            },
        }
    }
}
