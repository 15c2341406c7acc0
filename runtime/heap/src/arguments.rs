//! Arguments objects (ECMA-262 §10.4.4).

use crate::object::PropertyKey;
use crate::{Attributes, Binding, Call, Cx, Kind, Object, Value};

impl<'h> Object<'h> {
    /// CreateUnmappedArgumentsObject and CreateMappedArgumentsObject (ECMA-262 §10.4.4.6, §10.4.4.7), without `callee` and the iterator:
    /// the elements for which there is a variable stand for it.
    pub fn arguments(cx: Cx<'h>, arguments: &[Value<'h>], mapped: &[Binding<'h>]) -> Object<'h> {
        let object = Object::new(cx, Kind::Arguments, crate::object::Payload::None);
        for (index, &value) in arguments.iter().enumerate() {
            let key = PropertyKey::Index(index as u32);
            match mapped.get(index) {
                Some(&variable) => object.define_own_mapped(cx, key, variable.into()),
                None => object.define_own_data(cx, key, value, Attributes::ALL),
            }
        }
        object.define_own_data(cx, "length".into(), (arguments.len() as f64).into(), Attributes::HIDDEN);
        object
    }
}

impl<'h> Call<'h, '_> {
    /// `this`, `new.target` and the arguments of a call that goes on in another function.
    pub fn new_target_value(&self) -> Value<'h> {
        self.new_target().map_or(Value::Undefined, Value::Object)
    }
}
