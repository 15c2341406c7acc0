//! What a builtin row says.

/// A class of builtins: the rows of one `builtins/<class>.rs` file.
#[derive(Debug)]
pub struct Class {
    /// Its name in JavaScript: `String`, `Math`, `console`. The functions of the global object are in the class `globalThis`.
    pub name: &'static str,
    /// The Rust module in `prickle_runtime::prelude` that has its functions.
    pub module: &'static str,
    /// The receiver of its methods and getters.
    pub receiver: Ty,
    /// The class whose prototype is the prototype of this class's prototype. `None` for `Object` and for namespaces.
    pub inherits: Option<&'static str>,
    /// One line about it.
    pub doc: &'static str,
    /// The rows in the order of declaration.
    pub rows: &'static [Builtin],
}

/// One builtin.
#[derive(Debug)]
pub struct Builtin {
    /// The class that declares it.
    pub class: &'static str,
    /// How it is reached.
    pub kind: Kind,
    /// The property name in JavaScript; for [`Kind::Call`] and [`Kind::Construct`] the class name.
    pub name: &'static str,
    /// The Rust path below the prelude: `string::pad_start`.
    pub rust: &'static str,
    /// Parameters, without receiver.
    pub params: &'static [Param],
    /// The `length` of the function object.
    pub length: u32,
    /// What it returns.
    pub returns: Ty,
    /// Everything it does. Never empty.
    pub effects: &'static [Effect],
    /// One line about it.
    pub doc: &'static str,
    /// JavaScript expressions with their values, written as JavaScript literals; `throws TypeError: …` for exceptions.
    pub examples: &'static [(&'static str, &'static str)],
}

/// How a builtin is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `receiver.name(…)`: a function property of the prototype. The Rust function takes the receiver first.
    Method,
    /// `receiver.name`: computed from the receiver, like `length` and `size`.
    Getter,
    /// `receiver.name = value`: the other half of the accessor property whose getter has this name. One parameter.
    Setter,
    /// `Class.name(…)`, or `name(…)` in the class `globalThis`.
    Static,
    /// `Class.name`: a value, a Rust `const`.
    Constant,
    /// `Class(…)`
    Call,
    /// `new Class(…)`
    Construct,
}

/// The types of parameters, receivers and results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ty {
    /// `JsStr<'h>`; arguments go through ToString.
    Str,
    /// `f64`; arguments go through ToNumber.
    Num,
    /// `bool`; arguments go through ToBoolean.
    Bool,
    /// `Value<'h>`; anything.
    Value,
    /// `()`; only as a result, and as the receiver of namespaces, which have no methods.
    Undefined,
    /// A result that is `JsStr` or absent: `Option<JsStr<'h>>`, `undefined` in JavaScript.
    StrOrUndefined,
    /// A result that is `f64` or absent: `Option<f64>`, `undefined` in JavaScript.
    NumOrUndefined,
    /// `Symbol<'h>`, as the receiver of its methods and as a constant.
    Symbol,
    /// `Object<'h>`, any object.
    Object,
    /// `Object<'h>`, an array. As a receiver: what ToObject made of `this`; array methods are generic.
    Array,
    /// `Object<'h>`, a function.
    Function,
    /// `Object<'h>`, a Map.
    Map,
    /// `Object<'h>`, a Set.
    Set,
    /// `Object<'h>`, a WeakMap.
    WeakMap,
    /// `Object<'h>`, a WeakSet.
    WeakSet,
    /// `Object<'h>`, a Promise.
    Promise,
    /// `Object<'h>`, an Error of any class.
    Error,
    /// `Object<'h>`, a Date.
    Date,
    /// `Object<'h>`, a RegExp.
    RegExp,
    /// `JsStr<'h>`; arguments go through ToString, but a RegExp is a TypeError (ECMA-262 §22.1.3.8 step 3). Only of methods of strings.
    SearchStr,
    /// `Object<'h>`, a Buffer.
    Buffer,
    /// `Object<'h>`, a typed array of any class, Buffers included.
    TypedArray,
    /// `Object<'h>`, an ArrayBuffer.
    ArrayBuffer,
    /// `Object<'h>`, a DataView.
    DataView,
    /// `Object<'h>`, a URL.
    Url,
    /// `Object<'h>`, a URLSearchParams.
    UrlSearchParams,
    /// `Object<'h>`, a `Hash` of the module `crypto`.
    Hash,
    /// `Object<'h>`, an `Hmac` of the module `crypto`.
    Hmac,
    /// Only as a receiver: a module that can be imported. The class is named `node:` and its specifier, and has no methods.
    Module,
    /// `Object<'h>`, an iterator that a builtin made.
    Iterator,
    /// `Object<'h>`, a service of the host, like `meta.storage`.
    Host,
    /// `impl Callback<'h>`, a parameter. Not callable: a TypeError before the function runs.
    Callback,
    /// As `Callback`, but followed by a `thisArg` that the caller binds into the callback: two JavaScript arguments, one Rust argument.
    CallbackWithThis,
    /// As `Callback`, with the message of `Array.prototype.sort` for what cannot be called. Only as `Opt`.
    Comparator,
    /// As `CallbackWithThis`, with the message of `Array.prototype.flatMap` for what cannot be called.
    Mapper,
    /// As `CallbackWithThis`, with the message of `Map.prototype.forEach` for what cannot be called.
    Visitor,
}

/// A parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Param {
    /// Its name in ECMA-262 or in the host's documentation.
    pub name: &'static str,
    /// Whether it must be there.
    pub need: Need,
    /// Its type.
    pub ty: Ty,
}

/// Whether and how a parameter may be absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// `T`. An absent argument is `undefined`, which then goes through the coercion of the type.
    Req,
    /// `Option<T>`, `None` when the argument is absent or `undefined`.
    Opt,
    /// `Option<T>`, `None` only when the argument is absent.
    Given,
    /// `&[T]`, all remaining arguments.
    Rest,
}

/// What a builtin does besides computing its result from its arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing at all: the Rust function takes no `cx`. Stands alone.
    Pure,
    /// Nothing that a plugin can see, but it uses the turn (its caches), so the Rust function takes `cx`.
    Cached,
    /// Allocates its result.
    Alloc,
    /// Can throw: the Rust function returns `JsResult`. Stands first, or second behind `Async`.
    Throws,
    /// Changes the receiver.
    MutatesReceiver,
    /// Changes an argument.
    MutatesArgument,
    /// Reads properties or elements that the plugin can change.
    ReadsHeap,
    /// Can run code of the plugin: callbacks, and `toString`, `valueOf` or `toJSON` of objects among its arguments.
    CallsBack,
    /// Reads a clock.
    ReadsClock,
    /// Reads a clock where it is given no argument.
    ReadsClockByDefault,
    /// Takes from the random generator.
    Random,
    /// Uses a service of the host.
    Host(Capability),
    /// Suspends: the Rust function is an `async fn`. Stands first.
    Async,
}

/// A service of the host.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Capability {
    /// `console`: the plugin's log.
    Console,
    /// `meta.storage`: values kept per plugin config.
    Storage,
    /// `meta.cache`: values and lists kept for some time.
    Cache,
    /// `meta.utils.cursor`
    Cursor,
    /// `meta.geoip`
    Geoip,
    /// `meta.jobs`
    Jobs,
    /// `meta.metrics`
    Metrics,
    /// `fetch`
    Fetch,
    /// `posthog.capture`, `posthog.api`
    Posthog,
}

impl Ty {
    /// In Rust it is an `Object<'h>`.
    pub fn is_object(self) -> bool {
        match self {
            Ty::Object
            | Ty::Array
            | Ty::Function
            | Ty::Map
            | Ty::Set
            | Ty::WeakMap
            | Ty::WeakSet
            | Ty::Promise
            | Ty::Error
            | Ty::Date
            | Ty::RegExp
            | Ty::Buffer
            | Ty::TypedArray
            | Ty::ArrayBuffer
            | Ty::DataView
            | Ty::Url
            | Ty::UrlSearchParams
            | Ty::Hash
            | Ty::Hmac
            | Ty::Iterator
            | Ty::Host => true,
            Ty::Str
            | Ty::SearchStr
            | Ty::Num
            | Ty::Bool
            | Ty::Symbol
            | Ty::Value
            | Ty::Undefined
            | Ty::StrOrUndefined
            | Ty::NumOrUndefined
            | Ty::Module
            | Ty::Callback
            | Ty::CallbackWithThis
            | Ty::Comparator
            | Ty::Mapper
            | Ty::Visitor => false,
        }
    }
}

impl Class {
    /// Programs reach it under its name, without importing it.
    pub fn is_global(&self) -> bool {
        !matches!(self.receiver, Ty::Host | Ty::Iterator | Ty::Module | Ty::UrlSearchParams | Ty::Hash | Ty::Hmac)
            && !matches!(
                self.name,
                "AsyncFunction"
                    | "AsyncGenerator"
                    | "AsyncGeneratorFunction"
                    | "AsyncIterator"
                    | "Generator"
                    | "GeneratorFunction"
                    | "Iterator"
                    | "TypedArray"
            )
    }

    /// The row of this kind and name.
    pub fn row(&self, kind: Kind, name: &str) -> Option<&'static Builtin> {
        self.rows.iter().find(|row| row.kind == kind && row.name == name)
    }
}

impl Builtin {
    /// The Rust function takes `cx`.
    pub fn takes_context(&self) -> bool {
        !matches!(self.effects, [Effect::Pure])
    }

    /// The Rust function returns `JsResult`.
    pub fn can_throw(&self) -> bool {
        self.effects.contains(&Effect::Throws)
    }

    /// The Rust function is an `async fn`.
    pub fn is_async(&self) -> bool {
        self.effects.contains(&Effect::Async)
    }

    /// Code of the plugin can run inside it.
    pub fn calls_back(&self) -> bool {
        self.effects.contains(&Effect::CallsBack)
    }

    /// The host service that it uses.
    pub fn capability(&self) -> Option<Capability> {
        self.effects.iter().find_map(|effect| match effect {
            Effect::Host(capability) => Some(*capability),
            _ => None,
        })
    }
}
