//! Arrays of subclasses: what methods of them return is of the subclass too.

use prickle_heap::{Array, Cx, Function, JsResult, Kind, Object, Symbol, Value};

use super::access::{Steps, element, key, length};
use crate::builtins::error::throw_type_error;
use crate::builtins::object::{NOT_ITERABLE, create_data_property_or_throw, set_or_throw};
use crate::builtins::table::ClassId;
use crate::errors::display;
use crate::intrinsics;
use crate::operations::{Operations, WordedOperations, construct_as, is_constructor, iterate_if_iterable};

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
        if Species::is_usual(cx, original) || original.as_array().is_none() {
            return Ok(Species::Array);
        }
        Species::of_subclass(cx, original, length)
    }

    /// Whether methods of this array make arrays, and nobody can tell how.
    #[inline]
    pub(super) fn is_usual(cx: Cx<'h>, original: Object<'h>) -> bool {
        original.unextended_kind() == Some(Kind::Array) && !intrinsics::are_changed(cx)
    }

    #[cold]
    fn of_subclass(cx: Cx<'h>, original: Object<'h>, length: u64) -> JsResult<'h, Species<'h>> {
        let constructor = match original.get(cx, "constructor")? {
            Value::Object(class) => Some(class.get(cx, Symbol::SPECIES)?).filter(|species| !species.is_nullish()),
            other => Some(other).filter(|constructor| !constructor.is_undefined()),
        };
        match constructor {
            None => Ok(Species::Array),
            Some(constructor) => match constructor.as_function().filter(|function| is_constructor(*function)) {
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

/// `Array.from` and `Array.of` called on another constructor than `Array` (ECMA-262 §23.1.2.1, §23.1.2.3); `None` for all others.
pub(crate) fn made_by_receiver<'h>(
    cx: Cx<'h>,
    this: Value<'h>,
    arguments: &[Value<'h>],
    name: &str,
) -> JsResult<'h, Option<Value<'h>>> {
    let Some(constructor) = this.as_function().filter(|function| is_constructor(*function)) else { return Ok(None) };
    if intrinsics::existing_class_object(cx, ClassId::ARRAY).is_some_and(|array| array.is_same(constructor.object())) {
        return Ok(None);
    }
    let made = match name {
        "of" => {
            let made = construct(cx, constructor, &[(arguments.len() as f64).into()])?;
            for (index, &item) in (0..).zip(arguments) {
                create_data_property_or_throw(cx, made, key(cx, index), item)?;
            }
            set_or_throw(cx, made, "length", (arguments.len() as f64).into())?;
            made
        }
        _ => from_for(cx, constructor, arguments)?,
    };
    Ok(Some(made.into()))
}

fn construct<'h>(cx: Cx<'h>, constructor: Function<'h>, arguments: &[Value<'h>]) -> JsResult<'h, Object<'h>> {
    construct_as(cx, constructor, arguments, constructor.object())?.to_object(cx)
}

fn from_for<'h>(cx: Cx<'h>, constructor: Function<'h>, arguments: &[Value<'h>]) -> JsResult<'h, Object<'h>> {
    let argument = |index: usize| arguments.get(index).copied().unwrap_or_default();
    let (items, mapper, this_arg) = (argument(0), argument(1), argument(2));
    if !mapper.is_undefined() && !mapper.is_callable() {
        return Err(throw_type_error(cx, &format!("{} is not a function", display(cx, mapper))));
    }
    let mapped = |value, index: u64| match mapper {
        Value::Undefined => Ok(value),
        mapper => mapper.call_with_this_worded(cx, this_arg, "mapper", &[value, (index as f64).into()]),
    };
    if items.is_nullish() {
        items.iterate_worded(cx, NOT_ITERABLE)?;
    }
    let mut steps = Steps::new(cx);
    let (made, count) = if let Some(iteration) = iterate_if_iterable(cx, items, super::NO_ITERATOR_FUNCTION)? {
        let made = construct(cx, constructor, &[])?;
        let mut count = 0;
        for item in iteration {
            steps.next()?;
            create_data_property_or_throw(cx, made, key(cx, count), mapped(item?, count)?)?;
            count += 1;
        }
        (made, count)
    } else {
        let source = items.to_object(cx)?;
        let count = length(cx, source)?;
        let made = construct(cx, constructor, &[(count as f64).into()])?;
        for index in 0..count {
            steps.next()?;
            let value = mapped(element(cx, source, index)?, index)?;
            create_data_property_or_throw(cx, made, key(cx, index), value)?;
        }
        (made, count)
    };
    set_or_throw(cx, made, "length", (count as f64).into())?;
    Ok(made)
}
