//! Iteration: the built-in iterables, and iterator objects (ECMA-262 §7.4, §22.1.5, §23.1.5, §24.1.5, §24.2.6).
//!
//! Plugins cannot make iterables of their own (there are no symbols), so what can be iterated is known here. Iterating a builtin directly makes
//! no iterator object.

use prickle_heap::{
    Array, Bytes, CodePoints, Cursor, Cx, ErrorKind, JsResult, JsStr, Kind, MapObject, Object, SetObject, Value,
};

use super::Operations;
use super::conversion::to_length;
use crate::builtins::url_search_params;
use crate::errors::{fill_message, throw_error};

/// What an iterator gives for each entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IterationKind {
    /// Keys or indices.
    Keys,
    /// Values.
    Values,
    /// `[key, value]`
    Entries,
}

/// A running iteration: an [`Iterator`] over the items, each of which may be an exception.
pub struct Iteration<'h> {
    cx: Cx<'h>,
    source: Source<'h>,
}

enum Source<'h> {
    /// An array or array-like object: read live, by index.
    Indexed {
        object: Object<'h>,
        next: u32,
        kind: IterationKind,
    },
    /// A string, by code point.
    Text(CodePoints<'h>),
    Map {
        map: MapObject<'h>,
        cursor: Cursor,
        kind: IterationKind,
    },
    Set {
        set: SetObject<'h>,
        cursor: Cursor,
        kind: IterationKind,
    },
    /// The entries of a URLSearchParams: read live, by index.
    UrlSearchParams {
        params: Object<'h>,
        next: usize,
    },
    /// An iterator object: its state is in its slots, since the program can see it.
    Object(Object<'h>),
    Done,
}

/// GetIterator (ECMA-262 §7.4.3), kind sync.
pub(super) fn iterate<'h>(cx: Cx<'h>, value: Value<'h>, message: &str) -> JsResult<'h, Iteration<'h>> {
    let kind = IterationKind::Values;
    let source = match value {
        Value::String(text) => Source::Text(text.code_points()),
        Value::Object(object) => match object.kind() {
            Kind::Array | Kind::Bytes | Kind::Arguments => Source::Indexed { object, next: 0, kind },
            Kind::Iterator => Source::Object(object),
            Kind::UrlSearchParams => Source::UrlSearchParams { params: object, next: 0 },
            Kind::Boxed if object.slot(0).is_string() => return iterate(cx, object.slot(0), message),
            _ => match (MapObject::from_value(value), SetObject::from_value(value)) {
                (Some(map), _) => Source::Map { map, cursor: map.start(), kind: IterationKind::Entries },
                (_, Some(set)) => Source::Set { set, cursor: set.start(), kind },
                (None, None) => return Err(not_iterable(cx, value, message)),
            },
        },
        Value::Undefined | Value::Null | Value::Bool(_) | Value::Number(_) => {
            return Err(not_iterable(cx, value, message));
        }
    };
    Ok(Iteration { cx, source })
}

/// Whether a value can be iterated: it has what stands for `Symbol.iterator`.
pub fn is_iterable(value: Value<'_>) -> bool {
    match value {
        Value::String(_) => true,
        Value::Object(object) => match object.kind() {
            Kind::Array
            | Kind::Bytes
            | Kind::Arguments
            | Kind::Iterator
            | Kind::Map
            | Kind::Set
            | Kind::UrlSearchParams => true,
            Kind::Boxed => object.slot(0).is_string(),
            _ => false,
        },
        Value::Undefined | Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

#[cold]
fn not_iterable<'h>(cx: Cx<'h>, value: Value<'h>, message: &str) -> prickle_heap::Throw<'h> {
    throw_error(cx, ErrorKind::Type, fill_message(cx, message, value))
}

impl<'h> Iterator for Iteration<'h> {
    type Item = JsResult<'h>;

    #[inline]
    fn next(&mut self) -> Option<JsResult<'h>> {
        if let Source::Indexed { object, next, kind: IterationKind::Values } = &mut self.source
            && let Some(value) = object.get_element(*next)
        {
            *next += 1;
            return Some(Ok(value));
        }
        self.next_anywhere()
    }
}

impl<'h> Iteration<'h> {
    #[inline(never)]
    fn next_anywhere(&mut self) -> Option<JsResult<'h>> {
        let step = self.step().transpose();
        if !matches!(step, Some(Ok(_))) {
            self.source = Source::Done;
        }
        step
    }
}

impl<'h> Iteration<'h> {
    /// The next item, or `undefined` at the end: one element of an array pattern (ECMA-262 §8.6.2).
    pub fn next_or_undefined(&mut self, _: Cx<'h>) -> JsResult<'h> {
        self.next().unwrap_or(Ok(Value::Undefined))
    }

    /// The first items, `undefined` where there are fewer: an array pattern without rest (ECMA-262 §8.6.2).
    pub fn first<const N: usize>(&mut self) -> JsResult<'h, [Value<'h>; N]> {
        let mut items = [Value::Undefined; N];
        for item in &mut items {
            *item = self.next().unwrap_or(Ok(Value::Undefined))?;
        }
        Ok(items)
    }

    /// The remaining items as an array: the rest element of an array pattern.
    pub fn rest(&mut self, cx: Cx<'h>) -> JsResult<'h, Object<'h>> {
        let array = Array::of(cx, &[]);
        for item in self {
            cx.checkpoint()?;
            array.push(cx, item?)?;
        }
        Ok(array.object())
    }

    fn step(&mut self) -> JsResult<'h, Option<Value<'h>>> {
        let cx = self.cx;
        match &mut self.source {
            Source::Indexed { object, next, kind } => {
                let at = *next;
                if f64::from(at) >= length_of(cx, *object)? {
                    return Ok(None);
                }
                *next += 1;
                indexed_item(cx, *object, at, *kind).map(Some)
            }
            Source::Text(points) => Ok(points.next().map(|(_, text)| text.into())),
            Source::Map { map, cursor, kind } => {
                Ok(map.next(cursor).map(|(key, value)| map_item(cx, key, value, *kind)))
            }
            Source::Set { set, cursor, kind } => Ok(set.next(cursor).map(|value| map_item(cx, value, value, *kind))),
            Source::UrlSearchParams { params, next } => {
                let entry = url_search_params::entry(*params, *next);
                *next += 1;
                Ok(entry.map(|(name, value)| map_item(cx, name.into(), value.into(), IterationKind::Entries)))
            }
            Source::Object(object) => advance(cx, *object),
            Source::Done => Ok(None),
        }
    }
}

/// LengthOfArrayLike (ECMA-262 §7.3.18), and the length of byte arrays.
fn length_of<'h>(cx: Cx<'h>, object: Object<'h>) -> JsResult<'h, f64> {
    if let Some(array) = object.as_array() {
        return Ok(array.length().into());
    }
    if let Some(bytes) = Bytes::from_value(object.into()) {
        return Ok(bytes.length() as f64);
    }
    Ok(to_length(object.get(cx, "length")?.to_number(cx)?))
}

fn indexed_item<'h>(cx: Cx<'h>, object: Object<'h>, index: u32, kind: IterationKind) -> JsResult<'h> {
    if kind == IterationKind::Keys {
        return Ok(index.into());
    }
    let value = match object.as_array().and_then(|array| array.get(index)) {
        Some(value) => value,
        None => object.get(cx, index)?,
    };
    Ok(map_item(cx, index.into(), value, kind))
}

fn map_item<'h>(cx: Cx<'h>, key: Value<'h>, value: Value<'h>, kind: IterationKind) -> Value<'h> {
    match kind {
        IterationKind::Keys => key,
        IterationKind::Values => value,
        IterationKind::Entries => cx.array([key, value]).into(),
    }
}

// Iterator objects. Slots: what is iterated (undefined when exhausted), kind, and two of position.
const TARGET: usize = 0;
const KIND: usize = 1;
const POSITION: usize = 2;

fn iterator_object<'h>(cx: Cx<'h>, target: Value<'h>, kind: IterationKind, position: [Value<'h>; 2]) -> Object<'h> {
    let kind = (kind as u8).into();
    Object::with_slots(cx, Kind::Iterator, &[target, kind, position[0], position[1]])
}

/// CreateArrayIterator (ECMA-262 §23.1.5.1).
pub fn create_array_iterator<'h>(cx: Cx<'h>, array: Object<'h>, kind: IterationKind) -> Object<'h> {
    iterator_object(cx, array.into(), kind, [0.0.into(), Value::Undefined])
}

/// CreateMapIterator (ECMA-262 §24.1.5.1).
pub fn create_map_iterator<'h>(cx: Cx<'h>, map: MapObject<'h>, kind: IterationKind) -> Object<'h> {
    iterator_object(cx, map.object().into(), kind, map.start().to_slots())
}

/// CreateSetIterator (ECMA-262 §24.2.6.1).
pub fn create_set_iterator<'h>(cx: Cx<'h>, set: SetObject<'h>, kind: IterationKind) -> Object<'h> {
    iterator_object(cx, set.object().into(), kind, set.start().to_slots())
}

/// The iterator of a URLSearchParams.
pub fn create_url_search_params_iterator<'h>(cx: Cx<'h>, params: Object<'h>, kind: IterationKind) -> Object<'h> {
    iterator_object(cx, params.into(), kind, [0.0.into(), Value::Undefined])
}

/// The iterator of a string (ECMA-262 §22.1.3.36).
pub fn create_string_iterator<'h>(cx: Cx<'h>, text: JsStr<'h>) -> Object<'h> {
    iterator_object(cx, text.into(), IterationKind::Values, [0.0.into(), Value::Undefined])
}

/// What an iterator object iterates, for its `Symbol.toStringTag`: `Array Iterator` and so on.
pub(crate) fn iterator_tag(iterator: Object<'_>) -> &'static str {
    // An exhausted iterator has forgotten its target; the second part of the position is a number for maps and sets only.
    match iterator.slot(TARGET) {
        Value::String(_) => "String Iterator",
        target if MapObject::from_value(target).is_some() => "Map Iterator",
        target if SetObject::from_value(target).is_some() => "Set Iterator",
        target if target.as_kind(Kind::UrlSearchParams).is_some() => "URLSearchParams Iterator",
        _ => "Array Iterator",
    }
}

/// One step of an iterator object; `None` at the end.
fn advance<'h>(cx: Cx<'h>, iterator: Object<'h>) -> JsResult<'h, Option<Value<'h>>> {
    let kind = match iterator.slot(KIND).as_number() {
        Some(0.0) => IterationKind::Keys,
        Some(1.0) => IterationKind::Values,
        _ => IterationKind::Entries,
    };
    let target = iterator.slot(TARGET);
    let position = [iterator.slot(POSITION), iterator.slot(POSITION + 1)];
    let index = position[0].as_number().unwrap_or_default();
    let set_position = |position: [Value<'h>; 2]| {
        iterator.set_slot(cx, POSITION, position[0]);
        iterator.set_slot(cx, POSITION + 1, position[1]);
    };
    let item = match target {
        Value::String(text) => match text.code_point_at(cx, index as usize) {
            Some(point) => {
                let end = index as usize + if point > 0xffff { 2 } else { 1 };
                set_position([(end as f64).into(), Value::Undefined]);
                Some(text.slice(cx, index as usize, end).into())
            }
            None => None,
        },
        Value::Object(object) => {
            if let Some(map) = MapObject::from_value(target) {
                let mut cursor = Cursor::from_slots(position);
                let item = map.next(&mut cursor).map(|(key, value)| map_item(cx, key, value, kind));
                set_position(cursor.to_slots());
                item
            } else if let Some(set) = SetObject::from_value(target) {
                let mut cursor = Cursor::from_slots(position);
                let item = set.next(&mut cursor).map(|value| map_item(cx, value, value, kind));
                set_position(cursor.to_slots());
                item
            } else if object.kind() == Kind::UrlSearchParams {
                set_position([(index + 1.0).into(), Value::Undefined]);
                let entry = url_search_params::entry(object, index as usize);
                entry.map(|(name, value)| map_item(cx, name.into(), value.into(), kind))
            } else if index < length_of(cx, object)? {
                set_position([(index + 1.0).into(), Value::Undefined]);
                Some(indexed_item(cx, object, index as u32, kind)?)
            } else {
                None
            }
        }
        Value::Undefined | Value::Null | Value::Bool(_) | Value::Number(_) => None,
    };
    if item.is_none() {
        iterator.set_slot(cx, TARGET, Value::Undefined);
    }
    Ok(item)
}

/// `next()` of an iterator object: CreateIterResultObject (ECMA-262 §7.4.14) of its next item.
pub fn iterator_next<'h>(cx: Cx<'h>, iterator: Object<'h>) -> JsResult<'h, Object<'h>> {
    let item = advance(cx, iterator)?;
    Ok(cx.object([("value", item.unwrap_or_default()), ("done", item.is_none().into())]))
}
