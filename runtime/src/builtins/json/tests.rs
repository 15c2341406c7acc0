use prickle_heap::{Attributes, Cx, Function, FunctionKind, MapObject, Value};

use super::*;
use crate::builtins::testing::{in_turn, show, value};

fn text<'h>(cx: Cx<'h>, value: Value<'h>, replacer: Option<Value<'h>>, space: Option<Value<'h>>) -> String {
    match stringify(cx, value, replacer, space) {
        Ok(text) => text.map_or("undefined".to_owned(), |text| text.to_string_lossy()),
        Err(error) => show::<Value<'_>>(cx, Err(error)),
    }
}

#[test]
fn the_way_round_a_cycle_is_shown_and_long_ways_are_cut() {
    in_turn(|cx| {
        let close = |json: &str, path: &[&'static str]| {
            let root = value(cx, json).as_object().expect("an object");
            let (last, way) = path.split_last().expect("a path");
            let end = way
                .iter()
                .fold(root, |object, &key| object.get_own_data(cx, key).and_then(Value::as_object).expect("a path"));
            end.define_own(cx, *last, root.into(), Attributes::ALL).expect("it fits");
            text(cx, root.into(), None, None)
        };
        let start = "throws TypeError: Converting circular structure to JSON\n    --> starting at object with constructor 'Object'\n";
        assert_eq!(close("{}", &["a"]), format!("{start}    --- property 'a' closes the circle"));
        assert_eq!(close("{}", &[""]), format!("{start}    --- <anonymous> closes the circle"));
        assert_eq!(
            close(r#"{"b":[{}]}"#, &["b", "0", "x y"]),
            format!(
                "{start}    |     property 'b' -> object with constructor 'Array'\n    |     index 0 -> object with constructor 'Object'\n    --- property 'x y' closes the circle"
            )
        );
        assert_eq!(
            close(r#"{"b":{"c":{"d":{"e":{}}}}}"#, &["b", "c", "d", "e", "f"]),
            format!(
                "{start}    |     property 'b' -> object with constructor 'Object'\n    |     property 'c' -> object with constructor 'Object'\n    |     ...\n    |     property 'e' -> object with constructor 'Object'\n    --- property 'f' closes the circle"
            )
        );
    });
}

#[test]
fn gaps_are_ten_characters_at_most() {
    in_turn(|cx| {
        let nested = value(cx, r#"{"a":[1,{}],"b":[]}"#);
        assert_eq!(text(cx, nested, None, Some(2.9.into())), "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}");
        let one = value(cx, "[1]");
        assert_eq!(text(cx, one, None, Some(99.0.into())), "[\n          1\n]");
        assert_eq!(text(cx, one, None, Some("abcdefghijklm".into())), "[\nabcdefghij1\n]");
        assert_eq!(text(cx, one, None, Some("".into())), "[1]");
        assert_eq!(text(cx, one, None, Some((-1.0).into())), "[1]");
    });
}

#[test]
fn replacers_choose_and_replace() {
    in_turn(|cx| {
        let data = value(cx, r#"{"a":1,"b":{"a":2,"c":3},"1":4}"#);
        let list = value(cx, r#"["b","a",1,"a",null]"#);
        assert_eq!(text(cx, data, Some(list), None), r#"{"b":{"a":2},"a":1,"1":4}"#);
        let drop_numbers = Function::new(cx, FunctionKind::Arrow, "", 2, &[], |_, call| {
            Ok(if call.arg(1).as_number().is_some() { Value::Undefined } else { call.arg(1) })
        });
        assert_eq!(text(cx, data, Some(drop_numbers.into()), None), r#"{"b":{}}"#);
        assert_eq!(text(cx, value(cx, "[1]"), Some(drop_numbers.into()), None), "[null]");
        assert_eq!(text(cx, 1.0.into(), Some(drop_numbers.into()), None), "undefined");
    });
}

#[test]
fn to_json_gets_the_key_as_text() {
    in_turn(|cx| {
        let to_json = Function::new(cx, FunctionKind::Method, "toJSON", 1, &[], |_, call| Ok(call.arg(0)));
        let object = cx.object([("toJSON", to_json.into())]);
        let data = cx.object([("a", object.into()), ("b", cx.array([object.into()]).into())]);
        assert_eq!(text(cx, data.into(), None, None), r#"{"a":"a","b":["0"]}"#);
        assert_eq!(text(cx, object.into(), None, None), r#""""#);
    });
}

#[test]
fn what_json_cannot_say() {
    in_turn(|cx| {
        let map = MapObject::new(cx);
        map.set(cx, 1.0.into(), 2.0.into());
        assert_eq!(text(cx, map.into(), None, None), "{}");
        assert_eq!(text(cx, Value::Undefined, None, None), "undefined");
        assert_eq!(text(cx, f64::NAN.into(), None, None), "null");
    });
}

#[test]
fn revivers_go_from_the_inside_out() {
    in_turn(|cx| {
        let reviver = Function::new(cx, FunctionKind::Normal, "", 2, &[], |_, call| {
            let (key, value) = (call.arg(0), call.arg(1));
            if key.as_string().is_some_and(|key| key == "drop") {
                return Ok(Value::Undefined);
            }
            Ok(value.as_number().map_or(value, |number| (number + 1.0).into()))
        });
        let text = cx.string(r#"{"a":[1,{"drop":2,"keep":3}],"drop":4}"#);
        assert_eq!(show(cx, parse(cx, text, Some(reviver.into()))), r#"{"a":[2,{"keep":4}]}"#);
        assert_eq!(
            show(cx, parse(cx, "{".into(), None)),
            "throws SyntaxError: Expected property name or '}' in JSON at position 1"
        );
    });
}
