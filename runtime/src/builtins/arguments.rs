//! How dynamic calls bring receivers and arguments to the types of a row.

use prickle_heap::{
    Bytes, Cx, ElementType, ErrorKind, JsResult, JsStr, Kind, MapObject, Object, SetObject, Symbol, Value,
};

use super::node_error;
use crate::builtins::regexp;
use crate::errors::{display, throw_error};
use crate::operations::promises::Promise;
use crate::operations::{Callback, Operations, to_callback, to_object};

use super::table::{ClassId, prototype_tag};
pub(crate) use crate::operations::CallbackRole;

/// The arguments of a call, taken one after the other.
pub(crate) struct Arguments<'h, 'a> {
    pub(crate) cx: Cx<'h>,
    /// The name of the builtin, for messages.
    name: &'static str,
    /// What a method of arrays is called on.
    array_like: Option<Value<'h>>,
    rest: &'a [Value<'h>],
}

impl<'h, 'a> Arguments<'h, 'a> {
    pub(crate) fn new(cx: Cx<'h>, args: &'a [Value<'h>], name: &'static str) -> Self {
        Arguments { cx, name, array_like: None, rest: args }
    }

    /// The arguments of a method of `class`.
    pub(crate) fn of_method(
        class: &str,
        cx: Cx<'h>,
        this: Value<'h>,
        args: &'a [Value<'h>],
        name: &'static str,
    ) -> Self {
        Arguments { cx, name, array_like: (class == "Array").then_some(this), rest: args }
    }

    /// What is no function is refused only after the length was read (step 2 of ECMA-262 §23.1.3.6 and its like), which code can notice.
    fn read_length_before_refusal(&self, callback: Value<'h>) -> JsResult<'h, ()> {
        if let Some(this) = self.array_like
            && callback.type_of() != "function"
        {
            this.get(self.cx, "length")?.to_number(self.cx)?;
        }
        Ok(())
    }

    fn next(&mut self) -> Option<Value<'h>> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    pub(crate) fn required(&mut self) -> Value<'h> {
        self.next().unwrap_or_default()
    }

    pub(crate) fn search_string(&mut self) -> JsResult<'h, JsStr<'h>> {
        let value = self.required();
        regexp::search_string(self.cx, value, self.name)
    }

    pub(crate) fn optional<T: FromArgument<'h>>(&mut self) -> JsResult<'h, Option<T>> {
        match self.next() {
            None | Some(Value::Undefined) => Ok(None),
            Some(value) => T::from_argument(self.cx, value).map(Some),
        }
    }

    pub(crate) fn given<T: FromArgument<'h>>(&mut self) -> JsResult<'h, Option<T>> {
        self.next().map(|value| T::from_argument(self.cx, value)).transpose()
    }

    pub(crate) fn rest(&mut self) -> &'a [Value<'h>] {
        std::mem::take(&mut self.rest)
    }

    pub(crate) fn coerced_rest<T: FromArgument<'h>>(&mut self) -> JsResult<'h, Vec<T>> {
        self.rest().iter().map(|value| T::from_argument(self.cx, *value)).collect()
    }

    pub(crate) fn callback(&mut self, role: CallbackRole) -> JsResult<'h, impl Callback<'h> + use<'h>> {
        let callback = self.required();
        self.read_length_before_refusal(callback)?;
        to_callback(self.cx, callback, Value::Undefined, role)
    }

    pub(crate) fn callback_with_this(&mut self, role: CallbackRole) -> JsResult<'h, impl Callback<'h> + use<'h>> {
        let callback = self.required();
        self.read_length_before_refusal(callback)?;
        to_callback(self.cx, callback, self.required(), role)
    }

    pub(crate) fn optional_callback(
        &mut self,
        role: CallbackRole,
    ) -> JsResult<'h, Option<impl Callback<'h> + use<'h>>> {
        let callback = self.required();
        self.callback_unless_undefined(callback, Value::Undefined, role)
    }

    pub(crate) fn optional_callback_with_this(
        &mut self,
        role: CallbackRole,
    ) -> JsResult<'h, Option<impl Callback<'h> + use<'h>>> {
        let callback = self.required();
        let this = self.required();
        self.callback_unless_undefined(callback, this, role)
    }

    fn callback_unless_undefined(
        &self,
        callback: Value<'h>,
        this: Value<'h>,
        role: CallbackRole,
    ) -> JsResult<'h, Option<impl Callback<'h> + use<'h>>> {
        if callback.is_undefined() { Ok(None) } else { to_callback(self.cx, callback, this, role).map(Some) }
    }
}

/// The coercion that a parameter type stands for.
pub(crate) trait FromArgument<'h>: Sized {
    fn from_argument(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, Self>;
}

impl<'h> FromArgument<'h> for Value<'h> {
    fn from_argument(_: Cx<'h>, value: Value<'h>) -> JsResult<'h, Self> {
        Ok(value)
    }
}

impl<'h> FromArgument<'h> for JsStr<'h> {
    fn from_argument(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, Self> {
        value.to_js_string(cx)
    }
}

impl<'h> FromArgument<'h> for f64 {
    fn from_argument(cx: Cx<'h>, value: Value<'h>) -> JsResult<'h, Self> {
        value.to_number(cx)
    }
}

impl<'h> FromArgument<'h> for bool {
    fn from_argument(_: Cx<'h>, value: Value<'h>) -> JsResult<'h, Self> {
        Ok(value.truthy())
    }
}

/// What a row's function returns, as a value.
pub trait IntoValue<'h> {
    /// The value.
    fn into_value(self) -> Value<'h>;
}

impl<'h> IntoValue<'h> for () {
    fn into_value(self) -> Value<'h> {
        Value::Undefined
    }
}

macro_rules! into_value {
    ($($ty:ty),*) => { $(
        impl<'h> IntoValue<'h> for $ty {
            fn into_value(self) -> Value<'h> {
                self.into()
            }
        }
    )* };
}
into_value!(Value<'h>, Symbol<'h>, JsStr<'h>, f64, bool, Object<'h>, Option<JsStr<'h>>, Option<f64>);

/// The `this` of a call on an unknown receiver, and whose method is called: for the messages.
pub(crate) struct Receiver<'h> {
    pub(crate) class: &'static str,
    pub(crate) name: &'static str,
    pub(crate) this: Value<'h>,
}

/// One method per receiver type, named for it.
#[allow(non_snake_case, reason = "the row macros call the method that is named like the type")]
impl<'h> Receiver<'h> {
    pub(crate) fn Value(self, _: Cx<'h>) -> JsResult<'h, Value<'h>> {
        Ok(self.this)
    }

    #[inline]
    pub(crate) fn Str(self, cx: Cx<'h>) -> JsResult<'h, JsStr<'h>> {
        if let Value::String(text) = self.this { Ok(text) } else { self.text_of_other(cx) }
    }

    fn text_of_other(self, cx: Cx<'h>) -> JsResult<'h, JsStr<'h>> {
        if matches!(self.name, "toString" | "valueOf") {
            return match self.boxed() {
                Value::String(text) => Ok(text),
                _ => Err(self.requires(cx)),
            };
        }
        self.not_nullish(cx)?;
        self.this.to_js_string(cx)
    }

    pub(crate) fn Num(self, cx: Cx<'h>) -> JsResult<'h, f64> {
        match self.boxed() {
            Value::Number(number) => Ok(number),
            _ => Err(self.requires(cx)),
        }
    }

    pub(crate) fn Bool(self, cx: Cx<'h>) -> JsResult<'h, bool> {
        match self.boxed() {
            Value::Bool(boolean) => Ok(boolean),
            _ => Err(self.requires(cx)),
        }
    }

    pub(crate) fn Symbol(self, cx: Cx<'h>) -> JsResult<'h, Symbol<'h>> {
        match self.boxed() {
            Value::Symbol(symbol) => Ok(symbol),
            _ => Err(self.requires(cx)),
        }
    }

    pub(crate) fn Array(self, cx: Cx<'h>) -> JsResult<'h, Object<'h>> {
        // The methods whose message names them in V8; the others leave it to ToObject.
        if matches!(
            self.name,
            "concat"
                | "every"
                | "filter"
                | "find"
                | "findIndex"
                | "findLast"
                | "findLastIndex"
                | "forEach"
                | "indexOf"
                | "map"
                | "reduce"
                | "reduceRight"
                | "some"
        ) {
            self.not_nullish(cx)?;
        }
        to_object(cx, self.this)
    }

    pub(crate) fn Object(self, cx: Cx<'h>) -> JsResult<'h, Object<'h>> {
        self.of_kind(cx, |_| true)
    }

    pub(crate) fn Map(self, cx: Cx<'h>) -> JsResult<'h, Object<'h>> {
        self.of_kind(cx, |object| MapObject::from_value(object.into()).is_some())
    }

    pub(crate) fn Set(self, cx: Cx<'h>) -> JsResult<'h, Object<'h>> {
        self.of_kind(cx, |object| SetObject::from_value(object.into()).is_some())
    }

    pub(crate) fn Date(self, cx: Cx<'h>) -> JsResult<'h, Object<'h>> {
        match self.this {
            Value::Object(object) if object.kind() == Kind::Date => Ok(object),
            // Works on anything that has a `toISOString` (ECMA-262 §21.4.4.37).
            this if self.name == "toJSON" => to_object(cx, this),
            Value::Object(object) if self.name == "@@toPrimitive" => Ok(object),
            _ if self.name == "valueOf" || (self.name.starts_with("get") && self.name != "getYear") => {
                Err(throw_error(cx, ErrorKind::Type, "this is not a Date object."))
            }
            _ => self.of_kind(cx, |_| false),
        }
    }

    pub(crate) fn RegExp(self, cx: Cx<'h>) -> JsResult<'h, Object<'h>> {
        let Value::Object(object) = self.this else {
            return match self.name {
                "exec" | "compile" | "toString" | "test" => self.of_kind(cx, |_| false),
                name if name.starts_with("@@") => {
                    // V8 forgets the receiver in one message.
                    let shown = if name == "@@replace" { "undefined".to_owned() } else { display(cx, self.this) };
                    let message = format!("Method RegExp.prototype.{name} called on incompatible receiver {shown}");
                    Err(throw_error(cx, ErrorKind::Type, cx.string(&message)))
                }
                "flags" => {
                    let value = display(cx, self.this);
                    let message = format!("RegExp.prototype.flags getter called on non-object {value}");
                    Err(throw_error(cx, ErrorKind::Type, cx.string(&message)))
                }
                name => Err(no_regexp(cx, name)),
            };
        };
        match self.name {
            _ if object.kind() == Kind::RegExp => Ok(object),
            "exec" | "compile" => self.of_kind(cx, |_| false),
            // They work by the properties of any object.
            "test" | "toString" | "flags" => Ok(object),
            name if name.starts_with("@@") => Ok(object),
            _ if regexp::is_prototype(cx, object) => Ok(object),
            name => Err(no_regexp(cx, name)),
        }
    }

    pub(crate) fn Promise(self, cx: Cx<'h>) -> JsResult<'h, Object<'h>> {
        match (self.name, self.this) {
            // They call the method `then` of any object.
            ("catch" | "finally", Value::Object(object)) => Ok(object),
            ("finally", _) => Err(throw_error(cx, ErrorKind::Type, "Promise.prototype.finally called on non-object")),
            ("catch", this) if this.is_nullish() => this.get(cx, "then").and_then(|_| to_object(cx, this)),
            ("catch", _) => Err(cx.unsupported("Promise.prototype.catch of a primitive")),
            _ => self.of_kind(cx, |object| Promise::from_value(object.into()).is_some()),
        }
    }

    pub(crate) fn WeakMap(self, cx: Cx<'h>) -> JsResult<'h, Object<'h>> {
        self.of_kind(cx, |object| object.kind() == Kind::WeakMap)
    }

    pub(crate) fn WeakSet(self, cx: Cx<'h>) -> JsResult<'h, Object<'h>> {
        self.of_kind(cx, |object| object.kind() == Kind::WeakSet)
    }

    pub(crate) fn Buffer(self, cx: Cx<'h>) -> JsResult<'h, Object<'h>> {
        let is_bytes = |object: Object<'h>| {
            let element = Bytes::from_value(object.into()).map(Bytes::element);
            matches!(element, Some(ElementType::Buffer | ElementType::Uint8))
        };
        self.of_kind(cx, is_bytes)
    }

    pub(crate) fn TypedArray(self, cx: Cx<'h>) -> JsResult<'h, Object<'h>> {
        match self.this {
            Value::Object(object) if object.kind() == Kind::Bytes => Ok(object),
            _ if matches!(self.name, "buffer" | "byteLength" | "byteOffset" | "length") => self.of_kind(cx, |_| false),
            _ if matches!(
                self.name,
                "at" | "join" | "slice" | "toLocaleString" | "toReversed" | "toSorted" | "subarray"
            ) =>
            {
                // V8 forgets the receiver in one message.
                let shown = if self.name == "subarray" { "undefined".to_owned() } else { display(cx, self.this) };
                let name = self.name;
                let message = format!("Method %TypedArray%.prototype.{name} called on incompatible receiver {shown}");
                Err(throw_error(cx, ErrorKind::Type, cx.string(&message)))
            }
            _ => Err(throw_error(cx, ErrorKind::Type, "this is not a typed array.")),
        }
    }

    pub(crate) fn ArrayBuffer(self, cx: Cx<'h>) -> JsResult<'h, Object<'h>> {
        self.of_kind(cx, |object| object.kind() == Kind::ByteBuffer)
    }

    pub(crate) fn DataView(self, cx: Cx<'h>) -> JsResult<'h, Object<'h>> {
        self.of_kind(cx, |object| object.kind() == Kind::DataView)
    }

    pub(crate) fn Hash(self, cx: Cx<'h>) -> JsResult<'h, Object<'h>> {
        self.of_kind(cx, |object| object.kind() == Kind::Hash)
    }

    pub(crate) fn Hmac(self, cx: Cx<'h>) -> JsResult<'h, Object<'h>> {
        self.Hash(cx)
    }

    pub(crate) fn Url(self, cx: Cx<'h>) -> JsResult<'h, Object<'h>> {
        match self.this {
            Value::Object(object) if object.kind() == Kind::Url => Ok(object),
            _ => Err(throw_error(cx, ErrorKind::Type, "Receiver must be an instance of class URL")),
        }
    }

    pub(crate) fn UrlSearchParams(self, cx: Cx<'h>) -> JsResult<'h, Object<'h>> {
        match self.this {
            Value::Object(object) if object.kind() == Kind::UrlSearchParams => Ok(object),
            _ => {
                let message = "Value of \"this\" must be of type URLSearchParams";
                Err(node_error::throw(cx, ErrorKind::Type, "ERR_INVALID_THIS", message))
            }
        }
    }

    pub(crate) fn Iterator(self, cx: Cx<'h>) -> JsResult<'h, Object<'h>> {
        let class = ClassId::named(self.class);
        self.of_kind(cx, |object| object.kind() == Kind::Iterator && ClassId::of_object(object) == class)
    }

    pub(crate) fn Function(self, cx: Cx<'h>) -> JsResult<'h, Object<'h>> {
        match self.this.as_object().filter(|object| object.kind() == Kind::Function) {
            Some(object) => Ok(object),
            // What is no function has no instances.
            None if self.name == "@@hasInstance" => Ok(Object::plain(cx)),
            None => Err(match self.name {
                "bind" => throw_error(cx, ErrorKind::Type, "Bind must be called on a function"),
                "toString" => self.requires(cx),
                // V8's message prints the call, of which a builtin knows nothing.
                _ => cx.unsupported("`Function.prototype.call` or `apply` of what is no function"),
            }),
        }
    }

    /// The primitive in a wrapper object.
    fn boxed(&self) -> Value<'h> {
        match self.this {
            Value::Object(object) if object.kind() == Kind::Boxed => object.slot(0),
            value => value,
        }
    }

    fn of_kind(self, cx: Cx<'h>, is_kind: impl Fn(Object<'h>) -> bool) -> JsResult<'h, Object<'h>> {
        if let Value::Object(object) = self.this
            && is_kind(object)
        {
            return Ok(object);
        }
        let Receiver { class, name, this } = self;
        let class = prickle_spec::class(class).and_then(prototype_tag).unwrap_or(class);
        let name = name.strip_prefix("@@").map_or_else(|| format!(".{name}"), |symbol| format!(" [ @@{symbol} ]"));
        let message = format!("Method {class}.prototype{name} called on incompatible receiver {}", display(cx, this));
        Err(throw_error(cx, ErrorKind::Type, cx.string(&message)))
    }

    fn not_nullish(&self, cx: Cx<'h>) -> JsResult<'h, ()> {
        if !self.this.is_nullish() {
            return Ok(());
        }
        let message = match self.name.strip_prefix("@@") {
            Some(symbol) => format!("{}.prototype[Symbol.{symbol}] called on null or undefined", self.class),
            None => format!("{}.prototype.{} called on null or undefined", self.class, self.name),
        };
        Err(throw_error(cx, ErrorKind::Type, cx.string(&message)))
    }

    fn requires(&self, cx: Cx<'h>) -> prickle_heap::Throw<'h> {
        let Receiver { class, name, .. } = self;
        let message = match name.strip_prefix("@@") {
            Some(symbol) => format!("{class}.prototype [ @@{symbol} ] requires that 'this' be a {class}"),
            None => format!("{class}.prototype.{name} requires that 'this' be a {class}"),
        };
        throw_error(cx, ErrorKind::Type, cx.string(&message))
    }
}

#[cold]
fn no_regexp<'h>(cx: Cx<'h>, name: &str) -> prickle_heap::Throw<'h> {
    let message = format!("RegExp.prototype.{name} getter called on non-RegExp object");
    throw_error(cx, ErrorKind::Type, cx.string(&message))
}

pub(crate) fn article(value: Value<'_>) -> &'static str {
    match value {
        Value::Undefined => "a undefined",
        Value::Null => "null",
        Value::Object(_) => "an object",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Symbol(_) => "a symbol",
        Value::BigInt(_) => "a bigint",
    }
}
