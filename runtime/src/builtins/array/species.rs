//! Arrays of subclasses: what methods of them return is of the subclass too.

use prickle_heap::{Array, Cx, Function, JsResult, Kind, Object, Symbol, Value};

use super::access::Steps;
use crate::builtins::error::throw_type_error;
use crate::builtins::object::{create_data_property_or_throw, set_or_throw};
use crate::builtins::table::ClassId;
use crate::intrinsics;
use crate::operations::{Operations, construct_as, is_constructor};

/// What a method of arrays makes its result with.
#[derive(Clone, Copy)]
pub(super) enum Species<'h> {
    /// `Array` itself.
    Array,
    /// An object that another constructor made.
    Made(Object<'h>),
}

impl<'h> Species<'h> {
    /// ArraySpeciesCreate (ECMA-262 §10.4.2.2).
    #[inline]
    pub(super) fn of(cx: Cx<'h>, original: Object<'h>, length: u64) -> JsResult<'h, Species<'h>> {
        let is_usual = original.unextended_kind() == Some(Kind::Array) && !intrinsics::are_changed(cx);
        if is_usual || original.as_array().is_none() {
            return Ok(Species::Array);
        }
        Species::of_subclass(cx, original, length)
    }

    #[cold]
    fn of_subclass(cx: Cx<'h>, original: Object<'h>, length: u64) -> JsResult<'h, Species<'h>> {
        let mut constructor = original.get(cx, "constructor")?;
        if let Value::Object(class) = constructor {
            constructor = class.get(cx, Symbol::SPECIES)?;
        }
        match constructor {
            Value::Undefined | Value::Null => Ok(Species::Array),
            constructor => match constructor.as_function().filter(|function| is_constructor(*function)) {
                Some(function) => Species::made_by(cx, function, &[(length as f64).into()]),
                None => Err(throw_type_error(cx, "object.constructor[Symbol.species] is not a constructor")),
            },
        }
    }

    fn made_by(cx: Cx<'h>, constructor: Function<'h>, arguments: &[Value<'h>]) -> JsResult<'h, Species<'h>> {
        if intrinsics::class_object(cx, ClassId::ARRAY).is_same(constructor.object()) {
            return Ok(Species::Array);
        }
        match construct_as(cx, constructor, arguments, constructor.object())? {
            Value::Object(made) => Ok(Species::Made(made)),
            _ => Ok(Species::Array),
        }
    }

    /// The result with these elements.
    #[inline]
    pub(super) fn fill(self, cx: Cx<'h>, elements: Array<'h>, sets_length: bool) -> JsResult<'h, Object<'h>> {
        match self {
            Species::Array => Ok(elements.object()),
            Species::Made(made) => fill(cx, made, elements, sets_length),
        }
    }
}

#[cold]
fn fill<'h>(cx: Cx<'h>, made: Object<'h>, elements: Array<'h>, sets_length: bool) -> JsResult<'h, Object<'h>> {
    let mut steps = Steps::new(cx);
    for index in 0..elements.length() {
        steps.next()?;
        if let Some(value) = elements.get(index) {
            create_data_property_or_throw(cx, made, index.into(), value)?;
        }
    }
    if sets_length {
        set_or_throw(cx, made, "length", f64::from(elements.length()).into())?;
    }
    Ok(made)
}

/// The result of `from` and `of` called on another constructor than `Array` (ECMA-262 §23.1.2.1, §23.1.2.3).
pub(crate) fn made_by_receiver<'h>(cx: Cx<'h>, this: Value<'h>, result: Value<'h>, name: &str) -> JsResult<'h> {
    let Some(constructor) = this.as_function().filter(|function| is_constructor(*function)) else { return Ok(result) };
    let Some(elements) = result.as_array() else { return Ok(result) };
    let length = [f64::from(elements.length()).into()];
    let arguments = if name == "of" { &length[..] } else { &[] };
    Ok(Species::made_by(cx, constructor, arguments)?.fill(cx, elements, true)?.into())
}
