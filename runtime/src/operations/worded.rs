//! Calls and iterations that the runtime itself makes: it has no place in generated code that would tell how V8 words them.

use prickle_heap::{Cx, JsResult, Value, located};

use super::iteration::Iteration;
use super::key::Key;
use super::{call, iteration};

/// Operations that are told how V8 words what is called or iterated.
pub(crate) trait WordedOperations<'h>: Copy + Into<Value<'h>> {
    /// Call (ECMA-262 §7.3.14) without receiver. `callee` is how V8 prints what is called.
    #[track_caller]
    fn call_worded(self, cx: Cx<'h>, callee: &str, arguments: &[Value<'h>]) -> JsResult<'h> {
        located(call::call(cx, self.into(), Value::Undefined, callee, arguments))
    }

    /// Call (ECMA-262 §7.3.14). `callee` is how V8 prints what is called.
    #[track_caller]
    fn call_with_this_worded(
        self,
        cx: Cx<'h>,
        this: impl Into<Value<'h>>,
        callee: &str,
        arguments: &[Value<'h>],
    ) -> JsResult<'h> {
        located(call::call(cx, self.into(), this.into(), callee, arguments))
    }

    /// Invoke (ECMA-262 §7.3.21). `callee` is how V8 prints what is called.
    #[track_caller]
    fn call_method_worded<K: Key<'h>>(self, cx: Cx<'h>, key: K, callee: &str, arguments: &[Value<'h>]) -> JsResult<'h> {
        located(call::call_method(cx, self.into(), key, callee, arguments))
    }

    /// GetIterator (ECMA-262 §7.4.3). `message` is V8's, for what cannot be iterated; `{value}` and `{callsite}` in it are filled.
    #[track_caller]
    fn iterate_worded(self, cx: Cx<'h>, message: &str) -> JsResult<'h, Iteration<'h>> {
        located(iteration::iterate(cx, self.into(), message))
    }
}

impl<'h, T: Copy + Into<Value<'h>>> WordedOperations<'h> for T {}
