//! `Map`.

use prickle_heap::{Cx, JsResult, MapObject, Object, Value};

use super::object::{NOT_ITERABLE, entry_of};
use crate::builtins::error::throw_type_error;
use crate::builtins::table::ClassId;
use crate::intrinsics::is_original;
use crate::operations::{Callback, IterationKind, WordedOperations, create_map_iterator, fill_with_method};

/// The receiver, which the row has checked.
#[inline]
fn view<'h>(map: Object<'h>) -> MapObject<'h> {
    MapObject::from_value(map.into()).expect("the receiver is checked before the call")
}

/// Map ( [ iterable ] ) without `new` (ECMA-262 §24.1.1.1)
pub fn call<'h>(cx: Cx<'h>, _entries: &[Value<'h>]) -> JsResult<'h> {
    Err(throw_type_error(cx, "Constructor Map requires 'new'"))
}

/// Map ( [ iterable ] ) (ECMA-262 §24.1.1.1)
pub fn construct<'h>(cx: Cx<'h>, entries: Option<Value<'h>>) -> JsResult<'h, Object<'h>> {
    let map = MapObject::new(cx);
    if let Some(entries) = entries.filter(|entries| !entries.is_nullish()) {
        if !is_original(cx, ClassId::MAP, "set") {
            return fill_with_method(cx, map.object(), "Map", "set", entries);
        }
        for entry in entries.iterate_worded(cx, NOT_ITERABLE)? {
            cx.checkpoint()?;
            let (key, value) = entry_of(cx, entry?)?;
            map.set(cx, key, value);
        }
    }
    Ok(map.object())
}

/// get Map.prototype.size (ECMA-262 §24.1.3.10)
pub fn size<'h>(_cx: Cx<'h>, map: Object<'h>) -> f64 {
    view(map).size() as f64
}

/// Map.prototype.clear (ECMA-262 §24.1.3.1)
pub fn clear<'h>(_cx: Cx<'h>, map: Object<'h>) {
    view(map).clear();
}

/// Map.prototype.delete (ECMA-262 §24.1.3.3)
pub fn delete<'h>(cx: Cx<'h>, map: Object<'h>, key: Value<'h>) -> bool {
    view(map).delete(cx, key)
}

/// Map.prototype.entries (ECMA-262 §24.1.3.4)
pub fn entries<'h>(cx: Cx<'h>, map: Object<'h>) -> Object<'h> {
    create_map_iterator(cx, view(map), IterationKind::Entries)
}

/// Map.prototype.forEach (ECMA-262 §24.1.3.5): entries that the callback adds are visited too.
pub fn for_each<'h>(cx: Cx<'h>, map: Object<'h>, callback: impl Callback<'h>) -> JsResult<'h, ()> {
    let mut cursor = view(map).start();
    while let Some((key, value)) = view(map).next(&mut cursor) {
        cx.checkpoint()?;
        callback(cx, &[value, key, map.into()])?;
    }
    Ok(())
}

/// Map.prototype.get (ECMA-262 §24.1.3.6)
#[inline]
pub fn get<'h>(cx: Cx<'h>, map: Object<'h>, key: Value<'h>) -> Value<'h> {
    view(map).get(cx, key).unwrap_or_default()
}

/// Map.prototype.has (ECMA-262 §24.1.3.7)
#[inline]
pub fn has<'h>(cx: Cx<'h>, map: Object<'h>, key: Value<'h>) -> bool {
    view(map).has(cx, key)
}

/// Map.prototype.keys (ECMA-262 §24.1.3.8)
pub fn keys<'h>(cx: Cx<'h>, map: Object<'h>) -> Object<'h> {
    create_map_iterator(cx, view(map), IterationKind::Keys)
}

/// Map.prototype.set (ECMA-262 §24.1.3.9)
#[inline]
pub fn set<'h>(cx: Cx<'h>, map: Object<'h>, key: Value<'h>, value: Value<'h>) -> Object<'h> {
    view(map).set(cx, key, value);
    map
}

/// Map.prototype.values (ECMA-262 §24.1.3.11)
pub fn values<'h>(cx: Cx<'h>, map: Object<'h>) -> Object<'h> {
    create_map_iterator(cx, view(map), IterationKind::Values)
}

pub use entries as iterator;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builtins::testing::{in_turn, show, value};

    #[test]
    fn entries_keep_their_place_and_visits_see_additions() {
        in_turn(|cx| {
            let map = construct(cx, Some(value(cx, r#"[["b",1],["a",2],["b",3]]"#))).expect("nothing throws");
            let seen = cx.array([]);
            let visited = for_each(cx, map, |cx, args| {
                crate::builtins::array::push(cx, seen, &[args[1], args[0]])?;
                if view(map).size() < 4 {
                    set(cx, map, (view(map).size() as f64).into(), Value::Null);
                }
                Ok(Value::Undefined)
            });
            visited.expect("nothing throws");
            assert_eq!(show(cx, Ok(seen)), r#"["b",3,"a",2,2,null,3,null]"#);
        });
    }

    #[test]
    fn entries_must_be_objects() {
        in_turn(|cx| {
            assert_eq!(
                show(cx, construct(cx, Some(value(cx, "[1]")))),
                "throws TypeError: Iterator value 1 is not an entry object"
            );
            assert_eq!(
                show(cx, construct(cx, Some("ab".into()))),
                "throws TypeError: Iterator value a is not an entry object"
            );
            assert_eq!(show(cx, call(cx, &[])), "throws TypeError: Constructor Map requires 'new'");
            let empty = construct(cx, Some(Value::Null)).expect("nothing throws");
            assert_eq!(view(empty).size(), 0);
        });
    }
}
