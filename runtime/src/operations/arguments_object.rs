//! The `arguments` of a function (ECMA-262 §10.4.4).

use prickle_heap::{
    Attributes, Binding, Call, Cx, ErrorKind, Function, FunctionKind, JsResult, Object, Symbol, Throw, Value,
};

use crate::builtins::table::ClassId;
use crate::errors::throw_error;
use crate::intrinsics;

/// Arguments objects.
pub trait CallArguments<'h> {
    /// CreateMappedArgumentsObject (ECMA-262 §10.4.4.7): the elements stand for the parameters given.
    fn mapped_arguments(&self, cx: Cx<'h>, parameters: &[Binding<'h>]) -> JsResult<'h, Object<'h>>;

    /// The arguments of a sloppy function, where nobody can tell whether its parameters are mapped.
    fn sloppy_arguments(&self, cx: Cx<'h>) -> JsResult<'h, Object<'h>> {
        self.mapped_arguments(cx, &[])
    }

    /// CreateUnmappedArgumentsObject (ECMA-262 §10.4.4.6): the arguments of a strict function.
    fn strict_arguments(&self, cx: Cx<'h>) -> Object<'h>;
}

impl<'h> CallArguments<'h> for Call<'h, '_> {
    fn mapped_arguments(&self, cx: Cx<'h>, parameters: &[Binding<'h>]) -> JsResult<'h, Object<'h>> {
        let object = Object::arguments(cx, self.args(), parameters);
        object.define_own(cx, "callee", self.function().into(), Attributes::HIDDEN)?;
        define_iterator(cx, object);
        Ok(object)
    }

    fn strict_arguments(&self, cx: Cx<'h>) -> Object<'h> {
        let object = Object::arguments(cx, self.args(), &[]);
        let thrower = intrinsics::type_error_thrower(cx).into();
        object.define_own_accessor(cx, "callee", thrower, thrower, Attributes::NONE);
        define_iterator(cx, object);
        object
    }
}

/// `@@iterator`, which is `Array.prototype.values` (ECMA-262 §10.4.4.6, step 7).
fn define_iterator<'h>(cx: Cx<'h>, object: Object<'h>) {
    if let Some(values) = array_values(cx) {
        // No array, and new: nothing can fail.
        let _ = object.define_own(cx, Symbol::ITERATOR, values.into(), Attributes::HIDDEN);
    }
}

fn array_values<'h>(cx: Cx<'h>) -> Option<Object<'h>> {
    let member = ClassId::ARRAY.inherited(b"values")?;
    intrinsics::inherited_value(cx, member, Value::Undefined).ok()?.as_object()
}

/// Whether an arguments object is iterated as it was born.
pub(super) fn iterates_as_array<'h>(cx: Cx<'h>, arguments: Object<'h>) -> bool {
    let own = arguments.get_own_data(cx, Symbol::ITERATOR).and_then(Value::as_object);
    own.zip(array_values(cx)).is_some_and(|(own, values)| own.is_same(values))
}

/// %ThrowTypeError% (ECMA-262 §10.2.4.1).
pub(crate) fn make_type_error_thrower<'h>(cx: Cx<'h>) -> Object<'h> {
    let function = Function::new(cx, FunctionKind::Builtin, "", 0, &[], |cx, _| Err(restricted(cx)));
    let object = function.object();
    for name in ["length", "name"] {
        object.set_attributes(cx, name, Attributes::NONE);
    }
    object.prevent_extensions();
    object
}

/// What %ThrowTypeError% throws.
#[cold]
pub(crate) fn restricted<'h>(cx: Cx<'h>) -> Throw<'h> {
    let message = "'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions or the arguments objects for calls to them";
    throw_error(cx, ErrorKind::Type, message)
}
