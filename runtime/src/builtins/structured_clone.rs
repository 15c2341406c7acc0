//! `structuredClone`.

use std::collections::HashMap;

use prickle_heap::{
    Array, Attributes, ByteBuffer, Bytes, Cx, ErrorKind, ErrorObject, JsResult, Kind, MapObject, Object, RegExpObject,
    SetObject, Throw, Value,
};

use super::{data_view, function, node_error};
use crate::builtins::error::get_stack;
use crate::builtins::regexp;
use crate::errors::display;
use crate::operations::Operations;

/// structuredClone ( value, options ) (HTML §2.7.10). A list of what to transfer ends the turn unless it is empty.
pub fn structured_clone<'h>(cx: Cx<'h>, value: Option<Value<'h>>, options: Option<Value<'h>>) -> JsResult<'h> {
    let Some(value) = value else {
        let message = "The value argument must be specified";
        return Err(node_error::throw_native(cx, ErrorKind::Type, "ERR_MISSING_ARGS", message));
    };
    if options.is_some_and(|options| !options.is_null() && !options.is_object()) {
        let message = "The options argument must be either an object or undefined";
        return Err(node_error::throw_native(cx, ErrorKind::Type, "ERR_INVALID_ARG_TYPE", message));
    }
    if let Some(options) = options.filter(|options| options.is_object()) {
        check_transfer_list(cx, options.get(cx, "transfer")?)?;
    }
    Cloner { cx, copies: HashMap::new() }.clone(value)
}

fn check_transfer_list<'h>(cx: Cx<'h>, list: Value<'h>) -> JsResult<'h, ()> {
    match list {
        Value::Undefined | Value::Null => Ok(()),
        Value::Object(object) if object.as_array().is_some_and(|array| array.length() == 0) => Ok(()),
        Value::Object(_) => Err(cx.unsupported("a list of what structuredClone transfers")),
        Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Symbol(_) | Value::BigInt(_) => {
            let message = "Optional transferList argument must be an iterable";
            Err(node_error::throw_native(cx, ErrorKind::Type, "ERR_INVALID_ARG_TYPE", message))
        }
    }
}

/// StructuredSerializeInternal and StructuredDeserialize (HTML §2.7.3, §2.7.6) in one pass.
struct Cloner<'h> {
    cx: Cx<'h>,
    /// The copies made so far, by the identity of the original: cycles stay cycles, and what is shared stays shared.
    copies: HashMap<u32, Object<'h>>,
}

impl<'h> Cloner<'h> {
    fn clone(&mut self, value: Value<'h>) -> JsResult<'h> {
        let cx = self.cx;
        let object = match value {
            Value::Object(object) => object,
            Value::Symbol(_) => return Err(data_clone_error(cx, value)),
            _ => return Ok(value),
        };
        cx.check_stack()?;
        cx.checkpoint()?;
        if let Some(&copy) = self.copies.get(&object.identity(cx)) {
            return Ok(copy.into());
        }
        let copy = match object.kind() {
            // What is inside a URL is private: nothing of it is cloned.
            Kind::Plain | Kind::Global | Kind::Url | Kind::UrlSearchParams => {
                let copy = self.remember(object, Object::plain(cx));
                self.copy_properties(object, copy)?;
                copy
            }
            Kind::Array => {
                let length = object.as_array().map_or(0, Array::length);
                let copy = self.remember(object, Array::with_length(cx, length).object());
                self.copy_properties(object, copy)?;
                copy
            }
            Kind::Map => self.map(object)?,
            Kind::Set => self.set(object)?,
            Kind::Error => self.error(object)?,
            Kind::Boxed if matches!(object.slot(0), Value::Symbol(_)) => return Err(data_clone_error(cx, value)),
            kind @ (Kind::Boxed | Kind::Date) => self.remember(object, Object::with_slots(cx, kind, &[object.slot(0)])),
            Kind::Hash => return Err(cx.unsupported("structuredClone of a hash")),
            Kind::RegExp => match RegExpObject::from_value(value) {
                Some(regexp) => self.remember(object, regexp::copy(cx, regexp).object()),
                None => object,
            },
            Kind::ByteBuffer => self.array_buffer(object),
            Kind::Bytes => self.typed_array(object)?,
            Kind::DataView => self.data_view(object)?,
            Kind::Arguments
            | Kind::Function
            | Kind::Iterator
            | Kind::WeakMap
            | Kind::WeakSet
            | Kind::Generator
            | Kind::AsyncGenerator
            | Kind::Promise
            | Kind::Record
            | Kind::Cell
            | Kind::Accessor
            | Kind::Forwarded => {
                return Err(data_clone_error(cx, value));
            }
        };
        Ok(copy.into())
    }

    fn remember(&mut self, original: Object<'h>, copy: Object<'h>) -> Object<'h> {
        self.copies.insert(original.identity(self.cx), copy);
        copy
    }

    /// Copies the enumerable own properties.
    fn copy_properties(&mut self, from: Object<'h>, to: Object<'h>) -> JsResult<'h, ()> {
        let cx = self.cx;
        for &key in from.own_enumerable_keys(cx) {
            // A getter may have deleted it.
            if from.has_own(cx, key) {
                let value = from.get(cx, key)?;
                let value = self.clone(value)?;
                to.define_own(cx, key, value, Attributes::ALL)?;
            }
        }
        Ok(())
    }

    fn map(&mut self, original: Object<'h>) -> JsResult<'h, Object<'h>> {
        let cx = self.cx;
        let copy = MapObject::new(cx);
        self.remember(original, copy.object());
        if let Some(map) = MapObject::from_value(original.into()) {
            let mut cursor = map.start();
            // Getters in keys and values may change the map: its entries of now count.
            let entries: Vec<_> = std::iter::from_fn(|| map.next(&mut cursor)).collect();
            for (key, value) in entries {
                let key = self.clone(key)?;
                copy.set(cx, key, self.clone(value)?);
            }
        }
        Ok(copy.object())
    }

    fn set(&mut self, original: Object<'h>) -> JsResult<'h, Object<'h>> {
        let cx = self.cx;
        let copy = SetObject::new(cx);
        self.remember(original, copy.object());
        if let Some(set) = SetObject::from_value(original.into()) {
            let mut cursor = set.start();
            let values: Vec<_> = std::iter::from_fn(|| set.next(&mut cursor)).collect();
            for value in values {
                copy.add(cx, self.clone(value)?);
            }
        }
        Ok(copy.object())
    }

    fn array_buffer(&mut self, original: Object<'h>) -> Object<'h> {
        let cells = ByteBuffer::from_value(original.into()).map(ByteBuffer::cells).unwrap_or_default();
        let copy = ByteBuffer::new(self.cx, cells.len(), |index| cells[index].get());
        self.remember(original, copy.object())
    }

    /// A typed array over a copy of its buffer. Of a Buffer only the Uint8Array is left.
    fn typed_array(&mut self, original: Object<'h>) -> JsResult<'h, Object<'h>> {
        let cx = self.cx;
        let Some(array) = Bytes::from_value(original.into()) else { return Ok(original) };
        let element = array.element().without_buffer();
        if array.is_pooled() {
            let bytes = array.to_vec();
            let copy = Bytes::zeroed(cx, element, bytes.len());
            for (index, byte) in bytes.into_iter().enumerate() {
                copy.set(index, byte.into());
            }
            return Ok(self.remember(original, copy.object()));
        }
        let buffer = self.clone(array.buffer().object().into())?;
        match ByteBuffer::from_value(buffer) {
            Some(buffer) => {
                let copy = Bytes::view(cx, buffer, element, array.byte_offset(), array.length());
                Ok(self.remember(original, copy.object()))
            }
            None => Ok(original),
        }
    }

    /// A view of a copy of its buffer.
    fn data_view(&mut self, original: Object<'h>) -> JsResult<'h, Object<'h>> {
        let buffer = self.clone(data_view::buffer(self.cx, original).into())?;
        let (offset, length) = (data_view::byte_offset(self.cx, original), data_view::byte_length(self.cx, original));
        let copy = data_view::construct(self.cx, buffer, Some(offset.into()), Some(length.into()))?;
        Ok(self.remember(original, copy))
    }

    /// An error of the class that its name says, with message, stack and cause and nothing else.
    fn error(&mut self, original: Object<'h>) -> JsResult<'h, Object<'h>> {
        const CLASSES: [ErrorKind; 6] = [
            ErrorKind::Eval,
            ErrorKind::Range,
            ErrorKind::Reference,
            ErrorKind::Syntax,
            ErrorKind::Type,
            ErrorKind::Uri,
        ];
        let cx = self.cx;
        let name = original.get(cx, "name")?.to_js_string(cx)?;
        let kind = CLASSES.into_iter().find(|kind| name == kind.name()).unwrap_or(ErrorKind::Error);
        let message = match original.get_own_data(cx, "message") {
            Some(message) => Some(message.to_js_string(cx)?),
            None => None,
        };
        let copy = ErrorObject::new(cx, kind, message);
        self.remember(original, copy.object());
        let stack = match original.as_error() {
            Some(original) => get_stack(cx, original)?,
            None => Value::Undefined,
        };
        copy.object().store(cx, "stack", if stack.is_string() { stack } else { Value::Undefined });
        if let Some(cause) = original.get_own_data(cx, "cause") {
            let cause = self.clone(cause)?;
            copy.object().define_own(cx, "cause", cause, Attributes::HIDDEN)?;
        }
        Ok(copy.object())
    }
}

/// The `DOMException` for what cannot be cloned.
fn data_clone_error<'h>(cx: Cx<'h>, value: Value<'h>) -> Throw<'h> {
    // A function is shown by its source text, which Function.prototype.toString knows for builtins only.
    let shown = match value.as_function() {
        Some(function) => match function::to_string(cx, function.object()) {
            Ok(text) => text.to_string_lossy(),
            Err(throw) => return throw,
        },
        None => display(cx, value),
    };
    let message = cx.message(&format!("{shown} could not be cloned."));
    let error = ErrorObject::new(cx, ErrorKind::Error, Some(message));
    let object = error.object();
    let named = object
        .define_own(cx, "name", "DataCloneError".into(), Attributes::HIDDEN)
        .and_then(|()| object.define_own(cx, "code", 25.into(), Attributes::HIDDEN));
    match named {
        Ok(()) => cx.throw(error.into()),
        Err(throw) => throw,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builtins::testing::{in_turn, show, value};

    #[test]
    fn cycles_and_shared_parts_stay() {
        in_turn(|cx| {
            let shared = value(cx, r#"{"x":[1]}"#);
            let original = cx.object([("a", shared), ("b", shared)]);
            original.define_own(cx, "self", original.into(), Attributes::ALL).expect("it fits");
            let copy = structured_clone(cx, Some(original.into()), None).expect("it can be cloned");
            let copy = copy.as_object().expect("an object");
            let part = |key: &'static str| copy.get_own_data(cx, key).expect("it is there");
            assert!(part("self").strict_equals(copy));
            assert!(part("a").strict_equals(part("b")));
            assert!(!part("a").strict_equals(shared));
            assert_eq!(show(cx, Ok(part("a"))), r#"{"x":[1]}"#);
        });
    }

    #[test]
    fn typed_arrays_keep_class_and_shared_memory() {
        in_turn(|cx| {
            let memory = ByteBuffer::new(cx, 4, |index| index as u8);
            let words = Bytes::view(cx, memory, prickle_heap::ElementType::Uint16, 2, 1);
            let original = cx.object([("words", words.into()), ("memory", memory.object().into())]);
            let copy = structured_clone(cx, Some(original.into()), None).expect("it can be cloned");
            let copy = copy.as_object().expect("an object");
            let part = |key: &'static str| copy.get_own_data(cx, key).expect("it is there");
            let words = Bytes::from_value(part("words")).expect("a typed array");
            assert_eq!((words.get(0), words.byte_offset()), (Some(770.0), 2));
            assert!(Value::from(words.buffer().object()).strict_equals(part("memory")));
            assert!(!part("memory").strict_equals(memory.object()));
        });
    }

    #[test]
    fn errors_keep_class_message_and_cause() {
        in_turn(|cx| {
            let error = ErrorObject::new(cx, ErrorKind::Type, Some("x".into())).object();
            error.define_own(cx, "cause", value(cx, "[1]"), Attributes::HIDDEN).expect("it fits");
            error.define_own(cx, "extra", 1.0.into(), Attributes::ALL).expect("it fits");
            let copy = structured_clone(cx, Some(error.into()), None).expect("it can be cloned");
            assert_eq!(show(cx, copy.to_js_string(cx)), r#""TypeError: x""#);
            let names = crate::builtins::object::get_own_property_names(cx, copy);
            assert_eq!(show(cx, names), r#"["stack","message","cause"]"#);
        });
    }

    #[test]
    fn what_cannot_be_cloned() {
        in_turn(|cx| {
            let iterator = crate::builtins::array::values(cx, Array::with_length(cx, 0).object());
            let message = "throws DataCloneError: #<Object> could not be cloned.";
            assert_eq!(show(cx, structured_clone(cx, Some(iterator.into()), None)), message);
            let message = "throws TypeError: The value argument must be specified";
            assert_eq!(show(cx, structured_clone(cx, None, None)), message);
        });
    }
}
