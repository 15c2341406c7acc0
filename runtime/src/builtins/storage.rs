//! `meta.storage`: values kept per plugin config, as JSON.

use prickle_heap::{Call, Cx, ErrorKind, Function, FunctionKind, JsResult, Object, Throw, Value, json};

use crate::host::StorageError;
use crate::operations::Operations;
use crate::serialize::write_json;
use crate::turn::turn_state;

/// `storage.get(key, defaultValue)`: the value stored under the key, or the default where there is none.
pub async fn get<'h>(cx: Cx<'h>, _storage: Object<'h>, key: Value<'h>, default_value: Value<'h>) -> JsResult<'h> {
    let state = turn_state(cx);
    let key = storage_key(cx, key)?;
    let config = state.instance(cx).config_id();
    let stored = state.services().storage.get(config, &key).await;
    cx.refresh_clock();
    match stored.map_err(|error| failed(cx, error))? {
        // Only what `set` wrote is stored, and that parses.
        Some(text) => Ok(json::parse_str(cx, cx.string_from_utf8_lossy(&text)).unwrap_or_default()),
        None => Ok(default_value),
    }
}

/// `storage.set(key, value)`: stores the value; `undefined` removes what is stored, `null` is stored.
pub async fn set<'h>(cx: Cx<'h>, _storage: Object<'h>, key: Value<'h>, value: Value<'h>) -> JsResult<'h, ()> {
    let state = turn_state(cx);
    let key = storage_key(cx, key)?;
    let config = state.instance(cx).config_id();
    let storage = &state.services().storage;
    let mut text = Vec::new();
    let done = if write_json(cx, value, &mut text)? {
        storage.set(config, &key, text).await
    } else {
        storage.delete(config, &key).await
    };
    cx.refresh_clock();
    done.map_err(|error| failed(cx, error))
}

/// `storage.del(key)`: removes what is stored under the key.
pub async fn del<'h>(cx: Cx<'h>, _storage: Object<'h>, key: Value<'h>) -> JsResult<'h, ()> {
    let state = turn_state(cx);
    let key = storage_key(cx, key)?;
    let done = state.services().storage.delete(state.instance(cx).config_id(), &key).await;
    cx.refresh_clock();
    done.map_err(|error| failed(cx, error))
}

/// Databases have no lone surrogates: they arrive there as U+FFFD.
fn storage_key<'h>(cx: Cx<'h>, key: Value<'h>) -> JsResult<'h, String> {
    Ok(key.to_js_string(cx)?.to_string_lossy())
}

fn failed<'h>(cx: Cx<'h>, error: StorageError) -> Throw<'h> {
    cx.throw_error(ErrorKind::Error, cx.string(&error.0))
}

/// The object `meta.storage`. The compiler calls the functions above where it knows what it calls; the members of this
/// object only show that they exist, until promises are values that a plugin can hold.
pub(crate) fn object<'h>(cx: Cx<'h>) -> Object<'h> {
    let method = |name: &'static str, length| {
        (name, Function::new(cx, FunctionKind::Builtin, name, length, &[], unknown_receiver).into())
    };
    cx.object([method("set", 2), method("get", 2), method("del", 1)])
}

fn unknown_receiver<'h>(cx: Cx<'h>, _: Call<'h, '_>) -> JsResult<'h> {
    let what = "a method of meta.storage, called in a way that the compiler does not see,";
    Err(cx.unsupported(what))
}

/// Checks that the functions have the signatures that their rows say; the macro of the other builtins knows no `async`.
macro_rules! check_rows {
    (
        $(#[doc = $class_doc:literal])+
        class $class:ident in $module:ident, receiver $receiver:ident;
        $(
            $(#[doc = $doc:literal])+
            Method $name:literal => $function:ident ( $( $param:ident : $need:ident $ty:ident ),* ) -> $returns:ident,
            effects [ Async, Throws $($effects:tt)* ],
            eg [];
        )*
    ) => { $(
        const _: () = {
            #[expect(dead_code, reason = "only checked, never called")]
            async fn check<'h>(
                cx: Cx<'h>,
                this: Object<'h>,
                $( $param: parameter_type!($need $ty) ),*
            ) -> JsResult<'h, rust_type!($returns)> {
                $function(cx, this, $( $param ),*).await
            }
        };
    )* };
}
prickle_spec::storage_rows! { check_rows }
