//! `Function.prototype` (ECMA-262 §20.2.3).

use prickle_heap::{Array, Attributes, Call, Cx, ErrorKind, Function, FunctionKind, JsResult, JsStr, Object, Value};

use crate::errors::throw_error;
use crate::operations::{Operations, WordedOperations, ordinary_has_instance, to_length};

/// `Function.prototype.apply(thisArg, argArray)` (ECMA-262 §20.2.3.1).
pub fn apply<'h>(cx: Cx<'h>, this: Object<'h>, this_arg: Value<'h>, arg_array: Value<'h>) -> JsResult<'h> {
    let arguments = match arg_array {
        Value::Undefined | Value::Null => Vec::new(),
        Value::Object(list) => list_from_array_like(cx, list)?,
        Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Symbol(_) | Value::BigInt(_) => {
            return Err(throw_error(cx, ErrorKind::Type, "CreateListFromArrayLike called on non-object"));
        }
    };
    this.call_with_this_worded(cx, this_arg, "Function.prototype.apply", &arguments)
}

/// CreateListFromArrayLike (ECMA-262 §7.3.19).
pub(crate) fn list_from_array_like<'h>(cx: Cx<'h>, list: Object<'h>) -> JsResult<'h, Vec<Value<'h>>> {
    let length = to_length(list.get(cx, "length")?.to_number(cx)?);
    // V8's stack has no room for more.
    if length > 65_535.0 {
        return Err(throw_error(cx, ErrorKind::Range, "Maximum call stack size exceeded"));
    }
    (0..length as u32).map(|index| list.get(cx, index)).collect()
}

/// `Function.prototype.call(thisArg, ...args)` (ECMA-262 §20.2.3.3).
pub fn call<'h>(cx: Cx<'h>, this: Object<'h>, this_arg: Value<'h>, args: &[Value<'h>]) -> JsResult<'h> {
    this.call_with_this_worded(cx, this_arg, "Function.prototype.call", args)
}

/// `Function.prototype.bind(thisArg, ...args)` (ECMA-262 §20.2.3.2).
pub fn bind<'h>(cx: Cx<'h>, this: Object<'h>, this_arg: Value<'h>, args: &[Value<'h>]) -> JsResult<'h, Object<'h>> {
    let length = match this.get(cx, "length")? {
        Value::Number(length) if length.is_finite() => (length.trunc() - args.len() as f64).max(0.0),
        Value::Number(length) if length > 0.0 => length,
        _ => 0.0,
    };
    let name = this.get(cx, "name")?.as_string().unwrap_or(JsStr::EMPTY);
    let name = JsStr::from("bound ").concat(cx, name).unwrap_or(name);
    let captures = [this.into(), this_arg, Array::of(cx, args).into()];
    let bound = Function::new(cx, FunctionKind::Bound, name, 0, &captures, call_bound).object();
    bound.define_own(cx, "length", length.into(), Attributes::CONFIGURABLE)?;
    Ok(bound)
}

/// `[[Call]]` of a bound function (ECMA-262 §10.4.1.1).
fn call_bound<'h>(cx: Cx<'h>, call: Call<'h, '_>) -> JsResult<'h> {
    let (target, bound) = bound_parts(call.function());
    let arguments: Vec<_> = bound.into_iter().chain(call.args().iter().copied()).collect();
    target.call_with_this_worded(cx, call.captured(1), "bound", &arguments)
}

/// The target of a bound function and the arguments bound to it.
pub(crate) fn bound_parts<'h>(function: Function<'h>) -> (Value<'h>, Vec<Value<'h>>) {
    let arguments = function.captured(2).as_array().map(Array::snapshot).unwrap_or_default();
    (function.captured(0), arguments.into_iter().map(Option::unwrap_or_default).collect())
}

/// `Function.prototype[@@hasInstance](value)` (ECMA-262 §20.2.3.6).
pub fn has_instance<'h>(cx: Cx<'h>, this: Object<'h>, value: Value<'h>) -> JsResult<'h, bool> {
    ordinary_has_instance(cx, this, value)
}

/// `Function.prototype.toString()` (ECMA-262 §20.2.3.5). PostHog's server ran what Babel printed, so that the source text of the program's
/// functions was Babel's, and a plugin that asks for it cannot get the same here.
pub fn to_string<'h>(cx: Cx<'h>, this: Object<'h>) -> JsResult<'h, JsStr<'h>> {
    let Some(function) = this.as_function() else { return Ok(JsStr::EMPTY) };
    match function.kind() {
        FunctionKind::Builtin | FunctionKind::Constructor => {
            Ok(cx.string(&format!("function {}() {{ [native code] }}", function.name())))
        }
        FunctionKind::Bound => Ok("function () { [native code] }".into()),
        FunctionKind::Normal
        | FunctionKind::Strict
        | FunctionKind::Class
        | FunctionKind::DerivedClass
        | FunctionKind::Arrow
        | FunctionKind::Method
        | FunctionKind::Async
        | FunctionKind::Generator
        | FunctionKind::AsyncGenerator => Err(cx.unsupported("the source text of a function")),
    }
}

/// The constructors of the other kinds of functions, which no global names.
macro_rules! function_constructors {
    ($($(#[$doc:meta])* $module:ident;)+) => { $(
        $(#[$doc])*
        pub mod $module {
            use prickle_heap::{Cx, JsResult, Value};

            /// CreateDynamicFunction (ECMA-262 §20.2.1.1.1)
            pub fn call<'h>(cx: Cx<'h>, _: &[Value<'h>]) -> JsResult<'h> {
                Err(cx.unsupported("making code at run time"))
            }

            pub use call as construct;
        }
    )+ };
}

function_constructors! {
    /// `%AsyncFunction%` (ECMA-262 §27.7.1)
    async_function;
    /// `%AsyncGeneratorFunction%` (ECMA-262 §27.4.1)
    async_generator_function;
    /// `%GeneratorFunction%` (ECMA-262 §27.3.1)
    generator_function;
}
