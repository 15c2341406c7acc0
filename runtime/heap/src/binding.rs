//! Variables that outlive their scope: captured ones in cells, module-level ones in the slots of the instance.

use crate::object::Payload;
use crate::{Cx, ErrorKind, JsResult, Kind, Object, Throw, Value, located};

/// A variable that a closure captures and somebody assigns.
#[derive(Clone, Copy, Debug)]
pub struct Binding<'h>(Object<'h>);

impl<'h> Binding<'h> {
    #[inline]
    pub(crate) fn from_capture(value: Value<'h>) -> Binding<'h> {
        match value {
            Value::Object(object) if object.kind() == Kind::Cell => Binding(object),
            _ => panic!("the capture is not a binding"),
        }
    }

    /// The value of a variable that is known to be initialized.
    #[inline]
    pub fn get(self) -> Value<'h> {
        self.0.slot(0)
    }

    /// Assigns.
    #[inline]
    pub fn set(self, cx: Cx<'h>, value: impl Into<Value<'h>>) {
        self.0.set_slot(cx, 0, value.into());
    }

    /// GetBindingValue (ECMA-262 §9.1.1.1.6): throws a ReferenceError in the temporal dead zone.
    #[inline]
    #[track_caller]
    pub fn get_checked(self, cx: Cx<'h>) -> JsResult<'h> {
        located(self.check(cx))?;
        Ok(self.get())
    }

    /// SetMutableBinding (ECMA-262 §9.1.1.1.5): throws a ReferenceError in the temporal dead zone.
    #[track_caller]
    pub fn set_checked(self, cx: Cx<'h>, value: impl Into<Value<'h>>) -> JsResult<'h, ()> {
        located(self.check(cx))?;
        self.set(cx, value);
        Ok(())
    }

    /// Ends the temporal dead zone.
    pub fn initialize(self, cx: Cx<'h>, value: impl Into<Value<'h>>) {
        self.set(cx, value);
        self.0.set_slot(cx, 1, Value::Null);
    }

    /// Slot 1 holds the name until the variable is initialized.
    #[inline]
    fn check(self, cx: Cx<'h>) -> JsResult<'h, ()> {
        match self.0.slot(1) {
            Value::String(name) => Err(uninitialized(cx, &name.to_string_lossy())),
            _ => Ok(()),
        }
    }
}

impl<'h> From<Binding<'h>> for Value<'h> {
    /// For the captures of a closure only; the plugin never sees this value.
    #[inline]
    fn from(binding: Binding<'h>) -> Self {
        Value::Object(binding.0)
    }
}

#[cold]
fn uninitialized<'h>(cx: Cx<'h>, name: &str) -> Throw<'h> {
    if name == "this" {
        let message = "Must call super constructor in derived class before accessing 'this' or returning from derived constructor";
        return cx.throw_error(ErrorKind::Reference, message);
    }
    cx.throw_error(ErrorKind::Reference, cx.string(&format!("Cannot access '{name}' before initialization")))
}

impl<'h> Cx<'h> {
    /// A cell for a variable that is captured and assigned.
    #[inline]
    pub fn cell(self, value: impl Into<Value<'h>>) -> Binding<'h> {
        Binding(Object::with_slots(self, Kind::Cell, &[value.into(), Value::Null]))
    }

    /// A cell in its temporal dead zone.
    pub fn uninitialized_cell(self, name: &'static str) -> Binding<'h> {
        Binding(Object::with_slots(self, Kind::Cell, &[Value::Undefined, name.into()]))
    }
}

/// A module-level variable of a plugin: a slot of the running instance.
#[derive(Clone, Copy, Debug)]
pub struct ModuleBinding {
    slot: u32,
    name: &'static str,
}

impl ModuleBinding {
    /// The variable with this slot number; `name` is for messages.
    pub const fn new(slot: u32, name: &'static str) -> ModuleBinding {
        ModuleBinding { slot, name }
    }

    /// The value of a variable that is known to be initialized.
    #[inline]
    pub fn get<'h>(&self, cx: Cx<'h>) -> Value<'h> {
        cx.module_slot(self.slot).unwrap_or_default()
    }

    /// Assigns.
    #[inline]
    pub fn set<'h>(&self, cx: Cx<'h>, value: impl Into<Value<'h>>) {
        cx.set_module_slot(self.slot, value.into());
    }

    /// GetBindingValue (ECMA-262 §9.1.1.1.6): throws a ReferenceError before the declaration has been evaluated.
    #[inline]
    #[track_caller]
    pub fn get_checked<'h>(&self, cx: Cx<'h>) -> JsResult<'h> {
        located(cx.module_slot(self.slot).ok_or_else(|| uninitialized(cx, self.name)))
    }

    /// SetMutableBinding (ECMA-262 §9.1.1.1.5): throws a ReferenceError before the declaration has been evaluated.
    #[inline]
    #[track_caller]
    pub fn set_checked<'h>(&self, cx: Cx<'h>, value: impl Into<Value<'h>>) -> JsResult<'h, ()> {
        self.get_checked(cx)?;
        self.set(cx, value);
        Ok(())
    }

    /// InitializeBinding (ECMA-262 §9.1.1.1.4): ends the temporal dead zone.
    #[inline]
    pub fn initialize<'h>(&self, cx: Cx<'h>, value: impl Into<Value<'h>>) {
        self.set(cx, value);
    }
}

impl<'h> Object<'h> {
    /// Whether this is something of the implementation that a plugin must never see.
    pub fn is_internal(self) -> bool {
        matches!(self.kind(), Kind::Cell | Kind::Accessor)
    }

    pub(crate) fn payload(self) -> Payload<'h> {
        self.resolve().0.payload.get()
    }
}
