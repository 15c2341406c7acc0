//! `meta`: the object that every hook gets, one per plugin instance.
//!
//! The compiler refuses the services that are not there yet wherever it sees that a plugin uses one. Where it does not, they must not
//! quietly be `undefined`: those that show in the server's `meta` are objects here too, and whoever calls their methods, or reads one of
//! the others, ends the turn.

use prickle_heap::{Attributes, Bytes, Call, Cx, ErrorKind, Function, FunctionKind, JsResult, Object, Value, json};

use crate::builtins::storage;
use crate::instance::InstanceConfig;

/// The code of a function object.
type Code = for<'h> fn(Cx<'h>, Call<'h, '_>) -> JsResult<'h>;

/// The object that every hook gets last. Its members are in the order of PostHog's server.
pub(crate) fn make_meta<'h>(cx: Cx<'h>, config: &InstanceConfig) -> JsResult<'h, Object<'h>> {
    let text = cx.string_from_utf8_lossy(&config.config);
    let parsed = json::parse_str(cx, text).map_err(|message| cx.throw_error(ErrorKind::Syntax, message))?;
    let attachments = Object::plain(cx);
    for attachment in &config.attachments {
        let object = cx.object([
            ("content_type", cx.string(&attachment.content_type).into()),
            ("file_name", cx.string(&attachment.file_name).into()),
            ("contents", Bytes::new(cx, &attachment.contents).into()),
        ]);
        attachments.define_own(cx, cx.string(&attachment.key), object.into(), Attributes::ALL)?;
    }
    let storage = storage::object(cx);
    for part in [parsed, attachments.into(), storage.into()] {
        freeze_deep(cx, part);
    }
    let meta = cx.object([
        ("cache", cache(cx).into()),
        ("config", parsed),
        ("attachments", attachments.into()),
        ("storage", storage.into()),
        ("utils", utils(cx).into()),
        ("global", Object::plain(cx).into()),
    ]);
    for (name, refusal) in [("geoip", no_geoip as Code), ("jobs", no_jobs)] {
        let refusal = Function::new(cx, FunctionKind::Builtin, name, 0, &[], refusal).object().into();
        meta.define_own_accessor(cx, name, refusal, refusal, Attributes::CONFIGURABLE);
    }
    Ok(meta)
}

/// Freezes an object and everything below it, except the contents of buffers.
fn freeze_deep<'h>(cx: Cx<'h>, value: Value<'h>) {
    let Some(object) = value.as_object() else { return };
    if Bytes::from_value(value).is_some() {
        return;
    }
    for &key in object.own_keys(cx) {
        if let Some(member) = object.get_own_data(cx, key) {
            freeze_deep(cx, member);
        }
    }
    object.freeze(cx);
}

/// `meta.cache`
fn cache<'h>(cx: Cx<'h>) -> Object<'h> {
    let cache = methods(cx, &[("set", 3), ("get", 2), ("incr", 1), ("expire", 1)], no_cache);
    for name in ["llen", "lpush", "lrange", "lpop", "lrem"] {
        let method = Function::new(cx, FunctionKind::Builtin, name, 1, &[], no_cache).object();
        let _ = cache.define_own(cx, name, method.into(), Attributes::HIDDEN);
    }
    cache
}

/// `meta.utils`
fn utils<'h>(cx: Cx<'h>) -> Object<'h> {
    let cursor = methods(cx, &[("init", 2), ("increment", 2)], no_utils);
    cx.object([("cursor", cursor.into())])
}

/// An object with methods of these names and lengths, which all run the same code.
fn methods<'h>(cx: Cx<'h>, names: &[(&'static str, u32)], code: Code) -> Object<'h> {
    let object = Object::plain(cx);
    for &(name, length) in names {
        let method = Function::new(cx, FunctionKind::Builtin, name, length, &[], code).object();
        let _ = object.define_own(cx, name, method.into(), Attributes::ALL);
    }
    object
}

fn no_cache<'h>(cx: Cx<'h>, _: Call<'h, '_>) -> JsResult<'h> {
    Err(cx.unsupported("meta.cache"))
}

fn no_utils<'h>(cx: Cx<'h>, _: Call<'h, '_>) -> JsResult<'h> {
    Err(cx.unsupported("meta.utils"))
}

fn no_geoip<'h>(cx: Cx<'h>, _: Call<'h, '_>) -> JsResult<'h> {
    Err(cx.unsupported("meta.geoip"))
}

fn no_jobs<'h>(cx: Cx<'h>, _: Call<'h, '_>) -> JsResult<'h> {
    Err(cx.unsupported("meta.jobs"))
}
