//! Rows of `Error` and `Error.prototype`.

/// Hands the rows of `Error` to `$user!`.
#[macro_export]
macro_rules! error_rows {
    ($user:ident) => {
        $user! {
            /// Errors, and what the classes of errors inherit.
            class Error in error, receiver Object, inherits Object;

            /// A new error.
            Call "Error" => call(message: Opt Value, options: Opt Value) length 1 -> Error,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("Error('a').message", "'a'"), ("String(Error('a'))", "'Error: a'"), ("Error('a') instanceof Error", "true")];
            /// Formats the stack of an error anew when it is next read.
            Static "captureStackTrace" => capture_stack_trace(target: Req Value, until: Opt Value) length 2 -> Undefined,
                effects [Throws, Alloc, MutatesArgument], eg [
                    ("(() => { const e = new Error('x'); e.stack; e.name = 'N'; Error.captureStackTrace(e); return e.stack.split('\\n')[0] })()", "'N: x'"),
                    ("Error.captureStackTrace(new Error('x'))", "undefined"), ("Object.getOwnPropertyNames((() => { const e = new Error('x'); Error.captureStackTrace(e, Error); return e })())", "['stack', 'message']"),
                ];
            /// A new error.
            Construct "Error" => construct(message: Opt Value, options: Opt Value) length 1 -> Error,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("new Error('x').message", "'x'"), ("new Error().hasOwnProperty('message')", "false"), ("new Error(null).message", "'null'"), ("new Error({}).message", "'[object Object]'"),
                    ("new Error('x', { cause: 5 }).cause", "5"), ("new Error('x', { cause: undefined }).hasOwnProperty('cause')", "true"), ("'cause' in new Error('x', {})", "false"), ("'cause' in new Error('x', 5)", "false"),
                    ("Object.keys(new Error('x', { cause: 1 }))", "[]"), ("new Error('x').stack.split('\\n')[0]", "'Error: x'"), ("new Error('').stack.split('\\n')[0]", "'Error'"),
                    ("(() => { const e = new Error('x'); e.name = 'Y'; return String(e) })()", "'Y: x'"), ("(() => { const e = new Error('x'); e.code = 5; return Object.keys(e) })()", "['code']"),
                ];

            /// `name: message`
            Method "toString" => to_string() -> Str,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("new Error('m').toString()", "'Error: m'"), ("new Error().toString()", "'Error'"), ("Error.prototype.toString.call({ name: 'n', message: 'm' })", "'n: m'"), ("Error.prototype.toString.call({ name: '', message: 'm' })", "'m'"),
                    ("Error.prototype.toString.call({ name: null })", "'null'"), ("Error.prototype.toString.call(5)", "throws TypeError: Method Error.prototype.toString called on incompatible receiver 5"),
                ];
        }
    };
}
error_rows!(declare);
