use prickle_heap::{Array, Cx, Function, FunctionKind, Object, Value};

use super::*;
use crate::builtins::testing::{in_turn, show, value};
use crate::operations::global_get;

fn object<'h>(cx: Cx<'h>, text: &str) -> Object<'h> {
    value(cx, text).as_object().expect("an object")
}

#[test]
fn keys_come_indices_first() {
    in_turn(|cx| {
        let mixed = value(cx, r#"{"b":1,"2":2,"a":3,"1":4,"-1":5,"01":6}"#);
        assert_eq!(show(cx, keys(cx, mixed)), r#"["1","2","b","a","-1","01"]"#);
        assert_eq!(show(cx, values(cx, mixed)), "[4,2,1,3,5,6]");
        assert_eq!(show(cx, entries(cx, "ab".into())), r#"[["0","a"],["1","b"]]"#);
        assert_eq!(show(cx, get_own_property_names(cx, "ab".into())), r#"["0","1","length"]"#);
        assert_eq!(show(cx, keys(cx, Value::Null)), "throws TypeError: Cannot convert undefined or null to object");
        assert_eq!(show(cx, keys(cx, 5.0.into())), "[]");
    });
}

#[test]
fn from_entries_wants_objects_as_entries() {
    in_turn(|cx| {
        assert_eq!(show(cx, from_entries(cx, value(cx, r#"[["a",1],["b",2],["a",3]]"#))), r#"{"a":3,"b":2}"#);
        assert_eq!(
            show(cx, from_entries(cx, value(cx, r#"["ab"]"#))),
            "throws TypeError: Iterator value ab is not an entry object"
        );
        assert_eq!(show(cx, from_entries(cx, Value::Null)), "throws TypeError: undefined is not iterable");
        let message = "throws TypeError: object is not iterable (cannot read property Symbol(Symbol.iterator))";
        assert_eq!(show(cx, from_entries(cx, value(cx, "{}"))), message);
        let message = "throws TypeError: number 5 is not iterable (cannot read property Symbol(Symbol.iterator))";
        assert_eq!(show(cx, from_entries(cx, 5.0.into())), message);
    });
}

#[test]
fn assign_writes_strictly() {
    in_turn(|cx| {
        let sources = [Value::Null, "ab".into(), 5.0.into(), value(cx, "[1]")];
        assert_eq!(show(cx, assign(cx, value(cx, "{}"), &sources)), r#"{"0":1,"1":"b"}"#);
        let frozen = freeze(cx, value(cx, r#"{"a":1}"#)).expect("objects can be frozen");
        let message = "throws TypeError: Cannot assign to read only property 'a' of object '#<Object>'";
        assert_eq!(show(cx, assign(cx, frozen, &[value(cx, r#"{"a":2}"#)])), message);
        let message = "throws TypeError: Cannot add property b, object is not extensible";
        assert_eq!(show(cx, assign(cx, frozen, &[value(cx, r#"{"b":2}"#)])), message);
    });
}

#[test]
fn descriptors_define_and_refuse() {
    in_turn(|cx| {
        let define = |target, key: &'static str, descriptor: &str| {
            show(cx, define_property(cx, Value::Object(target), key.into(), value(cx, descriptor)))
        };
        let target = object(cx, "{}");
        assert_eq!(define(target, "a", r#"{"value":1}"#), "{}");
        assert_eq!(define(target, "a", r#"{"value":1}"#), "{}");
        assert_eq!(define(target, "a", r#"{"value":2}"#), "throws TypeError: Cannot redefine property: a");
        assert_eq!(define(target, "a", r#"{"enumerable":true}"#), "throws TypeError: Cannot redefine property: a");
        assert_eq!(define(target, "b", r#"{"value":2,"enumerable":true,"configurable":true}"#), r#"{"b":2}"#);
        assert_eq!(define(target, "b", r#"{"enumerable":false}"#), "{}");
        assert_eq!(
            show(cx, get_own_property_descriptor(cx, target.into(), "b".into())),
            r#"{"value":2,"writable":false,"enumerable":false,"configurable":true}"#
        );
        assert_eq!(
            show(cx, define_property(cx, target.into(), "c".into(), 5.0.into())),
            "throws TypeError: Property description must be an object: 5"
        );
        let getter = cx.object([("get", 5.0.into())]);
        assert_eq!(
            show(cx, define_property(cx, target.into(), "c".into(), getter.into())),
            "throws TypeError: Getter must be a function: 5"
        );
        target.prevent_extensions();
        assert_eq!(define(target, "z", "{}"), "throws TypeError: Cannot define property z, object is not extensible");

        let array = object(cx, "[1,2,3]");
        assert_eq!(define(array, "length", r#"{"value":1}"#), "[1]");
        assert_eq!(define(array, "length", r#"{"value":-1}"#), "throws RangeError: Invalid array length");
        assert_eq!(
            define(array, "length", r#"{"enumerable":true}"#),
            "throws TypeError: Cannot redefine property: length"
        );
        assert_eq!(define(array, "0", r#"{"value":7}"#), "[7]");
        assert_eq!(define(array, "2", r#"{"value":9,"enumerable":true}"#), "[7,<hole>,<hole>]", "it is in the table");
        assert_eq!(define(array, "2", r#"{"value":8}"#), "throws TypeError: Cannot redefine property: 2");
        assert!(!array.remove_own(cx, 2), "it is not configurable");
        let names: Vec<String> = array.own_keys(cx).iter().map(ToString::to_string).collect();
        assert_eq!(names, ["0", "2", "length"]);
        assert_eq!(
            define(array, "length", r#"{"value":0,"writable":false}"#),
            "throws TypeError: Cannot delete property '2' of [object Array]"
        );
        assert_eq!(define(array, "3", "{}"), "throws TypeError: Cannot define property 3, object is not extensible");
    });
}

#[test]
fn accessors_run() {
    in_turn(|cx| {
        let getter = Function::new(cx, FunctionKind::Method, "get", 0, &[], |_, call| Ok(call.this()));
        let descriptor = cx.object([("get", getter.into()), ("enumerable", true.into())]);
        let target = object(cx, r#"{"a":1}"#);
        define_property(cx, target.into(), "self".into(), descriptor.into()).expect("it can be defined");
        let copy = assign(cx, Object::plain(cx).into(), &[target.into()]).expect("nothing throws");
        assert!(copy.get_own_data(cx, "self").is_some_and(|copied| copied.strict_equals(target)));
        let message = "throws TypeError: Cannot set property self of #<Object> which has only a getter";
        assert_eq!(show(cx, assign(cx, target.into(), &[value(cx, r#"{"self":1}"#)])), message);
    });
}

#[test]
fn integrity_is_as_v8_sees_it() {
    in_turn(|cx| {
        let not_extensible = |text| prevent_extensions(cx, value(cx, text));
        assert!(is_frozen(cx, not_extensible("{}")));
        assert!(is_frozen(cx, not_extensible("[]")));
        assert!(!is_frozen(cx, not_extensible("[1]")));
        assert!(!is_sealed(cx, not_extensible("[1]")));
        assert!(is_sealed(cx, seal(cx, value(cx, "[1]"))));
        assert!(!is_frozen(cx, seal(cx, value(cx, r#"{"a":1}"#))));
        assert!(is_frozen(cx, "text".into()));
        assert!(!is_extensible(cx, 1.0.into()));
    });
}

#[test]
fn prototypes_have_no_cycles() {
    in_turn(|cx| {
        let parent = object(cx, r#"{"inherited":1}"#);
        let child = create(cx, parent.into(), None).expect("an object is a prototype");
        assert!(is_prototype_of(cx, parent.into(), child.into()).expect("both are objects"));
        assert_eq!(
            show(cx, set_prototype_of(cx, parent.into(), child.into())),
            "throws TypeError: Cyclic __proto__ value"
        );
        assert_eq!(
            show(cx, create(cx, 5.0.into(), None)),
            "throws TypeError: Object prototype may only be an Object or null: 5"
        );
        let root = get_prototype_of(cx, parent.into()).expect("it has one");
        assert!(get_prototype_of(cx, root).expect("it is an object").is_null());
        child.prevent_extensions();
        assert_eq!(
            show(cx, set_prototype_of(cx, child.into(), Value::Null)),
            "throws TypeError: #<Object> is not extensible"
        );
        assert_eq!(show(cx, set_prototype_of(cx, child.into(), parent.into())), "{}");
    });
}

#[test]
fn tags_say_what_kind_of_object_it_is() {
    in_turn(|cx| {
        let tag = |value| to_string(cx, value).expect("nothing throws").to_string_lossy();
        assert_eq!(tag(Value::Null), "[object Null]");
        assert_eq!(tag(Array::with_length(cx, 0).into()), "[object Array]");
        assert_eq!(tag(global_get(cx, "JSON").expect("it is there")), "[object JSON]");
        assert_eq!(tag(global_get(cx, "Array").expect("it is there")), "[object Function]");
        assert_eq!(tag(call(cx, "a".into()).into()), "[object String]");
        let iterator = crate::builtins::array::values(cx, Array::with_length(cx, 0).object());
        assert_eq!(tag(iterator.into()), "[object Array Iterator]");
    });
}
