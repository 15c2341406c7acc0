//! `Error` and the classes of errors like it.

use prickle_heap::{Attributes, Cx, ErrorKind, ErrorObject, JsResult, JsStr, Object, Throw, Value};

use crate::operations::{Operations, has_property};
use crate::turn::instances;

/// The constructor of errors (ECMA-262 §20.5.1.1, §20.5.6.1.1), whatever the class.
pub(super) fn new_error<'h>(
    cx: Cx<'h>,
    kind: ErrorKind,
    message: Option<Value<'h>>,
    options: Option<Value<'h>>,
) -> JsResult<'h, ErrorObject<'h>> {
    let message = match message {
        Some(message) => Some(message.to_js_string(cx)?),
        None => None,
    };
    let error = ErrorObject::new(cx, kind, message);
    install_cause(cx, error, options)?;
    Ok(error)
}

/// InstallErrorCause (ECMA-262 §20.5.8.1)
fn install_cause<'h>(cx: Cx<'h>, error: ErrorObject<'h>, options: Option<Value<'h>>) -> JsResult<'h, ()> {
    if let Some(Value::Object(options)) = options
        && has_property(cx, "cause", options)?
    {
        let cause = options.get(cx, "cause")?;
        error.object().define_own(cx, "cause", cause, Attributes::HIDDEN)?;
    }
    Ok(())
}

/// Error ( message [ , options ] ) (ECMA-262 §20.5.1.1)
pub fn call<'h>(cx: Cx<'h>, message: Option<Value<'h>>, options: Option<Value<'h>>) -> JsResult<'h, Object<'h>> {
    Ok(new_error(cx, ErrorKind::Error, message, options)?.object())
}

pub use call as construct;

/// Error.captureStackTrace ( target [ , until ] ), which V8 has
pub fn capture_stack_trace<'h>(cx: Cx<'h>, target: Value<'h>, _until: Option<Value<'h>>) -> JsResult<'h, ()> {
    let Value::Object(object) = target else {
        return Err(throw_type_error(cx, "invalid_argument"));
    };
    match object.as_error() {
        Some(error) => {
            let _: () = error.renew_stack(cx);
            Ok(())
        }
        None => Err(cx.unsupported("`Error.captureStackTrace` of an object that is no error")),
    }
}

/// Error.prototype.toString (ECMA-262 §20.5.3.4)
pub fn to_string<'h>(cx: Cx<'h>, error: Object<'h>) -> JsResult<'h, JsStr<'h>> {
    let part = |key, default| -> JsResult<'h, JsStr<'h>> {
        let value = error.get(cx, key)?;
        if value.is_undefined() { Ok(JsStr::from_static(default)) } else { value.to_js_string(cx) }
    };
    let name = part("name", "Error")?;
    let message = part("message", "")?;
    if name.is_empty() {
        return Ok(message);
    }
    if message.is_empty() {
        return Ok(name);
    }
    cx.concat_all(&[name, JsStr::from_static(": "), message]).map_err(|_| too_long(cx))
}

/// A string would have more code units than V8 allows.
#[cold]
pub(crate) fn too_long<'h>(cx: Cx<'h>) -> Throw<'h> {
    cx.throw_error(ErrorKind::Range, "Invalid string length")
}

/// `throw new TypeError(message)`
#[cold]
pub(crate) fn throw_type_error<'h>(cx: Cx<'h>, message: &str) -> Throw<'h> {
    cx.throw_error(ErrorKind::Type, cx.string(message))
}

/// The value of the own property `stack`. Node formats it when it is read for the first time, with the name and message that the
/// error has then.
pub(crate) fn get_stack<'h>(cx: Cx<'h>, error: ErrorObject<'h>) -> JsResult<'h> {
    if error.is_stack_pending() {
        // What throws while it is asked for its text is shown as `<error>`.
        let header = match to_string(cx, error.object()) {
            Err(throw) if throw.exception().is_some() => JsStr::from_static("<error>"),
            header => header?,
        };
        let frame = cx.string(&format!("\n    {}", frame(cx, error).as_deref().unwrap_or("at <anonymous>")));
        let stack = cx.concat_all(&[header, frame]).map_err(|_| too_long(cx))?;
        error.set_stack(cx, stack);
    }
    Ok(error.object().get_own_data(cx, "stack").unwrap_or_default())
}

/// The innermost call: the place in the plugin's source where the error was made, or where the operation stands that threw it.
fn frame<'h>(cx: Cx<'h>, error: ErrorObject<'h>) -> Option<String> {
    let place = error.origin()?;
    instances(cx).iter().find_map(|instance| instance.source_maps().frame(cx, place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builtins::testing::{in_turn, show, value};

    #[test]
    fn options_may_have_a_cause() {
        in_turn(|cx| {
            let error = |options| call(cx, Some("x".into()), options).expect("nothing throws");
            let names = |error| show(cx, crate::builtins::object::get_own_property_names(cx, Value::Object(error)));
            assert_eq!(names(error(Some(value(cx, r#"{"cause":null}"#)))), r#"["stack","message","cause"]"#);
            assert_eq!(names(error(Some(value(cx, "{}")))), r#"["stack","message"]"#);
            assert_eq!(names(error(Some(5.0.into()))), r#"["stack","message"]"#);
            assert_eq!(names(call(cx, None, None).expect("nothing throws")), r#"["stack"]"#);
        });
    }

    fn stack<'h>(cx: Cx<'h>, error: Object<'h>) -> String {
        error.get(cx, "stack").expect("nothing throws").as_string().expect("a text").to_string_lossy()
    }

    #[test]
    fn stack_is_formatted_when_it_is_read_first() {
        in_turn(|cx| {
            let error = call(cx, Some("x".into()), None).expect("nothing throws");
            error.define_own(cx, "name", "Mine".into(), Attributes::ALL).expect("it fits");
            assert!(stack(cx, error).starts_with("Mine: x\n"));
            error.define_own(cx, "name", "Other".into(), Attributes::ALL).expect("it fits");
            assert!(stack(cx, error).starts_with("Mine: x\n"));
            assert_eq!(show(cx, to_string(cx, error)), r#""Other: x""#);
        });
    }

    #[test]
    fn text_of_anything_with_name_and_message() {
        in_turn(|cx| {
            let text = |json: &str| show(cx, to_string(cx, value(cx, json).as_object().expect("an object")));
            assert_eq!(text(r#"{"name":"n","message":"m"}"#), r#""n: m""#);
            assert_eq!(text(r#"{"name":"","message":"m"}"#), r#""m""#);
            assert_eq!(text(r#"{"name":"n","message":""}"#), r#""n""#);
            assert_eq!(text(r#"{"name":null}"#), r#""null""#);
            assert_eq!(text("{}"), r#""Error""#);
        });
    }
}
