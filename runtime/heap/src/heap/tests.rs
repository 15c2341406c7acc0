use super::*;
use crate::{Array, Cx, JsResult, Kind, Limits, MapObject, Object, Turn, Value};

fn turn<R>(worker: &WorkerHeap, event: &mut EventHeap, body: impl for<'h> FnOnce(Cx<'h>) -> R) -> R {
    let turn = Turn::new(worker, event, &(), Limits::default());
    body(turn.cx())
}

fn get<'h>(cx: Cx<'h>, value: Value<'h>, key: &'static str) -> Value<'h> {
    value.as_object().and_then(|object| object.get_own_data(cx, key)).unwrap_or_default()
}

#[test]
fn identity_holds_across_promotion_and_events() {
    let (mut worker, mut event) = (WorkerHeap::new(), EventHeap::new());
    let root = turn(&worker, &mut event, |cx| {
        let shared = cx.object([("name", "shared".into())]);
        let global = Object::plain(cx);
        let root = cx.root(global.into());
        global.define_own(cx, "a", shared.into(), crate::Attributes::ALL).unwrap();
        global.define_own(cx, "b", shared.into(), crate::Attributes::ALL).unwrap();
        // The reference from before the store is the same object, in both directions.
        shared.define_own(cx, "late", 1.0.into(), crate::Attributes::ALL).unwrap();
        assert!(get(cx, global.into(), "a").strict_equals(shared));
        assert_eq!(get(cx, get(cx, global.into(), "b"), "late").as_number(), Some(1.0));
        root
    });
    for _ in 0..3 {
        turn(&worker, &mut event, |cx| {
            let global = cx.get_root(root);
            let (a, b) = (get(cx, global, "a"), get(cx, global, "b"));
            assert!(a.strict_equals(b) && get(cx, a, "name").as_string().unwrap() == "shared");
        });
        worker.collect();
    }
}

#[test]
fn cycles_and_deep_lists_are_copied_without_recursion() {
    let (mut worker, mut event) = (WorkerHeap::new(), EventHeap::new());
    let root = turn(&worker, &mut event, |cx| {
        let mut list = Value::Null;
        let last = cx.object([("next", Value::Null)]);
        for number in 0..1_000_000 {
            let next = if number == 0 { last.into() } else { list };
            list = cx.object([("number", number.into()), ("next", next)]).into();
        }
        last.define_own(cx, "next", list, crate::Attributes::ALL).unwrap();
        cx.root(list)
    });
    worker.collect();
    turn(&worker, &mut event, |cx| {
        let first = cx.get_root(root);
        let mut node = get(cx, first, "next");
        let mut count = 1;
        while !node.strict_equals(first) {
            node = get(cx, node, "next");
            count += 1;
        }
        assert_eq!(count, 1_000_001);
    });
}

#[test]
fn closures_and_their_cells_survive() {
    let (mut worker, mut event) = (WorkerHeap::new(), EventHeap::new());
    let root = turn(&worker, &mut event, |cx| {
        let counter = cx.cell(0.0);
        let increment = cx.closure("increment", 0, [counter.into()], |cx, call| {
            let counter = call.binding(0);
            counter.set(cx, counter.get().as_number().unwrap() + 1.0);
            Ok(counter.get())
        });
        increment.as_function().unwrap().call(cx, Value::Undefined, &[]).unwrap();
        let root = cx.root(increment.into());
        // The cell has moved with the function; both see one variable.
        counter.set(cx, 10.0);
        root
    });
    worker.collect();
    for expected in [11.0, 12.0] {
        turn(&worker, &mut event, |cx| {
            let increment = cx.get_root(root).as_function().unwrap();
            let result: JsResult<'_> = increment.call(cx, Value::Undefined, &[]);
            assert_eq!(result.unwrap().as_number(), Some(expected));
        });
    }
}

#[test]
fn maps_keyed_by_objects_survive() {
    let (mut worker, mut event) = (WorkerHeap::new(), EventHeap::new());
    let (map, key) = turn(&worker, &mut event, |cx| {
        let map = MapObject::new(cx);
        let keys: Vec<_> = (0..100).map(|_| Object::plain(cx)).collect();
        for (number, &key) in keys.iter().enumerate() {
            map.set(cx, key.into(), (number as f64).into());
        }
        map.delete(cx, keys[3].into());
        (cx.root(map.into()), cx.root(keys[77].into()))
    });
    worker.collect();
    turn(&worker, &mut event, |cx| {
        let map = MapObject::from_value(cx.get_root(map)).unwrap();
        assert_eq!(map.get(cx, cx.get_root(key)).unwrap().as_number(), Some(77.0));
        assert_eq!(map.size(), 99);
        assert!(!map.has(cx, Object::plain(cx).into()));
    });
}

#[test]
fn churn_keeps_memory_bounded() {
    let (mut worker, mut event) = (WorkerHeap::new(), EventHeap::new());
    let root = turn(&worker, &mut event, |cx| cx.root(Array::with_capacity(cx, 0).into()));
    let mut collections = 0;
    for round in 0..20_000 {
        turn(&worker, &mut event, |cx| {
            let list = cx.get_root(root).as_array().unwrap();
            let text = cx.string(&format!("event number {round}"));
            let value = cx.object([("text", text.into()), ("round", round.into())]);
            list.set(cx, round as u32 % 100, value.into()).unwrap();
        });
        if worker.wants_collection() {
            worker.collect();
            collections += 1;
        }
    }
    assert!(collections > 2 && worker.used() < 3 << 20, "{collections} {}", worker.used());
    turn(&worker, &mut event, |cx| {
        let list = cx.get_root(root).as_array().unwrap();
        assert!(get(cx, list.at(99), "text").as_string().unwrap() == "event number 19999");
        assert_eq!(list.object().kind(), Kind::Array);
    });
}

#[test]
fn two_events_are_in_flight_on_one_worker_heap() {
    let worker = WorkerHeap::new();
    let (mut first_heap, mut second_heap) = (EventHeap::new(), EventHeap::new());
    let first = Turn::new(&worker, &mut first_heap, &(), Limits::default());
    let cx = first.cx();
    let global = Object::plain(cx);
    let root = cx.root(global.into());
    {
        let second = Turn::new(&worker, &mut second_heap, &(), Limits::default());
        let cx = second.cx();
        let text = cx.string("from the second event");
        cx.get_root(root).as_object().unwrap().define_own(cx, "x", text.into(), crate::Attributes::ALL).unwrap();
    }
    drop(second_heap);
    assert!(get(cx, global.into(), "x").as_string().unwrap() == "from the second event");
}

#[test]
fn views_share_their_buffer_through_promotion_and_collection() {
    let (mut worker, mut event) = (WorkerHeap::new(), EventHeap::new());
    let (bytes, words) = turn(&worker, &mut event, |cx| {
        let buffer = crate::ByteBuffer::new(cx, 8, |index| index as u8);
        let bytes = crate::Bytes::view(cx, buffer, crate::ElementType::Uint8, 0, 8);
        let words = crate::Bytes::view(cx, buffer, crate::ElementType::Int16, 4, 2);
        let roots = (cx.root(bytes.into()), cx.root(words.into()));
        // All three have moved, one after the other, and still see one memory.
        bytes.set(4, 255.0);
        bytes.set(5, 255.0);
        assert_eq!((words.get(0), buffer.cells()[4].get()), (Some(-1.0), 255));
        roots
    });
    for round in 0..3 {
        worker.collect();
        turn(&worker, &mut event, |cx| {
            let view = |root| crate::Bytes::from_value(cx.get_root(root)).unwrap();
            view(words).set(1, f64::from(round));
            assert_eq!((view(bytes).get(6), view(bytes).get(4)), (Some(f64::from(round)), Some(255.0)));
            assert!(view(bytes).buffer().object().is_same(view(words).buffer().object()));
        });
    }
}
