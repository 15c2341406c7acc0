//! What stands for builtins that JavaScript has and we do not.
//!
//! Packages look whether they are there, and keep them for code that seldom runs. They may: such an object has the type, the name and the
//! properties of the builtin. Whoever calls it or reads one of its properties ends the turn.

use prickle_heap::{Attributes, Cx, Function, FunctionKind, Object, Prototype, Symbol, Value};
use prickle_spec::unsupported::{UTIL, Unsupported, is_method, unsupported};

use crate::builtins::table::ClassId;
use crate::intrinsics::{PLACEHOLDERS, class_object, prototype};

/// The object that stands for the builtin of this name. The same one every time.
pub(crate) fn placeholder<'h>(cx: Cx<'h>, name: &str) -> Option<Object<'h>> {
    let (index, builtin) = unsupported(name)?;
    let number = PLACEHOLDERS + u32::try_from(index).ok()?;
    Some(cx.intrinsic(number).unwrap_or_else(|| {
        let object = cx.set_intrinsic(number, make(cx, builtin));
        define_members(cx, object, builtin);
        object
    }))
}

fn make<'h>(cx: Cx<'h>, builtin: &'static Unsupported) -> Object<'h> {
    match builtin.length {
        Some(length) => {
            Function::new(cx, FunctionKind::Constructor, builtin.name, length, &[builtin.name.into()], |cx, call| {
                let name = call.captured(0).as_string().and_then(|name| unsupported(name.to_str()?));
                Err(cx.unsupported(name.map_or("a builtin that is not there yet", |(_, builtin)| builtin.name)))
            })
            .object()
        }
        None => Object::plain(cx),
    }
}

fn define_members<'h>(cx: Cx<'h>, object: Object<'h>, builtin: &'static Unsupported) {
    let refusal = Function::new(cx, FunctionKind::Builtin, "get", 0, &[], |cx, _| Err(cx.unsupported("this builtin")));
    let refuse = |object: Object<'h>, names: &[&'static str]| {
        for name in names {
            if is_method(name) {
                let method = Function::new(cx, FunctionKind::Builtin, *name, 0, &[], |cx, _| {
                    Err(cx.unsupported("a method of a builtin that is not there yet"))
                });
                let _ = object.define_own(cx, *name, method.object().into(), Attributes::HIDDEN);
                continue;
            }
            object.define_own_accessor(
                cx,
                *name,
                refusal.object().into(),
                refusal.object().into(),
                Attributes::CONFIGURABLE,
            );
        }
    };
    let parent = builtin.inherits.map(ClassId::named);
    if let Some(parent) = parent {
        object.set_prototype(cx, Prototype::Object(class_object(cx, parent)));
    }
    if let Some(members) = builtin.prototype {
        let own = Object::plain(cx);
        if let Some(parent) = parent {
            own.set_prototype(cx, Prototype::Object(prototype(cx, parent)));
        }
        let _ = own.define_own(cx, "constructor", object.into(), Attributes::HIDDEN);
        refuse(own, members);
        if parent.is_none() {
            tag(cx, own, builtin);
        }
        let _ = object.define_own(cx, "prototype", own.into(), Attributes::NONE);
    }
    refuse(object, builtin.statics);
    if builtin.name == UTIL
        && let Some(Value::Object(inspect)) = object.get_own_data(cx, "inspect")
    {
        // Packages look for methods of this name on what they show, whether or not they are to show it with `inspect`.
        let custom = Symbol::registered(cx, "nodejs.util.inspect.custom".into());
        let _ = inspect.define_own(cx, "custom", custom.into(), Attributes::ALL);
        for name in ["defaultOptions", "colors", "styles"] {
            let refusal = refusal.object().into();
            inspect.define_own_accessor(cx, name, refusal, refusal, Attributes::CONFIGURABLE);
        }
    }
    if builtin.length.is_none() {
        tag(cx, object, builtin);
    }
}

fn tag<'h>(cx: Cx<'h>, object: Object<'h>, builtin: &'static Unsupported) {
    let _ = object.define_own(cx, Symbol::TO_STRING_TAG, Value::from(builtin.name), Attributes::CONFIGURABLE);
}
