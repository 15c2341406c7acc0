//! Objects from other objects and from entries.

use prickle_heap::{Cx, JsResult, Kind, Object, Prototype, Stored, Value};

use crate::builtin_members::check_listed;
use crate::builtins::error::throw_type_error;
use crate::errors::display;
use crate::operations::iterator_record::close_failed;
use crate::operations::{Operations, WordedOperations};

use super::strict::{create_data_property, set_or_throw};

/// Object.assign (ECMA-262 §20.1.2.1)
pub fn assign<'h>(cx: Cx<'h>, target: Value<'h>, sources: &[Value<'h>]) -> JsResult<'h, Object<'h>> {
    let target = target.to_object(cx)?;
    for &source in sources {
        if source.is_nullish() {
            continue;
        }
        let source = source.to_object(cx)?;
        check_listed(cx, source)?;
        // As long as no accessor runs, nothing can happen to the source between its properties.
        let mut undisturbed = true;
        // Enumerable strings, then symbols of any kind.
        let symbols = source.own_symbols(cx);
        for &key in source.own_enumerable_keys(cx).iter().chain(&symbols) {
            cx.checkpoint()?;
            let value = match source.get_own_data(cx, key) {
                Some(value) if undisturbed && key.as_symbol().is_none() => value,
                _ if source.get_own(cx, key).is_some_and(|property| property.attributes.enumerable()) => {
                    undisturbed = false;
                    source.get(cx, key)?
                }
                _ => continue,
            };
            let is_simple = target.kind() == Kind::Plain && matches!(target.prototype(), Prototype::Default);
            match if is_simple { target.store(cx, key, value) } else { Stored::Accessor(Value::Undefined) } {
                Stored::Done => {}
                Stored::Absent | Stored::ReadOnly => set_or_throw(cx, target, key, value)?,
                Stored::Accessor(_) => {
                    undisturbed = false;
                    set_or_throw(cx, target, key, value)?;
                }
            }
        }
    }
    Ok(target)
}

/// Object.fromEntries (ECMA-262 §20.1.2.7)
pub fn from_entries<'h>(cx: Cx<'h>, iterable: Value<'h>) -> JsResult<'h, Object<'h>> {
    if iterable.is_nullish() {
        return Err(throw_type_error(cx, "undefined is not iterable"));
    }
    let object = Object::plain(cx);
    let entries = iterable.iterate_worded(cx, NOT_ITERABLE)?;
    let iterator = entries.program_iterator();
    for entry in entries {
        cx.checkpoint()?;
        if let (Err(throw), Some(iterator)) = (&entry, iterator)
            && throw.exception().is_some()
        {
            // V8 closes the iterator even where it is that which throws.
            close_failed(cx, iterator)?;
        }
        let (key, value) = entry_of(cx, entry?)?;
        create_data_property(cx, object, key.to_property_key(cx)?, value)?;
    }
    Ok(object)
}

/// V8's message where a builtin gets something that is not iterable.
pub(crate) const NOT_ITERABLE: &str = "{callsite} is not iterable (cannot read property Symbol(Symbol.iterator))";

/// Key and value of an entry, as AddEntriesFromIterable reads them (ECMA-262 §24.1.1.2).
pub(crate) fn entry_of<'h>(cx: Cx<'h>, entry: Value<'h>) -> JsResult<'h, (Value<'h>, Value<'h>)> {
    let Value::Object(entry) = entry else {
        return Err(throw_type_error(cx, &format!("Iterator value {} is not an entry object", display(cx, entry))));
    };
    Ok((entry.get(cx, 0.0)?, entry.get(cx, 1.0)?))
}
