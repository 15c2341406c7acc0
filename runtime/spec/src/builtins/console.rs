//! Rows of `console`.

/// Hands the rows of `console` to `$user!`.
#[macro_export]
macro_rules! console_rows {
    ($user:ident) => {
        $user! {
            /// The plugin's log, as the plugin server writes it: arguments as strings, joined by spaces; arrays and plain objects as JSON.
            class console in console, receiver Undefined;

            /// Logs at level DEBUG.
            Static "debug" => debug(data: Rest Value) length 0 -> Undefined, effects [Throws, ReadsHeap, CallsBack, Host(Console)], eg [];
            /// Logs at level ERROR.
            Static "error" => error(data: Rest Value) length 0 -> Undefined, effects [Throws, ReadsHeap, CallsBack, Host(Console)], eg [];
            /// Logs at level INFO.
            Static "info" => info(data: Rest Value) length 0 -> Undefined, effects [Throws, ReadsHeap, CallsBack, Host(Console)], eg [];
            /// Logs at level LOG.
            Static "log" => log(data: Rest Value) length 0 -> Undefined, effects [Throws, ReadsHeap, CallsBack, Host(Console)], eg [];
            /// Logs at level WARN.
            Static "warn" => warn(data: Rest Value) length 0 -> Undefined, effects [Throws, ReadsHeap, CallsBack, Host(Console)], eg [];
        }
    };
}
console_rows!(declare);
