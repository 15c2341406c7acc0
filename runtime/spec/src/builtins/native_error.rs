//! Rows of the classes of errors that ECMA-262 defines besides `Error`.

/// Hands the rows of `EvalError` to `$user!`.
#[macro_export]
macro_rules! eval_error_rows {
    ($user:ident) => {
        $user! {
            /// Kept from old JavaScript; nothing throws it any more.
            class EvalError in eval_error, receiver Object, inherits Error;

            /// A new error.
            Call "EvalError" => call(message: Opt Value, options: Opt Value) length 1 -> Error,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("EvalError('a') instanceof EvalError", "true"), ("String(EvalError('a'))", "'EvalError: a'")];
            /// A new error.
            Construct "EvalError" => construct(message: Opt Value, options: Opt Value) length 1 -> Error,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("new EvalError('a') instanceof Error", "true"), ("new EvalError('a').name", "'EvalError'"), ("new EvalError('a', { cause: 1 }).cause", "1"), ("String(new EvalError())", "'EvalError'"), ("new EvalError('a').hasOwnProperty('name')", "false"),
                ];
        }
    };
}

/// Hands the rows of `RangeError` to `$user!`.
#[macro_export]
macro_rules! range_error_rows {
    ($user:ident) => {
        $user! {
            /// A value is not in the set of allowed values.
            class RangeError in range_error, receiver Object, inherits Error;

            /// A new error.
            Call "RangeError" => call(message: Opt Value, options: Opt Value) length 1 -> Error,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("RangeError('a') instanceof RangeError", "true"), ("String(RangeError('a'))", "'RangeError: a'")];
            /// A new error.
            Construct "RangeError" => construct(message: Opt Value, options: Opt Value) length 1 -> Error,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("new RangeError('a') instanceof Error", "true"), ("new RangeError('a').name", "'RangeError'"), ("new RangeError('a', { cause: 1 }).cause", "1"), ("String(new RangeError())", "'RangeError'"), ("new RangeError('a').hasOwnProperty('name')", "false"),
                ];
        }
    };
}

/// Hands the rows of `ReferenceError` to `$user!`.
#[macro_export]
macro_rules! reference_error_rows {
    ($user:ident) => {
        $user! {
            /// A name is not bound to a value.
            class ReferenceError in reference_error, receiver Object, inherits Error;

            /// A new error.
            Call "ReferenceError" => call(message: Opt Value, options: Opt Value) length 1 -> Error,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("ReferenceError('a') instanceof ReferenceError", "true"), ("String(ReferenceError('a'))", "'ReferenceError: a'")];
            /// A new error.
            Construct "ReferenceError" => construct(message: Opt Value, options: Opt Value) length 1 -> Error,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("new ReferenceError('a') instanceof Error", "true"), ("new ReferenceError('a').name", "'ReferenceError'"), ("new ReferenceError('a', { cause: 1 }).cause", "1"), ("String(new ReferenceError())", "'ReferenceError'"), ("new ReferenceError('a').hasOwnProperty('name')", "false"),
                ];
        }
    };
}

/// Hands the rows of `SyntaxError` to `$user!`.
#[macro_export]
macro_rules! syntax_error_rows {
    ($user:ident) => {
        $user! {
            /// A text is not in the language it should be in.
            class SyntaxError in syntax_error, receiver Object, inherits Error;

            /// A new error.
            Call "SyntaxError" => call(message: Opt Value, options: Opt Value) length 1 -> Error,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("SyntaxError('a') instanceof SyntaxError", "true"), ("String(SyntaxError('a'))", "'SyntaxError: a'")];
            /// A new error.
            Construct "SyntaxError" => construct(message: Opt Value, options: Opt Value) length 1 -> Error,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("new SyntaxError('a') instanceof Error", "true"), ("new SyntaxError('a').name", "'SyntaxError'"), ("new SyntaxError('a', { cause: 1 }).cause", "1"), ("String(new SyntaxError())", "'SyntaxError'"), ("new SyntaxError('a').hasOwnProperty('name')", "false"),
                ];
        }
    };
}

/// Hands the rows of `TypeError` to `$user!`.
#[macro_export]
macro_rules! type_error_rows {
    ($user:ident) => {
        $user! {
            /// A value has not the type that an operation needs.
            class TypeError in type_error, receiver Object, inherits Error;

            /// A new error.
            Call "TypeError" => call(message: Opt Value, options: Opt Value) length 1 -> Error,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("TypeError('a') instanceof TypeError", "true"), ("String(TypeError('a'))", "'TypeError: a'")];
            /// A new error.
            Construct "TypeError" => construct(message: Opt Value, options: Opt Value) length 1 -> Error,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("new TypeError('a') instanceof Error", "true"), ("new TypeError('a').name", "'TypeError'"), ("new TypeError('a', { cause: 1 }).cause", "1"), ("String(new TypeError())", "'TypeError'"), ("new TypeError('a').hasOwnProperty('name')", "false"),
                ];
        }
    };
}

/// Hands the rows of `URIError` to `$user!`.
#[macro_export]
macro_rules! uri_error_rows {
    ($user:ident) => {
        $user! {
            /// A URI function was used against its definition.
            class URIError in uri_error, receiver Object, inherits Error;

            /// A new error.
            Call "URIError" => call(message: Opt Value, options: Opt Value) length 1 -> Error,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("URIError('a') instanceof URIError", "true"), ("String(URIError('a'))", "'URIError: a'")];
            /// A new error.
            Construct "URIError" => construct(message: Opt Value, options: Opt Value) length 1 -> Error,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("new URIError('a') instanceof Error", "true"), ("new URIError('a').name", "'URIError'"), ("new URIError('a', { cause: 1 }).cause", "1"), ("String(new URIError())", "'URIError'"), ("new URIError('a').hasOwnProperty('name')", "false"),
                ];
        }
    };
}

/// `EvalError`
pub mod eval_error {
    eval_error_rows!(declare);
}
/// `RangeError`
pub mod range_error {
    range_error_rows!(declare);
}
/// `ReferenceError`
pub mod reference_error {
    reference_error_rows!(declare);
}
/// `SyntaxError`
pub mod syntax_error {
    syntax_error_rows!(declare);
}
/// `TypeError`
pub mod type_error {
    type_error_rows!(declare);
}
/// `URIError`
pub mod uri_error {
    uri_error_rows!(declare);
}
