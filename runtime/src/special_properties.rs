//! Properties of prototypes and constructors that no row can say.

use prickle_heap::{Attributes, Cx, Function, FunctionKind, Kind, Object, Prototype, Symbol, Value};

use crate::builtins::error::throw_type_error;
use crate::builtins::table::{ClassId, prototype_tag};
use crate::intrinsics::PROTOTYPE_ACCESSORS;
use crate::operations::{Operations, prototype_of, set_prototype_by_accessor};

/// `Array.prototype[@@unscopables]` (ECMA-262 §23.1.3.41).
const UNSCOPABLES: [&str; 16] = [
    "at",
    "copyWithin",
    "entries",
    "fill",
    "find",
    "findIndex",
    "findLast",
    "findLastIndex",
    "flat",
    "flatMap",
    "includes",
    "keys",
    "values",
    "toReversed",
    "toSorted",
    "toSpliced",
];

/// Defines those of a prototype.
pub(crate) fn define_special_properties<'h>(cx: Cx<'h>, class: ClassId, prototype: Object<'h>) {
    match class {
        ClassId::OBJECT => define_prototype_accessor(cx, prototype),
        ClassId::TYPED_ARRAY => define_typed_array_tag(cx, prototype),
        ClassId::ARRAY => {
            let list = Object::plain(cx);
            list.set_prototype(cx, Prototype::Null);
            for name in UNSCOPABLES {
                let _ = list.define_own(cx, name, true.into(), Attributes::ALL);
            }
            let _ = prototype.define_own(cx, Symbol::UNSCOPABLES, list.into(), Attributes::CONFIGURABLE);
        }
        _ => {}
    }
}

/// `get [@@species]` of a constructor (ECMA-262 §23.1.2.5): the receiver.
pub(crate) fn define_species<'h>(cx: Cx<'h>, constructor: Object<'h>) {
    let getter = Function::new(cx, FunctionKind::Builtin, "get [Symbol.species]", 0, &[], |_, call| Ok(call.this()));
    let getter = getter.object().into();
    constructor.define_own_accessor(cx, Symbol::SPECIES, getter, Value::Undefined, Attributes::CONFIGURABLE);
}

/// `get %TypedArray%.prototype[@@toStringTag]` (ECMA-262 §23.2.3.38).
fn define_typed_array_tag<'h>(cx: Cx<'h>, object: Object<'h>) {
    let getter = Function::new(cx, FunctionKind::Builtin, "get [Symbol.toStringTag]", 0, &[], |_, call| {
        let array = call.this().as_kind(Kind::Bytes);
        Ok(array.and_then(|array| prototype_tag(ClassId::of_object(array).class())).into())
    });
    let getter = getter.object().into();
    object.define_own_accessor(cx, Symbol::TO_STRING_TAG, getter, Value::Undefined, Attributes::CONFIGURABLE);
}

/// `Object.prototype.__proto__` (ECMA-262 §B.2.2.1).
fn define_prototype_accessor<'h>(cx: Cx<'h>, object: Object<'h>) {
    let getter = Function::new(cx, FunctionKind::Builtin, "get __proto__", 0, &[], |cx, call| {
        let object = call.this().to_object(cx)?;
        Ok(prototype_of(cx, object.into()).map_or(Value::Null, Value::Object))
    });
    let setter = Function::new(cx, FunctionKind::Builtin, "set __proto__", 1, &[], |cx, call| {
        if call.this().is_nullish() {
            return Err(throw_type_error(cx, "set Object.prototype.__proto__ called on null or undefined"));
        }
        if let Value::Object(object) = call.this() {
            set_prototype_by_accessor(cx, object, call.arg(0))?;
        }
        Ok(Value::Undefined)
    });
    let [getter, setter] = [getter, setter]
        .into_iter()
        .zip(PROTOTYPE_ACCESSORS)
        .map(|(function, number)| Value::from(cx.set_intrinsic(number, function.object())))
        .collect::<Vec<_>>()[..]
    else {
        return;
    };
    object.define_own_accessor(cx, "__proto__", getter, setter, Attributes::CONFIGURABLE);
}
