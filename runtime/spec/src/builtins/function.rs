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
    /// The source text.
    Method "toString" => to_string() -> Str,
        effects [Throws, Alloc], eg [("Math.max.toString()", "'function max() { [native code] }'"), ("Function.prototype.toString.call({})", "throws TypeError: Function.prototype.toString requires that 'this' be a Function")];
} } }
function_rows!(declare);
