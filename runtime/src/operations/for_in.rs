//! `for in`.

use prickle_heap::{Bytes, Cx, ElementType, JsResult, JsStr, Kind, Object, PropertyKey, Prototype, Value};

use super::property::{get_own, has};
use super::prototype::prototype_of;
use crate::builtins::table::ClassId;
use crate::intrinsics::has_prototype;

/// The keys that a `for in` visits: those of the object, then those of its prototypes, each name once. A key whose property has been deleted
/// before its turn is left out.
pub struct ForInKeys<'h> {
    cx: Cx<'h>,
    /// `None` for primitives, whose properties nobody can delete.
    object: Option<Object<'h>>,
    keys: std::vec::IntoIter<PropertyKey<'h>>,
}

impl<'h> Iterator for ForInKeys<'h> {
    type Item = JsStr<'h>;

    fn next(&mut self) -> Option<JsStr<'h>> {
        loop {
            let key = self.keys.next()?;
            if self.object.is_none_or(|object| has(self.cx, object, key)) {
                return key.to_js_str(self.cx);
            }
        }
    }
}

/// EnumerateObjectProperties (ECMA-262 §14.7.5.9).
pub(super) fn for_in_keys<'h>(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, ForInKeys<'h>> {
    if Bytes::from_value(value).is_some_and(|bytes| bytes.element() == ElementType::Buffer) {
        return Err(cx.unsupported("`for in` over a Buffer, whose methods Node enumerates"));
    }
    let (object, keys) = match value {
        Value::Object(object) if object.kind() == Kind::Global => return Err(cx.unsupported("the list of all globals")),
        Value::Object(object) => (Some(object), keys_of_object(cx, object)),
        Value::String(text) => {
            let mut keys: Vec<_> = (0..text.length(cx) as u32).map(PropertyKey::Index).collect();
            keys.extend(keys_above_primitive(cx, value));
            (None, keys)
        }
        Value::Undefined | Value::Null => (None, Vec::new()),
        Value::Bool(_) | Value::Number(_) | Value::Symbol(_) | Value::BigInt(_) => {
            (None, keys_above_primitive(cx, value))
        }
    };
    Ok(ForInKeys { cx, object, keys: keys.into_iter() })
}

fn keys_of_object<'h>(cx: Cx<'h>, object: Object<'h>) -> Vec<PropertyKey<'h>> {
    let mut keys = enumerable_keys(cx, object);
    // Only prototypes that the program has hold of and those of Web IDL can have enumerable properties.
    let may_inherit = match object.prototype() {
        Prototype::Object(_) => true,
        Prototype::Default => {
            matches!(object.kind(), Kind::Url | Kind::UrlSearchParams) || has_prototype(cx, ClassId::OBJECT)
        }
        Prototype::Null => false,
    };
    let mut holder = object;
    let mut shadowing = Vec::new();
    while may_inherit && let Some(parent) = prototype_of(cx, holder.into()) {
        shadowing.extend_from_slice(holder.own_keys(cx));
        let inherited = enumerable_keys(cx, parent).into_iter().filter(|key| !shadowing.contains(key));
        keys.extend(inherited.collect::<Vec<_>>());
        holder = parent;
    }
    keys
}

/// The enumerable keys of the prototypes of a primitive.
fn keys_above_primitive<'h>(cx: Cx<'h>, value: Value<'h>) -> Vec<PropertyKey<'h>> {
    // All others inherit from this one.
    if !has_prototype(cx, ClassId::OBJECT) {
        return Vec::new();
    }
    prototype_of(cx, value).map_or_else(Vec::new, |prototype| keys_of_object(cx, prototype))
}

/// The enumerable own keys.
pub(crate) fn enumerable_keys<'h>(cx: Cx<'h>, object: Object<'h>) -> Vec<PropertyKey<'h>> {
    let keys = object.own_enumerable_keys(cx).to_vec();
    debug_assert!(keys.iter().all(|key| get_own(cx, object, *key).is_some()));
    keys
}
