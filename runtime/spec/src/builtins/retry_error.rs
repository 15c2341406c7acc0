//! Rows of `RetryError`, the plugin server's own class of errors.

/// Hands the rows of `RetryError` to `$user!`.
#[macro_export]
macro_rules! retry_error_rows {
    ($user:ident) => {
        $user! {
            /// A failure that may go away: the host tries again where it supports that.
            class RetryError in retry_error, receiver Object, inherits Error;

            /// Always a TypeError: it is a class.
            Call "RetryError" => call(message: Opt Value) length 1 -> Value, effects [Throws], eg [];
            /// A new error. Its `name` is a property of its own. Not an `Error` for the compiler: its `toString` is another one.
            Construct "RetryError" => construct(message: Opt Value) length 1 -> Value,
                effects [Throws, Alloc, CallsBack], eg [];
            /// The name, with the attempts where the host has counted them.
            Getter "nameWithAttempts" => name_with_attempts() -> Value,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [];
            /// `name: message`, with the attempts where the host has counted them.
            Method "toString" => to_string() -> Value,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [];
        }
    };
}
retry_error_rows!(declare);
