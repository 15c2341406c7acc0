//! `URLSearchParams` objects: names and values in one array, by turns, and the URL that they belong to.

use prickle_heap::{Array, Cx, JsResult, JsStr, Kind, Object, Value};

use super::node_error::{self, invalid_argument};
use crate::operations::{Iteration, IterationKind, Operations, create_url_search_params_iterator, iterate_if_iterable};
use crate::url::percent::{EncodeSet, encode_into, escaped_byte};

/// Slots: an array with a name and a value by turns, and the URL whose query this is.
const LIST: usize = 0;
const URL: usize = 1;

/// What `application/x-www-form-urlencoded` leaves as it is, a space apart (URL §1.3).
const FORM: EncodeSet = EncodeSet::ALL.without(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*-._");

fn new_params<'h>(cx: Cx<'h>, list: Object<'h>, url: Value<'h>) -> Object<'h> {
    Object::with_slots(cx, Kind::UrlSearchParams, &[list.into(), url])
}

/// Those of a URL.
pub(super) fn of_url<'h>(cx: Cx<'h>, url: Object<'h>, query: JsStr<'h>) -> Object<'h> {
    new_params(cx, parse(cx, query), url.into())
}

/// Replaces all by those of another query.
pub(super) fn set_list<'h>(cx: Cx<'h>, params: Object<'h>, query: JsStr<'h>) {
    params.set_slot(cx, LIST, parse(cx, query).into());
}

/// The names and values, by turns.
fn list<'h>(params: Object<'h>) -> Array<'h> {
    params.slot(LIST).as_array().expect("the first slot is the list")
}

/// The entry of this number.
pub(crate) fn entry<'h>(params: Object<'h>, index: usize) -> Option<(JsStr<'h>, JsStr<'h>)> {
    let list = list(params);
    let index = u32::try_from(index).ok()?.checked_mul(2)?;
    Some((list.get(index)?.as_string()?, list.get(index + 1)?.as_string()?))
}

fn entries_of<'h>(params: Object<'h>) -> impl Iterator<Item = (JsStr<'h>, JsStr<'h>)> {
    (0..).map_while(move |index| entry(params, index))
}

/// The application/x-www-form-urlencoded parser (URL §5.1).
fn parse<'h>(cx: Cx<'h>, query: JsStr<'h>) -> Object<'h> {
    let bytes = query.as_bytes();
    let mut list = Vec::new();
    let mut start = 0;
    while start < bytes.len() {
        let end = bytes[start..].iter().position(|byte| *byte == b'&').map_or(bytes.len(), |at| start + at);
        if end > start {
            let equals = bytes[start..end].iter().position(|byte| *byte == b'=').map_or(end, |at| start + at);
            list.push(decode(cx, query.slice_bytes(start, equals)).into());
            list.push(decode(cx, query.slice_bytes((equals + 1).min(end), end)).into());
        }
        start = end + 1;
    }
    Array::of(cx, &list).object()
}

/// Percent-decodes, with `+` for a space; what is no UTF-8 becomes U+FFFD. Most names and values stay as they are.
fn decode<'h>(cx: Cx<'h>, text: JsStr<'h>) -> JsStr<'h> {
    let bytes = text.as_bytes();
    if !bytes.iter().any(|byte| matches!(byte, b'%' | b'+')) {
        return scalar_values(cx, text);
    }
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match (byte, escaped_byte(&bytes[at..])) {
            (b'+', _) => decoded.push(b' '),
            (_, Some(escaped)) => {
                decoded.push(escaped);
                at += 2;
            }
            (byte, None) => decoded.push(byte),
        }
        at += 1;
    }
    cx.string_from_utf8_lossy(&decoded)
}

/// A USVString: lone surrogates become U+FFFD.
fn scalar_values<'h>(cx: Cx<'h>, text: JsStr<'h>) -> JsStr<'h> {
    if text.is_ascii() || text.to_str().is_some() { text } else { cx.string(&text.to_string_lossy()) }
}

fn to_text<'h>(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, JsStr<'h>> {
    Ok(scalar_values(cx, value.to_js_string(cx)?))
}

/// URLSearchParams ( init )
pub fn construct<'h>(cx: Cx<'h>, init: Option<Value<'h>>) -> JsResult<'h, Object<'h>> {
    let list = match init {
        None | Some(Value::Null) => cx.array([]),
        Some(Value::Object(object)) if object.kind() == Kind::UrlSearchParams => {
            let list = list(object);
            cx.array_from((0..list.length()).map(|index| list.at(index))).object()
        }
        Some(Value::Object(object)) => match iterate_if_iterable(cx, object.into(), "Query pairs must be iterable")? {
            Some(pairs) => of_pairs(cx, pairs)?,
            None => of_record(cx, object)?,
        },
        Some(init) => {
            let text = to_text(cx, init)?;
            let start = usize::from(text.as_bytes().first() == Some(&b'?'));
            parse(cx, text.slice_bytes(start, text.byte_len()))
        }
    };
    Ok(new_params(cx, list, Value::Undefined))
}

/// A sequence of sequences of two.
fn of_pairs<'h>(cx: Cx<'h>, pairs: Iteration<'h>) -> JsResult<'h, Object<'h>> {
    let list = Array::of(cx, &[]);
    for pair in pairs {
        cx.checkpoint()?;
        let pair = pair?;
        if !pair.is_object() {
            return Err(no_pair(cx));
        }
        let mut count = 0;
        if let Some(array) = pair.as_array() {
            count = array.length();
            if count == 2 {
                list.push(cx, to_text(cx, array.object().get(cx, 0.0)?)?.into())?;
                list.push(cx, to_text(cx, array.object().get(cx, 1.0)?)?.into())?;
            }
        } else {
            let Some(items) = iterate_if_iterable(cx, pair, "pair is not iterable")? else { return Err(no_pair(cx)) };
            for item in items {
                cx.checkpoint()?;
                list.push(cx, to_text(cx, item?)?.into())?;
                count += 1;
            }
        }
        if count != 2 {
            return Err(no_pair(cx));
        }
    }
    Ok(list.object())
}

fn no_pair<'h>(cx: Cx<'h>) -> prickle_heap::Throw<'h> {
    let message = "Each query pair must be an iterable [name, value] tuple";
    node_error::throw(cx, prickle_heap::ErrorKind::Type, "ERR_INVALID_TUPLE", message)
}

/// The enumerable own properties of an object.
fn of_record<'h>(cx: Cx<'h>, object: Object<'h>) -> JsResult<'h, Object<'h>> {
    let list = Array::of(cx, &[]);
    for &key in object.own_keys(cx).iter().chain(&object.own_symbols(cx)) {
        cx.checkpoint()?;
        if !object.get_own(cx, key).is_some_and(|property| property.attributes.enumerable()) {
            continue;
        }
        let name = scalar_values(cx, key.to_value(cx).to_js_string(cx)?);
        let value = to_text(cx, object.get(cx, key)?)?;
        // Two keys can become one name when their surrogates are replaced.
        let known = (0..list.length()).step_by(2).find(|index| list.at(*index).strict_equals(name));
        match known {
            Some(index) => list.set(cx, index + 1, value.into())?,
            None => {
                list.push(cx, name.into())?;
                list.push(cx, value.into())?;
            }
        }
    }
    Ok(list.object())
}

/// The update steps (URL §6.2): the URL follows.
fn update<'h>(cx: Cx<'h>, params: Object<'h>) -> JsResult<'h, ()> {
    if let Value::Object(url) = params.slot(URL) {
        super::url::set_query(cx, url, to_string(cx, params)?);
    }
    Ok(())
}

/// Replaces the list by these entries.
fn replace<'h>(cx: Cx<'h>, params: Object<'h>, entries: &[(JsStr<'h>, JsStr<'h>)]) -> JsResult<'h, ()> {
    let items = entries.iter().flat_map(|(name, value)| [Value::from(*name), Value::from(*value)]);
    params.set_slot(cx, LIST, cx.array_from(items).object().into());
    update(cx, params)
}

/// A name and a value that must both be given.
fn name_and_value<'h>(
    cx: Cx<'h>,
    name: Option<Value<'h>>,
    value: Option<Value<'h>>,
) -> JsResult<'h, (JsStr<'h>, JsStr<'h>)> {
    let (Some(name), Some(value)) = (name, value) else {
        return Err(node_error::missing_arguments(cx, &["name", "value"]));
    };
    Ok((to_text(cx, name)?, to_text(cx, value)?))
}

/// A name that must be given.
fn name_of<'h>(cx: Cx<'h>, name: Option<Value<'h>>) -> JsResult<'h, JsStr<'h>> {
    match name {
        Some(Value::String(name)) => Ok(scalar_values(cx, name)),
        Some(name) => to_text(cx, name),
        None => Err(node_error::missing_arguments(cx, &["name"])),
    }
}

fn optional_text<'h>(cx: Cx<'h>, value: Option<Value<'h>>) -> JsResult<'h, Option<JsStr<'h>>> {
    match value {
        Some(value) => to_text(cx, value).map(Some),
        None => Ok(None),
    }
}

/// `size`
pub fn size<'h>(_cx: Cx<'h>, params: Object<'h>) -> f64 {
    f64::from(list(params).length()) / 2.0
}

/// URLSearchParams.prototype.append
pub fn append<'h>(
    cx: Cx<'h>,
    params: Object<'h>,
    name: Option<Value<'h>>,
    value: Option<Value<'h>>,
) -> JsResult<'h, ()> {
    let (name, value) = name_and_value(cx, name, value)?;
    list(params).push(cx, name.into())?;
    list(params).push(cx, value.into())?;
    update(cx, params)
}

/// URLSearchParams.prototype.delete
pub fn delete<'h>(
    cx: Cx<'h>,
    params: Object<'h>,
    name: Option<Value<'h>>,
    value: Option<Value<'h>>,
) -> JsResult<'h, ()> {
    let name = name_of(cx, name)?;
    let value = optional_text(cx, value)?;
    let goes = |entry: &(JsStr<'h>, JsStr<'h>)| entry.0 == name && value.is_none_or(|value| entry.1 == value);
    let kept: Vec<_> = entries_of(params).filter(|entry| !goes(entry)).collect();
    replace(cx, params, &kept)
}

/// URLSearchParams.prototype.get
pub fn get<'h>(cx: Cx<'h>, params: Object<'h>, name: Option<Value<'h>>) -> JsResult<'h> {
    let name = name_of(cx, name)?;
    let found = entries_of(params).find(|entry| entry.0 == name);
    Ok(found.map_or(Value::Null, |entry| entry.1.into()))
}

/// URLSearchParams.prototype.getAll
pub fn get_all<'h>(cx: Cx<'h>, params: Object<'h>, name: Option<Value<'h>>) -> JsResult<'h, Object<'h>> {
    let name = name_of(cx, name)?;
    let values = entries_of(params).filter(|entry| entry.0 == name).map(|entry| Value::from(entry.1));
    Ok(cx.array_from(values).object())
}

/// URLSearchParams.prototype.has
pub fn has<'h>(
    cx: Cx<'h>,
    params: Object<'h>,
    name: Option<Value<'h>>,
    value: Option<Value<'h>>,
) -> JsResult<'h, bool> {
    let name = name_of(cx, name)?;
    let value = optional_text(cx, value)?;
    Ok(entries_of(params).any(|entry| entry.0 == name && value.is_none_or(|value| entry.1 == value)))
}

/// URLSearchParams.prototype.set
pub fn set<'h>(cx: Cx<'h>, params: Object<'h>, name: Option<Value<'h>>, value: Option<Value<'h>>) -> JsResult<'h, ()> {
    let (name, value) = name_and_value(cx, name, value)?;
    let mut entries: Vec<_> = entries_of(params).collect();
    match entries.iter().position(|entry| entry.0 == name) {
        Some(first) => {
            entries[first].1 = value;
            let mut index = 0;
            entries.retain(|entry| {
                index += 1;
                index <= first + 1 || entry.0 != name
            });
        }
        None => entries.push((name, value)),
    }
    replace(cx, params, &entries)
}

/// URLSearchParams.prototype.sort
pub fn sort<'h>(cx: Cx<'h>, params: Object<'h>) -> JsResult<'h, ()> {
    let mut entries: Vec<_> = entries_of(params).collect();
    entries.sort_by_key(|entry| entry.0);
    replace(cx, params, &entries)
}

/// URLSearchParams.prototype.entries
pub fn entries<'h>(cx: Cx<'h>, params: Object<'h>) -> Object<'h> {
    create_url_search_params_iterator(cx, params, IterationKind::Entries)
}

pub use entries as iterator;

/// URLSearchParams.prototype.keys
pub fn keys<'h>(cx: Cx<'h>, params: Object<'h>) -> Object<'h> {
    create_url_search_params_iterator(cx, params, IterationKind::Keys)
}

/// URLSearchParams.prototype.values
pub fn values<'h>(cx: Cx<'h>, params: Object<'h>) -> Object<'h> {
    create_url_search_params_iterator(cx, params, IterationKind::Values)
}

/// URLSearchParams.prototype.forEach: entries that the callback adds are visited too.
pub fn for_each<'h>(
    cx: Cx<'h>,
    params: Object<'h>,
    callback: Value<'h>,
    this_argument: Option<Value<'h>>,
) -> JsResult<'h, ()> {
    let Some(function) = callback.as_function() else {
        return Err(invalid_argument(cx, "The \"callback\" argument must be of type function.", callback));
    };
    let this = this_argument.unwrap_or_default();
    let mut index = 0;
    while let Some((name, value)) = entry(params, index) {
        cx.checkpoint()?;
        function.call(cx, this, &[value.into(), name.into(), params.into()])?;
        index += 1;
    }
    Ok(())
}

/// URLSearchParams.prototype.toString: the application/x-www-form-urlencoded serializer (URL §5.2).
pub fn to_string<'h>(cx: Cx<'h>, params: Object<'h>) -> JsResult<'h, JsStr<'h>> {
    let mut text = String::new();
    for (name, value) in entries_of(params) {
        cx.check_memory((name.byte_len() + value.byte_len()) * 3)?;
        if !text.is_empty() {
            text.push('&');
        }
        encode(&mut text, name);
        text.push('=');
        encode(&mut text, value);
    }
    Ok(cx.string(&text))
}

fn encode(out: &mut String, text: JsStr<'_>) {
    let text = text.to_string_lossy();
    for (index, word) in text.split(' ').enumerate() {
        if index > 0 {
            out.push('+');
        }
        encode_into(out, word, FORM);
    }
}
