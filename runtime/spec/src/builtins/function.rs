//! Rows of `Function.prototype`.

/// Hands the rows of `Function.prototype` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! function_rows { ($user:ident) => { $user! {
    /// Functions. There is no constructor: it would make code at run time.
    class Function in function, receiver Function, inherits Object;

    /// Calls the function with `thisArg` and the elements of `argArray`.
    Method "apply" => apply(thisArg: Req Value, argArray: Req Value) -> Value,
        effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("Math.max.apply(null, [1, 3, 2])", "3"), ("((a, b) => [a, b]).apply(0, { length: 2, 0: 'x' })", "['x', undefined]"), ("Math.max.apply(null, null)", "-Infinity"), ("Math.max.apply(null, 5)", "throws TypeError: CreateListFromArrayLike called on non-object")];
    /// A function that calls this one with `thisArg` and `args` before its own arguments.
    Method "bind" => bind(thisArg: Req Value, args: Rest Value) length 1 -> Function,
        effects [Throws, Alloc, ReadsHeap], eg [("Math.max.bind(null, 4)(1, 7)", "7"), ("Math.max.bind(null, 4)(1)", "4"), ("(function f(a, b) {}).bind(0, 1).length", "1"), ("(function f() {}).bind(0).name", "'bound f'")];
    /// Calls the function with `thisArg` and `args`.
    Method "call" => call(thisArg: Req Value, args: Rest Value) length 1 -> Value,
        effects [Throws, Alloc, CallsBack], eg [("Math.max.call(null, 1, 3, 2)", "3"), ("Object.prototype.hasOwnProperty.call({ a: 1 }, 'a')", "true"), ("[].slice.call({ length: 1, 0: 'x' })", "['x']")];
    /// Whether the prototype of this function is one of the prototypes of a value: what `instanceof` asks.
    Method "@@hasInstance" => has_instance(value: Req Value) -> Bool,
        effects [Throws, ReadsHeap, CallsBack], eg [("Map[Symbol.hasInstance](new Map())", "true"), ("Function.prototype[Symbol.hasInstance].name", "'[Symbol.hasInstance]'")];
    /// The source text.
    Method "toString" => to_string() -> Str,
        effects [Throws, Alloc], eg [("Math.max.toString()", "'function max() { [native code] }'"), ("Function.prototype.toString.call({})", "throws TypeError: Function.prototype.toString requires that 'this' be a Function")];
} } }

/// Hands the rows of `%AsyncFunction%` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! async_function_rows { ($user:ident) => { $user! {
    /// Async functions, and what makes them at run time. No global has this name.
    class AsyncFunction in async_function, receiver Function, inherits Function;

    /// Would make code at run time.
    Call "AsyncFunction" => call(args: Rest Value) length 1 -> Value,
        effects [Throws], eg [];
    /// Would make code at run time.
    Construct "AsyncFunction" => construct(args: Rest Value) length 1 -> Value,
        effects [Throws], eg [];
} } }

/// Hands the rows of `%AsyncGeneratorFunction%` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! async_generator_function_rows { ($user:ident) => { $user! {
    /// Async generator functions, and what makes them at run time. No global has this name.
    class AsyncGeneratorFunction in async_generator_function, receiver Function, inherits Function;

    /// Would make code at run time.
    Call "AsyncGeneratorFunction" => call(args: Rest Value) length 1 -> Value,
        effects [Throws], eg [("Object.prototype.toString.call(async function* () {})", "'[object AsyncGeneratorFunction]'"), ("(async function* () {}).constructor.name", "'AsyncGeneratorFunction'")];
    /// Would make code at run time.
    Construct "AsyncGeneratorFunction" => construct(args: Rest Value) length 1 -> Value,
        effects [Throws], eg [];
} } }

/// Hands the rows of `%GeneratorFunction%` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! generator_function_rows { ($user:ident) => { $user! {
    /// Generator functions, and what makes them at run time. No global has this name.
    class GeneratorFunction in generator_function, receiver Function, inherits Function;

    /// Would make code at run time.
    Call "GeneratorFunction" => call(args: Rest Value) length 1 -> Value,
        effects [Throws], eg [("Object.prototype.toString.call(function* () {})", "'[object GeneratorFunction]'"), ("(function* () {}).constructor.name", "'GeneratorFunction'")];
    /// Would make code at run time.
    Construct "GeneratorFunction" => construct(args: Rest Value) length 1 -> Value,
        effects [Throws], eg [];
} } }

/// `Function`
pub mod plain {
    function_rows!(declare);
}
/// `%AsyncFunction%`
pub mod asynchronous {
    async_function_rows!(declare);
}
/// `%AsyncGeneratorFunction%`
pub mod async_generator {
    async_generator_function_rows!(declare);
}
/// `%GeneratorFunction%`
pub mod generator {
    generator_function_rows!(declare);
}
