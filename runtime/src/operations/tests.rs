//! Every expected value here is what Node printed for the JavaScript in the comment or in the name of the case.

use prickle_heap::{
    Attributes, Cx, ErrorKind, EventHeap, Function, FunctionKind, JsResult, Limits, MapObject, Object, Prototype,
    Throw, Thrown, Turn, Value, WorkerHeap,
};

use super::*;
use crate::js_format;

/// Runs `body` in a turn of its own.
fn turn(body: impl for<'h> FnOnce(Cx<'h>) -> JsResult<'h, ()>) {
    let worker = WorkerHeap::new();
    let mut event = EventHeap::new();
    let turn = Turn::new(&worker, &mut event, &(), Limits::default());
    let cx = turn.cx().with_instance(worker.add_instance(0));
    if let Err(thrown) = body(cx) {
        panic!("{}", describe(cx, thrown));
    }
}

fn describe<'h>(cx: Cx<'h>, thrown: Throw<'h>) -> String {
    match thrown.thrown() {
        Thrown::Exception(value) => text(cx, value),
        Thrown::Terminated(reason) => reason.to_string(),
    }
}

/// `String(value)`
fn text<'h>(cx: Cx<'h>, value: impl Into<Value<'h>>) -> String {
    let value: Value<'h> = value.into();
    value.to_js_string(cx).map_or_else(|thrown| describe(cx, thrown), |text| text.to_string_lossy())
}

/// `String(error)` of what must have been thrown.
fn thrown<'h, T>(cx: Cx<'h>, result: JsResult<'h, T>) -> String {
    match result {
        Ok(_) => "nothing was thrown".to_owned(),
        Err(thrown) => describe(cx, thrown),
    }
}

#[test]
fn reading_from_nothing_names_the_key() {
    turn(|cx| {
        let (undefined, null) = (Value::Undefined, Value::Null);
        let cases = [
            (undefined.get(cx, "foo"), "TypeError: Cannot read properties of undefined (reading 'foo')"),
            (null.get(cx, 1.0), "TypeError: Cannot read properties of null (reading '1')"),
            (undefined.get(cx, 1.5), "TypeError: Cannot read properties of undefined (reading '1.5')"),
            (undefined.get(cx, null), "TypeError: Cannot read properties of undefined (reading 'null')"),
            (
                undefined.get(cx, Object::plain(cx)),
                "TypeError: Cannot read properties of undefined (reading '#<Object>')",
            ),
            (null.get(cx, cx.array([])), "TypeError: Cannot read properties of null"),
        ];
        for (result, expected) in cases {
            assert_eq!(thrown(cx, result), expected);
        }
        assert_eq!(thrown(cx, null.set(cx, "x", 1.0)), "TypeError: Cannot set properties of null (setting 'x')");
        assert_eq!(thrown(cx, null.delete(cx, "x")), "TypeError: Cannot convert undefined or null to object");
        Ok(())
    });
}

#[test]
fn strings_have_indices_length_and_methods() {
    turn(|cx| {
        let abc = JsStr::from("a😀");
        let cases: [(JsResult<'_>, &str); 7] = [
            (abc.get(cx, "length"), "3"),
            (abc.get(cx, 0.0), "a"),
            (abc.get(cx, "0"), "a"),
            (abc.get(cx, "00"), "undefined"),
            (abc.get(cx, -1.0), "undefined"),
            (abc.get(cx, 1.5), "undefined"),
            (abc.get(cx, "3"), "undefined"),
        ];
        for (result, expected) in cases {
            assert_eq!(text(cx, result?), expected);
        }
        abc.set(cx, "foo", 1.0)?;
        abc.set(cx, 0.0, "x")?;
        assert!(abc.get(cx, "foo")?.is_undefined());
        assert!(!abc.delete(cx, "length")? && abc.delete(cx, "foo")?);
        Ok(())
    });
}

#[test]
fn inherited_builtins_are_values_with_identity() {
    turn(|cx| {
        let object = Object::plain(cx);
        let (first, second) = (object.get(cx, "toString")?, cx.array([]).get(cx, "hasOwnProperty")?);
        assert!(first.strict_equals(Object::plain(cx).get(cx, "toString")?));
        assert!(second.strict_equals(object.get(cx, "hasOwnProperty")?));
        assert!(object.get(cx, "constructor")?.strict_equals(global_get(cx, "Object")?));
        assert!(1.0.get(cx, "constructor")?.strict_equals(global_get(cx, "Number")?));
        assert_eq!(text(cx, first.get(cx, "name")?), "toString");
        assert!(has_property(cx, "constructor", object)? && !has_property(cx, "foo", object)?);
        // Once the program holds the prototype, lookups go to that object and find the same functions.
        let prototype = global_get(cx, "Object")?.get(cx, "prototype")?;
        assert!(object.get(cx, "toString")?.strict_equals(first));
        let prototype = prototype.as_object().expect("an object");
        prototype.define_own(cx, "added", 7.0.into(), Attributes::HIDDEN)?;
        assert_eq!(text(cx, cx.array([]).get(cx, "added")?), "7");
        Ok(())
    });
}

#[test]
fn prototypes_are_read_and_set_through_the_accessor() {
    turn(|cx| {
        let object = Object::plain(cx);
        let parent = cx.object([("x", 1.0.into())]);
        object.set(cx, "__proto__", parent)?;
        assert_eq!(text(cx, object.get(cx, "x")?), "1");
        assert!(object.own_keys(cx).is_empty());
        assert!(object.get(cx, "__proto__")?.strict_equals(parent));
        object.set(cx, "__proto__", 5.0)?;
        assert!(object.get(cx, "__proto__")?.strict_equals(parent));
        assert_eq!(thrown(cx, parent.set(cx, "__proto__", object)), "TypeError: Cyclic __proto__ value");
        object.set(cx, "__proto__", Value::Null)?;
        assert!(object.get(cx, "toString")?.is_undefined());
        // Without the accessor it is a name like any other.
        object.set(cx, "__proto__", 5.0)?;
        assert_eq!(object.own_keys(cx).len(), 1);
        Ok(())
    });
}

#[test]
fn writes_that_cannot_be_done_are_ignored() {
    turn(|cx| {
        let frozen = cx.object([("a", 1.0.into())]);
        frozen.freeze(cx);
        frozen.set(cx, "a", 2.0)?;
        frozen.set(cx, "b", 2.0)?;
        assert!(!frozen.delete(cx, "a")?);
        assert_eq!(text(cx, js_format!(cx, "{} {}", frozen.get(cx, "a")?, frozen.get(cx, "b")?)?), "1 undefined");
        // An inherited read-only property hides the assignment too.
        let child = Object::plain(cx);
        child.set_prototype(cx, Prototype::Object(frozen));
        child.set(cx, "a", 5.0)?;
        assert!(!child.has_own(cx, "a"));
        let map = MapObject::new(cx).object();
        map.set(cx, "size", 5.0)?;
        assert_eq!(text(cx, map.get(cx, "size")?), "0");
        Ok(())
    });
}

#[test]
fn the_length_of_arrays_can_be_assigned() {
    turn(|cx| {
        let array = cx.array([1.0.into(), 2.0.into(), 3.0.into()]);
        array.set(cx, "length", "2")?;
        assert_eq!(text(cx, array), "1,2");
        array.set(cx, "4", 5.0)?;
        assert_eq!(text(cx, js_format!(cx, "{} {}", array, array.get(cx, "length")?)?), "1,2,,,5 5");
        for wrong in [-1.0, 1.5, 4_294_967_296.0] {
            assert_eq!(thrown(cx, array.set(cx, "length", wrong)), "RangeError: Invalid array length");
        }
        array.freeze(cx);
        array.set(cx, "length", 0.0)?;
        array.set(cx, 0.0, 9.0)?;
        assert_eq!(text(cx, array), "1,2,,,5");
        Ok(())
    });
}

#[test]
fn accessors_run_with_the_receiver() {
    turn(|cx| {
        let getter = Function::new(cx, FunctionKind::Method, "get", 0, &[], |cx, call| call.this().get(cx, "own"));
        let setter = Function::new(cx, FunctionKind::Method, "set", 1, &[], |cx, call| {
            call.this().set(cx, "own", call.arg(0))?;
            Ok(Value::Undefined)
        });
        let parent = Object::plain(cx);
        parent.define_own_accessor(cx, "x", getter.into(), setter.into(), Attributes::ALL);
        let child = cx.object([("own", 1.0.into())]);
        child.set_prototype(cx, Prototype::Object(parent));
        child.set(cx, "x", 5.0)?;
        assert_eq!(text(cx, child.get(cx, "x")?), "5");
        assert!(!child.has_own(cx, "x"));
        Ok(())
    });
}

#[test]
fn calls_print_the_callee() {
    turn(|cx| {
        let object = Object::plain(cx);
        assert_eq!(thrown(cx, object.call_method_worded(cx, "x", "o.x", &[])), "TypeError: o.x is not a function");
        assert_eq!(thrown(cx, Value::Undefined.call_worded(cx, "f", &[])), "TypeError: f is not a function");
        assert_eq!(thrown(cx, object.construct(cx, &[])), "TypeError: (intermediate value) is not a constructor");
        let arrow = cx.closure("f", 0, [], |_, _| Ok(Value::Null));
        assert_eq!(thrown(cx, arrow.construct(cx, &[])), "TypeError: (intermediate value) is not a constructor");
        let parse_int = global_get(cx, "parseInt")?;
        assert_eq!(thrown(cx, parse_int.construct(cx, &[])), "TypeError: (intermediate value) is not a constructor");
        assert_eq!(text(cx, parse_int.call_worded(cx, "parseInt", &["12px".into()])?), "12");
        assert_eq!(text(cx, "abc".call_method_worded(cx, "slice", "s.slice", &[1.0.into()])?), "bc");
        assert!(Object::plain(cx).method(cx, "maybe")?.is_nullish());
        Ok(())
    });
}

#[test]
fn builtins_called_on_the_wrong_receiver_say_so() {
    turn(|cx| {
        let cases = [
            ("String", "trim", Value::Undefined, "TypeError: String.prototype.trim called on null or undefined"),
            ("String", "toString", 5.0.into(), "TypeError: String.prototype.toString requires that 'this' be a String"),
            ("Number", "toFixed", "a".into(), "TypeError: Number.prototype.toFixed requires that 'this' be a Number"),
            (
                "Boolean",
                "valueOf",
                5.0.into(),
                "TypeError: Boolean.prototype.valueOf requires that 'this' be a Boolean",
            ),
            ("Map", "get", Value::Null, "TypeError: Method Map.prototype.get called on incompatible receiver null"),
            ("Array", "map", Value::Null, "TypeError: Array.prototype.map called on null or undefined"),
        ];
        for (class, name, this, expected) in cases {
            let method = global_get(cx, class)?.get(cx, "prototype")?.get(cx, name)?;
            assert_eq!(thrown(cx, method.call_with_this(cx, this, &[])), expected);
        }
        Ok(())
    });
}

#[test]
fn objects_become_primitives_by_their_own_methods() {
    turn(|cx| {
        let five = Function::new(cx, FunctionKind::Arrow, "valueOf", 0, &[], |_, _| Ok(5.0.into()));
        let name = Function::new(cx, FunctionKind::Arrow, "toString", 0, &[], |_, _| Ok("name".into()));
        let object = cx.object([("valueOf", five.into()), ("toString", name.into())]);
        assert_eq!(text(cx, add(cx, object, 1.0)?), "6");
        assert_eq!(text(cx, add(cx, object, "!")?), "5!");
        assert_eq!(text(cx, js_format!(cx, "{}", object)?), "name");
        assert!(loosely_equals(cx, object, "5")? && less_than(cx, object, 6.0)?);
        let bare = Object::plain(cx);
        bare.set_prototype(cx, Prototype::Null);
        assert_eq!(thrown(cx, bare.to_number(cx)), "TypeError: Cannot convert object to primitive value");
        assert_eq!(text(cx, Object::plain(cx)), "[object Object]");
        Ok(())
    });
}

#[test]
fn membership_and_instances() {
    turn(|cx| {
        let cases = [
            (has_property(cx, 1.0, 5.0), "TypeError: Cannot use 'in' operator to search for '1' in 5"),
            (has_property(cx, "a", "abc"), "TypeError: Cannot use 'in' operator to search for 'a' in abc"),
            (
                has_property(cx, cx.array([]), Value::Null),
                "TypeError: Cannot use 'in' operator to search for '[object Array]' in null",
            ),
            (instance_of(cx, 1.0, 5.0), "TypeError: Right-hand side of 'instanceof' is not an object"),
            (
                instance_of(cx, Value::Null, Object::plain(cx)),
                "TypeError: Right-hand side of 'instanceof' is not callable",
            ),
            (
                instance_of(cx, Object::plain(cx), cx.closure("f", 0, [], |_, _| Ok(Value::Null))),
                "TypeError: Function has non-object prototype 'undefined' in instanceof check",
            ),
        ];
        for (result, expected) in cases {
            assert_eq!(thrown(cx, result), expected);
        }
        let error = throw_error(cx, "no");
        assert!(instance_of(cx, error, global_get(cx, "RangeError")?)?);
        assert!(
            instance_of(cx, error, global_get(cx, "Error")?)? && instance_of(cx, error, global_get(cx, "Object")?)?
        );
        assert!(!instance_of(cx, error, global_get(cx, "TypeError")?)?);
        assert!(!instance_of(cx, 5.0, global_get(cx, "Number")?)?);
        assert!(instance_of(cx, cx.array([]), global_get(cx, "Array")?)?);
        Ok(())
    });
}

fn throw_error<'h>(cx: Cx<'h>, message: &'static str) -> Value<'h> {
    cx.throw_error(ErrorKind::Range, message).exception().expect("an exception")
}

#[test]
fn iteration_sees_changes_and_holes() {
    turn(|cx| {
        let array = cx.array_builder().value(1.0).hole().spread(cx, "a😀")?.build();
        let mut seen = Vec::new();
        for item in array.iterate_worded(cx, "")? {
            seen.push(text(cx, item?));
            if seen.len() == 1 {
                array.set(cx, "length", 3.0)?;
            }
        }
        assert_eq!(seen, ["1", "undefined", "a"]);
        let mut items = "xyz".iterate_worded(cx, "")?;
        assert_eq!(text(cx, items.next_or_undefined(cx)?), "x");
        assert_eq!(text(cx, items.rest(cx)?), "y,z");
        assert!(items.next_or_undefined(cx)?.is_undefined());
        assert_eq!(
            thrown(cx, 5.0.iterate_worded(cx, "{callsite} is not iterable")),
            "TypeError: number 5 is not iterable"
        );
        assert_eq!(
            thrown(cx, Value::Null.iterate_worded(cx, "x is {value}, not iterable: {}")),
            "TypeError: x is null, not iterable: {}"
        );
        let spread = cx.arguments().value(1.0).spread(cx, array)?.build();
        assert_eq!(spread.len(), 4);
        assert_eq!(
            thrown(cx, cx.arguments().spread(cx, 5.0)),
            "TypeError: Spread syntax requires ...iterable[Symbol.iterator] to be a function"
        );
        Ok(())
    });
}

#[test]
fn iterator_objects_remember_where_they_are() {
    turn(|cx| {
        let entries = cx.array(["a".into(), "b".into()]).call_method_worded(cx, "entries", "a.entries", &[])?;
        let first = entries.call_method_worded(cx, "next", "it.next", &[])?;
        assert_eq!(text(cx, js_format!(cx, "{} {}", first.get(cx, "value")?, first.get(cx, "done")?)?), "0,a false");
        let rest: Vec<_> =
            entries.iterate_worded(cx, "")?.map(|item| item.map(|item| text(cx, item))).collect::<Result<_, _>>()?;
        assert_eq!(rest, ["1,b"]);
        let last = entries.call_method_worded(cx, "next", "it.next", &[])?;
        assert_eq!(text(cx, js_format!(cx, "{} {}", last.get(cx, "value")?, last.get(cx, "done")?)?), "undefined true");
        Ok(())
    });
}

#[test]
fn for_in_visits_keys_in_order_and_leaves_deleted_ones_out() {
    turn(|cx| {
        // {b: 1, a: 2, 1: 3, __proto__: {p: 1, a: 5}}
        let parent = cx.object([("p", 1.0.into()), ("a", 5.0.into())]);
        let object = cx.object([("b", 1.0.into()), ("a", 2.0.into()), ("1", 3.0.into())]);
        object.set_prototype(cx, Prototype::Object(parent));
        let keys: Vec<_> = object.for_in_keys(cx)?.map(|key| key.to_string_lossy()).collect();
        assert_eq!(keys, ["1", "b", "a", "p"]);
        let mut keys = Vec::new();
        for key in object.for_in_keys(cx)? {
            keys.push(key.to_string_lossy());
            object.delete(cx, "b")?;
            object.set(cx, "z", 1.0)?;
        }
        assert_eq!(keys, ["1", "a", "p"]);
        let counts =
            ["ab".for_in_keys(cx)?.count(), Value::Null.for_in_keys(cx)?.count(), 5.0.for_in_keys(cx)?.count()];
        assert_eq!(counts, [2, 0, 0]);
        Ok(())
    });
}

#[test]
fn object_literals_spread_and_rest() {
    turn(|cx| {
        let source = cx.object([("a", 1.0.into()), ("b", 2.0.into())]);
        let object = cx
            .object_builder()
            .property("b", 0.0)
            .spread(cx, source)?
            .spread(cx, Value::Null)?
            .spread(cx, "hi")?
            .computed(cx, cx.array([1.0.into(), 2.0.into()]), 9.0)?
            .build();
        let keys: Vec<_> = object.own_keys(cx).iter().map(ToString::to_string).collect();
        assert_eq!(keys, ["0", "1", "b", "a", "1,2"]);
        assert_eq!(text(cx, object.get(cx, "b")?), "2");
        let rest = object.object_rest(cx, &["a", "0"])?;
        let keys: Vec<_> = rest.own_keys(cx).iter().map(ToString::to_string).collect();
        assert_eq!(keys, ["1", "b", "1,2"]);
        let bare = cx.object_builder().prototype(cx, Value::Null).prototype(cx, 5.0).build();
        assert!(matches!(bare.prototype(), Prototype::Null));
        Ok(())
    });
}

#[test]
fn names_that_nobody_declares() {
    turn(|cx| {
        assert_eq!(thrown(cx, global_get(cx, "counter")), "ReferenceError: counter is not defined");
        assert_eq!(global_type_of(cx, "counter"), "undefined");
        global_set(cx, "counter", 5.0)?;
        assert_eq!(text(cx, global_get(cx, "counter")?), "5");
        assert_eq!((global_type_of(cx, "counter"), global_type_of(cx, "Math")), ("number", "object"));
        assert_eq!(global_type_of(cx, "setTimeout"), "undefined");
        assert!(global_get(cx, "NaN")?.as_number().is_some_and(f64::is_nan));
        Ok(())
    });
}

#[test]
fn templates_keep_braces_and_stop_at_the_first_throw() {
    turn(|cx| {
        assert_eq!(text(cx, js_format!(cx, "{{{}}} {}", 1.0, "x")?), "{1} x");
        let bare = Object::plain(cx);
        bare.set_prototype(cx, Prototype::Null);
        let result = js_format!(cx, "{}{}", bare, Value::Undefined.get(cx, "never")?);
        assert_eq!(thrown(cx, result), "TypeError: Cannot convert object to primitive value");
        Ok(())
    });
}

#[test]
fn callbacks_that_cannot_be_called() {
    turn(|cx| {
        let cases: [(Value<'_>, CallbackRole, &str); 6] = [
            (Object::plain(cx).into(), CallbackRole::Function, "TypeError: #<Object> is not a function"),
            (cx.array([]).into(), CallbackRole::Function, "TypeError: [object Array] is not a function"),
            ("a".into(), CallbackRole::Function, "TypeError: a is not a function"),
            ("a".into(), CallbackRole::Visitor, "TypeError: string \"a\" is not a function"),
            (5.0.into(), CallbackRole::Mapper, "TypeError: flatMap mapper function is not callable"),
            (
                5.0.into(),
                CallbackRole::Comparator,
                "TypeError: The comparison function must be either a function or undefined",
            ),
        ];
        for (value, role, expected) in cases {
            assert_eq!(thrown(cx, to_callback(cx, value, Value::Undefined, role).map(|_| ())), expected);
        }
        Ok(())
    });
}
