//! Function objects: code, captured values, and what a call passes.

use std::cell::Cell;
use std::fmt;

use crate::heap::InstanceId;
use crate::object::Payload;
use crate::{Array, Attributes, Binding, Cx, ErrorKind, JsResult, JsStr, Kind, Object, Throw, Value};

/// The code of a function. It captures nothing; what it needs from its scope is in [`Call::captured`].
pub type Code = for<'h, 'a> fn(Cx<'h>, Call<'h, 'a>) -> JsResult<'h>;

/// How a function was written, which decides what `new` does and which own properties it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FunctionKind {
    /// `function f() {}` in sloppy code: a constructor.
    Normal,
    /// `function f() {}` in strict code: a constructor.
    Strict,
    /// The constructor of a class without `extends`.
    Class,
    /// The constructor of a class with `extends`: its `this` is what `super(…)` made.
    DerivedClass,
    /// `() => …`
    Arrow,
    /// `{ f() {} }`
    Method,
    /// An async function, arrow or method.
    Async,
    /// A generator function or method.
    Generator,
    /// An async generator function or method.
    AsyncGenerator,
    /// A built-in function that is not a constructor.
    Builtin,
    /// A built-in constructor.
    Constructor,
    /// The result of `bind`.
    Bound,
}

/// What a function object has beside its properties.
pub(crate) struct FunctionData<'h> {
    pub(crate) code: Code,
    pub(crate) captures: &'h [Cell<Value<'h>>],
    pub(crate) name: Cell<JsStr<'h>>,
    pub(crate) length: u32,
    pub(crate) kind: FunctionKind,
    pub(crate) instance: InstanceId,
    /// What only methods and classes have.
    pub(crate) class: Cell<Option<&'h ClassData<'h>>>,
}

/// What the functions of classes and object literals have beside their code (ECMA-262 §10.2, table 30).
pub(crate) struct ClassData<'h> {
    /// `[[HomeObject]]`: where `super` begins, `undefined` where the function does not need it.
    pub(crate) home: Cell<Value<'h>>,
    /// Of a class constructor: the function that initializes the fields of a new instance.
    pub(crate) fields: Cell<Value<'h>>,
    /// Of a class constructor: the private methods of instances, each as name, function or getter, setter.
    pub(crate) private_methods: Cell<&'h [[Cell<Value<'h>>; 3]]>,
}

impl<'h> ClassData<'h> {
    pub(crate) fn new() -> ClassData<'h> {
        ClassData {
            home: Cell::new(Value::Undefined),
            fields: Cell::new(Value::Undefined),
            private_methods: Cell::new(&[]),
        }
    }

    /// All values in it.
    pub(crate) fn values(&self) -> impl Iterator<Item = &Cell<Value<'h>>> {
        [&self.home, &self.fields].into_iter().chain(self.private_methods.get().iter().flatten())
    }
}

/// The arguments of one call.
#[derive(Clone, Copy)]
pub struct Call<'h, 'a> {
    function: Function<'h>,
    this: Value<'h>,
    args: &'a [Value<'h>],
    new_target: Option<Object<'h>>,
}

impl<'h, 'a> Call<'h, 'a> {
    /// The argument at an index, `undefined` where none was passed.
    #[inline]
    pub fn arg(&self, index: usize) -> Value<'h> {
        self.args.get(index).copied().unwrap_or_default()
    }

    /// The first arguments, `undefined` where none was passed.
    #[inline]
    pub fn parameters<const N: usize>(&self) -> [Value<'h>; N] {
        std::array::from_fn(|index| self.arg(index))
    }

    /// The first captures, where all of them are values.
    #[inline]
    pub fn captures<const N: usize>(&self) -> [Value<'h>; N] {
        std::array::from_fn(|index| self.captured(index))
    }

    /// All arguments.
    #[inline]
    pub fn args(&self) -> &'a [Value<'h>] {
        self.args
    }

    /// The arguments from an index on as a new array: a rest parameter.
    pub fn rest(&self, cx: Cx<'h>, from: usize) -> Object<'h> {
        Array::of(cx, self.args.get(from..).unwrap_or_default()).object()
    }

    /// The `this` value as passed.
    #[inline]
    pub fn this(&self) -> Value<'h> {
        self.this
    }

    /// The function that is running.
    #[inline]
    pub fn function(&self) -> Function<'h> {
        self.function
    }

    /// `new.target`, if this is a construction.
    #[inline]
    pub fn new_target(&self) -> Option<Object<'h>> {
        self.new_target
    }

    /// A captured value.
    ///
    /// # Panics
    /// If the function captured fewer values.
    #[inline]
    pub fn captured(&self, index: usize) -> Value<'h> {
        self.function.data().captures[index].get()
    }

    /// A captured variable that somebody assigns.
    ///
    /// # Panics
    /// If the capture is a value instead.
    #[inline]
    pub fn binding(&self, index: usize) -> Binding<'h> {
        Binding::from_capture(self.captured(index))
    }
}

/// A typed view of a function object.
#[derive(Clone, Copy)]
pub struct Function<'h>(pub(crate) Object<'h>);

impl<'h> Function<'h> {
    /// A new function object that belongs to the running instance.
    pub fn new(
        cx: Cx<'h>,
        kind: FunctionKind,
        name: impl Into<JsStr<'h>>,
        length: u32,
        captures: &[Value<'h>],
        code: Code,
    ) -> Function<'h> {
        let arena = cx.event_arena();
        let captures = arena.alloc_slice(captures.len(), |at| Cell::new(captures[at]));
        let (name, class) = (Cell::new(name.into()), Cell::new(None));
        let data = FunctionData { code, captures, name, length, kind, instance: cx.instance(), class };
        Function(Object::new(cx, Kind::Function, Payload::Function(arena.alloc(data))))
    }

    /// The object.
    #[inline]
    pub fn object(self) -> Object<'h> {
        self.0
    }

    #[inline(always)]
    pub(crate) fn data(self) -> &'h FunctionData<'h> {
        match self.0.resolve().0.payload.get() {
            Payload::Function(data) => data,
            _ => unreachable!("the view is only made for functions"),
        }
    }

    /// How the function was written.
    pub fn kind(self) -> FunctionKind {
        self.data().kind
    }

    /// SetFunctionName (ECMA-262 §10.2.9), right after the function was made.
    pub fn set_name(self, name: JsStr<'h>) {
        self.data().name.set(name);
    }

    /// The name it was made with.
    pub fn name(self) -> JsStr<'h> {
        self.data().name.get()
    }

    /// The number of parameters that it was made with.
    pub fn length(self) -> u32 {
        self.data().length
    }

    /// A captured value, for whoever made the function.
    pub fn captured(self, index: usize) -> Value<'h> {
        self.data().captures[index].get()
    }

    /// The code: says which built-in a function is, for whoever made it.
    pub fn code(self) -> Code {
        self.data().code
    }

    /// `[[Call]]`: runs the code as part of the instance that made the function, or, for a built-in, of the caller's. Throws a RangeError when the stack is used up.
    #[inline]
    pub fn call(self, cx: Cx<'h>, this: Value<'h>, args: &[Value<'h>]) -> JsResult<'h> {
        self.enter(cx, Call { function: self, this, args, new_target: None })
    }

    /// Runs the code with `new.target` set; what `this` is for a constructor is the caller's business.
    pub fn construct(self, cx: Cx<'h>, this: Value<'h>, args: &[Value<'h>], new_target: Object<'h>) -> JsResult<'h> {
        self.enter(cx, Call { function: self, this, args, new_target: Some(new_target) })
    }

    #[inline]
    fn enter(self, cx: Cx<'h>, call: Call<'h, '_>) -> JsResult<'h> {
        cx.check_stack()?;
        cx.checkpoint()?;
        let data = self.data();
        let cx = match data.kind {
            FunctionKind::Builtin | FunctionKind::Constructor | FunctionKind::Bound => cx,
            FunctionKind::Class | FunctionKind::DerivedClass if call.new_target.is_none() => {
                return Err(class_called(cx, self));
            }
            FunctionKind::Normal
            | FunctionKind::Strict
            | FunctionKind::Class
            | FunctionKind::DerivedClass
            | FunctionKind::Arrow
            | FunctionKind::Method
            | FunctionKind::Async
            | FunctionKind::Generator
            | FunctionKind::AsyncGenerator => cx.with_instance(data.instance),
        };
        (data.code)(cx, call)
    }

    /// Writes the own properties that every function is born with into its table, in V8's order.
    pub(crate) fn materialize(self, cx: Cx<'h>) {
        let data = self.data();
        let attributes = Attributes::CONFIGURABLE;
        self.0.define_own_data(cx, "length".into(), data.length.into(), attributes);
        self.0.define_own_data(cx, "name".into(), data.name.get().into(), attributes);
        match data.kind {
            FunctionKind::Normal => {
                // V8 shows `null` here unless the function is running; `undefined` marks that nobody knows.
                self.0.define_own_data(cx, "arguments".into(), Value::Undefined, Attributes::NONE);
                self.0.define_own_data(cx, "caller".into(), Value::Undefined, Attributes::NONE);
                self.make_constructor(cx);
            }
            FunctionKind::Strict => self.make_constructor(cx),
            FunctionKind::Class
            | FunctionKind::DerivedClass
            | FunctionKind::Arrow
            | FunctionKind::Method
            | FunctionKind::Async
            | FunctionKind::Builtin
            | FunctionKind::Constructor
            | FunctionKind::Bound => {}
            // An object that inherits from %GeneratorPrototype% but is no generator (ECMA-262 §15.5.3).
            FunctionKind::Generator | FunctionKind::AsyncGenerator => {
                let is_async = data.kind == FunctionKind::AsyncGenerator;
                let kind = if is_async { Kind::AsyncGenerator } else { Kind::Generator };
                let prototype = Object::with_slots(cx, kind, &[]);
                self.0.define_own_data(cx, "prototype".into(), prototype.into(), Attributes::WRITABLE);
            }
        }
    }

    /// MakeConstructor (ECMA-262 §10.2.5): an ordinary function's own `prototype`.
    fn make_constructor(self, cx: Cx<'h>) {
        let prototype = Object::plain(cx);
        prototype.define_own_data(cx, "constructor".into(), self.into(), Attributes::HIDDEN);
        self.0.define_own_data(cx, "prototype".into(), prototype.into(), Attributes::WRITABLE);
    }

    fn class_data(self, cx: Cx<'h>) -> &'h ClassData<'h> {
        let data = self.data();
        match data.class.get() {
            Some(class) => class,
            None => {
                let class = self.0.resolve().arena(cx).alloc(ClassData::new());
                data.class.set(Some(class));
                class
            }
        }
    }

    /// MakeMethod (ECMA-262 §10.2.7): `super` in the function begins at the prototype of `home`.
    pub fn set_home(self, cx: Cx<'h>, home: Object<'h>) {
        let home = self.0.resolve().admit(cx, home.into());
        self.class_data(cx).home.set(home);
    }

    /// `[[HomeObject]]`, `undefined` if the function has none.
    pub fn home(self) -> Value<'h> {
        self.data().class.get().map_or(Value::Undefined, |class| class.home.get())
    }

    /// Sets what a constructor does with each new instance: the private methods (name, then function or getter, then setter) and the
    /// function that initializes the fields.
    pub fn set_elements(self, cx: Cx<'h>, private_methods: &[[Value<'h>; 3]], fields: Value<'h>) {
        let object = self.0.resolve();
        let class = self.class_data(cx);
        class.fields.set(object.admit(cx, fields));
        let methods = object.arena(cx).alloc_slice(private_methods.len(), |at| {
            private_methods[at].map(|value| Cell::new(object.admit(cx, value)))
        });
        class.private_methods.set(methods);
    }

    /// `[[Fields]]` as the one function that initializes them, `undefined` if there are none.
    pub fn fields(self) -> Value<'h> {
        self.data().class.get().map_or(Value::Undefined, |class| class.fields.get())
    }

    /// `[[PrivateMethods]]`, each as name, function or getter, setter.
    pub fn private_methods(self) -> impl Iterator<Item = [Value<'h>; 3]> + use<'h> {
        let methods = self.data().class.get().map_or(&[][..], |class| class.private_methods.get());
        methods.iter().map(|[name, get, set]| [name.get(), get.get(), set.get()])
    }
}

/// Classes can only be constructed (ECMA-262 §10.2.1).
#[cold]
fn class_called<'h>(cx: Cx<'h>, class: Function<'h>) -> Throw<'h> {
    let name = class.name().to_string_lossy();
    let message = if name.is_empty() {
        "Class constructors cannot be invoked without 'new'".to_owned()
    } else {
        format!("Class constructor {name} cannot be invoked without 'new'")
    };
    cx.throw_error(ErrorKind::Type, cx.string(&message))
}

impl fmt::Debug for Function<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Function({:?})", self.name())
    }
}

impl<'h> From<Function<'h>> for Value<'h> {
    #[inline]
    fn from(function: Function<'h>) -> Self {
        Value::Object(function.0)
    }
}

impl<'h> Cx<'h> {
    /// An arrow function with its captures.
    #[inline]
    pub fn closure<const N: usize>(
        self,
        name: impl Into<JsStr<'h>>,
        length: u32,
        captures: [Value<'h>; N],
        code: Code,
    ) -> Object<'h> {
        Function::new(self, FunctionKind::Arrow, name, length, &captures, code).object()
    }

    /// A `function` declaration or expression with its captures.
    pub fn function<const N: usize>(
        self,
        name: impl Into<JsStr<'h>>,
        length: u32,
        captures: [Value<'h>; N],
        code: Code,
    ) -> Object<'h> {
        Function::new(self, FunctionKind::Normal, name, length, &captures, code).object()
    }

    /// A `function` declaration or expression of strict code with its captures.
    pub fn strict_function<const N: usize>(
        self,
        name: impl Into<JsStr<'h>>,
        length: u32,
        captures: [Value<'h>; N],
        code: Code,
    ) -> Object<'h> {
        Function::new(self, FunctionKind::Strict, name, length, &captures, code).object()
    }

    /// A method of an object literal with its captures.
    pub fn method<const N: usize>(
        self,
        name: impl Into<JsStr<'h>>,
        length: u32,
        captures: [Value<'h>; N],
        code: Code,
    ) -> Object<'h> {
        Function::new(self, FunctionKind::Method, name, length, &captures, code).object()
    }

    /// A generator function or method with its captures.
    pub fn generator_function<const N: usize>(
        self,
        name: impl Into<JsStr<'h>>,
        length: u32,
        captures: [Value<'h>; N],
        code: Code,
    ) -> Object<'h> {
        Function::new(self, FunctionKind::Generator, name, length, &captures, code).object()
    }

    /// An async generator function or method with its captures.
    pub fn async_generator_function<const N: usize>(
        self,
        name: impl Into<JsStr<'h>>,
        length: u32,
        captures: [Value<'h>; N],
        code: Code,
    ) -> Object<'h> {
        Function::new(self, FunctionKind::AsyncGenerator, name, length, &captures, code).object()
    }

    /// An async function of any form with its captures.
    pub fn async_function<const N: usize>(
        self,
        name: impl Into<JsStr<'h>>,
        length: u32,
        captures: [Value<'h>; N],
        code: Code,
    ) -> Object<'h> {
        Function::new(self, FunctionKind::Async, name, length, &captures, code).object()
    }
}
