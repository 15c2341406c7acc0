use super::*;
use crate::Cursor;
use crate::{EventHeap, Limits, MapObject, SetObject, Termination, Thrown, Turn, WorkerHeap};

fn run(body: impl for<'h> Fn(Cx<'h>)) {
    let (worker, mut event) = (WorkerHeap::new(), EventHeap::new());
    let turn = Turn::new(&worker, &mut event, &(), Limits::default());
    body(turn.cx());
}

/// Runs the test on an object of the event heap and on one of the worker heap.
fn on_both_heaps(body: impl for<'h> Fn(Cx<'h>, Object<'h>)) {
    run(|cx| body(cx, Object::plain(cx)));
    run(|cx| {
        let object = Object::plain(cx);
        cx.root(object.into());
        assert!(object.is_in_worker_heap());
        body(cx, object);
    });
}

fn keys<'h>(cx: Cx<'h>, object: Object<'h>) -> String {
    let keys: Vec<String> = object.own_keys(cx).iter().map(ToString::to_string).collect();
    keys.join(",")
}

fn put<'h>(cx: Cx<'h>, object: Object<'h>, key: &str, value: impl Into<Value<'h>>) {
    object.define_own(cx, cx.string(key), value.into(), Attributes::ALL).unwrap();
}

fn number(value: Option<Value<'_>>) -> f64 {
    value.and_then(Value::as_number).unwrap_or(f64::NAN)
}

#[test]
fn keys_come_in_the_order_of_javascript() {
    on_both_heaps(|cx, object| {
        for key in ["b", "10", "a", "2", "01", "4294967294", "4294967295", "-1", "", "0"] {
            put(cx, object, key, 1.0);
        }
        assert_eq!(keys(cx, object), "0,2,10,4294967294,b,a,01,4294967295,-1,");
        assert!(object.remove_own(cx, "2") && object.remove_own(cx, "b"));
        put(cx, object, "b", 2.0);
        assert_eq!(keys(cx, object), "0,10,4294967294,a,01,4294967295,-1,,b");
    });
}

#[test]
fn a_table_agrees_with_a_list_of_pairs() {
    on_both_heaps(|cx, object| {
        let mut model: Vec<(String, f64)> = Vec::new();
        let mut state = 7u64;
        for step in 0..20_000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            // Phases with few and with many different keys, so that the table shrinks to a scan and grows past both index sizes.
            let spread = [6, 40, 700][step / 500 % 3];
            let key = format!("key{}", (state >> 33) % spread);
            let known = model.iter().position(|(name, _)| *name == key);
            if state >> 60 < 9 {
                put(cx, object, &key, step as f64);
                match known {
                    Some(at) => model[at].1 = step as f64,
                    None => model.push((key, step as f64)),
                }
            } else {
                assert!(object.remove_own(cx, cx.string(&key)));
                if let Some(at) = known {
                    model.remove(at);
                }
            }
            if step % 97 == 0 {
                let expected: Vec<&str> = model.iter().map(|(name, _)| name.as_str()).collect();
                assert_eq!(keys(cx, object), expected.join(","));
                for (name, value) in &model {
                    assert_eq!(number(object.get_own_data(cx, cx.string(name))), *value);
                }
                assert_eq!(object.property_count(cx), model.len());
                assert!(object.get_own(cx, "absent").is_none());
            }
        }
    });
}

#[test]
fn adding_and_deleting_for_ever_uses_no_more_memory() {
    run(|cx| {
        let object = Object::plain(cx);
        for key in 0..20 {
            put(cx, object, &format!("fixed{key}"), 1.0);
        }
        let names: Vec<_> = (0..50).map(|key| cx.string(&format!("key{key}"))).collect();
        let mut used = 0;
        for round in 0..10_000 {
            object.define_own(cx, names[round % 50], 1.0.into(), Attributes::ALL).unwrap();
            assert!(object.remove_own(cx, names[round % 50]));
            if round == 1000 {
                used = cx.memory_used();
            }
        }
        assert_eq!(cx.memory_used(), used);
        assert_eq!(object.property_count(cx), 20);
    });
}

#[test]
fn attributes_are_kept() {
    on_both_heaps(|cx, object| {
        object.define_own(cx, "fixed", 1.0.into(), Attributes::ENUMERABLE).unwrap();
        object.define_own(cx, "hidden", 2.0.into(), Attributes::HIDDEN).unwrap();
        assert!(matches!(object.store(cx, "fixed", 3.0.into()), Stored::ReadOnly));
        assert!(matches!(object.store(cx, "hidden", 3.0.into()), Stored::Done));
        assert!(matches!(object.store(cx, "absent", 3.0.into()), Stored::Absent));
        assert!(!object.remove_own(cx, "fixed") && object.remove_own(cx, "absent"));
        assert_eq!(object.own_enumerable_keys(cx), [PropertyKey::from("fixed")]);
        assert_eq!(number(object.get_own_data(cx, "fixed")), 1.0);
        object.set_attributes(cx, "fixed", Attributes::ALL);
        assert!(object.remove_own(cx, "fixed"));
        object.prevent_extensions();
        assert!(matches!(object.add(cx, "more", 1.0.into()), Ok(Stored::ReadOnly)));
    });
}

#[test]
fn accessors_are_told_apart() {
    on_both_heaps(|cx, object| {
        let getter = cx.closure("get x", 0, [], |_, _| Ok(5.0.into()));
        object.define_own_accessor(cx, "x", getter.into(), Value::Undefined, Attributes::ALL);
        assert!(object.get_own_data(cx, "x").is_none());
        let Some(Property { slot: Slot::Accessor { get, set }, attributes }) = object.get_own(cx, "x") else {
            panic!("an accessor");
        };
        assert!(get.strict_equals(getter) && set.is_undefined());
        assert!(!attributes.writable() && attributes.enumerable());
        assert!(matches!(object.store(cx, "x", 1.0.into()), Stored::Accessor(Value::Undefined)));
        object.define_own(cx, "x", 1.0.into(), Attributes::ALL).unwrap();
        assert_eq!(number(object.get_own_data(cx, "x")), 1.0);
    });
}

#[test]
fn freezing_and_sealing() {
    on_both_heaps(|cx, object| {
        put(cx, object, "a", 1.0);
        assert!(!object.is_frozen(cx) && !object.is_sealed(cx));
        object.seal(cx);
        assert!(object.is_sealed(cx) && !object.is_frozen(cx) && !object.remove_own(cx, "a"));
        assert!(matches!(object.store(cx, "a", 2.0.into()), Stored::Done));
        object.freeze(cx);
        assert!(object.is_frozen(cx));
        assert!(matches!(object.store(cx, "a", 3.0.into()), Stored::ReadOnly));
        let list = cx.array([1.0.into()]);
        list.freeze(cx);
        assert!(list.is_frozen(cx) && !list.remove_own(cx, 0));
        assert!(matches!(list.store(cx, 0, 3.0.into()), Stored::ReadOnly));
        assert!(matches!(list.add(cx, 1, 3.0.into()), Ok(Stored::ReadOnly)));
        assert!(!list.get_own(cx, "length").unwrap().attributes.writable());
    });
}

#[test]
fn arrays_have_holes_and_a_length() {
    run(|cx| {
        let object = cx.array([1.0.into(), 2.0.into()]);
        let list = object.as_array().unwrap();
        list.set(cx, 4, 5.0.into()).unwrap();
        assert_eq!((list.length(), list.get(3).is_none(), list.at(3).is_undefined()), (5, true, true));
        assert_eq!(keys(cx, object), "0,1,4,length");
        put(cx, object, "name", 1.0);
        assert_eq!(keys(cx, object), "0,1,4,length,name");
        list.set_length(u32::MAX);
        assert_eq!(list.length(), u32::MAX);
        let thrown = list.set(cx, 3_000_000, Value::Null).unwrap_err().thrown();
        assert!(matches!(thrown, Thrown::Terminated(Termination::SparseArray { index: 3_000_000 })));
        list.set_length(1);
        list.set_length(3);
        assert_eq!(list.snapshot().len(), 1);
        assert!(list.get(1).is_none() && list.pop().is_none() && list.length() == 2);
        list.push(cx, 9.0.into()).unwrap();
        assert_eq!((list.length(), number(list.get(2)), number(list.get(0))), (3, 9.0, 1.0));
        assert!(object.remove_own(cx, 0) && list.get(0).is_none() && list.length() == 3);
    });
}

#[test]
fn splicing_moves_the_rest() {
    run(|cx| {
        let some = |value: f64| Some(Value::Number(value));
        let list = Array::of_holey(cx, &[some(0.0), None, some(2.0), some(3.0)]);
        let show = |list: Array<'_>| -> String {
            (0..list.length())
                .map(|at| list.get(at).map_or("_".into(), |value| value.as_number().unwrap().to_string()))
                .collect()
        };
        assert_eq!(list.shift().unwrap().as_number(), Some(0.0));
        assert_eq!(show(list), "_23");
        list.splice(cx, 1, 1, &[some(7.0), None, some(8.0)]).unwrap();
        assert_eq!(show(list), "_7_83");
        list.splice(cx, 5, 0, &[some(9.0), None]).unwrap();
        assert_eq!(show(list), "_7_839_");
        list.assign(cx, &[some(1.0), None]).unwrap();
        assert_eq!(show(list), "1_");
        let empty = Array::with_length(cx, 5);
        empty.splice(cx, 4, 1, &[some(1.0)]).unwrap();
        assert_eq!(show(empty), "____1");
        empty.splice(cx, 0, 3, &[]).unwrap();
        assert_eq!(show(empty), "_1");
    });
}

#[test]
fn splicing_is_that_of_a_vector() {
    run(|cx| {
        let list = Array::with_length(cx, 0);
        let mut model: Vec<Option<f64>> = Vec::new();
        let mut state = 1u32;
        let mut random = |below: usize| {
            state = state.wrapping_mul(1_103_515_245).wrapping_add(12345);
            (state >> 16) as usize % below
        };
        for step in 0..800 {
            let (start, length) = (random(model.len() + 1), model.len());
            let removed = random((length - start).min(4) + 1);
            match random(6) {
                0 => {
                    let first = if model.is_empty() { None } else { model.remove(0) };
                    assert_eq!(list.shift().map(|value| value.as_number().unwrap()), first);
                }
                1 => {
                    model.resize(length + 2, None);
                    list.set_length(length as u32 + 2);
                }
                _ => {
                    let inserted: Vec<_> =
                        (0..random(4)).map(|at| (random(4) > 0).then_some(f64::from(step * 10 + at as u32))).collect();
                    let values: Vec<_> = inserted.iter().map(|value| value.map(Value::Number)).collect();
                    list.splice(cx, start as u32, removed as u32, &values).unwrap();
                    model.splice(start..start + removed, inserted);
                }
            }
            let now: Vec<_> =
                (0..list.length()).map(|at| list.get(at).map(|value| value.as_number().unwrap())).collect();
            assert_eq!(now, model);
        }
    });
}

#[test]
fn string_objects_show_their_code_units() {
    run(|cx| {
        let object = Object::with_slots(cx, Kind::Boxed, &["aé".into()]);
        put(cx, object, "x", 1.0);
        put(cx, object, "7", 1.0);
        assert_eq!(keys(cx, object), "0,1,7,length,x");
        assert_eq!(object.own_enumerable_keys(cx).len(), 4);
        assert!(object.get_own_data(cx, 1).unwrap().strict_equals("é"));
        assert!(matches!(object.store(cx, 0, 1.0.into()), Stored::ReadOnly) && !object.remove_own(cx, 0));
        assert_eq!(number(object.get_own_data(cx, "length")), 2.0);
        let boxed = Object::with_slots(cx, Kind::Boxed, &[5.0.into()]);
        assert!(boxed.get_own(cx, 0).is_none() && keys(cx, boxed).is_empty());
    });
}

#[test]
fn functions_are_born_with_length_and_name() {
    run(|cx| {
        let function = cx.closure("f", 2, [], |_, call| Ok(call.arg(1)));
        put(cx, function, "extra", 1.0);
        assert_eq!(keys(cx, function), "length,name,extra");
        assert!(function.own_enumerable_keys(cx) == [PropertyKey::from("extra")]);
        assert!(matches!(function.store(cx, "name", 1.0.into()), Stored::ReadOnly));
        assert!(function.remove_own(cx, "name") && !function.has_own(cx, "name"));
        let result = function.as_function().unwrap().call(cx, Value::Undefined, &[1.0.into(), 2.0.into()]);
        assert_eq!(number(result.ok()), 2.0);
    });
}

#[test]
fn maps_go_by_same_value_zero_and_insertion_order() {
    run(|cx| {
        for promoted in [false, true] {
            let map = MapObject::new(cx);
            if promoted {
                cx.root(map.into());
            }
            let object = Value::from(Object::plain(cx));
            let all: [Value<'_>; 8] = [
                f64::NAN.into(),
                0.0.into(),
                "0".into(),
                Value::Null,
                Value::Undefined,
                object,
                true.into(),
                "é".into(),
            ];
            for (at, key) in all.into_iter().enumerate() {
                map.set(cx, key, (at as f64).into());
            }
            map.set(cx, (-0.0).into(), 10.0.into());
            assert_eq!(map.size(), 8);
            assert_eq!(number(map.get(cx, 0.0.into())), 10.0);
            assert_eq!(number(map.get(cx, object)), 5.0);
            assert_eq!(number(map.get(cx, f64::NAN.into())), 0.0);
            assert!(!map.has(cx, false.into()) && !map.delete(cx, "1".into()) && map.delete(cx, Value::Null));
            let mut cursor = map.start();
            let mut order = String::new();
            while let Some((_, value)) = map.next(&mut cursor) {
                order += &value.as_number().unwrap().to_string();
            }
            assert_eq!(order, "01024567");
        }
    });
}

#[test]
fn iteration_sees_what_happens_meanwhile() {
    run(|cx| {
        let set = SetObject::new(cx);
        for element in 0..5 {
            set.add(cx, element.into());
        }
        let mut cursor = set.start();
        let mut seen = Vec::new();
        while let Some(element) = set.next(&mut cursor) {
            let element = element.as_number().unwrap();
            seen.push(element);
            if element == 1.0 {
                set.delete(cx, 0.into());
                set.delete(cx, 2.into());
                set.add(cx, 9.into());
            }
            if element == 9.0 {
                set.clear();
                set.add(cx, 3.into());
                set.add(cx, 20.into());
            }
        }
        assert_eq!(seen, [0.0, 1.0, 3.0, 4.0, 9.0, 3.0, 20.0]);
        assert!(set.next(&mut cursor).is_none());
        assert_eq!(Cursor::from_slots(cursor.to_slots()), cursor);
    });
}

#[test]
fn views_of_bytes_share_their_buffer_even_when_one_is_promoted() {
    run(|cx| {
        let bytes = crate::Bytes::new(cx, b"abcdef");
        let view = bytes.subarray(cx, 2, 5);
        cx.root(view.into());
        view.set(0, f64::from(b'X'));
        bytes.set(3, f64::from(b'Y'));
        assert_eq!((bytes.to_vec(), view.to_vec()), (b"abXYef".to_vec(), b"XYe".to_vec()));
        assert_eq!((view.get(3), bytes.length(), view.length()), (None, 6, 3));
    });
}
