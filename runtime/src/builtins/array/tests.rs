use prickle_heap::{Array, Cx, JsResult, Object, Value};

use super::*;
use crate::builtins::object::freeze;
use crate::builtins::testing::{in_turn, show, value};

fn array<'h>(cx: Cx<'h>, text: &str) -> Object<'h> {
    value(cx, text).as_object().expect("an object")
}

/// `[1, <hole>, 3]`
fn holey<'h>(cx: Cx<'h>) -> Object<'h> {
    Array::of_holey(cx, &[Some(1.0.into()), None, Some(3.0.into())]).object()
}

fn ascending<'h>(cx: Cx<'h>, args: &[Value<'h>]) -> JsResult<'h> {
    crate::operations::subtract(cx, args[0], args[1]).map(Value::from)
}

fn descending<'h>(cx: Cx<'h>, args: &[Value<'h>]) -> JsResult<'h> {
    crate::operations::subtract(cx, args[1], args[0]).map(Value::from)
}

/// What `splice` removes from `[1, 2, 3, 4]`, and what is left.
fn spliced<'h>(cx: Cx<'h>, start: Option<Value<'h>>, count: Option<Value<'h>>, items: &[Value<'h>]) -> String {
    let numbers = array(cx, "[1,2,3,4]");
    let removed = show(cx, splice(cx, numbers, start, count, items));
    format!("{removed} {}", show(cx, Ok(numbers)))
}

/// A callback that is never reached.
type Never<'h> = fn(Cx<'h>, &[Value<'h>]) -> JsResult<'h>;

#[test]
fn callbacks_skip_holes_and_find_does_not() {
    in_turn(|cx| {
        assert_eq!(show(cx, map(cx, holey(cx), |_, args| Ok(args[1]))), "[0,<hole>,2]");
        assert_eq!(show(cx, filter(cx, holey(cx), |_, _| Ok(true.into()))), "[1,3]");
        assert_eq!(show(cx, find_index(cx, holey(cx), |_, args| Ok(args[0].is_undefined().into()))), "1");
        assert_eq!(show(cx, reduce(cx, holey(cx), |cx, args| crate::operations::add(cx, args[0], args[1]), None)), "4");
    });
}

#[test]
fn callbacks_see_what_happens_to_the_array() {
    in_turn(|cx| {
        let numbers = array(cx, "[1,2,3,4]");
        let seen = array(cx, "[]");
        let visited = for_each(cx, numbers, |cx, args| {
            push(cx, seen, &[args[0]])?;
            pop(cx, numbers)
        });
        visited.expect("nothing throws");
        assert_eq!(show(cx, Ok(seen)), "[1,2]");
    });
}

#[test]
fn reduce_of_nothing_throws() {
    in_turn(|cx| {
        let never: Never<'_> = |_, _| unreachable!("there is nothing to combine");
        let message = "throws TypeError: Reduce of empty array with no initial value";
        assert_eq!(show(cx, reduce(cx, array(cx, "[]"), never, None)), message);
        assert_eq!(show(cx, reduce(cx, array(cx, "[]"), never, Some(Value::Undefined))), "undefined");
    });
}

#[test]
fn sorting_puts_undefined_and_holes_last() {
    in_turn(|cx| {
        let none: Option<Never<'_>> = None;
        let mixed =
            Array::of_holey(cx, &[Some("b".into()), Some(Value::Undefined), None, Some(10.0.into()), Some(9.0.into())]);
        assert_eq!(show(cx, sort(cx, mixed.object(), none)), "[10,9,\"b\",undefined,<hole>]");
        assert_eq!(show(cx, to_sorted(cx, array(cx, "[1,3,2]"), Some(descending))), "[3,2,1]");
    });
}

#[test]
fn a_comparator_without_sense_gives_a_permutation() {
    in_turn(|cx| {
        let length = 500;
        let numbers: Vec<Value<'_>> = (0..length).map(|number| Value::from(f64::from(number * 7919 % 500))).collect();
        let state = std::cell::Cell::new(1_u32);
        let senseless = |_, _: &[Value<'_>]| {
            state.set(state.get().wrapping_mul(1_664_525).wrapping_add(1_013_904_223));
            Ok(Value::from(f64::from(state.get() >> 16) - 32768.0))
        };
        let sorted = to_sorted(cx, Array::of(cx, &numbers).object(), Some(senseless)).expect("nothing throws");
        let again = to_sorted(cx, sorted, Some(ascending)).expect("nothing throws");
        let expected: Vec<String> = (0..length).map(|number| number.to_string()).collect();
        assert_eq!(show(cx, Ok(again)), format!("[{}]", expected.join(",")));
    });
}

#[test]
fn frozen_arrays_refuse_with_the_messages_of_v8() {
    in_turn(|cx| {
        let frozen = |text| {
            let array = array(cx, text);
            freeze(cx, array.into()).expect("arrays can be frozen");
            array
        };
        let shown = |result| show(cx, result);
        assert_eq!(
            show(cx, push(cx, frozen("[1]"), &[2.0.into()])),
            "throws TypeError: Cannot add property 1, object is not extensible"
        );
        assert_eq!(shown(pop(cx, frozen("[1]"))), "throws TypeError: Cannot delete property '0' of [object Array]");
        assert_eq!(
            shown(shift(cx, frozen("[]"))),
            "throws TypeError: Cannot assign to read only property 'length' of object '[object Array]'"
        );
        assert_eq!(
            show(cx, reverse(cx, frozen("[1,2]"))),
            "throws TypeError: Cannot assign to read only property '0' of object '[object Array]'"
        );
        assert_eq!(
            show(cx, splice(cx, frozen("[1]"), Some(0.0.into()), None, &[])),
            "throws TypeError: Cannot delete property '0' of [object Array]"
        );
    });
}

#[test]
fn methods_work_on_everything_with_a_length() {
    in_turn(|cx| {
        let like = array(cx, r#"{"length":2,"0":"a","1":"b"}"#);
        assert_eq!(show(cx, slice(cx, like, 1.0.into(), None)), r#"["b"]"#);
        assert_eq!(show(cx, push(cx, like, &["c".into()])), "3");
        assert_eq!(show(cx, reverse(cx, like)), r#"{"0":"c","1":"b","2":"a","length":3}"#);
        assert_eq!(show(cx, shift(cx, like)), r#""c""#);
        assert_eq!(
            show(cx, splice(cx, like, Some(0.0.into()), Some(1.0.into()), &["x".into(), "y".into()])),
            r#"["b"]"#
        );
        assert_eq!(show(cx, unshift(cx, like, &["z".into()])), "4");
        assert_eq!(show(cx, Ok(like)), r#"{"0":"z","1":"x","2":"y","3":"a","length":4}"#);
        let huge = array(cx, r#"{"length":9007199254740991}"#);
        let message = "throws TypeError: Pushing 1 elements on an array-like of length 9007199254740991 is disallowed, as the total surpasses 2**53-1";
        assert_eq!(show(cx, push(cx, huge, &[1.0.into()])), message);
    });
}

#[test]
fn splice_counts_its_arguments() {
    in_turn(|cx| {
        assert_eq!(spliced(cx, None, None, &[]), "[] [1,2,3,4]");
        assert_eq!(spliced(cx, Some(1.0.into()), None, &[]), "[2,3,4] [1]");
        assert_eq!(spliced(cx, Some(1.0.into()), Some(Value::Undefined), &[]), "[] [1,2,3,4]");
        assert_eq!(
            spliced(cx, Some((-2.0).into()), Some(1.0.into()), &["x".into(), "y".into()]),
            r#"[3] [1,2,"x","y",4]"#
        );
        assert_eq!(spliced(cx, Some(0.0.into()), Some(f64::INFINITY.into()), &["x".into()]), r#"[1,2,3,4] ["x"]"#);
    });
}

#[test]
fn copies_keep_or_fill_holes() {
    in_turn(|cx| {
        assert_eq!(show(cx, slice(cx, holey(cx), 0.0.into(), None)), "[1,<hole>,3]");
        assert_eq!(show(cx, concat(cx, holey(cx), &[holey(cx).into()])), "[1,<hole>,3,1,<hole>,3]");
        assert_eq!(show(cx, to_reversed(cx, holey(cx))), "[3,undefined,1]");
        assert_eq!(show(cx, flat(cx, holey(cx), None)), "[1,3]");
        assert_eq!(show(cx, with(cx, holey(cx), (-1.0).into(), 9.0.into())), "[1,undefined,9]");
        assert_eq!(show(cx, with(cx, holey(cx), 3.0.into(), 9.0.into())), "throws RangeError: Invalid index : 3");
    });
}

#[test]
fn an_array_inside_itself_joins_as_nothing() {
    in_turn(|cx| {
        let own = array(cx, "[1]");
        push(cx, own, &[own.into(), 2.0.into()]).expect("it can grow");
        assert_eq!(show(cx, join(cx, own, None)), r#""1,,2""#);
        // The mark is gone afterwards.
        assert_eq!(show(cx, join(cx, own, Some("-".into()))), r#""1--2""#);
    });
}

#[test]
fn strings_that_would_be_too_long_are_range_errors() {
    in_turn(|cx| {
        let long = Array::with_length(cx, u32::MAX).object();
        assert_eq!(show(cx, join(cx, long, None)), "throws RangeError: Invalid string length");
    });
}

#[test]
fn searches_differ_about_nan_holes_and_zero() {
    in_turn(|cx| {
        let odd = Array::of_holey(cx, &[Some(f64::NAN.into()), None, Some((-0.0).into())]).object();
        assert!(includes(cx, odd, f64::NAN.into(), None).expect("nothing throws"));
        assert!(includes(cx, odd, Value::Undefined, None).expect("nothing throws"));
        assert!(includes(cx, odd, 0.0.into(), None).expect("nothing throws"));
        assert_eq!(show(cx, index_of(cx, odd, f64::NAN.into(), None)), "-1");
        assert_eq!(show(cx, index_of(cx, odd, Value::Undefined, None)), "-1");
        assert_eq!(show(cx, index_of(cx, odd, 0.0.into(), None)), "2");
        assert_eq!(show(cx, last_index_of(cx, array(cx, "[1,2,1]"), 1.0.into(), Some((-2.0).into()))), "0");
        assert_eq!(show(cx, last_index_of(cx, array(cx, "[1,2,1]"), 1.0.into(), Some((-4.0).into()))), "-1");
    });
}

#[test]
fn lengths_are_checked() {
    in_turn(|cx| {
        assert_eq!(show(cx, call(cx, &[(-1.0).into()])), "throws RangeError: Invalid array length");
        assert_eq!(show(cx, call(cx, &["3".into()])), r#"["3"]"#);
        assert_eq!(show(cx, call(cx, &[2.0.into()])), "[<hole>,<hole>]");
        let none: Option<Never<'_>> = None;
        let huge = value(cx, r#"{"length":4294967296}"#);
        assert_eq!(show(cx, from(cx, huge, none)), "throws RangeError: Invalid array length");
    });
}
