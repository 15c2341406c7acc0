//! The own properties of builtin objects, in the order in which V8 makes them.

use prickle_heap::{
    Attributes, Cx, Function, FunctionKind, JsResult, Kind, Object, Property, PropertyKey, Slot, Value,
};
use prickle_spec::{Ty, own_keys};

use crate::builtins::table::{ClassId, member_symbol};
use crate::intrinsics::{REFUSAL, existing_class_object, existing_prototype};

/// Gives a builtin object the properties that were defined on another, in V8's order as far as that is known.
pub(crate) fn arrange<'h>(cx: Cx<'h>, made: Object<'h>, object: Object<'h>, class: ClassId, is_prototype: bool) {
    let names = own_keys(class.class().name, is_prototype).unwrap_or_default();
    let named = names.iter().map(|name| member_symbol(name).map_or_else(|| (*name).into(), PropertyKey::from));
    let others = made.own_keys(cx).to_vec().into_iter().chain(made.own_symbols(cx));
    for (at, key) in named.chain(others).enumerate() {
        match made.get_own(cx, key) {
            _ if object.has_own(cx, key) => {}
            Some(Property { slot: Slot::Data(value), attributes }) => {
                // Nothing can fail on a new object.
                let _ = object.define_own(cx, key, value, attributes);
            }
            Some(Property { slot: Slot::Accessor { get, set }, attributes }) => {
                object.define_own_accessor(cx, key, get, set, attributes);
            }
            None if at < names.len() => define_missing(cx, object, key, Attributes::HIDDEN),
            None => {}
        }
    }
}

/// Defines what JavaScript has and we do not: whoever reads or sets it ends the turn.
pub(crate) fn define_missing<'h>(cx: Cx<'h>, object: Object<'h>, key: PropertyKey<'h>, attributes: Attributes) {
    let refusal = refusal(cx).into();
    object.define_own_accessor(cx, key, refusal, refusal, attributes.without(Attributes::WRITABLE));
}

/// The function that stands for what is not there yet.
fn refusal(cx: Cx<'_>) -> Object<'_> {
    cx.intrinsic(REFUSAL).unwrap_or_else(|| {
        let refusal = Function::new(cx, FunctionKind::Builtin, "get", 0, &[], |cx, _| {
            Err(cx.unsupported("a member of a builtin or an export of a module that is not there yet"))
        });
        cx.set_intrinsic(REFUSAL, refusal.object())
    })
}

/// Whether a getter stands for what is not there yet.
pub(crate) fn is_refusal<'h>(cx: Cx<'h>, getter: Value<'h>) -> bool {
    getter.as_object().zip(cx.intrinsic(REFUSAL)).is_some_and(|(getter, refusal)| getter.is_same(refusal))
}

/// Ends the turn where all own keys of an object are asked for that Node knows and we do not.
pub(crate) fn check_listed<'h>(cx: Cx<'h>, object: Object<'h>) -> JsResult<'h, ()> {
    if object.kind() == Kind::Global {
        return Err(cx.unsupported("the list of all globals"));
    }
    if object.is_builtin() && is_unlisted(cx, object) {
        return Err(cx.unsupported("the list of all members of Buffer"));
    }
    Ok(())
}

/// Node makes the members of Buffer enumerable.
#[cold]
fn is_unlisted<'h>(cx: Cx<'h>, object: Object<'h>) -> bool {
    ClassId::all().filter(|class| class.class().receiver == Ty::Buffer).any(|class| {
        [existing_prototype(cx, class), existing_class_object(cx, class)]
            .into_iter()
            .flatten()
            .any(|known| known.is_same(object))
    })
}
