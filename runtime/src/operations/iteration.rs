//! Iteration: the built-in iterables, and iterator objects (ECMA-262 §7.4, §22.1.5, §23.1.5, §24.1.5, §24.2.6).
//!
//! Iterating a builtin directly makes no iterator object, unless the program has changed how builtins are iterated.

use prickle_heap::{
    Array, Bytes, CodePoints, Cursor, Cx, ErrorKind, JsResult, JsStr, Kind, MapObject, Object, RegExpObject, SetObject,
    Symbol, Value, located,
};

use super::Operations;
use super::conversion::to_length;
use super::iterator_record::IteratorRecord;
use crate::builtins::regexp::advance_match_iterator;
use crate::builtins::table::ClassId;
use crate::builtins::url_search_params;
use crate::errors::{Words, fill_message, throw_error};
use crate::intrinsics::{builtin_of, is_original};

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
    /// An iterator object of a builtin: its state is in its slots, since the program can see it.
    Object(Object<'h>),
    /// An iterator of the program.
    Protocol(IteratorRecord<'h>),
    Done,
}

/// GetIterator (ECMA-262 §7.4.3), kind sync.
pub(super) fn iterate<'h>(cx: Cx<'h>, value: Value<'h>, message: impl Words) -> JsResult<'h, Iteration<'h>> {
    if let Some(source) = builtin_source(cx, value) {
        return Ok(Iteration { cx, source });
    }
    if value.is_nullish() {
        return Err(not_iterable(cx, value, message));
    }
    let method = value.get(cx, Symbol::ITERATOR)?;
    iterate_by(cx, value, method, message)
}

/// The iteration of a value that may have no method `@@iterator`; `message` is for one that cannot be called.
pub(crate) fn iterate_if_iterable<'h>(
    cx: Cx<'h>,
    value: Value<'h>,
    message: impl Words,
) -> JsResult<'h, Option<Iteration<'h>>> {
    let method = value.get(cx, Symbol::ITERATOR)?;
    if method.is_nullish() { Ok(None) } else { iterate_by(cx, value, method, message).map(Some) }
}

/// The iteration of a builtin that is as it was born.
#[inline]
fn builtin_source<'h>(cx: Cx<'h>, value: Value<'h>) -> Option<Source<'h>> {
    let (class, source) = match value {
        Value::String(text) => (ClassId::STRING, Source::Text(text.code_points())),
        // An arguments object has `Array.prototype.values` of its own (ECMA-262 §10.4.4.6).
        Value::Object(object)
            if object.kind() == Kind::Arguments && super::arguments_object::iterates_as_array(cx, object) =>
        {
            (ClassId::ARRAY, Source::Indexed { object, next: 0, kind: IterationKind::Values })
        }
        Value::Object(object) => match object.unextended_kind()? {
            Kind::Array => (ClassId::ARRAY, Source::Indexed { object, next: 0, kind: IterationKind::Values }),
            Kind::Bytes => (ClassId::TYPED_ARRAY, Source::Indexed { object, next: 0, kind: IterationKind::Values }),
            Kind::Map => (ClassId::MAP, map_source(value)?),
            Kind::Set => (ClassId::SET, set_source(value)?),
            Kind::UrlSearchParams => (ClassId::URL_SEARCH_PARAMS, Source::UrlSearchParams { params: object, next: 0 }),
            Kind::Iterator => (ClassId::ITERATOR, Source::Object(object)),
            _ => return None,
        },
        Value::Undefined | Value::Null | Value::Bool(_) | Value::Number(_) | Value::Symbol(_) | Value::BigInt(_) => {
            return None;
        }
    };
    (is_original(cx, class, "@@iterator") && has_original_next(cx, &source)).then_some(source)
}

fn map_source(value: Value<'_>) -> Option<Source<'_>> {
    MapObject::from_value(value).map(|map| Source::Map { map, cursor: map.start(), kind: IterationKind::Entries })
}

fn set_source(value: Value<'_>) -> Option<Source<'_>> {
    SetObject::from_value(value).map(|set| Source::Set { set, cursor: set.start(), kind: IterationKind::Values })
}

/// Whether the iterator object that an iteration does without would have the `next` of builtins.
#[inline]
fn has_original_next<'h>(cx: Cx<'h>, source: &Source<'h>) -> bool {
    let iterated = match source {
        Source::Indexed { .. } => IteratedKind::Indexed,
        Source::Text(_) => IteratedKind::Text,
        Source::Map { .. } => IteratedKind::Map,
        Source::Set { .. } => IteratedKind::Set,
        Source::UrlSearchParams { .. } => IteratedKind::UrlSearchParams,
        Source::Object(iterator) => IteratedKind::of(*iterator),
        Source::Protocol(_) | Source::Done => return false,
    };
    is_original(cx, ClassId::of_iterator(iterated), "next")
}

/// GetIteratorFromMethod (ECMA-262 §7.4.4).
#[inline(never)]
fn iterate_by<'h>(cx: Cx<'h>, value: Value<'h>, method: Value<'h>, message: impl Words) -> JsResult<'h, Iteration<'h>> {
    let Some(function) = method.as_function() else { return Err(not_iterable(cx, value, message)) };
    let source = match builtin_of(function) {
        Some(("Array" | "TypedArray", "values")) => {
            let object = value.to_object(cx)?;
            Some(Source::Indexed { object, next: 0, kind: IterationKind::Values })
        }
        Some(("Map", "entries")) => map_source(value),
        Some(("Set", "values")) => set_source(value),
        Some(("URLSearchParams", "entries")) => {
            value.as_kind(Kind::UrlSearchParams).map(|params| Source::UrlSearchParams { params, next: 0 })
        }
        // One with properties of its own may have a `return`.
        Some(("Iterator", "@@iterator")) => {
            let iterator = value.as_kind(Kind::Iterator);
            iterator.filter(|iterator| iterator.unextended_kind().is_some()).map(Source::Object)
        }
        _ => None,
    };
    if let Some(source) = source
        && !matches!(source, Source::Object(iterator) if iterator.has_own(cx, "next"))
        && has_original_next(cx, &source)
    {
        return Ok(Iteration { cx, source });
    }
    let record = IteratorRecord::of(cx, function.call(cx, value, &[])?)?;
    let iterator = record.iterator();
    if iterator.unextended_kind() == Some(Kind::Iterator) && has_original_next(cx, &Source::Object(iterator)) {
        return Ok(Iteration { cx, source: Source::Object(record.release()) });
    }
    Ok(Iteration { cx, source: Source::Protocol(record) })
}

#[cold]
pub(super) fn not_iterable<'h>(cx: Cx<'h>, value: Value<'h>, message: impl Words) -> prickle_heap::Throw<'h> {
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
    /// The iterator, if it is one of the program.
    pub(crate) fn program_iterator(&self) -> Option<Object<'h>> {
        match &self.source {
            Source::Protocol(record) => Some(record.iterator()),
            _ => None,
        }
    }

    /// Whether the first step throws since the iterator of the program has no method `next`.
    pub(super) fn lacks_next(&self) -> bool {
        matches!(&self.source, Source::Protocol(record) if !record.has_next())
    }

    #[inline(never)]
    fn next_anywhere(&mut self) -> Option<JsResult<'h>> {
        let step = self.step().transpose();
        if !matches!(step, Some(Ok(_))) {
            if let Source::Protocol(record) = &mut self.source {
                record.finish();
            }
            self.source = Source::Done;
        }
        step
    }
}

impl<'h> Iteration<'h> {
    /// The next item, or `undefined` at the end: one element of an array pattern (ECMA-262 §8.6.2).
    #[track_caller]
    pub fn next_or_undefined(&mut self, _: Cx<'h>) -> JsResult<'h> {
        located(self.next().unwrap_or(Ok(Value::Undefined)))
    }

    /// Passes over an item: an elision in an array pattern (ECMA-262 §8.6.2). The iterator's `value` is not read.
    #[track_caller]
    pub fn pass(&mut self, cx: Cx<'h>) -> JsResult<'h, ()> {
        let Source::Protocol(record) = &mut self.source else { return self.next_or_undefined(cx).map(|_| ()) };
        let step = record.step(cx);
        if !matches!(step, Ok(Some(_))) {
            record.finish();
            self.source = Source::Done;
        }
        located(step.map(|_| ()))
    }

    /// The first items, `undefined` where there are fewer: an array pattern without rest (ECMA-262 §8.6.2).
    #[track_caller]
    pub fn first<const N: usize>(&mut self) -> JsResult<'h, [Value<'h>; N]> {
        let mut items = [Value::Undefined; N];
        for item in &mut items {
            *item = located(self.next().unwrap_or(Ok(Value::Undefined)))?;
        }
        located(self.close(self.cx))?;
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

    /// IteratorClose (ECMA-262 §7.4.11) of an iteration that is left before its end, unless by an exception: then it is closed when it is
    /// dropped, and what that throws is not seen.
    #[inline]
    pub fn close(&mut self, cx: Cx<'h>) -> JsResult<'h, ()> {
        match std::mem::replace(&mut self.source, Source::Done) {
            Source::Protocol(record) => record.close(cx),
            _ => Ok(()),
        }
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
            Source::Protocol(record) => record.step_value(cx),
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

/// What a builtin iterator object goes over. It is part of its state, since an exhausted iterator has forgotten its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum IteratedKind {
    /// An array or array-like object.
    Indexed,
    /// A string.
    Text,
    /// A map.
    Map,
    /// A set.
    Set,
    /// A URLSearchParams.
    UrlSearchParams,
    /// The matches of a regular expression in a string, which stands in place of the position.
    Matches,
}

impl IteratedKind {
    /// What this iterator object goes over.
    pub(crate) fn of(iterator: Object<'_>) -> IteratedKind {
        match number_in(iterator, KIND) >> 2 {
            0 => IteratedKind::Indexed,
            1 => IteratedKind::Text,
            2 => IteratedKind::Map,
            3 => IteratedKind::Set,
            4 => IteratedKind::UrlSearchParams,
            _ => IteratedKind::Matches,
        }
    }
}

// Iterator objects. Slots: what is iterated (undefined when exhausted), both kinds in one number, and two of position.
const TARGET: usize = 0;
const KIND: usize = 1;
const POSITION: usize = 2;

fn number_in(iterator: Object<'_>, slot: usize) -> u32 {
    iterator.slot(slot).as_number().unwrap_or_default() as u32
}

fn iterator_object<'h>(
    cx: Cx<'h>,
    target: Value<'h>,
    iterated: IteratedKind,
    kind: IterationKind,
    position: [Value<'h>; 2],
) -> Object<'h> {
    let kind = ((iterated as u32) << 2 | kind as u32).into();
    Object::with_slots(cx, Kind::Iterator, &[target, kind, position[0], position[1]])
}

/// CreateArrayIterator (ECMA-262 §23.1.5.1).
pub fn create_array_iterator<'h>(cx: Cx<'h>, array: Object<'h>, kind: IterationKind) -> Object<'h> {
    iterator_object(cx, array.into(), IteratedKind::Indexed, kind, [0.0.into(), Value::Undefined])
}

/// CreateMapIterator (ECMA-262 §24.1.5.1).
pub fn create_map_iterator<'h>(cx: Cx<'h>, map: MapObject<'h>, kind: IterationKind) -> Object<'h> {
    iterator_object(cx, map.object().into(), IteratedKind::Map, kind, map.start().to_slots())
}

/// CreateSetIterator (ECMA-262 §24.2.6.1).
pub fn create_set_iterator<'h>(cx: Cx<'h>, set: SetObject<'h>, kind: IterationKind) -> Object<'h> {
    iterator_object(cx, set.object().into(), IteratedKind::Set, kind, set.start().to_slots())
}

/// The iterator of a URLSearchParams.
pub fn create_url_search_params_iterator<'h>(cx: Cx<'h>, params: Object<'h>, kind: IterationKind) -> Object<'h> {
    let position = [0.0.into(), Value::Undefined];
    iterator_object(cx, params.into(), IteratedKind::UrlSearchParams, kind, position)
}

/// CreateRegExpStringIterator (ECMA-262 §22.2.9.1).
pub(crate) fn create_regexp_string_iterator<'h>(
    cx: Cx<'h>,
    regexp: RegExpObject<'h>,
    text: JsStr<'h>,
    is_global: bool,
    is_unicode: bool,
) -> Object<'h> {
    // In place of a position, whether it goes on behind the first match, and by code points: `null` is the end after one match.
    let position = [text.into(), if is_global { is_unicode.into() } else { Value::Null }];
    iterator_object(cx, regexp.object().into(), IteratedKind::Matches, IterationKind::Values, position)
}

/// The iterator of a string (ECMA-262 §22.1.3.36).
pub fn create_string_iterator<'h>(cx: Cx<'h>, text: JsStr<'h>) -> Object<'h> {
    iterator_object(cx, text.into(), IteratedKind::Text, IterationKind::Values, [0.0.into(), Value::Undefined])
}

/// One step of an iterator object; `None` at the end.
fn advance<'h>(cx: Cx<'h>, iterator: Object<'h>) -> JsResult<'h, Option<Value<'h>>> {
    let kind = match number_in(iterator, KIND) & 3 {
        0 => IterationKind::Keys,
        1 => IterationKind::Values,
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
            if let (Some(regexp), Value::String(text)) = (RegExpObject::from_value(target), position[0]) {
                let item = advance_match_iterator(cx, regexp, text, position[1].truthy(), !position[1].is_null())?;
                if position[1].is_null() {
                    iterator.set_slot(cx, TARGET, Value::Undefined);
                }
                item
            } else if let Some(map) = MapObject::from_value(target) {
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
        Value::Undefined | Value::Null | Value::Bool(_) | Value::Number(_) | Value::Symbol(_) | Value::BigInt(_) => {
            None
        }
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
