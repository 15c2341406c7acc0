//! The name of the class of an object, as V8 prints it.

use prickle_heap::{Cx, JsStr, Kind, Object, Property, Prototype};

use crate::operations::prototype_of;

/// What V8 calls the constructor of an object. Runs no code of the plugin.
pub(crate) fn constructor_name<'h>(cx: Cx<'h>, object: Object<'h>) -> JsStr<'h> {
    // What a builtin constructor made is named after it; for others the prototype chain is asked.
    let made_by_builtin = object.kind() != Kind::Plain && matches!(object.prototype(), Prototype::Default);
    let mut link = if made_by_builtin { prototype_of(cx, object.into()) } else { Some(object) };
    while let Some(holder) = link {
        let constructor =
            holder.get_own(cx, "constructor").and_then(Property::value).and_then(|value| value.as_function());
        if let Some(constructor) = constructor {
            let name = constructor.name();
            if !name.is_empty() && name != "Object" {
                return name;
            }
        }
        link = prototype_of(cx, holder.into());
    }
    JsStr::from_static(if object.kind() == Kind::Function { "Function" } else { "Object" })
}
