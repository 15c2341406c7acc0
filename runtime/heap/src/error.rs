//! Error objects (ECMA-262 §20.5).

use std::panic::Location;

use crate::object::Payload;
use crate::{Attributes, Cx, JsResult, JsStr, Kind, Object, Throw, Value};

/// Which constructor an error belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// `Error`
    Error,
    /// `AggregateError`
    Aggregate,
    /// `EvalError`
    Eval,
    /// `RangeError`
    Range,
    /// `ReferenceError`
    Reference,
    /// `SyntaxError`
    Syntax,
    /// `TypeError`
    Type,
    /// `URIError`
    Uri,
}

impl ErrorKind {
    /// The `name` on the prototype.
    pub const fn name(self) -> &'static str {
        match self {
            ErrorKind::Error => "Error",
            ErrorKind::Aggregate => "AggregateError",
            ErrorKind::Eval => "EvalError",
            ErrorKind::Range => "RangeError",
            ErrorKind::Reference => "ReferenceError",
            ErrorKind::Syntax => "SyntaxError",
            ErrorKind::Type => "TypeError",
            ErrorKind::Uri => "URIError",
        }
    }
}

/// A typed view of an error object.
#[derive(Clone, Copy, Debug)]
pub struct ErrorObject<'h>(pub(crate) Object<'h>);

impl<'h> ErrorObject<'h> {
    /// A new error. Its own `stack` is `undefined` until somebody asks for it ([`ErrorObject::is_stack_pending`]). `message` becomes an own property that is not enumerable; without it the prototype's `""` shows through.
    #[track_caller]
    pub fn new(cx: Cx<'h>, kind: ErrorKind, message: Option<JsStr<'h>>) -> ErrorObject<'h> {
        let object = Object::new(cx, Kind::Error, Payload::Error(kind, Location::caller()));
        object.0.mark_stack_pending();
        object.define_own_data(cx, "stack".into(), Value::Undefined, Attributes::HIDDEN);
        if let Some(message) = message {
            object.define_own_data(cx, "message".into(), message.into(), Attributes::HIDDEN);
        }
        ErrorObject(object)
    }

    /// The object.
    pub fn object(self) -> Object<'h> {
        self.0
    }

    /// Whether nobody has formatted `stack` yet. V8 does so when it is first read, from the name and message of that moment.
    pub fn is_stack_pending(self) -> bool {
        self.0.resolve().0.is_stack_pending()
    }

    /// Stores the text of `stack`, which is then no longer pending.
    pub fn set_stack(self, cx: Cx<'h>, text: JsStr<'h>) {
        self.0.store(cx, "stack", text.into());
    }

    /// Lets `stack` be formatted anew when it is next read, as if nobody had read it.
    pub fn renew_stack(self, cx: Cx<'h>) {
        let object = self.0.resolve();
        object.define_own_data(cx, "stack".into(), Value::Undefined, Attributes::HIDDEN);
        object.0.mark_stack_pending();
    }

    /// Which constructor made it.
    pub fn kind(self) -> ErrorKind {
        match self.0.resolve().0.payload.get() {
            Payload::Error(kind, _) => kind,
            _ => ErrorKind::Error,
        }
    }

    /// The place in generated code that made or threw it; `None` if generated code has not met it yet.
    pub fn origin(self) -> Option<&'static Location<'static>> {
        match self.0.resolve().0.payload.get() {
            Payload::Error(_, place) => Some(place).filter(|place| is_generated(place)),
            _ => None,
        }
    }

    /// Notes the place where generated code met the error, unless it met it before.
    #[cold]
    pub fn met_at(self, place: &'static Location<'static>) {
        let payload = &self.0.resolve().0.payload;
        if let Payload::Error(kind, before) = payload.get()
            && !is_generated(before)
        {
            payload.set(Payload::Error(kind, place));
        }
    }
}

/// A place outside the crates of the runtime.
fn is_generated(place: &Location<'_>) -> bool {
    const HERE: &str = "heap/src/error.rs";
    let runtime = &file!()[..file!().len() - HERE.len()];
    !place.file().starts_with(runtime)
}

/// The result of an operation that generated code calls. What it throws learns which place of generated code that was, so that `stack`
/// can name the place in the plugin's source. Costs nothing where nothing is thrown.
#[inline(always)]
#[track_caller]
pub fn located<'h, T>(result: JsResult<'h, T>) -> JsResult<'h, T> {
    match result {
        Ok(value) => Ok(value),
        Err(throw) => Err(throw.met_at(Location::caller())),
    }
}

impl<'h> From<ErrorObject<'h>> for Value<'h> {
    fn from(error: ErrorObject<'h>) -> Self {
        Value::Object(error.0)
    }
}

impl<'h> Cx<'h> {
    /// What `throw new TypeError(message)` completes with, for the kind given.
    #[cold]
    #[track_caller]
    pub fn throw_error(self, kind: ErrorKind, message: impl Into<JsStr<'h>>) -> Throw<'h> {
        let message = self.complete_message(message.into());
        self.throw(ErrorObject::new(self, kind, Some(message)).into())
    }
}
