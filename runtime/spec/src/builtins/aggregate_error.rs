//! Rows of `AggregateError`.

/// Hands the rows of `AggregateError` to `$user!`.
#[macro_export]
macro_rules! aggregate_error_rows {
    ($user:ident) => {
        $user! {
            /// Several errors in one.
            class AggregateError in aggregate_error, receiver Object, inherits Error;

            /// A new error with the errors of an iterable.
            Call "AggregateError" => call(errors: Req Value, message: Opt Value, options: Opt Value) length 2 -> Error,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("AggregateError([1]).errors", "[1]")];
            /// A new error with the errors of an iterable.
            Construct "AggregateError" => construct(errors: Req Value, message: Opt Value, options: Opt Value) length 2 -> Error,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("new AggregateError([1, 2], 'm').errors", "[1, 2]"), ("String(new AggregateError([], 'm'))", "'AggregateError: m'"), ("new AggregateError([], 'm', { cause: 1 }).cause", "1"),
                    ("Object.getOwnPropertyNames(new AggregateError([1], 'm', { cause: 2 }))", "['stack', 'message', 'cause', 'errors']"), ("Object.keys(new AggregateError([1]))", "[]"),
                    ("new AggregateError()", "throws TypeError: undefined is not iterable (cannot read property Symbol(Symbol.iterator))"), ("new AggregateError(5)", "throws TypeError: number 5 is not iterable (cannot read property Symbol(Symbol.iterator))"),
                ];
        }
    };
}
aggregate_error_rows!(declare);
