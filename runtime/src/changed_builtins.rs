//! Programs that change what builtin objects have: `Array.prototype.map = …`, `delete Math[name]`.
//!
//! Nearly everything looks builtins up as soon as a program has got hold of their object, and so sees the change. What does not is code that the compiler wrote
//! as a direct call (the source map lists those), and the few short ways of the runtime. Whoever changes one of those ends the turn.

use prickle_heap::{Cx, JsResult, Object, Property, PropertyKey, Slot, Value};

use crate::builtins::table::ClassId;
use crate::intrinsics::{class_of_intrinsic, set_changed};
use crate::turn::instances;

/// Ends the turn where a property of a builtin object is about to change that something takes for granted. `item` is the new value, `None` for a
/// deletion or an accessor.
#[inline]
pub(crate) fn keep_builtin<'h>(
    cx: Cx<'h>,
    object: Object<'h>,
    key: PropertyKey<'h>,
    item: Option<Value<'h>>,
) -> JsResult<'h, ()> {
    if object.is_builtin() { keep(cx, object, key, item) } else { Ok(()) }
}

#[cold]
fn keep<'h>(cx: Cx<'h>, object: Object<'h>, key: PropertyKey<'h>, item: Option<Value<'h>>) -> JsResult<'h, ()> {
    let current = object.get_own(cx, key);
    if let (Some(Property { slot: Slot::Data(value), .. }), Some(item)) = (current, item)
        && item.same_value(value)
    {
        return Ok(());
    }
    if current.is_some_and(|current| !current.attributes.writable() && !current.attributes.configurable()) {
        // Nothing changes it.
        return Ok(());
    }
    let is_relied_on = match key {
        // Symbols are looked up where they are used, and elements where an array has none.
        PropertyKey::Symbol(_) | PropertyKey::Index(_) => false,
        PropertyKey::String(name) => match (name.to_str(), class_of_intrinsic(cx, object)) {
            (Some(name), Some((class, true))) => has_short_way(class, name) || is_called(cx, class, name),
            (Some(name), Some((class, false))) => {
                let meant = format!("{}.{name}", class.class().name);
                // The methods that combine promises call it without looking.
                meant == "Promise.resolve" || calls_builtin(cx, |called| called == meant)
            }
            (None, _) | (_, None) => false,
        },
    };
    if is_relied_on {
        return Err(cx.unsupported("changing what builtin objects have"));
    }
    set_changed(cx, object);
    Ok(())
}

/// Whether the runtime itself takes for granted what a prototype has, or has not, under a name.
fn has_short_way(class: ClassId, name: &str) -> bool {
    let has_row = class.inherited(name.as_bytes()).is_some();
    match name {
        // Plain objects and arrays are written without looking for the first, and builtin iterators are left without looking for the others.
        "toJSON" | "return" | "throw" => !has_row,
        // An await of what is certainly no promise.
        "then" => class != ClassId::PROMISE,
        _ => false,
    }
}

/// Whether compiled code calls a method or reads a property of this name that it found in the prototype, in one above it or in one below.
fn is_called(cx: Cx<'_>, class: ClassId, name: &str) -> bool {
    calls_builtin(cx, |called| {
        called.split_once(".prototype.").is_some_and(|(owner, called)| {
            called == name && ClassId::find(owner).is_some_and(|owner| owner.is_below(class) || class.is_below(owner))
        })
    })
}

/// Whether code of the running plugin calls one of these builtins directly.
fn calls_builtin(cx: Cx<'_>, is_meant: impl FnMut(&str) -> bool) -> bool {
    instances(cx).get(cx.instance().index()).is_none_or(|instance| instance.source_maps().calls_builtin(is_meant))
}
