//! `Set`.

use prickle_heap::{Cx, JsResult, Object, SetObject, Value};

use super::array::plain_array;
use super::object::NOT_ITERABLE;
use crate::builtins::error::throw_type_error;
use crate::builtins::table::ClassId;
use crate::intrinsics::is_original;
use crate::operations::{Callback, IterationKind, WordedOperations, create_set_iterator, fill_with_method};

/// The receiver, which the row has checked.
#[inline]
fn view<'h>(set: Object<'h>) -> SetObject<'h> {
    SetObject::from_value(set.into()).expect("the receiver is checked before the call")
}

/// Set ( [ iterable ] ) without `new` (ECMA-262 §24.2.1.1)
pub fn call<'h>(cx: Cx<'h>, _values: &[Value<'h>]) -> JsResult<'h> {
    Err(throw_type_error(cx, "Constructor Set requires 'new'"))
}

/// Set ( [ iterable ] ) (ECMA-262 §24.2.1.1)
pub fn construct<'h>(cx: Cx<'h>, values: Option<Value<'h>>) -> JsResult<'h, Object<'h>> {
    if let Some(values) = values.filter(|values| !values.is_nullish())
        && !is_original(cx, ClassId::SET, "add")
    {
        return fill_with_method(cx, SetObject::new(cx).object(), "Set", "add", values);
    }
    if let Some(array) = values.and_then(|values| plain_array(cx, values)) {
        // Nothing of the plugin runs between the elements.
        let set = SetObject::with_capacity(cx, (array.length() as usize).min(1 << 12));
        for index in 0..array.length() {
            cx.checkpoint()?;
            set.add(cx, array.at(index));
        }
        return Ok(set.object());
    }
    let set = SetObject::new(cx);
    if let Some(values) = values.filter(|values| !values.is_nullish()) {
        for value in values.iterate_worded(cx, NOT_ITERABLE)? {
            cx.checkpoint()?;
            set.add(cx, value?);
        }
    }
    Ok(set.object())
}

/// get Set.prototype.size (ECMA-262 §24.2.3.9)
pub fn size<'h>(_cx: Cx<'h>, set: Object<'h>) -> f64 {
    view(set).size() as f64
}

/// Set.prototype.add (ECMA-262 §24.2.3.1)
#[inline]
pub fn add<'h>(cx: Cx<'h>, set: Object<'h>, value: Value<'h>) -> Object<'h> {
    view(set).add(cx, value);
    set
}

/// Set.prototype.clear (ECMA-262 §24.2.3.2)
pub fn clear<'h>(_cx: Cx<'h>, set: Object<'h>) {
    view(set).clear();
}

/// Set.prototype.delete (ECMA-262 §24.2.3.4)
pub fn delete<'h>(cx: Cx<'h>, set: Object<'h>, value: Value<'h>) -> bool {
    view(set).delete(cx, value)
}

/// Set.prototype.entries (ECMA-262 §24.2.3.5)
pub fn entries<'h>(cx: Cx<'h>, set: Object<'h>) -> Object<'h> {
    create_set_iterator(cx, view(set), IterationKind::Entries)
}

/// Set.prototype.forEach (ECMA-262 §24.2.3.6): values that the callback adds are visited too.
pub fn for_each<'h>(cx: Cx<'h>, set: Object<'h>, callback: impl Callback<'h>) -> JsResult<'h, ()> {
    let mut cursor = view(set).start();
    while let Some(value) = view(set).next(&mut cursor) {
        cx.checkpoint()?;
        callback(cx, &[value, value, set.into()])?;
    }
    Ok(())
}

/// Set.prototype.has (ECMA-262 §24.2.3.7)
#[inline]
pub fn has<'h>(cx: Cx<'h>, set: Object<'h>, value: Value<'h>) -> bool {
    view(set).has(cx, value)
}

/// Set.prototype.keys (ECMA-262 §24.2.3.8)
pub fn keys<'h>(cx: Cx<'h>, set: Object<'h>) -> Object<'h> {
    values(cx, set)
}

/// Set.prototype.values (ECMA-262 §24.2.3.10)
pub fn values<'h>(cx: Cx<'h>, set: Object<'h>) -> Object<'h> {
    create_set_iterator(cx, view(set), IterationKind::Values)
}

pub use values as iterator;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builtins::testing::{in_turn, show, value};

    #[test]
    fn values_are_there_once_and_zero_has_no_sign() {
        in_turn(|cx| {
            let set = construct(cx, Some(value(cx, "[3,1,3,-0,0]"))).expect("nothing throws");
            let all = crate::builtins::array::from(cx, set.into(), None::<fn(Cx<'_>, &[Value<'_>]) -> _>);
            assert_eq!(show(cx, all), "[3,1,0]");
            assert!(has(cx, set, (-0.0).into()));
            add(cx, set, f64::NAN.into());
            assert!(has(cx, set, f64::NAN.into()));
            assert!(delete(cx, set, 3.0.into()) && !delete(cx, set, 3.0.into()));
        });
    }

    #[test]
    fn what_is_not_iterable() {
        in_turn(|cx| {
            let message =
                "throws TypeError: boolean true is not iterable (cannot read property Symbol(Symbol.iterator))";
            assert_eq!(show(cx, construct(cx, Some(true.into()))), message);
        });
    }
}
