//! Tagged templates (ECMA-262 §13.2.8.4).

use prickle_heap::{Array, Attributes, Cx, Object, Value};

use crate::turn::turn_state;

/// GetTemplateObject (ECMA-262 §13.2.8.4): what the tag at a place of the program gets first, which is the same object each time. `raw` is empty where it is as
/// `cooked`.
pub fn template_object<'h>(cx: Cx<'h>, site: u32, cooked: &[Value<'h>], raw: &[Value<'h>]) -> Object<'h> {
    let instance = turn_state(cx).instance(cx);
    if let Some(Value::Object(known)) = instance.template(site).map(|root| cx.get_root(root)) {
        return known;
    }
    let strings = Array::of(cx, cooked).object();
    let raw = Array::of(cx, if raw.is_empty() { cooked } else { raw }).object();
    raw.freeze(cx);
    // A new array is extensible: nothing can fail.
    let _ = strings.define_own(cx, "raw", raw.into(), Attributes::NONE);
    strings.freeze(cx);
    instance.set_template(site, cx.root(strings.into()));
    strings
}
