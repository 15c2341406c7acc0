//! JSON.stringify in full: replacer, indentation, `toJSON`, boxed primitives, and the message about cycles.

use std::fmt;

use prickle_heap::json::write_string;
use prickle_heap::{Cx, ErrorKind, Function, JsResult, JsStr, Kind, MAX_LENGTH, Object, PropertyKey, Value, number};

use super::cycle::{self, Level};
use crate::builtins::error::too_long;
use crate::operations::Operations;

/// Where a value was found.
#[derive(Clone, Copy)]
pub(super) enum Place<'h> {
    /// The value itself.
    Root,
    /// An element of an array.
    Index(u32),
    /// A property.
    Property(PropertyKey<'h>),
}

impl<'h> Place<'h> {
    /// The key that `toJSON` and the replacer get.
    fn key(self, cx: Cx<'h>) -> Value<'h> {
        match self {
            Place::Root => "".into(),
            Place::Index(index) => PropertyKey::from(index).to_value(cx),
            Place::Property(key) => key.to_value(cx),
        }
    }
}

/// As the message about cycles shows it.
impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Index(index) => write!(f, "index {index}"),
            Place::Property(PropertyKey::String(text)) if text.is_empty() => f.write_str("<anonymous>"),
            Place::Property(key) => write!(f, "property '{key}'"),
            Place::Root => f.write_str("<anonymous>"),
        }
    }
}

/// The text of a value, `None` where JSON has none.
pub(super) fn serialize<'h>(
    cx: Cx<'h>,
    value: Value<'h>,
    replacer: Option<Value<'h>>,
    space: Option<Value<'h>>,
) -> JsResult<'h, Option<JsStr<'h>>> {
    let (replacer, properties) = match replacer {
        Some(replacer) => (replacer.as_function(), property_list(cx, replacer)?),
        None => (None, None),
    };
    let gap = match space {
        Some(space) => gap_of(cx, space)?,
        None => None,
    };
    let mut serializer =
        Serializer { cx, replacer, properties, gap, indent: String::new(), stack: Vec::new(), text: Vec::new() };
    let holder = if replacer.is_some() { Some(cx.object([("", value)])) } else { None };
    if serializer.property(holder, Place::Root, value)? { Ok(Some(serializer.finish()?)) } else { Ok(None) }
}

/// The keys that an array as replacer lets through, each once (ECMA-262 §25.5.2, step 4.b).
fn property_list<'h>(cx: Cx<'h>, replacer: Value<'h>) -> JsResult<'h, Option<Vec<PropertyKey<'h>>>> {
    let Some(array) = replacer.as_array() else { return Ok(None) };
    let mut keys = Vec::new();
    for index in 0..array.length() {
        cx.checkpoint()?;
        let item = array.at(index);
        let text = match item {
            Value::String(text) => text,
            Value::Number(_) => item.to_js_string(cx)?,
            Value::Object(object)
                if object.kind() == Kind::Boxed && matches!(object.slot(0), Value::String(_) | Value::Number(_)) =>
            {
                item.to_js_string(cx)?
            }
            _ => continue,
        };
        let key = PropertyKey::from(text);
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    Ok(Some(keys))
}

/// What each level is indented by (ECMA-262 §25.5.2, steps 5 to 8). V8 breaks lines for every positive number, also where no space fits in.
fn gap_of<'h>(cx: Cx<'h>, space: Value<'h>) -> JsResult<'h, Option<String>> {
    let space = match space {
        Value::Object(object) if object.kind() == Kind::Boxed => match object.slot(0) {
            Value::Number(_) => space.to_number(cx)?.into(),
            Value::String(_) => space.to_js_string(cx)?.into(),
            _ => Value::Undefined,
        },
        other => other,
    };
    Ok(match space {
        Value::Number(count) if count > 0.0 => Some(" ".repeat(count.min(10.0) as usize)),
        Value::String(text) if !text.is_empty() => Some(text.slice(cx, 0, text.length(cx).min(10)).to_string_lossy()),
        _ => None,
    })
}

/// The state of a serialization (ECMA-262 §25.5.2, "state").
struct Serializer<'h> {
    cx: Cx<'h>,
    replacer: Option<Function<'h>>,
    properties: Option<Vec<PropertyKey<'h>>>,
    /// `None` where all is written on one line.
    gap: Option<String>,
    /// A line break and the indentation of the current level, where there is a gap.
    indent: String,
    stack: Vec<Level<'h>>,
    text: Vec<u8>,
}

impl<'h> Serializer<'h> {
    /// SerializeJSONProperty (ECMA-262 §25.5.2.2) with the value read already; false, and nothing written, where it is `undefined`.
    /// `holder` is only needed for a replacer.
    fn property(&mut self, holder: Option<Object<'h>>, place: Place<'h>, value: Value<'h>) -> JsResult<'h, bool> {
        let cx = self.cx;
        cx.checkpoint()?;
        let mut value = value;
        if matches!(value, Value::Object(_) | Value::BigInt(_)) {
            let to_json = value.get(cx, "toJSON")?;
            if let Some(to_json) = to_json.as_function() {
                value = to_json.call(cx, value, &[place.key(cx)])?;
            }
        }
        if let (Some(replacer), Some(holder)) = (self.replacer, holder) {
            value = replacer.call(cx, holder.into(), &[place.key(cx), value])?;
        }
        if let Some(boxed) = value.as_kind(Kind::Boxed) {
            value = match boxed.slot(0) {
                Value::Number(_) => value.to_number(cx)?.into(),
                Value::String(_) => value.to_js_string(cx)?.into(),
                primitive @ (Value::Bool(_) | Value::BigInt(_)) => primitive,
                // A boxed symbol is an object like any other.
                Value::Symbol(_) | Value::Undefined | Value::Null | Value::Object(_) => value,
            };
        }
        match value {
            Value::Undefined | Value::Symbol(_) => return Ok(false),
            Value::BigInt(_) => {
                return Err(crate::errors::throw_error(cx, ErrorKind::Type, "Do not know how to serialize a BigInt"));
            }
            Value::Null => self.text.extend_from_slice(b"null"),
            Value::Bool(true) => self.text.extend_from_slice(b"true"),
            Value::Bool(false) => self.text.extend_from_slice(b"false"),
            Value::Number(number) if number.is_finite() => number::write_number(&mut self.text, number),
            Value::Number(_) => self.text.extend_from_slice(b"null"),
            Value::String(text) => write_string(&mut self.text, text),
            Value::Object(object) if object.as_function().is_some() => return Ok(false),
            Value::Object(object) => self.container(place, object)?,
        }
        Ok(true)
    }

    /// An array or object, with the check for cycles.
    fn container(&mut self, place: Place<'h>, object: Object<'h>) -> JsResult<'h, ()> {
        let cx = self.cx;
        cx.check_stack()?;
        if let Some(start) = self.stack.iter().position(|level| level.object.is_same(object)) {
            return Err(cx.throw_error(ErrorKind::Type, cycle::message(cx, &self.stack, start, place)));
        }
        cx.check_memory(self.text.len())?;
        self.stack.push(Level { place, object });
        let depth = self.indent.len();
        if let Some(gap) = &self.gap {
            if depth == 0 {
                self.indent.push('\n');
            }
            self.indent.push_str(gap);
        }
        let is_array = object.as_array().is_some();
        self.text.push(if is_array { b'[' } else { b'{' });
        let any = if is_array { self.elements(object)? } else { self.members(object)? };
        self.indent.truncate(depth);
        if any && self.gap.is_some() {
            self.text.extend_from_slice(if depth == 0 { b"\n" } else { self.indent.as_bytes() });
        }
        self.text.push(if is_array { b']' } else { b'}' });
        self.stack.pop();
        Ok(())
    }

    /// SerializeJSONArray (ECMA-262 §25.5.2.5) between the brackets; whether there was anything.
    fn elements(&mut self, object: Object<'h>) -> JsResult<'h, bool> {
        let cx = self.cx;
        let length = object.as_array().map_or(0, |array| array.length());
        for index in 0..length {
            if index > 0 {
                self.text.push(b',');
            }
            self.text.extend_from_slice(self.indent.as_bytes());
            let value = object.get(cx, index)?;
            if !self.property(Some(object), Place::Index(index), value)? {
                self.text.extend_from_slice(b"null");
            }
        }
        Ok(length > 0)
    }

    /// SerializeJSONObject (ECMA-262 §25.5.2.4) between the braces; whether there was anything.
    fn members(&mut self, object: Object<'h>) -> JsResult<'h, bool> {
        let cx = self.cx;
        let own;
        let listed;
        let keys: &[PropertyKey<'h>] = match &self.properties {
            Some(properties) => {
                listed = properties.clone();
                &listed
            }
            None => {
                own = object.own_enumerable_keys(cx);
                own
            }
        };
        let mut any = false;
        for &key in keys {
            let before = self.text.len();
            if any {
                self.text.push(b',');
            }
            self.text.extend_from_slice(self.indent.as_bytes());
            write_string(&mut self.text, key.to_js_str(cx).unwrap_or(JsStr::EMPTY));
            self.text.push(b':');
            if self.gap.is_some() {
                self.text.push(b' ');
            }
            let value = object.get(cx, key)?;
            if self.property(Some(object), Place::Property(key), value)? {
                any = true;
            } else {
                self.text.truncate(before);
            }
        }
        Ok(any)
    }

    fn finish(self) -> JsResult<'h, JsStr<'h>> {
        let cx = self.cx;
        // Lone surrogates are escaped, so this is UTF-8.
        let text = cx.string(&String::from_utf8_lossy(&self.text));
        if text.byte_len() > MAX_LENGTH && text.length(cx) > MAX_LENGTH {
            return Err(too_long(cx));
        }
        Ok(text)
    }
}
